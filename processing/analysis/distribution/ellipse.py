"""The weighted standard deviational ellipse, for many groups at once.

Angles: `angle` is counter-clockwise from east in radians; `rotation` is the azimuth of the major
axis, clockwise from north, in degrees, 0 <= rotation < 180. Distances are in the units of x and y.

Sources: Lefever (1926), Yuill (1971), Ebdon (1985); Kish (1965) for the effective number of points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import ArrayLike

    from ..arrays import Floats, Ints, Objects
    from ..cancelling import Poll

POINT, LINE, CIRCLE, ELLIPSE = "point", "line", "circle", "ellipse"
_PART = 1 << 15
_WORLDS_APART = 1e-100

_LARGEST_AZIMUTH_ERROR = 30.0


@dataclass(frozen=True)
class Moments:
    """Mean centre and standard deviations along the principal axes; one entry per group.

    Attributes
    ----------
    n : (G,) int64
        Points with a positive weight.
    weight, n_eff : (G,) float64
        Sum of weights; Kish's effective number of points W²/Σw².
    x, y : (G,) float64
        Mean centre.
    angle : (G,) float64
        Direction of the major axis, radians counter-clockwise from east.
    sigma_major, sigma_minor : (G,) float64
        Standard deviations along the axes, divided by the sum of weights.
    status : (G,) object
        point, line, circle or ellipse.
    rest : (2, G) float64
        What the digits of x and y have no room for: it counts where an ellipse is thin and far from 0.
    """

    n: Ints
    weight: Floats
    n_eff: Floats
    x: Floats
    y: Floats
    angle: Floats
    sigma_major: Floats
    sigma_minor: Floats
    status: Objects
    rest: Floats

    @property
    def rotation(self) -> Floats:
        """(G,) azimuth of the major axis in degrees; NaN where there is no direction."""
        rotation: Floats = np.mod(90.0 - np.degrees(self.angle), 180.0)
        rotation[rotation == 180.0] = 0.0
        rotation[np.isin(self.status, (POINT, CIRCLE))] = np.nan
        return rotation

    @property
    def rotation_error(self) -> Floats:
        """(G,) standard error of the azimuth in degrees; NaN above 30° and where there is no direction."""
        major, minor = self.sigma_major, self.sigma_minor
        with np.errstate(invalid="ignore", divide="ignore"):
            error: Floats = np.degrees(major * minor / np.sqrt(self.n_eff) / (major**2 - minor**2))
        error[np.isin(self.status, (POINT, CIRCLE)) | ~(error <= _LARGEST_AZIMUTH_ERROR)] = np.nan
        return error


def moments(
    x: Floats, y: Floats, weight: Floats | None = None, group: Ints | None = None, cancelled: Poll = None
) -> Moments:
    """Compute mean centre and principal standard deviations of weighted points.

    Two passes about the first point of each group, so that large coordinates cost no digits; the
    standard deviations come from rotated coordinates, so that the minor one is exact, too.

    Parameters
    ----------
    x, y : (N,) float64
        Finite coordinates in a plane.
    weight : (N,) float64, optional
        Positive, finite weights; 1 each where not given. Their unit does not matter.
    group : (N,) int, optional
        Group of each point, 0 … G − 1, each present; one group where not given.
    cancelled : callable, optional
        Polled during the work; `Cancelled` is raised where it returns True.

    Returns
    -------
    Moments
    """
    sums = _Sums(*point_columns(x, y, weight, group), cancelled)
    n, total, squares, shift_x, shift_y = sums.of(
        lambda dx, dy, u, g: np.ones_like(u),
        lambda dx, dy, u, g: u,
        lambda dx, dy, u, g: u * u,
        lambda dx, dy, u, g: u * dx,
        lambda dx, dy, u, g: u * dy,
    )
    shift_x /= total
    shift_y /= total
    xx, yy, xy = sums.of(
        lambda dx, dy, u, g: u * (dx - shift_x[g]) ** 2,
        lambda dx, dy, u, g: u * (dy - shift_y[g]) ** 2,
        lambda dx, dy, u, g: u * (dx - shift_x[g]) * (dy - shift_y[g]),
    )
    angle = 0.5 * np.arctan2(2.0 * xy, xx - yy)
    cos, sin = np.cos(angle), np.sin(angle)
    along_axes = sums.of(
        lambda dx, dy, u, g: u * ((dx - shift_x[g]) * cos[g] + (dy - shift_y[g]) * sin[g]) ** 2,
        lambda dx, dy, u, g: u * ((dy - shift_y[g]) * cos[g] - (dx - shift_x[g]) * sin[g]) ** 2,
    )
    sigma_major, sigma_minor = np.sqrt(along_axes / total)
    return fitted(
        n.astype(np.int64),
        total * sums.unit,
        total**2 / squares,
        (sums.x0, sums.y0),
        (shift_x, shift_y),
        angle,
        sigma_major,
        sigma_minor,
    )


class _Sums:
    """Sums over groups of points, in parts that the cache holds, about the first point of each group."""

    def __init__(self, x: Floats, y: Floats, weight: Floats, group: Ints, cancelled: Poll) -> None:
        self._points, self._cancelled = (x, y, weight, group), cancelled
        self._count = int(group.max()) + 1 if group.size else 0
        first = np.zeros(self._count, dtype=np.intp)
        for part in reversed(list(_slices(group.size))):
            # Where an index occurs more than once, the last assignment stays.
            first[group[part][::-1]] = np.arange(part.start, part.stop)[::-1]
        self.x0, self.y0 = x[first], y[first]
        self.unit = weight_units(weight, group, self._count)

    def of(self, *terms: Callable[[Floats, Floats, Floats, Ints], Floats]) -> Floats:
        """Return the sums over each group of what `terms` give of (dx, dy, u, group)."""
        x, y, weight, group = self._points
        total = np.zeros((len(terms), self._count))
        for part in _slices(group.size):
            stop_if(self._cancelled)
            g = group[part]
            u = weight[part] / self.unit[g]
            dx, dy = x[part] - self.x0[g], y[part] - self.y0[g]
            for number, term in enumerate(terms):
                total[number] += np.bincount(g, term(dx, dy, u, g), self._count)
        return total


def principal_axes(xx: Floats, xy: Floats, yy: Floats) -> tuple[Floats, Floats, Floats]:
    """Direction and standard deviations of covariances.

    Parameters
    ----------
    xx, xy, yy : (G,) float64

    Returns
    -------
    angle, major, minor : (G,) float64
        Radians counter-clockwise from x; standard deviations along and across.
    """
    angle = 0.5 * np.arctan2(2.0 * xy, xx - yy)
    cos, sin = np.cos(angle), np.sin(angle)
    across = 2.0 * xy * cos * sin
    major, minor = xx * cos * cos + across + yy * sin * sin, xx * sin * sin - across + yy * cos * cos
    return angle, np.sqrt(np.maximum(major, 0.0)), np.sqrt(np.maximum(minor, 0.0))


def fitted(
    n: Ints,
    weight: Floats,
    n_eff: Floats,
    origin: ArrayLike,
    shift: ArrayLike,
    angle: Floats,
    sigma_major: Floats,
    sigma_minor: Floats,
) -> Moments:
    """Make `Moments` of what was summed.

    Axes below the digits of the coordinates become 0.

    Parameters
    ----------
    n, weight, n_eff, angle, sigma_major, sigma_minor : (G,) arrays
        As in `Moments`.
    origin, shift : (2, G) float64
        What was summed about, and the mean centre as seen from there.
    """
    begin: Floats = np.asarray(origin)
    moved: Floats = np.asarray(shift)
    center = begin + moved
    status = _status(sigma_major, sigma_minor, 8.0 * np.finfo(float).eps * np.abs(center).max(axis=0))
    sigma_minor = np.where(np.isin(status, (LINE, POINT)), 0.0, sigma_minor)
    sigma_major = np.where(status == POINT, 0.0, sigma_major)
    return Moments(
        n=n,
        weight=weight,
        n_eff=n_eff,
        x=center[0],
        y=center[1],
        angle=angle,
        sigma_major=sigma_major,
        sigma_minor=np.minimum(sigma_minor, sigma_major),
        status=status,
        rest=moved - (center - begin),
    )


def standardised_distance(
    x: Floats, y: Floats, fitted: Moments, group: Ints | None = None, cancelled: Poll = None
) -> Floats:
    """Distance of each point from its mean centre in standard deviations (Mahalanobis).

    Along the axis only where the points of a group lie on a line; 0 where they coincide.

    Parameters
    ----------
    x, y, group, cancelled
        As given to `moments`.
    fitted : Moments

    Returns
    -------
    (N,) float64
    """
    x, y, _, group = point_columns(x, y, None, group)
    cos, sin = np.cos(fitted.angle), np.sin(fitted.angle)
    rest_x, rest_y = fitted.rest
    with np.errstate(divide="ignore"):
        major = np.where(fitted.sigma_major > 0, 1.0 / fitted.sigma_major, 0.0)
        minor = np.where(fitted.sigma_minor > 0, 1.0 / fitted.sigma_minor, 0.0)
    distance = np.empty(x.size)
    for part in _slices(x.size):
        stop_if(cancelled)
        g = group[part]
        dx, dy = x[part] - fitted.x[g] - rest_x[g], y[part] - fitted.y[g] - rest_y[g]
        along, across = dx * cos[g] + dy * sin[g], dy * cos[g] - dx * sin[g]
        distance[part] = np.sqrt((along * major[g]) ** 2 + (across * minor[g]) ** 2)
    return distance


def outline(x: float, y: float, major: float, minor: float, rotation: float, segments: int) -> Floats:
    """Closed ring of an ellipse.

    Parameters
    ----------
    x, y, major, minor : float
        Centre and half axes.
    rotation : float
        Azimuth of the major axis in degrees; NaN (a circle) counts as 0.
    segments : int
        Number of edges.

    Returns
    -------
    (segments + 1, 2) float64
        Vertices clockwise, the last equal to the first.
    """
    turn = np.linspace(0.0, 2.0 * np.pi, segments + 1)
    azimuth = np.radians(0.0 if np.isnan(rotation) else rotation)
    along, across = major * np.cos(turn), minor * np.sin(turn)
    ring = np.column_stack(
        (
            x + along * np.sin(azimuth) + across * np.cos(azimuth),
            y + along * np.cos(azimuth) - across * np.sin(azimuth),
        )
    )
    ring[-1] = ring[0]
    return ring


def _slices(size: int) -> Iterator[slice]:
    """Parts that fit into the processor's cache."""
    return (slice(start, min(start + _PART, size)) for start in range(0, size, _PART))


