"""Every format that QGIS writes keeps every row, or is refused with the name of one that can."""

import pytest
from clusterbelt.processing.compat import make_field
from making import Log, rows_of, run, table
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

SUFFIXES = QgsVectorFileWriter.supportedFormatExtensions()
# Their drivers want a model, or make no layers at all.
NEVER = {"000", "dgn", "dxf", "gpx", "xtf", "sql"}
PLACES = {
    "all placed": ["POINT (1 2)", "POINT (5 6)", "POINT (3 4)", "POINT (7 1)"],
    "some placed": ["POINT (1 2)", None, "POINT (3 4)", None],
    "none placed": [None] * 4,
}


def rows(places, kinds=(), values=()):
    made = QgsVectorLayer("Point?crs=EPSG:4326", "rows", "memory")
    made.dataProvider().addAttributes(
        [make_field("city", "string"), make_field("w", "double"), *(make_field(*kind) for kind in kinds)]
    )
    made.updateFields()
    for number, place in enumerate(places):
        feature = QgsFeature(made.fields())
        feature.setAttributes(["深圳市", 0.5 + number, *values])
        if place:
            feature.setGeometry(QgsGeometry.fromWkt(place))
        assert made.dataProvider().addFeature(feature)
    return made


def written(path, suffix, algorithm="placecities", log=None, **parameters):
    """The rows that a run has written and QGIS reads again; None where it was refused, which names a format."""
    given = {"CITY": "city"} if algorithm != "weightedellipse" else {}
    try:
        result = run(algorithm, log, **{**given, "OUTPUT": str(path / f"out.{suffix}"), **parameters})
    except QgsProcessingException as error:
        assert "GeoPackage (.gpkg)" in str(error) and "”: " in str(error)
        assert ".clusterbelt" not in str(error)
        assert not list(path.iterdir())
        return None
    layer = QgsVectorLayer(result["OUTPUT"], "out", "ogr")
    assert layer.isValid(), result["OUTPUT"]
    return rows_of(layer)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("placed", PLACES)
def test_no_format_loses_a_row(tmp_path, suffix, placed):
    found = written(tmp_path, suffix, "splitshared", INPUT=rows(PLACES[placed]))
    assert found is None or len(found) == 4
    assert (found is None) == (suffix in NEVER) or suffix in ("ili", "itf", "gxt", "txt")


def unknown():
    return table([("深圳市",), ("无此市",), ("苏州市",), ("亦无",)], ("city",))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_format_loses_a_row_without_a_place(tmp_path, suffix):
    """Rows of unknown cities have none."""
    found = written(tmp_path, suffix, INPUT=unknown())
    assert found is None or len(found) == 4
    if suffix == "fgb":
        assert found is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_format_loses_an_ellipse_without_a_polygon(tmp_path, suffix):
    places = [
        ("a", "POINT (1 2)"),
        ("a", "POINT (5 6)"),
        ("a", "POINT (9 4)"),
        ("b", "POINT (1 1)"),
        ("c", "POINT (9 9)"),
    ]
    made = table([(place, group) for group, place in places], ("g",), kind="Point")
    found = written(tmp_path, suffix, "weightedellipse", INPUT=made, UID="g")
    assert found is None or len(found) == 3
    assert found is None or suffix not in ("fgb", "gmt", "txt", "gxt", "tab")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_format_loses_a_table(tmp_path, suffix):
    from making import match, sample

    matched = match(sample("clusters"), sample("belts"))["OUTPUT"]
    found = written(tmp_path, suffix, "matchsummary", INPUT=matched, CITY=None, CLASS="class")
    assert found is None or len(found) >= 4
    assert found is not None or suffix not in ("gpkg", "csv", "xlsx", "ods", "geojson", "shp")


def test_a_format_that_lost_rows_is_said_with_their_number(tmp_path):
    with pytest.raises(
        QgsProcessingException, match=r"out\.fgb.*(FlatGeobuf.*only 2 of 4|NULL geometry).*GeoPackage"
    ):
        run("placecities", INPUT=unknown(), CITY="city", OUTPUT=str(tmp_path / "out.fgb"))


LONG = "产业" * 100
MIXED = "a" + LONG


