"""Styles and aliases of outputs at the moment when QGIS loads them into a project."""

from collections import deque

from qgis.core import QgsProcessingLayerPostProcessorInterface

from . import labels, styling
from .aliases import name_fields
from .class_field import class_field_of


def _by_class(style, label=None):
    """Style by the field that tells the class, and label."""

    def styler(layer):
        style(layer, class_field_of(layer))
        if label is not None:
            label(layer)

    return styler


_STYLERS = {
    "clusters": styling.style_matches,
    "belts": styling.style_belts,
    "ellipses": _by_class(styling.style_ellipses, labels.label_ellipses),
    "centers": _by_class(styling.style_centers, labels.label_ellipses),
    "axes": _by_class(styling.style_axes),
    "paths": _by_class(styling.style_paths, labels.label_paths),
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
    kind : {'clusters', 'belts', 'ellipses', 'centers', 'axes', 'paths', 'table'}
    """
    if destination and context.willLoadLayerOnCompletion(destination):
        styler = _Styler(kind)
        _HELD.append(styler)
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(styler)
