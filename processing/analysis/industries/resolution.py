"""From the text of an industry to the nodes of the taxonomy, by the first step that finds any."""

from __future__ import annotations

from ..text import as_text, is_missing, normalise
from .english import english_key, is_english, without_exceptions
from .grammar import MACHINE, SERVICE, grammar, longest_at_start
from .lists import Lists
from .peeling import in_brackets, without_asides, without_blanks
from .pieces import Pieces
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

__all__ = [
    "ALIAS", "CODE", "KEYWORD", "NAME", "NO_NODE", "SCHEME", "SPLIT", "SPLIT_PART", "STEPS", "SUFFIX", "TEXT",
    "UNRESOLVED_RANK", "Resolution", "place_names", "resolve", "resolve_all",
]  # fmt: skip

_LONGEST_PLACE = 20


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
        Whether a head or a label that only ends the text may count.

    Returns
    -------
    Resolution
    """
    if is_missing(text):
        return Resolution()
    plain = normalise(as_text(text).replace("\n", "、"))
    lexicon, words = taxonomy.lexicon, grammar()
    pieces = Pieces(taxonomy, lexicon, words, places, keywords)
    reading = pieces.whole(plain)
    if reading is not None:
        return reading
    if plain in lexicon.unclear:
        return Resolution()
    if not is_english(plain) or ":" in plain:
        lists = Lists(pieces, words)
        return _first(_read(text, pieces, lists) for text in _forms(plain))
    pieces = Pieces(taxonomy, lexicon.in_english, words, places, keywords)
    return _english(plain, pieces, Lists(pieces, words, english_key), words)


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


def _first(readings):
    """The first reading that understands the text, else the first that says what it could mean."""
    others = []
    for reading in readings:
        if reading.by:
            return reading
        others.append(reading)
    return next((reading for reading in others if reading.candidates), others[0])


def _forms(plain):
    """The text, and the text without brackets, quotation marks and blanks; then what stands in the brackets."""
    yield plain
    bare = without_asides(without_blanks(plain))
    if bare != plain:
        yield bare
        yield from in_brackets(plain)


def _read(text, pieces, lists):
    """The reading of a text with its surroundings: whole, as a list, by its words."""
    rest, known = pieces.peeled(lists.key(text))
    if known is not None:
        return found(known.nodes, SUFFIX)
    if not lists.is_list(text):
        return pieces.core(rest)
    sure = pieces.sure(rest)
    if sure is not None:
        return sure
    return _first((lists.read(text if lists.key(text) != text else rest), pieces.core(rest)))


def _english(plain, pieces, lists, words):
    """The reading of a text in Latin letters: what it begins with says what is done with the goods."""
    known = pieces.whole(english_key(plain))
    if known is not None:
        return known
    text = without_exceptions(plain)
    opening = longest_at_start(text, words.openings)
    kind = words.openings.get(opening)
    text = text[len(opening) :].strip()
    if kind == SERVICE:
        return found((), KEYWORD)
    return _read(text + " machinery" if kind == MACHINE else text, pieces, lists)
