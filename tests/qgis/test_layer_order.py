"""The layers of a run lie one above the other as they are read, however QGIS has added them."""

import random

import pytest
from clusterbelt.processing.cartography.layer_order import put_in_order
from clusterbelt.processing.layers.runs import Run, run_of, write_run
from making import run, sample
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsVectorLayer,
)


def loaded_by_qgis(project, name, parameters):
    """Run an algorithm with all its layers and have QGIS's own code load them."""
    from processing.gui import Postprocessing

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    for definition in algorithm.destinationParameterDefinitions():
        parameters[definition.name()] = QgsProcessingOutputLayerDefinition("memory:", project)
    results, worked = algorithm.run(parameters, context, feedback)
    assert worked, feedback.textLog()
    Postprocessing.handleAlgorithmResults(algorithm, context, feedback, parameters)
    return results


def outputs_in_order(project):
    layers = (node.layer() for node in project.layerTreeRoot().findLayers())
    return [run_of(layer).output for layer in layers if run_of(layer)]


def test_clusters_lie_above_belts_and_both_above_tables(project):
    own = project.addMapLayer(QgsVectorLayer("Point", "own", "memory"))
    belts = run("placecities", INPUT=sample("belts"), CITY="city", PROVINCE="province")["OUTPUT"]
    for _ in range(3):  # Their ids are made by chance.
        loaded_by_qgis(
            project,
            "clusterbelt:matchclusters",
            {
                "CLUSTERS": sample("clusters"), "CLUSTER_ID": "id", "CLUSTER_CITY": "city",
                "CLUSTER_INDUSTRY": "industry", "CLUSTER_PROVINCE": "province", "BELTS": belts,
                "BELT_CITY": "city", "BELT_INDUSTRY": "product", "BELT_PROVINCE": "province",
            },
        )  # fmt: skip
        order = outputs_in_order(project)
        assert order[:2] == ["OUTPUT", "BELTS_OUT"] and set(order[2:]) == {"PAIRS", "CHECK"}
        project.removeMapLayers([layer.id() for layer in project.mapLayers().values() if layer is not own])
    assert list(project.mapLayers().values()) == [own]


@pytest.mark.parametrize("seed", range(5))
def test_points_lie_above_lines_and_areas_whatever_the_order_of_coming(project, seed):
    made = Run("clusterbelt:weightedellipse", {})
    kinds = {"CENTERS": "Point", "AXES": "MultiLineString", "OUTPUT": "MultiPolygon", "TABLE": "None"}
    coming = list(kinds)
    random.Random(seed).shuffle(coming)
    group = project.layerTreeRoot().addGroup("results")
    for output in coming:
        layer = QgsVectorLayer(kinds[output], output, "memory")
        write_run(layer, made, output)
        put_in_order(project, layer)  # not in the tree: nothing happens
        project.addMapLayer(layer, False)
        group.addLayer(layer)
        put_in_order(project, layer)
    assert outputs_in_order(project) == list(kinds) and len(project.mapLayers()) == 4
    assert all(node.parent() == group for node in project.layerTreeRoot().findLayers())


def test_layers_of_others_keep_their_places(project):
    made = Run("clusterbelt:matchclusters", {})
    layers = [QgsVectorLayer("Point", name, "memory") for name in ("a", "BELTS_OUT", "b", "OUTPUT", "c")]
    for layer in layers:
        if layer.name().isupper():
            write_run(layer, made, layer.name())
        project.addMapLayer(layer, False)
        project.layerTreeRoot().addLayer(layer)
    for node in project.layerTreeRoot().findLayers():
        node.setItemVisibilityChecked(node.name() != "BELTS_OUT")
    put_in_order(project, layers[1])
    assert [layer.name() for layer in project.layerTreeRoot().layerOrder()] == [
        "a",
        "OUTPUT",
        "b",
        "BELTS_OUT",
        "c",
    ]
    shown = {node.name() for node in project.layerTreeRoot().findLayers() if node.isVisible()}
    assert shown == {"a", "b", "c", "OUTPUT"}
