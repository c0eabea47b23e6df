"""How clusters, belts and ellipses look on the map."""

import itertools

import pytest
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.cartography import labels, palette, styling
from clusterbelt.processing.cartography.counts import count_values, largest_pile, status_label
from clusterbelt.processing.compat import make_field
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

STATUSES = ["matched"] * 9 + ["adjacent"] * 4 + ["unmatched"] * 3


def made_of(kind, field, values, wkt):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:4326" if kind != "None" else "None", "made", "memory")
    made.dataProvider().addAttributes([make_field(field, "string")])
    made.updateFields()
    features = []
    for value in values:
        feature = QgsFeature(made.fields())
        feature.setAttribute(field, value)
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    made.updateExtents()
    return made


def matched_points(values=STATUSES, wkt="Point(113 23)"):
    return made_of("Point", "cb_status", values, wkt)


def categories_of(styled):
    renderer = styled.renderer()
    if renderer.type() == "pointDisplacement":
        renderer = renderer.embeddedRenderer()
    return renderer.categories()


def picture_of(styled, size=300, margin=1):
    settings = QgsMapSettings()
    settings.setLayers([styled])
    settings.setDestinationCrs(styled.crs())
    settings.setOutputSize(QSize(size, size))
    settings.setOutputDpi(96)
    settings.setExtent(styled.extent().buffered(margin))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def pixels_like(image, colour, tolerance=12):
    wanted = QColor(colour)
    found = 0
    for x, y in itertools.product(range(image.width()), range(image.height())):
        seen = image.pixelColor(x, y)
        distance = max(
            abs(seen.red() - wanted.red()),
            abs(seen.green() - wanted.green()),
            abs(seen.blue() - wanted.blue()),
        )
        found += distance <= tolerance
    return found


def test_points_are_drawn_by_status_in_the_order_of_the_statuses():
    points = matched_points()
    assert styling.style_matches(points)
    assert [category.value() for category in categories_of(points)] == list(statuses.ordered())
    assert points.renderer().type() == "pointDisplacement"


def test_the_legend_says_how_many_and_rounds_half_up():
    points = matched_points()
    styling.style_matches(points, language="en")
    assert [category.label() for category in categories_of(points)] == [
        "Matched (9, 56.3 %)",
        "Adjacent (4, 25.0 %)",
        "Unmatched (3, 18.8 %)",
        "Unresolved (0)",
    ]


def test_the_legend_speaks_chinese_where_asked():
    points = matched_points()
    styling.style_matches(points, language="zh")
    assert categories_of(points)[0].label() == "匹配 (9, 56.3 %)"


def test_rates_divide_by_the_rows_that_are_resolved():
    counts = {"matched": 1, "adjacent": 1, "unresolved": 2}
    assert status_label("matched", counts, "en") == "Matched (1, 50.0 %)"
    assert status_label("unresolved", counts, "en") == "Unresolved (2)"


def test_a_layer_of_unresolved_rows_has_rates_of_zero():
    assert status_label("matched", {"unresolved": 2}, "en") == "Matched (0, 0.0 %)"


def test_clusters_in_one_city_are_all_seen():
    points = matched_points(["matched", "adjacent", "unmatched"])
    styling.style_matches(points)
    image = picture_of(points)
    for status in ("matched", "adjacent", "unmatched"):
        assert pixels_like(image, palette.COLOUR.sign(status).colour) >= 6, status


def test_grids_of_neighbouring_cities_are_seen_at_the_scale_of_a_country():
    """Ten clusters in Guangzhou, five in Dongguan, 3.4 mm from each other on a map of 24 degrees."""
    layer = matched_points(["adjacent"] * 10, "Point(113.26 23.13)")
    rows = list(matched_points(["matched"] * 5, "Point(113.75 23.02)").getFeatures())
    assert layer.dataProvider().addFeatures(rows)[0]
    layer.updateExtents()
    styling.style_matches(layer)
    apart, together = picture_of(layer), picture_of(layer, 600, 12).copy(240, 240, 120, 120)
    for status in ("adjacent", "matched"):
        colour = palette.COLOUR.sign(status).colour
        assert pixels_like(together, colour) > 0.95 * pixels_like(apart, colour), status


