"""What a print layout shows, says and looks like."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
)

from ...compat import translate
from . import values

PAPERS = ("A4", "A3", "17cm", "8cm")
ORIENTATIONS = ("landscape", "portrait")


class Layers:
    """INPUT, ELLIPSES, CENTERS, BELTS and BASE: what is drawn."""

    INPUT = "INPUT"
    ELLIPSES = "ELLIPSES"
    CENTERS = "CENTERS"
    BELTS = "BELTS"
    BASE = "BASE"

    def add(self, algorithm):
        """Add the parameters."""
        ellipses = translate("ClusterBelt", "Output of “Weighted standard deviational ellipse”.")
        clusters = translate(
            "ClusterBelt",
            "The output of “Match clusters with belts”. Layers of the project are drawn as they are styled, "
            "files in the styles of Cluster Belt.",
        )
        belts = translate("ClusterBelt", "Belts with a place; a table is not drawn.")
        for name, description, help_text in (
            (self.INPUT, translate("ClusterBelt", "Matched clusters"), clusters),
            (self.ELLIPSES, translate("ClusterBelt", "Ellipses"), ellipses),
            (self.CENTERS, translate("ClusterBelt", "Mean centres"), ellipses),
            (self.BELTS, translate("ClusterBelt", "Belts"), belts),
        ):
            types = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            layer = QgsProcessingParameterVectorLayer(name, description, types, optional=name != self.INPUT)
            algorithm.add(layer, help_text)
        base = QgsProcessingParameterMultipleLayers(
            self.BASE,
            translate("ClusterBelt", "Base layers"),
            QgsProcessing.SourceType.TypeMapLayer,
            optional=True,
        )
        algorithm.add(
            base,
            translate(
                "ClusterBelt",
                "Layers of your own that lie beneath, whole and as they are styled. No boundary is drawn otherwise.",
            ),
        )

    def load(self, algorithm, parameters, context, feedback=None, *, language=None):
        """Return the `cartography.page.layers.PageLayers`."""
        from ...cartography.page.layers import gather

        names = self.INPUT, self.BELTS, self.ELLIPSES, self.CENTERS
        layers = (algorithm.layer(parameters, name, context) for name in names)
        base = algorithm.parameterAsLayerList(parameters, self.BASE, context)
        return gather(context.project(), *layers, base, language)


class Texts:
    """TITLE, SUBTITLE, SOURCE, REVIEW_NO and NAME: what is said."""

    TITLE = "TITLE"
    SUBTITLE = "SUBTITLE"
    SOURCE = "SOURCE"
    REVIEW_NO = "REVIEW_NO"
    NAME = "NAME"

    def add(self, algorithm):
        """Add the parameters."""
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
            algorithm.add_text(name, description, help_text, default="")

    def load(self, algorithm, parameters, context, feedback=None):
        """Return the `cartography.page.choices.PageTexts`."""
        from ...cartography.page.choices import PageTexts

        names = self.TITLE, self.SUBTITLE, self.SOURCE, self.REVIEW_NO, self.NAME
        return PageTexts(
            **{name.lower(): values.text(algorithm, parameters, name, context) for name in names}
        )


class Page:
    """PAPER, ORIENTATION, MAP_CRS, INSET_SCS and ATLAS: what it looks like."""

    PAPER = "PAPER"
    ORIENTATION = "ORIENTATION"
    MAP_CRS = "MAP_CRS"
    INSET_SCS = "INSET_SCS"
    ATLAS = "ATLAS"

    def add(self, algorithm, clusters):
        """Add the parameters; `clusters` names the source that has the field of the atlas."""
        algorithm.add_choice(
            self.PAPER,
            translate("ClusterBelt", "Paper"),
            PAPERS,
            PAPERS[0],
            translate(
                "ClusterBelt",
                "17cm and 8cm are figures as wide as the page or the column of a journal, with smaller symbols.",
            ),
        )
        algorithm.add_choice(
            self.ORIENTATION,
            translate("ClusterBelt", "Orientation"),
            ORIENTATIONS,
            ORIENTATIONS[0],
            translate(
                "ClusterBelt",
                "landscape: legend and table beside the map; portrait: beneath it, as always on 8cm.",
            ),
        )
        algorithm.add_crs(
            self.MAP_CRS,
            translate("ClusterBelt", "Projection of the map"),
            translate(
                "ClusterBelt",
                "Default: Albers (25° N, 47° N, 105° E) where all data lie in China, else that of the project.",
            ),
        )
        algorithm.add_flag(
            self.INSET_SCS,
            translate("ClusterBelt", "Inset of the South China Sea Islands"),
            False,
            translate(
                "ClusterBelt",
                "A frame from 105.5° to 122.5° E and 2.5° to 24.5° N beside the map, at a scale of its own. It shows "
                "your layers and no boundary.",
            ),
        )
        algorithm.add_field(
            self.ATLAS,
            translate("ClusterBelt", "Field of the atlas"),
            clusters,
            translate(
                "ClusterBelt",
                "A page for each value, such as class or province, with the rows of that value only.",
            ),
            optional=True,
        )

    def load(self, algorithm, parameters, context, feedback, clusters):
        """Return the `cartography.page.choices.PageForm`; `clusters` is the layer of the atlas."""
        from ...cartography.page.choices import PageForm

        crs = values.crs(algorithm, parameters, self.MAP_CRS, context)
        return PageForm(
            paper=algorithm.parameterAsEnumString(parameters, self.PAPER, context),
            orientation=algorithm.parameterAsEnumString(parameters, self.ORIENTATION, context),
            inset=algorithm.parameterAsBool(parameters, self.INSET_SCS, context),
            crs=crs if crs is not None and crs.isValid() else None,
            atlas=algorithm.field(parameters, self.ATLAS, context, clusters),
        )
