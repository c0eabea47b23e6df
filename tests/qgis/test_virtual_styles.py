"""How links, blocks, gaps, coupling and networks look when they are loaded."""

import pytest
from clusterbelt.processing.cartography import palette
from clusterbelt.processing.cartography.virtual_styles import style_virtual
from clusterbelt.processing.compat import symbol_property
from making import Log
from qgis import processing
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsLayerTreeLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingException,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    edit,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def layer(kind, fields, rows):
    """A layer of (WKT, values …); `fields` as in the URI of memory layers."""
    made = QgsVectorLayer(
        f"{kind}?crs=EPSG:4326&" + "&".join(f"field={field}" for field in fields), "made", "memory"
    )
    with edit(made):
        for wkt, *values in rows:
            feature = QgsFeature(made.fields())
            feature.setAttributes(list(values))
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            assert made.addFeature(feature)
    made.updateExtents()
    return made


BLOCK = (
    "vc_id:integer",
    "vc_role:string",
    "vc_kind:string",
    "vc_span:double",
    "city:string",
    "industry:string",
)
LINK = ("f_id:string", "t_id:string", "flow:double", "scope:string")


def links():
    rows = [
        ("LineString(0 0, 10 0)", "a", "b", 8.0, "nation"),
        ("LineString(10 0, 0 0)", "b", "a", 1.0, "province"),
        ("LineString(0 5, 10 5)", "c", "d", 0.5, "group"),
        (None, "a", "a", 100.0, "city"),
        ("LineString EMPTY", "b", "b", 100.0, "city"),
    ]
    return layer("LineString", LINK, rows)


def blocks():
    rows = [
        ("Point(0 0)", 1, "core", "virtual", 1595.2, "包头市", "稀土"),
        ("Point(5 0)", 1, "member", "virtual", 1595.2, "宁波市", "磁材"),
        ("Point(0 5)", 2, "core", "near", 90.0, "上海市", "芯片"),
        ("Point(5 5)", None, "single", None, None, "天津市", "钢铁"),
    ]
    return layer("Point", BLOCK, rows)


def picture_of(styled, extent=(-3, -4, 13, 8)):
    settings = QgsMapSettings()
    settings.setLayers([styled])
    settings.setDestinationCrs(styled.crs())
    settings.setOutputSize(QSize(400, 300))
    settings.setOutputDpi(96)
    settings.setExtent(QgsRectangle(*extent))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colours_of(image):
    seen = set()
    for x in range(image.width()):
        for y in range(image.height()):
            seen.add(image.pixelColor(x, y).name())
    return seen


def at(image, x, y, extent=(-3, -4, 13, 8)):
    """Whether anything is drawn about a place of the map."""
    column = int((x - extent[0]) / (extent[2] - extent[0]) * image.width())
    row = int((extent[3] - y) / (extent[3] - extent[1]) * image.height())
    white = QColor("white").name()
    return any(
        image.pixelColor(column + i, row + j).name() != white for i in range(-4, 5) for j in range(-4, 5)
    )


def rules_of(styled):
    return styled.renderer().rootRule().children()


def sizes_of(styled):
    """Entries of the legend that explain sizes, in tenths of a mm."""
    entries = [entry for entry in styled.renderer().legendSymbolItems() if not entry.ruleKey()]
    return [(entry.label(), round(10 * entry.symbol().size()) if entry.symbol() else 0) for entry in entries]


def labels_of(styled):
    return [category.label() for category in styled.renderer().categories()]


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


def test_a_cluster_has_one_colour_and_its_core_is_named():
    styled = blocks()
    assert style_virtual(styled, language="zh")
    assert labels_of(styled) == [
        "包头市 · 稀土（2 块，跨 1595 公里）",
        "上海市 · 芯片（1 块，跨 90 公里）",
        "集群核心",
        "虚拟集群",
        "邻近集群",
        "独立产业块",
    ]
    assert palette.VIRTUAL.clusters[0] in colours_of(picture_of(styled))
    assert styled.labelsEnabled()


@pytest.mark.parametrize("count", [9, 12])
def test_clusters_beyond_the_colours_are_one_entry(count):
    rows = [(f"Point({i} 0)", i + 1, "core", "near", 10.0, f"c{i}", "x") for i in range(count)]
    styled = layer("Point", BLOCK, rows)
    style_virtual(styled, language="en")
    assert labels_of(styled)[8] == f"Further clusters ({count - 8})"


