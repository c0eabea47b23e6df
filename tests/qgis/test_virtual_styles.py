"""How blocks, coupling and networks look when they are loaded."""

import pytest
from clusterbelt.processing.cartography import palette
from clusterbelt.processing.cartography.virtual_styles import style_virtual
from clusterbelt.processing.compat import symbol_property
from making import Log
from qgis import processing
from qgis.core import (
    QgsExpression,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from styled_layers import (
    BLOCK,
    LINK,
    blocks,
    colours_of,
    labels_of,
    layer,
    links,
    picture_of,
    rules_of,
    sizes_of,
)


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
