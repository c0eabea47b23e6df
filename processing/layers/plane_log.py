"""Say in the log where a run measures."""

from ..compat import translate


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
