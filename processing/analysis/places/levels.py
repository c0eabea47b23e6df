"""Cities at another level: provinces; counties are read by `registry.gazetteer`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .resolving import Place, Resolver

if TYPE_CHECKING:
    from .gazetteer import Gazetteer

PREFECTURE = "prefecture"
COUNTY = "county"
PROVINCE = "province"
LEVELS = (PREFECTURE, COUNTY, PROVINCE)


class ByProvince(Resolver):
    """Resolves to the province in which a city lies, or which a text names.

    Parameters
    ----------
    gazetteer : Gazetteer
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def resolve(self, text: object, province: object = None, year: object = None) -> Place:
        """The province of a text; what could be several cities of one province is that province."""
        heads = self._heads(text)
        if len(heads) == 1:
            return self._of(heads[0], "name")
        return self._raised(self._gazetteer.resolve(text, province, year))

    def resolve_code(self, value: object, year: object = None) -> Place:
        """The province of a code."""
        found = self._gazetteer.resolve_code(value, year)
        if found.code is not None:
            return self._raised(found)
        heads = self._heads(value)
        return self._of(heads[0], "code") if len(heads) == 1 else found

    def cities_in(self, text: str) -> list[str]:
        """See `Resolver.cities_in`."""
        return self._gazetteer.cities_in(text)

    def _heads(self, text: object) -> list[str]:
        """Keys of the provinces that a text names; a code may begin with digits that no province has."""
        known = self._gazetteer.index.heads
        return [head for head in self._gazetteer.provinces_of(text) if head in known]

    def _raised(self, place: Place) -> Place:
        codes = [place.code] if place.code else [code for _, code in place.candidates]
        heads = set(map(self._gazetteer.province_of_city, codes))
        if len(heads) != 1 or (place.code is None and place.by != "ambiguous"):
            return place
        return self._of(heads.pop(), place.by if place.code else "county")

    def _of(self, head: str, by: str) -> Place:
        return replace(self._gazetteer.province(head), by=by)
