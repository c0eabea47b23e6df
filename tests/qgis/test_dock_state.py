"""The dock with projects that come and go, and the dialogs that it opens."""

import pytest
from clusterbelt.processing.cartography.page import narrowing
from clusterbelt.processing.cartography.styling import renderer_by_status, style_matches
from clusterbelt.processing.layers.matching.judgement_table import Judgement, write_judgements
from clusterbelt.processing.layers.runs import Run, write_run
from clusterbelt.ui.review.cluster_model import ClusterModel
from clusterbelt.ui.study.cluster_filter import ClusterFilter
from dock_scene import choose, layer_of, matches, names_in, saved, without
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

# The outputs of a matching that the dock shows.
SHOWN = dict.fromkeys(("PAIRS", "BELTS_OUT", "CHECK"), "TEMPORARY_OUTPUT")


def save_and_reopen(qtbot, dock, path):
    project = QgsProject.instance()
    assert project.write(str(path))
    project.clear()
    assert dock.controller.layer is None and dock.review.model.rowCount() == 0
    with qtbot.waitSignal(dock.controller.summary_changed, timeout=5000):
        assert project.read(str(path))
    return project


def test_the_state_comes_back_with_the_project(qtbot, dock, tmp_path):
    choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(without("matched"))
    dock.review.view.sortByColumn(ClusterModel.NAME, Qt.SortOrder.AscendingOrder)
    dock.why_controller.set_file(str(tmp_path / "mine.gpkg"))
    save_and_reopen(qtbot, dock, tmp_path / "p.qgz")
    assert dock.controller.layer.name() == "matches" and dock.overview.class_box.currentField() == "class"
    assert dock.review.filter_bar.filter == without("matched")
    assert names_in(dock) == ["cars", "lamps", "robots"]
    assert dock.why_controller.file == str(tmp_path / "mine.gpkg")


def test_the_saved_state_holds_no_absolute_path(qtbot, dock, tmp_path):
    import zipfile

    choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.why_controller.set_file(str(tmp_path / "mine.gpkg"))
    assert QgsProject.instance().write(str(tmp_path / "p.qgz"))
    with zipfile.ZipFile(tmp_path / "p.qgz") as archive:
        text = archive.read("p.qgs").decode()
    assert "./mine.gpkg" in text and str(tmp_path) not in text.split("<properties>")[1]


def test_a_project_saved_while_its_map_is_filtered_can_be_taken_back(qtbot, dock, tmp_path):
    choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter(text="北京"))
    dock.review.filter_bar.map_button.click()
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    save_and_reopen(qtbot, dock, tmp_path / "p.qgz")
    layer = dock.controller.layer
    assert narrowing.is_partly_hidden(layer) and layer.featureCount() == 1
    assert dock.review.filter_bar.map_button.isChecked() and dock.review.filter_bar.layer_button.isChecked()
    dock.review.filter_bar.map_button.click()
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert not narrowing.is_partly_hidden(layer) and layer.featureCount() == 4


def test_a_project_without_a_state_leaves_the_dock_empty(qtbot, dock, tmp_path):
    project = QgsProject.instance()
    project.addMapLayer(saved(matches(), tmp_path / "m.gpkg"))
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    project.read(str(tmp_path / "p.qgz"))
    assert dock.controller.layer is None


@pytest.mark.parametrize("opens", [False, True], ids=["new project", "project without a state"])
def test_another_project_begins_with_its_own_judgements_and_without_a_filter(qtbot, dock, tmp_path, opens):
    project = QgsProject.instance()
    other = tmp_path / "other"
    other.mkdir()
    project.addMapLayer(saved(matches(), other / "m.gpkg"))
    project.write(str(other / "p.qgz"))
    project.clear()
    choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.why_controller.set_file(str(tmp_path / "mine.gpkg"))
    dock.review.filter_bar.set_filter(without("matched", "北京", **{"class": ["SEI"]}))
    if opens:
        project.read(str(other / "p.qgz"))
    else:
        project.clear()
    assert dock.why_controller.file == dock.review.why_panel.file_widget.filePath() == ""
    assert dock.review.filter_bar.filter == ClusterFilter()
    choose(qtbot, dock, saved(matches(), other / "n.gpkg"))
    assert dock.why_controller.file.startswith(str(other / "judgements-"))
    assert len(names_in(dock)) == 4


def test_the_judgements_of_a_layer_without_a_file_go_beside_the_project_once_it_is_saved(
    qtbot, dock, tmp_path
):
    choose(qtbot, dock, matches())
    assert not dock.review.why_panel.file_widget.filePath().startswith(str(tmp_path))
    QgsProject.instance().write(str(tmp_path / "p.qgz"))
    assert dock.review.why_panel.file_widget.filePath().startswith(str(tmp_path / "judgements-"))


def test_a_spoilt_state_is_passed_over(qtbot, dock, tmp_path):
    choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    project = QgsProject.instance()
    project.write(str(tmp_path / "p.qgz"))
    for key in ("filter", "order", "class"):
        project.writeEntry("clusterbelt", f"dock/{key}", "{[nonsense")
    dock._state.restore()
    assert dock.review.filter_bar.filter == ClusterFilter()


