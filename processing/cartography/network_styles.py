"""How networks of membership look on the map: groups as stars at their cores, ringed where they bridge, ties by mode."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
)

from ..compat import is_null, symbol_property
from ..layers.reading.listening import layer_features
from .apart import Apart, place_of
from .labels import label_expression
from .renderers import use
from .symbols import marker
from .virtual_symbols import (
    LARGEST_MM,
    LEAST_MM,
    in_order,
    most_of,
    shown_of,
    size_at,
    size_by,
    thin_line,
    values_of,
)

_RING_MM = 1.6


def style_groups(layer, wanted):
    """Draw groups as stars by mode; their area grows with the members."""
    most, renderer = most_of(layer, "members"), _by_mode(layer, wanted, _star)
    bridging = layer.fields().lookupField("bridges") >= 0
    apart = Apart(_stars(layer, most, bridging))
    for index, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        size_by(symbol, '"members"', most)
        if bridging:
            _ring(symbol, category.symbol().color().name(), most)
        for part in symbol.symbolLayers() if apart.offsets else ():
            aside = QgsProperty.fromExpression(apart.offset("grp"))
            part.setDataDefinedProperty(symbol_property("Offset"), aside)
        renderer.updateCategorySymbol(index, symbol)
    if bridging and any(
        isinstance(value, (int, float)) and value > 0 for value in values_of(layer, "bridges")
    ):
        ringed = marker("circle", "255,255,255,0", "#4d4d4d", 3.6, 0.3)
        renderer.addCategory(QgsRendererCategory("bridges", ringed, wanted.words["bridges"]))
    for shown in shown_of(most, whole=True):
        grey = marker("star", "#ffffff", "#4d4d4d", size_at(shown, most), 0.2)
        label = wanted.words["members"].format(count=f"{shown:g}")
        renderer.addCategory(QgsRendererCategory(f"members: {shown:g}", grey, label))
    in_order(renderer, '"members"', False)
    use(layer, renderer)
    radius = f'({LEAST_MM} + {LARGEST_MM - LEAST_MM} * sqrt(max(0, "members") / {most!r})) / 2'
    label_expression(
        layer,
        '"grp"',
        ("grp",),
        distance=apart.distance(radius, "grp"),
        priority=f'10 * sqrt("members" / {most!r})',
        positions=apart.positions("grp"),
    )
    return True


def _stars(layer, most, bridging):
    """Return place and size of each group, that of the most members first."""
    found, ring = {}, _RING_MM if bridging else 0.0
    for row in layer_features(layer):
        members = row["members"] if isinstance(row["members"], (int, float)) else 0
        found[row["grp"]] = members, place_of(row), size_at(max(members, 0), most) + ring
    ranked = sorted(found.items(), key=lambda entry: (-entry[1][0], str(entry[0])))
    return {group: (place, size) for group, (_, place, size) in ranked}


def style_group_ties(layer, wanted):
    """Draw the ties of groups by mode."""
    use(layer, _by_mode(layer, wanted, lambda colour: thin_line(colour, 0.3, 0.6)))
    return True


def _ring(symbol, colour, most):
    """Put a ring around groups whose members belong to others as well."""
    ring = QgsSimpleMarkerSymbolLayer.create(
        {
            "name": "circle",
            "color": "255,255,255,0",
            "outline_color": colour,
            "outline_width": "0.3",
            "size": "0",
        }
    )
    size = f'if("bridges" > 0, {_RING_MM} + 1.2 + {LARGEST_MM - 1.2} * sqrt(max(0, "members") / {most!r}), 0)'
    ring.setDataDefinedProperty(symbol_property("Size"), QgsProperty.fromExpression(size))
    symbol.appendSymbolLayer(ring)


def _by_mode(layer, wanted, symbol_of):
    look, words = wanted.look, wanted.words
    there = layer.uniqueValues(layer.fields().lookupField("mode"))
    values = sorted(str(value) for value in there if not is_null(value) and value != "")
    free = [colour for key, colour in look.modes.items() if key and key not in values]
    categories = []
    for value in values:
        colour = look.modes.get(value) or (free.pop(0) if free else look.further)
        categories.append(QgsRendererCategory(value, symbol_of(colour), words.get(f"mode_{value}", value)))
    if len(there) > len(values):
        categories.append(QgsRendererCategory(None, symbol_of(look.modes[""]), words["mode_"]))
    return QgsCategorizedSymbolRenderer("mode", categories)


def _star(colour):
    return marker("star", colour, "#ffffff", 3.2, 0.2)
