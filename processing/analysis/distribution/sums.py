"""Where the sums of a distribution come from: the protocol that ellipses are fitted through, and points in memory.

`SqlSums` (`sql_sums.py`) is the other provider: an engine that holds the table and sums for us.
"""

import numpy as np

from .ellipse import moments, point_columns, standardised_distance, weight_units

BOUNDARY = 1e-9


class PointSums:
    """Sums over points in memory.

    Parameters
    ----------
    x, y, weight, group, cancelled
        As given to `ellipse.moments`.
    """

    def __init__(self, x, y, weight=None, group=None, cancelled=None):
        self._x, self._y, self._weight, self._group = point_columns(x, y, weight, group)
        self._cancelled = cancelled
        self._distance = None
        self.moments = moments(self._x, self._y, self._weight, self._group, cancelled)

    def inside(self, scales):
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

    def _inside(self, scale):
        inside = self._distances() <= (scale * (1.0 + BOUNDARY))[self._group]
        count = self.moments.n.size
        group = self._group[inside]
        return np.bincount(group, minlength=count), np.bincount(group, self._weight[inside], count)

    def holding(self, share):
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

    def _distances(self):
        if self._distance is None:
            self._distance = standardised_distance(
                self._x, self._y, self.moments, self._group, self._cancelled
            )
        return self._distance


def share_of(weight, share):
    """Return the weight that must be reached to hold a share, with room for the last digits."""
    return share * (1.0 - 1e-12) * weight
