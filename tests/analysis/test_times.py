"""Times as people write them, and periods that stand in their order or are refused."""

import datetime
import math

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution.periods import read_periods, spans_of, step_of
from clusterbelt.processing.analysis.matching.belt_years import parse_years
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.times import readings, time_of_date, year_in

DAYS = 365.2425


def periods(*values):
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return read_periods(column, np.arange(10, 10 + len(values)), "when", "survey")


@pytest.mark.parametrize(
    "earlier, later, years",
    [
        # days, the year first or last
        ("2014-12-31", "2015-01-02", 2 / DAYS),
        ("31/12/2014", "02/01/2015", 2 / DAYS),
        ("12/31/2014", "01/02/2015", 2 / DAYS),
        ("31-12-2014", "02-01-2015", 2 / DAYS),
        ("31.12.2014", "02.01.2015", 2 / DAYS),
        ("9.8.2014", "8.9.2014", 30 / DAYS),
        ("05/05/2015", "06/06/2015", 32 / DAYS),
        ("31 Dec 2014", "2 Jan 2015", 2 / DAYS),
        ("31st December 2014", "2nd January, 2015", 2 / DAYS),
        ("31-Dec-2014", "02-Jan-2015", 2 / DAYS),
        ("31-Dec-14", "02-Jan-15", 2 / DAYS),
        ("Dec 31, 2014", "Jan 2, 2015", 2 / DAYS),
        ("2014 Dec 31", "2015 Jan 2", 2 / DAYS),
        ("2014年12月31日", "2015年1月2日", 2 / DAYS),
        ("二〇一四年十二月三十一日", "二〇一五年一月二日", 2 / DAYS),
        ("２０１４／１２／３１", "2015/1/2", 2 / DAYS),
        ("20141231", "20150102", 2 / DAYS),
        (20141231, 20150102, 2 / DAYS),
        # times of the day, down to the second
        ("2015-06-30 08:00", "2015-06-30 20:30", 12.5 / 24 / DAYS),
        ("2015-06-30T23:59:30Z", "2015-07-01T00:00:00Z", 30 / 86400 / DAYS),
        ("2015-06-30 08:00:00+08:00", "2015-06-30 01:00:00Z", 1 / 24 / DAYS),
        ("2015-06-30 00:00:00-05:30", "2015-06-30 06:00:00Z", 0.5 / 24 / DAYS),
        ("30/06/2015 11:15 am", "30/06/2015 12:15 pm", 1 / 24 / DAYS),
        ("30/06/2015 12:00 am", "30/06/2015 1:00 am", 1 / 24 / DAYS),
        ("2015年6月30日 8时30分", "2015年6月30日 9时", 0.5 / 24 / DAYS),
        ("20150630T120000", "20150630T121500", 0.25 / 24 / DAYS),
        (20150630120000, 20150630121500, 0.25 / 24 / DAYS),
        (
            datetime.datetime(2015, 6, 30, 8, 15, 30),
            datetime.datetime(2015, 6, 30, 9, 45, 31),
            5401 / 86400 / DAYS,
        ),
        (datetime.date(2015, 1, 1), "2015-01-03", 2 / DAYS),
        ("2015-W01", "2015-W05", 28 / DAYS),
        ("W52 2014", "W01 2015", 7 / DAYS),
        # months and what is longer, by twelfths
        ("201512", "201601", 1 / 12),
        (201512, 201601, 1 / 12),
        (201512.0, 201601.0, 1 / 12),
        ("201512.0", "201601.00", 1 / 12),
        ("2015-12", "2016-01", 1 / 12),
        ("2015/12", "2016/1", 1 / 12),
        ("12-2015", "01-2016", 1 / 12),
        ("12/2015", "1/2016", 1 / 12),
        ("12.2015", "1.2016", 1 / 12),
        ("2015.6", "2015.10", 4 / 12),
        ("2015.06", "2015.12", 6 / 12),
        ("2015年12月", "2016年1月份", 1 / 12),
        ("二〇一五年十二月", "二〇一六年一月", 1 / 12),
        ("Dec 2015", "Jan 2016", 1 / 12),
        ("December 2015", "January 2016", 1 / 12),
        ("Dec. 2015", "Jan. 2016", 1 / 12),
        ("2015-Dec", "2016-Jan", 1 / 12),
        ("Dec-15", "Jan-16", 1 / 12),
        ("Dec '99", "Jan '00", 1 / 12),
        ("Sept 2015", "Oct 2015", 1 / 12),
        ("Feb", "Oct", 8 / 12),
        ("Q3 2015", "Q1 2016", 0.5),
        ("Q3/2015", "Q1/2016", 0.5),
        ("3Q2015", "1Q2016", 0.5),
        ("3Q15", "1Q16", 0.5),
        ("2015Q3", "2016Q1", 0.5),
        ("2015-Q3", "2016-Q1", 0.5),
        ("2015年第三季度", "2016年一季度", 0.5),
        ("2015年3季度", "2016年1季度", 0.5),
        ("2015年二季度", "2015年四季度", 0.5),
        ("2015年第一季度", "2015年第二季度", 0.25),
        ("H2 2015", "H1 2016", 0.5),
        ("2H15", "1H16", 0.5),
        ("2015H2", "2016H1", 0.5),
        ("2015年上半年", "2015年下半年", 0.5),
        ("2014年度", "2015", 1),
        ("二〇一四年", "2015年", 1),
        ("FY2014", "FY2015", 1),
        ("2014", "2015Q3", 1.5),
        (2014, 201507, 1.5),
        # spans and plans
        ("2011-2015", "2016-2020", 5),
        ("2011–2015年", "2016至2020", 5),
        ("2014/15", "2015/16", 1),
        ("2011/12", "2012/13", 1),
        ("九五", "十五", 5),
        ("十五", "十一五", 5),
        ("“十二五”时期", "十四五规划", 10),
        ("二五", "三五", 8),
        ("十三五", "2022", 6),
        ("九五–十五", "十五–十一五", 5),
        ("八五至“九五”", "十一五-十二五期间", 15),
        # years of reigns
        ("民国99年", "民国104年", 5),
        ("民國元年", "民国38年", 37),
        ("平成27年", "令和2年", 5),
        ("昭和64年1月", "平成元年7月", 0.5),
        ("令和元年", "2020年", 1),
        # numbers
        (2015.25, 2015.75, 0.5),
        ("2015.25", "2015.50", 0.25),
        ("2015.0", "2015.5", 0.5),
        (2015.5, 2016.5, 1),
        (150_000, 160_000, 10_000),
        ("-5", "3", 8),
        (7, 201512.5, 201505.5),
        (2015, 150_000, 147_985),
        ("2015.010", "2015.012", 0.002),
        ("2015.13", "2015.5", 0.37),
        (2.0**60, 2.0**61, 2.0**60),
        (2, 2**53 + 2, 2**53),
    ],
)
def test_times_stand_in_their_order_and_are_measured(earlier, later, years):
    for values in ((earlier, later), (later, earlier)):
        found = periods(*values)
        assert found.values == [earlier, later]
        assert found.time[1] - found.time[0] == pytest.approx(years, abs=2e-9)


