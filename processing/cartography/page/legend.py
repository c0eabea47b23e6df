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
from ..city_pies import largest_pie
from ..class_signs import is_class_entry
from ..counts import STATUS_FIELD, count_rows, count_values, is_own_label, status_label
from ..styling import is_styled_by_status, renderer_by_status
from .fitting import broken, cut, width_for_words
from .items import EXPRESSION, place_item
from .narrowing import is_partly_hidden
from .places import LEGEND
from .styles import scaled, style_with

# How much smaller than on A4 a legend may be. Ways to set it: lines of an entry, of which an ellipsis is left where it is
# longer, the largest size, whether only what is longer than the whole place is broken into lines, and whether the entries
# of a layer go on in the next column.
_SMALLEST, _STEP = 0.55, 0.05
_WAYS = ((3, 1.0, True, False), (2, 0.8, False, False), (1, 0.8, False, True))
# Sizes on A4: of headings and entries in points, of symbols and of the spaces beside them and between columns in mm.
_HEADING, _ENTRY, _SYMBOL, _BESIDE, _BETWEEN, _AROUND = 9, 8.5, 6.0, 2.0, 3.0, 0.5


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
    if layers.pies is not None:
        found[layers.pies.id()] = words["clusters_as_pies"].format(count=largest_pie(layers.pies))
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
    # Where there are pies, the clusters themselves are drawn at large scales only.
    ordered = (layers.pies or layers.clusters, layers.belts, layers.ellipses, layers.centers)
    drawn = [layer for layer in ordered if layer is not None and layer.isSpatial()]
    if page.scale < 1:
        # As on the map; the legend would only take it over from there when it is painted anew.
        smaller = {layer.id(): style_with(layer, scaled(page.scale)) for layer in drawn if layer.renderer()}
        legend.model().setLayerStyleOverrides(smaller)
    written = [
        _Written(
            node,
            *_keep_what_is_drawn(
                node, layer, titles[layer.id()], wording, layers.clusters if layer is layers.pies else layer
            ),
        )
        for layer, node in [(layer, root.addLayer(layer)) for layer in drawn]
    ]
    legend.setBackgroundEnabled(False)
    place = page.places[LEGEND]
    place_item(legend, LEGEND, place)
    _fit(legend, place, family, page.scale, written)
    return legend


def _keep_what_is_drawn(node, layer, heading, wording, counted):
    """Leave out entries that no row of the layer that is counted has; a single entry carries the heading itself.

    Returns
    -------
    heading : str
        '' where an entry carries it.
    labels : dict of int to str
    order : list of int
        The entries that are drawn.
    """
    items = layer.renderer().legendSymbolItems() if layer.renderer() is not None else []
    counts = count_values(counted, STATUS_FIELD) if is_styled_by_status(layer) else None
    drawn = list(range(len(items))) if counts is None else _drawn_entries(layer, counts)
    if len(drawn) < len(items):
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, drawn)
    if len(items) <= 1:
        return "", {0: heading}, [0]
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Subgroup)
    labels = {index: item.label() for index, item in enumerate(items)}
    return heading, {**labels, **dict(_labels(layer, counts, wording))}, drawn


def _as_written(text):
    """A text from data that QGIS prints as it is: an expression in it is not evaluated."""
    return text.replace(EXPRESSION, f"[%'{EXPRESSION}'%]")


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
        return
    for index, category in enumerate(renderer_by_status(layer).categories()):
        status = category.value()
        if status in statuses.ordered() and is_own_label(category.label(), status):
            yield index, status_label(status, counts if wording.with_counts else None, wording.language)


