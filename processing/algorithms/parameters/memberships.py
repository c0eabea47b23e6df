"""Memberships: who belongs to which group, and where the members are."""

from ...compat import translate
from . import values

_CORE_VALUES = "core,hub,lead,1,核心,聚集核,链主,龙头,盟主"


class Memberships:
    """INPUT and its fields, the time they hold, and the layer of the members."""

    INPUT = "INPUT"
    MEMBER = "MEMBER"
    GROUP = "GROUP"
    MODE = "MODE"
    ROLE = "ROLE"
    CORE_VALUES = "CORE_VALUES"
    SINCE = "SINCE"
    UNTIL = "UNTIL"
    AS_OF = "AS_OF"
    MEMBERS_LAYER = "MEMBERS_LAYER"
    MEMBER_ID = "MEMBER_ID"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_source(
            self.INPUT,
            translate("ClusterBelt", "Memberships"),
            translate(
                "ClusterBelt",
                "A table or layer with one row per membership: the member, and its platform, standard, "
                "park or alliance.",
            ),
        )
        self._add_fields(algorithm)
        algorithm.add_text(
            self.CORE_VALUES,
            translate("ClusterBelt", "Roles of leading members"),
            translate("ClusterBelt", "Values of ROLE that make a member a core member, separated by commas."),
            default=_CORE_VALUES,
            advanced=True,
        )
        algorithm.add_number(
            self.AS_OF,
            translate("ClusterBelt", "Year"),
            translate("ClusterBelt", "Only memberships valid in this year (SINCE, UNTIL). Default: all."),
            least=1000,
            advanced=True,
        )
        self._add_members(algorithm)

    def _add_fields(self, algorithm):
        algorithm.add_field(
            self.MEMBER,
            translate("ClusterBelt", "Member"),
            self.INPUT,
            translate("ClusterBelt", "Name or id of a firm, cluster or belt."),
        )
        algorithm.add_field(
            self.GROUP,
            translate("ClusterBelt", "Group"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "Name of the group; a cell may hold several, separated by | 、 , or ;. To study the reach "
                "of platforms, use the belts and the field of their platform.",
            ),
        )
        algorithm.add_field(
            self.MODE,
            translate("ClusterBelt", "Mode"),
            self.INPUT,
            translate("ClusterBelt", "platform, supply_chain, standard, park, alliance, or any other word."),
            optional=True,
        )
        algorithm.add_field(
            self.ROLE,
            translate("ClusterBelt", "Role"),
            self.INPUT,
            translate("ClusterBelt", "Identifies leading members."),
            optional=True,
        )
        algorithm.add_field(
            self.SINCE,
            translate("ClusterBelt", "Since"),
            self.INPUT,
            translate("ClusterBelt", "First year or date of the membership. Empty: it has always existed."),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.UNTIL,
            translate("ClusterBelt", "Until"),
            self.INPUT,
            translate("ClusterBelt", "Last year or date of the membership. Empty: it still exists."),
            optional=True,
            advanced=True,
        )

    def _add_members(self, algorithm):
        algorithm.add_source(
            self.MEMBERS_LAYER,
            translate("ClusterBelt", "Layer of the members"),
            translate(
                "ClusterBelt",
                "Holds the cities and industries of the members, if the memberships do not: clusters or "
                "belts from “Match clusters with belts”, or a table processed with “Place a table by city” "
                "and “Read industries”.",
            ),
            optional=True,
        )
        algorithm.add_field(
            self.MEMBER_ID,
            translate("ClusterBelt", "Id in the layer of the members"),
            self.MEMBERS_LAYER,
            translate("ClusterBelt", "The id that MEMBER refers to."),
            optional=True,
        )

    def problem(self, algorithm, parameters, context):
        """Say what is missing; '' for nothing."""
        if not values.is_empty(parameters, self.MEMBERS_LAYER) and values.is_empty(
            parameters, self.MEMBER_ID
        ):
            return translate(
                "ClusterBelt", "MEMBERS_LAYER needs MEMBER_ID, the field with the id that MEMBER refers to."
            )
        return ""

    def load(self, algorithm, parameters, context, feedback, taxonomy):
        """Read the memberships and what is known of the members.

        Returns
        -------
        layers.membership_rows.MembershipRows, layers.networks.Roster
        """
        from ...layers.virtual import networks
        from ...layers.virtual.membership_rows import MembershipFields, read_memberships

        source = algorithm.source(parameters, self.INPUT, context)
        layer = algorithm.source(parameters, self.MEMBERS_LAYER, context)
        names = (self.MEMBER, self.GROUP, self.MODE, self.ROLE, self.SINCE, self.UNTIL)
        rows = read_memberships(
            source,
            MembershipFields(*(algorithm.field(parameters, name, context, source) for name in names)),
            values.text(algorithm, parameters, self.CORE_VALUES, context),
            values.whole_number(algorithm, parameters, self.AS_OF, context),
            networks.fields_of_members(source) if layer is None else [],
            feedback,
        )
        if layer is None:
            return rows, networks.roster_of_rows(rows, taxonomy)
        identity = algorithm.field(parameters, self.MEMBER_ID, context, layer)
        return rows, networks.read_roster(layer, identity, rows, taxonomy, feedback)
