"""Renderers of layers, handed over so that Python keeps nothing of what QGIS may delete."""

from qgis.PyQt import sip


def set_renderer(layer, renderer):
    """Give a layer its renderer, which must not be used afterwards.

    PyQGIS keeps what it has handed over for as long as the layer is known to Python, also when QGIS has long
    deleted it for the next renderer. A new one in the same place of memory would then be taken for the old one,
    with its class: a categorized renderer without categories.
    """
    layer.setRenderer(renderer)
    sip.transferto(renderer, None)


def use(layer, renderer):
    """Give a layer its renderer and have the map and the legend say so."""
    set_renderer(layer, renderer)
    layer.emitStyleChanged()
    layer.triggerRepaint()
