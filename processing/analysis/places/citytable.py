"""Cities of any country: equal text is the rule, with a user's own list or without one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..text import SEPARATORS, as_text, code_text, is_missing, normalise, split_list
from .resolving import Place, Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..frames import Values

# What stands behind a city and a comma and is no city: the codes of its states, as in Austin, TX or Dalton, TN-GA.
_STATES = re.compile(r"[A-Z]\.?[A-Z]\.?(-[A-Z]{2})*")


class CityTable(Resolver):
    """Cities by equality of the normalised text.

    Parameters
    ----------
    names : array_like of str, shape (n,)
        Names of the cities; rows without a name are left out.
    xs, ys : array_like of float, shape (n,)
        Coordinates in the reference system of the list.
    codes : array_like, shape (n,), optional
        Codes; without them the normalised name is the code.

    Notes
    -----
    A name that the list has at different places (or with different codes) is ambiguous.
    """

    def __init__(self, names: Values, xs: Values, ys: Values, codes: Values | None = None) -> None:
        self._by_name: dict[str, dict[object, Place]] = {}
        self._by_code: dict[str, dict[object, Place]] = {}
        given: Values = [None] * len(names) if codes is None else codes
        for row, name in enumerate(names):
            if is_missing(name):
                continue
            key, code = normalise(name), code_text(given[row])
            place = Place(code or key, as_text(name), float(xs[row]), float(ys[row]), "text")
            self._by_name.setdefault(key, {}).setdefault((code, place.lon, place.lat), place)
            self._by_code.setdefault(code or key, {}).setdefault((place.lon, place.lat), place)

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in`; a name of the list is one city, whatever stands in it."""
        return [as_text(text)] if normalise(text) in self._by_name else cities_with_states(text)

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The city of that name; `province` and `year` say nothing here."""
        return _only(text, self._by_name.get(normalise(text), {}))

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The city of that code."""
        place = _only(value, self._by_code.get(code_text(value), {}))
        return place if place.code is None else Place(place.code, place.name, place.lon, place.lat, "code")


class AsWritten(Resolver):
    """Every text is a city by itself: equal text (normalised) is equal city, in any country.

    Parameters
    ----------
    places : CityTable, optional
        Gives positions to the cities that it has.
    """

    def __init__(self, places: CityTable | None = None) -> None:
        self._places = places

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in`."""
        return cities_with_states(text) if self._places is None else self._places.cities_in(text)

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The text as its own city; its code is the normalised text."""
        if is_missing(text):
            return Place(by="missing")
        known = Place() if self._places is None else self._places.resolve(text)
        return Place(normalise(text), as_text(text), known.lon, known.lat, "text")

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The code as its own city, in its plain form: 440100 and 440100.0 are one."""
        code = normalise(code_text(value))
        return Place(code, code, by="code") if code else Place(by="missing")


class WholeNames(Resolver):
    """Resolves as another resolver does, but takes some names whole: Pforzheim, Stadt is one city where belts have it.

    Parameters
    ----------
    places : Resolver
    names : iterable of str
        Normalised.
    """

    def __init__(self, places: Resolver, names: Iterable[str]) -> None:
        self._places, self._names = places, frozenset(names)

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in`."""
        return [as_text(text)] if normalise(text) in self._names else self._places.cities_in(text)

    def expand(self, texts: Values) -> Values:
        """See `Resolver.expand`."""
        return self._places.expand(texts)

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The city of that name."""
        return self._places.resolve(text, province, year)

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The city of that code."""
        return self._places.resolve_code(value, year)


def cities_with_states(text: str) -> list[str]:
    """The entries of a list of cities; a code of a state stays with the city before it.

    Parameters
    ----------
    text : str
        Such as ``Austin, TX; Portland, OR``.

    Returns
    -------
    list of str
        ``['Austin, TX', 'Portland, OR']``.
    """
    found: list[str] = []
    for entry in split_list(text, SEPARATORS.replace(",", "")):
        cities: list[str] = []
        for piece in split_list(entry, ","):
            if cities and _STATES.fullmatch(piece) and not _STATES.fullmatch(cities[-1]):
                cities[-1] = f"{cities[-1]}, {piece}"
            else:
                cities.append(piece)
        found += cities
    return found


def _only(text: object, found: dict[object, Place]) -> Place:
    if is_missing(text):
        return Place(by="missing")
    if len(found) > 1:
        return Place(by="ambiguous", candidates=tuple((p.name or "", _mark(p)) for p in found.values()))
    return next(iter(found.values()), Place(by="unknown"))


def _mark(place: Place) -> str:
    """What tells namesakes apart: the code if there is one, and where they are."""
    own = place.code if place.code != normalise(place.name) else ""
    return f"{own} ({place.lon:g} {place.lat:g})".strip()
