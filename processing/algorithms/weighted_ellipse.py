"""Weighted standard deviational ellipse: the algorithm `clusterbelt:weightedellipse`."""

from qgis.core import QgsProcessingAlgorithm

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.drawn_ellipses import DrawnEllipses
from .parameters.ellipses import EllipseSize, MeasureCrs, Read, add_points


class WeightedEllipse(ClusterBeltAlgorithm):
    """Draws where weighted points lie: mean centre, half axes and direction, a row per group."""

    GROUP = "distribution"
    INPUT = "INPUT"
    WEIGHT = "WEIGHT"
    UID = "UID"
    size = EllipseSize()
    measure_crs = MeasureCrs()
    read = Read()
    drawn = DrawnEllipses()

    def name(self):
        return "weightedellipse"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Weighted standard deviational ellipse")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Draws mean centre, extent and direction of weighted points, one ellipse per group.",
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
                "Numbers, or texts that are numbers. Rows with an empty or zero weight are left out and "
                "counted; a negative weight is an error. The unit does not matter: shares give the same "
                "ellipse as counts.",
            ),
            optional=True,
        )
        self.add_field(
            self.UID,
            translate("ClusterBelt", "Group field"),
            self.INPUT,
            translate(
                "ClusterBelt", "One ellipse per value; rows without a value form a group of their own."
            ),
            optional=True,
        )
        self.size.add(self)
        self.measure_crs.add(self)
        self.read.add(self)
        self.drawn.add(self)

    def sinkProperties(self, sink, parameters, context, source_properties):  # noqa: N802
        from ..layers.distribution.ellipse_layers import layer_fields

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
        from ..layers.distribution.distributions import read_distribution
        from ..layers.distribution.engines import Request

        source = self.source(parameters, self.INPUT, context)
        uid = self.field(parameters, self.UID, context, source)
        request = Request(
            self.field(parameters, self.WEIGHT, context, source),
            uid,
            self.measure_crs.load(self, parameters, context),
            self.size.load(self, parameters, context).fit,
            self.read.load(self, parameters, context),
        )
        found = read_distribution(source, request, context.transformContext(), feedback)
        groups = [source.fields().field(uid)] if uid else []
        return self.drawn.write(self, parameters, context, feedback, found, groups)
