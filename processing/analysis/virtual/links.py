"""Potential links: how much of each need flows from which block, if needs are met by gravity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..industries.edge_weights import edge_weights
from ..sparse import spans
from .attraction import Partners, find_partners
from .blocks import Blocks
from .distances import Distances
from .needs import Needs, coefficients, nothing_needed
from .places import Places
from .suppliers import find_suppliers

if TYPE_CHECKING:
    from ..arrays import Flags, Floats, Ints
    from ..cancelling import Poll
    from ..industries.taxonomy import Taxonomy
    from .attraction import Gravity
    from .suppliers import Serving


@dataclass(frozen=True)
class Links:
    """Demand blocks joined with their needs, and the partners that serve them.

    Attributes
    ----------
    places : Places
    demand, supply : Blocks
    needs : Needs
    serving : list of Serving
        One for each set of `needs`.
    block : (M,) int64
        Demand block of each of the M pairs of block and need, in the order of blocks, then of edges.
    need : (M,) int64
        Position in `needs`.
    alpha : (N,) float64
        Share of each need in its industry's.
    partner : (M,) int64
        Row in `partners`.
    partners : Partners
    """

    places: Places
    demand: Blocks
    supply: Blocks
    needs: Needs
    serving: list[Serving]
    block: Ints
    need: Ints
    alpha: Floats
    partner: Ints
    partners: Partners

    @property
    def asked(self) -> Floats:
        """Weight of each pair: that of the block, divided among its needs."""
        return self.demand.weight[self.block] * self.alpha[self.need]

    @property
    def served(self) -> Flags:
        """Whether each pair has a partner."""
        served: Flags = self.partners.place[self.partner, 0] >= 0
        return served

    @property
    def nobody(self) -> Flags:
        """Whether no supplier at all exists for each pair, however far."""
        total = np.array([one.total for one in self.serving])
        nobody: Flags = total[self.needs.suppliers[self.need]] <= 0
        return nobody


@dataclass(frozen=True)
class Ties:
    """Flows between places: a row for each pair of block and need, and partner.

    Attributes
    ----------
    pair : (n,) int64
        Position in `Links.block`.
    rank : (n,) int64
        1 for the strongest partner.
    source, target : (n,) int64
        Place of the supplier and of the customer.
    partner : (n,) int64
        The supplier's position in its `Serving`.
    share, flow, km : (n,) float64
    """

    pair: Ints
    rank: Ints
    source: Ints
    target: Ints
    partner: Ints
    share: Floats
    flow: Floats
    km: Floats


def find_links(
    demand: Blocks,
    supply: Blocks,
    places: Places,
    taxonomy: Taxonomy,
    needs: Needs,
    gravity: Gravity,
    coefficient: str,
    cancelled: Poll = None,
) -> Links | None:
    """Find who serves the needs of each block.

    Parameters
    ----------
    demand, supply : Blocks
        Of members that need and that deliver; their places are positions in `places`.
    places : Places
    taxonomy : Taxonomy
    needs : Needs
    gravity : Gravity
    coefficient : {'supply', 'equal'}
        How needs weigh where the chains have no weights; see `needs.coefficients`.
    cancelled : callable, optional

    Returns
    -------
    Links

    Raises
    ------
    AnalysisError
        If no block has a need.
    """
    serving = find_suppliers(supply, needs.sets)
    total = np.array([one.total for one in serving])
    alpha = coefficients(needs, coefficient, total, edge_weights(taxonomy))
    block, need = _pairs(demand, needs)
    if not len(block):
        raise nothing_needed(demand, taxonomy)
    asked_set, place = needs.suppliers[need], demand.place[block]
    order = np.lexsort((place, asked_set))
    bounds = np.searchsorted(asked_set[order], np.arange(len(serving) + 1))
    wanted = [np.unique(place[order[low:high]]) for low, high in zip(bounds, bounds[1:])]
    partners = find_partners(serving, wanted, places, gravity, cancelled)
    stop_if(cancelled)
    partner = np.empty(len(block), dtype=np.int64)
    for number, (low, high) in enumerate(zip(bounds, bounds[1:])):
        partner[order[low:high]] = partners.rows(number, place[order[low:high]])
    return Links(places, demand, supply, needs, serving, block, need, alpha, partner, partners)


def ties(links: Links) -> Ties:
    """Return the flows between places.

    Parameters
    ----------
    links : Links

    Returns
    -------
    Ties
    """
    place, share = links.partners.place[links.partner], links.partners.share[links.partner]
    asked = links.asked
    pair, rank = np.nonzero((place >= 0) & (asked > 0)[:, None])
    column = place[pair, rank]
    number = links.needs.suppliers[links.need[pair]]
    sizes = np.cumsum([0, *(len(one.place) for one in links.serving)])
    every = np.concatenate([one.place for one in links.serving])
    source, target = every[sizes[number] + column], links.demand.place[links.block[pair]]
    share = share[pair, rank]
    km = Distances.of(links.places).between(source, target)
    return Ties(pair, rank + 1, source, target, column, share, asked[pair] * share, km)


def _pairs(demand: Blocks, needs: Needs) -> tuple[Ints, Ints]:
    """Return the demand block and the need of all pairs, by block, then by edge."""
    first = np.searchsorted(needs.node, demand.node)
    counts = np.searchsorted(needs.node, demand.node, side="right") - first
    return np.repeat(np.arange(len(demand)), counts), spans(first, counts)
