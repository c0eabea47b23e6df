"""The groups, one in a row: how large, how far-flung, around which core, across which borders and industries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..industries.node_sets import nodes_of
from ..rounding import half_up
from ..sparse import count_distinct, width_of
from ..virtual.comparing import TOLERANCE, share, sum_by
from ..words import words_of
from .cores import BY_ROLE, LARGEST
from .kinship import CHAIN, KIN, OTHER, RELATIONS, SAME

if TYPE_CHECKING:
    from ..arrays import Floats, Ints, Objects
    from ..virtual.places import Places
    from ..virtual.units import Regions
    from .cores import Cores
    from .memberships import Memberships

# What a group without a mode could be; the first that fits.
HINTS = ("supply_chain", "standard", "cross")


def group_table(
    memberships: Memberships,
    cores: Cores,
    places: Places,
    regions: Regions,
    kinship: Floats,
    across: Floats,
    language: str,
) -> tuple[Table, Ints]:
    """Describe the groups, the largest first.

    Parameters
    ----------
    memberships : Memberships
    cores : Cores
    places : Places
    regions : Regions
    kinship : (G, 4) float64
        See `kinship.relations_of_members`.
    across : (G,) float64
        Share of ties across industries.
    language : {'en', 'zh'}
        Of the hints.

    Returns
    -------
    table : Table
        ``grp``, ``mode``, ``hint``, ``members``, ``cities``, ``groups``, ``core``, ``core_by``, ``sh_out``, ``sh_prov``,
        ``sh_group``, ``mean_km``, ``max_km``, ``hhi``, ``eff``, ``industries``, ``sh_same``, ``sh_kin``, ``sh_chain``,
        ``sh_other``, ``sh_cross``, ``bridges``, ``rate_m``, ``hint_mode``.
    order : (G,) int64
        Group of each row.
    """
    size, members = len(memberships.groups), memberships.sizes
    hint_mode, hints = _hints(memberships.modes, kinship, language)
    squares = np.bincount(cores.spot_group, (cores.members / members[cores.spot_group]) ** 2, size)
    columns = {
        "grp": np.array(memberships.groups, dtype=object),
        "mode": memberships.modes,
        "hint": hints,
        "members": members,
        "cities": np.bincount(cores.spot_group, minlength=size),
        "groups": count_distinct(cores.spot_group, regions.group[cores.spot_place], size),
        "core": _codes(cores, places, size),
        "core_by": np.where(cores.by_role, BY_ROLE, LARGEST).astype(object),
        **_borders(cores, regions, members),
        **_distances(cores, members),
        "hhi": squares,
        "eff": share(1.0, squares),
        "industries": _nodes(memberships),
        **{f"sh_{name}": kinship[:, number] for number, name in enumerate(RELATIONS)},
        "sh_cross": across,
        "bridges": np.bincount(memberships.group[memberships.reach[memberships.member] > 1], minlength=size),
        "rate_m": _matched(memberships),
        "hint_mode": hint_mode,
    }
    order = np.lexsort((np.arange(size), -members))
    return Table({name: column[order] for name, column in columns.items()}), order


def spokes(memberships: Memberships, cores: Cores, places: Places, order: Ints) -> tuple[Table, Ints, Ints]:
    """Return the lines from core places to the places outside, by group, then code.

    Parameters
    ----------
    order : (G,) int64
        Of the groups.

    Returns
    -------
    table : Table
        ``grp``, ``mode``, ``f_city``, ``t_city``, ``members``, ``share``, ``km``, ``f_citycd``, ``t_citycd``.
    source, target : (n,) int64
        Places of each row.
    """
    out = np.flatnonzero(~cores.is_core)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    out = out[np.lexsort((cores.spot_place[out], rank[cores.spot_group[out]]))]
    group, source, target = cores.spot_group[out], cores.nearest[out], cores.spot_place[out]
    codes, names = (np.array(values, dtype=object) for values in (places.codes, places.names))
    columns = {
        "grp": np.array(memberships.groups, dtype=object)[group],
        "mode": memberships.modes[group],
        "f_city": names[source],
        "t_city": names[target],
        "members": cores.members[out],
        "share": cores.members[out] / memberships.sizes[group],
        "km": cores.km[out],
        "f_citycd": codes[source],
        "t_citycd": codes[target],
    }
    return Table(columns), source, target


def _codes(cores: Cores, places: Places, size: int) -> Objects:
    codes = np.full(size, None, dtype=object)
    bounds = np.searchsorted(cores.group, np.arange(size + 1))
    for group, (low, high) in enumerate(zip(bounds, bounds[1:])):
        codes[group] = "|".join(places.codes[place] for place in cores.place[low:high])
    return codes


def _borders(cores: Cores, regions: Regions, members: Ints) -> dict[str, Floats]:
    """Return the shares of members outside the core places, their provinces and their city groups."""
    size = len(members)
    outside = ~cores.is_core
    found = {"sh_out": np.bincount(cores.spot_group, cores.members * outside, size) / members}
    for name, region in (("sh_prov", regions.province), ("sh_group", regions.group)):
        width = width_of(region + 1)
        home = np.unique(cores.group * width + region[cores.place] + 1)
        here = region[cores.spot_place]
        inside = np.isin(cores.spot_group * width + here + 1, home) & (here >= 0)
        found[name] = np.bincount(cores.spot_group, cores.members * (outside & ~inside), size) / members
    return found


def _distances(cores: Cores, members: Ints) -> dict[str, Floats]:
    size = len(members)
    farthest = np.zeros(size)
    np.maximum.at(farthest, cores.spot_group, cores.km)
    return {"mean_km": sum_by(cores.spot_group, cores.members * cores.km, size) / members, "max_km": farthest}


def _nodes(memberships: Memberships) -> Ints:
    """Count the distinct nodes of each group's members."""
    sets = len(memberships.sets)
    number = memberships.node_set[memberships.member]
    keys = np.unique(memberships.group[number >= 0] * sets + number[number >= 0])
    row, node = nodes_of(memberships.sets, keys % sets)
    return count_distinct(keys[row] // sets, node, len(memberships.groups))


def _matched(memberships: Memberships) -> Floats:
    size = len(memberships.groups)
    if memberships.matched is None or memberships.resolved is None:
        return np.full(size, np.nan)
    hits, trials = (
        np.bincount(memberships.group, values[memberships.member].astype(float), size)
        for values in (memberships.matched & memberships.resolved, memberships.resolved)
    )
    return 100 * share(hits, trials)


def _hints(modes: Objects, kinship: Floats, language: str) -> tuple[Objects, Objects]:
    """Return the mode that a group without one could have, and the sentence that says so; None for others."""
    same, kin, chain, other = (kinship[:, RELATIONS.index(name)] for name in (SAME, KIN, CHAIN, OTHER))
    words = words_of("networks", language)
    keys, texts = np.full(len(modes), None, dtype=object), np.full(len(modes), None, dtype=object)
    open_ones = np.array([mode is None for mode in modes], dtype=bool)
    for key, part in zip(HINTS, (chain, same + kin, other)):
        fits = open_ones & (np.nan_to_num(part) >= 0.5 - TOLERANCE)
        keys[fits] = key
        texts[fits] = [words[key].format(percent=half_up(100 * value, 0)) for value in part[fits]]
        open_ones &= ~fits
    return keys, texts
