"""`clusterbelt:compareellipses` on ellipses and on other polygons."""

import math

import numpy as np
import pytest
from ellipse_scene import points
from making import Log, rows_of
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

ALGORITHM = "clusterbelt:compareellipses"
PLANE = "EPSG:32650"


def box(x, y, width, height):
    return QgsGeometry.fromWkt(
        f"Polygon(({x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},{x} {y}))"
    )


def boxes(rows, crs=PLANE):
    shapes = [(shape and box(*shape), name) for name, shape in rows]
    return points(shapes, [("name", "string")], crs, "Polygon")


def turned(degrees, center=(500_000.0, 3_000_000.0), long=30_000.0, short=10_000.0):
    """Points whose standard distance ellipse has these half axes, the long one at this azimuth."""
    azimuth = math.radians(degrees)
    along, across = (
        np.array([math.sin(azimuth), math.cos(azimuth)]),
        np.array([math.cos(azimuth), -math.sin(azimuth)]),
    )
    return [
        tuple(np.array(center) + way)
        for way in (long * along, -long * along, short * across, -short * across)
    ]


def ellipses(groups, crs=PLANE, **parameters):
    """The output of weightedellipse for {group: points}."""
    rows = [
        (QgsGeometry.fromPointXY(QgsPointXY(*place)), name)
        for name, places in groups.items()
        for place in places
    ]
    source = points(rows, [("g", "string")], crs)
    parameters = {"INPUT": source, "UID": "g", "OUTPUT": "memory:", **parameters}
    return processing.run("clusterbelt:weightedellipse", parameters)["OUTPUT"]


def run(source, feedback=None, **parameters):
    return processing.run(ALGORITHM, {"INPUT": source, "OUTPUT": "memory:", **parameters}, feedback=feedback)


def test_fields_stand_in_the_order_of_the_contract():
    made = run(boxes([("x", (0, 0, 1, 1)), ("y", (0, 0, 1, 1))]), UID="name")["OUTPUT"]
    assert made.fields().names() == [
        "a", "b", "area_a", "area_b", "overlap", "jaccard", "diff", "in_a", "in_b", "dist", "d_rotation",
    ]  # fmt: skip


def test_any_polygons_are_compared_as_they_are_drawn():
    made = boxes(
        [("x", (500_000, 3e6, 4000, 2000)), ("y", (503_000, 3e6, 2000, 2000)), ("z", (9e5, 3e6, 10, 10))]
    )
    result = run(made, UID="name")
    one, *apart = rows_of(result["OUTPUT"])
    assert (one["a"], one["b"]) == ("x", "y") and result["PAIR_COUNT"] == 3
    assert [one[name] for name in ("area_a", "area_b", "overlap")] == pytest.approx([8e6, 4e6, 2e6])
    assert (one["jaccard"], one["diff"]) == (pytest.approx(0.2), pytest.approx(0.8))
    assert (one["in_a"], one["in_b"]) == (pytest.approx(0.5), pytest.approx(0.25))
    assert one["dist"] == pytest.approx(2000, rel=1e-3)
    assert one["d_rotation"] is None
    assert [(row["a"], row["b"], row["overlap"], row["jaccard"]) for row in apart] == [
        ("x", "z", 0, 0),
        ("y", "z", 0, 0),
    ]


def test_without_a_name_field_the_feature_ids_name_the_rows():
    made = run(boxes([("x", (0, 0, 1, 1)), ("y", (0, 0, 1, 1))]))["OUTPUT"]
    assert [(row["a"], row["b"]) for row in rows_of(made)] == [(1, 2)]
    assert made.fields().field("a").isNumeric()


@pytest.mark.parametrize("segments", [8, 180])
def test_ellipses_are_compared_by_their_numbers_however_coarse_their_outline(segments):
    made = ellipses({"x": turned(20), "y": turned(110)}, SEGMENTS=segments)
    row = rows_of(run(made, UID="g")["OUTPUT"])[0]
    major, minor = 30_000, 10_000
    assert row["area_a"] == pytest.approx(math.pi * major * minor, rel=1e-9)
    assert row["overlap"] == pytest.approx(4 * major * minor * math.atan(minor / major), rel=1e-9)
    assert row["d_rotation"] == pytest.approx(90) and row["dist"] == pytest.approx(0, abs=1e-3)


