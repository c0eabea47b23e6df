"""The weighted standard deviational ellipse, for many groups at once.

Angles: `angle` is counter-clockwise from east in radians; `rotation` is the azimuth of the major
axis, clockwise from north, in degrees, 0 <= rotation < 180. Distances are in the units of x and y.

Sources: Lefever (1926), Yuill (1971), Ebdon (1985); Kish (1965) for the effective number of points.
"""

from dataclasses import dataclass

import numpy as np

POINT, LINE, CIRCLE, ELLIPSE = "point", "line", "circle", "ellipse"

_LARGEST_AZIMUTH_ERROR = 30.0


@dataclass(frozen=True)
class Moments:
    """Mean centre and standard deviations along the principal axes; one entry a group.

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
    """

    n: np.ndarray
    weight: np.ndarray
    n_eff: np.ndarray
    x: np.ndarray
    y: np.ndarray
    angle: np.ndarray
    sigma_major: np.ndarray
    sigma_minor: np.ndarray
    status: np.ndarray

    @property
    def rotation(self):
        """(G,) azimuth of the major axis in degrees; NaN where there is no direction."""
        rotation = np.mod(90.0 - np.degrees(self.angle), 180.0)
        rotation[rotation == 180.0] = 0.0
        rotation[np.isin(self.status, (POINT, CIRCLE))] = np.nan
        return rotation

    @property
    def rotation_error(self):
        """(G,) standard error of the azimuth in degrees; NaN above 30° and where there is no direction."""
        major, minor = self.sigma_major**2, self.sigma_minor**2
        with np.errstate(invalid="ignore", divide="ignore"):
            error = np.degrees(np.sqrt(major * minor / self.n_eff) / (major - minor))
        error[np.isin(self.status, (POINT, CIRCLE)) | ~(error <= _LARGEST_AZIMUTH_ERROR)] = np.nan
        return error


def moments(x, y, weight=None, group=None):
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

    Returns
    -------
    Moments
    """
    x, y, weight, group = point_columns(x, y, weight, group)
    count = int(group.max()) + 1 if group.size else 0
    n = np.bincount(group, minlength=count)
    first = np.empty(count, dtype=np.intp)
    first[group[::-1]] = np.arange(group.size)[::-1]
    largest = np.zeros(count)
    np.maximum.at(largest, group, weight) if count > 1 else largest.fill(weight.max(initial=0.0))

    u = weight / largest[group]
    total = np.bincount(group, u, count)

    def mean(values):
        return np.bincount(group, u * values, count) / total

    dx = x - x[first][group]
    dy = y - y[first][group]
    shift_x, shift_y = mean(dx), mean(dy)
    dx -= shift_x[group]
    dy -= shift_y[group]
    angle = 0.5 * np.arctan2(2.0 * mean(dx * dy), mean(dx * dx) - mean(dy * dy))
    cos, sin = np.cos(angle)[group], np.sin(angle)[group]
    sigma_major = np.sqrt(mean((dx * cos + dy * sin) ** 2))
    sigma_minor = np.sqrt(mean((dy * cos - dx * sin) ** 2))

    reach = np.zeros(count)
    np.maximum.at(reach, group, np.maximum(np.abs(x), np.abs(y)))
    tolerance = 8.0 * np.finfo(float).eps * reach
    status = np.full(count, ELLIPSE, dtype=object)
    status[sigma_major - sigma_minor <= 1e-7 * sigma_major] = CIRCLE
    status[sigma_minor <= np.maximum(1e-9 * sigma_major, tolerance)] = LINE
    status[sigma_major <= tolerance] = POINT
    sigma_minor[np.isin(status, (LINE, POINT))] = 0.0
    sigma_major[status == POINT] = 0.0
    return Moments(
        n=n,
        weight=total * largest,
        n_eff=total**2 / np.bincount(group, u * u, count),
        x=x[first] + shift_x,
        y=y[first] + shift_y,
        angle=angle,
        sigma_major=sigma_major,
        sigma_minor=np.minimum(sigma_minor, sigma_major),
        status=status,
    )


def standardised_distance(x, y, fitted, group=None):
    """Distance of each point from its mean centre in standard deviations (Mahalanobis).

    Along the axis only where the points of a group lie on a line; 0 where they coincide.

    Parameters
    ----------
    x, y, group
        As given to `moments`.
    fitted : Moments

    Returns
    -------
    (N,) float64
    """
    x, y, _, group = point_columns(x, y, None, group)
    cos, sin = np.cos(fitted.angle)[group], np.sin(fitted.angle)[group]
    dx, dy = x - fitted.x[group], y - fitted.y[group]
    with np.errstate(divide="ignore"):
        major = np.where(fitted.sigma_major > 0, 1.0 / fitted.sigma_major, 0.0)[group]
        minor = np.where(fitted.sigma_minor > 0, 1.0 / fitted.sigma_minor, 0.0)[group]
    return np.hypot((dx * cos + dy * sin) * major, (dy * cos - dx * sin) * minor)


def outline(x, y, major, minor, rotation, segments):
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


def point_columns(x, y, weight, group):
    """Return the columns as arrays; weight 1 and one group where they are not given."""
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    weight = np.ones(x.size) if weight is None else np.asarray(weight, dtype=float)
    group = np.zeros(x.size, dtype=np.intp) if group is None else np.asarray(group)
    return x, y, weight, group
