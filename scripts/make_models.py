"""Write the models under resources/models with the oldest QGIS that is supported: later ones read them, too."""

import os
import sys

import qgis_profile
from qgis_profile import PLUGINS, ROOT

MODELS = ROOT / "resources" / "models"
# Inputs that the dialog keeps folded away: it shows eight at most first.
FOLDED = (
    *("CLUSTER_ID", "CLUSTER_PROVINCE", "BELT_ID", "BELT_PROVINCE", "OVERRIDES", "FLOWS_BY", "REGION_BY"),
)


def main():
    os.environ.update(qgis_profile.prepare())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(PLUGINS))
    from qgis.analysis import QgsNativeAlgorithms
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
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
        print(path.relative_to(ROOT))
    plugin.unload()
    application.exitQgis()


class Maker:
    """Builds a model step by step; what stands lower on the page runs later."""

    def __init__(self, key):
        from clusterbelt.processing.models import INPUTS, NAMES
        from qgis.core import QgsProcessingModelAlgorithm

        self.texts = INPUTS[key]
        self.model = QgsProcessingModelAlgorithm(NAMES[key], "Cluster Belt", "clusterbelt")
        self.places = {"input": 0, "step": 0}

    def table(self, name, optional=False):
        from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

        words, types = self.texts[name][0], [QgsProcessing.SourceType.TypeVector]
        self._add(QgsProcessingParameterFeatureSource(name, words, types, optional=optional))

    def field(self, name, parent, optional=False, several=False):
        from qgis.core import QgsProcessingParameterField

        words = self.texts[name][0]
        self._add(
            QgsProcessingParameterField(name, words, None, parent, allowMultiple=several, optional=optional)
        )

    def text(self, name):
        from qgis.core import QgsProcessingParameterString

        self._add(QgsProcessingParameterString(name, self.texts[name][0], "", optional=True))

    def choice(self, name, options, default):
        from qgis.core import QgsProcessingParameterEnum

        words, several, optional, static = self.texts[name][0], False, False, True
        self._add(QgsProcessingParameterEnum(name, words, options, several, default, optional, static))

    def step(self, child_id, algorithm, description, inputs, outputs):
        """Add an algorithm.

        Parameters
        ----------
        child_id, algorithm, description : str
        inputs : dict
            Parameter to the name of an input of the model, to (step, output), to [value], to several (step, output) or to
            {"expression": text}.
        outputs : dict
            Output to its key in the model.
        """
        from clusterbelt.processing.models import title_of
        from qgis.core import (
            QgsProcessingModelChildAlgorithm,
            QgsProcessingModelChildParameterSource,
            QgsProcessingModelOutput,
        )
        from qgis.PyQt.QtCore import QPointF

        child = QgsProcessingModelChildAlgorithm(algorithm)
        if child.algorithm() is None:
            raise SystemExit(f"{algorithm} is not registered.")
        child.setChildId(child_id)
        child.setDescription(description)
        sources = QgsProcessingModelChildParameterSource
        for name, value in inputs.items():
            if isinstance(value, list) and isinstance(value[0], tuple):
                found = [sources.fromChildOutput(*one) for one in value]
            elif isinstance(value, list):
                found = [sources.fromStaticValue(value[0])]
            elif isinstance(value, dict):
                found = [sources.fromExpression(value["expression"])]
            elif isinstance(value, tuple):
                found = [sources.fromChildOutput(*value)]
            else:
                found = [sources.fromModelParameter(value)]
            child.addParameterSources(name, found)
        # A model is valid only if it has all that an algorithm must have.
        for definition in child.algorithm().parameterDefinitions():
            default = definition.defaultValue()
            if definition.name() not in inputs and not definition.isDestination() and default is not None:
                child.addParameterSources(definition.name(), [sources.fromStaticValue(default)])
        made = {}
        for number, (output, name) in enumerate(outputs.items()):
            words = title_of(algorithm, child.algorithm().parameterDefinition(output), "en")
            final = QgsProcessingModelOutput(name, words)
            final.setChildId(child_id)
            final.setChildOutputName(output)
            final.setMandatory(True)
            final.setPosition(QPointF(900, 120 * self.places["step"] + 60 * number))
            made[name] = final
        child.setModelOutputs(made)
        child.setPosition(QPointF(550, 120 * self.places["step"]))
        self.places["step"] += 1
        self.model.addChildAlgorithm(child)

    def only_if(self, child_id, after, condition):
        """Leave a step out, and its outputs, where an expression of the outputs of another step is false."""
        from qgis.core import QgsProcessingModelChildAlgorithm, QgsProcessingModelChildDependency
        from qgis.PyQt.QtCore import QPointF

        branch = QgsProcessingModelChildAlgorithm("native:condition")
        branch.setChildId(f"{child_id}_if")
        branch.setDescription(f"{child_id} if {condition}")
        branch.setConfiguration({"conditions": [{"name": "yes", "expression": condition}]})
        branch.setDependencies([QgsProcessingModelChildDependency(after)])
        branch.setPosition(QPointF(550, 120 * self.places["step"]))
        self.places["step"] += 1
        self.model.addChildAlgorithm(branch)
        child = self.model.childAlgorithm(child_id)
        child.setDependencies([QgsProcessingModelChildDependency(branch.childId(), "yes")])
        self.model.setChildAlgorithm(child)

    def _add(self, parameter):
        from qgis.core import QgsProcessingModelParameter, QgsProcessingParameterDefinition
        from qgis.PyQt.QtCore import QPointF

        if parameter.name() in FOLDED:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(200, 60 * self.places["input"]))
        self.places["input"] += 1
        self.model.addModelParameter(parameter, component)
        self.model.setParameterOrder(list(self.texts)[: self.places["input"]])


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
