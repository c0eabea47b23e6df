"""A process whose numpy is hidden: what algorithms, models and the dock say is printed, a line each."""

import sys
from pathlib import Path

import hiding  # noqa: F401 - before anything else is imported

sys.path.insert(0, str(Path(__file__).parents[1]))

import conftest  # noqa: F401 - loads the package
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
)

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
TABLES = {
    "CLUSTERS": str(SAMPLE / "clusters.csv"),
    "BELTS": str(SAMPLE / "belts.csv"),
    "TABLE": str(SAMPLE / "clusters.csv"),
    **dict.fromkeys(("CLUSTER_CITY", "BELT_CITY", "CITY"), "city"),
    "CLUSTER_INDUSTRY": "industry",
    "BELT_INDUSTRY": "product",
    "CLASS": "class",
}


def main():
    application = QgsApplication([], True)
    application.initQgis()
    QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
    import clusterbelt

    raised = []
    usual, sys.excepthook = sys.excepthook, lambda kind, error, _: raised.append(f"{kind.__name__}: {error}")
    plugin = clusterbelt.classFactory(None)
    plugin.initProcessing()
    for algorithm in QgsApplication.processingRegistry().providerById("clusterbelt").algorithms():
        print(algorithm.name(), said_by(algorithm), sep="\t")
    print("dock", said_by_dock(), sep="\t")
    print("expression", said_by_expression(), sep="\t")
    sys.excepthook = usual
    print("raised", "; ".join(raised), sep="\t", flush=True)


def said_by(algorithm):
    """What the toolbox, a script and a model say of an algorithm."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    allowed, why = algorithm.create().canExecute()
    checked, again = algorithm.create().checkParameterValues({}, context)
    assert not (allowed or checked) and why == again, algorithm.name()
    if "numpy" not in why:
        return why
    try:
        # A step of a model is prepared without a check; a model itself begins with its first step.
        done = algorithm.create()
        done.run(TABLES, context, feedback) if is_model(algorithm) else done.prepare({}, context, feedback)
    except QgsProcessingException as error:
        return str(error)
    return feedback.textLog().strip() or "nothing"


def is_model(algorithm):
    return isinstance(algorithm, QgsProcessingModelAlgorithm)


def said_by_dock():
    """What the dock says of a matched layer, and how many clusters it lists."""
    from clusterbelt.ui.dock.workbench import Workbench
    from dock_scene import RecordingCanvas, matches
    from qgis.core import QgsProject

    dock, layer = Workbench(RecordingCanvas()), matches()
    QgsProject.instance().addMapLayer(layer)
    dock.layer_box.setLayer(layer)
    for _ in range(200):
        QgsApplication.processEvents()
    return f"{dock.review.model.rowCount()} {dock.message.text()}"


def said_by_expression():
    """What an expression says that asks for a city."""
    expression = QgsExpression("cb_city('苏州')")
    expression.evaluate()
    return expression.evalErrorString()


if __name__ == "__main__":
    main()
    import os

    os._exit(0)  # QGIS is not to be taken down in order
