"""Where the stops of paths lie: on the globe, and in the plane of their path."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from .geodesics import degrees_of, geodesics
from .globes import globe_of
from .plane_log import nowhere
from .transforming import transformed


@dataclass(frozen=True)
class Stops:
    """Centres of (S,) stops.

    Attributes
    ----------
    lon, lat : (S,) float64
        Degrees from Greenwich on the ellipsoid of the layer; NaN where it has none.
    x, y : (S,) float64
        In the plane of their path.
    theta : (S,) float64
        Azimuth of the major axis from true north.
    """

    lon: np.ndarray
    lat: np.ndarray
    x: np.ndarray
    y: np.ndarray
    theta: np.ndarray


def stops_of(ellipses, planes, path):
    """Place the mean centres of ellipses, one per stop, of which `path` says the path; returns `Stops`."""
    x, y, rotation = np.array([(one.x, one.y, one.rotation) for one in ellipses]).T
    lon, lat, theta = np.empty((3, x.size))
    for plane, rows in planes.by_plane(np.arange(x.size)):
        lon[rows], lat[rows] = degrees_of(plane, x[rows], y[rows])
        theta[rows] = plane.axis_azimuth(x[rows], y[rows], rotation[rows])
    if not planes.single:
        x, y = x.copy(), y.copy()
        for number, plane in enumerate(planes.of_paths):
            rows = path == number
            degrees = globe_of(plane.layer_crs).degrees
            x[rows], y[rows] = transformed(lon[rows], lat[rows], degrees, plane.crs, plane.transform_context)
    return Stops(lon, lat, x, y, theta)


def ways_of(stops, planes, start, end):
    """Return distance and azimuth from stop to stop, as `geodesics` does; raise where a stop is no place on the globe."""
    plane = planes.of_paths[0]
    if plane.globe is None:
        return geodesics(plane, (stops.x, stops.y), start, end)
    lost = ~(np.isfinite(stops.lon) & np.isfinite(stops.lat))
    if lost.any():
        raise QgsProcessingException(nowhere(plane, stops.x[lost][0], stops.y[lost][0]))
    return geodesics(plane, (stops.lon, stops.lat), start, end)
