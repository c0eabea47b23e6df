"""How rows find their city: by a text that is looked up, or by their point."""

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsCoordinateTransformContext

from ...analysis.places.citytable import AsWritten, CityTable, WholeNames
from ...analysis.places.resolving import Aliased, ByCode, Resolver
from ..reading.columns import read_columns
from ..reading.row_points import degrees, has_geometry, points_of_rows, read_points, transformed
from .near_belts import WithinDistance
from .polygon_cities import PolygonCities


@dataclass(frozen=True)
class CityWay:
    """What places rows; one of `resolver` and `locator` is None.

    Attributes
    ----------
    transforms : QgsCoordinateTransformContext
    resolver : analysis.places.resolving.Resolver or None
        Where the texts of cities are looked up.
    locator : PolygonCities or WithinDistance or None
        Places rows by their points instead.
    place_names : frozenset of str
        Names that may stand before an industry.
    by_text : bool
        Whether equal texts are equal cities, whatever their capitals.
    """

    transforms: QgsCoordinateTransformContext
    resolver: Resolver = None
    locator: object = None
    place_names: frozenset = frozenset()
    by_text: bool = False

    def with_cities_of(self, belts):
        """Return the way of clusters whose cities are texts: what is a city of the belts is not split at its comma."""
        if not self.by_text:
            return self
        names = {code for code in belts.places["code"] if code is not None}
        return replace(self, resolver=WholeNames(self.resolver, names))

    def points_of(self, source, fids, feedback):
        """Return longitudes and latitudes of some rows, which tell namesakes apart."""
        return points_of_rows(source, fids, self.transforms, feedback)


def by_text(way, places, aliases, transforms):
    """Return the way of CITY_BY name, code and text.

    Parameters
    ----------
    way : {'name', 'code', 'text'}
    places : Resolver or None
        A gazetteer or the user's own cities; for text they only give positions.
    aliases : dict of str to tuple of str
        Texts that the user has given to cities.
    transforms : QgsCoordinateTransformContext
    """
    resolver = {"text": AsWritten, "code": ByCode}.get(way, lambda found: found)(places)
    resolver = Aliased(resolver, aliases) if aliases else resolver
    return CityWay(transforms, resolver, by_text=way == "text")


def by_polygon(cities, field, tolerance, transforms, feedback):
    """Return the way of CITY_BY polygon; see `PolygonCities`."""
    return CityWay(transforms, locator=PolygonCities(cities, field, tolerance, transforms, feedback))


def by_distance(sources, radius, transforms):
    """Return the way of CITY_BY distance; without any reference system coordinates are compared as they are."""
    planar = not any(source.sourceCrs().isValid() for source in sources)
    return CityWay(transforms, locator=WithinDistance(radius, planar, transforms))


def read_city_list(source, name_field, are_codes, transforms, feedback):
    """Read a user's own cities by name or by code, placed in degrees; a table has no positions.

    Returns
    -------
    analysis.places.citytable.CityTable
    """
    columns = read_columns(source, [name_field], feedback)
    keys = columns.values[name_field]
    if has_geometry(source):
        x, y = read_points(source, columns.fid, feedback)
        x, y = transformed(x, y, source.sourceCrs(), degrees(), transforms)
    else:
        x = y = np.full(len(keys), np.nan)
    return CityTable(keys, x, y, keys if are_codes else None)
