"""Which fields of a wide table are one thing by years."""

import pytest
from clusterbelt.processing.analysis.distribution.year_names import called_by_years, years_of


@pytest.mark.parametrize(
    "names",
    [
        ["2015年", "2016年", "2017年"],
        ["2015", "2016"],
        ["y2015", "y2016"],
        ["Y_2015", "y2016"],
        ["GDP2015", "GDP_2016", "gdp 2017"],
        ["２０１５年", "2016年度"],
        ["产值（2015年）", "产值（2016年）"],
    ],
)
def test_they_are_called_alike_but_for_the_year(names):
    assert called_by_years(["地区", *names, "lon", "cb_citycd", "code2015x"]) == names
    assert years_of(names) == sorted(years_of(names))


def test_the_first_year_comes_first():
    assert called_by_years(["2017", "2015", "2016"]) == ["2015", "2016", "2017"]


@pytest.mark.parametrize(
    "names", [[], ["city"], ["2015"], ["GDP2015", "POP2016"], ["GDP2015", "GDP2016", "POP2015", "POP2016"]]
)
def test_one_year_is_no_row_and_of_two_things_neither_is_taken(names):
    assert called_by_years(names) == []


def test_a_year_is_taken_once():
    assert called_by_years(["2015", "2015年", "2016"]) == ["2015", "2016"]
