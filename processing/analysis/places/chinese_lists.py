"""Lists of Chinese cities: words between them, and what one entry says of the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text import split_list
from . import chinese_texts as texts
from . import latin
from .index import is_latin, key

if TYPE_CHECKING:
    from .chinese_names import ChineseNames
    from .resolving import Place

# Characters of a place with all that it lies in; what follows them decides nothing.
_LONGEST_PLACE = 60


def cities_in(china: ChineseNames, text: str) -> list[str]:
    """The entries of a list, each as a text that can be resolved by itself.

    Parameters
    ----------
    china : ChineseNames
    text : object
        ``广州市、佛山市``, ``苏州和无锡``, ``江苏省南京市玄武区、鼓楼区``.

    Returns
    -------
    list of str
        A province in front of its cities is no entry, nor is one behind its city in Latin letters, nor the country
        where anything else is there; an entry that
        could be several places has the city or the province before it in front where that tells which.
    """
    pieces = [part for piece in split_list(text) for part in _parted(china, piece)]
    if len(pieces) < 2:
        return pieces
    entries: list[str] = []
    province = city = ""
    for number, piece in enumerate(pieces):
        if entries and _closes(china, entries[-1], piece):
            entries[-1] = f"{entries[-1]}, {piece}"
            continue
        if latin.is_country(piece):
            continue
        if number + 1 < len(pieces) and _opens(china, piece, pieces[number + 1]):
            province = piece
            continue
        place = china.resolve(piece)
        if place.code is None:
            piece, place = _in_front(china, piece, place, (city, province))
        elif not province:
            province = _province_in(china, piece)
        entries.append(piece)
        city = place.name or city
    return entries or pieces[:1]


def _parted(china: ChineseNames, piece: str) -> list[str]:
    """Both sides of a word such as 和 where both are places; never 沈阳和平."""
    if is_latin(piece):
        return [piece]
    parts, begin = [], 0
    for joined in texts.AND.finditer(piece):
        left, right = piece[begin : joined.start()], piece[joined.end() : joined.end() + _LONGEST_PLACE]
        if _is_place(china, left) and _is_place(china, right.removesuffix("等地")):
            parts.append(left)
            begin = joined.end()
    return [*parts, piece[begin:]]


def _is_place(china: ChineseNames, text: str) -> bool:
    found = china.find(key(text), frozenset(), None) if len(text) > 1 else None
    return found is not None


def _opens(china: ChineseNames, piece: str, following: str) -> bool:
    """Whether an entry is but the province of the next."""
    return bool(china.province_alone(piece, None)) and china.resolve(following, piece).code is not None


def _closes(china: ChineseNames, entry: str, piece: str) -> bool:
    """Whether a piece in Latin letters but says in which province or country the entry before it lies."""
    if not (is_latin(entry) and is_latin(piece) and latin.holds_cities(china, piece)):
        return False
    return china.resolve(f"{entry}, {piece}").code is not None


def _province_in(china: ChineseNames, piece: str) -> str:
    """The name of the province at the start of an entry, '' where there is none."""
    text = key(piece)
    length = china.opening(text)
    return text[:length] if text[:length] in china.index.provinces else ""


def _in_front(china: ChineseNames, piece: str, place: Place, before: tuple[str, str]) -> tuple[str, Place]:
    for name in filter(None, before):
        closer = china.resolve(name + piece)
        if closer.code is not None and any(code == closer.code for _, code in place.candidates):
            return name + piece, closer
    return piece, place
