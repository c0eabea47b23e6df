"""The evidence of a cluster row, from what was found for its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..sparse import spans
from ..text import as_text, is_missing
from . import evidence, statuses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..arrays import Objects
    from .case import Case
    from .links import Link, Links


class Sentences:
    """Evidence of the rows of a case.

    Parameters
    ----------
    case : Case
    links : Links
    reasons : ndarray of str, shape (keys,)
    best : list of int
        Best entries of the keys.
    linked : list of Link or None
        Of the keys with their best entries.
    """

    def __init__(
        self, case: Case, links: Links, reasons: Objects, best: Sequence[int], linked: Sequence[Link | None]
    ) -> None:
        self._case, self._links = case, links
        self._reasons, self._best, self._linked = reasons, best, linked

    def of(self, row: int) -> str:
        """Return the sentence of a cluster row."""
        case, key = self._case, int(self._case.findings.keys.of_row[row])
        if key < 0:
            names = "city_text", "candidates", "city_by"
            text, candidates, why = (as_text(case.question.clusters[name][row]) for name in names)
            return evidence.city_unresolved(
                "" if is_missing(text) else text, candidates, case.question.language, why
            )
        entry, link = self._best[key], self._linked[key]
        if link and case.findings.answers[0].best[key] >= 0:
            return self._links.evidence(link, entry, row)
        said = self._unrelated(row, key)
        judgement = case.findings.rejected(key)
        if judgement is not None:
            said += evidence.manual(judgement.reviewer, case.question.language)
        if link:
            said += evidence.before(self._links.evidence(link, entry, row), case.question.language)
        return said

    def _unrelated(self, row: int, key: int) -> str:
        case, reason, where = self._case, self._reasons[key], self._links.where(row)
        language, place, index = (
            case.question.language,
            case.findings.keys.place[key],
            case.findings.stocks[0].index,
        )
        belts, unresolved = int(index.total[place]), int(index.unresolved[place])
        if reason == statuses.INDUSTRY_UNRESOLVED:
            text = case.question.clusters["industry"][row]
            return evidence.industry_unresolved("" if is_missing(text) else as_text(text), where, language)
        if reason == statuses.NO_BELT_IN_CITY:
            return evidence.no_belt(where, language)
        if reason == statuses.BELTS_ONLY_BEFORE:
            return self._only_before(place, where)
        if reason == statuses.BELTS_UNRESOLVED:
            return evidence.belts_unresolved(where, belts, language)
        return evidence.none_related(where, belts, unresolved, self._nearest(key), language)

    def _only_before(self, place: int, where: str) -> str:
        case, index = self._case, self._case.findings.stocks[1].index
        cells = np.arange(index.place_start[place], index.place_end[place])
        entries = index.entries[spans(index.start[cells], index.length[cells])]
        last = int(case.standing.years.last[case.standing.entries.belt_of(entries)].max())
        return evidence.belts_only_before(
            where, case.standing.years.as_of, int(index.total[place]), last, case.question.language
        )

    def _nearest(self, key: int) -> tuple[str, str, str] | None:
        case, entry = self._case, int(self._case.findings.nearest[key])
        if entry < 0:
            return None
        nodes = case.reading.near.over(int(case.findings.keys.industry[key]), case.industry_of(entry))
        if nodes is None:
            return None
        node, ancestor = (case.question.taxonomy.name(one, case.question.language) for one in nodes)
        return self._links.belt_name(entry), node, ancestor
