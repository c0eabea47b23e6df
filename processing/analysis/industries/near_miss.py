"""How far apart two industries lie that are not related: a hint for the reader, never a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sparse import Pairs, least, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Ints
    from .levels import Levels

APART = np.iinfo(np.int16).max


class NearMiss:
    """The shortest ways between industries over an ancestor that they have in common.

    Parameters
    ----------
    levels : Levels
    sets : tuple of tuple of int
        The industries: nodes.
    """

    def __init__(self, levels: Levels, sets: tuple[tuple[int, ...], ...]) -> None:
        self._levels, self._sets = levels, sets
        self._known: dict[tuple[int, int], tuple[int, int] | None] = {}
        owner = np.repeat(np.arange(len(sets)), [len(nodes) for nodes in sets])
        nodes = np.array([node for nodes in sets for node in nodes], dtype=np.int64)
        start, length = levels.pairs.spans(nodes)
        place, width = spans(start, length), levels.pairs.width
        key = np.repeat(owner, length) * width + levels.pairs.columns[place]
        kept, self._level = least([(key, levels.level[place].astype(np.int64))])
        self._above = Pairs(width, kept)

    def at(self, first: Ints, second: Ints) -> Ints:
        """Return the distances of industries: levels up to a common ancestor and down again.

        Parameters
        ----------
        first, second : ndarray of int64
            Positions in `sets`; their shapes are broadcast.

        Returns
        -------
        ndarray of int64
            `APART` where there is no common ancestor.
        """
        size = max(len(self._sets), 1)
        codes = np.asarray(first, dtype=np.int64) * size + second
        asked, which = np.unique(codes.ravel(), return_inverse=True)
        one, other = np.divmod(asked, size)
        start, length = self._above.spans(one)
        place = spans(start, length)
        other = self._above.find(np.repeat(other, length), self._above.columns[place])
        way = np.where(other >= 0, self._level[place] + self._level[other], APART)
        if not len(asked):
            return np.zeros(codes.shape, dtype=np.int64)
        return np.minimum.reduceat(way, np.cumsum(length) - length)[which].reshape(codes.shape)

    def over(self, first: int, second: int) -> tuple[int, int] | None:
        """Return the node of the second of two industries and the ancestor over which they are nearest.

        Of several pairs of nodes the one of the smallest codes, and so of several ancestors; None where they
        have none in common.
        """
        if (first, second) not in self._known:
            ways = [
                (up[ancestor] + down[ancestor], one, other, ancestor)
                for one, up in self._ways_up(first)
                for other, down in self._ways_up(second)
                for ancestor in up.keys() & down.keys()
            ]
            self._known[first, second] = min(ways)[2:] if ways else None
        return self._known[first, second]

    def _ways_up(self, industry: int) -> Iterator[tuple[int, dict[int, int]]]:
        for node in self._sets[industry]:
            above, level = self._levels.above(node)
            yield node, dict(zip(above.tolist(), level.tolist()))
