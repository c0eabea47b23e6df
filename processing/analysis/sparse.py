"""Tables of pairs of numbers of which few are there: sorted integers in place of a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import ArrayLike

    from .arrays import Ints

# Pairs that are written out at a time.
MOST_AT_ONCE = 500_000


@dataclass(frozen=True)
class Pairs:
    """Pairs (row, column) in ascending order, each once.

    Attributes
    ----------
    width : int
        Columns are below it.
    key : ndarray of int
        row × width + column, ascending; of the type of `key_type`, or int64.
    """

    width: int
    key: Ints

    def __len__(self) -> int:
        return len(self.key)

    @property
    def rows(self) -> Ints:
        """The row of each pair."""
        return self.rows_of(slice(None))

    @property
    def columns(self) -> Ints:
        """The column of each pair."""
        return self.columns_of(slice(None))

    def rows_of(self, place: slice | Ints) -> Ints:
        """Return the rows of the pairs at some positions."""
        return self.key[place].astype(np.int64) // self.width

    def columns_of(self, place: slice | Ints) -> Ints:
        """Return the columns of the pairs at some positions."""
        return self.key[place].astype(np.int64) % self.width

    def find(self, rows: ArrayLike, columns: ArrayLike) -> Ints:
        """Return the position of each pair that is asked for, −1 where it is not there."""
        asked = (np.asarray(rows, dtype=np.int64) * self.width + np.asarray(columns)).astype(self.key.dtype)
        if not len(self.key):
            return np.full(np.shape(asked), -1, dtype=np.int64)
        place = np.minimum(np.searchsorted(self.key, asked), len(self.key) - 1)
        return np.where(self.key[place] == asked, place, -1)

    def place_of(self, row: int, column: int) -> int:
        """Return the position of one pair, −1 where it is not there; `find` for two numbers."""
        asked = row * self.width + column
        place = int(self.key.searchsorted(asked))
        return place if place < len(self.key) and self.key[place] == asked else -1

    def spans(self, rows: ArrayLike) -> tuple[Ints, Ints]:
        """Return where the pairs of each row begin, and how many there are."""
        first = np.asarray(rows, dtype=np.int64) * self.width
        last = first + (self.width - 1)
        start = np.searchsorted(self.key, first.astype(self.key.dtype), "left")
        end = np.searchsorted(self.key, last.astype(self.key.dtype), "right")
        return start, end - start


def key_type(width: int) -> type[np.int32 | np.int64]:
    """Return the smallest type that holds the keys of pairs of numbers below a width."""
    return np.int32 if width * width < 2**31 else np.int64


def width_of(numbers: Ints) -> int:
    """Return what numbers from 0 on are below, as the width of keys; 1 where there is none."""
    return int(numbers.max(initial=0)) + 1


def starts(ordered: Ints) -> Ints:
    """Return the position at which each run of equal numbers begins."""
    return np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]][: len(ordered)])


def count_distinct(group: Ints, values: Ints, size: int) -> Ints:
    """Count the distinct values of each of so many groups; −1 is none."""
    known = values >= 0
    width = width_of(values)
    return np.bincount(np.unique(group[known] * width + values[known]) // width, minlength=size)


def spans(start: Ints, length: Ints) -> Ints:
    """Return the numbers of all spans, one span after the other.

    Parameters
    ----------
    start, length : ndarray of int64, shape (k,)

    Returns
    -------
    ndarray of int64, shape (sum of `length`,)
    """
    ends = np.cumsum(length)
    total = int(ends[-1]) if len(ends) else 0
    numbers: Ints = np.arange(total) + np.repeat(start - (ends - length), length)
    return numbers


def chunks(length: Ints, most: int) -> Iterator[slice]:
    """Yield slices of consecutive spans that hold at most `most` numbers together, or one span."""
    ends = np.cumsum(length)
    begin = 0
    while begin < len(length):
        done = ends[begin - 1] if begin else 0
        end = max(int(np.searchsorted(ends, done + most, side="right")), begin + 1)
        yield slice(begin, end)
        begin = end


def products(first: tuple[Ints, Ints], second: tuple[Ints, Ints]) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield all combinations of the entries of two spans, pair of spans by pair of spans, some at a time.

    Parameters
    ----------
    first, second : tuple of (start, length), each an ndarray of int64, shape (k,)

    Yields
    ------
    which, one, other : ndarray of int64
        Number of the pair of spans, entry of the first and entry of the second.
    """
    (start, length), (other_start, other_length) = first, second
    for part in chunks(length * other_length, MOST_AT_ONCE):
        inner = other_length[part]
        which = np.repeat(np.arange(part.start, part.start + len(inner)), length[part])
        one = spans(start[part], length[part])
        repeat = other_length[which]
        yield np.repeat(which, repeat), np.repeat(one, repeat), spans(other_start[which], repeat)


def least(parts: Iterable[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    """Return the least value of each key.

    Parameters
    ----------
    parts : iterable of (key, value), both ndarray of int64
        They are gone through one by one, so that only what is kept stays in memory.

    Returns
    -------
    key : ndarray of int64, ascending
    value : ndarray of int64
    """
    kept: tuple[Ints, Ints] = (np.zeros(0, dtype=np.int64),) * 2
    waiting: list[tuple[Ints, Ints]] = []
    size = 0
    for part in parts:
        waiting.append(_least(*part))
        size += len(part[0])
        if size > max(MOST_AT_ONCE, len(kept[0])):
            kept = _least(*map(np.concatenate, zip(kept, *waiting)))
            waiting, size = [], 0
    return _least(*map(np.concatenate, zip(kept, *waiting))) if waiting else kept


def _least(key: Ints, value: Ints) -> tuple[Ints, Ints]:
    order = np.lexsort((value, key))
    key, value = key[order], value[order]
    first = starts(key)
    return key[first], value[first]
