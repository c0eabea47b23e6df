"""Rounding for print."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: float | Decimal, digits: int = 1) -> str:
    """Round for print: 56.25 becomes 56.3, where Python's own rounding gives 56.2.

    Parameters
    ----------
    value : float or Decimal
        Finite.
    digits : int
        Places after the point.

    Returns
    -------
    str
    """
    rounded = Decimal(str(value)).quantize(Decimal(f"1e{-digits}"), rounding=ROUND_HALF_UP)
    return str(rounded if rounded else abs(rounded))
