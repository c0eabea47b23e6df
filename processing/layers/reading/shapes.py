"""Judge geometries: formats keep shapes that are none, and some of them end QGIS when they are looked at."""

import math

from qgis.core import QgsCurvePolygon, QgsGeometry, QgsPointXY, QgsPolygon, QgsWkbTypes

from ...analysis.sql.tables import FIRST_NO_COORDINATE

_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


def whole(geometry):
    """Return a geometry without its empty parts; None where nothing is left, or a coordinate is no place.

    A part without a vertex gives vertices that are not there, or ends QGIS, in many of its functions.
    """
    if geometry.isNull() or geometry.isEmpty():
        return None
    shape = geometry.constGet()
    if _has_hollows(shape):
        geometry = QgsGeometry.collectGeometry([QgsGeometry(part) for part in _filled_parts(shape)])
        if geometry.isNull() or geometry.isEmpty():
            return None
        shape = geometry.constGet()
    box = geometry.boundingBox()
    extent = max(map(abs, (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())))
    placed = extent < FIRST_NO_COORDINATE and math.isfinite(shape.length() + shape.perimeter())
    return geometry if placed else None


def repaired(geometry):
    """Return a valid polygon, as `whole` leaves it, and whether it had to be repaired; None where none is left."""
    geometry = whole(geometry)
    if geometry is None or geometry.isGeosValid():
        return geometry, False
    shape = QgsGeometry.unaryUnion([_repaired_part(part) for part in geometry.asGeometryCollection()])
    return (None if shape.isEmpty() else shape), True


def point_of(geometry):
    """The point where a geometry lies: itself, or a point on its surface; None where there is none."""
    geometry = whole(geometry)
    if geometry is None:
        return None
    if geometry.constGet().vertexCount() == 1:
        return QgsGeometry.fromPointXY(QgsPointXY(geometry.vertexAt(0)))
    point = geometry.pointOnSurface()
    return None if point.isEmpty() else point


def _repaired_part(polygon):
    """Shell without holes: what lies outside of the shell is no hole, and holes may overlap."""
    polygon.convertToStraightSegment()
    shell, *holes = [_area_within(ring) for ring in polygon.asPolygon()]
    return shell.difference(QgsGeometry.unaryUnion(holes)) if holes else shell


def _area_within(ring):
    area = QgsGeometry.fromPolygonXY([ring]).makeValid()
    area.convertGeometryCollectionToSubclass(_POLYGON)
    return area if not area.isEmpty() and area.type() == _POLYGON else QgsGeometry(QgsPolygon())


def _has_hollows(shape):
    """Whether a part, or a ring of a polygon, has no vertex."""
    if hasattr(shape, "numGeometries"):
        parts = [shape.geometryN(i) for i in range(shape.numGeometries())]
        return any(part.isEmpty() or _has_hollows(part) for part in parts)
    return isinstance(shape, QgsCurvePolygon) and any(
        shape.interiorRing(i).isEmpty() for i in range(shape.numInteriorRings())
    )


def _filled_parts(shape):
    if hasattr(shape, "numGeometries"):
        for i in range(shape.numGeometries()):
            yield from _filled_parts(shape.geometryN(i))
    elif not shape.isEmpty():
        part = shape.clone()
        for i in reversed(range(part.numInteriorRings() if isinstance(part, QgsCurvePolygon) else 0)):
            if part.interiorRing(i).isEmpty():
                part.removeInteriorRing(i)
        yield part