def test_rows_without_a_status_are_drawn_too():
    points = matched_points(["matched", None, "what"])
    styling.style_matches(points, language="en")
    assert categories_of(points)[-1].label() == "No status (2)"


@pytest.mark.parametrize(
    ("kind", "wkt"),
    [
        ("MultiPoint", "MultiPoint((113 23),(114 24))"),
        ("LineString", "LineString(113 23,114 24)"),
        ("Polygon", "Polygon((113 23,114 24,114 23,113 23))"),
    ],
)
def test_other_geometries_are_drawn_by_status_without_displacement(kind, wkt):
    drawn = made_of(kind, "cb_status", STATUSES, wkt)
    assert styling.style_matches(drawn)
    assert drawn.renderer().type() == "categorizedSymbol"
    assert pixels_like(picture_of(drawn), "#ffffff", 0) < 300 * 300


@pytest.mark.parametrize(("number", "distance"), [(0, 4), (9, 4), (10, 6.75), (16, 6.75), (17, 8), (25, 8)])
def test_large_grids_gather_the_cities_that_they_would_cover(number, distance):
    points = matched_points(["matched"] * number)
    styling.style_matches(points)
    assert points.renderer().tolerance() == distance


def test_cities_near_each_other_are_of_one_grid_on_a_map_of_all():
    """Guangzhou and Foshan have six each, half a degree apart where all spread over thirty."""
    points = matched_points(["matched"] * 6)
    for wkt in ("Point(113.5 23)", "Point(143 23)"):
        points.dataProvider().addFeatures(list(matched_points(["matched"] * 6, wkt).getFeatures()))
    points.updateExtents()
    styling.style_matches(points)
    assert points.renderer().tolerance() == 6.75
    assert largest_pile(points, 0.0) == 6 and largest_pile(points, 0.022) == 12
    assert largest_pile(made_of("MultiPoint", "cb_status", ["matched"] * 3, "MultiPoint(1 1, 2 2)")) == 3
    points.dataProvider().addFeatures(list(matched_points(["matched"], "Point(inf 23)").getFeatures()))
    assert largest_pile(points, 1.0) == 18 and largest_pile(matched_points([])) == 0


def test_a_large_grid_does_not_cover_the_clusters_of_the_city_beside_it():
    """A city of twelve and one of three, 5 mm apart on paper."""
    both, black, orange = matched_points(["matched"] * 12), "#1a1a1a", "#e69f00"
    both.dataProvider().addFeatures(list(matched_points(["adjacent"] * 3, "Point(113 22.2)").getFeatures()))
    both.updateExtents()
    styling.style_matches(both)
    near = [pixels_like(picture_of(both, 300, 6), colour) for colour in (black, orange)]
    far = [pixels_like(picture_of(both, 300, 1), colour) for colour in (black, orange)]
    assert near == pytest.approx(far, rel=0.05)


def test_a_table_without_geometry_is_left_alone():
    table = made_of("None", "cb_status", STATUSES, None)
    assert not styling.style_matches(table)
    assert not styling.style_belts(table)
    assert not styling.style_ellipses(table)
    assert not styling.style_centers(table)


def test_a_layer_without_statuses_is_left_alone():
    points = made_of("Point", "city", ["a"], "Point(1 1)")
    before = points.renderer().type()
    assert not styling.style_matches(points)
    assert points.renderer().type() == before


