"""Directions, winds, speeds and parts of a shift; periods in their order."""

import datetime
import math

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution import shift
from clusterbelt.processing.analysis.distribution.ellipse_sizes import Ellipse
from clusterbelt.processing.analysis.distribution.periods import read_periods
from clusterbelt.processing.analysis.distribution.year_names import year_of, years_of
from clusterbelt.processing.analysis.messages import AnalysisError


class Centers:
    def __init__(self, ellipses):
        self.x, self.y = np.array([(one.x, one.y) for one in ellipses]).T


@pytest.mark.parametrize(
    "azimuth, word",
    [(0, "N"), (22.49, "N"), (22.5, "NE"), (67.49, "NE"), (67.5, "E"), (112.5, "SE"), (125.2, "SE"), (157.5, "S"),
     (202.5, "SW"), (247.5, "W"), (292.5, "NW"), (337.49, "NW"), (337.5, "N"), (359.99, "N")],
)  # fmt: skip
def test_the_eight_winds_change_in_the_middle_between_them(azimuth, word):
    assert shift.wind(azimuth, "en") == word


@pytest.mark.parametrize(
    "azimuth, english, chinese",
    [
        (125.2, "E35.2°S", "东偏南35.2°"),
        (54.8, "E35.2°N", "东偏北35.2°"),
        (234.8, "W35.2°S", "西偏南35.2°"),
        (305.2, "W35.2°N", "西偏北35.2°"),
        (10.0, "N10.0°E", "北偏东10.0°"),
        (350.0, "N10.0°W", "北偏西10.0°"),
        (170.0, "S10.0°E", "南偏东10.0°"),
        (190.0, "S10.0°W", "南偏西10.0°"),
        (45.0, "E45.0°N", "东偏北45.0°"),
        (135.0, "E45.0°S", "东偏南45.0°"),
        (225.0, "W45.0°S", "西偏南45.0°"),
        (315.0, "W45.0°N", "西偏北45.0°"),
        (0.0, "due N", "正北"),
        (359.97, "due N", "正北"),
        (90.04, "due E", "正东"),
        (180.0, "due S", "正南"),
        (270.0, "due W", "正西"),
        # the rounding to one decimal comes first
        (44.96, "E45.0°N", "东偏北45.0°"),
        (44.94, "N44.9°E", "北偏东44.9°"),
        (134.96, "E45.0°S", "东偏南45.0°"),
        (135.04, "E45.0°S", "东偏南45.0°"),
        (135.06, "S44.9°E", "南偏东44.9°"),
        (314.96, "W45.0°N", "西偏北45.0°"),
        (315.06, "N44.9°W", "北偏西44.9°"),
        (0.04, "due N", "正北"),
        (0.06, "N0.1°E", "北偏东0.1°"),
        (89.94, "E0.1°N", "东偏北0.1°"),
        (89.96, "due E", "正东"),
        (359.94, "N0.1°W", "北偏西0.1°"),
        (380.0, "N20.0°E", "北偏东20.0°"),
        (-20.0, "N20.0°W", "北偏西20.0°"),
    ],
)
def test_a_direction_is_worded_from_the_nearest_cardinal_point(azimuth, english, chinese):
    assert shift.direction(azimuth, "en") == english
    assert shift.direction(azimuth, "zh") == chinese


def test_no_azimuth_has_no_words():
    assert shift.wind(math.nan, "en") is None and shift.direction(math.nan, "zh") is None


def test_worded_directions_lead_back_to_their_azimuth():
    cardinal = {"N": 0, "E": 90, "S": 180, "W": 270}
    for azimuth in np.arange(0.3, 360, 0.7):
        text = shift.direction(azimuth, "en")
        if text.startswith("due"):
            continue
        base, angle, towards = cardinal[text[0]], float(text[1:-2]), cardinal[text[-1]]
        sense = 1 if (towards - base) % 360 == 90 else -1
        assert (base + sense * angle) % 360 == pytest.approx(azimuth, abs=0.051)
        assert angle <= 45


def made(x, y, major=3.0, minor=1.0, rotation=10.0):
    return Ellipse(
        group=0, status="ellipse", n=5, weight=5.0, n_eff=5.0, x=x, y=y, major=major, minor=minor,
        rotation=rotation, rotation_error=1.0, rule="1 standard_distance", scale=1.4, n_in=3, share_in=0.6,
        share_expected=0.6,
    )  # fmt: skip


def test_stops_are_paired_within_their_path_only():
    start, end = shift.successive([0, 0, 0, 1, 2, 2])
    assert (start.tolist(), end.tolist()) == ([0, 1, 4], [1, 2, 5])


def test_a_shift_holds_distance_parts_speed_and_changes():
    stops = [made(10, 20, 3, 1, 170), made(13, 24, 4, 2, 10)]
    (moved,) = shift.shifts(
        stops, Centers(stops), np.array([2015.0, 2020.0]), [0], [1], [5.0], [36.86989764584402]
    )
    assert (moved.dx, moved.dy, moved.speed) == (3, 4, 1)
    assert (moved.east, moved.north) == (pytest.approx(3), pytest.approx(4))
    assert (moved.d_major, moved.d_minor, moved.d_rotation) == (1, 1, 20)
    assert moved.d_area == pytest.approx(math.pi * 5)


