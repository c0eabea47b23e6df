"""A dialog of two tables opens with two that fit, never with one for both."""

import pytest
from clusterbelt.processing.layers.runs import Run, write_run
from clusterbelt.ui.dialogs.guided_dialog import make_dialog
from making import run, table
from qgis.core import QgsApplication, QgsProcessingContext, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox

ROW = [["1", "苏州市", "女装"]]
TWO_TABLES = ("matchclusters", "digitalisationstudy", "virtualstudy")


def named(title, fields, rows=ROW):
    layer = table(rows, fields)
    layer.setName(title)
    return layer


def opened(name, parent, *inputs):
    dialog = make_dialog(
        QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{name}"), parent
    )
    values = [dialog.mainWidget().wrappers[one].parameterValue() for one in inputs or ("CLUSTERS", "BELTS")]
    dialog.guide.refresh()
    return dialog, values


@pytest.mark.parametrize("algorithm", TWO_TABLES)
@pytest.mark.parametrize("in_order", [True, False])
def test_each_input_has_the_table_that_looks_like_it(project, window, algorithm, in_order):
    clusters = named("集群名单", ["编号", "城市", "产业"])
    belts = named("产业带", ["编号", "城市", "产品"])
    project.addMapLayers([clusters, belts] if in_order else [belts, clusters])
    dialog, values = opened(algorithm, window)
    assert values == [clusters.id(), belts.id()]
    boxes = [
        dialog.mainWidget().wrappers[name].wrappedWidget().findChild(QComboBox)
        for name in ("CLUSTERS", "BELTS")
    ]
    assert [box.currentText().split(" [")[0] for box in boxes] == ["集群名单", "产业带"]


def test_other_layers_of_the_project_stay_out(project, window):
    base = QgsVectorLayer(
        "MultiPolygon?field=city:string&field=name:string&field=industry:string", "省界", "memory"
    )
    yearbook = named("统计年鉴", ["地区", "GDP", "人口"], [["苏州市", "1", "2"]])
    clusters, belts = named("t1", ["id", "city", "产业"]), named("t2", ["id", "city", "主营产品"])
    project.addMapLayers([base, yearbook, clusters, belts])
    assert set(opened("matchclusters", window)[1]) == {clusters.id(), belts.id()}


@pytest.mark.parametrize("algorithm", TWO_TABLES)
def test_with_one_table_the_belts_stay_empty_and_the_dialog_says_so(project, window, algorithm):
    clusters = named("t", ["编号", "城市", "产业"])
    project.addMapLayer(clusters)
    dialog, values = opened(algorithm, window)
    assert values == [clusters.id(), None]
    if algorithm == "matchclusters":
        assert "Belts: choose a layer" in dialog.guide.label.text()
        assert dialog.mainWidget().wrappers["BELT_CITY"].parameterValue() in (None, "")


def test_a_layer_chosen_afterwards_is_guided(project, window):
    clusters = named("t", ["编号", "城市", "产业"])
    project.addMapLayer(clusters)
    dialog, _ = opened("matchclusters", window)
    belts = named("u", ["序号", "地市", "产品"])
    project.addMapLayer(belts)
    dialog.mainWidget().wrappers["BELTS"].setParameterValue(belts.id(), QgsProcessingContext())
    dialog.guide.refresh()
    assert dialog.mainWidget().wrappers["BELT_CITY"].parameterValue() == "地市"
    assert "choose a layer" not in dialog.guide.label.text()


def test_the_only_table_may_be_that_of_the_belts(project, window):
    belts = named("产业带", ["产业带名称", "城市", "产品"])
    project.addMapLayer(belts)
    assert opened("matchclusters", window)[1] == [None, belts.id()]


class Window:
    """What Processing asks the window of QGIS."""

    def __init__(self, active):
        self._active = active

    def mapCanvas(self):  # noqa: N802
        return None

    browserModel = mapCanvas  # noqa: N815

    def activeLayer(self):  # noqa: N802
        return self._active


def test_where_nothing_tells_the_active_layer_is_that_of_the_clusters(project, window, monkeypatch):
    one, two = named("x", ["a", "b", "c"]), named("y", ["a", "b", "c"])
    project.addMapLayers([one, two])
    for active, other in ((one, two), (two, one)):
        monkeypatch.setattr("processing.gui.ParametersPanel.iface", Window(active))
        assert opened("matchclusters", window)[1] == [active.id(), other.id()]


