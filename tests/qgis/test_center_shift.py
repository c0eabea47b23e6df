"""`clusterbelt:centershift` on real layers."""

import math

import pytest
from clusterbelt.processing.compat import is_null, make_field
from making import Log, rows_of
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

ALGORITHM = "clusterbelt:centershift"
SQUARE = [(0, 0), (2, 1), (3, 4), (-1, 2), (1, 3)]
PLANE = "EPSG:32650"


def stations(rows, fields, crs=PLANE):
    """A memory layer from ((x, y) or None, value, …) rows; fields of dates come first."""
    dates = [(name, kind) for name, kind in fields if kind.startswith("date")]
    declared = "".join(f"&field={name}:{kind}" for name, kind in dates)
    made = QgsVectorLayer(f"Point?crs={crs}{declared}", "stations", "memory")
    made.dataProvider().addAttributes(
        [make_field(name, kind) for name, kind in fields if (name, kind) not in dates]
    )
    made.updateFields()
    for place, *values in rows:
        feature = QgsFeature(made.fields())
        for (name, _), value in zip(fields, values):
            feature[name] = value
        if place:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert made.dataProvider().addFeature(feature)
    return made


def moved(dx, dy, *values, scale=1000.0, origin=(500_000.0, 3_000_000.0)):
    return [((origin[0] + scale * x + dx, origin[1] + scale * y + dy), *values) for x, y in SQUARE]


def panel(*times, kind="int", step=(3000.0, 4000.0), crs=PLANE):
    rows = [row for i, time in enumerate(times) for row in moved(step[0] * i, step[1] * i, time)]
    return stations(rows, [("t", kind)], crs)


def run(source, feedback=None, **parameters):
    parameters = {"INPUT": source, "OUTPUT": "memory:", **parameters}
    return processing.run(ALGORITHM, parameters, feedback=feedback)


def shapes_of(layer):
    return [feature.geometry() for feature in layer.getFeatures()]


def test_fields_stand_in_the_order_of_the_contract():
    result = run(panel(2015, 2020), TIME="t", ELLIPSES="memory:", TABLE="memory:")
    assert result["OUTPUT"].fields().names() == [
        "from_time", "to_time", "distance", "azimuth", "wind", "dx", "dy", "speed", "d_major", "d_minor",
        "d_rotation", "d_area",
    ]  # fmt: skip
    assert result["TABLE"].fields().names() == [
        "period", "lon", "lat", "major_km", "minor_km", "theta", "area_wkm2", "ratio", "share_in", "shift_km",
        "direction", "km_a", "ew_km", "ns_km",
    ]  # fmt: skip
    own = processing.run("clusterbelt:weightedellipse", {"INPUT": panel(1), "OUTPUT": "memory:"})["OUTPUT"]
    assert result["ELLIPSES"].fields().names() == ["period", *own.fields().names()]


def test_years_as_numbers_give_a_shift_with_a_speed_by_year():
    result = run(panel(2020, 2015, 2025), TIME="t")
    one, other = rows_of(result["OUTPUT"])
    assert (one["from_time"], one["to_time"], other["to_time"]) == (2015, 2020, 2025)
    assert (one["dx"], one["dy"]) == (pytest.approx(-3000), pytest.approx(-4000))
    assert (other["dx"], other["dy"]) == (pytest.approx(6000), pytest.approx(8000))
    assert other["distance"] == pytest.approx(10_000, rel=1e-3)
    assert other["speed"] == pytest.approx(other["distance"] / 5)
    assert other["azimuth"] == pytest.approx(math.degrees(math.atan2(3, 4)), abs=0.5)
    assert (one["wind"], other["wind"]) == ("SW", "NE")
    assert [one[name] for name in ("d_major", "d_minor", "d_rotation", "d_area")] == pytest.approx(
        [0, 0, 0, 0], abs=1e-3
    )
    assert result["PERIODS"] == 3
    assert result["TOTAL_SHIFT"] == pytest.approx(one["distance"] + other["distance"])


