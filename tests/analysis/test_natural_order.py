"""Identifiers in natural order, however long, and numbers of rows by weights of any size."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.identifiers import Identifiers
from clusterbelt.processing.analysis.intervals import effective_number
from clusterbelt.processing.analysis.natural_order import natural_order
from clusterbelt.processing.analysis.typed_columns import Texts


@pytest.mark.parametrize(
    "ordered",
    [
        ["2", "10", "a"],
        # What has more digits than a number holds is text, and so behind all numbers.
        ["2", "223456789012345678", "1234567890123456789", "99999999999999999999999", "b"],
        ["c", "x" * 70 + "a", "x" * 70 + "b"],
        ["7", "x" * 70, "y"],
    ],
)
def test_numbers_stand_by_their_size_and_texts_behind_them(ordered):
    for turn in range(len(ordered)):
        values = np.array([*ordered[turn:], *ordered[:turn]], dtype=object)
        assert values[natural_order(values)].tolist() == ordered


def test_a_long_text_changes_nothing_in_the_order_of_a_column():
    ordered = [*map(str, range(5)), *(f"a{number:02}" for number in range(30)), "x" * 70, None]
    values = ordered[::-1]
    assert [values[at] for at in natural_order(Texts.of(values))] == ordered


@pytest.mark.parametrize("weight", [5e-324, 1e-200, 1.0, 1e200, 1e308])
def test_rows_of_equal_weight_count_in_full_whatever_the_weight(weight):
    assert effective_number(np.full(3, weight), np.ones(3)) == pytest.approx(3)
    assert effective_number(np.array([weight, 0.0]), np.ones(2)) == 1


def test_numbers_have_eighteen_digits_at_most():
    for texts in (["9", "0" * 17 + "5"], ["0" * 18 + "5", "9"]):
        for column in (np.array(texts, dtype=object), Identifiers(np.array(texts, dtype="S"))):
            assert natural_order(column).tolist() == [1, 0]
