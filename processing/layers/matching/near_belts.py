"""Belts within a distance of clusters, in place of cities."""

import numpy as np
from qgis.core import QgsDistanceArea, QgsPointXY, QgsRectangle, QgsSpatialIndex

from ...analysis.frames import Table
from ...analysis.matching.entries import Neighbours
from ...compat import translate
from ..feedback import stop_if_cancelled
from ..reading.row_points import degrees, read_points, transformed

# No ellipsoid has a degree of latitude shorter than this.
_METRES_OF_A_DEGREE = 110_000.0
_CHECK_EVERY = 256


def near(locator, rows, belts, feedback):
    """Return the neighbours of a `WithinDistance`, None where cities decide."""
    return locator.neighbours(rows, belts, feedback) if isinstance(locator, WithinDistance) else None


class WithinDistance:
    """Places rows by their points alone, and finds who is near whom.

    Parameters
    ----------
    radius : float
        Metres; without a coordinate reference system units of the layers.
    planar : bool
        Whether the layers have no reference system, so that coordinates are compared as they are.
    transform_context : QgsCoordinateTransformContext
    """

    def __init__(self, radius, planar, transform_context):
        self._radius, self._planar, self._transform_context = radius, planar, transform_context
        self._measure = QgsDistanceArea()
        if not planar:
            self._measure.setSourceCrs(degrees(), transform_context)
            self._measure.setEllipsoid("EPSG:7030")

    def place(self, source, fids, feedback):
        """Place the rows of a source with these ids, without a city.

        Returns
        -------
        found : Table
            As `Resolver.resolve_all` gives it.
        x, y : ndarray of float
            The points, in degrees unless planar.
        """
        x, y = read_points(source, fids, feedback)
        if not source.sourceCrs().isValid():
            feedback.pushWarning(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” has no coordinate reference system; its coordinates are used as they "
                    "are.",
                ).format(layer=source.sourceName())
            )
        if not self._planar:
            x, y = transformed(x, y, source.sourceCrs(), degrees(), self._transform_context)
        way = np.where(np.isfinite(x) & np.isfinite(y), "distance", "no_point").astype(object)
        nothing, nowhere = np.full(len(x), None, dtype=object), np.full(len(x), np.nan)
        no_candidates = np.full(len(x), "", dtype=object)
        found = {"code": nothing, "name": nothing, "by": way, "candidates": no_candidates}
        return Table({**found, "lon": nowhere, "lat": nowhere}), x, y

    def neighbours(self, rows, belts, feedback):
        """Find the belts near each cluster row.

        Parameters
        ----------
        rows, belts : tuple of ndarray
            x and y of `place`.
        feedback : QgsProcessingFeedback

        Returns
        -------
        Neighbours
        """
        index, stacks = self._index_of(belts)
        row_of, belt_of, metres = [], [], []
        for number, (x, y) in enumerate(zip(*(column.tolist() for column in rows))):
            if number % _CHECK_EVERY == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(100.0 * number / max(len(rows[0]), 1))
            if x != x or y != y:
                continue
            for stack, distance in self._near(index, stacks, x, y):
                row_of.append(np.full(len(stack), number, dtype=np.int64))
                belt_of.append(stack)
                metres.append(np.full(len(stack), distance))
        none = [np.zeros(0, dtype=np.int64)]
        return Neighbours(
            row=np.concatenate(row_of or none),
            belt=np.concatenate(belt_of or none),
            distance=np.concatenate(metres or [np.zeros(0)]),
            radius=self._radius,
            row_placed=np.isfinite(rows[0]) & np.isfinite(rows[1]),
            belt_placed=np.isfinite(belts[0]) & np.isfinite(belts[1]),
        )

    def _index_of(self, belts):
        """Index the distinct points of the belts, with the belts of each."""
        place = belts[0] + 1j * belts[1]
        known = np.flatnonzero(np.isfinite(place))
        distinct, number = np.unique(place[known], return_inverse=True)
        order = np.argsort(number, kind="stable")
        stacks = np.split(known[order], np.cumsum(np.bincount(number, minlength=len(distinct)))[:-1])
        index = QgsSpatialIndex()
        for fid, point in enumerate(distinct.tolist()):
            index.addFeature(fid, QgsRectangle(point.real, point.imag, point.real, point.imag))
        return index, list(zip(stacks, distinct.tolist()))

    def _near(self, index, stacks, x, y):
        """Yield the belts of each point within reach, and how far it is."""
        here = QgsPointXY(x, y)
        wide, high = self._reach(y)
        turns = (0.0,) if self._planar else (-360.0, 0.0, 360.0)
        found = {
            fid
            for turn in turns
            for fid in index.intersects(QgsRectangle(x + turn - wide, y - high, x + turn + wide, y + high))
        }
        for fid in sorted(found):
            belts, point = stacks[fid]
            distance = self._measure.measureLine(here, QgsPointXY(point.real, point.imag))
            if distance <= self._radius:
                yield belts, distance

    def _reach(self, y):
        if self._planar:
            return self._radius, self._radius
        high = self._radius / _METRES_OF_A_DEGREE
        narrowing = np.cos(np.radians(min(abs(y) + high, 90.0)))
        return (360.0 if narrowing < 1e-3 else min(high / narrowing, 360.0)), high
