"""Why two clusters are related, as a sentence in English or Chinese."""

from ..industries.relation_kinds import BELT_WITHIN, CLUSTER_WITHIN, RELATED, SAME
from ..words import words_of


def relation_sentence(explained, language="en"):
    """Put the relation of two clusters into words.

    Parameters
    ----------
    explained : explaining.Explanation
    language : {'en', 'zh'}

    Returns
    -------
    str
    """
    words, relation = words_of("relation", language), explained.relation.name
    if relation == SAME:
        return words["same"].format(a=explained.cluster)
    if relation in (BELT_WITHIN, CLUSTER_WITHIN):
        key = "within" if len(explained.path) == 2 else "path"
        return words[key].format(low=explained.low, high=explained.high, path=" < ".join(explained.path))
    keys = ("related", "inherited_related") if relation == RELATED else ("near", "inherited")
    return words[keys[not explained.is_direct]].format(
        up=explained.upstream,
        down=explained.downstream,
        edges=words["then"].join(_edge(edge, words) for edge in explained.edges),
    )


def _edge(edge, words):
    key = "edge" if edge.has_direction else "tie"
    ends = words[key].format(up=edge.upstream, down=edge.downstream)
    return words["note"].format(ends=ends, note=edge.note) if edge.note else ends
