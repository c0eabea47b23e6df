"""How every industry stands to every other: the same, within, up or down the chain, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .relation_kinds import BELT_DOWNSTREAM, BELT_UPSTREAM, BELT_WITHIN, CLUSTER_WITHIN, RELATIONS, SAME

MOST_HOPS = 2

# One number orders chains: hops before lift before levels.
_HOP = 1 << 24
_LIFT = 1 << 12
_RANK_STEP = 8 * _HOP
_NO_WAY = np.int32(np.iinfo(np.int32).max)

_RANK = {relation: rank for rank, relation in enumerate(RELATIONS)}
SAME_COST = 0
NO_RELATION_COST = _RANK[SAME] * _RANK_STEP


@dataclass(frozen=True)
class Relations:
    """The relation of each cluster node (row) to each belt node (column); all arrays are (T, T).

    Attributes
    ----------
    rank : ndarray of int8
        Position in `relation_kinds.RELATIONS`: 6 same … 0 none.
    levels : ndarray of int16
        Levels between the two for belonging; for a chain the levels by which its edges were inherited.
    hops, lift : ndarray of int8
        Edges passed, and levels by which their ends were raised; 0 where the relation is no chain.
    first_edge, second_edge : ndarray of int32
        Positions in `Taxonomy.edges` from upstream to downstream; −1 where there is none.
    cost : ndarray of int32
        Smaller is the closer relation: −rank, hops, lift, levels in one number.
    """

    rank: np.ndarray
    levels: np.ndarray
    hops: np.ndarray
    lift: np.ndarray
    first_edge: np.ndarray
    second_edge: np.ndarray
    cost: np.ndarray


@dataclass(frozen=True)
class _Chains:
    """Ways from an upstream node (row) down to a downstream node (column)."""

    cost: np.ndarray
    first_edge: np.ndarray
    second_edge: np.ndarray


def relations(taxonomy, max_levels=None, max_hops=1, lift=0):
    """Work out the relation of all pairs of nodes.

    Parameters
    ----------
    taxonomy : Taxonomy
    max_levels : int, optional
        How many levels a node may lie below another and still belong to it; None: any number.
    max_hops : {1, 2}
        How many chain edges may follow one another; the direction never turns.
    lift : int
        By how many levels each end of a chain may be raised above the edge. A raised end holds for that
        ancestor alone.

    Returns
    -------
    Relations

    Raises
    ------
    AnalysisError
        If a limit is out of its range.

    Notes
    -----
    Belonging comes before chains, and kin are never joined by a chain, even where `max_levels` or a
    node that is too broad keeps them from belonging. Of an upstream and a downstream way the one with
    fewer hops wins, then the one with less lift, then upstream.
    """
    _check_limits(max_levels, max_hops, lift)
    levels = taxonomy.levels
    kin = (levels >= 0) | (levels.T >= 0)
    chains = _chains(taxonomy, kin, max_hops, lift)

    upstream, downstream = chains.cost.T, chains.cost
    is_up = upstream // _LIFT <= downstream // _LIFT
    way = np.where(is_up, upstream, downstream)
    rank = np.where(is_up, _RANK[BELT_UPSTREAM], _RANK[BELT_DOWNSTREAM]).astype(np.int8)
    rank[way == _NO_WAY] = 0
    first = np.where(is_up, chains.first_edge.T, chains.first_edge)
    second = np.where(is_up, chains.second_edge.T, chains.second_edge)

    limit = np.iinfo(np.int16).max if max_levels is None else max_levels
    within = (levels > 0) & (levels <= limit)
    rank[within] = _RANK[CLUSTER_WITHIN]
    rank[within.T] = _RANK[BELT_WITHIN]
    rank[taxonomy.too_broad, :] = 0
    rank[:, taxonomy.too_broad] = 0
    np.fill_diagonal(rank, _RANK[SAME])

    chained = (rank == _RANK[BELT_UPSTREAM]) | (rank == _RANK[BELT_DOWNSTREAM])
    way = np.where(chained, way, 0).astype(np.int32)
    steps = np.where(chained, way % _LIFT, np.where(rank > 0, np.maximum(levels, levels.T), 0))
    below_same = _RANK[SAME] - rank.astype(np.int32)
    hops, lifted = way // _HOP, way % _HOP // _LIFT
    return Relations(
        rank=rank,
        levels=steps.astype(np.int16),
        hops=hops.astype(np.int8),
        lift=lifted.astype(np.int8),
        first_edge=np.where(chained, first, -1).astype(np.int32),
        second_edge=np.where(chained, second, -1).astype(np.int32),
        cost=(below_same * _RANK_STEP + way // _LIFT * _LIFT + steps).astype(np.int32),
    )


def rank_of_cost(cost):
    """Return the rank of the relation that a cost (number or array) stands for."""
    return _RANK[SAME] - cost // _RANK_STEP


def cost_of_relation(relation):
    """Return the cost of a relation that a person stated: no levels, no lift, a chain of one edge."""
    rank = _RANK[relation]
    chain = rank in (_RANK[BELT_UPSTREAM], _RANK[BELT_DOWNSTREAM])
    return (_RANK[SAME] - rank) * _RANK_STEP + (_HOP if chain else 0)


def _check_limits(max_levels, max_hops, lift):
    if max_levels is not None and max_levels < 0:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "MAX_LEVELS is {value}: give 0 or more, or leave it empty."),
            value=max_levels,
        )
    if not 1 <= max_hops <= MOST_HOPS:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "MAX_HOPS is {value}: give 1 or {most}."),
            value=max_hops,
            most=MOST_HOPS,
        )
    if not 0 <= lift <= 100:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "LIFT is {value}: give a number from 0 to 100."), value=lift
        )


def _chains(taxonomy, kin, max_hops, lift):
    """Find the cheapest way between any two nodes that are not kin."""
    ways = _one_hop(taxonomy, kin, lift, lift)
    if max_hops == 1 or not taxonomy.edges:
        return ways
    # Only the outer ends may be raised: a raised middle would join two industries through their parent.
    first, second = _one_hop(taxonomy, kin, lift, 0), _one_hop(taxonomy, kin, 0, lift)
    for middle in range(len(taxonomy)):
        above = np.flatnonzero(first.cost[:, middle] < _NO_WAY)
        below = np.flatnonzero(second.cost[middle] < _NO_WAY)
        if not above.size or not below.size:
            continue
        block = np.ix_(above, below)
        cost = first.cost[above, middle][:, None] + second.cost[middle, below][None, :]
        better = (cost < ways.cost[block]) & ~kin[block]
        _improve(ways.cost, block, better, cost)
        _improve(ways.first_edge, block, better, first.first_edge[above, middle][:, None])
        _improve(ways.second_edge, block, better, second.first_edge[middle, below][None, :])
    return ways


def _one_hop(taxonomy, kin, lift_up, lift_down):
    """Pass each edge on to the descendants of its ends, and to ancestors within the lift."""
    shape = (len(taxonomy), len(taxonomy))
    ways = _Chains(np.full(shape, _NO_WAY), np.full(shape, -1, np.int32), np.full(shape, -1, np.int32))
    for number, edge in enumerate(taxonomy.edges):
        ups, up_cost = _ends(taxonomy.levels, edge.upstream, lift_up)
        downs, down_cost = _ends(taxonomy.levels, edge.downstream, lift_down)
        block = np.ix_(ups, downs)
        cost = _HOP + up_cost[:, None] + down_cost[None, :]
        better = (cost < ways.cost[block]) & ~kin[block]
        _improve(ways.cost, block, better, cost)
        _improve(ways.first_edge, block, better, number)
    return ways


def _ends(levels, node, lift):
    """Return the nodes at which an edge with this end holds, and what each adds to the cost."""
    below = levels[:, node].astype(np.int32)
    above = levels[node].astype(np.int32)
    cost = np.where(below >= 0, below, _NO_WAY)
    cost = np.where((above > 0) & (above <= lift), above * _LIFT, cost)
    nodes = np.flatnonzero(cost < _NO_WAY)
    return nodes, cost[nodes]


def _improve(array, block, better, values):
    array[block] = np.where(better, values, array[block])
