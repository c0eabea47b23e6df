"""The pairs of clusters and related belts, written out only on request and never without a limit."""

from __future__ import annotations

import numpy as np

from ..cancelling import stop_if
from ..industries.relations import rank_of_cost
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .belt_index import chunks, spans
from .city_industries import MOST_CELLS
from .frames import frame_of
from .links import Links
from .statuses import CURRENT, RULE

MAX_PAIRS = 10**6

_STOP_EVERY = 1000


def list_pairs(case, top=0, max_pairs=MAX_PAIRS, cancelled=None):
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
    DataFrame
        ``cluster`` (name of the row), ``belt`` (id), ``rel``, ``rank`` (1 … k within the row), ``via_c``,
        ``via_b``, ``levels``, ``hops``, ``lift``, ``basis``, ``decby``, ``evid``.

    Raises
    ------
    AnalysisError
        If there are more than `max_pairs` pairs, before any is written.
    """
    if top < 0:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "TOP is {value}: give 0 for all, or a number above."), value=top
        )
    related = case.answers.matched + case.answers.adjacent
    wanted = np.minimum(related, top) if top else related
    rows = np.flatnonzero(case.keys.of_row >= 0)
    total = int(wanted[case.keys.of_row[rows]].sum())
    if total > max_pairs:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "There would be {total} pairs, more than MAX_PAIRS = {limit}. "
                "Raise MAX_PAIRS, or keep fewer belts for each cluster with TOP.",
            ),
            total=total,
            limit=max_pairs,
        )
    keys = np.flatnonzero(wanted > 0)
    found = [_ranked(case, keys[part], top, cancelled) for part in chunks(_cells(case, keys), MOST_CELLS)]
    key, belt, rank = (np.concatenate(column) for column in zip(*found)) if found else [np.zeros(0, int)] * 3
    return _frame(case, rows, key, belt, rank, cancelled)


def _cells(case, keys):
    return (case.keys.end - case.keys.start)[keys]


def _ranked(case, keys, top, cancelled):
    """Return key, belt row and rank of the related belts, in the order of preference within a key."""
    stop_if(cancelled)
    which, cells, cost = case.keys.candidates(keys, case.set_cost, case.index)
    kept = rank_of_cost(cost) > 0
    which, cells, cost = which[kept], cells[kept], cost[kept]
    count = case.index.count[cells]
    taken = np.minimum(count, top) if top else count
    belt = case.index.belts[spans(case.index.start[cells], taken)]
    which, cost = np.repeat(which, taken), np.repeat(cost, taken)
    order = np.lexsort((case.index.position[belt], cost, which))
    which, belt = which[order], belt[order]
    begin = np.flatnonzero(np.r_[True, which[1:] != which[:-1]])
    rank = np.arange(len(which)) - np.repeat(begin, np.diff(np.r_[begin, len(which)])) + 1
    kept = rank <= top if top else np.ones(len(rank), dtype=bool)
    return keys[which[kept]], belt[kept], rank[kept]


def _frame(case, rows, key, belt, rank, cancelled):
    """Give every row the pairs of its key, and put them into words."""
    row_key = case.keys.of_row[rows]
    start = np.searchsorted(key, row_key)
    length = np.searchsorted(key, row_key, side="right") - start
    pair, row = spans(start, length), np.repeat(rows, length)
    links = Links(case)
    found, sentences = [], []
    for number, (r, k, b) in enumerate(zip(row.tolist(), key[pair].tolist(), belt[pair].tolist())):
        if number % _STOP_EVERY == 0:
            stop_if(cancelled)
        found.append(links.between(k, b))
        sentences.append(links.evidence(k, b, r))
    return frame_of(
        {
            "cluster": case.clusters["row"].to_numpy(object)[row],
            "belt": [links.belt_id(b) for b in belt[pair].tolist()],
            "rel": [link.relation for link in found],
            "rank": rank[pair],
            "via_c": [link.cluster_node or None for link in found],
            "via_b": [link.belt_node or None for link in found],
            "levels": np.array([link.levels for link in found], dtype=np.int64),
            "hops": np.array([link.hops for link in found], dtype=np.int64),
            "lift": np.array([link.lift for link in found], dtype=np.int64),
            "basis": [CURRENT] * len(found),
            "decby": [RULE] * len(found),
            "evid": sentences,
        }
    )
