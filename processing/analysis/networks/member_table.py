"""The members, one in a row, and the modes of their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table

if TYPE_CHECKING:
    from ..arrays import Floats, Ints, Objects
    from ..virtual.places import Places
    from .memberships import Memberships

_SEPARATOR = "|"
CORE = "core"


def member_table(memberships: Memberships, places: Places, bridge: Floats, order: Ints) -> Table:
    """Describe the members, by their first group, then by code.

    Parameters
    ----------
    memberships : Memberships
    places : Places
    bridge : (M,) float64
        See `brokerage.find_bridges`.
    order : (G,) int64
        Of the groups.

    Returns
    -------
    Table
        ``member``, ``citycd``, ``city``, ``n_groups``, ``grp_list``, ``modes``, ``bridge``, ``role``.
    """
    size = len(memberships.members)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    first = np.full(size, len(order))
    np.minimum.at(first, memberships.member, rank[memberships.group])
    rows = np.lexsort((np.arange(size), memberships.place, first))
    rows = rows[memberships.reach[rows] > 0]
    role = np.full(size, None, dtype=object)
    role[memberships.member[memberships.core]] = CORE
    codes, names = (np.array(values, dtype=object) for values in (places.codes, places.names))
    groups, modes = _lists(memberships)
    columns = {
        "member": np.array(memberships.members, dtype=object),
        "citycd": codes[memberships.place],
        "city": names[memberships.place],
        "n_groups": memberships.reach,
        "grp_list": groups,
        "modes": modes,
        "bridge": bridge,
        "role": role,
    }
    return Table({name: column[rows] for name, column in columns.items()})


def mode_table(memberships: Memberships, groups: Table, order: Ints) -> Table:
    """Describe the modes, those without one last: medians over their groups, and their bridges.

    Parameters
    ----------
    memberships : Memberships
    groups : Table
        See `group_table.group_table`.
    order : (G,) int64
        Group of each row of it.

    Returns
    -------
    Table
        ``mode``, ``grps``, ``members``, ``cities``, ``mean_km``, ``sh_out``, ``sh_group``, ``eff``, ``bridges``.
    """
    modes = sorted({mode for mode in memberships.modes if mode is not None})
    if any(mode is None for mode in memberships.modes):
        modes.append(None)
    number = {mode: position for position, mode in enumerate(modes)}
    of_group = np.array([number[mode] for mode in memberships.modes], dtype=np.int64)
    bridging = memberships.reach[memberships.member] > 1
    width = len(memberships.members)
    bridges = np.unique(of_group[memberships.group[bridging]] * width + memberships.member[bridging]) // width
    columns = {
        "mode": np.array([*modes, None], dtype=object)[:-1],
        "grps": np.bincount(of_group, minlength=len(modes)),
    }
    for name in ("members", "cities", "mean_km", "sh_out", "sh_group", "eff"):
        columns[name] = np.array(
            [np.median(groups[name][of_group[order] == one]) for one in range(len(modes))]
        )
    columns["bridges"] = np.bincount(bridges, minlength=len(modes))
    return Table(columns)


def _lists(memberships: Memberships) -> tuple[Objects, Objects]:
    """Return the groups and the modes of each member as texts; None without modes."""
    order = np.lexsort((memberships.group, memberships.member))
    names = np.array(memberships.groups, dtype=object)[memberships.group[order]].tolist()
    modes = memberships.modes[memberships.group[order]].tolist()
    bounds = np.searchsorted(memberships.member[order], np.arange(len(memberships.members) + 1)).tolist()
    groups, kinds = (np.full(len(memberships.members), None, dtype=object) for _ in range(2))
    for member, (low, high) in enumerate(zip(bounds, bounds[1:])):
        groups[member] = _SEPARATOR.join(names[low:high])
        kinds[member] = (
            _SEPARATOR.join(sorted({mode for mode in modes[low:high] if mode is not None})) or None
        )
    return groups, kinds
