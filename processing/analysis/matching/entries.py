"""Where belts stand for the comparison: in their city, or near each cluster within some distance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..natural_order import natural_order

if TYPE_CHECKING:
    from ..arrays import Array, Flags, Floats, Ints


@dataclass(frozen=True)
class Entries:
    """Belts by place; a place is a city, or with distances a cluster row.

    Attributes
    ----------
    place : ndarray of int, shape (e,)
        −1 for an unknown city.
    belt : ndarray of int64, shape (e,), or None
        Row of the belt; None where entry i is belt i.
    distance : ndarray of float, shape (e,), or None
        Metres between belt and cluster row.
    """

    place: Ints
    belt: Ints | None = None
    distance: Floats | None = None

    def take(self, values: Ints) -> Ints:
        """Return a value for each entry from one for each belt."""
        return values if self.belt is None else values[self.belt]

    def belt_of(self, entry: int | Ints) -> int | Ints:
        """Return the belt row of an entry, or of an array of entries."""
        return entry if self.belt is None else self.belt[entry]


@dataclass(frozen=True)
class Neighbours:
    """The belts near each cluster row, where distance takes the place of cities.

    Attributes
    ----------
    row, belt : ndarray of int64, shape (e,)
        Cluster row and belt row that are near each other.
    distance : ndarray of float, shape (e,)
        Metres between them.
    radius : float
        Metres within which belts count.
    row_placed : ndarray of bool, shape (n,)
        Whether a cluster row has a position.
    belt_placed : ndarray of bool, shape (m,)
        Whether a belt has one.
    """

    row: Ints
    belt: Ints
    distance: Floats
    radius: float
    row_placed: Flags
    belt_placed: Flags


def preference(entries: Entries, identifiers: Array, ranks: list[Ints]) -> Ints:
    """Put entries into the order in which equally close relations are preferred.

    Parameters
    ----------
    entries : Entries
    identifiers : array_like, Texts or Identifiers, shape (m,)
        Of the belts; compared in natural order.
    ranks : list of ndarray of int64, shape (m,)
        Smaller is better; compared one after the other, before distance and identifier.

    Returns
    -------
    ndarray of int64, shape (e,)
        Entries, the preferred first.
    """
    rank = _as_one(ranks)
    if entries.belt is None or entries.distance is None:
        return natural_order(identifiers, first=rank)
    place = inverse(natural_order(identifiers))
    metres = np.rint(entries.distance).astype(np.int64)
    first = [] if rank is None else [rank[entries.belt]]
    order: Ints = np.lexsort((place[entries.belt], metres, *first))
    return order


def inverse(order: Ints) -> Ints:
    """Return the position of each number in a permutation."""
    position = np.empty(len(order), dtype=np.int32)
    position[order] = np.arange(len(order), dtype=np.int32)
    return position


def _as_one(ranks: list[Ints]) -> Ints | None:
    """Return one number that orders as the given ones do, one after the other; None where all are equal."""
    one = None
    for rank in ranks:
        least, most = (int(rank.min()), int(rank.max())) if len(rank) else (0, 0)
        if least < most:
            rank = rank.astype(np.int64)
            one = rank if one is None else one * (most - least + 1) + rank
    return one
