"""Bridges: members that tie groups together, and how much would break without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from .pairing import KeySums, pairs_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from .memberships import Memberships


@dataclass(frozen=True)
class Brokerage:
    """Pairs of groups that share members, and what each member does for them.

    Attributes
    ----------
    first, second : (k,) int64
        Groups, first < second.
    shared : (k,) int64
        Members that they share.
    bridge : (M,) float64
        Sum over the pairs of a member's groups of 1/(members that the pair shares): 1 is the only bridge.
    """

    first: Ints
    second: Ints
    shared: Ints
    bridge: Floats


def find_bridges(memberships: Memberships, cancelled: Poll = None) -> Brokerage:
    """Find who ties groups together.

    Parameters
    ----------
    memberships : Memberships
    cancelled : callable, optional

    Returns
    -------
    Brokerage
    """
    several = memberships.reach[memberships.member] > 1
    order = np.lexsort((memberships.group[several], memberships.member[several]))
    member, group = memberships.member[several][order], memberships.group[several][order]
    sums, width = KeySums(1), len(memberships.groups)
    for first, second in _pairs(member, cancelled):
        sums.add(group[first] * width + group[second], np.ones(len(first)))
    keys, shared = sums.result()
    bridge = np.zeros(len(memberships.members))
    for first, second in _pairs(member, cancelled):
        at = np.searchsorted(keys, group[first] * width + group[second])
        bridge += np.bincount(member[first], 1 / shared[at], len(bridge))
    return Brokerage(keys // width, keys % width, shared.astype(np.int64), bridge)


def _pairs(member: Ints, cancelled: Poll) -> Iterator[tuple[Ints, Ints]]:
    for first, second in pairs_within(member, cancelled):
        apart = first != second
        yield first[apart], second[apart]


def group_links(memberships: Memberships, brokerage: Brokerage) -> Table:
    """Return the pairs of groups that share members, those of the most first.

    Returns
    -------
    Table
        ``a``, ``b``, ``mode_a``, ``mode_b``, ``shared``, ``jaccard``.
    """
    first, second, shared = brokerage.first, brokerage.second, brokerage.shared
    order = np.lexsort((second, first, -shared))
    first, second, shared = first[order], second[order], shared[order]
    names, sizes = np.array(memberships.groups, dtype=object), memberships.sizes
    return Table(
        {
            "a": names[first],
            "b": names[second],
            "mode_a": memberships.modes[first],
            "mode_b": memberships.modes[second],
            "shared": shared,
            "jaccard": shared / (sizes[first] + sizes[second] - shared),
        }
    )
