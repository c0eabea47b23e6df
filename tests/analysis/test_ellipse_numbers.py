"""Every number of an ellipse against formulas by hand, at the thresholds where it changes its kind."""

import math

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution import ellipse, ellipse_sizes
from clusterbelt.processing.analysis.distribution.ellipse import (
    CIRCLE,
    ELLIPSE,
    LINE,
    POINT,
    Moments,
    fitted,
    outline,
    principal_axes,
    standardised_distance,
    weight_units,
)
from clusterbelt.processing.analysis.distribution.size_rules import rule_name, scale_factor
from clusterbelt.processing.analysis.distribution.sums import PointSums, share_of
from clusterbelt.processing.analysis.messages import AnalysisError

EPSILON = np.finfo(float).eps


def cross(long, short, azimuth=0.0, center=(0.0, 0.0)):
    """Four points of weight 1 whose standard distance ellipse has these half axes."""
    turn = math.radians(azimuth)
    along, across = np.array([math.sin(turn), math.cos(turn)]), np.array([math.cos(turn), -math.sin(turn)])
    ways = (long * along, -long * along, short * across, -short * across)
    return np.array([np.array(center) + way for way in ways]).T


def measured(x, y, weight=None, scaling="standard_distance", value=1.0, divisor="weights"):
    (found,) = ellipse_sizes.measure(x, y, weight, None, scaling=scaling, values=[value], divisor=divisor)
    return found


def test_an_ellipse_has_the_numbers_of_the_formulas():
    found = measured(*cross(3.0, 1.0, 34.0, (10.0, -20.0)), value=1.5, divisor="minus_one")
    k = 1.5 * math.sqrt(2) * math.sqrt(4 / 3)
    assert (found.group, found.status, found.n, found.rule) == (
        0,
        "ellipse",
        4,
        "1.5 standard_distance minus_one",
    )
    assert (found.weight, found.n_eff) == (4.0, 4.0)
    assert (found.x, found.y) == pytest.approx((10.0, -20.0))
    assert found.scale == pytest.approx(k)
    assert (found.major, found.minor) == pytest.approx((3 / math.sqrt(2) * k, 1 / math.sqrt(2) * k))
    assert found.rotation == pytest.approx(34.0)
    assert (found.ratio, found.area) == pytest.approx((1 / 3, math.pi * 1.5 * k * k))
    assert found.density == pytest.approx(4.0 / found.area)
    assert (found.n_in, found.share_in) == (4, 1.0)
    assert found.share_expected == 1.0  # k² = 6 is more than n − 1
    small = measured(*cross(3.0, 1.0), value=0.5)
    assert (small.n_in, small.share_in) == (0, 0.0)
    assert small.share_expected == pytest.approx(1 - (1 - 0.5 / 3) ** 0.5)


def test_the_share_inside_counts_weight_and_the_boundary():
    x, y = np.array([-1.0, 1.0, 0.0, 0.0, 3.0, -3.0]), np.array([0.0, 0.0, 1.0, -1.0, 0.0, 0.0])
    weight = np.array([1.0, 1.0, 1.0, 1.0, 3.0, 3.0])
    fitted_ = ellipse.moments(x, y, weight)
    distance = standardised_distance(x, y, fitted_)
    value = float(distance[4])
    at, below = (measured(x, y, weight, "standard_deviation", size) for size in (value, value * (1 - 1e-8)))
    assert (at.n_in, at.share_in) == (4, pytest.approx(0.8))
    assert (below.n_in, below.share_in) == (2, pytest.approx(0.2))


@pytest.mark.parametrize("long, short", [(3.0, 1.0), (2.0, 1.0), (1.7, 1.0)])
def test_the_error_of_the_azimuth_is_that_of_the_formula(long, short):
    """√(λ1 λ2 / (m (λ1 − λ2)²)) with λ = (half axis)² / 2 and m = 4."""
    error = math.degrees(long * short / (2 * (long**2 - short**2)))
    assert error < 30 and measured(*cross(long, short)).rotation_error == pytest.approx(error)
    weighted = ellipse.moments(*cross(long, short), np.array([1.0, 1.0, 1.0, 1.0]) * 7)
    assert weighted.rotation_error[0] == pytest.approx(error)


