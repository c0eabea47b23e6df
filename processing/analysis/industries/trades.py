"""Places that are known for a trade: they decide between readings that disagree, and say nothing by themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..text import normalise
from .peeling import places_peeled
from .steps import KEYWORD, found
from .table_cells import FOLDER, entries, read_rows

if TYPE_CHECKING:
    from .grammar import Grammar
    from .lexicon import Lexicon
    from .steps import Resolution

_ENDING = re.compile("(?<=..)(街道|[镇乡市县区])$")


def settled(
    reading: Resolution,
    text: str,
    places: frozenset[str],
    grammar: Grammar,
    lexicon: Lexicon,
    code_index: dict[str, int],
) -> Resolution:
    """Return the reading of a text, decided by the places in front of it if its words disagree.

    Parameters
    ----------
    reading : Resolution
    text : str
        Normalised, with the places.
    places : frozenset of str
    grammar : Grammar
    lexicon : Lexicon
    code_index : dict of str to int
        Of the taxonomy.

    Returns
    -------
    Resolution
        The reading as it is unless it has candidates and some, but not all of them are those of the place's trades.
    """
    if reading.by or not reading.candidates:
        return reading
    levels = places_peeled(text, places, grammar, lexicon)
    names = (_stem(longer[: -len(rest)]) for longer, rest in zip(levels, levels[1:]))
    codes = {code for name in names for code in trades().get(name, ()) if code in code_index}
    nodes = [node for node in reading.candidates if any(lexicon.under(node, code_index[c]) for c in codes)]
    return found(nodes, KEYWORD) if 0 < len(nodes) < len(reading.candidates) else reading


@lru_cache(maxsize=1)
def trades() -> dict[str, tuple[str, ...]]:
    """Read the table, once a process: short name of a place → codes of its trades, in small letters."""
    rows = read_rows(FOLDER / "trades.csv", "place", "code")
    return {_stem(normalise(place)): tuple(entries(code.casefold())) for place, code in rows}


def _stem(name: str) -> str:
    """A place without signs around it and without its ending: 织里 of 织里镇."""
    return _ENDING.sub("", name.strip("、,，·- "))
