"""The tables that a study prints from matched clusters: frames in, frames out, nothing of QGIS."""

from .composition import city_composition
from .counting import ACCOMPANIED, ALL, ALL_CLASSES, ALONE, BASES, PARTS, ROWS, WEIGHTED, WHOLE
from .intervals import wilson
from .overlap_of_cities import current_belts, overlap_of_cities
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
    "city_composition",
    "current_belts",
    "equal_classes",
    "half_up",
    "match_summary",
    "overlap_of_cities",
    "summaries",
    "wilson",
]
