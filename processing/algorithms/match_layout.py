"""Print layout of matched clusters: the algorithm `clusterbelt:matchlayout`."""

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputString,
    QgsProcessingParameterFileDestination,
)

from ..compat import no_threading, translate
from .base import ClusterBeltAlgorithm
from .parameters import values
from .parameters.language import Language
from .parameters.page import Layers, Page, Texts


class MatchLayout(ClusterBeltAlgorithm):
    """Makes a page with map, legend and table, adds it to the project and writes it as a file."""

    GROUP = "map"
    TABLE = "TABLE"
    CLASS = "CLASS"
    DPI = "DPI"
    OUTPUT = "OUTPUT"
    layers, texts, page, language = Layers(), Texts(), Page(), Language()

    def name(self):
        return "matchlayout"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Print layout of matches")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Lays out a page with map, legend with counts, table by class, scale bar, north arrow and "
            "source, as PDF, PNG or SVG.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "layout,print,map,atlas,pdf,legend,figure,专题图,制图,打印布局,审图号,南海诸岛"
        ).split(",")

    def flags(self):
        return no_threading(super().flags())

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.layers.add(self)
        self._add_table()
        self.texts.add(self)
        self.page.add(self, self.layers.INPUT)
        self.add_number(
            self.DPI,
            translate("ClusterBelt", "Resolution"),
            translate("ClusterBelt", "In dots per inch."),
            default=300,
            least=30,
            most=1200,
            advanced=True,
        )
        self.language.add(self, translate("ClusterBelt", "Language of the page"))
        self._add_outputs()

    def compute(self, parameters, context, feedback):
        from ..cartography.page.layout import build_layout

        given = self, parameters, context, feedback
        clusters = self._clusters(parameters, context)
        form, language = self.page.load(*given, clusters), self.language.load(*given)
        rows = self._rows(parameters, context, clusters)
        layers = self.layers.load(*given, language=language)
        file = self._file(parameters, context)
        _refuse_unkept(layers, file)
        _warn_of_one_symbol(layers, clusters, feedback)
        layout = build_layout(
            layers,
            self.texts.load(*given),
            form,
            table=rows,
            language=language,
            warn=feedback.pushWarning,
        )
        pages = layout.atlas().updateFeatures() if form.atlas else 1
        name = layout.name()
        files = self._write(parameters, context, feedback, layout, file)
        _keep(layers, layout, name, feedback)
        return {self.OUTPUT: files[0] if files else None, "LAYOUT": name, "PAGES": pages}

    def _clusters(self, parameters, context):
        from ..cartography.styling import check_matched

        clusters = self.layer(parameters, self.layers.INPUT, context)
        wrong = check_matched(clusters)
        if wrong:
            raise QgsProcessingException(wrong)
        return clusters

    def _write(self, parameters, context, feedback, layout, staged):
        """Write the file, if any; returns what was written."""
        from ..cartography.page.exporting import ExportError, export
        from ..layers.feedback import stop_if_cancelled

        if staged is None:
            return []
        stop_if_cancelled(feedback)
        try:
            files = export(layout, staged.path, self.parameterAsInt(parameters, self.DPI, context), feedback)
        except ExportError as error:
            stop_if_cancelled(feedback)
            raise QgsProcessingException(str(error).replace(staged.path, staged.given)) from None
        # An atlas ends at the page at which it was cancelled.
        stop_if_cancelled(feedback)
        files = [staged.written(str(file))[1] for file in files]
        for file in files:
            feedback.pushInfo(translate("ClusterBelt", "Written: {file}").format(file=file))
        return files

    def _add_table(self):
        self.add_source(
            self.TABLE,
            translate("ClusterBelt", "Table by class"),
            translate("ClusterBelt", "The output of “Summary of matches by class”."),
            optional=True,
            advanced=True,
        )
        self.add_field(
            self.CLASS,
            translate("ClusterBelt", "Class field"),
            self.layers.INPUT,
            translate("ClusterBelt", "If no table is given, the clusters are counted by this field."),
            optional=True,
        )

    def _add_outputs(self):
        file = QgsProcessingParameterFileDestination(
            self.OUTPUT,
            translate("ClusterBelt", "File"),
            "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)",
            None,
            True,
            False,
        )
        self.add(
            file,
            translate(
                "ClusterBelt",
                "A .pdf, .png or .svg file. An atlas gives one PDF with all pages, or one PNG or SVG per "
                "page. If the layers belong to the project, the layout is kept there as well.",
            ),
        )
        self.addOutput(QgsProcessingOutputString("LAYOUT", translate("ClusterBelt", "Name of the layout")))
        self.add_numbers(("PAGES", translate("ClusterBelt", "Number of pages")))

    def _rows(self, parameters, context, clusters):
        """Return the rows of the table by class; [] where none was asked for."""
        from ..cartography.page.table import is_summary, rows_of_clusters, rows_of_source

        source = self.source(parameters, self.TABLE, context)
        if source is not None:
            if not is_summary(source):
                raise QgsProcessingException(
                    translate(
                        "ClusterBelt", "Layer “{layer}” is not an output of “Summary of matches by class”."
                    ).format(layer=source.sourceName())
                )
            return rows_of_source(source)
        field = self.field(parameters, self.CLASS, context, clusters)
        return rows_of_clusters(clusters, field) if field else []

    def _file(self, parameters, context):
        """Return the file to write, None for none."""
        if values.is_empty(parameters, self.OUTPUT):
            return None
        return self.file_output(parameters, self.OUTPUT, context)


def _refuse_unkept(layers, file):
    """Raise where the layout would be neither written nor kept."""
    if not layers.lasting and file is None:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "The layers are not in the project, so the layout cannot be kept there: set OUTPUT to a "
                "file, or add the layers to the project.",
            )
        )


def _warn_of_one_symbol(layers, clusters, feedback):
    if layers.clusters.renderer().type() == "singleSymbol":
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has a single symbol, so the page does not show the statuses: run “Style "
                "matched clusters” first.",
            ).format(layer=clusters.name())
        )


def _keep(layers, layout, name, feedback):
    """Add the layout to the project of the user, where its layers are of it."""
    if layers.lasting:
        layers.project.layoutManager().addLayout(layout)
        feedback.pushInfo(translate("ClusterBelt", "Layout in the project: {name}").format(name=name))
    else:
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "The layers are not in the project, so the layout was written to the file only.",
            )
        )
