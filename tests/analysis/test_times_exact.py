"""Single times at the ends of what can be written: eras, clocks, spans."""

import pytest
from clusterbelt.processing.analysis.times import readings


def test_the_first_year_of_an_era_is_its_first():
    firsts = {"民国": 1912, "民國": 1912, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}
    for era, first in firsts.items():
        for text, year in ((f"{era}元年", first), (f"{era}1年", first), (f"{era}2年", first + 1)):
            assert [time.year for time in readings(text).values()] == [year], text


def test_a_month_of_one_digit_is_one_and_of_two_may_be_a_year():
    kinds = {
        "2015/6": [""],
        "2015/12": ["month"],
        "2011/12": ["month", "span"],
        "2014/15": ["span"],
        "十五–十五": [],
    }
    assert {text: list(readings(text)) for text in kinds} == kinds


def test_only_spans_have_a_last_year():
    lasts = {"2015": 0, "2015-06-30": 0, "2014/15": 2015, "1999/00": 2000, "2011-2015": 2015}
    assert {text: year.last for text in lasts for year in readings(text).values()} == lasts


@pytest.mark.parametrize(
    "clock, seconds",
    [
        ("23:59:59", 86399), ("24:00", 86400), ("23:59:60", 86400), ("24:00+10:30", 48600),
        ("23:60", None), ("25:00", None), ("23:59:61", None),
    ],
)  # fmt: skip
def test_a_day_ends_at_24_and_a_minute_may_have_a_leap_second(clock, seconds):
    found = [86400 * (time.day - 29) for time in readings(f"2015-06-29 {clock}").values()]
    assert found == ([] if seconds is None else [pytest.approx(seconds, abs=1e-3)])
