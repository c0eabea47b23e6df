"""Where distances are measured: a projected plane, and the way there and back."""

import struct
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsRectangle,
    QgsUnitTypes,
)

from ...compat import translate
from ..feedback import stop_if_cancelled

_STEP_NORTH = 1e-4
_PART = 1 << 17


@dataclass(frozen=True)
class Plane:
    """The plane of measurement of a layer.

    Attributes
    ----------
    layer_crs, crs : QgsCoordinateReferenceSystem
        That of the layer; that of the plane, invalid where the layer has none.
    transform_context : QgsCoordinateTransformContext
    made_for_data : bool
        Whether the plane was made about the data, because the layer is in degrees.
    """

    layer_crs: QgsCoordinateReferenceSystem
    crs: QgsCoordinateReferenceSystem
    transform_context: QgsCoordinateTransformContext
    made_for_data: bool = False

    @property
    def name(self):
        """Authority id or PROJ string; empty without a coordinate reference system."""
        return self.crs.authid() or self.crs.toProj()

    @property
    def metres(self):
        """Metres in one unit; NaN without a coordinate reference system."""
        if not self.crs.isValid():
            return np.nan
        metres, _ = QgsUnitTypes.decodeDistanceUnit("meters")
        return QgsUnitTypes.fromUnitToUnitFactor(self.crs.mapUnits(), metres)

    def from_layer(self, x, y, feedback=None):
        """Bring (N,) layer coordinates into the plane; stops where `feedback` was cancelled.

        Raises
        ------
        QgsProcessingException
            Where a point has no place in the plane.
        """
        moved = self._transform(x, y, self.layer_crs, self.crs, feedback)
        lost = ~(np.isfinite(moved[0]) & np.isfinite(moved[1]))
        if lost.any():
            first = int(np.argmax(lost))
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "{count} points have no place in {plane}, the first at {x}, {y}. Look whether x and y are swapped "
                    "and whether the coordinate reference system of the layer is the right one: {layer_crs}.",
                ).format(
                    count=int(lost.sum()),
                    plane=self.name,
                    x=x[first],
                    y=y[first],
                    layer_crs=self.layer_crs.userFriendlyIdentifier(),
                )
            )
        return moved

    def to_layer(self, x, y):
        """Bring (N,) plane coordinates back to the layer."""
        return self._transform(x, y, self.crs, self.layer_crs)

    def true_azimuth(self, x, y, rotation):
        """Turn (N,) azimuths on the grid into azimuths from true north at (x, y).

        Both in degrees in [0, 180); NaN where the plane has no coordinate reference system.
        """
        if not self.crs.isValid():
            return np.full(np.shape(x), np.nan)
        azimuth = np.mod(rotation - self.north(x, y), 180.0)
        return np.where(azimuth == 180.0, 0.0, azimuth)

    def north(self, x, y):
        """Direction of true north at (N,) points, in degrees clockwise from the north of the grid."""
        geographic = geographic_of(self.crs)
        lon, lat = self._transform(x, y, self.crs, geographic)
        step = np.where(lat > 89.9, -_STEP_NORTH, _STEP_NORTH)
        north_x, north_y = self._transform(lon, lat + step, geographic, self.crs)
        return np.degrees(np.arctan2((north_x - x) * np.sign(step), (north_y - y) * np.sign(step)))

    def scale(self, x, y):
        """Scale at a point along and across the meridian: length in the plane by length on the ellipsoid."""
        geographic = geographic_of(self.crs)
        (lon,), (lat,) = self._transform([x], [y], self.crs, geographic)
        step = -_STEP_NORTH if lat > 89.9 else _STEP_NORTH
        ends = ((lon, lat + step), (lon + _STEP_NORTH, lat))
        ruler = QgsDistanceArea()
        ruler.setSourceCrs(geographic, self.transform_context)
        ruler.setEllipsoid(self.crs.ellipsoidAcronym())
        factors = []
        for end in ends:
            (end_x,), (end_y,) = self._transform([end[0]], [end[1]], geographic, self.crs)
            ground = ruler.measureLine(QgsPointXY(lon, lat), QgsPointXY(*end))
            factors.append(float(np.hypot(end_x - x, end_y - y)) * self.metres / ground)
        return tuple(factors)

    def ring_to_layer(self, ring):
        """Turn a closed (V, 2) ring of the plane into a multipolygon of the layer."""
        return self._shape_to_layer(ring, closed=True)

    def path_to_layer(self, path):
        """Turn a (V, 2) path of the plane into a multiline of the layer."""
        return self._shape_to_layer(path, closed=False)

    def _shape_to_layer(self, vertices, closed):
        x, y = self.to_layer(vertices[:, 0], vertices[:, 1])
        if self.layer_crs.isGeographic() and self.layer_crs != self.crs:
            x = x - 360.0 * np.concatenate(([0.0], np.cumsum(np.round(np.diff(x) / 360.0))))
            if closed and abs(x[-1] - x[0]) > 180.0:
                x, y = _closed_over_pole(x, y)
            return _split_at_antimeridian(x, y, closed)
        return _multi(x, y, closed)

    def _transform(self, x, y, source, destination, feedback=None):
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if x.size == 0 or not source.isValid() or source == destination:
            return x, y
        transform = QgsCoordinateTransform(source, destination, self.transform_context)
        moved = np.empty((x.size, 2))
        for start in range(0, x.size, _PART):
            if feedback is not None:
                stop_if_cancelled(feedback)
            part = slice(start, start + _PART)
            moved[part] = self._transform_part(x[part], y[part], transform)
        return moved[:, 0].copy(), moved[:, 1].copy()

    def _transform_part(self, x, y, transform):
        # One line through all points: hundreds of thousands of calls into Qt become one.
        line = QgsGeometry()
        line.fromWkb(struct.pack("<BII", 1, 2, x.size) + np.column_stack((x, y)).astype("<f8").tobytes())
        try:
            line.transform(transform)
        except QgsCsException as error:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "The points cannot be brought from {source} to {destination}: {reason}"
                ).format(
                    source=transform.sourceCrs().userFriendlyIdentifier(),
                    destination=transform.destinationCrs().userFriendlyIdentifier(),
                    reason=error,
                )
            ) from None
        return np.frombuffer(bytes(line.asWkb()), dtype="<f8", offset=9).reshape(-1, 2)


