"""The review desk: many judged at once, keys, marks, undo, and the next row by itself."""

import pytest
from clusterbelt.processing.layers.matching import study_tables
from clusterbelt.processing.layers.matching.judgement_table import (
    Judgement,
    judgements_by_cluster,
    open_table,
    write_judgements,
)
from clusterbelt.processing.layers.matching.study_tables import rows_of
from clusterbelt.processing.layers.runs import Run, write_run
from clusterbelt.ui.elements.widgets import plain_tip
from clusterbelt.ui.review import judged_marks
from clusterbelt.ui.review.cluster_model import ClusterModel
from clusterbelt.ui.review.cluster_table import NOT_JUDGED
from clusterbelt.ui.review.selection_link import _runs
from clusterbelt.ui.study.cluster_filter import JUDGED, ClusterFilter
from dock_scene import ROWS, choose, layer_of, matches, saved, select
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, edit
from qgis.PyQt.QtCore import Qt

LONELY = ("ships", "INN", "5#1", "三亚市", "unmatched", "no_belt_in_city", "no belts")


@pytest.fixture
def file(dock):
    return dock.why_controller.file


@pytest.fixture
def dock(qtbot, dock, tmp_path):
    choose(qtbot, dock, saved(matches((*ROWS, LONELY)), tmp_path / "m.gpkg"))
    return dock


def decisions(file):
    return {key: [one.decision for one in found] for key, found in judgements_by_cluster(file).items()}


def marks(dock):
    model = dock.review.model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row, ClusterModel.JUDGED), role) for row in range(model.rowCount())]


def selected(dock):
    rows = dock.review.view.selectionModel().selectedRows()
    return [dock.review.model.row_at(index.row()).name for index in rows]


def press(dock, name):
    dock.review.why_panel.buttons[name].click()


def test_a_narrow_list_shows_what_was_judged_and_by_whom(qtbot, dock, file, monkeypatch):
    monkeypatch.setattr("clusterbelt.ui.review.judging.QgsApplication.userFullName", lambda: "Li Na")
    dock.tabs.setCurrentIndex(1)
    dock.show()
    for name, decision in (("chips", "accept"), ("lamps", "reject")):
        select(dock, name)
        press(dock, decision)
    view, model = dock.review.view, dock.review.model
    for width, texts in (
        (340, ["✓ Li Na*", "✗ Li Na*"]),
        (900, ["accepted, Li Na (pending)", "rejected, Li Na (pending)"]),
    ):
        dock.resize(width, 700)
        qtbot.waitUntil(lambda width=width: view.viewport().width() > width - 80)
        column = model.JUDGED
        cells = [model.data(model.index(row, column)) for row in range(model.rowCount())]
        assert [text for text in cells if text] == texts
        needed = max(view.fontMetrics().horizontalAdvance(text) for text in texts)
        assert view.columnWidth(column) >= needed
    assert "✗ rejected" in model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_several_are_judged_at_once_with_one_note(dock, file):
    select(dock, "chips", "lamps")
    assert "2 clusters" in dock.review.why_panel.target.text()
    dock.review.why_panel.note.setText("seen")
    press(dock, "reject")
    assert decisions(file) == {"1#1": ["reject"], "3#1": ["reject"]}
    assert {one.note for found in judgements_by_cluster(file).values() for one in found} == {"seen"}
    assert selected(dock) == ["cars"]
    assert "2 judged" in dock.message.text()


def test_the_rows_are_marked_with_who_judged_and_that_it_is_pending(dock, file):
    assert dock.review.view.isColumnHidden(ClusterModel.JUDGED)
    select(dock, "robots")
    press(dock, "accept")
    assert not dock.review.view.isColumnHidden(ClusterModel.JUDGED)
    (judgement,) = judgements_by_cluster(file)["2#1"]
    assert marks(dock) == ["", f"accepted, {judgement.reviewer} (pending)", "", "", ""]


