"""Coupling coordination of two layers, with its known misuses closed, and the direction that it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .comparing import TOLERANCE

if TYPE_CHECKING:
    from ..arrays import Flags, Floats, Objects

# By tenths, the upper bound included.
GRADES = (
    "extreme",
    "severe",
    "moderate",
    "mild",
    "verge",
    "barely",
    "primary",
    "medium",
    "good",
    "quality",
)
ABSENT = "absent"
ONLINE, OFFLINE, EVEN = ("online", "offline", "even")
_EVEN_TILT = 0.05


def couple(u_off: Floats, u_on: Floats, alpha: float = 0.5) -> dict[str, Floats]:
    """Return how closely two values are coupled, and how high both stand.

    Parameters
    ----------
    u_off, u_on : (n,) float64
        From 0 to 1.
    alpha : float
        Weight of the first.

    Returns
    -------
    dict of str to (n,) float64
        ``tilt`` (−1: the first only … +1: the second only), ``c`` (coupling), ``c_mod`` (modified coupling), ``t``
        (level), ``d`` and ``d_mod`` (coordination with either coupling). All but ``t`` are NaN where both are 0.

    Notes
    -----
    c = 2√(u_off·u_on)/(u_off + u_on) = √(1 − tilt²), so it has no direction; with alpha ½, d = (u_off·u_on)^¼.
    c_mod: Wang S., Kong W., Ren L. and others (2021), Journal of Natural Resources 36, 793–810.
    """
    total, both = u_off + u_on, u_off * u_on
    level = alpha * u_off + (1 - alpha) * u_on
    with np.errstate(divide="ignore", invalid="ignore"):
        tilt = (u_on - u_off) / total
        coupling = np.minimum(2 * np.sqrt(both) / total, 1.0)
        ratio = np.minimum(u_off, u_on) / np.maximum(u_off, u_on)
        modified = np.sqrt((1 - np.abs(u_on - u_off)) * ratio)
    return {
        "tilt": tilt,
        "c": coupling,
        "c_mod": modified,
        "t": level,
        "d": np.sqrt(coupling * level),
        "d_mod": np.sqrt(modified * level),
    }


def grade(coordination: Floats, absent: Flags) -> Objects:
    """Return the grade of coordination by tenths; `ABSENT` where one layer has no weight, None for NaN.

    Parameters
    ----------
    coordination : (n,) float64
    absent : (n,) bool

    Notes
    -----
    Liao Chongbin (1999), Tropical Geography 19, 171–177.
    """
    tenth = np.maximum(np.ceil((np.nan_to_num(coordination) - TOLERANCE) * 10), 1).astype(np.int64)
    grades: Objects = np.array(GRADES, dtype=object)[tenth - 1]
    grades[np.isnan(coordination)] = None
    grades[absent] = ABSENT
    return grades


def lagging(tilt: Floats) -> Objects:
    """Return which layer lags behind: online, offline, even; None for NaN."""
    lags = np.where(tilt < 0, ONLINE, OFFLINE).astype(object)
    lags[np.abs(tilt) <= _EVEN_TILT + TOLERANCE] = EVEN
    lags[np.isnan(tilt)] = None
    return lags
