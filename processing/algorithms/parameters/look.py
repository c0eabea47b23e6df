"""How layers of the project are styled: in colour or in grey."""

from ...compat import translate

PALETTES = ("colour", "grey")


class Look:
    """PALETTE, 'colour' by default."""

    PALETTE = "PALETTE"

    def add(self, algorithm):
        """Add the parameter."""
        algorithm.add_choice(
            self.PALETTE,
            translate("ClusterBelt", "Palette"),
            PALETTES,
            PALETTES[0],
            translate(
                "ClusterBelt",
                "colour: safe for colour-blind readers. grey: for journals printed in black and white.",
            ),
        )

    def load(self, algorithm, parameters, context, palettes):
        """Return the one that was chosen of some palettes (`cartography.palette`) by key."""
        return palettes[algorithm.parameterAsEnumString(parameters, self.PALETTE, context)]


def warn_if_lost(layer, context, feedback):
    """Warn that the style of a layer outside the project is lost."""
    if context.project() is None or context.project().mapLayer(layer.id()) is None:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Layer “{layer}” is not in the project, so its style is lost when this run ends.",
            ).format(layer=layer.name())
        )
