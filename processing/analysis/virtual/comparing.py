"""Numbers compared and summed so that every computer, and every order of the rows, gives the same answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..columns import sum_weights

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ..arrays import Array, Floats, Ints

# A billionth: what is closer together than this counts as equal.
TOLERANCE = 1e-9
# How often the sum of all weights may come together in a figure: flow in and out of a region, both ends of a tie, the
# links of both layers.
SUMS_OF_FLOWS = 4
_STEPS = 1e9
# Up to here it is faster to look for the largest one again and again.
_FEW = 8


def scaled(values: Array, largest: ArrayLike | None = None) -> Ints:
    """Return numbers as whole billionths of the largest one; the mathematics library may differ in the last digit.

    Parameters
    ----------
    values : array_like of float, not negative
        NaN counts as 0.
    largest : float or array, optional
        What is compared with; default: the largest of the values.

    Returns
    -------
    ndarray of int64
    """
    values = np.nan_to_num(np.asarray(values, dtype=float))
    if largest is None:
        largest = values.max(initial=0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(np.asarray(largest) > 0, values / largest, 0.0)
    steps: Ints = np.rint(_STEPS * shares).astype(np.int64)
    return steps


def sum_by(index: Ints, values: Array, size: int) -> Floats:
    """Sum values by index, the small ones first: the order of the rows does not show in the last digit.

    Parameters
    ----------
    index : (n,) int
    values : (n,) float
    size : int
        Length of the result.

    Returns
    -------
    (size,) float64
    """
    if not len(values):
        return np.zeros(size)
    order = np.argsort(values, kind="stable")
    return sum_weights(index[order], values[order], size)


def share(part: float | Array, whole: float | Array) -> Floats:
    """Return part/whole, NaN where the whole is nothing."""
    part, whole = np.asarray(part, dtype=float), np.asarray(whole, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, np.nan)


def mean_by(index: Ints, values: Floats, weights: Floats, size: int) -> Floats:
    """Return the weighted mean of values by index, NaN where there is no weight.

    Parameters
    ----------
    index : (n,) int
    values, weights : (n,) float
        Weights as large as a number can be: they are divided by a power of 2 before they are multiplied.
    size : int
        Length of the result.

    Returns
    -------
    (size,) float64
    """
    weights = np.ldexp(weights, -np.frexp(np.max(weights, initial=0.0))[1])
    return share(sum_by(index, weights * values, size), sum_by(index, weights, size))


def ranks_and_shares(order: Ints, values: Floats) -> tuple[Ints, Floats]:
    """Return the rank of rows, and the cumulated share of `values` up to each of them.

    Parameters
    ----------
    order : (k,) int
        Positions of the rows that are ranked, the first row first.
    values : (n,) float

    Returns
    -------
    rank : (n,) int64
        1 … k, 0 for rows that are not ranked.
    cumulated : (n,) float64
        NaN where all values are 0.
    """
    rank, cumulated = np.zeros(len(values), dtype=np.int64), np.zeros(len(values))
    rank[order] = np.arange(1, len(order) + 1)
    sums = np.cumsum(values[order])
    cumulated[order] = share(sums, sums[-1] if len(sums) else 0.0)
    return rank, cumulated


def kth_largest(values: Floats, k: int) -> Floats:
    """Return the k-th largest value of each row, the least one where there are fewer."""
    if k >= values.shape[1]:
        least: Floats = values.min(axis=1)
        return least
    if k > _FEW:
        return np.partition(values, -k, axis=1)[:, -k]
    left, every = values.copy(), np.arange(len(values))
    for _ in range(k - 1):
        left[every, left.argmax(axis=1)] = -np.inf
    largest: Floats = left.max(axis=1)
    return largest
