"""The rows of a source once more, whole, to be written out with new fields."""

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from . import arrow
from .columns import as_objects

_CHUNK = 4096
_AS_COLUMNS = (QgsWkbTypes.Type.Point, QgsWkbTypes.Type.NoGeometry)


def rows_of(source, indexes, feedback):
    """Return the rows of a source, in the order in which `columns.read_columns` reads them.

    Parameters
    ----------
    source : sources.Source
        Points and tables of plain files are read by columns, here and now; others feature by feature, later.
    indexes : list of int
        The fields that are wanted.
    feedback : QgsProcessingFeedback

    Returns
    -------
    iterator of (list, QgsGeometry or None)
        The values of the fields, and the geometry.
    """
    names = [source.fields().at(index).name() for index in indexes]
    read = None
    if source.file is not None and source.wkbType() in _AS_COLUMNS and arrow.can_read(source.file, names):
        points = source.wkbType() != QgsWkbTypes.Type.NoGeometry
        read = arrow.read(source.file, names, feedback, points=points)
    return _from_features(source, indexes) if read is None else _from_columns(names, *read)


def _from_features(source, indexes):
    for feature in source.getFeatures():
        attributes = feature.attributes()
        yield [attributes[i] for i in indexes], feature.geometry() if feature.hasGeometry() else None


def _from_columns(names, fid, columns, x, y):
    for start in range(0, len(fid), _CHUNK):
        part = slice(start, start + _CHUNK)
        values = [as_objects(columns[name][part]).tolist() for name in names]
        cells = zip(*values) if values else [()] * len(fid[part])
        if x is None:
            yield from ((list(row), None) for row in cells)
            continue
        for row, east, north in zip(cells, x[part].tolist(), y[part].tolist()):
            yield list(row), QgsGeometry.fromPointXY(QgsPointXY(east, north)) if east == east else None
