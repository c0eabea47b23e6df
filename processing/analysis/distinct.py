"""Equal rows and equal values of columns, numbered by first appearance: numpy and a dictionary, no sorting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .arrays import Array, Flags, Ints, Objects

# An odd number whose bits are spread evenly (the golden ratio), and one that turns it into another odd one.
_SPREAD, _TURN = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
_WORD = 2**64


def nulls(values: Array) -> Flags:
    """Return which values of an array say nothing: None, NaN, NaT.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    if values.dtype == object:
        return np.fromiter((_is_null(value) for value in values.tolist()), bool, len(values))
    found: Flags = values != values
    return found


def equal_rows(*keys: Array) -> tuple[Ints, Ints]:
    """Number the rows that are equal in all keys, by first appearance.

    Parameters
    ----------
    *keys : ndarray of numbers, shape (n,)
        NaN equals NaN.

    Returns
    -------
    number : ndarray of int64, shape (n,)
    first : ndarray of int64, shape (k,)
        The first row of each number.

    Notes
    -----
    Rows are thrown into a table of slots, in which the first one stays; those that find themselves there, or their
    equal, are done, the others go on to a table with other slots. So time and memory follow the number of rows.
    """
    key, *others = keys
    if not len(key):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    if not others and key.dtype.kind in "biu":
        least = int(key.min())
        width = int(key.max()) - least + 1
        if width <= max(2 * len(key), 256):
            return _of_few_values(_above(key, least), width)
    source = _first_equal([_words(key) for key in keys])
    first = np.flatnonzero(source == np.arange(len(source)))
    rank = np.empty(len(source), dtype=np.int64)
    rank[first] = np.arange(len(first))
    return rank[source], first


def rows_by_number(number: Ints, count: int) -> list[Ints]:
    """Return the rows of each number from 0 below `count`, in their order; rows below 0 are of none."""
    order = np.argsort(number, kind="stable")
    ends = np.searchsorted(number[order], np.arange(count + 1))
    return [order[begin:end] for begin, end in zip(ends[:-1], ends[1:])]


def number_values(values: Array) -> tuple[Ints, Objects]:
    """Number the distinct values of an array by first appearance.

    Parameters
    ----------
    values : ndarray, shape (n,)

    Returns
    -------
    codes : ndarray of int64, shape (n,)
        −1 for null.
    distinct : ndarray of object, shape (k,)
    """
    if values.dtype.kind not in "biuf":
        return number_objects(values.astype(object).tolist())
    codes, known = np.full(len(values), -1, dtype=np.int64), values == values
    codes[known], first = equal_rows(values[known])
    return codes, values[known][first].astype(object)


def number_objects(values: list[Any]) -> tuple[Ints, Objects]:
    """Number the distinct values of a list, as `number_values` does."""
    numbers = dict.fromkeys(values)
    codes = np.arange(len(values))
    if len(numbers) < len(values):
        numbers = dict(zip(numbers, codes.tolist()))
        codes = np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))
    distinct = np.empty(len(numbers), dtype=object)
    distinct[:] = list(numbers)
    if set(map(type, numbers)) <= {str}:
        return codes, distinct
    known = np.fromiter((value == value and value is not None for value in numbers), bool, len(numbers))
    if known.all():
        return codes, distinct
    return np.where(known, np.cumsum(known) - 1, -1)[codes], distinct[known]


def _is_null(value: Any) -> bool:
    return value is None or bool(value != value)


def _above(values: Array, least: int) -> Ints:
    """Return how far whole numbers lie above the least of them: ndarray of int64."""
    if values.dtype == np.uint64:
        return (values - np.uint64(least)).astype(np.int64)
    return values.astype(np.int64) - least


def _of_few_values(values: Ints, width: int) -> tuple[Ints, Ints]:
    """Number whole numbers from 0 to below `width`."""
    first = np.full(width, -1, dtype=np.int64)
    first[values[::-1]] = np.arange(len(values) - 1, -1, -1)
    first = np.sort(first[first >= 0])
    rank = np.empty(width, dtype=np.int64)
    rank[values[first]] = np.arange(len(first))
    return rank[values], first


def _first_equal(words: list[NDArray[np.uint64]]) -> Ints:
    """Return for each row the first one with the same words."""
    size = len(words[0])
    first, rest = None, np.arange(size)
    turn = 0
    while True:
        bits = max(len(rest), 16).bit_length() + 1
        here = words if not turn else [word[rest] for word in words]
        slot = _slots(here, bits, pow(_TURN, turn, _WORD))
        table = np.empty(1 << bits, dtype=np.int64)
        table[slot[::-1]] = rest[::-1]
        found = table[slot]
        same = _all(word[found] == own for word, own in zip(words, here))
        if first is None:
            first = found
        else:
            first[rest] = found
        rest = rest[~same]
        if not len(rest):
            return first
        turn += 1


def _all(conditions: Iterable[Flags]) -> Flags:
    same, *others = conditions
    for condition in others:
        same &= condition
    return same


def _slots(words: list[NDArray[np.uint64]], bits: int, turn: int) -> Ints:
    """Return a number of so many bits for each row, which follows from all of its words."""
    spread = np.uint64(_SPREAD * turn % _WORD)
    slot = words[0] * spread
    for word in words[1:]:
        slot ^= slot >> np.uint64(29)
        slot += word
        slot *= spread
    slot ^= slot >> np.uint64(32)
    slot *= spread
    return (slot >> np.uint64(64 - bits)).astype(np.int64)


def _words(values: Array) -> NDArray[np.uint64]:
    """Return numbers as words of 64 bits, equal where they are equal."""
    if values.dtype.kind == "f":
        values = np.where(values != values, np.nan, values.astype(float) + 0.0)  # one NaN, one zero
        return values.view(np.uint64)
    return values.astype(np.int64).view(np.uint64) if values.dtype != np.uint64 else values
