"""From members to gaps: what each region lacks, and who has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..industries.edge_weights import edge_weights
from ..sparse import starts
from .blocks import Blocks
from .closing import closing_scopes
from .gaps import (
    BOTH,
    DOWNSTREAM,
    EXTEND,
    GAP,
    STATUSES,
    UPSTREAM,
    WEAK,
    Gaps,
    completeness,
    extensions,
    in_order,
    joined,
    needs_of_regions,
    sum_regions,
)
from .nearest import Question, find_nearest
from .needs import coefficients, find_needs, find_outlets, nothing_needed
from .places import Places
from .suppliers import find_suppliers
from .units import CITY, Division, Regions, divide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from ..industries.taxonomy import Taxonomy
    from .gaps import Rule, Sums
    from .nearest import Answers
    from .suppliers import Serving


@dataclass(frozen=True)
class Scene:
    """Who needs and who delivers, where, and which regions are compared.

    Attributes
    ----------
    demand, supply : Blocks
    places : Places
    regions : Regions
    unit : {'city', 'province', 'group'}
    """

    demand: Blocks
    supply: Blocks
    places: Places
    regions: Regions
    unit: str = CITY

    @property
    def division(self) -> Division:
        """The regions that are compared."""
        return divide(self.places, self.regions, self.unit)


@dataclass(frozen=True)
class Found:
    """What was found.

    Attributes
    ----------
    gaps : Gaps
        In their order.
    nearest : tuple of (n, top) arrays
        Offer and asker (places; −1 for none), weight and km of the offers of each row.
    supply : (n, top) float64
        Weight of the supplier at the end of each offer.
    figures : tuple of (regions,) float64
        Need, complete, met.
    """

    gaps: Gaps
    nearest: tuple[Ints, Ints, Floats, Floats]
    supply: Floats
    figures: tuple[Floats, Floats, Floats]

    @property
    def complete(self) -> tuple[float, float]:
        """Means of `complete` and `met` over the regions, weighted by need; NaN without needs."""
        need, complete, met = self.figures
        whole = need.sum()
        if not whole > 0:
            return np.nan, np.nan
        done, enough = (float((need * np.nan_to_num(values)).sum() / whole) for values in (complete, met))
        return done, enough


@dataclass(frozen=True)
class Reach:
    """Which offers are named: so many, not farther than this."""

    top: int = 3
    max_km: float | None = None


def search_gaps(
    scene: Scene,
    taxonomy: Taxonomy,
    rule: Rule,
    *,
    coefficient: str = "supply",
    lift: int = 0,
    reach: Reach | None = None,
    cancelled: Poll = None,
) -> Found | None:
    """Find the gaps of all regions, and the nearest others who could close them.

    Parameters
    ----------
    scene : Scene
    taxonomy : Taxonomy
    rule : Rule
    coefficient : {'supply', 'equal'}
        See `needs.coefficients`.
    lift : int
    reach : Reach, optional
    cancelled : callable, optional

    Returns
    -------
    Found

    Raises
    ------
    AnalysisError
        If there are no chains, or no industry of the members needs anything.
    """
    reach = reach or Reach()
    division, sides = scene.division, []
    size = len(division)
    figures = (np.zeros(size), np.full(size, np.nan), np.full(size, np.nan))
    sums = sum_regions(scene.demand, division, len(taxonomy))
    if rule.direction in (UPSTREAM, BOTH):
        sides.append(_needs(scene, taxonomy, rule, division, sums, coefficient, lift))
        figures = completeness(sides[0].gaps, size)
    if rule.direction in (DOWNSTREAM, BOTH):
        sides.append(_extensions(scene, taxonomy, rule, division, sums, lift))
    questions = [question for side in sides for question in side.questions]
    answers = find_nearest(questions, division.of_place, scene.places, reach.top, reach.max_km, cancelled)
    offsets = np.cumsum([0, *(len(side.questions) for side in sides)])
    rows = [_rows(side, answers, offset) for side, offset in zip(sides, offsets)]
    nearest = tuple(
        np.concatenate([np.append(values, np.full((1, reach.top), none), axis=0)[at] for at in rows])
        for values, none in zip(
            (answers.offer, answers.asker, answers.weight, answers.km), (-1, -1, np.nan, np.nan)
        )
    )
    gaps, order = in_order(joined([side.gaps for side in sides]), figures[0])
    offer, asker, weight, km = (values[order] for values in nearest)
    return Found(
        gaps, (offer, asker, weight, km), _supply_of(gaps, (offer, asker, weight, km), sides), figures
    )


@dataclass(frozen=True)
class _Side:
    """The rows of one direction and their questions.

    `number` is the question of each row, −1 for none; `given` the Serving of the regions' own suppliers, by the
    `question` of the rows, where those extend a chain.
    """

    gaps: Gaps
    questions: list[Question]
    number: Ints
    given: Sequence[Serving] = ()


def _needs(
    scene: Scene, taxonomy: Taxonomy, rule: Rule, division: Division, sums: Sums, coefficient: str, lift: int
) -> _Side:
    needs = find_needs(taxonomy, lift)
    serving = find_suppliers(scene.supply, needs.sets)
    total = np.array([one.total for one in serving])
    alpha = coefficients(needs, coefficient, total, edge_weights(taxonomy))
    supply = sums.of(serving)
    gaps = needs_of_regions(needs, alpha, sums, supply, rule)
    if not len(gaps) and rule.targets is None:
        raise nothing_needed(scene.demand, taxonomy)
    closes = closing_scopes(gaps, scene.demand, serving, division, scene.regions, scene.unit)
    gaps = gaps.closed(closes)
    is_open = np.isin(gaps.status, [STATUSES.index(GAP), STATUSES.index(WEAK)])
    # Cities have one place each: who asks is the same for all industries that ask the same set.
    node = np.zeros_like(gaps.node) if scene.unit == CITY else gaps.node
    key = np.ravel_multi_index((gaps.question, node), (len(serving), len(taxonomy)))
    number = np.full(len(gaps), -1)
    questions: list[Question] = []
    for rows in _groups(key, np.flatnonzero(is_open)):
        asking = np.unique(gaps.region[rows])
        if scene.unit != CITY:
            places = scene.demand.place[scene.demand.node == gaps.node[rows[0]]]
            asking = places[np.isin(division.of_place[places], asking)]
        offers = serving[gaps.question[rows[0]]]
        number[rows] = len(questions)
        questions.append(_question(asking, offers, division))
    return _Side(gaps, questions, number)


def _extensions(
    scene: Scene, taxonomy: Taxonomy, rule: Rule, division: Division, sums: Sums, lift: int
) -> _Side:
    outlets = find_outlets(taxonomy, lift)
    suppliers = find_suppliers(scene.supply, outlets.supplying)
    customers = find_suppliers(scene.demand, outlets.needing)
    gaps = extensions(outlets, taxonomy, sums, sums.of(suppliers), rule)
    number = np.empty(len(gaps), dtype=np.int64)
    questions: list[Question] = []
    given = [suppliers[of] for of in outlets.suppliers]
    for rows in _groups(gaps.question, np.arange(len(gaps))):
        outlet = gaps.question[rows[0]]
        asking = given[outlet].place
        asking = asking[np.isin(division.of_place[asking], gaps.region[rows])]
        number[rows] = len(questions)
        questions.append(_question(asking, customers[outlets.customers[outlet]], division))
    return _Side(gaps, questions, number, given)


def _question(asking: Ints, offers: Serving, division: Division) -> Question:
    return Question(asking[np.lexsort((asking, division.of_place[asking]))], offers.place, offers.weight)


def _groups(keys: Ints, rows: Ints) -> Iterator[Ints]:
    """Yield the rows of each key."""
    order = rows[np.argsort(keys[rows], kind="stable")]
    bounds = np.append(starts(keys[order]), len(order))
    yield from (order[low:high] for low, high in zip(bounds, bounds[1:]))


def _rows(side: _Side, answers: Answers, offset: int) -> Ints:
    """Return the answer of each row; −1, the last one, for none."""
    at = answers.rows(side.number + offset, side.gaps.region)
    return np.where(side.number >= 0, at, -1)


def _supply_of(gaps: Gaps, nearest: tuple[Ints, Ints, Floats, Floats], sides: list[_Side]) -> Floats:
    """Return the weight of the supplier of each offer: for extensions that of the region's own place."""
    _, asker, weight, _ = nearest
    supply = weight.copy()
    given = sides[-1].given
    for rows in _groups(gaps.question, np.flatnonzero(gaps.status == STATUSES.index(EXTEND))):
        own = given[gaps.question[rows[0]]]
        found = asker[rows] >= 0
        at = np.searchsorted(own.place, np.where(found, asker[rows], own.place[0]))
        supply[rows] = np.where(found, own.weight[at], np.nan)
    return supply