def test_a_centre_that_stays_has_no_direction():
    stops = [made(5e5, 3e6), made(5e5 + 1e-9, 3e6)]
    (still,) = shift.shifts(stops, Centers(stops), np.array([1.0, 2.0]), [0], [1], [3e-9], [77.0])
    assert (still.distance, still.dx, still.dy, still.speed, still.east, still.north) == (0, 0, 0, 0, 0, 0)
    assert math.isnan(still.azimuth)


@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("digits, rests", [(60, True), (68, False), (90, False), (-60, True), (-68, False)])
def test_a_centre_stays_within_64_of_the_last_digits_of_its_coordinates(axis, digits, rests):
    place = np.zeros((2, 2))
    place[axis] = 1.0, 1.0 + digits * np.finfo(float).eps
    assert shift.stays(*place, np.array([0]), np.array([1])).tolist() == [rests]
    assert shift.stays(*place[:, ::-1], np.array([0]), np.array([1])).tolist() == [rests]


def test_an_azimuth_is_less_than_a_turn():
    stops = [made(0, 0), made(3, 4)]
    for given, azimuth in ((360.0, 0.0), (365.0, 5.0), (-5.0, 355.0)):
        (moved,) = shift.shifts(stops, Centers(stops), np.array([1.0, 2.0]), [0], [1], [5.0], [given])
        assert moved.azimuth == azimuth


def test_names_of_periods_give_no_speed():
    stops = [made(0, 0), made(3, 4)]
    (moved,) = shift.shifts(stops, Centers(stops), np.full(2, np.nan), [0], [1], [5.0], [37.0])
    assert math.isnan(moved.speed) and moved.distance == 5


@pytest.mark.parametrize(
    "one, other, turn",
    [(10, 20, 10), (20, 10, -10), (170, 10, 20), (0, 90, 90), (90, 0, 90), (0, 100, -80), (100, 0, 80)],
)
def test_the_turn_of_an_axis_is_the_smallest(one, other, turn):
    assert shift.turn_between(one, other) == turn


def test_a_turn_from_a_circle_is_unknown():
    assert math.isnan(shift.turn_between(math.nan, 3.0))


def periods(*values):
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return read_periods(column)


def test_numbers_are_ordered_and_measured():
    found = periods(2020, 2015, None, 2020.0, math.nan)
    assert found.values == [2015, 2020] and found.time.tolist() == [2015, 2020]
    assert found.code.tolist() == [1, 0, -1, 1, -1]


@pytest.mark.parametrize("text", ["2015", " 2015 ", "２０１５", "2015年", "2015 年度", "2015.0"])
def test_text_that_is_a_number_or_a_year_is_measured(text):
    found = periods("2020年", text, "2015年", "—", "")
    assert found.time.tolist() == [2015, 2020]
    assert found.code.tolist() == [1, 0, 0, -1, -1]


def test_dates_are_measured_in_years():
    found = periods(datetime.date(2020, 1, 1), datetime.date(2016, 1, 1))
    assert found.code.tolist() == [1, 0]
    assert found.time[1] - found.time[0] == pytest.approx(1461 / 365.2425, rel=1e-9)
    half = periods(datetime.datetime(2016, 1, 1, 12), datetime.datetime(2016, 1, 1))
    assert (half.time[1] - half.time[0]) * 365.2425 == pytest.approx(0.5, abs=1e-6)


@pytest.mark.parametrize(
    "text", ["2016-01-01", "2016/1/1", "2016年1月1日", "2016-01", "2016年1月", "2016-01-01T00:00:00"]
)
def test_text_that_is_a_date_is_measured(text):
    found = periods("2017-06-30", text)
    assert found.time[1] - found.time[0] == pytest.approx(546 / 365.2425, rel=1e-9)


def test_names_have_a_natural_order_and_no_measure():
    found = periods("第10期", "第2期", "第1期", "第10期")
    assert found.values == ["第1期", "第2期", "第10期"] and np.isnan(found.time).all()
    assert periods("十四五", "十二五", "十三五").values == ["十二五", "十三五", "十四五"]
    assert periods("第二十期", "第十期", "第九期", "第十一期").values == [
        "第九期",
        "第十期",
        "第十一期",
        "第二十期",
    ]


def test_names_that_only_sort_alike_stay_apart():
    assert len(periods("P2", "P02").values) == 2


def test_a_column_that_says_nothing_has_no_periods():
    found = periods(None, "-")
    assert found.values == [] and found.code.tolist() == [-1, -1]


@pytest.mark.parametrize(
    "name, year", [("GDP2015", 2015), ("y_2016", 2016), ("2017年", 2017), ("产值２０１８", 2018)]
)
def test_the_year_is_read_from_the_name_of_a_field(name, year):
    assert year_of(name) == year


@pytest.mark.parametrize("name", ["GDP", "GDP15", "x120155", "2015_2016"])
def test_a_name_without_one_year_is_an_error_that_names_the_field(name):
    with pytest.raises(AnalysisError, match=name):
        year_of(name)


def test_two_fields_of_one_year_are_an_error():
    with pytest.raises(AnalysisError, match=r"“GDP2015” and “y2015” are both for 2015"):
        years_of(["GDP2015", "GDP2016", "y2015"])