def _status(sigma_major: Floats, sigma_minor: Floats, tolerance: Floats) -> Objects:
    status = np.full(sigma_major.size, ELLIPSE, dtype=object)
    status[sigma_major - sigma_minor <= 1e-7 * sigma_major] = CIRCLE
    status[sigma_minor <= np.maximum(1e-9 * sigma_major, tolerance)] = LINE
    status[sigma_major <= tolerance] = POINT
    return status


def weight_units(weight: Floats, group: Ints, count: int) -> Floats:
    """Return (G,) the weight that counts as 1: the largest, or that of each group where weights are worlds apart."""
    largest = weight.max(initial=0.0)
    if weight.min(initial=largest) >= _WORLDS_APART * largest:
        return np.full(count, largest)
    unit = np.zeros(count)
    np.maximum.at(unit, group, weight)
    return unit


def point_columns(
    x: ArrayLike, y: ArrayLike, weight: ArrayLike | None, group: ArrayLike | None
) -> tuple[Floats, Floats, Floats, Ints]:
    """Return the columns as arrays; weight 1 and one group where they are not given."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    weight = np.ones(x.size) if weight is None else np.asarray(weight, dtype=float)
    group = np.zeros(x.size, dtype=np.intp) if group is None else np.asarray(group)
    return x, y, weight, group
