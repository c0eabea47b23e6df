"""The ways in which a cluster and a belt can be in one place: names, codes, texts, polygons, distances."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, table
from qgis.core import QgsProcessingException


def statuses(result):
    return {row["id"]: row["cb_status"] for row in rows_of(result["OUTPUT"])}


def square(x, y, side=1):
    return f"Polygon (({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, {x} {y}))"


# Texts and lists of one's own


def test_equal_texts_are_equal_cities_in_any_country():
    clusters = table([("a", " Lyon", "服装"), ("b", "LYON", "服装"), ("c", "Nice", "服装")], CLUSTER_FIELDS)
    result = match(clusters, table([("1", "lyon ", "女装")], BELT_FIELDS), CITY_BY="text")
    assert statuses(result) == {"a": "matched", "b": "matched", "c": "unmatched"}
    assert rows_of(result["OUTPUT"])[0]["cb_citycd"] == "lyon"


def test_a_city_of_the_belts_with_a_comma_in_its_name_is_one_city_of_the_clusters():
    rows = [("a", "Pforzheim, Stadt", "服装"), ("b", "Hof, Nice", "服装")]
    belts = table([("1", "pforzheim, stadt", "女装"), ("2", "Nice", "女装")], BELT_FIELDS)
    found = rows_of(match(table(rows, CLUSTER_FIELDS), belts, CITY_BY="text")["OUTPUT"])
    assert [(row["cb_city"], row["cb_status"]) for row in found] == [
        ("Pforzheim, Stadt", "matched"),
        ("Hof", "unmatched"),
        ("Nice", "matched"),
    ]


def test_cities_of_ones_own_are_known_by_name_or_code():
    cities = table([("Point (4.83 45.76)", "Lyon", "69")], ("name", "code"), "Point")
    belts = table([("1", "lyon", "女装"), ("2", "69", "女装")], BELT_FIELDS)
    clusters = table([("a", "Lyon", "服装"), ("b", "69", "服装"), ("c", "Nice", "服装")], CLUSTER_FIELDS)
    by_name = match(clusters, belts, CITIES=cities, CITIES_FIELD="name")
    assert statuses(by_name) == {"a": "matched", "b": "unresolved", "c": "unresolved"}
    place = next(by_name["OUTPUT"].getFeatures()).geometry().asPoint()
    assert (place.x(), place.y()) == pytest.approx((4.83, 45.76))
    by_code = match(clusters, belts, CITY_BY="code", CITIES=cities, CITIES_FIELD="code")
    assert statuses(by_code) == {"a": "unresolved", "b": "matched", "c": "unresolved"}
    with pytest.raises(QgsProcessingException, match="“Name or code of your own cities” is empty"):
        match(clusters, belts, CITIES=cities)


# Levels


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (
            "prefecture",
            {"kunshan": "matched", "suzhou": "matched", "nanjing": "unmatched", "jiangsu": "unresolved"},
        ),
        (
            "county",
            {"kunshan": "matched", "suzhou": "unmatched", "nanjing": "unmatched", "jiangsu": "unresolved"},
        ),
        ("province", {"kunshan": "matched", "suzhou": "matched", "nanjing": "matched", "jiangsu": "matched"}),
    ],
)
def test_cities_are_compared_at_the_level_asked_for(level, expected):
    rows = [("kunshan", "昆山市"), ("suzhou", "苏州市"), ("nanjing", "南京"), ("jiangsu", "江苏省")]
    clusters = table([(name, city, "服装") for name, city in rows], CLUSTER_FIELDS)
    result = match(clusters, table([("1", "昆山", "女装")], BELT_FIELDS), CITY_LEVEL=level)
    assert statuses(result) == expected


def test_codes_of_counties_and_provinces_follow_the_level():
    clusters = table([("a", "320583", "服装"), ("b", "320500", "服装")], CLUSTER_FIELDS)
    belts = table([("1", "320583", "女装")], BELT_FIELDS)
    assert statuses(match(clusters, belts, CITY_BY="code", CITY_LEVEL="county")) == {
        "a": "matched",
        "b": "unmatched",
    }
    found = rows_of(match(clusters, belts, CITY_BY="code", CITY_LEVEL="province")["OUTPUT"])
    assert {row["cb_citycd"] for row in found} == {"320000"} and found[0]["cb_city"] == "江苏省"


# Ambiguous names


def test_the_place_of_a_row_settles_a_name_of_several_cities_only_among_those_named():
    rows = [
        ("Point (116.5 39.9)", "beijing", "朝阳区", "服装"),
        ("Point (125.3 43.9)", "changchun", "朝阳区", "服装"),
        ("Point (121.5 31.2)", "shanghai", "朝阳区", "服装"),
        (None, "nowhere", "朝阳区", "服装"),
    ]
    log = Log()
    belts = table([("Point (116.4 39.9)", "1", "朝阳区", "女装")], BELT_FIELDS, "Point")
    found = {
        row["id"]: row for row in rows_of(match(table(rows, CLUSTER_FIELDS, "Point"), belts, log)["OUTPUT"])
    }
    assert found["beijing"]["cb_citycd"] == "110000" and found["beijing"]["cb_status"] == "matched"
    assert found["changchun"]["cb_citycd"] == "220100" and found["changchun"]["cb_status"] == "unmatched"
    assert {found[name]["cb_reason"] for name in ("shanghai", "nowhere")} == {"city_unresolved"}
    assert "北京市 110000, 长春市 220100" in found["shanghai"]["cb_evid"]
    assert "ambiguous city names, settled by the nearest of the cities that they could mean: 2" in log.text()


# Polygons

CITIES = (
    (square(0, 0), "west"),
    (square(1, 0), "east"),
    (square(10, 10), "west"),
)


def in_polygons(clusters, belts, feedback=None, **options):
    polygons = options.pop("CITIES", None) or table(CITIES, ("name",), "Polygon")
    given = {"CITY_BY": "polygon", "CITIES": polygons, "CLUSTER_CITY": None, "BELT_CITY": None, **options}
    clusters = table([(wkt, name, None, "服装") for wkt, name in clusters], CLUSTER_FIELDS, "Point")
    belts = table([(wkt, name, None, "女装") for wkt, name in belts], BELT_FIELDS, "Point")
    return match(clusters, belts, feedback, **given)


def test_points_of_one_polygon_are_in_one_city():
    clusters = [("Point (0.5 0.5)", "a"), ("Point (1.5 0.5)", "b"), ("Point (5 5)", "c"), (None, "d")]
    result = in_polygons(clusters, [("Point (0.2 0.2)", "1")], CITIES_FIELD="name")
    found = {row["id"]: row for row in rows_of(result["OUTPUT"])}
    assert [found[name]["cb_status"] for name in "abcd"] == [
        "matched",
        "unmatched",
        "unresolved",
        "unresolved",
    ]
    assert found["a"]["cb_citycd"] == found["a"]["cb_city"] == "west"
    assert (
        found["c"]["cb_evid"] == "the point lies in no city" and found["d"]["cb_evid"] == "no point is given"
    )


def test_polygons_of_one_text_are_one_city_and_without_field_each_is_its_own():
    clusters, belts = [("Point (0.5 0.5)", "a")], [("Point (10.5 10.5)", "1")]
    assert statuses(in_polygons(clusters, belts, CITIES_FIELD="name")) == {"a": "matched"}
    result = in_polygons(clusters, belts)
    assert statuses(result) == {"a": "unmatched"} and rows_of(result["OUTPUT"])[0]["cb_citycd"] == "1"


def test_a_point_on_a_border_belongs_to_the_lowest_feature_id_and_that_is_said():
    log = Log()
    result = in_polygons([("Point (1 0.5)", "a")], [("Point (0.5 0.5)", "1")], log, CITIES_FIELD="name")
    assert (
        statuses(result) == {"a": "matched"}
        and "points on the border of several cities, which belong to the one with the lowest feature id: 1"
        in log.text()
    )


def test_a_point_outside_belongs_to_the_nearest_polygon_within_the_tolerance():
    clusters, belts = [("Point (-0.01 0.5)", "a")], [("Point (0.5 0.5)", "1")]
    assert statuses(in_polygons(clusters, belts, TOLERANCE=1000)) == {"a": "unresolved"}
    assert statuses(in_polygons(clusters, belts, TOLERANCE=1200)) == {"a": "matched"}


def test_other_reference_systems_are_brought_to_that_of_the_polygons():
    polygons = table(CITIES, ("name",), "Polygon")
    clusters = table([("Point (55660 55660)", "a", None, "服装")], CLUSTER_FIELDS, "Point")
    from qgis.core import QgsCoordinateReferenceSystem

    clusters.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    belts = table([("Point (0.5 0.5)", "1", None, "女装")], BELT_FIELDS, "Point")
    options = {"CITY_BY": "polygon", "CITIES": polygons, "CLUSTER_CITY": None, "BELT_CITY": None}
    assert statuses(match(clusters, belts, **options)) == {"a": "matched"}


def test_what_the_ways_need_is_asked_for():
    clusters, belts = [("Point (0.5 0.5)", "a")], [("Point (0.5 0.5)", "1")]
    with pytest.raises(QgsProcessingException, match="needs polygons as “Your own cities”"):
        in_polygons(clusters, belts, CITIES=table([("Point (0 0)", "x")], ("name",), "Point"))
    plain = table([("a", "x", "服装")], CLUSTER_FIELDS), table([("1", "x", "女装")], BELT_FIELDS)
    for options, message in (
        ({"CITY_BY": "polygon"}, "needs “Your own cities”"),
        ({"CITY_BY": "distance"}, "needs “Distance in metres”"),
        ({"CLUSTER_CITY": None}, "needs “City of the cluster”"),
        ({"CITY_BY": "distance", "DISTANCE": 5}, "has no points"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            match(*plain, **options)


# Distance


def within(metres, clusters, belts, feedback=None, **options):
    given = {"CITY_BY": "distance", "DISTANCE": metres, "CLUSTER_CITY": None, "BELT_CITY": None, **options}
    clusters = table([(wkt, name, None, "服装") for wkt, name in clusters], CLUSTER_FIELDS, "Point")
    belts = table([(wkt, name, None, "女装") for wkt, name in belts], BELT_FIELDS, "Point")
    return match(clusters, belts, feedback, **given)


def test_belts_within_the_distance_count_and_no_others():
    clusters = [("Point (120 30)", "a"), ("Point (121 30)", "b"), (None, "c")]
    belts = [("Point (120.05 30)", "1"), ("Point (120.01 30)", "2"), ("Point (120.06 30)", "3")]
    result = within(5000, clusters, belts, PAIRS="memory:")
    found = {row["id"]: row for row in rows_of(result["OUTPUT"])}
    assert [found[name]["cb_status"] for name in "abc"] == ["matched", "unmatched", "unresolved"]
    assert found["a"]["cb_beltid"] == "2" and found["a"]["cb_ncity"] == 2 and found["a"]["cb_citycd"] is None
    assert "965 m away" in found["a"]["cb_evid"] and found["b"]["cb_evid"] == "no belt within 5000 m"
    pairs = rows_of(result["PAIRS"])
    assert [(row["belt"], round(row["distance_m"])) for row in pairs] == [("2", 965), ("1", 4824)]


def test_distances_cross_the_antimeridian():
    result = within(30000, [("Point (179.9 -17)", "a")], [("Point (-179.9 -17)", "1")])
    assert statuses(result) == {"a": "matched"}


def test_one_cluster_with_several_points_is_shared():
    rows = within(5000, [("Point (120 30)", "a"), ("Point (125 30)", "a")], [("Point (120 30)", "1")])
    found = rows_of(rows["OUTPUT"])
    assert [row["cb_weight"] for row in found] == [0.5, 0.5]
    assert [row["cb_whole"] for row in found] == ["matched", "matched"]


def test_layers_without_reference_system_are_compared_as_they_are():
    clusters = table([("Point (0 0)", "a", None, "服装")], CLUSTER_FIELDS, "Point")
    belts = table([("Point (3 4)", "1", None, "女装")], BELT_FIELDS, "Point")
    from qgis.core import QgsCoordinateReferenceSystem

    for layer in (clusters, belts):
        layer.setCrs(QgsCoordinateReferenceSystem())
    options = {"CITY_BY": "distance", "CLUSTER_CITY": None, "BELT_CITY": None}
    log = Log()
    assert statuses(match(clusters, belts, log, DISTANCE=5, **options)) == {"a": "matched"}
    assert "has no coordinate reference system" in log.text()
    assert statuses(match(clusters, belts, DISTANCE=4.9, **options)) == {"a": "unmatched"}


# Belts


def test_belts_with_one_id_are_counted_and_said():
    log = Log()
    belts = table([("1", "杭州", "女装"), ("1", "杭州", "男装")], BELT_FIELDS)
    found = rows_of(match(table([("a", "杭州", "服装")], CLUSTER_FIELDS), belts, log)["OUTPUT"])
    assert (
        found[0]["cb_nmatch"] == 2
        and "is that of another belt as well; each of them counts: 1 (2)" in log.text()
    )
