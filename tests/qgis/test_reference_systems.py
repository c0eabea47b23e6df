"""Ellipses and shifts in reference systems of every kind: the same on the ground, whatever the coordinates are."""

import math

import pytest
from clusterbelt.processing.compat import make_field
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, run, table
from pyproj import Geod
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsVectorLayer,
)

LONG, SHORT, TURN = 70_000.0, 20_000.0, 34.0
# Meridians of old surveys, degrees east of Greenwich.
JAKARTA, BOGOTA, FERRO, PARIS, ROME = (
    106 + 48 / 60 + 27.79 / 3600,
    -(74 + 4 / 60 + 51.3 / 3600),
    -(17 + 40 / 60),
    2.5969213 * 0.9,
    12 + 27 / 60 + 8.4 / 3600,
)
ROTATED_POLE = "+proj=ob_tran +o_proj=longlat +o_lat_p=39.25 +lon_0=18 +ellps=WGS84"


def system(name):
    if name.startswith("+"):
        return QgsCoordinateReferenceSystem.fromProj(name)
    return QgsCoordinateReferenceSystem(name)


def layer(places, crs, values=(), kind="int"):
    """Points at coordinates of a reference system, each with a value in field `t`."""
    made = QgsVectorLayer("Point", "survey", "memory")
    made.setCrs(system(crs))
    assert made.crs().isValid() or not crs
    made.dataProvider().addAttributes([make_field("t", kind)])
    made.updateFields()
    values = list(values) or [0] * len(places)
    for place, value in zip(places, values):
        feature = QgsFeature(made.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert made.dataProvider().addFeature(feature)
    return made


def cross(lon, lat, globe, turn=TURN, long=LONG, short=SHORT):
    """Degrees of four points whose standard distance ellipse has these half axes and this azimuth on the ground."""
    return [
        globe.fwd(lon, lat, turn + way, length)[:2]
        for way, length in ((0, long), (180, long), (90, short), (270, short))
    ]


def moved(places, source, destination):
    transform = QgsCoordinateTransform(system(source), system(destination), QgsCoordinateTransformContext())
    points = [transform.transform(QgsPointXY(*place)) for place in places]
    return [(point.x(), point.y()) for point in points]


def globe_of(crs):
    from qgis.core import QgsEllipsoidUtils

    figure = QgsEllipsoidUtils.ellipsoidParameters(system(crs).ellipsoidAcronym())
    return Geod(a=figure.semiMajor, b=figure.semiMinor)


def ellipse_of(places, crs, feedback=None, **parameters):
    (row,) = rows_of(run("weightedellipse", feedback, INPUT=layer(places, crs), **parameters)["OUTPUT"])
    return row


@pytest.mark.parametrize(
    "crs, meridian, unit, center",
    [
        ("EPSG:4813", JAKARTA, 1.0, (107.5, -6.9)),
        ("EPSG:4802", BOGOTA, 1.0, (-73.5, 5.0)),
        ("EPSG:4818", FERRO, 1.0, (15.0, 49.5)),
        ("EPSG:4806", ROME, 1.0, (11.0, 43.0)),
        ("EPSG:4807", PARIS, 0.9, (3.0, 46.0)),
        ("EPSG:4326", 0.0, 1.0, (110.0, 30.0)),
        ("EPSG:4490", 0.0, 1.0, (110.0, 30.0)),
        ("+proj=longlat +ellps=bessel +pm=jakarta +no_defs", JAKARTA, 1.0, (107.5, -6.9)),
        ("+proj=longlat +R=3396190 +no_defs", 0.0, 1.0, (137.4, -4.6)),
        ("+proj=longlat +a=3396190 +b=3376200 +no_defs", 0.0, 1.0, (137.4, 64.6)),
        ("IAU_2015:49900", 0.0, 1.0, (137.4, -4.6)),
        ("IAU_2015:30100", 0.0, 1.0, (-23.4, 70.7)),
    ],
)
def test_degrees_of_any_meridian_unit_and_body_are_measured_on_the_ground(crs, meridian, unit, center):
    if not system(crs).isValid():
        pytest.skip("not in this PROJ")
    places = [((lon - meridian) / unit, lat / unit) for lon, lat in cross(*center, globe_of(crs))]
    row = ellipse_of(places, crs)
    assert row["measure"].startswith("+proj=laea")
    assert (row["major"], row["minor"]) == pytest.approx((LONG, SHORT), rel=2e-4)
    assert row["azimuth"] == pytest.approx(TURN, abs=0.02)
    assert (row["center_x"], row["center_y"]) == pytest.approx(
        ((center[0] - meridian) / unit, center[1] / unit), abs=0.01
    )


def test_an_outline_in_grads_from_paris_has_its_area_on_the_ground():
    globe = globe_of("EPSG:4807")
    places = [((lon - PARIS) / 0.9, lat / 0.9) for lon, lat in cross(3.0, 46.0, globe)]
    shape = next(run("weightedellipse", INPUT=layer(places, "EPSG:4807"))["OUTPUT"].getFeatures()).geometry()
    ring = shape.asMultiPolygon()[0][0]
    lon, lat = [point.x() * 0.9 + PARIS for point in ring], [point.y() * 0.9 for point in ring]
    assert abs(globe.polygon_area_perimeter(lon, lat)[0]) == pytest.approx(math.pi * LONG * SHORT, rel=1e-3)


@pytest.mark.parametrize("crs", ["EPSG:4807", "EPSG:4818"])
def test_an_ellipse_that_crosses_half_a_turn_from_its_meridian_is_cut_there(crs):
    meridian, unit = {"EPSG:4807": (PARIS, 0.9), "EPSG:4818": (FERRO, 1.0)}[crs]
    half = 180.0 / unit
    places = [
        (((lon + 180.0) % 360.0 - 180.0) / unit, lat / unit)
        for lon, lat in cross(180.0, 50.0, globe_of(crs))  # from the meridian of the system
    ]
    shape = next(run("weightedellipse", INPUT=layer(places, crs))["OUTPUT"].getFeatures()).geometry()
    assert shape.constGet().numGeometries() == 2 and shape.isGeosValid()
    box = shape.boundingBox()
    assert (box.xMinimum(), box.xMaximum()) == pytest.approx((-half, half))
    assert meridian  # it moves the cut on the ground, not in the coordinates


def test_a_rotated_pole_is_measured_on_the_ground():
    globe = Geod(ellps="WGS84")
    places = moved(cross(12.0, 52.0, globe), "EPSG:4326", ROTATED_POLE)
    row = ellipse_of(places, ROTATED_POLE)
    assert (row["major"], row["minor"]) == pytest.approx((LONG, SHORT), rel=2e-4)
    assert row["azimuth"] == pytest.approx(TURN, abs=0.02)


@pytest.mark.parametrize(
    "crs, degrees, center",
    [
        ("EPSG:5513", "EPSG:4156", (14.5, 50.0)),
        ("EPSG:5514", "EPSG:4156", (14.5, 50.0)),
        ("EPSG:2065", "+proj=longlat +ellps=bessel +no_defs", (14.5, 50.0)),
        ("+proj=krovak +axis=swu +ellps=bessel", "+proj=longlat +ellps=bessel +no_defs", (14.5, 50.0)),
        ("EPSG:2048", "EPSG:4148", (19.3, -33.0)),
        ("EPSG:27572", "+proj=longlat +ellps=clrk80ign +no_defs", (5.0, 46.0)),
        ("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80", "EPSG:4490", (126.6, 45.8)),
        ("EPSG:6933", "EPSG:4326", (113.3, 23.1)),
        ("EPSG:32662", "EPSG:4326", (116.4, 39.9)),
        ("ESRI:54030", "EPSG:4326", (121.5, 31.2)),
        ("EPSG:3857", "EPSG:4326", (116.4, 39.9)),
        ("EPSG:2263", "EPSG:4269", (-73.9, 40.7)),
        ("EPSG:5041", "EPSG:4326", (30.0, 85.0)),
        ("EPSG:3031", "EPSG:4326", (-60.0, -75.0)),
    ],
)
def test_the_azimuth_of_a_grid_is_the_direction_of_the_axis_on_the_ground(crs, degrees, center):
    # Along a straight line of the grid, so that only the direction on the ground is asked for.
    globe = globe_of(crs)
    (x, y), (end_x, end_y) = moved([center, globe.fwd(*center, TURN, 500.0)[:2]], degrees, crs)
    places = [(x + k * (end_x - x), y + k * (end_y - y)) for k in (-2, -1, 0, 1, 2)]
    row = ellipse_of(places, crs)
    assert row["azimuth"] == pytest.approx(TURN, abs=0.005)
    grid = math.degrees(math.atan2(end_x - x, end_y - y)) % 180
    assert row["rotation"] == pytest.approx(grid, abs=1e-6)


def test_a_left_handed_grid_does_not_mirror_the_directions_of_a_shift():
    globe = globe_of("EPSG:5513")
    ends = moved([(14.5, 50.0), globe.fwd(14.5, 50.0, TURN, 30_000.0)[:2]], "EPSG:4156", "EPSG:5513")
    result = run("centershift", INPUT=layer(ends, "EPSG:5513", (1, 2)), TIME="t", TABLE="memory:")
    (row,) = rows_of(result["OUTPUT"])
    assert row["azimuth"] == pytest.approx(TURN, abs=1e-3) and row["wind"] == "NE"
    assert row["distance"] == pytest.approx(30_000.0, abs=0.01)
    assert rows_of(result["TABLE"])[1]["ns_km"] == pytest.approx(
        30.0 * math.cos(math.radians(TURN)), rel=1e-4
    )


@pytest.mark.parametrize(
    "crs, places, truth",
    [
        ("EPSG:4807", [(1.0, 50.0), (1.5, 51.0)], (PARIS + 0.9, 45.0)),
        ("EPSG:4813", [(0.5, -6.9), (0.6, -7.0)], (JAKARTA + 0.5, -6.9)),
        ("EPSG:27572", [(600_000, 2_200_000), (610_000, 2_200_000)], (PARIS, 46.8)),
        ("EPSG:2065", [(1_040_000, 740_000), (1_041_000, 740_000)], (14.4555317869, 50.1185257193)),
    ],
)
def test_the_table_of_a_shift_holds_degrees_from_greenwich(crs, places, truth):
    table = run("centershift", INPUT=layer(places, crs, (1, 2)), TIME="t", TABLE="memory:")["TABLE"]
    first = rows_of(table)[0]
    assert (first["lon"], first["lat"]) == pytest.approx(truth, abs=1e-6)


def test_geocentric_coordinates_are_refused_as_layer_and_as_plane():
    places = [(-2.1e6, 4.9e6), (-2.2e6, 4.8e6), (-2.0e6, 4.7e6)]
    with pytest.raises(QgsProcessingException, match="“survey” has geocentric coordinates"):
        ellipse_of(places, "EPSG:4978")
    with pytest.raises(QgsProcessingException, match="geocentric"):
        run("centershift", INPUT=layer(places, "EPSG:4978", (1, 2, 3)), TIME="t")
    for crs in ("EPSG:4978", "EPSG:4807", ROTATED_POLE):
        with pytest.raises(QgsProcessingException, match="“Measuring CRS” is not a projected"):
            ellipse_of([(110, 30), (111, 31), (112, 30)], "EPSG:4326", MEASURE_CRS=crs)


def test_geocentric_polygons_are_refused():
    made = QgsVectorLayer("Polygon?crs=EPSG:4978", "survey", "memory")
    for corner in (0, 1):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(f"Polygon(({corner} 0, 5 0, 5 5, {corner} 0))"))
        made.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="geocentric"):
        run("compareellipses", INPUT=made)


