"""Ellipses of sums that another machine has made, against the points themselves."""

from contextlib import nullcontext

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution.given_sums import (
    SIZES,
    GivenSums,
    ImpossibleSums,
    check_sizes,
)

TURN = np.radians(30.0)


def sums_of(x, y, w, x0=0.0, y0=0.0, turn=0.0):
    dx, dy = x - x0, y - y0
    dx, dy = np.cos(turn) * dx + np.sin(turn) * dy, np.cos(turn) * dy - np.sin(turn) * dx
    cells = {
        "n": len(x), "sum_w": w.sum(), "sum_ww": (w * w).sum(), "sum_wx": (w * dx).sum(), "sum_wy": (w * dy).sum(),
        "sum_wxx": (w * dx * dx).sum(), "sum_wxy": (w * dx * dy).sum(), "sum_wyy": (w * dy * dy).sum(),
        "x0": x0, "y0": y0, "turn": np.degrees(turn),
    }  # fmt: skip
    return {name: np.array([value], dtype=float) for name, value in cells.items()}


@pytest.fixture(scope="module")
def points():
    random = np.random.default_rng(12)
    return random.normal(500.0, 40.0, 200), random.normal(-300.0, 9.0, 200), random.uniform(0.5, 3.0, 200)


@pytest.mark.parametrize(
    ("x0", "y0", "turn"), [(0.0, 0.0, 0.0), (480.0, -310.0, TURN), (500.0, -300.0, -TURN)]
)
@pytest.mark.parametrize("times", [1.0, 1e-4])
def test_the_moments_are_those_of_the_points_whatever_the_frame_and_the_unit_of_weight(
    points, x0, y0, turn, times
):
    x, y, w = points
    w = w * times
    found = GivenSums.of(sums_of(x, y, w, x0, y0, turn)).moments
    center = np.average(x, weights=w), np.average(y, weights=w)
    assert (found.x[0], found.y[0]) == pytest.approx(center) and found.n[0] == 200
    spread = np.linalg.eigvalsh(np.cov(x, y, aweights=w, ddof=0))
    assert (found.sigma_minor[0] ** 2, found.sigma_major[0] ** 2) == pytest.approx(tuple(spread), rel=1e-8)
    assert found.n_eff[0] == pytest.approx(w.sum() ** 2 / (w * w).sum())
    east, north = np.linalg.eigh(np.cov(x, y, aweights=w, ddof=0))[1][:, 1]
    assert found.rotation[0] == pytest.approx(np.degrees(np.arctan2(east, north)) % 180)


@pytest.mark.parametrize("turn", [0.0, TURN, np.pi / 4, np.pi / 2, 3.0])
def test_sums_about_a_point_too_far_away_are_told(points, turn):
    x, y, w = points
    spread = np.sqrt(np.linalg.eigvalsh(np.cov(x, y, aweights=w, ddof=0)))[0]
    across, along = np.array([0.0, 1.0]), np.array([1.0, 0.0])
    for direction, squares, far in (
        (across, 0.99e7, False), (across, 1.01e7, True), (along, 0.99e7, False), (across, 1e4, False),
    ):  # fmt: skip
        x0, y0 = (500.0, -300.0) - direction * spread * np.sqrt(squares)
        assert GivenSums.of(sums_of(x, y, w, x0, y0, turn)).far.tolist() == [far], (direction, squares)


def test_one_point_and_equal_weights_are_possible():
    one, origin = np.array([3.0]), np.zeros(1)
    assert GivenSums.of(sums_of(origin, origin, one)).moments.n_eff[0] == pytest.approx(1)
    assert GivenSums.of(sums_of(one, one, np.array([2.5]))).moments.n_eff[0] == pytest.approx(1)
    many = np.arange(5.0)
    assert GivenSums.of(sums_of(many, many**2, np.full(5, 2.0))).moments.n_eff[0] == pytest.approx(5)


def test_rounding_makes_no_line_impossible():
    """The variance across a line far from the origin comes out a little above or below 0."""
    along, w = np.arange(7.0), np.full(7, 1 / 3)
    for across in 1e6 + np.arange(0.1, 3.0, 0.1):
        for x, y in ((np.full(7, across), along), (along, np.full(7, across))):
            assert GivenSums.of(sums_of(x, y, w)).moments.n[0] == 7


