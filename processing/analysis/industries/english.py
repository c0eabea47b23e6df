"""English names of industries in one form: words without their endings, lists without their articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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
# Regions that are no units, by their last word: Pearl River Delta.
_REGION = re.compile(
    r"(?:[^\W\d][\w.'’-]*[ -]){1,3}?"
    r"(?:delta|coast|county|city|hills|harbou?r|bay area|bay|rim|belt|region|province|peninsula|islands?|triangle"
    r"|plateau|prefecture|municipality|country|grove|valley)(?: region| area)? (?=[^\W\d])(?!of |in )(.+)"
)

# Ceramic tiles of Sassuolo: who is named behind these words is a place, unless it names an industry itself.
_WHERE = re.compile(r" (?:made in|based in|located in|of|in|from|around|near|at) (?:the )?")
_NAME = re.compile(
    r"(?:[^\W\d_a-z]|(?:d|l|al)[’'-]|(?:de|del|della|di|da|do|la|le|el|and|von|am|an|der|upon|on)\b)"
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


def of_region(text: str) -> str:
    """Return what stands behind a region that is named by its last word, *delta*, *county* and the like; '' for none."""
    found = _REGION.fullmatch(text)
    return found[1] if found else ""


def before_places(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind each word such as *of* or *in*, where names stand behind it, the longest first.

    Parameters
    ----------
    text : str
        As it is written: the words of a name begin with capitals.
    """
    for found in reversed([*_WHERE.finditer(text)]):
        behind = text[found.end() :]
        if all(_NAME.match(word) for word in re.split("[ ,]+", behind) if word):
            yield text[: found.start()], behind


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
