"""Identifiers as plain bytes: what a column of millions of different texts has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from .arrays import Flags, Ints, Objects

_WORD = 8
_ROWS = 1_000_000


class Identifiers:
    """A column of ASCII texts, most of them different, none of them null.

    Parameters
    ----------
    texts : ndarray of bytes, shape (n,)

    Notes
    -----
    Ten million texts of eight letters take 80 MB; as Python objects they would take 650.
    """

    def __init__(self, texts: NDArray[np.bytes_]) -> None:
        self._texts = np.ascontiguousarray(texts)

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of the bytes."""
        return self._texts.dtype

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, row: Any) -> Any:
        """Return the text of a row, or the `Identifiers` of several."""
        found = self._texts[row]
        return Identifiers(found) if isinstance(found, np.ndarray) else found.decode("ascii")

    def __array__(self, dtype: Any = None, copy: Any = None) -> Objects:
        return self._texts.astype(str).astype(object)

    def __iter__(self) -> Iterator[str]:
        return iter(self.__array__().tolist())

    def duplicated(self) -> Flags:
        """Return for each row whether one before it has the same text.

        Returns
        -------
        ndarray of bool, shape (n,)
        """
        keys = self.words()
        order = np.lexsort(keys)
        same = np.ones(max(len(order) - 1, 0), dtype=bool)
        for key in keys:
            ordered = key[order]
            same &= ordered[1:] == ordered[:-1]
        again = np.zeros(len(order), dtype=bool)
        again[order[1:][same]] = True
        return again

    def words(self) -> list[NDArray[np.uint64]]:
        """Return the texts as `words_of` does."""
        return words_of(self._texts)

    def whole_numbers(self, most_digits: int) -> tuple[Flags, Ints]:
        """Return which texts are made of digits, at most so many, and their numbers, 0 for others.

        Returns
        -------
        digits : ndarray of bool, shape (n,)
        numbers : ndarray of int64, shape (n,)
        """
        digits, numbers = np.zeros(len(self), dtype=bool), np.zeros(len(self), dtype=np.int64)
        for part in _parts(len(self)):
            letters = _bytes(self._texts[part])
            ends = letters == 0
            digit = (letters >= ord("0")) & (letters <= ord("9"))
            length = letters.shape[1] - ends.sum(axis=1)
            digits[part] = (digit | ends).all(axis=1) & (length > 0) & (length <= most_digits)
        numbers[digits] = self._texts[digits].astype(np.int64)
        return digits, numbers

    def empty(self) -> Flags:
        """Return which texts are empty: ndarray of bool, shape (n,)."""
        found: Flags = self._texts == b""
        return found


def words_of(texts: NDArray[np.bytes_]) -> list[NDArray[np.uint64]]:
    """Return bytes of a fixed width as numbers, which are compared several times faster.

    Parameters
    ----------
    texts : ndarray of bytes, shape (n,)

    Returns
    -------
    list of ndarray of uint64, shape (n,)
        They sort as the texts do, the most important last.
    """
    width = texts.dtype.itemsize
    count = max(-(-width // _WORD), 1)
    words = np.zeros((count, len(texts)), dtype=np.uint64)
    for part in _parts(len(texts)) if width else ():
        padded = np.zeros((part.stop - part.start, count * _WORD), dtype=np.uint8)
        padded[:, :width] = _bytes(texts[part])
        words[:, part] = padded.view(">u8").T
    return list(words[::-1])


def _parts(size: int) -> list[slice]:
    return [slice(start, min(start + _ROWS, size)) for start in range(0, size, _ROWS)]


def _bytes(texts: NDArray[np.bytes_]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(texts).view(np.uint8).reshape(len(texts), -1)
