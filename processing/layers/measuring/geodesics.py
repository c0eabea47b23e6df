"""Distances and directions on the ellipsoid between points of a plane."""

import numpy as np
from qgis.core import QgsDistanceArea, QgsPointXY

from .planes import Plane, geographic_of


def degrees_of(plane, x, y):
    """Longitude and latitude of (N,) points of a plane; NaN where it has no coordinate reference system."""
    if not plane.crs.isValid():
        return np.full(np.shape(x), np.nan), np.full(np.shape(x), np.nan)
    return Plane(geographic_of(plane.layer_crs, plane.crs), plane.crs, plane.transform_context).to_layer(x, y)


def geodesics(plane, x, y, start, end):
    """Measure from point to point on the ellipsoid of the layer.

    Without a coordinate reference system it is the straight line of the plane, with y as north.

    Parameters
    ----------
    plane : Plane
    x, y : (N,) float64
        Points of the plane.
    start, end : (L,) int
        Positions of points.

    Returns
    -------
    distance : (L,) float64
        Units of the plane.
    azimuth : (L,) float64
        At the start, degrees clockwise from true north, 0 <= azimuth < 360.
    """
    if not plane.crs.isValid():
        dx, dy = x[end] - x[start], y[end] - y[start]
        return np.hypot(dx, dy), np.degrees(np.arctan2(dx, dy)) % 360.0
    geographic = geographic_of(plane.layer_crs, plane.crs)
    globe = QgsDistanceArea()
    globe.setSourceCrs(geographic, plane.transform_context)
    if not globe.setEllipsoid(geographic.ellipsoidAcronym()):
        globe.setEllipsoid("EPSG:7030")
    points = [QgsPointXY(lon, lat) for lon, lat in zip(*map(np.ndarray.tolist, degrees_of(plane, x, y)))]
    pairs = [(points[i], points[j]) for i, j in zip(start, end)]
    distance = np.array([globe.measureLine(one, other) for one, other in pairs])
    azimuth = np.array([globe.bearing(one, other) for one, other in pairs])
    return distance / plane.metres, np.degrees(azimuth) % 360.0
