"""The closest relation between industries of several nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sparse import Pairs, least, products
from .relations import NO_RELATION_COST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Ints
    from .relations import Relations

# A table of this many cells is small: looking up in it is faster than searching.
_SMALL = 1 << 22


class SetCosts:
    """Costs of the best relation between two industries.

    Parameters
    ----------
    relations : Relations
    rows, columns : tuple of tuple of int
        Nodes of the industries of clusters and of belts.
    """

    def __init__(
        self, relations: Relations, rows: tuple[tuple[int, ...], ...], columns: tuple[tuple[int, ...], ...]
    ) -> None:
        self._relations, self._rows, self._columns = relations, rows, columns
        key, cost = least(_parts(relations, rows, columns))
        self._pairs, self._cost = Pairs(max(len(columns), 1), key), cost
        self._table = None
        if len(rows) * len(columns) <= _SMALL:
            self._table = np.full(len(rows) * len(columns), NO_RELATION_COST, dtype=np.int32)
            self._table[key] = cost
            self._table.shape = len(rows), len(columns)

    def at(self, rows: Ints, columns: Ints) -> Ints:
        """Return the costs of pairs of industries; `relations.NO_RELATION_COST` for none.

        Parameters
        ----------
        rows, columns : ndarray of int64
            Positions in the given industries; their shapes are broadcast.

        Returns
        -------
        ndarray of int
        """
        if self._table is not None:
            return self._table[rows, columns]
        place = self._pairs.find(rows, columns)
        return np.where(place >= 0, self._cost[place], NO_RELATION_COST)

    def all(self) -> Ints:
        """Return the costs of all pairs: ndarray of int64, shape (rows, columns)."""
        return self.at(np.arange(len(self._rows))[:, None], np.arange(len(self._columns)))

    def best_nodes(self, row: int, column: int) -> tuple[int, int]:
        """Return the nodes over which two industries are related most closely; of several the smallest codes."""
        nodes = [(c, b) for c in self._rows[row] for b in self._columns[column]]
        if len(nodes) == 1:
            return nodes[0]
        costs = self._relations.costs(*np.array(nodes).T)
        return min(zip(costs.tolist(), nodes))[1]


def _parts(
    relations: Relations, rows: tuple[tuple[int, ...], ...], columns: tuple[tuple[int, ...], ...]
) -> Iterator[tuple[Ints, Ints]]:
    of_row, of_column = _Members(rows, len(relations)), _Members(columns, len(relations))
    clusters, belts = relations.pairs.rows, relations.pairs.columns
    # Only pairs of nodes that occur on both sides make pairs of industries.
    occurring = np.flatnonzero(np.logical_and(of_row.count[clusters], of_column.count[belts]))
    spans_of_rows, spans_of_columns = of_row.spans(clusters[occurring]), of_column.spans(belts[occurring])
    for which, one, other in products(spans_of_rows, spans_of_columns):
        key = of_row.industry[one] * len(columns) + of_column.industry[other]
        yield key, relations.cost[occurring[which]]


class _Members:
    """The industries that each node is part of."""

    def __init__(self, sets: tuple[tuple[int, ...], ...], nodes: int) -> None:
        owner = np.repeat(np.arange(len(sets)), [len(members) for members in sets])
        node = np.array([node for members in sets for node in members], dtype=np.int64)
        self.industry = owner[np.argsort(node, kind="stable")]
        self.count = np.bincount(node, minlength=nodes)
        self._start = np.cumsum(self.count) - self.count

    def spans(self, nodes: Ints) -> tuple[Ints, Ints]:
        return self._start[nodes], self.count[nodes]