def choose_plane(layer_crs, measure_crs, x, y, weight, transform_context):
    """Decide where the distances between weighted points are measured.

    The plane asked for; else the layer's own where it is projected or has none; else one Lambert
    azimuthal equal-area plane about the weighted mean of unit vectors, safe at the antimeridian and
    around the poles.

    Parameters
    ----------
    layer_crs : QgsCoordinateReferenceSystem
    measure_crs : QgsCoordinateReferenceSystem or None
    x, y, weight : (N,) float64
        Finite layer coordinates and positive weights.
    transform_context : QgsCoordinateTransformContext

    Returns
    -------
    Plane

    Raises
    ------
    QgsProcessingException
        Where the plane asked for is invalid or measures in degrees, or the layer has none to come from.
    """
    if measure_crs is not None:
        if not measure_crs.isValid() or measure_crs.isGeographic():
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "MEASURE_CRS is not a projected coordinate reference system. Choose one that measures in "
                    "metres, or leave it empty.",
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
    if layer_crs.isValid() and layer_crs.isGeographic():
        return Plane(layer_crs, _equal_area_about(layer_crs, x, y, weight), transform_context, True)
    return Plane(layer_crs, layer_crs, transform_context)


def _equal_area_about(crs, x, y, weight):
    lon, lat = np.radians(x), np.radians(y)
    east = np.sum(weight * np.cos(lat) * np.cos(lon))
    north = np.sum(weight * np.cos(lat) * np.sin(lon))
    up = np.sum(weight * np.sin(lat))
    lon_0 = np.degrees(np.arctan2(north, east))
    lat_0 = np.degrees(np.arctan2(up, np.hypot(east, north)))
    figure = " ".join(
        word
        for word in crs.toProj().split()
        if word.startswith(("+datum", "+ellps", "+a=", "+b=", "+rf=", "+R="))
    )
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={lat_0:.6f} +lon_0={lon_0:.6f} +x_0=0 +y_0=0 {figure} +units=m +no_defs"
    )


def geographic_of(*systems):
    """Return the degrees of the first of some reference systems that has them, else those of WGS 84."""
    for crs in systems:
        geographic = crs if crs.isGeographic() else QgsCoordinateReferenceSystem(crs.geographicCrsAuthId())
        if geographic.isValid():
            return geographic
    return QgsCoordinateReferenceSystem("EPSG:4326")


def _multi(x, y, closed):
    coordinates = np.column_stack((x, y)).astype("<f8")
    geometry = QgsGeometry()
    if closed:
        geometry.fromWkb(struct.pack("<BIII", 1, 3, 1, len(coordinates)) + coordinates.tobytes())
    else:
        geometry.fromWkb(struct.pack("<BII", 1, 2, len(coordinates)) + coordinates.tobytes())
    geometry.convertToMultiType()
    return geometry


def _closed_over_pole(x, y):
    """Lead a ring that runs once around the globe over the pole it encloses."""
    pole = 90.0 if np.mean(y) > 0 else -90.0
    return np.concatenate((x, [x[-1], x[0], x[0]])), np.concatenate((y, [pole, pole, y[0]]))


def _split_at_antimeridian(x, y, closed):
    """Cut a shape with unwrapped longitudes at ±180° and put its pieces back onto the globe."""
    shape = _multi(x, y, closed)
    first, last = int(np.floor((x.min() + 180.0) / 360.0)), int(np.ceil((x.max() + 180.0) / 360.0))
    if last - first <= 1:
        shape.translate(-360.0 * first, 0.0)
        return shape
    pieces = []
    for turn in range(first, last):
        piece = shape.intersection(
            QgsGeometry.fromRect(QgsRectangle(360.0 * turn - 180.0, -90.0, 360.0 * turn + 180.0, 90.0))
        )
        piece.translate(-360.0 * turn, 0.0)
        pieces.append(piece)
    whole = QgsGeometry.unaryUnion(pieces)
    whole.convertToMultiType()
    return whole
