"""The sentence that tells a reader why a cluster has its status, in English or Chinese."""

from __future__ import annotations

from ..words import words_of
from .statuses import (
    BELTS_ONLY_BEFORE,
    BELTS_UNRESOLVED,
    CITY_UNRESOLVED,
    INDUSTRY_UNRESOLVED,
    NO_BELT_IN_CITY,
    NONE_RELATED,
)


def sentence(template: str, language: str, **facts: object) -> str:
    """Fill a template.

    Parameters
    ----------
    template : str
        A reason or the name of a part of a sentence.
    language : {'en', 'zh'}
    **facts
        Names and numbers that the template asks for.

    Raises
    ------
    AnalysisError
        If the language is unknown.
    """
    return words_of("evidence", language)[template].format(**facts)


def counted(word: str, count: int, language: str) -> str:
    """Return a number with its word: ``1 level``, ``2 levels``, ``2级``."""
    return sentence(word if count == 1 else word + "s", language, count=count)


def place(city_name: str, key: str) -> str:
    """Return a city as evidence names it: with its key where that is not the name itself."""
    return city_name if city_name == key else f"{city_name} [{key}]"


def related(belt: str, why: str, together: str, marks: str, language: str) -> str:
    """Say that a belt is related to the cluster: name, the reason (`relation_sentence`), the place, how sure."""
    return sentence("with_belt", language, belt=belt, why=why, together=together, marks=marks)


def judged(relation: str, language: str) -> str:
    """Say which relation a person stated, in place of a reason."""
    return sentence("judged", language, relation=relation)


def manual(reviewer: str, language: str) -> str:
    """Mark what a person decided."""
    if not reviewer:
        return sentence("manual_by_someone", language)
    return sentence("manual", language, reviewer=reviewer)


def before(related_before: str, language: str) -> str:
    """Say, after the sentence on an unmatched cluster, which belt was related in earlier years."""
    return sentence("before", language, related=related_before)


def same_words(text: str, language: str) -> str:
    """Say that cluster and belt are only equal in their words."""
    return sentence("text", language, text=text)


def none_related(
    where: str, belts: int, unresolved: int, nearest: tuple[str, str, str] | None, language: str
) -> str:
    """Say that no belt of the city is related.

    Parameters
    ----------
    where : str
        As ``in 杭州市 [330100]``.
    belts, unresolved : int
        Belts of the city, and those among them that were not recognised.
    nearest : tuple of str, optional
        Belt, its industry and the common ancestor; None where nothing is in common.
    language : {'en', 'zh'}
    """
    if nearest:
        belt, belt_node, ancestor = nearest
        near = sentence("nearest", language, belt=belt, belt_node=belt_node, ancestor=ancestor)
    else:
        near = sentence("no_ancestor", language)
    return sentence(
        NONE_RELATED,
        language,
        belts=counted("belt", belts, language),
        where=where,
        near=near,
        open=sentence("open", language, count=unresolved) if unresolved else "",
    )


def belts_unresolved(where: str, belts: int, language: str) -> str:
    """Say that there are belts, and that none was recognised."""
    return sentence(BELTS_UNRESOLVED, language, where=where, belts=counted("belt", belts, language))


def no_belt(where: str, language: str) -> str:
    """Say that there is no belt."""
    return sentence(NO_BELT_IN_CITY, language, where=where)


def belts_only_before(where: str, year: int | None, belts: int, last: int, language: str) -> str:
    """Say that there is no belt in the year, but that there were some, and until when."""
    return sentence(
        BELTS_ONLY_BEFORE, language, where=where, year=year, belts=counted("belt", belts, language), last=last
    )


def industry_unresolved(text: str, where: str, language: str) -> str:
    """Say that the industry of the cluster was not recognised."""
    if not text:
        return sentence("no_industry", language)
    return sentence(INDUSTRY_UNRESOLVED, language, text=text, where=where)


def city_unresolved(text: str, candidates: str, language: str, why: str = "") -> str:
    """Say that the city was not recognised, and which cities it could be; `why` where points decide."""
    if why in ("no_point", "outside"):
        return sentence(why, language)
    if not text:
        return sentence("no_city", language)
    if candidates:
        return sentence("ambiguous_city", language, text=text, candidates=candidates)
    return sentence(CITY_UNRESOLVED, language, text=text)
