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
    regions, taxonomy, language = Regions("REGION_BY"), Taxonomy(chains=False), Language()

    def name(self):
        return "realvirtual"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Real and virtual agglomeration")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Measures how far real agglomeration is mirrored online: both, real only, virtual only or "
            "none; with location quotients and the degree of coupling coordination.",
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
            translate("ClusterBelt", "The real side, for example clusters."),
        )
        self.online.add(
            self,
            translate("ClusterBelt", "Online members"),
            translate("ClusterBelt", "The virtual side, for example belts."),
        )
        self.regions.add(self, translate("ClusterBelt", "Regions"))
        self.add_choice(
            self.INDUSTRY_BY,
            translate("ClusterBelt", "Industries"),
            INDUSTRY_WAYS,
            INDUSTRY_WAYS[0],
            translate(
                "ClusterBelt",
                "Whether industries are distinguished. root: a node below two top-level industries "
                "counts half in each.",
            ),
        )
        self._add_scale()
        self.taxonomy.add(self)
        self.language.add(self, translate("ClusterBelt", "Language of the industry names"))
        self._add_outputs()

    def _add_scale(self):
        self.add_number(
            self.THRESHOLD,
            translate("ClusterBelt", "Location quotient of agglomeration"),
            translate(
                "ClusterBelt",
                "From this location quotient on, an industry counts as agglomerated. Used only if "
                "industries are distinguished.",
            ),
            default=1.0,
            least=0,
            decimals=True,
            advanced=True,
        )
        self.add_choice(
            self.NORMALISE,
            translate("ClusterBelt", "Normalisation"),
            NORMALISERS,
            NORMALISERS[0],
            translate(
                "ClusterBelt",
                "How weights are scaled to 0–1. minmax: the smallest region becomes 0, and so does "
                "its coordination; the log counts these.",
            ),
            advanced=True,
        )
        for name, description in (
            (self.MAX_OFF, translate("ClusterBelt", "Maximum offline")),
            (self.MAX_ON, translate("ClusterBelt", "Maximum online")),
        ):
            help_text = translate(
                "ClusterBelt",
                "A fixed maximum makes years and study areas comparable. Default: the maximum in the data.",
            )
            self.add_number(name, description, help_text, least=0, decimals=True, advanced=True)
        self.add_number(
            self.ALPHA,
            translate("ClusterBelt", "Weight of the offline side"),
            translate(
                "ClusterBelt",
                "Weight in the development index of both sides, 0 to 1. At 0.5 the coordination degree is "
                "simply the fourth root of the product of both levels.",
            ),
            default=0.5,
            decimals=True,
            advanced=True,
        )
        self.add_choice(
            self.MODEL,
            translate("ClusterBelt", "Model for the grades"),
            MODELS,
            MODELS[0],
            translate(
                "ClusterBelt",
                "traditional: 2√(ab)/(a + b), which is close to 1 almost everywhere and has no "
                "direction (see tilt). modified: discriminates better. Both are written.",
            ),
            advanced=True,
        )

    def _add_outputs(self):
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate("ClusterBelt", "One row per region and industry that has a weight in either layer."),
        )
        self.add_table(
            self.INDUSTRIES,
            translate(
                "ClusterBelt",
                "One row per industry: how similar its offline and online regional patterns are.",
            ),
            optional=True,
            seen=True,
        )
        self.add_numbers(
            ("REGION_COUNT", translate("ClusterBelt", "Regions")),
            ("BOTH", translate("ClusterBelt", "Rows: both")),
            ("REAL", translate("ClusterBelt", "Rows: real only")),
            ("VIRTUAL", translate("ClusterBelt", "Rows: virtual only")),
            ("NONE", translate("ClusterBelt", "Rows: neither")),
            ("MEAN_C", translate("ClusterBelt", "Mean coupling degree")),
            ("MEAN_D", translate("ClusterBelt", "Mean coordination degree")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.virtual.integration import cells_of, take_together
        from ..analysis.virtual.integration_tables import integrate
        from ..analysis.virtual.units import divide
        from ..layers.virtual.real_virtual import rates_of, say_integration
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
