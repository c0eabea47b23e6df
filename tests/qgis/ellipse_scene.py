"""Weighted points, and runs of `weightedellipse` on them."""

import csv
from pathlib import Path

from clusterbelt.processing.compat import make_field
from qgis import processing
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

GOLDEN = Path(__file__).parent.parent / "golden"


ALGORITHM = "clusterbelt:weightedellipse"


def points(rows, fields=(), crs="EPSG:32650", kind="Point"):
    """A memory layer from (geometry, its WKT or None, value, …) rows; fields are (name, kind) pairs."""
    made = QgsVectorLayer(f"{kind}?crs={crs}", "stations", "memory")
    made.dataProvider().addAttributes([make_field(name, kind) for name, kind in fields])
    made.updateFields()
    for shape, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        if shape is not None:
            feature.setGeometry(QgsGeometry.fromWkt(shape) if isinstance(shape, str) else shape)
        assert made.dataProvider().addFeature(feature)
    return made


def point(x, y):
    return QgsGeometry.fromPointXY(QgsPointXY(x, y)).asWkt(17)


def run(source, feedback=None, **parameters):
    parameters = {"INPUT": source, "OUTPUT": "memory:", **parameters}
    return processing.run(ALGORITHM, parameters, feedback=feedback)


def golden(case):
    with open(GOLDEN / "inputs" / f"{case}.csv", encoding="utf-8") as file:
        data = list(csv.DictReader(file))
    weights = [float(row["w"]) if row["w"] else None for row in data]
    return points(
        [(point(float(row["x"]), float(row["y"])), w) for row, w in zip(data, weights)],
        [("w", "double")],
        crs="",
    )


def expected(case):
    with open(GOLDEN / "expected.csv", encoding="utf-8") as file:
        return next(row for row in csv.DictReader(file) if row["case"] == case)


EIGHT = [(point(500000 + 1000 * x, 3000000 + 1000 * y),) for x, y in
         [(1, 2), (2, 3), (2, 2), (2, 1), (3, 4), (3, 3), (3, 2), (4, 3)]]  # fmt: skip


def lonlat(values):
    return points([(point(x, y),) for x, y in values], crs="EPSG:4326")
