"""The dock follows the newest run, and shows what belongs to it alone."""

import pytest
from clusterbelt.processing.layers.judgement_table import Judgement, open_table, write_judgements
from clusterbelt.processing.layers.runs import Run, write_run
from clusterbelt.ui.dock import ClusterBeltDock
from dock_scene import RecordingCanvas, choose, layer_of, matches, saved, select
from qgis.core import QgsProject

PAIR_FIELDS = ("cluster", "belt", "rel", "rank", "decby", "evid")


@pytest.fixture
def opened():
    return []


@pytest.fixture
def dock(qtbot, opened):
    QgsProject.instance().clear()
    canvas = RecordingCanvas()
    qtbot.addWidget(canvas)
    made = ClusterBeltDock(canvas, open_algorithm=lambda *words: opened.append(words))
    qtbot.addWidget(made)
    yield made
    made.shutdown()
    QgsProject.instance().clear()


def run_at(time, **parameters):
    return Run("clusterbelt:matchclusters", parameters, time=f"2026-05-01T{time}:00.000")


def of_run(run, layer, output="OUTPUT"):
    write_run(layer, run, output)
    return layer


def add(*layers):
    QgsProject.instance().addMapLayers(layers)
    return layers[0]


def pairs(belt):
    return layer_of("None", "pairs", PAIR_FIELDS, [("1#1", belt, "same", "1", "rule", "x")])


@pytest.mark.parametrize("is_told_before", [True, False], ids=["told before", "told after"])
def test_the_newest_run_is_shown_at_once(qtbot, dock, is_told_before):
    choose(qtbot, dock, of_run(run_at("08:00"), matches()))
    newer = matches(name="newer")
    if is_told_before:
        write_run(newer, run_at("09:00"), "OUTPUT")
    add(newer)
    write_run(newer, run_at("09:00"), "OUTPUT")
    assert dock.controller.layer is newer and dock.layer_box.currentLayer() is newer


def test_an_older_run_and_another_output_do_not_take_the_place(qtbot, dock):
    shown = choose(qtbot, dock, of_run(run_at("08:00"), matches()))
    add(of_run(run_at("07:00"), matches()), of_run(run_at("09:00"), matches(), "BELTS_OUT"))
    assert dock.controller.layer is shown


def test_of_several_at_once_the_newest_is_shown(dock):
    newest = of_run(run_at("11:00"), matches())
    add(of_run(run_at("10:00"), matches()), newest, of_run(run_at("09:00"), matches()))
    assert dock.controller.layer is newest


def test_a_layer_that_is_gone_before_it_is_told_its_run_leaves_nothing(qtbot, dock):
    gone = add(matches())
    QgsProject.instance().removeMapLayer(gone.id())
    dock.shutdown()


def test_pairs_are_those_of_the_run(qtbot, dock):
    first, second = run_at("08:00"), run_at("09:00")
    add(of_run(first, pairs("B1"), "PAIRS"), of_run(second, pairs("B2"), "PAIRS"), pairs("B0"))
    for run, belt in ((second, "B2"), (first, "B1"), (None, "B0"), (run_at("10:00"), None)):
        layer = matches() if run is None else of_run(run, matches())
        choose(qtbot, dock, layer)
        select(dock, "chips")
        assert [pair.belt for pair in dock.why_controller.why.pairs] == ([belt] if belt else [])


def test_judgements_are_those_of_the_study(qtbot, dock, tmp_path):
    mine = str(tmp_path / "mine.gpkg")
    a, b = {"CLUSTERS": "/a.csv"}, {"CLUSTERS": "/b.csv"}
    choose(qtbot, dock, of_run(run_at("08:00", **a), matches()))
    dock.why_controller.set_file(mine)
    choose(qtbot, dock, of_run(run_at("09:00", **b), matches()))
    assert dock.why_controller.file == ""
    choose(qtbot, dock, of_run(run_at("10:00", **a), matches()))
    assert dock.why_controller.file == mine


def test_a_run_that_read_judgements_goes_on_with_them(qtbot, dock, tmp_path):
    path = str(tmp_path / "read.gpkg")
    write_judgements(path, [Judgement(cluster_id="1#1", decision="reject")])
    source = open_table(path).source()
    (tmp_path / "out").mkdir()
    layer = saved(matches(), tmp_path / "out" / "m.gpkg")
    choose(qtbot, dock, of_run(run_at("08:00", CLUSTERS="/a.csv", OVERRIDES=source), layer))
    select(dock, "chips")
    assert dock.why_controller.file == path
    assert [one.decision for one in dock.why_controller.why.judgements] == ["reject"]


def test_a_run_is_repeated_with_its_parameters_and_the_judgements_since(qtbot, dock, opened, tmp_path):
    button = dock.action_bar.buttons["again"]
    assert not button.isEnabled()
    path = str(tmp_path / "j.gpkg")
    choose(qtbot, dock, of_run(run_at("08:00", CLUSTERS="/a.csv", CLUSTER_CITY="城市"), matches()))
    assert button.isEnabled() and "2026-05-01 08:00" in button.toolTip()
    button.click()
    given = {"CLUSTERS": "/a.csv", "CLUSTER_CITY": "城市"}
    assert opened.pop() == ("clusterbelt:matchclusters", given)
    dock.why_controller.set_file(path)
    select(dock, "chips")
    dock.review.why_panel.buttons["reject"].click()
    button.click()
    assert opened.pop() == (
        "clusterbelt:matchclusters",
        {**given, "OVERRIDES": open_table(path).source()},
    )


def test_a_layer_without_a_run_offers_no_repetition(qtbot, dock):
    choose(qtbot, dock, matches())
    button = dock.action_bar.buttons["again"]
    assert not button.isEnabled() and "does not tell" in button.toolTip()
