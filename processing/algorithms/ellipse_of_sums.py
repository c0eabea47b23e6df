"""Weighted standard deviational ellipse of a table of sums: the algorithm `clusterbelt:ellipseofsums`."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingParameterCrs

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.drawn_ellipses import DrawnEllipses
from .parameters.ellipses import EllipseSize


class EllipseOfSums(ClusterBeltAlgorithm):
    """Draws the ellipses of `weightedellipse` from sums by group that a cluster or a database has made."""

    GROUP = "distribution"
    INPUT = "INPUT"
    UID = "UID"
    CRS = "CRS"
    size = EllipseSize()
    drawn = DrawnEllipses(skipped=False)

    def name(self):
        return "ellipseofsums"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Weighted standard deviational ellipse from sums")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Draws mean centre, extent and direction of points that stay where they are: a table of "
            "their sums is enough.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "ellipse,SDE,sums,aggregates,spark,hive,big data,cluster,directional distribution,标准差椭圆,汇总,大数据",
        ).split(",")

    def shortHelpString(self):  # noqa: N802
        return super().shortHelpString() + self.size.programs()

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Table of sums"),
            translate(
                "ClusterBelt",
                "One row per group with the fields n (points), sum_w and sum_ww (sums of the weights and of their "
                "squares), sum_wx, sum_wy, sum_wxx, sum_wxy and sum_wyy (sums of weight × dx, dy, dx², dx·dy, dy²). "
                "dx and dy are measured from x0, y0, along axes turned counter-clockwise by turn degrees; these three "
                "fields may be missing and are then 0. Any engine that can add makes such a table. With the "
                "further fields rule, scale, n_in and w_in, as the Spark job of the repository writes them, a row is a "
                "group and a size, and SCALING, SIZE, PERCENT and DIVISOR are not used.",
            ),
        )
        self.add_field(
            self.UID,
            translate("ClusterBelt", "Group field"),
            self.INPUT,
            translate("ClusterBelt", "What the sums were made by. Empty: the table has one row per size."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterCrs(
                self.CRS,
                translate("ClusterBelt", "Coordinate reference system of the points"),
                "EPSG:4326",
                True,
            ),
            translate(
                "ClusterBelt",
                "The ellipses are drawn in it. Where it is in degrees, the table needs the field measure: the plane that "
                "the sums were made in, as an authority id or a PROJ string.",
            ),
        )
        self.size.add(self)
        self.drawn.add(self)

    def compute(self, parameters, context, feedback):
        from ..layers.distribution.engines import Request
        from ..layers.distribution.table_of_sums import read_sums

        source = self.source(parameters, self.INPUT, context)
        uid = self.field(parameters, self.UID, context, source)
        request = Request("", uid, None, self.size.load(self, parameters, context).fit)
        crs = self.parameterAsCrs(parameters, self.CRS, context) or QgsCoordinateReferenceSystem()
        found = read_sums(source, request, crs, context.transformContext(), feedback)
        groups = [source.fields().field(uid)] if uid else []
        return self.drawn.write(self, parameters, context, feedback, found, groups)
