"""Longer Chinese texts: units from the large to the small, and what a second place in the text makes of them."""

from __future__ import annotations

from . import chinese_texts as texts
from .gazetteer import Found

# Directly governed and special: what they hold is no second place.
_SECOND_ENDINGS = "市县"


def read_chain(china, text, allowed, year):
    """What the units at the start of a text lead to.

    Parameters
    ----------
    china : ChineseGazetteer
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
        return china.find(shorter, allowed, year) if shorter else None
    head, rest = text[:length], text[length:]
    heads = china.index.provinces.get(head)
    if heads:
        return _after_province(china, head, rest, frozenset(heads), allowed, year)
    return _after_unit(china, head, rest, allowed, year)


def read_bracket(china, text, allowed, year):
    """What a text with a bracket leads to: 朝阳区（北京）, 深圳（河源）产业转移园, 中国（上海）自由贸易试验区."""
    before, inside, after = texts.bracketed(text)
    plain = china.whole(before + inside + after, allowed, year)
    if plain:
        return plain
    named = china.provinces_of(inside)
    if named and (not allowed or named & allowed):
        found = china.find(before + after, named, year)
        if found:
            return found
    first = china.find(before, allowed, year) if before else None
    second = china.find(inside, allowed, year)
    if second is None:
        return china.find(before + after, allowed, year) or first
    if first is None:
        return second if texts.is_lead(before) else None
    if first.cities & second.cities:
        return second if len(first.cities) > len(second.cities) else first
    if texts.PARK.search(after):
        return second
    return _both(first, second)


def _after_province(china, head, rest, heads, allowed, year):
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


def _namesake(china, head, rest, allowed, year):
    """海南共和县: 海南 is the prefecture in Qinghai if what follows lies there."""
    city = china.look_up(head, (china.index.names,), allowed, year)
    if city is None or not rest:
        return None
    _, found = china.inside(rest, city.cities, year)
    return found and Found("prefix", found.codes, found.cities)


def _after_unit(china, head, rest, allowed, year):
    found = china.named(head, allowed, year)
    if not china.openings[head] and not (found and china.inside(rest, found.cities, year)[0]):
        if head in china.index.zones and texts.is_town(rest):
            pass
        elif texts.other_unit(rest):
            if head in china.index.names:
                return None
            rest = rest[1:]
        elif texts.goes_on(rest):
            return None
    if found is None:
        return None
    return _with_rest(china, Found("prefix", found.codes, found.cities), rest, year)


def _with_rest(china, found, rest, year):
    """The smaller unit that follows, and a second place that contradicts the first."""
    rest = texts.after_separators(rest)
    length, smaller = china.inside(rest, found.cities, year)
    if length:
        found, rest = Found("prefix", smaller.codes, smaller.cities), texts.after_separators(rest[length:])
    return _second(china, found, rest, year) if len(rest) > 1 else found


def _second(china, found, rest, year):
    """`found`, or what a second place in the rest makes of it."""
    joined = texts.AND.match(rest)
    start = joined.end() if joined else 0
    park = texts.PARK.search(rest) is not None
    for position in range(start, len(rest) - 1 if park else start + 1):
        length = china.opening(rest[position:])
        tail = rest[position + length :]
        if not length or not _is_second(china, rest[position : position + length], tail, position == start):
            continue
        other = china.named(rest[position : position + length], frozenset(), year)
        if other is None or other.cities & found.cities:
            continue
        if joined and position == start:
            return Found("several", *_union(found, other))
        return Found("prefix", other.codes, other.cities) if texts.BRANCH.match(tail) else _both(found, other)
    return found


def _is_second(china, name, tail, first):
    """Whether a name inside a text is a place of its own: a city, or a county by its full name."""
    whole = china.openings[name]
    if not whole and texts.goes_on(tail):
        return False
    if name in china.index.names or (name in china.index.provinces and name not in china.index.stems):
        return whole or first or texts.PARK.search(tail) is not None
    if name in china.index.zones and name not in china.index.stems:
        return False
    if whole:
        return name[-1] in _SECOND_ENDINGS
    return texts.PARK.search(tail) is not None or (first and not tail)


def _union(first, second):
    return tuple(sorted({*first.codes, *second.codes})), first.cities | second.cities


def _both(first, second):
    return Found("ambiguous", *_union(first, second))
