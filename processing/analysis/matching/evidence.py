"""The sentence that tells a reader why a cluster has its status, in English or Chinese."""

from __future__ import annotations

from ..industries.relation_kinds import (
    BELT_DOWNSTREAM,
    BELT_UPSTREAM,
    BELT_WITHIN,
    CLUSTER_WITHIN,
    RELATIONS,
    SAME,
)
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .statuses import (
    BELTS_ONLY_BEFORE,
    BELTS_UNRESOLVED,
    CITY_UNRESOLVED,
    INDUSTRY_UNRESOLVED,
    LANGUAGES,
    NO_BELT_IN_CITY,
    NONE_RELATED,
)

_TEMPLATES = {
    "related": ("{belt}: {why}; {together}{marks}", "{belt}：{why}；{together}{marks}"),
    "both_in_city": ("both in {city}", "同在{city}"),
    "away": ("{distance} m away", "相距{distance}米"),
    "in_city": ("in {city}", "{city}"),
    "within": ("within {distance} m", "{distance}米内"),
    SAME: ("{belt_node} = {cluster_node}", "产业相同（{cluster_node}）"),
    "text": ("the same words “{text}”", "产业名称相同（{text}）"),
    BELT_WITHIN: (
        "{belt_node} lies under {cluster_node}, {levels}: {path}",
        "{belt_node}属于{cluster_node}，相隔{levels}：{path}",
    ),
    CLUSTER_WITHIN: (
        "{cluster_node} lies under {belt_node}, {levels}: {path}",
        "{cluster_node}属于{belt_node}，相隔{levels}：{path}",
    ),
    BELT_UPSTREAM: (
        "{belt_node} → {cluster_node} (belt upstream): {edges}{lifted}",
        "{belt_node} → {cluster_node}（产业带在上游）：{edges}{lifted}",
    ),
    BELT_DOWNSTREAM: (
        "{cluster_node} → {belt_node} (belt downstream): {edges}{lifted}",
        "{cluster_node} → {belt_node}（产业带在下游）：{edges}{lifted}",
    ),
    "edge": ("edge {upstream} → {downstream}{note}", "产业链“{upstream} → {downstream}”{note}"),
    "note": (", “{note}”", "（{note}）"),
    "then": (", then ", "，再经"),
    "lifted": ("; lifted {levels}", "；上提{levels}"),
    "level": ("{count} level", "{count}级"),
    "levels": ("{count} levels", "{count}级"),
    "keyword": (" [keyword]", " [关键词]"),
    "judged": ("judged “{relation}”", "人工判定为“{relation}”"),
    "manual": (" [manual: {reviewer}]", " [人工：{reviewer}]"),
    "manual_by_someone": (" [manual]", " [人工]"),
    "last": (" [last in {year}]", " [最后{year}年]"),
    "before": ("; before: {related}", "；以往：{related}"),
    NONE_RELATED: ("{belts} {where}, none related{near}{open}", "{where}有{belts}，均不相关{near}{open}"),
    "nearest": (
        "; nearest: {belt} ({belt_node}; common ancestor {ancestor})",
        "；最接近的是{belt}（{belt_node}，共同上级：{ancestor}）",
    ),
    "no_ancestor": ("; no common ancestor", "；没有共同上级"),
    "open": ("; {count} not recognised", "；其中{count}个未识别"),
    "belt": ("{count} belt", "{count}个产业带"),
    "belts": ("{count} belts", "{count}个产业带"),
    NO_BELT_IN_CITY: ("no belt {where}", "{where}没有产业带"),
    BELTS_ONLY_BEFORE: (
        "no belt {where} in {year}; {belts} before, last in {last}",
        "{where}{year}年没有产业带；此前有{belts}，最后一年为{last}年",
    ),
    BELTS_UNRESOLVED: (
        "{belts} {where}, not one with a recognised industry",
        "{where}有{belts}，产业均未识别",
    ),
    INDUSTRY_UNRESOLVED: (
        "“{text}” is not in the taxonomy, and no belt {where} bears the same words",
        "“{text}”不在产业分类中，{where}也没有同名的产业带",
    ),
    "no_industry": ("no industry is given", "没有填写产业"),
    CITY_UNRESOLVED: ("“{text}” is not in the gazetteer", "“{text}”不在地名表中"),
    "ambiguous_city": ("“{text}” could be {candidates}", "“{text}”可能是{candidates}"),
    "no_point": ("no point is given", "没有点位"),
    "outside": ("the point lies in no city", "点位不在任何城市内"),
    "no_city": ("no city is given", "没有填写城市"),
}


