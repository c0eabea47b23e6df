"""The distinct pairs of city and industry among the clusters, each answered once from the counted belts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..cancelling import stop_if
from ..industries.near_miss import APART
from ..industries.relations import SAME_COST, rank_of_cost
from .belt_index import chunks, spans
from .statuses import LOWEST_MATCHED_RANK

MOST_CELLS = 2_000_000

_POSITION_BITS = 32


@dataclass(frozen=True)
class CityIndustries:
    """What the clusters ask for; entries are *keys*, arrays have the shape (keys,) unless said otherwise.

    Attributes
    ----------
    of_row : ndarray of int64, shape (n,)
        Key of each cluster row; −1 where its city is unknown.
    city, industry : ndarray of int64
    start, end : ndarray of int64
        Span of the cells of the belt index that come into question.
    resolved : ndarray of bool
        Whether the industry is a set of nodes; otherwise only equal words count.
    """

    of_row: np.ndarray
    city: np.ndarray
    industry: np.ndarray
    start: np.ndarray
    end: np.ndarray
    resolved: np.ndarray

    def candidates(self, keys, matrix, index):
        """Expand keys to the cells of their cities.

        Parameters
        ----------
        keys : ndarray of int64, shape (k,)
        matrix : ndarray, shape (sets, sets)
            Value of each pair of industries.
        index : BeltIndex

        Returns
        -------
        which : ndarray of int64, shape (c,)
            Position in `keys`.
        cells : ndarray of int64, shape (c,)
        value : ndarray of int64, shape (c,)
            Of `matrix`; the cost of `same` for equal words.
        """
        length = self.end[keys] - self.start[keys]
        which = np.repeat(np.arange(len(keys)), length)
        cells = spans(self.start[keys], length)
        value = np.full(len(cells), SAME_COST, dtype=np.int64)
        known = self.resolved[keys][which]
        value[known] = matrix[self.industry[keys][which[known]], index.industry[cells[known]]]
        return which, cells, value


@dataclass(frozen=True)
class Answers:
    """What was found for each key.

    Attributes
    ----------
    matched, adjacent : ndarray of int64, shape (keys,)
        Belts with such a relation.
    best_rank : ndarray of int64, shape (keys,)
    best_belt : ndarray of int64, shape (keys,)
        Row of the belt that is first in the order of preference; −1 where none is related.
    nearest_belt : ndarray of int64, shape (keys,)
        Where none is related: row of the belt with the nearest common ancestor; −1 for none.
    """

    matched: np.ndarray
    adjacent: np.ndarray
    best_rank: np.ndarray
    best_belt: np.ndarray
    nearest_belt: np.ndarray


def group_clusters(city, industry, index, sets):
    """Find the distinct city–industry pairs.

    Parameters
    ----------
    city, industry : ndarray of int64, shape (n,)
        −1 for an unknown city, and for an industry that says nothing.
    index : BeltIndex
    sets : int
        Industries below this number are sets of nodes.

    Returns
    -------
    CityIndustries
    """
    known = np.flatnonzero(city >= 0)
    codes, inverse = np.unique(city[known] * (index.width + 1) + industry[known] + 1, return_inverse=True)
    of_row = np.full(len(city), -1, dtype=np.int64)
    of_row[known] = inverse
    key_city, key_industry = codes // (index.width + 1), codes % (index.width + 1) - 1
    resolved = (key_industry >= 0) & (key_industry < sets)
    start, end = index.cells_of(key_city, key_industry, resolved)
    return CityIndustries(of_row, key_city, key_industry, start, end, resolved)


def answer(keys, set_cost, set_distance, index, cancelled=None):
    """Find for each key how many belts are related, which is the best, and the nearest if none is.

    Parameters
    ----------
    keys : CityIndustries
    set_cost, set_distance : ndarray, shape (sets, sets)
    index : BeltIndex
    cancelled : callable, optional

    Returns
    -------
    Answers
    """
    size = len(keys.city)
    matched, adjacent, rank = (np.zeros(size, dtype=np.int64) for _ in range(3))
    best, nearest = (np.full(size, -1, dtype=np.int64) for _ in range(2))
    preferred = np.argsort(index.position)
    asked = np.flatnonzero(keys.end > keys.start)
    for part in chunks((keys.end - keys.start)[asked], MOST_CELLS):
        stop_if(cancelled)
        chunk = asked[part]
        which, cells, cost = keys.candidates(chunk, set_cost, index)
        begin = np.flatnonzero(np.r_[True, which[1:] != which[:-1]])
        ranks = rank_of_cost(cost)
        matched[chunk] = np.add.reduceat(np.where(ranks >= LOWEST_MATCHED_RANK, index.count[cells], 0), begin)
        adjacent[chunk] = np.add.reduceat(
            np.where((ranks > 0) & (ranks < LOWEST_MATCHED_RANK), index.count[cells], 0), begin
        )
        least, position = _least(cost, index.first[cells], begin)
        rank[chunk] = rank_of_cost(least)
        best[chunk] = np.where(rank[chunk] > 0, preferred[position], -1)
    asked = asked[rank[asked] == 0]
    for part in chunks((keys.end - keys.start)[asked], MOST_CELLS):
        stop_if(cancelled)
        chunk = asked[part]
        which, cells, distance = keys.candidates(chunk, set_distance, index)
        begin = np.flatnonzero(np.r_[True, which[1:] != which[:-1]])
        least, position = _least(distance, index.first[cells], begin)
        nearest[chunk] = np.where(least < APART, preferred[position], -1)
    return Answers(matched, adjacent, rank, best, nearest)


def _least(value, position, begin):
    """Return the least value of each group, and of the cells that have it the first position."""
    both = np.minimum.reduceat((value << _POSITION_BITS) | position, begin)
    return both >> _POSITION_BITS, both & ((1 << _POSITION_BITS) - 1)
