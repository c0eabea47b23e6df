"""Why two clusters are related, as a sentence in English or Chinese."""

from ..industries.relation_kinds import BELT_DOWNSTREAM, BELT_WITHIN, CLUSTER_WITHIN, RELATIONS, SAME
from ..words import words_of


def relation_sentence(taxonomy, relations, a, b, language="en"):
    """Explain the relation of two nodes.

    Parameters
    ----------
    taxonomy : Taxonomy
    relations : Relations
    a, b : int
        Nodes that are related; `a` stands in the place of the cluster, `b` in that of the belt.
    language : {'en', 'zh'}

    Returns
    -------
    str
    """
    rel = RELATIONS[relations.rank[a, b]]
    if rel == SAME:
        return _say("same", language, a=taxonomy.name(a, language))
    if rel in (BELT_WITHIN, CLUSTER_WITHIN):
        low, high = (b, a) if rel == BELT_WITHIN else (a, b)
        nodes = taxonomy.path(low, high)
        path = " < ".join(taxonomy.name(node, language) for node in nodes)
        return _say(
            "within" if len(nodes) == 2 else "path",
            language,
            low=taxonomy.name(low, language),
            high=taxonomy.name(high, language),
            path=path,
        )
    up, down = (a, b) if rel == BELT_DOWNSTREAM else (b, a)
    edges = [relations.first_edge[a, b], relations.second_edge[a, b]]
    texts = [_edge(taxonomy, taxonomy.edges[edge], language) for edge in edges if edge >= 0]
    first = taxonomy.edges[edges[0]]
    direct = (first.upstream, first.downstream) == (up, down)
    return _say(
        "near" if direct else "inherited",
        language,
        up=taxonomy.name(up, language),
        down=taxonomy.name(down, language),
        edges=_say("then", language).join(texts),
    )


def _edge(taxonomy, edge, language):
    ends = f"{taxonomy.name(edge.upstream, language)} → {taxonomy.name(edge.downstream, language)}"
    notes = (edge.note_zh, edge.note_en) if language == "zh" else (edge.note_en, edge.note_zh)
    note = notes[0] or notes[1]
    return _say("note", language, ends=ends, note=note) if note else ends


def _say(key, language, **values):
    return words_of("relation", language)[key].format(**values)
