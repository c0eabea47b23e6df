"""Write the models under resources/models with the oldest QGIS that is supported: later ones read them, too."""

import re
import sys

import qgis_profile
from model_maker import Maker
from qgis_profile import ROOT

MODELS = ROOT / "resources" / "models"


def main():
    application = qgis_profile.start()
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    import clusterbelt

    plugin = clusterbelt.classFactory(None)
    plugin.initProcessing()
    MODELS.mkdir(exist_ok=True)
    from clusterbelt.processing.models import FILES, GRAVITY, STUDY, VIRTUAL

    made = ((STUDY, digitalisation_study), (GRAVITY, gravity_centre), (VIRTUAL, virtual_study))
    for key, build in made:
        path = MODELS / FILES[key]
        model = build()
        valid, issues = model.validate()
        if not valid or not model.toFile(str(path)):
            sys.exit(f"{path} could not be written: {issues}")
        _sort_attributes(path)
        print(path.relative_to(ROOT))
    plugin.unload()
    application.exitQgis()


def _sort_attributes(path):
    """Qt writes the attributes of an element in a random order: take that of the alphabet, so that changes can be read."""
    text = path.read_text(encoding="utf-8")
    attribute = r'\w+="[^"]*"'
    tags = re.compile(rf"<(\w+)((?: {attribute})+)(/?)>")

    def in_order(tag):
        return f"<{tag[1]} {' '.join(sorted(re.findall(attribute, tag[2])))}{tag[3]}>"

    path.write_text(tags.sub(in_order, text), encoding="utf-8")


def _add_tables(maker):
    maker.table("CLUSTERS")
    maker.field("CLUSTER_ID", "CLUSTERS", optional=True)
    maker.field("CLUSTER_CITY", "CLUSTERS")
    maker.field("CLUSTER_PROVINCE", "CLUSTERS", optional=True)
    maker.field("CLUSTER_INDUSTRY", "CLUSTERS")
    maker.field("CLASS", "CLUSTERS")
    maker.table("BELTS")
    maker.field("BELT_ID", "BELTS", optional=True)
    maker.field("BELT_CITY", "BELTS")
    maker.field("BELT_PROVINCE", "BELTS", optional=True)
    maker.field("BELT_INDUSTRY", "BELTS")
    maker.table("OVERRIDES", optional=True)


def _matching(maker):
    """Return the inputs of the matching, by parameter."""
    own = ("CLASS", "TITLE", "FLOWS_BY", "REGION_BY")
    return {name: name for name in maker.texts if name not in own}


def digitalisation_study():
    """Tables of clusters and belts in; matched clusters, pairs, ellipses, summary and report out."""
    from clusterbelt.processing.models import STUDY

    maker = Maker(STUDY)
    _add_tables(maker)
    maker.text("TITLE")
    matched = ("match", "OUTPUT")
    maker.step(
        "match",
        "clusterbelt:matchclusters",
        "Match clusters with belts",
        _matching(maker),
        {"OUTPUT": "MATCHED", "PAIRS": "PAIRS"},
    )
    maker.step(
        "ellipse",
        "clusterbelt:weightedellipse",
        "Ellipses by class",
        {"INPUT": matched, "UID": "CLASS", "WEIGHT": ["cb_weight"]},
        {"OUTPUT": "ELLIPSES"},
    )
    maker.step(
        "summary",
        "clusterbelt:matchsummary",
        "Summary by class",
        {"INPUT": matched, "CLASS": "CLASS"},
        {"OUTPUT": "SUMMARY"},
    )
    maker.step(
        "report",
        "clusterbelt:matchreport",
        "Report",
        {
            "INPUT": matched,
            "CLASS": "CLASS",
            "BELTS": ("match", "BELTS_OUT"),
            "ELLIPSES": ("ellipse", "OUTPUT"),
            "TITLE": "TITLE",
        },
        {"OUTPUT": "REPORT"},
    )
    return maker.model


def gravity_centre():
    """A yearbook table by city in; the path of its centre, ellipses and the table of a paper out."""
    from clusterbelt.processing.models import GRAVITY

    maker = Maker(GRAVITY)
    maker.table("TABLE")
    maker.field("CITY", "TABLE")
    maker.field("PROVINCE", "TABLE", optional=True)
    maker.field("TIME", "TABLE", optional=True)
    maker.field("WEIGHT", "TABLE", optional=True)
    maker.field("VALUES", "TABLE", optional=True, several=True)
    maker.step(
        "place",
        "clusterbelt:placecities",
        "Place a table by city",
        {"INPUT": "TABLE", "CITY": "CITY", "PROVINCE": "PROVINCE"},
        {},
    )
    maker.step(
        "shift",
        "clusterbelt:centershift",
        "Shift of the centre over time",
        {"INPUT": ("place", "OUTPUT"), "TIME": "TIME", "WEIGHT": "WEIGHT", "VALUES": "VALUES"},
        {
            "OUTPUT": "SHIFTS",
            "ELLIPSES": "ELLIPSES",
            "TABLE": "PRINT",
        },
    )
    return maker.model


