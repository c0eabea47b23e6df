"""Python lets go of renderers that QGIS owns: else a new one in the same memory has the class of an old one."""

import gc
import weakref

from clusterbelt.processing.cartography.page.styles import scaled, style_with
from clusterbelt.processing.cartography.renderers import set_renderer
from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsSingleSymbolRenderer, QgsSymbol
from styled_layers import layer


def test_a_renderer_handed_over_is_kept_by_the_layer_alone():
    made = layer("Point", ["a:string"], [("POINT(1 2)", "x")])
    renderer = made.renderer().clone()
    known = weakref.ref(renderer)
    set_renderer(made, renderer)
    del renderer
    gc.collect()
    assert known() is None
    assert made.renderer().type() == "singleSymbol"


def test_a_style_of_a_page_leaves_no_renderer_behind():
    made = layer("Point", ["a:string"], [("POINT(1 2)", "x")])
    known = []

    def seen(renderer):
        known.append(weakref.ref(renderer))
        return scaled(0.5)(renderer)

    style_with(made, seen)
    gc.collect()
    assert [each() for each in known] == [None]


def test_renderers_keep_their_class_over_many_changes():
    points = layer("Point", ["a:string"], [("POINT(1 2)", "x")])
    lines = layer("LineString", ["a:string"], [("LINESTRING(1 2, 3 4)", "x")])
    category = QgsRendererCategory("x", QgsSymbol.defaultSymbol(points.geometryType()), "x")
    set_renderer(points, QgsCategorizedSymbolRenderer("a", [category]))
    for _ in range(20):
        for each in (lines, points):
            style_with(each, scaled(0.5))
        assert isinstance(points.renderer(), QgsCategorizedSymbolRenderer)
        assert isinstance(lines.renderer(), QgsSingleSymbolRenderer)
