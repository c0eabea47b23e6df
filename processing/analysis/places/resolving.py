"""What a text was resolved to, and how whole columns are resolved: each distinct text once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..cancelling import stop_if
from ..columns import encode
from ..distinct import equal_rows
from ..frames import Table
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import normalise, split_list

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..arrays import Ints, Objects
    from ..cancelling import Poll
    from ..frames import Values

# From the surest way to the least sure; then the reasons why a text stays unresolved.
WAYS = (
    "code",
    "polygon",
    "distance",
    "text",
    "name",
    "alias",
    "county",
    "zone",
    "prefix",
    "geometry",
    "near",
)
TEXT_REASONS = ("ambiguous", "several", "conflict", "unknown", "missing")
REASONS = (*TEXT_REASONS, "no_point", "outside")
# Ways that an alias of the user replaces: a beginning that is a name, and a text taken as it is.
_UNSURE = ("prefix", "text")
# Texts between two questions whether to stop.
CHECK_EVERY = 256
COLUMNS = ("code", "name", "by", "candidates", "lon", "lat")


@dataclass(frozen=True)
class Place:
    """What a text stands for.

    Attributes
    ----------
    code, name : str or None
        Code and name of the unit; None where unresolved.
    lon, lat : float
        Position: degrees, or the coordinates of the user's own table; NaN where unknown.
    by : str
        One of `WAYS`, or of `REASONS` where unresolved: ``ambiguous`` is one city of several, ``several`` are
        several cities at once, ``conflict`` is a city outside the given province.
    candidates : tuple of (str, str)
        Names and codes that an unresolved text could stand for.
    """

    code: str | None = None
    name: str | None = None
    lon: float = float("nan")
    lat: float = float("nan")
    by: str = "unknown"
    candidates: tuple[tuple[str, str], ...] = ()

    @property
    def candidate_text(self) -> str:
        """``北京市 110000, 长春市 220100``."""
        return ", ".join(" ".join(candidate) for candidate in self.candidates)


class Resolver:
    """Base of everything that resolves texts to places."""

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The place of one text."""
        raise NotImplementedError

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The place of one code."""
        raise NotImplementedError

    def expand(self, texts: Values) -> Values:
        """Texts in which every name of several cities at once is replaced by a list of them."""
        return texts

    def cities_in(self, text: str) -> list[str]:
        """The entries of a list of cities, each as a text that `resolve` takes; one for a text that is no list."""
        return split_list(text)

    def resolve_all(
        self,
        texts: Values,
        provinces: Values | None = None,
        years: Values | None = None,
        cancelled: Poll = None,
    ) -> Table:
        """The places of a column of texts; each distinct row is resolved once.

        Parameters
        ----------
        texts : array_like, shape (n,)
            Names or codes.
        provinces, years : array_like, shape (n,), optional
            Columns beside it.
        cancelled : function, optional
            Says whether to stop; asked once in some hundred texts.

        Returns
        -------
        Table, n rows
            ``code``, ``name`` (None where unresolved), ``by``, ``candidates`` (text, '' where there are none),
            ``lon``, ``lat``.

        Raises
        ------
        AnalysisError
            Columns of different lengths.
        """
        table, which = self.resolve_distinct(texts, provinces, years, cancelled)
        return table.take(which)

    def resolve_distinct(
        self,
        texts: Values,
        provinces: Values | None = None,
        years: Values | None = None,
        cancelled: Poll = None,
    ) -> tuple[Table, Ints]:
        """The same in two parts, which is what millions of rows have room for.

        Returns
        -------
        table : Table
            The distinct rows.
        which : ndarray of int64, shape (n,)
            Row of the table that each text has.
        """
        return _each_once(self.resolve, (texts, provinces, years), cancelled)


class ByCode(Resolver):
    """Resolves by administrative code alone: a name is unknown.

    Parameters
    ----------
    places : Resolver
        Whose codes count.
    """

    def __init__(self, places: Resolver) -> None:
        self._places = places

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The place of a code; `province` says nothing here."""
        return self._places.resolve_code(text, year)

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The place of a code."""
        return self._places.resolve_code(value, year)


class Aliased(Resolver):
    """Resolves by the user's own aliases what another resolver does not know for sure.

    Parameters
    ----------
    places : Resolver
    aliases : dict of str to tuple of str
        Normalised text → codes (or full names) of places; several where a text stands for several cities.

    Raises
    ------
    AnalysisError
        Codes that `places` does not know, all at once.
    """

    def __init__(self, places: Resolver, aliases: Mapping[str, Sequence[str]]) -> None:
        self._places = places
        found = {text: tuple(map(self._place_of, codes)) for text, codes in aliases.items()}
        unknown = [
            f"{code} ({text})"
            for text, codes in aliases.items()
            for code, place in zip(codes, found[text])
            if place.code is None
        ]
        if unknown:
            raise AnalysisError(
                QT_TRANSLATE_NOOP("ClusterBelt", "The aliases refer to unknown cities: {codes}."),
                codes=", ".join(unknown),
            )
        self._aliases = found
        self._codes = {normalise(place.code): place for places in found.values() for place in places}

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The place of a text; only a name, alias or code of the other resolver comes before an alias."""
        place = self._places.resolve(text, province, year)
        if place.code is not None and place.by not in _UNSURE:
            return place
        key = normalise(text)
        coded = self._codes.get(key)
        known = self._aliases.get(key) or ((coded,) if coded else ())
        found = [replace(place, by="alias", candidates=()) for place in known]
        if len(found) == 1:
            return found[0]
        return (
            Place(by="ambiguous", candidates=tuple((p.name or "", p.code or "") for p in found))
            if found
            else place
        )

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The place of a code."""
        return self._places.resolve_code(value, year)

    def expand(self, texts: Values) -> Values:
        """Write the codes in the place of texts that stand for several cities: 广佛惠."""
        several = {
            key: "|".join(p.code or "" for p in found) for key, found in self._aliases.items() if found[1:]
        }
        if not several:
            return texts
        return [several.get(normalise(text), text) for text in texts]

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in`."""
        return self._places.cities_in(text)

    def _place_of(self, code: str) -> Place:
        place = self._places.resolve_code(code)
        return place if place.code is not None else self._places.resolve(code)


