"""Memberships: who belongs to which group, each member once in each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..industries.node_sets import nodes_of
from ..sparse import starts, width_of

if TYPE_CHECKING:
    from ..arrays import Flags, Ints, Objects


@dataclass(frozen=True)
class Memberships:
    """Memberships in the order of their groups, then of their members.

    Attributes
    ----------
    group, member : (n,) int64
        Positions in `groups` and `members`.
    core : (n,) bool
        Whether the member has a core role in the group.
    groups, members : tuple of str
        In text order.
    modes : (G,) object
        Mode of each group; None for none.
    place : (M,) int64
        Place of each member.
    node_set : (M,) int64
        Position in `sets`; −1 for a member without a node.
    sets : tuple of tuple of int
        Nodes of the taxonomy.
    matched, resolved : (M,) bool or None
        Whether the industry of the member is matched, and decided; None where no status is known.
    """

    group: Ints
    member: Ints
    core: Flags
    groups: tuple[str, ...]
    members: tuple[str, ...]
    modes: Objects
    place: Ints
    node_set: Ints
    sets: tuple[tuple[int, ...], ...]
    matched: Flags | None = None
    resolved: Flags | None = None

    def __len__(self) -> int:
        return len(self.group)

    @property
    def sizes(self) -> Ints:
        """Members of each group."""
        return np.bincount(self.group, minlength=len(self.groups))

    @property
    def reach(self) -> Ints:
        """Groups of each member."""
        return np.bincount(self.member, minlength=len(self.members))

    @property
    def where(self) -> Ints:
        """Place of each membership."""
        return self.place[self.member]


def distinct(group: Ints, member: Ints, core: Flags, members: int) -> tuple[Ints, Ints, Flags]:
    """Return each pair of group and member once; it is core where any of its rows is.

    Parameters
    ----------
    group, member : (n,) int
    core : (n,) bool
    members : int
        How many there are.

    Returns
    -------
    group, member : (k,) int64
        By group, then member.
    core : (k,) bool
    """
    keys, which = np.unique(group.astype(np.int64) * members + member, return_inverse=True)
    found = np.zeros(len(keys), dtype=bool)
    found[which[core]] = True
    return keys // members, keys % members, found


def modes_of_groups(group: Ints, mode: Ints, groups: int, names: list[str]) -> Objects:
    """Return the mode of most rows of each group; of several the first in text order, None without any.

    Parameters
    ----------
    group : (n,) int
    mode : (n,) int
        Position in `names`, which are in text order; −1 for none.
    groups : int
    names : sequence of str
    """
    known = mode >= 0
    width = len(names)
    keys, counts = np.unique(group[known].astype(np.int64) * width + mode[known], return_counts=True)
    order = np.lexsort((-counts, keys // width))
    first = order[starts(keys[order] // width)]
    found = np.full(groups, None, dtype=object)
    found[keys[first] // width] = np.array([*names, None], dtype=object)[keys[first] % width]
    return found


def node_sets_of_members(
    member: Ints, node_set: Ints, sets: tuple[tuple[int, ...], ...], members: int
) -> tuple[Ints, tuple[tuple[int, ...], ...]]:
    """Join the nodes of all rows of each member.

    Parameters
    ----------
    member : (n,) int
    node_set : (n,) int
        Position in `sets`; −1 for none.
    sets : tuple of tuple of int
    members : int

    Returns
    -------
    node_set : (members,) int64
    sets : tuple of tuple of int
    """
    known = node_set >= 0
    width = len(sets)
    keys = np.unique(member[known].astype(np.int64) * width + node_set[known])
    of, number = keys // width, keys % width
    found = np.full(members, -1, dtype=np.int64)
    found[of] = number
    several = np.bincount(of, minlength=members) > 1
    row, node = nodes_of(sets, number[several[of]])
    most = width_of(node)
    of, node = np.divmod(np.unique(of[several[of]][row] * most + node), most)
    joined: dict[tuple[int, ...], int] = {}
    nodes, owners = node.tolist(), np.flatnonzero(several)
    bounds = np.searchsorted(of, np.append(owners, members)).tolist()
    for one, low, high in zip(owners.tolist(), bounds, bounds[1:]):
        found[one] = joined.setdefault(tuple(nodes[low:high]), len(sets) + len(joined))
    return _renumbered(found, (*sets, *joined))


def _renumbered(number: Ints, sets: tuple[tuple[int, ...], ...]) -> tuple[Ints, tuple[tuple[int, ...], ...]]:
    """Return the sets once each, in their order."""
    order = {nodes: position for position, nodes in enumerate(sorted(set(sets)))}
    to = np.array([*(order[nodes] for nodes in sets), -1], dtype=np.int64)
    return to[number], tuple(order)
