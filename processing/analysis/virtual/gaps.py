"""Gaps in industrial chains: what a region needs and lacks, has too little of, or could deliver."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..columns import sum_weights
from ..sparse import width_of
from .comparing import TOLERANCE, mean_by, scaled, share, sum_by
from .units import GROUP, NATION, PROVINCE

if TYPE_CHECKING:
    from ..arrays import Flags, Floats, Ints
    from ..industries.taxonomy import Taxonomy
    from .blocks import Blocks
    from .needs import Needs, Outlets
    from .suppliers import Serving
    from .units import Division

GAP, PRESENT, WEAK, STRONG, EXTEND = STATUSES = ("gap", "present", "weak", "strong", "extend")
UPSTREAM, DOWNSTREAM, BOTH = DIRECTIONS = ("upstream", "downstream", "both")
# The smallest unit in which a gap is closed.
NOBODY = "none"
CLOSES = (PROVINCE, GROUP, NATION, NOBODY)


@dataclass(frozen=True)
class Rule:
    """What counts as a gap.

    Attributes
    ----------
    direction : {'upstream', 'downstream', 'both'}
    min_n : float
        Supply below this weight is too little to be judged.
    targets : frozenset of int or None
        Only needs of these nodes; None: of all.
    """

    direction: str = UPSTREAM
    min_n: float = 1.0
    targets: frozenset[int] | None = None

    def aims_at(self, nodes: Ints | list[int]) -> Flags:
        """Return which of some nodes are asked for."""
        if self.targets is None:
            return np.ones(len(nodes), dtype=bool)
        return np.isin(nodes, sorted(self.targets))


@dataclass(frozen=True)
class Gaps:
    """Needs of regions, a row for each region, node and edge; and edges that a region could extend.

    Attributes
    ----------
    region, node, edge : (n,) int64
    question : (n,) int64
        What is asked for: the suppliers of a need (position in `Needs.sets`), the
        outlet of an extension (position in `Outlets`).
    status : (n,) int64
        Position in `STATUSES`.
    need, supply, cilq, coef : (n,) float64
        NaN where it does not apply.
    closes : (n,) int64
        Position in `CLOSES`; −1 where it does not apply.
    """

    region: Ints
    node: Ints
    edge: Ints
    question: Ints
    status: Ints
    need: Floats
    supply: Floats
    cilq: Floats
    coef: Floats
    closes: Ints

    def __len__(self) -> int:
        return len(self.region)

    def closed(self, closes: Ints) -> Gaps:
        """Return the same with the scopes that close each row."""
        return replace(self, closes=closes)


@dataclass(frozen=True)
class Sums:
    """Weights by region.

    Attributes
    ----------
    demand : (nodes, regions) float64
    region : (P,) int64
        Region of each place.
    """

    demand: Floats
    region: Ints

    def of(self, serving: list[Serving]) -> Floats:
        """Return what each of some `Serving` delivers by region, shape (serving, regions)."""
        size = self.demand.shape[1]
        sums = [sum_weights(self.region[one.place], one.weight, size) for one in serving]
        return np.array(sums).reshape(len(serving), size)


def sum_regions(demand: Blocks, division: Division, nodes: int) -> Sums:
    """Sum the demand of each of so many nodes by region."""
    size = len(division)
    key = demand.node * size + division.of_place[demand.place]
    return Sums(sum_by(key, demand.weight, nodes * size).reshape(nodes, size), division.of_place)


def needs_of_regions(needs: Needs, alpha: Floats, sums: Sums, supply: Floats, rule: Rule) -> Gaps:
    """Judge each need of each region by its cross-industry location quotient.

    Parameters
    ----------
    needs : Needs
    alpha : (N,) float
        See `needs.coefficients`.
    sums : Sums
    supply : (sets, regions) float64
        What each set of suppliers delivers.
    rule : Rule

    Returns
    -------
    Gaps
        By need, then region; `closes` is not yet known.

    Notes
    -----
    The quotient is (S_r/S) / (D_r/D), the region's share in the supply over its share in the demand; 1 or more
    means that it can meet its own need. R. E. Miller and P. D. Blair, Input–Output Analysis, chapter 8.
    """
    asked = np.flatnonzero(rule.aims_at(needs.node))
    row, region = np.nonzero(sums.demand[needs.node[asked]] > 0)
    need = asked[row]
    node, number = needs.node[need], needs.suppliers[need]
    here, demand = supply[number, region], sums.demand[node, region]
    cilq = share(share(here, supply.sum(axis=1)[number]), share(demand, sums.demand.sum(axis=1)[node]))
    judged = np.where(cilq < 1 - TOLERANCE, STATUSES.index(WEAK), STATUSES.index(STRONG))
    few = np.where(here < rule.min_n - TOLERANCE, STATUSES.index(PRESENT), judged)
    status = np.where(here > 0, few, STATUSES.index(GAP))
    nothing = np.full(len(need), -1)
    return Gaps(region, node, needs.edge[need], number, status, demand, here, cilq, alpha[need], nothing)


def extensions(outlets: Outlets, taxonomy: Taxonomy, sums: Sums, supply: Floats, rule: Rule) -> Gaps:
    """Find the edges along which a region delivers without having a customer of its own.

    Parameters
    ----------
    outlets : Outlets
    taxonomy : Taxonomy
    sums : Sums
    supply : (sets, regions) float64
        What the suppliers of each of `outlets.supplying` deliver.
    rule : Rule

    Returns
    -------
    Gaps
        By edge, then region.
    """
    parts = [(np.zeros(0, dtype=np.int64),) * 2]
    for number, (edge, suppliers, customers) in enumerate(
        zip(outlets.edge, outlets.suppliers, outlets.customers)
    ):
        if rule.aims_at([taxonomy.edges[edge].downstream]).all():
            asked = sums.demand[list(outlets.needing[customers])].sum(axis=0)
            region = np.flatnonzero((supply[suppliers] > 0) & (asked <= 0))
            parts.append((region, np.full(len(region), number)))
    region, outlet = (np.concatenate(column) for column in zip(*parts))
    edge = outlets.edge[outlet]
    node = np.array([edge.downstream for edge in taxonomy.edges], dtype=np.int64)[edge]
    given = supply[outlets.suppliers[outlet], region]
    nothing, none = np.full(len(region), np.nan), np.full(len(region), -1)
    status = np.full(len(region), STATUSES.index(EXTEND))
    return Gaps(region, node, edge, outlet, status, np.zeros(len(region)), given, nothing, nothing, none)


def completeness(gaps: Gaps, size: int) -> tuple[Floats, Floats, Floats]:
    """Return how complete the needs of each region are, and how far they are met.

    Parameters
    ----------
    gaps : Gaps
        Of `needs_of_regions`.
    size : int
        Number of regions.

    Returns
    -------
    need : (size,) float64
        Demand with needs; each industry of a region counts once.
    complete, met : (size,) float64
        Means over industries, weighted by demand; NaN without needs.
    """
    width = width_of(gaps.node)
    keys, first, which = np.unique(gaps.region * width + gaps.node, return_index=True, return_inverse=True)
    region, weight = keys // width, gaps.need[first]
    here = np.bincount(which, gaps.supply > 0, len(keys)) / np.bincount(which, minlength=len(keys))
    met = sum_by(which, gaps.coef * np.minimum(1, np.nan_to_num(gaps.cilq)), len(keys))
    need = sum_by(region, weight, size)
    return (
        need,
        mean_by(region, here, weight, size),
        mean_by(region, met, weight, size),
    )


def joined(parts: list[Gaps]) -> Gaps:
    """Return the rows of several `Gaps`, one after the other."""
    return Gaps(*(np.concatenate(column) for column in zip(*(vars(part).values() for part in parts))))


def in_order(gaps: Gaps, need: Floats) -> tuple[Gaps, Ints]:
    """Return the rows by region (that of the most need first, then by code), node and edge, and that order."""
    rank = np.empty(len(need), dtype=np.int64)
    rank[np.lexsort((np.arange(len(need)), -scaled(need)))] = np.arange(len(need))
    order = np.lexsort((gaps.edge, gaps.node, rank[gaps.region]))
    return Gaps(*(values[order] for values in vars(gaps).values())), order
