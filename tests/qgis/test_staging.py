"""Whatever goes wrong while an output is written, the file that was there before is whole.

Fields that a format refuses, a full disk, a folder without rights, a lock, a kill.
"""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from apart import WORKER
from clusterbelt.processing.layers.writing import replacing
from making import Log, match, rows_of, run, sample, table
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray, QVariant
from test_destinations import CITIES, cities_in, write

MANY = 10_000


def points(count=3, fields=(), values=()):
    """Points with a city, and further fields of which each row has the same values."""
    made = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
    made.dataProvider().addAttributes([QgsField("city", QVariant.String), *fields])
    made.updateFields()
    features = []
    for number in range(count):
        feature = QgsFeature(made.fields())
        feature.setAttributes(["深圳市", *values])
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({number % 90} 1)"))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def contents(folder):
    """Every file of a folder, hidden ones too; what is opened to read may leave an empty log beside a database."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


BINARY = ([QgsField("raw", QVariant.ByteArray)], [QByteArray(b"\x00\x01")])
LIST = ([QgsField("tags", QVariant.StringList)], [["甲", "乙"]])
DRIVERS = {
    "shp": "ESRI Shapefile",
    "tab": "MapInfo File",
    "gpkg": "GPKG",
    "sqlite": "SQLite",
    "kml": "KML",
    "fgb": "FlatGeobuf",
}


@pytest.mark.parametrize("suffix", [*DRIVERS, "geojson", "gml", "csv", "xlsx", "ods"])
@pytest.mark.parametrize("odd", [BINARY, LIST], ids=["binary", "list"])
def test_an_unused_field_of_an_odd_type_blocks_nothing(tmp_path, suffix, odd):
    log = Log()
    made = run("splitshared", log, INPUT=points(3, *odd), CITY="city", OUTPUT=str(tmp_path / f"out.{suffix}"))
    rows = rows_of(QgsVectorLayer(made["OUTPUT"], "out", "ogr"))
    assert [row["cb_city"] for row in rows] == ["深圳市"] * 3
    (name,) = (field.name() for field in odd[0])
    assert name in [key.lower() for key in rows[0]] or name in log.text()


@pytest.mark.parametrize(
    ("suffix", "name"),
    [("sqlite", "GEOMETRY"), ("sqlite", "ogc_fid"), ("kml", 'a "quote"'), ("gpx", "city2")],
)
def test_a_field_that_a_format_refuses_costs_no_file(tmp_path, suffix, name):
    path = tmp_path / f"old.{suffix}"
    if suffix in DRIVERS:
        write(path, DRIVERS[suffix], kind="Point")
    else:
        path.write_text("<gpx>what was there</gpx>", encoding="utf-8")
    before = contents(tmp_path)
    source = points(3, [QgsField(name, QVariant.String)], ["x"])
    try:
        made = run("splitshared", INPUT=source, CITY="city", OUTPUT=str(path))
    except QgsProcessingException as error:
        assert (
            "GeoPackage" in str(error) and ".clusterbelt" not in str(error) and "Traceback" not in str(error)
        )
        assert contents(tmp_path) == before
    else:
        rows = rows_of(QgsVectorLayer(made["OUTPUT"], "out", "ogr"))
        assert len(rows) == 3 and "x" in rows[0].values()


def test_the_index_of_an_old_shapefile_goes_with_it(tmp_path):
    path = write(tmp_path / "out.shp", "ESRI Shapefile", kind="Point")
    assert QgsVectorLayer(path, "old", "ogr").dataProvider().createSpatialIndex()
    (tmp_path / "out.qix.txt").write_text("of the user")
    assert (tmp_path / "out.qix").exists()
    run("splitshared", INPUT=points(), CITY="city", OUTPUT=path)
    assert not (tmp_path / "out.qix").exists() and (tmp_path / "out.qix.txt").exists()
    assert QgsVectorLayer(path, "new", "ogr").featureCount() == 3


def test_a_table_replaces_a_file_in_whose_log_changes_wait(tmp_path):
    """The log of an old GeoPackage would be read into the new one."""
    path = write(tmp_path / "out.gpkg", kind="Point")
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE late (text TEXT)")
    other.commit()
    assert os.path.getsize(f"{path}-wal") > 0
    run("splitshared", INPUT=points(), CITY="city", OUTPUT=path)
    other.close()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert QgsVectorLayer(path, "new", "ogr").featureCount() == 3


@pytest.mark.parametrize("output", ["{path}", "ogr:dbname='{path}' table=\"added\" (geom)"])
def test_a_locked_geopackage_is_left_as_it_is(tmp_path, monkeypatch, output):
    monkeypatch.setattr(replacing, "PATIENCE", 0.2)
    path = write(tmp_path / "out.gpkg", kind="Point")
    before, reached, done = contents(tmp_path), threading.Event(), threading.Event()

    def hold():
        with closing(sqlite3.connect(path)) as file:
            file.execute("BEGIN EXCLUSIVE")
            reached.set()
            done.wait(60)

    holder = threading.Thread(target=hold)
    holder.start()
    reached.wait(10)
    try:
        with pytest.raises(
            QgsProcessingException, match=r"“Clusters by city”: .*out\.gpkg.* is unchanged: .*locked"
        ):
            run("splitshared", INPUT=points(), CITY="city", OUTPUT=output.format(path=path))
    finally:
        done.set()
        holder.join()
    assert contents(tmp_path) == before


def test_a_folder_that_is_none_is_named(tmp_path):
    (tmp_path / "file").write_text("no folder")
    for folder in ("file", "missing"):
        with pytest.raises(
            QgsProcessingException, match=f"“Clusters by city”: .*{folder}.* cannot be written: .*{folder}"
        ):
            run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / folder / "out.gpkg"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_named(tmp_path):
    write(tmp_path / "out.gpkg", kind="Point")
    before = contents(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(QgsProcessingException, match="Permission denied"):
            run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "out.gpkg"))
    finally:
        tmp_path.chmod(0o700)
    assert contents(tmp_path) == before


def test_an_error_after_the_first_output_leaves_the_others_as_they_were(tmp_path):
    for name in ("ellipses", "axes"):
        write(tmp_path / f"{name}.gpkg", kind="Point")
    (tmp_path / "centers.dxf").write_text("old")
    before = contents(tmp_path)
    with pytest.raises(QgsProcessingException, match=r"“Mean centres”: .*centers\.dxf"):
        run(
            "weightedellipse",
            INPUT=points(),
            OUTPUT=str(tmp_path / "ellipses.gpkg"),
            CENTERS=str(tmp_path / "centers.dxf"),
            AXES=str(tmp_path / "axes.gpkg"),
        )
    assert contents(tmp_path) == before


def start_run(tmp_path, outputs, limit, more=""):
    """Start a run in a process that may write no file larger than `limit` bytes, as on a disk that fills up."""
    script = f"""
