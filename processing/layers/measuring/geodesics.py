"""Distances and directions on the ellipsoid between points of planes."""

import numpy as np
from qgis.core import QgsDistanceArea, QgsPointXY

from .globes import globe_of
from .transforming import transformed


def degrees_of(plane, x, y):
    """Longitude and latitude, from Greenwich on the ellipsoid of the layer, of (N,) points of a plane; NaN for none."""
    globe = globe_of(plane.layer_crs)
    if globe is None:
        return np.full(np.shape(x), np.nan), np.full(np.shape(x), np.nan)
    return transformed(x, y, plane.crs, globe.degrees, plane.transform_context)


def geodesics(plane, places, start, end):
    """Measure from place to place on the ellipsoid of the layer.

    Without a globe it is the straight line of the plane, with y as north.

    Parameters
    ----------
    plane : Plane
        For its layer, and for its unit.
    places : tuple of (N,) float64
        Longitude and latitude of `degrees_of`; x and y of the plane where it lies on no globe.
    start, end : (L,) int
        Positions of places.

    Returns
    -------
    distance : (L,) float64
        Units of the plane.
    azimuth : (L,) float64
        At the start, degrees clockwise from true north, 0 <= azimuth < 360.
    """
    globe = globe_of(plane.layer_crs)
    if globe is None:
        x, y = places
        dx, dy = x[end] - x[start], y[end] - y[start]
        return np.hypot(dx, dy), np.degrees(np.arctan2(dx, dy)) % 360.0
    ruler = QgsDistanceArea()
    ruler.setSourceCrs(globe.degrees, plane.transform_context)
    ruler.setEllipsoid(globe.major, globe.minor)
    points = [QgsPointXY(lon, lat) for lon, lat in zip(*map(np.ndarray.tolist, places))]
    pairs = [(points[i], points[j]) for i, j in zip(start, end)]
    distance = np.array([ruler.measureLine(one, other) for one, other in pairs])
    azimuth = np.array([ruler.bearing(one, other) for one, other in pairs])
    return distance / plane.metres, np.degrees(azimuth) % 360.0
