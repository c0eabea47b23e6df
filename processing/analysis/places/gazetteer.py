"""Which city a text or a code means, by the names and codes of a country's gazetteer; never a guess.

A text that could be several cities, or none, stays unresolved and says what it could be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..text import code_text, is_missing, normalise, split_list
from .index import Entry, Index, build_index, is_latin, key, key_of, read_rows
from .resolving import Place, Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .index import Entries, Unit

# The files of a country that hold other names, each with the columns of `index.build_index`.
ALIASES = ("aliases.csv", "former.csv", "zones.csv", "words.csv")
# Characters of an address; what is longer is no place, and would be taken apart for long.
_LONGEST = 200


@dataclass(frozen=True)
class Found:
    """What a text leads to.

    Attributes
    ----------
    by : str
        The way (see `resolving.WAYS`), or the reason why it is not one place: ``several``.
    codes : tuple of str
        Units that the text can be, sorted.
    cities : frozenset of str
        Codes of the cities that these belong to.
    """

    by: str
    codes: tuple[str, ...]
    cities: frozenset[str] = frozenset()


class Gazetteer(Resolver):
    """Cities of a country by name, alias, county and code.

    Parameters
    ----------
    index : Index
        Look-up tables (`index.build_index`); `from_folder` and `from_rows` make them.

    Notes
    -----
    The rules are those of any country: equal names, with the province and the year that tell namesakes apart.
    A country whose names need more has a class of its own (`registry.RULES`).
    """

    def __init__(self, index: Index) -> None:
        self.index = index

    @classmethod
    def from_folder(cls, folder: Path, counties: bool = False) -> Gazetteer:
        """A gazetteer of ``places.csv`` and those of `ALIASES` that there are; `counties` as units of their own."""
        others = [folder / name for name in ALIASES if (folder / name).exists()]
        aliases = [{"kind": "word", **row} for path in others for row in read_rows(path)]
        return cls.from_rows(read_rows(folder / "places.csv"), aliases, counties)

    @classmethod
    def from_rows(
        cls, places: list[dict[str, str]], aliases: Iterable[dict[str, str]] = (), counties: bool = False
    ) -> Gazetteer:
        """A gazetteer of rows (dicts of text) in the form of the files; see `build_index`."""
        return cls(build_index(places, aliases, counties))

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The city that a text means.

        Parameters
        ----------
        text : object
            Name or code: ``苏州市``, ``浙江杭州``, ``昆山市``, ``Suzhou City``, ``320500``.
        province : object, optional
            Province (name, short form or code; several by hard separators), or a city that the text lies in;
            settles what is ambiguous.
        year : object, optional
            Year of the row, for units that were renamed or merged; without it, today.

        Returns
        -------
        Place
            `code` is None where the text is unresolved; `by` and `candidates` then say why.
        """
        allowed, held = self.provinces_of(province), year_of(year)
        city = Place() if allowed or is_missing(province) else self._resolve(province, allowed, held)
        if city.code is None:
            place = self._resolve(text, allowed, held)
            return self._own_part(text, allowed) if place.by == "unknown" else place
        return self._in_city(text, city, held)

    def _own_part(self, text: object, allowed: frozenset[str]) -> Place:
        """The one province of a text where it is a city itself and the text is a part of one: 南京东路街道, 上海."""
        codes = {self.index.heads[head].code for head in allowed}
        is_city = len(codes) == 1 and codes <= self.index.units.keys() and self._is_part(text)
        return self._answer(Found("prefix", tuple(codes), frozenset(codes)) if is_city else None)

    def _in_city(self, text: object, city: Place, year: int | None) -> Place:
        """The place of a text beside whose city stands in the column of provinces: 江北区, 宁波."""
        code = city.code or ""
        place = self._resolve(text, frozenset([self.province_of_city(code)]), year)
        within = any(self._lies_in(other, code) for _, other in place.candidates)
        if place.code is None and (within or (place.by == "unknown" and self._is_part(text))):
            place = self._resolve(f"{city.name}{text}", frozenset(), year)
        if place.code is None or self._lies_in(place.code, code):
            return place
        return Place(by="conflict", candidates=((place.name or "", place.code),))

    def _is_part(self, text: object) -> bool:
        """Whether a text that is not known names a part of a city, by how it ends."""
        return False

    def _lies_in(self, code: str, city: str) -> bool:
        return code == city or any(entry.city == city for entry in self.index.codes.get(code, ()))

    def _resolve(self, text: object, allowed: frozenset[str], year: int | None) -> Place:
        if is_missing(text):
            return Place(by="missing")
        if self._is_code(code_text(text)):
            return self.resolve_code(text, year)
        plain, pieces = normalise(text), split_list(text)
        latin = is_latin(plain)
        if len(pieces) > 1 and not (latin and "," in plain):
            return self._one_of(pieces, allowed, year)
        read, asked = (self._find_latin, plain) if latin else (self.find, key_of(plain))
        if len(asked) > _LONGEST:
            return Place(by="unknown")
        found = read(asked, allowed, year)
        if found is None and allowed:
            elsewhere = read(asked, frozenset(), year)
            if elsewhere:
                return self._unresolved("conflict", elsewhere.codes)
        return self._answer(found)

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The city of an administrative code.

        Parameters
        ----------
        value : object
            A code as text or number (``440100``, ``'440100.0'``).
        year : object, optional
            Year of the row.

        Returns
        -------
        Place
        """
        digits = code_text(value)
        if not digits:
            return Place(by="missing")
        held = year_of(year)
        for code in self._codes_above(digits):
            found = self.look_up(code, (self.index.codes,), frozenset(), held)
            if found:
                return self._answer(found)
        return Place(by="unknown")

    def provinces_of(self, text: object) -> frozenset[str]:
        """Keys of the provinces that a text names, as name or code; empty where it names none."""
        keys: set[str] = set()
        for piece in split_list(text):
            keys |= self._province_of_code(code_text(piece)) or self.index.provinces.get(key(piece), set())
        return frozenset(keys)

    def province(self, head: str) -> Place:
        """The province of this key (see `provinces_of`)."""
        unit = self.index.heads.get(head)
        return Place() if unit is None else Place(unit.code, unit.name, unit.lon, unit.lat, "name")

    def unit(self, code: str) -> Unit | None:
        """The unit, or else the province, of exactly this code; None where there is none."""
        found = self.index.units.get(code)
        return found or next((head for head in self.index.heads.values() if head.code == code), None)

    def province_of_city(self, code: str) -> str:
        """Key of the province of a city, or of a province by its code."""
        unit = self.index.units.get(code)
        return unit.province if unit else next(h for h, p in self.index.heads.items() if p.code == code)

    def place_names(self) -> frozenset[str]:
        """All names that may stand in front of an industry, normalised."""
        index = self.index
        tables = (index.names, index.counties, index.stems, index.zones, index.provinces)
        return frozenset(name for table in tables for name in table if len(name) > 1) - index.words

    def _is_code(self, text: str) -> bool:
        return text in self.index.codes

    def _codes_above(self, text: str) -> Iterable[str]:
        """The code and those that it falls to, in the order in which they are looked up."""
        return (text,)

    def _province_of_code(self, text: str) -> set[str]:
        return {head for head, unit in self.index.heads.items() if unit.code == text}

    def find(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """What a keyed text leads to, as `Found` or None; `allowed` are provinces, empty for any."""
        index = self.index
        return self.look_up(text, (index.names, index.counties, index.stems, index.zones), allowed, year)

    def look_up(
        self,
        text: str,
        tables: tuple[Entries, ...],
        allowed: frozenset[str],
        year: int | None,
        cities: frozenset[str] | None = None,
    ) -> Found | None:
        """What the first table says in which the text holds, else the first that has it at all.

        `cities` are those that the place must lie in.
        """
        outdated = None
        for table in tables:
            if text not in table:
                continue
            kept = _within(table[text], allowed, cities)
            held = [entry for entry in kept if entry.holds(year)]
            if held:
                return Found(_by(held), *_codes(held))
            outdated = outdated or kept
        return Found(_by(outdated), *_codes(outdated)) if outdated else None

    def _find_latin(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """'Suzhou, Jiangsu': what stands behind a comma is the province."""
        first, *rest = text.split(",")
        return self.find(key(first), allowed or frozenset().union(*map(self.provinces_of, rest)), year)

    def _one_of(self, pieces: list[str], allowed: frozenset[str], year: int | None) -> Place:
        """The city of a list that goes from the large to the small or names one city twice, never one of several."""
        heads = [self.province_alone(piece, year) for piece in pieces]
        allowed = allowed or frozenset().union(*heads)
        places = [self._resolve(p, allowed, year) for p, own in zip(pieces, heads) if not own]
        known = self._smallest({place.code: place for place in places if place.code})
        lost = [
            place
            for place in places
            if not place.code and not any(code in known for _, code in place.candidates)
        ]
        if len(known) == 1 and not lost:
            return next(iter(known.values()))
        named = {(place.name or "", place.code or ""): None for place in known.values()}
        named.update((candidate, None) for place in lost for candidate in place.candidates)
        several = len(known) > 1 or any(place.by == "several" for place in lost)
        by = "several" if several else "ambiguous" if named else "unknown"
        return Place(by=by, candidates=tuple(named))

    def province_alone(self, text: str, year: int | None) -> frozenset[str]:
        """Keys of the provinces that an entry of a list names, where it names no city."""
        heads = self.provinces_of(text)
        if (
            not heads
            or self._is_code(code_text(text))
            or any(self.index.heads[head].code in self.index.units for head in heads)
        ):
            return frozenset()
        found = self.find(key(text), frozenset(), year)
        return heads if found is None or len(found.codes) > 1 else frozenset()

    def _smallest(self, places: dict[str, Place]) -> dict[str, Place]:
        """Without the cities that others of the places lie in, where counties are units, too."""
        cities = {entry.city for code in places for entry in self.index.codes[code] if entry.city != code}
        return {code: place for code, place in places.items() if code not in cities}

    def _answer(self, found: Found | None) -> Place:
        if found is None:
            return Place(by="unknown")
        if len(found.codes) > 1:
            return self._unresolved("several" if found.by == "several" else "ambiguous", found.codes)
        unit = self.index.units[found.codes[0]]
        return Place(unit.code, unit.name, unit.lon, unit.lat, found.by)

    def _unresolved(self, by: str, codes: tuple[str, ...]) -> Place:
        heads = {unit.code: unit for unit in self.index.heads.values()}
        units = (self.index.units.get(code) or heads[code] for code in codes)
        return Place(by=by, candidates=tuple((unit.name, unit.code) for unit in units))


def year_of(value: object) -> int | None:
    """The year at the start of a number, text or date; None where there is none."""
    found = re.match(r"(18|19|20|21)\d\d", code_text(value))
    return int(found.group()) if found else None


def _within(entries: list[Entry], allowed: frozenset[str], cities: frozenset[str] | None) -> list[Entry]:
    """The entries in these provinces, where any are given, and in these cities, where they are not None."""
    if allowed:
        entries = [entry for entry in entries if entry.province in allowed]
    if cities is not None:
        entries = [entry for entry in entries if entry.city in cities]
    return entries


def _codes(entries: list[Entry]) -> tuple[tuple[str, ...], frozenset[str]]:
    return tuple(sorted({entry.code for entry in entries})), frozenset(entry.city for entry in entries)


def _by(entries: list[Entry]) -> str:
    """'name' before 'alias' before the rest."""
    ways = {entry.by for entry in entries}
    return next((way for way in ("name", "alias", "county", "zone") if way in ways), "code")