def virtual_study():
    """Tables of clusters and belts in; links, virtual clusters, gaps, coupling and the report out."""
    from clusterbelt.processing.models import VIRTUAL

    maker, units = Maker(VIRTUAL), ["city", "province", "group"]
    _add_tables(maker)
    maker.choice("FLOWS_BY", units, "group")
    maker.choice("REGION_BY", units, "city")
    maker.text("TITLE")
    matched, belts = ("match", "OUTPUT"), ("match", "BELTS_OUT")
    maker.step(
        "match",
        "clusterbelt:matchclusters",
        "Match clusters with belts",
        _matching(maker),
        {"OUTPUT": "MATCHED"},
    )
    members = _add_members(maker, matched, belts)
    _add_links(maker, members)
    maker.step(
        "gaps",
        "clusterbelt:chaingaps",
        "Gaps in industrial chains",
        {"INPUT": members, "REGION_BY": "REGION_BY"},
        {"OUTPUT": "GAPS", "CANDIDATES": "CANDIDATES", "REGIONS_OUT": "REGIONS"},
    )
    maker.step(
        "coupling",
        "clusterbelt:realvirtual",
        "Real and virtual agglomeration",
        {"INPUT": matched, "ONLINE": belts, "REGION_BY": "REGION_BY"},
        {"OUTPUT": "COUPLING"},
    )
    maker.step(
        "report",
        "clusterbelt:matchreport",
        "Report",
        {
            "INPUT": matched,
            "CLASS": "CLASS",
            "BELTS": belts,
            "VC_TABLE": ("clusters", "TABLE"),
            "FLOWS": ("links", "FLOWS"),
            "GAPS": ("gaps", "REGIONS_OUT"),
            "COUPLING": ("coupling", "OUTPUT"),
            "TITLE": "TITLE",
        },
        {"OUTPUT": "REPORT"},
    )
    return maker.model


def _add_members(maker, matched, belts):
    """Put clusters and belts into one table of members, each with a weight; return it."""
    # Of what kind the geometries are does not matter then: blocks lie at their cities.
    for child, layer, words in (
        ("clusters_table", matched, "Table of clusters"),
        ("belts_table", belts, "Table of belts"),
    ):
        maker.step(child, "native:dropgeometries", words, {"INPUT": layer}, {})
    tables = [("clusters_table", "OUTPUT"), ("belts_table", "OUTPUT")]
    maker.step("merge", "native:mergevectorlayers", "Clusters and belts", {"LAYERS": tables}, {})
    # A row without a weight would be left out.
    real = {"FIELD_TYPE": [0], "FIELD_LENGTH": [0], "FIELD_PRECISION": [0]}
    weight = {"FIELD_NAME": ["cb_weight"], "FORMULA": ['coalesce("cb_weight", 1)'], **real}
    maker.step("members", "native:fieldcalculator", "Weights", {"INPUT": ("merge", "OUTPUT"), **weight}, {})
    return "members", "OUTPUT"


def _add_links(maker, members):
    """Link the members and form virtual clusters, with their ellipses."""
    maker.step(
        "links",
        "clusterbelt:chainlinks",
        "Chain links between cities",
        # A script that does not give the choice gives null.
        {"INPUT": members, "UNIT": {"expression": "coalesce(@FLOWS_BY, 'group')"}},
        {"OUTPUT": "LINKS", "FLOWS": "FLOWS"},
    )
    maker.step(
        "clusters",
        "clusterbelt:virtualclusters",
        "Virtual clusters",
        {"LINKS": ("links", "OUTPUT"), "BLOCKS": ("links", "BLOCKS")},
        {"OUTPUT": "BLOCKS", "SPOKES": "TIES", "TABLE": "VIRTUAL"},
    )
    maker.step(
        "grouped",
        "native:extractbyexpression",
        "Blocks in a cluster",
        {"INPUT": ("clusters", "OUTPUT"), "EXPRESSION": ['"vc_id" IS NOT NULL']},
        {},
    )
    maker.step(
        "ellipse",
        "clusterbelt:weightedellipse",
        "Ellipses of the virtual clusters",
        {"INPUT": ("grouped", "OUTPUT"), "UID": ["vc_id"], "WEIGHT": ["vc_tie"]},
        {"OUTPUT": "ELLIPSES"},
    )
    # Without a point there is no ellipse, which the algorithm refuses; the rest of the study goes on.
    maker.only_if("ellipse", "clusters", "@Virtual_clusters_VC_COUNT > 0")


if __name__ == "__main__":
    main()
