"""The style of a layer as the text of a style file."""


def style_of(layer, diagrams=False):
    """Return the style of a layer as XML: its symbology, its diagrams, and nothing that names the layer."""
    from qgis.core import QgsMapLayer
    from qgis.PyQt.QtXml import QDomDocument

    document = QDomDocument()
    kinds = QgsMapLayer.StyleCategory
    wanted = QgsMapLayer.StyleCategories(kinds.Symbology)
    if diagrams:
        wanted |= kinds.Diagrams
    layer.exportNamedStyle(document, categories=wanted)
    return document.toString(1)
