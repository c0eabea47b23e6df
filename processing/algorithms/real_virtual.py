"""Real and virtual agglomeration: the algorithm `clusterbelt:realvirtual`."""

from qgis.core import QgsProcessing

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters import values
from .parameters.language import Language
from .parameters.members import Members
from .parameters.regions import Regions
from .parameters.taxonomy import Taxonomy

INDUSTRY_WAYS = ("none", "root", "node")
NORMALISERS = ("max", "minmax", "given")
MODELS = ("traditional", "modified")


class RealVirtual(ClusterBeltAlgorithm):
    """Compares what regions make with what of it is online."""

    GROUP = "virtual"
    INDUSTRY_BY = "INDUSTRY_BY"
    THRESHOLD = "THRESHOLD"
    NORMALISE = "NORMALISE"
    MAX_OFF = "MAX_OFF"
    MAX_ON = "MAX_ON"
    ALPHA = "ALPHA"
    MODEL = "MODEL"
    OUTPUT = "OUTPUT"
    INDUSTRIES = "INDUSTRIES"
    members, online = Members(), Members("ONLINE", "ONLINE_WEIGHT")
    regions, taxonomy, language = Regions("REGION_BY"), Taxonomy(chains=False), Language(advanced=True)

    def name(self):
        return "realvirtual"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Real and virtual agglomeration")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "How far real agglomeration is mirrored online: both, real only, virtual only or none; with location quotients "
            "and the coupling coordination of the two.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "coupling coordination,location quotient,coagglomeration,online,offline,实虚一体,耦合协调,区位商,虚拟集聚",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.members.add(
            self,
            translate("ClusterBelt", "Offline members"),
            translate("ClusterBelt", "What is made, such as clusters."),
        )
        self.online.add(
            self,
            translate("ClusterBelt", "Online members"),
            translate("ClusterBelt", "What is online, such as belts."),
        )
        self.regions.add(self, translate("ClusterBelt", "Regions"))
        self.add_choice(
            self.INDUSTRY_BY,
            translate("ClusterBelt", "Industries"),
            INDUSTRY_WAYS,
            INDUSTRY_WAYS[0],
            translate(
                "ClusterBelt",
                "none: all together. root: by the industries that belong to no other; a node under two of them is half of "
                "each. node: by each node.",
            ),
        )
        self._add_scale()
        self.taxonomy.add(self)
        self.language.add(self, translate("ClusterBelt", "Language of the names of industries"))
        self._add_outputs()

    def _add_scale(self):
        self.add_number(
            self.THRESHOLD,
            translate("ClusterBelt", "Location quotient of an agglomeration"),
            translate(
                "ClusterBelt",
                "From here on an industry counts as agglomerated. Only where industries are told apart.",
            ),
            default=1.0,
            least=0,
            decimals=True,
        )
        self.add_choice(
            self.NORMALISE,
            translate("ClusterBelt", "Weights from 0 to 1 by"),
            NORMALISERS,
            NORMALISERS[0],
            translate(
                "ClusterBelt",
                "max: share of the largest region. minmax: the least region becomes 0, so that its coordination is 0 as "
                "well; the log counts those. given: the weights are values from 0 to 1 already.",
            ),
        )
        for name, description in (
            (self.MAX_OFF, translate("ClusterBelt", "Maximum offline")),
            (self.MAX_ON, translate("ClusterBelt", "Maximum online")),
        ):
            help_text = translate(
                "ClusterBelt",
                "A maximum that holds for all runs, so that years and regions compare. Default: of the data.",
            )
            self.add_number(name, description, help_text, least=0, decimals=True, advanced=True)
        self.add_number(
            self.ALPHA,
            translate("ClusterBelt", "Weight of the offline side"),
            translate(
                "ClusterBelt",
                "In the level of both, 0 to 1. At 0.5 the coordination degree is nothing but the fourth root of the product "
                "of both levels.",
            ),
            default=0.5,
            decimals=True,
            advanced=True,
        )
        self.add_choice(
            self.MODEL,
            translate("ClusterBelt", "Coordination that is graded"),
            MODELS,
            MODELS[0],
            translate(
                "ClusterBelt",
                "traditional: coupling 2√(ab)/(a + b), which is near 1 almost everywhere and has no direction (see tilt). "
                "modified: that of Wang and others (2021), which tells more apart. Both are written.",
            ),
            advanced=True,
        )

    def _add_outputs(self):
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate("ClusterBelt", "One row per region and industry with weight in either layer."),
        )
        self.add_table(
            self.INDUSTRIES,
            translate("ClusterBelt", "One row per industry: how alike its regions are offline and online."),
            optional=True,
        )
        self.add_numbers(
            ("REGION_COUNT", translate("ClusterBelt", "Regions")),
            ("BOTH", translate("ClusterBelt", "Rows that are both")),
            ("REAL", translate("ClusterBelt", "Rows that are real only")),
            ("VIRTUAL", translate("ClusterBelt", "Rows that are virtual only")),
            ("NONE", translate("ClusterBelt", "Rows that are neither")),
            ("MEAN_C", translate("ClusterBelt", "Mean coupling degree")),
            ("MEAN_D", translate("ClusterBelt", "Mean coordination degree")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.virtual.integration import cells_of, take_together
        from ..analysis.virtual.integration_tables import integrate
        from ..analysis.virtual.units import divide
        from ..layers.real_virtual import rates_of, say_integration
        from ..layers.writing.columns import Layer, Sheet, write_layers

        given = self, parameters, context, feedback
        scale = self._scale(parameters, context)
        taxonomy = self.taxonomy.load(*given)
        offline, online = self.members.load(*given, taxonomy), self.online.load(*given, taxonomy)
        places = self.regions.places(*given, (offline, online))
        unit = self.regions.chosen(self, parameters, context)
        division = divide(places, self.regions.load(*given, places), unit)
        industries = take_together(
            taxonomy, self.parameterAsEnumString(parameters, self.INDUSTRY_BY, context)
        )
        cells = cells_of(offline.blocks(places), online.blocks(places), division, industries)
        found = integrate(
            cells,
            scale,
            division,
            places.planar,
            industries,
            taxonomy,
            self.language.load(*given),
            rates_of(offline, places, division, cells, industries),
        )
        numbers = say_integration(found, scale, feedback)
        made = {
            self.OUTPUT: lambda: Sheet(places.planar).points(division, found.table, found.region),
            self.INDUSTRIES: lambda: Layer(found.industries),
        }
        return {**write_layers(self, parameters, context, feedback, made), **numbers}

    def _scale(self, parameters, context):
        from ..analysis.virtual.integration import Scale

        return Scale(
            self.parameterAsDouble(parameters, self.THRESHOLD, context),
            self.parameterAsEnumString(parameters, self.NORMALISE, context),
            values.decimal(self, parameters, self.MAX_OFF, context),
            values.decimal(self, parameters, self.MAX_ON, context),
            self.parameterAsDouble(parameters, self.ALPHA, context),
            self.parameterAsEnumString(parameters, self.MODEL, context),
        )
