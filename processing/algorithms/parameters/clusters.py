"""The clusters that are matched, and their fields."""

from ...analysis.fields import CB_COUNT
from ...compat import translate
from . import values
from .places import HELP_ON_PROVINCE


class Clusters:
    """CLUSTERS and its fields."""

    CLUSTERS = "CLUSTERS"
    CLUSTER_ID = "CLUSTER_ID"
    CLUSTER_CITY = "CLUSTER_CITY"
    CLUSTER_INDUSTRY = "CLUSTER_INDUSTRY"
    CLUSTER_PROVINCE = "CLUSTER_PROVINCE"
    CLUSTER_WEIGHT = "CLUSTER_WEIGHT"
    CLUSTER_COUNT = "CLUSTER_COUNT"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_source(
            self.CLUSTERS,
            translate("ClusterBelt", "Clusters"),
            translate(
                "ClusterBelt",
                "A table or layer of clusters. Shared clusters are split by city "
                "first, unless they are split already.",
            ),
        )
        algorithm.add_field(
            self.CLUSTER_ID,
            translate("ClusterBelt", "Cluster id"),
            self.CLUSTERS,
            translate(
                "ClusterBelt",
                "Rows with the same id in different cities are one shared cluster. Default: the feature id.",
            ),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.CLUSTER_CITY,
            translate("ClusterBelt", "City of the cluster"),
            self.CLUSTERS,
            translate(
                "ClusterBelt",
                "One city, or several separated by 、 , ， ; ； | or /. Not needed where the points decide "
                "(CITY_BY polygon or distance).",
            ),
            optional=True,
        )
        algorithm.add_field(
            self.CLUSTER_INDUSTRY,
            translate("ClusterBelt", "Industry of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "One or several industries: names, aliases or codes of the taxonomy."),
        )
        algorithm.add_field(
            self.CLUSTER_PROVINCE,
            translate("ClusterBelt", "Province of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", HELP_ON_PROVINCE),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.CLUSTER_WEIGHT,
            translate("ClusterBelt", "Weight of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "Weight of the whole cluster; its rows get equal parts. Default: 1."),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.CLUSTER_COUNT,
            translate("ClusterBelt", "Number of clusters"),
            self.CLUSTERS,
            translate(
                "ClusterBelt",
                "For aggregated tables: the number of clusters of one city and industry that a row "
                "represents; all counts use it. Default: the field {field} if there is one, otherwise 1.",
            ).format(field=CB_COUNT),
            optional=True,
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback, way, words):
        """Read the clusters.

        Parameters
        ----------
        way : layers.city_ways.CityWay
        words : layers.taxonomies.Words

        Returns
        -------
        layers.clusters.ClusterRows
        """
        from ...layers.matching.clusters import ClusterFields, read_clusters

        source = algorithm.source(parameters, self.CLUSTERS, context)
        names = {key: f"CLUSTER_{key.upper()}" for key in ClusterFields.__dataclass_fields__}
        asked = {key: name for key, name in names.items() if algorithm.parameterDefinition(name)}
        fields = {key: algorithm.field(parameters, name, context, source) for key, name in asked.items()}
        fields["count"] = fields["count"] or values.field_of(source, CB_COUNT)
        return read_clusters(source, ClusterFields(**fields), way, feedback, words)
