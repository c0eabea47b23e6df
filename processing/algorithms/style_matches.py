"""Style matched clusters: the algorithm `clusterbelt:stylematches`."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterVectorLayer,
)

from ..compat import no_threading, translate
from .base import ClusterBeltAlgorithm
from .parameters.language import Language
from .parameters.look import Look, warn_if_lost

CLASS_WAYS = ("outline", "symbol")


class StyleMatches(ClusterBeltAlgorithm):
    """Gives layers of the project the styles of Cluster Belt."""

    GROUP = "map"
    INPUT = "INPUT"
    BELTS = "BELTS"
    ELLIPSES = "ELLIPSES"
    CENTERS = "CENTERS"
    CLASS = "CLASS"
    CLASS_AS = "CLASS_AS"
    LABELS = "LABELS"
    OUTPUT = "OUTPUT"
    look, language = Look(), Language()

    def name(self):
        return "stylematches"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Style matched clusters")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt", "Styles clusters by status, belts as dots beneath them and ellipses by class."
        )

    def tags(self):
        return translate(
            "ClusterBelt", "style,symbology,legend,status,class,greyscale,labels,样式,图例,灰度"
        ).split(",")

    def flags(self):
        return no_threading(super().flags())

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self._add_layer(
            self.INPUT,
            translate("ClusterBelt", "Matched clusters"),
            translate(
                "ClusterBelt",
                "The output of “Match clusters with belts”. Points of the same city are arranged around it "
                "so that all are visible; the legend shows their number. From 2,000 rows on, a layer is added that draws "
                "each city as a pie, one for each class, and single clusters are shown when zoomed in.",
            ),
        )
        self._add_layer(
            self.BELTS,
            translate("ClusterBelt", "Belts"),
            translate("ClusterBelt", "Drawn as small dots."),
            optional=True,
        )
        self._add_layer(
            self.ELLIPSES,
            translate("ClusterBelt", "Ellipses"),
            translate(
                "ClusterBelt",
                "Styled by the class field if they have it, otherwise by the field by which they were "
                "grouped.",
            ),
            optional=True,
        )
        self._add_layer(
            self.CENTERS,
            translate("ClusterBelt", "Mean centres"),
            translate("ClusterBelt", "Drawn as crosses in the colours of the ellipses."),
            optional=True,
        )
        self.look.add(self)
        self.add_field(
            self.CLASS,
            translate("ClusterBelt", "Class field"),
            self.INPUT,
            translate(
                "ClusterBelt", "Shown in addition to the status. Default: the map shows the status only."
            ),
            optional=True,
        )
        self.add_choice(
            self.CLASS_AS,
            translate("ClusterBelt", "Class shown by"),
            CLASS_WAYS,
            CLASS_WAYS[0],
            translate(
                "ClusterBelt",
                "The fill colour shows the status.",
            ),
        )
        self.add_field(
            self.LABELS,
            translate("ClusterBelt", "Label field"),
            self.INPUT,
            translate("ClusterBelt", "Names beside the symbols; labels that would overlap are left out."),
            optional=True,
        )
        self.language.add(self, translate("ClusterBelt", "Language of the legend"))
        self.addOutput(
            QgsProcessingOutputVectorLayer(self.OUTPUT, translate("ClusterBelt", "Styled clusters"))
        )
        self.add_numbers(("STYLED", translate("ClusterBelt", "Layers styled")))

    def compute(self, parameters, context, feedback):
        from ..cartography import labels, palette, styling
        from ..cartography.class_field import class_field_of
        from ..cartography.counts import classes_in

        clusters, belts, ellipses, centers = (
            self.layer(parameters, name, context)
            for name in (self.INPUT, self.BELTS, self.ELLIPSES, self.CENTERS)
        )
        look = self.look.load(self, parameters, context, palette.PALETTES)
        class_field = self.field(parameters, self.CLASS, context, clusters)
        language = self.language.load(self, parameters, context)
        fields = [class_field_of(layer, class_field) if layer else "" for layer in (ellipses, centers)]
        among = {
            name
            for layer, field in zip((clusters, ellipses, centers), (class_field, *fields))
            for name in classes_in(layer, field)
        }
        styled = styling.style_matches(
            clusters,
            language=language,
            look=look,
            class_field=class_field,
            class_as=self.parameterAsEnumString(parameters, self.CLASS_AS, context),
            among=among,
        )
        if not styled:
            raise QgsProcessingException(styling.check_matched(clusters))
        pies = self._draw_pies(context, feedback, clusters, language, look, class_field, among)
        labels.label_layer(clusters, self.field(parameters, self.LABELS, context, clusters))
        count = 1 + pies
        if belts is not None:
            count += styling.style_belts(belts, look)
        if ellipses is not None:
            count += styling.style_ellipses(ellipses, fields[0], look=look, language=language, among=among)
        if centers is not None:
            count += styling.style_centers(centers, fields[1], look, language, among)
        warn_if_lost(clusters, context, feedback)
        return {self.OUTPUT: clusters.id(), "STYLED": count}

    def _draw_pies(self, context, feedback, clusters, language, look, class_field, among):
        """Draw the cities of very many clusters as pies; returns the number of layers that this adds."""
        from ..cartography import city_pies
        from ..cartography.counts import count_values

        project = context.project()
        if project is None or project.mapLayer(clusters.id()) is None:
            return 0
        if not city_pies.is_for_pies(clusters):
            city_pies.remove_pies(project, clusters)
            return 0
        counts = count_values(clusters, city_pies.STATUS_FIELD)
        made = city_pies.draw_pies(
            project, clusters, counts, language=language, look=look, class_field=class_field, among=among
        )
        if made is None:
            return 0
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "{rows} rows: their cities are drawn as pies (layer “{layer}”); single clusters are shown from "
                "1:{scale} on.",
            ).format(rows=clusters.featureCount(), layer=made.name(), scale=city_pies.SINGLE_SCALE)
        )
        return 1

    def _add_layer(self, name, description, help_text, optional=False):
        types = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
        self.add(QgsProcessingParameterVectorLayer(name, description, types, optional=optional), help_text)
