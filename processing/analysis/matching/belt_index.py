"""The belts counted by place and industry, so that no cluster ever meets a single belt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..sparse import starts

if TYPE_CHECKING:
    from ..arrays import Flags, Ints


@dataclass(frozen=True)
class Coding:
    """How place, industry and tag become one number.

    Attributes
    ----------
    places, sets, industries, tags : int
        How many places there are, how many industries are sets of nodes, how many there are, and how
        many tags; tag 0 stands for no tag.
    """

    places: int
    sets: int
    industries: int
    tags: int

    def code(self, place: Ints, industry: Ints | np.integer[Any] | int, tag: Ints | int = 0) -> Ints:
        """Return the number of a cell; an industry that says nothing comes last in its place."""
        place = np.asarray(place, dtype=np.int64)
        industry = np.where(industry < 0, self.industries, industry)
        if not self.tags:
            return place * (self.industries + 1) + industry
        return (place * (self.industries + 1) + industry) * (self.tags + 1) + tag

    def place_of(self, code: Ints) -> Ints:
        """Return the place of a cell."""
        return code // ((self.industries + 1) * (self.tags + 1))

    def industry_of(self, code: Ints) -> Ints:
        """Return the industry of a cell; `industries` where it says nothing."""
        return code // (self.tags + 1) % (self.industries + 1)

    def tag_of(self, code: Ints) -> Ints:
        """Return the tag of a cell."""
        return code % (self.tags + 1)


@dataclass(frozen=True)
class BeltIndex:
    """Cells of entries that have place, industry and tag in common.

    Attributes
    ----------
    coding : Coding
    entries : ndarray of int64
        Entries with a place, cell by cell, the preferred first.
    start, length, count, industry, first : ndarray of int64, shape (cells,)
        Where each cell begins in `entries`, how many it holds, how many belts these stand for, its industry
        (`Coding.industry_of`), and the position of its first entry in the order of preference.
    place_start, place_unresolved, place_end : ndarray of int64, shape (places,)
        Cells of a place: resolved ones up to `place_unresolved`, then the others up to `place_end`.
    total, unresolved : ndarray of int64, shape (places,)
        Belts of the place, and those of them without a node.
    code : ndarray of int64, shape (cells,)
        `Coding.code`, ascending.
    """

    coding: Coding
    entries: Ints
    start: Ints
    length: Ints
    count: Ints
    industry: Ints
    first: Ints
    place_start: Ints
    place_unresolved: Ints
    place_end: Ints
    total: Ints
    unresolved: Ints
    code: Ints

    def cells_of(self, place: Ints, industry: Ints, resolved: Flags) -> tuple[Ints, Ints]:
        """Return the span of cells that a cluster industry has to look at.

        Parameters
        ----------
        place, industry : ndarray of int64, shape (k,)
        resolved : ndarray of bool, shape (k,)
            True: all resolved cells of the place; False: the cells with the equal text, if any.

        Returns
        -------
        start, end : ndarray of int64, shape (k,)
        """
        code = self.coding.code(place, industry)
        equal = np.searchsorted(self.code, code), np.searchsorted(self.code, code + self.coding.tags, "right")
        start = np.where(resolved, self.place_start[place], equal[0])
        end = np.where(resolved, self.place_unresolved[place], equal[1])
        return start, np.where(industry < 0, start, end)


def index_belts(
    code: Ints, position: Ints, preferred: Ints, coding: Coding, belts: Ints | None = None
) -> BeltIndex:
    """Sort entries into cells.

    Parameters
    ----------
    code : ndarray of int64, shape (e,)
        `Coding.code` of each entry.
    position : ndarray of int, shape (e,)
        Place of each entry in the order of preference.
    preferred : ndarray of int64
        The entries to take, which have a place, in the order of preference.
    coding : Coding
    belts : ndarray of int64, shape (e,), optional
        How many belts each entry stands for; 1 by default.

    Returns
    -------
    BeltIndex
    """
    codes = code[preferred]
    order = np.argsort(codes, kind="stable")
    entries = preferred[order]
    del order  # of millions of belts each such array counts
    codes.sort()
    start = starts(codes)
    cells = codes[start]
    length = np.diff(np.r_[start, len(codes)])
    count = length
    if belts is not None:
        through = np.r_[0, np.cumsum(belts[entries])]
        count = through[start + length] - through[start]
    edges = coding.code(np.arange(coding.places + 1, dtype=np.int64), np.int64(0))
    edge = np.searchsorted(cells, edges)
    unresolved = np.searchsorted(cells, edges[:-1] + coding.sets * (coding.tags + 1))
    sums = np.r_[0, np.cumsum(count)]
    return BeltIndex(
        coding=coding,
        entries=entries,
        start=start,
        length=length,
        count=count,
        industry=coding.industry_of(cells),
        first=position[entries[start]],
        place_start=edge[:-1],
        place_unresolved=unresolved,
        place_end=edge[1:],
        total=sums[edge[1:]] - sums[edge[:-1]],
        unresolved=sums[edge[1:]] - sums[unresolved],
        code=cells,
    )
