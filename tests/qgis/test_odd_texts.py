"""Texts that are no names: very long ones, halves of characters, formulas of Excel."""

import csv
import time

import numpy as np
import pytest
from clusterbelt.processing.analysis.frames import Table
from clusterbelt.processing.layers.reading import arrow
from clusterbelt.processing.layers.reading.columns import read_columns, read_table
from clusterbelt.processing.layers.reading.texts import LONGEST
from clusterbelt.processing.layers.writing.csv_tables import write_csv_tables
from clusterbelt.processing.layers.writing.staging import Staging
from making import Log, match, rows_of, run, table
from osgeo import ogr
from qgis.core import QgsFeature, QgsField, QgsProcessingContext, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from test_columns import source_of

MEGABYTE = "纺" * 350_000
LONG = {
    "one character": MEGABYTE,
    "one letter": "a" * 1_000_000,
    "zones": "高新区" * 1000,
    "a list": "深圳市、" * 200_000,
    "brackets": "(" * 100_000,
    "goods side by side": "水果" * 5000,
    "a sentence of cities": "深圳和" * 3000,
}
SECONDS = 60


def clusters(text):
    rows = [("POINT (114 22)", "1", "深圳市", "机器人", "A"), ("POINT (114 23)", "2", text, text, text)]
    return table(rows, ("id", "city", "industry", "class"), "Point")


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_of_a_megabyte_takes_no_time_and_is_not_repeated(tmp_path, text):
    log, began = Log(), time.process_time()
    belts = table([("1", "深圳市", "机器人"), ("2", text, text)], ("id", "city", "product"))
    rows = rows_of(match(clusters(text), belts, log, CHECK="memory:")["OUTPUT"])
    assert [row["id"] for row in rows] == ["1", "2"] and rows[0]["cb_status"] == "matched"
    matched = match(clusters(text), belts)["OUTPUT"]
    run("matchsummary", log, INPUT=matched, CLASS="class")
    page = {"INPUT": matched, "CLASS": "class", "NAME": "industry", "OUTPUT": str(tmp_path / "page.html")}
    run("matchreport", log, **page, RUNS=9)
    run("matchlayout", log, INPUT=matched, CLASS="class", OUTPUT=str(tmp_path / "page.pdf"))
    run("placecities", log, INPUT=clusters(text), CITY="city")
    assert time.process_time() - began < SECONDS
    assert max(map(len, log.lines)) < 1000
    if len(text) > LONGEST:
        assert "“industry”: texts longer than 10000 characters" in log.text()


def test_an_error_does_not_repeat_a_long_text():
    with pytest.raises(QgsProcessingException) as error:
        run("weightedellipse", INPUT=clusters(MEGABYTE), WEIGHT="class")
    assert "class" in str(error.value) and len(str(error.value)) < 1000


def stored(path, texts):
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("rows", None, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("text", ogr.OFTString))
    layer.StartTransaction()
    for text in texts:
        row = ogr.Feature(layer.GetLayerDefn())
        row["text"] = text
        row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
        layer.CreateFeature(row)
    layer.CommitTransaction()
    file = layer = None
    return QgsVectorLayer(str(path), "rows", "ogr")


def test_one_long_text_does_not_make_the_others_as_long(tmp_path):
    """With the width of the widest, the texts of a batch would take eight gigabytes."""
    texts = [None if number == 7 else f"text {number % 9}" for number in range(9000)]
    texts[5], texts[6] = MEGABYTE, MEGABYTE + "x"
    layer, context = stored(tmp_path / "rows.gpkg", texts), QgsProcessingContext()
    source = source_of(layer, context, ("text",))
    assert source.file is not None and arrow.can_read(source.file, ["text"])
    for identifiers in ((), ("text",)):
        one = read_columns(source, ["text"], Log(), points=True, identifiers=identifiers)
        other = read_columns(source.features, ["text"], Log(), points=True)
        assert one.values["text"].tolist() == other.values["text"].tolist()
        assert one.values["text"][5] == MEGABYTE[:LONGEST] and one.values["text"][7] is None
        assert (one.x == 1).all() and one.fid.tolist() == other.fid.tolist()


