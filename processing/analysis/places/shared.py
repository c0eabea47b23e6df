"""Shared clusters: one row for each city of a cluster, with an equal part of its weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..columns import encode
from ..distinct import equal_rows, nulls, number_values
from ..fields import CB_CITY, CB_CITYBY, CB_CITYCD, CB_ROW, CB_SHARED, CB_WEIGHT
from ..frames import Table
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, normalise
from . import registry
from .resolving import CHECK_EVERY, Resolver
from .settling import settle_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..arrays import Floats, Ints, Objects
    from ..cancelling import Poll
    from ..frames import Values

COLUMNS = (
    "source", "cluster", CB_ROW, CB_CITY, CB_CITYCD, CB_CITYBY, "candidates", CB_SHARED, CB_WEIGHT,
    "lon", "lat",
)  # fmt: skip


@dataclass(frozen=True)
class RowNames:
    """What names the input rows, and their layer, in a message."""

    rows: Ints | list[int]
    layer: str = ""

    @classmethod
    def numbered(cls, count: int) -> RowNames:
        """Name rows by their numbers from 1."""
        return cls(np.arange(count) + 1)


@dataclass(frozen=True)
class SplitRows:
    """Clusters by city.

    Attributes
    ----------
    frame : Table
        A row per cluster and city, in the order of the input rows, within one by city code:
        ``source`` (position of the input row), ``cluster`` (its id as text), ``cb_row`` (id#k), ``cb_city`` (name
        of the unit, or the text as written where unresolved; None where there is no text), ``cb_citycd`` (code
        or None), ``cb_cityby``, ``candidates`` (text), ``cb_shared`` (number N of cities of the cluster),
        ``cb_weight`` (weight / N), ``lon``, ``lat``.
    clusters : int
        Number of distinct clusters.
    """

    frame: Table
    clusters: int


def split_shared(
    ids: Values,
    cities: Values,
    provinces: Values | None = None,
    weights: Values | None = None,
    *,
    gazetteer: Resolver | None = None,
    points: Callable[[Ints], tuple[Floats, Floats]] | None = None,
    names: RowNames | None = None,
    cancelled: Poll = None,
) -> SplitRows:
    """Split clusters that several cities share into one row per city.

    Parameters
    ----------
    ids : array_like, shape (n,)
        Identity of the cluster; the same id in several rows is one cluster.
    cities : array_like of str, shape (n,)
        City or list of cities (separators 、,，;；|/, and what the gazetteer knows besides).
    provinces : array_like, shape (n,), optional
        Settle ambiguous names; see `Gazetteer.resolve`.  For a list of cities the province only helps, it
        rules nothing out: a list may cross the border.
    weights : array_like of float, shape (n,), optional
        Weight of the whole cluster, 1 where not given; a missing one stays missing.
    gazetteer : Resolver, optional
        Where names are looked up; the bundled gazetteer by default.
    points : function, optional
        Returns longitudes and latitudes of the input rows with these numbers; asked for ambiguous names of
        rows with one city.
    names : RowNames, optional
        Of the rows in a message.
    cancelled : function, optional
        Says whether to stop; asked once in some hundred texts.

    Returns
    -------
    SplitRows

    Raises
    ------
    AnalysisError
        A row without id; one id and one city in two rows.
    Cancelled

    Notes
    -----
    N counts distinct resolved cities and unresolved names; two names of one city in a list count once.  k
    counts the cities of a cluster by code, unresolved names last.
    """
    n = len(ids)
    clusters = np.array([as_text(value) for value in ids], dtype=np.object_)
    names = names or RowNames.numbered(n)
    _check_ids(clusters, names)
    resolver = gazetteer or registry.gazetteer()
    source, pieces = _one_city_each(resolver, cities, cancelled)
    lengths = np.bincount(source, minlength=n)
    found = _resolve(resolver, pieces, _at(provinces, source), lengths, cancelled)
    if points is not None:
        unsettled = (found["by"] == "ambiguous") & (lengths[source] == 1)
        found = settle_rows(found, pieces, _at(provinces, source), unsettled, source, points, resolver)
    unresolved = nulls(found["code"])
    key, city = found["code"].copy(), found["name"].copy()
    key[unresolved] = ["\uffff" + normalise(text) for text in pieces[unresolved]]
    city[unresolved] = [text or None for text in pieces[unresolved]]
    rows = found.with_columns(**{"source": source, "cluster": clusters[source], "key": key, CB_CITY: city})
    rows = rows.take(equal_rows(source, number_values(key)[0])[1])
    _check_cities(rows, names)
    return _number(rows, clusters, weights)


def place_rows(
    ids: Values, found: Table, weights: Values | None = None, names: RowNames | None = None
) -> SplitRows:
    """Make a row of each cluster row that was placed by its point; rows of one id share its weight.

    Parameters
    ----------
    ids, weights, names
        See `split_shared`.
    found : Table, n rows
        With the columns of `Resolver.resolve_all`; ``code`` is None where unresolved or where there are no
        cities.

    Returns
    -------
    SplitRows

    Raises
    ------
    AnalysisError
        A row without id; one id and one code in two rows.
    """
    clusters = np.array([as_text(value) for value in ids], dtype=np.object_)
    names = names or RowNames.numbered(len(ids))
    _check_ids(clusters, names)
    apart = np.array([f"\uffff{number:012d}" for number in range(len(ids))], dtype=object)
    rows = found.with_columns(
        **{
            "source": np.arange(len(ids)),
            "cluster": clusters,
            "key": np.where(nulls(found["code"]), apart, found["code"]),
            CB_CITY: found["name"],
        }
    )
    _check_cities(rows, names)
    return _number(rows, clusters, weights)


def _check_ids(clusters: Objects, names: RowNames) -> None:
    missing = np.array(clusters == "", dtype=bool)
    if missing.any():
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Layer “{layer}”, row {row}: the cluster has no id (rows concerned: {n}). Fill in the "
                "field or choose another one.",
            ),
            layer=names.layer,
            row=names.rows[np.argmax(missing)],
            n=int(missing.sum()),
        )


def _one_city_each(resolver: Resolver, cities: Values, cancelled: Poll) -> tuple[Ints, Objects]:
    """Input position and text of each entry of the lists; a row without any keeps one empty entry."""
    codes, texts = encode(resolver.expand(cities))
    lists = []
    for number, text in enumerate(texts):
        if number % CHECK_EVERY == 0:
            stop_if(cancelled)
        lists.append(resolver.cities_in(text) or [""])
    lists.append([""])  # code -1: null
    lengths = np.array([len(entries) for entries in lists])[codes]
    source = np.repeat(np.arange(len(codes)), lengths)
    pieces = [piece for code in codes for piece in lists[code]]
    return source, np.array(pieces, dtype=object)


def _at(column: Values | None, source: Ints) -> Objects | None:
    return None if column is None else np.asarray(column, dtype=object)[source]


def _resolve(
    resolver: Resolver,
    pieces: Objects,
    provinces: Objects | None,
    lengths: Ints,
    cancelled: Poll,
) -> Table:
    found = resolver.resolve_all(pieces, provinces, cancelled=cancelled)
    across = (found["by"] == "conflict") & (np.repeat(lengths, lengths) > 1)
    if across.any():
        without_province = resolver.resolve_all(pieces[across], cancelled=cancelled)
        for name, column in found.items():
            column[across] = without_province[name]
    return found


def _check_cities(rows: Table, names: RowNames) -> None:
    number, firsts = equal_rows(number_values(rows["cluster"])[0], number_values(rows["key"])[0])
    again = np.ones(len(rows), dtype=bool)
    again[firsts] = False
    if not again.any():
        return
    second = int(np.argmax(again))
    first = firsts[number[second]]
    raise AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "Layer “{layer}”: the cluster {id} occurs twice in {city}, in rows {first} and {second} (rows "
            "concerned: {n}). Remove one or give it another id.",
        ),
        layer=names.layer,
        id=rows["cluster"][second],
        city=rows[CB_CITY][second] or "–",
        first=names.rows[rows["source"][first]],
        second=names.rows[rows["source"][second]],
        n=int(again.sum()),
    )


def _number(rows: Table, clusters: Objects, weights: Values | None) -> SplitRows:
    """Number the cities of each cluster and divide its weight."""
    cluster, names = number_values(rows["cluster"])
    shared = np.bincount(cluster, minlength=len(names))[cluster]
    rank = _ranks(cluster, rows["key"], shared)
    weight = np.ones(len(clusters)) if weights is None else np.asarray(weights, dtype=float)
    rows = rows.with_columns(
        **{
            CB_CITYCD: rows["code"],
            CB_CITYBY: rows["by"],
            CB_ROW: [f"{name}#{k}" for name, k in zip(rows["cluster"], rank.tolist())],
            CB_SHARED: shared,
            CB_WEIGHT: weight[rows["source"]] / shared,
        }
    )
    order = np.lexsort((rank, rows["source"]))
    return SplitRows(rows.only(COLUMNS).take(order), len(set(clusters.tolist())))


def _ranks(cluster: Ints, key: Objects, shared: Ints) -> Ints:
    """Return which city of its cluster each row is, from 1, in the order of the keys."""
    rank, several = np.ones(len(cluster), dtype=np.int64), np.flatnonzero(shared > 1)
    order = np.lexsort((np.unique(key[several], return_inverse=True)[1], cluster[several]))
    ordered = cluster[several][order]
    rank[several[order]] += np.arange(len(order)) - np.searchsorted(ordered, ordered)
    return rank
