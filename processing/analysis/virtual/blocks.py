"""Rows reduced to blocks: a place and an industry, with the weight of both together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..industries.node_sets import nodes_of
from ..sparse import width_of
from .comparing import sum_by

if TYPE_CHECKING:
    from ..arrays import Array, Floats, Ints


@dataclass(frozen=True)
class Blocks:
    """Blocks in the order of their places, then of their nodes; each once.

    Attributes
    ----------
    place : (B,) int64
        Position in `Places`.
    node : (B,) int64
        Position in the taxonomy.
    weight : (B,) float64
        Above 0.
    """

    place: Ints
    node: Ints
    weight: Floats

    def __len__(self) -> int:
        return len(self.place)

    def total(self, places: int) -> Array:
        """Return the weight of each of so many places."""
        return np.bincount(self.place, self.weight, places)


def blocks_of(place: Ints, node_set: Ints, weight: Floats, sets: tuple[tuple[int, ...], ...]) -> Blocks:
    """Reduce rows to blocks; the weight of a row is divided equally among its nodes.

    Parameters
    ----------
    place : (n,) int
    node_set : (n,) int
        Position in `sets`.
    weight : (n,) float
        Above 0.
    sets : tuple of tuple of int
        Nodes of each set.

    Returns
    -------
    Blocks
    """
    cells, which = np.unique(place.astype(np.int64) * len(sets) + node_set, return_inverse=True)
    total = sum_by(which, weight, len(cells))
    place, number = np.divmod(cells, len(sets))
    row, node = nodes_of(sets, number)
    parts = np.array([len(nodes) for nodes in sets], dtype=np.int64)[number]
    return summed(place[row], node, (total / parts)[row])


def summed(place: Ints, node: Ints, weight: Floats) -> Blocks:
    """Return the blocks of places and nodes that may repeat."""
    width = width_of(node)
    keys, which = np.unique(place * width + node, return_inverse=True)
    return Blocks(keys // width, keys % width, sum_by(which, weight, len(keys)))
