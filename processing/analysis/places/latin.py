"""Chinese places in Latin letters: pinyin and English names, with their units and provinces."""

from __future__ import annotations

import re

from .gazetteer import Found
from .index import key

_COUNTRY = frozenset({"china", "prc", "prchina", "peoplesrepublicofchina", "mainlandchina"})
_CITY = re.compile(r"\b(city|shi|municipality|prefecture|diqu|league|meng|sar)$")
_COUNTY = re.compile(r"\b(city|county|district|banner)$")
_PINYIN_UNITS = {"shi": "city", "xian": "county", "qu": "district", "qi": "banner"}
_AUTONOMOUS = re.compile(r"\b( ?[a-z]+)* autonomous (prefecture|county|banner)$")
_ZONE = re.compile(
    r"\b(national |state |provincial )*(high[ -]?tech(nology)?|hi[ -]?tech|economic|technolog(y|ical)|industrial|development"
    r"|free trade|new|and|&|-| )+ ?(zone|area|park|district)$"
)
_UNITS = re.compile(r"\b(province|sheng|autonomous region)$")


def read(china, text, allowed, year):
    """What a text in Latin letters leads to, as `Found` or None.

    Parts that commas and brackets divide may be places from the small to the large or the other way round,
    provinces and the country; without them the province may stand at either end.  The text is normalised.
    """
    parts = [part.strip(" .") for part in re.split(r"[,()\[\]]", text)]
    parts = [part for part in parts if part and key(part) not in _COUNTRY]
    named = [_province(china, part) for part in parts]
    heads = frozenset().union(*named)
    if heads:
        allowed = heads & allowed if allowed else heads
        if not allowed:
            return None
    cities = [part for part, own in zip(parts, named) if not own]
    cities = cities or parts
    found = [place for place in (_part(china, part, allowed, year) for part in cities) if place]
    if not found or (len(found) < len(cities) and len(found) > 1):
        return found[0] if found else None
    return _meet(found)


def _meet(found):
    """The smallest of places that lie in one city; all of them where they do not."""
    cities = frozenset.intersection(*(place.cities for place in found))
    if not cities:
        codes = tuple(sorted({code for place in found for code in place.codes}))
        return Found("several", codes, frozenset().union(*(place.cities for place in found)))
    return min(found, key=lambda place: (len(place.cities), place.codes[0] in place.cities))


def _province(china, part):
    """Keys of the provinces that a part names."""
    return frozenset(
        china.index.provinces.get(key(part)) or china.index.provinces.get(key(_UNITS.sub("", part))) or ()
    )


def _part(china, part, allowed, year):
    """A part without commas: one name, or several from the large to the small or from the small to the large."""
    found = _name(china, part, allowed, year)
    words = part.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        if found:
            break
        found = _two(china, " ".join(words[:cut]), " ".join(words[cut:]), allowed, year)
    return found


def _two(china, left, right, allowed, year):
    for large, small in ((left, right), (right, left)):
        if key(large) in _COUNTRY:
            return _part(china, small, allowed, year)
        heads = _province(china, large)
        if heads and (not allowed or heads & allowed):
            found = _part(china, small, heads & allowed if allowed else heads, year)
            if found:
                return found
    first, second = (_name(china, name, allowed, year) for name in (left, right))
    return _meet([first, second]) if first and second and first.cities & second.cities else None


def _name(china, name, allowed, year):
    """One name with or without its unit: Kunshan, Kunshan City, Chaoyang District, Lanzhou New Area."""
    index = china.index
    stem, _, unit = name.rpartition(" ")
    name = f"{stem} {_PINYIN_UNITS[unit]}" if stem and unit in _PINYIN_UNITS else name
    bare = _CITY.sub("", name).strip()
    tables = (index.names, index.counties, index.zones, index.stems)
    tries = [(key(name), tables)]
    if bare != name:
        tries = [(key(bare), (index.names,)), *tries]
    for shorter in (_AUTONOMOUS.sub("", name), _ZONE.sub("", name)):
        if shorter.strip() and shorter != name:
            tries.append((key(shorter), (index.names, index.counties, index.stems)))
    tries.append((key(_COUNTY.sub("", name)), (index.stems,)))
    for text, where in tries:
        found = china.look_up(text, where, allowed, year) if text else None
        if found:
            return found
    return None
