"""The ellipse against vectors computed with 60 digits, and against what must hold of any ellipse."""

import csv
import math
from pathlib import Path

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution import ellipse, ellipse_sizes, size_rules
from clusterbelt.processing.analysis.distribution.sums import PointSums
from clusterbelt.processing.analysis.messages import AnalysisError
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

GOLDEN = Path(__file__).parent.parent / "golden"


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def golden_points(case):
    """x, y, w of a case as the algorithm would use them: rows of null, zero or negative weight left out."""
    data = rows(GOLDEN / "inputs" / f"{case}.csv")
    weighted = any(row["w"] for row in data)
    kept = [row for row in data if not weighted or (row["w"] and float(row["w"]) > 0)]
    x, y = (np.array([float(row[axis]) for row in kept]) for axis in "xy")
    return x, y, np.array([float(row["w"]) for row in kept]) if weighted else None


EXPECTED = [row for row in rows(GOLDEN / "expected.csv") if row["frame"] == "planar"]


def number(text):
    return float(text) if text else math.nan


def axes(x, y, w, scaling, value, divisor="weights"):
    sums = PointSums(x, y, w)
    (size,) = ellipse_sizes.sizes(sums, scaling=scaling, values=[value], divisor=divisor)
    fitted = sums.moments
    return fitted.sigma_major[0] * size.scale[0], fitted.sigma_minor[0] * size.scale[0], size


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: row["case"])
def test_moments_equal_the_golden_vectors(row):
    x, y, w = golden_points(row["case"])
    fitted = ellipse.moments(x, y, w)
    spread = max(number(row["std_distance_pop"]), 1e-300)
    assert fitted.n[0] == int(row["n_used"])
    assert fitted.weight[0] == pytest.approx(number(row["sum_w"]), rel=1e-12)
    assert fitted.n_eff[0] == pytest.approx(number(row["n_eff_kish"]), rel=1e-12)
    assert abs(fitted.x[0] - number(row["center_x"])) <= 1e-9 * spread
    assert abs(fitted.y[0] - number(row["center_y"])) <= 1e-9 * spread
    assert fitted.sigma_major[0] == pytest.approx(number(row["a_pop"]), rel=1e-9)
    assert fitted.sigma_minor[0] == pytest.approx(number(row["b_pop"]), rel=1e-9)
    assert fitted.rotation[0] == pytest.approx(
        number(row["azimuth_deg_cw_from_north"]), abs=1e-9, nan_ok=True
    )


RULES = {
    "sqrt2": ("standard_distance", 1, "weights"),
    "pop": ("standard_deviation", 1, "weights"),
    "n1": ("standard_deviation", 1, "minus_one"),
    "sqrt2_n2": ("standard_distance", 1, "minus_two"),
    "p68_chi2": ("confidence", 68, "weights"),
    "p95_chi2": ("confidence", 95, "weights"),
    "emp68": ("share_inside", 68, "weights"),
}
COUNTS_POINTS = ("n1", "sqrt2_n2")
SIZED = [
    pytest.param(row, suffix, id=f"{row['case']}-{suffix}")
    for row in EXPECTED
    for suffix in RULES
    if row[f"a_{suffix}"] and not (suffix in COUNTS_POINTS and row["n_eff_kish"] != f"{row['n_used']}.0")
]


@pytest.mark.parametrize("row, suffix", SIZED)
def test_half_axes_equal_the_golden_vectors_under_every_size_rule(row, suffix):
    scaling, value, divisor = RULES[suffix]
    x, y, w = golden_points(row["case"])
    major, minor, _ = axes(x, y, w, scaling, value, divisor)
    assert major == pytest.approx(number(row[f"a_{suffix}"]), rel=1e-9)
    assert minor == pytest.approx(number(row[f"b_{suffix}"]), rel=1e-9)


@pytest.mark.parametrize(
    "row", [row for row in EXPECTED if row["share_w_inside_k1"]], ids=lambda row: row["case"]
)
@pytest.mark.parametrize("column, k", [("k1", 1.0), ("ksqrt2", math.sqrt(2)), ("k2", 2.0)])
def test_share_inside_equals_the_golden_vectors(row, column, k):
    x, y, w = golden_points(row["case"])
    *_, size = axes(x, y, w, "standard_deviation", k)
    assert size.share_in[0] == pytest.approx(number(row[f"share_w_inside_{column}"]), rel=1e-12)


def test_three_points_lie_on_the_ellipse_of_the_standard_distance_and_count_as_inside():
    x, y, _ = golden_points("three")
    *_, size = axes(x, y, None, "standard_distance", 1)
    assert size.n_in[0] == 3 and size.share_in[0] == 1.0


def test_a_line_is_measured_along_its_axis():
    x, y, _ = golden_points("collinear_diag")
    major, minor, size = axes(x, y, None, "share_inside", 60)
    assert minor == 0.0
    assert size.share_in[0] == pytest.approx(0.6)
    assert major == pytest.approx(math.hypot(1, 2))


