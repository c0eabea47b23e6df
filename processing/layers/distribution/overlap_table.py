"""Compare polygons pair by pair and write the table of it."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsField, QgsWkbTypes

from ...analysis.distribution.overlap import Overlap, axis_angle
from ...analysis.fields import table
from ...compat import make_field
from ..feedback import stop_if_cancelled
from ..measuring.geodesics import geodesics
from ..writing.sinks import Sink
from .compared_shapes import common_area_of
from .ellipse_layers import Labels

_CHECK_EVERY = 64
_PART = 1 << 13


@dataclass(frozen=True)
class Pair:
    """Two shapes and how they compare; `angle` is NaN where their axes cannot be compared."""

    a: object
    b: object
    overlap: Overlap
    distance: float
    angle: float


def compare_pairs(compared, feedback):
    """Compare each shape with each later one.

    Parameters
    ----------
    compared : compared_shapes.Compared
    feedback : QgsProcessingFeedback

    Returns
    -------
    list of Pair
    """
    first, second = np.triu_indices(len(compared.shapes), 1)
    places = tuple(np.array([shape.place for shape in compared.shapes]).T)
    pairs = []
    for start in range(0, first.size, _PART):
        part = slice(start, start + _PART)
        distance, _ = geodesics(compared.plane, places, first[part], second[part])
        for i, j, length in zip(first[part], second[part], distance):
            if len(pairs) % _CHECK_EVERY == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(100.0 * len(pairs) / first.size)
            a, b = compared.pair(i, j)
            angle = axis_angle(a.rotation, b.rotation) if a.measure == b.measure else np.nan
            overlap = Overlap(a.area, b.area, common_area_of(a, b))
            pairs.append(Pair(a, b, overlap, float(length), float(angle)))
    return pairs


def write_pairs(output, pairs, name_field=None):
    """Write a row per pair.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    pairs : list of Pair
    name_field : QgsField, optional
        Of the type of the names; whole numbers where not given.

    Returns
    -------
    dict
        The output.
    """
    names = []
    for name in ("a", "b"):
        field = make_field(name, "long") if name_field is None else QgsField(name_field)
        field.setName(name)
        names.append(field)
    fields = Labels(names).before(table("overlaps"))
    sink = Sink(*output, fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    for pair in pairs:
        overlap = pair.overlap
        numbers = (
            overlap.area_a, overlap.area_b, overlap.common, overlap.jaccard, overlap.difference,
            overlap.in_a, overlap.in_b, pair.distance, pair.angle,
        )  # fmt: skip
        sink.write([pair.a.name, pair.b.name, *(float(v) if np.isfinite(v) else None for v in numbers)])
    return sink.results()
