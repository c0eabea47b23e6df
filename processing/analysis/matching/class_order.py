"""The order in which people expect classes: in the dock, on the page, in legends and in the report it is the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..text import as_text
from . import statuses

if TYPE_CHECKING:
    from collections.abc import Iterable

# What stands for the sum of all classes.
ALL_CLASSES = "*"
# The classes of the study for which the plugin was made, and the belts beside them.
KNOWN_CLASSES = ("sei", "inn", "am", "belts")
# Of what governs a place, the highest first.
_LEVELS = (
    *("世界级", "国家级", "国家", "省级", "市级", "区县级", "县级", "区级", "镇级"),
    *("world", "national", "provincial", "municipal", "county"),
)
_MOST_DIGITS = 300
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TEN = "十"
_NUMBER = re.compile(rf"(\d+|[{''.join(_DIGITS)}{_TEN}]+)")


def in_order(values: Iterable[str]) -> list[str]:
    """Sort the texts of classes: known ones, levels, statuses, then all others as people count (see `place_of`)."""
    return sorted(values, key=place_of)


def place_of(value: str | None) -> tuple[Any, ...]:
    """Return a key to sort the text of a class by.

    Parameters
    ----------
    value : str or None
        None, rows without a class, comes behind all classes, and ``*``, the sum of all, is the last. Numbers within a
        text are compared as numbers, those in Chinese digits as well: 第二批 before 第三批 before 第十批, 2 before 10.
    """
    if value is None or value == ALL_CLASSES:
        return (3 if value else 2,)
    key = value.strip().casefold()
    known = (*KNOWN_CLASSES, *_LEVELS, *statuses.ordered())
    return (0, known.index(key)) if key in known else (1, natural_key(value))


def in_class_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Sort the rows of a table by their class; those of one class stay as they are."""

    def place(row: dict[str, Any]) -> tuple[Any, ...]:
        name = row["class"]
        return place_of(None if name is None or name != name else as_text(name))

    return sorted(rows, key=place)


def natural_key(text: str) -> tuple[Any, ...]:
    """Return a key to sort texts by in which numbers are numbers: texts and numbers by turns, then the text itself."""
    parts = _NUMBER.split(text.strip().casefold())
    return tuple(_number(part) if place % 2 else part for place, part in enumerate(parts)), text


def _number(digits: str) -> int:
    if digits.isdecimal():
        # Of endless ones Python makes no number.
        return int(digits[:_MOST_DIGITS])
    tens, ten, ones = digits.rpartition(_TEN)
    return 10 * (_value(tens) if tens else bool(ten)) + _value(ones)


def _value(digits: str) -> int:
    """The value of Chinese digits in a row, such as those of a year; 十 within is odd and counts as ten."""
    value = 0
    for digit in digits:
        value = 10 * value + _DIGITS.get(digit, 10)
    return value
