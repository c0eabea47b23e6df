"""Write the models under resources/models with the oldest QGIS that is supported: later ones read them, too."""

import os
import sys

import qgis_profile
from qgis_profile import PLUGINS, ROOT

MODELS = ROOT / "resources" / "models"


def main():
    os.environ.update(qgis_profile.prepare())
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(PLUGINS))
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    import clusterbelt

    plugin = clusterbelt.classFactory(None)
    plugin.initProcessing()
    MODELS.mkdir(exist_ok=True)
    from clusterbelt.processing.models import FILES, GRAVITY, STUDY

    for key, build in ((STUDY, digitalisation_study), (GRAVITY, gravity_centre)):
        path = MODELS / FILES[key]
        if not build().toFile(str(path)):
            sys.exit(f"{path} could not be written.")
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

    def step(self, child_id, algorithm, description, inputs, outputs):
        """Add an algorithm.

        Parameters
        ----------
        child_id, algorithm, description : str
        inputs : dict
            Parameter to the name of an input of the model, to (step, output), or to [value].
        outputs : dict
            Output to its key and its words in the model.
        """
        from qgis.core import (
            QgsProcessingModelChildAlgorithm,
            QgsProcessingModelChildParameterSource,
            QgsProcessingModelOutput,
        )
        from qgis.PyQt.QtCore import QPointF

        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(child_id)
        child.setDescription(description)
        sources = QgsProcessingModelChildParameterSource
        for name, value in inputs.items():
            if isinstance(value, list):
                source = sources.fromStaticValue(value[0])
            elif isinstance(value, tuple):
                source = sources.fromChildOutput(*value)
            else:
                source = sources.fromModelParameter(value)
            child.addParameterSources(name, [source])
        made = {}
        for number, (output, (name, words)) in enumerate(outputs.items()):
            final = QgsProcessingModelOutput(name, words)
            final.setChildId(child_id)
            final.setChildOutputName(output)
            final.setMandatory(True)
            final.setPosition(QPointF(900, 120 * self.places["step"] + 60 * number))
            made[name] = final
        child.setModelOutputs(made)
        child.setPosition(QPointF(550, 120 * self.places["step"]))
        self.places["step"] += 1
        if not self.model.addChildAlgorithm(child):
            raise SystemExit(f"{algorithm} is not registered.")

    def _add(self, parameter):
        from qgis.core import QgsProcessingModelParameter
        from qgis.PyQt.QtCore import QPointF

        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(200, 60 * self.places["input"]))
        self.places["input"] += 1
        self.model.addModelParameter(parameter, component)
        self.model.setParameterOrder(list(self.texts)[: self.places["input"]])


def digitalisation_study():
    """Tables of clusters and belts in; matched clusters, pairs, ellipses, summary and report out."""
    from clusterbelt.processing.models import STUDY

    maker = Maker(STUDY)
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
    maker.text("TITLE")
    passed = [name for name in maker.texts if name not in ("CLASS", "TITLE")]
    matched = ("match", "OUTPUT")
    maker.step(
        "match",
        "clusterbelt:matchclusters",
        "Match clusters with belts",
        {name: name for name in passed},
        {"OUTPUT": ("MATCHED", "Matched clusters"), "PAIRS": ("PAIRS", "Pairs")},
    )
    maker.step(
        "ellipse",
        "clusterbelt:weightedellipse",
        "Ellipses by class",
        {"INPUT": matched, "UID": "CLASS", "WEIGHT": ["cb_weight"]},
        {"OUTPUT": ("ELLIPSES", "Ellipses")},
    )
    maker.step(
        "summary",
        "clusterbelt:matchsummary",
        "Summary by class",
        {"INPUT": matched, "CLASS": "CLASS"},
        {"OUTPUT": ("SUMMARY", "Summary")},
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
        {"OUTPUT": ("REPORT", "Report")},
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
            "OUTPUT": ("SHIFTS", "Shifts"),
            "ELLIPSES": ("ELLIPSES", "Ellipses by period"),
            "TABLE": ("PRINT", "Table for print"),
        },
    )
    return maker.model


if __name__ == "__main__":
    main()
