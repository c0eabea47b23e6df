"""Groups, periods and polygons on all sides of the globe: one plane where it is true to all, else one for each."""

import math

import pytest
from clusterbelt.processing.compat import make_field
from making import Log, rows_of, run
from pyproj import Geod
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

GLOBE = Geod(ellps="WGS84")
LONG, SHORT, TURN = 70_000.0, 20_000.0, 34.0
HARBIN, HAINAN, CHILE, BEIJING, NEW_YORK = (
    (126.6, 45.8),
    (109.8, 19.2),
    (-70.6, -33.4),
    (116.4, 39.9),
    (-74.0, 40.7),
)


def cross(center, turn=TURN, long=LONG, short=SHORT):
    ways = ((0, long), (180, long), (90, short), (270, short))
    return [GLOBE.fwd(*center, turn + way, length)[:2] for way, length in ways]


def groups(centers, crs="EPSG:4326"):
    """Points about each centre, which names them in field `g`, with a time in `t` and a weight in `w`."""
    made = QgsVectorLayer(f"Point?crs={crs}", "groups", "memory")
    made.dataProvider().addAttributes(
        [make_field("g", "string"), make_field("t", "int"), make_field("w", "double")]
    )
    made.updateFields()
    for name, time, weight, center in centers:
        for place in cross(center):
            feature = QgsFeature(made.fields())
            feature.setAttributes([name, time, weight])
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
            assert made.dataProvider().addFeature(feature)
    return made


def ellipses_at(*centers, feedback=None, weights=None, **parameters):
    weights = weights or [1.0] * len(centers)
    made = groups([(f"group {i}", 0, w, center) for i, (center, w) in enumerate(zip(centers, weights))])
    return run("weightedellipse", feedback, INPUT=made, UID="g", WEIGHT="w", **parameters)["OUTPUT"]


def assert_true(row, center):
    assert (row["major"], row["minor"]) == pytest.approx((LONG, SHORT), rel=2e-4)
    assert row["azimuth"] == pytest.approx(TURN, abs=0.02)
    assert row["area"] == pytest.approx(math.pi * LONG * SHORT, rel=3e-4)
    assert (row["center_x"], row["center_y"]) == pytest.approx(center, abs=0.01)


@pytest.mark.parametrize(
    "centers", [(HARBIN, HAINAN, CHILE), (BEIJING, NEW_YORK), ((179.9, 0), (-90, 89), (0, -89))]
)
def test_groups_far_apart_are_measured_in_planes_of_their_own(centers):
    log = Log()
    made = ellipses_at(*centers, feedback=log)
    rows = rows_of(made)
    assert len({row["measure"] for row in rows}) == len(centers)
    assert "each is measured in its own equal-area plane" in log.text()
    for row, center, feature in zip(rows, centers, made.getFeatures()):
        assert row["azimuth"] == pytest.approx(TURN, abs=0.05) or abs(center[1]) > 85
        assert (row["major"], row["minor"]) == pytest.approx((LONG, SHORT), rel=2e-4)
        if abs(center[0]) < 179 and abs(center[1]) < 85:
            assert_true(row, center)
            ring = feature.geometry().asMultiPolygon()[0][0]
            area, _ = GLOBE.polygon_area_perimeter([p.x() for p in ring], [p.y() for p in ring])
            assert abs(area) == pytest.approx(row["area"], rel=5e-4)


@pytest.mark.parametrize("degrees, single", [(32.0, True), (34.0, False)])
def test_one_plane_serves_groups_whose_scale_is_within_one_per_cent(degrees, single):
    """The scale of the plane at an angular distance c is cos(c/2): 0.9903 at 16°, 0.9890 at 17°."""
    centers = ((100.0, -degrees / 2), (100.0, degrees / 2))
    rows = rows_of(ellipses_at(*centers))
    assert (len({row["measure"] for row in rows}) == 1) == single
    if not single:
        for row, center in zip(rows, centers):
            assert_true(row, center)


