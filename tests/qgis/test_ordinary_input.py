"""Input that people do give ends in a result or in a sentence, never in a traceback."""

import pytest
from making import match, rows_of, run, table
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingException,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

WORLD = (
    *((-74, 40.7), (-0.1, 51.5), (139.7, 35.7), (151.2, -33.9), (116.4, 39.9)),
    *((-43.2, -22.9), (18.4, -33.9), (77.2, 28.6), (37.6, 55.7), (-122.4, 37.8)),
)


def world():
    return table([(f"POINT ({x} {y})", str(i)) for i, (x, y) in enumerate(WORLD)], ("id",), "Point")


def clusters():
    rows = [
        ("POINT (114 22)", "1", "深圳市", "机器人", "A", "x"),
        ("POINT (116 39)", "2", "北京市", "集成电路", "B", "y"),
    ]
    return table(rows, ("id", "city", "industry", "Class", "Name"), "Point")


def belts():
    return table([("1", "深圳市", "机器人"), ("2", "北京市", "软件")], ("id", "city", "product"))


def sentence(algorithm, **parameters):
    """What a refused run says."""
    with pytest.raises(QgsProcessingException) as error:
        run(algorithm, **parameters)
    assert "Traceback" not in str(error.value) and len(str(error.value)) < 600
    return str(error.value)


@pytest.mark.parametrize("algorithm", ["weightedellipse", "centershift", "compareellipses"])
@pytest.mark.parametrize("kept", ["memory", "gpkg", "csv"])
def test_a_table_is_no_layer_of_places(tmp_path, algorithm, kept):
    made = table([("1", "a"), ("2", "b")], ("id", "city"))
    if kept != "memory":
        options, path = QgsVectorFileWriter.SaveVectorOptions(), str(tmp_path / f"rows.{kept}")
        options.driverName = {"gpkg": "GPKG", "csv": "CSV"}[kept]
        QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
        made = path
    more = {"TIME": "id"} if algorithm == "centershift" else {}
    assert "no point to measure" in sentence(algorithm, INPUT=made, **more) or algorithm == "compareellipses"


@pytest.mark.parametrize("size", [1, 1.5, 2, 3, 10])
def test_an_ellipse_larger_than_the_plane_of_the_globe_has_a_row(size):
    result = run("weightedellipse", INPUT=world(), SIZE=size, CENTERS="memory:", AXES="memory:")
    (row,) = rows_of(result["OUTPUT"])
    assert row["n"] == 10 and row["major"] > row["minor"] > 0


@pytest.mark.parametrize("size", [[], "", [None], "x", 0, -1, float("nan"), 1e308])
def test_a_size_that_is_none_is_named(size):
    assert sentence("weightedellipse", INPUT=world(), SIZE=size).startswith("“Number of standard deviations”")


@pytest.mark.parametrize("industry", ["纺织服装", "不存在的"])
def test_a_judgement_on_an_industry_that_no_row_has_is_no_fault_of_the_check(industry):
    judged = table([(industry, "机器人", "accept")], ("cluster_industry", "belt_industry", "decision"))
    result = match(clusters(), belts(), OVERRIDES=judged, CHECK="memory:")
    assert result["ROWS"] == 2 and isinstance(result["CHECK"], QgsVectorLayer)


@pytest.fixture
def matched():
    return match(clusters(), belts())["OUTPUT"]


OF_MATCHES = {
    "matchsummary": {},
    "citycomposition": {},
    "clusterrelations": {},
    "cityoverlap": {"BELTS": belts, "BELT_CITY": "CITY"},
    "matchchance": {
        "BELTS": belts,
        "BELT_CITY": "CITY",
        "BELT_INDUSTRY": "PRODUCT",
        "RUNS": 9,
        "STRATA": "NAME",
    },
    "matchreport": {"NAME": "NAME", "RUNS": 9, "OUTPUT": "page.html"},
    "stylematches": {},
    "matchlayout": {"ATLAS": "NAME", "OUTPUT": "page.svg"},
}


def given(algorithm, folder):
    parameters = {
        name: value() if callable(value) else value for name, value in OF_MATCHES[algorithm].items()
    }
    if "OUTPUT" in parameters:
        parameters["OUTPUT"] = str(folder / parameters["OUTPUT"])
    return parameters


def told(result):
    """The outputs of a run, layers by their rows."""
    return {
        name: rows_of(value) if isinstance(value, QgsVectorLayer) else value for name, value in result.items()
    }


@pytest.mark.parametrize("algorithm", OF_MATCHES)
def test_fields_are_found_whatever_their_capitals(tmp_path, matched, algorithm):
    found = run(algorithm, INPUT=matched, CLASS="CLASS", **given(algorithm, tmp_path))
    written = {"CITY": "city", "PRODUCT": "product", "NAME": "Name"}
    spelled = {
        name: written.get(value, value) if isinstance(value, str) else value
        for name, value in given(algorithm, tmp_path).items()
    }
    assert told(found) == told(run(algorithm, INPUT=matched, CLASS="Class", **spelled))


@pytest.mark.parametrize("algorithm", OF_MATCHES)
def test_a_matched_layer_that_lacks_one_column_is_used_or_the_column_is_named(tmp_path, matched, algorithm):
    names = [name for name in matched.fields().names() if name.startswith("cb_")]
    for name in names:
        lacking = matched.materialize(QgsFeatureRequest())
        lacking.dataProvider().deleteAttributes([lacking.fields().lookupField(name)])
        lacking.updateFields()
        try:
            run(algorithm, INPUT=lacking, CLASS="Class", **given(algorithm, tmp_path))
        except QgsProcessingException as error:
            assert name in str(error) and "Traceback" not in str(error) and len(str(error)) < 600


def test_a_report_takes_ellipses_from_delimited_text(tmp_path, matched):
    path = str(tmp_path / "ellipses.csv")
    ellipses = run("weightedellipse", INPUT=world(), OUTPUT=path)["OUTPUT"]
    page = tmp_path / "page.html"
    run("matchreport", INPUT=matched, CLASS="Class", ELLIPSES=ellipses, OUTPUT=str(page), RUNS=9)
    assert "standard_distance" in page.read_text(encoding="utf-8")


def test_a_group_without_a_place_takes_no_plane_of_the_others():
    rows = [("POINT (83 20)", "A", "1", "2"), (None, "B", "1", "2"), ("POINT (106 38)", "C", "3", "4")]
    made = table(rows, ("g", "y2015", "y2016"), "Point")
    result = run("centershift", INPUT=made, VALUES=["y2015", "y2016"], UID="g")
    assert [row["g"] for row in rows_of(result["OUTPUT"])] == ["A", "C"]
