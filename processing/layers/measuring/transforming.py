"""Bring columns of points from one coordinate reference system into another."""

import struct

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsProcessingException

from ...compat import translate
from ..feedback import stop_if_cancelled
from .globes import usable

_PART = 1 << 17


def transformed(x, y, source, destination, transform_context, feedback=None):
    """Bring (N,) coordinates from `source` to `destination`.

    Points that have no place in the destination come out infinite or NaN; all stay as they are where either
    system is none.

    Parameters
    ----------
    x, y : (N,) float64
    source, destination : QgsCoordinateReferenceSystem
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback, optional
        The work stops where it was cancelled.

    Returns
    -------
    x, y : (N,) float64

    Raises
    ------
    QgsProcessingException
        Where there is no way from one system to the other.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    transform = transform_between(source, destination, transform_context)
    if x.size == 0 or transform is None:
        return x, y
    moved = np.empty((x.size, 2))
    for start in range(0, x.size, _PART):
        if feedback is not None:
            stop_if_cancelled(feedback)
        part = slice(start, start + _PART)
        moved[part] = _moved(np.column_stack((x[part], y[part])), transform)
    return moved[:, 0].copy(), moved[:, 1].copy()


def transform_between(source, destination, transform_context):
    """Return the `QgsCoordinateTransform` between two systems; None where nothing is to be done.

    Raises
    ------
    QgsProcessingException
        Where QGIS knows none: it would leave the coordinates as they are, without a word.
    """
    if not source.isValid() or not destination.isValid() or source == destination:
        return None
    transform = QgsCoordinateTransform(usable(source), usable(destination), transform_context)
    if not transform.isValid():
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "QGIS knows no transformation from {source} to {destination}: they refer to different "
                "bodies, or one of them is not georeferenced. Choose another coordinate reference system.",
            ).format(source=_name(source), destination=_name(destination))
        )
    return transform


def _name(crs):
    return crs.userFriendlyIdentifier() or crs.toProj()


def _moved(points, transform):
    """Transform (N, 2) points as one line: hundreds of thousands of calls into Qt become one."""
    line = QgsGeometry()
    line.fromWkb(struct.pack("<BII", 1, 2, len(points)) + points.astype("<f8").tobytes())
    try:
        line.transform(transform)
    except QgsCsException:
        # One point without a place fails its whole line.
        if len(points) == 1:
            return np.full((1, 2), np.nan)
        half = len(points) // 2
        return np.concatenate((_moved(points[:half], transform), _moved(points[half:], transform)))
    return np.frombuffer(bytes(line.asWkb()), dtype="<f8", offset=9).reshape(-1, 2)
