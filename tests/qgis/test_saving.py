"""Temporary layers go to one GeoPackage, and stay in the project as they are."""

import pytest
from clusterbelt.processing.cartography import styling
from clusterbelt.processing.layers.runs import Run, run_of, write_run
from clusterbelt.processing.layers.writing.saving import SavingError, save_layers, temporary_layers
from clusterbelt.ui.dock.workbench import Workbench
from dock_scene import RecordingCanvas, choose, layer_of, matches, names_in, saved, select
from qgis.core import QgsVectorLayer


def test_all_are_saved_with_style_run_and_alias_and_keep_their_ids(project, tmp_path):
    points, table = matches(), layer_of("None", "pairs", ("fid", "cluster"), [("7", "1#1"), ("x", "2#1")])
    styling.style_matches(points)
    points.setFieldAlias(0, "called")
    write_run(points, Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}), "OUTPUT")
    project.addMapLayers([points, table])
    before = {layer.id(): [row.attributes() for row in layer.getFeatures()] for layer in (points, table)}
    look = points.renderer().dump()
    path = tmp_path / "all.gpkg"
    save_layers(temporary_layers(project), str(path))
    for layer in (points, table):
        assert layer.providerType() == "ogr" and layer.source().startswith(str(path)) and layer.isValid()
        names = [field.name() for field in layer.fields()]
        after = [row.attributes()[1:] for row in layer.getFeatures()]
        assert after == before[layer.id()], names
        assert project.mapLayer(layer.id()) is layer
    assert points.renderer().dump() == look and run_of(points).parameters == {"CLUSTERS": "/a.csv"}
    assert points.attributeAlias(points.fields().lookupField("name")) == "called"
    assert temporary_layers(project) == []


def test_layers_of_one_name_and_tables_that_are_there_are_left_apart(project, tmp_path):
    path = tmp_path / "all.gpkg"
    saved(matches(), path)
    first, second = matches(), matches(name="Matches")
    project.addMapLayers([first, second])
    save_layers([first, second], str(path))
    names = {layer.source().split("layername=")[1] for layer in (first, second)}
    assert names == {"matches 2", "Matches 3"}
    assert QgsVectorLayer(f"{path}|layername=matches", "m", "ogr").featureCount() == 4


def test_an_error_names_the_layer_and_switches_none(project, tmp_path):
    first, second = matches(), matches(name="second")
    project.addMapLayers([first, second])
    with pytest.raises(SavingError, match=r"“matches”.*nowhere"):
        save_layers([first, second], "/nowhere/at/all.gpkg")
    second.startEditing()
    with pytest.raises(SavingError, match="“second” is being edited"):
        save_layers([first, second], str(tmp_path / "x.gpkg"))
    assert {first.providerType(), second.providerType()} == {"memory"}
    second.rollBack()


def test_the_dock_counts_them_saves_them_and_goes_on(qtbot, project, tmp_path):
    canvas = RecordingCanvas()
    qtbot.addWidget(canvas)
    dock = Workbench(canvas=canvas)
    qtbot.addWidget(dock)
    assert not dock.notices.temporary.isVisibleTo(dock)
    layer = choose(qtbot, dock, matches())
    assert dock.notices.temporary.label.text() == "Temporary layers: 1."
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.notices.save_to(str(tmp_path / "all.gpkg"))
    assert not dock.notices.temporary.isVisibleTo(dock)
    assert names_in(dock) == ["chips", "robots", "lamps", "cars"]
    # The layer was read again since; what was said stays.
    assert dock.message.text() == "Layers saved to all.gpkg: 1."
    select(dock, "lamps")
    assert [row["name"] for row in layer.selectedFeatures()] == ["lamps"]
    dock.shutdown()
