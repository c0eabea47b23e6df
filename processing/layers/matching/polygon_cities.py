"""Cities as polygons: a row belongs to the one that its point lies in."""

import numpy as np
from qgis.core import (
    QgsDistanceArea,
    QgsGeometry,
    QgsPoint,
    QgsPointXY,
    QgsProcessingException,
    QgsRectangle,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ...analysis.frames import Table
from ...analysis.text import as_text
from ...compat import is_null, translate
from ..feedback import stop_if_cancelled, warn_of_rows
from ..measuring.globes import is_angular, is_projected, metres_of, turn_of
from ..measuring.planes import Plane
from ..reading.passes import features_of
from ..reading.row_points import read_points, transformed
from ..reading.shapes import repaired

# No ellipsoid has a degree of latitude shorter than this; degrees of longitude are looked at generously.
_METRES_OF_A_DEGREE = 110_000.0
_CHECK_EVERY = 1024


class PolygonCities:
    """Finds the polygon of a point.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
        The polygons.
    field : str
        Whose text is the key; '' for the feature id. Polygons with the same text are one city.
    tolerance : float
        Metres at which a point outside of all polygons still belongs to the nearest.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback
    """

    def __init__(self, source, field, tolerance, transform_context, feedback):
        if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "CITY_BY polygon needs polygons as CITIES; layer “{layer}” has none."
                ).format(layer=source.sourceName())
            )
        self._crs, self._tolerance = source.sourceCrs(), tolerance
        self._transform_context = transform_context
        self._measure = QgsDistanceArea()
        if self._crs.isValid():
            self._measure.setSourceCrs(self._crs, transform_context)
            self._measure.setEllipsoid(self._crs.ellipsoidAcronym() or "EPSG:7030")
        self._shapes, self._engines, self._names = {}, {}, {}
        self._index = QgsSpatialIndex()
        self._read(source, field, feedback)

    def place(self, source, fids, feedback):
        """Place the rows of a source with these ids.

        Returns
        -------
        found : Table
            As `Resolver.resolve_all` gives it.
        x, y : ndarray of float
            The points, in the reference system of the polygons.
        """
        x, y = read_points(source, fids, feedback)
        if not (source.sourceCrs().isValid() and self._crs.isValid()):
            feedback.pushWarning(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” or the layer of cities has no coordinate reference system; the coordinates "
                    "are compared as they are.",
                ).format(layer=source.sourceName())
            )
        x, y = transformed(x, y, source.sourceCrs(), self._crs, self._transform_context)
        distinct, number = np.unique(x + 1j * y, return_inverse=True)
        rows, touching, places = np.bincount(number, minlength=len(distinct)), 0, []
        for row, point in enumerate(distinct.tolist()):
            if row % _CHECK_EVERY == 0:
                stop_if_cancelled(feedback)
            fid, way, on_border = self._city_of(point)
            touching += int(rows[row]) if on_border else 0
            name = self._names.get(fid)
            places.append((name, way))
        if touching:
            feedback.pushInfo(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”: points on the border of several cities, which belong to the one "
                    "with the lowest feature id: {count}.",
                ).format(layer=source.sourceName(), count=touching)
            )
        names, ways = zip(*places) if places else ((), ())
        nowhere = np.full(len(places), np.nan)
        found = {"code": names, "name": names, "by": ways, "candidates": [""] * len(places)}
        return Table.of({**found, "lon": nowhere, "lat": nowhere}).take(number), x, y

    def _read(self, source, field, feedback):
        index = source.fields().lookupField(field) if field else -1
        lost, mended = [], []
        for feature in features_of(source, [index] if field else [], geometry=True, feedback=feedback):
            value = feature[index] if field else feature.id()
            text = "" if is_null(value) else as_text(value)
            shape, was_invalid = repaired(feature.geometry())
            if shape is None or not text:
                lost.append(feature.id())
                continue
            if was_invalid:
                mended.append(feature.id())
            self._names[feature.id()] = text
            self._shapes[feature.id()] = shape
            self._index.addFeature(feature.id(), shape.boundingBox())
        warn_of_rows(feedback, translate("ClusterBelt", "Cities left out, no polygon or no name"), lost)
        warn_of_rows(feedback, translate("ClusterBelt", "Invalid polygons of cities, repaired"), mended)

    def _city_of(self, place):
        """Return the feature id, how it was found, and whether other polygons touch the point as well."""
        if place != place:
            return None, "no_point", False
        x, y = place.real, place.imag
        point = QgsPoint(x, y)
        inside = sorted(
            fid
            for fid in self._index.intersects(QgsRectangle(x, y, x, y))
            if self._engine(fid).intersects(point)
        )
        if inside:
            return inside[0], "polygon", len(inside) > 1
        near = self._nearest(x, y) if self._tolerance > 0 else None
        return (None, "outside", False) if near is None else (near, "near", False)

    def _engine(self, fid):
        if fid not in self._engines:
            self._engines[fid] = QgsGeometry.createGeometryEngine(self._shapes[fid].constGet())
            self._engines[fid].prepareGeometry()
        return self._engines[fid]

    def _nearest(self, x, y):
        point, reach = QgsPointXY(x, y), self._reach(x, y)
        box = QgsRectangle(x - reach[0], y - reach[1], x + reach[0], y + reach[1])
        ways = []
        for fid in self._index.intersects(box):
            other = self._shapes[fid].nearestPoint(QgsGeometry.fromPointXY(point)).asPoint()
            ways.append((self._measure.measureLine(point, other), fid))
        distance, fid = min(ways, default=(np.inf, None))
        return fid if distance <= self._tolerance else None

    def _reach(self, x, y):
        """Return the tolerance in coordinates, to the sides and up and down."""
        if is_angular(self._crs):
            degree = turn_of(self._crs) / 360.0
            up = self._tolerance / _METRES_OF_A_DEGREE
            narrowing = max(np.cos(np.radians(min(abs(y) / degree + up, 89.9))), 1e-3)
            return min(up / narrowing, 360.0) * degree, up * degree
        if not is_projected(self._crs):
            return self._tolerance, self._tolerance
        scale = Plane(self._crs, self._crs, self._transform_context).scales([x], [y]).max()
        reach = self._tolerance / metres_of(self._crs) * max(2.0, 1.1 * np.nan_to_num(scale))
        return reach, reach
