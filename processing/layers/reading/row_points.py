"""Where the rows of a source lie: one point a row, in a reference system of choice."""

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsWkbTypes,
)

from ...compat import translate
from ..feedback import stop_if_cancelled
from ..measuring import transforming
from ..measuring.globes import refuse_geocentric
from .columns import read_columns
from .passes import by_fid, features_of, request_for
from .shapes import point_of

_CHECK_EVERY = 4096


def has_geometry(source):
    """Whether the rows of a source can lie anywhere."""
    return source.wkbType() != QgsWkbTypes.Type.NoGeometry


def degrees():
    """Longitude and latitude."""
    return QgsCoordinateReferenceSystem("EPSG:4326")


def read_points(source, fids, feedback):
    """Read a point for each of the rows with these ids; lines and polygons by a point on their surface.

    Returns
    -------
    x, y : (N,) float64
        NaN for rows without geometry.

    Raises
    ------
    QgsProcessingException
        If the source has no geometry at all.
    """
    if not has_geometry(source):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no points, which this way to compare cities requires. Place it by "
                "city first, or choose another CITY_BY.",
            ).format(layer=source.sourceName())
        )
    refuse_geocentric(source.sourceCrs(), source.sourceName())
    if QgsWkbTypes.flatType(source.wkbType()) == QgsWkbTypes.Type.Point:
        columns = read_columns(source, [], feedback, points=True)
        if columns.share is None:
            return tuple(by_fid(fids, columns.fid, axis) for axis in (columns.x, columns.y))
    found, x, y = _points_on_surface(features_of(source, geometry=True), feedback)
    return by_fid(fids, found, x), by_fid(fids, found, y)


def points_of_rows(source, fids, transform_context, feedback):
    """Return the longitudes and latitudes of some rows; NaN where they have no place in the world."""
    x, y = np.full(len(fids), np.nan), np.full(len(fids), np.nan)
    if not has_geometry(source) or not source.sourceCrs().isValid():
        return x, y
    refuse_geocentric(source.sourceCrs(), source.sourceName())
    asked = source.getFeatures(request_for((), geometry=True, fids=set(fids)))
    found, *places = _points_on_surface(asked, feedback)
    x, y = (by_fid(fids, found, axis) for axis in places)
    return transformed(x, y, source.sourceCrs(), degrees(), transform_context)


def transformed(x, y, crs, target, transform_context):
    """Transform points, each distinct one once; those without a place in the target become NaN."""
    if crs == target or not crs.isValid() or not target.isValid():
        return x, y
    distinct, number = np.unique(x + 1j * y, return_inverse=True)
    moved = np.column_stack(
        transforming.transformed(distinct.real, distinct.imag, crs, target, transform_context)
    )
    moved[~np.isfinite(moved).all(axis=1)] = np.nan
    return moved[number, 0], moved[number, 1]


def _points_on_surface(features, feedback):
    """Return the ids of features, and where they lie."""
    fids, points = [], []
    for number, feature in enumerate(features):
        if number % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
        fids.append(feature.id())
        shape = point_of(feature.geometry())
        point = None if shape is None else shape.asPoint()
        points.append((np.nan, np.nan) if point is None else (point.x(), point.y()))
    places = np.array(points, dtype=float).reshape(-1, 2)
    return np.array(fids, dtype=np.int64), places[:, 0].copy(), places[:, 1].copy()
