"""Rows of a table in an engine that cannot be used: how many there are, and which come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..sql.tables import LEAST_WEIGHT
from ..sql.texts import query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..sql.tables import Table
    from ..sql.texts import Run

# Conditions on columns `w` and `placed`.
_WEIGHTLESS = "placed AND (w IS NULL OR NOT (w > {minus_infinity} AND w < {infinity}))"
REASONS = {
    "placed": "placed",
    "placeless": "NOT placed",
    "weightless": _WEIGHTLESS,
    "zero": "placed AND w = 0",
    "negative": "w < 0 AND w > {minus_infinity}",
}


@dataclass(frozen=True)
class BadRows:
    """Numbers of rows: all, those without a place, without a weight, of weight zero, of negative weight.

    Attributes
    ----------
    rows, placeless, weightless, zero, negative : int
    least, most : float or None
        The smallest and the largest weight that can be used; None where there is none.
    """

    rows: int
    placeless: int = 0
    weightless: int = 0
    zero: int = 0
    negative: int = 0
    least: float | None = None
    most: float | None = None

    @property
    def can_be_squared(self) -> bool:
        """Whether an engine can add the squares of the weights."""
        if self.least is None or self.most is None:
            return True
        return self.least > LEAST_WEIGHT and self.most < 1.0 / LEAST_WEIGHT

    @property
    def usable(self) -> int:
        """Rows that can be used, where none is negative."""
        return self.rows - self.placeless - self.weightless - self.zero


def bad_rows(run: Run, table: Table) -> BadRows:
    """Count the rows of a table that cannot be used.

    Parameters
    ----------
    run : callable
        Takes a query, returns its rows.
    table : analysis.sql.tables.Table

    Returns
    -------
    BadRows
    """
    places = {**table.places(), "weightless": _condition(table, "weightless")}
    *counts, least, most = run(query("bad_rows").substitute(places))[0]
    rows, placeless, weightless, zero, negative = map(int, counts)
    return BadRows(rows, placeless, weightless, zero, negative, least, most)


def first_rows(run: Run, table: Table, reason: str, most: int) -> Sequence[Sequence[Any]]:
    """Name the first rows of which a condition holds.

    Parameters
    ----------
    run, table
        As given to `bad_rows`.
    reason : str
        The condition, one of `REASONS`.
    most : int

    Returns
    -------
    list of (key, weight)
    """
    places = {**table.named_rows(), "only": _condition(table, reason), "most": str(most)}
    return run(query("first_rows").substitute(places))


def _condition(table: Table, reason: str) -> str:
    places = table.places()
    return REASONS[reason].format(infinity=places["infinity"], minus_infinity=places["minus_infinity"])
