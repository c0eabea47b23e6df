"""The places of blocks: their codes, names and points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .comparing import sum_by

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..arrays import Flags, Floats, Ints


@dataclass(frozen=True)
class Places:
    """Places in the order of their codes; a place is its position here.

    Attributes
    ----------
    codes, names : tuple of str
    x, y : (P,) float64
        Degrees, or the units of a layer without a reference system.
    bundled : (P,) bool
        Whether the code is one of the gazetteer's.
    planar : bool
        Whether distances are measured in the plane.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    x: Floats
    y: Floats
    bundled: Flags
    planar: bool = False

    def __len__(self) -> int:
        return len(self.codes)


def places_in(parts: Iterable[Ints], size: int) -> Ints:
    """Return which of so many places occur in some arrays of places, in their order."""
    occurs = np.zeros(size, dtype=bool)
    for part in parts:
        occurs[part] = True
    return np.flatnonzero(occurs)


def mean_points(
    index: Ints, x: Floats, y: Floats, size: int, weights: Floats | None = None, planar: bool = False
) -> tuple[Floats, Floats]:
    """Return the mean point of each group of points; on the globe that of their unit vectors.

    Parameters
    ----------
    index : (n,) int
        Group of each point.
    x, y : (n,) float
        Degrees, or planar; points that are NaN are passed over.
    size : int
        Number of groups.
    weights : (n,) float, optional
    planar : bool

    Returns
    -------
    x, y : (size,) float64
        NaN for groups without a point. A group of one point has that very point.
    """
    known = np.isfinite(x) & np.isfinite(y)
    index, x, y = index[known], x[known], y[known]
    weights = np.ones(len(index)) if weights is None else weights[known]
    first = np.full(size, -1)
    first[index[::-1]] = np.arange(len(index) - 1, -1, -1)
    one = np.ones(size, dtype=bool)
    one[index[(x != x[first[index]]) | (y != y[first[index]])]] = False
    if planar:
        whole = sum_by(index, weights, size)
        with np.errstate(divide="ignore", invalid="ignore"):
            mean_x, mean_y = (sum_by(index, weights * values, size) / whole for values in (x, y))
    else:
        mean_x, mean_y = _mean_on_the_globe(index, np.radians(x), np.radians(y), weights, size)
    single = one & (first >= 0)
    mean_x[single], mean_y[single] = x[first[single]], y[first[single]]
    mean_x[first < 0] = mean_y[first < 0] = np.nan
    return mean_x, mean_y


def _mean_on_the_globe(
    index: Ints, lon: Floats, lat: Floats, weights: Floats, size: int
) -> tuple[Floats, Floats]:
    vectors = (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
    east, north, up = (sum_by(index, weights * part, size) for part in vectors)
    return np.degrees(np.arctan2(north, east)), np.degrees(np.arctan2(up, np.hypot(east, north)))
