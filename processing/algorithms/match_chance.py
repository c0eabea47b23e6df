"""More than chance? The algorithm `clusterbelt:matchchance`."""

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterNumber

from ..analysis.fields import CB_CITYCD, CB_NODES, CB_STATUS
from ..compat import translate
from .parameters.belt_parameters import BeltTableAlgorithm
from .parameters.relation_parameters import RelationParameters

NULL_MODELS = ("cities", "industries")


class MatchChance(RelationParameters, BeltTableAlgorithm):
    """Compares the number of matches with that of many random arrangements."""

    NULL_MODEL = "NULL_MODEL"
    RUNS = "RUNS"
    SEED = "SEED"
    STRATA = "STRATA"
    WITH_BELTS = "WITH_BELTS"

    def name(self):
        return "matchchance"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Matches against chance")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Deals cities or industries anew many times and says whether clusters are matched more often than so.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "chance,permutation,random,null model,significance,p-value,test,随机,置换检验,显著性",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_matched()
        self.add_belts(industry=True)
        self.add_choice(
            self.NULL_MODEL,
            translate("ClusterBelt", "What is dealt anew"),
            NULL_MODELS,
            NULL_MODELS[0],
            translate(
                "ClusterBelt",
                "cities: the cities among the cluster rows; cities keep their number of clusters, clusters their "
                "industry. industries: the industries among all belts; cities keep their number of belts, and every "
                "industry its number in the country.",
            ),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.RUNS, translate("ClusterBelt", "Number of runs"), defaultValue=999, minValue=1
            ),
            translate("ClusterBelt", "The smallest p-value is 1/(runs + 1)."),
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SEED, translate("ClusterBelt", "Seed"), defaultValue=1, minValue=0
            ),
            translate("ClusterBelt", "The same seed gives the same result."),
        )
        self.add_field(
            self.STRATA,
            translate("ClusterBelt", "Deal within"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "For cities: a field such as the region or the class; cities are dealt among rows of one value only.",
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.WITH_BELTS, translate("ClusterBelt", "Only cities with belts"), False
            ),
            translate(
                "ClusterBelt",
                "Leaves out rows in cities without belts, so that the test asks only whether the belts of a city are the "
                "right ones, and not whether there are any.",
            ),
        )
        self.add_rules()
        self.add_words()
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per class (* for all classes) and statistic.",
            ),
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows in the test")),
            ("P_MATCHED", translate("ClusterBelt", "p-value of matched")),
            ("P_BOTH", translate("ClusterBelt", "p-value of matched or adjacent")),
            ("RATIO_MATCHED", translate("ClusterBelt", "Observed by expected, matched")),
            ("RATIO_BOTH", translate("ClusterBelt", "Observed by expected, matched or adjacent")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import current_belts, match_chance
        from ..layers.belt_cities import city_keys
        from ..layers.belt_industries import read_belt_industries, say_chance
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matched import refuse_without_cities
        from ..layers.writing.tables import write_table

        frame, class_field = self.read_matched(
            parameters, context, feedback, [CB_CITYCD, CB_NODES, CB_STATUS], texts=[self.STRATA]
        )
        refuse_without_cities(frame, feedback)
        frame["city"] = city_keys(frame[CB_CITYCD], self.city_by(parameters, context))
        strata = self.parameterAsString(parameters, self.STRATA, context)
        belts = self.read_belts(parameters, context, feedback)
        now, _, _ = current_belts(
            belts["year"].to_numpy(float), self.optional_int(parameters, self.AS_OF, context)
        )
        belts = belts[now].reset_index(drop=True)
        taxonomy, relations = self.read_rules(parameters, context, feedback)
        industries = read_belt_industries(
            self.with_scheme(parameters, context, belts["industry"], taxonomy, feedback),
            taxonomy,
            self.parameterAsBool(parameters, self.KEYWORDS, context),
        )
        chance = match_chance(
            frame,
            class_field,
            belts,
            industries.sets,
            taxonomy,
            relations,
            null_model=self.parameterAsEnumString(parameters, self.NULL_MODEL, context),
            runs=self.parameterAsInt(parameters, self.RUNS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            strata=frame[strata] if strata else None,
            with_belts_only=self.parameterAsBool(parameters, self.WITH_BELTS, context),
            cancelled=feedback.isCanceled,
        )
        say_chance(chance, feedback)
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), chance.table)
        every = chance.table[chance.table["class"] == "*"].set_index("stat")
        numbers = {
            "ROWS": int(every.loc["matched", "rows"]),
            "P_MATCHED": every.loc["matched", "p"],
            "P_BOTH": every.loc["both", "p"],
            "RATIO_MATCHED": every.loc["matched", "ratio"],
            "RATIO_BOTH": every.loc["both", "ratio"],
        }
        return {
            **outputs,
            **{name: None if value != value else float(value) for name, value in numbers.items()},
        }
