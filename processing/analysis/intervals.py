"""How sure a rate is, and whether rates differ: Wilson's interval, Kish's number, the χ² test."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .arrays import Floats, Ints

# Two-sided 95 % of the normal distribution.
Z95 = 1.959963984540054


def wilson(count: float | Floats, total: float | Floats) -> tuple[float | Floats, float | Floats]:
    """Return Wilson's two-sided 95 % interval of a share.

    Parameters
    ----------
    count, total : float or array
        Hits and trials; they may be weights.

    Returns
    -------
    low, high : float or array
        Fractions; NaN where `total` is 0.

    Notes
    -----
    E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212.
    """
    count, total = np.asarray(count, dtype=float), np.asarray(total, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        share, spread = count / total, Z95 * Z95 / total
        middle = share + spread / 2
        half = Z95 * np.sqrt(share * (1 - share) / total + spread / (4 * total))
        low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    low = np.where(total > 0, np.where(count == 0, 0.0, low), np.nan)
    high = np.where(total > 0, np.where(count == total, 1.0, high), np.nan)
    return (low, high) if low.ndim else (float(low), float(high))


def effective_number(weights: Floats, counts: Ints | int = 1) -> float:
    """Return how many rows of equal weight tell as much as these: (Σw)² / Σw².

    Parameters
    ----------
    weights : ndarray of float
        Not negative.
    counts : ndarray of int, optional
        How many rows share each weight equally.

    Returns
    -------
    float
        0 where all weights are 0.

    Notes
    -----
    L. Kish (1965), Survey Sampling, Wiley, New York.
    """
    largest = float(np.max(weights, initial=0.0))
    if not largest:
        return 0.0
    # Only their proportions matter, and squares of large or tiny weights are no numbers any more. Divided by a power
    # of two they keep all their digits, so that whole numbers give whole numbers.
    weights, counts = np.broadcast_arrays(np.ldexp(weights, -math.frexp(largest)[1]), counts)
    some = weights > 0
    return float(np.sum(weights)) ** 2 / float(np.sum(weights[some] ** 2 / counts[some]))


def equal_rates(counts: Ints) -> tuple[float, int, float]:
    """Test whether the rows of a table of counts have the same shares (Pearson's χ²).

    Parameters
    ----------
    counts : ndarray, shape (classes, outcomes)

    Returns
    -------
    statistic : float
    freedom : int
        Degrees of freedom, of the rows and columns that are not empty.
    p : float
        NaN where there is nothing to compare.

    Notes
    -----
    Karl Pearson (1900), Philosophical Magazine 50, 157–175. Rows of one city are not independent of each
    other, so the p-value is a guide and no proof.
    """
    counts = np.asarray(counts, dtype=float)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    freedom = (counts.shape[0] - 1) * (counts.shape[1] - 1) if counts.size else 0
    if freedom < 1:
        return float("nan"), 0, float("nan")
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0) / counts.sum()
    statistic = float(((counts - expected) ** 2 / expected).sum())
    return statistic, freedom, chi_square_tail(statistic, freedom)


def chi_square_tail(statistic: float, freedom: int) -> float:
    """Return the probability that a χ² variable exceeds `statistic`."""
    half = statistic / 2
    if freedom % 2 == 0:
        terms = (
            i * math.log(half) - math.lgamma(i + 1) if half else -math.inf for i in range(1, freedom // 2)
        )
        return math.exp(-half) + sum(math.exp(term - half) for term in terms)
    if not half:
        return 1.0
    terms = ((i - 0.5) * math.log(half) - math.lgamma(i + 0.5) for i in range(1, freedom // 2 + 1))
    return math.erfc(math.sqrt(half)) + sum(math.exp(term - half) for term in terms)
