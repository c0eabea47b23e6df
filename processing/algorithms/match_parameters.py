"""The parameters of the matching: clusters, belts, rules, outputs."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..compat import translate
from .base import ClusterBeltAlgorithm

CITY_WAYS = ("name", "code")
LANGUAGES = ("user", "en", "zh")


class MatchParameters(ClusterBeltAlgorithm):
    """What `matchclusters` asks for and gives."""

    CLUSTERS = "CLUSTERS"
    CLUSTER_ID = "CLUSTER_ID"
    CLUSTER_CITY = "CLUSTER_CITY"
    CLUSTER_INDUSTRY = "CLUSTER_INDUSTRY"
    CLUSTER_PROVINCE = "CLUSTER_PROVINCE"
    CLUSTER_WEIGHT = "CLUSTER_WEIGHT"
    BELTS = "BELTS"
    BELT_ID = "BELT_ID"
    BELT_NAME = "BELT_NAME"
    BELT_CITY = "BELT_CITY"
    BELT_INDUSTRY = "BELT_INDUSTRY"
    BELT_PROVINCE = "BELT_PROVINCE"
    CITY_BY = "CITY_BY"
    TAXONOMY = "TAXONOMY"
    CHAINS = "CHAINS"
    KEYWORDS = "KEYWORDS"
    MAX_LEVELS = "MAX_LEVELS"
    MAX_HOPS = "MAX_HOPS"
    LIFT = "LIFT"
    MAX_PAIRS = "MAX_PAIRS"
    TOP = "TOP"
    LANGUAGE = "LANGUAGE"
    OUTPUT = "OUTPUT"
    PAIRS = "PAIRS"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self._add_clusters()
        self._add_belts()
        self._add_rules()
        self.add_sink(
            self.OUTPUT,
            translate("ClusterBelt", "Matched clusters"),
            QgsProcessing.SourceType.TypeVectorPoint,
            translate(
                "ClusterBelt",
                "A row a cluster and city with cb_status, cb_reason, cb_rel (relation), cb_belt (the best belt), cb_via "
                "(cluster node>belt node), cb_nmatch and cb_nadj (matching and adjacent belts), cb_ncity (belts of the "
                "city), cb_nunres (those whose industry is not known) and cb_evid, the reason as a sentence.",
            ),
        )
        self.add_sink(
            self.PAIRS,
            translate("ClusterBelt", "Pairs"),
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt", "A table with a row for each cluster and related belt, the best belt first."
            ),
            optional=True,
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows")),
            ("MATCHED", translate("ClusterBelt", "Matched")),
            ("ADJACENT", translate("ClusterBelt", "Adjacent")),
            ("UNMATCHED", translate("ClusterBelt", "Unmatched")),
            ("UNRESOLVED", translate("ClusterBelt", "Unresolved")),
            ("UNMATCHED_OPEN", translate("ClusterBelt", "Unmatched in a city with unresolved belts")),
            ("RATE_MATCHED", translate("ClusterBelt", "Matched, per cent")),
            ("RATE_ADJACENT", translate("ClusterBelt", "Adjacent, per cent")),
            ("PAIR_COUNT", translate("ClusterBelt", "Pairs of a cluster and a related belt")),
        )

    def _add_clusters(self):
        self.add(
            QgsProcessingParameterFeatureSource(
                self.CLUSTERS, translate("ClusterBelt", "Clusters"), [QgsProcessing.SourceType.TypeVector]
            ),
            translate("ClusterBelt", "Clusters, split by city or not; shared ones are split first."),
        )
        self._add_field(
            self.CLUSTER_ID,
            translate("ClusterBelt", "Cluster id"),
            self.CLUSTERS,
            translate(
                "ClusterBelt", "The same id in several cities is a shared cluster. Default: the feature id."
            ),
            optional=True,
        )
        self._add_field(
            self.CLUSTER_CITY,
            translate("ClusterBelt", "City of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "A city, or several separated by one of 、 , ， ; ； | /."),
        )
        self._add_field(
            self.CLUSTER_INDUSTRY,
            translate("ClusterBelt", "Industry of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "One industry or several: a name, an alias or a code of the taxonomy."),
        )
        self._add_field(
            self.CLUSTER_PROVINCE,
            translate("ClusterBelt", "Province of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "Tells cities and counties of the same name apart (朝阳区, 鼓楼区)."),
            optional=True,
        )
        self._add_field(
            self.CLUSTER_WEIGHT,
            translate("ClusterBelt", "Weight of the cluster"),
            self.CLUSTERS,
            translate(
                "ClusterBelt", "Weight of the whole cluster, which its rows share equally. Default: 1."
            ),
            optional=True,
        )

    def _add_belts(self):
        self.add(
            QgsProcessingParameterFeatureSource(
                self.BELTS, translate("ClusterBelt", "Belts"), [QgsProcessing.SourceType.TypeVector]
            ),
            translate(
                "ClusterBelt", "Online industrial belts or other specialised places: a table or a layer."
            ),
        )
        self._add_field(
            self.BELT_ID,
            translate("ClusterBelt", "Belt id"),
            self.BELTS,
            translate("ClusterBelt", "Default: the feature id."),
            optional=True,
        )
        self._add_field(
            self.BELT_NAME,
            translate("ClusterBelt", "Belt name"),
            self.BELTS,
            translate("ClusterBelt", "What the evidence calls the belt. Default: its industry."),
            optional=True,
        )
        self._add_field(
            self.BELT_CITY,
            translate("ClusterBelt", "City of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Name or code of one city."),
        )
        self._add_field(
            self.BELT_INDUSTRY,
            translate("ClusterBelt", "Industry of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Product or industry, as that of the cluster."),
        )
        self._add_field(
            self.BELT_PROVINCE,
            translate("ClusterBelt", "Province of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Tells cities and counties of the same name apart (朝阳区, 鼓楼区)."),
            optional=True,
        )

    def _add_rules(self):
        self.add_choice(
            self.CITY_BY,
            translate("ClusterBelt", "Cities are the same by"),
            CITY_WAYS,
            CITY_WAYS[0],
            translate(
                "ClusterBelt",
                "name: names and codes are looked up in the bundled list of Chinese cities; what could be several cities "
                "stays unresolved. code: administrative codes of 4, 6, 9 or 12 digits only.",
            ),
        )
        self._add_table(
            self.TAXONOMY,
            translate("ClusterBelt", "Taxonomy of your own"),
            translate(
                "ClusterBelt",
                "A table with code, parent, name_zh or name_en, aliases (separated by |), too_broad. Default: the "
                "bundled taxonomy.",
            ),
        )
        self._add_table(
            self.CHAINS,
            translate("ClusterBelt", "Industrial chains of your own"),
            translate(
                "ClusterBelt",
                "A table with upstream, downstream (codes of the taxonomy), note. Default: the bundled chains; none with "
                "a taxonomy of your own.",
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(self.KEYWORDS, translate("ClusterBelt", "Read keywords"), True),
            translate(
                "ClusterBelt",
                "A name of the taxonomy that ends a longer text counts (汽车玻璃 is glass); the evidence marks it.",
            ),
        )
        self._add_number(
            self.MAX_LEVELS,
            translate("ClusterBelt", "Levels of belonging"),
            None,
            0,
            translate("ClusterBelt", "How many levels up an industry belongs to another. Default: no limit."),
        )
        self._add_number(
            self.MAX_HOPS,
            translate("ClusterBelt", "Steps along a chain"),
            1,
            1,
            translate(
                "ClusterBelt",
                "1: direct neighbours; 2: neighbours of neighbours in the same direction as well.",
            ),
        )
        self._add_number(
            self.LIFT,
            translate("ClusterBelt", "Lift"),
            0,
            0,
            translate(
                "ClusterBelt",
                "How many levels an industry may be raised to reach a chain edge of its parent.",
            ),
        )
        self._add_number(
            self.MAX_PAIRS,
            translate("ClusterBelt", "Most pairs"),
            10**6,
            0,
            translate(
                "ClusterBelt", "If there would be more pairs, none is written and the message says how many."
            ),
        )
        self._add_number(
            self.TOP,
            translate("ClusterBelt", "Pairs a cluster"),
            0,
            0,
            translate("ClusterBelt", "Only the best pairs of each cluster row; 0: all."),
        )
        self.add_choice(
            self.LANGUAGE,
            translate("ClusterBelt", "Language of the evidence"),
            LANGUAGES,
            LANGUAGES[0],
            translate("ClusterBelt", "user: that of QGIS."),
        )

    def _add_field(self, name, description, parent, help_text, optional=False):
        self.add(QgsProcessingParameterField(name, description, None, parent, optional=optional), help_text)

    def _add_table(self, name, description, help_text):
        tables = [QgsProcessing.SourceType.TypeVector]
        self.add(QgsProcessingParameterFeatureSource(name, description, tables, optional=True), help_text)

    def _add_number(self, name, description, default, least, help_text):
        number = QgsProcessingParameterNumber(
            name, description, defaultValue=default, optional=default is None, minValue=least
        )
        self.add(number, help_text)
