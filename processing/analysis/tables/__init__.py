"""The tables that a study prints from matched clusters: tables in, tables out, nothing of QGIS."""

from ..intervals import wilson
from ..matching.class_order import ALL_CLASSES
from .chance import ChanceTest, match_chance
from .cluster_relations import relate_clusters
from .composition import city_composition
from .counting import ACCOMPANIED, ALL, ALONE, BASES, PARTS, ROWS, WEIGHTED, WHOLE
from .overlap_of_cities import compare_cities
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
    "ChanceTest",
    "city_composition",
    "compare_cities",
    "equal_classes",
    "match_chance",
    "match_summary",
    "relate_clusters",
    "summaries",
    "wilson",
]
