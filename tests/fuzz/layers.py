"""Make the layers that `cases` describes, in the process that runs them."""

import csv
import os

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

_TYPES = {"string": QVariant.String, "double": QVariant.Double, "int": QVariant.Int}


def parameters_of(case, folder):
    """Return the parameters of a case with real layers and files in a folder."""
    made = {}
    for name, value in case["parameters"].items():
        if isinstance(value, dict) and "layer" in value:
            value = _source(value["layer"], name.lower(), folder)
        elif isinstance(value, dict):
            value = os.path.join(folder, f"out_{name.lower()}.{value['file']}")
        made[name] = value
    return made


def _source(described, name, folder):
    layer = _layer(described, name, folder)
    QgsProject.instance().addMapLayer(layer, False)
    if described["selected"] is not None:
        fids = [feature.id() for feature in layer.getFeatures()]
        layer.selectByIds([fids[i] for i in described["selected"] if i < len(fids)])
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)
    if described["limit"] > 0:
        return QgsProcessingFeatureSourceDefinition(layer.id(), False, described["limit"])
    return layer


def _layer(described, name, folder):
    if described["store"] == "delimited":
        return _delimited(described, name, folder)
    kind, crs = described["kind"], described["crs"]
    layer = QgsVectorLayer(f"{kind}?crs={crs}" if crs else kind, name, "memory")
    layer.dataProvider().addAttributes(
        [QgsField(field, _TYPES[type_]) for field, type_ in described["fields"]]
    )
    layer.updateFields()
    for place, *values in described["rows"]:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(
            [_value(value, type_) for value, (_, type_) in zip(values, described["fields"])]
        )
        if place:
            feature.setGeometry(QgsGeometry.fromWkt(place))
        if not layer.dataProvider().addFeature(feature):
            # The provider refuses geometries of another type.
            feature.clearGeometry()
            assert layer.dataProvider().addFeature(feature)
    if described["store"] == "memory":
        return layer
    options, path = (
        QgsVectorFileWriter.SaveVectorOptions(),
        os.path.join(folder, f"{name}.{described['store']}"),
    )
    options.driverName = {"gpkg": "GPKG", "csv": "CSV"}[described["store"]]
    options.fileEncoding = "UTF-8"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, layer.transformContext(), options)
    kept = QgsVectorLayer(path, name, "ogr")
    return kept if kept.isValid() else layer


def _delimited(described, name, folder):
    """Delimited text with coordinates; QGIS keeps rows without them back where it is asked for geometries."""
    path = os.path.join(folder, f"{name}.csv")
    with open(path, "w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*(field for field, _ in described["fields"]), "east", "north"])
        for place, *values in described["rows"]:
            placed = place is not None and place.startswith("POINT (")
            point = place[7:-1].split() if placed else ["", ""]
            writer.writerow([*("" if value is None else value for value in values), *point])
    crs = described["crs"] or "EPSG:4326"
    uri = f"file://{path}?type=csv&xField=east&yField=north&crs={crs}"
    return QgsVectorLayer(uri, name, "delimitedtext")


def _value(value, type_):
    if type_ == "string" or value is None:
        return None if value is None else str(value)
    try:
        return float(value) if type_ == "double" else int(value)
    except ValueError:
        return None