def test_a_small_cluster_that_reaches_far_comes_to_light_by_its_span():
    rows = [(f"Point({i} 0)", i + 1, "core", "near", 50.0 * i, f"c{i}", "x") for i in range(52)]
    styled = layer("Point", BLOCK, rows)
    ties = layer(
        "LineString",
        ("vc_id:integer", "from_id:string", "to_id:string", "vc_span:double"),
        [(f"LineString({i} 0, {i} 5)", i + 1, "a", "b", 50.0 * i) for i in range(52)],
    )
    project = QgsProject.instance()
    project.addMapLayers([styled, ties])
    processing.run("clusterbelt:stylevirtual", {"LAYERS": [styled, ties], "MIN_SPAN": 2500, "LANGUAGE": "en"})
    assert labels_of(styled)[:3] == [
        "c50 · x (1 blocks over 2500 km)", "c51 · x (1 blocks over 2550 km)", "Further clusters (50)",
    ]  # fmt: skip
    colours = palette.VIRTUAL.clusters[:2]
    assert set(colours) <= colours_of(picture_of(styled, (48, -3, 53, 3)))
    assert not set(palette.VIRTUAL.clusters) & colours_of(picture_of(styled, (-1, -3, 40, 3)))
    assert len(colours_of(picture_of(ties, (50.5, -1, 51.5, 6)))) > 1
    project.clear()


def test_coupling_comes_in_four_colours():
    fields = ("name:string", "class:string", "off:double", "on:double", "tilt:double")
    rows = [
        (f"Point({i} 0)", key, key, 1.0, 2.0, 0.1)
        for i, key in enumerate(("both", "real", "virtual", "none"))
    ]
    for look in palette.VIRTUAL_PALETTES.values():
        styled = layer("Point", fields, rows)
        assert style_virtual(styled, look, "en")
        drawn = [category.symbol().color().name() for category in styled.renderer().categories()]
        assert drawn == list(look.coupling.values())
        assert [category.label() for category in styled.renderer().categories()] == [
            "Real and virtual", "Real only", "Virtual only", "Neither",
        ]  # fmt: skip
        assert sizes_of(styled) == [("Weight of both sides", 0), ("3", 50), ("0.8", 32)]
    few = layer("Point", fields, rows[1:2])
    style_virtual(few, language="en")
    assert [category.label() for category in few.renderer().categories()] == ["Real only"]


def test_the_direction_of_coupling_is_a_second_style_of_the_layer():
    fields = ("name:string", "class:string", "off:double", "on:double", "tilt:double")
    rows = [
        (f"Point({i} 0)", "x", "both", 1.0, 1.0, tilt) for i, tilt in enumerate((-1.0, -0.2, 0.0, 0.3, 1.0))
    ]
    styled = layer("Point", fields, rows)
    for _ in range(2):
        assert style_virtual(styled, language="en")
    styles = styled.styleManager()
    assert styles.styles() == ["Quadrants", "Tilt"] and styles.currentStyle() == "Quadrants"
    assert styles.setCurrentStyle("Tilt")
    renderer = styled.renderer()
    drawn = [renderer.symbolForValue(row["tilt"]).color().name() for row in styled.getFeatures()]
    assert drawn == list(palette.VIRTUAL.tilts)
    assert [entry.label() for entry in renderer.ranges()] == [
        "Real only or nearly", "More real", "Even", "More virtual", "Virtual only or nearly",
    ]  # fmt: skip


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


def test_groups_whose_members_bridge_are_ringed():
    fields = ("grp:string", "mode:string", "members:integer", "bridges:integer")
    widths = []
    for bridges in (0, 2):
        styled = layer("Point", fields, [("Point(5 2)", "", "platform", 9, bridges)])
        assert style_virtual(styled, language="en")
        rings = ["Members in further groups"][: bool(bridges)]
        assert labels_of(styled) == ["Platform", *rings, "Members: 9", "Members: 2"]
        image = picture_of(styled)
        row = round((8 - 2) / 12 * image.height())
        inked = [x for x in range(image.width()) if image.pixelColor(x, row).name() != "#ffffff"]
        widths.append(max(inked) - min(inked))
    assert widths[1] > widths[0] + 2


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


def test_the_sizes_of_cities_are_told_in_the_legend():
    fields = ("name:string", "flow_in:double", "flow_out:double", "self:double", "cum:double")
    styled = layer("Point", fields, [("Point(5 2)", "深圳市", 40.0, 33.0, 1.0, 0.5)])
    assert style_virtual(styled, language="en")
    told = styled.renderer().dataDefinedSizeLegend()
    assert told.title() == "Flow in and out" and [entry.label for entry in told.classes()] == ["70", "18"]


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


