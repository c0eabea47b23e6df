"""The style of a layer as the text of a style file."""

import re

_TAG = re.compile(r'<([\w-]+)((?: [\w:-]+="[^"]*")+)')
_ATTRIBUTE = re.compile(r'[\w:-]+="[^"]*"')
_KEY = re.compile(r"\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}")


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
    return without_chance(document.toString(1))


def without_chance(text):
    """Return the XML of a style with its attributes in order, and its keys numbered: QGIS writes both by chance."""
    ordered = _TAG.sub(lambda tag: " ".join((f"<{tag[1]}", *sorted(_ATTRIBUTE.findall(tag[2])))), text)
    keys = {}
    return _KEY.sub(
        lambda key: f"{{00000000-0000-0000-0000-{keys.setdefault(key[0], len(keys) + 1):012}}}", ordered
    )
