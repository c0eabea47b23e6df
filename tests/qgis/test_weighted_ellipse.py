"""`clusterbelt:weightedellipse` on real layers."""

import math

import numpy as np
import pytest
from ellipse_scene import ALGORITHM, EIGHT, expected, golden, point, points, run
from making import Log, rows_of
from qgis.core import (
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorFileWriter,
    QgsVectorLayer,
)


@pytest.mark.parametrize("case", ["ebdon8", "pysal12", "pysal12_w", "pysal12_w0", "pysal12_wnull", "three"])
def test_a_row_holds_the_golden_numbers(case):
    row = rows_of(run(golden(case), WEIGHT="w" if "_w" in case else None)["OUTPUT"])[0]
    truth = expected(case)
    for field, column in (
        ("center_x", "center_x"),
        ("center_y", "center_y"),
        ("major", "a_sqrt2"),
        ("minor", "b_sqrt2"),
        ("rotation", "azimuth_deg_cw_from_north"),
        ("weight", "sum_w"),
        ("n_eff", "n_eff_kish"),
        ("area", "area_sqrt2"),
        ("ratio", "axis_ratio"),
        ("flattening", "flattening"),
        ("share_in", "share_w_inside_ksqrt2"),
    ):
        assert row[field] == pytest.approx(float(truth[column]), rel=1e-9), field
    assert row["n"] == int(truth["n_used"])
    assert row["rule"] == "1 standard_distance" and row["scale"] == pytest.approx(math.sqrt(2))


def test_fields_stand_in_the_order_of_the_contract():
    names = run(points(EIGHT))["OUTPUT"].fields().names()
    assert names == [
        "status", "n", "weight", "n_eff", "center_x", "center_y", "major", "minor", "rotation", "azimuth",
        "az_se", "ratio", "flattening", "area", "density", "rule", "scale", "n_in", "share_in", "share_exp",
        "measure",
    ]  # fmt: skip


def test_several_sizes_give_several_rows_from_text_number_and_list():
    for size in ("1,2,3", "1;2 3", [1, 2, 3]):
        rows = rows_of(run(points(EIGHT), SIZE=size, SCALING="standard_deviation")["OUTPUT"])
        assert [row["scale"] for row in rows] == [1, 2, 3]
    assert rows_of(run(points(EIGHT), SIZE=2)["OUTPUT"])[0]["rule"] == "2 standard_distance"


def test_groups_come_in_order_of_first_appearance_with_null_last_and_keep_their_type():
    rows = [(wkt, group) for (wkt,), group in zip(EIGHT, [7, None, 3, 7, 3, None, 7, 3])]
    result = run(points(rows, [("region", "int")]), UID="region")
    assert [row["region"] for row in rows_of(result["OUTPUT"])] == [7, 3, None]
    assert result["ELLIPSES"] == 3


def test_a_group_field_whose_name_is_taken_is_renamed():
    rows = [(wkt, "a") for (wkt,) in EIGHT]
    names = run(points(rows, [("n", "string")]), UID="n")["OUTPUT"].fields().names()
    assert names[0] == "n_2" and "n" in names


def test_fields_are_found_however_their_name_is_spelled():
    made = points(
        [(point(0, 0), 1.0, "甲"), (point(4, 4), 3.0, "甲")], [("w", "double"), ("class", "string")]
    )
    made.setFieldAlias(1, "类别")
    for name in ("CLASS", "类别"):
        (row,) = rows_of(run(made, WEIGHT="W", UID=name)["OUTPUT"])
        assert row["class"] == "甲" and row["weight"] == 4.0


def test_a_missing_field_of_a_large_temporary_layer_is_a_sentence():
    made = points([(point(i, i % 7), 1.0) for i in range(20_000)], [("w", "double")])
    with pytest.raises(QgsProcessingException, match="has no field “weight”"):
        run(made, WEIGHT="weight")


def test_a_weight_field_at_index_zero_counts():
    rows = [(wkt, weight) for (wkt,), weight in zip(EIGHT, range(1, 9))]
    assert rows_of(run(points(rows, [("w", "int")]), WEIGHT="w")["OUTPUT"])[0]["weight"] == 36


