"""What the algorithms that fit ellipses share: the points, how large an ellipse is, where it is measured."""

from dataclasses import asdict, dataclass

from qgis.core import QgsProcessing

from ...analysis.distribution.reads import READS
from ...analysis.distribution.size_rules import BY_PERCENT, DIVISORS, PROGRAMS, SCALINGS
from ...compat import translate
from . import values


@dataclass(frozen=True)
class SizeRule:
    """How large an ellipse is; see `analysis.distribution.ellipse_sizes.measure`."""

    scaling: str
    values: list
    divisor: str

    def fit(self, sums):
        """Fit an ellipse for each group and size."""
        from ...analysis.distribution.ellipse_sizes import ellipses_of

        return ellipses_of(sums, **asdict(self))


def add_points(algorithm, name):
    """Add the layer of points that ellipses are fitted to."""
    algorithm.add_source(
        name,
        translate("ClusterBelt", "Input layer"),
        translate(
            "ClusterBelt",
            "Points. Each part of a multipoint carries its part of the weight; lines and polygons count by "
            "their centroid. Rows without geometry are left out, counted and named in the log.",
        ),
        source_type=QgsProcessing.SourceType.TypeVectorAnyGeometry,
    )


class EllipseSize:
    """SCALING, SIZE, PERCENT and DIVISOR."""

    SCALING = "SCALING"
    SIZE = "SIZE"
    PERCENT = "PERCENT"
    DIVISOR = "DIVISOR"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_choice(
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
        algorithm.add_text(
            self.SIZE,
            translate("ClusterBelt", "Number of standard deviations"),
            translate(
                "ClusterBelt",
                "One number or several, such as 1 or 1,2,3; for the first two size rules. One deviation holds "
                "39.3 % of a Gaussian distribution, √2 deviations 63.2 %, two 86.5 %.",
            ),
            default="1",
        )
        algorithm.add_text(
            self.PERCENT,
            translate("ClusterBelt", "Per cent inside"),
            translate("ClusterBelt", "One number or several between 0 and 100; for the last two size rules."),
            default="68.27",
        )
        algorithm.add_choice(
            self.DIVISOR,
            translate("ClusterBelt", "Divisor of the variance"),
            DIVISORS,
            DIVISORS[0],
            translate(
                "ClusterBelt",
                "weights: the sum of the weights. minus_one, minus_two: as for a sample of m points, where m "
                "is the effective number of points W²/Σw² (Kish), which is their number when weights are equal.",
            ),
            advanced=True,
        )

    def programs(self):
        """Return, for the end of the help, which programs draw the same ellipse."""
        rows = "".join(
            f"<tr><td>{scaling}, {divisor}</td><td>{names}</td></tr>" for scaling, divisor, names in PROGRAMS
        )
        title = translate("ClusterBelt", "Programs that draw the same ellipse, by size rule and divisor")
        return f"<p><b>{title}</b></p><table cellpadding='3'>{rows}</table>"

    def load(self, algorithm, parameters, context, feedback=None):
        """Return the `SizeRule`."""
        scaling = algorithm.parameterAsEnumString(parameters, self.SCALING, context)
        name = self.PERCENT if scaling in BY_PERCENT else self.SIZE
        return SizeRule(
            scaling,
            values.numbers(algorithm, parameters, name, context),
            algorithm.parameterAsEnumString(parameters, self.DIVISOR, context),
        )


class MeasureCrs:
    """MEASURE_CRS: where distances are measured."""

    MEASURE_CRS = "MEASURE_CRS"

    def add(self, algorithm):
        """Add the parameter."""
        algorithm.add_crs(
            self.MEASURE_CRS,
            translate("ClusterBelt", "Measure in"),
            translate(
                "ClusterBelt",
                "A projected coordinate reference system; the log says how true its lengths are. Default: that of the "
                "layer; for a layer in degrees an equal-area plane about the centre of the points, one for all groups "
                "unless its lengths are off by more than 1 % at the centre of one, then one for each group.",
            ),
        )

    def load(self, algorithm, parameters, context, feedback=None):
        """Return the reference system asked for, or None."""
        return values.crs(algorithm, parameters, self.MEASURE_CRS, context)


class Read:
    """READ: whether a database counts and adds for us."""

    READ = "READ"

    def add(self, algorithm):
        """Add the parameter."""
        algorithm.add_choice(
            self.READ,
            translate("ClusterBelt", "Where sums are made"),
            READS,
            READS[0],
            translate(
                "ClusterBelt",
                "For layers of PostGIS. auto: in the database where the layer is a plain one (all rows, single points, "
                "no joined fields), else row by row; the log says which, and why. rows: always row by row. database: "
                "always there, or an error that says why not. Groups then come in the order of their values, and the "
                "last digits of sums may differ from run to run.",
            ),
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback=None):
        """Return one of `READS`."""
        return algorithm.parameterAsEnumString(parameters, self.READ, context)
