"""Communities of blocks by Louvain's method, made so that the same ties always give the same communities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..columns import sum_weights
from .agglomeration import Grouping
from .comparing import share

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from .network import Network

_STEPS = 1e9
_CHECK_EVERY = 4096


def by_community(network: Network, resolution: float = 1.0, cancelled: Poll = None) -> Grouping:
    """Group blocks into communities; the core is the strongest block.

    Parameters
    ----------
    network : Network
    resolution : float
        Larger values give more and smaller communities.
    cancelled : callable, optional

    Returns
    -------
    Grouping
        The parent of a block is the core; f is NaN.

    Notes
    -----
    V. D. Blondel and others (2008), Journal of Statistical Mechanics P10008. Blocks go in the order of their
    ids, equal gains to staying and then to the community that began with the lower id, and communities that are
    not connected are split: V. A. Traag and others (2019), Scientific Reports 9, 5233.
    """
    label = _connected(network, _louvain(network, resolution, cancelled))
    core = np.arange(len(network))
    strongest: dict[int, int] = {}
    for block in network.order.tolist():
        core[block] = strongest.setdefault(label[block], block)
    parent = np.where(core == np.arange(len(network)), -1, core)
    return Grouping(core, parent, np.full(len(network), np.nan))


def modularity(network: Network, label: Ints, resolution: float = 1.0) -> float:
    """Return Newman's modularity of a division of the blocks; NaN where there are no ties.

    Parameters
    ----------
    network : Network
    label : (n,) int
        Group of each block, 0 or more.
    resolution : float
    """
    first, second, tie = network.pairs
    whole = network.strength.sum()
    inside = 2 * tie[label[first] == label[second]].sum()
    sums = np.bincount(label, network.strength)
    return float(share(inside, whole) - resolution * (share(sums, whole) ** 2).sum())


def _louvain(network: Network, resolution: float, cancelled: Poll) -> Ints:
    """Return the community of each block, as the position of the block that it began with."""
    label: Ints = np.arange(len(network))
    block, partner, tie = network.sides
    strength = network.strength
    while True:
        moved = _move(block, partner, tie, strength, resolution, cancelled)
        left, number = np.unique(moved, return_inverse=True)
        label = number[label]
        if len(left) == len(strength):
            return label
        strength = sum_weights(number, strength, len(left))
        key, which = np.unique(number[block] * len(left) + number[partner], return_inverse=True)
        tie = sum_weights(which, tie, len(key))
        block, partner = key // len(left), key % len(left)
        apart = block != partner
        block, partner, tie = block[apart], partner[apart], tie[apart]


def _move(
    block: Ints, partner: Ints, tie: Floats, strength: Floats, resolution: float, cancelled: Poll
) -> list[int]:
    """Move each block to the community of the best gain until none moves any more."""
    size = len(strength)
    start = np.searchsorted(block, np.arange(size + 1)).tolist()
    partner, tie, own = partner.tolist(), tie.tolist(), strength.tolist()
    sums, community = list(own), list(range(size))
    factor = resolution / max(sum(own), np.finfo(float).tiny)
    moved = True
    while moved:
        moved = False
        for one in range(size):
            if one % _CHECK_EVERY == 0:
                stop_if(cancelled)
            if start[one] == start[one + 1]:
                continue
            home = community[one]
            sums[home] -= own[one]
            to = {home: 0.0}
            for at in range(start[one], start[one + 1]):
                other = community[partner[at]]
                to[other] = to.get(other, 0.0) + tie[at]
            gains = {c: round(_STEPS * (x / own[one] - factor * sums[c])) for c, x in to.items()}
            best = max(gains, key=lambda c: (gains[c], c == home, -c))
            community[one], moved = best, moved or best != home
            sums[best] += own[one]
    return community


def _connected(network: Network, label: Ints) -> Ints:
    """Return the labels of the connected parts of each community."""
    first, second, _ = network.pairs
    inside = label[first] == label[second]
    first, second = first[inside], second[inside]
    part = np.arange(len(network))
    while True:
        lower = part.copy()
        np.minimum.at(lower, first, part[second])
        np.minimum.at(lower, second, part[first])
        lower = lower[lower]
        if (lower == part).all():
            return part
        part = lower
