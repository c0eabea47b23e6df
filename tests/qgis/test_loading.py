"""What the toolbox loads is named, aliased and styled, in a test that keeps no reference to the styler."""

import gc

import pytest
from clusterbelt.processing.cartography import loading, styling
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)


@pytest.fixture
def project():
    made = QgsProject.instance()
    made.clear()
    yield made
    made.clear()


def table(fields, rows):
    made = QgsVectorLayer(
        "Point?crs=EPSG:4326&" + "&".join(f"field={name}:string" for name in fields), "t", "memory"
    )
    for row, place in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        made.dataProvider().addFeature(feature)
    return made


def run_and_load(project, name, parameters):
    """Run an algorithm as the toolbox does, all outputs opened, and load them as it does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    context = QgsProcessingContext()
    context.setProject(project)
    for definition in algorithm.destinationParameterDefinitions():
        if definition.name() in parameters:
            from qgis.core import QgsProcessingOutputLayerDefinition

            parameters[definition.name()] = QgsProcessingOutputLayerDefinition("memory:", project)
    feedback = QgsProcessingFeedback()
    _, worked = algorithm.run(parameters, context, feedback)
    assert worked, feedback.textLog()
    del algorithm
    gc.collect()
    loaded = {}
    for key, details in context.layersToLoadOnCompletion().items():
        layer = context.takeResultLayer(key)
        details.setOutputLayerName(layer)
        project.addMapLayer(layer)
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, feedback)
        loaded[details.outputName] = layer
    return loaded


def test_matched_clusters_come_with_their_statuses_and_names(project):
    clusters = table(
        ("id", "city", "industry"),
        [(("1", "北京市", "集成电路"), (116, 40)), (("2", "上海市", "船舶"), (121, 31))],
    )
    belts = table(("id", "city", "product"), [(("1", "北京市", "集成电路"), (116, 40))])
    loaded = run_and_load(
        project,
        "clusterbelt:matchclusters",
        {
            "CLUSTERS": clusters, "CLUSTER_ID": "id", "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
            "BELTS": belts, "BELT_CITY": "city", "BELT_INDUSTRY": "product", "OUTPUT": "",
        },
    )  # fmt: skip
    layer = loaded["OUTPUT"]
    assert styling.is_styled_by_status(layer)
    assert layer.name() == "Matched clusters"
    index = layer.fields().lookupField("cb_evid")
    assert layer.attributeAlias(index) == "Evidence"
    assert layer.fields().at(index).name() == "cb_evid"


def test_ellipses_centres_and_axes_come_in_the_colours_of_their_group(project):
    points = table(
        ("kind",),
        [((kind,), (x, y)) for kind in "ab" for x, y in ((110, 30), (112, 33), (115, 31), (111, 35))],
    )
    loaded = run_and_load(
        project,
        "clusterbelt:weightedellipse",
        {"INPUT": points, "UID": "kind", "OUTPUT": "", "CENTERS": "", "AXES": ""},
    )
    assert set(loaded) == {"OUTPUT", "CENTERS", "AXES"}
    for layer in loaded.values():
        assert layer.renderer().classAttribute() == "kind", layer.name()


def test_nothing_is_held_for_outputs_that_are_not_loaded(project):
    before = len(loading._HELD)
    points = table(("kind",), [(("a",), (110, 30)), (("a",), (112, 33)), (("a",), (115, 31))])
    from qgis import processing

    processing.run("clusterbelt:weightedellipse", {"INPUT": points, "OUTPUT": "memory:"})
    assert len(loading._HELD) == before
