"""Print layout of matched clusters: the algorithm `clusterbelt:matchlayout`."""

from qgis.core import QgsProcessingException

from ..compat import translate
from .parameters.layout_parameters import LayoutParameters


class MatchLayout(LayoutParameters):
    """Makes a page with map, legend and table, adds it to the project and writes it as a file."""

    def name(self):
        return "matchlayout"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Print layout of matches")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "A page with map, legend with counts, table by class, scale bar, north arrow and source; PDF, PNG or SVG.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "layout,print,map,atlas,pdf,legend,figure,专题图,制图,打印布局,审图号,南海诸岛"
        ).split(",")

    def group(self):
        return translate("ClusterBelt", "Map")

    def groupId(self):  # noqa: N802
        return "map"

    def compute(self, parameters, context, feedback):
        from ..cartography.page.exporting import ExportError, export
        from ..cartography.page.layers import gather
        from ..cartography.page.layout import build_layout
        from ..cartography.styling import check_matched

        language = self.parameterAsEnumString(parameters, self.LANGUAGE, context)
        language = None if language == "user" else language
        clusters = self.layer(parameters, self.INPUT, context)
        wrong = check_matched(clusters)
        if wrong:
            raise QgsProcessingException(wrong)
        atlas = self.field(parameters, self.ATLAS, context, clusters)
        rows = self._rows(parameters, context, clusters)
        crs = self.crs(parameters, self.MAP_CRS, context)
        layers = gather(
            context.project(),
            clusters,
            *(self.layer(parameters, name, context) for name in (self.BELTS, self.ELLIPSES, self.CENTERS)),
            self.parameterAsLayerList(parameters, self.BASE, context),
            language,
        )
        if layers.clusters.renderer().type() == "singleSymbol":
            feedback.pushWarning(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” has one symbol for all, so the page does not show the statuses: run “Style matched "
                    "clusters” first.",
                ).format(layer=clusters.name())
            )
        path = self._path(parameters, context)
        if not layers.lasting and not path:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "The layers are not in the project, so the layout cannot be kept there: give OUTPUT a file, or add "
                    "the layers to the project.",
                )
            )
        layout = build_layout(
            layers.project,
            layers.clusters,
            layers.belts,
            layers.ellipses,
            layers.centers,
            **{key.lower(): self._text(parameters, key, context) for key in ("TITLE", "SUBTITLE", "SOURCE")},
            review_no=self._text(parameters, self.REVIEW_NO, context),
            name=self._text(parameters, self.NAME, context) or None,
            crs=crs if crs is not None and crs.isValid() else None,
            base_layers=layers.base,
            paper=self.parameterAsEnumString(parameters, self.PAPER, context),
            orientation=self.parameterAsEnumString(parameters, self.ORIENTATION, context),
            inset=self.parameterAsBool(parameters, self.INSET_SCS, context),
            table=rows,
            atlas=atlas,
            language=language,
            warn=feedback.pushWarning,
        )
        pages = layout.atlas().updateFeatures() if atlas else 1
        name = layout.name()
        try:
            files = (
                export(layout, path, self.parameterAsInt(parameters, self.DPI, context), feedback)
                if path
                else []
            )
        except ExportError as error:
            raise QgsProcessingException(str(error)) from None
        for file in files:
            feedback.pushInfo(translate("ClusterBelt", "Written: {file}").format(file=file))
        if layers.lasting:
            layers.project.layoutManager().addLayout(layout)
            feedback.pushInfo(translate("ClusterBelt", "Layout in the project: {name}").format(name=name))
        else:
            feedback.pushInfo(
                translate("ClusterBelt", "The layers are not in the project: the layout was written only.")
            )
        return {self.OUTPUT: str(files[0]) if files else None, "LAYOUT": name, "PAGES": pages}

    def _rows(self, parameters, context, clusters):
        """Return the rows of the table by class; [] where none was asked for."""
        from ..cartography.page.table import is_summary, rows_of_clusters, rows_of_layer

        source = self.source(parameters, self.TABLE, context)
        if source is not None:
            if not is_summary(source):
                raise QgsProcessingException(
                    translate(
                        "ClusterBelt", "Layer “{layer}” is no output of “Summary of matches by class”."
                    ).format(layer=source.sourceName())
                )
            return rows_of_layer(source)
        field = self.field(parameters, self.CLASS, context, clusters)
        return rows_of_clusters(clusters, field) if field else []

    def _path(self, parameters, context):
        """Return the file to write, '' for none."""
        if parameters.get(self.OUTPUT) in (None, ""):
            return ""
        return self.parameterAsFileOutput(parameters, self.OUTPUT, context)

    def _text(self, parameters, name, context):
        return (self.parameterAsString(parameters, name, context) or "").strip()
