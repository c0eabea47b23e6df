"""Weighted standard deviational ellipse: the algorithm `clusterbelt:weightedellipse`."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..analysis.size_rules import BY_PERCENT, DIVISORS, SCALINGS
from ..compat import translate
from .base import ClusterBeltAlgorithm


class WeightedEllipse(ClusterBeltAlgorithm):
    """Draws where weighted points lie: mean centre, half axes and direction, a row a group."""

    INPUT = "INPUT"
    WEIGHT = "WEIGHT"
    UID = "UID"
    SCALING = "SCALING"
    SIZE = "SIZE"
    PERCENT = "PERCENT"
    DIVISOR = "DIVISOR"
    MEASURE_CRS = "MEASURE_CRS"
    SEGMENTS = "SEGMENTS"
    OUTPUT = "OUTPUT"
    CENTERS = "CENTERS"
    AXES = "AXES"

    def name(self):
        return "weightedellipse"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Weighted standard deviational ellipse")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt", "Mean centre, extent and direction of weighted points, one ellipse a group."
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "ellipse,standard deviational ellipse,SDE,directional distribution,centrography,mean center,"
            "standard distance,confidence,orientation,weight,azimuth,gravity centre,标准差椭圆,重心",
        ).split(",")

    def group(self):
        return translate("ClusterBelt", "Spatial distribution")

    def groupId(self):  # noqa: N802
        return "distribution"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT,
                translate("ClusterBelt", "Input layer"),
                [QgsProcessing.SourceType.TypeVectorAnyGeometry],
            ),
            translate(
                "ClusterBelt",
                "Points. Each part of a multipoint carries its part of the weight; lines and polygons count by "
                "their centroid. Rows without geometry are left out, counted and named in the log.",
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.WEIGHT, translate("ClusterBelt", "Weight field"), None, self.INPUT, optional=True
            ),
            translate(
                "ClusterBelt",
                "Numbers, or text that is a number. Empty and zero weights are left out and counted; a negative "
                "weight is an error. The unit does not matter: shares give the same ellipse as counts.",
            ),
        )
        self.add(
            QgsProcessingParameterField(
                self.UID, translate("ClusterBelt", "Group field"), None, self.INPUT, optional=True
            ),
            translate(
                "ClusterBelt", "One ellipse for each value; rows without a value are a group of their own."
            ),
        )
        self.add_choice(
            self.SCALING,
            translate("ClusterBelt", "Size rule"),
            SCALINGS,
            SCALINGS[0],
            translate(
                "ClusterBelt",
                "standard_distance: SIZE × √2 × σ, as ArcGIS; with divisor minus_two as CrimeStat. "
                "standard_deviation: SIZE × σ, as Yuill and Ebdon. "
                "confidence: holds PERCENT of a Gaussian distribution (χ² with 2 degrees of freedom). "
                "share_inside: the smallest ellipse that holds PERCENT of the weight of the points themselves.",
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
                "weights: the sum of weights, as ArcGIS. minus_one, minus_two: as for a sample of m points, where m "
                "is the effective number of points W²/Σw² (Kish), which is their number when weights are equal.",
            ),
        )
        self.add(
            QgsProcessingParameterCrs(
                self.MEASURE_CRS, translate("ClusterBelt", "Measure in"), optional=True
            ),
            translate(
                "ClusterBelt",
                "A projected coordinate reference system. Default: that of the layer; for a layer in degrees an "
                "equal-area plane about the centre of the points, one for all groups.",
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SEGMENTS,
                translate("ClusterBelt", "Segments of the outline"),
                defaultValue=180,
                minValue=8,
            ),
            translate(
                "ClusterBelt",
                "Edges of each ellipse; at least 180 are used where the outline is reprojected.",
            ),
        )
        self.add_sink(
            self.OUTPUT,
            translate("ClusterBelt", "Ellipses"),
            QgsProcessing.SourceType.TypeVectorPolygon,
            translate(
                "ClusterBelt",
                "A row a group and size. major and minor are half axes in units of the plane of measurement, rotation is "
                "the azimuth of the major axis on its grid, azimuth that from true north, share_in the share of the "
                "weight that is inside, share_exp the share to expect of a Gaussian sample. status is ellipse, "
                "circle (no direction), line, point (both without a polygon) or few (too few points for the divisor).",
            ),
        )
        self.add_sink(
            self.CENTERS,
            translate("ClusterBelt", "Mean centres"),
            QgsProcessing.SourceType.TypeVectorPoint,
            translate("ClusterBelt", "A point a group."),
            optional=True,
        )
        self.add_sink(
            self.AXES,
            translate("ClusterBelt", "Axes"),
            QgsProcessing.SourceType.TypeVectorLine,
            translate("ClusterBelt", "Two lines an ellipse, with their whole length."),
            optional=True,
        )
        self.add_numbers(
            ("ELLIPSES", translate("ClusterBelt", "Number of ellipses")),
            ("POINTS_USED", translate("ClusterBelt", "Points used")),
            ("POINTS_SKIPPED", translate("ClusterBelt", "Points left out")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.ellipse_sizes import FEW, measure
        from ..layers.ellipse_layers import write_ellipses
        from ..layers.feedback import stop_if_cancelled
        from ..layers.planes import choose_plane
        from ..layers.weighted_points import read_weighted_points

        source = self.source(parameters, self.INPUT, context)
        uid = self.field(parameters, self.UID, context, source)
        points = read_weighted_points(
            source, self.field(parameters, self.WEIGHT, context, source), uid, feedback
        )
        plane = choose_plane(
            source.sourceCrs(),
            self.crs(parameters, self.MEASURE_CRS, context),
            points.x,
            points.y,
            points.weight,
            context.transformContext(),
        )
        _say_where_measured(plane, feedback)
        scaling = self.parameterAsEnumString(parameters, self.SCALING, context)
        divisor = self.parameterAsEnumString(parameters, self.DIVISOR, context)
        ellipses = measure(
            *plane.from_layer(points.x, points.y),
            points.weight,
            points.group,
            scaling=scaling,
            values=self.number_list(
                parameters, self.PERCENT if scaling in BY_PERCENT else self.SIZE, context
            ),
            divisor=divisor,
        )
        if not uid and ellipses[0].status == FEW:
            raise QgsProcessingException(_too_few(divisor, ellipses[0]))
        stop_if_cancelled(feedback)
        segments = self.parameterAsInt(parameters, self.SEGMENTS, context)
        outputs = write_ellipses(
            self, parameters, context, ellipses, plane, segments, source.fields(), uid, points.groups
        )
        return {
            **outputs,
            "ELLIPSES": len(ellipses),
            "POINTS_USED": points.x.size,
            "POINTS_SKIPPED": points.skipped,
        }


def _say_where_measured(plane, feedback):
    if plane.crs.isValid():
        feedback.pushInfo(translate("ClusterBelt", "Measured in {plane}").format(plane=plane.name))
    else:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The layer has no coordinate reference system: its coordinates are taken as those of a plane.",
            )
        )


def _too_few(divisor, ellipse):
    from ..analysis.size_rules import points_lost

    return translate(
        "ClusterBelt",
        "Divisor {divisor} needs more than {lost} points, but there are {points} (effective number: {effective}). "
        "Choose the divisor weights, or add points.",
    ).format(divisor=divisor, lost=points_lost(divisor), points=ellipse.n, effective=f"{ellipse.n_eff:.3g}")
