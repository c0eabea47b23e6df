"""The rules of Chinese place names: whole names, their endings, codes by their digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import chinese_lists, latin
from .chinese_chains import read_bracket, read_chain
from .chinese_texts import bracketed
from .gazetteer import Found, Gazetteer
from .index import Index, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


# Provinces that are cities themselves, and the heads of codes of directly governed counties.
OWN_UNIT = ("11", "12", "31", "50", "71", "81", "82")
DIRECT = ("1390", "4190", "4290", "4690", "6590")

_ZONE = re.compile(
    r"(国家级|省级)?(高新技术产业开发|高新技术开发|经济技术开发|经济开发|高新|经开|自贸|新|开发)区$"
)
_FORMER = frozenset({"地区", "专区", "行署"})
_COUNTY_SUFFIXES = frozenset("市县区旗")
_OPEN = frozenset("([〔【")
_DIGITS = re.compile(r"\d{2}(\d{2}){0,2}|\d{9}|\d{12}")
# Names of counties that say nothing without their city.
_BARE = re.compile("[东西南北中]区|[城郊矿]区|市区")
_TRADE = re.compile(r"..(城|市场|石化|化工园|化工园区|药谷|软件谷|软件园|声谷|农高区|医药高新区)$")
_FULL_COUNTY = re.compile(r".[县区旗]$|..市$|特区$|林区$")
_FULL_NAME = re.compile(r"..[市州盟]$|地区$|.[县区旗]$")
_FULL_ZONE = re.compile(r"[区园城镇村港]$|基地$")


class ChineseGazetteer(Gazetteer):
    """Chinese cities by name and by code, at prefecture level.

    Attributes
    ----------
    openings : dict of str to bool
        Names that may open a longer text, and whether they are whole (carry the ending of a unit).
    lengths : dict of str to list of int
        Their lengths, the longest first, by their first two characters.

    Notes
    -----
    Units are prefecture-level cities, prefectures, leagues, municipalities, directly governed counties, Hong
    Kong, Macao and Taiwan.  The suffixes 区 and 县 are never taken off before the counties are looked up: 朝阳区
    is in Beijing or Changchun, not in 朝阳市.

    Codes have 2, 4, 6, 9 or 12 digits; counties fall to their prefecture, districts of a municipality to the
    municipality, directly governed counties keep their own code.
    """

    def __init__(self, index: Index) -> None:
        super().__init__(index)
        self.openings = _openings(index)
        self.lengths = _lengths(self.openings)
        self._inner = _lengths({**index.counties, **index.stems, **index.zones})

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in` and `chinese_lists`."""
        return chinese_lists.cities_in(self, text)

    def place_names(self) -> frozenset[str]:
        """See `Gazetteer.place_names`; without zones that are named by their trade: 海宁皮革城."""
        return frozenset(name for name in super().place_names() if not _TRADE.search(name))

    def find(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """What a keyed text leads to: whole names, then zones by their ending, then the units that open it."""
        found = self.whole(text, allowed, year)
        if found or len(text) < 2 or (len(text) == 2 and _BARE.fullmatch(text)):
            return found
        if not _OPEN.isdisjoint(text) and bracketed(text):
            return read_bracket(self, text, allowed, year)
        return self._by_zone(text, allowed, year) or read_chain(self, text, allowed, year)

    def whole(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """What the text as a whole is the name of."""
        index = self.index
        if text in index.provinces and not allowed:
            return self._or_province(text, self.look_up(text, (index.names,), allowed, year))
        found = self.look_up(text, (index.names, index.counties, index.stems, index.zones), allowed, year)
        if found and len(text) == 2 and _BARE.fullmatch(text) and not allowed:
            return found if len(found.codes) > 1 else None
        if text in ("市辖区", "县") and len(allowed) == 1 and allowed <= set(OWN_UNIT):
            (head,) = allowed
            return Found("county", (head + "0000",), frozenset([head + "0000"]))
        return (
            found
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

    def _by_former_prefecture(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """丽水地区 for what is 丽水市 now."""
        if text[-2:] not in _FORMER:
            return None
        return self.look_up(text[:-2], (self.index.names,), allowed, year)

    def _by_zone(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        place = _ZONE.sub("", text) if text[-1] == "区" else ""
        if not place or place == text or (place in self.index.words and not allowed):
            return None
        if any(text[-length:] in self.index.counties for length in range(3, 7)):
            return None  # 清远市清新区
        found = self.find(place, allowed, year)
        if found is None or len(found.codes) > 1:
            return found
        longer = read_chain(
            self, text, allowed, year
        )  # 江阴靖江高新区 is a park of two places, 江阴靖江 may be none
        return longer if longer and len(longer.codes) > 1 else Found("zone", found.codes, found.cities)

    def _find_latin(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        return latin.read(self, text, allowed, year)

    def _is_code(self, text: str) -> bool:
        return _DIGITS.fullmatch(text) is not None

    def _codes_above(self, text: str) -> Iterator[str]:
        if not _DIGITS.fullmatch(text):
            return
        digits = text[:6].ljust(6, "0")
        yield digits
        if digits.startswith(OWN_UNIT):
            yield digits[:2] + "0000"
        elif not digits.startswith(DIRECT):
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
        if len(name) > 1 and not (is_latin(name) or _BARE.fullmatch(name))
    }


def _lengths(names: Iterable[str]) -> dict[str, list[int]]:
    """Lengths of the names, the longest first, by their first two characters."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {start: sorted(found, reverse=True) for start, found in lengths.items()}
