"""The words of trades and the names of classifications that come with the plugin, beside the labels of nodes.

They serve every taxonomy that has their codes.  What has no node (``-``) is known to have none only where the
taxonomy has all codes that the vocabulary uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..text import normalise
from .scheme_codes import scheme_pairs
from .table_cells import FOLDER, entries, read_rows

# Classifications: scheme → file with the columns code, name and node; '' for names without codes.
SCHEMES = {"gbt": "gbt4754.csv", "nace": "nace2.csv", "naics": "naics2017.csv", "": "us_clusters.csv"}
NO_NODE = "-"
NONE = -1

# Kinds of words: `LAST` are single characters that may end a compound, `FRONT` take over what follows them.
LAST = "last"
FRONT = "front"

_MADE = re.compile("(制造业|加工业|制造|加工|生产|种植|养殖|的?饲养)$")
_UNCLEAR = re.compile("^其他|未列明|的$")


@dataclass(frozen=True)
class Vocabulary:
    """What the tables say.

    Attributes
    ----------
    words : dict of str to tuple of str
        Normalised word → codes, one but for words that name several goods (鞋服).
    fronts, lasts : frozenset of str
        Words of the kinds `FRONT` and `LAST`.
    names : dict of str to tuple of str
        Normalised name of a class → codes; () has no node.
    codes : dict of (str, str) to tuple of str
        (scheme, code) → codes; () has no node.
    unclear : frozenset of str
        Texts that could mean several things and were left open on purpose.
    used : frozenset of str
        All codes of nodes that are used, normalised.
    """

    words: dict
    fronts: frozenset
    lasts: frozenset
    names: dict
    codes: dict
    unclear: frozenset
    used: frozenset


@lru_cache(maxsize=1)
def vocabulary():
    """Read the tables, once a process."""
    rows = read_rows(FOLDER / "words.csv")
    words = {normalise(row["text"]): tuple(entries(row["code"])) for row in rows}
    names, codes = {}, {}
    for scheme, file in SCHEMES.items():
        for row in read_rows(FOLDER / file):
            nodes = () if row["node"] == NO_NODE else tuple(entries(row["node"]))
            if row["name"]:
                names.setdefault(normalise(row["name"]), nodes)
            for pair in scheme_pairs(f"{scheme}:{row['code']}"):
                codes[pair] = nodes
    names.update({stem: nodes for stem, nodes in _stems(names) if stem not in names})
    used = {code for nodes in (*words.values(), *names.values(), *codes.values()) for code in nodes}
    open_texts = (row["text"] for row in read_rows(FOLDER / "judgements.csv") if not row["code"])
    return Vocabulary(
        words,
        frozenset(normalise(row["text"]) for row in rows if row["kind"] == FRONT),
        frozenset(normalise(row["text"]) for row in rows if row["kind"] == LAST),
        names,
        codes,
        frozenset(map(normalise, open_texts)),
        frozenset(map(normalise, used)),
    )


def _stems(names):
    """What a class makes: 皮鞋 of 皮鞋制造."""
    for name, nodes in names.items():
        stem = _MADE.sub("", name)
        if nodes and stem != name and len(stem) > 1 and not _UNCLEAR.search(stem):
            yield stem, nodes
