"""The columns that a match adds to the clusters."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..cancelling import stop_if
from ..industries.resolution import TEXT
from ..text import as_text, is_missing
from . import evidence, statuses
from .frames import frame_of
from .links import Links
from .statuses import RELATIONS, STATUSES

_STOP_EVERY = 1000


def write_columns(case, distance, ancestor, cancelled=None):
    """Return the ``cb_*`` columns of a match.

    Parameters
    ----------
    case : Case
    distance, ancestor : ndarray, shape (T, T)
        See `near_miss.common_ancestors`.
    cancelled : callable, optional

    Returns
    -------
    DataFrame, one row per cluster row
        Counts are 0 and texts None where there is nothing to say.
    """
    keys, answers, size = case.keys, case.answers, len(case.clusters)
    links = Links(case)
    reason = _reasons(case)
    status = _mapped(statuses.status_of_reason, reason)
    best = _by_row(answers.best_belt, keys.of_row, -1)
    linked = [
        links.between(key, belt) if belt >= 0 else None
        for key, belt in zip(keys.of_row.tolist(), best.tolist())
    ]
    return frame_of(
        {
            "cb_nodes": _nodes(case),
            "cb_resby": _resolved_by(case, best),
            "cb_status": status,
            "cb_whole": _whole(case.clusters["cluster"], status),
            "cb_reason": reason,
            "cb_rel": _mapped(_relation_of_reason, reason),
            "cb_beltid": _mapped(lambda belt: links.belt_id(belt) if belt >= 0 else None, best),
            "cb_belt": _mapped(lambda belt: links.belt_name(belt) if belt >= 0 else None, best),
            "cb_via": _column(_via(link) for link in linked),
            "cb_nmatch": _by_row(answers.matched, keys.of_row, 0),
            "cb_nadj": _by_row(answers.adjacent, keys.of_row, 0),
            "cb_ncity": _by_row(case.index.total[keys.city], keys.of_row, 0),
            "cb_nunres": _by_row(case.index.unresolved[keys.city], keys.of_row, 0),
            "cb_hist": status,
            "cb_decby": np.full(size, statuses.RULE, dtype=object),
            "cb_evid": _evidence(case, links, reason, best, (distance, ancestor), cancelled),
        }
    )


def _column(values):
    values = list(values)
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return column


def _mapped(function, values):
    values = values.tolist()
    known = {value: function(value) for value in set(values)}
    return _column(map(known.get, values))


def _by_row(values, of_row, missing):
    column = np.full(len(of_row), missing, dtype=np.int64)
    known = of_row >= 0
    column[known] = values[of_row[known]]
    return column


def _reasons(case):
    """Decide: the first line that holds."""
    keys, index, rank = case.keys, case.index, case.answers.best_rank
    belts, unresolved = index.total[keys.city], index.unresolved[keys.city]
    reason = np.select(
        [rank > 0, ~keys.resolved, belts == 0, belts == unresolved],
        [
            np.array(RELATIONS, dtype=object)[rank],
            statuses.INDUSTRY_UNRESOLVED,
            statuses.NO_BELT_IN_CITY,
            statuses.BELTS_UNRESOLVED,
        ],
        statuses.NONE_RELATED,
    )
    column = np.full(len(keys.of_row), statuses.CITY_UNRESOLVED, dtype=object)
    known = keys.of_row >= 0
    column[known] = reason[keys.of_row[known]]
    return column


def _relation_of_reason(reason):
    if reason in RELATIONS:
        return reason
    return statuses.NONE if reason in statuses.UNMATCHED_REASONS else None


def _nodes(case):
    codes = case.taxonomy.codes
    texts = ["|".join(codes[node] for node in found.nodes) or None for found in case.industries.resolutions]
    return _mapped(lambda text: texts[text] if text >= 0 else None, _cluster_texts(case))


def _resolved_by(case, best):
    steps = [found.by for found in case.industries.resolutions]
    return _column(
        (steps[text] if text >= 0 else "") or (TEXT if belt >= 0 else None)
        for text, belt in zip(_cluster_texts(case), best)
    )


def _cluster_texts(case):
    return case.industries.text[: len(case.clusters)]


def _whole(cluster, status):
    """Return for each row the best status over the rows of its cluster; a row without id stands alone."""
    number, names = pd.factorize(cluster.to_numpy(object))
    alone = number < 0
    number[alone] = len(names) + np.arange(alone.sum())
    place = _mapped(STATUSES.index, status).astype(np.int64)
    best = np.full(len(status), len(STATUSES), dtype=np.int64)
    np.minimum.at(best, number, place)
    return _column(STATUSES[entry] for entry in best[number])


def _via(link):
    return f"{link.cluster_node}>{link.belt_node}" if link and link.cluster_node else None


def _evidence(case, links, reason, best, nearness, cancelled):
    """Write the sentence of every row; rows that have all facts in common share it."""
    known, column = {}, []
    names = case.clusters["city_name"].to_numpy(object)
    texts = _cluster_texts(case)
    for row, why in enumerate(reason):
        if row % _STOP_EVERY == 0:
            stop_if(cancelled)
        if why == statuses.CITY_UNRESOLVED:
            column.append(_about_city(case, row))
            continue
        key = case.keys.of_row[row]
        facts = key, as_text(names[row]), texts[row]
        if facts not in known:
            known[facts] = _about_industry(case, links, row, key, why, best[row], nearness)
        column.append(known[facts])
    return _column(column)


def _about_city(case, row):
    text, candidates = (case.clusters[column].iat[row] for column in ("city_text", "candidates"))
    return evidence.city_unresolved(
        "" if is_missing(text) else as_text(text), as_text(candidates), case.language
    )


def _about_industry(case, links, row, key, reason, best, nearness):
    city, language = links.city(row), case.language
    belts = int(case.index.total[case.keys.city[key]])
    if best >= 0:
        return links.evidence(key, best, row)
    if reason == statuses.INDUSTRY_UNRESOLVED:
        text = case.clusters["industry"].iat[row]
        return evidence.industry_unresolved("" if is_missing(text) else as_text(text), city, language)
    if reason == statuses.NO_BELT_IN_CITY:
        return evidence.no_belt(city, language)
    if reason == statuses.BELTS_UNRESOLVED:
        return evidence.belts_unresolved(city, belts, language)
    unresolved = int(case.index.unresolved[case.keys.city[key]])
    return evidence.none_related(city, belts, unresolved, _nearest(case, links, key, nearness), language)


def _nearest(case, links, key, nearness):
    belt = case.answers.nearest_belt[key]
    if belt < 0:
        return None
    distance, ancestor = nearness
    pair = case.industries.best_nodes(distance, case.keys.industry[key], case.belt_industry[belt])
    names = (case.taxonomy.name(node, case.language) for node in (pair[1], ancestor[pair]))
    return (links.belt_name(belt), *names)
