"""Where distances are measured: a plane, the way there and back, and how it lies on the ground."""

import functools
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProcessingException

from ...compat import translate
from .globes import globe_of, metres_of
from .transforming import transformed

# Of the half axis of the globe: a step short enough to be straight and long enough for the digits of PROJ.
_STEP = 1e-4


@dataclass(frozen=True)
class Plane:
    """The plane of measurement of a layer.

    Attributes
    ----------
    layer_crs, crs : QgsCoordinateReferenceSystem
        That of the layer; that of the plane, invalid where the layer has none.
    transform_context : QgsCoordinateTransformContext
    made_for_data : bool
        Whether the plane was made about the data, because the layer is in degrees.
    """

    layer_crs: QgsCoordinateReferenceSystem
    crs: QgsCoordinateReferenceSystem
    transform_context: QgsCoordinateTransformContext
    made_for_data: bool = False

    @property
    def name(self):
        """Authority id or PROJ string; empty without a coordinate reference system."""
        return self.crs.authid() or self.crs.toProj()

    @functools.cached_property
    def globe(self):
        """The `Globe` that the plane lies on; None where it lies on none."""
        return globe_of(self.crs)

    @functools.cached_property
    def metres(self):
        """Metres in one unit; NaN where they are unknown."""
        return metres_of(self.crs)

    def from_layer(self, x, y, feedback=None):
        """Bring (N,) layer coordinates into the plane; stops where `feedback` was cancelled.

        Raises
        ------
        QgsProcessingException
            Where a point has no place in the plane.
        """
        moved = transformed(x, y, self.layer_crs, self.crs, self.transform_context, feedback)
        lost = ~(np.isfinite(moved[0]) & np.isfinite(moved[1]))
        if lost.any():
            first = int(np.argmax(lost))
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Points that cannot be placed in {plane}: {count}, the first at {x}, {y}. Check "
                    "whether x and y are swapped and whether the coordinate reference system of the "
                    "layer is right: {layer_crs}.",
                ).format(
                    count=int(lost.sum()),
                    plane=self.name,
                    x=x[first],
                    y=y[first],
                    layer_crs=self.layer_crs.userFriendlyIdentifier(),
                )
            )
        return moved

    def to_layer(self, x, y):
        """Bring (N,) plane coordinates back to the layer; NaN or infinite where they have no place in it."""
        return transformed(x, y, self.crs, self.layer_crs, self.transform_context)

    def to_degrees(self, x, y):
        """Bring (N,) plane coordinates to degrees from Greenwich; NaN or infinite where they have none."""
        if self.globe is None:
            return np.full(np.shape(x), np.nan), np.full(np.shape(x), np.nan)
        return transformed(x, y, self.crs, self.globe.degrees, self.transform_context)

    def azimuth(self, x, y, rotation):
        """Direction from true north, in which (N,) azimuths on the grid lead at the points (x, y).

        It is that of a short step on the ground, because a plane may turn, shear and mirror directions.

        Returns
        -------
        (N,) float64
            Degrees clockwise, 0 <= azimuth < 360; NaN where the plane lies on no globe.
        """
        turn = np.radians(rotation)
        ground = np.einsum("nij,nj->ni", self.on_ground(x, y), np.column_stack((np.sin(turn), np.cos(turn))))
        return np.degrees(np.arctan2(ground[:, 0], ground[:, 1])) % 360.0

    def axis_azimuth(self, x, y, rotation):
        """`azimuth` of axes, which have no end: 0 <= azimuth < 180."""
        azimuth = np.mod(self.azimuth(x, y, rotation), 180.0)
        return np.where(azimuth == 180.0, 0.0, azimuth)

    def scales(self, x, y):
        """Largest and smallest length in the plane by length on the ground.

        Returns
        -------
        (N, 2) float64
            At (N,) points, in the two directions in which they are most and least; NaN where the plane lies on no
            globe.
        """
        ground = self.on_ground(x, y)
        known = np.isfinite(ground).all(axis=(1, 2))
        scales = np.full((len(ground), 2), np.nan)
        with np.errstate(divide="ignore"):
            scales[known] = self.metres / np.linalg.svd(ground[known], compute_uv=False)[:, ::-1]
        return scales

    def on_ground(self, x, y):
        """How the plane lies on the ground.

        Returns
        -------
        (N, 2, 2) float64
            At (N,) points, the metres to the east (first row) and to the north of a unit along x (first column)
            and y, as central differences; NaN where the plane lies on no globe.
        """
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if self.globe is None or x.size == 0:
            return np.full((x.size, 2, 2), np.nan)
        step = _STEP * self.globe.major / self.metres
        ends_x = np.concatenate((x, x + step, x - step, x, x))
        ends_y = np.concatenate((y, y, y, y + step, y - step))
        lon, lat = self.to_degrees(ends_x, ends_y)
        lost = ~(np.isfinite(lon) & np.isfinite(lat))
        lon[lost] = lat[lost] = np.nan
        _, right, left, up, down = np.split(self.globe.vectors(lon, lat), 5)
        lon, lat = np.radians(lon[: x.size]), np.radians(lat[: x.size])
        east = np.column_stack((-np.sin(lon), np.cos(lon), np.zeros(x.size)))
        north = np.column_stack((-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)))
        along = np.stack(((right - left), (up - down)), axis=2) / (2.0 * step)
        return np.stack((east, north), axis=1) @ along
