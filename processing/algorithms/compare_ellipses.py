"""Compare ellipses: the algorithm `clusterbelt:compareellipses`."""

from qgis.core import QgsProcessing

from ..compat import translate
from .base import ClusterBeltAlgorithm


class CompareEllipses(ClusterBeltAlgorithm):
    """Says of each pair of ellipses, or of other polygons, how far they cover each other."""

    GROUP = "distribution"
    INPUT = "INPUT"
    UID = "UID"
    OUTPUT = "OUTPUT"

    def name(self):
        return "compareellipses"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Compare ellipses")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Computes overlap, Jaccard and difference indices, distance of the centres and angle of "
            "the axes for each pair of ellipses.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "compare,overlap,intersection,jaccard,difference index,similarity,ellipse,"
            "standard deviational ellipse,SDE,空间差异指数,重叠,标准差椭圆",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Ellipses"),
            translate(
                "ClusterBelt",
                "The output of “Weighted standard deviational ellipse”, or any polygons. Ellipses measured "
                "in the same plane (field measure) are compared there by their parameters, exactly, "
                "however coarse the outline. Other polygons are compared as drawn, in the plane of the "
                "layer or, for a layer in degrees, in an equal-area plane; ellipses drawn with few "
                "segments then lose area (0.02 % with 180 segments). Rows without a polygon are left out, "
                "counted and listed in the log.",
            ),
            source_type=QgsProcessing.SourceType.TypeVectorPolygon,
        )
        self.add_field(
            self.UID,
            translate("ClusterBelt", "Name field"),
            self.INPUT,
            translate("ClusterBelt", "Names the ellipses in the fields a and b. Default: the feature id."),
            optional=True,
        )
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "One row per pair.",
            ),
        )
        self.add_numbers(("PAIR_COUNT", translate("ClusterBelt", "Number of pairs")))

    def compute(self, parameters, context, feedback):
        from ..layers.distribution.compared_rows import read_rows
        from ..layers.distribution.compared_shapes import shapes_of
        from ..layers.distribution.overlap_table import compare_pairs, write_pairs
        from ..layers.feedback import stop_if_cancelled
        from ..layers.measuring.plane_log import say_where_compared

        source = self.source(parameters, self.INPUT, context)
        uid = self.field(parameters, self.UID, context, source)
        rows = read_rows(source, uid, feedback)
        compared = shapes_of(rows, source, context.transformContext(), feedback)
        say_where_compared(compared, rows.measures, feedback)
        pairs = compare_pairs(compared, feedback)
        stop_if_cancelled(feedback)
        name_field = source.fields().field(uid) if uid else None
        outputs = write_pairs((self, parameters, self.OUTPUT, context), pairs, name_field)
        return {**outputs, "PAIR_COUNT": len(pairs)}