import json, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.path.insert(0, {str(WORKER.parent)!r})
import worker
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
plugin = worker.start()
from test_staging import points
made = points({MANY})
{more}
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
for output in {outputs!r}:
    case = {{"algorithm": "splitshared", "parameters": {{"INPUT": made, "CITY": "city", "OUTPUT": output}}}}
    print(json.dumps(worker.answer(case), default=str), flush=True)
plugin.unload()
"""
    path = tmp_path.parent / f"{tmp_path.name}.py"
    path.write_text(script, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_disk_that_fills_up_leaves_the_old_files(tmp_path):
    drivers = {
        "gpkg": "GPKG",
        "shp": "ESRI Shapefile",
        "csv": "CSV",
        "geojson": "GeoJSON",
        "fgb": "FlatGeobuf",
    }
    outputs = {
        suffix: write(tmp_path / f"out.{suffix}", driver, kind="Point") for suffix, driver in drivers.items()
    }
    outputs["table"] = f"ogr:dbname='{outputs['gpkg']}' table=\"added\" (geom)"
    before = contents(tmp_path)
    said, errors = start_run(tmp_path, list(outputs.values()), 150_000).communicate(timeout=300)
    answers = [json.loads(line) for line in said.splitlines()]
    assert len(answers) == len(outputs), errors
    for name, answer in zip(outputs, answers):
        assert "traceback" not in answer and "out." in answer.get("error", ""), (name, answer)
        assert ".clusterbelt" not in answer["error"]
    assert contents(tmp_path) == before


@contextmanager
def small_files():
    """Files of this process may have 3,000 bytes, as if the disk were full then; pytest's own output, too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", ["page.pdf", "page.svg", "page.png", "report.html"])