def test_what_is_withdrawn_is_gone_and_comes_back_by_undo(dock, file):
    select(dock, "chips", "robots")
    press(dock, "reject")
    before = judgements_by_cluster(file)
    select(dock, "chips", "robots")
    press(dock, "withdraw")
    assert decisions(file) == {} and dock.review.view.isColumnHidden(ClusterModel.JUDGED)
    press(dock, "undo")
    assert judgements_by_cluster(file) == before
    press(dock, "undo")
    assert decisions(file) == {} and not dock.review.why_panel.buttons["undo"].isEnabled()


def test_undo_brings_back_the_judgement_that_was_replaced(dock, file):
    write_judgements(file, [Judgement(cluster_id="1#1", decision="set", relation="same", note="old")])
    select(dock, "chips", "robots")
    press(dock, "reject")
    press(dock, "undo")
    (judgement,) = judgements_by_cluster(file)["1#1"]
    assert (judgement.decision, judgement.relation, judgement.note) == ("set", "same", "old")
    assert "2#1" not in judgements_by_cluster(file)


def test_where_nothing_is_judged_nothing_can_be_withdrawn(dock):
    select(dock, "chips")
    button = dock.review.why_panel.buttons["withdraw"]
    assert not button.isEnabled() and "no judgement" in button.toolTip()


def test_without_belts_in_the_city_nothing_is_accepted_and_the_tip_says_why(dock, file):
    select(dock, "ships")
    buttons = dock.review.why_panel.buttons
    assert not buttons["accept"].isEnabled() and "no belts" in buttons["accept"].toolTip()
    assert not buttons["set"].isEnabled() and buttons["reject"].isEnabled()
    select(dock, "robots", "ships")
    press(dock, "accept")
    assert decisions(file) == {"2#1": ["accept"]}
    assert "no belts in their cities: 1." in dock.message.text()


def test_keys_judge_and_the_tips_tell_them(qtbot, dock, file):
    with qtbot.waitActive(dock):
        dock.show()
        dock.tabs.setCurrentIndex(1)
        dock.activateWindow()
    select(dock, "chips")
    dock.review.view.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_R):
        qtbot.keyClick(dock.review.view, key)
    assert decisions(file) == {"1#1": ["accept"], "2#1": ["reject"]} and selected(dock) == ["lamps"]
    qtbot.keyClick(dock.review.view, Qt.Key.Key_U)
    assert decisions(file) == {"1#1": ["accept"]}
    qtbot.keyClick(dock.review.view, Qt.Key.Key_N)
    assert dock.review.why_panel.note.hasFocus()
    tips = {name: button.toolTip()[-3:] for name, button in dock.review.why_panel.buttons.items()}
    assert tips == {"accept": "(A)", "reject": "(R)", "set": "(S)", "withdraw": "(W)", "undo": "(U)"}


def test_a_key_that_does_nothing_says_why_until_another_cluster_is_selected(qtbot, dock, file):
    with qtbot.waitActive(dock):
        dock.show()
        dock.tabs.setCurrentIndex(1)
        dock.activateWindow()
    view = dock.review.view
    view.setFocus()
    said = {}
    for name, keys in (("ships", "ASWU"), ("robots", "W")):
        select(dock, name)
        assert dock.message.text() == ""
        for key in keys:
            dock.message.setText("")
            qtbot.keyClicks(view, key.lower())
            said[name, key] = dock.message.text()
    view.clearSelection()
    qtbot.keyClicks(view, "a")
    assert "no belts in the city" in said["ships", "A"] and said["ships", "S"] == said["ships", "A"]
    assert said["ships", "W"] == said["robots", "W"] and "no judgement to withdraw" in said["robots", "W"]
    assert "no judgement to undo" in said["ships", "U"] and "Select the clusters" in dock.message.text()
    assert dock.message.isVisible() and decisions(file) == {}


def test_the_last_row_stays_selected(dock, file):
    select(dock, "ships")
    press(dock, "reject")
    assert selected(dock) == ["ships"]


def test_after_a_run_that_read_them_judgements_are_no_longer_pending():
    judgement = Judgement(cluster_id="1", decision="accept", date="2026-05-01T08:00:00")
    for time, parameters, pending in (
        ("2026-05-01T09:00:00.000", {"OVERRIDES": "x"}, "counted"),
        ("2026-05-01T07:00:00.000", {"OVERRIDES": "x"}, "pending"),
        ("2026-05-01T09:00:00.000", {}, "pending"),
    ):
        assert judged_marks.state_of([judgement], Run("a", parameters, time=time)) == pending
    assert judged_marks.state_of([judgement], None) == "pending"