def test_tables_are_matched_rather_than_what_was_made_of_them(project, window):
    clusters, belts = named("集群", ["id", "city", "industry"]), named("belts", ["id", "city", "product"])
    matched = named("Matched clusters", ["id", "city", "industry", "cb_row", "cb_status"], [["1"] * 5])
    placed = named("Matched belts", ["id", "city", "product", "cb_nclus", "cb_status"], [["1"] * 5])
    pairs = named("Pairs", ["cluster", "belt", "city", "industry"], [["1"] * 4])
    for layer, output in ((matched, "OUTPUT"), (placed, "BELTS_OUT"), (pairs, "PAIRS")):
        write_run(layer, Run("clusterbelt:matchclusters", {}, id="r"), output)
    project.addMapLayers([matched, placed, pairs, clusters, belts])
    assert opened("matchclusters", window)[1] == [clusters.id(), belts.id()]


@pytest.mark.parametrize("algorithm", ["cityoverlap", "matchchance"])
def test_what_needs_a_match_begins_with_the_newest_and_its_belts(project, window, algorithm):
    layers = []
    for hour in ("09", "08"):
        matched = named(f"m{hour}", ["id", "city", "cb_row", "cb_city", "cb_status"], [["1"] * 5])
        belts = named(f"b{hour}", ["id", "city", "product", "cb_nclus", "cb_city", "cb_status"], [["1"] * 6])
        for layer, output in ((belts, "BELTS_OUT"), (matched, "OUTPUT")):
            run = Run("clusterbelt:matchclusters", {}, id=hour, time=f"2026-01-01T{hour}:00:00.000")
            write_run(layer, run, output)
        layers += [belts, matched]
    project.addMapLayers([named("集群", ["id", "city", "industry"]), *layers])
    _, values = opened(algorithm, window, "INPUT", "BELTS")
    assert values == [layers[1].id(), layers[0].id()]


@pytest.mark.parametrize("algorithm", ["matchreport", "matchsummary", "matchlayout", "stylematches"])
def test_what_reads_a_match_alone_begins_with_one_though_another_layer_is_active(
    project, window, monkeypatch, algorithm
):
    other = QgsVectorLayer("Polygon?field=class:string&field=status:string", "Ellipses", "memory")
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", Window(other))
    project.addMapLayer(other)
    assert opened(algorithm, window, "INPUT")[1] == [None]
    fields = ["id", "city", "cb_row", "cb_city", "cb_status"]
    matched = [table([["Point(1 1)", *["1"] * 5]], fields, "Point") for _ in range(2)]
    for layer, hour in zip(matched, ("09", "08")):
        write_run(layer, Run("clusterbelt:matchclusters", {}, id=hour, time=f"2026-01-01T{hour}"), "OUTPUT")
    project.addMapLayers(matched)
    assert opened(algorithm, window, "INPUT")[1] == [matched[0].id()]
    # A person who chose an older one means it.
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", Window(matched[1]))
    assert opened(algorithm, window, "INPUT")[1] == [matched[1].id()]


def test_what_was_matched_is_matched_again_without_a_choice(project, window):
    """The fields of the outputs are found, of shared clusters those of the split rows."""
    rows = [["C1", "苏州市、上海市", "女装"], ["C2", "北京市", "集成电路"]]
    clusters = table(rows, ["编号", "城市", "产业"])
    belts = table([["b1", "苏州", "女装"], ["b2", "北京", "服装"]], ["bid", "city", "product"])
    given = {
        "CLUSTERS": clusters, "CLUSTER_ID": "编号", "CLUSTER_CITY": "城市", "CLUSTER_INDUSTRY": "产业",
        "BELTS": belts, "BELT_ID": "bid", "BELT_CITY": "city", "BELT_INDUSTRY": "product",
    }  # fmt: skip
    first = run("matchclusters", **given, OUTPUT="memory:", BELTS_OUT="memory:")
    project.addMapLayers([first["OUTPUT"], first["BELTS_OUT"]])
    dialog, _ = opened("matchclusters", window)
    dialog.mainWidget().setParameters({"CLUSTERS": first["OUTPUT"].id(), "BELTS": first["BELTS_OUT"].id()})
    dialog.guide.refresh()
    found = {
        name: one.parameterValue() for name, one in dialog.mainWidget().wrappers.items() if name in given
    }
    assert (found["CLUSTER_ID"], found["CLUSTER_INDUSTRY"]) == ("编号", "产业")
    again = run("matchclusters", **found, OUTPUT="memory:")["OUTPUT"]
    assert [(row["cb_row"], row["cb_status"], row["cb_weight"]) for row in again.getFeatures()] == [
        (row["cb_row"], row["cb_status"], row["cb_weight"]) for row in first["OUTPUT"].getFeatures()
    ]


@pytest.mark.parametrize("name", ["matchclusters", "cityoverlap"])
def test_an_empty_project_leaves_both_empty(project, window, name):
    inputs = ("CLUSTERS" if name == "matchclusters" else "INPUT", "BELTS")
    assert opened(name, window, *inputs)[1] == [None, None]
