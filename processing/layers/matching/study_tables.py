"""The tables that people write about a study, in one GeoPackage: opened, made and changed a row at a time."""

import os

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...analysis.fields import table
from ...compat import is_null, translate
from ..writing.sinks import fields_of


class StudyTableError(Exception):
    """A table cannot be made or written; the message says why."""


def open_table(path, name, field):
    """Return a table of a GeoPackage as a layer, or None if it has none with this field."""
    if not path or not os.path.exists(path):
        return None
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    return layer if layer.isValid() and layer.fields().lookupField(field) >= 0 else None


def file_of_parameter(parameter, name, field):
    """Return the GeoPackage whose table a run was given as a parameter, '' where it was given no such table.

    Parameters
    ----------
    parameter : str or dict or None
        As `runs.Run` holds it.
    """
    source = parameter.get("source", "") if isinstance(parameter, dict) else parameter or ""
    path, _, rest = source.partition("|")
    return path if rest == f"layername={name}" and open_table(path, name, field) is not None else ""


def rows_of(layer, kind, request=None):
    """Return the rows of a table, the oldest first, as (id, `kind` made of its texts) pairs."""
    indexes = [layer.fields().lookupField(name) for name in kind.__dataclass_fields__]
    found = []
    for feature in layer.getFeatures(request) if request is not None else layer.getFeatures():
        values = feature.attributes()
        found.append((feature.id(), kind(*[_text(values[index]) if index >= 0 else "" for index in indexes])))
    return found


def _text(value):
    if type(value) is str:
        return value
    return "" if is_null(value) else str(value)


def make_table(path, name, field):
    """Make a table with the fields of `analysis.fields`; the GeoPackage is made where it is missing.

    Raises
    ------
    StudyTableError
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    if os.path.exists(path):
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    writer = QgsVectorFileWriter.create(
        path,
        fields_of(table(name).fields),
        QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(),
        QgsCoordinateTransformContext(),
        options,
    )
    reason = writer.errorMessage() if writer.hasError() else ""
    del writer
    layer = open_table(path, name, field)
    if layer is None:
        raise StudyTableError(
            translate("ClusterBelt", "The file “{path}” could not be made: {reason}").format(
                path=path, reason=reason
            )
        )
    return layer


def change_rows(layer, path, changes, added, gone):
    """Change rows by their id, add others and take some out; rows are dicts of texts by field.

    Raises
    ------
    StudyTableError
    """
    provider = layer.dataProvider()
    worked = not changes or provider.changeAttributeValues(
        {fid: _values(layer, row) for fid, row in changes.items()}
    )
    worked = worked and (not added or provider.addFeatures([_feature(layer, row) for row in added])[0])
    if not (worked and (not gone or provider.deleteFeatures(gone))):
        raise StudyTableError(
            translate("ClusterBelt", "The file “{path}” could not be written: {reason}").format(
                path=path, reason=provider.lastError()
            )
        )


def _feature(layer, row):
    feature = QgsFeature(layer.fields())
    for index, value in _values(layer, row).items():
        feature.setAttribute(index, value)
    return feature


def _values(layer, row):
    """Return the values of a row by the index of their field."""
    values = {layer.fields().lookupField(name): value or None for name, value in row.items()}
    values.pop(-1, None)
    return values
