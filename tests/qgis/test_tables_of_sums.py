"""`ellipseofsums` of tables edited by hand: what cannot be is a sentence that names the row, what is empty is left out."""

import pytest
from extremes import numpy_is_silent, outcome  # noqa: F401 - a fixture
from making import Log, rows_of, table

POINTS = {
    "g": "a", "n": "100", "sum_w": "250", "sum_ww": "700", "sum_wx": "1000", "sum_wy": "-500", "sum_wxx": "90000",
    "sum_wxy": "1000", "sum_wyy": "40000", "x0": "500000", "y0": "4000000", "turn": "0",
}  # fmt: skip
SIZED = {**POINTS, "rule": "1 standard_distance", "scale": "1.4", "n_in": "60", "w_in": "150"}


def drawn(*rows, log=None, crs="EPSG:32650"):
    """The outcome of rows with equal columns."""
    made = table([list(row.values()) for row in rows], list(rows[0]))
    return outcome("ellipseofsums", log, INPUT=made, UID="g", CRS=crs, CENTERS="memory:", AXES="memory:")


@pytest.mark.parametrize("empty", ["", "nan", "-", None])
@pytest.mark.parametrize("name", ["x0", "y0", "turn", "sum_w", "n"])
def test_a_row_with_an_empty_cell_is_left_out_and_named(name, empty):
    log = Log()
    found = drawn({**POINTS, "g": "b"}, {**POINTS, name: empty}, log=log)
    assert [row["g"] for row in rows_of(found["OUTPUT"])] == ["b"]
    assert "Rows skipped, without points, or a cell of n, sum_w" in log.text() and ": 1 (2)" in log.text()


@pytest.mark.parametrize(
    "name, cell",
    [
        *((name, cell) for name in ("n", "x0", "sum_w", "sum_ww", "sum_wx") for cell in ("1e30", "1e308")),
        *(("sum_w", cell) for cell in ("1e-320", "1e-200", "-250", "0")),
        *((name, cell) for name in ("sum_ww", "sum_wyy") for cell in ("0", "-1")),
        *(("n", cell) for cell in ("-3", "2.5", "1e17")),
        ("sum_wy", "-1e200"), ("sum_wxx", "1e308"),
        ("sum_wxy", "1e308"), ("y0", "-1e30"),
    ],
)  # fmt: skip
def test_sums_that_no_points_have_are_a_sentence_with_the_row(name, cell):
    said = drawn({**POINTS, "g": "b"}, {**POINTS, name: cell})
    assert "“table”, row 2: these cannot be the sums of points" in said


@pytest.mark.parametrize(
    "name, cell",
    [
        *(("scale", cell) for cell in ("-1", "0", "inf", "1e30", "")),
        *(("n_in", cell) for cell in ("101", "-1", "60.5", "1e30", "inf")),
        *(("w_in", cell) for cell in ("251", "-1", "inf")),
    ],
)
def test_sizes_that_sums_do_not_have_are_a_sentence_with_the_row(name, cell):
    said = drawn({**SIZED, "g": "b"}, {**SIZED, name: cell})
    assert "“table”, row 2: scale, n_in and w_in cannot be those of these sums" in said


def test_sizes_of_a_job_are_drawn_where_they_can_be():
    few = {**SIZED, "g": "c", "n": "2", "sum_w": "2", "sum_ww": "2", "sum_wx": "0", "sum_wy": "0"}
    nobody = {"scale": "", "n_in": "", "w_in": ""}
    found = drawn(
        {**SIZED, "n_in": "", "w_in": ""},
        {**SIZED, "g": "b", "w_in": "250.00000000001", "n_in": "100"},
        {**few, **nobody},
        {**SIZED, "g": "d", "rule": "50 share_inside", "scale": "0"},
    )
    rows = {row["g"]: row for row in rows_of(found["OUTPUT"])}
    assert (rows["a"]["n_in"], rows["a"]["share_in"]) == (None, None) and rows["b"]["share_in"] == 1
    assert (rows["c"]["status"], rows["c"]["major"], rows["d"]["major"]) == ("few", None, 0)


def test_a_group_has_the_same_sums_under_every_rule():
    second = {**SIZED, "rule": "2 standard_distance", "scale": "2.8"}
    assert drawn(SIZED, second)["ELLIPSES"] == 2
    for name, cell in (("n", "77"), ("sum_wx", "5"), ("turn", "30")):
        assert "row 2: the group a has other sums in row 1" in drawn(SIZED, {**second, name: cell})


def test_a_size_that_a_group_lacks_is_not_drawn_and_said():
    log = Log()
    second = {**SIZED, "rule": "2 standard_distance", "scale": "2.8"}
    found = drawn(SIZED, second, {**second, "g": "b"}, log=log)
    assert [(row["g"], row["rule"][0]) for row in rows_of(found["OUTPUT"])] == [
        ("a", "1"),
        ("a", "2"),
        ("b", "2"),
    ]
    assert "lack a row for a size of the others, which is not drawn: 1 (b)" in log.text()


@pytest.mark.parametrize(
    "plane", ["EPSG:4326", "+proj=longlat", "EPSG:4978", "EPSG:999999", "rubbish", "EPSG:5773"]
)
def test_a_measure_that_is_no_plane_is_a_sentence(plane):
    assert f"measure “{plane}” is not a projected" in drawn({**POINTS, "measure": plane})


def test_all_rows_have_one_measure():
    rows = [{**POINTS, "g": str(number), "measure": "EPSG:3857"} for number in range(3)]
    assert "row 2: its measure “” is not that of the rows before it, “EPSG:3857”" in drawn(
        rows[0], {**rows[1], "measure": ""}
    )
    assert "row 3: its measure “EPSG:32651”" in drawn(*rows[:2], {**rows[2], "measure": "EPSG:32651"})
    assert "geocentric" in drawn(POINTS, crs="EPSG:4978")


def test_a_centre_that_lies_nowhere_has_no_point_and_is_said():
    log = Log()
    far = {**POINTS, "x0": "4e7", "measure": "+proj=laea +lat_0=36 +lon_0=117 +datum=WGS84"}
    found = drawn({**far, "g": "b", "x0": "0", "y0": "0"}, far, log=log, crs="EPSG:4326")
    assert [row.geometry().isNull() for row in found["CENTERS"].getFeatures()] == [False, True]
    assert "is not a place on Earth" in log.text()