@dataclass(frozen=True)
class _Written:
    """What is written beside a layer: its heading, the label of each entry, and the entries in their order."""

    node: object
    heading: str
    labels: dict
    order: list

    def shorten(self, count, total):
        """Leave so many of all entries; the last says how many more there are."""
        del self.order[count:]
        self.labels[self.order[-1]] = f"… (+{total - count + 1})"
        QgsMapLayerLegendUtils.setLegendNodeOrder(self.node, self.order)

    def width_for_words(self, family):
        """Return the width in mm, at the size of A4, in which none of its words is broken."""
        plain, bold = fonts.font(family, _ENTRY), fonts.font(family, _HEADING, bold=True)
        labels = (self.labels[index] for index in self.order if index in self.labels)
        entries = (width_for_words(label, plain) + _SYMBOL + _BESIDE for label in labels)
        return max((width_for_words(self.heading, bold), *entries))

    def break_lines(self, legend, family, scale, width, most):
        """Break its texts into at most so many lines of a width in mm."""
        if self.heading:
            bold = fonts.font(family, _HEADING * scale, bold=True)
            self.node.setCustomProperty("legend/title-label", _lines(self.heading, bold, width, most))
        plain = fonts.font(family, _ENTRY * scale)
        for index, label in self.labels.items():
            text = _lines(label, plain, width - (_SYMBOL + _BESIDE) * scale, most)
            QgsMapLayerLegendUtils.setLegendNodeUserLabel(self.node, index, text)
        legend.model().refreshLayerLegend(self.node)


def _lines(text, font, width, most):
    return _as_written("\n".join(cut(broken(text, font, width), most)))


def _fit(legend, place, family, scale, written):
    # A legend does not know its size before it was painted once.
    QgsLayoutExporter(legend.layout()).renderRegionToImage(place, dpi=30)
    needed = max((layer.width_for_words(family) for layer in written), default=0.0)
    ways = list(_attempts())
    whole = [way for way in ways if needed * way[1] * scale <= _room(place, scale, way)]
    # A word is broken where no way keeps all of them whole.
    for attempt in (*whole, *(way for way in ways if way not in whole)):
        if _fits(legend, place, family, scale, written, attempt) <= 1:
            return
    # So many entries: those that have room, and how many more there are.
    longest = max(written, key=lambda layer: len(layer.order))
    total = len(longest.order)
    while len(longest.order) > 1:
        excess = _fits(legend, place, family, scale, written, attempt)
        if excess <= 1:
            return
        longest.shorten(min(len(longest.order) - 1, int(len(longest.order) / excess)), total)


def _fits(legend, place, family, scale, written, attempt):
    """Set the legend in a way of `_attempts`; returns its size in shares of its place, at most 1 where it fits."""
    most, factor, columns, _, split = attempt
    size = factor * scale
    legend.setColumnCount(columns)
    legend.setSplitLayer(split)
    _set_fonts(legend, family, size)
    for layer in written:
        layer.break_lines(legend, family, size, _room(place, scale, attempt), most)
    legend.adjustBoxSize()
    box = legend.rect().size()
    return max(box.width() / (place.width() + 0.5), box.height() / (place.height() + 0.5))


def _room(place, scale, attempt):
    """Return how wide an entry may be, in mm."""
    _, factor, columns, whole, _ = attempt
    width = place.width() - (2 * _AROUND + (columns - 1) * _BETWEEN) * factor * scale
    return width if whole else width / columns


def _attempts():
    """Yield ways to set a legend, the best first: as in `_WAYS`, with a size and a number of columns."""
    for most, largest, whole, split in _WAYS:
        for step in range(round((largest - _SMALLEST) / _STEP) + 1):
            for columns in (2, 3) if split else (1, 2, 3):
                yield most, largest - step * _STEP, columns, whole, split


def _set_fonts(legend, family, scale):
    styles = QgsLegendStyle.Style
    for style, size, bold in (
        (styles.Title, 10, True),
        (styles.Group, _HEADING, True),
        (styles.Subgroup, _HEADING, True),
        (styles.SymbolLabel, _ENTRY, False),
    ):
        set_legend_font(legend, style, fonts.font(family, size * scale, bold), QColor("#222222"))
    legend.setSymbolWidth(_SYMBOL * scale)
    legend.setSymbolHeight(3.6 * scale)
    for part, side, space in (
        (styles.Symbol, QgsLegendStyle.Side.Top, 1.6),
        (styles.SymbolLabel, QgsLegendStyle.Side.Top, 1.6),
        (styles.SymbolLabel, QgsLegendStyle.Side.Left, _BESIDE),
        (styles.Subgroup, QgsLegendStyle.Side.Top, 2.6),
    ):
        legend.rstyle(part).setMargin(side, space * scale)
    legend.setBoxSpace(_AROUND * scale)
    legend.setColumnSpace(_BETWEEN * scale)