def test_an_ellipse_equals_itself():
    row = rows_of(run(ellipses({"x": turned(20), "y": turned(20)}), UID="g")["OUTPUT"])[0]
    assert row["jaccard"] == pytest.approx(1, abs=1e-9) and row["diff"] == pytest.approx(0, abs=1e-9)
    assert row["d_rotation"] == 0


def test_the_distance_of_centres_is_the_shift_of_the_centre():
    groups = {"1": turned(20), "2": turned(60, (540_000.0, 3_030_000.0))}
    row = rows_of(run(ellipses(groups), UID="g")["OUTPUT"])[0]
    rows = [
        (QgsGeometry.fromPointXY(QgsPointXY(*p)), int(name))
        for name, places in groups.items()
        for p in places
    ]
    shift = processing.run(
        "clusterbelt:centershift",
        {"INPUT": points(rows, [("t", "int")]), "TIME": "t", "OUTPUT": "memory:"},
    )["OUTPUT"]
    assert row["dist"] == pytest.approx(rows_of(shift)[0]["distance"], rel=1e-9)
    assert row["d_rotation"] == pytest.approx(rows_of(shift)[0]["d_rotation"])
    assert row["d_rotation"] == pytest.approx(40)


def test_degrees_are_compared_in_the_plane_of_the_ellipses():
    places = {"x": turned(30, (110, 30), 3, 1), "y": turned(75, (111, 31), 3, 1)}
    made, log = ellipses(places, "EPSG:4326"), Log()
    row = rows_of(run(made, log, UID="g")["OUTPUT"])[0]
    measured = rows_of(made)
    assert row["area_a"] == pytest.approx(measured[0]["area"], rel=1e-9)
    assert row["d_rotation"] == pytest.approx(abs(measured[0]["rotation"] - measured[1]["rotation"]))
    assert "Measured in +proj=laea" in log.text() and "as drawn" not in log.text()


def without(made, fields):
    if not fields:
        return made
    parameters = {"INPUT": made, "COLUMN": list(fields), "OUTPUT": "memory:"}
    return processing.run("native:deletecolumn", parameters)["OUTPUT"]


def test_outlines_alone_give_nearly_the_same():
    made = ellipses({"x": turned(30, (110, 30), 3, 1), "y": turned(75, (111, 31), 3, 1)}, "EPSG:4326")
    exact, drawn = (rows_of(run(shown, UID="g")["OUTPUT"])[0] for shown in (made, without(made, ["measure"])))
    for name in ("area_a", "overlap", "jaccard", "in_a", "dist"):
        assert drawn[name] == pytest.approx(exact[name], rel=1e-3), name
    assert drawn["d_rotation"] is None


@pytest.mark.parametrize("drop", [(), ("measure",)])
def test_ellipses_across_the_antimeridian_are_whole(drop):
    def across(x):
        return {"x": turned(30, (x, 10), 2, 1), "y": turned(75, (x + 0.5, 10.5), 2, 1)}

    wrapped = {
        name: [((x + 180) % 360 - 180, y) for x, y in places] for name, places in across(179.9).items()
    }
    here, there = (
        rows_of(run(without(ellipses(groups, "EPSG:4326"), drop), UID="g")["OUTPUT"])[0]
        for groups in (across(0), wrapped)
    )
    for name in ("area_a", "overlap", "jaccard", "dist"):
        assert there[name] == pytest.approx(here[name], rel=1e-4), name


@pytest.mark.parametrize("drop", [(), ("measure",)])
def test_ellipses_around_a_pole_are_whole(drop):
    around = {
        name: [(lon, lat + lon % 3) for lon in range(-180, 180, 20)] for name, lat in (("x", 80), ("y", 84))
    }
    made = ellipses(around, "EPSG:4326")
    row = rows_of(run(without(made, drop), UID="g")["OUTPUT"])[0]
    areas = [ellipse["area"] for ellipse in rows_of(made)]
    assert (row["area_a"], row["area_b"]) == pytest.approx(areas, rel=1e-3)
    assert row["in_b"] == pytest.approx(areas[1] / areas[0], rel=1e-3)


