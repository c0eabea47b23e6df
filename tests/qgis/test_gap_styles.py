"""How gaps, and the candidates that could close them, look when they are loaded."""

import pytest
from clusterbelt.processing.cartography.virtual_styles import style_virtual
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsLayerTreeLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from styled_layers import at, labels_of, layer, picture_of, rules_of

CANDIDATE = ("region:string", "status:string", "rank:integer", "scope:string", "km:double", "f_city:string")


def candidates(count=1, scope="nation"):
    rows = [("LineString(0 0, 10 0)", "x", "gap", 1, scope, 123.4, "武汉市") for _ in range(count)]
    return layer(
        "LineString", CANDIDATE, [*rows, ("LineString(0 5, 10 5)", "x", "gap", 2, scope, 300.0, "y")]
    )


def test_the_nearest_candidates_are_dashed_and_labelled_and_the_others_wait():
    styled = candidates()
    assert style_virtual(styled, language="en")
    rules = rules_of(styled)
    assert [(rule.label(), rule.active()) for rule in rules] == [
        ("Nearest candidate: Farther away (1)", True),
        ("Further candidates, hidden at first", False),
    ]
    alone = layer("LineString", CANDIDATE, [("LineString(0 0, 1 0)", "x", "gap", 1, "group", 9.0, "y")])
    style_virtual(alone, language="zh")
    assert [rule.label() for rule in rules_of(alone)] == ["最近的候选：城市群内 (1)"]
    image = picture_of(styled)
    inked = [at(image, x / 10, 0) for x in range(5, 95)]
    assert any(inked) and not at(image, 5, 5)
    row = round((8 - 0) / 12 * image.height())
    drawn = [image.pixelColor(x, row).name() != "#ffffff" for x in range(90, 310)]
    assert sum(a and not b for a, b in zip(drawn, drawn[1:])) > 2, "dashes"


def test_candidates_between_the_same_places_have_one_label():
    for count in (1, 7):
        styled = candidates(count)
        assert style_virtual(styled, language="en")
        settings = QgsMapSettings()
        settings.setLayers([styled])
        settings.setDestinationCrs(styled.crs())
        settings.setOutputSize(QSize(800, 600))
        settings.setExtent(QgsRectangle(-3, -4, 13, 8))
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        found = job.takeLabelingResults().labelsWithinRect(settings.extent())
        assert [label.labelText for label in found] == ["123 km"]


def test_units_without_a_name_say_so_and_names_lose_only_their_ending():
    fields = ("name:string", "flow_in:double", "flow_out:double", "self:double", "cum:double")
    styled = layer(
        "Point",
        fields,
        [("Point(5 2)", None, 4.0, 3.0, 1.0, 0.5), ("Point(1 1)", "武汉市", 4.0, 3.0, 1.0, 0.5)],
    )
    for language, nameless in (("en", "(no unit)"), ("zh", "（无所属）")):
        assert style_virtual(styled, language=language)
        told, context = QgsExpression(styled.labeling().settings().fieldName), QgsExpressionContext()
        context.setFields(styled.fields())
        names = []
        for row in styled.getFeatures():
            context.setFeature(row)
            names.append(told.evaluate(context))
        assert names == [nameless, "武汉"]


def test_candidates_that_would_be_a_carpet_wait_too():
    styled = candidates(501)
    style_virtual(styled, language="en")
    assert [(rule.label(), rule.active()) for rule in rules_of(styled)] == [
        ("Nearest candidate: Farther away (501), hidden at first", False),
        ("Further candidates, hidden at first", False),
    ]


@pytest.mark.parametrize(
    ("members", "shown"), [(1, [1]), (2, [2, 1]), (5, [5, 1]), (6, [6, 2]), (40, [40, 10])]
)
def test_a_legend_tells_whole_members_and_needs(members, shown):
    groups = layer(
        "Point", ("grp:string", "mode:string", "members:integer"), [("Point(5 2)", "", "park", members)]
    )
    assert style_virtual(groups, language="en")
    assert labels_of(groups) == ["Park", *(f"Members: {count}" for count in shown)]
    names = ("needs", "gaps", "by_prov", "by_group", "by_nation", "nobody")
    rows = [("Point(5 2)", "x", members, 0, 0, 0, 0, 0)]
    gaps = layer("Point", ("name:string", *(f"{name}:integer" for name in names)), rows)
    assert style_virtual(gaps, language="en")
    sizes = gaps.diagramRenderer().dataDefinedSizeLegend().classes()
    assert [entry.label for entry in sizes] == [str(count) for count in shown]


def test_gaps_are_pies_of_where_needs_are_met():
    fields = [f"{name}:integer" for name in ("needs", "gaps", "by_prov", "by_group", "by_nation", "nobody")]
    styled = layer("Point", ("name:string", *fields), [("Point(5 2)", "x", 10, 8, 2, 2, 2, 2)])
    assert style_virtual(styled, language="zh")
    settings = styled.diagramRenderer().diagramSettings()[0]
    assert settings.categoryLabels == ["本地满足", "省内满足", "城市群内满足", "全国其他地区满足", "无处满足"]
    image = picture_of(styled)
    assert at(image, 4.8, 2.2) and at(image, 5.2, 1.8)


def test_pies_have_no_entries_of_what_no_region_has_and_tell_their_sizes():
    fields = [f"{name}:integer" for name in ("needs", "gaps", "by_prov", "by_group", "by_nation", "nobody")]
    rows = [("Point(5 2)", "", 100, 30, 0, 0, 30, 0), ("Point(1 2)", "", 1, 1, 0, 0, 1, 0)]
    styled = layer("Point", ("name:string", *fields), rows)
    assert style_virtual(styled, language="en")
    assert styled.diagramRenderer().diagramSettings()[0].categoryLabels == [
        "Met here",
        "Met elsewhere in the country",
    ]
    nodes = styled.diagramRenderer().legendItems(QgsLayerTreeLayer(styled))[2:]
    assert [node.data(0) for node in nodes] == ["Number of needs", "100", "20"]
    assert [node.symbol().size() for node in nodes[1:]] == [8.0, pytest.approx(8 * 0.2**0.5)]
    image = picture_of(styled)

    def width(x, y=2):
        row = round((8 - y) / 12 * image.height())
        inked = [c for c in range(image.width()) if image.pixelColor(c, row).name() != "#ffffff"]
        middle = round((x + 3) / 16 * image.width())
        return sum(abs(c - middle) < 20 for c in inked) / 96 * 25.4

    assert width(5) == pytest.approx(8.0, abs=0.6) and width(1) == pytest.approx(2.2, abs=0.6)
