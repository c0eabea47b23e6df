"""Shift of the centre over time: the algorithm `clusterbelt:centershift`."""

from qgis.core import QgsProcessing, QgsProcessingException

from ..compat import field_names, translate
from .base import ClusterBeltAlgorithm
from .parameters.ellipses import EllipseSize, MeasureCrs, Read, add_points


class CenterShift(ClusterBeltAlgorithm):
    """Follows the mean centre and its ellipse from period to period."""

    GROUP = "distribution"
    INPUT = "INPUT"
    TIME = "TIME"
    WEIGHT = "WEIGHT"
    VALUES = "VALUES"
    UID = "UID"
    OUTPUT = "OUTPUT"
    ELLIPSES = "ELLIPSES"
    TABLE = "TABLE"
    size = EllipseSize(advanced=True)
    measure_crs = MeasureCrs()
    read = Read()

    def name(self):
        return "centershift"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Shift of the centre over time")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Follows the mean centre from period to period: how far, in which direction and how fast "
            "it moves, and how its ellipse changes.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "shift,gravity centre,centre of gravity,mean center,migration,trajectory,standard deviational ellipse,"
            "SDE,time,year,yearbook,panel,speed,direction,重心,重心迁移,标准差椭圆",
        ).split(",")

    def shortHelpString(self):  # noqa: N802
        return super().shortHelpString() + self.size.programs()

    def initAlgorithm(self, configuration=None):  # noqa: N802
        add_points(self, self.INPUT)
        self.add_field(
            self.TIME,
            translate("ClusterBelt", "Time field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "For a table in long format (one row per place and period): dates, numbers, times as "
                "people write them (2015, 2015年, 2015Q3, H1 2015, 201506, Jan 2015, 31/12/2014, 2011–2015, "
                "十三五) or names of periods; each distinct value is a period. A time that can be read in two "
                "ways is an error. Names are sorted in natural order (P2 before P10) and give no speed. "
                "Give either TIME or VALUES.",
            ),
            optional=True,
        )
        self.add_field(
            self.WEIGHT,
            translate("ClusterBelt", "Weight field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "With TIME only. Numbers, or texts that are numbers. Rows with an empty or zero weight are "
                "left out and counted; a negative weight is an error.",
            ),
            optional=True,
        )
        self.add_field(
            self.VALUES,
            translate("ClusterBelt", "Value fields of a yearbook table"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "For a table in wide format (one row per place, one field per year): each field holds the "
                "weights of its year, which is read from its name, such as GDP2015, y_2016 or 2017年. Give "
                "either TIME or VALUES.",
            ),
            optional=True,
            several=True,
        )
        self.add_field(
            self.UID,
            translate("ClusterBelt", "Group field"),
            self.INPUT,
            translate("ClusterBelt", "One path per value; rows without a value form a group of their own."),
            optional=True,
        )
        self.size.add(self)
        self.measure_crs.add(self)
        self.read.add(self)
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorLine,
            translate(
                "ClusterBelt",
                "One line from each centre to the next. Changes of the ellipse refer to the first SIZE or "
                "PERCENT. A centre that does not move has distance 0 and no line. Without a coordinate "
                "reference system everything is measured in the plane of the coordinates, with y pointing "
                "north.",
            ),
        )
        self.add_sink(
            self.ELLIPSES,
            QgsProcessing.SourceType.TypeVectorPolygon,
            translate(
                "ClusterBelt",
                "One ellipse per period and size, with the fields of “Weighted standard deviational "
                "ellipse”.",
            ),
            optional=True,
            seen=True,
        )
        self.add_sink(
            self.TABLE,
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "One row per period, in the units that papers print: degrees, kilometres and 10⁴ km². The "
                "ellipse is that of the first SIZE or PERCENT.",
            ),
            optional=True,
            seen=True,
        )
        self.add_numbers(
            ("PERIODS", translate("ClusterBelt", "Number of periods")),
            ("TOTAL_SHIFT", translate("ClusterBelt", "Total length of the shifts, in units of the plane")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.distribution.shift import shifts, successive
        from ..layers.distribution.ellipse_layers import EllipseLayers, Labels
        from ..layers.distribution.period_ellipses import read_period_ellipses
        from ..layers.distribution.shift_layers import write_paths, write_shift_table
        from ..layers.feedback import stop_if_cancelled
        from ..layers.measuring.plane_log import warn_of_distortion
        from ..layers.measuring.stops import stops_of, ways_of

        source = self.source(parameters, self.INPUT, context)
        request = self._request(parameters, context, source)
        ellipses, planes, paths = read_period_ellipses(source, request, context.transformContext(), feedback)
        start, end = successive(paths.group)
        if not start.size:
            raise QgsProcessingException(_one_period(paths))
        first = ellipses[:: len(ellipses) // paths.group.size]
        warn_of_distortion(planes, first, feedback)
        stops = stops_of(first, planes, paths.group)
        moves = shifts(first, stops, paths.time, start, end, *ways_of(stops, planes, start, end))
        if request.time and not request.weight and not any(move.distance for move in moves):
            feedback.pushWarning(
                translate(
                    "ClusterBelt",
                    "The centre does not move: without a weight each row counts the same, and the same places are "
                    "there in each period. Choose a field as WEIGHT.",
                )
            )
        stop_if_cancelled(feedback)
        layers = EllipseLayers(
            ellipses, planes, Labels([*paths.group_fields, paths.period_field], paths.labels), feedback
        )
        return {
            **write_paths((self, parameters, self.OUTPUT, context), moves, stops, planes, paths),
            **layers.write_outlines((self, parameters, self.ELLIPSES, context)),
            **write_shift_table((self, parameters, self.TABLE, context), moves, first, stops, planes, paths),
            "PERIODS": len(set(paths.period.tolist())),
            "TOTAL_SHIFT": sum(move.distance for move in moves),
        }

    def problem(self, parameters, context):
        time, weight = (
            self.parameterAsString(parameters, name, context) for name in (self.TIME, self.WEIGHT)
        )
        values = field_names(self, parameters, self.VALUES, context)
        if bool(time) == bool(values):
            return translate(
                "ClusterBelt",
                "Give either TIME (one row per place and period) or VALUES (one field per year).",
            )
        if weight and values:
            return translate(
                "ClusterBelt",
                "WEIGHT can be used with TIME only. The fields in VALUES are weights themselves: leave "
                "WEIGHT empty.",
            )
        return ""

    def _request(self, parameters, context, source):
        from ..layers.distribution.paths import PathRequest

        time, weight, uid = (
            self.field(parameters, name, context, source) for name in (self.TIME, self.WEIGHT, self.UID)
        )
        values = [
            self.field({self.VALUES: name}, self.VALUES, context, source)
            for name in field_names(self, parameters, self.VALUES, context)
        ]
        return PathRequest(
            weight,
            uid,
            self.measure_crs.load(self, parameters, context),
            self.size.load(self, parameters, context).fit,
            self.read.load(self, parameters, context),
            time,
            values,
        )


def _one_period(paths):
    return translate(
        "ClusterBelt",
        "A shift needs at least two periods with points in the same group. There are points in: "
        "{periods}. Choose another field, or check the log for skipped rows.",
    ).format(periods=", ".join(paths.names[i] for i in sorted(set(paths.period.tolist()))))
