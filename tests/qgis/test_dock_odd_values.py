"""What stands in the data is no part of a filter's language: list, map and layer keep the same rows."""

import pytest
from clusterbelt.ui.locator import matching
from clusterbelt.ui.study import study_files
from clusterbelt.ui.study.cluster_filter import ClusterFilter
from dock_scene import choose, matches, names_in
from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import QDate
from test_dock_filter import drawn_names

ODD = ("a\\b", "a\\\\b", "\\", "o'x", "50%", "505", "x_y", "xzy", "[% 1 %]", "<b>", "!", "a\nb", "甲")
FIELDS = ("name", "class", "cb_row", "cb_city", "cb_status", "cb_reason", "cb_evid")
DRIVERS = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON"}


def odd_layer(tmp_path, kind):
    made = matches(
        [(f"n{i}", value, f"{i}#1", value, "matched", "same", "") for i, value in enumerate(ODD)], FIELDS
    )
    if kind == "memory":
        return made
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = DRIVERS[kind], "m", "UTF-8"
    path = str(tmp_path / f"m.{kind}")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, QgsProject.instance().transformContext(), options)
    return QgsVectorLayer(path, "m", "ogr")


def folded(text):
    return {f"n{i}" for i, value in enumerate(ODD) if text.casefold() in f"n{i}\n{value}".casefold()}


@pytest.mark.parametrize("kind", ["memory", *DRIVERS])
def test_list_map_and_layer_keep_the_same_rows(qtbot, dock, tmp_path, kind):
    layer = choose(qtbot, dock, odd_layer(tmp_path, kind))
    bar = dock.review.filter_bar
    wanted = [(ClusterFilter({"class": [value]}), {f"n{i}"}) for i, value in enumerate(ODD)]
    wanted += [(ClusterFilter(text=value), folded(value)) for value in ODD if "\n" not in value]
    for chosen, names in wanted:
        if kind in ("shp", "geojson") and chosen.chosen.get("class") == {"\\"}:
            continue  # OGR's own SQL cannot write a text that ends so, which is said; see below
        bar.set_filter(chosen)
        bar.map_button.click()
        assert set(names_in(dock)) == set(drawn_names(layer)) == names, chosen
        bar.map_button.click()
        for _ in ("filtered", "whole again"):
            with qtbot.waitSignal(dock.controller.summary_changed):
                bar.layer_button.click()
            if bar.layer_button.isChecked():
                assert {feature["name"] for feature in layer.getFeatures()} == names, chosen
        assert layer.featureCount() == len(ODD)


def test_what_a_format_cannot_be_asked_for_is_said(qtbot, dock, tmp_path):
    layer = choose(qtbot, dock, odd_layer(tmp_path, "geojson"))
    dock.review.filter_bar.set_filter(ClusterFilter({"class": ["\\"]}))
    dock.review.filter_bar.layer_button.click()
    # Newer formats of QGIS can be asked for it.
    qtbot.waitUntil(lambda: "save it as a GeoPackage" in dock.message.text() or layer.featureCount() == 1)
    assert layer.featureCount() == (len(ODD) if dock.message.text() else 1)


def test_the_locator_looks_for_the_text_as_it_is(tmp_path):
    layer = odd_layer(tmp_path, "gpkg")
    for value in ODD:
        if "\n" not in value and " " not in value:
            found = {feature["name"] for feature in matching(layer, value)}
            assert found == {f"n{i}" for i, other in enumerate(ODD) if value in other}, value


def test_half_a_character_and_a_date_are_kept_in_a_project():
    assert len(study_files.key_of("深\ud83d")) == 8
    text = ClusterFilter({"class": [QDate(2020, 1, 2), "a"]}).to_text()
    assert "a" in ClusterFilter.from_text(text).chosen["class"]
