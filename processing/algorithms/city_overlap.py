"""Cities with clusters and cities with belts: the algorithm `clusterbelt:cityoverlap`."""

from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterNumber

from ..analysis.fields import CB_CITY, CB_CITYCD
from ..compat import translate
from .parameters.belt_parameters import BeltTableAlgorithm


class CityOverlap(BeltTableAlgorithm):
    """Compares the cities that have clusters with those that have belts, now and with earlier years."""

    CITIES_ONLY = "CITIES_ONLY"
    UNITS = "UNITS"
    CITIES_OUT = "CITIES_OUT"

    def name(self):
        return "cityoverlap"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Overlap of cities with clusters and with belts")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "How many cities have clusters, belts or both, now and with earlier years: shares, Jaccard's index.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "city,overlap,jaccard,coverage,belts,history,hypergeometric,重合,覆盖,城市"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_matched(
            translate("ClusterBelt", "Optional: the classes of a city are listed in CITIES_OUT."),
            class_is_optional=True,
        )
        self.add_belts(industry=False)
        self.add(
            QgsProcessingParameterBoolean(
                self.CITIES_ONLY, translate("ClusterBelt", "Only units whose name ends in 市"), False
            ),
            translate(
                "ClusterBelt",
                "Leaves Chinese prefectures, leagues and counties (州, 盟, 地区, 县) out on both sides.",
            ),
        )
        number = QgsProcessingParameterNumber(
            self.UNITS, translate("ClusterBelt", "Number of all cities"), optional=True, minValue=1
        )
        self.add(
            number,
            translate(
                "ClusterBelt",
                "How many cities there are in all, with or without clusters (China: 337 prefectures and municipalities). "
                "With it the table says how many common cities chance would give, and the probability of as many.",
            ),
        )
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per measure: numbers of cities, then share_cl (both/cluster_cities), share_belt "
                "(both/belt_cities), jaccard (both/either) and overlap (both/smaller set) as fractions "
                "and, if UNITS is given, the number of cities expected by chance and its p-value "
                "(hypergeometric).",
            ),
        )
        self.add_table(
            self.CITIES_OUT,
            translate(
                "ClusterBelt",
                "One row per city; cities with clusters but without belts come first.",
            ),
            optional=True,
        )
        self.add_numbers(
            ("CLUSTER_CITIES", translate("ClusterBelt", "Cities with clusters")),
            ("BELT_CITIES", translate("ClusterBelt", "Cities with belts")),
            ("BOTH", translate("ClusterBelt", "Cities with both")),
            ("JACCARD", translate("ClusterBelt", "Jaccard's index")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import compare_cities
        from ..layers.belt_cities import city_keys
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matched import refuse_without_cities
        from ..layers.writing.tables import write_table

        frame, class_field = self.read_matched(parameters, context, feedback, [CB_CITYCD, CB_CITY])
        refuse_without_cities(frame, feedback)
        keys = city_keys(frame[CB_CITYCD], self.city_by(parameters, context))
        clusters = frame.assign(city=keys, name=frame[CB_CITY])
        if class_field:
            clusters["class"] = frame[class_field]
        belts = self.read_belts(parameters, context, feedback)
        if self.parameterAsBool(parameters, self.CITIES_ONLY, context):
            clusters, belts = (
                table[[str(name).endswith("市") for name in table["name"]]] for table in (clusters, belts)
            )
        measures, cities = compare_cities(
            clusters,
            belts,
            self.optional_int(parameters, self.AS_OF, context),
            self.optional_int(parameters, self.UNITS, context),
        )
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), measures)
        outputs.update(write_table((self, parameters, self.CITIES_OUT, context), cities))
        now = dict(zip(measures["measure"], measures["now"]))
        return {
            **outputs,
            "CLUSTER_CITIES": int(now["cluster_cities"]),
            "BELT_CITIES": int(now["belt_cities"]),
            "BOTH": int(now["both"]),
            "JACCARD": None if now["jaccard"] != now["jaccard"] else now["jaccard"],
        }