def test_the_heavier_group_draws_the_plane_and_the_scale_at_the_other_decides():
    """With nine tenths of the weight at one end, the plane lies 3° from it and 25° from the other."""
    centers = ((100.0, -14.0), (100.0, 14.0))
    assert len({row["measure"] for row in rows_of(ellipses_at(*centers))}) == 1
    rows = rows_of(ellipses_at(*centers, weights=(9.0, 1.0)))
    assert len({row["measure"] for row in rows}) == 2


def test_a_plane_asked_for_says_how_true_it_is():
    log = Log()
    ellipses_at((117.0, 30.0), (118.0, 31.0), feedback=log, MEASURE_CRS="EPSG:32650")
    assert "At the centre, lengths in EPSG:32650 are off by -0.0" in log.text()
    log = Log()
    ellipses_at((117.0, 30.0), (105.0, 30.0), feedback=log, MEASURE_CRS="EPSG:32650")
    assert "lengths in EPSG:32650 are off by +1.6 %. Choose another “Measuring CRS”" in log.text()
    albers = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
    log = Log()
    ellipses_at((117.0, 25.0), (105.0, 47.0), feedback=log, MEASURE_CRS=albers)
    assert "are off by +0.0" in log.text() or "are off by -0.0" in log.text()


def shifts_of(centers, feedback=None, **parameters):
    parameters = {
        "INPUT": groups(centers),
        "TIME": "t",
        "UID": "g",
        "ELLIPSES": "memory:",
        "TABLE": "memory:",
        **parameters,
    }
    return run("centershift", feedback, **parameters)


def test_paths_far_apart_are_measured_in_planes_of_their_own():
    log, step = Log(), 50_000.0
    starts = {"harbin": HARBIN, "hainan": HAINAN, "chile": CHILE}
    stops = [
        (name, time, 1.0, GLOBE.fwd(*start, 120.0, step * time)[:2])
        for name, start in starts.items()
        for time in (0, 1)
    ]
    result = shifts_of(stops, log)
    assert "its own equal-area plane" in log.text()
    assert len({row["measure"] for row in rows_of(result["ELLIPSES"])}) == 3
    for row in rows_of(result["OUTPUT"]):
        assert row["distance"] == pytest.approx(step, rel=1e-4)
        assert row["azimuth"] == pytest.approx(120.0, abs=0.05)
        assert math.hypot(row["dx"], row["dy"]) == pytest.approx(step, rel=2e-4)
        assert math.degrees(math.atan2(row["dx"], row["dy"])) == pytest.approx(120.0, abs=0.5)
        assert (row["d_major"], row["d_area"]) == pytest.approx((0, 0), abs=LONG * SHORT * 1e-3)
    for row in rows_of(result["TABLE"]):
        assert (row["major_km"], row["minor_km"]) == pytest.approx((LONG / 1000, SHORT / 1000), rel=2e-4)
        assert row["theta"] == pytest.approx(TURN, abs=0.05)


def test_a_path_around_half_the_globe_has_true_ellipses_at_every_stop():
    centers = (BEIJING, NEW_YORK, CHILE)
    result = shifts_of([("one", time, 1.0, center) for time, center in enumerate(centers)])
    for row, center in zip(rows_of(result["ELLIPSES"]), centers):
        assert_true(row, center)
    for row, table, (start, end) in zip(
        rows_of(result["OUTPUT"]), rows_of(result["TABLE"])[1:], zip(centers, centers[1:])
    ):
        azimuth, _, distance = GLOBE.inv(*start, *end)
        assert row["distance"] == pytest.approx(distance, rel=1e-4)
        assert row["azimuth"] == pytest.approx(azimuth % 360, abs=0.05)
        assert table["shift_km"] == pytest.approx(distance / 1000, rel=1e-4)
        assert row["d_rotation"] == pytest.approx(0, abs=0.05)
        assert math.hypot(row["dx"], row["dy"]) > 0.5 * distance
    assert all(not shape.geometry().isNull() for shape in result["OUTPUT"].getFeatures())


