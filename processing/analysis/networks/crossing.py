"""Ties of co-members across industries: information technology with medicine, and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table
from ..industries.node_sets import nodes_of
from ..virtual.comparing import scaled, share, sum_by
from ..virtual.integration import ROOT, take_together
from .pairing import KeySums, pairs_within

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from ..industries.taxonomy import Taxonomy
    from .memberships import Memberships

# What remains of a difference of sums is no tie.
_NOTHING = 1e-12


@dataclass(frozen=True)
class Crossing:
    """Ties between industries, summed within each group.

    Attributes
    ----------
    group : (n,) int64
    first, second : (n,) int64
        Positions in `roots`, first ≤ second.
    flow : (n,) float64
    roots : (R,) int64
        Nodes that lie under no other.
    """

    group: Ints
    first: Ints
    second: Ints
    flow: Floats
    roots: Ints

    def across(self, groups: int) -> Floats:
        """Return the share of each group's ties that cross industries; NaN without ties."""
        crosses = self.first != self.second
        part = np.bincount(self.group[crosses], self.flow[crosses], groups)
        return share(part, np.bincount(self.group, self.flow, groups))


def find_crossing(memberships: Memberships, taxonomy: Taxonomy, cancelled: Poll = None) -> Crossing:
    """Sum the ties of co-members by the roots of their industries.

    Parameters
    ----------
    memberships : Memberships
    taxonomy : Taxonomy
    cancelled : callable, optional

    Returns
    -------
    Crossing
        A member of two roots is half in each, and makes no tie with itself.
    """
    roots = take_together(taxonomy, ROOT)
    parts = [sorted({r for node in nodes for r in roots.of_node[node]}) for nodes in memberships.sets]
    size, width = memberships.sizes, len(roots)
    number, sets = memberships.node_set[memberships.member], len(memberships.sets)
    known = number >= 0
    cells, members = np.unique(memberships.group[known] * sets + number[known], return_counts=True)
    row, root = nodes_of(parts, cells % sets)
    weight = members[row] / np.bincount(row, minlength=len(cells))[row]
    sums = KeySums(1)
    # Members by group and root, each with each; less the ties of members with themselves.
    keys, which = np.unique(cells[row] // sets * width + root, return_inverse=True)
    counted = sum_by(which, weight, len(keys))
    for first, second in pairs_within(keys // width, cancelled):
        product = counted[first] * counted[second] / np.where(first == second, 2, 1)
        sums.add(keys[first] * width + keys[second] % width, product)
    of = cells // sets
    for first, second in pairs_within(row, cancelled):
        product = weight[first] * weight[second] / members[row[first]] / np.where(first == second, 2, 1)
        sums.add((of[row[first]] * width + root[first]) * width + root[second], -product)
    keys, flow = sums.result()
    group = keys // width**2
    flow = np.divide(flow, size[group] - 1, out=np.zeros(len(flow)), where=size[group] > 1)
    tied = flow > _NOTHING
    keys, flow = keys[tied], flow[tied]
    return Crossing(
        keys // width**2,
        keys // width % width,
        keys % width,
        flow,
        np.arange(0) if roots.nodes is None else roots.nodes,
    )


def crossing_table(crossing: Crossing, taxonomy: Taxonomy, language: str) -> Table:
    """Return the ties between industries, the strongest first.

    Returns
    -------
    Table
        ``ind_a``, ``ind_b``, ``name_a``, ``name_b``, ``flow``, ``grps``, ``share``.
    """
    width = len(crossing.roots)
    keys, which = np.unique(crossing.first * width + crossing.second, return_inverse=True)
    flow = sum_by(which, crossing.flow, len(keys))
    order = np.lexsort((keys, -scaled(flow)))
    first, second = crossing.roots[keys[order] // width], crossing.roots[keys[order] % width]
    codes = np.array(taxonomy.codes, dtype=object)
    names = np.array([taxonomy.name(node, language) for node in range(len(taxonomy))], dtype=object)
    return Table(
        {
            "ind_a": codes[first],
            "ind_b": codes[second],
            "name_a": names[first],
            "name_b": names[second],
            "flow": flow[order],
            "grps": np.bincount(which, minlength=len(keys))[order],
            "share": share(flow[order], flow.sum()),
        }
    )
