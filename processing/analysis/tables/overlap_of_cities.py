"""How far the cities with clusters are those with belts, now and with earlier years."""

from __future__ import annotations

import math

import numpy as np

from ..fields import table
from ..frames import frame_of
from .counting import row_counts
from .rows import frame_of_rows

BOTH, CLUSTERS_ONLY, BELTS_ONLY = "both", "clusters_only", "belts_only"
MEASURES = (
    "cluster_cities",
    "belt_cities",
    "both",
    "without_belts",
    "either",
    "share_cl",
    "share_belt",
    "jaccard",
    "overlap",
    "expected",
    "p",
)


def compare_cities(clusters, belts, units=None):
    """Compare the cities of clusters with those of belts.

    Parameters
    ----------
    clusters : DataFrame
        ``city`` (key) and ``name``, a row per cluster and city; rows whose city is not known (None) are left out.
        Optional: ``class``.
    belts : matching.placed_belts.PlacedBelts
        Later ones are left out.
    units : int, optional
        How many cities there are in all; with it the number of common cities that chance would give
        (``expected``) and the probability ``p`` of at least as many are worked out.

    Returns
    -------
    measures : DataFrame
        ``measure`` (see `MEASURES`; shares, Jaccard's index and the overlap coefficient are fractions),
        ``now`` (current belts) and ``ever`` (with earlier ones; NaN where no year is known).
    cities : DataFrame
        A row per city with clusters or belts: ``city``, ``citycd``, ``kind``, ``clusters``, ``belts`` (now),
        ``before`` (earlier belts), ``last_year``, ``classes`` (of its clusters:
        ``AM+SEI``). Cities with clusters and no belts come first.

    Notes
    -----
    P. Jaccard (1901), Bulletin de la Société Vaudoise des Sciences Naturelles 37, 547–579. The overlap
    coefficient divides by the smaller set (Szymkiewicz 1934, Simpson 1943). `p` is the tail of the
    hypergeometric distribution.
    """
    every = frame_of(
        {
            "city": belts.city,
            "name": belts.city_name,
            "last": belts.last,
            "current": belts.current,
            "earlier": belts.earlier,
            "count": belts.count,
        }
    )
    known = every[every["city"].notna()]
    with_clusters = dict.fromkeys(clusters.loc[clusters["city"].notna(), "city"])
    now = set(known.loc[known["current"], "city"])
    ever = now | set(known.loc[known["earlier"], "city"])
    columns = {"measure": list(MEASURES), "now": _measures(set(with_clusters), now, units)}
    if np.isfinite(belts.last).any():
        columns["ever"] = _measures(set(with_clusters), ever, units)
    else:
        columns["ever"] = np.full(len(MEASURES), np.nan)
    clusters = clusters.assign(count=row_counts(clusters))
    return frame_of(columns), _cities(clusters, known, with_clusters)


def hypergeometric_tail(common, first, second, units):
    """Return the probability that two random sets of cities have at least `common` in common."""

    def log_choose(n, k):
        return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)

    least, most = max(common, first + second - units, 0), min(first, second)
    every = log_choose(units, second)
    terms = (
        math.exp(log_choose(first, k) + log_choose(units - first, second - k) - every)
        for k in range(least, most + 1)
    )
    return min(1.0, math.fsum(terms))


def _measures(clusters, belts, units):
    a, b, both, either = len(clusters), len(belts), len(clusters & belts), len(clusters | belts)
    expected = p = float("nan")
    if units and either <= units:
        expected, p = a * b / units, hypergeometric_tail(both, a, b, units)

    def share(of):
        return both / of if of else float("nan")

    values = (a, b, both, a - both, either, share(a), share(b), share(either), share(min(a, b)), expected, p)
    return np.array(values, dtype=float)


def _cities(clusters, belts, with_clusters):
    known = belts[belts["current"] | belts["earlier"]]
    rows, now, before = (
        table.groupby("city")["count"].sum()
        for table in (clusters, known[known["current"]], known[known["earlier"]])
    )
    last = known.groupby("city")["last"].max()
    names = {**dict(zip(known["city"], known["name"])), **dict(zip(clusters["city"], clusters["name"]))}
    classes = {}
    if "class" in clusters:
        given = clusters[clusters["city"].notna() & clusters["class"].notna()]
        classes = {city: sorted(set(map(str, group))) for city, group in given.groupby("city")["class"]}
    found = []
    for city in dict.fromkeys([*with_clusters, *known["city"]]):
        count, belts_now = int(rows.get(city, 0)), int(now.get(city, 0))
        found.append(
            {
                "city": names[city],
                "citycd": city,
                "kind": (BOTH if belts_now else CLUSTERS_ONLY) if count else BELTS_ONLY,
                "clusters": count,
                "belts": belts_now,
                "before": int(before.get(city, 0)),
                "classes": "+".join(classes.get(city, ())) or None,
                "last_year": float(last.get(city, float("nan"))),
            }
        )
    order = {CLUSTERS_ONLY: 0, BOTH: 1, BELTS_ONLY: 2}
    found.sort(key=lambda row: (order[row["kind"]], -row["clusters"], str(row["citycd"])))
    return frame_of_rows(found, table("overlap_cities").keys, table("overlap_cities").types)
