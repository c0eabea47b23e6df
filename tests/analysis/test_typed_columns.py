"""Compact columns behave as the objects that they stand for."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.columns import encode, factorise, parse_numbers
from clusterbelt.processing.analysis.natural_order import natural_order
from clusterbelt.processing.analysis.typed_columns import Integers, Texts, as_objects
from hypothesis import given
from hypothesis import strategies as st

CELLS = st.lists(
    st.one_of(st.none(), st.sampled_from(["", "7", "甲", "a\0b"]), st.text(max_size=3)), max_size=30
)
NUMBERS = st.lists(st.one_of(st.none(), st.integers(-3, 3), st.integers(-(2**62), 2**62)), max_size=30)


def integers(cells):
    missing = np.array([cell is None for cell in cells], dtype=bool)
    return Integers(np.array([cell or 0 for cell in cells], dtype=np.int64), missing)


def objects(cells):
    array = np.empty(len(cells), dtype=object)
    array[:] = cells
    return array


@pytest.mark.parametrize("make", [Texts.of, integers])
@given(st.data())
def test_they_give_back_their_cells(make, data):
    cells = data.draw(CELLS if make is not integers else NUMBERS)
    column, rows = make(cells), np.arange(len(cells))
    assert len(column) == len(cells)
    assert list(column) == as_objects(column).tolist() == [column[row] for row in rows] == cells
    assert list(column[rows % 2 == 0]) == cells[::2] and list(column[::-1]) == cells[::-1]


@pytest.mark.parametrize("make", [Texts.of, integers])
@given(st.data())
def test_they_are_numbered_as_their_objects_are(make, data):
    cells = data.draw(CELLS if make is not integers else NUMBERS)
    column = make(cells)
    for number in (encode, factorise):
        one, other = number(column), number(objects(cells))
        assert [found.tolist() if hasattr(found, "tolist") else found for found in one] == [
            found.tolist() if hasattr(found, "tolist") else found for found in other
        ]


@given(CELLS)
def test_texts_sort_as_their_objects_do(cells):
    assert natural_order(Texts.of(cells)).tolist() == natural_order(objects(cells)).tolist()


@given(NUMBERS)
def test_whole_numbers_are_read_as_numbers(cells):
    read = parse_numbers(integers(cells), np.arange(len(cells)), "n", "layer")
    assert np.array_equal(read, [np.nan if cell is None else float(cell) for cell in cells], equal_nan=True)


@pytest.mark.parametrize("bits", [8, 16, 32, 64])
def test_as_few_bytes_as_the_distinct_texts_need(bits):
    for count in (2 ** (bits // 2 - 1) if bits > 8 else 0, 2 ** (bits - 1) - 1):
        column = Texts(np.array([count - 1, -1]), range(count))
        assert column.codes.dtype.itemsize == bits // 8 and column.codes.tolist() == [count - 1, -1]


def test_objects_have_none_for_nothing():
    assert as_objects(np.array([1.5, np.nan])).tolist() == [1.5, None]
    assert as_objects(np.array([1, 2])).tolist() == [1, 2]


@given(st.data())
def test_texts_in_another_order_are_numbered_as_if_they_came_so(data):
    cells = data.draw(CELLS)
    rows = np.array(data.draw(st.permutations(range(len(cells)))), dtype=np.int64)
    found, expected = Texts.of(cells).in_order(rows), Texts.of([cells[row] for row in rows])
    assert found.codes.tolist() == expected.codes.tolist()
    assert found.distinct.tolist() == expected.distinct.tolist()
