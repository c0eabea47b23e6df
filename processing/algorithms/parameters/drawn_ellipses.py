"""What becomes of fitted ellipses: outlines, mean centres and axes as layers, and the numbers that models read."""

from qgis.core import QgsProcessing, QgsProcessingException

from ...compat import translate
from .ellipses import EllipseSize

# Beyond what any map shows: an outline too long ends in no memory.
_MOST_SEGMENTS = 100_000


class DrawnEllipses:
    """SEGMENTS, OUTPUT, CENTERS and AXES; points left out are counted where they are known (`skipped`)."""

    SEGMENTS = "SEGMENTS"
    OUTPUT = "OUTPUT"
    CENTERS = "CENTERS"
    AXES = "AXES"

    def __init__(self, skipped=True):
        self._skipped = skipped

    def add(self, algorithm):
        """Add the parameters and the numbers."""
        algorithm.add_number(
            self.SEGMENTS,
            translate("ClusterBelt", "Segments of the outline"),
            translate(
                "ClusterBelt",
                "Number of edges of each ellipse; at least 180 where the outline is reprojected.",
            ),
            default=180,
            least=8,
            most=_MOST_SEGMENTS,
            advanced=True,
        )
        algorithm.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPolygon,
            translate("ClusterBelt", "One row per group and size."),
        )
        algorithm.add_sink(
            self.CENTERS,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate("ClusterBelt", "One point per group."),
            optional=True,
        )
        algorithm.add_sink(
            self.AXES,
            QgsProcessing.SourceType.TypeVectorLine,
            translate("ClusterBelt", "Two lines per ellipse: the full major and minor axes."),
            optional=True,
        )
        algorithm.add_numbers(
            ("ELLIPSES", translate("ClusterBelt", "Number of ellipses")),
            ("POINTS_USED", translate("ClusterBelt", "Points used")),
        )
        if self._skipped:
            algorithm.add_numbers(("POINTS_SKIPPED", translate("ClusterBelt", "Points left out")))

    def write(self, algorithm, parameters, context, feedback, found, groups):
        """Write the ellipses of a `Distribution`.

        Parameters
        ----------
        found : layers.engines.Distribution
        groups : list of QgsField
            The field of the groups; empty where all points are one group.

        Returns
        -------
        dict
            The outputs of the algorithm.
        """
        from ...analysis.distribution.ellipse_sizes import FEW
        from ...layers.distribution.ellipse_layers import EllipseLayers, Labels
        from ...layers.feedback import stop_if_cancelled
        from ...layers.measuring.plane_log import warn_of_distortion

        ellipses = found.ellipses
        warn_of_distortion(found.planes, ellipses, feedback)
        if not groups and ellipses[0].status == FEW:
            divisor = algorithm.parameterAsEnumString(parameters, EllipseSize.DIVISOR, context)
            raise QgsProcessingException(_too_few(divisor, ellipses[0]))
        stop_if_cancelled(feedback)
        labels = Labels(groups, [[value] for value in found.groups]) if groups else Labels()
        segments = algorithm.parameterAsInt(parameters, self.SEGMENTS, context)
        layers = EllipseLayers(ellipses, found.planes, labels, feedback, segments)
        return {
            **layers.write_outlines((algorithm, parameters, self.OUTPUT, context)),
            **layers.write_centers((algorithm, parameters, self.CENTERS, context)),
            **layers.write_axes((algorithm, parameters, self.AXES, context)),
            "ELLIPSES": len(ellipses),
            "POINTS_USED": found.used,
            **({"POINTS_SKIPPED": found.skipped} if self._skipped else {}),
        }


def _too_few(divisor, ellipse):
    from ...analysis.distribution.size_rules import points_lost

    return translate(
        "ClusterBelt",
        "The divisor {divisor} needs more than {lost} points, but there are {points} (effective "
        "number: {effective}). Choose the divisor weights, or add points.",
    ).format(divisor=divisor, lost=points_lost(divisor), points=ellipse.n, effective=f"{ellipse.n_eff:.3g}")
