"""The reasons of a cluster, and judgements that the next matching follows."""

from pathlib import Path

import pytest
from clusterbelt.processing.layers.matching.judgement_table import (
    FIELDS,
    Judgement,
    judgements_of,
    open_table,
    write_judgements,
)
from clusterbelt.processing.layers.matching.study_tables import StudyTableError
from dock_scene import ROWS, choose, layer_of, matches, saved, select
from qgis import processing
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

PAIR_FIELDS = ("cluster", "belt", "rel", "rank", "decby", "evid")
PAIRS = (
    ("1#1", "B1", "same", "1", "rule", "chips = chips"),
    ("1#1", "B2", "belt_within", "2", "rule", "memory lies under chips"),
    ("3#1", "B9", "belt_upstream", "1", "rule", "glass is upstream"),
)


@pytest.fixture
def shown(qtbot, dock, tmp_path):
    """The dock with matched clusters from a file and their pairs."""
    QgsProject.instance().addMapLayer(layer_of("None", "pairs", PAIR_FIELDS, PAIRS))
    choose(qtbot, dock, saved(matches(), tmp_path / "matched.gpkg"))
    return dock


def test_a_selected_cluster_says_why(shown):
    select(shown, "chips")
    panel = shown.review.why_panel
    assert panel.title.text() == "chips · 北京市 · Matched"
    assert panel.evidence.text() == "chips = chips"
    model = panel.pairs_model
    assert [model.data(model.index(row, 0)) for row in range(model.rowCount())] == ["B1", "B2"]
    assert model.data(model.index(1, 1)) == "belt within the cluster's industry"


def test_of_the_next_cluster_the_beginning_is_seen(qtbot, dock):
    choose(qtbot, dock, matches([(*row[:-1], "line\n" * 60) for row in ROWS]))
    dock.resize(400, 420)
    dock.tabs.setCurrentIndex(1)
    dock.show()
    select(dock, "chips")
    bar = dock.review.why_panel.details.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 50)
    bar.setValue(40)
    dock.why_controller.refresh()
    assert bar.value() == 40
    select(dock, "lamps")
    assert bar.value() == 0


def test_nothing_is_judged_while_no_cluster_is_selected(shown):
    assert "Select a cluster" in shown.review.why_panel.evidence.text()
    assert not any(button.isEnabled() for button in shown.review.why_panel.buttons.values())


def test_a_judgement_on_a_pair_is_written_beside_the_matched_layer(shown, tmp_path):
    file = shown.why_controller.file
    assert file.startswith(str(tmp_path / "judgements-matches-")) and file.endswith(".gpkg")
    select(shown, "chips")
    panel = shown.review.why_panel
    panel.pairs_view.selectRow(1)
    panel.note.setText("not the same memory")
    panel.buttons["reject"].click()
    (judgement,) = judgements_of(shown.why_controller.file, "1#1")
    assert (judgement.cluster_id, judgement.belt_id, judgement.decision) == ("1#1", "B2", "reject")
    assert judgement.note == "not the same memory" and judgement.date and judgement.reviewer
    assert "rejected" in panel.judgements.text() and Path(file).name in shown.message.text()
    assert panel.note.text() == ""


def test_it_is_said_what_a_judgement_applies_to(qtbot, shown):
    with qtbot.waitActive(shown):
        shown.show()
        shown.tabs.setCurrentIndex(1)
        shown.activateWindow()
    panel = shown.review.why_panel
    assert not panel.target.isVisible()
    select(shown, "chips")
    assert panel.target.isVisible()
    assert panel.target.text() == "Applies to: this cluster and all belts of its city"
    panel.pairs_view.selectRow(1)
    assert panel.target.text() == "Applies to: this cluster and belt B2"
    panel.pairs_view.setFocus()
    qtbot.keyClick(panel.pairs_view, Qt.Key.Key_Escape)
    assert panel.target.text() == "Applies to: this cluster and all belts of its city"


def test_the_pairs_have_room_and_let_the_keyboard_go_on(qtbot, shown):
    with qtbot.waitActive(shown):
        shown.show()
        shown.tabs.setCurrentIndex(1)
        shown.activateWindow()
    select(shown, "chips")
    view = shown.review.why_panel.pairs_view
    assert view.minimumHeight() >= 3 * view.verticalHeader().defaultSectionSize()
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_a_reason_can_be_typed_before_a_cluster_is_selected(shown):
    # A line that begins disabled keeps the faint placeholder of one.
    assert shown.review.why_panel.note.isEnabled()


def test_a_second_thought_replaces_the_first(shown, tmp_path):
    select(shown, "robots")
    shown.review.why_panel.buttons["accept"].click()
    select(shown, "robots")
    shown.review.why_panel.buttons["reject"].click()
    (judgement,) = judgements_of(shown.why_controller.file, "2#1")
    assert judgement.decision == "reject" and judgement.belt_id == ""


