"""What the texts of the industries mean, and how near any two of them are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..industries.near_miss import NearMiss
from ..industries.set_costs import SetCosts
from .industry_sets import IndustrySets, read_industries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..arrays import Flags, Ints
    from ..cancelling import Poll
    from .judgements import Judgement
    from .question import Question

# The columns of `Reading.industries`.
CLUSTERS, BELTS, CLUSTER_CONDITIONS, BELT_CONDITIONS = range(4)


@dataclass(frozen=True)
class Reading:
    """The industries of a question.

    Attributes
    ----------
    industries : IndustrySets
        Of the clusters, the belts, and the conditions of the judgements on the industries of both.
    costs : SetCosts
        Of the closest relation between any two industries.
    near : NearMiss
        How far apart those are that are not related.
    """

    industries: IndustrySets
    costs: SetCosts
    near: NearMiss

    @property
    def cluster_texts(self) -> Ints:
        """The distinct text of each cluster row; −1 for nothing."""
        return self.industries.columns[CLUSTERS]

    @property
    def belt_texts(self) -> Ints:
        """The distinct text of each belt; −1 for nothing."""
        return self.industries.columns[BELTS]

    @cached_property
    def of_clusters(self) -> Ints:
        """The industry of each cluster row, −1 for nothing."""
        return self.industries.industry(CLUSTERS)

    @cached_property
    def of_belts(self) -> Ints:
        """The industry of each belt, −1 for nothing."""
        return self.industries.industry(BELTS)

    @cached_property
    def are_unread(self) -> Flags:
        """Which belts have no node: ndarray of bool."""
        return (self.of_belts < 0) | (self.of_belts >= len(self.industries.sets))


def read(
    question: Question,
    judgements: tuple[Judgement, ...],
    places: Iterable[str],
    keywords: bool,
    cancelled: Poll = None,
) -> Reading:
    """Read all texts of industries.

    Parameters
    ----------
    question : Question
    judgements : tuple of Judgement
    places : iterable of str
        Place names that may stand before an industry.
    keywords : bool
    cancelled : callable, optional

    Returns
    -------
    Reading
    """
    conditions = [
        [getattr(judgement, name) or None for judgement in judgements]
        for name in ("cluster_industry", "belt_industry")
    ]
    texts = [question.clusters["industry"], question.belts["industry"], *conditions]
    industries = read_industries(texts, question.taxonomy, places, keywords, cancelled)
    return Reading(
        industries=industries,
        costs=SetCosts(question.relations, industries.sets, industries.sets),
        near=NearMiss(question.taxonomy.levels, industries.sets),
    )
