"""Cities, provinces and city groups: in which unit a place lies, and which borders lie between two places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..fields import CB_CITYCD
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .places import mean_points

if TYPE_CHECKING:
    from ..arrays import Floats, Ints, Objects
    from .places import Places

CITY, PROVINCE, GROUP = UNITS = ("city", "province", "group")
NATION = "nation"
# The smallest unit that holds two places.
SCOPES = (CITY, PROVINCE, GROUP, NATION)


@dataclass(frozen=True)
class Division:
    """Places divided into units, in the order of the units' codes; the unit without a code is the last.

    Attributes
    ----------
    of_place : (P,) int64
    codes : tuple of str or None
        None: all places that lie in no unit.
    names : tuple of str or None
    x, y : (units,) float64
        Mean point of the places of each unit.
    """

    of_place: Ints
    codes: tuple[str | None, ...]
    names: tuple[str | None, ...]
    x: Floats
    y: Floats

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True)
class Regions:
    """What is known of the places' regions.

    Attributes
    ----------
    provinces, groups : (P,) object
        Code of the province and group of each place; None where it lies in none.
    province_names : dict of str to str
    """

    provinces: Objects
    groups: Objects
    province_names: dict[str, str]

    @property
    def province(self) -> Ints:
        """The provinces as numbers; −1 for none."""
        return _numbered(self.provinces)

    @property
    def group(self) -> Ints:
        """The groups as numbers; −1 for none."""
        return _numbered(self.groups)


def divide(places: Places, regions: Regions, unit: str) -> Division:
    """Divide places into units.

    Parameters
    ----------
    places : Places
    regions : Regions
    unit : {'city', 'province', 'group'}

    Returns
    -------
    Division

    Raises
    ------
    AnalysisError
        Provinces of places whose codes the gazetteer does not have.
    """
    if unit == CITY:
        every = np.arange(len(places))
        return Division(every, places.codes, places.names, places.x, places.y)
    if unit == PROVINCE:
        _refuse_unknown_provinces(places, regions)
        values, names = regions.provinces, regions.province_names
    else:
        values, names = regions.groups, {}
    codes = sorted({value for value in values if value is not None})
    if any(value is None for value in values):
        codes.append(None)
    position = {code: number for number, code in enumerate(codes)}
    of_place = np.array([position[value] for value in values], dtype=np.int64)
    x, y = mean_points(of_place, places.x, places.y, len(codes), planar=places.planar)
    return Division(of_place, tuple(codes), tuple(names.get(code, code) for code in codes), x, y)


def scope_numbers(regions: Regions, first: Ints, second: Ints) -> Ints:
    """Return the smallest unit that holds two places, as positions in `SCOPES`.

    Parameters
    ----------
    regions : Regions
    first, second : array of int
        Positions of places; shapes broadcast.
    """
    province, group = regions.province, regions.group
    in_province = (province[first] == province[second]) & (province[first] >= 0)
    in_group = (group[first] == group[second]) & (group[first] >= 0)
    return np.where(first == second, 0, np.where(in_province, 1, np.where(in_group, 2, 3)))


def _refuse_unknown_provinces(places: Places, regions: Regions) -> None:
    unknown = [code for code, province in zip(places.codes, regions.provinces) if province is None]
    if unknown:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Cities whose province is not known, because their code (field {field}) is not in the "
                "gazetteer: {count} ({codes}). Choose city, or group with your own REGIONS.",
            ),
            count=len(unknown),
            field=CB_CITYCD,
            codes=", ".join(unknown[:5]) + (" …" if len(unknown) > 5 else ""),
        )


def _numbered(values: Objects) -> Ints:
    codes = {code: number for number, code in enumerate(sorted({v for v in values if v is not None}))}
    return np.array([codes.get(value, -1) for value in values], dtype=np.int64)
