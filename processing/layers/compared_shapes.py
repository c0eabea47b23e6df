"""Read polygons to be compared: as they are drawn, or as ellipses where their fields describe them."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsWkbTypes,
)

from ..analysis.columns import parse_numbers
from ..analysis.distribution.ellipse import outline
from ..analysis.distribution.overlap import EllipseForm, common_area, inscribed_share
from ..compat import is_null, translate
from .feedback import stop_if_cancelled, warn_of_rows
from .measuring.planes import Plane, choose_plane

_NUMBERS = ("center_x", "center_y", "major", "minor", "rotation")
_FORM = (*_NUMBERS, "measure")
_CHECK_EVERY = 64
# Edges of a layer in degrees are followed at this step.
_STEP_DEGREES = 0.1
# A polygon is the ellipse of its fields where their areas agree up to the corners of the outline.
_AGREEMENT = 1e-3
_FINE_SEGMENTS = 720


@dataclass(frozen=True)
class Shape:
    """A polygon in the plane of comparison.

    Attributes
    ----------
    name : object
        Value of the naming field, or the feature id.
    x, y : float
        Centre in the plane: that of the ellipse, else the centroid.
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
    x: float
    y: float
    area: float
    drawn: QgsGeometry
    form: EllipseForm
    rotation: float
    measure: str


def common_area_of(a, b):
    """Area that two `Shape` have in common, exact for two ellipses."""
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


def read_shapes(source, uid, transform_context, feedback):
    """Read the polygons of a layer into one plane.

    The plane is that in which all of them were measured as ellipses, if there is one; else an equal-area
    plane about them where the layer is in degrees, else that of the layer.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    uid : str
        Field that names the rows; '' for the feature id.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    shapes : list of Shape
    plane : Plane

    Raises
    ------
    QgsProcessingException
        Where there are fewer than two polygons.
    """
    names, drawn, fields = _read(source, uid, feedback)
    _need_two(drawn, source)
    measures = list(dict.fromkeys(fields["measure"])) if fields else []
    if len(measures) > 1:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The rows were measured in different planes: {measures}. They are compared as they are drawn; axes "
                "are compared only within a plane. Draw them in one run, or with one MEASURE_CRS.",
            ).format(measures="; ".join(name or "NULL" for name in measures))
        )
    plane = _plane_of_ellipses(source.sourceCrs(), measures, transform_context)
    exact = plane is not None
    if not exact:
        x, y = _vertices(drawn)
        plane = choose_plane(source.sourceCrs(), None, x, y, np.ones(x.size), transform_context)
    shapes, flat = [], []
    for i, (name, geometry) in enumerate(zip(names, drawn)):
        if i % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
        described = {field: column[i] for field, column in fields.items()}
        # The corners of an ellipse, unlike its edges, lie exactly where its plane has them.
        polygon = _in_plane(geometry, plane, follow_edges=not described)
        if polygon.area() > 0:
            shapes.append(_shape(name, geometry, polygon, described, plane, exact))
        else:
            flat.append(name)
    warn_of_rows(feedback, translate("ClusterBelt", "Rows left out, their polygon has no area"), flat)
    _need_two(shapes, source)
    warn_of_rows(
        feedback,
        translate("ClusterBelt", "Compared as drawn, because their fields do not describe their polygon"),
        [shape.name for shape in shapes if exact and shape.form is None],
    )
    return shapes, plane


def _read(source, uid, feedback):
    """Names and geometries of the rows with a polygon, and the columns of ellipses, {} where one is missing."""
    wanted = [source.fields().lookupField(name) for name in _FORM]
    wanted = [] if min(wanted) < 0 else wanted
    named = source.fields().lookupField(uid) if uid else -1
    request = QgsFeatureRequest().setSubsetOfAttributes([i for i in (*wanted, named) if i >= 0])
    fids, names, drawn, rows, left_out = [], [], [], [], []
    for position, feature in enumerate(source.getFeatures(request)):
        if position % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
        name = feature.id() if named < 0 else feature[named]
        name = None if is_null(name) else name
        if feature.geometry().isEmpty():
            left_out.append(name)
            continue
        fids.append(feature.id())
        names.append(name)
        drawn.append(feature.geometry())
        rows.append([None if is_null(feature[i]) else feature[i] for i in wanted])
    warn_of_rows(feedback, translate("ClusterBelt", "Rows left out, no polygon"), left_out)
    repeated = [name for name, count in Counter(names).items() if count > 1]
    warn_of_rows(feedback, translate("ClusterBelt", "Names of several rows"), repeated)
    if not wanted or not rows:
        return names, drawn, {}
    columns = dict(zip(_FORM, zip(*rows)))
    numbers = {
        name: parse_numbers(np.array(columns[name], dtype=object), fids, name, source.sourceName())
        for name in _NUMBERS
    }
    return names, drawn, {**numbers, "measure": [str(value or "") for value in columns["measure"]]}


def _plane_of_ellipses(layer_crs, measures, transform_context):
    """The plane in which all ellipses were measured; None where there is no such plane."""
    if len(measures) != 1:
        return None
    (measure,) = measures
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
    return Plane(layer_crs, crs, transform_context) if crs.isValid() and not crs.isGeographic() else None


def _vertices(geometries):
    points = [(point.x(), point.y()) for geometry in geometries for point in geometry.vertices()]
    return np.array(points).T


def _need_two(shapes, source):
    if len(shapes) < 2:
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "Layer “{layer}” has {count} polygons, but a comparison needs two or more."
            ).format(layer=source.sourceName(), count=len(shapes))
        )


def _shape(name, geometry, polygon, described, plane, exact):
    center = polygon.centroid().asPoint()
    x, y, area, form, rotation, measure = center.x(), center.y(), polygon.area(), None, np.nan, ""
    if described and _centers(geometry, described):
        rotation, measure = described["rotation"], described["measure"]
        middle = plane.from_layer([described["center_x"]], [described["center_y"]])
        x, y = float(middle[0][0]), float(middle[1][0])
        ellipse = EllipseForm(x, y, described["major"], described["minor"], rotation)
        corners = max(geometry.constGet().vertexCount() - 1, 3)
        inscribed = ellipse.area * inscribed_share(corners)
        if exact and abs(area - inscribed) <= _AGREEMENT * inscribed:
            form, area, polygon = ellipse, ellipse.area, _finely_drawn(ellipse)
        elif exact:
            x, y, rotation, measure = center.x(), center.y(), np.nan, ""
    return Shape(name, x, y, area, polygon, form, rotation, measure)


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
    if plane.crs != plane.layer_crs:
        if follow_edges and plane.layer_crs.isGeographic():
            polygon = polygon.densifyByDistance(_STEP_DEGREES)
        try:
            polygon.transform(QgsCoordinateTransform(plane.layer_crs, plane.crs, plane.transform_context))
            reason = "" if polygon.isNull() or polygon.boundingBox().isFinite() else "∞"
        except QgsCsException as error:
            reason = error
        if reason:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "A polygon cannot be brought into the plane {plane}: {reason}"
                ).format(plane=plane.name, reason=reason)
            )
    if not polygon.isGeosValid():
        polygon = polygon.makeValid()
        polygon.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    return QgsGeometry.unaryUnion([polygon])
