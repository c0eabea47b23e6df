"""The sample study in one click: places, split, match, ellipses and the page, all in the project."""

from pathlib import Path

from qgis.core import QgsProject

from ...processing.analysis.fields import CB_CITYCD, CB_WEIGHT
from ...processing.compat import translate
from ..study.preferences import preference
from .action_bar import LAYOUT
from .background_run import Steps, to_project
from .layouts import layout_of
from .presets import parameters_of_page

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
_CLASS = "class"
ALBERS = "PROJ:+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"


def sample_study(parent=None):
    """Return the `Steps` of the study."""
    return Steps(
        [
            (translate("ClusterBelt", "Place the belts by city"), "clusterbelt:placecities", _placed),
            (translate("ClusterBelt", "Split shared clusters by city"), "clusterbelt:splitshared", _split),
            (translate("ClusterBelt", "Match clusters with belts"), "clusterbelt:matchclusters", _matched),
            (translate("ClusterBelt", "Draw the ellipses"), "clusterbelt:weightedellipse", _ellipses),
        ],
        parent,
    )


def hide_sources(study):
    """Take what the matching read off the map, which shows the same points with their statuses; *Run again* needs it."""
    root = QgsProject.instance().layerTreeRoot()
    for made in list(study.outputs.values())[:2]:
        node = root.findLayer(made["OUTPUT"].id())
        if node is not None:
            node.setItemVisibilityChecked(False)


def lay_out(study):
    """Make the page of the study, which opens where a person asks for it."""
    matched = list(study.outputs.values())[2]["OUTPUT"]
    layout_of(parameters_of_page(LAYOUT, matched, _CLASS))


def _placed(_):
    return {
        "INPUT": str(SAMPLE / "belts.csv"),
        "CITY": "city",
        "PROVINCE": "province",
        "OUTPUT": to_project(translate("ClusterBelt", "Belts by city")),
    }


def _split(_):
    return {
        "INPUT": str(SAMPLE / "clusters.csv"),
        "ID": "id",
        "CITY": "city",
        "PROVINCE": "province",
        "OUTPUT": to_project(translate("ClusterBelt", "Clusters by city")),
    }


def _matched(made):
    placed, split = list(made.values())
    return {
        "CLUSTERS": split["OUTPUT"],
        "CLUSTER_ID": "id",
        "CLUSTER_CITY": "city",
        "CLUSTER_INDUSTRY": "industry",
        "BELTS": placed["OUTPUT"],
        "BELT_ID": "id",
        "BELT_CITY": CB_CITYCD,
        "BELT_INDUSTRY": "product",
        "BELT_YEAR": "year",
        "LANGUAGE": preference("LANGUAGE") or "user",
        "OUTPUT": to_project(translate("ClusterBelt", "Clusters")),
        "BELTS_OUT": to_project(translate("ClusterBelt", "Belts")),
        "PAIRS": to_project(translate("ClusterBelt", "Pairs")),
        "CHECK": to_project(translate("ClusterBelt", "Texts to check")),
    }


def _ellipses(made):
    return {
        "INPUT": list(made.values())[2]["OUTPUT"],
        "UID": _CLASS,
        "WEIGHT": CB_WEIGHT,
        "MEASURE_CRS": ALBERS,
        "OUTPUT": to_project(translate("ClusterBelt", "Ellipses")),
    }
