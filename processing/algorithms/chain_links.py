"""Chain links between cities: the algorithm `clusterbelt:chainlinks`."""

from qgis.core import QgsProcessing

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.language import Language
from .parameters.members import Customers
from .parameters.needs import Needs
from .parameters.regions import Regions

_LINES, _POINTS = QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPoint


class ChainLinks(ClusterBeltAlgorithm):
    """Shows where the suppliers of industries could sit, and which cities supply which."""

    GROUP = "virtual"
    TOP = "TOP"
    DECAY = "DECAY"
    LOCAL_KM = "LOCAL_KM"
    MAX_KM = "MAX_KM"
    MAX_LINKS = "MAX_LINKS"
    OUTPUT = "OUTPUT"
    FLOWS = "FLOWS"
    NODES = "NODES"
    BLOCKS = "BLOCKS"
    members, needs, regions, language = Customers(), Needs(), Regions("UNIT", advanced=True), Language()

    def name(self):
        return "chainlinks"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Chain links between cities")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Estimates potential links: which cities could supply the inputs of each industry, given "
            "its needs, the suppliers and their distances, and which cities, provinces or city groups "
            "could supply which. Observed links can be used in “Virtual clusters” directly.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "supply chain,input,gravity,flow,network,linkage,virtual agglomeration,产业链,供应链,引力模型,流,虚拟集聚",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.members.add(self)
        self._add_gravity()
        self.needs.add(self)
        self.regions.add(self, translate("ClusterBelt", "Flows and nodes by"))
        self.language.add(self, translate("ClusterBelt", "Language of the industry names"))
        self._add_outputs()

    def _add_gravity(self):
        self.add_number(
            self.TOP,
            translate("ClusterBelt", "Suppliers per need"),
            translate(
                "ClusterBelt", "Maximum number of cities that supply a need, the most attractive first."
            ),
            default=3,
            least=1,
        )
        self.add_number(
            self.DECAY,
            translate("ClusterBelt", "Distance decay"),
            translate(
                "ClusterBelt",
                "β in the attraction S/d^β, where S is the weight of the suppliers and d the distance; 0: "
                "distance does not matter. Estimates for trade are about 0.9.",
            ),
            default=1.0,
            least=0,
            decimals=True,
        )
        self.add_number(
            self.LOCAL_KM,
            translate("ClusterBelt", "Distance inside a city, km"),
            translate(
                "ClusterBelt",
                "Minimum distance, by convention 0.67·√(area/π) of a medium-sized prefecture.",
            ),
            default=40.0,
            least=0,
            decimals=True,
            advanced=True,
        )
        self.add_number(
            self.MAX_KM,
            translate("ClusterBelt", "Maximum distance, km"),
            translate("ClusterBelt", "Suppliers farther away are ignored. Default: no limit."),
            least=0,
            decimals=True,
        )
        self.add_number(
            self.MAX_LINKS,
            translate("ClusterBelt", "Maximum number of links"),
            translate(
                "ClusterBelt",
                "If there are more links, nothing is written and the error says how many there are.",
            ),
            default=10**6,
            least=0,
            advanced=True,
        )

    def _add_outputs(self):
        self.add_sink(
            self.OUTPUT,
            _LINES,
            translate(
                "ClusterBelt",
                "Lines from supplier to customer, one per pair of blocks and chain edge; links within a "
                "city have no line. Skip this output if only flows are needed.",
            ),
            skippable=True,
        )
        for name, kind, help_text in (
            (self.FLOWS, _LINES, translate("ClusterBelt", "Lines between units, largest flow first.")),
            (self.NODES, _POINTS, translate("ClusterBelt", "Needs, deliveries and receipts of each unit.")),
            (
                self.BLOCKS,
                _POINTS,
                translate(
                    "ClusterBelt",
                    "All blocks (city and industry); “Virtual clusters” takes them as BLOCKS.",
                ),
            ),
        ):
            self.add_sink(name, kind, help_text, optional=True)
        self.add_numbers(
            ("LINK_COUNT", translate("ClusterBelt", "Links")),
            ("BLOCK_COUNT", translate("ClusterBelt", "Blocks")),
            ("NEEDS", translate("ClusterBelt", "Needs")),
            ("UNMET", translate("ClusterBelt", "Needs without a supplier")),
            ("FLOW_TOTAL", translate("ClusterBelt", "Total flow")),
            ("SHARE_LOCAL", translate("ClusterBelt", "Share of the flow within cities")),
            ("MEAN_KM", translate("ClusterBelt", "Mean distance of the flow, km")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.virtual.links import find_links, ties
        from ..layers.virtual.chain_links import say_links
        from ..layers.writing.columns import write_layers

        given = self, parameters, context, feedback
        taxonomy = self.needs.taxonomy.load(*given)
        needs = self.needs.load(*given, taxonomy)
        demand, supply = self.members.load(*given, taxonomy)
        places = self.regions.places(*given, (demand, supply))
        regions = self.regions.load(*given, places)
        links = find_links(
            demand.blocks(places),
            supply.blocks(places),
            places,
            taxonomy,
            needs,
            self._gravity(parameters, context),
            self.needs.coefficient(self, parameters, context),
            feedback.isCanceled,
        )
        found = ties(links)
        numbers = say_links(links, found, taxonomy, self.language.load(*given), feedback)
        made = self._layers(parameters, context, links, found, regions, taxonomy)
        return {**write_layers(self, parameters, context, feedback, made), **numbers}

    def _gravity(self, parameters, context):
        from ..analysis.virtual.attraction import Gravity
        from .parameters.values import decimal

        return Gravity(
            self.parameterAsInt(parameters, self.TOP, context),
            self.parameterAsDouble(parameters, self.DECAY, context),
            self.parameterAsDouble(parameters, self.LOCAL_KM, context),
            decimal(self, parameters, self.MAX_KM, context),
        )

    def _layers(self, parameters, context, links, ties, regions, taxonomy):
        """Return what makes each output."""
        from ..analysis.virtual import block_table, flows, link_table
        from ..analysis.virtual.units import divide
        from ..layers.writing.columns import Sheet

        places, language = links.places, self.language.load(self, parameters, context)
        division = divide(places, regions, self.regions.chosen(self, parameters, context))
        sheet = Sheet(places.planar)

        def links_of():
            most = self.parameterAsInt(parameters, self.MAX_LINKS, context)
            link_table.refuse_too_many(int(link_table.count_links(links, ties).sum()), most)
            return link_table.link_table(links, ties, regions, taxonomy, language)

        return {
            self.OUTPUT: lambda: sheet.lines(places, *links_of()),
            self.FLOWS: lambda: sheet.lines(division, *flows.flows_between(links, ties, division, taxonomy)),
            self.NODES: lambda: sheet.points(division, *flows.balances(links, ties, division)),
            self.BLOCKS: lambda: sheet.points(
                places, *block_table.block_table(links, ties, regions, taxonomy, language)
            ),
        }
