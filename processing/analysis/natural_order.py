"""The order of identifiers that people expect: 2 before 10, and no surprise with the computer's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .arrays import Array, Flags, Ints

from .identifiers import Identifiers
from .text import as_text
from .typed_columns import Texts

_WIDEST = 64
_MOST_DIGITS = 18


def natural_order(values: Any, first: Any = None) -> Ints:
    """Return the positions that sort identifiers.

    Parameters
    ----------
    values : array_like, Texts or Identifiers, shape (n,)
        Integers come first in the order of their numbers (as text, too, up to 18 digits), then all other
        texts by code point, then nothing (None, NaN).
    first : array_like of int, shape (n,), optional
        Sorted by before the identifiers.

    Returns
    -------
    ndarray of int64, shape (n,)
        Equal identifiers keep their order.

    Notes
    -----
    Comparing two identifiers as numbers only if both are would give no order at all (2 < 10 < 1a < 2);
    so the kind comes first.
    """
    keys: list[Any]
    if isinstance(values, Identifiers):
        digits, numbers = values.whole_numbers(_MOST_DIGITS)
        keys = [*values.words(), numbers, _kinds(digits, values.empty())]
    elif isinstance(values, Texts):
        nothing = np.array([""], dtype=object)
        keys = [key[values.codes] for key in _text_keys(np.concatenate([values.distinct, nothing]))]
    else:
        values = np.asarray(values)
        keys = [values] if values.dtype.kind in "iu" else _text_keys(values)
    if first is not None:
        keys.append(np.asarray(first))
    order: Ints = np.lexsort(keys)
    return order


def _text_keys(values: Array) -> list[Array]:
    """Return the sort keys of identifiers that are not numbers by type, least important first."""
    if not set(map(type, values)) <= {str}:
        values = np.array([value if type(value) is str else as_text(value) for value in values], dtype=object)
    lengths = np.fromiter(map(len, values), np.int64, len(values))
    narrow = lengths.max(initial=0) <= _WIDEST
    texts = values.astype("U") if narrow else np.unique(values, return_inverse=True)[1]
    digits = np.fromiter(map(str.isdecimal, values), bool, len(values)) & (lengths <= _MOST_DIGITS)
    numbers = np.zeros(len(values), dtype=np.int64)
    if digits.any():
        numbers[digits] = [int(text) for text in values[digits]]
    return [texts, numbers, _kinds(digits, lengths == 0)]


def _kinds(digits: Flags, empty: Flags) -> NDArray[np.int8]:
    return np.where(empty, 2, np.where(digits, 0, 1)).astype(np.int8)
