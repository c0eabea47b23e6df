"""From the text of an industry to the nodes of the taxonomy, by the first step that finds any."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..text import as_text, is_missing, normalise
from .english import (
    before_places,
    english_key,
    is_english,
    of_initiative,
    of_region,
    without_exceptions,
)
from .grammar import MACHINE, SERVICE, grammar, longest_at_start
from .lists import Lists
from .peeling import (
    entries_by_blanks,
    in_brackets,
    without_asides,
    without_blanks,
    without_notes,
    without_place_behind,
)
from .pieces import Pieces
from .scopes import without_scope
from .steps import (
    ALIAS,
    CODE,
    KEYWORD,
    NAME,
    NO_NODE,
    SCHEME,
    SPLIT,
    SPLIT_PART,
    STEPS,
    SUFFIX,
    TEXT,
    UNRESOLVED_RANK,
    Resolution,
    found,
)
from .trades import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .lexicon import Lexicon
    from .taxonomy import Taxonomy

__all__ = [
    "ALIAS", "CODE", "KEYWORD", "NAME", "NO_NODE", "SCHEME", "SPLIT", "SPLIT_PART", "STEPS", "SUFFIX", "TEXT",
    "UNRESOLVED_RANK", "Resolution", "place_names", "resolve", "resolve_all",
]  # fmt: skip

_LONGEST_PLACE = 20
# Power batteries for vehicles: those in front, as in vehicle batteries.
_FOR = re.compile("([^,;&]+?) for (?:the |use in )?([^,;&]+)")
# 肉类|蛋类|禽类加工
_KINDS = re.compile("类(?=[\u3400-\u9fff]{1,3}类)")
# 500亿级: how much an industry makes, or is to make, says not which.
_AMOUNT = re.compile("[0-9.一二两三四五六七八九十百千万数几]+亿元?级?(?=.*(业|集群|链|园|基地|带))")
# 养殖-屠宰-加工
_DASH = re.compile("(?<=[\u3400-\u9fff])[-–—~]+(?=[\u3400-\u9fff])")
# 食品:饮料、糖果, semiconductors: design and packaging; but gbt:3973.
_COLON = re.compile("([^:]*[\u3400-\u9fff][^:]*|[a-z][^:]*(?=: )):(.{2,})")
_OTHERS = re.compile(r"(..+?)\(([^()]{2,})\)([^()]*)")
# What says that a bracket holds a part of the industry alone.
_INCLUDING = re.compile("[含括除非及等]|不限")


def resolve(
    text: str, taxonomy: Taxonomy, places: frozenset[str] = frozenset(), keywords: bool = True
) -> Resolution:
    """Find the nodes that a text names.

    Parameters
    ----------
    text : object
        Name, code, ``scheme:code``, or a list of them; None and NaN are unresolved.
    taxonomy : Taxonomy
    places : set of str
        Normalised place names that may stand before the industry (`place_names`).
    keywords : bool
        Whether a head or a label that only ends the text may count.

    Returns
    -------
    Resolution
    """
    return Reader(taxonomy, places, keywords).read(text)


def resolve_all(
    texts: list[str], taxonomy: Taxonomy, places: Sequence[str] = (), keywords: bool = True
) -> dict[str, Resolution]:
    """Resolve every distinct text once.

    Returns
    -------
    dict of text to Resolution
    """
    reader = Reader(taxonomy, place_names(places), keywords)
    return {text: reader.read(text) for text in dict.fromkeys(texts)}


def place_names(places: Iterable[str]) -> frozenset[str]:
    """Return place names as `resolve` compares them; names of one character are left out."""
    return frozenset(name for name in map(normalise, places) if 1 < len(name) <= _LONGEST_PLACE)


def _first(readings: Iterator[Any] | tuple[Resolution, Resolution]) -> Resolution:
    """The first reading that understands the text, else the first that says what it could mean."""
    others = []
    for reading in readings:
        if reading.by:
            return reading
        others.append(reading)
    return next((reading for reading in others if reading.candidates), others[0])


class Reader:
    """Reads many texts by a taxonomy; the parameters are those of `resolve`."""

    def __init__(self, taxonomy: Taxonomy, places: frozenset[str], keywords: bool = True) -> None:
        self._given = taxonomy, frozenset(places), keywords
        self._words = grammar()
        self._pieces = self._read_by(taxonomy.lexicon)
        self._lists = Lists(self._pieces, self._words)

    @cached_property
    def _in_english(self) -> Pieces:
        return self._read_by(self._given[0].lexicon.in_english)

    @cached_property
    def _english_lists(self) -> Lists:
        return Lists(self._in_english, self._words, english_key)

    def _read_by(self, lexicon: Lexicon) -> Pieces:
        taxonomy, places, keywords = self._given
        return Pieces(taxonomy, lexicon, self._words, places, keywords)

    def read(self, text: str) -> Resolution:
        """Return the `Resolution` of a text."""
        if is_missing(text):
            return Resolution()
        plain = normalise(as_text(text).replace("\n", "、"))
        reading = self._pieces.whole(plain)
        if reading is not None:
            return reading
        if plain in self._given[0].lexicon.unclear:
            return Resolution()
        unmarked = without_notes(as_text(text))
        if unmarked != text:
            plain = normalise(unmarked.replace("\n", "、"))
        parted = _COLON.fullmatch(plain) if ":" in plain else None
        if parted and without_scope(plain) == plain:
            plain = f"{parted[1]}({parted[2].strip()})"
        if is_english(plain) and ":" not in plain:
            return self._english_named(plain, unmarked)
        taxonomy, places, _ = self._given
        text = without_place_behind(plain, places, self._words, taxonomy.lexicon)
        text = _KINDS.sub("类、", text) if "类" in text else text
        text = without_scope(_AMOUNT.sub("百亿级", text) if "亿" in text else text)
        entries = entries_by_blanks(text)
        if entries and self._pieces.sure("".join(entries)) is None:
            known = all(self._pieces.read(entry).nodes for entry in entries)
            text = "、".join(entries) if known else text
        reading = _first(_read(form, self._pieces, self._lists) for form in self._forms(text))
        if not reading.by and _DASH.search(text):
            reading = _read(_DASH.sub("、", text), self._pieces, self._lists)
        reading = self._narrowed(reading, text) or self._with_others(reading, text)
        return settled(reading, plain, places, self._words, taxonomy.lexicon, taxonomy.code_index)

    def _forms(self, plain: str) -> Iterator[str]:
        """The text without brackets, quotation marks and blanks; what stands in the brackets; the text as it is."""
        bare = without_asides(without_blanks(plain))
        yield bare
        if bare != plain:
            taxonomy, places, _ = self._given
            for inside in in_brackets(plain):
                yield without_place_behind(inside, places, self._words, taxonomy.lexicon)
            yield plain

    def _narrowed(self, reading: Resolution, text: str) -> Resolution | None:
        """The reading of a text whose brackets say more narrowly what is meant: 新材料(稀土永磁), not 新材料(含稀土)."""
        if reading.by != SUFFIX or len(reading.nodes) != 1:
            return None
        under = self._given[0].lexicon.under
        for inside in in_brackets(text):
            within = None if _INCLUDING.search(inside) else _read(inside, self._pieces, self._lists)
            if within and self._lists.is_done_with(inside):  # 集成电路(设计、制造、封测)
                front = self._pieces.peeled(text.partition("(")[0])[0]
                within = _read(front + inside, self._pieces, self._lists)
            if within and within.nodes and all(under(node, reading.nodes[0]) for node in within.nodes):
                return found(within.nodes, SUFFIX)
        return None

    def _with_others(self, reading: Resolution, text: str) -> Resolution:
        """The reading of a text whose brackets name other goods, which go on as those before: 汽车(摩托车)配件."""
        parted = _OTHERS.fullmatch(text) if reading.nodes else None
        if parted is None or _INCLUDING.search(parted[2]):
            return reading
        front, inside, behind = parted.groups()
        first, other = (_read(part, self._pieces, self._lists) for part in (front, inside))
        decisions = self._pieces.compounds.decisions
        if not (
            first.nodes and other.nodes and all(map(self._given[0].is_sold, (*first.nodes, *other.nodes)))
        ):
            return reading
        if all(map(decisions.is_material, other.nodes)):  # 玩具(塑料)
            return reading
        whole = _read(inside + behind, self._pieces, self._lists)
        under = self._given[0].lexicon.under
        pairs = [(a, b) for a in reading.nodes for b in whole.nodes]
        if not whole.nodes or any(under(a, b) or under(b, a) for a, b in pairs):
            return reading
        return found((*reading.nodes, *whole.nodes), SPLIT)

    def _english_named(self, plain: str, written: str) -> Resolution:
        """The reading of a text in Latin letters without the places that stand behind *of*, *in* and the like."""
        reading = self._english(plain)
        if reading.by:
            return reading
        for front, behind in before_places(written):
            others = self._english(normalise(behind))
            named = self._english(normalise(front))
            if named.nodes and not others.nodes and not others.candidates:
                return named
        return reading

    def _english(self, plain: str) -> Resolution:
        """The reading of a text in Latin letters: what it begins with says what is done with the goods."""
        known = self._in_english.whole(plain) or self._in_english.whole(english_key(plain))
        if known is not None:
            return known
        text = without_exceptions(plain)
        opening = longest_at_start(text, self._words.opening_texts)
        kind = self._words.openings.get(opening)
        text = text[len(opening) :].strip()
        if kind == SERVICE:
            return found((), KEYWORD)
        text = text + " machinery" if kind == MACHINE else text
        parted = _FOR.fullmatch(text)
        if parted and self._in_english.whole(english_key(text)) is None:
            goods, users = parted.groups()
            text = f"{users} {goods}"
        name = of_region(text)
        if name:
            reading = _read(name, self._in_english, self._english_lists)
            if reading.nodes:
                return reading
        name = of_initiative(text)
        if name:
            reading = _read(name, self._in_english, self._english_lists)
            if reading.nodes:
                return reading
        return _read(text, self._in_english, self._english_lists)


def _read(text: str, pieces: Pieces, lists: Lists) -> Resolution:
    """The reading of a text with its surroundings: whole, as a list, by its words."""
    rest, known = pieces.peeled(lists.key(text))
    if known is not None:
        return found(known.nodes, SUFFIX)
    if not lists.is_list(text):
        reading = pieces.core(rest)
        row = lists.in_stages(rest) if reading.by in ("", KEYWORD) else reading
        return row if row.nodes else reading
    sure = pieces.sure(rest)
    if sure is not None and not lists.ends_in_making(rest):
        return sure
    return lists.read(text if lists.key(text) != text else rest)
