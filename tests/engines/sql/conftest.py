"""Real engines without QGIS: DuckDB, PostGIS and Spark."""

import csv
import json
import sys
from pathlib import Path

import numpy as np
import pytest
from clusterbelt.processing.analysis.sql.dialects import DUCKDB, POSTGRESQL, SPARK
from clusterbelt.processing.analysis.sql.tables import Table

sys.path.append(str(Path(__file__).resolve().parents[3] / "scripts"))

from postgis_server import Server

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


class DuckDb:
    """Tables in DuckDB, in memory."""

    dialect = DUCKDB
    worlds = 10

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

    def close(self):
        self.connection.close()

    def run(self, query):
        return self.connection.execute(query).fetchall()

    def table(self, x, y, w, groups):
        weights = [1.0] * len(x) if w is None else w.tolist()
        self.run("CREATE OR REPLACE TABLE points (x DOUBLE, y DOUBLE, w DOUBLE, g VARCHAR)")
        self.connection.execute(
            "INSERT INTO points SELECT UNNEST(?), UNNEST(?), UNNEST(?), UNNEST(?::VARCHAR[])",
            [x.tolist(), y.tolist(), weights, list(groups)],
        )
        return Table(DUCKDB, "points", '"x"', '"y"', '"w"', '"g"')


class PostGis:
    """Tables in a server with PostGIS, asked through psql."""

    dialect = POSTGRESQL
    worlds = 5

    def __init__(self):
        self._server = Server()

    def close(self):
        self._server.stop()

    def run(self, query):
        text = f"SELECT to_json(r) FROM ({query}) AS r"
        found = self._server.sql(f"BEGIN; {POSTGRESQL.before}{POSTGRESQL.without}{text}; COMMIT")
        rows = [
            json.loads(line, object_pairs_hook=list) for line in found.splitlines() if line.startswith("{")
        ]
        return [tuple(value for _, value in row) for row in rows]

    def table(self, x, y, w, groups):
        weights = np.ones(len(x)) if w is None else w
        lines = ["\t".join((*map(_number, row), _text(group))) for *row, group in zip(x, y, weights, groups)]
        self._server.sql(
            "DROP TABLE IF EXISTS points, given; CREATE TABLE given (x float, y float, w float, g text);"
            "COPY given FROM stdin;\n" + "\n".join(lines) + "\n\\.\n"
            "CREATE TABLE points AS SELECT ST_MakePoint(x, y) AS geom, w, g FROM given"
        )
        return Table(POSTGRESQL, "points", "ST_X(geom)", "ST_Y(geom)", '"w"', '"g"')


def _number(value):
    return repr(float(value)).replace("inf", "Infinity").replace("nan", "NaN")


def _text(value):
    return "\\N" if value is None else value.replace("\\", "\\\\")


class Spark:
    """Tables in a Spark session of this process."""

    dialect = SPARK
    # Each of its queries takes a second, whatever the table.
    worlds = 2

    def __init__(self):
        from pyspark.sql import SparkSession

        self.session = (
            SparkSession.builder.master("local[1]")
            .config("spark.sql.ansi.enabled", "true")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()
        )
        self.session.sparkContext.setLogLevel("ERROR")

    def close(self):
        self.session.stop()

    def run(self, query):
        return [tuple(row) for row in self.session.sql(query).collect()]

    def table(self, x, y, w, groups):
        weights = [1.0] * len(x) if w is None else w.tolist()
        rows = list(zip(x.tolist(), y.tolist(), weights, groups))
        self.session.createDataFrame(rows, "x double, y double, w double, g string").createOrReplaceTempView(
            "points"
        )
        return Table(SPARK, "points", "`x`", "`y`", "`w`", "`g`")


ENGINES = {"duckdb": DuckDb, "postgis": PostGis, "spark": Spark}


@pytest.fixture(scope="session", params=ENGINES)
def engine(request):
    made = ENGINES[request.param]()
    yield made
    made.close()


@pytest.fixture
def duck():
    return DuckDb()


@pytest.fixture(scope="session")
def golden():
    """The points of the golden cases in a plane: x, y and weight, or None, by name."""
    found = {}
    with open(GOLDEN / "expected.csv", encoding="utf-8") as file:
        names = [row["case"] for row in csv.DictReader(file) if row["frame"] == "planar"]
    for name in names:
        with open(GOLDEN / "inputs" / f"{name}.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        columns = {
            key: np.array([float(row[key]) if row.get(key) else np.nan for row in rows]) for key in "xyw"
        }
        w = None if np.isnan(columns["w"]).all() else columns["w"]
        kept = np.ones(len(rows), dtype=bool) if w is None else w > 0
        if w is None or (w >= 0).all():
            found[name] = (columns["x"][kept], columns["y"][kept], None if w is None else w[kept])
    return found
