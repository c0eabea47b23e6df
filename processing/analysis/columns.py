"""Columns of values as they come from tables: numbers written as text, groups, empty cells."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from .distinct import number_values
from .messages import QT_TRANSLATE_NOOP, AnalysisError
from .text import as_text, is_missing, visible
from .typed_columns import Integers, Texts

if TYPE_CHECKING:
    from .arrays import Array, Floats, Ints, Objects
    from .frames import Column, Values


# Thousands parted by commas, blanks or apostrophes. A point is the mark of decimals, so that a comma is none: 0,5 and
# 773,3 are refused, and with them a column in which the comma is.
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:['’]\d{3})+)(?:\.\d*)?")
_MARKS = re.compile(r"[, '’]")


class Ids(Protocol):
    """What names a row in a message, by its position: any sequence or array."""

    def __getitem__(self, row: Any, /) -> Any: ...


def parse_numbers(values: Column, ids: Ids, field: str, layer: str) -> Floats:
    """Read a column as numbers; through OGR every CSV column is text.

    Parameters
    ----------
    values : (N,) array
        Numbers, `Integers`, or objects or `Texts` such as ``"12.5"``, full-width ``"１２"``, or with thousands
        parted, ``"42,976"``, ``"1 234.5"``.
    ids : (N,) array
        What names a row in a message.
    field, layer : str
        Name of the column and of its layer.

    Returns
    -------
    (N,) float64
        NaN for null and for the signs of yearbooks for nothing (``-``, ``—``, ``…``, ``..``, blank).

    Raises
    ------
    AnalysisError
        On the first text that is not a number.
    """
    if isinstance(values, Texts):
        texts = parse_numbers(values.distinct, _First(values.codes, ids), field, layer)
        return np.append(texts, np.nan)[values.codes]
    if isinstance(values, Integers):
        return np.asarray(values, dtype=float)
    values = np.asarray(values)
    if values.dtype != object:
        return values.astype(float)
    numbers = np.full(values.size, np.nan)
    for i, value in enumerate(values):
        if value is None or (isinstance(value, str) and is_missing(value)):
            continue
        try:
            numbers[i] = _number(value)
        except (TypeError, ValueError):
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a number. "
                    "Correct the cell or choose another field.",
                ),
                layer=layer,
                field=field,
                row=ids[i],
                value=value,
            ) from None
    return numbers


def _number(value: Any) -> float:
    if not isinstance(value, str):
        return float(value)
    text = unicodedata.normalize("NFKC", visible(value)).strip()
    if "_" in text:
        raise ValueError(text)  # Python would read 1_000, which no table means as a number.
    return float(_MARKS.sub("", text) if _GROUPED.fullmatch(text) else text)


def parse_counts(values: Column, ids: Ids, field: str, layer: str) -> Ints:
    """Read a column of how many things a row stands for; empty cells and 0 stand for none.

    Parameters
    ----------
    values, ids, field, layer
        See `parse_numbers`.

    Returns
    -------
    (N,) int64

    Raises
    ------
    AnalysisError
        On the first cell that is not a whole number, or negative.
    """
    numbers = np.nan_to_num(parse_numbers(values, ids, field, layer), nan=0.0)
    wrong = np.flatnonzero((numbers < 0) | (numbers != np.floor(numbers)) | (numbers > 2**53))
    if wrong.size:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”, row {row}: “{value}” is not a count. Enter a whole "
                "number, or choose another field.",
            ),
            layer=layer,
            field=field,
            row=ids[wrong[0]],
            value=f"{numbers[wrong[0]]:g}",
        )
    return numbers.astype(np.int64)


def sum_weights(group: Ints, weights: Array, size: int) -> Floats:
    """Add weights by group: `numpy.bincount`, which tells of its result that it is whole.

    Parameters
    ----------
    group : (N,) int
        From 0 on.
    weights : (N,) float64
    size : int
        How many groups there are.

    Returns
    -------
    (size,) float64
    """
    total: Floats = np.asarray(np.bincount(group, weights, size), dtype=float)
    return total


def sum_by(group: Ints, counts: Ints | int, size: int) -> Ints:
    """Add counts by group.

    Parameters
    ----------
    group : (N,) int
        From 0 on.
    counts : (N,) int64
    size : int
        How many groups there are.

    Returns
    -------
    (size,) int64
        Exact, unlike sums of floating-point numbers.
    """
    total = np.zeros(size, dtype=np.int64)
    np.add.at(total, group, counts)
    return total


def encode(values: Values) -> tuple[Ints, Objects]:
    """Number the distinct values of a column.

    Parameters
    ----------
    values : (N,) array
        Of any kind; of `Texts` no cell is looked at twice, and no object is made for one.

    Returns
    -------
    codes : (N,) int
        −1 for null.
    distinct : (k,) object
    """
    if isinstance(values, Texts):
        return values.codes, values.distinct
    if isinstance(values, Integers):
        codes, (found, distinct) = np.full(len(values), -1), number_values(values.numbers[~values.missing])
        codes[~values.missing] = found
        return codes, distinct
    return number_values(values if isinstance(values, np.ndarray) else np.asarray(values, dtype=object))


def encode_together(*columns: Values) -> tuple[tuple[Ints, ...], Objects]:
    """Number the distinct values of several columns, as `encode` does.

    Returns
    -------
    codes : tuple of (N,) int32, one per column
    distinct : (k,) object
    """
    encoded = [encode(column) for column in columns]
    known, distinct = number_values(np.concatenate([values for _, values in encoded]))
    ends = np.cumsum([len(values) for _, values in encoded])
    parts = tuple(
        np.append(known[end - len(values) : end], -1).astype(np.int32)[codes]
        for (codes, values), end in zip(encoded, ends)
    )
    return parts, distinct


def number_texts(column: Values) -> tuple[Ints, tuple[str, ...]]:
    """Number the texts of a column in text order; cells that say nothing are no text.

    Parameters
    ----------
    column : (N,) array, as `encode` takes it

    Returns
    -------
    number : (N,) int64
        −1 for nothing.
    texts : tuple of str
    """
    number, distinct = encode(column)
    found = ["" if is_missing(value) else as_text(value) for value in distinct]
    texts = sorted(set(found) - {""})
    position = {text: at for at, text in enumerate(texts)}
    return np.array([*(position.get(text, -1) for text in found), -1], dtype=np.int64)[number], tuple(texts)


class Cells:
    """The cells of a column, one at a time; None for null in `Texts`."""

    def __init__(self, column: Values) -> None:
        self._codes, self._values = None, column
        if isinstance(column, Texts):
            self._codes, self._values = column.codes, np.array([*column.distinct, None], dtype=object)

    def __getitem__(self, row: int) -> Any:
        return self._values[row if self._codes is None else self._codes[row]]


def factorise(values: Values) -> tuple[Ints, list[Any]]:
    """Number the groups of a column by first appearance, null last; a text of nothing but blanks is null.

    Parameters
    ----------
    values : (N,) array

    Returns
    -------
    codes : (N,) int64
    groups : list
        Value of each group; None for the group of rows without a value.
    """
    codes, distinct = encode(values)
    codes, blank = codes.astype(np.int64), np.array([not as_text(v) for v in distinct.tolist()], dtype=bool)
    if blank.any():
        codes = np.append(np.where(blank, -1, np.cumsum(~blank) - 1), -1)[codes]
    groups = distinct[~blank].tolist()
    missing = codes < 0
    if missing.any():
        codes[missing] = len(groups)
        groups.append(None)
    return codes, groups


class _First:
    """The id of the first row of each distinct text."""

    def __init__(self, codes: Ints, ids: Ids) -> None:
        self._codes, self._ids = codes, ids

    def __getitem__(self, code: int) -> Any:
        return self._ids[np.argmax(self._codes == code)]


def check_weights(weights: Floats, ids: Ids, field: str, layer: str, times: float = 1) -> None:
    """Raise an `AnalysisError` that names the first row with a negative weight, and where the sum is too large.

    Parameters
    ----------
    weights : (N,) float64
    ids, field, layer
        See `parse_numbers`.
    times : float
        How often the sum of the weights may come together in a figure.
    """
    negative = np.flatnonzero(weights < 0)
    if negative.size:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”, row {row}: the weight {value} is negative. Weights must "
                "not be negative; correct the cell or choose another field.",
            ),
            layer=layer,
            field=field,
            row=ids[negative[0]],
            value=f"{weights[negative[0]]:g}",
        )
    with np.errstate(over="ignore"):
        total = times * weights[np.isfinite(weights)].sum()
    if not np.isfinite(total):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”: the sum of the weights is too large to compute with. "
                "Divide all weights by the same number; only their proportions matter.",
            ),
            layer=layer,
            field=field,
        )