@pytest.mark.parametrize("decision", ["{", "{0}", "{relation.__class__}", ""])
def test_a_decision_that_is_not_known_is_shown_as_it_is(dock, file, decision):
    write_judgements(file, [Judgement(cluster_id="1#1", decision=decision, note="{x}", reviewer="{y}")])
    select(dock, "chips")
    text = dock.review.why_panel.judgements.text()
    assert f"Judged: {decision} (" in text and "{x}" in text and "{y}" in text


def test_what_looks_like_html_in_the_data_is_shown_as_it_is(dock):
    assert (
        plain_tip("<b>x</b>\ny") == "<span>&lt;b&gt;x&lt;/b&gt;<br>y</span>" and plain_tip("a & b") == "a & b"
    )
    model = ClusterModel()
    model.set_rows([dock.review.model.row_at(0)._replace(name="<img src=x>")])
    assert model.data(model.index(0, 0)) == "<img src=x>"
    assert "&lt;img" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)


def test_a_run_is_told_on_the_rows(qtbot, dock, file, tmp_path):
    write_judgements(file, [Judgement(cluster_id="1#1", decision="reject", reviewer="li", date="2026-05-01")])
    layer = saved(matches(), tmp_path / "n.gpkg")
    write_run(
        layer, Run("clusterbelt:matchclusters", {"OVERRIDES": f"{file}|layername=judgements"}), "OUTPUT"
    )
    choose(qtbot, dock, layer)
    assert marks(dock)[0] == "rejected, li"


PAIR_FIELDS = ("cluster", "belt", "rel", "rank", "decby", "evid")


@pytest.fixture
def with_belts(qtbot, dock, tmp_path):
    """The layers of a run with the belts that it read: two are related to the chips."""
    belts = layer_of(
        "Point", "belts", ("bid", "product"), [("B1", "chips"), ("B2", "wafers"), ("B3", "shoes")]
    )
    pairs = [("1#1", "B1", "same", "1", "rule", "x"), ("1#1", "B2", "belt_upstream", "2", "rule", "y")]
    table, layer = layer_of("None", "pairs", PAIR_FIELDS, pairs), matches((*ROWS, LONELY))
    QgsProject.instance().addMapLayers([belts, table, layer])
    given = {"layer": belts.id(), "source": "", "provider": "memory"}
    run = Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv", "BELTS": given, "BELT_ID": "bid"})
    write_run(table, run, "PAIRS")
    with qtbot.waitSignal(dock.controller.summary_changed):
        write_run(layer, run, "OUTPUT")
    return belts


def test_the_cluster_that_is_chosen_flashes_on_the_map_with_its_belts(dock, with_belts):
    canvas = dock.controller._canvas
    select(dock, "chips")
    assert {row["bid"] for row in with_belts.selectedFeatures()} == {"B1", "B2"}
    assert sorted(map(len, canvas.flashed)) == [1, 2]
    assert canvas.flashed[-1] == dock.controller.layer.selectedFeatureIds()
    select(dock, "robots")
    assert with_belts.selectedFeatureCount() == 0 and len(canvas.flashed) == 3


def test_a_cluster_without_a_place_is_not_looked_for_on_the_map(dock, with_belts, monkeypatch):
    canvas, layer = dock.controller._canvas, dock.controller.layer
    asked = []
    monkeypatch.setattr(canvas, "panToFeatureIds", lambda *given: asked.append(given), raising=False)
    canvas.setExtent(QgsRectangle(100, 20, 120, 40))
    with edit(layer):
        (fid,) = [row.id() for row in layer.getFeatures() if row["name"] == "robots"]
        layer.changeGeometry(fid, QgsGeometry())
    select(dock, "robots")
    assert canvas.flashed == asked == []
    select(dock, "lamps")
    assert len(asked) == 1 and len(canvas.flashed) == 1