@pytest.mark.parametrize("suffix", ["shp", "tab"])
@pytest.mark.parametrize("text", [LONG, MIXED, "a" * 300, "𠮷" * 70])
def test_a_text_that_is_cut_ends_in_a_whole_character_and_is_said(tmp_path, suffix, text):
    log = Log()
    made = rows(PLACES["all placed"], [("note", "string")], [text])
    found = written(tmp_path, suffix, "splitshared", log, INPUT=made)
    kept = found[0]["note"]
    assert text.startswith(kept) and 250 < len(kept.encode()) <= 254
    assert "“note”: texts cut to the 254 bytes of the format: 4" in log.text()
    assert "“note”: 4 texts are not" not in log.text()


@pytest.mark.parametrize("suffix", ["shp", "tab", "gpkg", "csv", "fgb"])
def test_texts_that_fit_are_kept_in_silence(tmp_path, suffix):
    log = Log()
    made = rows(PLACES["all placed"], [("note", "string")], ["汉" * 84])
    found = written(tmp_path, suffix, "splitshared", log, INPUT=made)
    assert found[0]["note"] == "汉" * 84 and "“note”" not in log.text()


@pytest.mark.parametrize(("suffix", "value"), [("shp", 1e-20), ("shp", 1.5e300), ("dbf", 1e-20)])
def test_numbers_that_a_format_rounds_are_said(tmp_path, suffix, value):
    log = Log()
    made = rows(PLACES["all placed"], [("tiny", "double")], [value])
    written(tmp_path, suffix, "splitshared", log, INPUT=made)
    assert "“tiny”: numbers that are rounded: 4" in log.text() and "“w”" not in log.text()


@pytest.mark.parametrize(("suffix", "said"), [("tab", True), ("shp", False), ("gpkg", False), ("gml", False)])
def test_empty_cells_that_become_0_are_said(tmp_path, suffix, said):
    log = Log()
    made = rows(PLACES["all placed"], [("far", "double"), ("many", "int")], [None, None])
    found = written(tmp_path, suffix, "splitshared", log, INPUT=made)
    for name in ("far", "many"):
        assert (f"“{name}”: empty cells that have become 0: 4" in log.text()) == said
        assert {row[name] for row in found} == {0 if said else None}
    assert "rounded" not in log.text()


def test_an_empty_geometry_is_none_that_is_lost(tmp_path):
    log = Log()
    made = rows(["POINT EMPTY", "POINT (1 1)", None, "POINT EMPTY"])
    written(tmp_path, "shp", "splitshared", log, INPUT=made)
    assert "lost" not in log.text()


def test_whole_numbers_too_large_for_a_format_are_said(tmp_path):
    log = Log()
    written(
        tmp_path, "shp", "splitshared", log, INPUT=rows(PLACES["all placed"], [("big", "long")], [2**62 + 1])
    )
    assert "“big”: numbers that are rounded: 4" in log.text()


@pytest.mark.parametrize(
    "suffix", ["gpkg", "fgb", "geojson", "xlsx", "ods", "csv", "gml", "shp", "tab", "sqlite", "kml"]
)
def test_ordinary_numbers_are_not_said_to_be_rounded(tmp_path, suffix):
    log = Log()
    written(
        tmp_path, suffix, "splitshared", log, INPUT=rows(PLACES["all placed"], [("third", "double")], [1 / 3])
    )
    assert "rounded" not in log.text()


DATES = [("day", "date"), ("at", "datetime"), ("clock", "time")]
MOMENT = [QDate(2020, 1, 2), QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5)), QTime(1, 2, 3)]


@pytest.mark.parametrize(
    ("suffix", "lost"),
    [("gpkg", ()), ("shp", ("at", "clock")), ("csv", ("w", "day", "at", "clock", "cb_shared", "cb_weight"))],
)
def test_types_that_a_format_does_not_know_are_said(tmp_path, suffix, lost):
    log = Log()
    found = written(tmp_path, suffix, "splitshared", log, INPUT=rows(PLACES["all placed"], DATES, MOMENT))
    said = [line for line in log.lines if "lose their type" in line]
    assert len(found) == 4 and len(said) == bool(lost)
    for name in ("w", "day", "at", "clock", "cb_weight"):
        assert (name in lost) == any(f" {name}," in f"{line[:-1]}," for line in said), (name, said)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods"])
def test_a_table_that_keeps_no_places_is_said(tmp_path, suffix):
    log = Log()
    written(tmp_path, suffix, "splitshared", log, INPUT=rows(PLACES["all placed"]))
    assert "OUTPUT: Geometries that are lost: 4" in log.text()


def test_names_that_a_format_shortens_are_said(tmp_path):
    log = Log()
    made = rows(
        PLACES["all placed"], [("a_long_field_name", "string"), ("a_long_field_other", "string")], ["x", "y"]
    )
    found = written(tmp_path, "shp", "splitshared", log, INPUT=made)
    assert "a_long_field_name → a_long_fie" in log.text()
    assert (found[0]["a_long_fie"], found[0]["a_long_f_1"]) == ("x", "y")


