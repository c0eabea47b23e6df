"""How industries stand to one another: the same, within, up or down the chain, related, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sparse import Pairs
from .chain_ways import HOP, LIFT, related_ways, supply_ways
from .relation_kinds import (
    ALONG_EDGES,
    BELT_DOWNSTREAM,
    BELT_UPSTREAM,
    BELT_WITHIN,
    CLUSTER_WITHIN,
    RELATED,
    RELATIONS,
    SAME,
)

MOST_HOPS = 2

_RANK = {relation: rank for rank, relation in enumerate(RELATIONS)}
_RANK_STEP = 8 * HOP
SAME_COST = 0
NO_RELATION_COST = _RANK[SAME] * _RANK_STEP


class Relation(NamedTuple):
    """The relation of two nodes.

    Attributes
    ----------
    name : str
        One of `relation_kinds.RELATIONS`.
    levels : int
        Levels between the two for belonging; along an edge the levels by which it was inherited.
    hops, lift : int
        Edges passed, and levels by which their ends were raised; 0 where no edge is.
    edges : tuple of int
        Positions in `Taxonomy.edges` from upstream to downstream.
    """

    name: str
    levels: int
    hops: int
    lift: int
    edges: tuple


@dataclass(frozen=True)
class Relations:
    """The related pairs of nodes; all others have no relation.

    Attributes
    ----------
    pairs : sparse.Pairs
        (cluster node, belt node).
    cost : ndarray of int64, shape (pairs,)
        Smaller is the closer relation: −rank, hops, lift, levels in one number.
    first_edge, second_edge : ndarray of int32, shape (pairs,)
        Positions in `Taxonomy.edges` from upstream to downstream; −1 where there is none.
    """

    pairs: Pairs
    cost: np.ndarray
    first_edge: np.ndarray
    second_edge: np.ndarray

    def __len__(self):
        return self.pairs.width

    def costs(self, clusters, belts):
        """Return the cost of the relation of nodes (numbers or arrays); `NO_RELATION_COST` for none."""
        place = self.pairs.find(clusters, belts)
        return np.where(place >= 0, self.cost[place], NO_RELATION_COST)

    def ranks(self, clusters, belts):
        """Return the position of the relation of nodes in `relation_kinds.RELATIONS`."""
        return rank_of_cost(self.costs(clusters, belts))

    def of(self, cluster, belt):
        """Return the `Relation` of a cluster node and a belt node."""
        place = self.pairs.place_of(cluster, belt)
        if place < 0:
            return Relation(RELATIONS[0], 0, 0, 0, ())
        cost = int(self.cost[place])
        way = cost % _RANK_STEP
        edges = (int(self.first_edge[place]), int(self.second_edge[place]))
        return Relation(
            RELATIONS[int(rank_of_cost(cost))],
            way % LIFT,
            way // HOP,
            way % HOP // LIFT,
            tuple(edge for edge in edges if edge >= 0),
        )


def relations(taxonomy, max_levels=None, max_hops=1, lift=0):
    """Work out which pairs of nodes are related, and how.

    Parameters
    ----------
    taxonomy : Taxonomy
    max_levels : int, optional
        How many levels a node may lie below another and still belong to it; None: any number.
    max_hops : {1, 2}
        How many edges of supply may follow one another; the direction never turns.
    lift : int
        By how many levels each end of an edge may be raised above it. A raised end holds for that
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
    Belonging comes before chains, and kin are never joined by an edge, even where `max_levels` or a
    node that is too broad keeps them from belonging. Of an upstream and a downstream way the one with
    fewer hops wins, then the one with less lift, then upstream. What supply joins is not merely related.
    Time and memory follow the number of related pairs.
    """
    _check_limits(max_levels, max_hops, lift)
    size = len(taxonomy)
    chained = _chained(supply_ways(taxonomy, max_hops, lift))
    related = _along(related_ways(taxonomy, lift), RELATED)
    related = related.take(~np.isin(related.key, chained.key))
    others = [*_within(taxonomy, max_levels), chained, related]
    broad = [taxonomy.too_broad[part.key // size] | taxonomy.too_broad[part.key % size] for part in others]
    same = _Part.without_edges(np.arange(size, dtype=np.int64) * (size + 1), np.full(size, SAME_COST))
    parts = [same, *(part.take(~left_out) for part, left_out in zip(others, broad))]
    found = _Part(*map(np.concatenate, zip(*parts)))
    found = found.take(np.argsort(found.key))
    edges = (column.astype(np.int32) for column in (found.first_edge, found.second_edge))
    return Relations(Pairs(size, found.key), found.cost, *edges)


class _Part(NamedTuple):
    """Some of the relations, by columns; `key` is cluster node × nodes + belt node."""

    key: np.ndarray
    cost: np.ndarray
    first_edge: np.ndarray
    second_edge: np.ndarray

    @classmethod
    def without_edges(cls, key, cost):
        return cls(key, cost.astype(np.int64), *(np.full(len(key), -1, dtype=np.int64) for _ in range(2)))

    def take(self, chosen):
        return _Part(*(column[chosen] for column in self))


def _within(taxonomy, max_levels):
    """Return what belongs to what, from both sides."""
    pairs, level = taxonomy.levels.pairs, taxonomy.levels.level
    kept = (level > 0) & (level <= (len(taxonomy) if max_levels is None else max_levels))
    below, above, level = pairs.rows[kept], pairs.columns[kept], level[kept].astype(np.int64)
    size = len(taxonomy)
    yield _Part.without_edges(below * size + above, _cost_of_rank(_RANK[CLUSTER_WITHIN]) + level)
    yield _Part.without_edges(above * size + below, _cost_of_rank(_RANK[BELT_WITHIN]) + level)


def _along(ways, relation):
    """Return ways as a relation of the cluster at their beginning and the belt at their end."""
    cost = _cost_of_rank(_RANK[relation]) + ways.cost
    return _Part(ways.pairs.key, cost, ways.first_edge, ways.second_edge)


def _chained(ways):
    """Return the ways of supply as seen from both ends; of two for a pair the better one."""
    down, size = _along(ways, BELT_DOWNSTREAM), ways.pairs.width
    up = _along(ways, BELT_UPSTREAM)._replace(key=ways.pairs.columns * size + ways.pairs.rows)
    both = _Part(*map(np.concatenate, zip(up, down)))
    # Hops before lift, then upstream; levels do not count.
    place = np.tile(ways.cost // LIFT, 2) * 2 + np.repeat([0, 1], len(ways.cost))
    order = np.lexsort((place, both.key))
    both = both.take(order)
    return both.take(np.flatnonzero(np.r_[True, both.key[1:] != both.key[:-1]][: len(both.key)]))


def rank_of_cost(cost):
    """Return the rank of the relation that a cost (number or array) stands for."""
    return _RANK[SAME] - cost // _RANK_STEP


def cost_of_relation(relation):
    """Return the cost of a relation that a person stated: no levels, no lift, a chain of one edge."""
    return _cost_of_rank(_RANK[relation]) + (HOP if relation in ALONG_EDGES else 0)


def _cost_of_rank(rank):
    return (_RANK[SAME] - rank) * _RANK_STEP


def _check_limits(max_levels, max_hops, lift):
    if max_levels is not None and max_levels < 0:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "MAX_LEVELS is {value}, but must be 0 or more, or empty."),
            value=max_levels,
        )
    if not 1 <= max_hops <= MOST_HOPS:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "MAX_HOPS is {value}, but must be 1 or {most}."),
            value=max_hops,
            most=MOST_HOPS,
        )
    if not 0 <= lift <= 100:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "LIFT is {value}, but must be a number from 0 to 100."),
            value=lift,
        )
