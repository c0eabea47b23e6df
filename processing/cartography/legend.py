"""The legend of a page: only what is on the map, with counts, clusters first."""

from qgis.core import (
    QgsLayoutItemLegend,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
)
from qgis.PyQt.QtGui import QColor

from ..compat import translate
from . import fonts
from .counts import STATUS_FIELD, count_values
from .styling import is_styled_by_status


def headings(clusters, belts, ellipses, centers):
    """Return the heading in the legend for each layer given, by layer id."""
    found = {}
    if clusters is not None:
        found[clusters.id()] = translate("ClusterBelt", "Clusters by status")
    if centers is not None:
        found[centers.id()] = translate("ClusterBelt", "Mean centres")
    if ellipses is not None:
        found[ellipses.id()] = translate("ClusterBelt", "Standard deviational ellipses")
    if belts is not None:
        found[belts.id()] = translate("ClusterBelt", "Belts ({count})").format(count=belts.featureCount())
    return found


def legend_texts(clusters, belts, ellipses, centers):
    """Return all texts that the legend prints."""
    texts = list(headings(clusters, belts, ellipses, centers).values())
    for layer in (clusters, belts, ellipses, centers):
        if layer is not None and layer.renderer() is not None:
            texts.extend(item.label() for item in layer.renderer().legendSymbolItems())
    return texts


def add_legend(layout, map_item, layers, family):
    """Add the legend of the layers (clusters, centers, ellipses, belts; None where missing) and return it."""
    clusters, centers, ellipses, belts = layers
    titles = headings(clusters, belts, ellipses, centers)
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(map_item)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    for layer in (clusters, belts, ellipses, centers):
        if layer is None or not layer.isSpatial():
            continue
        node = root.addLayer(layer)
        _keep_what_is_drawn(legend, node, layer, titles[layer.id()])
    _set_fonts(legend, family)
    return legend


def _keep_what_is_drawn(legend, node, layer, heading):
    """Leave out entries that no row has; a single entry carries the heading itself."""
    items = layer.renderer().legendSymbolItems() if layer.renderer() is not None else []
    drawn = _drawn_entries(layer, items)
    if len(items) > 1:
        node.setCustomProperty("legend/title-label", heading)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Subgroup)
    else:
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, 0, heading)
    if len(drawn) < len(items):
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, drawn)
    legend.model().refreshLayerLegend(node)


def _drawn_entries(layer, items):
    if not is_styled_by_status(layer):
        return list(range(len(items)))
    counts = count_values(layer, STATUS_FIELD)
    known = _values_of_entries(layer)
    return [index for index, value in enumerate(known) if value is None or counts.get(value, 0)]


def _values_of_entries(layer):
    renderer = layer.renderer()
    if hasattr(renderer, "embeddedRenderer"):
        renderer = renderer.embeddedRenderer()
    return [category.value() for category in renderer.categories()]


def _set_fonts(legend, family):
    styles = QgsLegendStyle.Style
    for style, size, bold in (
        (styles.Title, 10, True),
        (styles.Group, 9, True),
        (styles.Subgroup, 9, True),
        (styles.SymbolLabel, 8.5, False),
    ):
        legend.setStyleFont(style, fonts.font(family, size, bold))
    legend.setFontColor(QColor("#222222"))
    legend.setBackgroundEnabled(False)
