"""The pairs of clusters and related belts, written out only on request and never without a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..frames import Table
from ..industries.relation_kinds import RELATIONS
from ..industries.relations import rank_of_cost
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sparse import chunks, spans, starts
from ..typed_columns import as_objects
from .bases import BASES
from .links import Links
from .stock import MOST_CELLS

if TYPE_CHECKING:
    from ..arrays import Ints
    from ..cancelling import Poll
    from .case import Case
    from .links import Link
    from .stock import Stock

MAX_PAIRS = 10**6

_STOP_EVERY = 1000


def list_pairs(case: Case, top: int = 0, max_pairs: int = MAX_PAIRS, cancelled: Poll = None) -> Table:
    """List the related belts of every cluster row, the best first.

    Parameters
    ----------
    case : Case
    top : int
        How many belts a cluster row gets at most; 0: all.
    max_pairs : int
    cancelled : callable, optional

    Returns
    -------
    Table
        ``cluster`` (name of the row), ``belt`` (id), ``rel``, ``rank`` (1 … k within the row), ``via_c``,
        ``via_b``, ``levels``, ``hops``, ``lift``, ``basis``, ``decby``, ``distance_m`` (NaN where cities
        count), ``evid``, ``clusters`` and ``belts`` (how many the rows stand for), ``rel_rank`` (position of the
        relation in `relation_kinds.RELATIONS`).

    Raises
    ------
    AnalysisError
        If there are more than `max_pairs` pairs, before any is written.
    """
    if top < 0:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "TOP is {value}, but must be 0 (all pairs) or more."), value=top
        )
    listed = case.findings.listed()
    wanted = np.minimum(listed, top) if top else listed
    rows = np.flatnonzero((case.findings.keys.of_row >= 0) & (case.question.count_clusters() > 0))
    total = int(wanted[case.findings.keys.of_row[rows]].sum())
    if total > max_pairs:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "There are {total} pairs, more than MAX_PAIRS = {limit}. Raise MAX_PAIRS, or limit the "
                "pairs per cluster with TOP.",
            ),
            total=total,
            limit=max_pairs,
        )
    keys = np.flatnonzero(wanted > 0)
    found = [_ranked(case, keys[part], top, cancelled) for part in chunks(_cells(case, keys), MOST_CELLS)]
    key, entry, rank = (np.concatenate(column) for column in zip(*found)) if found else [np.zeros(0, int)] * 3
    return _frame(case, rows, key, entry, rank, cancelled)


def _cells(case: Case, keys: Ints) -> Ints:
    current, past = case.findings.stocks
    return (current.end - current.start)[keys] + (past.end - past.start)[keys]


def _ranked(case: Case, keys: Ints, top: int, cancelled: Poll) -> tuple[Ints, Ints, Ints]:
    """Return key, entry and rank of the related entries, in the order of preference within a key."""
    stop_if(cancelled)
    parts = [_related(case, stock, keys, top) for stock in case.findings.stocks]
    basis = np.repeat(np.arange(len(parts)), [len(which) for which, _, _ in parts])
    which, entry, cost = (np.concatenate(column) for column in zip(*parts))
    order = np.lexsort((case.standing.position[entry], cost, basis, -rank_of_cost(cost), which))
    which, entry = which[order], entry[order]
    begin = starts(which)
    rank = np.arange(len(which)) - np.repeat(begin, np.diff(np.r_[begin, len(which)])) + 1
    kept = rank <= top if top else np.ones(len(rank), dtype=bool)
    return keys[which[kept]], entry[kept], rank[kept]


def _related(case: Case, stock: Stock, keys: Ints, top: int) -> tuple[Ints, Ints, Ints]:
    """Return which of the keys, entry and cost; of each cell no more entries than asked for."""
    which, cells, cost = stock.related(keys, case.reading.costs)
    length = stock.index.length[cells]
    taken = np.minimum(length, top) if top else length
    entry = stock.index.entries[spans(stock.index.start[cells], taken)]
    return np.repeat(which, taken), entry, np.repeat(cost, taken)


def _frame(case: Case, rows: Ints, key: Ints, entry: Ints, rank: Ints, cancelled: Poll) -> Table:
    """Give every row the pairs of its key, and put them into words."""
    row_key = case.findings.keys.of_row[rows]
    start = np.searchsorted(key, row_key)
    length = np.searchsorted(key, row_key, side="right") - start
    pair, row = spans(start, length), np.repeat(rows, length)
    entries, links = entry[pair], Links(case)
    found, sentences = [], []
    for number, (r, k, e) in enumerate(zip(row.tolist(), key[pair].tolist(), entries.tolist())):
        if number % _STOP_EVERY == 0:
            stop_if(cancelled)
        found.append(links.between(k, e))
        sentences.append(links.evidence(found[-1], e, r))
    away = case.standing.entries.distance
    return Table.of(
        {
            "cluster": as_objects(case.question.clusters["row"])[row],
            "belt": [links.belt_id(e) for e in entries.tolist()],
            "rel": [link.relation for link in found],
            "rank": rank[pair],
            **_of_links(found),
            "basis": np.array(BASES, dtype=object)[case.standing.basis_of(entries)],
            "decby": [link.decided_by for link in found],
            "distance_m": np.full(len(entries), np.nan) if away is None else away[entries],
            "evid": sentences,
            "clusters": case.question.count_clusters(row),
            "belts": case.question.count_belts(np.asarray(case.standing.entries.belt_of(entries))),
            "rel_rank": np.array([RELATIONS.index(link.relation) for link in found], dtype=np.int64),
        }
    )


def _of_links(found: list[Link]) -> dict[str, Ints | list[str | None]]:
    return {
        "via_c": [link.cluster_node or None for link in found],
        "via_b": [link.belt_node or None for link in found],
        **{
            name: np.array([getattr(link, name) for link in found], dtype=np.int64)
            for name in ("levels", "hops", "lift")
        },
    }
