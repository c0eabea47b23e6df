"""How the members of a group relate to its leading members: the same industry, kin, a chain, or none of these."""

from __future__ import annotations

import numpy as np

from ..industries import relation_kinds
from ..industries.relation_kinds import RELATIONS as KINDS
from ..industries.relations import rank_of_cost
from ..industries.set_costs import SetCosts
from ..virtual.comparing import share

SAME, KIN, CHAIN, OTHER = RELATIONS = ("same", "kin", "chain", "other")
_TAKEN_TOGETHER = {
    SAME: (relation_kinds.SAME,),
    KIN: (relation_kinds.BELT_WITHIN, relation_kinds.CLUSTER_WITHIN),
    CHAIN: (relation_kinds.BELT_UPSTREAM, relation_kinds.BELT_DOWNSTREAM),
}


def relations_of_members(memberships, relation_of):
    """Count the members outside the core roles by their best relation to the core members' nodes.

    Parameters
    ----------
    memberships : Memberships
    relation_of : function of (sets, sets)
        Best relation between the sets of nodes in rows and in columns, as positions in `RELATIONS`.

    Returns
    -------
    (G, 4) float64
        Shares of the members with a node; NaN for groups without such members, or without core members with one.
    """
    size, sets = len(memberships.groups), max(len(memberships.sets), 1)
    number = memberships.node_set[memberships.member]
    known = number >= 0
    group, number, core = memberships.group[known], number[known], memberships.core[known]
    leading = np.unique(group[core] * sets + number[core])
    others, count = np.unique(group[~core] * sets + number[~core], return_counts=True)
    table = relation_of(memberships.sets, memberships.sets)
    low = np.searchsorted(leading, others // sets * sets)
    high = np.searchsorted(leading, (others // sets + 1) * sets)
    best = np.full(len(others), len(RELATIONS))
    for step in range(int((high - low).max(initial=0))):
        there = low + step < high
        pair = others[there] % sets, leading[low[there] + step] % sets
        best[there] = np.minimum(best[there], table[pair])
    led = high > low
    counts = np.zeros((size, len(RELATIONS)))
    np.add.at(counts, (others[led] // sets, best[led]), count[led])
    return share(counts, counts.sum(axis=1, keepdims=True))


def relation_of_sets(relations):
    """Return the function that `relations_of_members` asks, for `industries.relations.Relations`."""
    kinds = np.full(len(KINDS), RELATIONS.index(OTHER), dtype=np.int8)
    for kind, names in _TAKEN_TOGETHER.items():
        kinds[[KINDS.index(name) for name in names]] = RELATIONS.index(kind)
    return lambda rows, columns: kinds[rank_of_cost(SetCosts(relations, rows, columns).all())]
