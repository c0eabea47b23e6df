"""Judgements are found again where their table has moved, and it is said where they lie."""

from pathlib import Path

import pytest
from clusterbelt.processing.layers.matching.alias_table import Alias, aliases_of, write_alias
from clusterbelt.processing.layers.matching.judgement_table import (
    Judgement,
    judgements_by_cluster,
    write_judgements,
)
from clusterbelt.processing.layers.runs import Run, run_of, write_run
from dock_scene import choose, matches, saved, select
from qgis.core import QgsApplication, QgsProject, QgsSettings

REJECTED = Judgement(cluster_id="1#1", decision="reject", reviewer="Li Na", date="2026-05-01T09:00:00")


@pytest.fixture(autouse=True)
def nothing_written_before():
    """What other tests have written is nobody's."""
    QgsSettings().remove("clusterbelt/studies")
    QgsSettings().remove("clusterbelt/tables")


def of_study(layer, table):
    write_run(layer, Run("clusterbelt:matchclusters", {"CLUSTERS": str(table)}), "OUTPUT")
    return layer


def shown(qtbot, dock, folder, table):
    """Show the matched layer of a table in a folder."""
    folder.mkdir(exist_ok=True)
    layer = of_study(saved(matches(), folder / "m.gpkg"), table)
    choose(qtbot, dock, layer)
    return layer


def judge(dock, name="chips", decision="reject"):
    select(dock, name)
    dock.review.why_panel.buttons[decision].click()


def test_a_table_that_has_moved_is_offered_its_judgements(qtbot, dock, tmp_path):
    shown(qtbot, dock, tmp_path / "a", tmp_path / "a" / "clusters.csv")
    judge(dock)
    old = dock.why_controller.file
    write_alias(old, Alias("量子泡泡糖", "c15"))
    QgsProject.instance().clear()
    shown(qtbot, dock, tmp_path / "b", tmp_path / "b" / "clusters.csv")
    file, notice = dock.why_controller.file, dock.found.notice
    assert file != old and notice.isVisibleTo(dock) and notice.label.text().endswith(": 2.")
    assert notice.label.toolTip() == old
    notice.button.click()
    assert not notice.isVisibleTo(dock) and Path(file).name in dock.message.text()
    assert judgements_by_cluster(file) == judgements_by_cluster(old) and aliases_of(file) == aliases_of(old)
    select(dock, "chips")
    assert [one.decision for one in dock.why_controller.why.judgements] == ["reject"]
    judge(dock, "lamps", "accept")
    assert list(judgements_by_cluster(old)) == ["1#1"]


def test_a_folder_that_has_moved_with_its_file_is_offered_it(qtbot, dock, tmp_path):
    shown(qtbot, dock, tmp_path / "a", tmp_path / "a" / "clusters.csv")
    judge(dock)
    QgsSettings().remove("clusterbelt")
    QgsProject.instance().clear()
    (tmp_path / "a").rename(tmp_path / "c")
    shown(qtbot, dock, tmp_path / "c", tmp_path / "c" / "clusters.csv")
    assert dock.found.notice.isVisibleTo(dock)


def test_a_file_of_ones_own_name_is_found_by_its_table(qtbot, dock, tmp_path):
    shown(qtbot, dock, tmp_path / "a", tmp_path / "a" / "clusters.csv")
    dock.why_controller.set_file(str(tmp_path / "mine.gpkg"))
    judge(dock)
    QgsProject.instance().clear()
    shown(qtbot, dock, tmp_path / "b", tmp_path / "b" / "clusters.csv")
    assert dock.found.notice.isVisibleTo(dock)


def test_nothing_is_offered_of_other_tables_other_rows_and_beside_own_judgements(qtbot, dock, tmp_path):
    path = tmp_path / "judgements-clusters-00000000.gpkg"
    write_judgements(str(path), [REJECTED])
    notice = dock.found.notice
    layer = shown(qtbot, dock, tmp_path, tmp_path / "others.csv")
    assert not notice.isVisibleTo(dock)
    QgsProject.instance().clear()
    layer = shown(qtbot, dock, tmp_path / "b", tmp_path / "clusters.csv")
    assert notice.isVisibleTo(dock)
    judge(dock)
    assert not notice.isVisibleTo(dock)
    QgsProject.instance().removeMapLayer(layer.id())
    assert not notice.isVisibleTo(dock)
    path.unlink()
    write_judgements(str(path), [Judgement(cluster_id="not here", decision="reject")])
    QgsSettings().remove("clusterbelt")
    shown(qtbot, dock, tmp_path / "d", tmp_path / "clusters.csv")
    assert not notice.isVisibleTo(dock)


