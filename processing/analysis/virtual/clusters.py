"""Virtual clusters: the groups of blocks that are large enough, numbered, with the role of each block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import Pairs
from .comparing import scaled, share, sum_by
from .distances import Distances

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..arrays import Array, Floats, Ints, Objects
    from .agglomeration import Grouping
    from .network import Network

CORE, MEMBER, SINGLE = ("core", "member", "single")


@dataclass(frozen=True)
class Cities:
    """Where the blocks of a network lie.

    Attributes
    ----------
    number : (n,) int64
        City of each block; a block without one is a city of its own.
    codes : tuple of str
        By number, in text order.
    names : tuple of str
    province, group : (cities,) int64
        −1 where it is not known.
    """

    number: Ints
    codes: tuple[str, ...]
    names: tuple[str, ...]
    province: Ints
    group: Ints


@dataclass(frozen=True)
class Clusters:
    """Virtual clusters of the blocks of a network.

    Attributes
    ----------
    cluster : (n,) int64
        0 … count − 1, the one of the most ties first; −1 for a single block.
    core : (count,) int64
        Block at the core of each cluster.
    parent : (n,) int64
        −1 for cores and single blocks.
    f : (n,) float64
        NaN for single blocks, and where the method measures none.
    """

    cluster: Ints
    core: Ints
    parent: Ints
    f: Floats

    def __len__(self) -> int:
        return len(self.core)

    def of_blocks(self, values: Iterable[object]) -> Objects:
        """Return the value of each block's cluster, None for single blocks, from `values` by cluster."""
        return np.array([*values, None], dtype=object)[self.cluster]


def form_clusters(
    network: Network, grouping: Grouping, cities: Cities, min_blocks: int = 2, min_cities: int = 1
) -> Clusters:
    """Keep the groups that are large enough, and number them.

    Parameters
    ----------
    network : Network
    grouping : Grouping
    cities : Cities
    min_blocks, min_cities : int

    Returns
    -------
    Clusters
    """
    size = len(network)
    tied = network.strength > 0
    core = grouping.core
    blocks = np.bincount(core[tied], minlength=size)
    spots = np.unique(core[tied] * (len(cities.codes) + 1) + cities.number[tied])
    spread = np.bincount(spots // (len(cities.codes) + 1), minlength=size)
    kept = np.flatnonzero((blocks >= max(min_blocks, 1)) & (spread >= max(min_cities, 1)))
    sums = sum_by(core, network.strength, size)[kept]
    kept = kept[np.lexsort((kept, -scaled(sums)))]
    number = np.full(size, -1)
    number[kept] = np.arange(len(kept))
    cluster = np.where(tied, number[core], -1)
    inside = cluster >= 0
    return Clusters(
        cluster, kept, np.where(inside, grouping.parent, -1), np.where(inside, grouping.f, np.nan)
    )


def block_columns(
    network: Network, clusters: Clusters, x: Floats, y: Floats, planar: bool = False
) -> dict[str, Array]:
    """Return what each block is to its cluster.

    Parameters
    ----------
    network : Network
    clusters : Clusters
    x, y : (n,) float64
        Points of the blocks; NaN for none.
    planar : bool

    Returns
    -------
    dict of str to (n,) array
        ``vc_id``, ``vc_role``, ``vc_core``, ``vc_parent``, ``vc_f``, ``vc_km``, ``vc_tie``, ``vc_share``; NaN or None
        for single blocks, but for the role and the tie.
    """
    inside = clusters.cluster >= 0
    core = np.where(inside, clusters.core[clusters.cluster] if len(clusters) else -1, -1)
    ids = np.array([*network.ids, None], dtype=object)
    role = np.where(inside, np.where(core == np.arange(len(network)), CORE, MEMBER), SINGLE).astype(object)
    block, partner, tie = network.sides
    kept = (clusters.cluster[block] == clusters.cluster[partner]) & inside[block]
    km = _km(network, np.arange(len(network)), core, Distances(x, y, planar))
    return {
        "vc_id": np.where(inside, clusters.cluster + 1.0, np.nan),
        "vc_role": role,
        "vc_core": ids[core],
        "vc_parent": ids[clusters.parent],
        "vc_f": clusters.f,
        "vc_km": np.where(inside, km, np.nan),
        "vc_tie": network.strength,
        "vc_share": np.where(
            inside, share(sum_by(block[kept], tie[kept], len(network)), network.strength), np.nan
        ),
    }


def spokes(
    network: Network, clusters: Clusters, x: Floats, y: Floats, planar: bool = False
) -> tuple[dict[str, Array], Ints, Ints]:
    """Return the lines from blocks to their parents, by cluster, then block.

    Returns
    -------
    columns : dict of str to array
        ``vc_id``, ``from_id``, ``to_id``, ``f``, ``km``, ``flow``.
    block, parent : (n,) int64
    """
    block = np.flatnonzero(clusters.parent >= 0)
    block = block[np.lexsort((block, clusters.cluster[block]))]
    parent = clusters.parent[block]
    tie = np.append(network.pairs[2], 0.0)
    ids = np.array(network.ids, dtype=object)
    columns = {
        "vc_id": clusters.cluster[block] + 1,
        "from_id": ids[block],
        "to_id": ids[parent],
        "f": clusters.f[block],
        "km": _km(network, block, parent, Distances(x, y, planar)),
        "flow": tie[_tie_between(network, block, parent)],
    }
    return columns, block, parent


def _tie_between(network: Network, block: Ints, other: Ints) -> Ints:
    """Return the positions in `Network.pairs` of the ties between blocks; −1 where there is none."""
    first, second, _ = network.pairs
    ties = Pairs(len(network), first * len(network) + second)
    return ties.find(np.minimum(block, other), np.maximum(block, other))


def _km(network: Network, block: Ints, other: Ints, distances: Distances) -> Floats:
    """Return how far blocks lie apart: by the links between them, else by their points."""
    by_links = np.append(network.pair_km, np.nan)[_tie_between(network, block, other)]
    return np.where(np.isfinite(by_links), by_links, distances.between(block, other))
