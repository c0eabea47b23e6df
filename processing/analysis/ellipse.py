"""The weighted standard deviational ellipse, for many groups at once.

Angles: `angle` is counter-clockwise from east in radians; `rotation` is the azimuth of the major
axis, clockwise from north, in degrees, 0 <= rotation < 180. Distances are in the units of x and y.

Sources: Lefever (1926), Yuill (1971), Ebdon (1985) for the ellipse; Kish (1965) for the effective
number of points; the expected share follows from d²/(n − 1) ~ Beta(1, (n − 3)/2) for a Gaussian sample.
"""

from dataclasses import dataclass

import numpy as np

from .messages import QT_TRANSLATE_NOOP, AnalysisError

SCALINGS = ("standard_distance", "standard_deviation", "confidence", "share_inside")
DIVISORS = ("weights", "minus_one", "minus_two")

POINT, LINE, CIRCLE, ELLIPSE, FEW = "point", "line", "circle", "ellipse", "few"

_LOST_POINTS = {"weights": 0, "minus_one": 1, "minus_two": 2}
_BOUNDARY = 1e-9
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


@dataclass(frozen=True)
class Sizes:
    """How large the ellipses of all groups are under one size rule; one entry a group.

    Attributes
    ----------
    scale : (G,) float64
        Factor on the standard deviations; NaN where the group has too few points for the divisor.
    n_in : (G,) int64
        Points inside, the boundary included.
    share_in, share_expected : (G,) float64
        Share of the weight inside; the share to expect of a Gaussian sample of that size.
    """

    scale: np.ndarray
    n_in: np.ndarray
    share_in: np.ndarray
    share_expected: np.ndarray


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
    x, y, weight, group = _columns(x, y, weight, group)
    count = int(group.max()) + 1 if group.size else 0
    n = np.bincount(group, minlength=count)
    first = np.full(count, group.size)
    np.minimum.at(first, group, np.arange(group.size)) if count > 1 else first.fill(0)
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
    x, y, _, group = _columns(x, y, None, group)
    cos, sin = np.cos(fitted.angle)[group], np.sin(fitted.angle)[group]
    dx, dy = x - fitted.x[group], y - fitted.y[group]
    with np.errstate(divide="ignore"):
        major = np.where(fitted.sigma_major > 0, 1.0 / fitted.sigma_major, 0.0)[group]
        minor = np.where(fitted.sigma_minor > 0, 1.0 / fitted.sigma_minor, 0.0)[group]
    return np.hypot((dx * cos + dy * sin) * major, (dy * cos - dx * sin) * minor)


def sizes(fitted, distance, weight=None, group=None, *, scaling, value, divisor="weights"):
    """Size of the ellipses under one rule, and what lies inside.

    Parameters
    ----------
    fitted : Moments
    distance : (N,) float64
        From `standardised_distance`.
    weight, group
        As given to `moments`.
    scaling : str
        One of `SCALINGS`: standard_distance (value·√2), standard_deviation (value),
        confidence (χ² with 2 degrees of freedom), share_inside (the smallest ellipse that holds the share).
    value : float
        Number of standard deviations for the first two, per cent for the others.
    divisor : str
        One of `DIVISORS`; share_inside takes no notice of it.

    Returns
    -------
    Sizes

    Raises
    ------
    AnalysisError
        Where the value is out of range.
    """
    distance, _, weight, group = _columns(distance, distance, weight, group)
    count = fitted.n.size
    if scaling == "share_inside":
        scale = _scale_holding(share_of(scaling, value), fitted, distance, weight, group)
    else:
        scale = _scale_factor(scaling, value) * _divisor_factor(fitted.n_eff, divisor)
    inside = distance <= (scale * (1.0 + _BOUNDARY))[group]
    held = np.bincount(group[inside], weight[inside], count)
    known = np.isfinite(scale)
    return Sizes(
        scale=scale,
        n_in=np.bincount(group[inside], minlength=count),
        share_in=np.where(known, np.minimum(held / fitted.weight, 1.0), np.nan),
        share_expected=_expected_share(scale, fitted.n_eff),
    )


def share_of(scaling, percent):
    """Return a percentage as a share, checked; 100 is allowed for share_inside only."""
    if not (0 < percent < 100 or (percent == 100 and scaling == "share_inside")):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "PERCENT is {percent}, but must lie between 0 and 100. "
                "100 itself is possible with SCALING share_inside only.",
            ),
            percent=f"{percent:g}",
        )
    return percent / 100.0


def points_needed(divisor):
    """Number of points (weighted: effective points) that an ellipse with this divisor needs at least."""
    return _LOST_POINTS[divisor] + 1


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


def _columns(x, y, weight, group):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    weight = np.ones(x.size) if weight is None else np.asarray(weight, dtype=float)
    group = np.zeros(x.size, dtype=np.intp) if group is None else np.asarray(group)
    return x, y, weight, group


def _scale_factor(scaling, value):
    if scaling == "confidence":
        return np.sqrt(-2.0 * np.log1p(-share_of(scaling, value)))
    if not value > 0:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "SIZE is {size}, but must be greater than 0."), size=f"{value:g}"
        )
    return value * np.sqrt(2.0) if scaling == "standard_distance" else value


def _divisor_factor(n_eff, divisor):
    """(G,) √(m/(m − lost)); NaN where the group has no more points than the divisor takes away."""
    left = n_eff - _LOST_POINTS[divisor]
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(left > 1e-9 * n_eff, np.sqrt(n_eff / left), np.nan)


def _scale_holding(share, fitted, distance, weight, group):
    """(G,) the smallest scale at which an ellipse holds the share of its group's weight."""
    order = np.lexsort((distance, group))
    sorted_group, sorted_distance = group[order], distance[order]
    ends = np.cumsum(fitted.n)
    starts = ends - fitted.n
    held = np.cumsum(weight[order] / fitted.weight[sorted_group])
    before = np.concatenate(([0.0], held))[starts]
    held -= before[sorted_group]
    enough = held >= share * (1.0 - 1e-12)
    enough[ends - 1] = True
    position = np.where(enough, np.arange(group.size), group.size)
    return sorted_distance[np.minimum.reduceat(position, starts)] if group.size else np.zeros(0)


def _expected_share(scale, n_eff):
    with np.errstate(invalid="ignore", divide="ignore"):
        rest = np.maximum(1.0 - scale**2 / (n_eff - 1.0), 0.0)
        expected = 1.0 - rest ** ((n_eff - 3.0) / 2.0)
    return np.where((n_eff > 3.0) & np.isfinite(scale), expected, np.nan)