def test_a_large_error_of_the_azimuth_and_that_of_no_direction_are_nothing():
    assert math.isnan(measured(*cross(1.5, 1.0)).rotation_error)  # 34.4°
    assert math.isnan(measured(*cross(1.6, 1.0)).rotation_error) == (math.radians(30) < 1.6 / (2 * 1.56))
    assert measured(*cross(1.0, 0.0)).rotation_error == 0
    for circle in (measured(*cross(1.0, 1.0)), measured(np.ones(3), np.ones(3))):
        assert math.isnan(circle.rotation_error) and math.isnan(circle.rotation)


def test_a_point_and_a_line_have_no_density_and_the_line_a_ratio():
    line, point = measured(*cross(2.0, 0.0, 30.0)), measured(np.full(3, 5.0), np.full(3, 6.0))
    assert (line.status, line.major, line.minor, line.ratio, line.area) == (
        "line",
        pytest.approx(2.0),
        0,
        0,
        0,
    )
    assert line.rotation == pytest.approx(30.0) and math.isnan(line.density)
    assert (point.status, point.major, point.area) == ("point", 0, 0)
    assert math.isnan(point.ratio) and math.isnan(point.density)


def test_a_tiny_ellipse_has_ratio_and_density_too():
    tiny = measured(*cross(3e-5, 1e-5))
    assert tiny.ratio == pytest.approx(1 / 3) and tiny.density == pytest.approx(4 / (math.pi * 3e-10))


def test_a_group_with_too_few_points_has_a_centre_and_no_size():
    few = measured(np.array([0.0, 2.0]), np.array([0.0, 0.0]), divisor="minus_two")
    assert (few.status, few.x, few.n) == ("few", 1.0, 2)
    for name in ("major", "minor", "scale", "share_in", "share_expected"):
        assert math.isnan(getattr(few, name)), name


@pytest.mark.parametrize(
    "angle, rotation",
    [
        (0.0, 90.0),
        (45.0, 45.0),
        (90.0, 0.0),
        (-90.0, 0.0),
        (-45.0, 135.0),
        (100.0, 170.0),
        (-100.0, 10.0),
        (200.0, 70.0),
    ],
)
def test_a_rotation_is_an_azimuth_of_less_than_half_a_turn(angle, rotation):
    found = moments_of(angle=math.radians(angle)).rotation[0]
    assert found == pytest.approx(rotation, abs=1e-12) and 0 <= found < 180


def test_a_rotation_just_short_of_north_is_north_and_not_half_a_turn():
    assert moments_of(angle=np.nextafter(math.pi / 2, 2)).rotation[0] == 0
    assert moments_of(angle=np.nextafter(-math.pi / 2, -2)).rotation[0] < 1e-12


def moments_of(angle=0.0, status=ELLIPSE):
    one = np.ones(1)
    statuses = np.array([status], dtype=object)
    return Moments(
        np.ones(1, int), one, one, one, one, np.array([angle]), one, one / 2, statuses, np.zeros((2, 1))
    )


def kind(major, minor, center=(0.0, 0.0)):
    place = np.array(center).reshape(2, 1)
    found = fitted(
        np.ones(1, int),
        np.ones(1),
        np.ones(1),
        place,
        np.zeros((2, 1)),
        np.zeros(1),
        np.array([major]),
        np.array([minor]),
    )
    return found.status[0], found.sigma_major[0], found.sigma_minor[0]


