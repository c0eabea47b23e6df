"""The parameters of the print layout: layers, texts, page."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ...compat import no_threading, translate
from ..base import ClusterBeltAlgorithm

PAPERS = ("A4", "A3", "17cm", "8cm")
ORIENTATIONS = ("landscape", "portrait")
LANGUAGES = ("user", "en", "zh")


class LayoutParameters(ClusterBeltAlgorithm):
    """What `matchlayout` asks for and gives."""

    INPUT = "INPUT"
    ELLIPSES = "ELLIPSES"
    BELTS = "BELTS"
    CENTERS = "CENTERS"
    BASE = "BASE"
    TABLE = "TABLE"
    CLASS = "CLASS"
    TITLE = "TITLE"
    SUBTITLE = "SUBTITLE"
    SOURCE = "SOURCE"
    REVIEW_NO = "REVIEW_NO"
    PAPER = "PAPER"
    ORIENTATION = "ORIENTATION"
    MAP_CRS = "MAP_CRS"
    INSET_SCS = "INSET_SCS"
    ATLAS = "ATLAS"
    DPI = "DPI"
    LANGUAGE = "LANGUAGE"
    NAME = "NAME"
    OUTPUT = "OUTPUT"

    def flags(self):
        return no_threading(super().flags())

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self._add_layers()
        self._add_texts()
        self._add_page()
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                translate("ClusterBelt", "File"),
                "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)",
                None,
                True,
                False,
            ),
            translate(
                "ClusterBelt",
                "A file .pdf, .png or .svg. An atlas gives one PDF with all pages, or a PNG or SVG a page. The layout "
                "stays in the project as well, if its layers are of the project.",
            ),
        )
        self.addOutput(QgsProcessingOutputString("LAYOUT", translate("ClusterBelt", "Name of the layout")))
        self.add_numbers(("PAGES", translate("ClusterBelt", "Number of pages")))

    def _add_layers(self):
        for name, description, help_text in (
            (
                self.INPUT,
                translate("ClusterBelt", "Matched clusters"),
                translate(
                    "ClusterBelt",
                    "The output of “Match clusters with belts”. Layers of the project are drawn as they are styled, "
                    "files in the styles of Cluster Belt.",
                ),
            ),
            (
                self.ELLIPSES,
                translate("ClusterBelt", "Ellipses"),
                translate("ClusterBelt", "Output of “Weighted standard deviational ellipse”."),
            ),
            (
                self.CENTERS,
                translate("ClusterBelt", "Mean centres"),
                translate("ClusterBelt", "Output of “Weighted standard deviational ellipse”."),
            ),
            (
                self.BELTS,
                translate("ClusterBelt", "Belts"),
                translate("ClusterBelt", "Belts with a place; a table is not drawn."),
            ),
        ):
            types = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            optional = name != self.INPUT
            self.add(
                QgsProcessingParameterVectorLayer(name, description, types, optional=optional), help_text
            )
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.BASE,
                translate("ClusterBelt", "Base layers"),
                QgsProcessing.SourceType.TypeMapLayer,
                optional=True,
            ),
            translate(
                "ClusterBelt",
                "Layers of your own that lie beneath, whole and as they are styled. No boundary is drawn otherwise.",
            ),
        )
        self.add_source(
            self.TABLE,
            translate("ClusterBelt", "Table by class"),
            translate("ClusterBelt", "Output of “Summary of matches by class”."),
            optional=True,
        )
        self.add_field(
            self.CLASS,
            translate("ClusterBelt", "Class field"),
            self.INPUT,
            translate("ClusterBelt", "Without a table: counts the clusters by this field for one."),
            optional=True,
        )

    def _add_texts(self):
        for name, description, help_text in (
            (
                self.TITLE,
                translate("ClusterBelt", "Title"),
                translate("ClusterBelt", "None when empty."),
            ),
            (
                self.SUBTITLE,
                translate("ClusterBelt", "Subtitle"),
                translate("ClusterBelt", "None when empty; an atlas adds the value of the page."),
            ),
            (
                self.SOURCE,
                translate("ClusterBelt", "Source"),
                translate("ClusterBelt", "Where the data are from; printed beneath the map."),
            ),
            (
                self.REVIEW_NO,
                translate("ClusterBelt", "Map approval number"),
                translate(
                    "ClusterBelt",
                    "Number of the approved base map (审图号); with base layers a note says that they were not altered.",
                ),
            ),
            (
                self.NAME,
                translate("ClusterBelt", "Name of the layout"),
                translate(
                    "ClusterBelt",
                    "Default: the title. If the project has a layout of this name, the new one gets a number.",
                ),
            ),
        ):
            self.add(QgsProcessingParameterString(name, description, "", optional=True), help_text)

    def _add_page(self):
        self.add_choice(
            self.PAPER,
            translate("ClusterBelt", "Paper"),
            PAPERS,
            PAPERS[0],
            translate(
                "ClusterBelt",
                "17cm and 8cm are figures as wide as the page or the column of a journal, with smaller symbols.",
            ),
        )
        self.add_choice(
            self.ORIENTATION,
            translate("ClusterBelt", "Orientation"),
            ORIENTATIONS,
            ORIENTATIONS[0],
            translate(
                "ClusterBelt",
                "landscape: legend and table beside the map; portrait: beneath it, as always on 8cm.",
            ),
        )
        self.add(
            QgsProcessingParameterCrs(
                self.MAP_CRS, translate("ClusterBelt", "Projection of the map"), optional=True
            ),
            translate(
                "ClusterBelt",
                "Default: Albers (25° N, 47° N, 105° E) where all data lie in China, else that of the project.",
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(
                self.INSET_SCS, translate("ClusterBelt", "Inset of the South China Sea Islands"), False
            ),
            translate(
                "ClusterBelt",
                "A frame from 105.5° to 122.5° E and 2.5° to 24.5° N beside the map, at a scale of its own. It shows "
                "your layers and no boundary.",
            ),
        )
        self.add_field(
            self.ATLAS,
            translate("ClusterBelt", "Field of the atlas"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "A page for each value, such as class or province, with the rows of that value only.",
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.DPI, translate("ClusterBelt", "Resolution"), defaultValue=300, minValue=30, maxValue=1200
            ),
            translate("ClusterBelt", "Dots per inch of the file."),
        )
        self.add_choice(
            self.LANGUAGE,
            translate("ClusterBelt", "Language of the page"),
            LANGUAGES,
            LANGUAGES[0],
            translate("ClusterBelt", "user: that of QGIS."),
        )
