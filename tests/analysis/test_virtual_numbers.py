"""Single steps of virtual clusters at their limits: means, coefficients, distances of function, kinds, grades."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.virtual.agglomeration import by_dominant_tie
from clusterbelt.processing.analysis.virtual.city_groups import bundled_groups
from clusterbelt.processing.analysis.virtual.cluster_table import VIRTUAL, _kinds, _non_proximity
from clusterbelt.processing.analysis.virtual.communities import by_community
from clusterbelt.processing.analysis.virtual.coupling import EVEN, OFFLINE, ONLINE, couple, grade, lagging
from clusterbelt.processing.analysis.virtual.gap_search import Found
from clusterbelt.processing.analysis.virtual.integration import Scale
from clusterbelt.processing.analysis.virtual.needs import coefficients, find_needs, nothing_needed
from clusterbelt.processing.analysis.virtual.network import Network
from clusterbelt.processing.analysis.virtual.places import mean_points
from clusterbelt.processing.analysis.virtual.units import PROVINCE, divide
from virtual_world import blocks_from, places_of, regions_of, taxonomy_m, taxonomy_of


def test_a_group_of_equal_points_has_that_very_point():
    lon, lat = 113.264385, 23.129163
    index = np.array([0, 0, 0, 3, 2, 2, 2])
    x, y = mean_points(index, lon + index, lat + index, 4)
    assert [(x[i], y[i]) for i in (0, 2, 3)] == [(lon + i, lat + i) for i in (0, 2, 3)]
    assert np.isnan(x[1]) and np.isnan(y[1])


@pytest.mark.parametrize("planar", [True, False])
def test_points_that_differ_in_one_coordinate_have_their_mean(planar):
    x, y = mean_points(
        np.array([0, 0, 1, 1]),
        np.array([0.0, 2.0, 5.0, 5.0]),
        np.array([0.0, 0.0, 1.0, 3.0]),
        2,
        planar=planar,
    )
    assert x == pytest.approx([1, 5]) and y == pytest.approx([0, 2], abs=1e-3)


@pytest.mark.filterwarnings("error")
def test_where_nobody_serves_coefficients_are_0():
    needs = find_needs(taxonomy_m())
    assert coefficients(needs, "supply", np.zeros(len(needs.sets)), None).tolist() == [0.0] * len(needs)
    equal = coefficients(needs, "equal", np.zeros(len(needs.sets)), None)
    assert np.bincount(needs.node, equal)[np.unique(needs.node)] == pytest.approx(1)


@pytest.mark.parametrize(("count", "listed", "more"), [(10, 10, ""), (11, 10, " …")])
def test_industries_that_need_nothing_are_named_up_to_ten(count, listed, more):
    codes = [f"N{i:02}" for i in range(count)]
    taxonomy = taxonomy_of(dict.fromkeys(codes, ""), [])
    demand = blocks_from([("X", code, 1) for code in codes], places_of({"X": 0.0}), taxonomy)
    assert nothing_needed(demand, taxonomy).values["codes"] == ", ".join(codes[:listed]) + more


@pytest.mark.parametrize(("count", "listed", "more"), [(5, 5, ""), (6, 5, " …")])
def test_cities_without_a_province_are_named_up_to_five(count, listed, more):
    places = places_of({f"P{i}": float(i) for i in range(count)})
    with pytest.raises(AnalysisError) as raised:
        divide(places, regions_of(places), PROVINCE)
    assert raised.value.values["codes"] == ", ".join(places.codes[:listed]) + more
    assert raised.value.values["count"] == count


def test_the_city_groups_of_the_plugin_are_there():
    of_code = bundled_groups().of_code
    assert of_code["110000"] == of_code["120000"] == "京津冀" and len(set(of_code.values())) == 19


def network(ties, blocks):
    source, target, flow = (np.array(column) for column in zip(*ties))
    return Network(tuple("abcdefgh"[:blocks]), source, target, flow.astype(float), np.full(len(ties), np.nan))


@pytest.mark.parametrize(
    ("limit", "parent"), [(None, [1, -1, 1, -1]), (1, [1, -1, 1, -1]), (0.999, [-1] * 4)]
)
def test_a_block_of_one_tie_is_at_the_functional_distance_of_1(limit, parent):
    grouping = by_dominant_tie(network([(0, 1, 2), (1, 2, 1)], 4), limit)
    assert grouping.parent.tolist() == parent
    assert grouping.f.tolist() == [float(number >= 0) for number in parent]


def test_blocks_without_ties_are_their_own_cores():
    for grouping in (by_dominant_tie(network([(0, 1, 2)], 4)), by_community(network([(0, 1, 2)], 4))):
        assert grouping.core.tolist()[2:] == [2, 3] and grouping.parent.tolist()[2:] == [-1, -1]


def test_of_equal_gains_the_community_of_the_lower_id_is_joined():
    found = by_community(network([(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 3, 1)], 4)).core
    assert found[0] == found[1] != found[2] == found[3]


def test_a_cluster_is_virtual_where_half_of_its_flow_goes_far_whatever_the_rest_does():
    far, counted = np.array([5.0, 5.0, 4.0, 3.9]), np.array([10.0, 9.0, 9.0, 9.0])
    found = _non_proximity(far, counted, np.full(4, 10.0))
    assert found == pytest.approx([0.5, 5 / 9, np.nan, 3.9 / 9], nan_ok=True)
    assert _kinds(np.array([2, 2]), found[:2]).tolist() == [VIRTUAL, VIRTUAL]


@pytest.mark.filterwarnings("error")
def test_equal_values_are_coupled_at_1_and_nothing_is_coupled_with_nothing():
    values = np.append(np.random.default_rng(1).uniform(0, 1, 2000), 0.0)
    found = couple(values, values)
    assert found["c"][:-1].max() == 1 and found["c"][:-1] == pytest.approx(1)
    assert (
        all(np.isnan(found[name][-1]) for name in ("tilt", "c", "c_mod", "d", "d_mod"))
        and found["t"][-1] == 0
    )


def test_grades_end_with_their_tenth_and_layers_lag_by_more_than_a_twentieth():
    names = grade(
        np.array([0.0, 0.1, 0.1001, 0.95, 1.0, np.nan, 0.5]), np.array([False] * 6 + [True])
    ).tolist()
    assert names == ["extreme", "extreme", "severe", "quality", "quality", None, "absent"]
    assert lagging(np.array([-0.0501, -0.05, 0.0, 0.05, 0.0501, np.nan])).tolist() == [
        ONLINE, EVEN, EVEN, EVEN, OFFLINE, None,
    ]  # fmt: skip


@pytest.mark.filterwarnings("error")
def test_without_needs_nothing_is_complete_and_nothing_is_not():
    nothing = np.zeros(2), np.full(2, np.nan), np.full(2, np.nan)
    assert np.isnan(Found(None, (), None, nothing).complete).all()
    some = np.array([0.25, 0.25]), np.array([1.0, 0.0]), np.array([0.5, np.nan])
    assert Found(None, (), None, some).complete == (0.5, 0.25)


@pytest.mark.parametrize("name", ["max_off", "max_on"])
def test_a_maximum_is_any_number_above_0(name):
    assert getattr(Scale(**{name: 0.5}), name) == 0.5
    with pytest.raises(AnalysisError):
        Scale(**{name: 0.0})
