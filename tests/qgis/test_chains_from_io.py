"""Chains from an input–output table as an algorithm, and a country of its own that runs on them."""

import pytest
from making import Log, rows_of, run, table
from qgis.core import QgsProcessingException

NODES = [
    ("20", "chemicals", "nace:20"),
    ("26", "electronics", "nace:26"),
    ("29", "vehicles", "nace:29"),
    ("F", "farming", "nace:01|nace:02"),
]
MATRIX = [
    ("C20", 40, 10, 5, 0),
    ("C26", 0, 30, 15, 0),
    ("C29", 5, 0, 20, 0),
    ("A01", 2, 0, 0, 9),
    ("Z99", 1, 1, 1, 1),
    ("TOTAL", 100, 100, 100, 10),
]
FIELDS = ["sector", "C20", "C26", "C29", "A01"]


def taxonomy():
    return table(NODES, ["code", "name_en", "aliases"])


def chains(rows=None, feedback=None, **parameters):
    given = {"TAXONOMY": taxonomy(), "SCHEME": "nace", "SECTOR": "sector", "TOTAL": "total", **parameters}
    source = rows or table([tuple(map(str, row)) for row in MATRIX], FIELDS)
    return run("chainsfromio", feedback, INPUT=source, **given)


def edges(result):
    return {f"{r['upstream']}>{r['downstream']}": r["weight"] for r in rows_of(result["OUTPUT"])}


def near(value):
    return pytest.approx(value, abs=1e-9)


def test_a_matrix_gives_technical_coefficients():
    log = Log()
    result = chains(feedback=log, CHECK="memory:")
    assert edges(result) == {"20>26": near(0.1), "20>29": near(0.05), "26>29": near(0.15), "F>20": near(0.02)}
    assert (result["EDGES"], result["SECTORS"], result["UNREAD"], result["CIRCLES"]) == (4, 5, 1, 1)
    assert "Sectors that are not an industry of the taxonomy: 1 (Z99)" in log.text()
    assert "1 edges are left out, because they would form a cycle" in log.text() and "29>20" in log.text()
    assert [row["text"] for row in rows_of(result["CHECK"])] == ["nace:z99"]
    assert {row["kind"] for row in rows_of(result["OUTPUT"])} == {"supply"}


def test_a_long_table_gives_the_same():
    rows = [(giver, FIELDS[i], str(value)) for giver, *row in MATRIX for i, value in enumerate(row, 1)]
    long = table(rows, ["sector", "buyer", "z"])
    assert edges(chains(long, FORM="long", TO="buyer", VALUE="z")) == edges(chains())
    with pytest.raises(QgsProcessingException, match="one row per flow” needs “Buying sector”"):
        chains(long, FORM="long")


def test_small_inputs_are_cut():
    assert list(edges(chains(THRESHOLD=0.1))) == ["20>26", "26>29"]
    assert list(edges(chains(TOP=1))) == ["F>20", "20>26", "26>29"]


def test_fields_can_be_chosen_and_are_needed():
    assert list(edges(chains(COLUMNS=["C29"]))) == ["26>29", "20>29"]
    with pytest.raises(QgsProcessingException, match="no field has the name of a sector"):
        chains(table([("C20", "1")], ["sector", "x"]))
    with pytest.raises(QgsProcessingException, match="no row has the name “sum”"):
        chains(TOTAL="sum")
    with pytest.raises(QgsProcessingException, match="“many” is not a number"):
        chains(table([("C20", "many")], ["sector", "C20"]), TOTAL="")


def test_a_country_without_chinese_chains_has_links():
    made = chains()["OUTPUT"]
    points = {"Lyon": "Point(4.8 45.8)", "Turin": "Point(7.7 45.1)"}
    cells = [("Lyon", "20"), ("Turin", "29"), ("Turin", "26")]
    members = table([(points[city], city, node) for city, node in cells], ["cb_citycd", "cb_nodes"], "Point")
    log = Log()
    result = run("chainlinks", log, INPUT=members, TAXONOMY=taxonomy(), CHAINS=made, LANGUAGE="en")
    found = {row["edge"]: (row["f_city"], row["t_city"], row["flow"]) for row in rows_of(result["OUTPUT"])}
    assert found["20>29"] == ("Lyon", "Turin", near(0.25)) and found["26>29"] == (
        "Turin",
        "Turin",
        near(0.75),
    )
    assert "COEFFICIENT is not used" in log.text()