@pytest.mark.parametrize("weight", ["2", " 2 ", "２", "2.0"])
def test_a_weight_written_as_text_is_a_number(weight):
    rows = [(wkt, weight) for (wkt,) in EIGHT]
    assert rows_of(run(points(rows, [("w", "string")]), WEIGHT="w")["OUTPUT"])[0]["weight"] == 16


def test_skipped_rows_are_counted_and_named():
    log = Log()
    rows = [(wkt, 1.0) for (wkt,) in EIGHT]
    rows += [(None, 1.0), (EIGHT[0][0], None), (EIGHT[0][0], 0.0), (EIGHT[0][0], math.inf)]
    result = run(points(rows, [("w", "double")]), log, WEIGHT="w")
    assert (result["POINTS_USED"], result["POINTS_SKIPPED"]) == (8, 4)
    assert "no geometry: 1 (9)" in log.text()
    assert "weight zero: 1 (11)" in log.text()
    assert "empty or infinite: 2 (10, 12)" in log.text()


@pytest.mark.parametrize(
    "weight, kind, sentence",
    [
        (-1.0, "double", "row 9: the weight -1 is negative"),
        ("many", "string", "row 9: “many” is not a number"),
        ("1_000", "string", "row 9: “1_000” is not a number"),
    ],
)
def test_a_wrong_weight_is_an_error_that_names_layer_field_and_row(weight, kind, sentence):
    rows = [(wkt, 1 if kind == "double" else "1") for (wkt,) in EIGHT] + [(EIGHT[0][0], weight)]
    with pytest.raises(QgsProcessingException, match=f"“stations”, field “w”, {sentence}"):
        run(points(rows, [("w", kind)]), WEIGHT="w")


def test_an_error_leaves_an_existing_file_as_it_was(tmp_path):
    target = tmp_path / "ellipse.gpkg"
    run(points(EIGHT), OUTPUT=str(target))
    before = target.read_bytes()
    with pytest.raises(QgsProcessingException):
        run(points([]), OUTPUT=str(target))
    assert target.read_bytes() == before


def test_all_weights_zero_is_an_error():
    with pytest.raises(QgsProcessingException, match="no point to measure"):
        run(points([(wkt, 0) for (wkt,) in EIGHT], [("w", "int")]), WEIGHT="w")


def test_a_group_without_a_usable_point_is_left_out_and_named():
    log = Log()
    rows = [(wkt, "near") for (wkt,) in EIGHT] + [(None, "far")]
    result = run(points(rows, [("region", "string")]), log, UID="region")
    assert result["ELLIPSES"] == 1
    assert "Groups left out" in log.text() and "far" in log.text()


def test_too_few_points_for_the_divisor_are_an_error_alone_and_a_status_among_groups():
    two = [(EIGHT[0][0], "few"), (EIGHT[1][0], "few")]
    with pytest.raises(QgsProcessingException, match="more than 2 points, but there are 2"):
        run(points(two, [("g", "string")]), DIVISOR="minus_two")
    rows = two + [(wkt, "many") for (wkt,) in EIGHT]
    few, many = rows_of(run(points(rows, [("g", "string")]), UID="g", DIVISOR="minus_two")["OUTPUT"])
    assert (few["status"], few["major"], few["share_in"]) == ("few", None, None)
    assert few["center_x"] == pytest.approx(501500)
    assert many["status"] == "ellipse"


def test_points_in_one_place_give_a_centre_without_an_ellipse():
    result = run(points([EIGHT[0]] * 5), CENTERS="memory:", AXES="memory:")
    row, shape = rows_of(result["OUTPUT"])[0], next(result["OUTPUT"].getFeatures()).geometry()
    assert (row["status"], row["major"], row["minor"], row["rotation"]) == ("point", 0, 0, None)
    assert shape.isNull()
    assert next(result["CENTERS"].getFeatures()).geometry().asPoint().x() == pytest.approx(501000)
    assert result["AXES"].featureCount() == 0


def test_collinear_points_give_the_axis_line_without_a_polygon():
    line = [(point(500000 + i, 3000000 + 2 * i),) for i in range(5)]
    result = run(points(line), AXES="memory:")
    row = rows_of(result["OUTPUT"])[0]
    assert (row["status"], row["minor"]) == ("line", 0)
    assert row["rotation"] == pytest.approx(26.565051177078)
    assert next(result["OUTPUT"].getFeatures()).geometry().isNull()
    major = next(f for f in result["AXES"].getFeatures() if f["axis"] == "major")
    assert major.geometry().length() == pytest.approx(major["length"])
    assert major["length"] == pytest.approx(2 * row["major"])


