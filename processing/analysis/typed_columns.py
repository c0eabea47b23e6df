"""Columns that are smaller than their objects: texts as numbers, and whole numbers of which some are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from .arrays import Array, Flags, Ints, Objects

from .distinct import equal_rows, nulls, number_objects


class Texts:
    """A column of texts, each distinct one kept once.

    Parameters
    ----------
    codes : array of int, shape (n,)
        Position of each text in `distinct`; −1 for null.
    distinct : ndarray of object, shape (k,)
    """

    def __init__(self, codes: Array, distinct: Objects) -> None:
        smallest = np.min_scalar_type(-1 - len(distinct))
        self.codes: Ints = np.asarray(codes).astype(smallest, copy=False)
        self.distinct = distinct

    @classmethod
    def of(cls, texts: Sequence[str | None]) -> Texts:
        """Return the column of a list of texts, None for null."""
        return cls(*number_objects(list(texts)))

    def in_order(self, rows: Ints) -> Texts:
        """Return the texts of some rows, the distinct ones in the order of their first appearance there."""
        known, first = equal_rows(self.codes[rows])
        codes = self.codes[rows][first]
        number = np.cumsum(codes >= 0) - 1
        return Texts(np.where(codes < 0, -1, number)[known], self.distinct[codes[codes >= 0]])

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: Any) -> Any:
        """Return the text of a row, None for null, or the `Texts` of several rows."""
        code = self.codes[row]
        if isinstance(code, np.ndarray):
            return Texts(code, self.distinct)
        return None if code < 0 else self.distinct[code]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.__array__().tolist())

    def __array__(self, dtype: Any = None, copy: Any = None) -> Array:
        if not len(self.distinct):
            return np.full(len(self), None, dtype=object)
        cells: Objects = self.distinct[self.codes]
        cells[self.codes < 0] = None
        return cells


class Integers:
    """A column of whole numbers, of which some may be null.

    Parameters
    ----------
    numbers : ndarray of int64, shape (n,)
    missing : ndarray of bool, shape (n,)
    """

    def __init__(self, numbers: Ints, missing: Flags) -> None:
        self.numbers, self.missing = numbers, missing

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, row: Any) -> Any:
        """Return the number of a row, None for null, or the `Integers` of several rows."""
        missing = self.missing[row]
        if isinstance(missing, np.ndarray):
            return Integers(self.numbers[row], missing)
        return None if missing else int(self.numbers[row])

    def __iter__(self) -> Iterator[Any]:
        return iter(self.__array__().tolist())

    def __array__(self, dtype: Any = None, copy: Any = None) -> Array:
        if dtype is not None and np.dtype(dtype).kind == "f":
            return np.where(self.missing, np.nan, self.numbers)
        objects = self.numbers.astype(object)
        objects[self.missing] = None
        return objects


def as_objects(column: Any) -> Objects:
    """Return a column of any kind as objects, None for null."""
    if isinstance(column, np.ndarray) and column.dtype == object:
        return column
    objects = np.asarray(column, dtype=object)
    if isinstance(column, np.ndarray):
        objects[nulls(column)] = None
    return objects
