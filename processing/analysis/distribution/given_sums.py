"""Ellipses of a table of sums, which another machine has made of points that stay there.

The columns, each about the origin (x0, y0) and along axes turned counter-clockwise by `turn` degrees; with dx, dy as
seen from there: n, Σw, Σw², Σw·dx, Σw·dy, Σw·dx², Σw·dx·dy, Σw·dy².
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sql.tables import FIRST_NO_COORDINATE
from .ellipse import fitted, principal_axes
from .ellipse_sizes import Sizes, expected_share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..arrays import Array, Flags, Floats
    from .ellipse import Moments

SUMS = ("n", "sum_w", "sum_ww", "sum_wx", "sum_wy", "sum_wxx", "sum_wxy", "sum_wyy")
FRAME = ("x0", "y0", "turn")
SIZES = ("scale", "n_in", "w_in")
# Squares from the origin by the variance along the minor axis, from which on the ninth digit of an axis may be lost.
_FAR = 1e7
_ROUNDING = 1e-9
# Whole numbers beyond are not exact in a table.
_MOST_POINTS = 2.0**53
# The largest SIZE, where a divisor leaves a billionth of the points; and the points that no divisor takes away.
_LARGEST_SCALE, _ENOUGH = 1e11, 2.0


@dataclass(frozen=True)
class GivenSums:
    """Sums of groups; takes the place of `PointSums` where nothing can be asked of the points.

    Attributes
    ----------
    moments : Moments
    far : (G,) bool
        Where sums about a point nearer to the group would give more digits.
    """

    moments: Moments
    far: Flags

    @classmethod
    def of(cls, columns: Mapping[str, Array]) -> GivenSums:
        """Make the moments of (G,) columns by name, `SUMS` and `FRAME`.

        Raises
        ------
        ImpossibleSums
            On a row whose sums cannot be those of points.
        """
        n, w, ww, *rest = (np.asarray(columns[name], dtype=float) for name in SUMS)
        with np.errstate(all="ignore"):
            p, q, pp, pq, qq = (column / w for column in rest)
            xx, xy, yy = pp - p * p, pq - p * q, qq - q * q
            share = ww / w / w
            farthest = np.max(np.abs([columns["x0"], columns["y0"], p, q, np.sqrt(pp + qq)]), axis=0)
            possible = _whole(n, _MOST_POINTS) & (w > 0) & (farthest < FIRST_NO_COORDINATE)
            possible &= (share * n >= 1 - _ROUNDING) & (share <= 1 + _ROUNDING)
            possible &= (xx >= -_ROUNDING * pp) & (yy >= -_ROUNDING * qq)
            together = np.sqrt(np.maximum(xx, 0) * np.maximum(yy, 0))
            possible &= np.abs(xy) <= together + _ROUNDING * (pp + qq)
        if not possible.all():
            raise ImpossibleSums(int(np.argmin(possible)))
        turn = np.radians(columns["turn"])
        further, major, minor = principal_axes(xx, xy, yy)
        cos, sin = np.cos(turn), np.sin(turn)
        moments = fitted(
            n.astype(np.int64),
            w,
            1.0 / share,
            (columns["x0"], columns["y0"]),
            (p * cos - q * sin, p * sin + q * cos),
            turn + further,
            major,
            minor,
        )
        # What the variance along the minor axis is the small difference of.
        across = np.sin(further) ** 2 * pp + np.cos(further) ** 2 * qq + np.abs(np.sin(2.0 * further) * pq)
        return cls(moments, across > _FAR * minor**2)

    def inside(self, scales: Sequence[Floats]) -> list[tuple[Array, Array]]:
        """See `PointSums.inside`; nobody knows."""
        return [(np.full(scale.size, np.nan), np.full(scale.size, np.nan)) for scale in scales]

    def holding(self, share: float) -> Floats:
        """See `PointSums.holding`; nobody knows."""
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "With SCALING share_inside the points themselves are needed: let the job that made the sums write "
                "scale, n_in and w_in, or choose another size rule.",
            )
        )

    def sizes(self, columns: Mapping[str, Array]) -> Sizes:
        """Return the `Sizes` of (G,) columns of `SIZES`, as the job counted them."""
        scale, n_in, w_in = (np.asarray(columns[name], dtype=float) for name in SIZES)
        share = np.where(np.isfinite(scale), np.minimum(w_in / self.moments.weight, 1.0), np.nan)
        return Sizes(scale, n_in, share, expected_share(scale, self.moments.n_eff))


def check_sizes(columns: Mapping[str, Array], by_share: Flags) -> None:
    """Raise `ImpossibleSums` on the first row whose sizes cannot be those of its sums.

    Parameters
    ----------
    columns : dict of str to (R,) array
        By name, `SUMS` and `SIZES`; a size is NaN where its group has too few points, a count where nobody counted.
    by_share : (R,) bool
        Where the size was made to hold a share, which may all lie in one place.
    """
    n, w, ww, scale, n_in, w_in = (
        np.asarray(columns[name], dtype=float) for name in ("n", "sum_w", "sum_ww", *SIZES)
    )
    counted = np.isnan(n_in) | _whole(n_in, n)
    counted &= np.isnan(w_in) | ((w_in >= 0) & (w_in <= w * (1 + _ROUNDING)))
    with np.errstate(all="ignore"):
        few = np.isnan(scale) & (w / ww * w <= _ENOUGH * (1 + 10 * _ROUNDING))
        drawn = ((scale > 0) | (by_share & (scale == 0))) & (scale <= _LARGEST_SCALE)
    possible = few | (counted & drawn)
    if not possible.all():
        raise ImpossibleSums(int(np.argmin(possible)))


def _whole(numbers: Floats, most: Floats | float) -> Flags:
    whole: Flags = (numbers == np.floor(numbers)) & (numbers >= 0) & (numbers <= most)
    return whole


class ImpossibleSums(Exception):  # noqa: N818 - the reader of the table says which row it is
    """Sums that cannot be those of points, by their position."""

    @property
    def position(self) -> int:
        """Of the row."""
        position: int = self.args[0]
        return position
