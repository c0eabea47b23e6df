"""Numbers at the ends of what a number can hold: a result or a sentence, never `inf`, NaN or a warning of numpy."""

import math

import pytest
from clusterbelt.processing.compat import make_field
from extremes import assert_finite, numpy_is_silent, outcome  # noqa: F401 - a fixture
from making import Log, match, rows_of, run, table
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

NEAR = [(500_000.0, 3e6), (501_000.0, 3e6), (502_000.0, 3.002e6), (500_500.0, 3.004e6)]


def layer(places, weights=None, crs="EPSG:32650", groups=None, kind="double"):
    made = QgsVectorLayer(f"Point?crs={crs}" if crs else "Point", "extremes", "memory")
    if not crs:
        made.setCrs(QgsCoordinateReferenceSystem())
    made.dataProvider().addAttributes(
        [make_field("w", "double"), make_field("t", "int"), make_field("g", kind)]
    )
    made.updateFields()
    for i, place in enumerate(places):
        feature = QgsFeature(made.fields())
        feature.setAttributes([weights[i] if weights else 1.0, i % 2, groups[i] if groups else None])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert made.dataProvider().addFeature(feature)
    return made


FAR = [1e15, 1e20, 1e29, 1e30, 1e38, 1e100, 1e155, 1e200, 1.7e308, -1e300]


@pytest.mark.parametrize("crs", ["EPSG:32650", "EPSG:4326", "EPSG:3857", ""])
@pytest.mark.parametrize("far", FAR)
@pytest.mark.parametrize("whole", [False, True])
def test_far_coordinates_give_a_result_or_a_sentence(crs, far, whole):
    near = [(117.0 + x / 1e6, 30.0 + y / 1e7) for x, y in NEAR] if crs == "EPSG:4326" else NEAR
    places = (
        [(x * far, y * far / 3) for x, y in NEAR if abs(far) < 1e300]
        if whole
        else [*near, (far, 3e6), (3e6, far)]
    )
    for rule in ({}, {"SCALING": "share_inside", "PERCENT": 50}):
        outcome(
            "weightedellipse",
            INPUT=layer(places or [(far, far)] * 3),
            CENTERS="memory:",
            AXES="memory:",
            **rule,
        )
        outcome(
            "weightedellipse",
            INPUT=layer(places or [(far, far)] * 3, crs=crs),
            CENTERS="memory:",
            AXES="memory:",
            **rule,
        )
    outcome(
        "centershift",
        INPUT=layer(places or [(far, far)] * 3, crs=crs),
        TIME="t",
        ELLIPSES="memory:",
        TABLE="memory:",
    )


def test_a_coordinate_that_is_no_place_is_left_out_and_named():
    log = Log()
    result = outcome(
        "weightedellipse", log, INPUT=layer([*NEAR, (1e30, 3e6), (3e6, -1.7976931348623157e308)])
    )
    assert (result["POINTS_USED"], result["POINTS_SKIPPED"]) == (4, 2)
    assert "rows with coordinates of 1e30 or more, treated as having no geometry: 2 (5, 6)" in log.text()
    (alone,) = rows_of(run("weightedellipse", INPUT=layer(NEAR))["OUTPUT"])
    assert rows_of(result["OUTPUT"])[0]["major"] == alone["major"]


def test_a_shift_of_centres_that_lie_nowhere_is_a_sentence_and_an_ellipse_there_a_warning():
    far = [(x * 1e15, y) for x, y in NEAR]
    log = Log()
    outcome("weightedellipse", log, INPUT=layer(far))
    assert "in EPSG:32650 is not a place on Earth" in log.text()
    assert "is not a place on Earth" in outcome("centershift", INPUT=layer(far), TIME="t")


