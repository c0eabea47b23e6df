"""Say in the log where a run measures, and how true that is."""

import numpy as np

from ...compat import translate

_LARGEST_CONVERGENCE = 1.0
_LARGEST_SCALE_ERROR = 0.01


def say_where_measured(plane, feedback):
    """Name the plane; warn where a layer without a coordinate reference system is taken as one."""
    if plane.crs.isValid():
        feedback.pushInfo(translate("ClusterBelt", "Measured in {plane}").format(plane=plane.name))
    else:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The layer has no coordinate reference system: its coordinates are taken as those of a plane.",
            )
        )


def warn_of_distortion(plane, x, y, weight, feedback):
    """Warn where the grid of a plane leans or stretches at the mean centre of (N,) points of the plane."""
    if not plane.crs.isValid() or plane.made_for_data:
        return
    center_x, center_y = np.average(x, weights=weight), np.average(y, weights=weight)
    convergence = float(plane.north(np.array([center_x]), np.array([center_y]))[0])
    if abs(convergence) > _LARGEST_CONVERGENCE:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "At the centre, north of the grid and true north differ by {angle}°: the field rotation is on the grid, "
                "azimuth from true north.",
            ).format(angle=f"{abs(convergence):.1f}")
        )
    error = max((factor - 1.0 for factor in plane.scale(center_x, center_y)), key=abs)
    if abs(error) > _LARGEST_SCALE_ERROR:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "At the centre, lengths in {plane} are off by {error} %. Choose MEASURE_CRS, or use the layer in "
                "degrees: it is measured in a plane made for it.",
            ).format(plane=plane.name, error=f"{100.0 * error:+.1f}")
        )
