"""The inputs of the matching: clusters and belts, their fields and years."""

from qgis.core import QgsProcessingParameterNumber, QgsProcessingParameterString

from ...compat import translate
from ..base import ClusterBeltAlgorithm


class MatchInputs(ClusterBeltAlgorithm):
    """What `matchclusters` reads."""

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
    BELT_YEAR = "BELT_YEAR"
    BELT_START = "BELT_START"
    BELT_END = "BELT_END"
    AS_OF = "AS_OF"

    def contradiction(self, parameters, context):
        spans = parameters.get(self.BELT_START) or parameters.get(self.BELT_END)
        if parameters.get(self.BELT_YEAR) and spans:
            return translate("ClusterBelt", "Choose BELT_YEAR, or BELT_START and BELT_END, but not both.")
        return super().contradiction(parameters, context)

    def _add_clusters(self):
        self.add_source(
            self.CLUSTERS,
            translate("ClusterBelt", "Clusters"),
            translate("ClusterBelt", "Clusters, split by city or not; shared ones are split first."),
        )
        self.add_field(
            self.CLUSTER_ID,
            translate("ClusterBelt", "Cluster id"),
            self.CLUSTERS,
            translate(
                "ClusterBelt", "The same id in several cities is a shared cluster. Default: the feature id."
            ),
            optional=True,
        )
        self.add_field(
            self.CLUSTER_CITY,
            translate("ClusterBelt", "City of the cluster"),
            self.CLUSTERS,
            translate(
                "ClusterBelt",
                "A city, or several separated by one of 、 , ， ; ； | /. Not needed where points decide (CITY_BY).",
            ),
            optional=True,
        )
        self.add_field(
            self.CLUSTER_INDUSTRY,
            translate("ClusterBelt", "Industry of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "One industry or several: a name, an alias or a code of the taxonomy."),
        )
        self.add_field(
            self.CLUSTER_PROVINCE,
            translate("ClusterBelt", "Province of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "Tells cities and counties of the same name apart (朝阳区, 鼓楼区)."),
            optional=True,
        )
        self.add_field(
            self.CLUSTER_WEIGHT,
            translate("ClusterBelt", "Weight of the cluster"),
            self.CLUSTERS,
            translate(
                "ClusterBelt", "Weight of the whole cluster, which its rows share equally. Default: 1."
            ),
            optional=True,
        )

    def _add_belts(self):
        self.add_source(
            self.BELTS,
            translate("ClusterBelt", "Belts"),
            translate(
                "ClusterBelt", "Online industrial belts or other specialised places: a table or a layer."
            ),
        )
        self.add_field(
            self.BELT_ID,
            translate("ClusterBelt", "Belt id"),
            self.BELTS,
            translate("ClusterBelt", "Default: the feature id."),
            optional=True,
        )
        self.add_field(
            self.BELT_NAME,
            translate("ClusterBelt", "Belt name"),
            self.BELTS,
            translate("ClusterBelt", "What the evidence calls the belt. Default: its industry."),
            optional=True,
        )
        self.add_field(
            self.BELT_CITY,
            translate("ClusterBelt", "City of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Name or code of one city. Not needed where points decide (CITY_BY)."),
            optional=True,
        )
        self.add_field(
            self.BELT_INDUSTRY,
            translate("ClusterBelt", "Industry of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Product or industry, as that of the cluster."),
        )
        self.add_field(
            self.BELT_PROVINCE,
            translate("ClusterBelt", "Province of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Tells cities and counties of the same name apart (朝阳区, 鼓楼区)."),
            optional=True,
        )

    def _add_years(self):
        self.add_field(
            self.BELT_YEAR,
            translate("ClusterBelt", "Year of the belt"),
            self.BELTS,
            translate(
                "ClusterBelt",
                "A year or a date. Belts of the year AS_OF are current; cb_hist counts those of earlier years as well.",
            ),
            optional=True,
        )
        self.add_field(
            self.BELT_START,
            translate("ClusterBelt", "First year of the belt"),
            self.BELTS,
            translate("ClusterBelt", "With the last year instead of one year; empty: it was always there."),
            optional=True,
        )
        self.add_field(
            self.BELT_END,
            translate("ClusterBelt", "Last year of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Empty: it is still there."),
            optional=True,
        )
        self._add_number(
            self.AS_OF,
            translate("ClusterBelt", "Year of the current belts"),
            None,
            1000,
            translate(
                "ClusterBelt",
                "Belts of later years are left aside. Default: the newest year in the data.",
            ),
        )

    def _add_text(self, name, description, help_text):
        self.add(QgsProcessingParameterString(name, description, None, optional=True), help_text)

    def _add_number(self, name, description, default, least, help_text):
        number = QgsProcessingParameterNumber(
            name, description, defaultValue=default, optional=default is None, minValue=least
        )
        self.add(number, help_text)
