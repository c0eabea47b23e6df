"""Shared clusters: one row for each city of a cluster, with an equal part of its weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..cancelling import stop_if
from ..fields import CB_CITY, CB_CITYBY, CB_CITYCD, CB_ROW, CB_SHARED, CB_WEIGHT
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, normalise
from . import registry
from .resolving import CHECK_EVERY, Resolver
from .settling import settle_rows

COLUMNS = (
    "source", "cluster", CB_ROW, CB_CITY, CB_CITYCD, CB_CITYBY, "candidates", CB_SHARED, CB_WEIGHT,
    "lon", "lat",
)  # fmt: skip


@dataclass(frozen=True)
class RowNames:
    """What names the input rows, and their layer, in a message."""

    rows: np.ndarray
    layer: str = ""

    @classmethod
    def numbered(cls, count):
        """Name rows by their numbers from 1."""
        return cls(np.arange(1, count + 1))


@dataclass(frozen=True)
class SplitRows:
    """Clusters by city.

    Attributes
    ----------
    frame : DataFrame
        A row per cluster and city, in the order of the input rows, within one by city code:
        ``source`` (position of the input row), ``cluster`` (its id as text), ``cb_row`` (id#k), ``cb_city`` (name
        of the unit, or the text as written where unresolved; None where there is no text), ``cb_citycd`` (code
        or None), ``cb_cityby``, ``candidates`` (text), ``cb_shared`` (number N of cities of the cluster),
        ``cb_weight`` (weight / N), ``lon``, ``lat``.
    clusters : int
        Number of distinct clusters.
    """

    frame: pd.DataFrame
    clusters: int


def split_shared(
    ids,
    cities,
    provinces=None,
    weights=None,
    years=None,
    *,
    gazetteer: Resolver | None = None,
    points=None,
    names=None,
    cancelled=None,
) -> SplitRows:
    """Split clusters that several cities share into one row per city.

    Parameters
    ----------
    ids : array_like, shape (n,)
        Identity of the cluster; the same id in several rows is one cluster.
    cities : array_like of str, shape (n,)
        City or list of cities (separators 、,，;；|/, and what the gazetteer knows besides).
    provinces, years : array_like, shape (n,), optional
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
    clusters = pd.Series([as_text(value) for value in ids], dtype=object)
    names = names or RowNames.numbered(n)
    _check_ids(clusters, names)
    resolver = gazetteer or registry.gazetteer()
    source, pieces = _one_city_each(resolver, cities, cancelled)
    lengths = np.bincount(source, minlength=n)
    frame = _resolve(resolver, pieces, _at(provinces, source), _at(years, source), lengths, cancelled)
    if points is not None:
        unsettled = (frame["by"] == "ambiguous").to_numpy() & (lengths[source] == 1)
        frame = settle_rows(frame, pieces, _at(provinces, source), unsettled, source, points, resolver)
    frame.insert(0, "source", source)
    frame.insert(1, "cluster", clusters.to_numpy()[source])
    unresolved = frame["code"].isna().to_numpy()
    frame["key"], frame[CB_CITY] = frame["code"], frame["name"]
    frame.loc[unresolved, "key"] = ["\uffff" + normalise(text) for text in pieces[unresolved]]
    frame.loc[unresolved, CB_CITY] = [text or None for text in pieces[unresolved]]
    frame = frame[~frame.duplicated(["source", "key"])].reset_index(drop=True)
    _check_cities(frame, names)
    return _number(frame, clusters, weights)


def place_rows(ids, found, weights=None, names=None) -> SplitRows:
    """Make a row of each cluster row that was placed by its point; rows of one id share its weight.

    Parameters
    ----------
    ids, weights, names
        See `split_shared`.
    found : DataFrame, n rows
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
    clusters = pd.Series([as_text(value) for value in ids], dtype=object)
    names = names or RowNames.numbered(len(ids))
    _check_ids(clusters, names)
    frame = found.reset_index(drop=True)
    frame.insert(0, "source", np.arange(len(ids)))
    frame.insert(1, "cluster", clusters.to_numpy())
    apart = pd.Series([f"\uffff{number:012d}" for number in range(len(ids))], dtype=object)
    frame["key"], frame[CB_CITY] = frame["code"].where(frame["code"].notna(), apart), frame["name"]
    _check_cities(frame, names)
    return _number(frame, clusters, weights)


def _check_ids(clusters, names):
    missing = (clusters == "").to_numpy(dtype=bool)
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


def _one_city_each(resolver, cities, cancelled):
    """Input position and text of each entry of the lists; a row without any keeps one empty entry."""
    codes, texts = pd.factorize(np.asarray(resolver.expand(cities), dtype=object))
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


def _at(column, source):
    return None if column is None else np.asarray(column, dtype=object)[source]


def _resolve(resolver, pieces, provinces, years, lengths, cancelled):
    frame = resolver.resolve_all(pieces, provinces, years, cancelled)
    across = (frame["by"] == "conflict").to_numpy() & (np.repeat(lengths, lengths) > 1)
    if across.any():
        years = None if years is None else years[across]
        frame.loc[across, :] = resolver.resolve_all(pieces[across], None, years, cancelled).to_numpy()
        frame = frame.astype({"lon": float, "lat": float})
    return frame


def _check_cities(frame, names):
    again = frame.duplicated(["cluster", "key"])
    if not again.any():
        return
    second = frame[again].iloc[0]
    first = frame[(frame["cluster"] == second["cluster"]) & (frame["key"] == second["key"])].iloc[0]
    raise AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "Layer “{layer}”: the cluster {id} occurs twice in {city}, in rows {first} and {second} (rows "
            "concerned: {n}). Remove one or give it another id.",
        ),
        layer=names.layer,
        id=second["cluster"],
        city=second[CB_CITY] or "–",
        first=names.rows[first["source"]],
        second=names.rows[second["source"]],
        n=int(again.sum()),
    )


def _number(frame, clusters, weights):
    """Number the cities of each cluster and divide its weight."""
    cluster, _ = pd.factorize(frame["cluster"])
    shared = np.bincount(cluster)[cluster] if len(frame) else np.zeros(0, dtype=np.int64)
    rank, several = np.ones(len(frame), dtype=np.int64), shared > 1
    if several.any():
        rank[several] = frame["key"][several].groupby(cluster[several]).rank(method="first")
    weight = pd.Series(1.0, index=clusters.index) if weights is None else pd.Series(weights, dtype=float)
    frame[CB_ROW] = [f"{name}#{k}" for name, k in zip(frame["cluster"], rank.tolist())]
    frame[CB_SHARED] = shared
    frame[CB_WEIGHT] = weight.to_numpy()[frame["source"]] / shared
    frame = frame.rename(columns={"code": CB_CITYCD, "by": CB_CITYBY})
    order = np.lexsort((rank, frame["source"]))
    return SplitRows(frame.iloc[order][list(COLUMNS)].reset_index(drop=True), int(clusters.nunique()))
