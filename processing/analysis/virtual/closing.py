"""At which scale a gap is closed: in the province, the city group, the nation, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sparse import Pairs, starts, width_of
from .gaps import CLOSES, GAP, NOBODY, STATUSES, WEAK
from .units import CITY, PROVINCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Flags, Ints
    from .blocks import Blocks
    from .gaps import Gaps
    from .suppliers import Serving
    from .units import Division, Regions


def closing_scopes(
    gaps: Gaps, demand: Blocks, serving: list[Serving], division: Division, regions: Regions, unit: str
) -> Ints:
    """Return the smallest unit around a demanding place in which someone outside the region delivers.

    Parameters
    ----------
    gaps : Gaps
        Of `gaps.needs_of_regions`.
    demand : Blocks
    serving : list of Serving
    division : Division
    regions : Regions
    unit : {'city', 'province', 'group'}
        Of the division; scopes that are not larger are passed over.

    Returns
    -------
    (n,) int64
        Position in `CLOSES`; −1 for rows that are neither gaps nor weak.
    """
    scopes = [(0, regions.province)] if unit == CITY else []
    scopes += [(1, regions.group)] if unit in (CITY, PROVINCE) else []
    scopes.append((2, np.zeros(len(division.of_place), dtype=np.int64)))
    closes = np.full(len(gaps), -1)
    for rows, asking, offering in _open_rows(gaps, demand, serving):
        closes[rows] = CLOSES.index(NOBODY)
        row_of = np.full(len(division), -1)
        row_of[gaps.region[rows]] = rows
        row = row_of[division.of_place[asking]]
        asking, row = asking[row >= 0], row[row >= 0]
        for scope, values in scopes:
            found = _offered_outside(asking, offering, values, division)
            np.minimum.at(closes, row[found], scope)
    return closes


def _open_rows(gaps: Gaps, demand: Blocks, serving: list[Serving]) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Yield the gaps and weak rows of one need each, the places that ask and those that offer."""
    rows = np.flatnonzero(np.isin(gaps.status, [STATUSES.index(GAP), STATUSES.index(WEAK)]))
    keys = gaps.edge[rows] * width_of(gaps.node) + gaps.node[rows]
    order = np.argsort(keys, kind="stable")
    rows, keys = rows[order], keys[order]
    bounds = np.append(starts(keys), len(rows))
    for low, high in zip(bounds, bounds[1:]):
        one = rows[low]
        yield rows[low:high], demand.place[demand.node == gaps.node[one]], serving[gaps.question[one]].place


def _offered_outside(asking: Ints, offering: Ints, values: Ints, division: Division) -> Flags:
    """Tell for each place that asks whether one of the same value, but of another region, offers."""
    region, size = division.of_place, len(division)
    offered = values[offering] + 1
    total = np.bincount(offered, minlength=width_of(values + 1))
    keys, counts = np.unique(offered * size + region[offering], return_counts=True)
    own = np.append(counts, 0)[Pairs(size, keys).find(values[asking] + 1, region[asking])]
    served: Flags = (values[asking] >= 0) & (total[values[asking] + 1] > own)
    return served
