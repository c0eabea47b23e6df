"""The tables that people write about a study, in one GeoPackage: opened, made and changed a row at a time."""

import os
from contextlib import contextmanager
from threading import local

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsProcessingFeedback,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...analysis.fields import table
from ...compat import is_null, translate
from ..reading.listening import layer_features
from ..writing.sinks import fields_of

# In a thread: the tables that are open, and what was read of them, while nothing is written.
_KEPT = local()


class StudyTableError(Exception):
    """A table cannot be made or written; the message says why."""


@contextmanager
def kept_open():
    """Open and read each table only once while this lasts; nothing may be written in it."""
    if hasattr(_KEPT, "found"):
        yield
        return
    _KEPT.found = {}
    try:
        yield
    finally:
        del _KEPT.found


def _once(key, make):
    known = getattr(_KEPT, "found", {})
    if key not in known:
        known[key] = make()
    return known[key]


def open_table(path, name, field):
    """Return a table of a GeoPackage as a layer, or None if it has none with this field."""
    return _once((path, name, field), lambda: _open(path, name, field))


def _open(path, name, field):
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
    """Return the rows of a table, the oldest first, as (id, `kind` made of its texts) pairs; kinds are named tuples."""
    return (
        _once((layer.id(), kind), lambda: _rows(layer, kind, None))
        if request is None
        else _rows(layer, kind, request)
    )


def _rows(layer, kind, request):
    found = _by_columns(layer, kind) if request is None else None
    if found is not None:
        return found
    indexes, found = [layer.fields().lookupField(name) for name in kind._fields], []
    for feature in layer_features(layer, request):
        values = feature.attributes()
        found.append((feature.id(), kind(*[_text(values[index]) if index >= 0 else "" for index in indexes])))
    return found


def _by_columns(layer, kind):
    """Rows of a plain file, read in one go, as of many thousand judgements; None where features must be asked for."""
    from ...analysis.typed_columns import as_objects
    from ..reading import arrow
    from ..reading.sources import plain_file

    present = [name for name in kind._fields if layer.fields().lookupField(name) >= 0]
    file = None if layer.isModified() else plain_file(layer)
    read = None
    if file is not None and arrow.can_read(file, present):
        read = arrow.read(file, present, QgsProcessingFeedback(), points=False)
    if read is None:
        return None
    fid, typed, *_ = read
    texts = {
        name: [value if type(value) is str else _text(value) for value in as_objects(typed[name]).tolist()]
        for name in present
    }
    columns = [texts.get(name) or [""] * len(fid) for name in kind._fields]
    return sorted(zip(fid.tolist(), map(kind._make, zip(*columns))))


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
    """Change rows by their id, add others and take some out; rows are named tuples of texts.

    Raises
    ------
    StudyTableError
    """
    provider = layer.dataProvider()
    worked = not changes or provider.changeAttributeValues(_by_index(layer, changes))
    worked = worked and (not added or provider.addFeatures(_features(layer, added))[0])
    if not (worked and (not gone or provider.deleteFeatures(gone))):
        raise StudyTableError(
            translate("ClusterBelt", "The file “{path}” could not be written: {reason}").format(
                path=path, reason=provider.lastError()
            )
        )


def _by_index(layer, changes):
    """Return the values of rows by the index of their field."""
    fields = next(iter(changes.values()))._fields
    indexes = [layer.fields().lookupField(name) for name in fields]
    return {
        fid: {index: value or None for index, value in zip(indexes, row) if index >= 0}
        for fid, row in changes.items()
    }


def _features(layer, rows):
    fields = layer.fields()
    places = {name: place for place, name in enumerate(rows[0]._fields)}
    wanted, features = [places.get(name) for name in fields.names()], []
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes([None if place is None else row[place] or None for place in wanted])
        features.append(feature)
    return features
