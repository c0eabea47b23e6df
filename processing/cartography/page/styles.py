"""Styles that a layer has on one map of a page only: smaller, at their true place, or of one page of the atlas."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsMapLayerStyle,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
)

from ...compat import is_null
from ..class_signs import is_class_entry
from ..renderers import set_renderer
from ..styling import embeds


def style_with(layer, *changes):
    """Return the XML of the style of a layer after changes to its renderer; the layer stays as it is.

    Parameters
    ----------
    layer : QgsVectorLayer
    *changes : callable
        From a renderer, which may be changed, to a renderer.
    """
    before = layer.renderer().clone()
    renderer = before.clone()
    for change in changes:
        renderer = change(renderer)
    style = QgsMapLayerStyle()
    layer.blockSignals(True)
    try:
        set_renderer(layer, renderer)
        style.readFromLayer(layer)
    finally:
        set_renderer(layer, before)
        layer.blockSignals(False)
    return style.xmlData()


def in_place(renderer):
    """Draw each point where it is, even if others are there, too."""
    return renderer.embeddedRenderer().clone() if embeds(renderer) else renderer


def scaled(factor):
    """Return a change that makes symbols and lines larger or smaller."""

    def change(renderer):
        if embeds(renderer):
            renderer.setTolerance(renderer.tolerance() * factor)
            renderer.setEmbeddedRenderer(change(renderer.embeddedRenderer().clone()))
        elif isinstance(renderer, QgsCategorizedSymbolRenderer):
            for index, category in enumerate(renderer.categories()):
                renderer.updateCategorySymbol(index, _scaled_symbol(category.symbol(), factor))
        elif isinstance(renderer, QgsSingleSymbolRenderer):
            renderer.setSymbol(_scaled_symbol(renderer.symbol(), factor))
        return renderer

    return change


def filtered(condition):
    """Return a change that leaves out the rows for which an expression is not true."""

    def change(renderer):
        if embeds(renderer):
            renderer.setEmbeddedRenderer(change(renderer.embeddedRenderer().clone()))
            return renderer
        root = QgsRuleBasedRenderer.Rule(None)
        if isinstance(renderer, QgsCategorizedSymbolRenderer):
            for category in renderer.categories():
                if not is_class_entry(category.value()):
                    test = _test(renderer.classAttribute(), category.value())
                    _add_rule(root, category.symbol(), f"{test} AND {condition}", category.label())
        elif isinstance(renderer, QgsSingleSymbolRenderer):
            _add_rule(root, renderer.symbol(), condition, "")
        else:
            return renderer
        return QgsRuleBasedRenderer(root)

    return change


def _scaled_symbol(symbol, factor):
    copy = symbol.clone()
    if hasattr(copy, "setSize"):
        copy.setSize(copy.size() * factor)
    elif hasattr(copy, "setWidth"):
        copy.setWidth(copy.width() * factor)
    for layer in copy.symbolLayers():
        if hasattr(layer, "setStrokeWidth"):
            layer.setStrokeWidth(layer.strokeWidth() * factor)
    return copy


def _test(attribute, value):
    column = attribute if attribute.startswith('"') else QgsExpression.quotedColumnRef(attribute)
    return f"{column} IS NULL" if is_null(value) else f"{column} = {QgsExpression.quotedValue(value)}"


def _add_rule(root, symbol, expression, label):
    rule = QgsRuleBasedRenderer.Rule(symbol.clone())
    rule.setFilterExpression(expression)
    rule.setLabel(label)
    root.appendChild(rule)
