"""What the algorithms that fit ellipses share: the points, how large an ellipse is, where it is measured."""

from typing import NamedTuple

from qgis.core import QgsProcessing

from ...analysis.distribution.reads import READS
from ...analysis.distribution.size_rules import BY_PERCENT, DIVISORS, PROGRAMS, SCALINGS
from ...compat import translate
from . import values


class SizeRule(NamedTuple):
    """How large an ellipse is; see `analysis.distribution.ellipse_sizes.measure`."""

    scaling: str
    values: list
    divisor: str

    def fit(self, sums):
        """Fit an ellipse for each group and size."""
        from ...analysis.distribution.ellipse_sizes import ellipses_of

        return ellipses_of(sums, **self._asdict())


def add_points(algorithm, name):
    """Add the layer of points that ellipses are fitted to."""
    algorithm.add_source(
        name,
        translate("ClusterBelt", "Input layer"),
        translate(
            "ClusterBelt",
            "Points. The parts of a multipoint share its weight; lines and polygons are represented by "
            "their centroids. Rows without geometry are left out, counted and listed in the log.",
        ),
        source_type=QgsProcessing.SourceType.TypeVectorAnyGeometry,
    )


class EllipseSize:
    """SCALING, SIZE, PERCENT and DIVISOR.

    Parameters
    ----------
    advanced : bool
        Whether the dialog keeps all of them folded away, not the divisor only.
    """

    SCALING = "SCALING"
    SIZE = "SIZE"
    PERCENT = "PERCENT"
    DIVISOR = "DIVISOR"

    def __init__(self, *, advanced=False):
        self._advanced = advanced

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_choice(
            self.SCALING,
            translate("ClusterBelt", "Size rule"),
            SCALINGS,
            SCALINGS[0],
            translate(
                "ClusterBelt",
                "Length of the half axes. standard_distance: SIZE × √2 × σ. standard_deviation: SIZE × σ. "
                "confidence: the ellipse that contains PERCENT of a Gaussian distribution (χ² with 2 "
                "degrees of freedom). share_inside: the smallest ellipse that contains PERCENT of the "
                "weight of the points. The table at the end of the help shows which programs use which "
                "rule.",
            ),
            advanced=self._advanced,
        )
        algorithm.add_text(
            self.SIZE,
            translate("ClusterBelt", "Number of standard deviations"),
            translate(
                "ClusterBelt",
                "One or several numbers, such as 1 or 1,2,3, for the first two size rules. One standard "
                "deviation contains 39.3 % of a Gaussian distribution, √2 contain 63.2 %, two 86.5 %.",
            ),
            default="1",
            advanced=self._advanced,
        )
        algorithm.add_text(
            self.PERCENT,
            translate("ClusterBelt", "Percentage inside"),
            translate(
                "ClusterBelt", "One or several numbers between 0 and 100, for the last two size rules."
            ),
            default="68.27",
            advanced=self._advanced,
        )
        algorithm.add_choice(
            self.DIVISOR,
            translate("ClusterBelt", "Divisor of the variance"),
            DIVISORS,
            DIVISORS[0],
            translate(
                "ClusterBelt",
                "The weighted sum of squares is divided by the sum of the weights, or that sum is "
                "corrected for the degrees of freedom: m is the effective number of points, W²/Σw² "
                "(Kish), which is the number of points where all weights are equal.",
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
            translate("ClusterBelt", "Measuring CRS"),
            translate(
                "ClusterBelt",
                "A projected coordinate reference system; the log reports its distortion. Default: that of "
                "the layer; for a layer in degrees, an equal-area plane about the centre of the points. It "
                "serves all groups unless lengths are off by more than 1 % at the centre of a group; then "
                "each group has its own plane.",
            ),
            advanced=True,
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
            translate("ClusterBelt", "Where sums are computed"),
            READS,
            READS[0],
            translate(
                "ClusterBelt",
                "For PostGIS layers. auto: in the database if the layer is a plain one (all rows, "
                "single points, no joined fields), otherwise row by row; the log says which, and why. "
                "database: an error says why if that is impossible. In the database, groups are "
                "sorted by value, and the last digits of sums may differ between runs.",
            ),
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback=None):
        """Return one of `READS`."""
        return algorithm.parameterAsEnumString(parameters, self.READ, context)
