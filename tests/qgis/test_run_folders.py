"""What runs that were killed left beside their outputs is removed by the next run, unless old files lie in it."""

import os
import resource
import shutil
import signal
import time
from pathlib import Path

import pytest
from clusterbelt.processing.layers.writing.run_folders import RunFolder, tidy
from making import Log, run
from test_destinations import write
from test_staging import MOMENTS, contents, points, start_run

DAYS = 2 * 86_400


def folders_in(path):
    return sorted(Path(path).glob(".clusterbelt-*"))


@pytest.mark.parametrize(
    ("moment", "name", "driver"),
    [
        ("writing", "out.gpkg", "GPKG"),
        ("writing", "out.shp", "ESRI Shapefile"),
        ("writing", "out.csv", "CSV"),
        ("moving", "out.fgb", "FlatGeobuf"),
        ("writing", "out.tab", "MapInfo File"),
        ("writing", "out.kml", "KML"),
        ("writing", "out.sqlite", "SQLite"),
        ("writing", "out.xlsx", "XLSX"),
        ("moving", "out.geojson", "GeoJSON"),
        ("moving", "out.sqlite", "SQLite"),
        ("moving", "out.xlsx", "XLSX"),
        ("moving", "out.ods", "ODS"),
    ],
)
def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path, moment, name, driver):
    path = write(tmp_path / name, driver, kind="Point")
    before = contents(tmp_path)
    process = start_run(tmp_path, [path], resource.RLIM_INFINITY, MOMENTS[moment])
    said, errors = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, said + errors
    (left,) = folders_in(tmp_path)
    assert before.items() <= contents(tmp_path).items()
    log = Log()
    run("splitshared", log, INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "another.gpkg"))
    assert folders_in(tmp_path) == [] and str(left) in log.text() and "put it back" not in log.text()
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_the_folder_of_a_run_that_lives_stays(tmp_path):
    living = RunFolder(tmp_path)
    Path(living.path, "half.gpkg").write_text("half")
    os.utime(living.path, (0, time.time() - DAYS))
    assert living.names() == ["half.gpkg"]
    log = Log()
    tidy(str(tmp_path), log)
    assert folders_in(tmp_path) == [Path(living.path)] and log.lines == []
    living.remove()
    assert folders_in(tmp_path) == []


@pytest.mark.parametrize(("age", "stays"), [(0, True), (DAYS, False)])
def test_a_folder_that_nobody_locked_is_left_for_a_day(tmp_path, age, stays):
    (tmp_path / ".clusterbelt-x").mkdir()
    os.utime(tmp_path / ".clusterbelt-x", (0, time.time() - age))
    tidy(str(tmp_path), Log())
    assert bool(folders_in(tmp_path)) == stays


def test_a_folder_with_old_files_that_are_nowhere_else_is_said_and_stays(tmp_path):
    (tmp_path / "out.dbf").write_text("old")
    old = tmp_path / ".clusterbelt-x" / "old"
    old.mkdir(parents=True)
    shutil.copy(tmp_path / "out.dbf", old)
    (old / "out.shp").write_text("old")
    os.utime(old.parent, (0, 0))
    log = Log()
    tidy(str(tmp_path), log)
    assert "put it back" in log.text() and str(old) in log.text()
    assert sorted(path.name for path in old.iterdir()) == ["out.dbf", "out.shp"]
    (old / "out.shp").rename(tmp_path / "out.shp")
    os.utime(old.parent, (0, 0))
    tidy(str(tmp_path), log)
    assert folders_in(tmp_path) == [] and (tmp_path / "out.shp").read_text() == "old"


def test_a_link_is_not_followed(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "text").write_text("of the user")
    os.utime(kept, (0, 0))
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / ".clusterbelt-x").symlink_to(kept)
    tidy(str(tmp_path / "here"), Log())
    assert (kept / "text").read_text() == "of the user"
