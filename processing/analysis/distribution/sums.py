"""Where the sums of a distribution come from: the protocol that ellipses are fitted through, and points in memory.

`SqlSums` (`sql_sums.py`) is the other provider: an engine that holds the table and sums for us.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from .ellipse import moments, point_columns, standardised_distance, weight_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from ..arrays import Array, Floats, Ints
    from ..cancelling import Poll
    from .ellipse import Moments

BOUNDARY = 1e-9


class Sums(Protocol):
    """What ellipses are fitted through: `PointSums`, `SqlSums`, `GivenSums`."""

    moments: Moments

    def inside(self, scales: Sequence[Floats]) -> list[tuple[Array, Array]]:
        """See `PointSums.inside`."""

    def holding(self, share: float) -> Floats:
        """See `PointSums.holding`."""


class PointSums:
    """Sums over points in memory.

    Parameters
    ----------
    x, y, weight, group, cancelled
        As given to `ellipse.moments`.
    """

    def __init__(
        self,
        x: ArrayLike,
        y: ArrayLike,
        weight: Floats | None = None,
        group: Ints | None = None,
        cancelled: Poll = None,
    ) -> None:
        self._x, self._y, self._weight, self._group = point_columns(x, y, weight, group)
        self._cancelled = cancelled
        self._distance: Floats | None = None
        self.moments = moments(self._x, self._y, self._weight, self._group, cancelled)

    def inside(self, scales: Sequence[Floats]) -> list[tuple[Array, Array]]:
        """Count what lies inside ellipses.

        Parameters
        ----------
        scales : list of (G,) float64
            Half axes in standard deviations; NaN for a group without a size.

        Returns
        -------
        list of (n, held)
            For each: points and weight inside of each group, the boundary included.
        """
        return [self._inside(scale) for scale in scales]

    def _inside(self, scale: Floats) -> tuple[Array, Array]:
        inside = self._distances() <= (scale * (1.0 + BOUNDARY))[self._group]
        count = self.moments.n.size
        group = self._group[inside]
        return np.bincount(group, minlength=count), np.bincount(group, self._weight[inside], count)

    def holding(self, share: float) -> Floats:
        """Return (G,) the smallest scale at which an ellipse holds a share of its group's weight."""
        distance, group = self._distances(), self._group
        order = np.lexsort((distance, group))
        # Equal weights become 1 and add up exactly.
        weight = self._weight[order] / weight_units(self._weight, group, self.moments.n.size)[group[order]]
        ends = np.cumsum(self.moments.n)
        starts = ends - self.moments.n
        held = np.empty(group.size)
        # A sum over all groups would lose the digits that decide within a late one.
        for start, end in zip(starts.tolist(), ends.tolist()):
            np.cumsum(weight[start:end], out=held[start:end])
        enough = held >= np.repeat(share_of(held[ends - 1], share), self.moments.n)
        enough[ends - 1] = True
        position = np.where(enough, np.arange(group.size), group.size)
        return distance[order][np.minimum.reduceat(position, starts)] if group.size else np.zeros(0)

    def _distances(self) -> Floats:
        if self._distance is None:
            self._distance = standardised_distance(
                self._x, self._y, self.moments, self._group, self._cancelled
            )
        return self._distance


def share_of(weight: Floats, share: float) -> Floats:
    """Return the weight that must be reached to hold a share, with room for the last digits."""
    return share * (1.0 - 1e-12) * weight
