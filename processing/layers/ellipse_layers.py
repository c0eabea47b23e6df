"""Write fitted ellipses as layers: outlines, mean centres and axes."""

import numpy as np
from qgis.core import QgsFields, QgsGeometry, QgsPointXY, QgsWkbTypes

from ..analysis.ellipse import outline
from .writing import Sink, fields_of, free_name

_REPROJECTED_SEGMENTS = 180

_ELLIPSE_FIELDS = (
    ("status", "string"),
    ("n", "long"),
    ("weight", "double"),
    ("n_eff", "double"),
    ("center_x", "double"),
    ("center_y", "double"),
    ("major", "double"),
    ("minor", "double"),
    ("rotation", "double"),
    ("azimuth", "double"),
    ("az_se", "double"),
    ("ratio", "double"),
    ("flattening", "double"),
    ("area", "double"),
    ("density", "double"),
    ("rule", "string"),
    ("scale", "double"),
    ("n_in", "long"),
    ("share_in", "double"),
    ("share_exp", "double"),
    ("measure", "string"),
)
_CENTER_FIELDS = tuple(
    field
    for field in _ELLIPSE_FIELDS
    if field[0] in ("n", "weight", "n_eff", "center_x", "center_y", "measure")
)
_AXIS_FIELDS = (("rule", "string"), ("axis", "string"), ("length", "double"), ("rotation", "double"))


def write_ellipses(algorithm, parameters, context, ellipses, plane, segments, input_fields, uid, groups):
    """Write the outputs OUTPUT, CENTERS and AXES of an algorithm.

    Parameters
    ----------
    algorithm, parameters, context
        The running algorithm and what it was given.
    ellipses : list of analysis.ellipse_sizes.Ellipse
        By group, then by size; lengths in the plane.
    plane : Plane
    segments : int
        Edges of each outline.
    input_fields : QgsFields
        Fields of the input, among them the group field.
    uid : str
        Name of the group field or ''.
    groups : list
        Value of each group.

    Returns
    -------
    dict
        The outputs that were asked for.
    """
    x = np.array([ellipse.x for ellipse in ellipses])
    y = np.array([ellipse.y for ellipse in ellipses])
    center_x, center_y = plane.to_layer(x, y)
    azimuth = plane.true_azimuth(x, y, np.array([ellipse.rotation for ellipse in ellipses]))
    if plane.crs != plane.layer_crs:
        segments = max(segments, _REPROJECTED_SEGMENTS)

    def sink(name, definitions, wkb_type):
        fields = _with_group(input_fields, uid, definitions)
        return Sink(algorithm, parameters, name, context, fields, wkb_type, plane.layer_crs)

    outlines = sink("OUTPUT", _ELLIPSE_FIELDS, QgsWkbTypes.Type.MultiPolygon)
    centers = sink("CENTERS", _CENTER_FIELDS, QgsWkbTypes.Type.Point)
    axes = sink("AXES", _AXIS_FIELDS, QgsWkbTypes.Type.MultiLineString)
    written = -1
    for i, ellipse in enumerate(ellipses):
        group = [groups[ellipse.group]] if uid else []
        row = _attributes(ellipse, float(center_x[i]), float(center_y[i]), float(azimuth[i]), plane.name)
        outlines.write(group + [row[name] for name, _ in _ELLIPSE_FIELDS], _outline(ellipse, plane, segments))
        if ellipse.group != written:
            written = ellipse.group
            center = QgsGeometry.fromPointXY(QgsPointXY(row["center_x"], row["center_y"]))
            centers.write(group + [row[name] for name, _ in _CENTER_FIELDS], center)
        for axis, half, turn in (("major", ellipse.major, 0.0), ("minor", ellipse.minor, 90.0)):
            if ellipse.major > 0:
                path = _axis(ellipse, half, turn, plane, segments)
                axes.write(
                    [*group, ellipse.rule, axis, 2.0 * half, _or_null((ellipse.rotation + turn) % 180.0)],
                    path,
                )
    return {**outlines.results(), **centers.results(), **axes.results()}


def _with_group(input_fields, uid, definitions):
    fields = QgsFields()
    if uid:
        field = input_fields.field(uid)
        field.setName(free_name(field.name(), {name for name, _ in definitions}))
        fields.append(field)
    for field in fields_of(*definitions):
        fields.append(field)
    return fields


def _attributes(ellipse, center_x, center_y, azimuth, measure):
    numbers = {
        "n": ellipse.n,
        "weight": ellipse.weight,
        "n_eff": ellipse.n_eff,
        "center_x": center_x,
        "center_y": center_y,
        "major": ellipse.major,
        "minor": ellipse.minor,
        "rotation": ellipse.rotation,
        "azimuth": azimuth,
        "az_se": ellipse.rotation_error,
        "ratio": ellipse.ratio,
        "flattening": 1.0 - ellipse.ratio,
        "area": ellipse.area,
        "density": ellipse.density,
        "scale": ellipse.scale,
        "n_in": ellipse.n_in if np.isfinite(ellipse.scale) else np.nan,
        "share_in": ellipse.share_in,
        "share_exp": ellipse.share_expected,
    }
    row = {name: _or_null(value) for name, value in numbers.items()}
    return {**row, "status": ellipse.status, "rule": ellipse.rule, "measure": measure or None}


def _or_null(number):
    return number if np.isfinite(number) else None


def _outline(ellipse, plane, segments):
    if not ellipse.minor > 0:
        return None
    ring = outline(ellipse.x, ellipse.y, ellipse.major, ellipse.minor, ellipse.rotation, segments)
    return plane.ring_to_layer(ring)


def _axis(ellipse, half, turn, plane, segments):
    if not half > 0:
        return None
    azimuth = np.radians(turn + (0.0 if np.isnan(ellipse.rotation) else ellipse.rotation))
    along = np.linspace(-half, half, 2 if plane.crs == plane.layer_crs else segments + 1)
    return plane.path_to_layer(
        np.column_stack((ellipse.x + along * np.sin(azimuth), ellipse.y + along * np.cos(azimuth)))
    )
