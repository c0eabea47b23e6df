"""Say in the log where a run measures, and how true that is."""

import numpy as np

from ...compat import translate
from .choosing import LARGEST_SCALE_ERROR

_LARGEST_CONVERGENCE = 1.0


def say_where_measured(planes, feedback):
    """Name the planes in which points are measured."""
    if planes.single:
        _name(planes.of_parts[0], feedback)
    else:
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "In a single plane, lengths would be off by more than 1 % at the centre of a group or "
                "period, so each is measured in its own equal-area plane (field measure).",
            )
        )


def say_where_compared(compared, measures, feedback):
    """Name the plane in which shapes are compared, warn where it stretches, and where they come from several."""
    plane = compared.plane
    _name(plane, feedback)
    if len(measures) > 1:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The rows were measured in different planes: {measures}. Rows of the same plane are "
                "compared in it, others as drawn and without their axes. Create them in one run, or with "
                "the same MEASURE_CRS.",
            ).format(measures="; ".join(name or "NULL" for name in measures))
        )
    if plane.globe is None or plane.made_for_data:
        return
    centers = [shape.drawn.centroid().asPoint() for shape in compared.shapes]
    x, y = np.array([(center.x(), center.y()) for center in centers]).T
    error = _largest(plane.scales(x, y) - 1.0)
    if abs(error) > LARGEST_SCALE_ERROR:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "At the centre of a polygon, lengths in {plane} are off by {error} %, and areas "
                "accordingly. Reproject the polygons to degrees: they are then compared in an equal-area "
                "plane.",
            ).format(plane=plane.name, error=f"{100.0 * error:+.1f}")
        )


def warn_of_distortion(planes, ellipses, feedback):
    """Say how the grid of a plane leans and stretches at the centres of ellipses, and warn where it matters."""
    plane = planes.of_parts[0]
    if plane.globe is None or not planes.single:
        return
    x, y = np.array([ellipse.x for ellipse in ellipses]), np.array([ellipse.y for ellipse in ellipses])
    lost = ~np.isfinite(plane.to_degrees(x, y)).all(axis=0)
    if lost.any():
        feedback.pushWarning(nowhere(plane, x[lost][0], y[lost][0]))
    if plane.made_for_data:
        return
    convergence = _largest((plane.azimuth(x, y, np.zeros(x.size)) + 180.0) % 360.0 - 180.0)
    if abs(convergence) > _LARGEST_CONVERGENCE:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "At the centre, grid north and true north differ by {angle}°: the field rotation refers to "
                "grid north, azimuth to true north.",
            ).format(angle=f"{abs(convergence):.1f}")
        )
    error = _largest(plane.scales(x, y) - 1.0)
    if abs(error) > LARGEST_SCALE_ERROR:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "At the centre, lengths in {plane} are off by {error} %. Choose another MEASURE_CRS, or "
                "reproject the layer to degrees: it is then measured in an equal-area plane.",
            ).format(plane=plane.name, error=f"{100.0 * error:+.1f}")
        )
    elif planes.asked_for:
        feedback.pushInfo(
            translate("ClusterBelt", "At the centre, lengths in {plane} are off by {error} %.").format(
                plane=plane.name, error=f"{100.0 * error:+.3f}"
            )
        )


def nowhere(plane, x, y):
    """Return the sentence that a mean centre is no place on the globe."""
    return translate(
        "ClusterBelt",
        "The mean centre {x}, {y} in {plane} is not a place on Earth. Check the coordinates and the "
        "coordinate reference system of the layer.",
    ).format(x=f"{x:g}", y=f"{y:g}", plane=plane.name)


def _name(plane, feedback):
    """Name a plane; warn where a layer without a coordinate reference system is taken as one."""
    if plane.globe is not None:
        feedback.pushInfo(translate("ClusterBelt", "Measured in {plane}").format(plane=plane.name))
    else:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The layer has no coordinate reference system: its coordinates are treated as planar.",
            )
        )


def _largest(numbers):
    """The number farthest from zero; 0 where none is known."""
    known = numbers[np.isfinite(numbers)]
    return float(known[np.argmax(np.abs(known))]) if known.size else 0.0