def check_language(language):
    """Raise an `AnalysisError` if there are no templates in this language."""
    if language not in LANGUAGES:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "LANGUAGE is “{language}”: give one of {known}."),
            language=language,
            known=", ".join(LANGUAGES),
        )


def sentence(template, language, **facts):
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
    check_language(language)
    return _TEMPLATES[template][LANGUAGES.index(language)].format(**facts)


def counted(word, count, language):
    """Return a number with its word: ``1 level``, ``2 levels``, ``2级``."""
    return sentence(word if count == 1 else word + "s", language, count=count)


def place(city_name, key):
    """Return a city as evidence names it: with its key where that is not the name itself."""
    return city_name if city_name == key else f"{city_name} [{key}]"


def why_related(taxonomy, relations, cluster_node, belt_node, language):
    """Say how a belt node is related to a cluster node, without belt and city.

    Parameters
    ----------
    taxonomy : Taxonomy
    relations : Relations
    cluster_node, belt_node : int
    language : {'en', 'zh'}

    Returns
    -------
    str
    """
    pair = cluster_node, belt_node
    relation = RELATIONS[relations.rank[pair]]
    facts = {
        "cluster_node": taxonomy.name(cluster_node, language),
        "belt_node": taxonomy.name(belt_node, language),
    }
    if relation in (BELT_WITHIN, CLUSTER_WITHIN):
        way = taxonomy.path(*(pair if relation == CLUSTER_WITHIN else pair[::-1]))
        facts["path"] = " < ".join(taxonomy.name(node, language) for node in way)
        facts["levels"] = counted("level", len(way) - 1, language)
    elif relation in (BELT_UPSTREAM, BELT_DOWNSTREAM):
        passed = [edges[pair] for edges in (relations.first_edge, relations.second_edge)]
        named = [_edge(taxonomy, taxonomy.edges[edge], language) for edge in passed if edge >= 0]
        facts["edges"] = sentence("then", language).join(named)
        lift = int(relations.lift[pair])
        facts["lifted"] = (
            sentence("lifted", language, levels=counted("level", lift, language)) if lift else ""
        )
    return sentence(relation, language, **facts)


def _edge(taxonomy, edge, language):
    note = (edge.note_zh or edge.note_en) if language == "zh" else (edge.note_en or edge.note_zh)
    return sentence(
        "edge",
        language,
        upstream=taxonomy.name(edge.upstream, language),
        downstream=taxonomy.name(edge.downstream, language),
        note=sentence("note", language, note=note) if note else "",
    )


def related(belt, why, together, marks, language):
    """Say that a belt is related to the cluster: name, the reason of `why_related`, the place, how sure."""
    return sentence("related", language, belt=belt, why=why, together=together, marks=marks)


def judged(relation, language):
    """Say which relation a person stated, in place of a reason."""
    return sentence("judged", language, relation=relation)


def manual(reviewer, language):
    """Mark what a person decided."""
    if not reviewer:
        return sentence("manual_by_someone", language)
    return sentence("manual", language, reviewer=reviewer)


def before(related_before, language):
    """Say, after the sentence on an unmatched cluster, which belt was related in earlier years."""
    return sentence("before", language, related=related_before)


def same_words(text, language):
    """Say that cluster and belt are only equal in their words."""
    return sentence("text", language, text=text)


def none_related(where, belts, unresolved, nearest, language):
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


def belts_unresolved(where, belts, language):
    """Say that there are belts, and that none was recognised."""
    return sentence(BELTS_UNRESOLVED, language, where=where, belts=counted("belt", belts, language))


def no_belt(where, language):
    """Say that there is no belt."""
    return sentence(NO_BELT_IN_CITY, language, where=where)


def belts_only_before(where, year, belts, last, language):
    """Say that there is no belt in the year, but that there were some, and until when."""
    return sentence(
        BELTS_ONLY_BEFORE, language, where=where, year=year, belts=counted("belt", belts, language), last=last
    )


def industry_unresolved(text, where, language):
    """Say that the industry of the cluster was not recognised."""
    if not text:
        return sentence("no_industry", language)
    return sentence(INDUSTRY_UNRESOLVED, language, text=text, where=where)


def city_unresolved(text, candidates, language, why=""):
    """Say that the city was not recognised, and which cities it could be; `why` where points decide."""
    if why in ("no_point", "outside"):
        return sentence(why, language)
    if not text:
        return sentence("no_city", language)
    if candidates:
        return sentence("ambiguous_city", language, text=text, candidates=candidates)
    return sentence(CITY_UNRESOLVED, language, text=text)
