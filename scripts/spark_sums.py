"""A job for spark-submit: sums of a table on a cluster, as a small table that `clusterbelt:ellipseofsums` draws in QGIS.

spark-submit scripts/spark_sums.py --input hdfs:///firms --x x --y y --weight w --group province --output sums.csv

Needs numpy and pandas beside pyspark, and no QGIS.
"""

import argparse
import csv
import math
import sys

import numpy as np
from clone import load_package

# Angle from the centre of an equal-area plane at which it stretches lengths by 1 %.
_FARTHEST = 2.0 * math.acos(0.99)
_WGS84 = 6_378_137.0, 0.0066943799901413165


def main(arguments=None):
    asked = parse(arguments)
    if "clusterbelt" not in sys.modules:
        load_package()
    from clusterbelt.processing.analysis.sql.dialects import SPARK
    from clusterbelt.processing.analysis.sql.tables import Table
    from pyspark.sql import SparkSession

    session = SparkSession.builder.config("spark.sql.ansi.enabled", "true").getOrCreate()
    session.read.parquet(asked.input).createOrReplaceTempView("points")
    weight = asked.weight and SPARK.name(asked.weight)
    group = asked.group and SPARK.not_blank(SPARK.as_read(f"CAST({SPARK.name(asked.group)} AS STRING)"))
    table = Table(SPARK, "points", SPARK.name(asked.x), SPARK.name(asked.y), weight, group)
    rows = summed(
        lambda query: [tuple(row) for row in session.sql(query).collect()],
        table,
        degrees=asked.degrees,
        scaling=asked.scaling,
        values=asked.values,
        divisor=asked.divisor,
    )
    session.stop()
    with open(asked.output, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([(asked.group or "group", *fields()), *rows])


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("input", "x", "y", "output"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--weight")
    parser.add_argument("--group")
    parser.add_argument("--degrees", action="store_true", help="x and y are degrees on WGS 84")
    parser.add_argument("--scaling", default="standard_distance")
    parser.add_argument("--values", type=float, nargs="+", default=[1.0])
    parser.add_argument("--divisor", default="weights")
    return parser.parse_args(arguments)


def fields():
    """Names of the columns behind the group."""
    from clusterbelt.processing.analysis.distribution.given_sums import FRAME, SIZES, SUMS

    return (*SUMS, *FRAME, "rule", *SIZES, "measure")


def summed(run, table, *, degrees=False, **rule):
    """Sum the points of a table about the mean centre of each group and along its axes, and count what lies inside.

    Parameters
    ----------
    run : callable
        Takes a query, returns its rows.
    table : analysis.sql.tables.Table
    degrees : bool
        Whether its coordinates are degrees, to be measured in an equal-area plane.
    rule
        As given to `ellipse_sizes.ellipses_of`.

    Returns
    -------
    list of tuple
        Group and `fields`, a row a group and size; text for the plane, '' where it is that of the coordinates.

    Raises
    ------
    ValueError
        On a negative weight, one that cannot be squared, and groups too far apart for one plane.
    AnalysisError
        Where no row can be used.
    """
    from clusterbelt.processing.analysis.distribution.bad_rows import bad_rows
    from clusterbelt.processing.analysis.distribution.ellipse_sizes import ellipses_of
    from clusterbelt.processing.analysis.distribution.middles import middles_of
    from clusterbelt.processing.analysis.distribution.sql_sums import SqlSums

    bad = bad_rows(run, table)
    if bad.negative:
        raise ValueError(
            f"{table.weight}: {bad.negative} rows have a negative weight. Correct or filter them first."
        )
    if not bad.can_be_squared:
        raise ValueError(
            f"{table.weight}: weights from {bad.least} to {bad.most} cannot be squared. Give them in another unit."
        )
    plane, measure = _plane(middles_of(run, table)) if degrees else (None, "")
    sums = SqlSums(run, table.on(plane))
    found = sums.moments
    return [
        (sums.groups[one.group], *_sums(found, one.group), one.rule, *_size(one), measure)
        for one in ellipses_of(sums, **rule)
    ]


def _plane(middles):
    """Return the plane about the middle of groups of unit vectors, for queries and as a PROJ string."""
    from clusterbelt.processing.analysis.sql.tables import EqualArea

    def degrees(vector):
        return math.degrees(math.atan2(vector[1], vector[0])), math.degrees(
            math.atan2(vector[2], math.hypot(*vector[:2]))
        )

    middle = middles.sum(axis=0)
    lengths = np.linalg.norm(middles, axis=1) * np.linalg.norm(middle)
    if (middles @ middle < lengths * math.cos(_FARTHEST)).any():
        raise ValueError(
            "The groups are too far apart for one plane. Filter the table and run once for each region."
        )
    lon, lat = (f"{angle:.6f}" for angle in degrees(middle))
    measure = f"+proj=laea +lat_0={lat} +lon_0={lon} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs"
    return EqualArea(float(lon), float(lat), *_WGS84), measure


def _sums(found, g):
    """Return the sums of a group in the frame of its own centre and axes."""
    weight = float(found.weight[g])
    cos, sin = math.cos(found.angle[g]), math.sin(found.angle[g])
    rest_x, rest_y = found.rest[:, g]
    p, q = rest_x * cos + rest_y * sin, rest_y * cos - rest_x * sin
    along, across = found.sigma_major[g] ** 2 + p * p, found.sigma_minor[g] ** 2 + q * q
    squares = weight**2 / found.n_eff[g]
    moments = (weight * float(value) for value in (p, q, along, p * q, across))
    turn = math.degrees(found.angle[g])
    return int(found.n[g]), weight, float(squares), *moments, float(found.x[g]), float(found.y[g]), turn


def _size(one):
    if math.isnan(one.scale):
        return None, None, None
    return one.scale, one.n_in, one.share_in * one.weight


if __name__ == "__main__":
    main()