def test_a_box_in_degrees_has_its_area_on_the_ground():
    made = boxes([("x", (100, 40, 10, 10)), ("y", (105, 40, 10, 10))], "EPSG:4326")
    row = rows_of(run(made, UID="name")["OUTPUT"])[0]
    radius = 6_371_007.18
    truth = radius**2 * math.radians(10) * (math.sin(math.radians(50)) - math.sin(math.radians(40)))
    assert row["area_a"] == pytest.approx(truth, rel=3e-3)
    assert row["area_b"] == pytest.approx(row["area_a"], rel=1e-5)
    assert row["jaccard"] == pytest.approx(1 / 3, rel=1e-4)


def merged(*layers):
    return processing.run(
        "native:mergevectorlayers", {"LAYERS": list(layers), "CRS": layers[0].crs(), "OUTPUT": "memory:"}
    )["OUTPUT"]


def test_different_planes_are_warned_of_and_their_axes_not_compared():
    log = Log()
    one = ellipses({"x": turned(20)})
    other = ellipses({"y": turned(20), "z": turned(50)}, MEASURE_CRS="EPSG:32651")
    rows = rows_of(run(merged(one, other), log, UID="g")["OUTPUT"])
    assert "measured in different planes: EPSG:32650; EPSG:32651" in log.text()
    assert [row["d_rotation"] is None for row in rows] == [True, True, False]
    assert rows[2]["d_rotation"] == pytest.approx(30, abs=0.5)
    assert rows[0]["jaccard"] > 0.9


def test_a_clipped_ellipse_is_compared_as_it_is_drawn():
    log = Log()
    made = ellipses({"x": turned(90), "y": turned(90), "z": turned(90)})
    clipped = next(made.getFeatures())
    half = clipped.geometry().intersection(box(0, 0, 500_000, 4e6))
    assert made.dataProvider().changeGeometryValues({clipped.id(): half})
    rows = rows_of(run(made, log, UID="g")["OUTPUT"])
    assert rows[0]["area_a"] == pytest.approx(rows[0]["area_b"] / 2, rel=1e-3)
    assert rows[0]["in_b"] == pytest.approx(1, rel=1e-4) and rows[0]["in_a"] == pytest.approx(0.5, rel=1e-3)
    assert rows[2]["jaccard"] == pytest.approx(1, abs=1e-9)
    assert "do not describe their polygon: 1 (x)" in log.text()


def test_a_reprojected_layer_is_compared_as_it_is_drawn():
    made = ellipses({"x": turned(30, (110, 30), 3, 1), "y": turned(75, (111, 31), 3, 1)}, "EPSG:4326")
    moved = processing.run(
        "native:reprojectlayer", {"INPUT": made, "TARGET_CRS": "EPSG:32649", "OUTPUT": "memory:"}
    )["OUTPUT"]
    log = Log()
    one, other = rows_of(run(made, UID="g")["OUTPUT"])[0], rows_of(run(moved, log, UID="g")["OUTPUT"])[0]
    assert other["jaccard"] == pytest.approx(one["jaccard"], rel=1e-3)
    assert "do not describe" in log.text()


def test_layers_without_a_crs_are_planar():
    row = rows_of(run(ellipses({"x": turned(20), "y": turned(110)}, ""), UID="g")["OUTPUT"])[0]
    assert row["overlap"] == pytest.approx(4 * 3e4 * 1e4 * math.atan(1 / 3), rel=1e-9)
    assert row["d_rotation"] == pytest.approx(90)
    apart = rows_of(run(boxes([("x", (0, 0, 2, 2)), ("y", (3, 4, 2, 2))], ""), UID="name")["OUTPUT"])[0]
    assert apart["dist"] == pytest.approx(5)


def test_rows_without_a_polygon_are_left_out_counted_and_named():
    log = Log()
    line = [(500_000 + i, 3_000_000 + 2 * i) for i in range(4)]
    result = run(ellipses({"x": turned(20), "line": line, "y": turned(50)}), log, UID="g")
    assert result["PAIR_COUNT"] == 1
    assert "no polygon: 1 (line)" in log.text()


def test_names_of_several_rows_are_warned_of():
    log = Log()
    run(ellipses({"x": turned(20), "y": turned(50)}, SIZE="1,2"), log, UID="g")
    assert "Names of several rows: 2 (x, y)" in log.text()


