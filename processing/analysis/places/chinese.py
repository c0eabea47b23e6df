"""The rules of Chinese place names: what may be taken off, what opens a longer text, codes by their digits."""

from __future__ import annotations

import re

from ..text import normalise
from .gazetteer import Found, Gazetteer, choose
from .index import Index, key

# Provinces that are cities themselves, and the heads of codes of directly governed counties.
OWN_UNIT = ("11", "12", "31", "50", "71", "81", "82")
DIRECT = ("1390", "4190", "4290", "4690", "6590")

_ZONE = re.compile(r"(国家级)?(高新技术产业开发|经济技术开发|高新|经开|自贸|新|开发)区$")
_COUNTY_SUFFIX = re.compile(r"[市县区旗]$")
_DIGITS = re.compile(r"\d{2}(\d{2}){0,2}|\d{9}|\d{12}")
_COUNTRY = frozenset({"china", "prc", "prchina", "中国"})


class ChineseGazetteer(Gazetteer):
    """Chinese cities by name and by code, at prefecture level.

    Notes
    -----
    Units are prefecture-level cities, prefectures, leagues, municipalities, directly governed counties, Hong
    Kong, Macao and Taiwan.  The suffixes 区 and 县 are never taken off before the counties are looked up: 朝阳区
    is in Beijing or Changchun, not in 朝阳市.

    Codes have 2, 4, 6, 9 or 12 digits; counties fall to their prefecture, districts of a municipality to the
    municipality, directly governed counties keep their own code.
    """

    def __init__(self, index: Index):
        super().__init__(index)
        self._longest = max(map(len, index.openings), default=0)

    def _is_code(self, text):
        return _DIGITS.fullmatch(text) is not None

    def _codes_above(self, text):
        if not _DIGITS.fullmatch(text):
            return
        digits = text[:6].ljust(6, "0")
        yield digits
        if digits.startswith(OWN_UNIT):
            yield digits[:2] + "0000"
        elif not digits.startswith(DIRECT):
            yield digits[:4] + "00"

    def _province_of_code(self, text):
        return {text[:2]} if _DIGITS.fullmatch(text) else set()

    def _find(self, text, allowed, year):
        index = self._index
        found = self._look_up(text, (index.names, index.counties), allowed, year)
        if found:
            return found
        if text in ("市辖区", "县") and len(allowed) == 1 and allowed <= set(OWN_UNIT):
            return Found("county", tuple(head + "0000" for head in allowed))
        if not text or (text in index.provinces and not allowed):
            return None
        return (
            self._by_county_stem(text, allowed, year)
            or self._by_zone(text, allowed, year)
            or self._by_opening(text, allowed, year)
        )

    def _by_county_stem(self, text, allowed, year):
        """昆山 for 昆山市, 即墨市 for what is 即墨区 now; never a stem that is a unit or a province."""
        codes = choose(self._index.stems.get(text, ()), allowed, year)
        if not codes and _COUNTY_SUFFIX.search(text):
            stem = text[:-1]
            if stem not in self._index.names and stem not in self._index.provinces:
                codes = choose(self._index.stems.get(stem, ()), allowed, year)
        return Found("county", codes) if codes else None

    def _by_zone(self, text, allowed, year):
        codes = choose(self._index.zones.get(text, ()), allowed, year)
        if codes:
            return Found("zone", codes)
        place = _ZONE.sub("", text)
        if not place or place == text:
            return None
        found = self._find(place, allowed, year)
        return Found("zone", found.codes) if found else None

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
            codes = choose(table.get(head, ()), allowed, year)
            if codes:
                return Found("prefix", codes)
        return None

    def _lengths(self, text):
        return range(min(len(text), self._longest), 1, -1)

    def _without_province_tail(self, text, allowed):
        parts = [part for part in normalise(text).split(",") if key(part) not in _COUNTRY]
        return super()._without_province_tail(",".join(parts), allowed)