def test_a_shift_in_a_plane_asked_for_says_how_true_it_is():
    log = Log()
    shifts_of([("one", 1, 1.0, BEIJING), ("one", 2, 1.0, HAINAN)], log, MEASURE_CRS="EPSG:3857")
    assert "lengths in EPSG:3857 are off by +3" in log.text()


def test_ellipses_of_several_planes_are_compared_as_truly_as_those_of_one():
    near = GLOBE.fwd(*HARBIN, TURN, 20_000.0)[:2]
    far = ellipses_at(HARBIN, near, CHILE)
    assert len({row["measure"] for row in rows_of(far)}) == 3
    alone = rows_of(run("compareellipses", INPUT=ellipses_at(HARBIN, near), UID="g")["OUTPUT"])[0]
    log = Log()
    rows = rows_of(run("compareellipses", log, INPUT=far, UID="g")["OUTPUT"])
    for name in ("area_a", "area_b", "overlap", "jaccard", "in_a", "in_b"):
        assert rows[0][name] == pytest.approx(alone[name], rel=1e-3), name
    assert rows[0]["dist"] == pytest.approx(20_000.0, rel=1e-3)
    assert (rows[1]["overlap"], rows[1]["jaccard"]) == (0, 0)
    assert rows[1]["dist"] == pytest.approx(GLOBE.inv(*HARBIN, *CHILE)[2], rel=1e-4)
    assert "different planes" in log.text()


def test_sizes_of_one_far_group_are_compared_by_their_numbers():
    made = ellipses_at(HARBIN, CHILE, SIZE="1,2")
    rows = rows_of(run("compareellipses", INPUT=made)["OUTPUT"])
    (pair,) = [row for row in rows if (row["a"], row["b"]) == (1, 2)]
    assert pair["in_a"] == pytest.approx(0.25, rel=1e-9) and pair["in_b"] == pytest.approx(1, rel=1e-9)
    assert pair["d_rotation"] == pytest.approx(0, abs=1e-9)
    (apart,) = [row for row in rows if (row["a"], row["b"]) == (2, 3)]
    assert apart["d_rotation"] is None and apart["overlap"] == 0


def box(lon, lat, side, crs="EPSG:4326"):
    return f"Polygon (({lon} {lat}, {lon + side} {lat}, {lon + side} {lat + side}, {lon} {lat + side}, {lon} {lat}))"


def polygons(boxes, crs="EPSG:4326"):
    made = QgsVectorLayer(f"Polygon?crs={crs}", "boxes", "memory")
    for wkt in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        made.dataProvider().addFeature(feature)
    return made


def test_polygons_far_apart_keep_area_and_distance():
    made = polygons([box(126, 45, 2), box(-71, -34, 2), box(109, 18, 2)])
    rows = rows_of(run("compareellipses", INPUT=made)["OUTPUT"])
    radius = 6_371_007.18  # of the sphere of the same area
    for row, lat in ((rows[0], 45), (rows[2], -34)):
        band = radius**2 * math.radians(2) * (math.sin(math.radians(lat + 2)) - math.sin(math.radians(lat)))
        assert row["area_a"] == pytest.approx(band, rel=3e-3)
    # The centroid of such a box lies some hundred metres to the side of its broader edge.
    assert rows[0]["dist"] == pytest.approx(GLOBE.inv(127, 46, -70, -33)[2], rel=2e-4)
    assert rows[1]["dist"] == pytest.approx(GLOBE.inv(127, 46, 110, 19)[2], rel=2e-4)


def test_polygons_of_a_stretching_plane_are_warned_of():
    log = Log()
    run("compareellipses", log, INPUT=polygons([box(1.2e7, 5e6, 1e5), box(1.21e7, 5e6, 1e5)], "EPSG:3857"))
    assert "lengths in EPSG:3857 are off by +3" in log.text() and "areas" in log.text()
    log = Log()
    run("compareellipses", log, INPUT=polygons([box(5e5, 3e6, 1e5), box(5.5e5, 3e6, 1e5)], "EPSG:32650"))
    assert "off by" not in log.text()
