"""Ways from one industry to another along chain edges, which hold for all that lies under their ends.

Ways are worked out for some rows at a time, so that memory holds no more than what is kept of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..sparse import MOST_AT_ONCE, Pairs, chunks, key_type, least, spans, starts
from .chains import RELATED, SUPPLY

if TYPE_CHECKING:
    from ..arrays import Array, Ints
    from .levels import Levels
    from .taxonomy import Taxonomy

# One number orders ways: hops before lift before levels.
HOP = 1 << 24
LIFT = 1 << 12


class Ways(NamedTuple):
    """Ways between pairs of nodes.

    Attributes
    ----------
    key : ndarray of int
        Node in whose row it stands × nodes + the other one.
    cost : ndarray of int64
        hops × `HOP` + lift × `LIFT` + levels.
    first_edge, second_edge : ndarray of int64
        Positions in `Taxonomy.edges` from upstream to downstream; −1 where there is no second.
    """

    key: Ints
    cost: Ints
    first_edge: Ints
    second_edge: Ints

    def take(self, chosen: Array) -> Ways:
        """Return the chosen ways."""
        return Ways(*(column[chosen] for column in self))

    def first_of_each(self, *ranks: Ints) -> Ways:
        """Return one way of each pair: that of the least rank, the last rank being looked at first."""
        ways = self.take(np.lexsort((*ranks, self.key)))
        return ways.take(starts(ways.key))

    @classmethod
    def joined(cls, parts: list[Ways]) -> Ways:
        """Return several parts as one, one after the other."""
        return cls(*map(np.concatenate, zip(*parts)))

    @classmethod
    def sorted(cls, parts: list[Ways]) -> Ways:
        """Return several parts as one, in the order of their pairs."""
        both = cls.joined(parts)
        return both.take(np.argsort(both.key, kind="stable"))


class ChainWays:
    """The ways of a taxonomy between nodes that are not kin.

    Parameters
    ----------
    taxonomy : Taxonomy
    max_hops : {1, 2}
        How many edges of supply may follow one another.
    lift : int
        By how many levels each end may be raised above the edge.
    """

    def __init__(self, taxonomy: Taxonomy, max_hops: int, lift: int) -> None:
        self._ties = _Edges(taxonomy, RELATED, lift, lift)
        self._supply: list[_Edges | _TwoHops] = [_Edges(taxonomy, SUPPLY, lift, lift)]
        if max_hops == 2:
            # Only the outer ends may be raised: a raised middle would join two industries through their parent.
            first, second = _Edges(taxonomy, SUPPLY, lift, 0), _Edges(taxonomy, SUPPLY, 0, lift)
            self._supply.append(_TwoHops(taxonomy, first, second))

    def work(self) -> Ints:
        """Return how many ways are looked at for each row."""
        return sum((ways.work() for ways in self._supply), self._ties.work())

    def down(self, begin: int, end: int) -> Ways:
        """Return the ways of supply from the nodes of some rows, those of two hops behind the others."""
        return Ways.joined([ways.down(begin, end) for ways in self._supply])

    def up(self, begin: int, end: int) -> Ways:
        """Return the ways of supply to the nodes of some rows."""
        return Ways.joined([ways.up(begin, end) for ways in self._supply])

    def related(self, begin: int, end: int) -> Ways:
        """Return the ways over an edge without direction."""
        both = Ways.joined([self._ties.down(begin, end), self._ties.up(begin, end)])
        return both.first_of_each(both.first_edge, both.cost)


class _Edges:
    """The edges of a kind: each holds for the descendants of its ends, and for ancestors within the lift."""

    def __init__(self, taxonomy: Taxonomy, kind: str, lift_up: int, lift_down: int) -> None:
        self._taxonomy = taxonomy
        numbers = [number for number, edge in enumerate(taxonomy.edges) if edge.kind == kind]
        self._numbers = np.array(numbers, dtype=np.int64)
        edges = [taxonomy.edges[number] for number in numbers]
        self._ups = _Ends(taxonomy.levels, [edge.upstream for edge in edges], lift_up)
        self._downs = _Ends(taxonomy.levels, [edge.downstream for edge in edges], lift_down)

    def work(self) -> Ints:
        """Return how many combinations of ends each row has, from both sides."""
        return self._ups.work(self._downs) + self._downs.work(self._ups)

    def down(self, begin: int, end: int) -> Ways:
        """Return the ways from the nodes of some rows."""
        return self._ways(self._ups, self._downs, begin, end)

    def up(self, begin: int, end: int) -> Ways:
        """Return the ways to the nodes of some rows."""
        return self._ways(self._downs, self._ups, begin, end)

    def all_down(self) -> Ways:
        """Return all ways down."""
        rows = chunks(self._ups.work(self._downs), MOST_AT_ONCE)
        return Ways.joined([self.down(0, 0), *(self.down(part.start, part.stop) for part in rows)])

    def _ways(self, near: _Ends, far: _Ends, begin: int, end: int) -> Ways:
        size, count = len(self._taxonomy), max(len(self._taxonomy.edges), 1)
        edge, row, other, cost = near.combined(far, begin, end)
        kept = ~self._taxonomy.levels.kin(row, other)
        numbered = (HOP + cost[kept]) * count + self._numbers[edge[kept]]
        key, value = least([(row[kept] * size + other[kept], numbered)])
        no_edge = np.full(len(key), -1, dtype=np.int64)
        return Ways(key.astype(key_type(size)), *np.divmod(value, count), no_edge)


class _Ends:
    """The nodes at which edges with some ends hold, and what each adds to the cost."""

    def __init__(self, levels: Levels, ends: list[int], lift: int) -> None:
        distinct, which = np.unique(np.array(ends, dtype=np.int64), return_inverse=True)
        owner, node, cost = map(
            np.concatenate, zip(_below(levels, distinct), _raised(levels, distinct, lift))
        )
        order = np.argsort(owner, kind="stable")
        count = np.bincount(owner, minlength=len(distinct))
        begin = np.cumsum(count) - count
        # Those of each edge, one edge after the other.
        place = order[spans(begin[which], count[which])]
        self._node, self._cost = node[place], cost[place]
        self._length = count[which]
        self._begin = np.cumsum(self._length) - self._length
        # And the same by node.
        self._by_node = np.argsort(self._node, kind="stable")
        self._edge = np.repeat(np.arange(len(which)), self._length)[self._by_node]
        self._size = levels.pairs.width
        self._start = np.searchsorted(self._node[self._by_node], np.arange(self._size + 1))

    def work(self, other: _Ends) -> Ints:
        """Return for each node how many nodes of the other end its edges lead to."""
        total: Ints = np.r_[0, np.cumsum(other._length[self._edge])]
        return np.diff(total[self._start])

    def combined(self, other: _Ends, begin: int, end: int) -> tuple[Ints, ...]:
        """Return edge, node, node of the other end and cost of all combinations at some nodes."""
        entries = np.arange(self._start[begin], self._start[end])
        edge, place = self._edge[entries], self._by_node[entries]
        length = other._length[edge]
        far = spans(other._begin[edge], length)
        edge, place = np.repeat(edge, length), np.repeat(place, length)
        return edge, self._node[place], other._node[far], self._cost[place] + other._cost[far]


def _below(levels: Levels, nodes: Ints) -> tuple[Ints, Ints, Ints]:
    start, length = levels.downward.pairs.spans(nodes)
    place = spans(start, length)
    owner = np.repeat(np.arange(len(nodes)), length)
    return owner, levels.downward.pairs.columns_of(place), levels.downward.level[place].astype(np.int64)


def _raised(levels: Levels, nodes: Ints, lift: int) -> tuple[Ints, Ints, Ints]:
    start, length = levels.pairs.spans(nodes)
    place = spans(start, length)
    level = levels.level[place].astype(np.int64)
    kept = (level > 0) & (level <= lift)
    owner = np.repeat(np.arange(len(nodes)), length)[kept]
    return owner, levels.pairs.columns_of(place[kept]), level[kept] * LIFT


class _TwoHops:
    """Ways over two edges: those that end in a node joined with those that begin in it."""

    def __init__(self, taxonomy: Taxonomy, first: _Edges, second: _Edges) -> None:
        self._taxonomy = taxonomy
        near, far = first.all_down(), second.all_down()
        size = len(taxonomy)
        self._down = _Table(near, size), _Table(far, size)
        self._up = _Table(_turned(far, size), size), _Table(_turned(near, size), size)

    def work(self) -> Ints:
        """Return how many combinations each row has, from both sides."""
        (near, far), (back, front) = self._down, self._up
        return near.work(far) + back.work(front)

    def down(self, begin: int, end: int) -> Ways:
        """Return the ways from the nodes of some rows."""
        return self._ways(*self._down, begin, end)

    def up(self, begin: int, end: int) -> Ways:
        """Return the ways to the nodes of some rows."""
        ways = self._ways(*self._up, begin, end)
        return ways._replace(first_edge=ways.second_edge, second_edge=ways.first_edge)

    def _ways(self, near: _Table, far: _Table, begin: int, end: int) -> Ways:
        size = len(self._taxonomy)
        row, middle, other, cost = near.joined(far, begin, end)
        kept = ~self._taxonomy.levels.kin(row, other)
        key, value = least([(row[kept] * size + other[kept], (cost * size + middle)[kept])])
        (row, other), (cost, middle) = np.divmod(key, size), np.divmod(value, size)
        return Ways(key.astype(key_type(size)), cost, near.edge(row, middle), far.edge(middle, other))


def _turned(ways: Ways, size: int) -> Ways:
    """Return ways as they are seen from their other end."""
    turned = ways._replace(key=ways.key % size * size + ways.key // size)
    return turned.take(np.argsort(turned.key))


class _Table:
    """Ways of one hop, to be looked up."""

    def __init__(self, ways: Ways, size: int) -> None:
        self._pairs, self._ways = Pairs(size, ways.key), ways

    def work(self, other: _Table) -> Ints:
        """Return how many ways of the other table go on from those of each row."""
        nodes = np.arange(self._pairs.width)
        _, further = other._pairs.spans(nodes)
        total: Ints = np.r_[0, np.cumsum(further[self._pairs.columns])]
        start, length = self._pairs.spans(nodes)
        leading: Ints = total[start + length] - total[start]
        return leading

    def joined(self, other: _Table, begin: int, end: int) -> tuple[Ints, ...]:
        """Return row, middle, other end and cost of all combinations in some rows."""
        start, length = self._pairs.spans(np.arange(begin, end))
        place = spans(start, length)
        far_start, far_length = other._pairs.spans(self._pairs.columns_of(place))
        far, place = spans(far_start, far_length), np.repeat(place, far_length)
        row, middle = self._pairs.rows_of(place), self._pairs.columns_of(place)
        return row, middle, other._pairs.columns_of(far), self._ways.cost[place] + other._ways.cost[far]

    def edge(self, rows: Ints, columns: Ints) -> Ints:
        """Return the edge of ways that are there."""
        return self._ways.first_edge[self._pairs.find(rows, columns)]
