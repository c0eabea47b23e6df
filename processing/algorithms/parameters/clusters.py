"""The clusters that are matched, and their fields."""

from ...compat import translate


class Clusters:
    """CLUSTERS and its fields."""

    CLUSTERS = "CLUSTERS"
    CLUSTER_ID = "CLUSTER_ID"
    CLUSTER_CITY = "CLUSTER_CITY"
    CLUSTER_INDUSTRY = "CLUSTER_INDUSTRY"
    CLUSTER_PROVINCE = "CLUSTER_PROVINCE"
    CLUSTER_WEIGHT = "CLUSTER_WEIGHT"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_source(
            self.CLUSTERS,
            translate("ClusterBelt", "Clusters"),
            translate("ClusterBelt", "Clusters, split by city or not; shared ones are split first."),
        )
        algorithm.add_field(
            self.CLUSTER_ID,
            translate("ClusterBelt", "Cluster id"),
            self.CLUSTERS,
            translate(
                "ClusterBelt", "The same id in several cities is a shared cluster. Default: the feature id."
            ),
            optional=True,
        )
        algorithm.add_field(
            self.CLUSTER_CITY,
            translate("ClusterBelt", "City of the cluster"),
            self.CLUSTERS,
            translate(
                "ClusterBelt",
                "A city, or several separated by one of 、 , ， ; ； | /. Not needed where points decide (CITY_BY).",
            ),
            optional=True,
        )
        algorithm.add_field(
            self.CLUSTER_INDUSTRY,
            translate("ClusterBelt", "Industry of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "One industry or several: a name, an alias or a code of the taxonomy."),
        )
        algorithm.add_field(
            self.CLUSTER_PROVINCE,
            translate("ClusterBelt", "Province of the cluster"),
            self.CLUSTERS,
            translate("ClusterBelt", "Tells cities and counties of the same name apart (朝阳区, 鼓楼区)."),
            optional=True,
        )
        algorithm.add_field(
            self.CLUSTER_WEIGHT,
            translate("ClusterBelt", "Weight of the cluster"),
            self.CLUSTERS,
            translate(
                "ClusterBelt", "Weight of the whole cluster, which its rows share equally. Default: 1."
            ),
            optional=True,
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
        from ...layers.clusters import ClusterFields, read_clusters

        source = algorithm.source(parameters, self.CLUSTERS, context)
        names = {
            name: getattr(self, f"CLUSTER_{name.upper()}") for name in ClusterFields.__dataclass_fields__
        }
        fields = {key: algorithm.field(parameters, name, context, source) for key, name in names.items()}
        return read_clusters(source, ClusterFields(**fields), way, feedback, words)
