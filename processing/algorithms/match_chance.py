"""More than chance? The algorithm `clusterbelt:matchchance`."""

from ..analysis.fields import CB_CITYCD, CB_NODES, CB_STATUS, CB_WORDS
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.matched import Matched
from .parameters.placed_belts import PlacedBelts
from .parameters.runs import Runs
from .parameters.taxonomy import Limits, Taxonomy
from .parameters.words import Words

NULL_MODELS = ("cities", "industries")


class MatchChance(ClusterBeltAlgorithm):
    """Compares the number of matches with that of many random arrangements."""

    GROUP = "tables"
    NULL_MODEL = "NULL_MODEL"
    STRATA = "STRATA"
    WITH_BELTS = "WITH_BELTS"
    OUTPUT = "OUTPUT"
    matched, belts, runs = Matched(), PlacedBelts(), Runs()
    taxonomy, limits, words = Taxonomy(again=True), Limits(again=True), Words("belt", again=True)

    def name(self):
        return "matchchance"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Matches compared with chance")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Tests by permutation whether clusters are matched more often than if their cities, or "
            "the industries of the belts, were assigned at random.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "chance,permutation,random,null model,significance,p-value,test,随机,置换检验,显著性",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.matched.add(self)
        self.belts.add(self)
        self.add_choice(
            self.NULL_MODEL,
            translate("ClusterBelt", "Null model"),
            NULL_MODELS,
            NULL_MODELS[0],
            translate(
                "ClusterBelt",
                "What is assigned at random. cities: each city keeps its number of clusters, and each "
                "cluster its industry. industries: each city keeps its number of belts, and each "
                "industry its number in the country.",
            ),
        )
        self.runs.add(self)
        self.add_field(
            self.STRATA,
            translate("ClusterBelt", "Permute within"),
            self.matched.INPUT,
            translate(
                "ClusterBelt",
                "For the null model cities: a field such as region or class; cities are permuted only "
                "among rows with the same value.",
            ),
            optional=True,
            advanced=True,
        )
        self.add_flag(
            self.WITH_BELTS,
            translate("ClusterBelt", "Only cities with belts"),
            False,
            translate(
                "ClusterBelt",
                "Leaves out rows in cities without belts. The test then asks whether cities have the belts "
                "that fit their clusters, not whether they have belts at all.",
            ),
            advanced=True,
        )
        for group in (self.taxonomy, self.limits, self.words):
            group.add(self)
        self.words.add_keywords(self)
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per class (* for all classes) and statistic.",
            ),
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows in the test")),
            ("P_MATCHED", translate("ClusterBelt", "p-value, matched")),
            ("P_BOTH", translate("ClusterBelt", "p-value, matched or adjacent")),
            ("RATIO_MATCHED", translate("ClusterBelt", "Observed/expected, matched")),
            ("RATIO_BOTH", translate("ClusterBelt", "Observed/expected, matched or adjacent")),
        )

    def problem(self, parameters, context):
        return self.belts.problem(self, parameters, context)

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import match_chance
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.matched import refuse_without_cities, say_chance
        from ..layers.writing.tables import write_table

        given = self, parameters, context, feedback
        needed = [CB_CITYCD, CB_NODES, CB_STATUS]
        clusters = self.matched.load(*given, needed, [CB_WORDS], texts=[self.STRATA])
        refuse_without_cities(clusters.frame, feedback)
        words = self.words.load(*given, self.taxonomy.load(*given))
        belts = self.belts.load(*given, words.cities, words)
        source = self.source(parameters, self.matched.INPUT, context)
        strata = self.field(parameters, self.STRATA, context, source)
        chance = match_chance(
            clusters.frame.with_columns(city=belts.keys_of(clusters.frame[CB_CITYCD])),
            clusters.class_field,
            belts,
            words.taxonomy,
            self.limits.relations(self, parameters, context, words.taxonomy),
            self._test(parameters, context),
            strata=clusters.frame[strata] if strata else None,
            cancelled=feedback.isCanceled,
        )
        say_chance(chance, feedback)
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), chance.table)
        return {**outputs, **_numbers(chance.table)}

    def _test(self, parameters, context):
        return self.runs.load(
            self,
            parameters,
            context,
            null_model=self.parameterAsEnumString(parameters, self.NULL_MODEL, context),
            with_belts_only=self.parameterAsBool(parameters, self.WITH_BELTS, context),
        )


def _numbers(table):
    """The numbers over all classes, as plain Python: QGIS shows numbers of numpy as empty."""
    every = {row["stat"]: row for row in table.take(table["class"] == "*").rows()}
    numbers = {
        f"{number.upper()}_{stat.upper()}": every[stat][number]
        for number in ("p", "ratio")
        for stat in ("matched", "both")
    }
    return {
        "ROWS": every["matched"]["rows"],
        **{name: None if value != value else value for name, value in numbers.items()},
    }
