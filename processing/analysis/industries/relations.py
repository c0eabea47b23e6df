"""How industries stand to one another: the same, within, up or down the chain, related, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sparse import MOST_AT_ONCE, Pairs, chunks, key_type, spans
from .chain_ways import HOP, LIFT, ChainWays, Ways
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Ints
    from .taxonomy import Taxonomy

MOST_HOPS = 2

Number = TypeVar("Number", "int", "Ints")
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
    edges: tuple[int, ...]


@dataclass(frozen=True)
class Relations:
    """The related pairs of nodes; all others have no relation.

    Attributes
    ----------
    pairs : sparse.Pairs
        (cluster node, belt node).
    cost : ndarray of int32, shape (pairs,)
        Smaller is the closer relation: −rank, hops, lift, levels in one number.
    first_edge, second_edge : ndarray of int32, shape (pairs,)
        Positions in `Taxonomy.edges` from upstream to downstream; −1 where there is none.
    """

    pairs: Pairs
    cost: Ints
    first_edge: Ints
    second_edge: Ints

    def __len__(self) -> int:
        return self.pairs.width

    def costs(self, clusters: Ints | int, belts: Ints | int) -> Ints:
        """Return the cost of the relation of nodes (numbers or arrays); `NO_RELATION_COST` for none."""
        place = self.pairs.find(clusters, belts)
        return np.where(place >= 0, self.cost[place], NO_RELATION_COST)

    def ranks(self, clusters: Ints, belts: Ints) -> Ints:
        """Return the position of the relation of nodes in `relation_kinds.RELATIONS`."""
        return rank_of_cost(self.costs(clusters, belts))

    def of(self, cluster: int, belt: int) -> Relation:
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


def relations(
    taxonomy: Taxonomy, max_levels: int | None = None, max_hops: int = 1, lift: int = 0
) -> Relations:
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
    ways = ChainWays(taxonomy, max_hops, lift)
    kin = _Kin(taxonomy, max_levels)
    rows = [*chunks(ways.work() + kin.work(), MOST_AT_ONCE)] or [slice(0, 0)]
    key, *columns = Ways.joined([_of_rows(taxonomy, ways, kin, part.start, part.stop) for part in rows])
    return Relations(Pairs(len(taxonomy), key), *columns)


def _of_rows(taxonomy: Taxonomy, ways: ChainWays, kin: _Kin, begin: int, end: int) -> Ways:
    """Return the relations of the cluster nodes of some rows; types are as small as they can be."""
    size = len(taxonomy)
    chained = _better(ways.up(begin, end), ways.down(begin, end))
    related = _along(ways.related(begin, end), RELATED)
    related = related.take(~np.isin(related.key, chained.key))
    found = Ways.sorted([*kin.of_rows(begin, end), chained, related])
    row, column = np.divmod(found.key, size)
    found = found.take((row == column) | ~(taxonomy.too_broad[row] | taxonomy.too_broad[column]))
    return Ways(found.key.astype(key_type(size)), *(column.astype(np.int32) for column in found[1:]))


def _better(up: Ways, down: Ways) -> Ways:
    """Return ways of supply as seen from both ends; of two for a pair the better one."""
    both = Ways.joined([_along(up, BELT_UPSTREAM), _along(down, BELT_DOWNSTREAM)])
    # Hops before lift, then upstream, which stands first; levels do not count.
    return both.first_of_each(np.concatenate([up.cost, down.cost]) // LIFT)


def _along(ways: Ways, relation: str) -> Ways:
    return ways._replace(cost=_cost_of_rank(_RANK[relation]) + ways.cost)


class _Kin:
    """What belongs to what, and each node to itself."""

    def __init__(self, taxonomy: Taxonomy, max_levels: int | None) -> None:
        self._levels, self._size = taxonomy.levels, len(taxonomy)
        self._most = self._size if max_levels is None else max_levels

    def work(self) -> Ints:
        """Return how many kin each row has."""
        nodes = np.arange(self._size)
        return self._levels.pairs.spans(nodes)[1] + self._levels.downward.pairs.spans(nodes)[1]

    def of_rows(self, begin: int, end: int) -> Iterator[Ways]:
        """Return the kin of the nodes of some rows as relations without edges."""
        nodes = np.arange(begin, end, dtype=np.int64)
        yield _without_edges(nodes * (self._size + 1), np.full(len(nodes), SAME_COST))
        for table, relation in ((self._levels, CLUSTER_WITHIN), (self._levels.downward, BELT_WITHIN)):
            place = spans(*table.pairs.spans(nodes))
            kept = (table.level[place] > 0) & (table.level[place] <= self._most)
            place = place[kept]
            yield _without_edges(table.pairs.key[place], _cost_of_rank(_RANK[relation]) + table.level[place])


def _without_edges(key: Ints, cost: Ints) -> Ways:
    no_edge = np.full(len(key), -1, dtype=np.int64)
    return Ways(key.astype(np.int64), cost.astype(np.int64), no_edge, no_edge)


def rank_of_cost(cost: Number) -> Number:
    """Return the rank of the relation that a cost (number or array) stands for."""
    return _RANK[SAME] - cost // _RANK_STEP


def cost_of_relation(relation: str) -> int:
    """Return the cost of a relation that a person stated: no levels, no lift, a chain of one edge."""
    return _cost_of_rank(_RANK[relation]) + (HOP if relation in ALONG_EDGES else 0)


def _cost_of_rank(rank: int) -> int:
    return (_RANK[SAME] - rank) * _RANK_STEP


def _check_limits(max_levels: int | None, max_hops: int, lift: int) -> None:
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
