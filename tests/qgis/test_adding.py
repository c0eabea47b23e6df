"""Tables are added to a GeoPackage all together or not at all, and what others write there is kept."""

import os
import resource
import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from clusterbelt.processing.layers.writing import adding
from making import run
from qgis.core import QgsFeatureSource, QgsProcessingException, QgsVectorLayer
from test_destinations import CITIES, cities_in, write
from test_staging import MANY, contents, points

INDEXED = QgsFeatureSource.SpatialIndexPresence.SpatialIndexPresent
ADDED = "ogr:dbname='{path}' table=\"added\" (geom)"


def test_two_tables_of_a_run_are_added_together_or_not_at_all(tmp_path, monkeypatch):
    path = write(tmp_path / "out.gpkg", kind="Point")
    before, added = contents(tmp_path), adding.add_table

    def broken(target, source, table):
        return "no more" if table == "axes" else added(target, source, table)

    outputs = {
        key: f"ogr:dbname='{path}' table=\"{table}\" (geom)"
        for key, table in (("OUTPUT", "ellipses"), ("AXES", "axes"))
    }
    with monkeypatch.context() as patch:
        patch.setattr(adding, "add_table", broken)
        with pytest.raises(
            QgsProcessingException, match=r"“.*out\.gpkg” cannot be written and is unchanged: no more"
        ):
            run("weightedellipse", INPUT=points(), **outputs)
    assert contents(tmp_path) == before
    run("weightedellipse", INPUT=points(), **outputs)
    assert cities_in(f"{path}|layername=cities") == CITIES
    for name in ("ellipses", "axes"):
        assert QgsVectorLayer(f"{path}|layername={name}", name, "ogr").hasSpatialIndex() == INDEXED


def test_what_another_program_writes_while_a_table_is_added_is_kept(tmp_path, monkeypatch):
    path = write(tmp_path / "out.gpkg", kind="Point")
    added = adding.add_table

    def meanwhile(*given):
        with closing(sqlite3.connect(path)) as file:
            file.execute("CREATE TABLE late (text TEXT)")
        return added(*given)

    monkeypatch.setattr(adding, "add_table", meanwhile)
    with pytest.raises(QgsProcessingException, match="another program is writing to it"):
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=ADDED.format(path=path))
    with closing(sqlite3.connect(path)) as file:
        names = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
    assert "late" in names and "added" not in names


def test_a_geopackage_that_is_locked_at_the_end_is_left_as_it_is(tmp_path, monkeypatch):
    path = write(tmp_path / "out.gpkg", kind="Point")
    before, added, holders = contents(tmp_path), adding.add_table, []

    def locking(*given):
        holders.append(sqlite3.connect(path))
        holders[0].execute("BEGIN IMMEDIATE")
        return added(*given)

    monkeypatch.setattr(adding, "PATIENCE", 0.2)
    monkeypatch.setattr(adding, "add_table", locking)
    with pytest.raises(QgsProcessingException, match=r"is unchanged: .*locked"):
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=ADDED.format(path=path))
    holders[0].close()
    assert contents(tmp_path) == before


def test_wherever_a_disk_fills_up_a_table_is_added_whole_or_not_at_all(tmp_path):
    """GDAL makes the spatial index after the transaction that it was asked for."""
    source, old, path = (str(tmp_path / f"{name}.gpkg") for name in ("source", "old", "out"))
    run("splitshared", INPUT=points(MANY), CITY="city", OUTPUT=ADDED.format(path=source))
    write(old, kind="Point")
    before, refused = Path(old).read_bytes(), 0
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        for size in range(100_000, os.path.getsize(source), 60_000):
            shutil.copyfile(old, path)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
            try:
                with closing(adding.Addition("Clusters", path, tmp_path)) as addition:
                    addition.add(source, "added")
                    addition.finish()
            except QgsProcessingException:
                refused += 1
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            layer = QgsVectorLayer(f"{path}|layername=added", "added", "ogr")
            if layer.isValid():
                assert (layer.featureCount(), layer.hasSpatialIndex()) == (MANY, INDEXED), size
            else:
                assert Path(path).read_bytes() == before, size
    finally:
        signal.signal(signal.SIGXFSZ, handler)
    assert refused > 10