@pytest.mark.parametrize("unit", [1e-320, 5e-324, 1e-300, 1e300, 1e307])
def test_weights_of_any_size_give_the_ellipse_of_their_shares(unit):
    weights = [1.0, 2.0, 3.0, 4.0]
    made = layer(NEAR, [w * unit for w in weights], groups=[1.0, 1.0, 1.0, 1.0])
    for parameters in ({"UID": "g"}, {}, {"SCALING": "share_inside", "PERCENT": 70}):
        (row,) = rows_of(outcome("weightedellipse", INPUT=made, WEIGHT="w", **parameters)["OUTPUT"])
        (truth,) = rows_of(
            run("weightedellipse", INPUT=layer(NEAR, weights), WEIGHT="w", **parameters)["OUTPUT"]
        )
        for name in ("center_x", "major", "minor", "rotation", "n_eff", "share_in", "n_in"):
            assert row[name] == pytest.approx(truth[name], rel=1e-3 if unit < 1e-310 else 1e-9), name


@pytest.mark.parametrize("crs", ["EPSG:32650", "EPSG:4326"])
@pytest.mark.parametrize("rule", [{}, {"SCALING": "share_inside", "PERCENT": 70}])
def test_a_group_of_tiny_weights_beside_one_of_huge_ones_is_the_same_as_alone(crs, rule):
    near = NEAR if crs != "EPSG:4326" else [(117 + (x - 5e5) / 1e5, 30 + (y - 3e6) / 1e5) for x, y in NEAR]
    shares = [1.0, 2.0, 3.0, 4.0]
    made = layer(
        [*near, *near],
        [*(s * 1e306 for s in shares), *(s * 1e-300 for s in shares)],
        crs,
        [1.0] * 4 + [2.0] * 4,
    )
    big, small = rows_of(outcome("weightedellipse", INPUT=made, WEIGHT="w", UID="g", **rule)["OUTPUT"])
    for name in ("n", "n_eff", "center_x", "center_y", "major", "minor", "rotation", "n_in", "share_in"):
        assert small[name] == pytest.approx(big[name], rel=1e-9), name
    assert small["weight"] == pytest.approx(10e-300) and big["weight"] == pytest.approx(10e306)


def test_weights_that_add_up_to_no_number_are_a_sentence():
    for algorithm, more in (("weightedellipse", {}), ("centershift", {"TIME": "t"})):
        said = outcome(algorithm, INPUT=layer(NEAR, [1e308] * 4), WEIGHT="w", **more)
        assert "“extremes”, field “w”: the sum of the weights is too large" in said


def test_infinite_weights_are_left_out_and_counted():
    log = Log()
    result = outcome(
        "weightedellipse", log, INPUT=layer([*NEAR, *NEAR[:2]], [1, 1, 1, 1, math.inf, math.nan]), WEIGHT="w"
    )
    assert result["POINTS_USED"] == 4 and "empty or infinite: 2 (5, 6)" in log.text()


@pytest.mark.parametrize("algorithm, more", [("weightedellipse", {}), ("centershift", {"TIME": "t"})])
def test_a_group_that_is_no_number_is_the_group_of_none(algorithm, more, tmp_path):
    made = layer([*NEAR, *NEAR], groups=[1.0] * 4 + [math.nan, math.nan, None, None])
    for output in ("memory:", str(tmp_path / "out.gpkg")):
        result = run(algorithm, INPUT=made, UID="g", OUTPUT=output, **more)
        shown = result["OUTPUT"] if output == "memory:" else QgsVectorLayer(result["OUTPUT"], "out", "ogr")
        assert [row["g"] for row in rows_of(shown)] == [1.0, None]


@pytest.mark.parametrize("size", ["1e308", "inf", "nan", "-1", "1000001", "1e-320"])
@pytest.mark.parametrize("scaling", ["standard_distance", "standard_deviation"])
def test_a_size_that_is_none_is_a_sentence(scaling, size):
    said = outcome("weightedellipse", INPUT=layer(NEAR), SIZE=size, SCALING=scaling)
    assert "must be greater than 0" in said if size != "1e-320" else "OUTPUT" in said