def test_a_plane_of_another_body_is_refused():
    with pytest.raises(QgsProcessingException, match="different bodies"):
        ellipse_of(
            [(10, 20), (11, 21), (12, 20)],
            "EPSG:4326",
            MEASURE_CRS="+proj=laea +lon_0=10 +lat_0=20 +R=3396190",
        )


@pytest.mark.parametrize("crs", ["IAU_2015:49901", "IAU_2015:49902", "IAU_2015:49911"])
def test_a_body_whose_coordinates_are_none_of_a_map_is_refused(crs):
    if not system(crs).isValid():
        pytest.skip("not in this PROJ")
    with pytest.raises(QgsProcessingException, match="another body"):
        ellipse_of([(10, 20), (11, 21), (12, 20)], crs)


def test_a_plane_in_feet_of_a_survey_has_their_length():
    """Clarke's foot has no unit in QGIS; a metre would be three of them."""
    places = [(400_000, 300_000), (410_000, 300_000)]
    made = run("centershift", INPUT=layer(places, "EPSG:2314", (1, 2)), TIME="t", TABLE="memory:")
    (row,) = rows_of(made["OUTPUT"])
    assert row["distance"] == pytest.approx(10_000, rel=2e-3)
    assert rows_of(made["TABLE"])[1]["shift_km"] == pytest.approx(10_000 * 0.3047972654 / 1000, rel=2e-3)


