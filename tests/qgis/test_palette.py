"""One palette: a class has one line on the map, the page and the report, and none that is a status."""

import itertools

import numpy as np
import pytest
from clusterbelt.processing.analysis.words import words_of
from clusterbelt.processing.cartography import palette, styling
from clusterbelt.processing.cartography.page.layers import gather
from clusterbelt.processing.compat import make_field
from clusterbelt.processing.report import charts
from clusterbelt.processing.report.ellipses import ellipse_classes
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

NAMES = ["电子", "textiles", "B", "food", "a", "3", "class 10", "SEI"]


def ellipses(classes, field="class"):
    made = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "ellipses", "memory")
    made.dataProvider().addAttributes([make_field(field, "string"), make_field("status", "string")])
    made.updateFields()
    for value in classes:
        feature = QgsFeature(made.fields())
        feature.setAttributes([value, "ellipse"])
        feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((1 1,2 2,2 1,1 1)))"))
        assert made.dataProvider().addFeature(feature)
    return made


def drawn(layer):
    """Colour and pattern of each class as the layer is drawn."""
    return {
        category.value(): (symbol.strokeColor().name(), symbol.strokeStyle())
        for category in layer.renderer().categories()
        for symbol in [category.symbol().symbolLayer(0)]
    }


def distance(one, other):
    """Between colours as people see them (CIE 1976)."""

    def lab(colour):
        rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
        linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
        to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
        ratio = to_xyz @ linear / np.array([0.9505, 1.0, 1.089])
        f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
        return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])

    return float(np.linalg.norm(lab(one) - lab(other)))


@pytest.mark.parametrize("field", ["class", "region"])
def test_map_page_and_report_give_a_class_one_line_whatever_the_order(field):
    found = []
    for order in (NAMES, NAMES[::-1], NAMES[3:] + NAMES[:3]):
        layer = ellipses(order, field)
        page = gather(QgsProject(), None, ellipses=layer)
        assert styling.style_ellipses(layer, field)
        signs = charts.legend(words_of("report", "en"), "en", False, ellipse_classes(layer))
        lines = {sign["text"]: sign["sign"].colour for sign in signs if sign["kind"] == "line"}
        assert drawn(page.ellipses) == drawn(layer)
        assert {name: colour for name, (colour, _) in drawn(layer).items()} == lines
        found.append(drawn(layer))
    assert found[0] == found[1] == found[2]


def test_a_class_keeps_its_line_where_others_are_missing_if_told_what_is_beside_it():
    whole = palette.lines_of_classes(NAMES)
    for part in itertools.combinations(NAMES, 3):
        assert palette.lines_of_classes(part, among=NAMES) == {name: whole[name] for name in part}


def test_letters_and_numbers_take_the_lines_in_their_order():
    for few in ("abcdefgh", "12345678", [f"class {i}" for i in range(1, 9)]):
        lines = palette.lines_of_classes(few)
        assert [lines[name] for name in few] == list(palette.FURTHER_LINES)


def test_capitals_and_blanks_make_no_other_class():
    lines = palette.lines_of_classes(["Food", " food", "AM", "am "])
    assert lines["Food"] == lines[" food"] and lines["AM"] == lines["am "] == palette.CLASS_LINES["am"]


@pytest.mark.parametrize("look", palette.PALETTES.values(), ids=list(palette.PALETTES))
@pytest.mark.parametrize("count", [1, 2, 8, 9, 16, 24])
def test_no_two_classes_are_drawn_alike(look, count):
    lines = palette.lines_of_classes([f"trade {chr(0x4E00 + 7 * i)}" for i in range(count)], look)
    # Greys are few: their patterns repeat sooner.
    assert len(set(lines.values())) == count or (look is palette.GREY and count > 8)


def test_no_class_has_the_colour_of_a_status():
    signs = [*palette.COLOUR.signs.values(), palette.COLOUR.no_status]
    of_statuses = {colour for sign in signs for colour in (sign.colour, sign.outline)} - {"#ffffff"}
    of_classes = [*palette.COLOUR.lines.values(), *palette.COLOUR.further_lines]
    assert not of_statuses & {line.colour for line in (*of_classes, palette.COLOUR.no_class)}
    for line in of_classes:
        assert min(distance(line.colour, colour) for colour in of_statuses) > 15, line
        assert distance(line.colour, "#ffffff") > 35, line


def test_further_classes_are_apart_from_each_other_and_from_the_known_ones():
    lines = [*palette.COLOUR.lines.values(), *palette.COLOUR.further_lines]
    for one, other in itertools.combinations(lines, 2):
        assert distance(one.colour, other.colour) > 15, (one, other)
