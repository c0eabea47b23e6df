"""Ties of co-members summed by place: Newman's weights, counted and never paired."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..virtual.comparing import ranks_and_shares, scaled, share
from ..virtual.distances import Distances
from .pairing import KeySums, pairs_within

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from ..virtual.places import Places
    from ..virtual.units import Division
    from .memberships import Memberships


def tie_flows(
    memberships: Memberships, unit_of_place: Ints, units: int, cancelled: Poll = None
) -> tuple[Ints, Ints, Floats, Ints]:
    """Sum the ties of co-members by the units that they lie in.

    Parameters
    ----------
    memberships : Memberships
    unit_of_place : (P,) int64
    units : int
    cancelled : callable, optional

    Returns
    -------
    first, second : (k,) int64
        Units, first ≤ second.
    flow : (k,) float64
        Sum of 1/(n − 1) over pairs of co-members, n the members of their group.
    groups : (k,) int64
        How many groups tie the two units.

    Notes
    -----
    M. E. J. Newman (2001), Physical Review E 64, 016132.
    """
    group, unit, count = _counted(memberships, unit_of_place[memberships.where], units)
    size = memberships.sizes[group]
    sums = KeySums(2)
    for first, second in pairs_within(group, cancelled):
        same = first == second
        product = np.where(same, count[first] * (count[first] - 1) / 2, count[first] * count[second])
        flow = np.divide(product, size[first] - 1, out=np.zeros(len(first)), where=product > 0)
        tied = flow > 0
        sums.add((unit[first] * units + unit[second])[tied], flow[tied], np.ones(int(tied.sum())))
    keys, flow, groups = sums.result()
    return keys // units, keys % units, flow, groups.astype(np.int64)


def refuse_too_many(count: int, most: float) -> None:
    """Raise where more than `most` lines would be written."""
    if count > most:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "There are {count} lines, more than MAX_LINES = {most}. Raise MAX_LINES, or choose larger "
                "units.",
            ),
            count=count,
            most=most,
        )


def flow_table(
    memberships: Memberships, places: Places, division: Division, most: float = np.inf, cancelled: Poll = None
) -> tuple[Table, Ints, Ints]:
    """Return the ties between units, the strongest first, the diagonal last.

    Parameters
    ----------
    memberships : Memberships
    places : Places
    division : Division
    most : float
        More rows are refused.
    cancelled : callable, optional

    Returns
    -------
    table : Table
        ``f_unit``, ``f_name``, ``t_unit``, ``t_name``, ``flow``, ``grps``, ``km``, ``rank``, ``cum``.
    source, target : (n,) int64
        Units of each row.
    """
    first, second, flow, groups = tie_flows(memberships, division.of_place, len(division), cancelled)
    refuse_too_many(len(first), most)
    km = _mean_km(memberships, places, division, first, second, flow, cancelled)
    inside = first == second
    largest = np.where(inside, flow.max(initial=0.0, where=inside), flow.max(initial=0.0, where=~inside))
    order = np.lexsort((second, first, -scaled(flow, largest), inside))
    rank, cumulated = ranks_and_shares(order[~inside[order]], np.where(inside, 0.0, flow))
    codes, names = np.array(division.codes, dtype=object), np.array(division.names, dtype=object)
    columns = {
        "f_unit": codes[first],
        "f_name": names[first],
        "t_unit": codes[second],
        "t_name": names[second],
        "flow": flow,
        "grps": groups,
        "km": km,
        "rank": np.where(inside, np.nan, rank),
        "cum": np.where(inside, np.nan, cumulated),
    }
    return Table({name: column[order] for name, column in columns.items()}), first[order], second[order]


def _mean_km(
    memberships: Memberships,
    places: Places,
    division: Division,
    first: Ints,
    second: Ints,
    flow: Floats,
    cancelled: Poll,
) -> Floats:
    """Return the mean distance between the members of two units, weighted by their ties."""
    distances, size = Distances.of(places), len(division)
    if np.array_equal(division.of_place, np.arange(len(places))):
        return distances.between(first, second)
    source, target, tie, _ = tie_flows(memberships, np.arange(len(places)), len(places), cancelled)
    low, high = np.sort([division.of_place[source], division.of_place[target]], axis=0)
    at = np.searchsorted(first * size + second, low * size + high)
    return share(np.bincount(at, tie * distances.between(source, target), len(flow)), flow)


def _counted(memberships: Memberships, unit: Ints, units: int) -> tuple[Ints, Ints, Floats]:
    """Count the members of each group by unit."""
    keys, count = np.unique(memberships.group * units + unit, return_counts=True)
    return keys // units, keys % units, count.astype(float)
