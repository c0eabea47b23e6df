"""What is asked of a match: the clusters, the belts, and how industries are related."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..industries.relations import Relations, relations
from ..industries.taxonomy import Taxonomy
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..words import check_language

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..arrays import Array, Ints
    from ..frames import Columns
    from .rules import Rules

_CLUSTER_COLUMNS = ("row", "cluster", "city", "industry")
_BELT_COLUMNS = ("belt", "city", "industry")
# Columns that may be missing, and those that take their place; None for no text at all.
_OF_CLUSTERS = {"city_name": "city", "city_text": "city", "city_by": None, "candidates": None}
_OF_BELTS = {"name": "belt"}

_ALL = slice(None)


@dataclass(frozen=True)
class Question:
    """The question.

    Attributes
    ----------
    clusters, belts : Table
        Both with all optional columns; see `match.match`.
    taxonomy : Taxonomy
    relations : Relations
    language : {'en', 'zh'}
        Of the evidence.
    cluster_count, belt_count : ndarray of int64, or None
        How many clusters or belts each row stands for; None where each stands for one.
    """

    clusters: Table
    belts: Table
    taxonomy: Taxonomy
    relations: Relations
    language: str
    cluster_count: Ints | None = None
    belt_count: Ints | None = None

    def count_clusters(self, rows: slice | Ints = _ALL) -> Ints:
        """Return how many clusters the chosen rows stand for, each: ndarray of int64."""
        return _counts(self.cluster_count, len(self.clusters), rows)

    def count_belts(self, rows: slice | Array = _ALL) -> Ints:
        """Return how many belts the chosen rows stand for, each: ndarray of int64."""
        return _counts(self.belt_count, len(self.belts), rows)


def _counts(counts: Ints | None, size: int, rows: slice | Array) -> Ints:
    return (np.ones(size, dtype=np.int64) if counts is None else counts)[rows]


def ask(clusters: Columns, belts: Columns, taxonomy: Taxonomy, rules: Rules, language: str) -> Question:
    """Return the question that the tables, completed, and the rules ask.

    Raises
    ------
    AnalysisError
        If a column is missing, a limit is out of its range, or the language is unknown.
    """
    check_language(language)
    return Question(
        clusters=_complete(clusters, _CLUSTER_COLUMNS, _OF_CLUSTERS),
        belts=_complete(belts, _BELT_COLUMNS, _OF_BELTS),
        taxonomy=taxonomy,
        relations=relations(taxonomy, rules.max_levels, rules.max_hops, rules.lift),
        language=language,
        cluster_count=_count(clusters),
        belt_count=_count(belts),
    )


def _count(given: Columns) -> Ints | None:
    table = Table.of(given)
    return np.asarray(table["count"], dtype=np.int64) if "count" in table else None


def _complete(given: Columns, needed: Sequence[str], optional: Mapping[str, str | None]) -> Table:
    table = Table.of(given)
    missing = [column for column in needed if column not in table]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The column {missing} is missing."), missing=", ".join(missing)
        )
    columns = dict(table.columns)
    for name, source in optional.items():
        columns.setdefault(name, columns[source] if source else np.full(len(table), "", dtype=object))
    return Table(columns)
