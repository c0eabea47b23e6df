"""The reason for the status of each key: the first line of the decision table that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..industries.relation_kinds import RELATIONS
from . import statuses

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..arrays import Ints, Objects
    from .findings import Findings


def now(findings: Findings) -> Objects:
    """Return the reasons of the keys, from the current belts alone."""
    (current, past), place = findings.stocks, findings.keys.place
    without = np.where(past.index.total[place] > 0, statuses.BELTS_ONLY_BEFORE, statuses.NO_BELT_IN_CITY)
    total, unresolved = current.index.total[place], current.index.unresolved[place]
    return _decide(findings, findings.answers[0].rank, total, unresolved, without)


def ever(findings: Findings) -> Objects:
    """Return the reasons that the keys would have if the belts of earlier years counted as well."""
    place, (current, past) = findings.keys.place, findings.stocks
    rank = np.maximum(*(found.rank for found in findings.answers))
    total = current.index.total[place] + past.index.total[place]
    unresolved = current.index.unresolved[place] + past.index.unresolved[place]
    return _decide(findings, rank, total, unresolved, statuses.NO_BELT_IN_CITY)


def _decide(
    findings: Findings, rank: Ints, belts: Ints, unresolved: Ints, without_belts: NDArray[np.str_] | str
) -> Objects:
    reason = np.select(
        [rank > 0, ~findings.keys.resolved, belts == 0, belts == unresolved],
        [
            np.array(RELATIONS, dtype=object)[rank],
            statuses.INDUSTRY_UNRESOLVED,
            without_belts,
            statuses.BELTS_UNRESOLVED,
        ],
        statuses.NONE_RELATED,
    )
    return reason.astype(object)
