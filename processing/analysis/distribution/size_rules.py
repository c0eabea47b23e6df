"""The size rules of the ellipse: their keys and their factor on one standard deviation.

Free of numpy, because the toolbox asks for the keys when QGIS starts.
"""

from __future__ import annotations

import math

from ..messages import QT_TRANSLATE_NOOP, AnalysisError

SCALINGS = ("standard_distance", "standard_deviation", "confidence", "share_inside")
DIVISORS = ("weights", "minus_one", "minus_two")
_LARGEST_SIZE = 1e6
BY_PERCENT = ("confidence", "share_inside")

# Scaling, divisor, and the programs that draw the same ellipse of unweighted points: for SIZE or PERCENT alike.
PROGRAMS = (
    ("standard_distance", "weights", "ArcGIS, ArcGIS Pro, turf ≤ 7.2"),
    ("standard_distance", "minus_two", "CrimeStat, pointpats, R aspace, R sfdep"),
    ("standard_deviation", "weights", "Yuill (1971), Ebdon (1985), SDEllipse"),
    ("confidence", "minus_one", "LF Tools"),
)


def scale_factor(scaling: str, value: float) -> float:
    """Factor on the standard deviations before the divisor is taken into account.

    Parameters
    ----------
    scaling : str
        standard_distance (value·√2, as ArcGIS), standard_deviation (value, Yuill) or confidence
        (√(−2 ln(1 − p)), χ² with 2 degrees of freedom).
    value : float
        Number of standard deviations, or percent for confidence.

    Raises
    ------
    AnalysisError
        Where the value is out of range.
    """
    if scaling == "confidence":
        return math.sqrt(-2.0 * math.log1p(-checked_share(scaling, value)))
    if not 0 < value <= _LARGEST_SIZE:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "SIZE is {size}, but must be greater than 0 and at most one million."
            ),
            size=f"{value:g}",
        )
    return value * math.sqrt(2.0) if scaling == "standard_distance" else value


def checked_share(scaling: str, percent: float) -> float:
    """Return a percentage as a share; 100 is allowed for share_inside only."""
    if not (0 < percent < 100 or (percent == 100 and scaling == "share_inside")):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "PERCENT is {percent}, but must lie between 0 and 100; 100 itself is allowed only with "
                "SCALING share_inside.",
            ),
            percent=f"{percent:g}",
        )
    return percent / 100.0


def points_lost(divisor: str) -> int:
    """What the divisor takes away from the number of points."""
    return DIVISORS.index(divisor)


def rule_name(scaling: str, value: float, divisor: str) -> str:
    """The rule in words, such as ``1 standard_distance`` or ``2 standard_deviation minus_one``."""
    name = f"{value:g} {scaling}"
    return name if divisor == "weights" or scaling == "share_inside" else f"{name} {divisor}"
