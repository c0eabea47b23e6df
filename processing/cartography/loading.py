"""Styles and aliases of outputs at the moment when QGIS loads them into a project."""

from collections import deque

from qgis.core import QgsProcessingLayerPostProcessorInterface

from . import styling
from .aliases import name_fields
from .class_field import class_field_of

_STYLERS = {
    "clusters": styling.style_matches,
    "belts": styling.style_belts,
    "ellipses": lambda layer: styling.style_ellipses(layer, class_field_of(layer)),
    "centers": lambda layer: styling.style_centers(layer, class_field_of(layer)),
    "axes": lambda layer: styling.style_axes(layer, class_field_of(layer)),
    "table": lambda layer: None,
}
# QGIS keeps no reference to a post-processor: without this one Python would drop it before it is called.
_HELD = deque(maxlen=64)


class _Styler(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, kind):
        super().__init__()
        self._kind = kind

    def postProcessLayer(self, layer, context, feedback):  # noqa: N802
        name_fields(layer)
        _STYLERS[self._kind](layer)
        layer.triggerRepaint()


def style_when_loaded(context, destination, kind):
    """Have an output styled when it is loaded; does nothing where it will not be.

    Parameters
    ----------
    context : QgsProcessingContext
    destination : str or None
        As the sink gave it.
    kind : {'clusters', 'belts', 'ellipses', 'centers', 'axes', 'table'}
    """
    if destination and context.willLoadLayerOnCompletion(destination):
        styler = _Styler(kind)
        _HELD.append(styler)
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(styler)
