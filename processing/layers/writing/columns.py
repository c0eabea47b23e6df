"""Write tables of the analysis whose fields are those of `analysis.fields`, with points or lines."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsWkbTypes

from ...analysis.fields import DOUBLE, TEXT, table_of
from ...analysis.frames import Table
from ..feedback import stop_if_cancelled
from .destinations import is_wanted
from .sinks import Sink, fields_of


@dataclass(frozen=True)
class Layer:
    """A table, and the geometries of its rows; None for a table without."""

    table: Table
    shapes: object = None


class Sheet:
    """Draws places and the lines between them: in longitude and latitude, or in a plane without a reference system.

    Parameters
    ----------
    planar : bool
    """

    def __init__(self, planar=False):
        self._crs = QgsCoordinateReferenceSystem() if planar else QgsCoordinateReferenceSystem("EPSG:4326")

    def lines(self, places, table, source, target):
        """Return a table whose rows are lines between places, given by their positions in what has x and y."""
        return Layer(table, Lines(places.x, places.y, source, target, self._crs))

    def points(self, places, table, at):
        """Return a table whose rows lie at places."""
        return Layer(table, Points(places.x, places.y, self._crs, at))


def write_layers(algorithm, parameters, context, feedback, made):
    """Make the outputs that were asked for, then write them.

    Parameters
    ----------
    made : dict of str to function
        By name of the output; each returns a `Layer`.
    """
    layers = {}
    for name, make in made.items():
        if is_wanted(parameters, name, context):
            stop_if_cancelled(feedback)
            layers[name] = make()
    stop_if_cancelled(feedback)
    outputs = {}
    for name, layer in layers.items():
        outputs.update(write_columns((algorithm, parameters, name, context), layer.table, layer.shapes))
    return outputs


def write_columns(output, table, shapes=None):
    """Write one output, a row for each row of a table.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    table : analysis.frames.Table
    shapes : Points or Lines, optional
        Geometries of the rows; without them the output is a table.

    Returns
    -------
    dict
        The output.
    """
    algorithm, _, name, _ = output
    fields = table_of(algorithm.name(), name).fields
    cells = [cells_of(table[field.key], field.kind) for field in fields]
    if shapes is None:
        sink = Sink(*output, fields_of(fields), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    else:
        sink = Sink(*output, fields_of(fields), shapes.wkb_type, shapes.crs)
    sink.write_columns(cells, shapes)
    return sink.results()


class Points:
    """Points by their coordinates; NaN is none.

    Parameters
    ----------
    x, y : (P,) float64
    crs : QgsCoordinateReferenceSystem
    at : (n,) int, optional
        Which of them each row lies at; default: each at its own. Rows at one point share its shape.
    """

    wkb_type = QgsWkbTypes.Type.Point

    def __init__(self, x, y, crs, at=None):
        self._x, self._y, self.crs, self._at = x, y, crs, at

    def __iter__(self):
        points = zip(self._x.tolist(), self._y.tolist())
        shapes = [QgsGeometry.fromPointXY(QgsPointXY(x, y)) if x == x else None for x, y in points]
        return iter(shapes if self._at is None else [shapes[at] for at in self._at.tolist()])


class Lines:
    """Lines between two places each; none from a place to itself, or without a point. Equal lines share a shape.

    Parameters
    ----------
    x, y : (P,) float64
        Points of the places.
    source, target : (n,) int
        Places.
    crs : QgsCoordinateReferenceSystem
    """

    wkb_type = QgsWkbTypes.Type.LineString

    def __init__(self, x, y, source, target, crs):
        self._points = [QgsPointXY(*point) for point in zip(x.tolist(), y.tolist())]
        self._known = np.isfinite(x) & np.isfinite(y)
        self._source, self._target, self.crs = source, target, crs

    def __iter__(self):
        points, known = self._points, self._known
        pairs, which = np.unique(
            np.asarray(self._source) * len(points) + np.asarray(self._target), return_inverse=True
        )
        source, target = np.divmod(pairs, max(len(points), 1))
        drawn = ((source != target) & known[source] & known[target]).tolist()
        shapes = [
            QgsGeometry.fromPolylineXY([points[start], points[end]]) if is_drawn else None
            for start, end, is_drawn in zip(source.tolist(), target.tolist(), drawn)
        ]
        return iter([shapes[at] for at in which.tolist()])


def cells_of(column, kind):
    """Return a column as QGIS takes it: Python values, None for NaN and infinite numbers."""
    values = np.asarray(column)
    if kind == TEXT:
        return values.tolist()
    if values.dtype.kind != "f":
        return values.tolist()
    missing = ~np.isfinite(values)
    if kind == DOUBLE and not missing.any():
        return values.tolist()
    cells = np.where(missing, 0, values).astype(values.dtype if kind == DOUBLE else np.int64).astype(object)
    cells[missing] = None
    return cells.tolist()
