"""Which city a text or a code means: the rules of Chinese place names, never a guess.

A text that could be several cities, or none, stays unresolved and says what it could be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..text import code_text, is_missing, normalise, split_list
from .citytable import CityTable
from .index import (
    FOLDER,
    Entry,
    Index,
    build_index,
    is_latin,
    key,
    read_rows,
    without_latin_tail,
)
from .resolving import Place, Resolver

# Provinces that are cities themselves, and the heads of codes of directly governed counties.
OWN_UNIT = ("11", "12", "31", "50", "71", "81", "82")
DIRECT = ("1390", "4190", "4290", "4690", "6590")

_ZONE = re.compile(r"(国家级)?(高新技术产业开发|经济技术开发|高新|经开|自贸|新|开发)区$")
_COUNTY_SUFFIX = re.compile(r"[市县区旗]$")
_DIGITS = re.compile(r"\d{2}(\d{2}){0,2}|\d{9}|\d{12}")
_COUNTRY = frozenset({"china", "prc", "prchina", "中国"})


@dataclass(frozen=True)
class _Found:
    by: str
    codes: tuple


class Gazetteer(Resolver):
    """Chinese cities by name and by code, at prefecture level.

    Parameters
    ----------
    index : Index
        Look-up tables (`index.build_index`); `bundled`, `from_files` and `from_frames` make them.

    Notes
    -----
    Units are prefecture-level cities, prefectures, leagues, municipalities, directly governed counties, Hong
    Kong, Macao and Taiwan.  The suffixes 区 and 县 are never taken off before the counties are looked up: 朝阳区
    is in Beijing or Changchun, not in 朝阳市.
    """

    def __init__(self, index: Index):
        self._index = index
        self._longest = max(map(len, index.openings), default=0)

    @classmethod
    @lru_cache(maxsize=2)
    def bundled(cls, counties=False) -> Gazetteer:
        """The gazetteer that comes with the plugin, read at the first call; `counties` as units of their own."""
        return cls.from_files(FOLDER / "places.csv", FOLDER / "aliases.csv", counties)

    @classmethod
    def from_files(cls, places: Path, aliases: Path | None = None, counties=False) -> Gazetteer:
        """A gazetteer of CSV files in the form of the bundled ones."""
        return cls(build_index(read_rows(places), read_rows(aliases) if aliases else (), counties))

    @classmethod
    def from_frames(cls, places, aliases=None) -> Gazetteer:
        """A gazetteer of data frames with the columns of the bundled files."""
        frames = (places, aliases) if aliases is not None else (places,)
        rows = [frame.fillna("").astype(str).to_dict("records") for frame in frames]
        return cls(build_index(rows[0], rows[1] if len(rows) > 1 else ()))

    @staticmethod
    def from_table(names, xs, ys, codes=None) -> CityTable:
        """A user's own list of cities, of any country: see `CityTable`."""
        return CityTable(names, xs, ys, codes)

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
        if _DIGITS.fullmatch(code_text(text)):
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
            4, 6, 9 or 12 digits, as text or number (``440100``, ``4401``, ``'440100.0'``).
        year : object, optional
            Year of the row.

        Returns
        -------
        Place
            Counties fall to their prefecture, districts of a municipality to the municipality; directly governed
            counties keep their own code.
        """
        digits = code_text(value)
        if not digits:
            return Place(by="missing")
        if not _DIGITS.fullmatch(digits):
            return Place(by="unknown")
        digits = digits[:6].ljust(6, "0")
        year = year_of(year)
        tries = [digits]
        if digits.startswith(OWN_UNIT):
            tries.append(digits[:2] + "0000")
        elif not digits.startswith(DIRECT):
            tries.append(digits[:4] + "00")
        for code in tries:
            codes = _choose(self._index.codes.get(code, ()), frozenset(), year)
            if codes:
                return self._answer(_Found("code", codes))
        return Place(by="unknown")

    def provinces_of(self, text) -> frozenset:
        """First two digits of the codes of the provinces that a text names; empty where it names none."""
        heads = set()
        for piece in split_list(text):
            digits = code_text(piece)
            if _DIGITS.fullmatch(digits):
                heads.add(digits[:2])
            else:
                heads |= self._index.provinces.get(key(piece), set())
        return frozenset(heads)

    def province(self, head) -> Place:
        """The province whose codes begin with these two digits."""
        unit = self._index.heads.get(head)
        return Place() if unit is None else Place(unit.code, unit.name, unit.lon, unit.lat, "name")

    def place_names(self) -> frozenset:
        """All names that may open a longer text, normalised."""
        return frozenset(self._index.openings)

    def _find(self, text, allowed, year):
        index = self._index
        for table in (index.names, index.counties):
            entries = table.get(text, ())
            codes = _choose(entries, allowed, year)
            if codes:
                return _Found(_by(entries, codes), codes)
        if text in ("市辖区", "县") and len(allowed) == 1 and allowed <= set(OWN_UNIT):
            return _Found("county", tuple(head + "0000" for head in allowed))
        if not text or (text in index.provinces and not allowed):
            return None
        return (
            self._by_county_stem(text, allowed, year)
            or self._by_zone(text, allowed, year)
            or self._by_opening(text, allowed, year)
        )

    def _by_county_stem(self, text, allowed, year):
        """昆山 for 昆山市, 即墨市 for what is 即墨区 now; never a stem that is a unit or a province."""
        codes = _choose(self._index.stems.get(text, ()), allowed, year)
        if not codes and _COUNTY_SUFFIX.search(text):
            stem = text[:-1]
            if stem not in self._index.names and stem not in self._index.provinces:
                codes = _choose(self._index.stems.get(stem, ()), allowed, year)
        return _Found("county", codes) if codes else None

    def _by_zone(self, text, allowed, year):
        codes = _choose(self._index.zones.get(text, ()), allowed, year)
        if codes:
            return _Found("zone", codes)
        place = _ZONE.sub("", text)
        if not place or place == text:
            return None
        found = self._find(place, allowed, year)
        return _Found("zone", found.codes) if found else None

    def _by_opening(self, text, allowed, year):
        """A longer text by the longest name at its start; a province there counts as the province column."""
        for n in self._lengths(text):
            head, rest = text[:n], text[n:]
            if head not in self._index.openings:
                continue
            heads = self._index.provinces.get(head)
            if heads:
                found = self._find(rest, frozenset(heads & allowed if allowed else heads), year)
                if found or not heads <= set(OWN_UNIT):
                    return found or self._by_namesake(head, rest, allowed, year)
            if not _COUNTY_SUFFIX.fullmatch(rest):
                return self._prefix(head, allowed, year)
        return None

    def _by_namesake(self, head, rest, allowed, year):
        """海南共和县: 海南 is the prefecture in Qinghai if what follows lies there."""
        prefecture, within = self._prefix(head, allowed, year), self._find(rest, allowed, year)
        return within if prefecture and within and prefecture.codes == within.codes else None

    def _prefix(self, head, allowed, year):
        index = self._index
        for table in (index.names, index.counties, index.zones, index.stems):
            codes = _choose(table.get(head, ()), allowed, year)
            if codes:
                return _Found("prefix", codes)
        return None

    def _lengths(self, text):
        return range(min(len(text), self._longest), 1, -1)

    def _without_province_tail(self, text, allowed):
        """('Suzhou', Jiangsu) of 'Suzhou, Jiangsu, China'."""
        first, *rest = normalise(text).split(",")
        named = [self.provinces_of(part) for part in rest if key(part) not in _COUNTRY]
        return first, allowed or frozenset().union(*named)

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


def _choose(entries: list[Entry], allowed, year) -> tuple:
    """Codes of the entries that hold: those with years before those without; outdated ones if no other."""
    entries = [entry for entry in entries if not allowed or entry.code[:2] in allowed]
    held = [entry for entry in entries if entry.holds(year)]
    kept = [entry for entry in held if entry.dated] or held or entries
    return tuple(sorted({entry.code for entry in kept}))


def _by(entries, codes):
    """'name' before 'alias' before the rest, for the entries that lead to `codes`."""
    ways = {entry.by for entry in entries if entry.code in codes}
    return next((way for way in ("name", "alias") if way in ways), "county")
