"""The match seen from the belts: the best status of each, and which clusters it is related to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..columns import sum_by
from ..fields import CB_BASIS, CB_CLUSID, CB_LAST, CB_NCLUS, CB_RESBY, CB_STATUS
from ..frames import Table
from ..industries.relations import NO_RELATION_COST, rank_of_cost
from ..industries.resolution import TEXT
from ..natural_order import natural_order
from ..text import as_text
from . import statuses
from .bases import BASES, LATER
from .entries import inverse
from .industry_columns import industry_columns
from .reading import BELTS

if TYPE_CHECKING:
    from ..arrays import Ints, Objects
    from ..cancelling import Poll
    from .case import Case
    from .stock import Stock

_POSITION_BITS = 32
_NOBODY = NO_RELATION_COST << _POSITION_BITS


def belt_columns(case: Case, cancelled: Poll = None) -> Table:
    """Return the ``cb_*`` columns of the belts.

    Parameters
    ----------
    case : Case
    cancelled : callable, optional

    Returns
    -------
    Table, one row per belt
        ``cb_nodes``, ``cb_resby``, ``cb_words`` (see `industry_columns`), ``cb_status`` (the best over the clusters,
        None for belts that came later, and for rows that stand for none), ``cb_nclus`` (clusters, by city, that it is
        related to), ``cb_clusid`` (id of the
        closest, of several the first in natural order), ``cb_basis`` and ``cb_last`` (None where there is no year).
    """
    size = len(case.question.belts)
    related, closest = np.zeros(size, dtype=np.int64), np.full(size, _NOBODY, dtype=np.int64)
    order = natural_order(case.question.clusters["cluster"])
    rows, first = _rows_of_keys(case, inverse(order))
    for stock in case.findings.stocks:
        index = stock.index
        count, best = _by_cell(case, stock, rows, first, cancelled)
        belts = case.standing.entries.belt_of(index.entries)
        np.add.at(related, belts, np.repeat(count, index.length))
        np.minimum.at(closest, belts, np.repeat(best, index.length))
    rank = rank_of_cost(closest >> _POSITION_BITS)
    identifiers = np.array([*map(as_text, case.question.clusters["cluster"]), None], dtype=object)
    nearest = np.full(size, -1, dtype=np.int64)
    nearest[rank > 0] = order[(closest & ((1 << _POSITION_BITS) - 1))[rank > 0]]
    return Table.of(
        {
            **_industries(case, nearest),
            CB_STATUS: _statuses(case, rank),
            CB_NCLUS: related,
            CB_CLUSID: identifiers[nearest],
            CB_BASIS: np.array(BASES, dtype=object)[case.standing.years.basis],
            CB_LAST: [
                None if year != year else int(year) for year in case.standing.years.last_known().tolist()
            ],
        }
    )


def _industries(case: Case, nearest: Ints) -> dict[str, Objects]:
    """Say how the industries were read; `nearest` is the closest cluster row of each belt, −1 for none."""
    reading = case.reading
    columns = industry_columns(reading.industries, BELTS, case.question.taxonomy)
    same = reading.of_belts == np.append(reading.of_clusters, -1)[nearest]
    columns[CB_RESBY][same & (nearest >= 0) & (columns[CB_RESBY] == None)] = TEXT  # noqa: E711 - element by element
    return columns


def _rows_of_keys(case: Case, position: Ints) -> tuple[Ints, Ints]:
    """Return how many clusters ask a key, and the first row of them in the order of the clusters."""
    counts = case.question.count_clusters()
    known = np.flatnonzero((case.findings.keys.of_row >= 0) & (counts > 0))
    key = case.findings.keys.of_row[known]
    first = np.full(len(case.findings.keys), len(position), dtype=np.int64)
    np.minimum.at(first, key, position[known])
    return sum_by(key, counts[known], len(case.findings.keys)), first


def _by_cell(case: Case, stock: Stock, rows: Ints, first: Ints, cancelled: Poll) -> tuple[Ints, Ints]:
    """Return for each cell the related cluster rows, and cost and position of the closest in one number."""
    count = np.zeros(len(stock.index.code), dtype=np.int64)
    best = np.full(len(stock.index.code), _NOBODY, dtype=np.int64)
    for chunk in stock.chunks(np.flatnonzero(rows)):
        stop_if(cancelled)
        which, cells, cost = stock.related(chunk, case.reading.costs)
        key = chunk[which]
        np.add.at(count, cells, rows[key])
        np.minimum.at(best, cells, (cost << _POSITION_BITS) | first[key])
    return count, best


def _statuses(case: Case, rank: Ints) -> Objects:
    unresolved = ~case.standing.belt_placed | case.reading.are_unread
    aside = (case.standing.years.basis == BASES.index(LATER)) | (case.question.count_belts() == 0)
    return np.select(
        [aside, rank > 0, unresolved],
        [np.array(None), np.array(statuses.of_rank(), dtype=object)[rank], statuses.UNRESOLVED],
        statuses.UNMATCHED,
    ).astype(object)