@pytest.mark.parametrize(
    "wrong",
    [
        {"n": 0.0}, {"n": 2.5}, {"n": 200.5}, {"sum_w": 0.0}, {"sum_w": 0.0, "sum_ww": 0.0}, {"sum_ww": 1.0},
        {"sum_ww": 2e5}, {"sum_wxx": 1.0}, {"sum_wyy": 1.0}, {"sum_wxy": 0.0},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("unit", [1.0, 1e-3])
def test_sums_that_no_points_have_are_refused_with_their_row(points, wrong, unit):
    x, y, w = points
    good = sums_of(x * unit, y * unit, w)
    both = {name: np.concatenate([cell, [wrong.get(name, cell[0])]]) for name, cell in good.items()}
    with pytest.raises(ImpossibleSums) as refused:
        GivenSums.of(both)
    assert refused.value.args == (1,) and refused.value.position == 1


@pytest.mark.parametrize("n", [2.0**53, 2.0**53 + 2])
def test_points_are_at_most_as_many_as_a_table_counts_exactly(points, n):
    cells = {**sums_of(*points), "n": np.array([n])}
    with nullcontext() if n == 2.0**53 else pytest.raises(ImpossibleSums):
        GivenSums.of(cells)


@pytest.mark.parametrize("axis", ["x", "y"])
def test_a_negative_variance_is_refused_where_nothing_else_is_odd(points, axis):
    cells = sums_of(*points)
    mean, across = cells[f"sum_w{axis}"] / cells["sum_w"], cells["sum_wx"] * cells["sum_wy"] / cells["sum_w"]
    wrong = {**cells, f"sum_w{axis}{axis}": 0.9 * cells["sum_w"] * mean**2, "sum_wxy": across}
    with pytest.raises(ImpossibleSums):
        GivenSums.of(wrong)


def test_shares_inside_are_of_the_weight_of_the_group_and_at_most_1(points):
    sums = GivenSums.of({name: np.repeat(cell, 4) for name, cell in sums_of(*points).items()})
    weight = sums.moments.weight[0]
    columns = dict(
        zip(SIZES, ([1.0, 2.0, 3.0, np.nan], [100, 180, 200, 0], weight * np.array([0.5, 0.9, 1.01, 0])))
    )
    sizes = sums.sizes(columns)
    assert sizes.share_in == pytest.approx([0.5, 0.9, 1.0, np.nan], nan_ok=True)


@pytest.mark.parametrize("sign", [1, -1])
def test_axes_that_go_together_more_than_they_can_are_refused_in_small_units_as_well(points, sign):
    x, y, w = points
    cells = sums_of(x * 1e-3, y * 1e-3, w)
    GivenSums.of({**cells, "sum_wxy": cells["sum_wxy"] + sign * 1e-4 * cells["sum_w"]})
    with pytest.raises(ImpossibleSums):
        GivenSums.of({**cells, "sum_wxy": cells["sum_wxy"] + sign * 5e-3 * cells["sum_w"]})


@pytest.mark.parametrize("name", ["x0", "y0", "sum_wx", "sum_wy", "sum_wxx", "sum_wyy"])
@pytest.mark.filterwarnings("error")
def test_places_that_are_none_are_refused(points, name):
    cells = sums_of(*points)
    for beyond in (1e70, -1e70, 1e308):
        with pytest.raises(ImpossibleSums):
            GivenSums.of({**cells, name: np.array([beyond])})


def test_what_counts_inside_is_within_the_sums(points):
    cells = {**sums_of(*points), **dict(zip(SIZES, np.array([[1.5], [120.0], [300.0]])))}
    weight, share = cells["sum_w"], np.array([False])
    two = {"n": np.array([2.0]), "sum_w": np.array([2.0]), "sum_ww": np.array([2.0])}
    nothing = dict.fromkeys(SIZES, np.array([np.nan]))
    for good in ({}, {"n_in": [np.nan]}, {"w_in": [np.nan]}, {"n_in": [0], "w_in": [0]}, {"scale": [1e11]},
                 {"scale": [0.5]}, {"n_in": [200], "w_in": weight * (1 + 1e-10)}, {**two, **nothing}):  # fmt: skip
        check_sizes({**cells, **good}, share)
    check_sizes({**cells, "scale": [0]}, ~share)
    for wrong in ({"scale": [0]}, {"scale": [-1]}, {"scale": [np.inf]}, {"scale": [1.1e11]}, {"n_in": [201]},
                  {"n_in": [-1]}, {"n_in": [60.5]}, {"w_in": weight * (1 + 1e-8)}, {"w_in": [-1e-9]}, nothing):  # fmt: skip
        with pytest.raises(ImpossibleSums):
            check_sizes({**cells, **wrong}, share)


def test_two_points_are_too_few_for_a_size_and_three_are_not():
    """Equal weights of 1: the points that weights are worth are their number, give or take the last digits."""
    nothing = dict.fromkeys(SIZES, np.array([np.nan]))
    for n in (1.0, 2.0, 2.0 + 1.9e-8, 2.0 + 2.1e-8, 2.5, 3.0):
        cells = {"n": np.array([np.ceil(n)]), "sum_w": np.array([n]), "sum_ww": np.array([n]), **nothing}
        with nullcontext() if n < 2.0 + 2e-8 else pytest.raises(ImpossibleSums):
            check_sizes(cells, np.array([False]))
