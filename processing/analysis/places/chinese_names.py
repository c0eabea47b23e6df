"""Chinese place names one by one: whole names, their endings, what opens a text, codes by their digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .gazetteer import Found, Gazetteer
from .index import Index, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


# Provinces that are cities themselves, and the heads of codes of directly governed counties.
_OWN_UNIT = ("11", "12", "31", "50", "71", "81", "82")
_DIRECT = ("1390", "4190", "4290", "4690", "6590")

_FORMER = frozenset({"地区", "专区", "行署"})
_COUNTY_SUFFIXES = frozenset("市县区旗")
_DIGITS = re.compile(r"\d{2}(\d{2}){0,2}|\d{9}|\d{12}")
# Names of counties that say nothing without their city.
BARE = re.compile("[东西南北中]区|[城郊矿]区|市区")
_FULL_COUNTY = re.compile(r".[县区旗]$|..市$|特区$|林区$")
_FULL_NAME = re.compile(r"..[市州盟]$|地区$|.[县区旗]$")
_FULL_ZONE = re.compile(r"[区园城镇村港]$|基地$")


class ChineseNames(Gazetteer):
    """What single names and codes of Chinese cities lead to; `find`, of longer texts, is for `ChineseGazetteer`.

    Attributes
    ----------
    openings : dict of str to bool
        Names that may open a longer text, and whether they are whole (carry the ending of a unit).
    lengths : dict of str to list of int
        Their lengths, the longest first, by their first two characters.
    """

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self.openings = _openings(index)
        self.lengths = _lengths(self.openings)
        self._inner = _lengths({**index.counties, **index.stems, **index.zones})
        self._counties: dict[str, list[str]] = {}
        for county in index.counties:
            self._counties.setdefault(county[:2], []).append(county)

    def whole(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """What the text as a whole is the name of."""
        index = self.index
        if text in index.provinces and not allowed:
            return self._or_province(text, self.look_up(text, (index.names,), allowed, year))
        found = self.look_up(text, (index.names, index.counties, index.stems, index.zones), allowed, year)
        if found and len(text) == 2 and BARE.fullmatch(text) and not allowed:
            return found if len(found.codes) > 1 else None
        if text in ("市辖区", "县") and len(allowed) == 1 and allowed <= set(_OWN_UNIT):
            (head,) = allowed
            return Found("county", (head + "0000",), frozenset([head + "0000"]))
        return (
            found
            or self._by_other_town(text, allowed, year)
            or self._by_other_suffix(text, allowed, year)
            or self._by_former_prefecture(text, allowed, year)
        )

    def opening(self, text: str) -> int:
        """Length of the longest name at the start of the text; 0 where there is none."""
        return next(self.all_openings(text), 0)

    def all_openings(self, text: str) -> Iterator[int]:
        """Lengths of the names at the start of the text, the longest first."""
        lengths = self.lengths.get(text[:2], ())
        return (length for length in lengths if length <= len(text) and text[:length] in self.openings)

    def named(self, name: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """What a name that opens a text leads to."""
        index = self.index
        return self.look_up(name, (index.names, index.counties, index.zones, index.stems), allowed, year)

    def inside(self, text: str, cities: frozenset[str], year: int | None) -> tuple[int, Found | None]:
        """(length, found) of the longest name at the start of the text that lies in these cities; (0, None)."""
        tables = self.index.counties, self.index.stems, self.index.zones
        for length in self._inner.get(text[:2], ()):
            if length > len(text):
                continue
            found = self.look_up(text[:length], tables, frozenset(), year, cities)
            if found:
                return length, found
        return 0, None

    def begins_a_county(self, name: str, cities: frozenset[str]) -> bool:
        """Whether a county of these cities goes on as a name does: 龙泉驿 of 成都 is called 龙泉 there."""
        starting = (county for county in self._counties.get(name[:2], ()) if county.startswith(name))
        return any(entry.city in cities for county in starting for entry in self.index.counties[county])

    def _or_province(self, text: str, found: Found | None) -> Found | None:
        """海南 is a prefecture of Qinghai or the province: both; 吉林 and 上海 are cities of that name."""
        heads = self.index.provinces[text]
        if found is None or heads & {self.province_of_city(code) for code in found.codes}:
            return found
        provinces = tuple(self.index.heads[head].code for head in heads)
        return Found("ambiguous", tuple(sorted(found.codes + provinces)), found.cities)

    def _by_other_suffix(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """即墨市 for what is 即墨区 now, 昆山县 for 昆山市; never a stem that is a city or a province."""
        index, stem = self.index, text[:-1]
        if text[-1:] not in _COUNTY_SUFFIXES or stem in index.names or stem in index.provinces:
            return None
        if stem in index.words and not allowed:
            return None
        return self.look_up(stem, (index.stems,), allowed, year)

    def _by_other_town(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """大唐街道 for what the list has as 大唐镇: towns become sub-districts."""
        if text[-2:] != "街道":
            return None
        return self.look_up(text[:-2] + "镇", (self.index.zones,), allowed, year)

    def _by_former_prefecture(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """丽水地区 for what is 丽水市 now; 海南地区 may be the province, and 梧州专区 is what 梧州地区 is."""
        stem, names = text[:-2], (self.index.names,)
        if text[-2:] not in _FORMER:
            return None
        found = self.look_up(stem + "地区", names, allowed, year) or self.look_up(stem, names, allowed, year)
        return self._or_province(stem, found) if stem in self.index.provinces and not allowed else found

    def _is_code(self, text: str) -> bool:
        return _DIGITS.fullmatch(text) is not None

    def _codes_above(self, text: str) -> Iterator[str]:
        if not _DIGITS.fullmatch(text):
            return
        digits = text[:6].ljust(6, "0")
        yield digits
        if digits.startswith(_OWN_UNIT):
            yield digits[:2] + "0000"
        elif not digits.startswith(_DIRECT):
            yield digits[:4] + "00"

    def _province_of_code(self, text: str) -> set[str]:
        return {text[:2]} if _DIGITS.fullmatch(text) else set()


def _openings(index: Index) -> dict[str, bool]:
    """Names that may open a longer text, each with whether it is whole."""
    openings = {}
    openings.update(dict.fromkeys(index.stems, False))
    for name in index.zones:
        openings[name] = _FULL_ZONE.search(name) is not None
    for name in index.counties:
        openings[name] = _FULL_COUNTY.search(name) is not None
    for name, entries in index.names.items():
        whole = _FULL_NAME.search(name) is not None and (name[-1] != "州" or name[:-1] in index.names)
        openings[name] = whole or any(entry.by == "name" for entry in entries)
    openings.update((name, name[-1] in "省市区") for name in index.provinces)
    return {
        name: whole
        for name, whole in openings.items()
        if len(name) > 1 and not (is_latin(name) or BARE.fullmatch(name))
    }


def _lengths(names: Iterable[str]) -> dict[str, list[int]]:
    """Lengths of the names, the longest first, by their first two characters."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {start: sorted(found, reverse=True) for start, found in lengths.items()}
