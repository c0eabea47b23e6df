"""Split shared clusters by city: the algorithm `clusterbelt:splitshared`."""

from qgis.core import QgsProcessing, QgsWkbTypes

from ..analysis.fields import table
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.country import Country
from .parameters.places import HELP_ON_PROVINCE


class SplitShared(ClusterBeltAlgorithm):
    """Writes a cluster that several cities share as one row per city, each with its part of the weight."""

    GROUP = "clusters"
    INPUT = "INPUT"
    ID = "ID"
    CITY = "CITY"
    PROVINCE = "PROVINCE"
    WEIGHT = "WEIGHT"
    OUTPUT = "OUTPUT"
    country = Country()

    def name(self):
        return "splitshared"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Split shared clusters by city")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Splits clusters shared by N cities into one row per city, each with 1/N of the weight.",
        )

    def tags(self):
        return translate("ClusterBelt", "explode,shared,cluster,city,weight,集群,拆分").split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Clusters"),
            translate(
                "ClusterBelt",
                "A table or layer of clusters. The output of this algorithm or of “Match clusters with "
                "belts” is recognised by its fields and not split again.",
            ),
        )
        self.add_field(
            self.ID,
            translate("ClusterBelt", "Id field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "Id of the cluster. Rows with the same id in different cities are one shared cluster; the "
                "same id twice in one city is an error. Default: the feature id.",
            ),
            optional=True,
        )
        self.add_field(
            self.CITY,
            translate("ClusterBelt", "City field"),
            self.INPUT,
            translate("ClusterBelt", "One city, or several separated by 、 , ， ; ； | or /."),
        )
        self.add_field(
            self.PROVINCE,
            translate("ClusterBelt", "Province field"),
            self.INPUT,
            translate("ClusterBelt", HELP_ON_PROVINCE),
            optional=True,
        )
        self.add_field(
            self.WEIGHT,
            translate("ClusterBelt", "Weight field"),
            self.INPUT,
            translate("ClusterBelt", "Weight of the whole cluster; its rows get equal parts. Default: 1."),
            optional=True,
        )
        self.country.add(self)
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate(
                "ClusterBelt",
                "One row per cluster and city. Rows of shared clusters and rows without geometry are "
                "placed at their city; the others keep their own location (polygons become a point on "
                "their surface).",
            ),
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows")),
            ("CLUSTERS", translate("ClusterBelt", "Clusters")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.places import registry
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.city_ways import CityWay
        from ..layers.matching.clusters import (
            ClusterFields,
            city_columns,
            output_crs,
            read_clusters,
            row_geometry,
        )
        from ..layers.writing.copying import write_rows
        from ..layers.writing.sinks import fields_of

        source = self.source(parameters, self.INPUT, context)
        names = {"id": self.ID, "city": self.CITY, "province": self.PROVINCE, "weight": self.WEIGHT}
        fields = {key: self.field(parameters, name, context, source) for key, name in names.items()}
        gazetteer = registry.gazetteer(self.country.load(self, parameters, context))
        way = CityWay(context.transformContext(), gazetteer)
        rows = read_clusters(source, ClusterFields(**fields), way, feedback)
        stop_if_cancelled(feedback)
        outputs = write_rows(
            (self, parameters, self.OUTPUT, context),
            source,
            rows.fid,
            fields_of(table("split").fields),
            (rows.frame["source"].tolist(), city_columns(rows)),
            QgsWkbTypes.Type.Point,
            output_crs(source),
            row_geometry(rows, source, context.transformContext()),
            feedback,
        )
        return {**outputs, "ROWS": len(rows.frame), "CLUSTERS": rows.clusters}