def test_a_centre_that_cannot_move_for_want_of_a_weight_is_told():
    rows = [(place, time, weight) for time in (1, 2) for weight, place in enumerate(SQUARE, time**4)]
    same = stations(rows, [("t", "int"), ("w", "int")])
    log, weighted, moving = Log(), Log(), Log()
    assert run(same, log, TIME="t")["TOTAL_SHIFT"] == 0
    assert "The centre does not move" in log.text()
    assert run(same, weighted, TIME="t", WEIGHT="w")["TOTAL_SHIFT"] > 0
    run(panel(1, 2), moving, TIME="t")
    assert "The centre does not move" not in weighted.text() + moving.text()


def test_a_line_leads_from_centre_to_centre():
    shape = shapes_of(run(panel(1, 2), TIME="t")["OUTPUT"])[0]
    (path,) = shape.asMultiPolyline()
    assert (path[0].x(), path[0].y()) == pytest.approx((501_000, 3_002_000))
    assert (path[-1].x(), path[-1].y()) == pytest.approx((504_000, 3_006_000))


def test_distance_is_geodesic_and_the_azimuth_from_true_north():
    quarter = stations([((0, 0), 1), ((1, 0), 2), ((1, 1), 3)], [("t", "int")], "EPSG:4326")
    east, north = rows_of(run(quarter, TIME="t")["OUTPUT"])
    assert east["distance"] == pytest.approx(111_319.4908, abs=1e-3)
    assert east["azimuth"] == pytest.approx(90, abs=1e-6)
    assert north["distance"] == pytest.approx(110_574.3886, abs=1e-3)
    assert math.cos(math.radians(north["azimuth"])) == pytest.approx(1)
    assert (east["wind"], north["wind"]) == ("E", "N")


def test_the_plane_does_not_change_what_is_measured_on_the_ground():
    places = [((113.3, 23.1), 2015), ((116.4, 39.9), 2020)]
    source = stations(places, [("t", "int")], "EPSG:4326")
    albers = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
    own, other, mercator = (
        rows_of(run(source, TIME="t", MEASURE_CRS=crs)["OUTPUT"])[0] for crs in (None, albers, "EPSG:3857")
    )
    for row in (other, mercator):
        assert row["distance"] == pytest.approx(own["distance"], abs=1e-3)
        assert row["azimuth"] == pytest.approx(own["azimuth"], abs=1e-6)
    assert mercator["dy"] > 1.1 * own["dy"]


def test_a_plane_in_feet_gives_lengths_in_feet_and_a_table_in_km():
    feet = moved(0, 0, 1, origin=(1_000_000, 200_000)) + moved(30_000, 0, 2, origin=(1_000_000, 200_000))
    result = run(stations(feet, [("t", "int")], "EPSG:2263"), TIME="t", TABLE="memory:")
    row, table = rows_of(result["OUTPUT"])[0], rows_of(result["TABLE"])
    assert row["distance"] == pytest.approx(30_000, rel=1e-3)
    assert table[1]["shift_km"] == pytest.approx(30_000 * 0.3048 / 1000, rel=1e-3)
    assert table[1]["lon"] == pytest.approx(-73.9, abs=0.2)


def test_the_table_holds_what_a_paper_prints():
    result = run(panel(2015, 2020, step=(30_000.0, -21_000.0)), TIME="t", TABLE="memory:", ELLIPSES="memory:")
    first, second = rows_of(result["TABLE"])
    ellipse, shift = rows_of(result["ELLIPSES"])[1], rows_of(result["OUTPUT"])[0]
    assert [first[name] for name in ("shift_km", "direction", "km_a", "ew_km", "ns_km")] == [None] * 5
    assert second["period"] == 2020
    assert second["major_km"] == pytest.approx(ellipse["major"] / 1000)
    assert second["minor_km"] == pytest.approx(ellipse["minor"] / 1000)
    assert second["area_wkm2"] == pytest.approx(ellipse["area"] / 1e10)
    assert (second["theta"], second["ratio"], second["share_in"]) == (
        ellipse["azimuth"], ellipse["ratio"], ellipse["share_in"],
    )  # fmt: skip
    assert second["shift_km"] == pytest.approx(shift["distance"] / 1000)
    assert second["direction"] == f"E{shift['azimuth'] - 90:.1f}°S"
    assert second["km_a"] == pytest.approx(second["shift_km"] / 5)
    assert math.hypot(second["ew_km"], second["ns_km"]) == pytest.approx(second["shift_km"])
    assert second["ew_km"] > 0 > second["ns_km"]
    assert (first["lon"], first["lat"]) == pytest.approx((117.01, 27.136), abs=0.01)


