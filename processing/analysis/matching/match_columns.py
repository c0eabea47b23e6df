"""The columns that a match adds to the clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..columns import encode
from ..distinct import equal_rows
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
from ..frames import Table
from ..industries.resolution import TEXT
from . import bases, reasons, statuses
from .bases import BASES
from .industry_columns import industry_columns
from .links import Links
from .reading import CLUSTERS
from .sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..arrays import Array, Ints, Objects
    from ..cancelling import Poll
    from .case import Case
    from .findings import Findings
    from .links import Link

_STOP_EVERY = 1000


def write_columns(case: Case, cancelled: Poll = None) -> Table:
    """Return the ``cb_*`` columns of a match.

    Parameters
    ----------
    case : Case
    cancelled : callable, optional

    Returns
    -------
    Table, one row per cluster row
        Counts are 0 and texts None where there is nothing to say.
    """
    keys, links = case.findings.keys, Links(case)
    best = case.findings.best().tolist()
    linked = [links.between(key, entry) if entry >= 0 else None for key, entry in enumerate(best)]
    why = reasons.now(case.findings)
    sentences = Sentences(case, links, why, best, linked)
    return Table.of(
        {
            **_industries(case, linked),
            **_of_status(case, keys.spread(why, statuses.CITY_UNRESOLVED)),
            **_of_belt(case, links, best, linked),
            **_counts(case.findings),
            CB_DECBY: keys.spread(_decided_by(case, linked), bases.RULE),
            CB_EVID: _evidence(case, sentences, cancelled),
        }
    )


def _of_status(case: Case, reason: Objects) -> dict[str, Objects]:
    status = _mapped(statuses.of_reason, reason)
    ever = case.findings.keys.spread(reasons.ever(case.findings), statuses.CITY_UNRESOLVED)
    return {
        CB_STATUS: status,
        CB_WHOLE: _whole(case.question.clusters["cluster"], status),
        CB_REASON: reason,
        CB_REL: _mapped(statuses.relation_of, reason),
        CB_HIST: _mapped(statuses.of_reason, ever),
    }


def _of_belt(case: Case, links: Links, best: list[int], linked: list[Link | None]) -> dict[str, Objects]:
    """Say which belt is the best of each key, and over which nodes."""
    cells: dict[str, Callable[[int], str]] = {CB_BELTID: links.belt_id, CB_BELT: links.belt_name}
    columns = {name: [tell(entry) if entry >= 0 else None for entry in best] for name, tell in cells.items()}
    entries, basis = np.array(best, dtype=np.int64), np.full(len(best), len(BASES))
    basis[entries >= 0] = case.standing.basis_of(entries[entries >= 0])
    columns[CB_BASIS] = np.array([*BASES, None], dtype=object)[basis].tolist()
    columns[CB_VIA] = [_via(link) for link in linked]
    return {name: case.findings.keys.spread(_column(values), None) for name, values in columns.items()}


def _counts(findings: Findings) -> dict[str, Ints]:
    keys, now, index = findings.keys, findings.answers[0], findings.stocks[0].index
    counts = {
        CB_NMATCH: now.counts[statuses.MATCHED],
        CB_NADJ: now.counts[statuses.ADJACENT],
        CB_NCITY: index.total[keys.place],
        CB_NUNRES: index.unresolved[keys.place],
    }
    return {name: keys.spread(count, 0) for name, count in counts.items()}


def _column(values: Iterable[object]) -> Objects:
    cells = list(values)
    column = np.empty(len(cells), dtype=object)
    column[:] = cells
    return column


def _mapped(function: Callable[[str], object], values: Objects) -> Objects:
    cells = values.tolist()
    known = {cell: function(cell) for cell in set(cells)}
    return _column(map(known.get, cells))


def _industries(case: Case, linked: list[Link | None]) -> dict[str, Objects]:
    columns = industry_columns(case.reading.industries, CLUSTERS, case.question.taxonomy)
    by_words = np.array([link is not None and link.by_words for link in linked], dtype=bool)
    column = columns[CB_RESBY]
    column[(column == None) & case.findings.keys.spread(by_words, False)] = TEXT  # noqa: E711 - element by element
    return columns


def _decided_by(case: Case, linked: list[Link | None]) -> Objects:
    """Return whether a person decided the status: the best pair, or that nothing is left."""
    return _column(
        (
            link.decided_by
            if link and best >= 0
            else bases.MANUAL
            if case.findings.rejected(key)
            else bases.RULE
        )
        for key, (link, best) in enumerate(zip(linked, case.findings.answers[0].best.tolist()))
    )


def _whole(cluster: Array, status: Objects) -> Objects:
    """Return for each row the best status over the rows of its cluster; a row without id stands alone."""
    number, names = encode(cluster)
    number = number.astype(np.int64)
    alone = number < 0
    number[alone] = len(names) + np.arange(alone.sum())
    known = statuses.ordered()
    place = _mapped(known.index, status).astype(np.int64)
    best = np.full(len(status), len(known), dtype=np.int64)
    np.minimum.at(best, number, place)
    whole: Objects = _column(known)[best[number]]
    return whole


def _via(link: Link | None) -> str | None:
    return f"{link.cluster_node}>{link.belt_node}" if link and link.cluster_node else None


def _evidence(case: Case, sentences: Sentences, cancelled: Poll) -> Objects:
    """Write the sentence of every row; rows that have all facts in common share it."""
    facts = [case.findings.keys.of_row, case.reading.cluster_texts]
    facts += [
        encode(case.question.clusters[name])[0]
        for name in ("city_name", "city_text", "city_by", "candidates")
    ]
    group, first = equal_rows(*facts)
    column = []
    for number, row in enumerate(first.tolist()):
        if number % _STOP_EVERY == 0:
            stop_if(cancelled)
        column.append(sentences.of(row))
    return _column(column)[group]
