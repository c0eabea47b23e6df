"""How links between cities look when they are loaded."""

import pytest
from clusterbelt.processing.cartography.virtual_styles import style_virtual
from clusterbelt.processing.compat import symbol_property
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
)
from qgis.PyQt.QtCore import QSize
from styled_layers import LINK, at, colours_of, layer, links, picture_of, rules_of


def test_links_that_make_up_half_of_the_flow_are_in_colour_and_the_smallest_wait_in_the_legend():
    styled = links()
    assert style_virtual(styled, language="en")
    rules = rules_of(styled)
    assert [rule.label() for rule in rules] == [
        "Largest links (1), 84 % of the flow:", "Farther away",
        "Width: flow of 8", "Width: flow of 2", "Smaller links (2), 16 % of the flow, hidden at first",
    ]  # fmt: skip
    assert [rule.active() for rule in rules] == [True] * 4 + [False]
    image = picture_of(styled)
    assert at(image, 5, -1.2) or at(image, 5, 1.2)
    assert not at(image, 5, 5) and not at(image, 5, 5 + 1.2) and not at(image, 5, 5 - 1.2)


def test_links_between_half_and_four_fifths_of_the_flow_are_pale_and_thin():
    flows = (5.0, 2.0, 1.5, 1.0, 0.5)
    rows = [(f"LineString(0 {i}, 10 {i})", f"a{i}", f"b{i}", flow) for i, flow in enumerate(flows)]
    styled = layer("LineString", ("f_unit:string", "t_unit:string", "flow:double"), rows)
    style_virtual(styled, language="en")
    assert [rule.label() for rule in rules_of(styled)] == [
        "Largest links (1), 50 % of the flow", "Width: flow of 5", "Width: flow of 1.2",
        "Further links (2), up to 85 % of the flow", "Smaller links (2), 15 % of the flow, hidden at first",
    ]  # fmt: skip
    seen = colours_of(picture_of(styled))
    assert len(seen) > 2
    assert not style_virtual(layer("LineString", LINK, []))


@pytest.mark.parametrize("directed", [True, False])
def test_many_links_that_are_alike_are_thin_and_no_carpet(directed):
    fields = ["f_unit:string", "t_unit:string", "flow:double", *([] if directed else ["grps:integer"])]

    def drawn(count):
        more = [] if directed else [1]
        rows = [
            (f"LineString(0 {i / 100}, 10 {i / 100})", "a", "b", 9 - i / 1000, *more) for i in range(count)
        ]
        styled = layer("LineString", fields, rows)
        style_virtual(styled, language="en")
        first = rules_of(styled)[0]
        line = first.symbol().symbolLayer(0).subSymbol().symbolLayer(0)
        width = QgsExpression(
            line.dataDefinedProperties().property(symbol_property("ArrowStartWidth")).expressionString()
        )
        context = QgsExpressionContext()
        context.setFeature(next(styled.getFeatures()))
        context.setFields(styled.fields())
        return first.label(), width.evaluate(context)

    few, many = drawn(4), drawn(2000)
    assert few[1] == pytest.approx(2.4, abs=0.1) and many[1] == pytest.approx(0.6, abs=0.1)
    assert many[0] == "Largest links (300), 17 % of the flow"


def test_the_samples_of_a_legend_are_whole():
    styled = links()
    style_virtual(styled)
    for rule in rules_of(styled)[1:]:
        image = rule.symbol().asImage(QSize(60, 24))
        inked = [
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 128 and image.pixelColor(x, y).name() != "#ffffff"
        ]
        assert inked and min(y for _, y in inked) > 0 and max(y for _, y in inked) < 23, rule.label()


def test_curves_of_two_directions_bow_apart():
    fields = ("f_unit:string", "t_unit:string", "flow:double")
    there, back = "LineString(0 0, 10 0)", "LineString(10 0, 0 0)"
    sides = []
    for line in (there, back):
        styled = layer("LineString", fields, [(line, "a", "b", 1.0)])
        assert style_virtual(styled)
        image = picture_of(styled)
        assert not at(image, 5, 0)
        sides.append((at(image, 5, 1.2), at(image, 5, -1.2)))
    assert sorted(sides) == [(False, True), (True, False)]


def test_curves_taper_from_the_supplier():
    styled = layer(
        "LineString",
        ("f_unit:string", "t_unit:string", "flow:double"),
        [("LineString(0 0, 10 0)", "a", "b", 1.0)],
    )
    style_virtual(styled)
    image = picture_of(styled)

    def inked(x):
        column = int((x + 3) / 16 * image.width())
        return sum(image.pixelColor(column, row).name() != "#ffffff" for row in range(image.height()))

    assert inked(0.6) > 2 * inked(9.4) > 0


def test_the_sizes_of_cities_are_told_in_the_legend():
    fields = ("name:string", "flow_in:double", "flow_out:double", "self:double", "cum:double")
    styled = layer("Point", fields, [("Point(5 2)", "深圳市", 40.0, 33.0, 1.0, 0.5)])
    assert style_virtual(styled, language="en")
    told = styled.renderer().dataDefinedSizeLegend()
    assert told.title() == "Flow in and out" and [entry.label for entry in told.classes()] == ["70", "18"]
