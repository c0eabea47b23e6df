"""The rows of a source once more, whole, to be written out with new fields."""

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from ...analysis.typed_columns import as_objects
from . import arrow
from .passes import features_of, in_order_of, request_for

_CHUNK = 4096
_AS_COLUMNS = (QgsWkbTypes.Type.Point, QgsWkbTypes.Type.NoGeometry)


def rows_of(source, fids, indexes, feedback):
    """Return the rows of a source with these ids, in their order.

    Parameters
    ----------
    source : sources.Source
        Points and tables of plain files are read by columns, here and now; others feature by feature, later.
    fids : sequence of int
        As `columns.read_columns` gives them.
    indexes : list of int
        The fields that are wanted.
    feedback : QgsProcessingFeedback

    Returns
    -------
    iterator of (sequence, QgsGeometry or None)
        The values of the fields, and the geometry.
    """
    names = [source.fields().at(index).name() for index in indexes]
    read = None
    if source.file is not None and source.wkbType() in _AS_COLUMNS and arrow.can_read(source.file, names):
        points = source.wkbType() != QgsWkbTypes.Type.NoGeometry
        read = arrow.read(source.file, names, feedback, points=points)
    rows = _from_features(source, indexes) if read is None else _from_columns(names, *read)
    if read is not None and np.array_equal(fids, read[0]):
        return (row for _, row in rows)

    def fetch(missing):
        request = request_for(indexes, geometry=False, fids=missing)
        return _cells(source.getFeatures(request), indexes)

    return in_order_of(np.asarray(fids).tolist(), rows, fetch, source.sourceName())


def _from_features(source, indexes):
    return _cells(features_of(source, indexes, geometry=True), indexes)


def _cells(features, indexes):
    for feature in features:
        attributes = feature.attributes()
        geometry = feature.geometry() if feature.hasGeometry() else None
        yield feature.id(), ([attributes[i] for i in indexes], geometry)


def _from_columns(names, fid, columns, x, y):
    for start in range(0, len(fid), _CHUNK):
        part = slice(start, start + _CHUNK)
        values = [as_objects(columns[name][part]).tolist() for name in names]
        ids = fid[part].tolist()
        cells = zip(*values) if values else [()] * len(ids)
        if x is None:
            yield from ((one, (row, None)) for one, row in zip(ids, cells))
            continue
        for one, row, east, north in zip(ids, cells, x[part].tolist(), y[part].tolist()):
            yield one, (row, QgsGeometry.fromPointXY(QgsPointXY(east, north)) if east == east else None)