def test_the_polygon_has_the_area_and_contains_the_points_counted():
    result = run(points(EIGHT), SEGMENTS=3600)
    row, shape = rows_of(result["OUTPUT"])[0], next(result["OUTPUT"].getFeatures()).geometry()
    assert shape.area() == pytest.approx(row["area"], rel=1e-5)
    inside = sum(shape.buffer(0.01, 4).contains(f.geometry()) for f in points(EIGHT).getFeatures())
    assert inside == row["n_in"]
    assert shape.isMultipart()


def test_parts_of_a_multipoint_share_its_weight():
    single = run(points(EIGHT))["OUTPUT"]
    whole = "MultiPoint (" + ", ".join(wkt[len("Point ") :] for (wkt,) in EIGHT) + ")"
    multi = run(points([(whole, 8.0)], [("w", "double")], kind="MultiPoint"), WEIGHT="w")["OUTPUT"]
    one, other = rows_of(single)[0], rows_of(multi)[0]
    assert other["n"] == 8 and other["weight"] == pytest.approx(8)
    assert other["major"] == pytest.approx(one["major"], rel=1e-9)


def test_polygons_count_by_their_centroid():
    squares = [(QgsGeometry.fromWkt(wkt).buffer(10, 8).asWkt(17),) for (wkt,) in EIGHT]
    one, other = (
        rows_of(run(made)["OUTPUT"])[0] for made in (points(EIGHT), points(squares, kind="Polygon"))
    )
    assert other["major"] == pytest.approx(one["major"], rel=1e-6)


def test_a_size_that_is_no_number_is_an_error():
    with pytest.raises(QgsProcessingException, match="“Number of standard deviations”"):
        run(points(EIGHT), SIZE="one")
    with pytest.raises(QgsProcessingException, match="greater than 0"):
        run(points(EIGHT), SIZE="0")


def test_the_index_of_a_choice_is_refused():
    with pytest.raises(QgsProcessingException):
        run(points(EIGHT), SCALING=1)


