"""Which city a text or a code means, by the names and codes of a country's gazetteer; never a guess.

A text that could be several cities, or none, stays unresolved and says what it could be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..text import code_text, is_missing, normalise, split_list
from .index import Entry, Index, build_index, is_latin, key, read_rows, without_latin_tail
from .resolving import Place, Resolver


@dataclass(frozen=True)
class Found:
    """Codes that a text leads to, and the way (see `resolving.WAYS`)."""

    by: str
    codes: tuple


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

    def __init__(self, index: Index):
        self._index = index

    @classmethod
    def from_folder(cls, folder: Path, counties=False) -> Gazetteer:
        """A gazetteer of ``places.csv`` and, where there is one, ``aliases.csv``; `counties` as units of their own."""
        places, aliases = (
            read_rows(path) if path.exists() else ()
            for path in (folder / "places.csv", folder / "aliases.csv")
        )
        return cls.from_rows(places, aliases, counties)

    @classmethod
    def from_rows(cls, places, aliases=(), counties=False) -> Gazetteer:
        """A gazetteer of rows (dicts of text) in the form of the files; see `build_index`."""
        return cls(build_index(places, aliases, counties))

    def resolve(self, text, province=None, year=None) -> Place:
        """The city that a text means.

        Parameters
        ----------
        text : object
            Name or code: ``苏州市``, ``浙江杭州``, ``昆山市``, ``Suzhou City``, ``320500``.
        province : object, optional
            Province (name, short form or code; several by hard separators); settles what is ambiguous.
        year : object, optional
            Year of the row, for units that were renamed or merged; without it, today.

        Returns
        -------
        Place
            `code` is None where the text is unresolved; `by` and `candidates` then say why.
        """
        if is_missing(text):
            return Place(by="missing")
        if self._is_code(code_text(text)):
            return self.resolve_code(text, year)
        allowed, year = self.provinces_of(province), year_of(year)
        if is_latin(normalise(text)) and "," in normalise(text):
            text, allowed = self._without_province_tail(text, allowed)
        elif len(split_list(text)) > 1:
            return self._one_of(split_list(text), province, year)
        found = self._find(key(text), allowed, year)
        if found is None and is_latin(normalise(text)):
            found = self._find(key(without_latin_tail(text)), allowed, year)
        if found is None and allowed:
            elsewhere = self._find(key(text), frozenset(), year)
            if elsewhere:
                return self._unresolved("conflict", elsewhere.codes)
        return self._answer(found)

    def resolve_code(self, value, year=None) -> Place:
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
        year = year_of(year)
        for code in self._codes_above(digits):
            codes = choose(self._index.codes.get(code, ()), frozenset(), year)
            if codes:
                return self._answer(Found("code", codes))
        return Place(by="unknown")

    def provinces_of(self, text) -> frozenset:
        """Keys of the provinces that a text names, as name or code; empty where it names none."""
        keys = set()
        for piece in split_list(text):
            keys |= self._province_of_code(code_text(piece)) or self._index.provinces.get(key(piece), set())
        return frozenset(keys)

    def province(self, head) -> Place:
        """The province of this key (see `provinces_of`)."""
        unit = self._index.heads.get(head)
        return Place() if unit is None else Place(unit.code, unit.name, unit.lon, unit.lat, "name")

    def province_of_city(self, code) -> str:
        """Key of the province of a city."""
        return self._index.units[code].province

    def place_names(self) -> frozenset:
        """All names that may open a longer text, normalised."""
        return frozenset(self._index.openings)

    def _is_code(self, text):
        return text in self._index.codes

    def _codes_above(self, text):
        """The code and those that it falls to, in the order in which they are looked up."""
        return (text,)

    def _province_of_code(self, text):
        return {head for head, unit in self._index.heads.items() if unit.code == text}

    def _find(self, text, allowed, year):
        """What a keyed text leads to, or None; `allowed` are provinces, empty for any."""
        index = self._index
        return self._look_up(text, (index.names, index.counties, index.stems, index.zones), allowed, year)

    def _look_up(self, text, tables, allowed, year):
        for table in tables:
            entries = table.get(text, ())
            codes = choose(entries, allowed, year)
            if codes:
                return Found(_by(entries, codes), codes)
        return None

    def _without_province_tail(self, text, allowed):
        """('Suzhou', Jiangsu) of 'Suzhou, Jiangsu, China'."""
        first, *rest = normalise(text).split(",")
        return first, allowed or frozenset().union(*map(self.provinces_of, rest))

    def _one_of(self, pieces, province, year):
        """The city of a list whose entries are one and the same; of several it cannot be told which is meant."""
        places = [self.resolve(piece, province, year) for piece in pieces]
        if len({place.code for place in places}) == 1:
            return places[0]
        named = dict.fromkeys((place.name, place.code) for place in places if place.code)
        return Place(by="ambiguous" if named else "unknown", candidates=tuple(named))

    def _answer(self, found):
        if found is None:
            return Place(by="unknown")
        if len(found.codes) > 1:
            return self._unresolved("ambiguous", found.codes)
        unit = self._index.units[found.codes[0]]
        return Place(unit.code, unit.name, unit.lon, unit.lat, found.by)

    def _unresolved(self, by, codes):
        units = (self._index.units[code] for code in codes)
        return Place(by=by, candidates=tuple((unit.name, unit.code) for unit in units))


def year_of(value) -> int | None:
    """The year at the start of a number, text or date; None where there is none."""
    found = re.match(r"(18|19|20|21)\d\d", code_text(value))
    return int(found.group()) if found else None


def choose(entries: list[Entry], allowed, year) -> tuple:
    """Codes of the entries that hold: those with years before those without; outdated ones if no other."""
    entries = [entry for entry in entries if not allowed or entry.province in allowed]
    held = [entry for entry in entries if entry.holds(year)]
    kept = [entry for entry in held if entry.dated] or held or entries
    return tuple(sorted({entry.code for entry in kept}))


def _by(entries, codes):
    """'name' before 'alias' before the rest, for the entries that lead to `codes`."""
    ways = {entry.by for entry in entries if entry.code in codes}
    return next((way for way in ("name", "alias", "zone") if way in ways), "county")
