"""The belts counted by city and industry, so that no cluster ever meets a single belt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class BeltIndex:
    """Cells of belts that have city and industry in common.

    Attributes
    ----------
    position : ndarray of int64, shape (m,)
        Place of each belt in the order of preference.
    belts : ndarray of int64
        Rows of the belts with a city, cell by cell, the preferred first.
    start, count, industry, first : ndarray of int64, shape (cells,)
        Where each cell begins in `belts`, how many it holds, its industry, and the `position` of its
        first belt.
    city_start, city_unresolved, city_end : ndarray of int64, shape (cities,)
        Cells of a city: resolved ones up to `city_unresolved`, then the others up to `city_end`.
    total, unresolved : ndarray of int64, shape (cities,)
        Belts of the city, and those of them without a node.
    code : ndarray of int64, shape (cells,)
        city × width + industry, ascending.
    width : int
    """

    position: np.ndarray
    belts: np.ndarray
    start: np.ndarray
    count: np.ndarray
    industry: np.ndarray
    first: np.ndarray
    city_start: np.ndarray
    city_unresolved: np.ndarray
    city_end: np.ndarray
    total: np.ndarray
    unresolved: np.ndarray
    code: np.ndarray
    width: int

    def cells_of(self, city, industry, resolved):
        """Return the span of cells that a cluster industry has to look at.

        Parameters
        ----------
        city, industry : ndarray of int64, shape (k,)
        resolved : ndarray of bool, shape (k,)
            True: all resolved cells of the city; False: the one cell with the equal text, if any.

        Returns
        -------
        start, end : ndarray of int64, shape (k,)
        """
        code = city * self.width + industry
        equal = np.searchsorted(self.code, code), np.searchsorted(self.code, code, side="right")
        start = np.where(resolved, self.city_start[city], equal[0])
        end = np.where(resolved, self.city_unresolved[city], equal[1])
        return start, np.where(industry < 0, start, end)


def index_belts(city, industry, preference, cities, sets, count):
    """Sort the belts into cells.

    Parameters
    ----------
    city, industry : ndarray of int64, shape (m,)
        Numbers; −1 for an unknown city, and for an industry that says nothing.
    preference : ndarray of int64, shape (m,)
        Rows of the belts, the preferred first.
    cities, sets, count : int
        How many cities there are, how many industries are sets of nodes, and how many there are.

    Returns
    -------
    BeltIndex
    """
    position = np.empty(len(preference), dtype=np.int64)
    position[preference] = np.arange(len(preference))
    width = count + 1
    code = city * width + np.where(industry < 0, count, industry)
    belts = preference[city[preference] >= 0]
    belts = belts[np.argsort(code[belts], kind="stable")]
    codes = code[belts]
    start = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]) if len(codes) else np.zeros(0, np.int64)
    cells = codes[start]
    edges = np.arange(cities, dtype=np.int64) * width
    placed = city >= 0
    return BeltIndex(
        position=position,
        belts=belts,
        start=start,
        count=np.diff(np.r_[start, len(codes)]),
        industry=cells % width,
        first=position[belts[start]],
        city_start=np.searchsorted(cells, edges),
        city_unresolved=np.searchsorted(cells, edges + sets),
        city_end=np.searchsorted(cells, edges + width),
        total=np.bincount(city[placed], minlength=cities),
        unresolved=np.bincount(city[placed & ((industry < 0) | (industry >= sets))], minlength=cities),
        code=cells,
        width=width,
    )


def spans(start, length):
    """Return the numbers of all spans, one span after the other.

    Parameters
    ----------
    start, length : ndarray of int64, shape (k,)

    Returns
    -------
    ndarray of int64, shape (sum of `length`,)
    """
    ends = np.cumsum(length)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(start - (ends - length), length)


def chunks(length, most):
    """Yield slices of consecutive spans that hold at most `most` numbers together, or one span."""
    ends = np.cumsum(length)
    begin = 0
    while begin < len(length):
        done = ends[begin - 1] if begin else 0
        end = max(int(np.searchsorted(ends, done + most, side="right")), begin + 1)
        yield slice(begin, end)
        begin = end
