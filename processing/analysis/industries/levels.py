"""Which industries lie under which, and by how many levels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import Pairs, spans

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ..arrays import Flags, Ints


@dataclass(frozen=True)
class Levels:
    """All pairs of a node and one that it lies under, each node under itself included.

    Attributes
    ----------
    pairs : sparse.Pairs
        (node, ancestor).
    level : ndarray of int32, shape (pairs,)
        Length of the shortest way up; 0 for the node itself.
    """

    pairs: Pairs
    level: Ints

    @classmethod
    def of(cls, parents: tuple[tuple[int, ...], ...]) -> Levels:
        """Work them out from the positions of the parents of each node."""
        key, level = [], []
        for node in range(len(parents)):
            known, front, step = {}, {node}, 0
            while front:
                known.update(dict.fromkeys(front, step))
                step += 1
                front = {p for above in front for p in parents[above] if p not in known}
            for above in sorted(known):
                key.append(node * len(parents) + above)
                level.append(known[above])
        arrays = np.array(key, dtype=np.int64), np.array(level, dtype=np.int32)
        for array in arrays:
            array.setflags(write=False)
        return cls(Pairs(len(parents), arrays[0]), arrays[1])

    def __getitem__(self, pair: tuple[int, int]) -> int:
        """Return the levels from a node up to another; −1 where it does not lie under it."""
        place = self.pairs.place_of(*pair)
        return int(self.level[place]) if place >= 0 else -1

    def kin(self, nodes: ArrayLike, others: ArrayLike) -> Flags:
        """Tell of arrays of nodes whether one lies under the other, or is it."""
        return (self.pairs.find(nodes, others) >= 0) | (self.pairs.find(others, nodes) >= 0)

    def above(self, node: int) -> tuple[Ints, Ints]:
        """Return a node with all that it lies under, and the levels to each."""
        start, length = self.pairs.spans([node])
        place = spans(start, length)
        return self.pairs.columns[place], self.level[place]

    def below(self, node: int) -> tuple[Ints, Ints]:
        """Return a node with all that lie under it, and the levels to each."""
        start, length = self.downward.pairs.spans([node])
        place = spans(start, length)
        return self.downward.pairs.columns[place], self.downward.level[place]

    @cached_property
    def downward(self) -> Levels:
        """The same pairs the other way round: (ancestor, node)."""
        key = self.pairs.columns * self.pairs.width + self.pairs.rows
        order = np.argsort(key)
        return Levels(Pairs(self.pairs.width, key[order]), self.level[order])