def test_status_names_the_shape():
    def status(case):
        x, y, w = golden_points(case)
        return ellipse.moments(x, y, w).status[0]

    assert status("single") == status("coincident5") == "point"
    assert status("collinear_h") == status("collinear_diag") == "line"
    assert status("cross_iso") == "circle"
    assert status("rect_wide") == status("three") == "ellipse"


def test_a_divisor_that_takes_all_points_gives_no_size():
    two = PointSums([0.0, 1.0], [0.0, 2.0])
    (size,) = ellipse_sizes.sizes(two, scaling="standard_distance", values=[1], divisor="minus_two")
    assert np.isnan(size.scale[0]) and np.isnan(size.share_in[0])


@pytest.mark.parametrize("percent", [0, -5, 100, 120, math.nan])
def test_a_percentage_out_of_range_is_refused(percent):
    with pytest.raises(AnalysisError, match="PERCENT"):
        axes(np.arange(5.0), np.arange(5.0) ** 2, None, "confidence", percent)


@pytest.mark.parametrize("weight", [1.0, 0.1])
def test_share_inside_holds_as_many_points_in_the_last_of_many_groups_as_in_the_first(weight):
    groups, points = 20_000, 7
    x, y = np.random.default_rng(1).normal(size=(2, groups * points))
    group = np.repeat(np.arange(groups), points)
    fitted = ellipse_sizes.measure(
        x, y, np.full(x.size, weight), group, scaling="share_inside", values=[100 * 3 / 7]
    )
    assert {one.n_in for one in fitted} == {3}


def test_share_inside_takes_one_hundred_per_cent():
    x, y, _ = golden_points("pysal12")
    *_, size = axes(x, y, None, "share_inside", 100)
    assert size.n_in[0] == 12


def test_no_digit_is_lost_far_from_the_origin():
    x, y, _ = golden_points("ebdon8")
    near, far = ellipse.moments(x, y), ellipse.moments(x + 39_456_780.0, y + 4_417_238.0)
    assert far.sigma_major[0] == pytest.approx(near.sigma_major[0], rel=1e-9)
    assert far.sigma_minor[0] == pytest.approx(near.sigma_minor[0], rel=1e-9)


def test_the_expected_share_is_what_gaussian_samples_hold_on_average():
    generator = np.random.default_rng(1)
    shares, expected = [], None
    for _ in range(4000):
        x, y = generator.normal(size=(2, 12))
        *_, size = axes(x, 3 * y + x, None, "standard_distance", 1)
        shares.append(size.share_in[0])
        expected = size.share_expected[0]
    assert np.mean(shares) == pytest.approx(expected, abs=0.01)


coordinates = hnp.arrays(
    float, st.tuples(st.just(2), st.integers(3, 30)), elements=st.integers(-1000, 1000).map(lambda v: v / 8)
)
seeds = st.integers(0, 2**32 - 1)


def fit(points, weight=None):
    return ellipse.moments(points[0], points[1], weight)


def assert_same_shape(one, other, factor=1.0, turn=0.0):
    size = max(other.sigma_major[0], 1e-12)
    assert one.sigma_major[0] == pytest.approx(factor * other.sigma_major[0], abs=1e-7 * factor * size)
    assert one.sigma_minor[0] == pytest.approx(factor * other.sigma_minor[0], abs=1e-7 * factor * size)
    if other.sigma_major[0] - other.sigma_minor[0] > 1e-3 * size:
        assert math.sin(math.radians(one.rotation[0] - other.rotation[0] - turn)) == pytest.approx(
            0, abs=1e-6
        )


@given(coordinates)
def test_moving_the_points_moves_the_centre_only(points):
    fitted, moved = fit(points), fit(points + np.array([[4e7], [-3e7]]))
    assert moved.x[0] - 4e7 == pytest.approx(fitted.x[0], abs=1e-6)
    if fitted.sigma_major[0] > 1:
        assert_same_shape(moved, fitted)


@given(coordinates, st.floats(0, 360))
def test_turning_the_points_turns_the_ellipse(points, degrees):
    turn = math.radians(degrees)
    rotated = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]]) @ points
    fitted = fit(points)
    if fitted.status[0] in ("ellipse", "line"):
        assert_same_shape(fit(rotated), fitted, turn=degrees)


@given(coordinates, st.sampled_from([1e-3, 0.5, 7.0, 1e6]))
def test_scaling_the_points_scales_the_axes(points, factor):
    fitted = fit(points)
    assert_same_shape(fit(points * factor), fitted, factor=factor)


