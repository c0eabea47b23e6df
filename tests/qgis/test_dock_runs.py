"""The dock follows the newest run, and shows what belongs to it alone."""

from pathlib import Path

import pytest
from clusterbelt.processing.cartography.earlier_runs import show_alone
from clusterbelt.processing.layers.matching.alias_table import Alias, write_alias
from clusterbelt.processing.layers.matching.judgement_table import (
    Judgement,
    judgements_by_cluster,
    open_table,
    write_judgements,
)
from clusterbelt.processing.layers.runs import Run, run_of, run_of_parameters, study_of, write_run
from clusterbelt.ui.actions.presets import parameters_again_for, parameters_for, written_tables
from clusterbelt.ui.dock.workbench import Workbench
from dock_scene import RecordingCanvas, choose, layer_of, matches, saved, select
from making import rows_of, table
from qgis import processing
from qgis.core import QgsApplication, QgsFeature, QgsProject, edit

PAIR_FIELDS = ("cluster", "belt", "rel", "rank", "decby", "evid")


def algorithm_named(name):
    return QgsApplication.processingRegistry().algorithmById(f"clusterbelt:{name}")


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
    qtbot.wait(50)
    assert dock.controller.layer is None and dock.message.text() == ""


def test_when_the_layer_that_is_shown_goes_the_newest_run_that_is_left_is_shown(qtbot, dock):
    older, newest = of_run(run_at("08:00"), matches()), of_run(run_at("09:00"), matches())
    add(of_run(run_at("07:00"), matches()), older, newest)
    assert dock.controller.layer is newest
    QgsProject.instance().removeMapLayer(newest.id())
    qtbot.waitUntil(lambda: dock.controller.layer is older)
    assert dock.layer_box.currentLayer() is older and dock.tabs.isVisibleTo(dock)


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
    assert dock.why_controller.file not in ("", mine)
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


def test_after_the_run_again_the_same_clusters_are_selected_and_the_keys_go_on_in_the_list(qtbot, dock):
    dock.tabs.setCurrentIndex(1)
    with qtbot.waitActive(dock):
        dock.show()
        dock.activateWindow()
    rows = [(f"n{row}", "SEI", f"{row}#1", "北京市", "matched", "same", f"why {row}") for row in range(90)]
    choose(qtbot, dock, of_run(run_at("08:00", CLUSTERS="/a.csv"), matches(rows)))
    select(dock, "n70", "n72")
    dock.action_bar.buttons["again"].setFocus()
    # As in a run again rows come in another order and have other ids.
    newer = of_run(run_at("09:00", CLUSTERS="/a.csv"), matches(rows[2:], name="newer"))
    with qtbot.waitSignal(dock.controller.summary_changed, timeout=60_000):
        add(newer)
    view, model = dock.review.view, dock.review.model
    chosen = [model.row_at(index.row()) for index in view.selectionModel().selectedRows()]
    assert [row.name for row in chosen] == ["n70", "n72"] and view.hasFocus()
    assert sorted(newer.selectedFeatureIds()) == sorted(row.feature_id for row in chosen)
    assert dock.why_controller.why.evidence == "why 72"
    assert model.row_at(view.currentIndex().row()).name == "n72"
    assert view.visualRect(view.currentIndex()).intersects(view.viewport().rect())
    select(dock, "n71")
    other = of_run(run_at("10:00", CLUSTERS="/b.csv"), matches(rows, name="other"))
    with qtbot.waitSignal(dock.controller.summary_changed, timeout=60_000):
        add(other)
    assert not view.selectionModel().hasSelection() and not other.selectedFeatureCount()