@pytest.mark.parametrize(
    "text, years",
    [
        ("2015-07", 2015.5),
        ("2015Q3", 2015.5),
        ("2015H2", 2015.5),
        ("2015年下半年", 2015.5),
        ("2015", 2015.0),
        ("Jul", 0.5),
        ("十三五", 2016.0),
        ("2015-01-01", datetime.date(2015, 1, 1).toordinal() / DAYS),
        ("2015-W01", datetime.date(2014, 12, 29).toordinal() / DAYS),
    ],
)
def test_a_time_has_its_years(text, years):
    assert periods(text).time[0] == pytest.approx(years, abs=1e-9)


def test_numerals_of_days_are_read():
    for text, day in (
        ("十日", 10),
        ("二十日", 20),
        ("二十二日", 22),
        ("三十日", 30),
        ("三十一日", 31),
        ("九号", 9),
    ):
        (found,) = readings(f"2015年十月{text}").values()
        assert (found.year, found.month, found.day) == (2015, 10, day)


def test_a_date_has_the_time_of_its_day_to_the_last_part_of_a_second():
    found = time_of_date(datetime.datetime(2015, 6, 30, 7, 8, 9, 500_000))
    assert found.day == pytest.approx(30 + (7 * 3600 + 8 * 60 + 9.5) / 86400, abs=1e-12)


