"""When belts were there: those of the year asked for, those of earlier years, and those that came later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from ..columns import encode
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, is_missing
from ..times import year_in
from .bases import BASES, CURRENT, HISTORIC, LATER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..arrays import Array, Flags, Floats, Ints
    from ..columns import Ids
    from ..frames import Table, Values

_YEAR = re.compile(r"(\d{4})(?!\d)|(\d{4})(0[1-9]|1[0-2])([0-2]\d|3[01])$")


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
    missing : ndarray of bool, shape (m,)
        Belts without a year, which count as current.
    later : ndarray of bool, shape (m,)
        Belts that came later, which are ignored.
    limit : int or None
        Years beyond it are none, whatever stands in the cells.
    beyond : ndarray of int64
        The belts that have such a year.
    """

    basis: Ints
    last: Ints
    as_of: int | None
    missing: Flags
    later: Flags
    limit: int | None
    beyond: Ints

    def last_known(self) -> Floats:
        """Return `last` as floats, NaN where it is not known and for belts that came later."""
        unknown = np.full(len(self.last), self.as_of is None)
        unknown |= self.missing | self.later
        return np.where(unknown, np.nan, self.last)


def parse_years(values: Values, rows: Ids, field: str, layer: str) -> Floats:
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
        NaN where the cell is empty.

    Raises
    ------
    AnalysisError
        On the first cell that is neither empty nor tells its year.
    """
    codes, distinct = encode(values)
    years: list[float] = []
    for number, value in enumerate(distinct):
        if is_missing(value):
            years.append(np.nan)
            continue
        found = _YEAR.match(code_text(value))
        year = int(found.group(1) or found.group(2)) if found else year_in(str(value))
        if year is None:
            row = rows[int(np.flatnonzero(codes == number)[0])]
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a year. Write it with "
                    "four digits, or choose another field.",
                ),
                layer=layer,
                field=field,
                row=row,
                value=value,
            )
        years.append(year)
    return np.array([*years, np.nan])[codes]


def years_of(belts: Table | Mapping[str, Array], as_of: int | None = None, layer: str = "belts") -> BeltYears:
    """Read when belts were there.

    Parameters
    ----------
    belts : frames.Table or dict of str to array
        ``belt``, which names a row in a message, and ``year``, or ``start`` and ``end``, or none of them; optional
        ``count``.
    as_of : int, optional
    layer : str

    Returns
    -------
    BeltYears

    Raises
    ------
    AnalysisError
        On a cell that is not a year, and if a belt ends before it begins.
    """
    rows = belts["belt"]
    read = {
        name: parse_years(belts[name], rows, name, layer)
        for name in ("year", "start", "end")
        if name in belts
    }
    if not read:
        return without_years(len(rows))
    unknown = np.full(len(rows), np.nan)
    start, end = (read.get("year", read.get(name, unknown)) for name in ("start", "end"))
    if as_of is None and "count" in belts:
        # Rows that stand for no belt say nothing about which year is the newest.
        there = np.asarray(belts["count"]) > 0
        as_of = _newest(start[there], end[there])
    return belt_years(start, end, as_of, rows, layer)


def belt_years(
    start: Floats, end: Floats, as_of: int | None = None, rows: Ids | None = None, layer: str = "belts"
) -> BeltYears:
    """Tell current, historic and later belts apart.

    Many registries write an open end as 9999 or 2201: a year beyond the next one is none, unless `as_of` reaches it.

    Parameters
    ----------
    start, end : ndarray of float, shape (m,)
        First and last year of each belt, both the same for a belt of one year; NaN is open.
    as_of : int, optional
        The year; the newest in the data by default.
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
    limit = max(_next_year(), as_of or 0)
    beyond = np.flatnonzero((start > limit) | (end > limit))
    start, end = (np.where(years > limit, np.nan, years) for years in (start, end))
    _refuse_turned(start, end, rows, layer)
    if as_of is None:
        as_of = _newest(start, end)
    missing = np.isnan(start) & np.isnan(end)
    basis = np.full(len(start), BASES.index(CURRENT), dtype=np.int8)
    if as_of is None:
        nothing = np.zeros(len(start), dtype=np.int64)
        return BeltYears(basis, nothing, None, missing, nothing.astype(bool), limit, beyond)
    basis[end < as_of] = BASES.index(HISTORIC)
    later = start > as_of
    basis[later] = BASES.index(LATER)
    last = np.fmin(end, as_of).astype(np.int64)
    return BeltYears(basis, last, int(as_of), missing, later, limit, beyond)


def without_years(size: int) -> BeltYears:
    """Return the years of belts that have none: all are current, and none is missing."""
    nothing = np.zeros(size, dtype=np.int64)
    never = nothing.astype(bool)
    return BeltYears(nothing.astype(np.int8), nothing, None, never, never, None, nothing[:0])


def _next_year() -> int:
    return date.today().year + 1


def _newest(start: Floats, end: Floats) -> int | None:
    """Return the newest of the years that are some; None where there is none."""
    years = np.concatenate([start, end])
    years = years[years <= _next_year()]
    return int(years.max()) if len(years) else None


def _refuse_turned(start: Floats, end: Floats, rows: Ids | None, layer: str) -> None:
    turned = np.flatnonzero(end < start)
    if len(turned):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: the belt ends in {end} before it begins in {start} (rows "
                "concerned: {n}). Correct the cells.",
            ),
            layer=layer,
            row=turned[0] if rows is None else rows[turned[0]],
            start=int(start[turned[0]]),
            end=int(end[turned[0]]),
            n=len(turned),
        )
