"""The signs of statuses are read in the layer tree on any ground, and the page keeps its own."""

import pytest
from clusterbelt.processing.cartography import palette, styling
from clusterbelt.processing.cartography.city_pies import make_pies
from dock_scene import layer_of
from qgis.core import (
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

FIELDS = ("cb_status", "cb_city", "cb_citycd")


@pytest.fixture
def clusters(project):
    layer = layer_of("Point", "clusters", FIELDS, [["matched", "苏州市", "320500"]])
    project.addMapLayer(layer)
    styling.style_matches(layer, language="en")
    return layer


@pytest.fixture(params=["clusters", "pies"])
def layer(request, project, clusters):
    if request.param == "clusters":
        return clusters
    return project.addMapLayer(make_pies(clusters, {"matched": 1}, language="en"))


def signs_on(layer, ground):
    """The pictures of the legend in the layer tree, by its texts, on a ground."""
    tree = QgsLayerTree()
    node = tree.addLayer(layer)
    model = QgsLayerTreeModel(tree)
    found = {}
    for entry in model.layerLegendNodes(node):
        icon = entry.data(Qt.ItemDataRole.DecorationRole)
        picture = QImage(icon.size(), QImage.Format.Format_ARGB32)
        picture.fill(QColor(ground))
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, icon) if hasattr(icon, "toImage") else icon.paint(painter, picture.rect())
        painter.end()
        found[entry.data(Qt.ItemDataRole.DisplayRole).split(" (")[0]] = picture
    return found


def lights_of(picture):
    """How light a picture is, from its middle to its edge."""
    middle = picture.height() // 2
    return [picture.pixelColor(x, middle).lightness() for x in range(picture.width() // 2, -1, -1)]


@pytest.mark.parametrize("ground", ["#232323", "#ffffff"])
def test_matched_is_black_on_white_and_unresolved_a_line_on_white(layer, ground):
    signs = signs_on(layer, ground)
    full, hollow = lights_of(signs["Matched"]), lights_of(signs["Unresolved"])
    assert full[0] < 60 and max(full) > 240
    line = next(place for place, light in enumerate(hollow) if light < 235)
    assert hollow[0] > 240 and max(hollow[line:]) > 240


def test_the_colour_and_the_size_of_the_symbol_are_those_of_the_sign(clusters):
    sign = palette.COLOUR.sign("matched")
    categories = styling.renderer_by_status(clusters).categories()
    symbol = categories[0].symbol()
    assert (symbol.color().name(), symbol.size()) == (sign.colour, sign.size)


def page_with(project):
    page = QgsPrintLayout(project)
    page.initializeDefaults()
    legend = QgsLayoutItemLegend(page)
    page.addLayoutItem(legend)
    legend.adjustBoxSize()
    return QgsLayoutExporter(page).renderPageToImage(0, dpi=96)


def test_a_page_is_the_same_without_the_grounds(project, clusters, monkeypatch):
    with_grounds = page_with(project)
    monkeypatch.setattr(styling, "on_grounds", lambda categories: categories)
    styling.style_matches(clusters, language="en")
    assert page_with(project) == with_grounds
