"""The tables that a study prints from matched clusters: frames in, frames out, nothing of QGIS."""

from .counting import ACCOMPANIED, ALL, ALL_CLASSES, ALONE, BASES, PARTS, ROWS, WEIGHTED, WHOLE
from .intervals import wilson
from .rounding import half_up
from .summary import equal_classes, match_summary, summaries

__all__ = [
    "ACCOMPANIED",
    "ALL",
    "ALL_CLASSES",
    "ALONE",
    "BASES",
    "PARTS",
    "ROWS",
    "WEIGHTED",
    "WHOLE",
    "equal_classes",
    "half_up",
    "match_summary",
    "summaries",
    "wilson",
]
