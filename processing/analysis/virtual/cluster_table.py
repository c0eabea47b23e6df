"""The table of virtual clusters: how large, how far-flung, and which borders they cross."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..frames import Table
from ..sparse import count_distinct, width_of
from .comparing import TOLERANCE, mean_by, scaled, share, sum_by
from .distances import metres

if TYPE_CHECKING:
    from ..arrays import Flags, Floats, Ints, Objects
    from .clusters import Cities, Clusters
    from .network import Network

LOCAL, NEAR, VIRTUAL = KINDS = ("local", "near", "virtual")


@dataclass(frozen=True)
class ClusterFigures:
    """The table of clusters, and the figures of all of them together.

    Attributes
    ----------
    table : Table
    share_inside, npi : float
        NaN where there is nothing to share.
    """

    table: Table
    share_inside: float
    npi: float


def cluster_table(
    network: Network, clusters: Clusters, cities: Cities, industries: Objects | None, radius_km: float = 100.0
) -> ClusterFigures:
    """Describe the clusters, one in a row.

    Parameters
    ----------
    network : Network
    clusters : Clusters
    cities : Cities
    industries : (n,) object or None
        Industry of each block.
    radius_km : float
        What is farther apart is not near.

    Returns
    -------
    ClusterFigures
        ``vc_id``, ``kind``, ``core``, ``core_city``, ``core_ind``, ``blocks``, ``cities``, ``groups``, ``industries``,
        ``flow``, ``inside``, ``mean_km``, ``max_km``, ``mean_f``, ``npi``, ``sh_city``, ``sh_prov``, ``sh_group``,
        ``city_list``, ``ind_list``.

    Notes
    -----
    ``npi``, the non-proximity index, is the share of the inside flow over more than `radius_km`; what flows inside a
    city is near. Links between cities of unknown distance are left out; where they could change the kind, it is NaN.
    """
    size, member = len(clusters), clusters.cluster >= 0
    own = clusters.cluster[member]
    industries = np.full(len(network), None) if industries is None else industries
    ids = np.array(network.ids, dtype=object)
    columns: dict[str, Any] = {
        "vc_id": np.arange(1, size + 1),
        "kind": None,
        "core": ids[clusters.core],
        "core_city": np.array(cities.names, dtype=object)[cities.number[clusters.core]],
        "core_ind": industries[clusters.core],
        "blocks": np.bincount(own, minlength=size),
        "cities": count_distinct(own, cities.number[member], size),
        "groups": count_distinct(own, cities.group[cities.number[member]], size),
        "industries": count_distinct(own, _numbers(industries[member]), size),
    }
    inside, figures = _inside(network, clusters, cities, radius_km)
    columns.update(figures)
    far = member & (clusters.parent >= 0)
    f, of = clusters.f[far], clusters.cluster[far]
    columns["mean_f"] = share(sum_by(of, f, size), np.bincount(of, minlength=size))
    columns["kind"] = _kinds(columns["cities"], columns["npi"])
    strength = network.strength[member]
    columns["city_list"] = _lists(own, np.array(cities.names, dtype=object)[cities.number[member]],
                                  cities.number[member], strength, size)  # fmt: skip
    columns["ind_list"] = _lists(own, industries[member], _numbers(industries[member]), strength, size)
    names = ("vc_id", "kind", "core", "core_city", "core_ind", "blocks", "cities", "groups", "industries", "flow",
             "inside", "mean_km", "max_km", "mean_f", "npi", "sh_city", "sh_prov", "sh_group", "city_list",
             "ind_list")  # fmt: skip
    counted, far = _far(network, cities, radius_km)
    flows = [network.flow[rows].sum() for rows in (inside & far, inside & counted, inside)]
    return ClusterFigures(
        Table({name: columns[name] for name in names}),
        float(share(network.flow[inside].sum(), network.flow.sum())),
        float(_non_proximity(*flows)),
    )


def _far(network: Network, cities: Cities, radius_km: float) -> tuple[Flags, Flags]:
    """Return which links are near or far, and which of these are far."""
    apart = cities.number[network.source] != cities.number[network.target]
    known = np.isfinite(network.km)
    return known | ~apart, known & apart & (metres(network.km) > metres(radius_km))


def _inside(
    network: Network, clusters: Clusters, cities: Cities, radius_km: float
) -> tuple[Flags, dict[str, Floats]]:
    """Return which links lie inside a cluster, and the figures of each cluster that come from them."""
    size = len(clusters)
    source, target = clusters.cluster[network.source], clusters.cluster[network.target]
    inside = (source == target) & (source >= 0)
    of, flow, km = source[inside], network.flow[inside], network.km[inside]
    touching = sum_by(source[source >= 0], network.flow[source >= 0], size)
    other = (target >= 0) & ~inside
    touching += sum_by(target[other], network.flow[other], size)
    whole = sum_by(of, flow, size)
    known = np.isfinite(km)
    counted, far = (rows[inside] for rows in _far(network, cities, radius_km))
    largest = np.full(size, -np.inf)
    np.maximum.at(largest, of[known], km[known])
    first, second = cities.number[network.source[inside]], cities.number[network.target[inside]]
    apart = first != second
    figures = {
        "flow": whole,
        "inside": share(whole, touching),
        "mean_km": mean_by(of[known], km[known], flow[known], size),
        "max_km": np.where(np.isfinite(largest), largest, np.nan),
        "npi": _non_proximity(
            sum_by(of[far], flow[far], size), sum_by(of[counted], flow[counted], size), whole
        ),
    }
    for name, region in (("sh_city", None), ("sh_prov", cities.province), ("sh_group", cities.group)):
        crosses = apart if region is None else apart & _differ(region[first], region[second])
        figures[name] = share(sum_by(of[crosses], flow[crosses], size), whole)
    return inside, figures


def _non_proximity(far: Floats, counted: Floats, whole: Floats) -> Floats:
    """Return which share of what flows over known distances goes far; NaN where the others could change the kind."""
    half = (0.5 - TOLERANCE) * whole
    settled = (far >= half) | (far + (whole - counted) < half)
    return np.where(settled, share(far, counted), np.nan)


def _kinds(cities: Ints, npi: Floats) -> Objects:
    """Return whether clusters of so many cities and such non-proximity are local, near or virtual; None for unknown."""
    apart = np.where(npi >= 0.5 - TOLERANCE, VIRTUAL, np.where(npi >= 0, NEAR, np.array(None)))
    return np.where(cities == 1, LOCAL, apart).astype(object)


def _differ(first: Ints, second: Ints) -> Flags:
    differ: Flags = (first != second) | (first < 0)
    return differ


def _numbers(values: Objects) -> Ints:
    """Number texts in their order; −1 for None."""
    codes = {value: number for number, value in enumerate(sorted({v for v in values if v is not None}))}
    return np.array([codes.get(value, -1) for value in values], dtype=np.int64)


def _lists(group: Ints, names: Objects, numbers: Ints, strength: Floats, size: int) -> Objects:
    """Return for each group its names, those of the most ties first; None where it has none."""
    lists = np.full(size, None, dtype=object)
    known = numbers >= 0
    group, names, numbers, strength = group[known], names[known], numbers[known], strength[known]
    width = width_of(numbers)
    keys, first, which = np.unique(group * width + numbers, return_index=True, return_inverse=True)
    sums, of = sum_by(which, strength, len(keys)), keys // width
    largest = np.zeros(size)
    np.maximum.at(largest, of, sums)
    order = np.lexsort((-scaled(sums, largest[of]), of))
    bounds = np.searchsorted(of[order], np.arange(size + 1))
    for number, (low, high) in enumerate(zip(bounds, bounds[1:])):
        if low < high:
            lists[number] = ", ".join(names[first[order[low:high]]].tolist())
    return lists
