"""Why two industries are related, as a sentence in the words of whoever says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import words_of
from .chains import RELATED
from .relation_kinds import BELT_DOWNSTREAM, BELT_UPSTREAM, BELT_WITHIN, CLUSTER_WITHIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .explaining import Explanation, NamedEdge

# The words for two industries with nothing between them, where a room has such words.
_DIRECT = {
    BELT_WITHIN: "part",
    CLUSTER_WITHIN: "part",
    BELT_UPSTREAM: "near",
    BELT_DOWNSTREAM: "near",
    RELATED: "beside",
}


def relation_sentence(explained: Explanation, room: str, language: str) -> str:
    """Put a relation into words.

    Parameters
    ----------
    explained : explaining.Explanation
    room : {'evidence', 'relation'}
        Of the catalogue: of a cluster and a belt, or of two clusters.
    language : {'en', 'zh'}

    Returns
    -------
    str
    """
    words, relation = words_of(room, language), explained.relation
    key = _DIRECT.get(relation.name) if explained.is_direct else None
    lifted = words["lifted"].format(levels=levels(relation.lift, words)) if relation.lift else ""
    return words[key if key and key in words else relation.name].format(
        cluster=explained.cluster,
        belt=explained.belt,
        low=explained.low,
        high=explained.high,
        up=explained.upstream,
        down=explained.downstream,
        path=" < ".join(explained.path),
        levels=levels(len(explained.path) - 1, words),
        edges=words["then"].join(_edge(edge, words) for edge in explained.edges),
        lifted=lifted,
    )


def levels(count: int, words: Mapping[str, str]) -> str:
    """Return a number of levels in words: ``1 level``, ``2 levels``, ``2级``."""
    return words["level" if count == 1 else "levels"].format(count=count)


def _edge(edge: NamedEdge, words: Mapping[str, str]) -> str:
    note = words["note"].format(note=edge.note) if edge.note else ""
    return words["edge" if edge.has_direction else "tie"].format(
        up=edge.upstream, down=edge.downstream, note=note
    )
