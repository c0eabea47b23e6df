"""A file of which a part is broken says how many of its rows are read: drivers end there without a word."""

from pathlib import Path

import pytest
from making import Log, run, table
from osgeo import ogr
from qgis.core import QgsVectorFileWriter

COUNT = 3000
SAID = "the file is damaged. Rows that can be read: "


def points(path, driver):
    rows = [(f"POINT ({100 + i % 20} {25 + i % 15})", f"city {i}") for i in range(COUNT)]
    made = table(rows, ("city",), "Point")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), made.transformContext(), options)
    return bytearray(Path(path).read_bytes())


@pytest.mark.parametrize("algorithm, more", [("weightedellipse", {}), ("placecities", {"CITY": "city"})])
def test_a_broken_page_of_a_geopackage_is_said(tmp_path, algorithm, more):
    whole = points(tmp_path / "rows.gpkg", "GPKG")
    for hurt in (False, True):
        if hurt:
            middle = len(whole) // 2
            whole[middle : middle + 8192] = b"\xff" * 8192
            (tmp_path / "rows.gpkg").write_bytes(whole)
        log = Log()
        made = run(algorithm, log, INPUT=str(tmp_path / "rows.gpkg"), **more)
        assert (SAID in log.text()) == hurt
        rows = made.get("POINTS_USED", made.get("UNPLACED"))
        assert (rows < COUNT) == hurt and (f"{SAID}{rows} of {COUNT}." in log.text()) == hurt


@pytest.mark.parametrize("algorithm, more", [("weightedellipse", {}), ("placecities", {"CITY": "city"})])
def test_a_shapefile_whose_table_was_cut_is_said(tmp_path, algorithm, more):
    path = tmp_path / "rows.shp"
    points(path, "ESRI Shapefile")
    cells = path.with_suffix(".dbf").read_bytes()
    path.with_suffix(".dbf").write_bytes(cells[: len(cells) // 2])
    log = Log()
    run(algorithm, log, INPUT=str(path), **more)
    assert SAID in log.text() and f" of {COUNT}." in log.text()


def test_rows_that_were_deleted_are_no_damage(tmp_path):
    path = tmp_path / "rows.shp"
    points(path, "ESRI Shapefile")
    data = ogr.Open(str(path), 1)
    data.GetLayer(0).DeleteFeature(7)
    data = None
    log = Log()
    assert run("weightedellipse", log, INPUT=str(path))["POINTS_USED"] == COUNT - 1
    assert SAID not in log.text()
