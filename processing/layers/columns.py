"""Read a Processing source into columns: one pass, only the fields asked for."""

import re
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessingException, QgsWkbTypes

from ..compat import is_null, translate
from .feedback import stop_if_cancelled

_CHECK_EVERY = 512


@dataclass(frozen=True)
class Columns:
    """Columns of a source; an entry is a row, or a point where coordinates were read.

    Attributes
    ----------
    fid : (N,) int64
        Feature id; that of the row for each point of a multipoint.
    values : dict of str to (N,) object
        Field values, None for null.
    x, y : (N,) float64 or None
        Coordinates, NaN for rows without geometry; None where none were asked for.
    share : (N,) float64 or None
        1/parts for the parts of a multipoint, else 1.
    """

    fid: np.ndarray
    values: dict
    x: np.ndarray = None
    y: np.ndarray = None
    share: np.ndarray = None


def read_columns(source, fields, feedback, *, points=False):
    """Read fields, and with `points` the coordinates, of a source.

    Multipoints give an entry a part, lines and polygons their centroid.

    Parameters
    ----------
    source : QgsFeatureSource
    fields : list of str
        Names; empty ones are passed over.
    feedback : QgsProcessingFeedback
    points : bool

    Returns
    -------
    Columns

    Raises
    ------
    QgsProcessingException
        On cancel, and where the header of a spreadsheet was taken for its first row.
    """
    names = [name for name in fields if name]
    indexes = [source.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setSubsetOfAttributes(_needed(source, indexes))
    if not points:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    centroid = QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry
    total = max(source.featureCount(), 1)
    fids, columns, xs, ys, shares = [], [[] for _ in names], [], [], []
    for position, feature in enumerate(source.getFeatures(request)):
        if position % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
            feedback.setProgress(100.0 * position / total)
            if position == 0:
                _refuse_lost_header(source, feature)
        parts = _points(feature.geometry(), centroid) if points else (None,)
        fids.extend([feature.id()] * len(parts))
        for column, index in zip(columns, indexes):
            value = feature[index]
            column.extend([None if is_null(value) else value] * len(parts))
        if points:
            xs.extend(x for x, _ in parts)
            ys.extend(y for _, y in parts)
            shares.extend([1.0 / len(parts)] * len(parts))
    stop_if_cancelled(feedback)
    values = {name: _objects(column) for name, column in zip(names, columns)}
    fid = np.array(fids, dtype=np.int64)
    if not points:
        return Columns(fid, values)
    return Columns(fid, values, np.array(xs), np.array(ys), np.array(shares))


def _points(geometry, centroid):
    if geometry.isEmpty():
        return ((np.nan, np.nan),)
    if centroid:
        geometry = geometry.centroid()
    if geometry.isMultipart():
        return [(point.x(), point.y()) for point in geometry.asMultiPoint()]
    point = geometry.asPoint()
    return ((point.x(), point.y()),)


def _objects(values):
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _needed(source, indexes):
    """The fields to fetch: all of a sheet with a lost header, so that the first row can be judged."""
    return list(range(source.fields().count())) if _has_numbered_fields(source) else indexes


def _has_numbered_fields(source):
    names = source.fields().names()
    return bool(names) and all(re.fullmatch(r"Field\d+", name) for name in names)


def _refuse_lost_header(source, first):
    values = first.attributes()
    if _has_numbered_fields(source) and all(isinstance(v, str) for v in values if not is_null(v)):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: the names of the fields stand in its first row, and the fields are called "
                "Field1, Field2 …. Save the sheet as CSV (UTF-8), or put a number into one of its columns, "
                "and add it again.",
            ).format(layer=source.sourceName())
        )
