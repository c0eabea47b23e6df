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
        ellipses = translate("ClusterBelt", "The output of “Weighted standard deviational ellipse”.")
        clusters = translate(
            "ClusterBelt",
            "The output of “Match clusters with belts”. Layers of the project keep their style; files are "
            "drawn in the styles of Cluster Belt.",
        )
        belts = translate("ClusterBelt", "Belts with geometry; a table is not drawn.")
        for name, description, help_text in (
            (self.INPUT, translate("ClusterBelt", "Matched clusters"), clusters),
            (self.ELLIPSES, translate("ClusterBelt", "Ellipses"), ellipses),
            (self.CENTERS, translate("ClusterBelt", "Mean centres"), ellipses),
            (self.BELTS, translate("ClusterBelt", "Belts"), belts),
        ):
            types = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
            layer = QgsProcessingParameterVectorLayer(name, description, types, optional=name != self.INPUT)
            algorithm.add(layer, help_text, advanced=name == self.CENTERS)
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
                "Your own layers, drawn beneath, unclipped and in their own style. Cluster Belt itself "
                "draws no boundaries.",
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
                translate("ClusterBelt", "Default: no title."),
            ),
            (
                self.SUBTITLE,
                translate("ClusterBelt", "Subtitle"),
                translate("ClusterBelt", "Default: no subtitle. An atlas adds the value of the page."),
            ),
            (
                self.SOURCE,
                translate("ClusterBelt", "Source"),
                translate("ClusterBelt", "Source of the data; printed beneath the map."),
            ),
            (
                self.REVIEW_NO,
                translate("ClusterBelt", "Map approval number"),
                translate(
                    "ClusterBelt",
                    "Approval number of the base map (审图号). With base layers, a note states that their "
                    "boundaries were not altered.",
                ),
            ),
            (
                self.NAME,
                translate("ClusterBelt", "Name of the layout"),
                translate(
                    "ClusterBelt",
                    "Default: the title. If the project already has a layout of this name, a number is "
                    "added.",
                ),
            ),
        ):
            algorithm.add_text(
                name, description, help_text, default="", advanced=name not in (self.TITLE, self.SOURCE)
            )

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
                "17cm and 8cm are figures as wide as a page or a column of a journal, with smaller symbols.",
            ),
            advanced=True,
        )
        algorithm.add_choice(
            self.ORIENTATION,
            translate("ClusterBelt", "Orientation"),
            ORIENTATIONS,
            ORIENTATIONS[0],
            translate(
                "ClusterBelt",
                "landscape: legend and table beside the map. portrait: beneath it, as always for 8cm.",
            ),
            advanced=True,
        )
        algorithm.add_crs(
            self.MAP_CRS,
            translate("ClusterBelt", "Projection of the map"),
            translate(
                "ClusterBelt",
                "Default: Albers equal-area (25° N, 47° N, 105° E) if all data lie in China, otherwise "
                "that of the project.",
            ),
            advanced=True,
        )
        algorithm.add_flag(
            self.INSET_SCS,
            translate("ClusterBelt", "Inset of the South China Sea Islands"),
            False,
            translate(
                "ClusterBelt",
                "A frame from 105.5° to 122.5° E and 2.5° to 24.5° N at its own scale. It shows your "
                "layers and draws no boundaries.",
            ),
            advanced=True,
        )
        algorithm.add_field(
            self.ATLAS,
            translate("ClusterBelt", "Atlas field"),
            clusters,
            translate(
                "ClusterBelt",
                "One page per value, for example of class or province, with only the rows that have this "
                "value.",
            ),
            optional=True,
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback, clusters):
        """Return the `cartography.page.choices.PageForm`; `clusters` is the layer of the atlas."""
        from ...cartography.page.choices import PageForm

        return PageForm(
            paper=algorithm.parameterAsEnumString(parameters, self.PAPER, context),
            orientation=algorithm.parameterAsEnumString(parameters, self.ORIENTATION, context),
            inset=algorithm.parameterAsBool(parameters, self.INSET_SCS, context),
            crs=values.map_crs(algorithm, parameters, self.MAP_CRS, context),
            atlas=algorithm.field(parameters, self.ATLAS, context, clusters),
        )