def test_a_shapefile_of_a_table_is_called_by_the_file_there_is(tmp_path):
    made = table(
        [("POINT (1 1)", "a"), ("POINT (3 1)", "a"), ("POINT (2 4)", "a"), ("POINT (5 9)", "b")],
        ("g",),
        kind="Point",
    )
    result = run("centershift", INPUT=made, TIME="g", OUTPUT="memory:", TABLE=str(tmp_path / "table.shp"))
    assert result["TABLE"] == str(tmp_path / "table.dbf")
    assert QgsVectorLayer(result["TABLE"], "table", "ogr").featureCount() == 2


LATE = QTime(23, 59, 59, 999)


@pytest.mark.parametrize("suffix", ["gpkg", "fgb"])
def test_times_of_day_are_kept_where_a_format_has_none(tmp_path, suffix):
    log = Log()
    made = rows(PLACES["all placed"], [("clock", "time"), ("early", "time")], [LATE, QTime(1, 2, 3)])
    found = written(tmp_path, suffix, "splitshared", log, INPUT=made)
    assert [(row["clock"], row["early"]) for row in found] == [("23:59:59.999", "01:02:03")] * 4
    assert "OUTPUT: Fields of times of day, written as texts: clock, early." in log.lines


@pytest.mark.parametrize(
    ("suffix", "kind", "value"),
    [
        ("shp", "date", QDate(-44, 3, 15)),
        ("fgb", "date", QDate(-44, 3, 15)),
        ("geojson", "date", QDate(-44, 3, 15)),
        ("xlsx", "date", QDate(1850, 1, 1)),
        ("sqlite", "time", LATE),
        ("ods", "time", LATE),
    ],
)
def test_dates_and_times_that_a_format_changes_are_said(tmp_path, suffix, kind, value):
    log = Log()
    made = rows(PLACES["all placed"], [("at", kind), ("day", "date")], [value, QDate(2020, 1, 2)])
    found = written(tmp_path, suffix, "splitshared", log, INPUT=made)
    # Newer versions of GDAL keep a time of day in SQLite.
    kept = (suffix, kind) == ("sqlite", "time") and [row["at"] for row in found] == [value] * 4
    assert kept or value not in [row["at"] for row in found]
    assert ("“at”: dates or times that have changed: 4" in log.text()) != kept and "“day”" not in log.text()


@pytest.mark.parametrize(
    "suffix", ["csv", "fgb", "geojson", "gml", "gpkg", "ods", "shp", "sqlite", "tab", "xlsx"]
)
def test_ordinary_dates_and_times_are_not_said_to_have_changed(tmp_path, suffix):
    log = Log()
    for values in (MOMENT, [None] * 3):
        written(tmp_path, suffix, "splitshared", log, INPUT=rows(PLACES["all placed"], DATES, values))
    assert "have changed" not in log.text()


@pytest.mark.parametrize("name", ["_rowid_", "rowid", "OID"])
def test_no_field_hides_the_numbers_of_the_rows(tmp_path, name):
    log = Log()
    made = rows(PLACES["all placed"], [(name, "string")], ["kept"])
    found = written(tmp_path, "sqlite", "splitshared", log, INPUT=made)
    assert [row[f"{name}_2".lower()] for row in found] == ["kept"] * 4
    assert f"{name} → {name}_2" in log.text()


@pytest.mark.parametrize(
    ("suffix", "names", "kept"),
    [
        ("gml", ("gml_id", "a b"), ("gml_id", "a_b")),
        ("gml", ("a b", "a-b"), None),
        ("sqlite", ("a-b",), ("a_b",)),
    ],
)
def test_fields_are_found_by_their_names_or_their_loss_is_said(tmp_path, suffix, names, kept):
    log = Log()
    values = [f"value {number}" for number in range(len(names))]
    made = rows(PLACES["all placed"], [(name, "string") for name in names], values)
    found = written(tmp_path, suffix, "splitshared", log, INPUT=made)
    if kept is None:
        assert found is None
        return
    assert [found[0][name] for name in kept] == values and "texts that have changed" not in log.text()
    said = ", ".join(f"{name} → {other}" for name, other in zip(names, kept) if name != other)
    assert [line for line in log.lines if "changed names" in line] == [
        f"OUTPUT: Fields with changed names: {said}."
    ]
