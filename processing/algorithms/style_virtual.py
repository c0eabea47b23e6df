"""Style the outputs of the virtual clusters: the algorithm `clusterbelt:stylevirtual`."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterMultipleLayers,
)

from ..compat import no_threading, translate
from .base import ClusterBeltAlgorithm
from .parameters.language import Language
from .parameters.look import Look, warn_if_lost
from .parameters.values import decimal


class StyleVirtual(ClusterBeltAlgorithm):
    """Gives layers of links, blocks, gaps, coupling and networks their styles."""

    GROUP = "map"
    LAYERS = "LAYERS"
    MIN_SPAN = "MIN_SPAN"
    OUTPUT = "OUTPUT"
    look, language = Look(), Language()

    def name(self):
        return "stylevirtual"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Style virtual clusters")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Styles chain links as tapered curves, blocks by virtual cluster, gaps as pies, coupling in four "
            "colours and networks by mode.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "style,symbology,legend,flow map,links,virtual,greyscale,样式,图例,流向图,灰度"
        ).split(",")

    def flags(self):
        return no_threading(super().flags())

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS,
                translate("ClusterBelt", "Layers"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            translate(
                "ClusterBelt",
                "Outputs of the algorithms for virtual clusters; each is recognised by its fields. Of the links, "
                "those that make up half of the flow are in colour, the next up to 80 % are pale; the legend shows the "
                "rest.",
            ),
        )
        self.look.add(self)
        self.add_number(
            self.MIN_SPAN,
            translate("ClusterBelt", "Minimum span, km"),
            translate(
                "ClusterBelt",
                "Only clusters whose links reach at least so far get a colour and a name, the strongest first: that "
                "is how a small cluster that reaches far comes to light. Default: all.",
            ),
            least=0,
            decimals=True,
        )
        self.language.add(self, translate("ClusterBelt", "Language of the legend"))
        self.addOutput(
            QgsProcessingOutputMultipleLayers(self.OUTPUT, translate("ClusterBelt", "Styled layers"))
        )
        self.add_numbers(("STYLED", translate("ClusterBelt", "Layers styled")))

    def compute(self, parameters, context, feedback):
        from ..cartography.palette import VIRTUAL_PALETTES
        from ..cartography.virtual_styles import style_virtual

        look = self.look.load(self, parameters, context, VIRTUAL_PALETTES)
        language = self.language.load(self, parameters, context)
        min_span = decimal(self, parameters, self.MIN_SPAN, context)
        styled = []
        for layer in self.parameterAsLayerList(parameters, self.LAYERS, context):
            if style_virtual(layer, look, language, min_span):
                styled.append(layer.id())
                warn_if_lost(layer, context, feedback)
            else:
                feedback.pushWarning(
                    translate(
                        "ClusterBelt",
                        "Layer “{layer}” is left as it is: it has no rows, or is not an output of the algorithms for "
                        "virtual clusters that has geometries.",
                    ).format(layer=layer.name())
                )
        if not styled:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "None of the layers can be styled. Choose outputs of “Chain links between cities”, “Virtual "
                    "clusters”, “Gaps in industrial chains”, “Real and virtual agglomeration” or “Networks of platforms, "
                    "standards, parks and alliances” that have geometries.",
                )
            )
        return {self.OUTPUT: styled, "STYLED": len(styled)}
