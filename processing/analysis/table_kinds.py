"""Whether a table looks like one of clusters or one of belts: told by what it and its fields are called."""

from __future__ import annotations

from collections.abc import Sequence

from .guessing import is_called
from .text import normalise

CLUSTERS, BELTS = "clusters", "belts"
# What tables of either kind are called, or a field of theirs.
WORDS = {
    kind: tuple(words.split())
    for kind, words in {
        CLUSTERS: "cluster 集群 jiqun 园区 基地 offline 线下",
        BELTS: "belt 产业带 chanyedai 专业镇 特色镇 淘宝村 淘宝镇 taobao 1688 电商 线上 online",
    }.items()
}
# Roles of `guessing.NAMES`, and fields that one of the kinds alone is likely to have.
_OF_A_KIND = {CLUSTERS: ("class",), BELTS: ()}
_BY_TITLE, _BY_FIELD, _BY_ROLE, _READABLE = 3.0, 2.0, 1.0, 2.0


def likeness(kind: str, title: str, fields: Sequence[str]) -> float:
    """Tell how much a table looks like one of a kind rather than of the other.

    Parameters
    ----------
    kind : {'clusters', 'belts'}
    title : str
        Of the table.
    fields : sequence of str
        Their names.

    Returns
    -------
    float
        0 where nothing tells; less than 0 for one that is of the other kind. A table in which a city and an
        industry stand has 2 more, whatever its kind.
    """
    other = BELTS if kind == CLUSTERS else CLUSTERS
    readable = all(any(is_called(role, name) for name in fields) for role in ("city", "industry"))
    return _of_kind(kind, title, fields) - _of_kind(other, title, fields) + _READABLE * readable


def _of_kind(kind: str, title: str, fields: Sequence[str]) -> float:
    words, names = WORDS[kind], [normalise(name) for name in fields]
    by_title = any(word in normalise(title) for word in words)
    by_field = any(word in name for name in names for word in words)
    by_role = any(is_called(role, name) for role in _OF_A_KIND[kind] for name in fields)
    return _BY_TITLE * by_title + _BY_FIELD * by_field + _BY_ROLE * by_role
