"""How far two areas cover each other, and the exact common area of two ellipses.

Sources: Jaccard (1901) for the index; its complement is the difference index 1 − |A∩B|/|A∪B| of Chinese papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..arrays import Floats

# A coefficient so much smaller than the terms that it is the sum of is rounding.
_NO_DIGIT = 1e-15


@dataclass(frozen=True)
class EllipseForm:
    """An ellipse by its numbers: centre and half axes in a plane, azimuth of the major axis in degrees.

    A rotation of NaN (a circle) counts as 0.
    """

    x: float
    y: float
    major: float
    minor: float
    rotation: float

    @property
    def area(self) -> float:
        """π·major·minor."""
        return np.pi * self.major * self.minor


@dataclass(frozen=True)
class Overlap:
    """Two areas and what they have in common, in the same unit."""

    area_a: float
    area_b: float
    common: float

    @property
    def jaccard(self) -> float:
        """Intersection over union, 0 … 1."""
        united = self.area_a + self.area_b - self.common
        return min(self.common / united, 1.0) if united > 0 else np.nan

    @property
    def difference(self) -> float:
        """1 − Jaccard index."""
        return 1.0 - self.jaccard

    @property
    def in_a(self) -> float:
        """Share of b that lies inside a."""
        return min(self.common / self.area_b, 1.0) if self.area_b > 0 else np.nan

    @property
    def in_b(self) -> float:
        """Share of a that lies inside b."""
        return min(self.common / self.area_a, 1.0) if self.area_a > 0 else np.nan


def axis_angle(rotation: float, other: float) -> float:
    """Smallest angle between two axes in degrees, 0 … 90; NaN where one has no direction."""
    turn = (other - rotation) % 180.0
    return min(turn, 180.0 - turn) if turn == turn else np.nan


def inscribed_share(corners: int) -> float:
    """Share of the area of an ellipse that its outline of equally turned corners encloses."""
    turn = 2.0 * np.pi / corners
    return float(np.sin(turn) / turn)


def common_area(a: EllipseForm, b: EllipseForm) -> float:
    """Area that two ellipses have in common.

    An affine map turns `a` into the unit circle and `b` into an ellipse along the axes. Between the
    abscissae where either begins or ends and where they cross, the same two arcs bound the common area, and
    its integral is known in closed form. Mistaking two arcs that nearly coincide costs next to nothing, so
    that touching and equal ellipses need no care.

    Parameters
    ----------
    a, b : EllipseForm
        Half axes greater than 0.

    Returns
    -------
    float
        Square units of the plane; accurate to some 1e-12 of the larger area.
    """
    if np.hypot(b.x - a.x, b.y - a.y) > a.major + b.major:
        return 0.0
    center, half = _seen_from_circle(a, b)
    low, high = max(-1.0, center[0] - half[0]), min(1.0, center[0] + half[0])
    if low > high:
        return 0.0
    cuts = np.unique(np.clip(np.concatenate(([low, high], _crossings(center, half))), low, high))
    left, right = cuts[:-1], cuts[1:]
    middle = 0.5 * (left + right)
    circle, other = (0.0, (1.0, 1.0)), (center[0], half)
    above, below = center[1] + _height(middle, *other), center[1] - _height(middle, *other)
    under_ceiling, over_floor = _height(middle, *circle) < above, -_height(middle, *circle) > below
    upper = np.where(under_ceiling, _height(middle, *circle), above)
    lower = np.where(over_floor, -_height(middle, *circle), below)
    under_circle = _area_under(right, *circle) - _area_under(left, *circle)
    under_other = _area_under(right, *other) - _area_under(left, *other)
    raised = center[1] * (right - left)
    top = np.where(under_ceiling, under_circle, raised + under_other)
    bottom = np.where(over_floor, -under_circle, raised - under_other)
    common = float(np.sum((top - bottom)[upper > lower])) * a.major * a.minor
    return min(max(common, 0.0), a.area, b.area)


def _seen_from_circle(a: EllipseForm, b: EllipseForm) -> tuple[Floats, Floats]:
    """Centre and half axes of `b`, turned to the axes, where `a` is the unit circle about the origin."""
    squeeze = np.array([[1.0 / a.major, 0.0], [0.0, 1.0 / a.minor]]) @ _axes(a).T
    directions, half, _ = np.linalg.svd(squeeze @ _axes(b) @ np.array([[b.major, 0.0], [0.0, b.minor]]))
    return directions.T @ squeeze @ np.array([b.x - a.x, b.y - a.y]), half


def _axes(ellipse: EllipseForm) -> Floats:
    """(2, 2) unit vectors along the major and the minor axis, as columns."""
    azimuth = np.radians(0.0 if np.isnan(ellipse.rotation) else ellipse.rotation)
    return np.array([[np.sin(azimuth), np.cos(azimuth)], [np.cos(azimuth), -np.sin(azimuth)]])


def _crossings(center: Floats, half: Floats) -> Floats:
    """Abscissae where an ellipse along the axes meets the unit circle: a quartic in z = exp(iθ)."""
    alpha, beta = 1.0 / half**2
    second = (alpha - beta) / 4.0
    first = -alpha * center[0] + 1j * beta * center[1]
    constant = (alpha + beta) / 2.0 + alpha * center[0] ** 2 + beta * center[1] ** 2 - 1.0
    quartic = np.array([second, first, constant, np.conj(first), second])
    quartic[np.abs(quartic) <= _NO_DIGIT * (alpha + beta)] = 0.0
    abscissae: Floats = np.cos(np.angle(np.roots(quartic)))
    return abscissae


def _height(x: Floats, middle: float, half: Floats | tuple[float, float]) -> Floats:
    """Height of the upper arc above the centre."""
    height: Floats = half[1] * np.sqrt(np.clip(1.0 - ((x - middle) / half[0]) ** 2, 0.0, None))
    return height


def _area_under(x: Floats, middle: float, half: Floats | tuple[float, float]) -> Floats:
    """Antiderivative of `_height`."""
    u = np.clip((x - middle) / half[0], -1.0, 1.0)
    area: Floats = 0.5 * half[0] * half[1] * (u * np.sqrt(1.0 - u**2) + np.arcsin(u))
    return area
