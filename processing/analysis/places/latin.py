"""Chinese places in Latin letters: pinyin and English names, with their units and provinces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text import normalise
from .gazetteer import Found
from .index import key

if TYPE_CHECKING:
    from .chinese_names import ChineseNames
    from .index import Entries

_COUNTRY = frozenset(
    [
        *("china", "prc", "prchina", "cn", "chn", "mainlandchina", "peoplesrepublicofchina"),
        *("thepeoplesrepublicofchina", "中国", "中华人民共和国"),
    ]
)
# Endings of units, as the names of counties carry them, and in pinyin.
_COUNTY_UNITS = frozenset({"city", "county", "district", "banner"})
_PINYIN_UNITS = {"shi": "city", "xian": "county", "qu": "district", "qi": "banner", "sheng": "province"}
_CITY_UNITS = frozenset({"city", "municipality", "prefecture", "diqu", "league", "meng", "sar"})
_ZONE_ENDS = frozenset({"zone", "area", "park", "district"})
_ZONE_WORDS = frozenset(
    [
        "national",
        "state",
        "provincial",
        "high",
        "hi",
        "tech",
        "technology",
        "technological",
        "economic",
        "industrial",
        "development",
        "free",
        "trade",
        "new",
        "and",
        "&",
        "export",
        "processing",
        "bonded",
        "comprehensive",
        "demonstration",
        "innovation",
        "hightech",
        "hitech",
    ]
)
_MOST_WORDS = 12


def is_country(text: str) -> bool:
    """Whether a part between commas names the country alone: P.R. China, 中国."""
    return key(normalise(text).strip(" .")) in _COUNTRY


def holds_cities(china: ChineseNames, text: str) -> bool:
    """Whether a part between commas names a province or the country, in which the city before it lies."""
    return is_country(text) or bool(_province(china, normalise(text).strip(" .").split(" ")))


def read(china: ChineseNames, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
    """What a text in Latin letters leads to, as `Found` or None.

    Parts that commas and brackets divide may be places from the small to the large or the other way round,
    provinces and the country; without them the province may stand at either end.  The text is normalised.
    """
    text = text.removeprefix("the ").removeprefix("city of ")
    parts = [part.strip(" .") for part in re.split(r"[,()\[\]]", text)]
    parts = [part for part in parts if part and key(part) not in _COUNTRY]
    named = [_province(china, part.split(" ")) for part in parts]
    heads = frozenset().union(*named)
    if heads:
        allowed = heads & allowed if allowed else heads
        if not allowed:
            return None
    cities = [part for part, own in zip(parts, named) if not own] or parts
    found = [place for place in (_part(china, part.split(" "), allowed, year) for part in cities) if place]
    if not found:
        return None
    met = _meet(found)
    # Beside words that name no place, the others may be those of streets: Hangzhou, Great Hall, Guangzhou Road.
    return found[0] if met.by == "several" and len(found) < len(cities) else met


def _meet(found: list[Found]) -> Found:
    """The smallest of places that lie in one city; all of them where they do not."""
    cities = frozenset.intersection(*(place.cities for place in found))
    if not cities:
        codes = tuple(sorted({code for place in found for code in place.codes}))
        return Found("several", codes, frozenset().union(*(place.cities for place in found)))
    return min(found, key=lambda place: (len(place.cities), place.codes[0] in place.cities))


def _province(china: ChineseNames, words: list[str]) -> frozenset[str]:
    """Keys of the provinces that some words name, with or without Province and Autonomous Region."""
    words = [_PINYIN_UNITS.get(word, word) for word in words]
    tries = [words]
    if words[-1] == "province":
        tries.append(words[:-1])
    if "autonomous" in words and words[-1] == "region":
        tries += [words[:count] for count in range(words.index("autonomous"), 0, -1)]
    found = (china.index.provinces.get(key(" ".join(some))) for some in tries if some)
    return frozenset(next(filter(None, found), ()))


def _part(china: ChineseNames, words: list[str], allowed: frozenset[str], year: int | None) -> Found | None:
    """A part without commas: one name, or two from the large to the small or from the small to the large."""
    found = _name(china, words, allowed, year)
    for cut in range(len(words) - 1, 0, -1) if len(words) <= _MOST_WORDS else ():
        found = found or _two(china, words[:cut], words[cut:], allowed, year)
    return found


def _two(
    china: ChineseNames, left: list[str], right: list[str], allowed: frozenset[str], year: int | None
) -> Found | None:
    for large, small in ((left, right), (right, left)):
        if key(" ".join(large)) in _COUNTRY:
            return _name(china, small, allowed, year)
        heads = _province(china, large)
        if heads and (not allowed or heads & allowed):
            within = heads & allowed if allowed else heads
            found = _name(china, small, within, year) or _pair(china, small, within, year)
            if found:
                return found
    return _pair(china, left + right, allowed, year, [len(left)])


def _pair(
    china: ChineseNames,
    words: list[str],
    allowed: frozenset[str],
    year: int | None,
    cuts: list[int] | None = None,
) -> Found | None:
    """A city and a county of it, in either order."""
    for cut in cuts or range(1, len(words)):
        first, second = (_name(china, some, allowed, year) for some in (words[:cut], words[cut:]))
        if first and second and first.cities & second.cities:
            return _meet([first, second])
    return None


def _name(china: ChineseNames, words: list[str], allowed: frozenset[str], year: int | None) -> Found | None:
    """One name with or without its unit: Kunshan, Kunshan City, Chaoyang District, Lanzhou New Area."""
    index = china.index
    every = (index.names, index.counties, index.zones, index.stems)
    last = _PINYIN_UNITS.get(words[-1], words[-1]) if len(words) > 1 else words[-1]
    words = [*words[:-1], last]
    tries: list[tuple[list[str], tuple[Entries, ...]]] = [(words, every)]
    if last in _CITY_UNITS:
        tries = [(words[:-1], (index.names,)), *tries]
    if "autonomous" in words:
        tries += [(words[:count], every) for count in range(words.index("autonomous"), 0, -1)]
    tries.append((_without_zone(words), (index.names, index.counties, index.stems)))
    if last in _COUNTY_UNITS:
        tries.append((words[:-1], (index.stems,)))
    for some, tables in tries:
        found = china.look_up(key(" ".join(some)), tables, allowed, year) if some else None
        if found:
            return found
    return None


def _without_zone(words: list[str]) -> list[str]:
    """The words before those of a zone: Kunshan of Kunshan Economic and Technological Development Zone."""
    if words[-1] not in _ZONE_ENDS:
        return []
    count = len(words) - 1
    while count and set(words[count - 1].split("-")) <= _ZONE_WORDS:
        count -= 1
    return words[:count] if count < len(words) - 1 else []