def test_a_file_that_cannot_take_them_says_why(qtbot, dock, tmp_path):
    shown(qtbot, dock, tmp_path / "a", tmp_path / "a" / "clusters.csv")
    judge(dock)
    dock.why_controller.set_file(str(tmp_path / "missing" / "new.gpkg"))
    assert dock.found.notice.isVisibleTo(dock)
    dock.found.notice.button.click()
    assert "new.gpkg" in dock.message.text() and "could not" in dock.message.text()


def test_it_is_said_that_judgements_lie_in_the_profile(qtbot, dock, tmp_path):
    choose(qtbot, dock, matches())
    label = dock.review.why_panel.in_profile
    assert not label.isHidden() and dock.why_controller.file.startswith(QgsApplication.qgisSettingsDirPath())
    judge(dock)
    assert "in your QGIS profile" in dock.message.text()
    assert "not saved with layers or project" in label.text()
    Path(dock.why_controller.file).unlink()
    shown(qtbot, dock, tmp_path / "a", tmp_path / "a" / "clusters.csv")
    assert label.isHidden()
    judge(dock)
    assert "profile" not in dock.message.text()


@pytest.mark.parametrize("what", ["layers", "project"])
def test_judgements_in_the_profile_are_moved_beside_what_is_saved(qtbot, dock, tmp_path, what):
    """Judged, counted by a run, then saved: the tables come along, and the run again follows them."""
    layer = of_study(matches(), "/elsewhere/clusters.csv")
    choose(qtbot, dock, layer)
    judge(dock)
    old = dock.why_controller.file
    write_alias(old, Alias("量子泡泡糖", "c15"))
    source = f"{old}|layername=judgements"
    run = Run(
        "clusterbelt:matchclusters",
        {"CLUSTERS": "/elsewhere/clusters.csv", "OVERRIDES": source, "ALIASES": "/own/aliases.csv"},
    )
    write_run(layer, run, "OUTPUT")
    dock.remind()
    notice = dock.found.in_profile
    assert not notice.isVisibleTo(dock), "there is no place for them yet"
    if what == "layers":
        with qtbot.waitSignal(dock.controller.summary_changed):
            dock.notices.save_to(str(tmp_path / "all.gpkg"))
    else:
        assert QgsProject.instance().write(str(tmp_path / "study.qgz"))
    assert notice.isVisibleTo(dock) and notice.label.text().endswith("profile: 2.")
    notice.button.click()
    new = dock.why_controller.file
    assert Path(new).parent == tmp_path and not notice.isVisibleTo(dock) and not Path(old).exists()
    assert dock.review.why_panel.in_profile.isHidden() and Path(new).name in dock.message.text()
    assert list(judgements_by_cluster(new)) == ["1#1"] and list(aliases_of(new))
    parameters = run_of(layer).parameters
    assert (parameters["OVERRIDES"], parameters["ALIASES"]) == (
        f"{new}|layername=judgements",
        "/own/aliases.csv",
    )
    judge(dock, "lamps", "accept")
    assert sorted(judgements_by_cluster(new)) == ["1#1", "3#1"] and not Path(old).exists()


def test_what_cannot_be_moved_stays(qtbot, dock, tmp_path, monkeypatch):
    layer = of_study(matches(), "/elsewhere/clusters.csv")
    choose(qtbot, dock, layer)
    judge(dock)
    old = dock.why_controller.file
    assert QgsProject.instance().write(str(tmp_path / "study.qgz"))
    monkeypatch.setattr(dock.why_controller.files, "place_beside", lambda _: "/nowhere/at/all.gpkg")
    dock.remind()
    dock.found.in_profile.button.click()
    assert "could not" in dock.message.text() and list(judgements_by_cluster(old)) == ["1#1"]
    assert dock.why_controller.file == old
