"""Cities by their set of classes: the algorithm `clusterbelt:citycomposition`."""

from ..analysis.fields import CB_STATUS
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.matched import Matched


class CityComposition(ClusterBeltAlgorithm):
    """Counts the cities that have one class of clusters, two, or more."""

    GROUP = "tables"
    OUTPUT = "OUTPUT"
    CITIES_OUT = "CITIES_OUT"
    matched = Matched()

    def name(self):
        return "citycomposition"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Cities by classes of clusters")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Counts cities by the classes of their clusters, and the clusters in them.",
        )

    def tags(self):
        return translate("ClusterBelt", "city,composition,class,combination,table,城市,构成,类别").split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.matched.add(self)
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per set of classes (? stands for no class), then a subtotal (*) for each number "
                "of classes k and, without k, the total of all cities. Rows whose city is not known count "
                "only in the totals by which the shares are divided.",
            ),
        )
        self.add_table(
            self.CITIES_OUT,
            translate("ClusterBelt", "One row per city, sorted by number of rows."),
            optional=True,
            seen=True,
        )
        self.add_numbers(
            ("CITIES", translate("ClusterBelt", "Number of cities")),
            ("CITIES_SEVERAL", translate("ClusterBelt", "Cities with several classes")),
            ("CITIES_ALL", translate("ClusterBelt", "Cities with all classes")),
            ("UNPLACED", translate("ClusterBelt", "Rows whose city is not known")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import city_composition
        from ..analysis.tables.counting import classes_of
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.matched import CITY_FIELDS, refuse_without_cities
        from ..layers.writing.tables import write_table

        clusters = self.matched.load(
            self, parameters, context, feedback, needed=CITY_FIELDS, optional=[CB_STATUS]
        )
        unplaced = refuse_without_cities(clusters.frame, feedback)
        sets, cities = city_composition(clusters.frame, clusters.class_field)
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), sets)
        outputs.update(write_table((self, parameters, self.CITIES_OUT, context), cities))
        _, classes = classes_of(clusters.frame, clusters.class_field)
        return {
            **outputs,
            "CITIES": len(cities),
            "CITIES_SEVERAL": int((cities["k"] > 1).sum()),
            "CITIES_ALL": int((cities["k"] == len(classes)).sum()),
            "UNPLACED": unplaced,
        }
