"""How the members of a group relate to its leading members: same industry, kin, an edge of the chains, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..industries import relation_kinds
from ..industries.node_sets import nodes_of
from ..industries.relation_kinds import RELATIONS as KINDS
from ..sparse import chunks, spans, width_of
from ..virtual.comparing import share
from .pairing import CHUNK

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..industries.relations import Relations
    from .memberships import Memberships

SAME, KIN, CHAIN, OTHER = RELATIONS = ("same", "kin", "chain", "other")
_TAKEN_TOGETHER = {
    SAME: (relation_kinds.SAME,),
    KIN: (relation_kinds.BELT_WITHIN, relation_kinds.CLUSTER_WITHIN),
    CHAIN: relation_kinds.ALONG_EDGES,
}


def relations_of_members(memberships: Memberships, relations: Relations) -> Floats:
    """Count the members outside the core roles by their best relation to the core members' nodes.

    Parameters
    ----------
    memberships : Memberships
    relations : industries.relations.Relations

    Returns
    -------
    (G, 4) float64
        Shares of the members with a node; NaN for groups without such members, or without core members with one.
    """
    size, sets = len(memberships.groups), len(memberships.sets)
    number = memberships.node_set[memberships.member]
    known = number >= 0
    group, number, core = memberships.group[known], number[known], memberships.core[known]
    asked, count = np.unique(group[~core] * sets + number[~core], return_counts=True)
    row, node = nodes_of(memberships.sets, asked % sets)
    of = asked // sets
    best = np.full(len(asked), len(RELATIONS))
    np.minimum.at(
        best, row, _best_of_nodes(of[row], node, _led(memberships, group[core], number[core]), relations)
    )
    led = best < len(RELATIONS)
    counts = np.zeros((size, len(RELATIONS)))
    np.add.at(counts, (of[led], best[led]), count[led])
    return share(counts, counts.sum(axis=1, keepdims=True))


def _led(memberships: Memberships, group: Ints, number: Ints) -> tuple[Ints, Ints]:
    """Return the groups and nodes of core members, each pair once."""
    row, node = nodes_of(memberships.sets, number)
    width = width_of(node)
    keys = np.unique(group[row] * width + node)
    return keys // width, keys % width


def _best_of_nodes(group: Ints, node: Ints, led: tuple[Ints, Ints], relations: Relations) -> Ints:
    """Return the best relation of nodes to the core nodes of their group; len(RELATIONS) for none."""
    kinds = np.full(len(KINDS), RELATIONS.index(OTHER))
    for kind, names in _TAKEN_TOGETHER.items():
        kinds[[KINDS.index(name) for name in names]] = RELATIONS.index(kind)
    width = width_of(node)
    keys, which = np.unique(group * width + node, return_inverse=True)
    of, node = np.divmod(keys, width)
    low = np.searchsorted(led[0], of)
    length = np.searchsorted(led[0], of, side="right") - low
    best = np.full(len(keys), len(RELATIONS))
    for part in chunks(length, CHUNK):
        row = np.repeat(np.arange(len(keys))[part], length[part])
        core = led[1][spans(low[part], length[part])]
        np.minimum.at(best, row, kinds[relations.ranks(node[row], core)])
    return best[which]
