"""Distinct values are numbered as pandas numbers them, which the plugin does without."""

import numpy as np
import pandas as pd
from clusterbelt.processing.analysis import distinct
from clusterbelt.processing.analysis.distinct import equal_rows, nulls, number_values
from hypothesis import given
from hypothesis import strategies as st

INTEGERS = st.one_of(st.integers(-5, 5), st.integers(-(2**63), 2**63 - 1))
FLOATS = st.one_of(st.sampled_from([0.0, -0.0, 1.5, np.nan, np.inf, -np.inf]), st.floats())
TEXTS = st.one_of(st.none(), st.just(float("nan")), st.text(max_size=3), st.integers(-2, 2))
ARRAYS = st.one_of(
    st.lists(INTEGERS, max_size=60).map(lambda values: np.array(values, dtype=np.int64)),
    st.lists(st.integers(-100, 100), max_size=60).map(lambda values: np.array(values, dtype=np.int8)),
    st.lists(st.integers(0, 2**64 - 1), max_size=60).map(lambda values: np.array(values, dtype=np.uint64)),
    st.lists(FLOATS, max_size=60).map(lambda values: np.array(values, dtype=float)),
)


def objects(values):
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


@given(ARRAYS)
def test_equal_rows_have_the_numbers_that_pandas_gives(values):
    number, first = equal_rows(values)
    expected, found = pd.factorize(values, use_na_sentinel=False)
    assert number.tolist() == expected.tolist()
    assert np.array_equal(values[first], found, equal_nan=values.dtype == float)


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.0, -0.0, np.nan, 1.0])), max_size=40))
def test_rows_are_equal_in_all_keys(pairs):
    one = np.array([pair[0] for pair in pairs], dtype=np.int64)
    other = np.array([pair[1] for pair in pairs], dtype=float)
    number, first = equal_rows(one, other)
    plain = [(a, "nan" if b != b else b + 0.0) for a, b in pairs]
    seen = list(dict.fromkeys(plain))
    assert number.tolist() == [seen.index(pair) for pair in plain]
    assert first.tolist() == [plain.index(pair) for pair in seen]


def test_rows_that_share_a_slot_stay_apart(monkeypatch):
    values = np.random.default_rng(1).integers(0, 50, 200)
    slots, seen = distinct._slots, []

    def few(*given):
        seen.append(len(given[0][0]))
        return slots(*given) % 3

    monkeypatch.setattr(distinct, "_slots", few)
    number, _ = equal_rows(values, values)
    assert len(seen) > 10 and number.tolist() == pd.factorize(values)[0].tolist()


@given(st.lists(TEXTS, max_size=40))
def test_values_have_the_numbers_that_pandas_gives(values):
    codes, found = number_values(objects(values))
    expected, known = pd.factorize(objects(values))
    assert codes.tolist() == expected.tolist()
    assert found.tolist() == known.tolist()


@given(st.lists(FLOATS, max_size=40))
def test_numbers_have_no_number_where_they_are_none(values):
    codes, found = number_values(np.array(values, dtype=float))
    expected, known = pd.factorize(np.array(values, dtype=float))
    assert codes.tolist() == expected.tolist() and found.tolist() == known.tolist()
    assert all(type(value) is float for value in found)


@given(st.lists(TEXTS, max_size=20))
def test_nulls_are_those_of_pandas(values):
    assert nulls(objects(values)).tolist() == pd.isna(objects(values)).tolist()


def test_moments_and_texts_have_their_nulls():
    assert nulls(np.array(["2020-01-01", "NaT"], dtype="datetime64[D]")).tolist() == [False, True]
    assert not nulls(np.array(["", "nan"])).any()
    assert nulls(np.array([], dtype=object)).tolist() == []
