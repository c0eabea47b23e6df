"""Blocks and the links between them, summed to ties without a direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .comparing import mean_by, scaled, sum_by

if TYPE_CHECKING:
    from ..arrays import Floats, Ints


@dataclass(frozen=True)
class Network:
    """Links between blocks; a block is its position in the text order of the ids.

    Attributes
    ----------
    ids : tuple of str
    source, target : (L,) int64
        No link leads from a block to itself.
    flow : (L,) float64
        Above 0.
    km : (L,) float64
        NaN where it is not known.
    """

    ids: tuple[str, ...]
    source: Ints
    target: Ints
    flow: Floats
    km: Floats

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def pairs(self) -> tuple[Ints, Ints, Floats]:
        """Ties X between two blocks: first, second (first < second) and their flow in both directions."""
        first, second = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        keys, which = np.unique(first * len(self) + second, return_inverse=True)
        return keys // len(self), keys % len(self), sum_by(which, self.flow, len(keys))

    @cached_property
    def pair_km(self) -> Floats:
        """Mean distance of each of the `pairs`, weighted by flow; NaN where no link has one."""
        first, second, _ = self.pairs
        known = np.isfinite(self.km)
        low, high = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        at = np.searchsorted(first * len(self) + second, (low * len(self) + high)[known])
        return mean_by(at, self.km[known], self.flow[known], len(first))

    @cached_property
    def sides(self) -> tuple[Ints, Ints, Floats]:
        """The ties as seen from each of their blocks: block, partner, tie; by block, then partner."""
        first, second, tie = self.pairs
        block, partner, tie = np.append(first, second), np.append(second, first), np.append(tie, tie)
        order = np.lexsort((partner, block))
        return block[order], partner[order], tie[order]

    @cached_property
    def strength(self) -> Floats:
        """s, the sum of the ties of each block."""
        block, _, tie = self.sides
        return sum_by(block, tie, len(self))

    @cached_property
    def order(self) -> Ints:
        """The blocks by strength, the strongest first, then by id."""
        order: Ints = np.lexsort((np.arange(len(self)), -scaled(self.strength)))
        return order


def in_order(network: Network) -> Network:
    """Return a network whose links stand in an order of their own, whatever that of the rows was."""
    order = np.lexsort((network.km, network.flow, network.target, network.source))
    source, target = network.source[order], network.target[order]
    return Network(network.ids, source, target, network.flow[order], network.km[order])
