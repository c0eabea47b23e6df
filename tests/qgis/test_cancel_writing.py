"""A cancel is obeyed while rows are written and read back, too; what was there before is whole."""

import pytest
from clusterbelt.processing.layers.writing import checking
from making import Log, cancelled_while_written, run
from qgis.core import QgsProcessingException
from test_destinations import write
from test_staging import DRIVERS, contents, points

CANCELLED = "Cancelled; nothing was written"
MANY = 2000


@pytest.fixture
def old(tmp_path, request):
    path = tmp_path / f"old.{request.param}"
    write(path, {**DRIVERS, "csv": "CSV", "geojson": "GeoJSON"}[request.param], kind="Point")
    return path


@pytest.mark.parametrize("old", ["gpkg", "csv", "shp", "fgb", "tab", "geojson"], indirect=True)
def test_a_cancel_while_rows_are_written(tmp_path, monkeypatch, capfd, old):
    before = contents(tmp_path)
    with pytest.raises(QgsProcessingException, match=CANCELLED):
        run(
            "splitshared",
            cancelled_while_written(monkeypatch, 3),
            INPUT=points(MANY),
            CITY="city",
            OUTPUT=str(old),
        )
    assert contents(tmp_path) == before and "ERROR" not in capfd.readouterr().err


@pytest.mark.parametrize("table", ["cities", "new"])
def test_a_cancel_while_a_table_is_added(tmp_path, monkeypatch, table):
    path = write(tmp_path / "study.gpkg", kind="Point")
    before, output = contents(tmp_path), f"ogr:dbname='{path}' table=\"{table}\" (geom)"
    with pytest.raises(QgsProcessingException, match=CANCELLED):
        run(
            "splitshared",
            cancelled_while_written(monkeypatch, 3),
            INPUT=points(MANY),
            CITY="city",
            OUTPUT=output,
        )
    assert contents(tmp_path) == before


@pytest.mark.parametrize("old", ["csv", "shp", "fgb"], indirect=True)
def test_a_cancel_while_rows_are_read_back(tmp_path, monkeypatch, old):
    before, log, opened = contents(tmp_path), Log(), checking._open

    def cancelling(path):
        log.cancel()
        return opened(path)

    monkeypatch.setattr(checking, "_open", cancelling)
    with pytest.raises(QgsProcessingException, match=CANCELLED):
        run("placecities", log, INPUT=points(MANY), CITY="city", OUTPUT=str(old))
    assert contents(tmp_path) == before


def test_a_cancel_while_a_temporary_layer_is_written(monkeypatch):
    with pytest.raises(QgsProcessingException, match=CANCELLED):
        run("splitshared", cancelled_while_written(monkeypatch, 3), INPUT=points(MANY), CITY="city")
