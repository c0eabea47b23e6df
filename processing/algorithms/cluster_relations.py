"""Pairs of clusters in one city: the algorithm `clusterbelt:clusterrelations`."""

from ..analysis.fields import CB_NODES
from ..compat import translate
from .parameters.relation_parameters import RelationParameters
from .parameters.table_parameters import TableAlgorithm

LEVELS = ("near", "within", "same")


class ClusterRelations(RelationParameters, TableAlgorithm):
    """Relates the clusters of different classes that stand in one city."""

    NAME = "NAME"
    LEVEL = "LEVEL"

    def name(self):
        return "clusterrelations"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Relations of clusters in one city")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Pairs of clusters of different classes in one city: of the same industry, within one another, or near.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "cluster,relation,pair,same,within,near,group,double,相同,隶属,相近,集群关系"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_matched()
        self.add_field(
            self.NAME,
            translate("ClusterBelt", "Name of the cluster"),
            self.INPUT,
            translate("ClusterBelt", "Written into name_a and name_b."),
            optional=True,
        )
        self.add_rules()
        self.add_choice(
            self.LEVEL,
            translate("ClusterBelt", "Groups hang together by"),
            LEVELS,
            LEVELS[0],
            translate(
                "ClusterBelt",
                "The weakest relation that makes a group (grp): near is any; within is same or within; same is same alone.",
            ),
        )
        self.add_language(
            translate("ClusterBelt", "Language of the evidence"),
            translate("ClusterBelt", "user: that of QGIS."),
        )
        self.add_table(
            self.OUTPUT,
            translate("ClusterBelt", "Relations"),
            translate(
                "ClusterBelt",
                "A row a pair of clusters (a, b: cb_row) of different classes in one city, each pair once. rel is same, "
                "b_within_a, a_within_b (one industry belongs to the other) or near (neighbours in a chain), grp the "
                "number of the group of clusters that hang together, evid the reason as a sentence.",
            ),
        )
        self.add_numbers(
            ("PAIR_COUNT", translate("ClusterBelt", "Pairs")),
            ("SAME", translate("ClusterBelt", "Pairs of the same industry")),
            ("WITHIN", translate("ClusterBelt", "Pairs of which one belongs to the other")),
            ("NEAR", translate("ClusterBelt", "Pairs of neighbours in a chain")),
            ("GROUPS", translate("ClusterBelt", "Groups")),
            ("WITHOUT_DOUBLES", translate("ClusterBelt", "Rows without doubles of the same industry")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import relate_clusters
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matched import CITY_FIELDS, refuse_without_cities, say_unjudged
        from ..layers.writing.tables import write_table

        frame, class_field = self.read_matched(
            parameters, context, feedback, [*CITY_FIELDS[:3], CB_NODES], texts=[self.NAME]
        )
        refuse_without_cities(frame, feedback)
        taxonomy, relations = self.read_rules(parameters, context, feedback)
        found = relate_clusters(
            frame,
            class_field,
            taxonomy,
            relations,
            level=self.parameterAsEnumString(parameters, self.LEVEL, context),
            name_field=self.parameterAsString(parameters, self.NAME, context),
            language=self.language(parameters, context),
            cancelled=feedback.isCanceled,
        )
        say_unjudged(found.unjudged, feedback)
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), found.pairs)
        return {
            **outputs,
            "PAIR_COUNT": sum(found.counts.values()),
            "SAME": found.counts["same"],
            "WITHIN": found.counts["b_within_a"] + found.counts["a_within_b"],
            "NEAR": found.counts["near"],
            "GROUPS": found.groups,
            "WITHOUT_DOUBLES": found.without_doubles,
        }
