"""Numbers compared, ranked and averaged over the whole range of what a computer can hold."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.virtual.comparing import kth_largest, mean_by, ranks_and_shares, scaled
from clusterbelt.processing.analysis.virtual.distances import Distances, metres


@pytest.mark.parametrize("k", [1, 2, 3, 8, 9, 20, 39, 40, 41, 100])
def test_it_is_that_of_the_sorted_row(k):
    values = np.random.default_rng(3).integers(0, 30, (7, 40)).astype(float)
    expected = np.sort(values, axis=1)[:, ::-1][:, min(k, 40) - 1]
    assert kth_largest(values, k).tolist() == expected.tolist()


def test_numbers_are_whole_billionths_of_the_largest():
    assert scaled([0.5, 2, np.nan, 1]).tolist() == [250_000_000, 1_000_000_000, 0, 500_000_000]
    assert scaled([0.25]).tolist() == [1_000_000_000]
    assert scaled([0.25], 0.5).tolist() == [500_000_000]
    assert scaled([]).tolist() == []


def test_where_nothing_is_larger_than_0_every_number_counts_as_0():
    assert scaled([0.0, 0.0]).tolist() == [0, 0]
    assert scaled([3.0, 0.0], np.array([6.0, 0.0])).tolist() == [500_000_000, 0]


@pytest.mark.parametrize("weight", [5e-324, 1.0, 1e308])
def test_a_mean_holds_for_weights_as_small_and_as_large_as_numbers_can_be(weight):
    means = mean_by(np.array([0, 0, 2]), np.array([0.3, 0.7, 9.0]), np.array([weight] * 3), 3)
    assert means[[0, 2]] == pytest.approx([0.5, 9.0]) and np.isnan(means[1])


def test_ranks_begin_at_1_and_shares_end_at_1():
    rank, cumulated = ranks_and_shares(np.array([2, 0]), np.array([1.0, 9.0, 3.0]))
    assert (rank.tolist(), cumulated.tolist()) == ([2, 0, 1], [1.0, 0.0, 0.75])
    assert np.isnan(ranks_and_shares(np.array([0]), np.zeros(1))[1]).all()
    assert ranks_and_shares(np.zeros(0, dtype=int), np.zeros(0))[0].tolist() == []


def test_distances_are_compared_by_the_nearest_metre_and_unknown_ones_are_below_all():
    assert metres([np.nan, 0.0, 1.0004, 1.0006, 100.0]).tolist() == [-1, 0, 1000, 1001, 100_000]


def test_points_opposite_on_the_globe_are_half_a_turn_apart():
    lon, lat = np.random.default_rng(1).uniform(-90, 90, (2, 5000))
    distances = Distances(np.append(lon, lon + 180), np.append(lat, -lat))
    km = distances.between(np.arange(5000), np.arange(5000) + 5000)
    assert np.all((km > 19_900) & (km < 20_040))


def test_a_point_is_at_no_distance_from_itself():
    distances = Distances(np.array([113.3, 113.3]), np.array([23.1, 23.1]))
    assert distances.table([0, 1], [0, 1]).tolist() == [[0, 0], [0, 0]]


def test_a_degree_is_a_distance_on_the_globe_unless_the_layer_is_plane():
    x, y = np.array([0.0, 1.0]), np.array([0.0, 0.0])
    assert Distances(x, y).between(0, 1) == pytest.approx(111.319491)
    assert Distances(x, y, planar=True).between(0, 1) == 1
