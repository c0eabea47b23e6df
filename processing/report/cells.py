"""A printed table and how its numbers are written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from itertools import accumulate

from ..analysis.rounding import half_up

NOTHING = "–"
# A short text stays on one line.
TEXT, SHORT, NUMBER = "text", "short", "number"


@dataclass(frozen=True)
class Table:
    """A table to print.

    Attributes
    ----------
    key : str
        Of its title among the words.
    header : list of str
    rows : list of list of str
    kinds : list of str
        `text`, `short` or `number`, a column.
    totals : set of int
        Positions of rows that sum up others.
    note : str
    more : int
        Rows that are not listed.
    shades : dict of (int, int) to float
        How strong the colour behind a cell is, 0–1, by row and column.
    part, lead : str
        The heading of a section that begins with this table, and its first sentence.
    """

    key: str
    header: list
    rows: list
    kinds: list
    totals: frozenset = frozenset()
    note: str = ""
    more: int = 0
    shades: dict = field(default_factory=dict)
    part: str = ""
    lead: str = ""


def number(value, digits=1):
    """Print a number rounded half-up; a dash for nothing."""
    if value is None or value != value:
        return NOTHING
    return half_up(float(value), digits)


def interval(low, high, digits=1):
    """Print both ends of an interval; one dash for nothing."""
    return NOTHING if low is None or low != low else f"{number(low, digits)}–{number(high, digits)}"


def short_name(text, room=13):
    """Cut a name to the width of so many Latin letters; Chinese ones take two."""
    widths = [2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text]
    if sum(widths) <= room:
        return text
    ends = list(accumulate(widths))
    return text[: sum(end <= room - 2 for end in ends)].rstrip() + "…"


def count(value):
    """Print a count; weights have two places where they are not whole. Digits are set in threes from 10,000 on."""
    if value is None or value != value:
        return NOTHING
    text = half_up(float(value), 0 if abs(value - round(value)) < 1e-9 else 2)
    whole, _, rest = text.partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", "\u2009")
    return f"{whole}.{rest}" if rest else whole


def p_value(value):
    """Print a p-value: at least three places, never zero."""
    if value is None or value != value:
        return NOTHING
    return "< 0.001" if value < 0.001 else half_up(value, 3)