def test_a_cancelled_run_writes_nothing(tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        run(points(EIGHT), feedback, OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()


@pytest.mark.parametrize("driver, suffix", [("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("CSV", "csv")])
def test_files_give_the_numbers_of_a_memory_layer(tmp_path, driver, suffix):
    rows = [(wkt, weight, group) for (wkt,), weight, group in zip(EIGHT, range(1, 9), "aabbabab")]
    made = points(rows, [("w", "int"), ("区域", "string")])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding, options.layerOptions = driver, "UTF-8", []
    if suffix == "csv":
        options.layerOptions = ["GEOMETRY=AS_XY"]
    path = str(tmp_path / f"stations.{suffix}")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
    uri = path
    if suffix == "csv":
        uri = f"file://{path}?delimiter=,&xField=X&yField=Y&crs=EPSG:32650&encoding=UTF-8"
    stored = QgsVectorLayer(uri, "stations", "delimitedtext" if suffix == "csv" else "ogr")
    assert stored.isValid()
    result = run(stored, WEIGHT="w", UID="区域", OUTPUT=str(tmp_path / "out.gpkg"))
    written = rows_of(QgsVectorLayer(result["OUTPUT"], "out", "ogr"))
    direct = rows_of(run(made, WEIGHT="w", UID="区域")["OUTPUT"])
    for one, other in zip(direct, written):
        assert one == {name: other[name] for name in one}


def test_every_parameter_is_explained():
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    assert all(definition.help() for definition in algorithm.parameterDefinitions())


def test_random_points_are_counted_by_weight():
    generator = np.random.default_rng(3)
    rows = [
        (point(*xy), float(w))
        for xy, w in zip(generator.normal(5e5, 1e4, (200, 2)), generator.uniform(1, 3, 200))
    ]
    result = run(points(rows, [("w", "double")]), WEIGHT="w", SCALING="share_inside", PERCENT=50)
    row = rows_of(result["OUTPUT"])[0]
    assert 0.5 <= row["share_in"] < 0.52
    assert row["density"] == pytest.approx(row["weight"] / row["area"])


def test_a_group_field_called_fid_keeps_its_values_in_a_geopackage(tmp_path):
    made = points([(point(0, 0), 7), (point(1, 3), 7), (point(5, 1), 7), (point(9, 9), 9)], [("fid", "int")])
    run(made, UID="fid", SIZE="1,2", OUTPUT=str(tmp_path / "e.gpkg"))
    written = rows_of(QgsVectorLayer(str(tmp_path / "e.gpkg"), "e", "ogr"))
    assert [row["fid_2"] for row in written] == [7, 7, 9, 9]


def test_what_will_come_out_is_known_before_it_is_computed():
    from qgis.core import QgsApplication, QgsProcessingContext, QgsWkbTypes

    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM).create()
    made = points([(wkt, "a") for (wkt,) in EIGHT], [("region", "string")])
    parameters, context = {"INPUT": made, "UID": "region"}, QgsProcessingContext()
    real = run(made, UID="region", CENTERS="memory:", AXES="memory:")
    for output in ("OUTPUT", "CENTERS", "AXES"):
        properties = algorithm.sinkProperties(output, parameters, context, {})
        assert properties.fields.names() == real[output].fields().names()
        assert properties.crs == real[output].crs()
        assert QgsWkbTypes.displayString(properties.wkbType) == QgsWkbTypes.displayString(
            real[output].wkbType()
        )


@pytest.mark.parametrize("uid, first", [("REGION", "region"), ("nosuch", "status")])
def test_what_will_come_out_is_known_for_any_spelling_of_a_field(uid, first):
    from qgis.core import QgsApplication, QgsProcessingContext

    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM).create()
    made = points([(wkt, "a") for (wkt,) in EIGHT], [("region", "string")])
    properties = algorithm.sinkProperties("OUTPUT", {"INPUT": made, "UID": uid}, QgsProcessingContext(), {})
    assert properties.fields.names()[0] == first


def test_axis_parallel_and_isotropic_patterns_are_ordinary():
    assert rows_of(run(golden("rect_wide"))["OUTPUT"])[0]["status"] == "ellipse"
    row = rows_of(run(golden("cross_iso"))["OUTPUT"])[0]
    assert (row["status"], row["rotation"], row["az_se"]) == ("circle", None, None)
    north_south = [(point(500000, 3000000 + 10 * i),) for i in range(6)]
    assert rows_of(run(points(north_south))["OUTPUT"])[0]["rotation"] == pytest.approx(0)


def test_weights_that_are_shares_and_decimals_count_as_they_are():
    weights = [0.05, 0.2, 0.15, 0.1, 0.05, 0.25, 0.1, 0.1]
    rows = [(wkt, weight, 1000 * weight) for (wkt,), weight in zip(EIGHT, weights)]
    made = points(rows, [("share", "double"), ("count", "double")])
    one, other = (
        rows_of(run(made, WEIGHT=name, DIVISOR="minus_two")["OUTPUT"])[0] for name in ("share", "count")
    )
    assert one["weight"] == pytest.approx(1) and one["major"] == pytest.approx(other["major"], rel=1e-12)


def test_one_small_group_never_stops_the_others():
    rows = [(wkt, "many") for (wkt,) in EIGHT] + [(EIGHT[0][0], "one")]
    many, one = rows_of(run(points(rows, [("g", "string")]), UID="g", DIVISOR="minus_one")["OUTPUT"])
    assert many["status"] == "ellipse" and one["status"] == "few"


def test_a_cancel_while_computing_stops_the_run(tmp_path):
    class Impatient(QgsProcessingFeedback):
        asked = 0

        def isCanceled(self):  # noqa: N802
            Impatient.asked += 1
            return Impatient.asked > 12

    generator = np.random.default_rng(2)
    rows = [(point(*xy),) for xy in generator.normal(5e5, 1e4, (40_000, 2))]
    target = tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(points(rows), Impatient(), OUTPUT=str(target))
    assert not target.exists()


def test_a_run_that_fails_keeps_none_of_its_columns():
    import gc
    from types import FrameType

    with pytest.raises(QgsProcessingException):
        run(points(EIGHT), SIZE="0")
    gc.collect()
    kept = [thing.f_code.co_name for thing in gc.get_objects() if isinstance(thing, FrameType)]
    assert "compute" not in kept