CITIES = [
    (116.4, 39.9), (-74.0, 40.7), (-0.1, 51.5), (139.7, 35.7), (151.2, -33.9), (-46.6, -23.5), (31.2, 30.0),
    (72.9, 19.1), (-118.2, 34.1), (28.0, -26.2),
]  # fmt: skip


def test_an_ellipse_larger_than_the_globe_has_numbers_but_no_outline_and_that_is_said():
    """The plane about a centre is a disc of two radii of the globe; SIZE 1.5 reaches to 1.97 of them."""
    log = Log()
    given = {
        "INPUT": layer(CITIES, crs="EPSG:4326"),
        "SIZE": "1,1.5,2,3",
        "AXES": "memory:",
        "CENTERS": "memory:",
    }
    result = outcome("weightedellipse", log, **given)
    rows, shapes = (
        rows_of(result["OUTPUT"]),
        [feature.geometry() for feature in result["OUTPUT"].getFeatures()],
    )
    assert [shape.isNull() for shape in shapes] == [False, False, True, True]
    assert [row["major"] / rows[0]["major"] for row in rows] == pytest.approx([1, 1.5, 2, 3])
    assert (
        "extend beyond the plane of measurement: 2 (2 standard_distance, 3 standard_distance)" in log.text()
    )
    assert [axis.geometry().isNull() for axis in result["AXES"].getFeatures()][-4:] == [
        True,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize("turn", [0, 30, 60, 90, 120, 150])
@pytest.mark.parametrize("size", [0.3, 0.7, 1.0, 1.35, 1.6])
@pytest.mark.parametrize(
    "center", [(47.0, 56.0), (-150.0, -20.0), (10.0, 89.0), (179.0, -70.0), (100.0, 0.0)]
)
def test_an_outline_that_covers_poles_and_antimeridian_is_what_lies_within(center, size, turn):
    """Whatever it covers: one pole, both or none, its area on the globe is that of the numbers, the centre is in it."""
    radius = 6_371_007.18
    made = layer(_cross_on_the_plane(center, size * radius, 0.8 * size * radius, turn), crs="EPSG:4326")
    result = run("weightedellipse", INPUT=made)
    (row,), shape = rows_of(result["OUTPUT"]), next(result["OUTPUT"].getFeatures()).geometry()
    assert shape.isGeosValid()
    assert shape.contains(QgsPointXY(row["center_x"], row["center_y"]))
    flat = shape.densifyByDistance(0.25)
    flat.transform(_to_cylinder())
    assert flat.area() == pytest.approx(row["area"], rel=5e-3)


def _to_cylinder():
    cylinder = QgsCoordinateReferenceSystem("EPSG:6933")
    return QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), cylinder, QgsCoordinateTransformContext()
    )


def _cross_on_the_plane(center, long, short, turn):
    """Degrees of points whose ellipse in the equal-area plane about a centre has these half axes."""
    plane = QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={center[1]} +lon_0={center[0]} +datum=WGS84"
    )
    back = QgsCoordinateTransform(
        plane, QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext()
    )
    azimuth = math.radians(turn)
    ways = [
        (long, azimuth),
        (-long, azimuth),
        (short, azimuth + math.pi / 2),
        (-short, azimuth + math.pi / 2),
    ]
    places = [back.transform(QgsPointXY(way * math.sin(turn), way * math.cos(turn))) for way, turn in ways]
    return [(place.x(), place.y()) for place in places]


def test_an_outline_beyond_a_plane_asked_for_is_left_out_and_named():
    log = Log()
    made = layer([(x, y) for x, y in CITIES if abs(y) < 60], crs="EPSG:4326")
    result = outcome("weightedellipse", log, INPUT=made, MEASURE_CRS="EPSG:3857", SIZE="1,2", AXES="memory:")
    assert [feature.geometry().isNull() for feature in result["OUTPUT"].getFeatures()] == [False, True]
    assert "extend beyond the plane of measurement: 1 (2 standard_distance)" in log.text()


