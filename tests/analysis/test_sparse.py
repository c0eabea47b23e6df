"""Sparse tables against plain loops, in parts as in one."""

import numpy as np
import pytest
from clusterbelt.processing.analysis import sparse
from clusterbelt.processing.analysis.sparse import (
    Pairs,
    chunks,
    count_distinct,
    key_type,
    least,
    products,
    spans,
    starts,
    width_of,
)


def random_pairs(seed):
    random = np.random.default_rng(seed)
    width = int(random.integers(1, 9))
    pairs = sorted(zip(*random.integers(0, width, (2, random.integers(0, 20))).tolist()))
    pairs = sorted(set(pairs))
    keys = np.array([row * width + column for row, column in pairs], dtype=key_type(width))
    return pairs, Pairs(width, keys)


@pytest.mark.parametrize("seed", range(20))
def test_pairs_are_found_where_they_are(seed):
    pairs, found = random_pairs(seed)
    every = [(row, column) for row in range(found.width) for column in range(found.width)]
    places = [pairs.index(pair) if pair in pairs else -1 for pair in every]
    rows, columns = np.array(every).T
    assert len(found) == len(pairs) and list(zip(found.rows, found.columns)) == pairs
    assert found.find(rows, columns).tolist() == places
    assert [found.place_of(*pair) for pair in every] == places
    start, length = found.spans(np.arange(found.width))
    for row in range(found.width):
        assert pairs[start[row] : start[row] + length[row]] == [pair for pair in pairs if pair[0] == row]


def test_no_pair_is_found_where_none_is():
    assert Pairs(3, np.zeros(0, dtype=np.int64)).find([0, 2], [1, 2]).tolist() == [-1, -1]


@pytest.mark.parametrize(
    ("numbers", "width", "begin", "distinct"),
    [([], 1, [], [0, 0]), ([0], 1, [0], [1, 0]), ([4, 4, 0, 4], 5, [0, 2, 3], [2, 0]), ([3, 2, 2], 4, [0, 1], [2, 0])],
)  # fmt: skip
def test_numbers_have_a_width_runs_and_distinct_ones(numbers, width, begin, distinct):
    numbers = np.array(numbers, dtype=np.int64)
    assert width_of(numbers) == width and starts(numbers).tolist() == begin
    group = np.zeros(len(numbers), dtype=np.int64)
    assert count_distinct(group, numbers, 2).tolist() == distinct
    both = np.r_[group, group + 1], np.r_[numbers, numbers * 0 - 1]
    assert count_distinct(*both, 2).tolist() == distinct


def test_keys_are_as_narrow_as_they_can_be():
    assert key_type(46_340) is np.int32 and key_type(46_341) is np.int64  # the square is above 2³¹


@pytest.mark.parametrize(
    ("length", "most", "expected"),
    [
        ([], 5, []),
        ([2, 3, 1, 4], 5, [(0, 2), (2, 4)]),
        ([2, 3, 1, 5], 5, [(0, 2), (2, 3), (3, 4)]),
        ([9, 1, 9], 5, [(0, 1), (1, 2), (2, 3)]),
        ([0, 0, 5, 0, 1], 5, [(0, 4), (4, 5)]),
        ([1, 1, 1], 100, [(0, 3)]),
    ],
)
def test_parts_hold_as_much_as_they_may_or_one_span(length, most, expected):
    parts = chunks(np.array(length, dtype=np.int64), most)
    assert [(part.start, part.stop) for part in parts] == expected


@pytest.mark.parametrize("most", [1, 3, 500_000])
@pytest.mark.parametrize("seed", range(10))
def test_spans_and_their_products_are_all_numbers(monkeypatch, seed, most):
    random = np.random.default_rng(seed)
    (start, other_start), (length, other_length) = (
        random.integers(0, 9, (2, 6)),
        random.integers(0, 4, (2, 6)),
    )
    ranges = [range(a, a + n) for a, n in zip(start, length)]
    others = [range(a, a + n) for a, n in zip(other_start, other_length)]
    assert spans(start, length).tolist() == [number for one in ranges for number in one]
    monkeypatch.setattr(sparse, "MOST_AT_ONCE", most)
    sizes = []
    found = []
    for which, one, other in products((start, length), (other_start, other_length)):
        sizes.append(len(which))
        found += zip(which.tolist(), one.tolist(), other.tolist())
    assert found == [(k, a, b) for k in range(6) for a in ranges[k] for b in others[k]]
    assert max(sizes) <= max(most, 9)


@pytest.mark.parametrize("most", [1, 7, 500_000])
@pytest.mark.parametrize("seed", range(10))
def test_the_least_value_of_each_key_is_kept_however_many_wait(monkeypatch, seed, most):
    random = np.random.default_rng(seed)
    parts = [random.integers(0, 12, (2, random.integers(0, 9))) for _ in range(random.integers(0, 6))]
    expected = {}
    for key, value in (pair for part in parts for pair in part.T.tolist()):
        expected[key] = min(value, expected.get(key, value))
    monkeypatch.setattr(sparse, "MOST_AT_ONCE", most)
    key, value = least((key, value) for key, value in parts)
    assert dict(zip(key.tolist(), value.tolist())) == expected and key.tolist() == sorted(expected)


def test_what_waits_is_put_together_before_it_is_too_much(monkeypatch):
    sizes = []
    together = sparse._least
    monkeypatch.setattr(sparse, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(sparse, "_least", lambda key, value: sizes.append(len(key)) or together(key, value))
    least((np.arange(4), np.arange(4)) for _ in range(30))
    assert max(sizes) == 16  # three that wait and what is kept