def test_the_next_row_flashes_after_a_judgement(dock, with_belts):
    select(dock, "chips")
    press(dock, "reject")
    (chosen,) = dock.controller.layer.selectedFeatures()
    assert chosen["name"] == "robots" and dock.controller._canvas.flashed[-1] == [chosen.id()]


def test_a_cluster_selected_on_the_map_is_found_in_the_list(dock, with_belts):
    assert dock.tabs.currentIndex() == 0
    dock.controller.layer.selectByExpression("\"name\" = 'lamps'")
    assert dock.tabs.currentIndex() == 1 and selected(dock) == ["lamps"]
    assert "lamps" in dock.review.why_panel.title.text()
    assert dock.controller._canvas.flashed == [], "it is seen already"


def test_the_belts_are_left_as_they_were(dock, with_belts):
    select(dock, "chips")
    dock.layer_box.setLayer(None)
    assert with_belts.selectedFeatureCount() == 0


def test_the_list_is_never_wider_than_a_narrow_dock(qtbot, dock, file):
    select(dock, "robots")
    press(dock, "reject")
    dock.resize(340, 700)
    dock.tabs.setCurrentIndex(1)
    dock.show()
    view = dock.review.view
    assert not view.isColumnHidden(dock.review.model.JUDGED)
    qtbot.waitUntil(lambda: view.viewport().width() <= 340 and view.horizontalScrollBar().maximum() == 0)
    # What is cut is told by the tip.
    index = dock.review.model.index(0, dock.review.model.REASON)
    assert index.data(Qt.ItemDataRole.ToolTipRole)


def press_keys(qtbot, dock, *keys):
    """Press keys in the list, as pairs of a key and a modifier or as keys alone."""
    for key in keys:
        qtbot.keyClick(dock.review.view, *(key if isinstance(key, tuple) else (key,)))


