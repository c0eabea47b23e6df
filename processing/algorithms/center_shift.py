"""Shift of the centre over time: the algorithm `clusterbelt:centershift`."""

from qgis.core import QgsProcessing, QgsProcessingException, QgsProcessingParameterField

from ..compat import field_names, translate
from .parameters.ellipse_parameters import EllipseAlgorithm


class CenterShift(EllipseAlgorithm):
    """Follows the mean centre and its ellipse from period to period."""

    TIME = "TIME"
    WEIGHT = "WEIGHT"
    VALUES = "VALUES"
    UID = "UID"
    OUTPUT = "OUTPUT"
    ELLIPSES = "ELLIPSES"
    TABLE = "TABLE"

    def name(self):
        return "centershift"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Shift of the centre over time")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt", "How far, where and how fast the mean centre moves, and how its ellipse changes."
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "shift,gravity centre,centre of gravity,mean center,migration,trajectory,standard deviational ellipse,"
            "SDE,time,year,yearbook,panel,speed,direction,重心,重心迁移,标准差椭圆",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_points()
        self.add_field(
            self.TIME,
            translate("ClusterBelt", "Time field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "For a table with a row a place and period: numbers, years (2015, 2015年), dates or names of "
                "periods, each value a period. Names are sorted with their numbers (P2 before P10) and give no "
                "speed. Give TIME or VALUES.",
            ),
            optional=True,
        )
        self.add_field(
            self.WEIGHT,
            translate("ClusterBelt", "Weight field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "With TIME only. Numbers, or text that is a number; empty and zero weights are left out and "
                "counted, a negative one is an error.",
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterField(
                self.VALUES,
                translate("ClusterBelt", "Fields of a yearbook table"),
                None,
                self.INPUT,
                allowMultiple=True,
                optional=True,
            ),
            translate(
                "ClusterBelt",
                "For a table with a row a place and a field a year: the fields are the weights of their years, and "
                "the year is read from each name, such as GDP2015, y_2016 or 2017年. Give TIME or VALUES.",
            ),
        )
        self.add_field(
            self.UID,
            translate("ClusterBelt", "Group field"),
            self.INPUT,
            translate(
                "ClusterBelt", "One path for each value; rows without a value are a group of their own."
            ),
            optional=True,
        )
        self.add_size_rule()
        self.add_measure_crs()
        self.add_sink(
            self.OUTPUT,
            translate("ClusterBelt", "Shifts"),
            QgsProcessing.SourceType.TypeVectorLine,
            translate(
                "ClusterBelt",
                "A line from each centre to the next. distance is geodesic, on the ellipsoid of the layer; azimuth "
                "is clockwise from true north at the start, wind its eighth of the compass; dx and dy are measured in "
                "the plane, all in its units. speed is distance by unit of TIME, by year for dates. d_major … d_area "
                "are changes of the ellipse of the first SIZE or PERCENT, d_rotation the smallest turn, clockwise "
                "positive. A centre that stays has distance 0 and no line. Without a coordinate reference system "
                "all is measured in the plane, with y as north.",
            ),
        )
        self.add_sink(
            self.ELLIPSES,
            translate("ClusterBelt", "Ellipses by period"),
            QgsProcessing.SourceType.TypeVectorPolygon,
            translate(
                "ClusterBelt",
                "An ellipse a period and size, with the fields of “Weighted standard deviational ellipse”.",
            ),
            optional=True,
        )
        self.add_sink(
            self.TABLE,
            translate("ClusterBelt", "Table for print"),
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "A row a period: centre in degrees, half axes in km, theta clockwise from true north, area in "
                "10⁴ km², ratio minor/major, share_in; the shift from the period before in km, its direction from "
                "the nearest cardinal point (E35.2°S), km by unit of TIME, and its parts east (+) or west and north "
                "(+) or south. The ellipse is that of the first SIZE or PERCENT.",
            ),
            optional=True,
        )
        self.add_numbers(
            ("PERIODS", translate("ClusterBelt", "Number of periods")),
            ("TOTAL_SHIFT", translate("ClusterBelt", "Length of all shifts, units of the plane")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.distribution.ellipse_sizes import measure
        from ..analysis.distribution.shift import shifts, successive
        from ..layers.ellipse_layers import EllipseLayers, Labels
        from ..layers.feedback import stop_if_cancelled
        from ..layers.measuring.plane_log import warn_of_distortion
        from ..layers.measuring.stops import stops_of, ways_of
        from ..layers.period_points import read_period_points
        from ..layers.shift_layers import write_paths, write_shift_table

        source = self.source(parameters, self.INPUT, context)
        points = read_period_points(source, *self._fields(parameters, context, source), feedback)
        start, end = successive(points.group)
        if not start.size:
            raise QgsProcessingException(_one_period(points))
        planes = self.planes_of(parameters, context, feedback, source, points, points.stop, points.group)
        rule = self.size_rule(parameters, context)
        ellipses = measure(
            *planes.from_layer(points.x, points.y, points.stop, feedback),
            points.weight,
            points.stop,
            **rule,
            cancelled=feedback.isCanceled,
        )
        first = ellipses[:: len(rule["values"])]
        warn_of_distortion(planes, first, feedback)
        stops = stops_of(first, planes, points.group)
        moves = shifts(first, stops, points.time, start, end, *ways_of(stops, planes, start, end))
        stop_if_cancelled(feedback)
        labels = Labels([*points.group_fields, points.period_field], points.labels)
        layers = EllipseLayers(ellipses, planes, labels, feedback)
        outputs = {
            **write_paths((self, parameters, self.OUTPUT, context), moves, stops, planes, points),
            **layers.write_outlines((self, parameters, self.ELLIPSES, context)),
            **write_shift_table((self, parameters, self.TABLE, context), moves, first, stops, planes, points),
            "PERIODS": len(set(points.period.tolist())),
            "TOTAL_SHIFT": sum(move.distance for move in moves),
        }
        return self.style_on_load(context, outputs, OUTPUT="paths", ELLIPSES="ellipses")

    def _fields(self, parameters, context, source):
        """Return TIME, WEIGHT, VALUES and UID; refuse combinations that say nothing or two things."""
        time = self.field(parameters, self.TIME, context, source)
        weight = self.field(parameters, self.WEIGHT, context, source)
        values = [
            self.field({self.VALUES: name}, self.VALUES, context, source)
            for name in field_names(self, parameters, self.VALUES, context)
        ]
        if bool(time) == bool(values):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Give TIME (a row a place and period) or VALUES (a field a year): one of them, not both.",
                )
            )
        if weight and values:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "WEIGHT goes with TIME. The fields in VALUES are weights themselves: leave WEIGHT empty.",
                )
            )
        return time, weight, values, self.field(parameters, self.UID, context, source)


def _one_period(points):
    return translate(
        "ClusterBelt",
        "A shift needs two periods with points, of the same group. There are points of: {periods}. "
        "Choose another field, or see in the log which rows were skipped.",
    ).format(periods=", ".join(points.names[i] for i in sorted(set(points.period.tolist()))))