def test_a_flatgeobuf_without_rows_ends(tmp_path):
    path = str(tmp_path / "none.fgb")
    file = ogr.GetDriverByName("FlatGeobuf").CreateDataSource(path)
    file.CreateLayer("none", None, ogr.wkbPoint).CreateField(ogr.FieldDefn("city", ogr.OFTString))
    file = None
    for algorithm, more in (("weightedellipse", {}), ("placecities", {"CITY": "city"})):
        with pytest.raises(QgsProcessingException, match=r"no rows|no point"):
            run(algorithm, INPUT=path, **more)


HALF = "深圳\ud83d市"


def takes_halves():
    """Whether Python can give this QGIS half a character: newer ones refuse it."""
    try:
        QgsFeature().setAttributes([HALF])
    except SystemError:
        return False
    return True


halves = pytest.mark.skipif(not takes_halves(), reason="this QGIS takes no half of a character")


@pytest.mark.parametrize("half", [pytest.param("\ud83d", marks=halves), "\0"])
def test_texts_with_half_a_character_are_told_apart_by_the_rest(half):
    """Those with a null character are not equal to their beginning, and half a character is left out."""
    texts = [f"a{half}b", "a", f"a{half}c", f"a{half}b", None] * 20
    made = table([(text,) for text in texts], ("text",))
    kept = made.getFeatures().__next__()["text"]
    columns = read_columns(source_of(made, QgsProcessingContext(), ("text",)), ["text"], Log())
    expected = [text and text.replace(half, "") for text in texts]
    assert columns.values["text"].tolist() == expected or kept != texts[0]


@halves
def test_half_a_character_breaks_nothing(tmp_path):
    log = Log()
    made = clusters(HALF)
    belts = table([("1", "深圳市", "机器人"), ("2", HALF, HALF)], ("id", "city", "product"))
    matched = match(made, belts, log, BELTS_OUT=str(tmp_path / "belts.gpkg"))["OUTPUT"]
    assert [row["cb_city"] for row in rows_of(matched)] == ["深圳市", "深圳市"]
    assert "“city”" in log.text() and "half a character" in log.text()
    page, folder = tmp_path / "page.html", tmp_path / "tables"
    given = {"INPUT": matched, "CLASS": "class", "NAME": "industry", "TITLE": HALF}
    run("matchreport", log, **given, OUTPUT=str(page), TABLES_FOLDER=str(folder))
    assert "深圳市" in page.read_text(encoding="utf-8") and list(folder.glob("*.csv"))
    for suffix in ("gpkg", "shp", "csv"):
        run("splitshared", log, INPUT=made, CITY="city", ID="id", OUTPUT=str(tmp_path / f"out.{suffix}"))


FORMULAS = ["=cmd|' /C calc'!A0", "+1", "-x", "@SUM(A1)", "\tx", "＝1+1", "＠x", "\rx"]


def test_no_text_of_a_table_for_excel_is_a_formula(tmp_path):
    made = Table.of(
        {"=name": [*FORMULAS, "plain", "a=b", None], "n": np.full(11, -1.5), "k": np.full(11, -1)}
    )
    staging = Staging([])
    (path,) = write_csv_tables(
        staging, "TABLES_FOLDER", str(tmp_path / "tables"), {"rows": made, "none": None}
    )
    staging.commit()
    staging.discard()
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == ["'=name", "n", "k"]
    assert [row[0] for row in rows] == [*(f"'{text}" for text in FORMULAS[:-1]), "'\nx", "plain", "a=b", ""]
    assert rows[0][1:] == ["-1.5", "-1"]


def test_the_tables_of_the_report_hold_no_formula(tmp_path):
    belts = table([("1", "深圳市", "机器人")], ("id", "city", "product"))
    matched = match(clusters("=1+1"), belts)["OUTPUT"]
    run(
        "matchreport",
        INPUT=matched,
        CLASS="class",
        OUTPUT=str(tmp_path / "page.html"),
        TABLES_FOLDER=str(tmp_path / "tables"),
    )
    seen = 0
    for path in (tmp_path / "tables").glob("*.csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                seen += row.count("'=1+1")
                assert "=1+1" not in row
    assert seen


def test_a_table_is_read_without_its_fields_of_odd_types():
    made = QgsVectorLayer("None", "taxonomy", "memory")
    made.dataProvider().addAttributes(
        [QgsField("code", QVariant.String), QgsField("raw", QVariant.ByteArray)]
    )
    made.updateFields()
    assert list(read_table(source_of(made, QgsProcessingContext(), ()).features, Log()).values) == ["code"]
