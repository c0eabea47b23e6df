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
    assert "Edges left out, because they would form a cycle (1)" in log.text() and "29>20" in log.text()
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


def long_table(*rows):
    return table(rows, ["sector", "buyer", "z"])


def of_long(*rows, feedback=None, **parameters):
    return chains(long_table(*rows), feedback, FORM="long", TO="buyer", VALUE="z", **parameters)


GOOD = (("C20", "C29", "30"), ("C20", "C26", "5"), ("total", "C29", "100"), ("total", "C26", "50"))


def test_buyers_without_total_inputs_are_named_and_left_out():
    log = Log()
    result = of_long(*GOOD, ("C20", "A01", "7"), ("C26", "A02", "7"), ("total", "A02", "0"), feedback=log)
    assert edges(result) == {"20>26": near(0.1), "20>29": near(0.3)}
    said = "Buying sectors left out, no total inputs above 0 in the row of “Row of the total inputs”: 2 (A01, A02)"
    assert said in log.text()
    with pytest.raises(QgsProcessingException, match="no buying sector has total inputs above 0"):
        of_long(("C20", "C29", "30"), ("total", "C26", "10"))


def test_inputs_above_their_total_are_named_and_a_flow_above_it_is_refused():
    log = Log()
    result = of_long(*GOOD, ("C26", "C29", "60"), ("A01", "C29", "20"), feedback=log)
    assert edges(result)["26>29"] == near(0.6)
    assert "Sectors that buy more than their total inputs: 1 (C29)" in log.text()
    with pytest.raises(QgsProcessingException, match=r"cannot be above 1 \(1\).*C26>C29 101 > 100"):
        of_long(*GOOD, ("C26", "C29", "101"))
    # Two rows of one pair are one flow.
    with pytest.raises(QgsProcessingException, match="C26>C29 120 > 100"):
        of_long(*GOOD, ("C26", "C29", "60"), ("C26", "C29", "60"))


def test_a_second_total_row_and_a_negative_or_infinite_one_are_refused():
    second = table([tuple(map(str, row)) for row in [*MATRIX, ("Total ", 9, 9, 9, 9)]], FIELDS)
    with pytest.raises(QgsProcessingException, match=r"sector C20 has two total inputs.*rows 6 and 7"):
        chains(second)
    empty = table([tuple(map(str, row)) for row in [*MATRIX, ("Total", "", "-", "n/a", "")]], FIELDS)
    assert edges(chains(empty)) == edges(chains())
    with pytest.raises(QgsProcessingException, match="row 5, sector A01: the total inputs are -1"):
        of_long(*GOOD, ("total", "A01", "-1"))
    with pytest.raises(QgsProcessingException, match="Row 5: the flow from C20 to A01 is infinite"):
        of_long(*GOOD, ("C20", "A01", "inf"))


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("total", ["total", ""])
def test_flows_too_large_to_compute_with_are_refused(total):
    for rows in (
        [("C20", "C26", "1e308"), ("C26", "C20", "1e308")],
        [("C20", "C26", "1e308"), ("C20", "C26", "1e308")],
    ):
        with pytest.raises(
            QgsProcessingException, match=r"“table”: the flows are too large to compute with\."
        ):
            of_long(*GOOD, *rows, TOTAL=total)


def test_rows_without_a_sector_and_cells_without_a_number_are_counted():
    log = Log()
    rows = [*MATRIX, ("", 1, 1, 1, 1), ("…", 0, 2, 0, 0), ("", "", "", "", "")]
    cells = [tuple(map(str, row)) for row in rows]
    cells[1] = ("C26", "n/a", "30", "15", "…")
    cells[2] = ("C29", "5", "", "20", "n/a")
    result = chains(table(cells, FIELDS), log)
    assert edges(result) == edges(chains())
    assert "Rows left out, no sector: 2 (7, 8)" in log.text()
    assert "Cells with a sign for nothing, counted as no flow: 3 (“n/a” × 2, “…”)" in log.text()
    assert "Empty cells, which count as no flow: 5." in log.text()
    log = Log()
    of_long(*GOOD, ("C20", "", "3"), ("", "C29", "3"), ("C26", "C29", "..."), feedback=log)
    assert "Rows left out, no sector: 2 (5, 6)" in log.text() and "“...”" in log.text()


def test_sectors_are_one_however_they_are_spelled_and_flows_of_a_pair_are_added_aloud():
    log = Log()
    result = of_long(*GOOD, ("c20", "C29 ", "10"), ("Total", "A01", "10"), feedback=log)
    assert edges(result)["20>29"] == near(0.4) and result["SECTORS"] == 4
    assert "Pairs of sectors with several flows, which are added: 1 (C20>C29)" in log.text()


def test_a_column_of_sums_is_no_sector_and_fields_that_are_none_are_named():
    rows = [(*map(str, row), "999", "3") for row in MATRIX]
    log = Log()
    result = chains(table(rows, [*FIELDS, "TOTAL", "consumption"]), log)
    assert edges(result) == edges(chains()) and result["SECTORS"] == 5
    assert "not called as a sector of the rows, not read: 2 (TOTAL, consumption)" in log.text()
    chosen = chains(table(rows, [*FIELDS, "TOTAL", "consumption"]), COLUMNS=[*FIELDS[1:], "TOTAL"])
    assert edges(chosen) == edges(chains())


def test_rows_of_sums_are_left_out_aloud():
    rows = [
        ("农业", "10", "30"),
        ("钢铁", "20", "10"),
        ("中间投入合计", "30", "40"),
        ("劳动者报酬", "20", "10"),
        ("总投入", "50", "50"),
    ]
    own = table([("A", "farming", "农业"), ("B", "steel", "钢铁")], ["code", "name_en", "name_zh"])
    for total in ("", "总投入"):
        log = Log()
        result = run(
            "chainsfromio",
            log,
            INPUT=table(rows, ["部门", "农业", "钢铁"]),
            SECTOR="部门",
            TOTAL=total,
            TAXONOMY=own,
        )
        assert edges(result) == {"A>B": near(0.6)}
        left = "1 (中间投入合计)" if total else "2 (中间投入合计, 总投入)"
        assert f"Rows left out, because they are sums of other rows: {left}" in log.text()
        assert "buy more than" not in log.text()


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
    assert "“Weights of the needs” is not used" in log.text()