def test_a_relation_is_set_from_the_menu(shown, tmp_path):
    select(shown, "lamps")
    shown.review.why_panel.pairs_view.selectRow(0)
    actions = shown.review.why_panel.buttons["set"].menu().actions()
    next(action for action in actions if action.data() == "same").trigger()
    (judgement,) = judgements_of(shown.why_controller.file, "3#1")
    assert (judgement.decision, judgement.relation, judgement.belt_id) == ("set", "same", "B9")


def test_the_file_of_ones_choice_is_taken(shown, tmp_path):
    shown.review.why_panel.file_widget.setFilePath(str(tmp_path / "mine.gpkg"))
    select(shown, "lamps")
    shown.review.why_panel.buttons["accept"].click()
    assert open_table(str(tmp_path / "mine.gpkg")).featureCount() == 1
    assert not list(tmp_path.glob("judgements*"))


def test_where_the_box_of_the_file_is_empty_nothing_is_written(shown, tmp_path):
    select(shown, "lamps")
    shown.review.why_panel.file_widget.setFilePath("")
    shown.review.why_panel.buttons["accept"].click()
    assert "Choose a file" in shown.message.text()
    assert shown.why_controller.file == "" and not list(tmp_path.glob("judgements*"))


def test_a_layer_and_project_without_a_file_are_judged_in_the_profile_and_remembered(qtbot, dock):
    choose(qtbot, dock, matches())
    assert dock.why_controller.file.startswith(QgsApplication.qgisSettingsDirPath())
    select(dock, "lamps")
    dock.review.why_panel.buttons["accept"].click()
    assert [one.decision for one in judgements_of(dock.why_controller.file, "3#1")] == ["accept"]
    Path(dock.why_controller.file).unlink()


def test_a_file_that_cannot_be_written_is_said(shown, tmp_path):
    shown.review.why_panel.file_widget.setFilePath(str(tmp_path / "missing" / "mine.gpkg"))
    select(shown, "lamps")
    shown.review.why_panel.note.setText("long thought about")
    shown.review.why_panel.buttons["accept"].click()
    assert "mine.gpkg" in shown.message.text() and "could not" in shown.message.text()
    assert shown.review.why_panel.note.text() == "long thought about"
    select(shown, "chips")
    assert shown.message.text() == ""


def test_the_table_has_the_columns_of_the_matching_and_joins_a_file_that_exists(tmp_path):
    other = saved(matches(), tmp_path / "data.gpkg")
    path = str(tmp_path / "data.gpkg")
    write_judgements(path, [Judgement(cluster_id="1", decision="accept")])
    assert [field.name() for field in open_table(path).fields()][1:] == list(FIELDS)
    assert other.isValid() and QgsVectorLayer(f"{path}|layername=matches", "m", "ogr").featureCount() == 4
    with pytest.raises(StudyTableError, match="nowhere"):
        write_judgements("/nowhere/at/all.gpkg", [Judgement(cluster_id="1", decision="accept")])


def test_the_next_matching_follows_the_judgements(tmp_path):
    def table(fields, rows):
        made = QgsVectorLayer(
            "Point?crs=EPSG:4326&" + "&".join(f"field={f}:string" for f in fields), "t", "memory"
        )
        for row in rows:
            feature = QgsFeature(made.fields())
            feature.setAttributes(list(row))
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(116, 40)))
            made.dataProvider().addFeature(feature)
        return made

    clusters = table(("id", "city", "industry"), [("c1", "北京市", "集成电路"), ("c2", "北京市", "船舶")])
    belts = table(("bid", "city", "product"), [("b1", "北京市", "集成电路"), ("b2", "北京市", "服装")])
    path = str(tmp_path / "judgements.gpkg")

    def statuses(**more):
        results = processing.run(
            "clusterbelt:matchclusters",
            {
                "CLUSTERS": clusters, "CLUSTER_ID": "id", "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
                "BELTS": belts, "BELT_ID": "bid", "BELT_CITY": "city", "BELT_INDUSTRY": "product",
                "OUTPUT": "memory:", **more,
            },
        )  # fmt: skip
        return {feature["cb_row"]: feature["cb_status"] for feature in results["OUTPUT"].getFeatures()}

    before = statuses()
    assert before == {"c1#1": "matched", "c2#1": "unmatched"}
    write_judgements(path, [Judgement(cluster_id="c1#1", belt_id="b1", decision="reject", reviewer="me")])
    write_judgements(
        path, [Judgement(cluster_id="c2#1", belt_id="b2", decision="set", relation="belt_upstream")]
    )
    after = statuses(OVERRIDES=open_table(path).source())
    assert after == {"c1#1": "unmatched", "c2#1": "adjacent"}