def test_two_digits_of_a_year_are_of_the_last_hundred_years_up_to_2068():
    years = {text: readings(f"Dec-{text}")[""].year for text in ("00", "68", "69", "99")}
    assert years == {"00": 2000, "68": 2068, "69": 1969, "99": 1999}


def test_a_row_is_named_by_its_number_where_it_has_no_name():
    with pytest.raises(AnalysisError) as caught:
        read_periods(np.array(["2015", "2016", "2016-13"], dtype=object))
    assert caught.value.values["row"] == 3


def test_one_time_written_in_several_ways_is_one_period():
    found = periods(
        "2014-12-31", "31/12/2014", datetime.date(2014, 12, 31), "20141231", "31 Dec 2014", "31.12.2014"
    )
    assert found.values == ["2014-12-31"] and found.code.tolist() == [0] * 6
    assert periods("2015", 2015, "2015年", "二〇一五年").code.tolist() == [0] * 4
    assert periods("2015-07", "Jul 2015", "7/2015", "2015年7月").code.tolist() == [0] * 4


@pytest.mark.parametrize(
    "values, row, sentence",
    [
        (("01/02/2015", "03/04/2015"), 10, "“01/02/2015” can be read as a time in two ways"),
        (("05/05/2015", "03/04/2015"), 11, "“03/04/2015” can be read as a time in two ways"),
        (("31/12/2014", "12/30/2014"), 11, "“12/30/2014” and “31/12/2014”"),
        (("2010/11", "2011/12"), 10, "“2010/11” can be read as a time in two ways"),
        (("2010/11", "2014/15", "2016/12"), 12, "“2016/12” and “2014/15”"),
        (("2015.5", "2016.5"), 10, "“2015.5” can be read as a time in two ways"),
        (("2015", "2015.5"), 11, "“2015.5” can be read as a time in two ways"),
        ((2015.1, 2015.6), 10, "“2015.1” can be read as a time in two ways"),
        ((2015, 2015.11, 2015.6), 11, "“2015.11” can be read as a time in two ways"),
        (("14-Dec", "15-Dec"), 10, "“14-Dec” is not understood as a time"),
        (("2016-13", "2016-01"), 10, "“2016-13” is not understood as a time"),
        (("2015-02-30", "2015-02-28"), 10, "“2015-02-30” is not understood as a time"),
        (("2015-02-30", "2015-02-31"), 10, "“2015-02-30” is not understood as a time"),
        (("31/31/2015", "30/30/2015"), 10, "“31/31/2015” is not understood as a time"),
        (("2015-06-30 25:00", "2015-06-30"), 10, "“2015-06-30 25:00” is not understood as a time"),
        (("2015-06-30 13:00 pm", "2015-06-30"), 10, "“2015-06-30 13:00 pm” is not understood as a time"),
        ((201512, 201513), 11, "“201513” is not understood as a time"),
        (("20150230", "20150228"), 10, "“20150230” is not understood as a time"),
        (("spring 2015", "autumn 2015"), 10, "“spring 2015” is not understood as a time"),
        (("before", "2015", "after"), 10, "“before” is not understood as a time"),
        (("2015", "end of 2016", "after"), 11, "“end of 2016” is not understood as a time"),
        (("wave 1 of 2016", "wave 2 of 2015"), 10, "“wave 1 of 2016” is not understood as a time"),
        (("Q5 2015", "Q1 2015"), 10, "“Q5 2015” is not understood as a time"),
        (("2015-W54", "2015-W01"), 10, "“2015-W54” is not understood as a time"),
        (("2015-2011", "2016-2020"), 10, "“2015-2011” is not understood as a time"),
        (("2015-2015", "2016-2020"), 10, "“2015-2015” is not understood as a time"),
        (("Jan", "2015"), 10, "“Jan” is not understood as a time"),
        (("2015", "Jan"), 11, "“Jan” is not understood as a time"),
        (("12/13/14", "01/02/15"), 10, "“12/13/14” is not understood as a time"),
        (("1.2.15", "3.1.14"), 10, "“1.2.15” is not understood as a time"),
        (("31-12-14", "1-1-15"), 10, "“31-12-14” is not understood as a time"),
        (("12/14", "1/15"), 10, "“12/14” is not understood as a time"),
        (("十五–九五", "十五–十一五"), 10, "“十五–九五” is not understood as a time"),
        (("2015", "2015Q1"), 11, "“2015Q1” begins at the same time as “2015” but differs in length"),
        (("2015-01", "2015-01-01"), 11, "“2015-01-01” begins at the same time as “2015-01”"),
        (("2011-2015", "2011-2020"), 11, "“2011-2020” begins at the same time as “2011-2015”"),
        ((2015, 201501), 11, "“201501” begins at the same time as “2015”"),
    ],
)
def test_a_time_that_could_stand_in_a_wrong_order_is_refused_with_its_row(values, row, sentence):
    with pytest.raises(AnalysisError) as caught:
        periods(*values)
    said = caught.value.template.format(**caught.value.values)
    assert f"Layer “survey”, field “when”, row {row}: {sentence}" in said


