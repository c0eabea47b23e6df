"""A class has one colour on the map, the page and in the report, whatever values classes have and whichever are drawn."""

import re
from html import unescape
from pathlib import Path

import pytest
from clusterbelt.processing.cartography import loading, palette, styling
from clusterbelt.processing.cartography.page.layers import gather
from clusterbelt.processing.layers.reading.cell_texts import cell_text
from making import CLUSTER_FIELDS, match, run, table
from qgis.core import QgsProject, QgsVectorLayer

# The second and third end in the same number, so that one of them gives way where both are drawn.
CLASSES = [
    *(
        "x 1",
        "y 1",
        "z 1",
        None,
        "",
        "  ",
        "2",
        "2.5",
        "2020-01-02",
        "AM",
        "am ",
        "乙",
        "<b>",
        "it's",
        "a\\b",
    ),
    *(f"class {number}" for number in range(3, 9)),
]
CITIES = ("北京市", "上海市", "深圳市", "苏州市", "杭州市", "武汉市")
PLACES = (
    "POINT (116 40)",
    "POINT (121 31)",
    "POINT (114 22)",
    "POINT (120 31)",
    "POINT (120 30)",
    "POINT (114 30)",
)


@pytest.fixture
def study(tmp_path):
    """A matched file of all classes, and the ellipses of all but the first."""
    rows = [
        (PLACES[number % 6], f"{kind}{number}", CITIES[number % 6], "女装", kind)
        for kind in CLASSES
        for number in range(4)
    ]
    rows = [(place, f"{place}{i}", *rest) for i, (place, _, *rest) in enumerate(rows)]
    clusters = table(rows, (*CLUSTER_FIELDS, "class"), "Point")
    belts = table([("b", "北京市", "女装")], ("id", "city", "product"))
    path = str(tmp_path / "matched.gpkg")
    match(clusters, belts, OUTPUT=path)
    matched = QgsVectorLayer(path, "matched", "ogr")
    some = QgsVectorLayer(path, "some", "ogr")
    some.setSubsetString('"class" IS NULL OR "class" <> \'x 1\'')
    ellipses = run("weightedellipse", INPUT=some, UID="class", OUTPUT=str(tmp_path / "ellipses.gpkg"))[
        "OUTPUT"
    ]
    QgsProject.instance().clear()
    yield matched, QgsVectorLayer(ellipses, "ellipses", "ogr")
    QgsProject.instance().clear()


def drawn(layer):
    """Colour and pattern of each class that a layer draws."""
    found = {}
    for category in layer.renderer().categories():
        values = category.value() if isinstance(category.value(), list) else [category.value()]
        line = category.symbol().symbolLayer(0)
        for value in values:
            found[cell_text(value)] = line.strokeColor().name(), line.strokeStyle()
    return found


def test_map_page_report_and_outlines_agree_where_fewer_ellipses_are_drawn(study, tmp_path):
    matched, ellipses = study
    QgsProject.instance().addMapLayers([matched, ellipses])
    loading._STYLERS["ellipses"](ellipses)
    on_map = drawn(ellipses)
    whole = palette.lines_of_classes({cell_text(kind) for kind in CLASSES} - {None})
    assert {name: colour for name, (colour, _) in on_map.items()} == {
        name: whole[name].colour if name else palette.NO_CLASS_LINE.colour for name in on_map
    }
    assert "x 1" not in on_map and {None, "y 1", "2", "2.5", "2020-01-02", "AM", "乙"} <= set(on_map)
    # Both of those that would have the same line are drawn apart, beside the one that has it.
    assert len({(whole[name].colour, whole[name].pattern) for name in ("x 1", "y 1", "z 1")}) == 3

    page = gather(None, matched, ellipses=QgsVectorLayer(ellipses.source(), "again", "ogr"))
    assert drawn(page.ellipses) == on_map

    path = str(tmp_path / "report.html")
    run("matchreport", INPUT=matched, ELLIPSES=ellipses, CLASS="class", RUNS=1, OUTPUT=path)
    text = Path(path).read_text(encoding="utf-8")
    outlines = re.search(r'<g class="ellipses">(.*?)</g>', text, re.DOTALL)[1]
    colours = [colour for colour, _ in on_map.values()]
    assert set(re.findall(r'stroke="(#\w+)"', outlines)) == set(colours)
    legend = re.findall(r'M0 5H30" stroke="(#\w+)".*?</svg>\s*(?:<[^>]*>)?([^<]+)', text)
    legend = [(unescape(name).strip(), colour) for colour, name in legend]
    assert {name for name, _ in legend} >= {name for name in on_map if name}
    for name, colour in legend:
        assert colour == on_map.get(name, [colour])[0], name

    styling.style_matches(matched, class_field="class", language="en")
    statuses = {sign.colour for sign in palette.STATUS_SIGNS.values()}
    assert not statuses & set(colours)
