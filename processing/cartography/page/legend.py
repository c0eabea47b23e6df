"""The legend of a page: only what is on the map, with counts, clusters first."""

from dataclasses import dataclass

from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
)
from qgis.PyQt.QtGui import QColor

from ...analysis.matching import statuses
from ...analysis.words import key_of, words_of
from ...compat import is_null, set_legend_font
from .. import fonts
from ..class_signs import is_class_entry
from ..counts import STATUS_FIELD, count_rows, count_values, is_own_label, status_label
from ..styling import is_styled_by_status, renderer_by_status
from .items import place_item
from .narrowing import is_partly_hidden
from .places import LEGEND
from .styles import scaled, style_with

_SMALLEST = 0.55
# What QGIS evaluates in the texts of a legend begins so.
_EXPRESSION = "[%"


@dataclass(frozen=True)
class Wording:
    """How entries are worded: in which language, and whether they say how many."""

    language: str
    with_counts: bool


def headings(layers, language):
    """Return the heading in the legend for each layer given, by layer id."""
    words = words_of("map", language)
    clusters, belts, ellipses, centers = layers.clusters, layers.belts, layers.ellipses, layers.centers
    found = {}
    if clusters is not None:
        by_status = is_styled_by_status(clusters) or is_partly_hidden(clusters)
        found[clusters.id()] = words["clusters"] if by_status else clusters.name()
    if centers is not None:
        found[centers.id()] = words["centers"]
    if ellipses is not None:
        found[ellipses.id()] = words["ellipses"]
    if belts is not None:
        found[belts.id()] = words["belts_count"].format(count=count_rows(belts))
    return found


def legend_texts(layers, language):
    """Return all texts that the legend prints."""
    texts = list(headings(layers, language).values())
    texts += [status_label(status, None, language) for status in statuses.ordered()]
    for layer in layers.drawn():
        if layer.renderer() is not None:
            texts.extend(item.label() for item in layer.renderer().legendSymbolItems())
    return texts


def add_legend(layout, map_item, layers, page, family, wording):
    """Add the legend of the layers and return it.

    It is set smaller, and in two or three columns if need be, until it fits its place.

    Parameters
    ----------
    layout : QgsPrintLayout
    map_item : QgsLayoutItemMap
    layers : PageLayers
    page : places.Page
    family : str
        Of the font.
    wording : Wording
    """
    titles = headings(layers, wording.language)
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    ordered = (layers.clusters, layers.belts, layers.ellipses, layers.centers)
    drawn = [layer for layer in ordered if layer is not None and layer.isSpatial()]
    if page.scale < 1:
        # As on the map; the legend would only take it over from there when it is painted anew.
        smaller = {layer.id(): style_with(layer, scaled(page.scale)) for layer in drawn if layer.renderer()}
        legend.model().setLayerStyleOverrides(smaller)
    for layer in drawn:
        node = root.addLayer(layer)
        _keep_what_is_drawn(legend, node, layer, titles[layer.id()], wording)
    legend.setBackgroundEnabled(False)
    place = page.places[LEGEND]
    place_item(legend, LEGEND, place)
    _fit(legend, place, family, page.scale)
    return legend


def _keep_what_is_drawn(legend, node, layer, heading, wording):
    """Leave out entries that no row has; a single entry carries the heading itself."""
    items = layer.renderer().legendSymbolItems() if layer.renderer() is not None else []
    counts = count_values(layer, STATUS_FIELD) if is_styled_by_status(layer) else None
    drawn = list(range(len(items))) if counts is None else _drawn_entries(layer, counts)
    if len(items) > 1:
        node.setCustomProperty("legend/title-label", _as_written(heading))
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Subgroup)
        for index, label in _labels(layer, counts, wording):
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, _as_written(label))
    else:
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, _as_written(heading))
    if len(drawn) < len(items):
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, drawn)
    legend.model().refreshLayerLegend(node)


def _as_written(text):
    """A text from data that QGIS prints as it is: an expression in it is not evaluated."""
    return text.replace(_EXPRESSION, f"[%'{_EXPRESSION}'%]")


def _drawn_entries(layer, counts):
    values = [category.value() for category in renderer_by_status(layer).categories()]
    return [
        index
        for index, value in enumerate(values)
        if is_null(value) or is_class_entry(value) or counts.get(value, 0)
    ]


def _labels(layer, counts, wording):
    """Yield the labels in the language of the page of the entries that have our words, not the user's."""
    if counts is None:
        words = words_of("map", wording.language)
        for index, item in enumerate(layer.renderer().legendSymbolItems()):
            key = key_of(item.label(), "map")
            if key is not None:
                yield index, words[key]
            elif _EXPRESSION in item.label():
                yield index, item.label()
        return
    for index, category in enumerate(renderer_by_status(layer).categories()):
        status = category.value()
        if status in statuses.ordered() and is_own_label(category.label(), status):
            yield index, status_label(status, counts if wording.with_counts else None, wording.language)


def _fit(legend, place, family, scale):
    factor = 1.0
    # A legend does not know its size before it was painted once.
    QgsLayoutExporter(legend.layout()).renderRegionToImage(place, dpi=30)
    while True:
        for columns in (1, 2, 3):
            legend.setColumnCount(columns)
            legend.setSplitLayer(False)
            _set_fonts(legend, family, factor * scale)
            legend.adjustBoxSize()
            size = legend.rect().size()
            if size.width() <= place.width() + 0.5 and size.height() <= place.height() + 0.5:
                return
        if factor <= _SMALLEST:
            return
        factor -= 0.05


def _set_fonts(legend, family, scale):
    styles = QgsLegendStyle.Style
    for style, size, bold in (
        (styles.Title, 10, True),
        (styles.Group, 9, True),
        (styles.Subgroup, 9, True),
        (styles.SymbolLabel, 8.5, False),
    ):
        set_legend_font(legend, style, fonts.font(family, size * scale, bold), QColor("#222222"))
    legend.setSymbolWidth(6.0 * scale)
    legend.setSymbolHeight(3.6 * scale)
    for part, side, space in (
        (styles.Symbol, QgsLegendStyle.Side.Top, 1.6),
        (styles.SymbolLabel, QgsLegendStyle.Side.Top, 1.6),
        (styles.SymbolLabel, QgsLegendStyle.Side.Left, 2.0),
        (styles.Subgroup, QgsLegendStyle.Side.Top, 2.6),
    ):
        legend.rstyle(part).setMargin(side, space * scale)
    legend.setBoxSpace(0.5 * scale)
    legend.setColumnSpace(3.0 * scale)
