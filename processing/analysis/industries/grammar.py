"""How names of industries are put together: tails, ornaments and heads, as tables in ``resources/taxonomy``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..text import normalise
from .table_cells import FOLDER, entries, read_rows

# What stands at the end of a name and says what kind of thing carries it, not which industry.
UNIT = "unit"
QUALITY = "quality"
MAKING = "making"

# What a head does with the words in front of it.
SERVICE = "service"
MACHINE = "machine"
EQUIPMENT = "equipment"
PARTS = "parts"
SUPPLIES = "supplies"
MATERIAL = "material"
TAKES = "takes"
VAGUE = "vague"


@dataclass(frozen=True)
class Head:
    """A last word that governs what stands in front of it.

    Attributes
    ----------
    text : str
    kind : {"service", "machine", "equipment", "parts", "supplies", "material", "takes", "vague"}
        `SERVICE` is no industry of goods.  `MACHINE` and `EQUIPMENT` are machines for the goods in front, the
        second only where these are known.  `PARTS` and `SUPPLIES` leave them what they are; `MATERIAL` is a
        material; `TAKES` is an industry of its own whatever stands in front; `VAGUE` says less than any
        narrower word.
    code : str
        The node of the head, '' for none.
    keeps : tuple of str
        Codes, in small letters, at or under which the words in front stay what they are; not under those
        with a minus in front.
    """

    text: str
    kind: str
    code: str
    keeps: tuple


class Grammar:
    """The tables, normalised.

    Attributes
    ----------
    tails : dict of str to str
        Word → `UNIT` (集群), `QUALITY` (特色; only before a unit) or `MAKING` (制造).
    ornaments, regions, users : frozenset of str
        Words in front that change nothing; parts of the country that are no units; users whose things are an
        industry of their own, whatever they are (宠物服装).
    openings : dict of str to str
        How a name in English may begin → `MAKING`, `SERVICE` or `MACHINE`.
    heads : dict of str to Head
    """

    def __init__(self, tails, front, heads):
        self.tails = tails
        self.ornaments = frozenset(text for text, kind in front.items() if kind == "ornament")
        self.regions = frozenset(text for text, kind in front.items() if kind == "region")
        self.users = frozenset(text for text, kind in front.items() if kind == "user")
        self.openings = {text: kind for text, kind in front.items() if kind in (MAKING, SERVICE, MACHINE)}
        self.heads = heads
        self._tails_of = {}

    def tails_of(self, kinds):
        """Return the tails of some kinds as word → word."""
        if kinds not in self._tails_of:
            self._tails_of[kinds] = {text: text for text, kind in self.tails.items() if kind in kinds}
        return self._tails_of[kinds]

    def head_of(self, text):
        """Return the longest head that ends the text and is not all of it, or None."""
        return longest_at_end(text, self.heads)


@lru_cache(maxsize=1)
def grammar():
    """Read the tables, once a process."""
    tails = {normalise(text): kind for text, kind in read_rows(FOLDER / "tails.csv", "text", "kind")}
    front = {normalise(text): kind for text, kind in read_rows(FOLDER / "ornaments.csv", "text", "kind")}
    heads = {}
    for text, kind, code, keeps in read_rows(FOLDER / "heads.csv", "text", "kind", "code", "keeps"):
        heads[normalise(text)] = Head(
            normalise(text), kind, code.casefold(), tuple(entries(keeps.casefold()))
        )
    return Grammar(tails, front, heads)


def longest_at_end(text, words, longest=20):
    """Return what a mapping has for the longest word that ends the text, with something in front of it."""
    for length in range(min(longest, len(text) - 1), 0, -1):
        word = text[-length:]
        if word in words and not inside_a_word(text, len(text) - length):
            return words[word]
    return None


def longest_at_start(text, words, longest=30):
    """Return the longest of a set of words that starts the text, with something behind it, or ''."""
    for length in range(min(longest, len(text) - 1), 0, -1):
        if text[:length] in words and not inside_a_word(text, length):
            return text[:length]
    return ""


def inside_a_word(text, place):
    """Whether Latin letters or digits stand on both sides of a place: the “ai” of “thai” is no label."""
    return 0 < place < len(text) and all(c.isascii() and c.isalnum() for c in text[place - 1 : place + 1])
