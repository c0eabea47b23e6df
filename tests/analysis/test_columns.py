"""Columns of numbers, counts and texts as they come from layers."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.columns import (
    check_weights,
    encode,
    encode_together,
    parse_counts,
    parse_numbers,
)
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.typed_columns import Integers, Texts

IDS = np.array(["a", "b", "c", "d", "e", "f"])


def cells(*values):
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def test_numbers_stand_in_cells_as_people_write_them():
    values = cells(None, "12.5", "１２", "—", 3, 2.5)
    for column in (values, Texts.of([v if v is None else str(v) for v in values])):
        found = parse_numbers(column, IDS, "n", "layer")
        assert np.array_equal(found, [np.nan, 12.5, 12, np.nan, 3, 2.5], equal_nan=True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("42,976", 42976),
        ("1,234,567.25", 1234567.25),
        ("-1,000", -1000),
        ("1 234.5", 1234.5),
        ("12\u202f345", 12345),
        ("1\u00a0000\u00a0000", 1e6),
        ("1'234'567", 1234567),
        (" ４２，９７６ ", 42976),
    ],
)
def test_thousands_may_be_parted(text, number):
    assert parse_numbers(cells(text, "5"), IDS, "n", "layer").tolist() == [number, 5]


@pytest.mark.parametrize(
    "text",
    ["twelve", "1_000", "1,5,2", "0,125", "773,3", "1 234,5", "1,234 567", "1234,567", "1.234.567", "12 34"],
)
def test_the_row_of_what_is_no_number_is_named(text):
    for column in (cells("1", "1", text, text), Texts.of(["1", "1", text, text])):
        with pytest.raises(AnalysisError) as raised:
            parse_numbers(column, IDS, "n", "layer")
        assert raised.value.values["row"] == "c"


def test_counts_are_whole_and_end_where_numbers_have_gaps():
    found = parse_counts(cells(None, "", 0, "7", 2**53), IDS, "n", "layer")
    assert found.tolist() == [0, 0, 0, 7, 2**53]
    for bad in (-1, 0.5, 2**53 + 2, float("inf")):
        with pytest.raises(AnalysisError) as raised:
            parse_counts(cells(1, bad), IDS, "n", "layer")
        assert raised.value.values["row"] == "b"


def test_values_are_numbered_and_nulls_have_none():
    numbers = Integers(np.array([5, 0, 7, 5]), np.array([False, True, False, False]))
    codes, distinct = encode(numbers)
    assert [None if code < 0 else distinct[code] for code in codes] == [5, None, 7, 5] and codes[1] == -1
    (first, second), distinct = encode_together(Texts.of(["b", None, "a"]), Texts.of(["c", "b"]))
    assert [[distinct[code] if code >= 0 else None for code in codes] for codes in (first, second)] == [
        ["b", None, "a"],
        ["c", "b"],
    ]


def test_one_sum_of_all_weights_is_as_large_as_a_number_can_be():
    check_weights(np.array([1e308]), IDS, "w", "layer")
    with pytest.raises(AnalysisError):
        check_weights(np.array([1e308]), IDS, "w", "layer", 2)
    with pytest.raises(AnalysisError):
        check_weights(np.array([1e308, 1e308]), IDS, "w", "layer")
