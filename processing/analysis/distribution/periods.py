"""Periods of a study: numbers, years, dates or names, each in its order."""

import datetime
import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import is_missing

_DAYS_OF_A_YEAR = 365.2425
_SECONDS_OF_A_DAY = 86400.0
_NUMBER = re.compile(r"([+-]?\d+(?:\.\d*)?)\s*(?:年度?)?")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?(?:[ T][\d:.]+Z?)?")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_CHINESE_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


@dataclass(frozen=True)
class Periods:
    """The periods of a column, in order of time.

    Attributes
    ----------
    code : (N,) int64
        Period of each row; -1 where the cell says nothing.
    values : list
        Each period as it first appears in the column.
    time : (P,) float64
        Numbers as they are, dates in years of 365.2425 days; NaN where periods only have names.
    """

    code: np.ndarray
    values: list
    time: np.ndarray


def read_periods(column):
    """Order the periods of a column.

    Parameters
    ----------
    column : (N,) array
        Numbers, `datetime.date`, `datetime.datetime` or text. Text in which every entry is a number or a
        year (``2015``, ``2015年``) counts as numbers, text of dates alone (``2015-06-30``, ``2015年6月``) as
        dates; other text has an order (第2期 before 第10期) but no measure.

    Returns
    -------
    Periods
    """
    codes, distinct = pd.factorize(_objects(column))
    distinct = list(distinct)
    missing = [value is None or (isinstance(value, str) and is_missing(value)) for value in distinct]
    present = [value for value, nothing in zip(distinct, missing) if not nothing]
    keys, measured = _keys(present)
    order = sorted(set(keys))
    place = {key: i for i, key in enumerate(order)}
    period_of, values = np.full(len(distinct) + 1, -1), [None] * len(order)
    for i, key in zip(np.flatnonzero(~np.array(missing, dtype=bool)), keys):
        period_of[i] = place[key]
        if values[place[key]] is None:
            values[place[key]] = distinct[i]
    time = np.array(order, dtype=float) if measured else np.full(len(order), np.nan)
    return Periods(code=period_of[codes], values=values, time=time)


def year_of(name):
    """Read the year out of the name of a field, such as GDP2015, y_2016 or 2017年.

    Raises
    ------
    AnalysisError
        Where the name holds none, or several.
    """
    years = set(_YEAR.findall(unicodedata.normalize("NFKC", name)))
    if len(years) != 1:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "VALUES: the name of field “{field}” must hold one year with four digits, as GDP2015 does. "
                "Rename the field.",
            ),
            field=name,
        )
    return int(years.pop())


def years_of(names):
    """Read the years out of the names of several fields; a year that comes twice is an `AnalysisError`."""
    years = [year_of(name) for name in names]
    for i, year in enumerate(years):
        if year in years[:i]:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "VALUES: the fields “{first}” and “{second}” are both of {year}. Choose one.",
                ),
                first=names[years.index(year)],
                second=names[i],
                year=year,
            )
    return years


def _objects(column):
    column = np.asarray(column, dtype=object).copy()
    column[pd.isna(column)] = None
    return column


def _keys(values):
    """Sort keys of the periods, and whether they measure time."""
    for read in (_number, _date):
        keys = [read(value) for value in values]
        if all(key is not None for key in keys):
            return keys, True
    return [_name_key(str(value)) for value in values], False


def _number(value):
    if isinstance(value, str):
        match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", value).strip())
        return float(match.group(1)) if match else None
    if not isinstance(value, (int, float, np.number)):
        return None
    return float(value) if np.isfinite(value) else None


def _date(value):
    """Years of 365.2425 days since the beginning of the calendar."""
    if isinstance(value, str):
        match = _DATE.fullmatch(unicodedata.normalize("NFKC", value).strip())
        try:
            value = datetime.date(*(int(part or 1) for part in match.groups())) if match else None
        except ValueError:
            return None
    if not isinstance(value, datetime.date):
        return None
    days = float(value.toordinal())
    if isinstance(value, datetime.datetime):
        days += (value.hour * 3600 + value.minute * 60 + value.second) / _SECONDS_OF_A_DAY
    return days / _DAYS_OF_A_YEAR


def _name_key(text):
    """Key that sorts names with numbers in them as people do: P2 before P10, 十二五 before 十三五."""
    text = unicodedata.normalize("NFKC", text).strip()
    text = re.sub("[〇一二三四五六七八九]", lambda digit: digit.group().translate(_CHINESE_DIGITS), text)
    text = re.sub(r"十(?=\d)", "1", re.sub(r"(?<=\d)十(?=\d)", "", text))
    text = re.sub(r"(?<=\d)十", "0", text).replace("十", "10")
    pieces = re.split(r"(\d+)", text.casefold())
    return tuple(int(piece) if i % 2 else piece for i, piece in enumerate(pieces)), text
