"""Who serves a need: the blocks of its suppliers, by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import starts

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from .blocks import Blocks


@dataclass(frozen=True)
class Serving:
    """Blocks that serve one set of nodes.

    Attributes
    ----------
    block : (b,) int64
        Positions of the blocks, by place, then node.
    place : (p,) int64
        Places that serve, in their order.
    start : (p + 1,) int64
        Blocks of each place, as positions in `block`.
    weight : (p,) float64
        Weight of each place.
    part : (b,) float64
        Share of each block in its place.
    """

    block: Ints
    place: Ints
    start: Ints
    weight: Floats
    part: Floats

    @property
    def total(self) -> float:
        """Weight of all that serve."""
        return float(self.weight.sum())


def find_suppliers(blocks: Blocks, sets: tuple[tuple[int, ...], ...]) -> list[Serving]:
    """Find the blocks that serve each set of nodes.

    Parameters
    ----------
    blocks : Blocks
    sets : tuple of tuple of int

    Returns
    -------
    list of Serving
    """
    by_node = np.argsort(blocks.node, kind="stable")
    ordered = blocks.node[by_node]
    ends = ((ordered.searchsorted(nodes), ordered.searchsorted(nodes, "right")) for nodes in sets)
    return [_serving(blocks, [by_node[low:high] for low, high in zip(*bounds)]) for bounds in ends]


def _serving(blocks: Blocks, parts: list[Ints]) -> Serving:
    block = np.sort(np.concatenate(parts))
    place = blocks.place[block]
    first = starts(place)
    weights = blocks.weight[block]
    total = np.add.reduceat(weights, first) if len(first) else np.zeros(0)
    sizes = np.diff(np.append(first, len(block)))
    return Serving(
        block, place[first], np.append(first, len(block)), total, weights / np.repeat(total, sizes)
    )
