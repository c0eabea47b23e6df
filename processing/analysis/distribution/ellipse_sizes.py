"""How large standard deviational ellipses are, and how much of the weight lies inside.

Source of the expected share: d²/(n − 1) ~ Beta(1, (n − 3)/2) for the distances d, in population
standard deviations, of a Gaussian sample from its own mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .size_rules import checked_share, points_lost, rule_name, scale_factor
from .sums import PointSums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..arrays import Array, Floats, Ints
    from ..cancelling import Poll
    from .ellipse import Moments
    from .sums import Sums

FEW = "few"


@dataclass(frozen=True)
class Ellipse:
    """One ellipse of one group under one size rule.

    `major` and `minor` are half axes in the units of the points; `rotation` and `rotation_error` are
    degrees; `scale` is the factor on the standard deviations. NaN stands for what is not defined: the
    direction of a circle or a point, every size of a group with too few points (status few).
    """

    group: int
    status: str
    n: int
    weight: float
    n_eff: float
    x: float
    y: float
    major: float
    minor: float
    rotation: float
    rotation_error: float
    rule: str
    scale: float
    n_in: int
    share_in: float
    share_expected: float

    @property
    def ratio(self) -> float:
        """Ratio of the minor to the major axis."""
        return self.minor / self.major if self.major > 0 else np.nan

    @property
    def area(self) -> float:
        """π·major·minor, in square units of the points."""
        return np.pi * self.major * self.minor

    @property
    def density(self) -> float:
        """Weight per area."""
        return self.weight / self.area if self.area > 0 else np.nan


@dataclass(frozen=True)
class Sizes:
    """How large the ellipses of all groups are under one size rule; one entry per group.

    Attributes
    ----------
    scale : (G,) float64
        Factor on the standard deviations; NaN where the group has too few points for the divisor.
    n_in : (G,) int64, or float64 with NaN where nobody counted
        Points inside, the boundary included.
    share_in, share_expected : (G,) float64
        Share of the weight inside; the share to expect of a Gaussian sample of that size.
    """

    scale: Floats
    n_in: Array
    share_in: Floats
    share_expected: Floats


def measure(
    x: Floats,
    y: Floats,
    weight: Floats | None = None,
    group: Ints | None = None,
    *,
    scaling: str,
    values: Sequence[float],
    divisor: str = "weights",
    cancelled: Poll = None,
) -> list[Ellipse]:
    """Fit the ellipses of all groups of points in memory; see `ellipses_of`.

    Parameters
    ----------
    x, y, weight, group, cancelled
        As given to `ellipse.moments`.
    """
    sums = PointSums(x, y, weight, group, cancelled)
    return ellipses_of(sums, scaling=scaling, values=values, divisor=divisor)


def ellipses_of(
    sums: Sums, *, scaling: str, values: Sequence[float], divisor: str = "weights"
) -> list[Ellipse]:
    """Fit the ellipses of all groups under one or several sizes.

    Parameters
    ----------
    sums : PointSums or SqlSums
    scaling, divisor : str
        As given to `sizes`.
    values : sequence of float
        One ellipse per group for each.

    Returns
    -------
    list of Ellipse
        By group, then by size.
    """
    rules = [rule_name(scaling, value, divisor) for value in values]
    return ellipses_with(sums.moments, rules, sizes(sums, scaling=scaling, values=values, divisor=divisor))


def ellipses_with(fitted: Moments, rules: Sequence[str], found: Sequence[Sizes]) -> list[Ellipse]:
    """Make the ellipses of `Moments` with a `Sizes` for each rule; by group, then by rule."""
    rotation, error = fitted.rotation, fitted.rotation_error
    return [
        Ellipse(
            group=g,
            status=fitted.status[g] if np.isfinite(size.scale[g]) else FEW,
            n=int(fitted.n[g]),
            weight=float(fitted.weight[g]),
            n_eff=float(fitted.n_eff[g]),
            x=float(fitted.x[g]),
            y=float(fitted.y[g]),
            major=float(fitted.sigma_major[g] * size.scale[g]),
            minor=float(fitted.sigma_minor[g] * size.scale[g]),
            rotation=float(rotation[g]),
            rotation_error=float(error[g]),
            rule=rule,
            scale=float(size.scale[g]),
            n_in=size.n_in[g].item(),
            share_in=float(size.share_in[g]),
            share_expected=float(size.share_expected[g]),
        )
        for g in range(fitted.n.size)
        for rule, size in zip(rules, found)
    ]


def sizes(sums: Sums, *, scaling: str, values: Sequence[float], divisor: str = "weights") -> list[Sizes]:
    """Sizes of the ellipses under a rule, and what lies inside.

    Parameters
    ----------
    sums : PointSums or SqlSums
    scaling : str
        One of `SCALINGS`: standard_distance (value·√2), standard_deviation (value),
        confidence (χ² with 2 degrees of freedom), share_inside (the smallest ellipse that holds the share).
    values : sequence of float
        Numbers of standard deviations for the first two, percent for the others.
    divisor : str
        One of `DIVISORS`; share_inside ignores it.

    Returns
    -------
    list of Sizes

    Raises
    ------
    AnalysisError
        Where a value is out of range.
    """
    fitted = sums.moments
    if scaling == "share_inside":
        scales = [sums.holding(checked_share(scaling, value)) for value in values]
    else:
        factor = _divisor_factor(fitted.n_eff, divisor)
        scales = [scale_factor(scaling, value) * factor for value in values]
    return [
        Sizes(
            scale=scale,
            n_in=inside,
            share_in=np.where(np.isfinite(scale), np.minimum(held / fitted.weight, 1.0), np.nan),
            share_expected=expected_share(scale, fitted.n_eff),
        )
        for scale, (inside, held) in zip(scales, sums.inside(scales))
    ]


def _divisor_factor(n_eff: Floats, divisor: str) -> Floats:
    """(G,) √(m/(m − lost)); NaN where the group has no more points than the divisor takes away."""
    left = n_eff - points_lost(divisor)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(_is_left(left, n_eff), np.sqrt(n_eff / left), np.nan)


def expected_share(scale: Floats, n_eff: Floats) -> Floats:
    """Share of the weight to expect inside of (G,) scales, of a Gaussian sample; NaN where it is too small."""
    with np.errstate(invalid="ignore", divide="ignore"):
        rest = np.maximum(1.0 - scale**2 / (n_eff - 1.0), 0.0)
        expected = 1.0 - rest ** ((n_eff - 3.0) / 2.0)
    return np.where(_is_left(n_eff - 3.0, n_eff) & np.isfinite(scale), expected, np.nan)


def _is_left(left: Floats, n_eff: Floats) -> Array:
    """Tell whether something is left of the number of points, beyond the last digits of whoever summed them."""
    return left > 1e-9 * n_eff
