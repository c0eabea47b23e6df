"""What industries need: a chain edge is a need of its downstream node and of what lies under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..industries.chains import SUPPLY
from ..messages import QT_TRANSLATE_NOOP, AnalysisError

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..industries.chains import Edge
    from ..industries.taxonomy import Taxonomy
    from .blocks import Blocks

BY_SUPPLY, EQUAL = COEFFICIENTS = ("supply", "equal")


@dataclass(frozen=True)
class Needs:
    """Needs in the order of their nodes, then of their edges.

    Attributes
    ----------
    node : (N,) int64
        The industry that needs, as a position in the taxonomy.
    edge : (N,) int64
        Position in `Taxonomy.edges`.
    suppliers : (N,) int64
        Position in `sets`.
    sets : tuple of tuple of int
        Nodes that serve; each distinct set once.
    """

    node: Ints
    edge: Ints
    suppliers: Ints
    sets: tuple[tuple[int, ...], ...]

    def __len__(self) -> int:
        return len(self.node)


def find_needs(taxonomy: Taxonomy, lift: int = 0) -> Needs:
    """Work out the needs of all industries.

    Parameters
    ----------
    taxonomy : Taxonomy
    lift : int
        By how many levels each end of an edge may be raised; a raised end holds for that ancestor alone.

    Returns
    -------
    Needs

    Raises
    ------
    AnalysisError
        If the taxonomy has no chain edges of supply.

    Notes
    -----
    Suppliers are the nodes at or under the upstream end that are not kin of the node that needs. A node that is
    too broad neither needs nor serves.
    """
    rows: list[tuple[int, int, int]] = []
    sets: dict[tuple[int, ...], int] = {}
    for number, edge in _supply_edges(taxonomy):
        serving = _ends(taxonomy, edge.upstream, lift)
        for node in _ends(taxonomy, edge.downstream, lift):
            suppliers = without_kin(taxonomy, serving, node)
            if suppliers:
                rows.append((node, number, sets.setdefault(suppliers, len(sets))))
    columns = np.array(sorted(rows), dtype=np.int64).reshape(-1, 3).T
    return Needs(columns[0], columns[1], columns[2], tuple(sets))


@dataclass(frozen=True)
class Outlets:
    """Chain edges as seen from their upstream end, in the order of the taxonomy's edges.

    Attributes
    ----------
    edge : (E,) int64
    suppliers, customers : (E,) int64
        Positions in `supplying` and `needing`.
    supplying, needing : tuple of tuple of int
        Nodes at the two ends.
    """

    edge: Ints
    suppliers: Ints
    customers: Ints
    supplying: tuple[tuple[int, ...], ...]
    needing: tuple[tuple[int, ...], ...]


def find_outlets(taxonomy: Taxonomy, lift: int = 0) -> Outlets:
    """Return for each edge who delivers along it, and who could take it; see `find_needs`."""
    rows: list[tuple[int, ...]] = []
    supplying: dict[tuple[int, ...], int] = {}
    needing: dict[tuple[int, ...], int] = {}
    for number, edge in _supply_edges(taxonomy):
        suppliers = without_kin(taxonomy, _ends(taxonomy, edge.upstream, lift), edge.downstream)
        customers = _ends(taxonomy, edge.downstream, lift)
        if suppliers and customers:
            to = supplying.setdefault(suppliers, len(supplying)), needing.setdefault(customers, len(needing))
            rows.append((number, *to))
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Outlets(columns[0], columns[1], columns[2], tuple(supplying), tuple(needing))


def coefficients(needs: Needs, by: str, supply: Floats, weights: Floats | None) -> Floats:
    """Return the share of each need in all needs of its industry.

    Parameters
    ----------
    needs : Needs
    by : {'supply', 'equal'}
    supply : (sets,) float
        Total weight that serves each set of `needs`.
    weights : (edges,) float or None
        Weights of the chain edges (`industries.edge_weights`); they prevail over `by`.

    Returns
    -------
    (N,) float64
        Sums to 1 for each node, or all 0 where nobody serves any of its needs.
    """
    if weights is not None:
        raw = weights[needs.edge]
    elif by == EQUAL:
        raw = np.ones(len(needs))
    else:
        raw = supply[needs.suppliers]
    total = np.bincount(needs.node, raw)[needs.node]
    return np.divide(raw, total, out=np.zeros(len(needs)), where=total > 0)


def nothing_needed(demand: Blocks, taxonomy: Taxonomy) -> AnalysisError:
    """Return the error of members whose industries need nothing; it names those."""
    nodes = np.unique(demand.node)
    return AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "No row has needs: no chain edge leads to these industries: {codes}. Give CHAINS with such "
            "edges.",
        ),
        codes=", ".join(taxonomy.codes[node] for node in nodes[:10]) + (" …" if len(nodes) > 10 else ""),
    )


def without_kin(taxonomy: Taxonomy, nodes: tuple[int, ...], node: int) -> tuple[int, ...]:
    """Return those of some nodes that neither lie under `node` nor above it."""
    kin = taxonomy.levels.kin(np.array(nodes, dtype=np.int64), node)
    return tuple(other for other, is_kin in zip(nodes, kin.tolist()) if not is_kin)


def _supply_edges(taxonomy: Taxonomy) -> list[tuple[int, Edge]]:
    edges = [(number, edge) for number, edge in enumerate(taxonomy.edges) if edge.kind == SUPPLY]
    if not edges:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The taxonomy has no chains, so no industry needs another: give CHAINS with supply edges.",
            )
        )
    return edges


def _ends(taxonomy: Taxonomy, node: int, lift: int) -> tuple[int, ...]:
    """Return the nodes at which an edge with this end holds, but for those that are too broad."""
    (below, _), (above, levels) = taxonomy.levels.below(node), taxonomy.levels.above(node)
    held = np.concatenate([below, above[(levels > 0) & (levels <= lift)]])
    return tuple(np.sort(held[~taxonomy.too_broad[held]]).tolist())
