"""Polygons to be compared, in planes: as they are drawn, or as ellipses where their fields describe them."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsPolygon,
    QgsProcessingException,
)

from ...analysis.distribution.ellipse import outline
from ...analysis.distribution.overlap import EllipseForm, common_area, inscribed_share
from ...compat import translate
from ..feedback import stop_if_cancelled, warn_of_rows
from ..measuring.choosing import LARGEST_SCALE_ERROR, equal_area_plane
from ..measuring.geodesics import degrees_of
from ..measuring.globes import is_angular, is_projected, refuse_geocentric, turn_of
from ..measuring.planes import Plane
from ..measuring.transforming import transform_between
from ..reading.shapes import repaired
from .compared_rows import need_two

_CHECK_EVERY = 64
# Edges of a layer in degrees are followed at this step, as a share of a full turn.
_STEP_OF_A_TURN = 0.1 / 360.0
# A polygon is the ellipse of its fields where their areas agree up to the corners of the outline.
_AGREEMENT = 1e-3
_FINE_SEGMENTS = 720


@dataclass(frozen=True)
class Shape:
    """A polygon in a plane.

    Attributes
    ----------
    name : object
        Value of the naming field, or the feature id.
    place : tuple of float
        Longitude and latitude of its centre, that of the ellipse, else the centroid; x and y where the plane lies
        on no globe.
    area : float
        Square units of the plane; that of the ellipse where `form` is known.
    drawn : QgsGeometry
        Valid polygon in the plane; a fine outline where `form` is known.
    form : EllipseForm or None
        In the same plane.
    rotation : float
        Azimuth of the major axis on the grid of `measure`; NaN where unknown.
    measure : str
        Where the ellipse was measured; '' where unknown.
    """

    name: object
    place: tuple
    area: float
    drawn: QgsGeometry
    form: EllipseForm
    rotation: float
    measure: str


@dataclass(frozen=True)
class Compared:
    """Polygons, each in the plane of all, and again in the plane in which it was measured where that is another.

    Attributes
    ----------
    plane : Plane
        That of all.
    shapes : list of Shape
        In the plane of all.
    measured : list of Shape or None
        In their own.
    """

    plane: Plane
    shapes: list
    measured: list

    def pair(self, i, j):
        """Return two shapes in a plane of both: the one in which both were measured, if there is one."""
        one, other = self.measured[i], self.measured[j]
        if one is not None and other is not None and one.measure == other.measure:
            return one, other
        return self.shapes[i], self.shapes[j]


def common_area_of(a, b):
    """Area that two `Shape` of one plane have in common, exact for two ellipses."""
    if a.form is not None and b.form is not None:
        return common_area(a.form, b.form)
    if not a.drawn.boundingBox().intersects(b.drawn.boundingBox()):
        return 0.0
    common = a.drawn.intersection(b.drawn)
    if common.isNull():
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "The polygons {a} and {b} cannot be intersected: {reason} Repair them first."
            ).format(a=a.name, b=b.name, reason=common.lastError())
        )
    return min(common.area(), a.area, b.area)


def shapes_of(rows, source, transform_context, feedback):
    """Bring polygons into planes in which they can be compared.

    The plane of all is that in which they were measured as ellipses, if there is one; else an equal-area
    plane about them where the layer is in degrees, else that of the layer.

    Parameters
    ----------
    rows : compared_rows.Rows
    source : QgsProcessingFeatureSource
        For its coordinate reference system and its name.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    Compared

    Raises
    ------
    QgsProcessingException
        Where fewer than two polygons have an area.
    """
    layer_crs = source.sourceCrs()
    refuse_geocentric(layer_crs, source.sourceName())
    planes = {measure: _plane_of(layer_crs, measure, transform_context) for measure in rows.measures}
    plane = planes[rows.measures[0]] if len(planes) == 1 else None
    exact = plane is not None
    plane = plane or _plane_of_all(layer_crs, rows.drawn, transform_context)
    shapes = _in_one_plane(rows, plane, exact, feedback)
    kept = [i for i, shape in enumerate(shapes) if shape is not None]
    flat = [name for name, shape in zip(rows.names, shapes) if shape is None]
    warn_of_rows(feedback, translate("ClusterBelt", "Rows left out, polygon without area"), flat)
    need_two(kept, source)
    measured = [None] * len(shapes)
    if not exact:
        for measure, own in planes.items():
            if own is not None:
                same = np.array([described == measure for described in rows.fields["measure"]])
                for i, shape in zip(
                    np.flatnonzero(same), _in_one_plane(rows.only(same), own, True, feedback)
                ):
                    measured[i] = shape if shape is not None and shape.form is not None else None
    warn_of_rows(
        feedback,
        translate("ClusterBelt", "Compared as drawn, because their fields do not describe their polygon"),
        [shapes[i].name for i in kept if exact and shapes[i].form is None],
    )
    return Compared(plane, [shapes[i] for i in kept], [measured[i] for i in kept])


def _plane_of(layer_crs, measure, transform_context):
    """The plane that the field `measure` names; None where it names none."""
    if not measure:
        # QGIS gives temporary layers a system even where the input had none.
        nowhere = QgsCoordinateReferenceSystem()
        return Plane(nowhere, nowhere, transform_context)
    if not layer_crs.isValid():
        return None
    if measure.startswith("+"):
        crs = QgsCoordinateReferenceSystem.fromProj(measure)
    else:
        crs = QgsCoordinateReferenceSystem(measure)
    return Plane(layer_crs, crs, transform_context) if is_projected(crs) else None


def _plane_of_all(layer_crs, drawn, transform_context):
    if not is_angular(layer_crs):
        return Plane(layer_crs, layer_crs, transform_context)
    x, y = np.array([(point.x(), point.y()) for geometry in drawn for point in geometry.vertices()]).T
    return equal_area_plane(layer_crs, x, y, transform_context)


def _in_one_plane(rows, plane, exact, feedback):
    """The shapes of some rows in a plane; None for a polygon without an area."""
    shapes = []
    for i, (name, geometry) in enumerate(zip(rows.names, rows.drawn)):
        if i % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
        described = rows.described(i)
        # The corners of an ellipse, unlike its edges, lie exactly where its plane has them.
        polygon = _in_plane(geometry, plane, follow_edges=not described)
        shapes.append(
            _shape(name, geometry, polygon, described, plane, exact) if polygon.area() > 0 else None
        )
    return shapes


def _shape(name, geometry, polygon, described, plane, exact):
    area, form, rotation, measure = polygon.area(), None, np.nan, ""
    if described and _centers(geometry, described):
        x, y = plane.from_layer([described["center_x"]], [described["center_y"]])
        ellipse = EllipseForm(
            float(x[0]), float(y[0]), described["major"], described["minor"], described["rotation"]
        )
        corners = max(geometry.constGet().vertexCount() - 1, 3)
        inscribed = ellipse.area * inscribed_share(corners)
        agrees = abs(area - inscribed) <= _AGREEMENT * inscribed
        if exact and agrees:
            form, area, polygon = ellipse, ellipse.area, _finely_drawn(ellipse)
        if agrees or not exact:
            place = _place(plane, ellipse.x, ellipse.y)
            rotation, measure = described["rotation"], described["measure"]
            return Shape(name, place, area, polygon, form, rotation, measure)
    return Shape(name, _place_of_centroid(geometry, polygon, plane), area, polygon, form, rotation, measure)


def _place(plane, x, y):
    if plane.globe is None:
        return x, y
    (lon,), (lat,) = degrees_of(plane, np.array([x]), np.array([y]))
    return float(lon), float(lat)


def _place_of_centroid(geometry, polygon, plane):
    """Place of the centroid, in a plane of the polygon's own where that of all shifts it."""
    center = polygon.centroid().asPoint()
    if plane.made_for_data:
        scales = plane.scales([center.x()], [center.y()])
        if not (np.abs(scales - 1.0) <= LARGEST_SCALE_ERROR).all():
            plane = _plane_of_all(plane.layer_crs, [geometry], plane.transform_context)
            center = _in_plane(geometry, plane, follow_edges=True).centroid().asPoint()
    return _place(plane, center.x(), center.y())


