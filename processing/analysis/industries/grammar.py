"""How names of industries are put together: tails, ornaments and heads, as tables in ``resources/taxonomy``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ..text import normalise
from .tables import FOLDER, entries, read_table

# What stands at the end of a name and says what kind of thing carries it, not which industry.
UNIT = "unit"
QUALITY = "quality"
MAKING = "making"

# What a head does with the words in front of it.
SERVICE = "service"
MACHINE = "machine"
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
    kind : {'service', 'machine', 'parts', 'supplies', 'material', 'takes', 'vague'}
        `SERVICE` is no industry of goods; `MACHINE` is a machine for them; `PARTS` and `SUPPLIES` leave them
        what they are; `MATERIAL` is a material for them; `TAKES` is an industry of its own whatever stands in
        front; `VAGUE` says less than any narrower word.
    code : str
        The node of the head, '' for none.
    keeps : tuple of str
        Codes at or under which the words in front stay what they are.
    """

    text: str
    kind: str
    code: str
    keeps: tuple


@dataclass(frozen=True)
class Grammar:
    """The tables, normalised.

    Attributes
    ----------
    tails : dict of str to str
        Word → `UNIT` (集群), `QUALITY` (特色; only before a unit) or `MAKING` (制造).
    ornaments, regions, openings : frozenset of str
        Words in front that change nothing; parts of the country that are no units; what a list in English may
        begin with.
    heads : dict of str to Head
    """

    tails: dict
    ornaments: frozenset
    regions: frozenset
    heads: dict
    openings: dict

    def head_of(self, text):
        """Return the longest head that ends the text and is not all of it, or None."""
        return longest_at_end(text, self.heads)


@lru_cache(maxsize=1)
def grammar():
    """Read the tables, once a process."""
    tails = {normalise(row["text"]): row["kind"] for row in read_table(FOLDER / "tails.csv")}
    ornaments = {}
    for row in read_table(FOLDER / "ornaments.csv"):
        ornaments.setdefault(row["kind"], []).append(normalise(row["text"]))
    heads = {}
    for row in read_table(FOLDER / "heads.csv"):
        text = normalise(row["text"])
        heads[text] = Head(text, row["kind"], row["code"], tuple(entries(row["keeps"])))
    return Grammar(
        tails,
        frozenset(ornaments["ornament"]),
        frozenset(ornaments["region"]),
        heads,
        {word: word for word in ornaments["opening"]},
    )


def longest_at_end(text, words, longest=12):
    """Return what a mapping has for the longest word that ends the text, with something in front of it."""
    for length in range(min(longest, len(text) - 1), 0, -1):
        found = words.get(text[-length:])
        if found is not None:
            return found
    return None


def longest_at_start(text, words, longest=20):
    """Return the longest of a set of words that starts the text, with something behind it, or ''."""
    for length in range(min(longest, len(text) - 1), 0, -1):
        if text[:length] in words:
            return text[:length]
    return ""
