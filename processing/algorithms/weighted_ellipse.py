"""Weighted standard deviational ellipse: the algorithm `clusterbelt:weightedellipse`."""

from qgis.core import QgsProcessing, QgsProcessingAlgorithm, QgsProcessingException

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.ellipses import EllipseSize, MeasureCrs, Read, add_points


class WeightedEllipse(ClusterBeltAlgorithm):
    """Draws where weighted points lie: mean centre, half axes and direction, a row a group."""

    GROUP = "distribution"
    INPUT = "INPUT"
    WEIGHT = "WEIGHT"
    UID = "UID"
    SEGMENTS = "SEGMENTS"
    OUTPUT = "OUTPUT"
    CENTERS = "CENTERS"
    AXES = "AXES"
    size = EllipseSize()
    measure_crs = MeasureCrs()
    read = Read()

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

    def shortHelpString(self):  # noqa: N802
        return super().shortHelpString() + self.size.programs()

    def initAlgorithm(self, configuration=None):  # noqa: N802
        add_points(self, self.INPUT)
        self.add_field(
            self.WEIGHT,
            translate("ClusterBelt", "Weight field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "Numbers, or text that is a number. Empty and zero weights are left out and counted; a negative "
                "weight is an error. The unit does not matter: shares give the same ellipse as counts.",
            ),
            optional=True,
        )
        self.add_field(
            self.UID,
            translate("ClusterBelt", "Group field"),
            self.INPUT,
            translate(
                "ClusterBelt", "One ellipse for each value; rows without a value are a group of their own."
            ),
            optional=True,
        )
        self.size.add(self)
        self.measure_crs.add(self)
        self.add_number(
            self.SEGMENTS,
            translate("ClusterBelt", "Segments of the outline"),
            translate(
                "ClusterBelt",
                "Edges of each ellipse; at least 180 are used where the outline is reprojected.",
            ),
            default=180,
            least=8,
            advanced=True,
        )
        self.read.add(self)
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPolygon,
            translate(
                "ClusterBelt",
                "One row per group and size.",
            ),
        )
        self.add_sink(
            self.CENTERS,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate("ClusterBelt", "One point per group."),
            optional=True,
        )
        self.add_sink(
            self.AXES,
            QgsProcessing.SourceType.TypeVectorLine,
            translate("ClusterBelt", "Two lines per ellipse, the full major and minor axes."),
            optional=True,
        )
        self.add_numbers(
            ("ELLIPSES", translate("ClusterBelt", "Number of ellipses")),
            ("POINTS_USED", translate("ClusterBelt", "Points used")),
            ("POINTS_SKIPPED", translate("ClusterBelt", "Points left out")),
        )

    def sinkProperties(self, sink, parameters, context, source_properties):  # noqa: N802
        from ..layers.ellipse_layers import layer_fields

        properties = QgsProcessingAlgorithm.VectorProperties()
        source = self.parameterAsSource(parameters, self.INPUT, context)
        uid = self.parameterAsString(parameters, self.UID, context)
        index = -1 if source is None else source.fields().lookupField(uid)
        groups = [] if index < 0 else [source.fields().at(index)]
        properties.fields, properties.wkbType = layer_fields(sink, groups)
        if source is not None:
            properties.crs = source.sourceCrs()
        properties.availability = QgsProcessingAlgorithm.PropertyAvailability.Available
        return properties

    def compute(self, parameters, context, feedback):
        from ..analysis.distribution.ellipse_sizes import FEW
        from ..layers.distributions import read_distribution
        from ..layers.ellipse_layers import EllipseLayers, Labels
        from ..layers.engines import Request
        from ..layers.feedback import stop_if_cancelled
        from ..layers.measuring.plane_log import warn_of_distortion

        source = self.source(parameters, self.INPUT, context)
        uid = self.field(parameters, self.UID, context, source)
        request = Request(
            self.field(parameters, self.WEIGHT, context, source),
            uid,
            self.measure_crs.load(self, parameters, context),
            self.read.load(self, parameters, context),
        )
        found = read_distribution(source, request, context.transformContext(), feedback)
        rule = self.size.load(self, parameters, context)
        ellipses = rule.fit(found.sums)
        warn_of_distortion(found.planes, ellipses, feedback)
        if not uid and ellipses[0].status == FEW:
            raise QgsProcessingException(_too_few(rule.divisor, ellipses[0]))
        stop_if_cancelled(feedback)
        segments = self.parameterAsInt(parameters, self.SEGMENTS, context)
        labels = (
            Labels([source.fields().field(uid)], [[value] for value in found.groups]) if uid else Labels()
        )
        layers = EllipseLayers(ellipses, found.planes, labels, feedback, segments)
        outputs = {
            **layers.write_outlines((self, parameters, self.OUTPUT, context)),
            **layers.write_centers((self, parameters, self.CENTERS, context)),
            **layers.write_axes((self, parameters, self.AXES, context)),
            "ELLIPSES": len(ellipses),
            "POINTS_USED": found.used,
            "POINTS_SKIPPED": found.skipped,
        }
        return outputs


def _too_few(divisor, ellipse):
    from ..analysis.distribution.size_rules import points_lost

    return translate(
        "ClusterBelt",
        "Divisor {divisor} needs more than {lost} points, but there are {points} (effective number: {effective}). "
        "Choose the divisor weights, or add points.",
    ).format(divisor=divisor, lost=points_lost(divisor), points=ellipse.n, effective=f"{ellipse.n_eff:.3g}")