def test_a_local_grid_without_a_place_on_the_globe_is_a_plane():
    wkt = 'ENGCRS["a mine",EDATUM["shaft"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]'
    made, log = layer([(0, 0), (30, 40), (60, 80)], ""), Log()
    made.setCrs(QgsCoordinateReferenceSystem.fromWkt(wkt))
    (row,) = rows_of(run("weightedellipse", log, INPUT=made)["OUTPUT"])
    assert row["azimuth"] is None and row["rotation"] == pytest.approx(math.degrees(math.atan2(3, 4)))
    assert "treated as planar" in log.text()


def matched_within(metres, crs, apart):
    """Status of a cluster in some reference system, by belts in degrees so many metres to the north-east of it."""
    place, belt = (3.0, 46.0), globe_of("EPSG:4326").fwd(3.0, 46.0, 45.0, apart)[:2]
    ((x, y),) = moved([place], "EPSG:4326", crs)
    clusters = table([(f"Point ({x!r} {y!r})", "a", None, "服装")], CLUSTER_FIELDS, "Point")
    clusters.setCrs(system(crs))
    belts = table([(f"Point ({belt[0]!r} {belt[1]!r})", "1", None, "女装")], BELT_FIELDS, "Point")
    options = {"CITY_BY": "distance", "DISTANCE": metres, "CLUSTER_CITY": None, "BELT_CITY": None}
    (row,) = rows_of(match(clusters, belts, **options)["OUTPUT"])
    return row["cb_status"]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4807", "EPSG:27572", "EPSG:3857", ROTATED_POLE])
