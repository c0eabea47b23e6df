"""Where the rows of a source lie: one point a row, in a reference system of choice."""

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsWkbTypes,
)

from ...compat import translate
from ..feedback import stop_if_cancelled
from ..measuring import transforming
from ..measuring.globes import refuse_geocentric
from ..writing.copying import point_of
from .columns import read_columns

_CHECK_EVERY = 4096


def has_geometry(source):
    """Whether the rows of a source can lie anywhere."""
    return source.wkbType() != QgsWkbTypes.Type.NoGeometry


def degrees():
    """Longitude and latitude."""
    return QgsCoordinateReferenceSystem("EPSG:4326")


def read_points(source, feedback):
    """Read a point a row, in the order of the rows; lines and polygons by a point on their surface.

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
                "Layer “{layer}” has no points, which CITY_BY polygon and distance need. Place it by city first, "
                "or choose another CITY_BY.",
            ).format(layer=source.sourceName())
        )
    refuse_geocentric(source.sourceCrs(), source.sourceName())
    if QgsWkbTypes.flatType(source.wkbType()) == QgsWkbTypes.Type.Point:
        columns = read_columns(source, [], feedback, points=True)
        if columns.share is None:
            return columns.x, columns.y
    return _points_on_surface(source.getFeatures(QgsFeatureRequest().setSubsetOfAttributes([])), feedback)


def points_of_rows(source, fids, transform_context, feedback):
    """Return the longitudes and latitudes of some rows; NaN where they have no place in the world."""
    x, y = np.full(len(fids), np.nan), np.full(len(fids), np.nan)
    if not has_geometry(source) or not source.sourceCrs().isValid():
        return x, y
    refuse_geocentric(source.sourceCrs(), source.sourceName())
    request = QgsFeatureRequest().setFilterFids([int(fid) for fid in set(fids)]).setSubsetOfAttributes([])
    features = {feature.id(): feature for feature in source.getFeatures(request)}
    known = np.array([int(fid) in features for fid in fids], dtype=bool)
    x[known], y[known] = _points_on_surface([features[int(fid)] for fid in fids[known]], feedback)
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
    points = []
    for number, feature in enumerate(features):
        if number % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
        shape = point_of(feature.geometry())
        point = None if shape is None else shape.asPoint()
        points.append((np.nan, np.nan) if point is None else (point.x(), point.y()))
    places = np.array(points, dtype=float).reshape(-1, 2)
    return places[:, 0].copy(), places[:, 1].copy()
