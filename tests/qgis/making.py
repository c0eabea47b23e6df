"""Layers made for one question, runs of our algorithms and what they say."""

from pathlib import Path

from clusterbelt.processing.compat import is_null, make_field
from clusterbelt.processing.layers.writing import sinks
from qgis import processing
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingFeedback, QgsVectorLayer

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


class Log(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.lines = []

    def pushWarning(self, text):  # noqa: N802
        self.lines.append(text)

    def pushInfo(self, text):  # noqa: N802
        self.lines.append(text)

    def text(self):
        return "\n".join(self.lines)


def cancelled_while_written(monkeypatch, number):
    """The log of a run that is cancelled when so many lots of rows have been written; more of them are an error."""
    log, add, left = Log(), sinks.Sink._add, [number]

    def counted(self, columns, geometries):
        add(self, columns, geometries)
        left[0] -= 1
        assert left[0] >= 0
        if left[0] == 0:
            log.cancel()

    monkeypatch.setattr(sinks.Sink, "_add", counted)
    return log


def sample(name):
    return QgsVectorLayer(str(SAMPLE / f"{name}.csv"), name, "ogr")


def table(rows, fields, kind="None"):
    """A memory layer of rows of texts; with a geometry kind each row starts with WKT or None."""
    crs = "" if kind == "None" else "?crs=EPSG:4326"
    made = QgsVectorLayer(kind + crs, "table", "memory")
    made.dataProvider().addAttributes([make_field(name, "string") for name in fields])
    made.updateFields()
    for values in rows:
        feature = QgsFeature(made.fields())
        wkt, values = (None, values) if kind == "None" else (values[0], values[1:])
        feature.setAttributes(list(values))
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert made.dataProvider().addFeature(feature)
    return made


def rows_of(layer):
    names = layer.fields().names()
    return [
        {name: None if is_null(value) else value for name, value in zip(names, feature.attributes())}
        for feature in layer.getFeatures()
    ]


def run(algorithm, feedback=None, **parameters):
    return processing.run(f"clusterbelt:{algorithm}", {"OUTPUT": "memory:", **parameters}, feedback=feedback)


def match(clusters, belts, feedback=None, **parameters):
    fields = {
        "CLUSTER_ID": "id",
        "CLUSTER_CITY": "city",
        "CLUSTER_INDUSTRY": "industry",
        "BELT_ID": "id",
        "BELT_CITY": "city",
        "BELT_INDUSTRY": "product",
    }
    given = {"CLUSTERS": clusters, "BELTS": belts, "LANGUAGE": "en", **fields, **parameters}
    return run("matchclusters", feedback, **given)


CLUSTER_FIELDS = ("id", "city", "industry")
BELT_FIELDS = ("id", "city", "product")
