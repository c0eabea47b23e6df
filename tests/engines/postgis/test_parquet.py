"""`ellipseofparquet`: DuckDB adds what `weightedellipse` would read row by row."""

import sys
import threading

import duckdb
import numpy as np
import pytest
from making import Log, rows_of, run
from qgis.core import QgsProcessingException
from test_ellipses import RULES, assert_equal


@pytest.fixture(scope="module")
def firms(server, tmp_path_factory):
    """The same points as Parquet and as a layer of PostGIS."""
    folder = tmp_path_factory.mktemp("东 北's")
    generator = np.random.default_rng(9)
    lon, lat = generator.normal(113, 2, 3000), generator.normal(31, 2, 3000)
    weight, group = generator.uniform(1, 5, 3000), [["a'b", "东北", None][i % 3] for i in range(3000)]
    layer = server.points("firms", lon, lat, weight, group, 4326)
    connection = duckdb.connect()
    connection.execute("CREATE TABLE t (lon DOUBLE, lat DOUBLE, w DOUBLE, g VARCHAR, d DATE)")
    rows = list(map(list, zip(lon.tolist(), lat.tolist(), weight.tolist(), group)))
    connection.executemany("INSERT INTO t VALUES (?, ?, ?, ?, DATE '2020-01-01')", rows)
    path = str(folder).replace("'", "''")
    connection.execute(f"COPY (SELECT * FROM t LIMIT 1000) TO '{path}/1.parquet'")
    connection.execute(f"COPY (SELECT * FROM t OFFSET 1000) TO '{path}/2.parquet'")
    return folder, layer


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["SCALING"])
def test_files_and_rows_give_the_same_ellipses(firms, rule):
    folder, layer = firms
    rows = rows_of(run("weightedellipse", INPUT=layer, WEIGHT="w", UID="g", READ="rows", **rule)["OUTPUT"])
    for files in (folder, folder / "*.parquet"):
        found = run("ellipseofparquet", FILES=str(files), WEIGHT="w", UID="g", **rule)
        assert found["POINTS_USED"] == 3000

        def by_group(row):
            return str(row["g"]), row["rule"]

        assert_equal(sorted(rows_of(found["OUTPUT"]), key=by_group), sorted(rows, key=by_group))


@pytest.mark.parametrize(
    "asked, said",
    [
        ({"FILES": ""}, "is empty: give a Parquet file"),
        ({"FILES": "/nowhere/x.parquet"}, "There is no Parquet file"),
        ({"WEIGHT": "none"}, "has no column “none”. It has: lon, lat, w, g, d"),
        ({"WEIGHT": "g"}, "has the type VARCHAR"),
        ({"UID": "d"}, "has the type DATE"),
        ({"X": "lon", "Y": "g"}, "has the type VARCHAR"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(firms, asked, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("ellipseofparquet", **{"FILES": str(firms[0]), **asked})


def test_a_file_that_is_no_parquet_is_a_sentence(tmp_path):
    (tmp_path / "x.parquet").write_text("nothing")
    with pytest.raises(QgsProcessingException, match="cannot be read"):
        run("ellipseofparquet", FILES=str(tmp_path / "x.parquet"))


def test_without_duckdb_the_user_reads_how_to_get_it(firms, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(QgsProcessingException, match="python -m pip install duckdb"):
        run("ellipseofparquet", FILES=str(firms[0]))


def test_a_cancelled_run_ends(firms):
    log = Log()
    threading.Timer(0.0, log.cancel).start()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        for _ in range(50):
            run("ellipseofparquet", log, FILES=str(firms[0]))
