"""English names of industries in one form: words without their endings, lists without their articles."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9][a-z0-9'&.+-]*|[,;/]")
_SIGNS = re.compile(r"(?: ?[,;/])+")
_BEFORE_JOINT = re.compile(r"(?: ?[,;/])+(?= (?:and|or)\b)")
_BRACKETS = re.compile(r"\([^()]*\)")
_LATIN = re.compile(r"[a-z]")
_OTHER_SCRIPT = re.compile(r"[^\x00-\u024f\u2010-\u2030]")

# Words that say nothing about the industry.
_EMPTY = frozenset(
    {"a", "an", "the", "other", "others", "all", "various", "miscellaneous", "related", "allied", "similar"}
    | {"kindred", "n.e.c", "nec", "except", "not", "elsewhere", "classified", "etc", "general"}
)
_AFTER_EXCEPT = re.compile(r"\b(except|excluding|not including|other than)\b.*")
_KEPT = frozenset({"glass", "dress", "brass", "wireless", "business", "fitness", "gas", "bus", "lens", "as"})

# What a name of a cluster calls itself: all behind the last such word is its place.
_INITIATIVE = re.compile(
    r"(.+(?<![,;&])(?<! and)(?<! or)) "
    r"(?:cluster|valley|district|belt|hub|network|alliance|initiative|ecosystem|corridor|platform)s?"
    r"(?:(?:,| -| of| in| for| at| from|:)? .+)?"
)


def is_english(text: str) -> bool:
    """Whether a normalised text is written in Latin letters alone."""
    return _LATIN.search(text) is not None and _OTHER_SCRIPT.search(text) is None


def english_key(text: str) -> str:
    """Return the words of a normalised text without what does not tell industries apart.

    Plurals become singulars, possessives lose their ending, brackets go with what is in them, and so do words
    such as *other*; ``and`` and commas stay, since they part the entries of lists.
    """
    plain = without_exceptions(text).replace("’", "'").replace(" & ", " and ")
    words = (_stem(word) for word in _WORD.findall(plain))
    key = " ".join(word for word in words if word not in _EMPTY)
    return _SIGNS.sub(",", _BEFORE_JOINT.sub("", key)).strip(", ") if _SIGNS.search(key) else key


def without_exceptions(text: str) -> str:
    """Return a text without brackets and without what follows *except*."""
    return _AFTER_EXCEPT.sub("", _BRACKETS.sub(" ", text)).strip(" ,;")


def of_initiative(text: str) -> str:
    """Return what stands in front of *cluster*, *valley* and the like, with a place behind or without; '' for none."""
    found = _INITIATIVE.fullmatch(text)
    return found[1] if found else ""


def _stem(word: str) -> str:
    if word in ",;/":
        return word
    word = word.strip("'.-&")
    if word.endswith("'s"):
        word = word[:-2]
    if len(word) < 4 or word in _KEPT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
