"""Bring rings and paths of a plane to the layer, cut where its longitudes begin anew."""

import struct

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes

from .globes import is_angular, turn_of
from .transforming import transformed

# How far, as a share of its size, a shape may come back from where it was: more is another place on the globe.
_OFF = 1e-3


def ring_to_layer(plane, ring):
    """Turn a closed (V, 2) ring of a plane into a multipolygon of its layer; None where it leaves the plane."""
    x, y = plane.to_layer(ring[:, 0], ring[:, 1])
    if not _comes_back(plane, ring, x, y):
        return None
    if not _is_wrapped(plane):
        return _multi(x, y, closed=True)
    turn = turn_of(plane.layer_crs)
    north, south = _poles_within(plane, ring, turn / 4.0)
    if north != south:
        x, y = _closed_over_pole(x, y, turn, turn / 4.0 if north else -turn / 4.0)
    else:
        x = _unwrapped(x, turn)
    shape = _cut(x, y, turn, closed=True)
    if not (north and south):
        return shape
    rest = _globe(0.0, turn).difference(shape)
    rest.convertToMultiType()
    return rest


def path_to_layer(plane, path):
    """Turn a (V, 2) path of a plane into a multiline of its layer; None where it leaves the plane."""
    x, y = plane.to_layer(path[:, 0], path[:, 1])
    if not _comes_back(plane, path, x, y):
        return None
    if not _is_wrapped(plane):
        return _multi(x, y, closed=False)
    turn = turn_of(plane.layer_crs)
    return _cut(_unwrapped(x, turn), y, turn, closed=False)


def _is_wrapped(plane):
    return is_angular(plane.layer_crs) and plane.layer_crs != plane.crs


def _comes_back(plane, vertices, x, y):
    """Whether vertices brought to the layer lead back to where they were: not so beyond the edge of a plane."""
    if plane.layer_crs == plane.crs:
        return True
    if not np.isfinite((x, y)).all():
        return False
    back = transformed(x, y, plane.layer_crs, plane.crs, plane.transform_context)
    reach = np.ptp(vertices, axis=0).max()
    return bool((np.abs(np.column_stack(back) - vertices) <= _OFF * reach).all())


def _poles_within(plane, ring, quarter):
    """Whether a ring of a plane encloses the north pole, and the south pole, of the layer."""
    context = plane.transform_context
    poles = np.column_stack(transformed([0.0, 0.0], [quarter, -quarter], plane.layer_crs, plane.crs, context))
    area = QgsGeometry.fromPolygonXY([[QgsPointXY(*vertex) for vertex in ring.tolist()]])
    return [bool(np.isfinite(pole).all()) and area.contains(QgsPointXY(*pole)) for pole in poles]


def _unwrapped(x, turn):
    """Longitudes without the jumps by a turn."""
    return x - turn * np.concatenate(([0.0], np.cumsum(np.round(np.diff(x) / turn))))


def _closed_over_pole(x, y, turn, pole):
    """Lead a ring that runs once around the globe over the pole it encloses, from its vertex next to the pole."""
    first = int(np.argmax(y * np.sign(pole)))
    x, y = (np.concatenate((column[first:-1], column[: first + 1])) for column in (x, y))
    x = _unwrapped(x, turn)
    return np.concatenate((x, [x[-1], x[0], x[0]])), np.concatenate((y, [pole, pole, y[0]]))


def _multi(x, y, closed):
    coordinates = np.column_stack((x, y)).astype("<f8")
    geometry = QgsGeometry()
    if closed:
        geometry.fromWkb(struct.pack("<BIII", 1, 3, 1, len(coordinates)) + coordinates.tobytes())
    else:
        geometry.fromWkb(struct.pack("<BII", 1, 2, len(coordinates)) + coordinates.tobytes())
    geometry.convertToMultiType()
    return geometry


def _globe(middle, turn):
    """All of the globe, half a turn to either side of a meridian."""
    half, quarter = turn / 2.0, turn / 4.0
    return QgsGeometry.fromRect(QgsRectangle(middle - half, -quarter, middle + half, quarter))


def _cut(x, y, turn, closed):
    """Cut a shape with unwrapped longitudes half a turn from the first meridian, and put its pieces back."""
    shape, half = _multi(x, y, closed), turn / 2.0
    first, last = int(np.floor((x.min() + half) / turn)), int(np.ceil((x.max() + half) / turn))
    if last - first <= 1:
        shape.translate(-turn * first, 0.0)
        return shape
    pieces = []
    for number in range(first, last):
        piece = shape.intersection(_globe(turn * number, turn))
        piece.translate(-turn * number, 0.0)
        pieces.append(piece)
    whole = QgsGeometry.unaryUnion(pieces)
    # Where a shape touches a cut, a point or a line of it may stay on the other side.
    kinds = QgsWkbTypes.GeometryType
    whole.convertGeometryCollectionToSubclass(kinds.PolygonGeometry if closed else kinds.LineGeometry)
    whole.convertToMultiType()
    return whole