def test_the_kind_of_an_ellipse_changes_at_its_thresholds():
    assert kind(1.0, 1.0 - 0.9e-7)[0] == CIRCLE and kind(1.0, 1.0 - 1.1e-7)[0] == ELLIPSE
    assert kind(100.0, 100.0 - 0.9e-5)[0] == CIRCLE and kind(100.0, 100.0 - 1.1e-5)[0] == ELLIPSE
    assert kind(1.0, 0.9e-9) == (LINE, 1.0, 0.0) and kind(1.0, 1.1e-9) == (ELLIPSE, 1.0, 1.1e-9)
    assert kind(100.0, 0.9e-7)[0] == LINE and kind(100.0, 1.1e-7)[0] == ELLIPSE
    assert kind(0.0, 0.0) == (POINT, 0.0, 0.0)
    # Below the digits of the coordinates there is nothing: 8 ε of the larger of x and y.
    for center in ((1e6, -2e6), (-2e6, 1e6)):
        digits = 8 * EPSILON * 2e6
        assert kind(0.95 * digits, 0.9 * digits, center) == (POINT, 0.0, 0.0)
        assert kind(1.05 * digits, 0.9 * digits, center) == (LINE, 1.05 * digits, 0.0)
        assert kind(1.0, 0.95 * digits, center)[0] == LINE and kind(1.0, 1.05 * digits, center)[0] == ELLIPSE
    assert kind(1.0, 1.0 + 1e-12) == (CIRCLE, 1.0, 1.0)


@pytest.mark.parametrize("seed", range(20))
def test_principal_axes_are_eigenvectors_and_roots_of_eigenvalues(seed):
    generator = np.random.default_rng(seed)
    root = generator.normal(size=(2, 2))
    (xx, xy), (_, yy) = root @ root.T
    angle, major, minor = principal_axes(np.array([xx]), np.array([xy]), np.array([yy]))
    values, vectors = np.linalg.eigh(np.array([[xx, xy], [xy, yy]]))
    assert (minor[0], major[0]) == pytest.approx(np.sqrt(values), rel=1e-9)
    direction = np.array([math.cos(angle[0]), math.sin(angle[0])])
    assert abs(direction @ vectors[:, 1]) == pytest.approx(1)


def test_principal_axes_of_nothing_are_zero():
    _, major, minor = principal_axes(np.zeros(1), np.zeros(1), np.zeros(1))
    assert (major[0], minor[0]) == (0, 0)
    _, major, minor = principal_axes(
        np.array([4.0]), np.array([6.0]), np.array([9.0])
    )  # a line: no negative root
    assert major[0] == pytest.approx(math.sqrt(13)) and minor[0] == pytest.approx(0, abs=1e-7)


def test_the_outline_runs_clockwise_from_the_end_of_the_long_axis():
    ring = outline(10.0, 20.0, 3.0, 1.0, 30.0, 8)
    assert ring.shape == (9, 2) and (ring[0] == ring[-1]).all()
    for i, vertex in enumerate(ring):
        turn = 2 * math.pi * i / 8
        along, across = 3 * math.cos(turn), math.sin(turn)
        east = along * math.sin(math.radians(30)) + across * math.cos(math.radians(30))
        north = along * math.cos(math.radians(30)) - across * math.sin(math.radians(30))
        assert tuple(vertex) == pytest.approx((10 + east, 20 + north))
    steps = np.diff(ring, axis=0)
    assert (steps[:-1, 0] * steps[1:, 1] - steps[:-1, 1] * steps[1:, 0] < 0).all()


def test_the_outline_of_a_circle_begins_in_the_north_and_closes_to_the_last_digit():
    assert tuple(outline(0.0, 0.0, 2.0, 2.0, math.nan, 4)[0]) == (0.0, 2.0)
    for rotation in range(0, 180, 7):
        ring = outline(0.0, 0.0, 3e3, 1e3, float(rotation), 180)
        assert ring[0].tobytes() == ring[-1].tobytes()


