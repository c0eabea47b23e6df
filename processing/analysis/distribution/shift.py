"""How mean centres move from period to period: distance, direction, speed and parts.

Azimuths are degrees clockwise from north, 0 <= azimuth < 360; NaN stands for what is not defined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import ArrayLike

    from ..arrays import Flags, Floats, Ints
    from .ellipse_sizes import Ellipse

# Keys of the words: eight winds; the cardinal points, and directions before and after them, from north clockwise.
_WINDS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_DUE = ("due_n", "due_e", "due_s", "due_w")
_BEFORE = ("n_w", "e_n", "s_e", "w_s")
_AFTER = ("n_e", "e_s", "s_w", "w_n")


@dataclass(frozen=True)
class Shift:
    """The way from the centre of one ellipse to that of the next.

    Attributes
    ----------
    start, end : int
        Positions of the two ellipses.
    distance : float
        Units of the plane; 0 where the centre stays.
    azimuth : float
        NaN where the centre stays.
    dx, dy : float
        Along the axes of the plane.
    speed : float
        Distance by unit of time; NaN where time has no measure.
    d_major, d_minor, d_rotation, d_area : float
        Changes; `d_rotation` is the smallest turn, clockwise positive, -90 < d_rotation <= 90.
    """

    start: int
    end: int
    distance: float
    azimuth: float
    dx: float
    dy: float
    speed: float
    d_major: float
    d_minor: float
    d_rotation: float
    d_area: float

    @property
    def east(self) -> float:
        """East–west part of the distance, east positive."""
        return self.distance * np.sin(np.radians(self.azimuth)) if self.distance else 0.0

    @property
    def north(self) -> float:
        """North–south part of the distance, north positive."""
        return self.distance * np.cos(np.radians(self.azimuth)) if self.distance else 0.0


class Centers(Protocol):
    """Centres in a plane: (N,) float64 each."""

    x: Floats
    y: Floats


def successive(path: ArrayLike) -> tuple[Ints, Ints]:
    """Pair each stop with the next one of its path.

    Parameters
    ----------
    path : (N,) int
        Path of each stop; the stops of a path stand together, in order of time.

    Returns
    -------
    start, end : (L,) int64
        Positions of the stops.
    """
    stops = np.asarray(path)
    start = np.flatnonzero(stops[1:] == stops[:-1])
    return start, start + 1


def stays(x: Floats, y: Floats, start: Ints, end: Ints) -> Flags:
    """Whether the centre stays in its place, within the digits of its coordinates.

    Parameters
    ----------
    x, y : (N,) float64
        Centres in the plane.
    start, end : (L,) int

    Returns
    -------
    (L,) bool
    """
    reach = np.maximum(np.abs(x), np.abs(y))
    moved = np.hypot(x[end] - x[start], y[end] - y[start])
    still: Flags = moved <= 64.0 * np.finfo(float).eps * np.maximum(reach[start], reach[end])
    return still


def shifts(
    ellipses: Sequence[Ellipse],
    centers: Centers,
    time: Sequence[float] | Floats,
    start: Iterable[int],
    end: Iterable[int],
    distance: Iterable[float],
    azimuth: Iterable[float],
) -> list[Shift]:
    """Describe how ellipses move and change.

    Parameters
    ----------
    ellipses : sequence of Ellipse, length N
        One per stop.
    centers : Centers
        Their centres, those of a path in one plane.
    time : (N,) float64
        NaN where time has no measure.
    start, end : (L,) int
        From `successive`.
    distance, azimuth : (L,) float64
        Between the two centres, as measured on the ground.

    Returns
    -------
    list of Shift
    """
    x, y = centers.x, centers.y
    still = stays(x, y, np.asarray(start, dtype=int), np.asarray(end, dtype=int))
    return [
        Shift(
            start=int(i),
            end=int(j),
            distance=0.0 if rests else float(length),
            azimuth=np.nan if rests else float(direction % 360.0),
            dx=0.0 if rests else float(x[j] - x[i]),
            dy=0.0 if rests else float(y[j] - y[i]),
            speed=(0.0 if rests else float(length)) / float(time[j] - time[i]),
            d_major=ellipses[j].major - ellipses[i].major,
            d_minor=ellipses[j].minor - ellipses[i].minor,
            d_rotation=turn_between(ellipses[i].rotation, ellipses[j].rotation),
            d_area=ellipses[j].area - ellipses[i].area,
        )
        for i, j, length, direction, rests in zip(start, end, distance, azimuth, still)
    ]


def turn_between(rotation: float, other: float) -> float:
    """Smallest turn that brings one axis onto another, degrees clockwise, -90 < turn <= 90; NaN if one has none."""
    turn = (other - rotation) % 180.0
    return turn - 180.0 if turn > 90.0 else turn


def wind(azimuth: float, language: str) -> str | None:
    """Return the word for the nearest of eight winds, the later one at a boundary; None for NaN."""
    if np.isnan(azimuth):
        return None
    return words_of("direction", language)[_WINDS[int((azimuth + 22.5) / 45.0) % 8]]


def direction(azimuth: float, language: str) -> str | None:
    """Return a direction as papers print it, such as E35.2°S or 东偏南35.2°: from the nearest cardinal point.

    Parameters
    ----------
    azimuth : float
    language : {'en', 'zh'}

    Returns
    -------
    str or None
        None for NaN. At 45° the angle is measured from east or west.
    """
    if np.isnan(azimuth):
        return None
    azimuth = round(azimuth % 360.0, 1)
    nearest = int((azimuth + 45.0) / 90.0)
    offset = azimuth - 90.0 * nearest
    if offset == -45.0 and nearest % 2 == 0:
        nearest, offset = nearest - 1, 45.0
    key = (_DUE if offset == 0.0 else _BEFORE if offset < 0 else _AFTER)[nearest % 4]
    return words_of("direction", language)[key].format(angle=f"{abs(offset):.1f}")
