"""Layers of a run know it, find each other, and the run can be repeated from them."""

import json

import pytest
from clusterbelt.processing.layers import runs
from dock_scene import saved
from making import table
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProperty,
    QgsVectorLayer,
)
from test_loading import run_and_load


@pytest.fixture
def inputs(project):
    clusters = table([["a", "苏州", "女装"], ["b", "上海", "机器人"]], ["编号", "城市", "产业"])
    belts = table([["b1", "苏州", "女装"]], ["id", "city", "product"])
    project.addMapLayers([clusters, belts])
    return clusters, belts


def match(project, inputs, **parameters):
    clusters, belts = inputs
    given = {
        "CLUSTERS": clusters.id(),
        "CLUSTER_ID": "编号",
        "CLUSTER_CITY": "城市",
        "CLUSTER_INDUSTRY": "产业",
        "BELTS": belts.id(),
        "BELT_ID": "id",
        "BELT_CITY": "city",
        "BELT_INDUSTRY": "product",
        "OUTPUT": None,
        "PAIRS": None,
        **parameters,
    }
    loaded = run_and_load(project, "clusterbelt:matchclusters", given)
    project.addMapLayers(list(loaded.values()))
    return loaded


def test_all_layers_of_a_run_carry_its_id_and_each_its_output(project, inputs):
    first, second = match(project, inputs), match(project, inputs)
    run = runs.run_of(first["OUTPUT"])
    assert run.algorithm == "clusterbelt:matchclusters" and run.output == "OUTPUT"
    assert runs.layers_of_run(project, run.id) == {"OUTPUT": first["OUTPUT"], "PAIRS": first["PAIRS"]}
    assert runs.run_of(second["PAIRS"]).id != run.id
    assert "matchclusters" in first["OUTPUT"].metadata().history()[0]


def test_a_run_is_repeated_with_its_own_parameters(project, inputs):
    chosen = QgsProcessingFeatureSourceDefinition(inputs[0].id(), True, 1)
    inputs[0].selectByIds([1])
    made = match(project, inputs, CLUSTERS=chosen, KEYWORDS=False, TOP=2, LANGUAGE="zh")
    again = runs.parameters_again(runs.run_of(made["OUTPUT"]))
    assert again["CLUSTER_CITY"] == "城市" and again["KEYWORDS"] is False and again["TOP"] == 2
    assert again["CLUSTERS"].selectedFeaturesOnly and again["CLUSTERS"].featureLimit == 1
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:matchclusters")
    repeated = run_and_load(project, algorithm.id(), dict(again))
    assert repeated["OUTPUT"].featureCount() == made["OUTPUT"].featureCount() == 1


def test_the_run_is_kept_in_the_project(project, inputs, tmp_path):
    made = match(project, inputs)
    run = runs.run_of(made["OUTPUT"])
    path = str(tmp_path / "p.qgs")
    assert project.write(path) and project.read(path)
    kept = [runs.run_of(layer) for layer in project.mapLayers().values()]
    assert run in kept


def test_temporary_layers_that_are_gone_are_left_out(project, inputs):
    made = match(project, inputs)
    run = runs.run_of(made["OUTPUT"])
    project.removeMapLayer(inputs[1].id())
    assert "BELTS" not in runs.parameters_again(run) and "CLUSTERS" in runs.parameters_again(run)


def test_values_of_all_kinds_come_back(project):
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "x", "memory")
    project.addMapLayer(layer)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:weightedellipse")
    given = {
        "INPUT": layer,
        "SIZE": [1, 2.5],
        "MEASURE_CRS": QgsCoordinateReferenceSystem("EPSG:3857"),
        "UID": QgsProperty.fromValue("class"),
        "WEIGHT": None,
        "SCALING": "share_inside",
    }
    run = runs.run_of_parameters(algorithm, given, project)
    again = runs.parameters_again(runs.Run(**json.loads(json.dumps(vars(run)))))
    assert again == {
        "INPUT": layer.id(),
        "SIZE": [1, 2.5],
        "MEASURE_CRS": "EPSG:3857",
        "UID": "class",
        "WEIGHT": None,
        "SCALING": "share_inside",
    }


@pytest.mark.parametrize("text", ["", "{", "[]", '{"algorithm": "x"}', '{"other": 1}'])
def test_what_is_no_run_is_none(text):
    layer = table([["a"]], ["id"])
    layer.setCustomProperty("clusterbelt/run", text)
    assert runs.run_of(layer) is None
    assert runs.run_of(None) is None


def test_a_filter_that_changed_between_two_runs_is_known(project, inputs):
    def read(*layers, **more):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:matchclusters")
        given = dict(zip(("CLUSTERS", "BELTS"), layers))
        run = runs.run_of_parameters(algorithm, {**given, **more}, project)
        return runs.Run(**json.loads(json.dumps(vars(run))))

    clusters, belts = inputs
    chosen = QgsProcessingFeatureSourceDefinition(clusters.id(), False)
    before = [read(clusters, belts), read(chosen, belts.id(), TOP=2)]
    assert runs.filtered_otherwise(before[0], read(clusters, belts)) == []
    clusters.setSubsetString("\"城市\" <> ''")
    now = [read(clusters, belts), read(chosen, belts.id(), TOP=2)]
    for former, run in zip(before, now):
        assert runs.filtered_otherwise(former, run) == [clusters.id()]
        assert runs.filtered_otherwise(run, former) == [clusters.id()]
    assert runs.filtered_otherwise(runs.Run("x", {"CLUSTERS": {"layer": clusters.id()}}), now[0]) == []
    clusters.setSubsetString("")


def test_a_filter_makes_no_other_study(project, inputs, tmp_path):
    """Else judgements would be looked for elsewhere, and the run would count as that of another table."""
    layer = project.addMapLayer(saved(inputs[0], tmp_path / "t.gpkg"))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:matchclusters")
    studies = set()
    for text in ("", "fid < 3"):
        assert layer.setSubsetString(text)
        studies |= {runs.study_of(layer)}
        studies |= {runs.run_of_parameters(algorithm, {"CLUSTERS": layer.id()}, project).study}
    assert len(studies) == 1 and runs.table_of(studies.pop()) == layer.name()
