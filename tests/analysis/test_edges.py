"""The small parts of the analysis at their edges: nothing, one, ties, kinds mixed."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from clusterbelt.processing.analysis.columns import factorise, number_texts
from clusterbelt.processing.analysis.industries.english import english_key
from clusterbelt.processing.analysis.industries.explaining import Explanation
from clusterbelt.processing.analysis.intervals import chi_square_tail, effective_number, equal_rates, wilson
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.natural_order import natural_order
from clusterbelt.processing.analysis.sparse import chunks, least
from clusterbelt.processing.analysis.typed_columns import Texts
from clusterbelt.processing.analysis.virtual.city_groups import read_groups
from clusterbelt.processing.analysis.virtual.places import mean_points


@pytest.mark.parametrize(
    ("values", "codes", "groups"),
    [
        (["b", "a", "b"], [0, 1, 0], ["b", "a"]),
        (["b", None, "a", None], [0, 2, 1, 2], ["b", "a", None]),
        ([None, "a"], [1, 0], ["a", None]),
        ([None, None], [0, 0], [None]),
        ([], [], []),
    ],
)
def test_groups_are_numbered_by_first_appearance_and_none_is_the_last(values, codes, groups):
    found, names = factorise(np.array(values, dtype=object))
    assert found.tolist() == codes and names == groups


def test_texts_of_nothing_but_blanks_are_the_group_of_none():
    texts = ["b", "", None, " \u3000", "a", "b", "\t"]
    for values in (np.array(texts, dtype=object), Texts.of(texts)):
        found, names = factorise(values)
        assert (found.tolist(), names) == ([0, 2, 2, 2, 1, 0, 2], ["b", "a", None])
    assert factorise(Texts.of(["", " "]))[1] == [None]


def test_numbers_that_are_none_are_the_last_group():
    found, names = factorise(np.array([2.5, np.nan, 1.0, 2.5]))
    assert found.tolist() == [0, 2, 1, 0] and names == [2.5, 1.0, None]


def test_texts_are_numbered_in_their_order_and_cells_that_say_nothing_are_none():
    number, texts = number_texts(np.array(["b", "-", "a", None, " b ", ""], dtype=object))
    assert number.tolist() == [1, -1, 0, -1, 1, -1] and texts == ("a", "b")


@pytest.mark.parametrize("most", [1, 3, 7, 100])
@pytest.mark.parametrize("length", [[], [2], [9, 0, 1], [1, 1, 1, 5, 0, 0, 2]])
def test_chunks_cover_all_spans_once_and_hold_no_more_than_they_may(length, most):
    found = list(chunks(np.array(length, dtype=np.int64), most))
    assert [i for part in found for i in range(part.start, part.stop)] == list(range(len(length)))
    for part in found:
        assert sum(length[part]) <= most or part.stop - part.start == 1


def test_identifiers_of_mixed_kinds_have_a_natural_order():
    values = np.array(["a", 10, None, "2", 1.5, float("nan"), 3.0, "b"], dtype=object)
    assert [values[i] for i in natural_order(values)][:6] == ["2", 3.0, 10, 1.5, "a", "b"]
    texts = np.array(["P10", "10", "", "2", "P2"], dtype=object)
    assert [texts[i] for i in natural_order(texts)] == ["2", "10", "P10", "P2", ""]


@pytest.mark.parametrize("dtype", [float, object, str, int])
def test_no_identifiers_have_an_order_of_any_type(dtype):
    assert natural_order(np.array([], dtype=dtype)).tolist() == []


def test_rates_of_nothing_have_no_bounds_and_those_of_all_or_none_reach_the_ends():
    assert all(math.isnan(bound) for bound in wilson(0, 0))
    assert wilson(0, 5)[0] == 0 < wilson(0, 5)[1] < 1 == wilson(5, 5)[1] and wilson(5, 5)[0] > 0


def test_classes_and_outcomes_without_cases_are_left_out_of_the_comparison():
    assert equal_rates([[1, 0], [1, 2]])[:2] == (pytest.approx(4 / 3), 1)
    plain = equal_rates([[10, 20], [20, 10]])
    assert plain[:2] == (pytest.approx(20 / 3), 1) and plain[2] == pytest.approx(chi_square_tail(20 / 3, 1))
    assert equal_rates([[10, 0, 20], [0, 0, 0], [20, 0, 10]]) == plain
    for nothing in ([[0, 0], [0, 0]], [[3, 0], [4, 0]], [[3, 4], [0, 0]]):
        assert equal_rates(nothing)[1] == 0 and math.isnan(equal_rates(nothing)[2])


def test_no_difference_is_exceeded_for_certain():
    for freedom in range(1, 9):
        assert chi_square_tail(0.0, freedom) == 1
        # Against the density, by Simpson's rule.
        steps = np.linspace(1e-9, 7.0, 20_001)
        density = (
            steps ** (freedom / 2 - 1) * np.exp(-steps / 2) / 2 ** (freedom / 2) / math.gamma(freedom / 2)
        )
        if freedom > 1:
            below = (
                (steps[1] - steps[0])
                / 3
                * (density[0] + density[-1] + 4 * density[1::2].sum() + 2 * density[2:-1:2].sum())
            )
            assert chi_square_tail(7.0, freedom) == pytest.approx(1 - below, abs=1e-4)


def test_weights_tell_as_much_as_their_proportions():
    assert effective_number(np.array([1.0, 1.0, 1.0])) == 3 and effective_number(np.array([2.0, 0.0])) == 1
    assert effective_number(np.array([3.0, 1.0])) == pytest.approx(1.6)
    assert effective_number(np.array([6.0, 1.0]), np.array([2, 1])) == pytest.approx(49 / 19)
    assert effective_number(np.array([0.0])) == 0 == effective_number(np.zeros(0))


def test_the_least_value_of_each_key_is_kept_over_all_parts():
    rng = np.random.default_rng(2)
    parts = [(rng.integers(0, 6, 20), rng.integers(0, 99, 20)) for _ in range(4)]
    expected = {}
    for keys, values in parts:
        for key, value in zip(keys.tolist(), values.tolist()):
            expected[key] = min(value, expected.get(key, value))
    keys, values = least(iter(parts))
    assert dict(zip(keys.tolist(), values.tolist())) == expected and keys.tolist() == sorted(expected)
    assert [len(column) for column in least([])] == [0, 0]
    one = np.array([4]), np.array([7])
    assert [column.tolist() for column in least([one])] == [[4], [7]]


def test_rows_of_city_groups_that_say_nothing_are_passed_over():
    columns = {
        "code": ["440100", None, "440300", "440100", "110000", "440600"],
        "group": ["a", "b", "", "d", "c", "-"],
        "rank": [1, 1, 1, "2", None, 1],
        "evidence": ["memory", None, None, None, "law", None],
    }
    found = read_groups(columns)
    assert (found.of_code, found.others) == ({"440100": "a", "110000": "c"}, (("440100", "d"),))
    assert found.unconfirmed == {"440100"}
    with pytest.raises(AnalysisError) as caught:
        read_groups({"code": ["1", "1", "2"], "group": ["a", "b", "c"]})
    assert caught.value.values["codes"] == "1 (a, b)"
    with pytest.raises(AnalysisError):
        read_groups({"code": ["1"]})


def test_mean_points_in_a_plane_are_weighted_and_those_of_nothing_are_none():
    index = np.array([2, 0, 2, 0, 3, 3, 2])
    x, y = np.array([[1.0, 4.0, 3.0, 8.0, 5.0, 5.0, np.nan], [0.0, 2.0, 6.0, 2.0, 7.0, 7.0, 1.0]])
    weights = np.array([1.0, 3.0, 3.0, 1.0, 2.0, 5.0, 9.0])
    mean_x, mean_y = mean_points(index, x, y, 4, planar=True)
    np.testing.assert_allclose(mean_x, [6, np.nan, 2, 5])
    np.testing.assert_allclose(mean_y, [2, np.nan, 3, 7])
    mean_x, mean_y = mean_points(index, x, y, 4, weights, planar=True)
    np.testing.assert_allclose(mean_x, [5, np.nan, 2.5, 5])
    np.testing.assert_allclose(mean_y, [2, np.nan, 4.5, 7])


def test_mean_points_on_the_globe_are_those_of_unit_vectors():
    x, y = mean_points(
        np.array([0, 0, 1, 2, 2]), np.array([179.0, -179.0, 0.1, 0, 90]), np.array([0, 0, 89.9, 0, 0]), 4
    )
    assert abs(x[0]) == pytest.approx(180) and y[0] == pytest.approx(0, abs=1e-9)
    assert (x[1], y[1]) == (0.1, 89.9) and x[2] == pytest.approx(45) and math.isnan(x[3])


def test_plurals_become_singulars():
    found = [
        english_key(word)
        for word in ("batteries", "robots", "watches", "boxes", "glass", "bus", "toy's", "gas")
    ]
    assert found == ["battery", "robot", "watch", "box", "glass", "bus", "toy", "gas"]


def test_the_edges_of_a_chain_lead_from_the_supplier_to_the_customer():
    ends = {"belt_upstream": ("belt", "cluster"), "belt_downstream": ("cluster", "belt")}
    for name, expected in ends.items():
        told = Explanation(SimpleNamespace(name=name), "cluster", "belt", (), (), True)
        assert (told.upstream, told.downstream) == expected
