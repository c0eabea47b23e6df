"""Real engines that need no QGIS: DuckDB and Spark."""

import csv
from pathlib import Path

import numpy as np
import pytest
from clusterbelt.processing.analysis.sql.dialects import DUCKDB, SPARK
from clusterbelt.processing.analysis.sql.tables import Table

GOLDEN = Path(__file__).resolve().parents[2] / "golden"


class DuckDb:
    """Tables in DuckDB, in memory."""

    dialect = DUCKDB
    worlds = 20

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect()

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

    def run(self, query):
        return [tuple(row) for row in self.session.sql(query).collect()]

    def table(self, x, y, w, groups):
        weights = [1.0] * len(x) if w is None else w.tolist()
        rows = list(zip(x.tolist(), y.tolist(), weights, groups))
        self.session.createDataFrame(rows, "x double, y double, w double, g string").createOrReplaceTempView(
            "points"
        )
        return Table(SPARK, "points", "`x`", "`y`", "`w`", "`g`")


ENGINES = {"duckdb": DuckDb, "spark": Spark}


@pytest.fixture(scope="session", params=ENGINES)
def engine(request):
    return ENGINES[request.param]()


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
