"""What was found for every distinct city and industry of the clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .belt_index import Coding, index_belts
from .city_industries import CityIndustries, group_clusters
from .exceptions import exceptions_of
from .stock import Stock, answer, nearest

if TYPE_CHECKING:
    from ..arrays import Ints
    from ..cancelling import Poll
    from .judgements import Judgement
    from .judging import Judging, Verdict
    from .reading import Reading
    from .standing import Standing
    from .stock import Answers


@dataclass(frozen=True)
class Findings:
    """The answers.

    Attributes
    ----------
    keys : CityIndustries
    stocks : tuple of Stock
        The current belts and the historic ones.
    answers : tuple of Answers
        Of the two.
    nearest : ndarray of int64, shape (keys,)
        Where nothing is related, the current entry with the nearest common ancestor; −1 for none.
    code : ndarray of int64, shape (e,), or None
        Cell of each entry; None where there are no judgements.
    """

    keys: CityIndustries
    stocks: tuple[Stock, Stock]
    answers: tuple[Answers, Answers]
    nearest: Ints
    code: Ints | None

    def verdict(self, key: int, entry: int, basis: int) -> Verdict | None:
        """Return the judgement on a key and an entry of a basis, None where the rules hold."""
        return None if self.code is None else self.stocks[basis].verdict(key, int(self.code[entry]))

    def rejected(self, key: int) -> Judgement | None:
        """Return the judgement that took from a key a relation to current belts, None where none did."""
        exceptions = self.stocks[0].exceptions
        return None if exceptions is None else exceptions.rejected.get(key)

    def best(self) -> Ints:
        """Return the best entry of each key: a current one if any is related, else a historic one, else −1."""
        now, past = (found.best for found in self.answers)
        return np.where(now >= 0, now, past)

    def related(self) -> Ints:
        """Return how many belts each key is related to, current and historic ones."""
        now, past = self.answers
        return now.related + past.related

    def listed(self) -> Ints:
        """Return how many entries those belts are."""
        now, past = self.answers
        return now.entries + past.entries


def find(reading: Reading, standing: Standing, judging: Judging, cancelled: Poll = None) -> Findings:
    """Find for every key how many belts are related to it, and which is the best.

    Parameters
    ----------
    reading : Reading
    standing : Standing
    judging : Judging
    cancelled : callable, optional

    Returns
    -------
    Findings
    """
    industries, entries = reading.industries, standing.entries
    tags = int(judging.belt_tags.max(initial=0))
    coding = Coding(standing.places, len(industries.sets), industries.count, tags)
    code = coding.code(entries.place, entries.take(reading.of_belts), entries.take(judging.belt_tags))
    keys = group_clusters(standing.place, reading.of_clusters, judging.cluster_tags, coding)
    stocks, answers = [], []
    for basis in range(2):
        taken = (entries.place >= 0) & (entries.take(standing.years.basis) == basis)
        if standing.count is not None:
            taken &= standing.count > 0
        chosen = standing.preferred if taken.all() else standing.preferred[taken[standing.preferred]]
        index = index_belts(code, standing.position, chosen, coding, standing.count)
        stock = Stock.of(index, keys, exceptions_of(judging, index, keys) if judging.judgements else None)
        stocks.append(stock)
        answers.append(answer(stock, reading.costs, standing.preferred, cancelled))
    unrelated = np.flatnonzero(answers[0].best < 0)
    return Findings(
        keys=keys,
        stocks=(stocks[0], stocks[1]),
        answers=(answers[0], answers[1]),
        nearest=nearest(stocks[0], unrelated, reading.near, standing.preferred, cancelled),
        code=code if judging.judgements else None,
    )
