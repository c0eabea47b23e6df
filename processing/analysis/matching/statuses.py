"""The keys that results are written in, their order, and the words that readers see for them.

Fields and styles hold the keys; reports and legends show `label(key, language)`.
"""

from ..messages import QT_TRANSLATE_NOOP, AnalysisError

MATCHED = "matched"
ADJACENT = "adjacent"
UNMATCHED = "unmatched"
UNRESOLVED = "unresolved"

# Best first: this order also decides the status of a cluster that several cities share.
STATUSES = (MATCHED, ADJACENT, UNMATCHED, UNRESOLVED)

NONE = "none"
BELT_DOWNSTREAM = "belt_downstream"
BELT_UPSTREAM = "belt_upstream"
CLUSTER_WITHIN = "cluster_within"
BELT_WITHIN = "belt_within"
SAME = "same"

# The position in this tuple is the rank of the relation.
RELATIONS = (NONE, BELT_DOWNSTREAM, BELT_UPSTREAM, CLUSTER_WITHIN, BELT_WITHIN, SAME)

# From this rank on a pair is matched; ranks between it and 0 are adjacent.
LOWEST_MATCHED_RANK = RELATIONS.index(CLUSTER_WITHIN)

NONE_RELATED = "none_related"
NO_BELT_IN_CITY = "no_belt_in_city"
BELTS_ONLY_BEFORE = "belts_only_before"
CITY_UNRESOLVED = "city_unresolved"
INDUSTRY_UNRESOLVED = "industry_unresolved"
BELTS_UNRESOLVED = "belts_unresolved"

UNMATCHED_REASONS = (NONE_RELATED, NO_BELT_IN_CITY, BELTS_ONLY_BEFORE)
UNRESOLVED_REASONS = (CITY_UNRESOLVED, INDUSTRY_UNRESOLVED, BELTS_UNRESOLVED)

# A row with a related belt has the relation itself as its reason.
REASONS = (*reversed(RELATIONS[1:]), *UNMATCHED_REASONS, *UNRESOLVED_REASONS)

# What decided, and when the belt was there; the position of a basis is its number in arrays.
RULE = "rule"
MANUAL = "manual"
CURRENT = "current"
HISTORIC = "historic"
LATER = "later"
BASES = (CURRENT, HISTORIC, LATER)

LANGUAGES = ("en", "zh")

_LABELS = {
    MATCHED: ("Matched", "匹配"),
    ADJACENT: ("Adjacent", "相近"),
    UNMATCHED: ("Unmatched", "不匹配"),
    UNRESOLVED: ("Unresolved", "未识别"),
    SAME: ("same industry", "同一产业"),
    BELT_WITHIN: ("belt within the cluster's industry", "产业带属于集群产业"),
    CLUSTER_WITHIN: ("cluster within the belt's industry", "集群属于产业带产业"),
    BELT_UPSTREAM: ("belt upstream of the cluster", "产业带在集群上游"),
    BELT_DOWNSTREAM: ("belt downstream of the cluster", "产业带在集群下游"),
    NONE: ("no relation", "无关系"),
    NONE_RELATED: ("no related belt in the city", "本市产业带均不相关"),
    NO_BELT_IN_CITY: ("no belt in the city", "本市没有产业带"),
    BELTS_ONLY_BEFORE: ("belts in earlier years only", "仅以往年份有产业带"),
    CITY_UNRESOLVED: ("city not recognised", "城市未识别"),
    INDUSTRY_UNRESOLVED: ("industry not recognised", "产业未识别"),
    BELTS_UNRESOLVED: ("belts of the city not recognised", "本市产业带均未识别"),
}


def label(key, language="en"):
    """Return the words for a status, relation or reason.

    Parameters
    ----------
    key : str
        One of `STATUSES`, `RELATIONS` or `REASONS`.
    language : {'en', 'zh'}

    Raises
    ------
    AnalysisError
        If there is no such key or language.
    """
    if key not in _LABELS or language not in LANGUAGES:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "There is no label for “{key}” in the language “{language}”."),
            key=key,
            language=language,
        )
    return _LABELS[key][LANGUAGES.index(language)]


def status_of_reason(reason):
    """Return the status that goes with a reason."""
    if reason in UNRESOLVED_REASONS:
        return UNRESOLVED
    if reason in UNMATCHED_REASONS:
        return UNMATCHED
    return MATCHED if RELATIONS.index(reason) >= LOWEST_MATCHED_RANK else ADJACENT
