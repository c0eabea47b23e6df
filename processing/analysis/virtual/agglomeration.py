"""Far-apart blocks grouped by their dominant ties around cores: agglomerated, but not in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import starts
from .comparing import TOLERANCE, scaled

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from .network import Network


@dataclass(frozen=True)
class Grouping:
    """Which core each block belongs to.

    Attributes
    ----------
    core : (n,) int64
        The block itself where it is a core.
    parent : (n,) int64
        The block that it is tied to; −1 for a core.
    f : (n,) float64
        Functional distance from the core; NaN where the method measures none.
    """

    core: Ints
    parent: Ints
    f: Floats


def by_dominant_tie(network: Network, max_f: float | None = None) -> Grouping:
    """Group blocks by their dominant ties, cut where the functional distance grows too large.

    Parameters
    ----------
    network : Network
    max_f : float or None
        Largest functional distance from the core; None: no limit.

    Returns
    -------
    Grouping

    Notes
    -----
    A block joins the partner of its greatest tie if that is stronger than itself, at the functional distance
    1 − ln P, P the share of the tie in all ties of the block. J. D. Nystuen and M. F. Dacey (1961), Papers of
    the Regional Science Association 7, 29–42; D. Brockmann and D. Helbing (2013), Science 342, 1337–1342.
    """
    size = len(network)
    position = np.empty(size, dtype=np.int64)
    position[network.order] = np.arange(size)
    partner, tie = _greatest_ties(network, position)
    with np.errstate(divide="ignore", invalid="ignore"):
        step = 1 - np.log(tie / network.strength)
    stronger = (partner >= 0) & (position[partner] < position)
    core, parent, f = np.arange(size), np.full(size, -1), np.zeros(size)
    limit = np.inf if max_f is None else max_f + TOLERANCE
    for block in network.order[stronger[network.order]].tolist():
        distance = f[partner[block]] + step[block]
        if distance <= limit:
            core[block], parent[block], f[block] = core[partner[block]], partner[block], distance
    return Grouping(core, parent, f)


def _greatest_ties(network: Network, position: Ints) -> tuple[Ints, Floats]:
    """Return the partner of each block's greatest tie and that tie; −1 and NaN for a block without any."""
    block, partner, tie = network.sides
    largest = np.zeros(len(network))
    np.maximum.at(largest, block, tie)
    order = np.lexsort((position[partner], -scaled(tie, largest[block]), block))
    first = order[starts(block[order])]
    found, greatest = np.full(len(network), -1), np.full(len(network), np.nan)
    found[block[first]], greatest[block[first]] = partner[first], tie[first]
    return found, greatest