DOWN, EXTEND = Qt.Key.Key_Down, (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def listed(qtbot, dock):
    with qtbot.waitActive(dock):
        dock.show()
        dock.tabs.setCurrentIndex(1)
        dock.activateWindow()
    dock.review.view.setFocus()
    return dock


def test_rows_are_added_from_the_row_that_came_by_itself(qtbot, listed, file):
    press_keys(qtbot, listed, DOWN, Qt.Key.Key_A, Qt.Key.Key_R)
    assert selected(listed) == ["lamps"]
    press_keys(qtbot, listed, EXTEND)
    assert selected(listed) == ["lamps", "cars"]


def test_keys_go_on_from_what_was_selected_on_the_map(qtbot, listed):
    press_keys(qtbot, listed, DOWN)
    listed.controller.layer.selectByExpression("\"name\" = 'lamps'")
    press_keys(qtbot, listed, EXTEND)
    assert selected(listed) == ["lamps", "cars"]


def test_undo_goes_back_to_the_clusters_of_the_judgement(qtbot, listed, file):
    press_keys(qtbot, listed, DOWN, EXTEND, Qt.Key.Key_R, Qt.Key.Key_A)
    assert selected(listed) == ["cars"]
    press_keys(qtbot, listed, Qt.Key.Key_U)
    assert selected(listed) == ["lamps"]
    press_keys(qtbot, listed, Qt.Key.Key_U)
    assert selected(listed) == ["chips", "robots"] and decisions(file) == {}


def test_undo_leaves_the_judgements_of_other_studies_alone(dock, file, tmp_path):
    select(dock, "chips")
    press(dock, "reject")
    dock.why_controller.set_file(str(tmp_path / "other.gpkg"))
    select(dock, "robots")
    assert not dock.review.why_panel.buttons["undo"].isEnabled()
    press(dock, "reject")
    press(dock, "undo")
    press(dock, "undo")
    assert decisions(file) == {"1#1": ["reject"]} and decisions(tmp_path / "other.gpkg") == {}
    dock.why_controller.set_file(file)
    press(dock, "undo")
    assert decisions(file) == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_from_the_reason_a_key_leads_back_to_the_list(qtbot, listed, file, key):
    press_keys(qtbot, listed, DOWN, Qt.Key.Key_N)
    note = listed.review.why_panel.note
    qtbot.keyClicks(note, "seen")
    qtbot.keyClick(note, key)
    assert listed.review.view.hasFocus() and note.text() == "seen"
    press_keys(qtbot, listed, Qt.Key.Key_A)
    assert [one.note for one in judgements_by_cluster(file)["1#1"]] == ["seen"]


def test_none_is_passed_over_where_what_is_judged_leaves_the_list(qtbot, listed, file):
    listed.review.filter_bar.set_filter(ClusterFilter({JUDGED: [NOT_JUDGED]}))
    press_keys(qtbot, listed, DOWN, Qt.Key.Key_A)
    assert selected(listed) == ["robots"]
    press_keys(qtbot, listed, Qt.Key.Key_R)
    assert selected(listed) == ["lamps"]


def test_rows_are_selected_by_runs_of_neighbours(dock):
    """Each run is one range of Qt, whose time grows with the square of their number."""
    model, keys = dock.review.model, ("1#1", "2#1", "3#1", "5#1")
    dock.selection.choose(set(keys))
    rows = dock.review.view.selectionModel().selectedRows()
    assert {model.row_at(index.row()).key for index in rows} == set(keys)
    assert [_runs([]), _runs([4]), _runs([0, 1, 2, 5, 7, 8])] == [[], [(4, 4)], [(0, 2), (5, 5), (7, 8)]]


def test_many_judgements_are_read_in_one_go_as_they_are_read_one_by_one(tmp_path):
    """By columns of the file, and by features, which a table that is being edited takes."""
    path = str(tmp_path / "j.gpkg")
    given = [
        Judgement(cluster_id=f"{number}#1", decision="reject", note="'{note}'\n，" * (number % 2))
        for number in range(300)
    ]
    write_judgements(path, given, [])
    write_judgements(path, [given[7]._replace(decision="accept")], given[:3])
    layer = open_table(path)
    at_once = rows_of(layer, Judgement)
    layer.startEditing()
    assert layer.addFeature(QgsFeature(layer.fields()))
    one_by_one = [row for row in rows_of(layer, Judgement) if row[1] != Judgement()]
    layer.rollBack()
    assert at_once == one_by_one and len(at_once) == 297
    assert [type(value) for value in (at_once[0][0], *at_once[0][1])] == [int, *[str] * 10]
    assert {one.decision for one in judgements_by_cluster(path)["7#1"]} == {"accept"}


@pytest.mark.parametrize("reviewer", ["root", "Alexandra Papadopoulou"])
@pytest.mark.parametrize("width", [300, 340, 420])
def test_the_mark_of_a_judgement_is_never_cut(qtbot, dock, file, width, reviewer):
    long = ("国家战略性新兴产业集群 " * 4, *ROWS[0][1:])
    write_judgements(file, [Judgement(cluster_id="1#1", decision="accept", reviewer=reviewer)])
    choose(qtbot, dock, matches((long, *ROWS[1:])))
    dock.why_controller.set_file(file)
    view, model = dock.review.view, dock.review.model
    dock.resize(width, 600)
    dock.show()
    dock.tabs.setCurrentIndex(1)
    view.fit()
    shown = model.data(model.index(0, model.JUDGED))
    assert shown.startswith("✓") or shown == f"accepted, {reviewer} (pending)"
    assert view.sizeHintForColumn(model.JUDGED) <= view.columnWidth(model.JUDGED), shown
    assert reviewer in model.data(model.index(0, model.JUDGED), Qt.ItemDataRole.ToolTipRole)


def test_the_tables_of_a_study_are_opened_but_a_few_times_for_a_judgement(dock, file, monkeypatch):
    """To write, to tell the marks, the notices and the reasons, to look at the next row; it was eight times."""
    select(dock, "chips")
    press(dock, "accept")
    opened, open_one = [], study_tables._open
    monkeypatch.setattr(study_tables, "_open", lambda *of: opened.append(of) or open_one(*of))
    press(dock, "reject")
    assert 0 < len(opened) <= 4 and marks(dock)[1] != ""
    assert decisions(file)["2#1"] == ["reject"]
