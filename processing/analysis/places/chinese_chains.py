"""Longer Chinese texts: units from the large to the small, and what a second place in the text makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import chinese_texts as texts
from .gazetteer import Found

if TYPE_CHECKING:
    from .chinese_names import ChineseNames

# Counties that are a second place by their full name; districts may be called so by custom: 东莞东城区.
_SECOND_ENDINGS = "市县旗"
# Districts that begin with 市: 市中区, 市南区, 市北区.
_AFTER_SHI = ("中", "南", "北")


def read_chain(china: ChineseNames, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
    """What the units at the start of a text lead to.

    Parameters
    ----------
    china : ChineseNames
    text : str
        Keyed text that is no name as a whole.
    allowed : frozenset of str
        Provinces; empty for any.
    year : int or None

    Returns
    -------
    Found or None
        ``ambiguous`` with both where the text names two places and does not say in which of them it stands.
    """
    length = china.opening(text)
    if not length:
        shorter = texts.after_lead(text)
        if not shorter or (shorter in china.index.words and not allowed):
            return None
        return china.find(shorter, allowed, year)
    head, rest = text[:length], text[length:]
    heads = china.index.provinces.get(head)
    if heads:
        return _after_province(china, head, rest, frozenset(heads), allowed, year)
    return _after_unit(china, head, rest, allowed, year)


def read_bracket(china: ChineseNames, text: str, allowed: frozenset[str], year: int | None) -> Found | None:
    """What a text with a bracket leads to: 朝阳区（北京）, 深圳（河源）产业转移园, 中国（上海）自由贸易试验区."""
    before, inside, after = texts.bracketed(text) or (text, "", "")
    plain = china.whole(before + inside + after, allowed, year)
    if plain:
        return plain
    named = china.provinces_of(inside)
    found = china.find(before + after, named, year) if named else None
    if found:  # 朝阳区（北京） is none of the provinces that are asked for where these are others
        return found if not allowed or named & allowed else None
    park = texts.PARK.search(after or before)
    first = china.find(before, allowed, year) if before else None
    second = china.find(inside, allowed, year) or (
        _without_ending(china, inside, allowed, year) if park else None
    )
    if second is None:
        return china.find(before + after, allowed, year) or first
    if first is None:
        stands_there = (
            texts.is_lead(before) or (park and not after) or not _names_a_unit(china, before + after)
        )
        return second if stands_there else None
    if first.cities & second.cities:
        return second if len(first.cities) > len(second.cities) else first
    # 顺德（廉江）产业转移园 and 北京（曹妃甸）试验区 lie in the second; of 广安（深圳）产业园 and
    # 深圳（喀什）产业园 only a map can tell.
    is_guest = texts.GUEST.search(after) or _is_county(china, inside)
    return second if park and is_guest else _both(first, second)


def _is_county(china: ChineseNames, name: str) -> bool:
    return name in china.index.counties or (name in china.index.stems and name not in china.index.names)


def _names_a_unit(china: ChineseNames, text: str) -> bool:
    """Whether a city, a province or a county in full stands anywhere in a text: in 海南航空, not in 海尔集团."""
    names, provinces = china.index.names, china.index.provinces
    openings = (
        text[start : start + n] for start in range(len(text)) for n in china.all_openings(text[start:])
    )
    return any(china.openings[name] or name in names or name in provinces for name in openings)


def _without_ending(
    china: ChineseNames, stem: str, allowed: frozenset[str], year: int | None
) -> Found | None:
    """A county whose name without its ending is a common word, so that it has no short form: 清新."""
    names = (stem + ending for ending in "区县市")
    return next(filter(None, (china.look_up(n, (china.index.counties,), allowed, year) for n in names)), None)


def _after_province(
    china: ChineseNames,
    head: str,
    rest: str,
    heads: frozenset[str],
    allowed: frozenset[str],
    year: int | None,
) -> Found | None:
    """A province in front counts as the province column; a municipality is a city itself."""
    within = heads & allowed if allowed else heads
    if not within:
        return None
    codes = frozenset(china.index.heads[head].code for head in within)
    rest = texts.after_separators(rest)
    if codes <= china.index.units.keys():
        if not china.openings[head] and texts.goes_on(rest):
            return None
        return _with_rest(china, Found("prefix", tuple(sorted(codes)), codes), rest, year)
    found = china.find(rest, within, year) if rest else None
    return found or _namesake(china, head, rest, allowed, year)


def _namesake(
    china: ChineseNames, head: str, rest: str, allowed: frozenset[str], year: int | None
) -> Found | None:
    """海南共和县: 海南 is the prefecture in Qinghai if what follows lies there."""
    city = china.look_up(head, (china.index.names,), allowed, year)
    if city is None or not rest:
        return None
    _, found = china.inside(rest, city.cities, year)
    return found and Found("prefix", found.codes, found.cities)


def _after_unit(
    china: ChineseNames, head: str, rest: str, allowed: frozenset[str], year: int | None
) -> Found | None:
    found = china.named(head, allowed, year)
    if (
        found
        and head[-1] == "市"
        and rest[:1] in _AFTER_SHI
        and china.inside("市" + rest, found.cities, year)[0]
    ):
        head, rest = head[:-1], "市" + rest  # 济南 市中区
    if not china.openings[head] and not (found and china.inside(rest, found.cities, year)[0]):
        after = _after_short(china, head, rest, allowed)
        if after is None:
            return None
        rest = after
    if found is None:
        return None
    return _with_rest(china, Found("prefix", found.codes, found.cities), rest, year)


def _after_short(china: ChineseNames, head: str, rest: str, allowed: frozenset[str]) -> str | None:
    """What follows a short name; None where it is a part of another name."""
    if head in china.index.words and not allowed:
        return None
    if head in china.index.zones and texts.is_town(rest):
        return rest
    if texts.other_unit(rest):
        return None if head in china.index.names else rest[1:]
    return None if texts.goes_on(rest) else rest


def _with_rest(china: ChineseNames, found: Found, rest: str, year: int | None) -> Found:
    """The smaller unit that follows, and a second place that contradicts the first."""
    rest = texts.after_separators(rest)
    length, smaller = china.inside(rest, found.cities, year)
    if smaller and length >= max(1, china.opening(rest)):  # 三门峡 is not 三门 of 台州
        found, rest = Found("prefix", smaller.codes, smaller.cities), texts.after_separators(rest[length:])
    return _second(china, found, rest, year) if len(rest) > 1 else found


def _second(china: ChineseNames, found: Found, rest: str, year: int | None) -> Found:
    """`found`, or what a second place in the rest makes of it."""
    joined = texts.AND.match(rest)
    firsts = (0, joined.end()) if joined else (0,)
    for position in range(len(rest) - 1) if texts.PARK.search(rest) else firsts:
        if rest[position : position + 2] not in china.lengths:
            continue
        name, tail = _place_at(china, rest[position:], position in firsts)
        if not name or china.begins_a_county(name, found.cities):
            continue
        other = china.named(name, frozenset(), year)
        if other is None or other.cities & found.cities:
            continue
        if joined and position == joined.end():
            return Found("several", *_union(found, other))
        return Found("prefix", other.codes, other.cities) if texts.BRANCH.match(tail) else _both(found, other)
    return found


def _place_at(china: ChineseNames, text: str, first: bool) -> tuple[str | None, str]:
    """The longest name at the start of a text that is a place of its own, and what follows it.

    A zone may begin with the name of a city; a road that does is none, nor is what its name begins with.
    """
    for length in china.all_openings(text):
        name, tail = text[:length], text[length:]
        if texts.goes_on(tail) and (not china.openings[name] or name[-1] in "州县旗"):
            break
        if _is_second(china, name, tail, first):
            return name, tail
    return None, text


def _is_second(china: ChineseNames, name: str, tail: str, first: bool) -> bool:
    """Whether a name inside a text is a place of its own: a city, or a county by its full name."""
    whole, index = china.openings[name], china.index
    if name in index.names or (name in index.provinces and name not in index.stems):
        return whole or first or texts.PARK.search(tail) is not None
    if name in index.brands or name in index.words:
        return False
    if whole and name not in index.zones:
        return name[-1] in _SECOND_ENDINGS
    return texts.PARK.search(tail) is not None or (first and not tail and name + "市" in index.counties)


def _union(first: Found, second: Found) -> tuple[tuple[str, ...], frozenset[str]]:
    return tuple(sorted({*first.codes, *second.codes})), first.cities | second.cities


def _both(first: Found, second: Found) -> Found:
    return Found("ambiguous", *_union(first, second))
