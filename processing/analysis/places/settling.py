"""A name of several cities, settled by where the row lies: the nearest of the cities named, never another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..arrays import Flags, Floats, Ints
    from ..frames import Values
    from .resolving import Place, Resolver

# A row farther away from the seat of a city than this does not speak for it.
FARTHEST_KM = 200.0
# And the next city must be so many times as far.
CLEARLY_NEARER = 2.0

_EARTH_RADIUS_KM = 6371.0


def settle(
    found: Table,
    texts: Values,
    provinces: Values | None,
    lon: Floats,
    lat: Floats,
    resolver: Resolver,
) -> Table:
    """Resolve ambiguous rows by their position.

    Parameters
    ----------
    found : Table
        From `Resolver.resolve_all`.
    texts, provinces : array_like, shape (n,)
        What was resolved; `provinces` may be None.
    lon, lat : ndarray of float, shape (n,)
        Degrees; NaN where a row has no point.
    resolver : Resolver
        That resolved the texts.

    Returns
    -------
    Table
        The same with ``by`` = ``geometry`` where the nearest candidate is within `FARTHEST_KM` and the next one
        `CLEARLY_NEARER` times as far.
    """
    rows = np.flatnonzero((found["by"] == "ambiguous") & np.isfinite(lon) & np.isfinite(lat))
    if not len(rows):
        return found
    columns = {name: column.copy() for name, column in found.items()}
    known: dict[object, list[Place]] = {}
    for row in rows.tolist():
        province = None if provinces is None else provinces[row]
        asked = texts[row], province if province == province else None
        if asked not in known:
            named = resolver.resolve(*asked).candidates
            known[asked] = [resolver.resolve_code(code) for _, code in named]
        place = _nearest(known[asked], lon[row], lat[row])
        if place is not None:
            cells = place.code, place.name, "geometry", "", place.lon, place.lat
            for column, cell in zip(columns.values(), cells):
                column[row] = cell
    return Table(columns)


def settle_rows(
    found: Table,
    texts: Values,
    provinces: Values | None,
    chosen: Flags,
    source: Ints,
    points: Callable[[Ints], tuple[Floats, Floats]],
    resolver: Resolver,
) -> Table:
    """Settle the chosen rows, whose points are asked for only if there are any.

    Parameters
    ----------
    found, texts, provinces, resolver
        See `settle`.
    chosen : ndarray of bool, shape (n,)
    source : ndarray of int64, shape (n,)
        Number that `points` knows each row by.
    points : function
        Returns longitudes and latitudes of rows.

    Returns
    -------
    Table
    """
    if not chosen.any():
        return found
    lon, lat = np.full(len(found), np.nan), np.full(len(found), np.nan)
    lon[chosen], lat[chosen] = points(source[chosen])
    return settle(found, texts, provinces, lon, lat, resolver)


def _nearest(places: list[Place], lon: float, lat: float) -> Place | None:
    places = [place for place in places if place.code is not None and place.lon == place.lon]
    ways = sorted((_kilometres(lon, lat, place.lon, place.lat), place.code, place) for place in places)
    if len(ways) < 2 or ways[0][0] > FARTHEST_KM or ways[1][0] < CLEARLY_NEARER * ways[0][0]:
        return None
    return ways[0][2]


def _kilometres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Great-circle distance; half a percent off the ellipsoid, which does not matter here."""
    lon, lat, other_lon, other_lat = np.radians([lon, lat, other_lon, other_lat]).tolist()
    half = (
        np.sin((other_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    )
    return float(2 * _EARTH_RADIUS_KM * np.arcsin(np.sqrt(half)))