def test_a_page_that_fills_the_disk_replaces_nothing(tmp_path, name):
    matched = match(sample("clusters"), sample("belts"))["OUTPUT"]
    (tmp_path / name).write_text("the old page")
    given = {"INPUT": matched, "OUTPUT": str(tmp_path / name)}
    refused = pytest.raises(
        QgsProcessingException, match=rf"{name}. (could not|cannot) be written|written to .*{name}"
    )
    with refused, small_files():
        if name == "report.html":
            run("matchreport", CLASS="class", RUNS=1, **given)
        else:
            run("matchlayout", **given)
    assert (tmp_path / name).read_text() == "the old page" and os.listdir(tmp_path) == [name]


KILL = "os.kill(os.getpid(), signal.SIGKILL)"
MOMENTS = {
    "writing": f"""
import os
from clusterbelt.processing.layers.writing.checking import Written
added = Written.add
def add(self, *row):
    added(self, *row)
    if self.count >= {MANY // 2}:
        {KILL}
Written.add = add
""",
    "moving": f"""
import os
def replaced(*paths):
    {KILL}
os.replace = replaced
""",
    "merging": "",
}


@pytest.mark.parametrize(
    ("moment", "output"),
    [
        ("writing", "{path}"),
        ("writing", "ogr:dbname='{path}' table=\"cities\" (geom)"),
        ("moving", "{path}"),
        ("merging", "ogr:dbname='{path}' table=\"cities\" (geom)"),
        ("merging", "ogr:dbname='{path}' table=\"added\" (geom)"),
    ],
)
def test_a_kill_in_the_middle_leaves_the_old_file(tmp_path, moment, output):
    path = write(tmp_path / "out.gpkg", kind="Point")
    write(path, name="other")
    process = start_run(tmp_path, [output.format(path=path)], resource.RLIM_INFINITY, MOMENTS[moment])
    while moment == "merging" and process.poll() is None:
        if os.path.exists(f"{path}-journal") or os.path.exists(f"{path}-wal"):
            process.kill()
        time.sleep(0.002)
    said, errors = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, said + errors
    assert cities_in(f"{path}|layername=cities") == cities_in(f"{path}|layername=other") == CITIES
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_kill_between_the_parts_of_a_shapefile_is_said_by_the_next_run(tmp_path):
    path = write(tmp_path / "out.shp", "ESRI Shapefile", kind="Point")
    before = contents(tmp_path)
    between = f"""
import os
rename, calls = os.rename, []
def renamed(*paths):
    calls.append(paths)
    if len(calls) == 4:
        {KILL}
    rename(*paths)
os.rename = renamed
"""
    process = start_run(tmp_path, [path], resource.RLIM_INFINITY, between)
    said, errors = process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL, said + errors
    (old,) = tmp_path.glob(".clusterbelt-*/old")
    log = Log()
    run("splitshared", log, INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "another.gpkg"))
    assert [line for line in log.lines if "broken off" in line and str(old) in line]
    for part in old.iterdir():
        part.replace(tmp_path / part.name)
    assert before.items() <= contents(tmp_path).items() and cities_in(path) == CITIES
    log = Log()
    run("splitshared", log, INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "another.gpkg"))
    assert "broken off" not in log.text()


def test_nothing_is_left_beside_an_output(tmp_path):
    run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "out.gpkg"))
    with pytest.raises(QgsProcessingException):
        run("splitshared", INPUT=table([], ("city",)), CITY="city", OUTPUT=str(tmp_path / "none.gpkg"))
    assert sorted(contents(tmp_path)) == ["out.gpkg"] and sorted(os.listdir(tmp_path)) == ["out.gpkg"]
