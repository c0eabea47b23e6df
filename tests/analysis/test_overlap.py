"""The common area of two ellipses against closed forms, symmetry and counting on a grid."""

import math

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution.overlap import (
    EllipseForm,
    Overlap,
    axis_angle,
    common_area,
    inscribed_share,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def lens(r, s, d):
    """Common area of two circles of radius r and s at distance d."""
    if d >= r + s:
        return 0.0
    if d <= abs(r - s):
        return math.pi * min(r, s) ** 2
    one = math.acos((d * d + r * r - s * s) / (2 * d * r))
    two = math.acos((d * d + s * s - r * r) / (2 * d * s))
    kite = math.sqrt((-d + r + s) * (d + r - s) * (d - r + s) * (d + r + s))
    return r * r * one + s * s * two - kite / 2


def circle(x, y, r, rotation=math.nan):
    return EllipseForm(x, y, r, r, rotation)


@pytest.mark.parametrize("azimuth", [0, 33, 90, 200])
@pytest.mark.parametrize("r, s, d", [(1, 1, 0), (1, 1, 1), (2, 1, 1.5), (2, 1, 1), (2, 1, 0.3), (1, 3, 2.5), (1, 1, 2),
                                     (1, 1, 2.1), (1, 1, 1e-9), (1e5, 2e5, 2.9e5)])  # fmt: skip
def test_circles_share_the_lens_of_the_closed_form(r, s, d, azimuth):
    turn = math.radians(azimuth)
    far = circle(1e6 + d * math.sin(turn), 3e6 + d * math.cos(turn), s, azimuth)
    assert common_area(circle(1e6, 3e6, r), far) == pytest.approx(lens(r, s, d), rel=1e-7, abs=1e-7)


@pytest.mark.parametrize("rotation", [0, 45, 90, 137.3, math.nan])
def test_equal_ellipses_share_everything(rotation):
    one = EllipseForm(5e5, 3e6, 3e5, 2e4, rotation)
    assert common_area(one, one) == pytest.approx(one.area, rel=1e-9)


def test_a_cross_of_two_ellipses_has_its_closed_form():
    one, other = EllipseForm(0, 0, 3, 1, 0), EllipseForm(0, 0, 3, 1, 90)
    assert common_area(one, other) == pytest.approx(4 * 3 * 1 * math.atan(1 / 3), rel=1e-12)


def test_ellipses_beside_each_other_share_nothing_where_their_half_axes_would_meet():
    tall = EllipseForm(0, 0, 10, 1, 0)
    for rotation in (0, 45, 90):
        assert common_area(tall, EllipseForm(5, 0, 2, 1, rotation)) == 0.0
        assert common_area(EllipseForm(5, 0, 2, 1, rotation), tall) == 0.0


def test_an_ellipse_inside_another_is_the_common_area():
    inner = EllipseForm(1, 1, 2, 0.5, 30)
    assert common_area(EllipseForm(0, 0, 9, 5, 100), inner) == pytest.approx(inner.area, rel=1e-12)


@pytest.mark.parametrize("step", [5e-324, 1e-200, 1e-16, 1e-12])
def test_centres_that_hardly_differ_are_no_trouble(step):
    assert common_area(circle(0, 0, 1, 0), circle(0, step, 1, 0)) == pytest.approx(math.pi, rel=1e-9)


def test_touching_ellipses_share_nothing_from_outside_and_the_smaller_one_from_inside():
    one = EllipseForm(0, 0, 2, 1, 90)
    assert common_area(one, EllipseForm(3, 0, 1, 0.5, 90)) == pytest.approx(0, abs=1e-9)
    inside = EllipseForm(1, 0, 1, 0.25, 90)
    assert common_area(one, inside) == pytest.approx(inside.area, rel=1e-9)


forms = st.builds(
    EllipseForm,
    st.floats(-3, 3),
    st.floats(-3, 3),
    st.floats(1, 4),
    st.floats(0.05, 1),
    st.floats(0, 180, exclude_max=True),
)


@given(forms, forms)
def test_the_common_area_does_not_depend_on_the_order(a, b):
    assert common_area(a, b) == pytest.approx(common_area(b, a), rel=1e-8, abs=1e-8)


# A grid along none of the axes that hypothesis likes to try.
GRID_X, GRID_Y = np.array([[math.cos(0.5), -math.sin(0.5)], [math.sin(0.5), math.cos(0.5)]]) @ np.stack(
    [axis.ravel() for axis in np.meshgrid(np.arange(-10, 10, 0.025), np.arange(-10, 10, 0.025))]
)


@given(forms, forms)
@settings(max_examples=60, deadline=None)
def test_the_common_area_agrees_with_counting_on_a_grid(a, b):
    x, y = GRID_X, GRID_Y

    def inside(form):
        turn = math.radians(form.rotation)
        dx, dy = x - form.x, y - form.y
        along, across = dx * math.sin(turn) + dy * math.cos(turn), dx * math.cos(turn) - dy * math.sin(turn)
        return (along / form.major) ** 2 + (across / form.minor) ** 2 <= 1

    counted = np.count_nonzero(inside(a) & inside(b)) * 0.025**2
    assert common_area(a, b) == pytest.approx(counted, abs=0.06)


@given(forms, forms, st.floats(1e-3, 1e6), st.floats(-1e7, 1e7))
def test_moving_and_scaling_both_scales_the_common_area(a, b, factor, move):
    def moved(form):
        return EllipseForm(
            form.x * factor + move, form.y * factor, form.major * factor, form.minor * factor, form.rotation
        )

    if factor > 1:
        expected = common_area(a, b) * factor**2
        assert common_area(moved(a), moved(b)) == pytest.approx(expected, rel=1e-6, abs=1e-6 * factor**2)


@given(st.floats(0.1, 1e12), st.floats(0.1, 1e12), st.floats(0, 1))
def test_the_indices_agree_with_each_other(area_a, area_b, share):
    overlap = Overlap(area_a, area_b, share * min(area_a, area_b))
    assert overlap.difference == 1 - overlap.jaccard
    assert 0 <= overlap.jaccard <= min(overlap.in_a, overlap.in_b) + 1e-12
    if share > 1e-6:
        assert 1 / overlap.jaccard == pytest.approx(1 / overlap.in_a + 1 / overlap.in_b - 1, rel=1e-6)


def test_the_shares_name_what_contains():
    overlap = Overlap(area_a=4.0, area_b=1.0, common=1.0)
    assert (overlap.in_a, overlap.in_b, overlap.jaccard) == (1.0, 0.25, 0.25)


@pytest.mark.parametrize(
    "one, other, angle", [(10, 20, 10), (170, 10, 20), (0, 90, 90), (0, 135, 45), (30, 30, 0)]
)
def test_axes_differ_by_the_smallest_angle_in_either_order(one, other, angle):
    assert axis_angle(one, other) == axis_angle(other, one) == angle


def test_an_axis_without_direction_has_no_angle():
    assert math.isnan(axis_angle(math.nan, 3.0)) and math.isnan(axis_angle(3.0, math.nan))


def test_an_outline_encloses_less_than_its_ellipse():
    assert inscribed_share(4) == pytest.approx(2 / math.pi)
    assert 1 - inscribed_share(180) == pytest.approx(2.03e-4, rel=0.01)


def test_shares_of_areas_are_shares_even_where_the_last_digit_is_too_much():
    more = math.nextafter(1.0, 2.0)
    whole = Overlap(1.0, 1.0, more)
    assert (whole.jaccard, whole.in_a, whole.in_b, whole.difference) == (1.0, 1.0, 1.0, 0.0)
    part = Overlap(4.0, 1.0, 0.5)
    assert (part.jaccard, part.in_a, part.in_b) == (0.5 / 4.5, 0.5, 0.125)


def test_nothing_has_no_shares():
    nothing = Overlap(0.0, 0.0, 0.0)
    assert math.isnan(nothing.jaccard) and math.isnan(nothing.in_a) and math.isnan(nothing.in_b)
    assert math.isnan(Overlap(0.0, 2.0, 0.0).in_b) and Overlap(0.0, 2.0, 0.0).in_a == 0
    tiny = Overlap(1e-3, 1e-3, 5e-4)
    assert (tiny.jaccard, tiny.in_a, tiny.in_b) == pytest.approx((1 / 3, 0.5, 0.5))


@pytest.mark.parametrize("seed", range(200))
def test_the_common_area_is_the_same_from_both_sides_and_what_a_raster_counts(seed):
    generator = np.random.default_rng(seed)
    one, other = (
        EllipseForm(
            *generator.uniform(-1, 1, 2),
            *sorted(generator.uniform(0.05, 2, 2))[::-1],
            generator.uniform(0, 180),
        )
        for _ in range(2)
    )
    common = common_area(one, other)
    assert common == pytest.approx(common_area(other, one), rel=1e-9, abs=1e-12)
    x, y = np.meshgrid(np.linspace(-3, 3, 601), np.linspace(-3, 3, 601))
    inside = np.ones_like(x, dtype=bool)
    for form in (one, other):
        turn = math.radians(form.rotation)
        along = (x - form.x) * math.sin(turn) + (y - form.y) * math.cos(turn)
        across = (x - form.x) * math.cos(turn) - (y - form.y) * math.sin(turn)
        inside &= (along / form.major) ** 2 + (across / form.minor) ** 2 <= 1
    assert common == pytest.approx(inside.sum() * 1e-4, abs=0.02)


@pytest.mark.parametrize("size", [1e-6, 1.0, 1e6])
def test_an_ellipse_far_smaller_or_larger_than_the_other_lies_within(size):
    """However the axes compare, the quartic of the crossings keeps its digits."""
    large = EllipseForm(0.0, 0.0, 3.0 * size, 2.0 * size, 20.0)
    for share in (1e-3, 1e-6, 1e-9):
        small = EllipseForm(size, 0.5 * size, size * share, 0.9 * size * share, 70.0)
        assert common_area(large, small) == pytest.approx(small.area, rel=1e-9)
        assert common_area(small, large) == pytest.approx(small.area, rel=1e-9)
        border = EllipseForm(0.0, 3.0 * size, size * share, size * share, 0.0)
        touching = EllipseForm(0.0, 0.0, 3.0 * size, 3.0 * size, 0.0)
        assert common_area(touching, border) == pytest.approx(border.area / 2, rel=0.01 + share)