def test_words_are_those_of_the_language_of_the_user():
    settings = QgsSettings()
    settings.setValue("locale/userLocale", "zh-Hans")
    try:
        result = run(panel(1, 2, step=(3000, -2000)), TIME="t", TABLE="memory:")
    finally:
        settings.remove("locale/userLocale")
    row, table = rows_of(result["OUTPUT"])[0], rows_of(result["TABLE"])[1]
    assert row["wind"] == "东南"
    assert table["direction"] == f"东偏南{row['azimuth'] - 90:.1f}°"


def test_dates_give_a_speed_by_year():
    source = panel(QDate(2020, 1, 1), QDate(2016, 1, 1), kind="date")
    result = run(source, TIME="t", TABLE="memory:")
    row = rows_of(result["OUTPUT"])[0]
    assert (row["from_time"], row["to_time"]) == (QDate(2016, 1, 1), QDate(2020, 1, 1))
    assert row["speed"] == pytest.approx(row["distance"] / (1461 / 365.2425))
    assert rows_of(result["TABLE"])[0]["period"] == QDate(2016, 1, 1)


def test_dates_and_times_are_understood_and_named():
    one, other = (QDateTime(QDate(2016, 1, day), QTime(12, 0)) for day in (1, 2))
    source = panel(one, other, kind="datetime")
    row = rows_of(run(source, TIME="t")["OUTPUT"])[0]
    assert row["to_time"] == other
    assert row["speed"] == pytest.approx(row["distance"] * 365.2425)
    with pytest.raises(QgsProcessingException, match="There are points in: 2016-01-01"):
        run(panel(QDate(2016, 1, 1), kind="date"), TIME="t")


@pytest.mark.parametrize("times", [("2015年", "2020年"), ("2015", "2020"), ("２０１５", "2020")])
def test_years_as_text_are_measured(times):
    row = rows_of(run(panel(*times, kind="string"), TIME="t")["OUTPUT"])[0]
    assert (row["from_time"], row["to_time"]) == times
    assert row["speed"] == pytest.approx(row["distance"] / 5)


def test_names_are_ordered_naturally_and_give_no_speed():
    rows = rows_of(run(panel("P10", "P2", "P1", kind="string"), TIME="t")["OUTPUT"])
    assert [(row["from_time"], row["to_time"], row["speed"]) for row in rows] == [
        ("P1", "P2", None),
        ("P2", "P10", None),
    ]


def test_names_are_said_in_the_order_in_which_they_are_taken():
    log = Log()
    run(panel("P10", "P2", "P1", kind="string"), log, TIME="t")
    assert "names, not times" in log.text() and "P1, P2, P10" in log.text()
    log = Log()
    run(panel("31/12/2014", "01/01/2014", kind="string"), log, TIME="t")
    assert "names, not times" not in log.text()


def test_months_are_months_in_any_way_of_writing_them():
    for times, kind in (
        ((201601, 201512), "int"),
        (("01/2016", "12/2015"), "string"),
        (("Jan-16", "Dec-15"), "string"),
    ):
        (row,) = rows_of(run(panel(*times, kind=kind), TIME="t")["OUTPUT"])
        assert (row["from_time"], row["to_time"]) == times[::-1]
        assert row["speed"] == pytest.approx(12 * row["distance"])


