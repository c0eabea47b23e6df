"""How real and virtual agglomeration look on the map: four colours for the quadrants, and a ramp from real to virtual."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsGraduatedSymbolRenderer,
    QgsRendererCategory,
    QgsRendererRange,
)

from .labels import label_expression, short_name
from .renderers import use
from .symbols import marker
from .virtual_symbols import in_order, most_of, size_at, size_by, size_legend, values_of

_LARGEST_MM = 5.0
_WEIGHT = 'coalesce("off", 0) + coalesce("on", 0)'
# Upper bounds of the classes of tilt; within ±0.05 neither layer lags.
_TILTS = {
    "tilt_real": -0.5,
    "tilt_more_real": -0.05,
    "tilt_even": 0.05,
    "tilt_more_virtual": 0.5,
    "tilt_virtual": 1.0,
}


def style_coupling(layer, wanted):
    """Draw regions by quadrant, and keep the ramp of their tilt as a second style of the layer."""
    styles = layer.styleManager()
    _by_tilt(layer, wanted)
    first, second = wanted.words["style_class"], wanted.words["style_tilt"]
    for name in (first, second):
        if name in styles.styles() and name != styles.currentStyle():
            styles.removeStyle(name)
    if styles.currentStyle() != first:
        styles.renameStyle(styles.currentStyle(), first)
    styles.addStyleFromLayer(second)
    _by_class(layer, wanted)
    return True


def _by_class(layer, wanted):
    most, there = most_of(layer, "off", "on"), values_of(layer, "class")
    categories = [
        QgsRendererCategory(key, _circle(colour, most), wanted.words[f"coupling_{key}"])
        for key, colour in wanted.look.coupling.items()
        if key in there
    ]
    renderer = QgsCategorizedSymbolRenderer("class", categories)
    _show(
        layer,
        renderer,
        f"if(\"class\" = 'none', '', {short_name(layer, 'name', wanted.words['no_unit'])})",
        most,
        wanted,
    )


def _by_tilt(layer, wanted):
    most, ranges, low = most_of(layer, "off", "on"), [], -1.0
    for (key, high), colour in zip(_TILTS.items(), wanted.look.tilts):
        ranges.append(QgsRendererRange(low, high, _circle(colour, most), wanted.words[key]))
        low = high
    _show(
        layer,
        QgsGraduatedSymbolRenderer("tilt", ranges),
        short_name(layer, "name", wanted.words["no_unit"]),
        most,
        wanted,
    )


def _show(layer, renderer, label, most, wanted):
    grey = marker("circle", "#ffffff", "#4d4d4d", 2.4, 0.15)
    heading = wanted.words["size_coupling"]
    # QGIS explains the sizes of the one symbol that it takes all others from.
    size_by(grey, _WEIGHT, most, _LARGEST_MM)
    renderer.setSourceSymbol(grey)
    renderer.setDataDefinedSizeLegend(
        size_legend(grey, most, heading, lambda value: size_at(value, most, _LARGEST_MM))
    )
    in_order(renderer, _WEIGHT, False)
    use(layer, renderer)
    label_expression(layer, label, ("name",), priority=f"10 * sqrt(({_WEIGHT}) / {most!r})")


def _circle(colour, most):
    symbol = marker("circle", colour, "#4d4d4d", 2.4, 0.15)
    symbol.setOpacity(0.85)
    size_by(symbol, _WEIGHT, most, _LARGEST_MM)
    return symbol
