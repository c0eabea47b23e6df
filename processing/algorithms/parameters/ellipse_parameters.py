"""Parameters that the algorithms fitting ellipses share: the points, the size rule, where it is measured."""

from qgis.core import QgsProcessing, QgsProcessingParameterCrs, QgsProcessingParameterString

from ...analysis.distribution.size_rules import BY_PERCENT, DIVISORS, PROGRAMS, SCALINGS
from ...compat import translate
from ..base import ClusterBeltAlgorithm


class EllipseAlgorithm(ClusterBeltAlgorithm):
    """Base of the algorithms that fit ellipses to weighted points."""

    INPUT = "INPUT"
    SCALING = "SCALING"
    SIZE = "SIZE"
    PERCENT = "PERCENT"
    DIVISOR = "DIVISOR"
    ADVANCED = (DIVISOR, "SEGMENTS")
    MEASURE_CRS = "MEASURE_CRS"

    def group(self):
        return translate("ClusterBelt", "Spatial distribution")

    def groupId(self):  # noqa: N802
        return "distribution"

    def shortHelpString(self):  # noqa: N802
        rows = "".join(
            f"<tr><td>{scaling}, {divisor}</td><td>{names}</td></tr>" for scaling, divisor, names in PROGRAMS
        )
        title = translate("ClusterBelt", "Programs that draw the same ellipse, by size rule and divisor")
        return f"{super().shortHelpString()}<p><b>{title}</b></p><table cellpadding='3'>{rows}</table>"

    def add_points(self):
        """Add INPUT."""
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Input layer"),
            translate(
                "ClusterBelt",
                "Points. Each part of a multipoint carries its part of the weight; lines and polygons count by "
                "their centroid. Rows without geometry are left out, counted and named in the log.",
            ),
            source_type=QgsProcessing.SourceType.TypeVectorAnyGeometry,
        )

    def add_size_rule(self):
        """Add SCALING, SIZE, PERCENT and DIVISOR."""
        self.add_choice(
            self.SCALING,
            translate("ClusterBelt", "Size rule"),
            SCALINGS,
            SCALINGS[0],
            translate(
                "ClusterBelt",
                "How large the ellipse is drawn. standard_distance: SIZE × √2 × σ. standard_deviation: SIZE × σ. "
                "confidence: the ellipse that holds PERCENT of a Gaussian distribution (χ² with 2 degrees of freedom). "
                "share_inside: the smallest ellipse that holds PERCENT of the weight of the points themselves. "
                "The table at the end of the help says which programs use which rule.",
            ),
        )
        self.add(
            QgsProcessingParameterString(
                self.SIZE, translate("ClusterBelt", "Number of standard deviations"), "1", optional=True
            ),
            translate(
                "ClusterBelt",
                "One number or several, such as 1 or 1,2,3; for the first two size rules. One deviation holds "
                "39.3 % of a Gaussian distribution, √2 deviations 63.2 %, two 86.5 %.",
            ),
        )
        self.add(
            QgsProcessingParameterString(
                self.PERCENT, translate("ClusterBelt", "Per cent inside"), "68.27", optional=True
            ),
            translate("ClusterBelt", "One number or several between 0 and 100; for the last two size rules."),
        )
        self.add_choice(
            self.DIVISOR,
            translate("ClusterBelt", "Divisor of the variance"),
            DIVISORS,
            DIVISORS[0],
            translate(
                "ClusterBelt",
                "weights: the sum of the weights. minus_one, minus_two: as for a sample of m points, where m "
                "is the effective number of points W²/Σw² (Kish), which is their number when weights are equal.",
            ),
        )

    def add_measure_crs(self):
        """Add MEASURE_CRS."""
        self.add(
            QgsProcessingParameterCrs(
                self.MEASURE_CRS, translate("ClusterBelt", "Measure in"), optional=True
            ),
            translate(
                "ClusterBelt",
                "A projected coordinate reference system; the log says how true its lengths are. Default: that of the "
                "layer; for a layer in degrees an equal-area plane about the centre of the points, one for all groups "
                "unless its lengths are off by more than 1 % at the centre of one, then one for each group.",
            ),
        )

    def size_rule(self, parameters, context):
        """Return the size rule as `analysis.ellipse_sizes.measure` takes it."""
        scaling = self.parameterAsEnumString(parameters, self.SCALING, context)
        values = self.PERCENT if scaling in BY_PERCENT else self.SIZE
        return {
            "scaling": scaling,
            "values": self.number_list(parameters, values, context),
            "divisor": self.parameterAsEnumString(parameters, self.DIVISOR, context),
        }

    def planes_of(self, parameters, context, feedback, source, points, part, path):
        """Choose the planes in which weighted points are measured, and say which they are."""
        from ...layers.measuring.choosing import choose_planes
        from ...layers.measuring.plane_log import say_where_measured

        measure_crs = self.crs(parameters, self.MEASURE_CRS, context)
        planes = choose_planes(source, measure_crs, points, part, path, context.transformContext(), feedback)
        say_where_measured(planes, feedback)
        return planes
