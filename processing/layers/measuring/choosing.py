"""Choose the planes in which weighted points are measured: one for all where it is true to all, else several."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException

from ...analysis.distribution.ellipse import weight_units
from ...compat import translate
from ..feedback import stop_if_cancelled
from .globes import globe_of, is_angular, is_plain_degrees, is_projected, refuse_geocentric
from .planes import Plane
from .transforming import transformed

LARGEST_SCALE_ERROR = 0.01


@dataclass(frozen=True)
class Planes:
    """Where each part of the points is measured; a part is a group, or a stop of a path.

    Attributes
    ----------
    of_parts : list of Plane
        Plane of each part.
    of_paths : list of Plane
        Plane of each path, in which its parts are joined.
    single : bool
        Whether it is the same one for all.
    asked_for : bool
        Whether it was asked for by MEASURE_CRS.
    """

    of_parts: list
    of_paths: list
    single: bool
    asked_for: bool = False

    def by_plane(self, part):
        """Yield each plane with the positions of what is measured in it, of (N,) numbers of parts."""
        if self.single:
            yield self.of_parts[0], slice(None)
            return
        order = np.argsort(part, kind="stable")
        ends = np.cumsum(np.bincount(part, minlength=len(self.of_parts)))
        yield from zip(self.of_parts, np.split(order, ends[:-1]))

    def from_layer(self, x, y, part, feedback=None):
        """Bring (N,) layer coordinates of points, of which `part` says the part, into their planes."""
        moved_x, moved_y = np.empty(x.size), np.empty(x.size)
        for plane, rows in self.by_plane(part):
            moved_x[rows], moved_y[rows] = plane.from_layer(x[rows], y[rows], feedback)
        return moved_x, moved_y


def choose_planes(source, measure_crs, points, part, path, transform_context, feedback=None):
    """Decide where the distances between weighted points are measured.

    In the plane asked for; else in the layer's own where it is projected or has none; else in a Lambert
    azimuthal equal-area plane about the weighted mean of unit vectors, safe at the antimeridian and around the
    poles: one for all parts where its scale at the centre of each is within 1 % in every direction, else one
    for each path, and for each part of a path that is itself too long.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
        For its coordinate reference system and its name.
    measure_crs : QgsCoordinateReferenceSystem or None
    points : object with x, y, weight
        (N,) float64 each: finite layer coordinates and positive weights.
    part : (N,) int
        Part of each point.
    path : (P,) int
        Path of each part.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback, optional

    Returns
    -------
    Planes

    Raises
    ------
    QgsProcessingException
        Where the plane asked for is none, or the layer has no way to it.
    """
    layer_crs = source.sourceCrs()
    refuse_geocentric(layer_crs, source.sourceName())
    paths = int(path.max()) + 1
    if measure_crs is not None:
        plane = plane_asked_for(layer_crs, measure_crs, transform_context)
        return Planes([plane] * path.size, [plane] * paths, True, True)
    if not is_angular(layer_crs):
        plane = Plane(layer_crs, layer_crs, transform_context)
        return Planes([plane] * path.size, [plane] * paths, True)
    about = _Centers.of_points(layer_crs, points, part, path.size, transform_context)
    plane = about.plane_of(np.arange(path.size))
    if plane is not None:
        return Planes([plane] * path.size, [plane] * paths, True)
    of_parts, of_paths = [None] * path.size, []
    for number in range(paths):
        if feedback is not None:
            stop_if_cancelled(feedback)
        members = np.flatnonzero(path == number)
        common = about.plane_of(members)
        of_paths.append(common or about.plane_about(members))
        for member in members.tolist():
            of_parts[member] = common or about.plane_about([member])
    return Planes(of_parts, of_paths, False)


def equal_area_plane(layer_crs, x, y, transform_context):
    """Return the equal-area `Plane` about (N,) points of a layer in degrees, however far they reach."""
    points = _Points(x, y, np.ones(x.size))
    centers = _Centers.of_points(layer_crs, points, np.zeros(x.size, int), 1, transform_context)
    return centers.plane_about([0])


def plane_about(layer_crs, vectors, transform_context):
    """Return the one equal-area `Plane` that is true to the centres of all groups, and its centre; None if none is.

    Parameters
    ----------
    layer_crs : QgsCoordinateReferenceSystem
        In plain degrees.
    vectors : (G, 3) float64
        Weighted sums of the unit vectors of each group.
    transform_context : QgsCoordinateTransformContext

    Returns
    -------
    Plane or None
    lon, lat : float
        As the plane has them.
    """
    centers = _Centers(layer_crs, vectors, np.ones(len(vectors)), transform_context)
    everything = np.arange(len(vectors))
    return centers.plane_of(everything), *map(float, centers.center(everything))


@dataclass(frozen=True)
class _Points:
    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray


class _Centers:
    """Centres of parts on the globe, as sums of unit vectors, each in a unit of weight of its own."""

    def __init__(self, layer_crs, sums, unit, transform_context):
        self._crs, self._context, self._globe = layer_crs, transform_context, globe_of(layer_crs)
        self._sums, self._unit = sums, unit

    @classmethod
    def of_points(cls, layer_crs, points, part, count, transform_context):
        """Sum the unit vectors of points by part."""
        lon, lat = points.x, points.y
        if not is_plain_degrees(layer_crs):
            lon, lat = transformed(lon, lat, layer_crs, globe_of(layer_crs).degrees, transform_context)
        lon, lat = np.radians(lon), np.radians(lat)
        unit = weight_units(points.weight, part, count)
        weight = points.weight / unit[part]
        across = weight * np.cos(lat)
        terms = (across * np.cos(lon), across * np.sin(lon), weight * np.sin(lat))
        placed = np.isfinite(across)  # what has no place is an error of its own, with its coordinates
        sums = np.column_stack([np.bincount(part, np.where(placed, t, 0.0), count) for t in terms])
        return cls(layer_crs, sums, unit, transform_context)

    def center(self, members):
        """Return longitude and latitude of the centre of some parts, as the text of a plane has them."""
        share = self._unit[members] / self._unit[members].max()
        (lon,), (lat,) = _degrees(share[np.newaxis] @ self._sums[members])
        return f"{lon:.6f}", f"{lat:.6f}"

    def plane_about(self, members):
        """Return the plane about some parts."""
        lon, lat = self.center(members)
        crs = QgsCoordinateReferenceSystem.fromProj(
            f"+proj=laea +lat_0={lat} +lon_0={lon} +x_0=0 +y_0=0 {self._globe.figure} +units=m +no_defs"
        )
        return Plane(self._crs, crs, self._context, True)

    def plane_of(self, members):
        """Return the plane about some parts; None where its scale at the centre of one is off by too much."""
        plane = self.plane_about(members)
        lon, lat = _degrees(self._sums[members])
        x, y = transformed(lon, lat, plane.globe.degrees, plane.crs, self._context)
        error = np.abs(plane.scales(x, y) - 1.0)
        return plane if (error <= LARGEST_SCALE_ERROR).all() else None


def _degrees(vectors):
    east, north, up = vectors.T
    return np.degrees(np.arctan2(north, east)), np.degrees(np.arctan2(up, np.hypot(east, north)))


def plane_asked_for(layer_crs, measure_crs, transform_context):
    """Return the `Plane` that MEASURE_CRS names; raise where it is none, or the layer has no way to it."""
    if not is_projected(measure_crs):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "MEASURE_CRS is not a projected coordinate reference system. Choose a projected one, or "
                "leave it empty.",
            )
        )
    if not layer_crs.isValid():
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "MEASURE_CRS cannot be used, because the layer has no coordinate reference system. "
                "Set it in the properties of the layer.",
            )
        )
    return Plane(layer_crs, measure_crs, transform_context)
