"""On which body a coordinate reference system lies: its ellipsoid, its degrees from Greenwich, its units."""

import functools
from dataclasses import dataclass

import numpy as np
from osgeo import osr
from qgis.core import QgsCoordinateReferenceSystem, QgsEllipsoidUtils, QgsProcessingException

from ...compat import preferred_wkt, translate

# Words of a PROJ string that say which ellipsoid, and where its degrees are not those from Greenwich.
_FIGURE = ("+datum=", "+ellps=", "+a=", "+b=", "+rf=", "+R=")
_NOT_PLAIN = ("+pm=", "+axis=")
_EARTH = "Earth"


@dataclass(frozen=True)
class Globe:
    """The ellipsoid of a coordinate reference system.

    Attributes
    ----------
    degrees : QgsCoordinateReferenceSystem
        Longitude and latitude on it, in degrees, from Greenwich.
    figure : str
        The ellipsoid in the words of a PROJ string.
    major, minor : float
        Its half axes in metres.
    """

    degrees: QgsCoordinateReferenceSystem
    figure: str
    major: float
    minor: float

    def vectors(self, lon, lat):
        """Return (N, 3) geocentric coordinates, in metres, of (N,) degrees."""
        lon, lat = np.radians(lon), np.radians(lat)
        flat = (self.minor / self.major) ** 2
        normal = self.major / np.sqrt(np.cos(lat) ** 2 + flat * np.sin(lat) ** 2)
        across = normal * np.cos(lat)
        return np.column_stack((across * np.cos(lon), across * np.sin(lon), flat * normal * np.sin(lat)))


@dataclass(frozen=True)
class _Kind:
    """What the definition of a coordinate reference system says of its axes."""

    angular: bool = False
    geocentric: bool = False
    projected: bool = False
    from_centre: bool = False
    westward: bool = False
    radians: float = np.nan
    metres: float = np.nan


def is_angular(crs):
    """Tell whether coordinates are angles, whatever their unit, prime meridian or pole."""
    return crs.isValid() and (crs.isGeographic() or _kind(crs).angular)


def is_projected(crs):
    """Tell whether coordinates are lengths in a plane that has a place on a globe."""
    return crs.isValid() and _kind(crs).projected and not is_angular(crs)


def is_on_globe(crs):
    """Tell whether coordinates have a longitude and a latitude: not so without a system, or in a local one."""
    return is_angular(crs) or is_projected(crs)


def is_plain_degrees(crs):
    """Tell whether coordinates are degrees east of Greenwich and degrees north, as they stand."""
    words = crs.toProj().split()
    return (
        "+proj=longlat" in words
        and abs(turn_of(crs) - 360.0) < 1e-9
        and not any(word.startswith(_NOT_PLAIN) for word in words)
    )


def metres_of(crs):
    """Return how many metres a unit of a plane has; NaN where that is unknown."""
    return _kind(crs).metres if is_projected(crs) else np.nan


def turn_of(crs):
    """Return how many units of an angular system make a full turn: 360 degrees, 400 grads."""
    return float(np.round(2.0 * np.pi / _kind(crs).radians, 9))


def is_geocentric(crs):
    """Tell whether coordinates are counted from the centre of a body."""
    return crs.isValid() and _kind(crs).geocentric


def refuse_geocentric(crs, layer):
    """Raise where the coordinates of a layer are counted from the centre of its body."""
    if is_geocentric(crs):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has geocentric coordinates ({crs}): X, Y and Z from the centre of the "
                "Earth. Reproject it to degrees or to a projected coordinate reference system.",
            ).format(layer=layer, crs=crs.userFriendlyIdentifier())
        )


def usable(crs):
    """Return a coordinate reference system as transforms can take it.

    Those of other bodies are taken by their PROJ string, because QGIS transforms between systems of one body
    only, and knows bodies by name: Mars of a catalogue is another one than Mars of a string.

    Raises
    ------
    QgsProcessingException
        Where such a string would lose how the coordinates count: to the west, or from the centre of an ellipsoid.
    """
    if not crs.isValid() or crs.celestialBodyName() in ("", _EARTH):
        return crs
    twin = QgsCoordinateReferenceSystem.fromProj(crs.toProj())
    ellipsoid = QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
    flattened = ellipsoid.semiMajor != ellipsoid.semiMinor
    if not twin.isValid() or _kind(crs).westward or (_kind(crs).from_centre and flattened):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "{crs} refers to another body ({body}), in a form in which nothing can be measured. Assign "
                "a geographic coordinate reference system on the sphere of that body to the layer.",
            ).format(crs=crs.userFriendlyIdentifier(), body=crs.celestialBodyName())
        )
    return twin


def globe_of(crs):
    """Return the `Globe` of a coordinate reference system; None for one that lies on none."""
    if not is_on_globe(crs):
        return None
    ellipsoid = QgsEllipsoidUtils.ellipsoidParameters(crs.ellipsoidAcronym())
    figure = " ".join(word for word in crs.toProj().split() if word.startswith(_FIGURE))
    figure = figure or f"+a={ellipsoid.semiMajor!r} +b={ellipsoid.semiMinor!r}"
    degrees = QgsCoordinateReferenceSystem.fromProj(f"+proj=longlat {figure} +no_defs")
    return Globe(degrees, figure, ellipsoid.semiMajor, ellipsoid.semiMinor)


def _kind(crs):
    return _kind_of(preferred_wkt(crs))


@functools.lru_cache(maxsize=64)
def _kind_of(wkt):
    definition = osr.SpatialReference()
    try:
        if not wkt or definition.ImportFromWkt(wkt) != 0:
            return _Kind()
    except RuntimeError:  # where somebody has told GDAL to raise
        return _Kind()
    angular, projected = bool(definition.IsGeographic()), bool(definition.IsProjected())
    return _Kind(
        angular=angular,
        geocentric=bool(definition.IsGeocentric()),
        projected=projected,
        from_centre="planetocentric" in wkt or "BASEGEODCRS" in wkt,
        westward=",west" in wkt,
        # Heights have none, and newer PROJ breaks off where they are asked for it.
        radians=definition.GetAngularUnits() if angular or projected else np.nan,
        metres=definition.GetLinearUnits(),
    )
