"""Match clusters with belts: the algorithm `clusterbelt:matchclusters`."""

from qgis.core import QgsProcessing

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.belts import Belts
from .parameters.clusters import Clusters
from .parameters.judgements import Judgements
from .parameters.language import Language
from .parameters.places import Places
from .parameters.read_belts import ReadBelts
from .parameters.status_numbers import counts_of_statuses, rates_of_statuses
from .parameters.taxonomy import Limits, Taxonomy
from .parameters.words import Words


class MatchClusters(ClusterBeltAlgorithm):
    """Gives each cluster its status: matched, adjacent, unmatched or unresolved, and says why."""

    GROUP = "clusters"
    MAX_PAIRS = "MAX_PAIRS"
    TOP = "TOP"
    OUTPUT = "OUTPUT"
    PAIRS = "PAIRS"
    BELTS_OUT = "BELTS_OUT"
    CHECK = "CHECK"
    clusters, belts, places = Clusters(), Belts(), Places()
    taxonomy, words, limits = Taxonomy(), Words("cluster", "belt"), Limits()
    judgements, language = Judgements(), Language()
    read = ReadBelts(PAIRS, BELTS_OUT)

    def name(self):
        return "matchclusters"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Match clusters with belts")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Compares each cluster with the belts of its city: matched, adjacent, unmatched, unresolved.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "match,cluster,belt,industry,taxonomy,chain,digitalisation,产业集群,产业带,匹配,相近",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        for group in (
            self.clusters, self.belts, self.places, self.taxonomy, self.words, self.judgements,
        ):  # fmt: skip
            group.add(self)
        self.words.add_keywords(self)
        self.limits.add(self)
        self._add_pairs()
        self.read.add(self)
        self.language.add(self, translate("ClusterBelt", "Language of the evidence"))
        self._add_outputs()

    def problem(self, parameters, context):
        cities = self.clusters.CLUSTER_CITY, self.belts.BELT_CITY
        return self.places.problem(self, parameters, context, cities) or self.belts.problem(
            self, parameters, context, self.clusters.CLUSTERS
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.matching.match import match
        from ..layers.matching.matches import say_result
        from ..layers.matching.near_belts import near

        given = self, parameters, context, feedback
        words = self.words.load(*given, self.taxonomy.load(*given))
        source, belt_source = (self.source(parameters, name, context) for name in ("CLUSTERS", "BELTS"))
        way = self.places.load(*given, words.cities, (source, belt_source))
        judgements = self.judgements.load(*given, way, words)
        reading = self.read.load(self, parameters, context, judgements)
        belts = self.belts.load(*given, way, words, reading)
        clusters = self.clusters.load(*given, way.with_cities_of(belts), words)
        as_of = self.belts.as_of(self, parameters, context)
        matches = match(
            clusters.as_clusters(),
            belts.table,
            words.taxonomy,
            self.limits.load(*given, keywords=words.keywords, as_of=as_of),
            places=way.place_names,
            judgements=judgements,
            neighbours=near(way.locator, clusters.points, belts.points, feedback),
            language=self.language.load(*given),
            cancelled=feedback.isCanceled,
        )
        tables = self._tables(parameters, context, feedback, matches, clusters, belts)
        say_result(matches, belts, feedback)
        outputs = self._write(parameters, context, feedback, matches, clusters, belts, tables)
        outputs.update(matches.numbers)
        return outputs

    def _tables(self, parameters, context, feedback, matches, clusters, belts):
        """Work out the optional outputs that were asked for, by name."""
        from ..layers.matching.matches import texts_to_check
        from ..layers.writing.destinations import is_wanted

        made = {
            self.PAIRS: lambda: matches.pairs(
                self.parameterAsInt(parameters, self.TOP, context),
                self.parameterAsInt(parameters, self.MAX_PAIRS, context),
                feedback.isCanceled,
            ),
            self.BELTS_OUT: lambda: matches.belts(feedback.isCanceled),
            self.CHECK: lambda: texts_to_check(matches, clusters, belts, feedback.isCanceled),
        }
        return {name: make() for name, make in made.items() if is_wanted(parameters, name, context)}

    def _write(self, parameters, context, feedback, matches, clusters, belts, tables):
        from ..layers.matching.matches import write_belts, write_clusters, write_pairs
        from ..layers.writing.tables import write_table

        source = self.source(parameters, self.clusters.CLUSTERS, context)
        outputs = write_clusters(
            (self, parameters, self.OUTPUT, context), source, clusters, matches, feedback
        )
        if self.PAIRS in tables:
            outputs.update(write_pairs((self, parameters, self.PAIRS, context), tables[self.PAIRS], matches))
        if self.BELTS_OUT in tables:
            target = (self, parameters, self.BELTS_OUT, context)
            source = self.source(parameters, self.belts.BELTS, context)
            outputs.update(write_belts(target, source, belts, tables[self.BELTS_OUT], feedback))
        if self.CHECK in tables:
            outputs.update(write_table((self, parameters, self.CHECK, context), tables[self.CHECK]))
        return outputs

    def _add_pairs(self):
        self.add_number(
            self.MAX_PAIRS,
            translate("ClusterBelt", "Maximum number of pairs"),
            translate(
                "ClusterBelt",
                "If there are more pairs, nothing is written and the error says how many there are.",
            ),
            default=10**6,
            least=0,
            advanced=True,
        )
        self.add_number(
            self.TOP,
            translate("ClusterBelt", "Pairs per cluster"),
            translate(
                "ClusterBelt", "How many of the best pairs are written for each cluster row; 0 for all."
            ),
            default=0,
            least=0,
            advanced=True,
        )

    def _add_outputs(self):
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate(
                "ClusterBelt",
                "One row per cluster and city, with its status and the reason for it.",
            ),
        )
        self.add_sink(
            self.PAIRS,
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt", "A table with one row per pair of a cluster and a related belt, best first."
            ),
            optional=True,
            seen=True,
        )
        self.add_sink(
            self.BELTS_OUT,
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "The belts, each with its best status. The table algorithms take this layer as BELTS.",
            ),
            optional=True,
        )
        self.add_sink(
            self.CHECK,
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "A table with one row per text that was not recognised, or only by a keyword or in part. "
                "Fill in the codes and use the table as ALIASES: a row “电器, HA” makes every 电器 a household "
                "appliance. Several codes are separated by |; rows without a code are ignored. Each run "
                "lists only what is still open.",
            ),
            optional=True,
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows")),
            *counts_of_statuses(),
            ("UNMATCHED_OPEN", translate("ClusterBelt", "Unmatched in cities with unresolved belts")),
            *rates_of_statuses(),
            ("PAIR_COUNT", translate("ClusterBelt", "Pairs of clusters and related belts")),
        )