def test_a_distance_from_a_line_is_along_it_and_from_a_point_nothing():
    line = ellipse.moments(np.array([-1.0, 1.0]), np.zeros(2))
    assert standardised_distance(np.array([2.0, 0.0]), np.array([5.0, 7.0]), line) == pytest.approx(
        [2.0, 0.0]
    )
    point = ellipse.moments(np.ones(2), np.ones(2))
    assert standardised_distance(np.array([4.0]), np.array([5.0]), point) == pytest.approx([0.0])


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("upright", [False, True])
def test_the_mean_square_of_the_distances_is_two_however_thin_and_far_the_ellipse_is(seed, upright):
    generator = np.random.default_rng(seed)
    along, across = generator.normal(0, 10, 50), generator.normal(0, 3e-7, 50)
    x, y = 4e7 + along, 3e7 + across
    x, y = (y, x) if upright else (x, y)
    weight = generator.uniform(1, 2, 50)
    found = ellipse.moments(x, y, weight)
    assert found.status[0] == ELLIPSE
    square = standardised_distance(x, y, found) ** 2
    assert np.sum(weight * square) / weight.sum() == pytest.approx(2, abs=1e-9)


@pytest.mark.parametrize("far", [1e12, -1e12])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_group_loses_no_digit_to_one_far_away(far, order):
    near = cross(3e-3, 1e-3, 20.0)
    both = [near, near + far]
    x, y = np.concatenate([both[i] for i in order], axis=1)
    group = np.repeat([0, 1], 4)
    found = ellipse.moments(x, y, None, group)
    alone = ellipse.moments(*near)
    number = order.index(0)
    assert found.sigma_major[number] == pytest.approx(alone.sigma_major[0], rel=1e-12)
    assert found.sigma_minor[number] == pytest.approx(alone.sigma_minor[0], rel=1e-12)


def test_groups_whose_points_alternate_are_summed_about_points_of_their_own():
    near, steps = cross(3e-3, 1e-3, 20.0), np.arange(4)
    x, y = np.empty(8), np.empty(8)
    x[2 * steps], y[2 * steps] = near
    x[2 * steps + 1], y[2 * steps + 1] = near + 1e12
    found = ellipse.moments(x, y, None, np.tile([0, 1], 4))
    assert found.sigma_minor[0] == pytest.approx(1e-3 / math.sqrt(2), rel=1e-9)


def test_many_points_are_summed_in_parts_as_they_are_together():
    generator = np.random.default_rng(4)
    x, y = generator.normal(1e6, 5, 70_000), generator.normal(-1e6, 2, 70_000)
    group = generator.integers(0, 3, 70_000)
    found = ellipse.moments(x, y, None, group)
    for g in range(3):
        mine = group == g
        assert found.n[g] == mine.sum()
        assert (found.x[g], found.y[g]) == pytest.approx((x[mine].mean(), y[mine].mean()))
        assert found.sigma_major[g] ** 2 + found.sigma_minor[g] ** 2 == pytest.approx(
            x[mine].var() + y[mine].var()
        )


def test_a_divisor_leaves_nothing_of_points_that_only_digits_add():
    """Kish's number of weights 1, 1 and w is 2 + 2 w, and minus_two leaves 2 w: nothing below a thousand millionth."""
    x, y = np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0])
    for w, status in ((1e-10, "few"), (4e-10, "few"), (0.9e-9, "few"), (1.2e-9, "line"), (1e-3, "ellipse")):
        found = measured(x, y, np.array([1.0, 1.0, w]), divisor="minus_two")
        assert (found.status == "few") == (status == "few"), w


def test_two_and_three_points_have_no_share_to_expect():
    assert math.isnan(measured(np.array([0.0, 1.0]), np.zeros(2)).share_expected)
    three = measured(np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0]))
    assert math.isnan(three.share_expected) and three.share_in == 1.0


def test_a_point_on_the_boundary_is_inside_within_nine_digits():
    sums = PointSums(*cross(3.0, 1.0))
    distance = math.sqrt(2)
    for beyond, count in ((0.0, 4), (0.8e-9, 4), (1.2e-9, 0)):
        ((inside, held),) = sums.inside([np.array([distance / (1 + beyond)])])
        assert (inside[0], held[0]) == (count, count)


