"""When belts were there: those of the year asked for, those of earlier years, and those that came later."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..columns import encode
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, is_missing
from ..times import year_in
from .bases import BASES, CURRENT, HISTORIC, LATER

_YEAR = re.compile(r"(\d{4})(?!\d)|(\d{4})(0[1-9]|1[0-2])([0-2]\d|3[01])$")
_OPEN_END = 9999


@dataclass(frozen=True)
class BeltYears:
    """The basis of each belt at a year.

    Attributes
    ----------
    basis : ndarray of int8, shape (m,)
        Position in `bases.BASES`: current, historic or later.
    last : ndarray of int64, shape (m,)
        Last year up to `as_of` in which the belt was there; `as_of` where that is not known.
    as_of : int or None
        None where no belt has a year.
    missing, later : int
        Belts without a year, which count as current; belts that came later, which are left aside.
    """

    basis: np.ndarray
    last: np.ndarray
    as_of: int
    missing: int
    later: int


def parse_years(values, rows, field, layer):
    """Read a column of years, dates, times (`times.readings`) or texts that begin with a year.

    Parameters
    ----------
    values : array_like, shape (m,)
    rows : array_like, shape (m,)
        What names a row in a message.
    field, layer : str
        Names in a message.

    Returns
    -------
    ndarray of float, shape (m,)
        NaN where the cell says nothing.

    Raises
    ------
    AnalysisError
        On the first cell that is neither empty nor tells its year.
    """
    codes, distinct = encode(values)
    years = np.full(len(distinct) + 1, np.nan)
    for number, value in enumerate(distinct):
        if is_missing(value):
            continue
        found = _YEAR.match(code_text(value))
        year = int(found.group(1) or found.group(2)) if found else year_in(str(value))
        if year is None:
            row = rows[int(np.flatnonzero(codes == number)[0])]
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a year. "
                    "Write four digits, or choose another field.",
                ),
                layer=layer,
                field=field,
                row=row,
                value=value,
            )
        years[number] = year
    return years[codes]


def belt_years(start, end, as_of=None, rows=None, layer="belts"):
    """Tell current, historic and later belts apart.

    Parameters
    ----------
    start, end : ndarray of float, shape (m,)
        First and last year of each belt, both the same for a belt of one year; NaN is open.
    as_of : int, optional
        The year; the newest in the data by default, where 9999 says that a belt has no end.
    rows : array_like, shape (m,), optional
        What names a belt in a message.
    layer : str

    Returns
    -------
    BeltYears

    Raises
    ------
    AnalysisError
        If a belt ends before it begins.
    """
    turned = np.flatnonzero(end < start)
    if len(turned):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: the belt ends in {end}, before it begins in {start} "
                "({n} such rows in all). Correct the cells.",
            ),
            layer=layer,
            row=turned[0] if rows is None else rows[turned[0]],
            start=int(start[turned[0]]),
            end=int(end[turned[0]]),
            n=len(turned),
        )
    known = np.concatenate([start, end])
    known = known[(known == known) & (known != _OPEN_END)]
    if as_of is None and len(known):
        as_of = int(known.max())
    basis = np.full(len(start), BASES.index(CURRENT), dtype=np.int8)
    if as_of is None:
        return BeltYears(basis, np.zeros(len(start), dtype=np.int64), None, len(start), 0)
    basis[end < as_of] = BASES.index(HISTORIC)
    basis[start > as_of] = BASES.index(LATER)
    last = np.fmin(end, as_of).astype(np.int64)
    missing = np.isnan(start) & np.isnan(end)
    later = basis == BASES.index(LATER)
    return BeltYears(basis, last, int(as_of), int(missing.sum()), int(later.sum()))


def without_years(size):
    """Return the years of belts that have none: all are current, and none is missing."""
    return BeltYears(np.zeros(size, dtype=np.int8), np.zeros(size, dtype=np.int64), None, 0, 0)
