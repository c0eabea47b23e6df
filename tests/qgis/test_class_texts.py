"""A class is told by one text in legends, symbols, pages and tables, whatever type its field has; blank is none."""

import pytest
from clusterbelt.processing.cartography import city_pies, palette, styling
from clusterbelt.processing.cartography.class_field import class_field_of
from clusterbelt.processing.cartography.counts import classes_in
from clusterbelt.processing.cartography.page.atlas import is_on_page, set_up_atlas
from clusterbelt.processing.cartography.page.table import rows_of_clusters
from clusterbelt.processing.compat import make_field
from clusterbelt.processing.layers.reading.cell_texts import cell_text, cell_text_expression
from clusterbelt.processing.report.ellipses import ellipse_classes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QRectF, QTime

MOMENT = QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5))
VALUES = {
    "string": [("AM", "AM"), (" AM ", "AM"), ("", None), ("  ", None), (None, None), ("it's", "it's")],
    "int": [(7, "7"), (0, "0"), (None, None)],
    "double": [(1.0, "1"), (1e6, "1000000"), (0.5, "0.5"), (None, None)],
    "bool": [(True, "True"), (False, "False"), (None, None)],
    "date": [(QDate(2020, 1, 2), "2020-01-02"), (None, None)],
    "time": [(QTime(3, 4, 5), "03:04:05"), (None, None)],
    "datetime": [(MOMENT, "2020-01-02 03:04:05"), (None, None)],
}


@pytest.fixture(params=VALUES)
def kind(request):
    return request.param


def layer_of(kind, geometry="Point"):
    made = QgsVectorLayer(f"{geometry}?crs=EPSG:4326", "clusters", "memory")
    fields = (("class", kind), ("cb_status", "string"), ("cb_reason", "string"))
    made.dataProvider().addAttributes([make_field(*field) for field in fields])
    made.updateFields()
    for number, (value, _) in enumerate(VALUES[kind]):
        feature = QgsFeature(made.fields())
        feature.setAttributes([value, "matched", "same"])
        point = QgsGeometry.fromWkt(f"POINT ({110 + number} 30)")
        feature.setGeometry(point if geometry == "Point" else point.buffer(1, 8))
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def texts_of(kind):
    return list(dict.fromkeys(text for _, text in VALUES[kind]))


def evaluated(expression, layer):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    found = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        told = QgsExpression(expression)
        found.append(told.evaluate(context))
        assert not told.hasEvalError()
    return [None if value is None or str(value) == "NULL" else value for value in found]


def test_python_and_the_expression_say_the_same(kind):
    layer = layer_of(kind)
    expected = [text for _, text in VALUES[kind]]
    assert [cell_text(feature["class"]) for feature in layer.getFeatures()] == expected
    assert evaluated(cell_text_expression(layer, "class"), layer) == expected


def test_numbers_beyond_whole_ones_keep_their_exponent():
    layer = layer_of("double")
    layer.dataProvider().changeAttributeValues({feature.id(): {0: 1e19} for feature in layer.getFeatures()})
    assert set(evaluated(cell_text_expression(layer, "class"), layer)) == {"1e+19"}


def test_every_class_has_one_entry_with_its_words_and_draws_its_rows(kind):
    layer = layer_of(kind, "Polygon")
    assert styling.style_ellipses(layer, "class", language="en")
    categories = layer.renderer().categories()
    labels = [category.label() for category in categories]
    assert sorted(labels) == sorted(text or "No class" for text in texts_of(kind))
    lines = palette.lines_of_classes(classes_in(layer, "class"))
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(context, layer.fields())
    for feature, (_, text) in zip(layer.getFeatures(), VALUES[kind]):
        context.expressionContext().setFeature(feature)
        colour = renderer.symbolForFeature(feature, context).symbolLayer(0).strokeColor().name()
        assert colour == (lines[text].colour if text else palette.NO_CLASS_LINE.colour)
    renderer.stopRender(context)


def test_the_outline_of_a_cluster_tells_its_class(kind):
    layer = layer_of(kind)
    assert styling.style_matches(layer, class_field="class", language="en")
    categories = styling.renderer_by_status(layer).categories()
    symbol = categories[0].symbol().clone()
    told = symbol.symbolLayers()[-1].dataDefinedProperties()
    keys = [key for key in told.propertyKeys() if told.property(key).expressionString().startswith("CASE")]
    lines = palette.lines_of_classes(classes_in(layer, "class"))
    expected = [lines[text].colour if text else "#ffffff" for _, text in VALUES[kind]]
    assert evaluated(told.property(keys[0]).expressionString(), layer) == expected


def test_the_atlas_has_a_page_for_each_class_that_shows_its_rows(kind):
    layer, project = layer_of(kind), QgsProject()
    project.addMapLayer(layer, False)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    page = QgsLayoutItemMap(layout)
    page.attemptSetSceneRect(QRectF(10, 10, 100, 100))
    page.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    page.zoomToExtent(QgsRectangle(100, 20, 130, 40))
    layout.addLayoutItem(page)
    pages = [text or "–" for text in texts_of(kind)]
    assert set_up_atlas(layout, layer, "class", page) == len(pages)
    assert layout.atlas().updateFeatures() == len(pages)
    assert {layout.atlas().nameForPage(number) for number in range(len(pages))} == set(pages)
    for name in pages:
        quoted = QgsExpression.quotedString(name)
        shown = evaluated(is_on_page(layer, "class").replace("@atlas_pagename", quoted), layer)
        assert [bool(one) for one in shown] == [(text or "–") == name for _, text in VALUES[kind]]


def test_tables_of_pages_and_reports_name_the_same_classes(kind):
    layer = layer_of(kind)
    names = [row.name for row in rows_of_clusters(layer, "class")]
    assert sorted(name or "" for name in names) == sorted([*(text or "" for text in texts_of(kind)), "*"])
    assert class_field_of(layer) == "class"
    assert list(ellipse_classes(layer)) == [text for text in texts_of(kind) if text]


def test_pies_have_no_class_for_blanks():
    layer, project = layer_of("string"), QgsProject.instance()
    layer.dataProvider().addAttributes([make_field(name, "string") for name in ("cb_citycd", "cb_city")])
    layer.updateFields()
    city = {3: "330100", 4: "杭州市"}
    layer.dataProvider().changeAttributeValues({feature.id(): city for feature in layer.getFeatures()})
    project.addMapLayer(layer)
    pies = city_pies.draw_pies(project, layer, {"matched": 6}, language="en", class_field="class")
    assert [label for label in labels_of(pies) if "class" in label.lower()] == []
    assert classes_in(pies, "class") == ["AM", "it's"]
    found = [feature["class"] for feature in pies.getFeatures() if cell_text(feature["class"]) is None]
    assert len(found) == 1
    project.clear()


def labels_of(layer):
    return [category.label() for category in layer.renderer().categories()]