def test_in_a_window_the_run_is_repeated_at_once_and_the_arrow_opens_the_dialog(qtbot, opened):
    QgsProject.instance().clear()
    canvas, made, repeated = RecordingCanvas(), [], []
    dock = Workbench(
        canvas,
        open_algorithm=lambda *words, **_: opened.append(words),
        make_page=lambda *words: made.append(words),
        repeat_run=lambda *words: repeated.append(words),
    )
    for widget in (canvas, dock):
        qtbot.addWidget(widget)
    choose(qtbot, dock, of_run(run_at("08:00", CLUSTERS="/a.csv"), matches()))
    button, given = dock.action_bar.buttons["again"], {"CLUSTERS": "/a.csv"}
    button.click()
    dock.notices.older.button.click()
    former = run_of(dock.controller.layer).id
    assert repeated == [("clusterbelt:matchclusters", given, former)] * 2 and not opened
    (action,) = button.menu().actions()
    action.trigger()
    assert opened == [("clusterbelt:matchclusters", given)] and len(repeated) == 2 and not made
    dock.shutdown()
    QgsProject.instance().clear()


def test_the_matching_begins_with_all_outputs_that_the_desk_shows(dock, opened):
    dock.action_bar.buttons["clusterbelt:matchclusters"].click()
    assert {opened[0][1][name] for name in ("BELTS_OUT", "PAIRS", "CHECK")} == {"TEMPORARY_OUTPUT"}


def test_a_layer_without_a_run_offers_no_repetition(qtbot, dock):
    choose(qtbot, dock, matches())
    button = dock.action_bar.buttons["again"]
    assert not button.isEnabled() and "does not tell" in button.toolTip()


def test_two_studies_in_one_folder_have_files_of_their_own(qtbot, dock, tmp_path):
    files = []
    for name in ("a", "b"):
        layer = saved(matches(), tmp_path / f"{name}.gpkg")
        choose(qtbot, dock, of_run(run_at("08:00", CLUSTERS=f"/{name}/clusters.csv"), layer))
        files.append(dock.why_controller.file)
    assert len(set(files)) == 2 and {Path(file).parent for file in files} == {tmp_path}