def _each_once(
    resolve: Callable[[Any, Any, Any], Place],
    columns: tuple[Values, Values | None, Values | None],
    cancelled: Poll,
) -> tuple[Table, Ints]:
    n = len(columns[0])
    codings: list[tuple[Ints, Objects] | None] = []
    for column in columns:
        if column is None:
            codings.append(None)
            continue
        if len(column) != n:
            raise AnalysisError(
                QT_TRANSLATE_NOOP("ClusterBelt", "The columns differ in length: {a} and {b} rows."),
                a=n,
                b=len(column),
            )
        codings.append(encode(column))
    group, first = equal_rows(*(coding[0] for coding in codings if coding is not None))
    places = []
    for number, row in enumerate(first.tolist()):
        if number % CHECK_EVERY == 0:
            stop_if(cancelled)
        places.append(resolve(*(_value(coding, row) for coding in codings)))
    cells = {
        "code": [place.code for place in places],
        "name": [place.name for place in places],
        "by": [place.by for place in places],
        "candidates": [place.candidate_text for place in places],
        "lon": np.array([place.lon for place in places], dtype=float),
        "lat": np.array([place.lat for place in places], dtype=float),
    }
    return Table.of(cells).only(COLUMNS), group


def _value(coding: tuple[Ints, Objects] | None, row: int) -> str | int | None:
    """The cell of a row; None where it is null."""
    if coding is None:
        return None
    codes, values = coding
    return None if codes[row] < 0 else values[codes[row]]
