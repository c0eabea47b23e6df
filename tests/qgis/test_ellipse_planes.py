"""Where `weightedellipse` measures: planes of degrees, north, the antimeridian, poles, planes that are asked for."""

import math

import pytest
from ellipse_scene import EIGHT, golden, lonlat, point, points, run
from making import Log, rows_of
from qgis.core import (
    QgsProcessingException,
)


def test_degrees_are_measured_on_the_ground_about_the_centre():
    log = Log()
    capitals = [(116.4, 39.9), (121.5, 31.2), (113.3, 23.1), (104.1, 30.7), (108.9, 34.3), (126.6, 45.8)]
    row = rows_of(run(lonlat(capitals), log)["OUTPUT"])[0]
    assert row["measure"].startswith("+proj=laea") and row["measure"] in log.text()
    assert 800_000 < row["major"] < 2_000_000
    assert 100 < row["center_x"] < 120


def test_degrees_agree_with_a_plane_chosen_by_hand():
    near = [(10 + 0.01 * x, 50 + 0.01 * y) for x, y in [(0, 0), (1, 3), (2, 1), (4, 4), (3, 0), (1, 2)]]
    own = rows_of(run(lonlat(near))["OUTPUT"])[0]
    utm = rows_of(run(lonlat(near), MEASURE_CRS="EPSG:32632")["OUTPUT"])[0]
    assert own["major"] == pytest.approx(utm["major"], rel=1e-3)
    assert own["azimuth"] == pytest.approx(utm["azimuth"], abs=0.05)


def test_true_north_differs_from_grid_north_by_the_convergence():
    meridian = [(15.0, 50 + 0.01 * i) for i in range(6)]
    row = rows_of(run(lonlat(meridian), MEASURE_CRS="EPSG:32632")["OUTPUT"])[0]
    assert math.sin(math.radians(row["azimuth"])) == pytest.approx(0, abs=1e-4)
    convergence = math.degrees(math.atan(math.tan(math.radians(6)) * math.sin(math.radians(50.025))))
    assert 180 - row["rotation"] == pytest.approx(convergence, abs=0.01)


def test_points_on_both_sides_of_the_antimeridian_give_one_ellipse_in_two_parts():
    shift = [(-1, 0.2), (0.5, -0.5), (1, 1), (-0.4, -1), (0.3, 0.6), (-0.8, 0.9)]
    across = [(x + 180 if x < 0 else x - 180, y) for x, y in shift]
    here = rows_of(run(lonlat(shift))["OUTPUT"])[0]
    result = run(lonlat(across), CENTERS="memory:", AXES="memory:")
    there, shape = rows_of(result["OUTPUT"])[0], next(result["OUTPUT"].getFeatures()).geometry()
    assert there["major"] == pytest.approx(here["major"], rel=1e-9)
    assert abs(abs(there["center_x"]) - 180) < 0.5
    assert shape.constGet().numGeometries() == 2 and shape.isGeosValid()
    assert shape.boundingBox().xMinimum() == -180 and shape.boundingBox().xMaximum() == 180
    flat = next(run(lonlat(shift))["OUTPUT"].getFeatures()).geometry()
    assert shape.area() == pytest.approx(flat.area(), rel=1e-6)


@pytest.mark.parametrize("pole", [90, -90])
def test_an_ellipse_around_a_pole_covers_it(pole):
    around = [(lon, math.copysign(80 + lon % 3, pole)) for lon in range(-180, 180, 20)]
    result = run(lonlat(around))
    shape = next(result["OUTPUT"].getFeatures()).geometry()
    assert shape.isGeosValid()
    box = shape.boundingBox()
    assert (box.xMinimum(), box.xMaximum()) == (-180, 180)
    assert (box.yMaximum() if pole > 0 else box.yMinimum()) == pole
    assert abs(rows_of(result["OUTPUT"])[0]["center_y"]) > 85


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:999999"])
def test_a_plane_in_degrees_or_an_unknown_one_is_refused(crs):
    with pytest.raises(QgsProcessingException, match="“Measuring CRS”"):
        run(points(EIGHT), MEASURE_CRS=crs)


def test_a_plane_may_be_given_as_a_bare_proj_string():
    albers = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
    assert (
        "proj=aea"
        in rows_of(run(lonlat([(100, 30), (110, 31), (105, 36)]), MEASURE_CRS=albers)["OUTPUT"])[0]["measure"]
    )


def test_a_layer_without_a_crs_is_measured_as_a_plane_with_a_warning():
    log = Log()
    row = rows_of(run(golden("ebdon8"), log)["OUTPUT"])[0]
    assert "no coordinate reference system" in log.text()
    assert row["measure"] is None and row["azimuth"] is None


@pytest.mark.parametrize("places", [[(30, 110), (33, 114), (35, 119)], [(110, 30), (114, 33), (1, 200)]])
def test_points_that_lie_nowhere_on_the_globe_are_an_error_that_names_one(places):
    made = points([(point(x, y),) for x, y in places], crs="EPSG:4326")
    with pytest.raises(QgsProcessingException, match="swapped"):
        run(made)


def test_a_leaning_and_stretching_grid_is_warned_of():
    china = [(105 + x, 33 + y) for x, y in [(-3, 0), (2, 4), (5, -3), (0, 2), (8, 1)]]
    log = Log()
    run(lonlat(china), log, MEASURE_CRS="EPSG:3857")
    assert "lengths in EPSG:3857 are off by +" in log.text() and "true north differ" not in log.text()
    log = Log()
    run(lonlat([(x + 12, y) for x, y in china]), log, MEASURE_CRS="+proj=lcc +lat_1=25 +lat_2=47 +lon_0=105")
    assert "true north differ by 8." in log.text() or "true north differ by 7." in log.text()
    log = Log()
    run(lonlat(china), log)
    assert "off by" not in log.text() and "differ by" not in log.text()


def test_a_geodesic_circle_in_the_north_is_a_circle():
    from pyproj import Geod

    ring = [Geod(ellps="WGS84").fwd(25, 60, azimuth, 100_000)[:2] for azimuth in range(0, 360, 5)]
    row = rows_of(run(lonlat(ring))["OUTPUT"])[0]
    assert row["minor"] / row["major"] == pytest.approx(1, abs=1e-6)
    assert row["major"] == pytest.approx(100_000, rel=1e-4)