@given(coordinates, seeds, st.sampled_from([1e-9, 3.0, 1e12]))
def test_the_unit_of_the_weights_drops_out(points, seed, unit):
    weight = np.random.default_rng(seed).uniform(0.1, 5, points.shape[1])
    one, other = fit(points, weight), fit(points, weight * unit)
    assert_same_shape(one, other)
    assert one.n_eff[0] == pytest.approx(other.n_eff[0], rel=1e-9)


@given(coordinates, seeds)
def test_a_weight_of_k_is_k_points(points, seed):
    weight = np.random.default_rng(seed).integers(1, 5, points.shape[1])
    one, other = fit(points, weight.astype(float)), fit(np.repeat(points, weight, axis=1))
    assert one.x[0] == pytest.approx(other.x[0], abs=1e-9 * 1000)
    assert_same_shape(one, other)
    assert one.weight[0] == pytest.approx(other.n[0])


@given(coordinates, seeds)
def test_the_order_of_the_points_does_not_matter(points, seed):
    order = np.random.default_rng(seed).permutation(points.shape[1])
    assert_same_shape(fit(points[:, order]), fit(points))


@given(coordinates, seeds)
@settings(max_examples=60)
def test_groups_together_equal_each_group_alone(points, seed):
    generator = np.random.default_rng(seed)
    weight = generator.uniform(0.1, 5, points.shape[1])
    group = np.concatenate(([0, 1, 2], generator.integers(0, 3, points.shape[1] - 3)))
    together = PointSums(points[0], points[1], weight, group)
    fitted = together.moments
    (size,) = ellipse_sizes.sizes(together, scaling="share_inside", values=[50])
    for code in range(3):
        mine = group == code
        x, y, w = points[0][mine], points[1][mine], weight[mine]
        single = PointSums(x, y, w)
        alone = single.moments
        assert fitted.status[code] == alone.status[0]
        assert fitted.sigma_major[code] == pytest.approx(alone.sigma_major[0], rel=1e-12)
        (own,) = ellipse_sizes.sizes(single, scaling="share_inside", values=[50])
        assert size.scale[code] == pytest.approx(own.scale[0], rel=1e-9, abs=1e-12)
        assert size.n_in[code] == own.n_in[0]


def test_the_outline_is_closed_and_lies_on_the_ellipse():
    ring = ellipse.outline(10.0, 20.0, 5.0, 2.0, 30.0, 90)
    assert ring.shape == (91, 2) and (ring[0] == ring[-1]).all()
    azimuth = math.radians(30)
    dx, dy = ring[:, 0] - 10, ring[:, 1] - 20
    along = dx * math.sin(azimuth) + dy * math.cos(azimuth)
    across = dx * math.cos(azimuth) - dy * math.sin(azimuth)
    assert np.allclose((along / 5) ** 2 + (across / 2) ** 2, 1)
    assert ring[0] == pytest.approx((10 + 5 * math.sin(azimuth), 20 + 5 * math.cos(azimuth)))


def test_gaussian_points_lie_inside_as_theory_says():
    x, y = np.random.default_rng(4).normal(size=(2, 100_000))
    for k, share in ((1, 0.3935), (math.sqrt(2), 0.6321), (2, 0.8647)):
        *_, size = axes(3 * x + y, y - x, None, "standard_deviation", k)
        assert size.share_in[0] == pytest.approx(share, abs=0.01)
        assert size.share_expected[0] == pytest.approx(share, abs=0.001)


@given(coordinates, st.integers(1, 7))
def test_batches_together_equal_the_whole(points, batch):
    whole = fit(points)
    before = ellipse._PART
    ellipse._PART = batch
    try:
        assert_same_shape(fit(points), whole)
    finally:
        ellipse._PART = before


# What the programs draw at 1 or 95 %, as columns of the golden vectors (σ with n, n − 1 and n − 2).
DRAWN_BY = {
    "ArcGIS": ("a_sqrt2", 1, 1),
    "CrimeStat": ("a_sqrt2_n2", 1, 1),
    "Yuill": ("a_pop", 1, 1),
    "LF Tools": ("a_n1", 95, math.sqrt(-2 * math.log(0.05))),
}


@pytest.mark.parametrize(("scaling", "divisor", "programs"), size_rules.PROGRAMS, ids=lambda value: value)
def test_the_programs_of_a_rule_draw_its_ellipse(scaling, divisor, programs):
    column, value, factor = DRAWN_BY[programs.split(",")[0].split(" (")[0]]
    for row in EXPECTED:
        if row[column] and golden_points(row["case"])[2] is None:
            x, y, w = golden_points(row["case"])
            major, _, _ = axes(x, y, w, scaling, value, divisor)
            assert major == pytest.approx(factor * number(row[column]), rel=1e-9), row["case"]


def test_each_program_is_named_with_one_rule():
    named = [name for *_, names in size_rules.PROGRAMS for name in names.split(", ")]
    assert len(named) == len(set(named))
    assert len(size_rules.PROGRAMS) == len(DRAWN_BY)
