"""Times as people write them: years, halves, quarters, months, weeks, days, spans of years, five-year plans.

A text may say two things: 03/04/2015 is in March or in April. Each reading is kept with the style that it takes, and
a column of texts settles which style it is written in.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass

from .text import visible

_DAYS_OF_A_YEAR = 365.2425
_SECONDS_OF_A_DAY = 86400.0
# How many months times last; those that are not here last days.
_LENGTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_COARSE = frozenset({"year", "half", "quarter", "month", "years"})

PLAIN, DAY_FIRST, MONTH_FIRST, MONTH, SPAN, PLAN = "", "day first", "month first", "month", "span", "plan"

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR = r"(?P<year>1[5-9]\d\d|2[01]\d\d)"
_SHORT_YEAR = r"(?P<year>1[5-9]\d\d|2[01]\d\d|'?\d\d)"
_NAME = r"(?P<name>{})\.?".format("|".join(_MONTHS))
_CLOCK = (
    r"(?:[ t]+(?P<hour>\d{1,2})(?:[时点]|[:时点](?P<minute>\d\d)(?:[:分](?P<second>\d\d(?:\.\d+)?)?)?秒?)\s*"
    r"(?P<noon>am|pm)?\s*(?P<zone>z|[+-]\d\d:?\d\d)?)?"
)
_DAY = r"(?P<day>\d{1,2})"
_NUMBER = r"(?P<month>\d{1,2})"
_PLAN = r"[\"“]?(?P<{}>十[一二三四五六]?|[一二三四五六七八九])五[\"”]?"
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}

_FORMS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("year", rf"(?:fy\s*)?{_YEAR}(?:\s*(?:年度?|[财財]年|[财財]政年度|[会會][计計]年度)|\.0*)?"),
        ("year", r"(?:fy\s*'?|')(?P<year>\d\d)"),
        ("month", rf"{_YEAR}\s*年\s*{_NUMBER}\s*月(?:份)?"),
        ("month", rf"{_YEAR}(?P<month>\d\d)"),
        ("month", rf"{_YEAR}[\s-]*m(?P<month>\d\d?)"),
        ("month", rf"{_NUMBER}月\s*[-/]\s*{_SHORT_YEAR}"),
        ("month or span", rf"(?:fy\s*)?{_YEAR}\s*[-/]\s*{_NUMBER}"),
        ("month", rf"{_NUMBER}\s*[-/.]\s*{_YEAR}"),
        ("month", rf"{_NAME}[\s,/-]*{_SHORT_YEAR}"),
        ("month", rf"{_YEAR}[\s,/-]*{_NAME}"),
        ("day", rf"{_YEAR}(?P<separator>\s*[-/.]\s*){_NUMBER}(?P=separator){_DAY}{_CLOCK}"),
        ("day", rf"{_YEAR}\s*年\s*{_NUMBER}\s*月\s*{_DAY}\s*[日号]?{_CLOCK}"),
        ("day", rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?"),
        ("day", rf"{_DAY}\s*\.\s*{_NUMBER}\s*\.\s*{_YEAR}{_CLOCK}"),
        ("day or month", rf"{_DAY}(?P<separator>\s*[-/]\s*){_NUMBER}(?P=separator){_YEAR}{_CLOCK}"),
        ("day", rf"{_DAY}(?:st|nd|rd|th)?[\s-]*{_NAME}[\s,-]*{_SHORT_YEAR}{_CLOCK}"),
        ("day", rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?\s*,?\s+{_YEAR}{_CLOCK}"),
        ("day", rf"{_YEAR}[\s-]*{_NAME}[\s-]*{_DAY}{_CLOCK}"),
        ("quarter", rf"q(?P<part>[1-4])[\s,/-]*{_SHORT_YEAR}"),
        ("quarter", rf"(?P<part>[1-4])q[\s,/-]*{_SHORT_YEAR}"),
        ("quarter", rf"{_YEAR}\s*年?[\s,/-]*q(?P<part>[1-4])"),
        ("quarter", rf"{_YEAR}\s*年?\s*第?\s*(?P<part>[1-4一二三四])\s*季度?"),
        ("half", rf"h(?P<part>[12])[\s,/-]*{_SHORT_YEAR}"),
        ("half", rf"(?P<part>[12])h[\s,/-]*{_SHORT_YEAR}"),
        ("half", rf"{_YEAR}\s*年?[\s,/-]*h(?P<part>[12])"),
        ("half", rf"{_YEAR}\s*年?\s*(?P<part>[上下])半年?"),
        ("week", rf"{_YEAR}[\s-]*w(?P<part>\d\d?)"),
        ("week", rf"w(?P<part>\d\d?)[\s,/-]*{_YEAR}"),
        ("years", rf"{_YEAR}\s*年?\s*(?:[-–—~/]|to|至|到)\s*(?P<last>1[5-9]\d\d|2[01]\d\d)\s*年?"),
        ("plan", rf"{_PLAN.format('plan')}(?:时期|期间|规划期?|计划期?)?"),
        ("plans", rf"{_PLAN.format('plan')}\s*(?:[-–—~/]|至|到)\s*{_PLAN.format('last')}(?:时期|期间)?"),
        ("month of a year", rf"{_NAME}"),
    )
)  # fmt: skip
# Years of reigns and of the Republic of China are counted from the year before their first.
_ERAS = {"民国": 1911, "民國": 1911, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA = re.compile(r"({})\s*(元|\d{{1,3}})(?=\s*年)".format("|".join(_ERAS)))
# Days and months whose year has two digits: 31/12/14, 1.2.15, 9/15; days of a month: 14-12月.
_SHORT_DATE = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d\d|(?:0?[1-9]|1[0-2])/\d\d|\d{1,2}[-/]\d{1,2}月")
_NUMERALS = "〇零一二三四五六七八九壹贰貳弐叁參参肆伍陆陸柒捌玖"
_FOUR_DIGITS = re.compile(f"[{_NUMERALS}]{{4}}(?=年)|^[{_NUMERALS}]{{4}}$")
_DIGITS = str.maketrans(_NUMERALS, "0012345678912223334566789")
_NUMERAL = re.compile("(?<=[年月])([一二三]?)(十?)([一二三四五六七八九]?)(?=[月日号])")
_MEANING = re.compile(rf"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)|(?<![a-z])(?:{'|'.join(_MONTHS)})(?![a-z])")


_BACKWARD = re.compile(r"\d\s*b\.?c\.?(?:e\.?)?(?![a-z])|(?<![a-z])b\.?c\.?(?:e\.?)?\s*\d|公元前")


@dataclass(frozen=True)
class Time:
    """When a period begins, and how long it is.

    Attributes
    ----------
    year, month : int
        Year 0 for a month of any year.
    day : float
        With the time of the day as its fraction.
    unit : str
        year, half, quarter, month, week, day, or years for a span of several.
    last : int
        Last year of such a span.
    """

    year: int
    month: int = 1
    day: float = 1.0
    unit: str = "year"
    last: int = 0

    @property
    def is_coarse(self) -> bool:
        """Whether it is a month or more, which is measured in twelfths of a year."""
        return self.unit in _COARSE

    def years(self, coarse: bool) -> float:
        """When it begins, in years: by months where all are `coarse`, else by days of a year of 365.2425."""
        if coarse:
            return self.year + (self.month - 1) / 12.0
        begin = datetime.date(self.year, self.month, int(self.day)).toordinal()
        return (begin + self.day % 1.0) / _DAYS_OF_A_YEAR

    def span(self) -> tuple[datetime.datetime, datetime.datetime] | None:
        """Return its first and its last second, None for a month of any year."""
        if self.year == 0:
            return None
        begin = datetime.datetime(self.year, self.month, int(self.day))
        begin += datetime.timedelta(seconds=round(self.day % 1.0 * _SECONDS_OF_A_DAY))
        if self.unit in ("week", "day"):
            end = begin + datetime.timedelta(days=7 if self.unit == "week" else 1)
        else:
            months = _LENGTHS.get(self.unit) or 12 * (self.last - self.year + 1)
            years, month = divmod(self.month - 1 + months, 12)
            end = datetime.datetime(self.year + years, month + 1, 1)
        return begin, end - datetime.timedelta(seconds=1)


def time_of_date(value: datetime.date) -> Time:
    """Return the `Time` of a `datetime.date` or `datetime.datetime`."""
    fraction = 0.0
    if isinstance(value, datetime.datetime):
        seconds = value.hour * 3600 + value.minute * 60 + value.second + value.microsecond * 1e-6
        fraction = seconds / _SECONDS_OF_A_DAY
    return Time(value.year, value.month, value.day + fraction, "day")


def readings(text: str) -> dict[str, Time]:
    """Return what a text can mean as a time.

    Parameters
    ----------
    text : str

    Returns
    -------
    dict of str to Time
        By style: `PLAIN` where there is one reading; `DAY_FIRST` and `MONTH_FIRST`, or `MONTH` and `SPAN`, as far as
        the text can be read so; `PLAN` for a five-year plan of China; {} for no time.
    """
    text = _spelled(text)
    for kind, pattern in _FORMS:
        match = pattern.fullmatch(text)
        found = _read(kind, match) if match else {}
        if found:
            return found
    return {}


def has_time(text: str) -> bool:
    """Tell whether a text holds a year of four digits or the name of a month, or is a date with a short year.

    So it is whether `readings` knows it or not.
    """
    text = _spelled(text)
    return _MEANING.search(text) is not None or _SHORT_DATE.fullmatch(text) is not None


def runs_backward(text: str) -> bool:
    """Tell whether a text holds a year before the first, of which the larger one is the earlier."""
    return _BACKWARD.search(_spelled(text)) is not None


def across_a_century(numbers: list[str]) -> bool:
    """Tell whether texts of digits lie nearer together as years of two digits than as numbers: 98, 99, 00, 01."""
    if not numbers or any(len(number) != 2 for number in numbers):
        return False
    years, plain = list(map(_year, numbers)), list(map(int, numbers))
    return max(years) - min(years) < max(plain) - min(plain)


def year_in(text: str) -> int | None:
    """Return the year in which a time lies, None where the text is no time or can be of several years."""
    years = {time.year for time in readings(text).values()}
    return years.pop() if len(years) == 1 and 0 not in years else None


def _spelled(text: str) -> str:
    text = unicodedata.normalize("NFKC", visible(text)).strip().casefold().replace("−", "-").replace("’", "'")
    text = _FOUR_DIGITS.sub(lambda digits: digits.group().translate(_DIGITS), text)
    text = _ERA.sub(lambda era: str(_ERAS[era[1]] + (1 if era[2] == "元" else int(era[2]))), text)
    return _NUMERAL.sub(_numeral, text)


def _numeral(match: re.Match[str]) -> str:
    """The month or day of a Chinese numeral up to 三十一."""
    tens, ten, ones = match.groups()
    if not ten:
        return f"{tens}{ones}".translate(_DIGITS)
    return str(10 * int(tens.translate(_DIGITS) or 1) + int(ones.translate(_DIGITS) or 0))


def _read(kind: str, match: re.Match[str]) -> dict[str, Time]:
    """Readings of a text that has a form; {} where it has no such day or month."""
    part = match.groupdict()
    try:
        if kind == "day or month":
            return _day_or_month(part)
        if kind == "month or span":
            return _month_or_span(part)
        if kind == "plan":
            return {PLAN: _plan(part["plan"])}
        if kind == "plans":
            return {PLAIN: _plans(_plan(part["plan"]), _plan(part["last"]))}
        return {PLAIN: _time(kind, part)}
    except ValueError:
        return {}


def _time(kind: str, part: dict[str, str]) -> Time:
    year = _year(part.get("year") or "0")
    if kind == "years":
        if int(part["last"]) <= year:
            raise ValueError(part["last"])
        return Time(year, unit="years", last=int(part["last"]))
    if kind == "year":
        return Time(year)
    if kind == "month of a year":
        return Time(0, _MONTHS[part["name"]], unit="month")
    if kind == "week":
        monday = datetime.date.fromisocalendar(year, int(part["part"]), 1)
        return Time(monday.year, monday.month, float(monday.day), "week")
    if kind in ("half", "quarter"):
        number = _CHINESE.get(part["part"]) or int(part["part"])
        return Time(year, 1 + (number - 1) * (6 if kind == "half" else 3), unit=kind)
    month = _MONTHS[part["name"]] if part.get("name") else int(part["month"])
    return _day(year, month, part) if kind == "day" else _month(year, month)


def _year(text: str) -> int:
    if len(text.lstrip("'")) == 2:
        short = int(text.lstrip("'"))
        return short + (2000 if short < 69 else 1900)
    return int(text)


def _month(year: int, month: int) -> Time:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return Time(year, month, unit="month")


def _day(year: int, month: int, part: dict[str, str]) -> Time:
    moment = datetime.datetime(year, month, int(part["day"]))
    hour = int(part.get("hour") or 0)
    if part.get("noon"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if part["noon"] == "pm" else 0)
    minute, second = int(part.get("minute") or 0), float(part.get("second") or 0)
    if hour > 24 or minute > 59 or second >= 61:
        raise ValueError(hour)
    moment += datetime.timedelta(hours=hour, minutes=minute, seconds=second)
    zone = part.get("zone") or "z"
    if zone != "z":
        ahead = datetime.timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
        moment = moment - ahead if zone[0] == "+" else moment + ahead
    return time_of_date(moment)


def _day_or_month(part: dict[str, str]) -> dict[str, Time]:
    found = {}
    first, second = part["day"], part["month"]
    for style, day, month in ((DAY_FIRST, first, second), (MONTH_FIRST, second, first)):
        try:
            found[style] = _day(int(part["year"]), int(month), {**part, "day": day})
        except ValueError:
            continue
    if len(set(found.values())) == 1 and len(found) == 2:
        return {PLAIN: found[DAY_FIRST]}
    return found


def _month_or_span(part: dict[str, str]) -> dict[str, Time]:
    """2014/12 is December; 2014/15 ends in 2015; 2011/12 is one of them, by what stands beside it."""
    year, number = int(part["year"]), part["month"]
    found = {}
    if 1 <= int(number) <= 12:
        found[MONTH] = _month(year, int(number))
    if len(number) == 2 and int(number) == (year + 1) % 100:
        found[SPAN] = Time(year, unit="years", last=year + 1)
    return {PLAIN: found[MONTH]} if list(found) == [MONTH] and len(number) == 1 else found


def _plan(numeral: str) -> Time:
    """The Nth plan, written N五: 1953, 1958, then after three years every five, the 14th from 2021."""
    order = "一二三四五六七八九十"
    number = 10 + order.find(numeral[1]) + 1 if len(numeral) == 2 else order.index(numeral) + 1
    begin = 1953 + 5 * (number - 1) if number < 3 else 1966 + 5 * (number - 3)
    return Time(begin, unit="years", last=begin + 4)


def _plans(first: Time, last: Time) -> Time:
    if last.year <= first.year:
        raise ValueError(last)
    return Time(first.year, unit="years", last=last.last)