def test_new_counts_leave_the_symbols_of_the_user():
    points = matched_points()
    styling.style_matches(points, language="en")
    renderer = points.renderer().clone()
    inner = renderer.embeddedRenderer().clone()
    first = inner.categories()[0]
    symbol = first.symbol().clone()
    symbol.setColor(QColor("#123456"))
    inner.updateCategorySymbol(0, symbol)
    inner.updateCategoryLabel(1, "my own words")
    renderer.setEmbeddedRenderer(inner)
    points.setRenderer(renderer)

    styling.update_counts(points, {"matched": 1, "adjacent": 1}, language="en")

    matched, adjacent = categories_of(points)[:2]
    assert matched.label() == "Matched (1, 50.0 %)"
    assert matched.symbol().color() == QColor("#123456")
    assert adjacent.label() == "my own words"


def test_a_style_by_status_is_recognised_and_another_is_not():
    points = matched_points()
    assert not styling.is_styled_by_status(points)
    styling.style_matches(points)
    assert styling.is_styled_by_status(points)
    points.setRenderer(QgsSingleSymbolRenderer(styling.status_symbol("matched")))
    assert not styling.is_styled_by_status(points)


def test_the_style_survives_being_saved_and_loaded(tmp_path):
    points = matched_points()
    styling.style_matches(points)
    labels = [category.label() for category in categories_of(points)]
    path = str(tmp_path / "style.qml")
    points.saveNamedStyle(path)
    again = matched_points()
    again.loadNamedStyle(path)
    assert [category.label() for category in categories_of(again)] == labels


def test_ellipses_have_the_colours_of_the_study_in_its_order():
    values = ["belts", "AM", "other", "INN", "SEI"]
    ellipses = made_of("MultiPolygon", "class", values, "MultiPolygon(((1 1,2 2,2 1,1 1)))")
    assert styling.style_ellipses(ellipses)
    found = {
        category.value(): category.symbol().symbolLayer(0).strokeColor().name()
        for category in categories_of(ellipses)
    }
    assert list(found) == ["SEI", "INN", "AM", "belts", "other"]
    for value, line in palette.CLASS_LINES.items():
        key = value if value == "belts" else value.upper()
        assert found[key] == line.colour
    assert found["other"] == palette.lines_of_classes(["other"])["other"].colour


def test_ellipses_without_a_class_field_are_drawn_alike():
    ellipses = made_of("MultiPolygon", "group", ["SEI"], "MultiPolygon(((1 1,2 2,2 1,1 1)))")
    assert styling.style_ellipses(ellipses)
    assert ellipses.renderer().type() == "singleSymbol"


def test_numbers_serve_as_classes():
    ellipses = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=class:integer", "made", "memory")
    for value in (2, 1):
        feature = QgsFeature(ellipses.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((1 1,2 2,2 1,1 1)))"))
        ellipses.dataProvider().addFeature(feature)
    assert styling.style_ellipses(ellipses)
    assert [category.value() for category in categories_of(ellipses)] == [1, 2]


def with_classes(statuses_, classes):
    made = matched_points(statuses_)
    made.dataProvider().addAttributes([make_field("class", "string")])
    made.updateFields()
    index = made.fields().lookupField("class")
    ids = [feature.id() for feature in made.getFeatures()]
    made.dataProvider().changeAttributeValues({key: {index: value} for key, value in zip(ids, classes)})
    return made


def test_the_outline_tells_the_class_beside_the_status():
    points = with_classes(["matched", "matched", "adjacent"], ["SEI", "INN", None])
    styling.style_matches(points, class_field="class", language="en")
    image = picture_of(points)
    for colour in (palette.CLASS_LINES["sei"].colour, palette.CLASS_LINES["inn"].colour):
        assert pixels_like(image, colour, 40) >= 4, colour
    assert [category.label() for category in categories_of(points)][-2:] == ["SEI", "INN"]


def test_the_shape_tells_the_class_where_asked():
    points = with_classes(["matched"], ["AM"])
    styling.style_matches(points, class_field="class", class_as="symbol")
    before = picture_of(points)
    points = with_classes(["matched"], ["SEI"])
    styling.style_matches(points, class_field="class", class_as="symbol")
    assert picture_of(points) == before, "the first class has the first shape, whatever its name"
    points = with_classes(["matched", "unmatched"], ["AM", "SEI"])
    styling.style_matches(points, class_field="class", class_as="symbol")
    assert picture_of(points) != before


