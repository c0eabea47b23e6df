"""The words of trades and the names of classifications that come with the plugin, beside the labels of nodes.

They serve every taxonomy that has their codes.  What has no node (``-``) is known to have none only where the
taxonomy has all codes that the vocabulary uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ..text import normalise
from .scheme_codes import class_pairs
from .table_cells import FOLDER, entries, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# Classifications: scheme → file with the columns code, name and node; '' for names without codes.
CHINESE = {"gbt": "gbt4754.csv"}
ENGLISH = {"nace": "nace2.csv", "naics": "naics2022.csv", "": "us_clusters.csv"}
SCHEMES = {**CHINESE, **ENGLISH}
NO_NODE = "-"

# So large a share of at least so many different codes tells their classification, where no other knows more than so many.
_KNOWN, _FEWEST_CODES, _BY_CHANCE = 0.9, 3, 0.5
# Of NAICS, classes of more digits are listed only where they differ from their group.
_GROUP_OF_NAICS, _LONGEST_OF_NAICS = 4, 6

# A kind of word: single characters that may end a compound.
LAST = "last"
# Another: words that span more than any one node, with the nodes they could mean.
VAGUE = "vague"

_MADE = ("制造业", "加工业", "制造", "加工", "生产", "种植", "养殖", "的饲养", "饲养")
_TREATED = ("加工", "冶炼", "种植", "养殖", "饲养", "开采", "采选", "采运", "批发", "零售")
_TAIL = re.compile("(?<=.)(制造业|加工业|制造|加工|生产|种植|养殖|饲养|业)+$")
# Divisions say less than their entries one by one: 造纸和纸制品.
_SHORTEST_LISTED = 3
_SEPARATORS = re.compile("[、和及与]")
_UNCLEAR = re.compile("^其他|未列明|的$")


@dataclass(frozen=True)
class Vocabulary:
    """What the tables say.

    Attributes
    ----------
    words : dict of str to tuple of str
        Normalised word → codes (in small letters, as everywhere here), one but for words that name several goods (鞋服).
    lasts : frozenset of str
        Words of the kind `LAST`.
    names : dict of str to tuple of str
        Normalised name of a class → codes; () has no node.
    codes : dict of (str, str) to tuple of str
        (scheme, code) → codes; () has no node.
    lists : dict of frozenset of str to tuple of str
        `list_key` of the names of groups and classes that are lists (not of divisions) → codes; () has no node.
    vague : dict of str to tuple of str
        Normalised texts of the kind `VAGUE` → codes they could mean.
    unclear : frozenset of str
        Texts that could mean several things and were left open on purpose.
    used : frozenset of str
        All codes of nodes that are used.
    """

    words: dict[str, tuple[str, ...]]
    lasts: frozenset[str]
    names: dict[str, tuple[str, ...]]
    codes: dict[tuple[str, str], tuple[str, ...]]
    lists: dict[frozenset[str], tuple[str, ...]]
    vague: dict[str, tuple[str, ...]]
    unclear: frozenset[str]
    used: frozenset[str]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Read the tables in Chinese, once a process."""
    return _read("words.csv", CHINESE)


@lru_cache(maxsize=1)
def english_vocabulary() -> Vocabulary:
    """Read the tables in English, once a process, when a text in English or a code of theirs is met."""
    return _read("words_en.csv", ENGLISH)


def _read(file: str, schemes: Mapping[str, str]) -> Vocabulary:
    rows = read_rows(FOLDER / file, "text", "code", "kind")
    # The words are written as `normalise` leaves them but for their capitals; a test holds them to it.
    words = {text.casefold(): _nodes(code) for text, code, kind in rows if kind != VAGUE}
    vague = {text.casefold(): _nodes(code) for text, code, kind in rows if kind == VAGUE}
    names: dict[str, tuple[str, ...]] = {}
    codes: dict[tuple[str, str], tuple[str, ...]] = {}
    lists: dict[frozenset[str], tuple[str, ...]] = {}
    for scheme, table in schemes.items():
        for code, name, node in read_rows(FOLDER / table, "code", "name", "node"):
            nodes = _nodes(node)
            if name:
                names.setdefault(normalise(name), nodes)
            if len(code) >= _SHORTEST_LISTED and _SEPARATORS.search(name):
                lists.setdefault(list_key(_SEPARATORS.split(normalise(name))), nodes)
            codes.update(dict.fromkeys(class_pairs(scheme, code), nodes))
    names.update({stem: nodes for stem, nodes in _stems(names) if stem not in names})
    used = {node for table in (words, names, codes, vague) for nodes in set(table.values()) for node in nodes}
    unclear = {
        normalise(text) for text, code in read_rows(FOLDER / "judgements.csv", "text", "code") if not code
    }
    lasts = frozenset(text.casefold() for text, _, kind in rows if kind == LAST)
    return Vocabulary(words, lasts, names, codes, lists, vague, frozenset(unclear), frozenset(used))


def scheme_of_codes(codes: Iterable[object]) -> str:
    """Return the classification of some codes: the only one that knows nearly all of them; '' where it cannot be told.

    Parameters
    ----------
    codes : iterable
        Plain codes: 3973, C26.11, 325412.
    """
    told = {normalise(code) for code in codes}
    if len(told) < _FEWEST_CODES:
        return ""
    shares = {scheme: sum(_is_of(scheme, c) for c in told) / len(told) for scheme in SCHEMES if scheme}
    *others, (surest, share) = sorted(shares.items(), key=lambda item: item[1])
    return surest if share >= _KNOWN and all(other <= _BY_CHANCE for _, other in others) else ""


def _is_of(scheme: str, code: str) -> bool:
    """Whether a classification has a code, as its own tables write it: points are of NACE alone."""
    if "." in code and scheme != "nace":
        return False
    if scheme == "naics" and code.isdigit() and len(code) <= _LONGEST_OF_NAICS:
        code = code[:_GROUP_OF_NAICS]
    known = vocabulary() if scheme in CHINESE else english_vocabulary()
    return any(pair in known.codes for pair in class_pairs(scheme, code))


def list_key(entries: Sequence[str]) -> frozenset[str]:
    """Return what tells a list from others, in whatever order and by whatever signs it is written.

    Parameters
    ----------
    entries : sequence of str
        Of a normalised text.

    Returns
    -------
    frozenset of str
        The entries without words for making at their ends; one of them is empty where goods are treated (加工).
    """
    treated = {"" for entry in entries if entry.endswith(_TREATED)}
    return frozenset({_TAIL.sub("", entry).strip("其的 ") for entry in entries} | treated)


@cache
def _nodes(cell: str) -> tuple[str, ...]:
    return () if cell == NO_NODE else tuple(code.casefold() for code in entries(cell))


def _stems(names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a class makes: 皮鞋 of 皮鞋制造."""
    for name, nodes in names.items():
        stem = next((name[: -len(end)] for end in _MADE if name.endswith(end)), "")
        if nodes and len(stem) > 1 and not _UNCLEAR.search(stem):
            yield stem, nodes
