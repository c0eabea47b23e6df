"""Cities with clusters and cities with belts: the algorithm `clusterbelt:cityoverlap`."""

from ..analysis.fields import CB_CITY, CB_CITYCD
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters import values
from .parameters.matched import Matched
from .parameters.placed_belts import PlacedBelts
from .parameters.words import Words


class CityOverlap(ClusterBeltAlgorithm):
    """Compares the cities that have clusters with those that have belts, now and with earlier years."""

    GROUP = "tables"
    CITIES_ONLY = "CITIES_ONLY"
    UNITS = "UNITS"
    OUTPUT = "OUTPUT"
    CITIES_OUT = "CITIES_OUT"
    matched = Matched(class_is_optional=True)
    belts, words = PlacedBelts(industry=False), Words(again=True)

    def name(self):
        return "cityoverlap"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Overlap of cities with clusters and with belts")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Counts cities with clusters, with belts and with both, for the current and for earlier years: "
            "shares, Jaccard index.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "city,overlap,jaccard,coverage,belts,history,hypergeometric,重合,覆盖,城市"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.matched.add(
            self, translate("ClusterBelt", "Optional: the classes of a city are listed in CITIES_OUT.")
        )
        self.belts.add(self)
        self.words.add(self)
        self.add_flag(
            self.CITIES_ONLY,
            translate("ClusterBelt", "Only units whose name ends in 市"),
            False,
            translate(
                "ClusterBelt",
                "Leaves out Chinese prefectures, leagues and counties (州, 盟, 地区, 县), both among clusters "
                "and among belts.",
            ),
            advanced=True,
        )
        self.add_number(
            self.UNITS,
            translate("ClusterBelt", "Total number of cities"),
            translate(
                "ClusterBelt",
                "All cities, with or without clusters (in China 337 prefecture-level cities and "
                "municipalities). If given, the table also holds the number of common cities expected by "
                "chance and the probability of at least as many as observed.",
            ),
            least=1,
            advanced=True,
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
            ("JACCARD", translate("ClusterBelt", "Jaccard index")),
        )

    def problem(self, parameters, context):
        return self.belts.problem(self, parameters, context)

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import compare_cities
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.matched import refuse_without_cities
        from ..layers.writing.tables import write_table

        given = self, parameters, context, feedback
        rows = self.matched.load(*given, [CB_CITYCD, CB_CITY])
        refuse_without_cities(rows.frame, feedback)
        belts = self.belts.load(*given, self.words.load_cities(*given))
        clusters = rows.frame.with_columns(
            city=belts.keys_of(rows.frame[CB_CITYCD]), name=rows.frame[CB_CITY]
        )
        if rows.class_field:
            clusters = clusters.with_columns(**{"class": rows.frame[rows.class_field]})
        if self.parameterAsBool(parameters, self.CITIES_ONLY, context):
            clusters, belts = (
                clusters.take(_are_cities(clusters["name"])),
                belts.take(_are_cities(belts.city_name)),
            )
        measures, cities = compare_cities(
            clusters, belts, values.whole_number(self, parameters, self.UNITS, context)
        )
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), measures)
        outputs.update(write_table((self, parameters, self.CITIES_OUT, context), cities))
        now = dict(zip(measures["measure"], measures["now"].tolist()))
        return {
            **outputs,
            "CLUSTER_CITIES": int(now["cluster_cities"]),
            "BELT_CITIES": int(now["belt_cities"]),
            "BOTH": int(now["both"]),
            "JACCARD": None if now["jaccard"] != now["jaccard"] else now["jaccard"],
        }


def _are_cities(names):
    import numpy as np

    return np.array([str(name).endswith("市") for name in names], dtype=bool)
