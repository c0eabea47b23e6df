"""Chains from an input–output table: who buys much of whom, by technical coefficients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .chains import SUPPLY

if TYPE_CHECKING:
    from ..arrays import Floats, Ints, Objects
    from .taxonomy import Taxonomy

_STEPS = 1e9


@dataclass(frozen=True)
class SectorFlows:
    """An input–output table.

    Attributes
    ----------
    sectors : tuple of str
        As they are written.
    source, target : (n,) int64
        Delivering and buying sector of each flow.
    value : (n,) float64
        Above 0.
    total : (sectors,) float64 or None
        Total input of each sector; None: the sum of what it buys from the sectors.
    """

    sectors: tuple[str, ...]
    source: Ints
    target: Ints
    value: Floats
    total: Floats | None = None


@dataclass(frozen=True)
class Cut:
    """Which coefficients become edges.

    Attributes
    ----------
    threshold : float
        Least coefficient.
    top : int
        Edges of each buying industry at most; 0: all.
    """

    threshold: float = 0.01
    top: int = 0

    def __post_init__(self) -> None:
        if not self.threshold >= 0 or self.top < 0:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt", "THRESHOLD is {threshold} and TOP is {top}, but both must be 0 or more."
                ),
                threshold=self.threshold,
                top=self.top,
            )


@dataclass(frozen=True)
class Chains:
    """Edges, and what was left out.

    Attributes
    ----------
    table : Table
        ``upstream``, ``downstream``, ``note``, ``kind``, ``weight``, ``value``, ``rank``; by downstream, then rank.
    share : float
        Part of the flow between industries that the edges carry; NaN where there is none.
    circular : tuple of (str, str)
        Edges that were left out because they close a circle.
    """

    table: Table
    share: float
    circular: tuple[tuple[str, str], ...]


def find_chains(
    flows: SectorFlows, nodes: list[tuple[int, ...]], taxonomy: Taxonomy, cut: Cut | None = None
) -> Chains:
    """Find the chain edges of an input–output table.

    Parameters
    ----------
    flows : SectorFlows
    nodes : sequence of tuple of int
        Nodes of the taxonomy that each sector stands for; () for none. A sector of several is divided equally.
    taxonomy : Taxonomy
    cut : Cut, optional

    Returns
    -------
    Chains

    Notes
    -----
    The technical coefficient is z/x: what an industry buys of another, over all its inputs. W. Leontief (1936), Review of
    Economics and Statistics 18, 105–125. Flows between kin are no chain. Input–output tables run in circles and chains
    must not: edges are taken in the order of their coefficients, and one that closes a circle is left out.
    """
    cut = cut or Cut()
    upstream, downstream, value = _by_node(flows, nodes)
    total = _totals(flows, nodes, len(taxonomy))
    apart = ~taxonomy.levels.kin(upstream, downstream)
    upstream, downstream, value = upstream[apart], downstream[apart], value[apart]
    weight = np.divide(value, total[downstream], out=np.zeros(len(value)), where=total[downstream] > 0)
    order = np.lexsort((upstream, -np.rint(_STEPS * weight), downstream))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - np.searchsorted(downstream[order], downstream[order]) + 1
    large = np.flatnonzero((weight >= cut.threshold) & (weight > 0))
    acyclic, circular = _without_circles(large, upstream, downstream, weight, cut.top)
    acyclic = acyclic[np.lexsort((rank[acyclic], downstream[acyclic]))]
    codes = np.array(taxonomy.codes, dtype=object)
    notes = _notes(flows, nodes, len(taxonomy))
    table = Table(
        {
            "upstream": codes[upstream[acyclic]],
            "downstream": codes[downstream[acyclic]],
            "note": notes[upstream[acyclic]],
            "kind": np.full(len(acyclic), SUPPLY, dtype=object),
            "weight": weight[acyclic],
            "value": value[acyclic],
            "rank": rank[acyclic],
        }
    )
    carried = float(value[acyclic].sum()) / float(value.sum()) if value.sum() > 0 else float("nan")
    pairs = tuple((codes[upstream[at]], codes[downstream[at]]) for at in circular)
    return Chains(table, carried, pairs)


def _by_node(flows: SectorFlows, nodes: list[tuple[int, ...]]) -> tuple[Ints, Ints, Floats]:
    """Return the flows between nodes, each pair once."""
    sums: dict[tuple[int, int], list[float]] = {}
    for source, target, value in zip(flows.source.tolist(), flows.target.tolist(), flows.value.tolist()):
        givers, takers = nodes[source], nodes[target]
        for giver in givers:
            for taker in takers:
                sums.setdefault((giver, taker), []).append(value / len(givers) / len(takers))
    pairs = sorted(sums)
    value = np.array([sum(sorted(sums[pair])) for pair in pairs])
    upstream, downstream = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return upstream, downstream, value


def _totals(flows: SectorFlows, nodes: list[tuple[int, ...]], size: int) -> Floats:
    """Return the total input of each node."""
    bought = np.bincount(flows.target, flows.value, len(flows.sectors))
    total = np.zeros(size)
    for of, value in zip(nodes, (bought if flows.total is None else flows.total).tolist()):
        for node in of:
            total[node] += value / len(of)
    return total


def _without_circles(
    rows: Ints, upstream: Ints, downstream: Ints, weight: Floats, top: int
) -> tuple[Ints, list[int]]:
    """Return the rows that run in no circle, so many of each buyer, the largest first, and those that would run in one."""
    order = rows[np.lexsort((upstream[rows], downstream[rows], -np.rint(_STEPS * weight[rows])))]
    reached: dict[int, int] = {}
    counts: dict[int, int] = {}
    kept: list[int] = []
    circular: list[int] = []
    for row in order.tolist():
        up, down = int(upstream[row]), int(downstream[row])
        if top and counts.get(down, 0) >= top:
            continue
        beyond = reached.get(down, 0) | 1 << down
        if beyond >> up & 1:
            circular.append(row)
            continue
        kept.append(row)
        counts[down] = counts.get(down, 0) + 1
        for node in [up, *(other for other, reach in reached.items() if reach >> up & 1)]:
            reached[node] = reached.get(node, 0) | beyond
    return np.array(kept, dtype=np.int64), circular


def _notes(flows: SectorFlows, nodes: list[tuple[int, ...]], size: int) -> Objects:
    """Return the sectors of each node, as they are written."""
    named: list[list[str]] = [[] for _ in range(size)]
    for sector, of in zip(flows.sectors, nodes):
        for node in of:
            named[node].append(sector)
    return np.array([*("; ".join(sectors) or None for sectors in named), None], dtype=object)[:-1]