def test_the_distance_of_a_match_is_that_on_the_ground(crs):
    assert matched_within(10_000, crs, 9_980) == "matched"
    assert matched_within(10_000, crs, 10_020) == "unmatched"


def test_a_match_by_distance_refuses_what_has_no_place_on_the_earth():
    for crs, sentence in (
        ("EPSG:4978", "geocentric"),
        ("+proj=longlat +R=1737400 +no_defs", "different bodies"),
    ):
        clusters = table([("Point (3 46)", "a", None, "服装")], CLUSTER_FIELDS, "Point")
        clusters.setCrs(system(crs))
        belts = table([("Point (3 46)", "1", None, "女装")], BELT_FIELDS, "Point")
        options = {"CITY_BY": "distance", "DISTANCE": 1, "CLUSTER_CITY": None, "BELT_CITY": None}
        with pytest.raises(QgsProcessingException, match=sentence):
            match(clusters, belts, **options)


@pytest.mark.parametrize("crs", ["EPSG:4807", "EPSG:3857", "EPSG:27572"])
@pytest.mark.parametrize("lat", [46.0, 72.0])
def test_the_tolerance_of_polygons_is_that_on_the_ground(crs, lat):
    if crs == "EPSG:27572" and lat > 60:
        pytest.skip("not its country")
    corners = moved([(3, lat), (3.1, lat), (3.1, lat + 0.1), (3, lat + 0.1), (3, lat)], "EPSG:4326", crs)
    polygons = table(
        [(QgsGeometry.fromPolygonXY([[QgsPointXY(*p) for p in corners]]).asWkt(12), "x")], ("n",), "Polygon"
    )
    polygons.setCrs(system(crs))
    outside = globe_of("EPSG:4326").fwd(3, lat + 0.05, -90, 9_700)[:2]
    clusters = table([(f"Point ({outside[0]!r} {outside[1]!r})", "a", None, "服装")], CLUSTER_FIELDS, "Point")
    belts = table([(f"Point (3.05 {lat + 0.05})", "1", None, "女装")], BELT_FIELDS, "Point")
    options = {"CITY_BY": "polygon", "CITIES": polygons, "CLUSTER_CITY": None, "BELT_CITY": None}
    for tolerance, status in ((10_000, "matched"), (9_500, "unresolved")):
        (row,) = rows_of(match(clusters, belts, TOLERANCE=tolerance, **options)["OUTPUT"])
        assert row["cb_status"] == status
