"""Pairs of clusters in one city: the algorithm `clusterbelt:clusterrelations`."""

from ..analysis.fields import CB_NODES
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.language import Language
from .parameters.matched import Matched
from .parameters.taxonomy import Limits, Taxonomy

WEAKEST = ("near", "within", "same")


class ClusterRelations(ClusterBeltAlgorithm):
    """Relates the clusters of different classes that stand in one city."""

    GROUP = "tables"
    NAME = "NAME"
    LEVEL = "LEVEL"
    OUTPUT = "OUTPUT"
    matched, language = Matched(), Language()
    taxonomy, limits = Taxonomy(again=True), Limits(again=True)

    def name(self):
        return "clusterrelations"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Relations of clusters in one city")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Lists pairs of clusters of different classes in the same city: same industry, one within "
            "the other, near in an industrial chain, or otherwise related.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "cluster,relation,pair,same,within,near,group,double,相同,隶属,相近,集群关系"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.matched.add(self)
        self.add_field(
            self.NAME,
            translate("ClusterBelt", "Name of the cluster"),
            self.matched.INPUT,
            translate("ClusterBelt", "Written into name_a and name_b."),
            optional=True,
        )
        self.taxonomy.add(self)
        self.limits.add(self)
        self.add_choice(
            self.LEVEL,
            translate("ClusterBelt", "Relations that form groups"),
            WEAKEST,
            WEAKEST[0],
            translate(
                "ClusterBelt",
                "The weakest relation that still joins clusters into one group (field grp).",
            ),
        )
        self.language.add(self, translate("ClusterBelt", "Language of the evidence"))
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per pair of clusters of different classes in the same city; each pair is listed "
                "once.",
            ),
        )
        self.add_numbers(
            ("PAIR_COUNT", translate("ClusterBelt", "Pairs")),
            ("SAME", translate("ClusterBelt", "Pairs of the same industry")),
            ("WITHIN", translate("ClusterBelt", "Pairs in which one industry is within the other")),
            ("NEAR", translate("ClusterBelt", "Pairs near in an industrial chain, or otherwise related")),
            ("GROUPS", translate("ClusterBelt", "Groups")),
            (
                "WITHOUT_DOUBLES",
                translate("ClusterBelt", "Rows, clusters of the same industry in a city counted once"),
            ),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import relate_clusters
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.matched import CITY_FIELDS, refuse_without_cities, say_unjudged
        from ..layers.writing.tables import write_table

        given = self, parameters, context, feedback
        needed = [*CITY_FIELDS[:3], CB_NODES]
        clusters = self.matched.load(*given, needed=needed, name=self.NAME)
        refuse_without_cities(clusters.frame, feedback)
        taxonomy = self.taxonomy.load(*given)
        found = relate_clusters(
            clusters,
            taxonomy,
            self.limits.relations(self, parameters, context, taxonomy),
            weakest=self.parameterAsEnumString(parameters, self.LEVEL, context),
            language=self.language.load(*given),
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