def test_a_study_finds_its_judgements_wherever_its_layers_are_written(qtbot, dock, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    parameters = {"CLUSTERS": "/a/clusters.csv"}
    choose(qtbot, dock, of_run(run_at("08:00", **parameters), saved(matches(), tmp_path / "m.gpkg")))
    select(dock, "chips")
    dock.review.why_panel.buttons["reject"].click()
    written = dock.why_controller.file
    QgsProject.instance().clear()
    moved = saved(matches(), tmp_path / "elsewhere" / "m.gpkg")
    choose(qtbot, dock, of_run(run_at("09:00", **parameters), moved))
    assert dock.why_controller.file == written
    select(dock, "chips")
    assert [one.decision for one in dock.why_controller.why.judgements] == ["reject"]


def test_the_study_of_a_chain_of_runs_is_the_table_from_which_it_comes(qtbot, dock):
    split = of_run(Run("clusterbelt:splitshared", {"INPUT": "/a/clusters.csv"}), matches())
    QgsProject.instance().addMapLayer(split)
    plain = {"layer": split.id(), "source": split.source(), "provider": "memory"}
    assert study_of(of_run(run_at("08:00", CLUSTERS=plain), matches())) == "/a/clusters.csv"
    algorithm = QgsApplication.processingRegistry().algorithmById("clusterbelt:matchclusters")
    assert (
        run_of_parameters(algorithm, {"CLUSTERS": split.id()}, QgsProject.instance()).study
        == "/a/clusters.csv"
    )


def test_a_layer_that_is_older_than_its_judgements_says_so_until_the_run_again(qtbot, dock, opened, tmp_path):
    path = str(tmp_path / "j.gpkg")
    choose(qtbot, dock, of_run(run_at("08:00", CLUSTERS="/a.csv"), matches()))
    dock.why_controller.set_file(path)
    notice = dock.notices.older
    assert not notice.isVisibleTo(dock)
    select(dock, "chips")
    dock.review.why_panel.buttons["reject"].click()
    assert notice.isVisibleTo(dock) and "newer than the layer: 1" in notice.label.text()
    write_alias(path, Alias("x", "HA", date="2026-05-01T09:00:00"))
    dock.remind()
    assert "newer than the layer: 2" in notice.label.text()
    notice.button.click()
    again = opened.pop()[1]
    assert again["OVERRIDES"] and again["ALIASES"]
    # At once: what was said in the second of the run is in it all the same.
    qtbot.wait(2)
    later = Run("clusterbelt:matchclusters", {**again, "CLUSTERS": "/a.csv"})
    choose(qtbot, dock, of_run(later, matches()))
    assert not notice.isVisibleTo(dock)


def test_rows_without_a_field_of_ids_are_judged_and_run_again(qtbot, dock, tmp_path):
    """Where rows move, a judgement concerns no other cluster than the one that was judged."""
    fields, rows = ["name", "city", "industry"], [["a", "苏州市", "女装"], ["b", "杭州市", "女装"]]
    clusters, belts = table(rows, fields), table([["苏州市", "女装"], ["杭州市", "女装"]], fields[1:])
    QgsProject.instance().addMapLayers([clusters, belts])
    given = {"CLUSTERS": clusters.id(), "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
             "BELTS": belts.id(), "BELT_CITY": "city", "BELT_INDUSTRY": "industry",
             "OUTPUT": "TEMPORARY_OUTPUT", "PAIRS": "TEMPORARY_OUTPUT"}  # fmt: skip
    processing.runAndLoadResults("clusterbelt:matchclusters", given)
    qtbot.waitUntil(lambda: dock.review.model.rowCount() == 2)
    dock.why_controller.set_file(str(tmp_path / "j.gpkg"))
    select(dock, "a")
    dock.review.why_panel.buttons["reject"].click()
    select(dock, "b")
    dock.review.why_panel.pairs_view.selectRow(0)
    dock.review.why_panel.buttons["reject"].click()
    (of_pair,) = (one for one in judgements_by_cluster(str(tmp_path / "j.gpkg"))["2#1"])
    assert of_pair.belt_id and of_pair.belt_industry
    _, again = parameters_again_for(run_of(dock.controller.layer), written_tables(dock.why_controller.file))
    again.update(OUTPUT="memory:", PAIRS="memory:")

    def statuses():
        result = processing.run("clusterbelt:matchclusters", again)["OUTPUT"]
        return {row["name"]: row["cb_status"] for row in rows_of(result)}

    assert statuses() == {"a": "unmatched", "b": "unmatched"}
    with edit(clusters):
        clusters.deleteFeature(1)
        clusters.addFeature(QgsFeature(clusters.getFeature(2)))
        clusters.changeAttributeValue(2, 1, "苏州市")
    assert statuses() == {"b": "matched"}


def test_the_next_matching_begins_with_what_the_run_read(qtbot, dock):
    clusters, belts = (table([["苏州市", "女装"]], ["city", "industry"]) for _ in range(2))
    QgsProject.instance().addMapLayers([clusters, belts])
    given = {"CLUSTERS": clusters.id(), "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
             "BELTS": belts.id(), "BELT_CITY": "city", "BELT_INDUSTRY": "industry",
             "OUTPUT": "TEMPORARY_OUTPUT"}  # fmt: skip
    processing.runAndLoadResults("clusterbelt:matchclusters", given)
    parameters = parameters_for("clusterbelt:matchclusters", dock.controller.layer, "", {"OVERRIDES": "x"})
    assert [parameters[name] for name in ("CLUSTERS", "BELTS", "OVERRIDES")] == [
        clusters.id(),
        belts.id(),
        "x",
    ]


def test_a_dock_that_is_made_after_the_run_shows_it(qtbot, dock):
    older = add(of_run(run_at("08:00"), matches()), matches(name="of no run"))
    newest = add(of_run(run_at("09:00"), matches()))
    dock.layer_box.setLayer(older)
    later = Workbench(RecordingCanvas())
    qtbot.addWidget(later)
    assert later.controller.layer is newest
    later.shutdown()


def test_pages_are_made_at_once_and_with_options_on_request(qtbot, dock, opened):
    made = []
    dock.starts._make_page = dock.starts._repeat_run = lambda *words: made.append(words)
    layer = choose(qtbot, dock, of_run(run_at("08:00", TAXONOMY="/own.csv"), matches()))
    for name in ("clusterbelt:matchreport", "clusterbelt:matchlayout"):
        button = dock.action_bar.buttons[name]
        button.click()
        assert made.pop() == (name, layer) and not opened
        button.menu().actions()[0].trigger()
        assert opened.pop()[0] == name and not made


def test_the_report_is_made_with_the_rules_and_belts_of_the_run(qtbot, dock):
    belts = layer_of("Point", "belts", ("id", "城市", "产品"), [("B1", "北京", "chips")])
    add(belts)
    rules = {"TAXONOMY": "/own.csv", "MAX_HOPS": 2, "KEYWORDS": False, "BELT_CITY": "城市"}
    given = {"CLUSTERS": "/a.csv", "BELTS": belts, "BELT_ID": "id", "CITY_BY": "text", **rules}
    run = run_of_parameters(algorithm_named("matchclusters"), given, QgsProject.instance())
    layer = choose(qtbot, dock, of_run(run, matches()))
    report = parameters_for("clusterbelt:matchreport", layer, "class")
    assert report == {
        **rules,
        "INPUT": layer.id(),
        "CLASS": "class",
        "NAME": "name",
        "BELTS": belts.id(),
        "CITY_BY": "text",
    }
    # Belts that the run wrote are read and placed already.
    written = add(of_run(run, layer_of("Point", "out", ("id", "cb_nclus"), [("B1", "1")]), "BELTS_OUT"))
    report = parameters_for("clusterbelt:matchreport", layer, "class")
    assert report["BELTS"] == written.id() and not {"BELT_CITY", "CITY_BY"} & report.keys()


def test_a_page_shows_what_is_of_the_study_of_its_clusters_alone(qtbot, dock):
    fields = ("class", "major", "minor", "rotation", "share_in")
    ellipses = {
        study: layer_of("Polygon", study, fields, [("a", "1", "1", "0", "1")])
        for study in ("/a.csv", "/b.csv")
    }
    for study, layer in ellipses.items():
        write_run(layer, Run("clusterbelt:weightedellipse", {}, study=study), "OUTPUT")
    run = Run("clusterbelt:matchclusters", {}, study="/a.csv")
    out = of_run(run, layer_of("Point", "out", ("id", "cb_nclus"), [("B1", "1")]), "BELTS_OUT")
    placed = layer_of("Point", "placed", ("id", "cb_cityby"), [("B1", "name")])
    write_run(placed, Run("clusterbelt:placecities", {}, study="/c.csv"), "OUTPUT")
    layer = of_run(run, matches())
    add(layer, out, *ellipses.values(), placed)
    for page in ("matchlayout", "matchreport"):
        shown = parameters_for(f"clusterbelt:{page}", layer, "")
        assert (shown["ELLIPSES"], shown["BELTS"]) == (ellipses["/a.csv"].id(), out.id())
    # Belts that are a table have no place on a page.
    QgsProject.instance().removeMapLayer(out)
    assert "BELTS" not in parameters_for("clusterbelt:matchlayout", layer, "")


def test_of_two_runs_of_one_moment_the_one_that_came_last_is_shown(dock):
    for name in ("first", "second"):
        layer = matches()
        layer.setName(name)
        write_run(layer, Run("clusterbelt:matchclusters", {}, time="2026-01-01T10:00:00.000"), "OUTPUT")
        QgsProject.instance().addMapLayer(layer)
    assert dock.controller.layer.name() == "second"


def test_a_run_that_is_chosen_in_the_dock_is_seen_on_the_map(dock, project):
    old, new = of_run(run_at("08:00"), matches(name="old")), of_run(run_at("09:00"), matches(name="new"))
    add(old, new)
    show_alone(project, new)
    root, box = project.layerTreeRoot(), dock.layer_box
    assert not root.findLayer(old).isVisible()
    # As a project or a run brings it: the map is as it was.
    box.setLayer(old)
    assert not root.findLayer(old).isVisible()
    # As a person chooses it.
    box.activated.emit(box.currentIndex())
    assert root.findLayer(old).isVisible() and not root.findLayer(new).isVisible()
