"""The columns that a match adds to the clusters."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..cancelling import stop_if
from ..fields import (
    CB_BASIS,
    CB_BELT,
    CB_BELTID,
    CB_DECBY,
    CB_EVID,
    CB_HIST,
    CB_NADJ,
    CB_NCITY,
    CB_NMATCH,
    CB_NUNRES,
    CB_REASON,
    CB_REL,
    CB_RESBY,
    CB_STATUS,
    CB_VIA,
    CB_WHOLE,
)
from ..frames import frame_of
from ..industries.resolution import TEXT
from . import bases, reasons, statuses
from .bases import BASES
from .industry_columns import industry_columns
from .links import Links
from .sentences import Sentences

_STOP_EVERY = 1000


def write_columns(case, near, cancelled=None):
    """Return the ``cb_*`` columns of a match.

    Parameters
    ----------
    case : Case
    near : NearMiss
        Of the industries of the case.
    cancelled : callable, optional

    Returns
    -------
    DataFrame, one row per cluster row
        Counts are 0 and texts None where there is nothing to say.
    """
    keys, (now, _) = case.keys, case.answers
    links, best = Links(case), case.best()
    linked = [links.between(key, entry) if entry >= 0 else None for key, entry in enumerate(best.tolist())]
    why, ever = reasons.now(case), reasons.ever(case)
    reason = keys.spread(why, statuses.CITY_UNRESOLVED)
    status = _mapped(statuses.of_reason, reason)
    index = case.stocks[0].index
    sentences = Sentences(case, links, why, best, linked, near)
    return frame_of(
        {
            **_industries(case, linked),
            CB_STATUS: status,
            CB_WHOLE: _whole(case.clusters["cluster"], status),
            CB_REASON: reason,
            CB_REL: _mapped(statuses.relation_of, reason),
            CB_BELTID: _spread(keys, (links.belt_id(entry) if entry >= 0 else None for entry in best)),
            CB_BELT: _spread(keys, (links.belt_name(entry) if entry >= 0 else None for entry in best)),
            CB_BASIS: _spread(keys, (BASES[case.basis_of(e)] if e >= 0 else None for e in best)),
            CB_VIA: _spread(keys, map(_via, linked)),
            CB_NMATCH: keys.spread(now.counts[statuses.MATCHED], 0),
            CB_NADJ: keys.spread(now.counts[statuses.ADJACENT], 0),
            CB_NCITY: keys.spread(index.total[keys.place], 0),
            CB_NUNRES: keys.spread(index.unresolved[keys.place], 0),
            CB_HIST: _mapped(statuses.of_reason, keys.spread(ever, statuses.CITY_UNRESOLVED)),
            CB_DECBY: keys.spread(_decided_by(case, linked), bases.RULE),
            CB_EVID: _evidence(case, sentences, cancelled),
        }
    )


def _column(values):
    values = list(values)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _spread(keys, values):
    return keys.spread(_column(values), None)


def _mapped(function, values):
    values = values.tolist()
    known = {value: function(value) for value in set(values)}
    return _column(map(known.get, values))


def _industries(case, linked):
    columns = industry_columns(case.industries, slice(len(case.clusters)), case.taxonomy)
    by_words = np.array([link is not None and link.by_words for link in linked], dtype=bool)
    column = columns[CB_RESBY]
    column[(column == None) & case.keys.spread(by_words, False)] = TEXT  # noqa: E711 - element by element
    return columns


def _decided_by(case, linked):
    """Return whether a person decided the status: the best pair, or that nothing is left."""
    return _column(
        (link.decided_by if best >= 0 else bases.MANUAL if case.rejected(key) else bases.RULE)
        for key, (link, best) in enumerate(zip(linked, case.answers[0].best.tolist()))
    )


def _cluster_texts(case):
    return case.industries.text[: len(case.clusters)]


def _whole(cluster, status):
    """Return for each row the best status over the rows of its cluster; a row without id stands alone."""
    number, names = pd.factorize(cluster.to_numpy(object))
    alone = number < 0
    number[alone] = len(names) + np.arange(alone.sum())
    known = statuses.ordered()
    place = _mapped(known.index, status).astype(np.int64)
    best = np.full(len(status), len(known), dtype=np.int64)
    np.minimum.at(best, number, place)
    return _column(known)[best[number]]


def _via(link):
    return f"{link.cluster_node}>{link.belt_node}" if link and link.cluster_node else None


def _evidence(case, sentences, cancelled):
    """Write the sentence of every row; rows that have all facts in common share it."""
    facts = [case.keys.of_row, _cluster_texts(case)]
    facts += [
        pd.factorize(case.clusters[name].to_numpy(object))[0]
        for name in ("city_name", "city_text", "city_by", "candidates")
    ]
    group = np.zeros(len(case.clusters), dtype=np.int64)
    for fact in facts:
        group = pd.factorize(group * (fact.max(initial=0) + 2) + fact + 1)[0]
    first = np.full(group.max(initial=-1) + 1, -1, dtype=np.int64)
    first[group[::-1]] = np.arange(len(group))[::-1]
    column = []
    for number, row in enumerate(first.tolist()):
        if number % _STOP_EVERY == 0:
            stop_if(cancelled)
        column.append(sentences.of(row))
    return _column(column)[group]
