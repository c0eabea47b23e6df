"""Periods of a study: numbers, times or names, each in its order; what could stand in a wrong order is refused."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..columns import encode
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, is_missing
from ..times import (
    DAY_FIRST,
    MONTH,
    MONTH_FIRST,
    PLAIN,
    PLAN,
    SPAN,
    Time,
    across_a_century,
    has_time,
    readings,
    runs_backward,
    time_of_date,
)
from .year_names import YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..arrays import Floats, Ints
    from ..columns import Ids
    from ..frames import Column

_NUMBER = re.compile(r"([+-]?)(\d+)(?:\.(\d*))?\s*(?:年度?)?")
_STAMP = re.compile(r"(?:1[5-9]|2[01])\d\d(?:\d\d(?:\d\d(?:\d{6})?)?)?")
_SEPARATORS = re.compile(r"[-/.:,\s年月日时分秒]*")
_MONTH_FIRST = re.compile(r"(?:0?[1-9]|1[0-2])\.(?:1[5-9]|2[01])\d\d")
_CHINESE_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
# The days from 1950 to 2099, as spreadsheets number them.
_DAY_NUMBERS = 18_264, 73_051
# Styles of which a column is written in one.
_STYLES = ((DAY_FIRST, MONTH_FIRST), (MONTH, SPAN))

_TWO_WAYS = QT_TRANSLATE_NOOP(
    "ClusterBelt",
    "Layer “{layer}”, field “{field}”, row {row}: “{value}” can be read as a time in two ways. Write years as 2015, "
    "months as 2015-06, days as 2015-06-30, spans as 2011–2015.",
)
_NO_TIME = QT_TRANSLATE_NOOP(
    "ClusterBelt",
    "Layer “{layer}”, field “{field}”, row {row}: “{value}” is not understood as a time. Write "
    "years as 2015, quarters as 2015Q3, months as 2015-06, days as 2015-06-30, or name all periods "
    "without years.",
)
_DAY_NUMBER = QT_TRANSLATE_NOOP(
    "ClusterBelt",
    "Layer “{layer}”, field “{field}”, row {row}: “{value}” is no year, but the number by which spreadsheets keep a day. "
    "Format the column as dates there and save it again, or write days as 2015-06-30.",
)
_TWO_STYLES = QT_TRANSLATE_NOOP(
    "ClusterBelt",
    "Layer “{layer}”, field “{field}”, row {row}: “{value}” and “{other}” are different kinds of "
    "time. Write years as 2015, months as 2015-06, days as 2015-06-30, spans as 2011–2015.",
)
_ONE_BEGINNING = QT_TRANSLATE_NOOP(
    "ClusterBelt",
    "Layer “{layer}”, field “{field}”, row {row}: “{value}” begins at the same time as “{other}” "
    "but differs in length. Use periods of equal length.",
)


@dataclass(frozen=True)
class Periods:
    """The periods of a column, in order of time.

    Attributes
    ----------
    code : (N,) int64
        Period of each row; -1 where the cell is empty.
    values : list
        Each period as it first appears in the column.
    time : (P,) float64
        Numbers as they are; months and what is longer in years by twelfths, days in years of 365.2425 days; NaN
        where periods only have names.
    """

    code: Ints
    values: list[Any]
    time: Floats


class _UnclearError(Exception):
    """A value, by its position among the distinct ones, cannot be put into its order."""

    def __init__(self, template: str, position: int, other: int | None = None) -> None:
        super().__init__(template)
        self.template, self.position, self.other = template, position, other


def read_periods(
    column: Column | Sequence[object], rows: Ids | None = None, field: str = "", layer: str = ""
) -> Periods:
    """Order the periods of a column.

    Parameters
    ----------
    column : (N,) array
        Numbers, `datetime.date`, `datetime.datetime` or text. Numbers and text of numbers are numbers, but 201512
        and 20151231 are months and days; text of times (`times.readings`) is times, also in styles that put the
        year last; other text has an order (第2期 before 第10期) but no measure.
    rows : (N,) array, optional
        What names a row in a message.
    field, layer : str
        Names in a message.

    Returns
    -------
    Periods

    Raises
    ------
    AnalysisError
        On a text that can be read as a time in two ways, on one that holds a year or a month and is no time, and on
        two that begin together but are not of one length.
    """
    codes, cells = encode(np.asarray(column, dtype=object))
    distinct = list(cells)
    said = [i for i, value in enumerate(distinct) if not _says_nothing(value)]
    try:
        keys, times = _keys([distinct[i] for i in said])
    except _UnclearError as error:
        number = said[error.position]
        first = int(np.flatnonzero(codes == number)[0])
        raise AnalysisError(
            error.template,
            layer=layer,
            field=field,
            row=first + 1 if rows is None else rows[first],
            value=as_text(distinct[number]),
            other="" if error.other is None else as_text(distinct[said[error.other]]),
        ) from None
    order = sorted(set(keys))
    place = {key: i for i, key in enumerate(order)}
    period_of, time = np.full(len(distinct) + 1, -1), np.full(len(order), np.nan)
    values: list[Any] = [None] * len(order)
    for number, key, when in zip(said, keys, times):
        period_of[number] = place[key]
        if values[place[key]] is None:
            values[place[key]], time[place[key]] = distinct[number], when
    return Periods(code=period_of[codes], values=values, time=time)


def spans_of(values: Sequence[Any]) -> list[tuple[datetime.datetime, datetime.datetime] | None]:
    """Return the first and the last second of each of the periods of a column, None for all that are no times."""
    try:
        times = _times(values)
    except _UnclearError:
        times = None
    return [time.span() for time in times] if times else [None] * len(values)


def _times(values: Sequence[Any]) -> list[Time] | None:
    texts = [text for text in map(_digits_of, values) if text is not None]
    if len(texts) < len(values):
        found = [_readings(value) for value in values]
        return _settled(found) if all(found) else None
    times = _stamps(texts) or _months_of_years(texts, all(isinstance(value, str) for value in values))
    if times is None and all(YEAR.fullmatch(re.sub(r"\.0*$", "", text)) for text in texts):
        return [Time(int(float(text))) for text in texts]
    return times


def step_of(spans: Sequence[tuple[datetime.datetime, datetime.datetime]]) -> tuple[int, str]:
    """Return the least time from the beginning of one period to the next: a number, and years, months or days."""
    begins = sorted({begin for begin, _ in spans})
    if len(begins) < 2:
        begins = [begins[0], max(end for _, end in spans) + datetime.timedelta(seconds=1)]
    if all(begin.day == 1 and begin.time() == datetime.time() for begin in begins):
        months = [begin.year * 12 + begin.month for begin in begins]
        least = min(later - former for former, later in zip(months, months[1:]))
        return (least // 12, "years") if least % 12 == 0 else (least, "months")
    days = min((later - former).days for former, later in zip(begins, begins[1:]))
    return max(days, 1), "days"


def _says_nothing(value: object) -> bool:
    if isinstance(value, (float, np.floating)):
        return not np.isfinite(value)
    return value is None or (isinstance(value, str) and is_missing(value))


def _keys(values: Sequence[Any]) -> tuple[list[Any], list[float]]:
    """Sort keys of the distinct values, and when each begins, NaN for names."""
    texts = [text for text in map(_digits_of, values) if text is not None]
    if len(texts) == len(values):
        times = _stamps(texts) or _months_of_years(texts, all(isinstance(value, str) for value in values))
        if times is None:
            return _numbers(texts, all(isinstance(value, str) for value in values))
        return _in_order(times)
    found = [_readings(value) for value in values]
    if not all(found):
        found = [{} if set(styles) == {PLAN} else styles for styles in found]
    if all(found):
        return _in_order(_settled(found))
    if any(found) or not _are_names(values):
        texts = [str(value) for value in values]
        unread = [i for i, styles in enumerate(found) if not styles]
        raise _UnclearError(_NO_TIME, next((i for i in unread if has_time(texts[i])), unread[0]))
    numbers = [re.findall(r"\d+", unicodedata.normalize("NFKC", str(value))) for value in values]
    if all(numbers) and across_a_century([first for first, *_ in numbers]):
        raise _UnclearError(_TWO_WAYS, 0)
    return [_name_key(str(value)) for value in values], [np.nan] * len(values)


def _numbers(texts: list[str], are_texts: bool) -> tuple[list[Any], list[float]]:
    """Sort keys and times of numbers; raise where they are years of two digits, or days of a spreadsheet."""
    if are_texts and across_a_century(texts):
        raise _UnclearError(_TWO_WAYS, 0)
    keys = [float(text) for text in texts]
    if keys and all(_DAY_NUMBERS[0] <= key < _DAY_NUMBERS[1] for key in keys):
        raise _UnclearError(_DAY_NUMBER, 0)
    return keys, keys


def _digits_of(value: Any) -> str | None:
    """A number as text: digits with or without a fraction; None for what is not a number."""
    if isinstance(value, str):
        match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", value).strip())
        return f"{match[1]}{match[2]}" + (f".{match[3]}" if match[3] else "") if match else None
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, float, np.number)):
        return None
    return repr(int(value)) if float(value).is_integer() else repr(float(value))


def _stamps(texts: list[str]) -> list[Time] | None:
    """Times of numbers such as 201512, 20151231 and 12.2015; None where these are none."""
    texts = [text.partition(".")[0] if set(text.partition(".")[2]) <= {"0"} else text for text in texts]
    if texts and all(_MONTH_FIRST.fullmatch(text) for text in texts):
        return _settled([readings(text) for text in texts])
    if not all(_STAMP.fullmatch(text) for text in texts):
        return None
    found = [readings(text) for text in texts]
    if not any(styles for styles, text in zip(found, texts) if len(text) != 4):
        return None
    if not all(found):
        raise _UnclearError(_NO_TIME, found.index({}))
    return _settled(found)


def _months_of_years(texts: list[str], are_texts: bool) -> list[Time] | None:
    """Times of numbers such as 2015.10, which is October or a tenth of a year; None where these are numbers."""
    parts = [(year, tail) for year, _, tail in (text.partition(".") for text in texts)]
    tails = {tail for _, tail in parts if tail}
    if not tails or not all(YEAR.fullmatch(year) for year, _ in parts):
        return None
    if any(len(tail) > 2 or not 1 <= int(tail) <= 12 for tail in tails) or (not are_texts and tails == {"5"}):
        return None
    if are_texts and any(len(tail) == 2 for tail in tails):
        return [Time(int(year), int(tail), unit="month") if tail else Time(int(year)) for year, tail in parts]
    raise _UnclearError(_TWO_WAYS, next(i for i, (_, tail) in enumerate(parts) if tail))


def _readings(value: datetime.date | datetime.datetime | str) -> dict[str, Time]:
    if isinstance(value, datetime.date):
        return {PLAIN: time_of_date(value)}
    return readings(value if isinstance(value, str) else as_text(value))


def _settled(found: list[dict[str, Time]]) -> list[Time]:
    """Choose one reading of each text, in the style that all those of a column can have."""
    chosen = {PLAIN: PLAIN, PLAN: PLAN}
    for styles in _STYLES:
        members = [i for i, one in enumerate(found) if set(one) & set(styles)]
        certain = [next((i for i in members if list(found[i]) == [style]), None) for style in styles]
        if None not in certain:
            first, second = sorted(i for i in certain if i is not None)
            raise _UnclearError(_TWO_STYLES, second, first)
        if members and certain == [None, None]:
            raise _UnclearError(_TWO_WAYS, members[0])
        chosen.update(dict.fromkeys(styles, styles[certain[0] is None]))
    return [one[chosen[next(iter(one))]] for one in found]


def _in_order(times: list[Time]) -> tuple[list[float], list[float]]:
    """Sort keys of times, and when each begins; two that begin together must be of one length."""
    for i, time in enumerate(times):
        if (time.year == 0) != (times[0].year == 0):
            raise _UnclearError(_NO_TIME, i if time.year == 0 else 0)
    coarse = all(time.is_coarse for time in times)
    begin = [time.years(coarse) for time in times]
    first: dict[float, int] = {}
    for i, time in enumerate(times):
        other = first.setdefault(begin[i], i)
        if (time.unit, time.last) != (times[other].unit, times[other].last):
            raise _UnclearError(_ONE_BEGINNING, i, other)
    return begin, begin


def _are_names(values: Sequence[object]) -> bool:
    """Whether names that are no times have an order of their own: one form with its number, or nothing like a time."""
    texts = [unicodedata.normalize("NFKC", str(value)).strip().casefold() for value in values]
    if any(map(runs_backward, texts)):
        return False
    if not any(has_time(text) for text in texts):
        return True
    forms = {tuple(re.split(r"\d+", text)) for text in texts}
    worded = _SEPARATORS.fullmatch("".join(next(iter(forms)))) is None
    return worded and len(forms) == 1 and all(YEAR.match(re.findall(r"\d+", text)[0]) for text in texts)


def _name_key(text: str) -> tuple[tuple[str | int, ...], str]:
    """Key that sorts names with numbers in them as people do: P2 before P10, 十二五 before 十三五."""
    text = unicodedata.normalize("NFKC", text).strip()
    text = re.sub("[〇一二三四五六七八九]", lambda digit: digit.group().translate(_CHINESE_DIGITS), text)
    text = re.sub(r"十(?=\d)", "1", re.sub(r"(?<=\d)十(?=\d)", "", text))
    text = re.sub(r"(?<=\d)十", "0", text).replace("十", "10")
    pieces = re.split(r"(\d+)", text.casefold())
    return tuple(int(piece) if i % 2 else piece for i, piece in enumerate(pieces)), text
