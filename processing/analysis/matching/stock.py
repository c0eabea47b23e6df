"""The belts of one basis, current or historic, and what they answer to the keys of the clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..industries.near_miss import APART
from ..industries.relations import NO_RELATION_COST, SAME_COST, rank_of_cost
from ..sparse import chunks, spans, starts
from . import statuses
from .belt_index import BeltIndex
from .city_industries import CityIndustries
from .exceptions import Exceptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Ints
    from ..cancelling import Poll
    from ..industries.near_miss import NearMiss
    from ..industries.set_costs import SetCosts
    from .judging import Verdict

# Of some numbers each; with more of them processors wait for memory.
MOST_CELLS = 500_000

_POSITION_BITS = 32


@dataclass(frozen=True)
class Stock:
    """The belts of one basis as the keys see them.

    Attributes
    ----------
    index : BeltIndex
    keys : CityIndustries
    start, end : ndarray of int64, shape (keys,)
        Span of the cells that come into question for a key.
    exceptions : Exceptions or None
        Where judgements take the place of the rules.
    """

    index: BeltIndex
    keys: CityIndustries
    start: Ints
    end: Ints
    exceptions: Exceptions | None = None

    @classmethod
    def of(cls, index: BeltIndex, keys: CityIndustries, exceptions: Exceptions | None = None) -> Stock:
        """Let the keys look at an index; those with exceptions at all cells of their place."""
        start, end = index.cells_of(keys.place, keys.industry, keys.resolved)
        if not exceptions:
            return cls(index, keys, start, end)
        asked = exceptions.keys()
        start[asked] = index.place_start[keys.place[asked]]
        end[asked] = index.place_end[keys.place[asked]]
        return cls(index, keys, start, end, exceptions)

    def verdict(self, key: int, code: int) -> Verdict | None:
        """Return the judgement on a key and the cell with this code, None where the rules hold."""
        if self.exceptions is None:
            return None
        return self.exceptions.verdict(key, int(np.searchsorted(self.index.code, code)))

    def chunks(self, asked: Ints) -> Iterator[Ints]:
        """Yield keys that have cells to look at, as many at a time as memory should hold."""
        length = (self.end - self.start)[asked]
        asked = asked[length > 0]
        for part in chunks(length[length > 0], MOST_CELLS):
            yield asked[part]

    def related(self, asked: Ints, set_cost: SetCosts) -> tuple[Ints, Ints, Ints]:
        """Return the cells that keys are related to, and the costs of the relations.

        Parameters
        ----------
        asked : ndarray of int64, shape (k,)
            Keys.
        set_cost : SetCosts

        Returns
        -------
        which : ndarray of int64, shape (c,)
            Position in `asked`.
        cells, cost : ndarray of int64, shape (c,)
        """
        which, cells, cost = self._values(asked, set_cost, SAME_COST, NO_RELATION_COST)
        if self.exceptions is not None:
            place, found = self.exceptions.find(asked[which], cells)
            cost[found] = self.exceptions.cost[place[found]]
        kept = np.flatnonzero(cost < NO_RELATION_COST)
        return which[kept], cells[kept], cost[kept].astype(np.int64)

    def distances(self, asked: Ints, near: NearMiss) -> tuple[Ints, Ints, Ints]:
        """Return the same with the way over the common ancestor; `APART` where there is none."""
        which, cells, distance = self._values(asked, near, APART, APART)
        if self.exceptions is not None:
            distance[self.exceptions.find(asked[which], cells)[1]] = APART
        return which, cells, distance

    def _values(
        self, asked: Ints, table: SetCosts | NearMiss, equal_words: int, other_words: int
    ) -> tuple[Ints, Ints, Ints]:
        length = self.end[asked] - self.start[asked]
        which = np.repeat(np.arange(len(asked)), length)
        cells = spans(self.start[asked], length)
        own, others = self.keys.industry[asked][which], self.index.industry[cells]
        if self.exceptions is None and self.keys.resolved[asked].all():
            return which, cells, table.at(own, others)
        known = self.keys.resolved[asked][which]
        value = np.full(len(cells), equal_words, dtype=np.int64)
        if self.exceptions is not None:
            value[own != others] = other_words
            known &= others < self.index.coding.sets
        value[known] = table.at(own[known], others[known])
        return which, cells, value


@dataclass(frozen=True)
class Answers:
    """What was found for each key; arrays of int64 have the shape (keys,).

    Attributes
    ----------
    counts : dict of str to ndarray of int64
        For each status that comes from a relation, the belts with such a relation.
    entries : ndarray of int64
        Entries with a relation, fewer than belts where they stand for several.
    cost : ndarray of int64
        Of the closest relation.
    best : ndarray of int64
        The entry with it that is first in the order of preference; −1 where none is related.
    """

    counts: dict[str, Ints]
    entries: Ints
    cost: Ints
    best: Ints

    @property
    def rank(self) -> Ints:
        """Rank of the closest relation."""
        return rank_of_cost(self.cost)

    @property
    def related(self) -> Ints:
        """Belts with a relation."""
        related: Ints = np.sum(list(self.counts.values()), axis=0)
        return related


def answer(stock: Stock, set_cost: SetCosts, preferred: Ints, cancelled: Poll = None) -> Answers:
    """Find for each key how many belts are related, and which is the best.

    Parameters
    ----------
    stock : Stock
    set_cost : SetCosts
    preferred : ndarray of int64
        Entries in the order of preference.
    cancelled : callable, optional

    Returns
    -------
    Answers
    """
    size = len(stock.keys)
    counts: dict[str, Ints] = {status: np.zeros(size, dtype=np.int64) for status in statuses.by_relation()}
    status_of = np.array(statuses.of_rank(), dtype=object)
    entries = np.zeros(size, dtype=np.int64)
    closest, best = np.full(size, NO_RELATION_COST, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    for chunk in stock.chunks(np.arange(size)):
        stop_if(cancelled)
        which, cells, cost = stock.related(chunk, set_cost)
        if not len(cells):
            continue
        begin, ranks, count = starts(which), rank_of_cost(cost), stock.index.count[cells]
        keys = chunk[which[begin]]
        for status, found in counts.items():
            found[keys] = np.add.reduceat(np.where((status_of == status)[ranks], count, 0), begin)
        entries[keys] = np.add.reduceat(stock.index.length[cells], begin)
        closest[keys], position = _least(cost, stock.index.first[cells], begin)
        best[keys] = preferred[position]
    return Answers(counts, entries, closest, best)


def nearest(stock: Stock, asked: Ints, near: NearMiss, preferred: Ints, cancelled: Poll = None) -> Ints:
    """Return for each key the entry with the nearest common ancestor; −1 for none, and for keys not asked."""
    found = np.full(len(stock.keys), -1, dtype=np.int64)
    for chunk in stock.chunks(asked):
        stop_if(cancelled)
        which, cells, distance = stock.distances(chunk, near)
        least, position = _least(distance, stock.index.first[cells], starts(which))
        found[chunk] = np.where(least < APART, preferred[position], -1)
    return found


def _least(value: Ints, position: Ints, begin: Ints) -> tuple[Ints, Ints]:
    """Return the least value of each group, and of the cells that have it the first position."""
    both = np.minimum.reduceat((value << _POSITION_BITS) | position, begin)
    return both >> _POSITION_BITS, both & ((1 << _POSITION_BITS) - 1)
