"""The rule of status: which statuses there are, what leads to each, and what follows from it.

`TABLE` is the only place. Columns, sums, rates, bounds, numbers, bars, legends and reports ask the functions
below, which read it whenever they are asked; the fields of results hold keys, readers see `label`.
"""

from __future__ import annotations

from typing import NamedTuple

from ..industries.relation_kinds import (
    BELT_DOWNSTREAM,
    BELT_UPSTREAM,
    BELT_WITHIN,
    CLUSTER_WITHIN,
    NONE,
    RELATED,
    RELATIONS,
    SAME,
)
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..words import LANGUAGES

MATCHED = "matched"
ADJACENT = "adjacent"
UNMATCHED = "unmatched"
UNRESOLVED = "unresolved"

NONE_RELATED = "none_related"
NO_BELT_IN_CITY = "no_belt_in_city"
BELTS_ONLY_BEFORE = "belts_only_before"
CITY_UNRESOLVED = "city_unresolved"
INDUSTRY_UNRESOLVED = "industry_unresolved"
BELTS_UNRESOLVED = "belts_unresolved"


class Status(NamedTuple):
    """A status, and everything that depends on which it is.

    Attributes
    ----------
    key : str
        What the fields hold.
    words : tuple of str
        English and Chinese.
    colour : str
        Its sign in the palette.
    is_decided : bool
        Whether it counts in what the rates divide by.
    rate : str
        The letter of its rate (``rate_m``, ``m_low``, ``m_high``); '' where it has none.
    reasons : dict of str to tuple of str
        What leads to it, with the words: relations, the strongest first, or why there is none.
    """

    key: str
    words: tuple[str, str]
    colour: str
    is_decided: bool
    rate: str
    reasons: dict[str, tuple[str, str]]


# Best first: this order also decides the status of a cluster that several cities share.
TABLE = (
    Status(
        key=MATCHED,
        words=("Matched", "匹配"),
        colour="black",
        is_decided=True,
        rate="m",
        reasons={
            SAME: ("same industry", "同一产业"),
            BELT_WITHIN: ("belt within the cluster's industry", "产业带属于集群产业"),
            CLUSTER_WITHIN: ("cluster within the belt's industry", "集群属于产业带产业"),
        },
    ),
    Status(
        key=ADJACENT,
        words=("Adjacent", "相近"),
        colour="orange",
        is_decided=True,
        rate="a",
        reasons={
            BELT_UPSTREAM: ("belt upstream of the cluster", "产业带在集群上游"),
            BELT_DOWNSTREAM: ("belt downstream of the cluster", "产业带在集群下游"),
            RELATED: ("related industries", "产业相关"),
        },
    ),
    Status(
        key=UNMATCHED,
        words=("Unmatched", "不匹配"),
        colour="blue",
        is_decided=True,
        rate="",
        reasons={
            NONE_RELATED: ("no related belt in the city", "本市产业带均不相关"),
            NO_BELT_IN_CITY: ("no belt in the city", "本市没有产业带"),
            BELTS_ONLY_BEFORE: ("belts in earlier years only", "仅以往年份有产业带"),
        },
    ),
    Status(
        key=UNRESOLVED,
        words=("Unresolved", "未识别"),
        colour="hollow",
        is_decided=False,
        rate="",
        reasons={
            CITY_UNRESOLVED: ("city not recognised", "城市未识别"),
            INDUSTRY_UNRESOLVED: ("industry not recognised", "产业未识别"),
            BELTS_UNRESOLVED: ("belts of the city not recognised", "本市产业带均未识别"),
        },
    ),
)

# The rate of all statuses that come from a relation.
ANY_RATE = "ma"

_NO_RELATION = ("no relation", "无关系")


def ordered() -> tuple[str, ...]:
    """Return the statuses, best first."""
    return tuple(status.key for status in TABLE)


def decided() -> tuple[str, ...]:
    """Return the statuses that rates divide by."""
    return tuple(status.key for status in TABLE if status.is_decided)


def by_relation() -> tuple[str, ...]:
    """Return the statuses that come from a related belt, best first."""
    return tuple(status.key for status in TABLE if not set(status.reasons).isdisjoint(RELATIONS))


def rates() -> dict[str, tuple[str, ...]]:
    """Return for each rate the statuses that it is made of: ``m``, ``a``, and at last ``ma`` for all of them."""
    return {**rated(), ANY_RATE: by_relation()}


def rated() -> dict[str, tuple[str, ...]]:
    """Return for the letter of each rate the status that it is the rate of, in a tuple."""
    return {status.rate: (status.key,) for status in TABLE if status.rate}


def reasons() -> tuple[str, ...]:
    """Return all reasons, the strongest relation first."""
    return tuple(reason for status in TABLE for reason in status.reasons)


def colour(key: str) -> str | None:
    """Return the sign of a status in the palette; None for what is none."""
    return next((status.colour for status in TABLE if status.key == key), None)


def of_rank() -> tuple[str | None, ...]:
    """Return the status of each rank of a relation; None for that of no relation, where the reason decides."""
    found = {reason: status.key for status in TABLE for reason in status.reasons}
    return tuple(found.get(relation) for relation in RELATIONS)


def of_reason(reason: str) -> str:
    """Return the status that a reason leads to."""
    return next(status.key for status in TABLE if reason in status.reasons)


def relation_of(reason: str) -> str | None:
    """Return the relation that a reason says: none for the unmatched, None for the unresolved."""
    if reason in RELATIONS:
        return reason
    return NONE if of_reason(reason) in decided() else None


def label(key: str, language: str = "en") -> str:
    """Return the words for a status, relation or reason.

    Parameters
    ----------
    key : str
    language : {'en', 'zh'}

    Raises
    ------
    AnalysisError
        If there is no such key or language.
    """
    words = {NONE: _NO_RELATION}
    for status in TABLE:
        words.update({status.key: status.words, **status.reasons})
    if key not in words or language not in LANGUAGES:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "There is no label for “{key}” in the language “{language}”."),
            key=key,
            language=language,
        )
    return words[key][LANGUAGES.index(language)]
