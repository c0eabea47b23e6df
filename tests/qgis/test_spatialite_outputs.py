"""Tables that QGIS writes into a file of SpatiaLite: the whole file is written beside, as of other formats.

In databases that cannot be staged, a table that is there is not written over.
"""

import sqlite3
from contextlib import closing

import pytest
from clusterbelt.processing.layers.writing import staging
from making import run
from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer
from test_staging import contents, points


@pytest.fixture
def study(tmp_path):
    """A file of SpatiaLite with a table of three points."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.datasourceOptions = "SQLite", "old", ["SPATIALITE=YES"]
    made, path = points(), str(tmp_path / "study.sqlite")
    error = QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    return path


def rows_in(path, table):
    layer = QgsVectorLayer(f"dbname='{path}' table=\"{table}\" (geom)", table, "spatialite")
    return layer.featureCount()


@pytest.mark.parametrize("name", ["old", "new"])
def test_a_table_is_written(study, tmp_path, name):
    output = f"spatialite:dbname='{study}' table=\"{name}\" (geom)"
    made = run("splitshared", INPUT=points(5), CITY="city", OUTPUT=output)
    assert made["OUTPUT"] == output and rows_in(study, name) == 5
    if name == "new":
        assert QgsVectorLayer(f"{study}|layername=old", "old", "ogr").featureCount() == 3
    assert [path.name for path in tmp_path.iterdir()] == ["study.sqlite"]


def test_two_tables_are_written(study):
    output = "spatialite:dbname='{}' table=\"{}\" (geom)"
    both = {"OUTPUT": output.format(study, "a"), "CENTERS": output.format(study, "b")}
    run("weightedellipse", INPUT=points(5), **both)
    assert rows_in(study, "a") == rows_in(study, "b") == 1


def test_an_error_after_it_leaves_the_table_as_it_was(study, tmp_path):
    locked = str(tmp_path / "locked.gpkg")
    run("weightedellipse", INPUT=points(), CENTERS=locked)
    before = contents(tmp_path)
    with closing(sqlite3.connect(locked)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(QgsProcessingException, match="locked by another program"):
            output = f"spatialite:dbname='{study}' table=\"old\" (geom)"
            run("weightedellipse", INPUT=points(), OUTPUT=output, CENTERS=locked)
    assert contents(tmp_path) == before


def test_a_file_that_is_no_database_is_said(tmp_path):
    with pytest.raises(QgsProcessingException, match=r"“.*none\.sqlite” cannot be written"):
        output = f"spatialite:dbname='{tmp_path}/none.sqlite' table=\"old\" (geom)"
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=output)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("provider", ["mssql", "oracle", "hana"])
def test_a_table_of_another_database_is_not_written_over(monkeypatch, provider):
    monkeypatch.setattr(staging, "layer_in_database", lambda text: points())
    output = f"{provider}:dbname='study' host='nowhere' table=\"dbo\".\"old\" (geom)"
    with pytest.raises(QgsProcessingException, match="the table is there already"):
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=output)
