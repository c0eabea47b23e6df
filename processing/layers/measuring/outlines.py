"""Bring rings and paths of a plane to the layer, cut where its longitudes begin anew."""

import struct

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle

from .globes import is_angular, turn_of


def ring_to_layer(plane, ring):
    """Turn a closed (V, 2) ring of a plane into a multipolygon of its layer; None where it leaves the plane."""
    return _to_layer(plane, ring, closed=True)


def path_to_layer(plane, path):
    """Turn a (V, 2) path of a plane into a multiline of its layer; None where it leaves the plane."""
    return _to_layer(plane, path, closed=False)


def _to_layer(plane, vertices, closed):
    x, y = plane.to_layer(vertices[:, 0], vertices[:, 1])
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        return None
    if is_angular(plane.layer_crs) and plane.layer_crs != plane.crs:
        turn = turn_of(plane.layer_crs)
        x = x - turn * np.concatenate(([0.0], np.cumsum(np.round(np.diff(x) / turn))))
        if closed and abs(x[-1] - x[0]) > turn / 2.0:
            x, y = _closed_over_pole(x, y, turn / 4.0)
        return _cut(x, y, closed, turn)
    return _multi(x, y, closed)


def _multi(x, y, closed):
    coordinates = np.column_stack((x, y)).astype("<f8")
    geometry = QgsGeometry()
    if closed:
        geometry.fromWkb(struct.pack("<BIII", 1, 3, 1, len(coordinates)) + coordinates.tobytes())
    else:
        geometry.fromWkb(struct.pack("<BII", 1, 2, len(coordinates)) + coordinates.tobytes())
    geometry.convertToMultiType()
    return geometry


def _closed_over_pole(x, y, quarter):
    """Lead a ring that runs once around the globe over the pole it encloses."""
    pole = quarter if np.mean(y) > 0 else -quarter
    return np.concatenate((x, [x[-1], x[0], x[0]])), np.concatenate((y, [pole, pole, y[0]]))


def _cut(x, y, closed, turn):
    """Cut a shape with unwrapped longitudes half a turn from the first meridian, and put its pieces back."""
    shape, half, quarter = _multi(x, y, closed), turn / 2.0, turn / 4.0
    first, last = int(np.floor((x.min() + half) / turn)), int(np.ceil((x.max() + half) / turn))
    if last - first <= 1:
        shape.translate(-turn * first, 0.0)
        return shape
    pieces = []
    for number in range(first, last):
        middle = turn * number
        piece = shape.intersection(
            QgsGeometry.fromRect(QgsRectangle(middle - half, -quarter, middle + half, quarter))
        )
        piece.translate(-middle, 0.0)
        pieces.append(piece)
    whole = QgsGeometry.unaryUnion(pieces)
    whole.convertToMultiType()
    return whole