def test_the_grey_look_has_no_colour():
    points = matched_points(["matched", "adjacent", "unmatched", "unresolved"])
    styling.style_matches(points, look=palette.GREY)
    image = picture_of(points, 120)
    pixels = (image.pixelColor(x, y) for x, y in itertools.product(range(120), range(120)))
    assert all(max(p.getRgb()[:3]) - min(p.getRgb()[:3]) <= 3 for p in pixels)


def test_greys_are_told_apart_by_lightness_and_shape():
    signs = [palette.GREY.sign(status) for status in statuses.ordered()]
    greys = sorted(QColor(sign.colour).lightness() for sign in signs)
    assert min(b - a for a, b in zip(greys, greys[1:])) > 40
    assert len({sign.shape for sign in palette.GREY_SIGNS.values()}) == len(palette.GREY_SIGNS)
    assert len({line.pattern for line in palette.GREY_LINES.values()}) == 4


def test_labels_leave_one_out_where_two_would_touch():
    points = made_of("Point", "name", [f"cluster {i}" for i in range(30)], "Point(113 23)")
    plain = picture_of(points)
    assert labels.label_layer(points, "name")
    labelled = picture_of(points)
    assert labelled != plain
    assert pixels_like(labelled, "#333333", 60) < 900, "thirty names on one place would be a blot"
    assert not labels.label_layer(points, "")
    assert picture_of(points) == plain


def test_belts_are_smaller_than_clusters():
    belts = made_of("Point", "product", ["shoes"], "Point(1 1)")
    assert styling.style_belts(belts)
    size = belts.renderer().symbol().size()
    assert size < min(sign.size for sign in palette.STATUS_SIGNS.values())


def test_values_are_counted_with_null_as_none():
    assert count_values(matched_points(["matched", None, "matched"]), "cb_status") == {"matched": 2, None: 1}


def test_values_of_any_kind_and_name_are_counted_by_first_appearance():
    layer = QgsVectorLayer("None?field=n:integer&field=b:string", "values", "memory")
    layer.dataProvider().addAttributes([make_field("a \"b' c", "string")])
    layer.updateFields()
    assert count_values(layer, "n") == {}
    for number, text in ((3, "z"), (None, "it's"), (3, ""), (1, None), (1, "z")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, None, text])
        layer.dataProvider().addFeature(feature)
    assert list(count_values(layer, "n").items()) == [(3, 2), (None, 1), (1, 2)]
    assert list(count_values(layer, "a \"b' c").items()) == [("z", 2), ("it's", 1), ("", 1), (None, 1)]
    assert count_values(layer, "b") == {None: 5} and count_values(layer, "gone") == {}


def linear(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


# Machado, Oliveira and Fernandes 2009, severity 1.
BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}


def lab(rgb):
    weights = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (
        max(sum(w * c for w, c in zip(row, rgb)) / limit, 0) ** (1 / 3) for row, limit in zip(weights, white)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("kind", BLINDNESS)
@pytest.mark.parametrize(
    "colours",
    [
        [sign.colour for sign in palette.STATUS_SIGNS.values()],
        [line.colour for line in palette.CLASS_LINES.values()],
    ],
    ids=["statuses", "classes"],
)
def test_colours_stay_apart_for_red_green_blind_eyes(kind, colours):
    seen = []
    for colour in colours:
        rgb = linear(colour)
        seen.append(lab([sum(m * c for m, c in zip(row, rgb)) for row in BLINDNESS[kind]]))
    for a, b in itertools.combinations(seen, 2):
        assert sum((p - q) ** 2 for p, q in zip(a, b)) ** 0.5 > 20


def test_shapes_and_line_patterns_differ():
    assert len({sign.shape for sign in palette.STATUS_SIGNS.values()}) == len(palette.STATUS_SIGNS)
    assert len({line.pattern for line in palette.CLASS_LINES.values()}) == len(palette.CLASS_LINES)
