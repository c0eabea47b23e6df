"""Rows of an input–output table that are sums of others, such as 中间投入合计 and 总投入: no inputs of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..arrays import Floats, Ints, Objects

# Tables are rounded: what a row and the sum of others differ by, in all their cells, as a part of the row.
_ROUNDING = 1e-3
# A single cell is soon the sum of two others.
_LEAST_CELLS = 2


def find_sums(seller: Objects, buyer: Objects, value: Floats) -> list[str]:
    """Find the sellers whose cells are the sums of the rows in front of or behind them.

    Parameters
    ----------
    seller, buyer : (n,) object
        Sectors, in the order of the table.
    value : (n,) float64
        NaN for none.

    Returns
    -------
    list of str
        In the order of the table. A sector that also buys is a sum only if its column is one, too.

    Notes
    -----
    At least two rows make a sum, and at least two of its cells must hold a flow. Rows that are sums are no part of
    further ones. What is the sum of all, in the corner of a row and a column of sums, may be empty.
    """
    sellers, row = _positions(seller)
    buyers, column = _positions(buyer)
    table = np.zeros((len(sellers), len(buyers)))
    np.add.at(table, (row, column), np.nan_to_num(value))
    at = {name: place for place, name in enumerate(buyers)}
    found: set[int] = set()
    for order in (np.arange(len(sellers)), np.arange(len(sellers))[::-1]):
        for number, place in enumerate(order.tolist()):
            own = at.get(sellers[place])
            if place in found or not (own is None or _is_margin(table, own, place)):
                continue
            before = [one for one in order[:number].tolist() if one not in found]
            if _is_sum(table, place, np.array(before, dtype=np.int64), own):
                found.add(place)
    return [sellers[place] for place in sorted(found)]


def _positions(names: Objects) -> tuple[list[str], Ints]:
    distinct = list(dict.fromkeys(names.tolist()))
    place = {name: number for number, name in enumerate(distinct)}
    return distinct, np.array([place[name] for name in names.tolist()], dtype=np.int64)


def _is_sum(table: Floats, place: int, before: Ints, corner: int | None) -> bool:
    """Whether a row is, but for a corner, the sum of the rows right in front of it, of which two at least hold a flow."""
    inside = np.ones(table.shape[1])
    if corner is not None:
        inside[corner] = 0
    row = table[place] * inside
    bound = _ROUNDING * float(np.abs(row).sum())
    if np.count_nonzero(row) < _LEAST_CELLS:
        return False
    largest = int(np.abs(row).argmax())
    nearest = before[::-1]
    near = np.abs(np.cumsum(table[nearest, largest]) - row[largest]) <= bound
    for last in np.flatnonzero(near).tolist():
        parts = table[nearest[: last + 1]] * inside
        if np.abs(parts.sum(0) - row).sum() <= bound and np.count_nonzero(np.abs(parts).sum(1)) > 1:
            return True
    return False


def _is_margin(table: Floats, own: int, place: int) -> bool:
    """Whether a column is the sum of the columns beside it, but for the cell in the row `place`."""
    order = np.arange(table.shape[1])
    return any(_is_sum(table.T, own, before, place) for before in (order[:own], order[:own:-1]))