def _finely_drawn(ellipse):
    """Polygon of the very area of an ellipse, to be compared with polygons that are none."""
    wider = 1.0 / np.sqrt(inscribed_share(_FINE_SEGMENTS))
    ring = outline(
        ellipse.x, ellipse.y, ellipse.major * wider, ellipse.minor * wider, ellipse.rotation, _FINE_SEGMENTS
    )
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring.tolist()]])


def _centers(geometry, described):
    """Whether the fields hold the centre of an ellipse that lies where the polygon is."""
    sized = described["major"] > 0 and described["minor"] > 0
    point = QgsPointXY(described["center_x"], described["center_y"])
    return bool(sized) and geometry.boundingBox().contains(point)


def _in_plane(geometry, plane, follow_edges):
    """Valid polygon in the plane, without the seams of parts that touch."""
    polygon = QgsGeometry(geometry)
    transform = transform_between(plane.layer_crs, plane.crs, plane.transform_context)
    if transform is not None:
        if follow_edges and is_angular(plane.layer_crs):
            polygon = polygon.densifyByDistance(_STEP_OF_A_TURN * turn_of(plane.layer_crs))
        try:
            polygon.transform(transform)
            reason = "" if polygon.isNull() or polygon.boundingBox().isFinite() else "∞"
        except QgsCsException as error:
            reason = error
        if reason:
            raise QgsProcessingException(
                translate("ClusterBelt", "A polygon cannot be transformed to {plane}: {reason}").format(
                    plane=plane.name, reason=reason
                )
            )
    polygon, _ = repaired(polygon)
    return QgsGeometry(QgsPolygon()) if polygon is None else QgsGeometry.unaryUnion([polygon])
