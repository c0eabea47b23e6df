"""The legend of a page prints texts of the data as they are written."""

import pytest
from clusterbelt.processing.cartography import styling
from clusterbelt.processing.cartography.page import places
from qgis.core import QgsProject
from test_layout import page_of, points_at, polygons

ODD = ["[% 1+1 %]", "[%1%] [% @project_path %]", "a [%", "[%'[%'%]", "%]", "乙"]


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


def printed(page):
    """The headings and the entries of the legend, as QGIS prints them."""
    legend = page.itemById(places.LEGEND)
    model, context = legend.model(), page.createExpressionContext()
    headings, entries = [], []
    for node in model.rootGroup().findLayers():
        headings.append(model.data(model.node2index(node), 0))
        entries.append([entry.evaluateLabel(context) for entry in model.layerLegendNodes(node)])
    return headings, entries


def test_no_class_is_evaluated_in_the_legend(project):
    shapes = polygons(ODD)
    styling.style_ellipses(shapes)
    project.addMapLayer(shapes)
    _, (entries,) = printed(page_of(project, None, None, shapes))
    assert sorted(entries) == sorted(ODD)


def test_no_name_of_a_layer_is_evaluated_in_the_legend(project):
    clusters = points_at([(116.4, 39.9), (121.5, 31.2)], "class", ["a", "b"])
    clusters.setName("[% 1+1 %] names")
    project.addMapLayer(clusters)
    headings, entries = printed(page_of(project, clusters))
    assert clusters.name() in [*headings, *(text for texts in entries for text in texts)]
