"""Virtual clusters by functional distance: the algorithm `clusterbelt:virtualclusters`."""

from qgis.core import QgsProcessing, QgsProcessingParameterNumber

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.links import Blocks, Links
from .parameters.regions import Regions

METHODS = ("dominant", "communities")


class VirtualClusters(ClusterBeltAlgorithm):
    """Groups blocks that are tied, however far apart, around their cores."""

    GROUP = "virtual"
    METHOD = "METHOD"
    MAX_F = "MAX_F"
    RESOLUTION = "RESOLUTION"
    MIN_BLOCKS = "MIN_BLOCKS"
    MIN_CITIES = "MIN_CITIES"
    RADIUS_KM = "RADIUS_KM"
    ROWS = "ROWS"
    OUTPUT = "OUTPUT"
    SPOKES = "SPOKES"
    ROWS_OUT = "ROWS_OUT"
    TABLE = "TABLE"
    links, blocks, regions = Links(), Blocks(), Regions("")

    def name(self):
        return "virtualclusters"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Virtual clusters")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Finds distant blocks that form one functional cluster, and its core: agglomeration "
            "without proximity.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "virtual agglomeration,functional distance,community,Louvain,dominant flow,core,聚而不集,虚拟集聚,功能距离,核心",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.links.add(self)
        self.blocks.add(self)
        self._add_method()
        self.regions.add(self)
        self.add_source(
            self.ROWS,
            translate("ClusterBelt", "Members to mark"),
            translate(
                "ClusterBelt", "The members behind the blocks; ROWS_OUT gives the cluster of each row."
            ),
            optional=True,
            advanced=True,
        )
        self._add_outputs()

    def _add_method(self):
        self.add_choice(
            self.METHOD,
            translate("ClusterBelt", "Method"),
            METHODS,
            METHODS[0],
            translate(
                "ClusterBelt",
                "dominant: each block joins the partner of its strongest tie if that partner is larger "
                "(Nystuen and Dacey 1961), cut at MAX_F. communities: Louvain method on all ties.",
            ),
        )
        # Optional, and yet with a default: empty is no limit.
        limit = QgsProcessingParameterNumber(
            self.MAX_F,
            translate("ClusterBelt", "Maximum functional distance"),
            QgsProcessingParameterNumber.Type.Double,
            3.0,
            True,
        )
        self.add(
            limit,
            translate(
                "ClusterBelt",
                "From the core along the ties: the sum of 1 − ln P, where P is the share of the tie in all "
                "ties of the block; a single tie has a length of at least 1. Empty: no limit. For METHOD "
                "dominant.",
            ),
            advanced=True,
        )
        self.add_number(
            self.RESOLUTION,
            translate("ClusterBelt", "Resolution"),
            translate(
                "ClusterBelt", "Higher values give more and smaller communities. For METHOD communities."
            ),
            default=1.0,
            least=0,
            decimals=True,
            advanced=True,
        )
        for name, description, default in (
            (self.MIN_BLOCKS, translate("ClusterBelt", "Minimum number of blocks"), 2),
            (self.MIN_CITIES, translate("ClusterBelt", "Minimum number of cities"), 1),
        ):
            help_text = translate("ClusterBelt", "The blocks of smaller clusters remain single.")
            self.add_number(name, description, help_text, default=default, least=1, advanced=True)
        self.add_number(
            self.RADIUS_KM,
            translate("ClusterBelt", "Proximity threshold, km"),
            translate(
                "ClusterBelt",
                "A cluster is virtual if at least half of its internal flow covers a greater distance.",
            ),
            default=100.0,
            least=0,
            decimals=True,
            advanced=True,
        )

    def _add_outputs(self):
        kinds = QgsProcessing.SourceType
        self.add_sink(
            self.OUTPUT,
            kinds.TypeVectorPoint,
            translate(
                "ClusterBelt",
                "The blocks, each with its cluster, its role in it and its distance from the core.",
            ),
        )
        for name, kind, help_text in (
            (
                self.SPOKES,
                kinds.TypeVectorLine,
                translate("ClusterBelt", "Lines from each block to the partner that it is tied to."),
            ),
            (
                self.ROWS_OUT,
                kinds.TypeVector,
                translate("ClusterBelt", "The rows of ROWS, each with its cluster."),
            ),
            (
                self.TABLE,
                kinds.TypeVector,
                translate("ClusterBelt", "One row per cluster; the one with the strongest ties comes first."),
            ),
        ):
            self.add_sink(name, kind, help_text, optional=True)
        self.add_numbers(
            ("VC_COUNT", translate("ClusterBelt", "Clusters")),
            ("VIRTUAL", translate("ClusterBelt", "Virtual clusters")),
            ("NEAR", translate("ClusterBelt", "Near clusters")),
            ("LOCAL", translate("ClusterBelt", "Local clusters")),
            ("SINGLE", translate("ClusterBelt", "Single blocks")),
            ("SHARE_INSIDE", translate("ClusterBelt", "Share of the flow within clusters")),
            ("NPI", translate("ClusterBelt", "Non-proximity index of all internal flow")),
            ("MODULARITY", translate("ClusterBelt", "Modularity")),
        )

    def problem(self, parameters, context):
        max_f = self._max_f(parameters, context)
        if max_f is not None and max_f < 1:
            return translate(
                "ClusterBelt", "MAX_F is {value}, but must be 1 or more: that is the least length of a tie."
            ).format(value=f"{max_f:g}")
        return ""

    def compute(self, parameters, context, feedback):
        import numpy as np

        from ..analysis.virtual.cluster_table import cluster_table
        from ..analysis.virtual.clusters import block_columns, form_clusters
        from ..layers.virtual.linked_blocks import joined
        from ..layers.virtual.virtual_clusters import cities_of, numbers_of, say_clusters

        given = self, parameters, context, feedback
        links = self.links.load(*given)
        network, blocks = joined(links, self.blocks.load(*given, links), feedback)
        country = self.regions.country.load(self, parameters, context)
        cities = cities_of(blocks, self.source(parameters, self.regions.REGIONS, context), country, feedback)
        grouping = self._grouping(parameters, context, feedback, network)
        least = (
            self.parameterAsInt(parameters, name, context) for name in (self.MIN_BLOCKS, self.MIN_CITIES)
        )
        clusters = form_clusters(network, grouping, cities, *least)
        columns = block_columns(network, clusters, blocks.x, blocks.y, blocks.planar)
        radius = self.parameterAsDouble(parameters, self.RADIUS_KM, context)
        figures = cluster_table(network, clusters, cities, blocks.industry, radius)
        columns["vc_kind"] = clusters.of_blocks(figures.table["kind"])
        columns["vc_span"] = np.append(figures.table["max_km"], np.nan)[clusters.cluster]
        numbers = numbers_of(figures, columns, self._modularity(parameters, context, network, clusters))
        say_clusters(figures, columns, numbers, feedback)
        return {
            **self._write(parameters, context, feedback, network, clusters, blocks, columns, figures),
            **numbers,
        }

    def _max_f(self, parameters, context):
        if parameters.get(self.MAX_F, 0) in (None, ""):
            return None
        return self.parameterAsDouble(parameters, self.MAX_F, context)

    def _grouping(self, parameters, context, feedback, network):
        from ..analysis.virtual.agglomeration import by_dominant_tie
        from ..analysis.virtual.communities import by_community

        if self.parameterAsEnumString(parameters, self.METHOD, context) == METHODS[0]:
            return by_dominant_tie(network, self._max_f(parameters, context))
        resolution = self.parameterAsDouble(parameters, self.RESOLUTION, context)
        return by_community(network, resolution, feedback.isCanceled)

    def _modularity(self, parameters, context, network, clusters):
        import numpy as np

        from ..analysis.virtual.communities import modularity

        alone = len(clusters) + np.arange(len(network))
        label = np.where(clusters.cluster >= 0, clusters.cluster, alone)
        return modularity(network, label, self.parameterAsDouble(parameters, self.RESOLUTION, context))

    def _write(self, parameters, context, feedback, network, clusters, blocks, columns, figures):
        from ..analysis.frames import Table
        from ..analysis.virtual.clusters import spokes
        from ..layers.feedback import stop_if_cancelled
        from ..layers.virtual.virtual_clusters import rows_out, write_blocks
        from ..layers.writing.columns import Layer, Sheet, write_layers
        from ..layers.writing.destinations import is_wanted

        rows, source = None, self.source(parameters, self.ROWS, context)
        if source is not None and is_wanted(parameters, self.ROWS_OUT, context):
            rows = rows_out(source, blocks, network, columns, feedback)

        def lines():
            table, block, parent = spokes(network, clusters, blocks.x, blocks.y, blocks.planar)
            table["vc_span"] = figures.table["max_km"][clusters.cluster[block]]
            return Sheet(blocks.planar).lines(blocks, Table(table), block, parent)

        made = {self.SPOKES: lines, self.TABLE: lambda: Layer(figures.table)}
        stop_if_cancelled(feedback)
        identity = (
            "" if blocks.layer is None else self.blocks.identity(self, parameters, context, blocks.layer)
        )
        outputs = write_blocks((self, parameters, self.OUTPUT, context), blocks, columns, identity, feedback)
        outputs.update(write_layers(self, parameters, context, feedback, made))
        if rows is not None:
            outputs.update(rows((self, parameters, self.ROWS_OUT, context)))
        return outputs
