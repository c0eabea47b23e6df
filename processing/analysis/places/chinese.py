"""The rules of Chinese place names: whole names, then zones by their ending, then what longer texts are made of."""

from __future__ import annotations

import re

from ..text import normalise
from . import chinese_lists, latin
from .chinese_chains import read_bracket, read_chain
from .chinese_names import BARE, ChineseNames
from .chinese_texts import bracketed
from .gazetteer import Found
from .index import key_of

_ZONE = re.compile(
    r"(国家级|省级)?(高新技术产业开发|高新技术开发|经济技术开发|经济开发|高新|经开|自贸|新|开发)区$"
)
# Towns, roads and the like, which no list has: 西区 and 沙集镇 beside the city they lie in.
_PART = re.compile(
    "([东西南北中]区|[一-鿿]{2,8}(街道|镇|乡|路|大街|大道|街))(街道|办事处)?|[城郊矿新]区|市区|市辖区|[一-鿿]{2,4}区|.{0,6}(高新|经开|开发)区"
)
_OPEN = frozenset("([〔【")
_TRADE = re.compile(r"..(城|市场|石化|化工园|化工园区|药谷|软件谷|软件园|声谷|农高区|医药高新区)$")


class ChineseGazetteer(ChineseNames):
    """Chinese cities by name and by code, at prefecture level.

    Notes
    -----
    Units are prefecture-level cities, prefectures, leagues, municipalities, directly governed counties, Hong
    Kong, Macao and Taiwan.  The suffixes 区 and 县 are never taken off before the counties are looked up: 朝阳区
    is in Beijing or Changchun, not in 朝阳市.

    Codes have 2, 4, 6, 9 or 12 digits; counties fall to their prefecture, districts of a municipality to the
    municipality, directly governed counties keep their own code.
    """

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in` and `chinese_lists`."""
        return chinese_lists.cities_in(self, text)

    def place_names(self) -> frozenset[str]:
        """See `Gazetteer.place_names`; without zones that are named by their trade: 海宁皮革城."""
        return frozenset(name for name in super().place_names() if not _TRADE.search(name))

    def find(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        """What a keyed text leads to: whole names, then zones by their ending, then the units that open it."""
        found = self.whole(text, allowed, year)
        if found or len(text) < 2 or (len(text) == 2 and BARE.fullmatch(text)):
            return found
        if not _OPEN.isdisjoint(text) and bracketed(text):
            return read_bracket(self, text, allowed, year)
        return self._by_zone(text, allowed, year) or read_chain(self, text, allowed, year)

    def _by_zone(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        place = _ZONE.sub("", text) if text[-1] == "区" else ""
        if not place or place == text or (place in self.index.words and not allowed):
            return None
        if any(text[-length:] in self.index.counties for length in range(3, 7)):
            return None  # 清远市清新区
        found = self.find(place, allowed, year)
        if found is None or len(found.codes) > 1:
            return found
        # 江阴靖江高新区 is a park of two places, 江阴靖江 may be none.
        longer = read_chain(self, text, allowed, year)
        return longer if longer and len(longer.codes) > 1 else Found("zone", found.codes, found.cities)

    def _is_part(self, text: object) -> bool:
        return _PART.fullmatch(key_of(normalise(text))) is not None

    def _find_latin(self, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
        return latin.read(self, text, allowed, year)