def test_circles_have_no_turn():
    round_ = turned(20, long=10_000.0)
    row = rows_of(run(ellipses({"x": round_, "y": turned(50)}), UID="g")["OUTPUT"])[0]
    assert row["d_rotation"] is None and row["in_b"] == pytest.approx(1)


def test_polygons_without_an_area_are_left_out_and_named():
    flat = QgsGeometry.fromWkt("Polygon((0 0, 9 0, 0 0, 0 0))")
    shapes = [(box(0, 0, 2, 2), "a"), (flat, "flat"), (box(1, 0, 2, 2), "b")]
    made = points(shapes, [("name", "string")], kind="Polygon")
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    log = Log()
    result = processing.run(
        ALGORITHM, {"INPUT": made, "UID": "name", "OUTPUT": "memory:"}, context=context, feedback=log
    )
    (row,) = rows_of(result["OUTPUT"])
    assert (row["a"], row["b"]) == ("a", "b") and "polygon without area: 1 (flat)" in log.text()


def test_a_polygon_that_lies_nowhere_on_the_globe_is_an_error():
    made = boxes([("a", (0, 0, 2, 2)), ("b", (0, 150, 2, 60))], crs="EPSG:4326")
    with pytest.raises(QgsProcessingException, match="cannot be transformed"):
        run(made)


def test_a_cancel_while_distances_are_measured_stops_the_run(monkeypatch):
    log, asked = Log(), []

    def measured(plane, places, start, end):
        asked.append(len(start))
        log.cancel()
        return np.zeros(len(start)), np.zeros(len(start))

    monkeypatch.setattr("clusterbelt.processing.layers.distribution.overlap_table.geodesics", measured)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(boxes([(str(i), (4 * i, 0, 2, 2)) for i in range(200)]), log)
    assert len(asked) == 1 and asked[0] < 200 * 199 / 2


def test_an_invalid_polygon_is_repaired():
    bow = QgsGeometry.fromWkt("Polygon((0 0, 2 2, 2 0, 0 2, 0 0))")
    made = points([(bow, "bow"), (box(0, 0, 2, 2), "box")], [("name", "string")], "", "Polygon")
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    result = processing.run(ALGORITHM, {"INPUT": made, "OUTPUT": "memory:"}, context=context)
    row = rows_of(result["OUTPUT"])[0]
    assert (row["area_a"], row["overlap"]) == (pytest.approx(2), pytest.approx(2))


@pytest.mark.parametrize("rows", [[], [("x", (0, 0, 1, 1))], [("x", (0, 0, 1, 1)), ("y", None)]])
def test_fewer_than_two_polygons_are_an_error(rows, tmp_path):
    with pytest.raises(QgsProcessingException, match="needs at least two"):
        run(boxes(rows), UID="name", OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()


def test_a_missing_name_field_is_an_error():
    with pytest.raises(QgsProcessingException, match="has no field “city”"):
        run(boxes([("x", (0, 0, 1, 1)), ("y", (0, 0, 1, 1))]), UID="city")


def test_a_cancelled_run_writes_nothing(tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(boxes([("x", (0, 0, 1, 1)), ("y", (0, 0, 1, 1))]), feedback, OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()


@pytest.mark.parametrize("suffix", ["gpkg", "shp"])
def test_files_give_the_numbers_of_a_memory_layer(tmp_path, suffix):
    groups = {"x": turned(20), "y": turned(60, (540_000.0, 3_030_000.0))}
    stored = ellipses(groups, OUTPUT=str(tmp_path / f"ellipses.{suffix}"))
    made = QgsVectorLayer(stored, "ellipses", "ogr")
    result = run(made, UID="g", OUTPUT=str(tmp_path / "pairs.csv"))
    row, direct = (
        rows_of(QgsVectorLayer(result["OUTPUT"], "pairs", "ogr"))[0],
        rows_of(run(ellipses(groups), UID="g")["OUTPUT"])[0],
    )
    assert (row["a"], row["b"]) == ("x", "y")
    for name in ("overlap", "jaccard", "in_a", "dist", "d_rotation"):
        assert float(row[name]) == pytest.approx(direct[name], rel=1e-6), name


def test_every_parameter_is_explained():
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    assert all(definition.help() for definition in algorithm.parameterDefinitions())
