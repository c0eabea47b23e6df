"""A job for spark-submit: ellipses of a table on a cluster, as a small table; needs numpy and pandas, and no QGIS.

spark-submit scripts/spark_ellipses.py --input hdfs:///firms --x x --y y --weight w --group g --output ellipses.csv
"""

import argparse
import csv
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIELDS = (
    "status",
    "n",
    "weight",
    "n_eff",
    "x",
    "y",
    "major",
    "minor",
    "rotation",
    "rule",
    "scale",
    "n_in",
    "share_in",
)


def main(arguments=None):
    asked = parse(arguments)
    load_package()
    from clusterbelt.processing.analysis.sql.dialects import SPARK
    from clusterbelt.processing.analysis.sql.tables import Table
    from pyspark.sql import SparkSession

    session = SparkSession.builder.config("spark.sql.ansi.enabled", "true").getOrCreate()
    session.read.parquet(asked.input).createOrReplaceTempView("points")
    weight, group = (name and SPARK.name(name) for name in (asked.weight, asked.group))
    table = Table(SPARK, "points", SPARK.name(asked.x), SPARK.name(asked.y), weight, group)
    found = ellipses(
        lambda query: [tuple(row) for row in session.sql(query).collect()],
        table,
        scaling=asked.scaling,
        values=asked.values,
        divisor=asked.divisor,
    )
    session.stop()
    with open(asked.output, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("group", *FIELDS), *found])


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("input", "x", "y", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--weight")
    parser.add_argument("--group")
    parser.add_argument("--scaling", default="standard_distance")
    parser.add_argument("--values", type=float, nargs="+", default=[1.0])
    parser.add_argument("--divisor", default="weights")
    return parser.parse_args(arguments)


def ellipses(run, table, **rule):
    """Fit the ellipses of a table in a plane.

    Parameters
    ----------
    run : callable
        Takes a query, returns its rows.
    table : analysis.sql.tables.Table
    rule
        As given to `ellipse_sizes.ellipses_of`.

    Returns
    -------
    list of tuple
        Group and `FIELDS`, in units of the coordinates and degrees.

    Raises
    ------
    ValueError
        On a negative weight.
    AnalysisError
        Where no row can be used.
    """
    from clusterbelt.processing.analysis.distribution.bad_rows import bad_rows
    from clusterbelt.processing.analysis.distribution.ellipse_sizes import ellipses_of
    from clusterbelt.processing.analysis.distribution.sql_sums import SqlSums

    negative = bad_rows(run, table).negative
    if negative:
        raise ValueError(
            f"{table.weight}: {negative} rows have a negative weight. Correct or filter them first."
        )
    sums = SqlSums(run, table)
    return [
        (sums.groups[found.group], *(getattr(found, name) for name in FIELDS))
        for found in ellipses_of(sums, **rule)
    ]


def load_package():
    """Load the repository as the package that the plugin is."""
    if "clusterbelt" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "clusterbelt", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["clusterbelt"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["clusterbelt"])


if __name__ == "__main__":
    main()
