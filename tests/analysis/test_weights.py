"""Weights that cannot be used are refused with their row."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.columns import check_weights
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.rounding import half_up

IDS = (11, 12, 13)


def test_weights_that_can_be_used_are_passed_over_in_silence():
    for weights in ([0.0, 1.0, 2.5], [np.nan, 1.0, np.inf], [1e307] * 3):
        check_weights(np.array(weights), IDS, "w", "firms")


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ([1.0, -0.5, -2.0], "row 12: the weight -0.5 is negative"),
        ([1e308] * 3, "too large"),
    ],
)
def test_others_are_refused(weights, words):
    with pytest.raises(AnalysisError) as refused:
        check_weights(np.array(weights), IDS, "w", "firms")
    text = refused.value.template.format(**refused.value.values)
    assert "“firms”" in text and "“w”" in text and words in text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.25, 1, "0.3"),
        (2.5, 0, "3"),
        (0.125, 2, "0.13"),
        (-0.25, 1, "-0.3"),
        (17.05, 1, "17.1"),
        (0.0, 1, "0.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, digits, text):
    assert half_up(value, digits) == text


def test_a_number_is_rounded_to_one_decimal_where_nothing_is_said():
    assert half_up(17.0886) == "17.1" and half_up(20) == "20.0"