def test_a_time_that_can_be_read_in_two_ways_is_refused_with_its_row():
    with pytest.raises(
        QgsProcessingException, match="field “t”, row 1: “03/04/2015” can be read as a time in two ways"
    ):
        run(panel("03/04/2015", "05/06/2015", kind="string"), TIME="t")
    with pytest.raises(QgsProcessingException, match=r"row 6: “30\.2\.2015” is not understood as a time"):
        run(panel("28.2.2015", "30.2.2015", kind="string"), TIME="t")


def yearbook(kind="double", text=lambda number: number):
    places = [(500_000 + 1000 * x, 3_000_000 + 1000 * y) for x, y in SQUARE]
    weights = [(5, 1, 1), (1, 1, None), (1, 1, 1), (1, 1, 1), (1, 5, 1)]
    rows = [(place, *(w if w is None else text(w) for w in weight)) for place, weight in zip(places, weights)]
    return stations(rows, [("GDP2016", kind), ("y_2015", kind), ("2017年", kind)])


@pytest.mark.parametrize("kind, text", [("double", float), ("int", int), ("string", str)])
def test_a_wide_table_gives_what_the_long_one_gives(kind, text):
    wide = yearbook(kind, text)
    log = Log()
    result = run(wide, log, VALUES=["GDP2016", "y_2015", "2017年"], TABLE="memory:")
    assert result["TABLE"].fields().field("period").isNumeric()
    rows = [
        ((feature.geometry().asPoint().x(), feature.geometry().asPoint().y()), year, float(feature[name]))
        for name, year in (("GDP2016", 2016), ("y_2015", 2015), ("2017年", 2017))
        for feature in wide.getFeatures()
        if not is_null(feature[name])
    ]
    long = run(stations(rows, [("t", "int"), ("w", "double")]), TIME="t", WEIGHT="w", TABLE="memory:")
    assert rows_of(result["OUTPUT"]) == rows_of(long["OUTPUT"])
    assert rows_of(result["TABLE"]) == rows_of(long["TABLE"])
    assert [row["period"] for row in rows_of(result["TABLE"])] == [2015, 2016, 2017]
    assert "Left out of 2017, value empty or infinite: 1 (2)" in log.text()


def test_fields_may_be_given_as_one_text():
    assert run(yearbook(), VALUES="GDP2016;y_2015")["PERIODS"] == 2


def test_groups_have_paths_of_their_own_in_one_plane():
    rows = moved(0, 0, 1, "b") + moved(9, 0, 1, None) + moved(0, 500, 2, "b") + moved(0, 900, 2, None)
    rows += moved(0, 0, 1, "a") + moved(700, 0, 3, "a")
    log = Log()
    result = run(stations(rows, [("t", "int"), ("g", "string")]), log, TIME="t", UID="g", ELLIPSES="memory:")
    assert [(row["g"], row["from_time"], row["to_time"]) for row in rows_of(result["OUTPUT"])] == [
        ("b", 1, 2),
        ("a", 1, 3),
        (None, 1, 2),
    ]
    assert [(row["g"], row["period"]) for row in rows_of(result["ELLIPSES"])] == [
        ("b", 1), ("b", 2), ("a", 1), ("a", 3), (None, 1), (None, 2),
    ]  # fmt: skip
    assert "Periods left out, no point to measure: 3 (b in 3, a in 2, NULL in 3)" in log.text()
    assert result["PERIODS"] == 3


def test_a_group_field_of_a_taken_name_gives_way():
    source = stations(moved(0, 0, 1, "a") + moved(1, 0, 2, "a"), [("t", "int"), ("period", "string")])
    result = run(source, TIME="t", UID="period", TABLE="memory:")
    assert result["TABLE"].fields().names()[:2] == ["period_2", "period"]
    assert rows_of(result["TABLE"])[1]["period"] == 2


