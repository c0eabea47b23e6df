"""Cores of groups: the places of the leading members, and how far the others are from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import chunks, spans, starts
from ..virtual.distances import Distances, metres
from .pairing import CHUNK

if TYPE_CHECKING:
    from ..arrays import Array, Flags, Floats, Ints
    from ..virtual.places import Places
    from .memberships import Memberships

BY_ROLE, LARGEST = ("role", "largest")


@dataclass(frozen=True)
class Cores:
    """Core places of groups, and the places of all members.

    Attributes
    ----------
    group, place : (c,) int64
        Core places of each group, those of the most core members first.
    by_role : (G,) bool
        Whether members have a core role; else the core is the place of the most members.
    spot_group, spot_place : (s,) int64
        Places of each group, by group, then place.
    members : (s,) int64
        Members there.
    nearest : (s,) int64
        Nearest core place.
    km : (s,) float64
        Its distance.
    """

    group: Ints
    place: Ints
    by_role: Array
    spot_group: Ints
    spot_place: Ints
    members: Ints
    nearest: Ints
    km: Array

    @property
    def first(self) -> Ints:
        """The first core place of each group."""
        return self.place[starts(self.group)]

    @property
    def is_core(self) -> Flags:
        """Whether each spot is a core place itself."""
        core: Flags = self.nearest == self.spot_place
        return core


def find_cores(memberships: Memberships, places: Places) -> Cores:
    """Find the core places of groups.

    Parameters
    ----------
    memberships : Memberships
    places : Places

    Returns
    -------
    Cores
    """
    size = len(places)
    keys, members = np.unique(memberships.group * size + memberships.where, return_counts=True)
    spot_group, spot_place = keys // size, keys % size
    leading = memberships.core
    core_keys, leaders = np.unique(
        memberships.group[leading] * size + memberships.where[leading], return_counts=True
    )
    by_role = np.zeros(len(memberships.groups), dtype=bool)
    by_role[core_keys // size] = True
    order = np.lexsort((spot_place, -members, spot_group))
    largest = order[starts(spot_group[order])]
    largest = largest[~by_role[spot_group[largest]]]
    group = np.append(core_keys // size, spot_group[largest])
    place = np.append(core_keys % size, spot_place[largest])
    order = np.lexsort((place, -np.append(leaders, members[largest]), group))
    group, place = group[order], place[order]
    nearest, km = _nearest(spot_group, spot_place, group, place, Distances.of(places))
    return Cores(group, place, by_role, spot_group, spot_place, members, nearest, km)


def _nearest(
    spot_group: Ints, spot_place: Ints, group: Ints, place: Ints, distances: Distances
) -> tuple[Ints, Floats]:
    """Return the core place that is nearest to each spot, and its distance."""
    order = np.lexsort((place, group))
    group, place = group[order], place[order]
    low, high = np.searchsorted(group, spot_group), np.searchsorted(group, spot_group, side="right")
    counts = high - low
    nearest, km = np.empty(len(spot_group), dtype=np.int64), np.empty(len(spot_group))
    for part in chunks(counts, CHUNK):
        spot = np.repeat(np.arange(len(counts))[part], counts[part])
        core = place[spans(low[part], counts[part])]
        far = distances.between(spot_place[spot], core)
        best = np.lexsort((core, metres(far), spot))
        best = best[starts(spot[best])]
        nearest[part], km[part] = core[best], far[best]
    return nearest, km