@pytest.mark.parametrize(
    "values",
    [
        ("P1", "P2", "P10"),
        ("第九期", "第十期", "第十一期"),
        ("Q1", "Q2", "Q4"),
        ("2015年底", "2016年底"),
        ("GDP 2015 (est.)", "GDP 2016 (est.)"),
        ("2015 wave 1", "2015 wave 2", "2016 wave 1"),
        ("十五", "二十五"),
        ("1", "2", "3a"),
        ("1月", "2月", "11月"),
        ("base line", "follow up"),
        ("summary", "this maybe"),
        ("1/2", "2/2"),
        ("1-12", "13-24"),
    ],
)
def test_names_without_a_time_have_a_natural_order_and_no_measure(values):
    found = periods(*reversed(values))
    assert tuple(found.values) == values and np.isnan(found.time).all()


@pytest.mark.parametrize("nothing", [None, "", "-", "…", math.nan, math.inf, -math.inf])
def test_what_says_nothing_is_no_period(nothing):
    assert periods("2015", nothing, "2016").code.tolist() == [0, -1, 1]


@pytest.mark.parametrize(
    "text, year",
    [
        ("2015", 2015), ("31/12/2014", 2014), ("01/02/2015", 2015), ("Q3 2015", 2015), ("Dec-14", 2014), ("十三五", 2016),
        ("2014/15", 2014), ("2011/12", 2011), ("20151231", 2015), ("Jan", None), ("P1", None), ("2015-13", None),
    ],
)  # fmt: skip
def test_the_year_of_a_time_is_known_where_its_day_is_not(text, year):
    assert year_in(text) == year


@pytest.mark.parametrize("year", range(1953, 2031))
def test_every_day_of_a_year_comes_back_from_every_way_of_writing_it(year):
    for month in range(1, 13):
        day = datetime.date(year, month, 1 + (year * month) % 28)
        for form in (
            "%Y-%m-%d",
            "%Y/%m/%d",
            "%Y.%m.%d",
            "%Y%m%d",
            "%d.%m.%Y",
            "%d %b %Y",
            "%B %d, %Y",
            "%Y年%m月%d日",
        ):
            (found,) = readings(day.strftime(form)).values()
            assert found == time_of_date(day)
        for form in ("%Y-%m", "%m/%Y", "%b %Y", "%Y年%m月", "%Y%m"):
            assert (found.year, found.month) == (year, month)
            assert any(
                (time.year, time.month, time.unit) == (year, month, "month")
                for time in readings(day.strftime(form)).values()
            )


def test_the_years_of_belts_are_read_from_the_same_times():
    texts = np.array(
        ["2015", "31/12/2014", "01/02/2016", "Dec-14", "Q3 2015", "2015年6月", "十三五", "2015 (est.)", "-"],
        object,
    )
    years = parse_years(texts, np.arange(len(texts)), "year", "belts")
    assert years[:-1].tolist() == [2015, 2014, 2016, 2014, 2015, 2015, 2016, 2015] and np.isnan(years[-1])
    with pytest.raises(AnalysisError):
        parse_years(np.array(["12/14"], object), np.arange(1), "year", "belts")


@pytest.mark.parametrize("hour", ["0:30 pm", "0:30 am", "13:30 pm"])
def test_no_clock_of_twelve_hours_shows_0_or_13(hour):
    assert readings(f"2015-01-02 {hour}") == {}


def test_a_plan_lasts_five_years():
    for text, first, last in (("一五", 1953, 1957), ("十二五", 2011, 2015), ("八五至九五", 1991, 2000)):
        (found,) = readings(text).values()
        assert (found.year, found.last) == (first, last)