def test_periods_without_a_usable_point_are_named_and_passed_over():
    rows = moved(0, 0, 1, 1.0) + moved(9, 9, 2, 0.0) + moved(20, 0, 3, 1.0) + [(None, 4, 1.0)]
    rows += moved(0, 0, None, 1.0)
    log = Log()
    result = run(stations(rows, [("t", "int"), ("w", "double")]), log, TIME="t", WEIGHT="w")
    assert [(row["from_time"], row["to_time"]) for row in rows_of(result["OUTPUT"])] == [(1, 3)]
    assert "Periods left out, no point to measure: 2 (2, 4)" in log.text()
    assert "Rows skipped, no period: 5" in log.text()
    assert "weight zero: 5" in log.text()


def test_several_sizes_write_several_ellipses_and_one_path():
    result = run(panel(1, 2), TIME="t", SIZE="2,1", ELLIPSES="memory:", TABLE="memory:")
    assert [row["rule"][0] for row in rows_of(result["ELLIPSES"])] == ["2", "1", "2", "1"]
    assert result["OUTPUT"].featureCount() == 1
    table, ellipses = rows_of(result["TABLE"]), rows_of(result["ELLIPSES"])
    assert table[0]["major_km"] == pytest.approx(ellipses[0]["major"] / 1000)


def test_a_centre_that_stays_has_no_line_and_no_direction():
    result = run(panel(1, 2, step=(0, 0)), TIME="t", TABLE="memory:")
    row = rows_of(result["OUTPUT"])[0]
    assert (row["distance"], row["azimuth"], row["wind"], row["speed"]) == (0, None, None, 0)
    assert shapes_of(result["OUTPUT"])[0].isNull()
    assert [rows_of(result["TABLE"])[1][name] for name in ("shift_km", "direction", "ew_km")] == [0, None, 0]


def test_single_points_shift_without_ellipses():
    rows = [((500_000, 3_000_000), 1), ((500_300, 3_000_000), 2)]
    result = run(stations(rows, [("t", "int")]), TIME="t", DIVISOR="minus_one", TABLE="memory:")
    row = rows_of(result["OUTPUT"])[0]
    assert row["distance"] == pytest.approx(300, rel=1e-3) and row["d_major"] is None
    assert rows_of(result["TABLE"])[0]["major_km"] is None


@pytest.mark.parametrize("step", [0.8, -0.8])
def test_a_shift_across_the_antimeridian_is_short_and_cut_there(step):
    def wrapped(x):
        return (x + 180) % 360 - 180

    rows = [((wrapped(180 - step / 2 + x), y), t) for t, dx in ((1, 0), (2, step)) for x, y in
            ((dx - 0.1, -0.1), (dx + 0.1, 0.1), (dx, 0.2), (dx, -0.2))]  # fmt: skip
    result = run(stations(rows, [("t", "int")], "EPSG:4326"), TIME="t", TABLE="memory:")
    row, shape = rows_of(result["OUTPUT"])[0], shapes_of(result["OUTPUT"])[0]
    assert row["distance"] == pytest.approx(0.8 * 111_319.4908, rel=1e-4)
    assert row["wind"] == ("E" if step > 0 else "W")
    assert len(shape.asMultiPolyline()) == 2
    assert shape.length() == pytest.approx(0.8, rel=1e-3)
    assert all(abs(entry["lon"]) > 179.5 for entry in rows_of(result["TABLE"]))


def test_without_a_crs_all_is_planar_and_the_table_has_no_km():
    log = Log()
    result = run(panel(1, 3, crs=""), log, TIME="t", TABLE="memory:")
    row, table = rows_of(result["OUTPUT"])[0], rows_of(result["TABLE"])[1]
    assert "no coordinate reference system" in log.text()
    assert (row["distance"], row["speed"]) == (pytest.approx(5000), pytest.approx(2500))
    assert row["azimuth"] == pytest.approx(math.degrees(math.atan2(3, 4)))
    assert [table[name] for name in ("lon", "major_km", "area_wkm2", "shift_km", "km_a")] == [None] * 5
    assert table["direction"] == "N36.9°E"


