"""Ties of co-members across industries: information technology with medicine, and the like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..frames import Table
from ..virtual.comparing import scaled, share, sum_by
from .pairing import KeySums, pairs_within

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

    group: np.ndarray
    first: np.ndarray
    second: np.ndarray
    flow: np.ndarray
    roots: np.ndarray

    def across(self, groups):
        """Return the share of each group's ties that cross industries; NaN without ties."""
        crosses = self.first != self.second
        part = np.bincount(self.group[crosses], self.flow[crosses], groups)
        return share(part, np.bincount(self.group, self.flow, groups))


def find_crossing(memberships, taxonomy, cancelled=None):
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
    roots, parts = _roots_of_sets(memberships.sets, taxonomy)
    size, width = memberships.sizes, max(len(roots), 1)
    known = memberships.node_set[memberships.member] >= 0
    sets = max(len(memberships.sets), 1)
    keys, members = np.unique(
        memberships.group[known] * sets + memberships.node_set[memberships.member][known], return_counts=True
    )
    group, root, weight, own = _by_root(keys // sets, keys % sets, members, parts)
    cells, which = np.unique(group * width + root, return_inverse=True)
    weight = sum_by(which, weight, len(cells))
    group, root = cells // width, cells % width
    sums = KeySums(1)
    for first, second in pairs_within(group, root, cancelled):
        product = weight[first] * weight[second] / np.where(first == second, 2, 1)
        sums.add((group[first] * width + root[first]) * width + root[second], product)
    for of, low, high, product in own:
        sums.add((of * width + low) * width + high, -product / np.where(low == high, 2, 1))
    keys, flow = sums.result()
    group = keys // width**2
    flow = np.divide(flow, size[group] - 1, out=np.zeros(len(flow)), where=size[group] > 1)
    tied = flow > _NOTHING
    keys, flow = keys[tied], flow[tied]
    return Crossing(keys // width**2, keys // width % width, keys % width, flow, roots)


def crossing_table(crossing, taxonomy, language):
    """Return the ties between industries, the strongest first.

    Returns
    -------
    Table
        ``ind_a``, ``ind_b``, ``name_a``, ``name_b``, ``flow``, ``grps``, ``share``.
    """
    width = max(len(crossing.roots), 1)
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


def _roots_of_sets(sets, taxonomy):
    """Return the roots, and for each set of nodes those that it lies under, as positions in them."""
    roots = [node for node in range(len(taxonomy)) if not taxonomy.parents[node]]
    number = {node: position for position, node in enumerate(roots)}
    found = []
    for nodes in sets:
        above = {a for node in nodes for a in (node, *taxonomy.ancestors(node)) if a in number}
        found.append(sorted(number[node] for node in above))
    return np.array(roots, dtype=np.int64), found


def _by_root(group, node_set, members, parts):
    """Return the members of groups by root, and for each pair of roots the ties of members with themselves."""
    counts = np.array([len(of) for of in parts], dtype=np.int64)
    starts = np.cumsum(counts) - counts
    flat = np.array([root for of in parts for root in of], dtype=np.int64)
    row = np.repeat(np.arange(len(group)), counts[node_set])
    step = np.arange(len(row)) - np.repeat(np.cumsum(counts[node_set]) - counts[node_set], counts[node_set])
    root = flat[starts[node_set[row]] + step]
    weight = members[row] / counts[node_set[row]]
    own = []
    for number in np.unique(node_set).tolist():
        here = node_set == number
        for at, low in enumerate(parts[number]):
            for high in parts[number][at:]:
                product = members[here] / counts[number] ** 2
                own.append((group[here], np.full(here.sum(), low), np.full(here.sum(), high), product))
    return group[row], root, weight, own