@pytest.mark.parametrize(
    ("texts", "times"),
    [
        (("12月-14", "1月-15"), (2014 + 11 / 12, 2015)),
        (("2014M12", "2015M1", "2015-M02"), (2014 + 11 / 12, 2015, 2015 + 1 / 12)),
        (("'98", "'99", "'00"), (1998, 1999, 2000)),
        (("FY98", "FY 99", "fy'00"), (1998, 1999, 2000)),
        (("2014财年", "2015財政年度", "2016会计年度"), (2014, 2015, 2016)),
        (("贰零壹肆年", "貳零壹伍年", "二零一六年"), (2014, 2015, 2016)),
        (("贰零壹肆", "贰零壹伍"), (2014, 2015)),
        (("14", "15", "20"), (14, 15, 20)),
        (("01", "02", "12"), (1, 2, 12)),
        *((numbers, numbers) for numbers in ((17_000, 18_000), (18_263, 18_264), (73_050, 73_051))),
    ],
)
def test_years_in_other_words_are_years(texts, times):
    found = read_periods(np.array(texts, dtype=object))
    assert found.values == list(texts) and found.time == pytest.approx(times)


CENTURIES = ["98 99 00", "９８ 01", "99 10", "99年 00年", "90年代 00年代", "P99 P00", "98/99 00/01"]
DAY_NUMBERS = [(41999, 42004), ("41999", "42004"), (41999.5, 42004), (18_264, 73_050)]
NO_TIMES = ["500BC 400BC", "1600B.C. 1500B.C.", "BCE1600 BC1500", "公元前500年 公元500年", "14-12月 15-1月"]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        *((tuple(texts.split()), "can be read as a time in two ways") for texts in CENTURIES),
        *((numbers, "spreadsheets keep a day") for numbers in DAY_NUMBERS),
        *((tuple(texts.split()), "is not understood as a time") for texts in NO_TIMES),
        (("500 BC", "400 BC"), "is not understood as a time"),
    ],
)
def test_what_would_stand_in_a_wrong_order_is_refused_with_its_row(texts, said):
    with pytest.raises(AnalysisError) as refused:
        read_periods(np.array(texts, dtype=object), ["r1", "r2", "r3"], "year", "firms")
    text = str(refused.value)
    assert said in text and "row r1" in text and f"“{texts[0]}”" in text


@pytest.mark.parametrize(
    ("values", "spans"),
    [
        (["2015", "2016"], ["2015-01-01 2015-12-31", "2016-01-01 2016-12-31"]),
        ([2015, 2016.0], ["2015-01-01 2015-12-31", "2016-01-01 2016-12-31"]),
        ([201502, 201512], ["2015-02-01 2015-02-28", "2015-12-01 2015-12-31"]),
        (["2015.11", "2015.12"], ["2015-11-01 2015-11-30", "2015-12-01 2015-12-31"]),
        (["02/01/2015", "31/01/2015"], ["2015-01-02 2015-01-02", "2015-01-31 2015-01-31"]),
        (["十二五", "十三五"], ["2011-01-01 2015-12-31", "2016-01-01 2020-12-31"]),
        (["2016Q4", "2015H2"], ["2016-10-01 2016-12-31", "2015-07-01 2015-12-31"]),
        (["2015-W53"], ["2015-12-28 2016-01-03"]),
        # No times, two readings, numbers, a month of any year.
        (["P1", "P2"], [None, None]),
        (["03/04/2015"], [None]),
        ([1, 2], [None, None]),
        (["Jan"], [None]),
    ],
)
def test_periods_last_from_their_first_to_their_last_second(values, spans):
    found = spans_of(values)
    assert [span and f"{span[0]:%Y-%m-%d} {span[1]:%Y-%m-%d}" for span in found] == spans
    assert all(span is None or f"{span[0]:%T} {span[1]:%T}" == "00:00:00 23:59:59" for span in found)


@pytest.mark.parametrize(
    ("values", "step"),
    [
        (["2010", "2015", "2025"], (5, "years")),
        (["2015Q1", "2015Q3", "2015Q4"], (3, "months")),
        (["2015-01-01", "2015-01-15"], (14, "days")),
        (["2015-01-01 10:00", "2015-01-01 12:00"], (1, "days")),
        (["十三五"], (5, "years")),
    ],
)
def test_a_step_is_the_least_from_period_to_period(values, step):
    assert step_of(spans_of(values)) == step