def test_cores_of_one_city_stand_side_by_side_and_none_is_hidden():
    for count in (2, 3, 8):
        rows = [("Point(5 2)", i + 1, "core", "virtual", 10.0, "宁波市", f"x{i}") for i in range(count)]
        rows += [
            (f"Point({x} -3)", i + 1, "member", "virtual", 10.0, "", "") for i, x in enumerate(range(count))
        ]
        styled = layer("Point", BLOCK, rows)
        assert style_virtual(styled, language="en")
        image = picture_of(styled, (2, -1, 8, 5))
        pixels = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
        inked = [pixels.count(colour) for colour in palette.VIRTUAL.clusters[:count]]
        assert min(inked) > 0.8 * max(inked), count


def test_groups_of_one_city_stand_side_by_side():
    fields = ("grp:string", "mode:string", "members:integer", "bridges:integer")
    rows = [
        ("Point(5 2)", f"g{i}'", mode, 9 - i, i) for i, mode in enumerate(("platform", "standard", "park"))
    ]
    styled = layer("Point", fields, rows)
    assert style_virtual(styled, language="en")
    image = picture_of(styled)
    pixels = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
    inked = [pixels.count(palette.VIRTUAL.modes[mode]) for mode in ("platform", "standard", "park")]
    assert min(inked) > 0.4 * max(inked) > 10


def test_the_legend_has_the_shapes_of_the_clusters_and_only_kinds_that_are_there():
    rows = [
        ("Point(0 0)", 1, "core", "near", 1.0, "a", "x"),
        ("Point(5 0)", 2, "core", "local", 1.0, "b", "y"),
    ]
    styled = layer("Point", BLOCK, rows)
    style_virtual(styled, language="en")
    assert labels_of(styled)[2:] == ["Core of a cluster", "Near cluster", "Local cluster (one city)"]
    pictures = [category.symbol().asImage(QSize(30, 30)) for category in styled.renderer().categories()]
    inked = [
        sum(p.pixelColor(x, y).alpha() > 200 for x in range(30) for y in range(30)) for p in pictures[:2]
    ]
    assert inked[0] > 1.2 * inked[1], "a square has more ink than a triangle"


def test_groups_are_told_by_their_modes():
    fields = ("grp:string", "mode:string", "members:integer")
    rows = [
        ("Point(0 0)", "g1", "platform", 3),
        ("Point(1 0)", "g2", "我的", 9),
        ("Point(2 0)", "g3", None, 2),
    ]
    styled = layer("Point", fields, rows)
    assert style_virtual(styled, language="en")
    assert [category.label() for category in styled.renderer().categories()] == [
        "Platform",
        "我的",
        "No mode",
        "Members: 9",
        "Members: 2",
    ]
    categories = styled.renderer().categories()
    sizes = [category.symbol().size() for category in categories[-2:]]
    drawn = categories[1].symbol().symbolLayer(0).dataDefinedProperties().property(symbol_property("Size"))
    expression = QgsExpression(drawn.expressionString().replace('"members"', "2"))
    assert sizes == [5.5, pytest.approx(expression.evaluate())]


def test_tables_and_other_layers_are_left_alone():
    assert not style_virtual(QgsVectorLayer("None?field=flow:double", "t", "memory"))
    assert not style_virtual(layer("Point", ("name:string",), [("Point(0 0)", "x")]))
    assert not style_virtual(layer("LineString", LINK, []))


def test_greys_are_grey():
    for styled in (links(), blocks()):
        style_virtual(styled, palette.VIRTUAL_GREY)
        assert all(
            len({QColor(c).red(), QColor(c).green(), QColor(c).blue()}) == 1
            for c in colours_of(picture_of(styled))
        )


def test_layers_of_the_project_are_styled_by_what_they_are():
    project = QgsProject.instance()
    project.clear()
    given = [links(), blocks(), layer("Point", ("name:string",), [("Point(0 0)", "x")])]
    given[2].setName("other")
    project.addMapLayers(given)
    log = Log()
    parameters = {"LAYERS": given, "PALETTE": "grey", "LANGUAGE": "zh"}
    result = processing.run("clusterbelt:stylevirtual", parameters, feedback=log)
    assert result["STYLED"] == 2 and result["OUTPUT"] == [given[0].id(), given[1].id()]
    assert "“other” is left as it is" in log.text()
    assert rules_of(given[0])[1].label() == "更远"
    with pytest.raises(QgsProcessingException, match="None of the layers can be styled"):
        processing.run("clusterbelt:stylevirtual", {**parameters, "LAYERS": given[2:]})
    project.clear()