@pytest.mark.parametrize(
    "parameters, sentence",
    [
        ({}, "“Time field” .* or “Value fields"),
        ({"TIME": "t", "VALUES": ["GDP2015"]}, "Give either “Time field”"),
        ({"VALUES": ["GDP2015", "GDP2016"], "WEIGHT": "GDP2015"}, "leave “Weight field” empty"),
        ({"VALUES": ["GDP2015", "g"]}, "field “g” must contain one four-digit year"),
        ({"VALUES": ["GDP2015", "y2015"]}, "“GDP2015” and “y2015” are both for 2015"),
        ({"VALUES": ["GDP2015", "GDP2099"]}, "has no field “GDP2099”"),
        ({"VALUES": ["GDP2016", "GDP2015"]}, "“stations”, field “GDP2016”, row 1: the weight -1 is negative"),
        ({"VALUES": ["GDP2015"]}, "two periods with points in the same group. There are points in: 2015"),
        ({"TIME": "t"}, "two periods"),
        ({"TIME": "g", "WEIGHT": "g"}, "“many” is not a number"),
        ({"TIME": "nothing"}, "no row with a geometry has a period"),
        ({"TIME": "g", "SIZE": "0"}, "greater than 0"),
        ({"TIME": "g", "MEASURE_CRS": "EPSG:4326"}, "“Measuring CRS”"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_a_sentence(parameters, sentence, tmp_path):
    fields = [
        ("t", "int"),
        ("GDP2015", "double"),
        ("GDP2016", "double"),
        ("y2015", "double"),
        ("g", "string"),
    ]
    fields.append(("nothing", "string"))
    rows = moved(0, 0, 2015, 1.0, -1.0, 1.0, "many", "-") + moved(9, 9, 2015, 1.0, 1.0, 1.0, "more", None)
    target = tmp_path / "shift.gpkg"
    with pytest.raises(QgsProcessingException, match=sentence):
        run(stations(rows, fields), OUTPUT=str(target), **parameters)
    assert not target.exists()


def test_a_cancelled_run_writes_nothing(tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(panel(1, 2), feedback, TIME="t", OUTPUT=str(tmp_path / "out.gpkg"))
    assert not (tmp_path / "out.gpkg").exists()


def test_a_cancel_while_computing_stops_the_run(monkeypatch):
    feedback = QgsProcessingFeedback()

    def bring(plane, x, y, asked=None):
        feedback.cancel()
        return x, y

    monkeypatch.setattr("clusterbelt.processing.layers.measuring.planes.Plane.from_layer", bring)
    monkeypatch.setattr(
        "clusterbelt.processing.layers.measuring.geodesics.geodesics", lambda *_: pytest.fail("went on")
    )
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(panel(1, 2), feedback, TIME="t")


@pytest.mark.parametrize("driver, suffix", [("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("CSV", "csv")])
def test_files_give_the_numbers_of_a_memory_layer(tmp_path, driver, suffix):
    made = panel(2015, 2020)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = driver, "UTF-8"
    options.layerOptions = ["GEOMETRY=AS_XY"] if suffix == "csv" else []
    path = str(tmp_path / f"stations.{suffix}")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
    uri, provider = path, "ogr"
    if suffix == "csv":
        uri = f"file://{path}?delimiter=,&detectTypes=no&xField=X&yField=Y&crs={PLANE}&encoding=UTF-8"
        provider = "delimitedtext"
    stored = QgsVectorLayer(uri, "stations", provider)
    assert stored.isValid()
    target = str(tmp_path / f"out.{'gpkg' if suffix == 'csv' else suffix}")
    result = run(stored, TIME="t", OUTPUT=target, TABLE=str(tmp_path / "table.csv"))
    written = rows_of(QgsVectorLayer(result["OUTPUT"], "out", "ogr"))[0]
    direct = rows_of(run(made, TIME="t")["OUTPUT"])[0]
    for name in ("distance", "azimuth", "wind", "dx", "speed"):
        assert written[name] == pytest.approx(direct[name], rel=1e-9), name
    assert (tmp_path / "table.csv").exists()


def test_every_parameter_is_explained():
    algorithm = QgsApplication.processingRegistry().algorithmById(ALGORITHM)
    assert all(definition.help() for definition in algorithm.parameterDefinitions())