def test_without_a_matched_layer_only_matching_is_offered(dock, opened):
    buttons = dock.action_bar.buttons
    assert [name for name, button in buttons.items() if button.isEnabled()] == ["clusterbelt:matchclusters"]
    assert dock.stack.currentIndex() == 0 and "Load the sample study" in dock.welcome.steps.text()
    buttons["clusterbelt:matchclusters"].click()
    assert opened == [("clusterbelt:matchclusters", SHOWN)]


def test_the_dialogs_open_with_the_layers_of_the_project(qtbot, dock, opened, tmp_path):
    project = QgsProject.instance()
    ellipses = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:4326&field=class:string&field=major:double&field=minor:double"
        "&field=rotation:double&field=share_in:double",
        "ellipses",
        "memory",
    )
    belts = layer_of("Point", "belts", ("product", "cb_cityby"), [("shoes", "name")])
    project.addMapLayers([ellipses, belts])
    fields = ("name", "class", "cb_row", "cb_status", "cb_reason", "cb_weight")
    chosen = choose(qtbot, dock, matches([("a", "SEI", "1#1", "matched", "same", "1")], fields))
    for name in ("stylematches", "weightedellipse", "matchlayout"):
        dock.action_bar.buttons[f"clusterbelt:{name}"].click()
    companions = {"INPUT": chosen.id(), "ELLIPSES": ellipses.id(), "BELTS": belts.id()}
    assert opened == [
        ("clusterbelt:stylematches", companions),
        ("clusterbelt:weightedellipse", {"INPUT": chosen.id(), "UID": "class", "WEIGHT": "cb_weight"}),
        ("clusterbelt:matchlayout", {**companions, "CLASS": "class"}),
    ]


def test_the_next_matching_is_given_the_judgements(qtbot, dock, opened, tmp_path):
    choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    write_judgements(dock.why_controller.file, [Judgement(cluster_id="1#1", decision="accept")])
    dock.action_bar.buttons["clusterbelt:matchclusters"].click()
    (_, parameters) = opened[0]
    assert parameters["OVERRIDES"].startswith(dock.why_controller.file)


def test_the_next_matching_is_given_the_clusters_and_the_belts(qtbot, dock, opened):
    fields = ("id", "City", "industry", "cb_row", "cb_shared", "cb_weight", "cb_citycd", "cb_status")
    clusters = matches([("1", "北京市", "集成电路", "1#1", "1", "1", "1101", "unmatched")], fields)
    choose(qtbot, dock, clusters)
    match = dock.action_bar.buttons["clusterbelt:matchclusters"]
    match.click()
    assert opened.pop()[1] == {"CLUSTERS": clusters.id(), **SHOWN}
    fields = ("bid", "product", "province", "cb_citycd", "cb_nclus", "cb_status")
    belts = layer_of("Point", "belts", fields, [("b", "集成电路", "北京", "1101", "0", "unmatched")])
    QgsProject.instance().addMapLayer(belts)
    match.click()
    assert opened.pop()[1] == {"CLUSTERS": clusters.id(), "BELTS": belts.id(), **SHOWN}
    dock.layer_box.setLayer(belts)
    match.click()
    assert opened.pop()[1] == {"BELTS": belts.id(), **SHOWN}


def test_what_is_not_registered_is_disabled_and_says_so(qtbot, dock, monkeypatch):
    from qgis.core import QgsApplication

    choose(qtbot, dock, matches())
    registry = QgsApplication.processingRegistry()
    there = registry.algorithmById("clusterbelt:matchreport") is not None
    button = dock.action_bar.buttons["clusterbelt:matchreport"]
    assert button.isEnabled() == there
    assert there or "not available" in button.toolTip()


def legend_of(layer):
    return [category.label() for category in renderer_by_status(layer).categories()]


def test_a_project_with_temporary_rows_of_a_run_says_that_they_are_gone(
    qtbot, dock, opened, tmp_path, project
):
    """The layers come back without rows: their legends tell no numbers, and the run can be repeated."""
    layer, pies = matches(), matches(name="pies")
    write_run(layer, Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}), "OUTPUT")
    pies.setCustomProperty("clusterbelt/pies_of", layer.id())
    style_matches(pies, language="en")
    choose(qtbot, dock, layer)
    project.addMapLayer(pies)
    assert not dock.notices.gone.isVisibleTo(dock) and "Matched (1, 33.3 %)" in legend_of(layer)
    project.write(str(tmp_path / "p.qgz"))
    project.clear()
    project.read(str(tmp_path / "p.qgz"))
    notice = dock.notices.gone
    assert notice.isVisibleTo(dock) and "are gone" in notice.label.text()
    assert dock.notices.temporary.label.text() == "Temporary layers: 1."
    for name in ("matches", "pies"):
        assert legend_of(project.mapLayersByName(name)[0])[0] == "Matched"
    notice.button.click()
    assert opened.pop()[1]["CLUSTERS"] == "/a.csv"


def test_an_empty_output_is_not_gone(qtbot, dock, project):
    layer = matches(())
    write_run(layer, Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}), "OUTPUT")
    choose(qtbot, dock, layer)
    assert not dock.notices.gone.isVisibleTo(dock)
