"""Ways from one industry to another along chain edges, which hold for all that lies under their ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..sparse import Pairs, least, products, spans
from .chains import RELATED, SUPPLY

# One number orders ways: hops before lift before levels.
HOP = 1 << 24
LIFT = 1 << 12


@dataclass(frozen=True)
class Ways:
    """The cheapest way between each two nodes that have one.

    Attributes
    ----------
    pairs : sparse.Pairs
        (upstream node, downstream node); where edges have no direction, both ways round.
    cost : ndarray of int64, shape (pairs,)
        hops × `HOP` + lift × `LIFT` + levels.
    first_edge, second_edge : ndarray of int64, shape (pairs,)
        Positions in `Taxonomy.edges` from upstream to downstream; −1 where there is no second.
    """

    pairs: Pairs
    cost: np.ndarray
    first_edge: np.ndarray
    second_edge: np.ndarray

    def take(self, chosen):
        """Return the chosen ways, which stay in their order."""
        pairs = Pairs(self.pairs.width, self.pairs.key[chosen])
        return Ways(pairs, self.cost[chosen], self.first_edge[chosen], self.second_edge[chosen])


def supply_ways(taxonomy, max_hops, lift):
    """Find the ways down the chain between nodes that are not kin.

    Parameters
    ----------
    taxonomy : Taxonomy
    max_hops : {1, 2}
        How many edges may follow one another.
    lift : int
        By how many levels each end may be raised above the edge.

    Returns
    -------
    Ways
    """
    direct = _one_hop(taxonomy, SUPPLY, lift, lift)
    if max_hops == 1:
        return direct
    # Only the outer ends may be raised: a raised middle would join two industries through their parent.
    first, second = _one_hop(taxonomy, SUPPLY, lift, 0), _one_hop(taxonomy, SUPPLY, 0, lift)
    longer = _joined(taxonomy, first, second)
    # A way of one hop is cheaper than any of two.
    longer = longer.take(direct.pairs.find(longer.pairs.rows, longer.pairs.columns) < 0)
    order = np.argsort(np.concatenate([direct.pairs.key, longer.pairs.key]))
    key, cost, first_edge, second_edge = (
        np.concatenate(both)[order]
        for both in (
            (direct.pairs.key, longer.pairs.key),
            (direct.cost, longer.cost),
            (direct.first_edge, longer.first_edge),
            (direct.second_edge, longer.second_edge),
        )
    )
    return Ways(Pairs(len(taxonomy), key), cost, first_edge, second_edge)


def related_ways(taxonomy, lift):
    """Find the ways over one edge without direction between nodes that are not kin; see `supply_ways`."""
    return _one_hop(taxonomy, RELATED, lift, lift)


def _one_hop(taxonomy, kind, lift_up, lift_down):
    """Pass each edge on to the descendants of its ends, and to ancestors within the lift."""
    numbers = np.array([i for i, edge in enumerate(taxonomy.edges) if edge.kind == kind], dtype=np.int64)
    ends = np.array([(e.upstream, e.downstream) for e in taxonomy.edges], dtype=np.int64).reshape(-1, 2)
    size, count = len(taxonomy), max(len(taxonomy.edges), 1)
    ups = _Ends(taxonomy.levels, ends[numbers, 0], lift_up)
    downs = _Ends(taxonomy.levels, ends[numbers, 1], lift_down)

    def parts():
        for which, one, other in products(ups.spans, downs.spans):
            up, down = ups.node[one], downs.node[other]
            cost = HOP + ups.cost[one] + downs.cost[other]
            kept = ~taxonomy.levels.kin(up, down)
            up, down, value = up[kept], down[kept], (cost * count + numbers[which])[kept]
            yield up * size + down, value
            if kind == RELATED:
                yield down * size + up, value

    key, value = least(parts())
    return Ways(Pairs(size, key), value // count, value % count, np.full(len(key), -1, dtype=np.int64))


class _Ends:
    """The nodes at which edges with some ends hold, and what each adds to the cost.

    `spans` says where those of each edge begin in `node` and `cost`, and how many there are.
    """

    def __init__(self, levels, ends, lift):
        distinct, which = np.unique(ends, return_inverse=True)
        start, length = levels.downward.pairs.spans(distinct)
        below = spans(start, length)
        owner = np.repeat(np.arange(len(distinct)), length)
        start, length = levels.pairs.spans(distinct)
        above = spans(start, length)
        raised = (levels.level[above] > 0) & (levels.level[above] <= lift)
        above, raised_owner = above[raised], np.repeat(np.arange(len(distinct)), length)[raised]
        owners = np.concatenate([owner, raised_owner])
        order = np.argsort(owners, kind="stable")
        nodes = levels.downward.pairs.columns[below], levels.pairs.columns[above]
        costs = levels.downward.level[below], levels.level[above].astype(np.int64) * LIFT
        self.node, self.cost = (np.concatenate(both)[order] for both in (nodes, costs))
        count = np.bincount(owners, minlength=len(distinct))
        begin = np.cumsum(count) - count
        self.spans = begin[which], count[which]


def _joined(taxonomy, first, second):
    """Join the ways that end in a node with those that begin in it."""
    size = len(taxonomy)
    by_end = np.argsort(first.pairs.columns, kind="stable")
    middles = np.arange(size)
    end = first.pairs.columns[by_end]
    start = np.searchsorted(end, middles)
    arriving = start, np.searchsorted(end, middles, side="right") - start
    leaving = second.pairs.spans(middles)

    def parts():
        for middle, one, other in products(arriving, leaving):
            one = by_end[one]
            up, down = first.pairs.rows[one], second.pairs.columns[other]
            cost = first.cost[one] + second.cost[other]
            kept = ~taxonomy.levels.kin(up, down)
            yield (up * size + down)[kept], (cost * size + middle)[kept]

    key, value = least(parts())
    pairs, middle = Pairs(size, key), value % size
    return Ways(
        pairs,
        value // size,
        first.first_edge[first.pairs.find(pairs.rows, middle)],
        second.first_edge[second.pairs.find(middle, pairs.columns)],
    )
