"""Gaps in industrial chains: the algorithm `clusterbelt:chaingaps`."""

from qgis.core import QgsProcessing

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters import values
from .parameters.language import Language
from .parameters.members import Customers
from .parameters.needs import Needs
from .parameters.regions import Regions

DIRECTIONS = ("upstream", "downstream", "both")


class ChainGaps(ClusterBeltAlgorithm):
    """Tells what a region lacks, at which scale it is found, and who nearby has it."""

    GROUP = "virtual"
    TARGET = "TARGET"
    DIRECTION = "DIRECTION"
    TOP = "TOP"
    MAX_KM = "MAX_KM"
    MIN_N = "MIN_N"
    OUTPUT = "OUTPUT"
    CANDIDATES = "CANDIDATES"
    REGIONS_OUT = "REGIONS_OUT"
    members, needs, regions, language = Customers(), Needs(), Regions("REGION_BY"), Language()

    def name(self):
        return "chaingaps"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Gaps in industrial chains")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Finds which inputs a region lacks, at which scale they can be found and who nearby has "
            "them; which inputs are weak, and which chains the region could extend.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "supply chain,gap,completeness,location quotient,CILQ,import substitution,补链,强链,延链,产业链,缺口",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.members.add(self)
        self.regions.add(self, translate("ClusterBelt", "Regions"))
        self._add_question()
        self.needs.add(self)
        self.language.add(self, translate("ClusterBelt", "Language of the industry names"))
        self._add_outputs()

    def _add_question(self):
        self.add_text(
            self.TARGET,
            translate("ClusterBelt", "Industry"),
            translate(
                "ClusterBelt",
                "Name or code of an industry: only its needs and those of the industries that belong to "
                "it. Default: all industries.",
            ),
        )
        self.add_choice(
            self.DIRECTION,
            translate("ClusterBelt", "Direction"),
            DIRECTIONS,
            DIRECTIONS[0],
            translate(
                "ClusterBelt",
                "upstream: inputs that are missing or weak. downstream: what the region delivers without a "
                "customer of its own, so that it could extend the chain.",
            ),
        )
        self.add_number(
            self.TOP,
            translate("ClusterBelt", "Candidates"),
            translate("ClusterBelt", "How many of the nearest candidates are listed."),
            default=3,
            least=1,
            advanced=True,
        )
        self.add_number(
            self.MAX_KM,
            translate("ClusterBelt", "Maximum distance, km"),
            translate("ClusterBelt", "Default: no limit."),
            least=0,
            decimals=True,
            advanced=True,
        )
        self.add_number(
            self.MIN_N,
            translate("ClusterBelt", "Minimum supply"),
            translate(
                "ClusterBelt",
                "Below this total weight of the suppliers the status is present: there are too few to tell "
                "weak from strong.",
            ),
            default=1.0,
            least=0,
            decimals=True,
            advanced=True,
        )

    def _add_outputs(self):
        kinds = QgsProcessing.SourceType
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per region, industry and need, with its status, the scale at which it is closed "
                "and the nearest candidates.",
            ),
        )
        self.add_sink(
            self.CANDIDATES,
            kinds.TypeVectorLine,
            translate(
                "ClusterBelt",
                "Lines from each candidate to the region or, for the status extend, from the region to its "
                "customers.",
            ),
            optional=True,
        )
        self.add_sink(
            self.REGIONS_OUT,
            kinds.TypeVectorPoint,
            translate("ClusterBelt", "The regions with their counts and the completeness of their chains."),
            optional=True,
        )
        self.add_numbers(
            ("GAPS", translate("ClusterBelt", "Gaps")),
            ("WEAK", translate("ClusterBelt", "Weak needs")),
            ("PRESENT", translate("ClusterBelt", "Needs with too few suppliers to judge")),
            ("STRONG", translate("ClusterBelt", "Strong needs")),
            ("EXTEND", translate("ClusterBelt", "Chains that could be extended")),
            ("NOBODY", translate("ClusterBelt", "Gaps that nobody can close")),
            ("COMPLETE", translate("ClusterBelt", "Completeness, weighted by demand")),
            ("MET", translate("ClusterBelt", "Needs met, weighted by demand")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.virtual.gap_search import Reach, Scene, search_gaps
        from ..layers.virtual.chain_gaps import read_target, say_gaps
        from ..layers.writing.columns import write_layers

        given = self, parameters, context, feedback
        taxonomy = self.needs.taxonomy.load(*given)
        targets = read_target(
            values.text(self, parameters, self.TARGET, context), taxonomy, self.language.load(*given)
        )
        demand, supply = self.members.load(*given, taxonomy)
        places = self.regions.places(*given, (demand, supply))
        unit = self.regions.chosen(self, parameters, context)
        regions = self.regions.load(*given, places)
        scene = Scene(demand.blocks(places), supply.blocks(places), places, regions, unit)
        found = search_gaps(
            scene,
            taxonomy,
            self._rule(parameters, context, targets),
            coefficient=self.needs.coefficient(self, parameters, context),
            lift=self.needs.lift.load(self, parameters, context),
            reach=Reach(
                self.parameterAsInt(parameters, self.TOP, context),
                values.decimal(self, parameters, self.MAX_KM, context),
            ),
            cancelled=feedback.isCanceled,
        )
        numbers = say_gaps(found, supply.unresolved, taxonomy, feedback)
        made = self._layers(parameters, context, scene, found, taxonomy)
        return {**write_layers(self, parameters, context, feedback, made), **numbers}

    def _rule(self, parameters, context, targets):
        from ..analysis.virtual.gaps import Rule

        return Rule(
            self.parameterAsEnumString(parameters, self.DIRECTION, context),
            self.parameterAsDouble(parameters, self.MIN_N, context),
            targets,
        )

    def _layers(self, parameters, context, scene, found, taxonomy):
        """Return what makes each output."""
        from ..analysis.virtual.gap_tables import candidate_table, gap_table, region_table
        from ..layers.writing.columns import Layer, Sheet

        places, division, language = (
            scene.places,
            scene.division,
            self.language.load(self, parameters, context),
        )
        sheet = Sheet(places.planar)
        return {
            self.OUTPUT: lambda: Layer(
                gap_table(found.gaps, found.nearest, division, places, taxonomy, language)
            ),
            self.CANDIDATES: lambda: sheet.lines(
                places,
                *candidate_table(
                    found.gaps,
                    found.nearest,
                    found.supply,
                    division,
                    places,
                    scene.regions,
                    taxonomy,
                    language,
                ),
            ),
            self.REGIONS_OUT: lambda: sheet.points(
                division, *region_table(found.gaps, found.figures, division)
            ),
        }
