"""How far places lie apart: Lambert's formula on the ellipsoid WGS84, or the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from .places import Places

_AXIS_KM = 6378.137
_FLATTENING = 1 / 298.257223563


class Distances:
    """Distances between some points.

    Parameters
    ----------
    x, y : (P,) float64
        Degrees, or coordinates of the plane.
    planar : bool

    Notes
    -----
    Kilometres; in the plane the units of the layer. W. D. Lambert (1942), Journal of the Washington Academy
    of Sciences 32, 125–130. Against geodesics: 8 m over China, 0.7 km near the antipode.
    """

    def __init__(self, x: Floats, y: Floats, planar: bool = False) -> None:
        self._planar = planar
        if planar:
            self._axes: tuple[Floats, ...] = (np.asarray(x, dtype=float), np.asarray(y, dtype=float))
            return
        lon, lat = np.radians(x), np.radians(y)
        reduced = np.arctan((1 - _FLATTENING) * np.tan(lat))
        cosine, self._sine = np.cos(reduced), np.sin(reduced)
        self._axes = (cosine * np.cos(lon), cosine * np.sin(lon), self._sine)

    @classmethod
    def of(cls, places: Places) -> Distances:
        """Return the distances between `Places`."""
        return cls(places.x, places.y, places.planar)

    def between(self, first: Ints, second: Ints) -> Floats:
        """Return the distances between points, given by their positions; shapes broadcast."""
        squares: float | Floats = 0.0
        for axis in self._axes:
            difference = axis[first] - axis[second]
            squares = squares + difference * difference
        if self._planar:
            straight: Floats = np.sqrt(squares)
            return straight
        half = np.minimum(np.sqrt(squares) / 2, 1.0)
        near, far = half * half, 1 - half * half
        angle = 2 * np.arcsin(half)
        sine = 2 * half * np.sqrt(far)
        with np.errstate(divide="ignore", invalid="ignore"):
            x = (angle - sine) * ((self._sine[first] + self._sine[second]) / 2) ** 2 / np.maximum(far, 1e-300)
            y = (angle + sine) * ((self._sine[first] - self._sine[second]) / 2) ** 2 / near
        y = np.where(near > 0, y, 0.0)
        km: Floats = _AXIS_KM * (angle - _FLATTENING / 2 * (x + y))
        return km

    def table(self, first: Ints, second: Ints) -> Floats:
        """Return the distances from each of some points (rows) to each of others (columns)."""
        return self.between(np.asarray(first)[:, None], np.asarray(second)[None, :])


def metres(km: Floats | float) -> Ints:
    """Return distances as whole metres, which is how they are compared; −1 for NaN."""
    km = np.asarray(km, dtype=float)
    return np.where(np.isnan(km), -1, np.rint(np.nan_to_num(km) * 1000)).astype(np.int64)
