"""Show a part of a layer: on the map only, or as a filter of the layer; both are taken back completely."""

from qgis.core import QgsFeatureRenderer, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ..renderers import set_renderer
from .styles import filtered

# What the layer was like before; kept with the layer, so that a saved project can be taken back, too.
_RENDERER = "clusterbelt/renderer"
_SUBSET = "clusterbelt/subset"


def hide_rest(layer, expression):
    """Draw only the rows for which the expression is true; tables and counts keep all."""
    show_rest(layer)
    if not layer.isSpatial() or layer.renderer() is None:
        return
    document = QDomDocument()
    document.appendChild(layer.renderer().save(document, QgsReadWriteContext()))
    layer.setCustomProperty(_RENDERER, document.toString())
    set_renderer(layer, filtered(f"({expression})")(layer.renderer().clone()))
    layer.triggerRepaint()


def show_rest(layer):
    """Take `hide_rest` back."""
    saved = layer.customProperty(_RENDERER, "")
    if not saved:
        return
    document = QDomDocument()
    document.setContent(saved)
    layer.removeCustomProperty(_RENDERER)
    set_renderer(layer, QgsFeatureRenderer.load(document.documentElement(), QgsReadWriteContext()))
    layer.triggerRepaint()


def is_partly_hidden(layer):
    """Tell whether `hide_rest` is in force."""
    return bool(layer.customProperty(_RENDERER, ""))


def set_filter(layer, expression):
    """Filter the layer, within the filter that it had.

    Returns
    -------
    bool
        False where the layer takes no filter: while it is edited, or from some sources.
    """
    before = (layer.customProperty(_SUBSET) or "") if is_filtered(layer) else layer.subsetString()
    wanted = f"({before}) AND ({expression})" if before else expression
    if layer.isEditable() or not layer.dataProvider().supportsSubsetString():
        return False
    if not layer.setSubsetString(wanted):
        return False
    layer.setCustomProperty(_SUBSET, before)
    return True


def clear_filter(layer):
    """Take `set_filter` back; returns False where the layer is being edited."""
    if not is_filtered(layer):
        return True
    if layer.isEditable() or not layer.setSubsetString(layer.customProperty(_SUBSET) or ""):
        return False
    layer.removeCustomProperty(_SUBSET)
    return True


def is_filtered(layer):
    """Tell whether `set_filter` is in force."""
    # Projects of newer versions give nothing for an empty text: the key tells.
    return _SUBSET in layer.customPropertyKeys()
