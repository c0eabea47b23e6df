"""Arrays that come in many small pieces."""

import numpy as np

_AT_ONCE = 64


class Pieces:
    """Joins pieces, some at a time: thousands of small ones would leave holes in memory when they go.

    Parameters
    ----------
    nothing : ndarray
        What no piece gives.
    """

    def __init__(self, nothing):
        self._small, self._large = [], [nothing]

    def append(self, piece):
        """Add a piece at the end."""
        self._small.append(piece)
        if len(self._small) == _AT_ONCE:
            self._large.append(np.concatenate(self._small, axis=-1))
            self._small = []

    def joined(self):
        """Return all of them as one array, along the last axis, and let go of them."""
        pieces, self._small, self._large = [*self._large, *self._small], [], []
        return np.concatenate(pieces, axis=-1)
