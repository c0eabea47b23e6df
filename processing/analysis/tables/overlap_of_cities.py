"""How far the cities with clusters are those with belts, now and with earlier years."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ..columns import sum_by
from ..distinct import nulls, number_values
from ..fields import table
from ..frames import Table
from ..typed_columns import as_objects
from .counting import row_counts
from .rows import table_of_rows

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..matching.placed_belts import PlacedBelts

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


def compare_cities(clusters: Table, belts: PlacedBelts, units: int | None = None) -> tuple[Table, Table]:
    """Compare the cities of clusters with those of belts.

    Parameters
    ----------
    clusters : Table
        ``city`` (key) and ``name``, a row per cluster and city; rows whose city is not known (None) are left out.
        Optional: ``class``.
    belts : matching.placed_belts.PlacedBelts
        Later ones are left out.
    units : int, optional
        How many cities there are in all; with it the number of common cities that chance would give
        (``expected``) and the probability ``p`` of at least as many are worked out.

    Returns
    -------
    measures : Table
        ``measure`` (see `MEASURES`; shares, Jaccard's index and the overlap coefficient are fractions),
        ``now`` (current belts) and ``ever`` (with earlier ones; NaN where no year is known).
    cities : Table
        A row per city with clusters or belts: ``city``, ``citycd``, ``kind``, ``clusters``, ``belts`` (now),
        ``before`` (earlier belts), ``last_year``, ``classes`` (of its clusters:
        ``AM+SEI``). Cities with clusters and no belts come first.

    Notes
    -----
    P. Jaccard (1901), Bulletin de la Société Vaudoise des Sciences Naturelles 37, 547–579. The overlap
    coefficient divides by the smaller set (Szymkiewicz 1934, Simpson 1943). `p` is the tail of the
    hypergeometric distribution.
    """
    every = Table(
        {
            "city": belts.city,
            "name": belts.city_name,
            "last": belts.last,
            "current": belts.current,
            "earlier": belts.earlier,
            "count": belts.count,
        }
    )
    known = every.take(~nulls(belts.city) & (belts.current | belts.earlier))
    clusters = Table.of(clusters)
    clusters = clusters.with_columns(city=as_objects(clusters["city"]), count=row_counts(clusters))
    clusters = clusters.take(~nulls(clusters["city"]))
    with_clusters = set(clusters["city"].tolist())
    now, ever = set(known["city"][known["current"]].tolist()), set(known["city"].tolist())
    columns = {"measure": list(MEASURES), "now": _measures(with_clusters, now, units)}
    columns["ever"] = np.full(len(MEASURES), np.nan)
    if np.isfinite(belts.last).any():
        columns["ever"] = _measures(with_clusters, ever, units)
    return Table.of(columns), _cities(clusters, known)


def hypergeometric_tail(common: int, first: int, second: int, units: int) -> float:
    """Return the probability that two random sets of cities have at least `common` in common."""

    def log_choose(n: int, k: int) -> float:
        return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)

    least, most = max(common, first + second - units, 0), min(first, second)
    every = log_choose(units, second)
    terms = (
        math.exp(log_choose(first, k) + log_choose(units - first, second - k) - every)
        for k in range(least, most + 1)
    )
    return min(1.0, math.fsum(terms))


def _measures(clusters: set[str], belts: set[str], units: int | None) -> Floats:
    a, b, both, either = len(clusters), len(belts), len(clusters & belts), len(clusters | belts)
    expected = p = float("nan")
    if units and either <= units:
        expected, p = a * b / units, hypergeometric_tail(both, a, b, units)

    def share(of: int) -> float:
        return both / of if of else float("nan")

    values = (a, b, both, a - both, either, share(a), share(b), share(either), share(min(a, b)), expected, p)
    return np.array(values, dtype=float)


def _cities(clusters: Table, belts: Table) -> Table:
    number, cities = number_values(np.concatenate([clusters["city"], belts["city"]]))
    of_clusters, of_belts = np.split(number, [len(clusters)])
    names = dict(zip([*of_belts, *of_clusters], [*belts["name"], *clusters["name"]]))
    classes = _classes(clusters, of_clusters)
    last = np.full(len(cities), np.nan)
    np.fmax.at(last, of_belts, belts["last"])
    now, before = (
        sum_by(of_belts[belts[when]], belts["count"][belts[when]], len(cities)).tolist()
        for when in ("current", "earlier")
    )
    rows = sum_by(of_clusters, clusters["count"], len(cities)).tolist()
    found = [
        {
            "city": names[place],
            "citycd": city,
            "kind": (BOTH if now[place] else CLUSTERS_ONLY) if rows[place] else BELTS_ONLY,
            "clusters": rows[place],
            "belts": now[place],
            "before": before[place],
            "classes": "+".join(sorted(classes.get(place, ()))) or None,
            "last_year": float(last[place]),
        }
        for place, city in enumerate(cities)
    ]
    found.sort(key=lambda row: (row["kind"] != CLUSTERS_ONLY, -row["clusters"], str(row["citycd"])))
    return table_of_rows(found, table("overlap_cities").keys, table("overlap_cities").types)


def _classes(clusters: Table, number: Ints) -> dict[int, set[str]]:
    """Return the classes of the clusters of each city, where they have one."""
    classes: dict[int, set[str]] = {}
    for place, name in zip(number, as_objects(clusters["class"]) if "class" in clusters else ()):
        if name is not None and name == name:
            classes.setdefault(place, set()).add(str(name))
    return classes
