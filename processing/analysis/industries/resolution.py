"""From the text of an industry to the nodes of the taxonomy, by the first rule that finds any."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text import is_missing, normalise, split_list
from .scheme_codes import HARD_SEPARATORS, longest_known, scheme_pairs

CODE = "code"
SCHEME = "scheme"
NAME = "name"
ALIAS = "alias"
SUFFIX = "suffix"
SPLIT = "split"
KEYWORD = "keyword"
TEXT = "text"

# In the order in which they are tried; a rank is ten times the step plus the levels a code was cut by.
STEPS = (CODE, SCHEME, NAME, ALIAS, SUFFIX, SPLIT, KEYWORD, TEXT)
_RANK = {step: 10 * number for number, step in enumerate(STEPS, start=1)}
UNRESOLVED_RANK = 10 * (len(STEPS) + 1)

_SOFT = re.compile("[和与及&暨]")
_TAIL = re.compile("(国家级)?(战略性新兴|创新型|先进制造业|特色)?(产业)?(集群|产业带|产业园|基地|试点|产业)$")
_KEYWORD_TAILS = ("制造", "加工", "组装", "产业", "产品", "新材料")
_SHORTEST_KEYWORD = 2
_LONGEST_PLACE = 20


@dataclass(frozen=True)
class Resolution:
    """What a text was understood as.

    Attributes
    ----------
    nodes : tuple of int
        Positions in the taxonomy, in the order of the text; () where nothing was found.
    by : str
        The step that found them (one of `STEPS`), '' where none did.
    rank : int
        Smaller is surer; grows with the step and with every level that a code lost.
    rest : tuple of str
        Pieces of a list that were not understood.
    """

    nodes: tuple = ()
    by: str = ""
    rank: int = UNRESOLVED_RANK
    rest: tuple = ()


def resolve(text, taxonomy, places=frozenset(), keywords=True):
    """Find the nodes that a text names.

    Parameters
    ----------
    text : object
        Name, code, ``scheme:code``, or a list of them; None and NaN are unresolved.
    taxonomy : Taxonomy
    places : set of str
        Normalised place names that may stand before the industry (`place_names`).
    keywords : bool
        Whether a label that only ends the text may count.

    Returns
    -------
    Resolution
    """
    if is_missing(text):
        return Resolution()
    plain = normalise(text)
    found = _whole(plain, taxonomy, places)
    if found.nodes:
        return found
    found = _pieces(str(text), taxonomy, places)
    if found.nodes or not keywords:
        return found
    return _keyword(plain, taxonomy)


def resolve_all(texts, taxonomy, places=(), keywords=True):
    """Resolve every distinct text once.

    Returns
    -------
    dict of text to Resolution
    """
    known = place_names(places)
    return {text: resolve(text, taxonomy, known, keywords) for text in dict.fromkeys(texts)}


def place_names(places):
    """Return place names as `resolve` compares them; names of one character are left out."""
    return frozenset(name for name in map(normalise, places) if 1 < len(name) <= _LONGEST_PLACE)


def _whole(plain, taxonomy, places):
    """Steps 1 to 5: the text is one industry."""
    for step, table in ((CODE, taxonomy.code_index), (NAME, taxonomy.names), (ALIAS, taxonomy.aliases)):
        if plain in table:
            return Resolution((table[plain],), step, _RANK[step])
        if step == CODE and plain in taxonomy.given:
            return Resolution(tuple(dict.fromkeys(taxonomy.given[plain])), ALIAS, _RANK[ALIAS])
        if step == CODE:
            found = _by_scheme(plain, taxonomy)
            if found.nodes:
                return found
    for shorter in _without_surroundings(plain, places):
        node = taxonomy.names.get(shorter, taxonomy.aliases.get(shorter))
        if node is not None:
            return Resolution((node,), SUFFIX, _RANK[SUFFIX])
    return Resolution()


def _by_scheme(plain, taxonomy):
    """Step 2: all nodes of a range such as C10T12, each by the longest known beginning of its code."""
    nodes, lost, rest = [], 0, []
    for pair in scheme_pairs(plain):
        code = ":".join(pair)
        node, levels = longest_known(pair, taxonomy.scheme_codes)
        if code in taxonomy.given:
            nodes += taxonomy.given[code]
        elif node is not None:
            nodes.append(node)
            lost = max(lost, levels)
        else:
            rest.append(code)
    if not nodes:
        return Resolution()
    return Resolution(tuple(dict.fromkeys(nodes)), SCHEME, _RANK[SCHEME] + min(lost, 9), tuple(rest))


def _without_surroundings(plain, places):
    """Yield the text without its administrative tail, its leading place, and both."""
    bare = _TAIL.sub("", plain).strip()
    yield bare
    for text in (plain, bare):
        for length in range(min(len(text) - 1, _LONGEST_PLACE), 1, -1):
            if text[:length] in places:
                yield text[length:].strip()
                break


def _pieces(text, taxonomy, places):
    """Step 6: the text is a list; soft separators are tried only on what is not known as a whole."""
    nodes, rest = [], []
    for piece in split_list(text, HARD_SEPARATORS):
        found = _whole(normalise(piece), taxonomy, places)
        if found.nodes:
            nodes += found.nodes
            continue
        for part in filter(None, map(normalise, _SOFT.split(piece))):
            found = _whole(part, taxonomy, places)
            nodes += found.nodes
            rest += [] if found.nodes else [part]
    if not nodes:
        return Resolution()
    return Resolution(tuple(dict.fromkeys(nodes)), SPLIT, _RANK[SPLIT], tuple(rest))


def _keyword(plain, taxonomy):
    """Step 7: the longest label that ends the text; heads stand last in Chinese compounds."""
    best = (0, 0, None)
    for tail in ("", *_KEYWORD_TAILS):
        if plain.endswith(tail):
            length, node = _label_at_end(plain[: len(plain) - len(tail)].rstrip(), taxonomy)
            # Of two labels of one length the one that explains more of the text: 矿山装备, not 装备制造.
            best = max(best, (length, length and length + len(tail), node), key=lambda found: found[:2])
    return Resolution() if best[2] is None else Resolution((best[2],), KEYWORD, _RANK[KEYWORD])


def _label_at_end(plain, taxonomy):
    for start in range(len(plain) - _SHORTEST_KEYWORD + 1):
        label = plain[start:]
        node = taxonomy.names.get(label, taxonomy.aliases.get(label))
        if node is not None and not _inside_a_word(plain, start):
            return len(label), node
    return 0, None


def _inside_a_word(plain, start):
    """Whether Latin letters go on to the left of `start`: the “ai” of “thai” is no label."""
    return start > 0 and all(c.isascii() and c.isalnum() for c in plain[start - 1 : start + 1])