@pytest.mark.parametrize("far", [1e20, 1e30, 1e200])
def test_polygons_beyond_any_place_are_left_out_or_compared(far):
    made = QgsVectorLayer("Polygon?crs=EPSG:32650", "areas", "memory")
    for x, y, side in ((0, 0, 2), (1, 1, 2), (far, 0, far)):
        feature = QgsFeature()
        corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))
        feature.setGeometry(QgsGeometry.fromPolygonXY([[QgsPointXY(*corner) for corner in corners]]))
        made.dataProvider().addFeature(feature)
    result = outcome("compareellipses", INPUT=made)
    if isinstance(result, dict):
        rows = rows_of(result["OUTPUT"])
        assert rows[0]["jaccard"] == pytest.approx(1 / 7)
        assert len(rows) == (3 if far < 1e30 else 1)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_numbers_that_are_none_are_empty_in_every_output(value, tmp_path):
    """Cells that are carried along, ids, classes and weights alike: an infinite one counts as an empty one."""
    clusters = QgsVectorLayer("None", "clusters", "memory")
    fields = [(name, "double") for name in ("id", "w", "class", "more")]
    fields += [(name, "string") for name in ("city", "industry")]
    clusters.dataProvider().addAttributes([make_field(*field) for field in fields])
    clusters.updateFields()
    for numbers in ([1.0, 2.0, value, value], [2.0, value, 7.0, 1.0], [3.0, 1.0, None, 2.0]):
        feature = QgsFeature(clusters.fields())
        feature.setAttributes([*numbers, "深圳市", "机器人"])
        assert clusters.dataProvider().addFeature(feature)
    belts = table([("b", "深圳市", "机器人")], ("id", "city", "product"))
    matched = match(clusters, belts, CLUSTER_WEIGHT="w")["OUTPUT"]
    assert_finite(matched)
    assert [row["class"] for row in rows_of(matched)] == [None, 7.0, None]
    summary = outcome("matchsummary", INPUT=matched, CLASS="class", BASE="rows")["OUTPUT"]
    assert [row["class"] for row in rows_of(summary) if row["part"] == "all"] == ["7", None, "*"]
    run("splitshared", INPUT=clusters, CITY="city", OUTPUT=str(tmp_path / "split.geojson"))
    kept = QgsVectorLayer(str(tmp_path / "split.geojson"), "split", "ogr")
    assert [row["more"] for row in rows_of(kept)] == [None, 1.0, 2.0]


@pytest.mark.parametrize("unit", [1e-320, 1e-160, 1e160, 1e300])
def test_rates_of_weights_of_any_size_are_those_of_their_shares(unit):
    def summary(size):
        rows = [(str(i), "深圳市", "机器人", str(i * size)) for i in (1, 2, 3)]
        belts = table([("b", "深圳市", "机器人")], ("id", "city", "product"))
        matched = match(table(rows, ("id", "city", "industry", "w")), belts, CLUSTER_WEIGHT="w")["OUTPUT"]
        return rows_of(run("matchsummary", INPUT=matched, CLASS="cb_status", BASE="weighted")["OUTPUT"])[0]

    small, plain = summary(unit), summary(1.0)
    for name in ("rate_m", "m_low", "m_high"):
        assert small[name] == pytest.approx(plain[name], rel=1e-3), name


@pytest.mark.parametrize(
    "algorithm, name",
    [
        ("weightedellipse", "SEGMENTS"),
        ("ellipseofsums", "SEGMENTS"),
        ("ellipseofparquet", "SEGMENTS"),
        ("matchchance", "RUNS"),
    ],
)
def test_a_number_that_would_take_all_memory_or_days_is_refused_before_the_run(algorithm, name):
    made = QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{algorithm}")
    number = made.parameterDefinition(name)
    assert number.checkValueIsAcceptable(number.defaultValue())
    assert number.checkValueIsAcceptable(100_000)
    assert not number.checkValueIsAcceptable(2_000_000_000)