def test_a_share_is_held_by_the_smallest_ellipse_that_reaches_it_within_twelve_digits():
    assert share_of(8.0, 0.5) == pytest.approx(4 - 4e-12, abs=1e-15)
    assert PointSums(np.zeros(0), np.zeros(0)).holding(0.5).size == 0
    x = np.array([-1.0, 1.0, -2.0, 2.0, -3.0, 3.0])
    group, unit = np.repeat([0, 1], 6), np.repeat([1e200, 1e-200], 6)
    found = PointSums(np.tile(x, 2), np.zeros(12), unit * np.tile([1.0, 1.0, 2.0, 2.0, 1.0, 1.0], 2), group)
    sigma = math.sqrt((2 + 16 + 18) / 8)
    for share, reach in ((0.25, 1.0), (0.26, 2.0), (0.75, 2.0), (0.76, 3.0), (1.0, 3.0)):
        assert found.holding(share) == pytest.approx([reach / sigma] * 2)


def test_nothing_has_no_moments():
    nothing = ellipse.moments(np.zeros(0), np.zeros(0))
    assert nothing.n.size == nothing.x.size == nothing.rotation.size == 0


def test_weights_worlds_apart_count_in_units_of_their_group():
    weight, group = np.array([3e200, 1e200, 2e-200, 8e-200]), np.array([0, 0, 1, 1])
    assert weight_units(weight, group, 2).tolist() == [3e200, 8e-200]
    assert weight_units(weight[:2], group[:2], 1).tolist() == [3e200]
    assert weight_units(np.array([1.0, 1e-99]), np.array([0, 1]), 2).tolist() == [1.0, 1.0]
    assert weight_units(np.array([1e-200, 1e-250]), np.array([0, 1]), 2).tolist() == [1e-200, 1e-200]
    found = ellipse.moments(np.array([0.0, 4.0, 0.0, 5.0]), np.zeros(4), weight, group)
    assert (found.x[0], found.x[1]) == pytest.approx((1.0, 4.0))
    assert found.n_eff == pytest.approx([16 / 10, 100 / 68])
    assert found.weight == pytest.approx([4e200, 10e-200], rel=1e-12)


def test_no_share_is_more_than_all():
    generator = np.random.default_rng(5)
    for _ in range(300):
        weight = generator.uniform(0, 1, 7)
        found = measured(*generator.normal(size=(2, 7)), weight, "standard_deviation", 9.0)
        assert found.n_in == 7 and 1 - 1e-12 < found.share_in <= 1.0


@pytest.mark.parametrize(
    "scaling, value, factor",
    [
        ("standard_deviation", 1e6, 1e6),
        ("standard_deviation", 1e-6, 1e-6),
        ("standard_deviation", 0.5, 0.5),
        ("standard_distance", 1.0, math.sqrt(2)),
        ("standard_distance", 1e6, 1e6 * math.sqrt(2)),
        ("confidence", 0.5, math.sqrt(-2 * math.log(0.995))),
        ("confidence", 50.0, math.sqrt(2 * math.log(2))),
        ("confidence", 99.5, math.sqrt(-2 * math.log(0.005))),
    ],
)
def test_the_factor_of_a_size_rule_is_that_of_its_formula(scaling, value, factor):
    assert scale_factor(scaling, value) == pytest.approx(factor)


@pytest.mark.parametrize("value", [0.0, -1.0, 1_000_001.0, math.inf, math.nan])
def test_a_size_out_of_range_is_refused(value):
    with pytest.raises(AnalysisError):
        scale_factor("standard_deviation", value)


def test_the_rule_names_what_makes_the_size():
    assert rule_name("standard_distance", 1.0, "weights") == "1 standard_distance"
    assert rule_name("standard_deviation", 2.5, "minus_two") == "2.5 standard_deviation minus_two"
    assert rule_name("share_inside", 68.27, "minus_two") == "68.27 share_inside"
    assert rule_name("share_inside", 50.0, "weights") == "50 share_inside"


def test_three_points_expect_nothing_whoever_has_summed_them():
    summed = np.array([3.0, np.nextafter(3.0, 4.0), 3.0 + 1e-12, 3.001])
    expected = ellipse_sizes.expected_share(np.full(4, 1.5), summed)
    assert np.isnan(expected[:3]).all() and 0 < expected[3] <= 1
