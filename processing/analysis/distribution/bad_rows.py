"""Rows of a table in an engine that cannot be used: how many there are, and which come first."""

from dataclasses import dataclass

from ..sql.texts import query

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
    placeless: int
    weightless: int
    zero: int
    negative: int
    least: object = None
    most: object = None

    @property
    def usable(self):
        """Rows that can be used, where none is negative."""
        return self.rows - self.placeless - self.weightless - self.zero


def bad_rows(run, table):
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
    return BadRows(*map(int, counts), least, most)


def first_rows(run, table, reason, most):
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


def empty_groups(run, table, most):
    """Return the values of groups without a row that can be used, at most so many."""
    places = {**table.places(), "weightless": _condition(table, "weightless"), "most": str(most)}
    return [row[0] for row in run(query("empty_groups").substitute(places))]


def _condition(table, reason):
    places = table.places()
    return REASONS[reason].format(infinity=places["infinity"], minus_infinity=places["minus_infinity"])
