"""Blocks and the links between them, summed to ties without a direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .comparing import mean_by, scaled, sum_by


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

    ids: tuple
    source: np.ndarray
    target: np.ndarray
    flow: np.ndarray
    km: np.ndarray

    def __len__(self):
        return len(self.ids)

    @cached_property
    def pairs(self):
        """Ties X between two blocks: first, second (first < second) and their flow in both directions."""
        first, second = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        keys, which = np.unique(first * len(self) + second, return_inverse=True)
        return keys // len(self), keys % len(self), sum_by(which, self.flow, len(keys))

    @cached_property
    def pair_km(self):
        """Mean distance of each of the `pairs`, weighted by flow; NaN where no link has one."""
        first, second, _ = self.pairs
        known = np.isfinite(self.km)
        low, high = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        at = np.searchsorted(first * len(self) + second, (low * len(self) + high)[known])
        return mean_by(at, self.km[known], self.flow[known], len(first))

    @cached_property
    def sides(self):
        """The ties as seen from each of their blocks: block, partner, tie; by block, then partner."""
        first, second, tie = self.pairs
        block, partner, tie = np.append(first, second), np.append(second, first), np.append(tie, tie)
        order = np.lexsort((partner, block))
        return block[order], partner[order], tie[order]

    @cached_property
    def strength(self):
        """s, the sum of the ties of each block."""
        block, _, tie = self.sides
        return sum_by(block, tie, len(self))

    @cached_property
    def order(self):
        """The blocks by strength, the strongest first, then by id."""
        return np.lexsort((np.arange(len(self)), -scaled(self.strength)))


def in_order(network):
    """Return a network whose links stand in an order of their own, whatever that of the rows was."""
    order = np.lexsort((network.km, network.flow, network.target, network.source))
    columns = (column[order] for column in (network.source, network.target, network.flow, network.km))
    return Network(network.ids, *columns)
