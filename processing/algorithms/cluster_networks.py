"""Networks of platforms, standards, parks and alliances: the algorithm `clusterbelt:clusternetworks`."""

from qgis.core import QgsProcessing

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.language import Language
from .parameters.memberships import Memberships
from .parameters.regions import Regions
from .parameters.taxonomy import Lift, Taxonomy


class ClusterNetworks(ClusterBeltAlgorithm):
    """Tells who is tied by a group, around which core, who is a bridge, and which industries meet."""

    GROUP = "virtual"
    MAX_LINES = "MAX_LINES"
    OUTPUT = "OUTPUT"
    SPOKES = "SPOKES"
    FLOWS = "FLOWS"
    MEMBERS = "MEMBERS"
    GROUP_LINKS = "GROUP_LINKS"
    INDUSTRIES = "INDUSTRIES"
    MODES = "MODES"
    memberships, regions = Memberships(), Regions("UNIT", advanced=True)
    taxonomy, lift, language = Taxonomy(), Lift(), Language()

    def name(self):
        return "clusternetworks"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Networks of platforms, standards, parks and alliances")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Shows who is tied by a platform, standard, park or alliance: cores, reach across "
            "borders, bridges between groups and ties across industries.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "network,membership,bipartite,brokerage,hub,bridge,platform,standard,park,alliance,网络,平台,标准,园区,联盟,枢纽",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.memberships.add(self)
        self.regions.add(self, translate("ClusterBelt", "Ties between"))
        self.add_number(
            self.MAX_LINES,
            translate("ClusterBelt", "Maximum number of lines"),
            translate(
                "ClusterBelt",
                "If FLOWS or SPOKES have more lines, nothing is written and the error says how many there "
                "are.",
            ),
            default=10**6,
            least=0,
            advanced=True,
        )
        self.taxonomy.add(self)
        self.lift.add(self)
        self.language.add(self, translate("ClusterBelt", "Language of hints and industry names"))
        self._add_outputs()

    def _add_outputs(self):
        kinds = QgsProcessing.SourceType
        self.add_sink(
            self.OUTPUT,
            kinds.TypeVectorPoint,
            translate("ClusterBelt", "One row per group, located at its core; largest first."),
        )
        for name, kind, help_text in (
            (
                self.SPOKES,
                kinds.TypeVectorLine,
                translate("ClusterBelt", "Lines from the nearest core city to the other cities of a group."),
            ),
            (
                self.FLOWS,
                kinds.TypeVectorLine,
                translate(
                    "ClusterBelt", "Lines between units with members in the same group; strongest first."
                ),
            ),
            (
                self.MEMBERS,
                kinds.TypeVector,
                translate("ClusterBelt", "One row per member, with the strength of its bridging."),
            ),
            (
                self.GROUP_LINKS,
                kinds.TypeVector,
                translate("ClusterBelt", "Pairs of groups that share members."),
            ),
            (
                self.INDUSTRIES,
                kinds.TypeVector,
                translate("ClusterBelt", "Ties between root industries, such as IT × BT."),
            ),
            (
                self.MODES,
                kinds.TypeVector,
                translate("ClusterBelt", "One row per mode, with the medians of its groups."),
            ),
        ):
            self.add_sink(name, kind, help_text, optional=True)
        self.add_numbers(
            ("GROUP_COUNT", translate("ClusterBelt", "Groups")),
            ("MEMBER_COUNT", translate("ClusterBelt", "Members")),
            ("BRIDGE_COUNT", translate("ClusterBelt", "Members of several groups")),
            ("SHARE_OUT", translate("ClusterBelt", "Share of memberships outside the cores")),
            ("MEAN_KM", translate("ClusterBelt", "Mean distance from the cores, km")),
        )

    def problem(self, parameters, context):
        return self.memberships.problem(self, parameters, context)

    def compute(self, parameters, context, feedback):
        from ..analysis.networks.survey import Survey
        from ..analysis.virtual.units import divide
        from ..layers.virtual.networks import form_memberships, say_networks
        from ..layers.writing.columns import Layer, Sheet, write_layers

        given = self, parameters, context, feedback
        taxonomy = self.taxonomy.load(*given)
        rows, roster = self.memberships.load(*given, taxonomy)
        places = self.regions.places(*given, (roster.located,))
        regions = self.regions.load(*given, places)
        survey = Survey(
            form_memberships(rows, roster, places, feedback),
            places,
            regions,
            taxonomy,
            self.lift.load(self, parameters, context),
            self.language.load(*given),
            feedback.isCanceled,
        )
        division = divide(places, regions, self.regions.chosen(self, parameters, context))
        most = self.parameterAsInt(parameters, self.MAX_LINES, context)
        sheet = Sheet(places.planar)
        numbers = say_networks(survey, feedback)
        made = {
            self.OUTPUT: lambda: sheet.points(places, *survey.groups()),
            self.SPOKES: lambda: sheet.lines(places, *survey.spokes(most)),
            self.FLOWS: lambda: sheet.lines(division, *survey.flows(division, most)),
            self.MEMBERS: lambda: Layer(survey.members()),
            self.GROUP_LINKS: lambda: Layer(survey.links()),
            self.INDUSTRIES: lambda: Layer(survey.industries()),
            self.MODES: lambda: Layer(survey.modes()),
        }
        return {**write_layers(self, parameters, context, feedback, made), **numbers}
