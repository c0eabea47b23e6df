"""Write fitted ellipses as layers: outlines, mean centres and axes."""

from dataclasses import dataclass, field

import numpy as np
from qgis.core import QgsField, QgsFields, QgsGeometry, QgsPointXY, QgsWkbTypes

from ...analysis.distribution.ellipse import outline
from ...analysis.fields import table
from ...compat import is_null, language_of_user, translate
from ..feedback import warn_of_rows
from ..measuring.outlines import path_to_layer, ring_to_layer
from ..writing.copying import finite
from ..writing.sinks import OF_GEOPACKAGES, Sink, fields_of, free_name

_REPROJECTED_SEGMENTS = 180

_LAYERS = {
    "OUTPUT": ("ellipses", QgsWkbTypes.Type.MultiPolygon),
    "CENTERS": ("centers", QgsWkbTypes.Type.Point),
    "AXES": ("axes", QgsWkbTypes.Type.MultiLineString),
}


def layer_fields(output, label_fields):
    """Return the `QgsFields` and the geometry type of OUTPUT, CENTERS or AXES, before anything is computed."""
    name, wkb_type = _LAYERS[output]
    return Labels(label_fields).before(table(name)), wkb_type


@dataclass(frozen=True)
class Labels:
    """What stands before the numbers of an ellipse, such as its group.

    Attributes
    ----------
    fields : list of QgsField
        Renamed where a number or a later one has the same name.
    values : list of list
        Values of the fields, an entry per group of the ellipses.
    """

    fields: list = field(default_factory=list)
    values: list = None

    def before(self, numbers):
        """Return `QgsFields`: the labels, then the fields of the table `numbers`."""
        taken = {*OF_GEOPACKAGES, *numbers.keys}
        named = []
        for label in reversed(self.fields):
            label = QgsField(label)
            label.setName(free_name(label.name(), taken))
            taken.add(label.name().lower())
            known = numbers.find(label.name())
            if known and not label.alias():
                label.setAlias(known.alias.say(language_of_user()))
            named.insert(0, label)
        combined = QgsFields()
        for label in named:
            combined.append(label)
        for number in fields_of(numbers.fields):
            combined.append(number)
        return combined

    def of(self, group):
        """Values of one group."""
        return list(self.values[group]) if self.fields else []


class EllipseLayers:
    """Fitted ellipses, ready to be written as outlines, mean centres and axes.

    Parameters
    ----------
    ellipses : list of analysis.ellipse_sizes.Ellipse
        By group, then by size; lengths in the plane of the group.
    planes : Planes
        Of the groups.
    labels : Labels
    feedback : QgsProcessingFeedback
    segments : int
        Edges of each outline.

    Notes
    -----
    Each `write_…` takes (algorithm, parameters, name of the output, context) and returns the output, if
    it was asked for, as a dictionary.
    """

    def __init__(self, ellipses, planes, labels, feedback, segments=_REPROJECTED_SEGMENTS):
        self._ellipses, self._planes, self._labels, self._feedback = ellipses, planes, labels, feedback
        plane = planes.of_parts[0]
        self._layer_crs = plane.layer_crs
        self._segments = segments if plane.crs == plane.layer_crs else max(segments, _REPROJECTED_SEGMENTS)
        x, y, rotation = np.array([(one.x, one.y, one.rotation) for one in ellipses]).reshape(-1, 3).T
        numbers = np.empty((3, x.size))
        for plane, rows in planes.by_plane(np.array([ellipse.group for ellipse in ellipses])):
            numbers[:2, rows] = plane.to_layer(x[rows], y[rows])
            numbers[2, rows] = plane.axis_azimuth(x[rows], y[rows], rotation[rows])
        self._rows = [
            _attributes(ellipse, *found, self._plane_of(ellipse).name)
            for ellipse, found in zip(ellipses, numbers.T.tolist())
        ]

    def write_outlines(self, output):
        """Write a polygon per ellipse; null where its axes enclose nothing."""
        ellipses = table("ellipses")
        sink = self._sink(output, ellipses, QgsWkbTypes.Type.MultiPolygon)
        too_large = []
        for ellipse, row in zip(self._ellipses, self._rows):
            shape = None
            if ellipse.minor > 0:
                shape = _outline(ellipse, self._plane_of(ellipse), self._segments)
                if shape is None:
                    too_large.append(self._name_of(ellipse))
            sink.write(self._labels.of(ellipse.group) + [row[key] for key in ellipses.keys], shape)
        warn_of_rows(
            self._feedback,
            translate(
                "ClusterBelt",
                "Ellipses without an outline, because they extend beyond the plane of measurement",
            ),
            too_large,
        )
        return sink.results()

    def write_centers(self, output):
        """Write a point per group."""
        centers = table("centers")
        sink = self._sink(output, centers, QgsWkbTypes.Type.Point)
        written = -1
        for ellipse, row in zip(self._ellipses, self._rows):
            if ellipse.group != written:
                written = ellipse.group
                place = row["center_x"], row["center_y"]
                center = None if None in place else QgsGeometry.fromPointXY(QgsPointXY(*place))
                sink.write(self._labels.of(ellipse.group) + [row[key] for key in centers.keys], center)
        return sink.results()

    def write_axes(self, output):
        """Write two lines per ellipse; none where all its points are in one place."""
        sink = self._sink(output, table("axes"), QgsWkbTypes.Type.MultiLineString)
        for ellipse in self._ellipses:
            for axis, half, turn in (("major", ellipse.major, 0.0), ("minor", ellipse.minor, 90.0)):
                if ellipse.major > 0:
                    rotation = finite((ellipse.rotation + turn) % 180.0)
                    path = _axis(ellipse, half, turn, self._plane_of(ellipse), self._segments)
                    sink.write(
                        [*self._labels.of(ellipse.group), ellipse.rule, axis, 2.0 * half, rotation], path
                    )
        return sink.results()

    def _sink(self, output, numbers, wkb_type):
        return Sink(*output, self._labels.before(numbers), wkb_type, self._layer_crs)

    def _plane_of(self, ellipse):
        return self._planes.of_parts[ellipse.group]

    def _name_of(self, ellipse):
        labels = ["NULL" if is_null(label) else label for label in self._labels.of(ellipse.group)]
        return " ".join(map(str, [*labels, ellipse.rule]))


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
    row = {name: finite(value) for name, value in numbers.items()}
    return {**row, "status": ellipse.status, "rule": ellipse.rule, "measure": measure or None}


def _outline(ellipse, plane, segments):
    ring = outline(ellipse.x, ellipse.y, ellipse.major, ellipse.minor, ellipse.rotation, segments)
    return ring_to_layer(plane, ring)


def _axis(ellipse, half, turn, plane, segments):
    if not half > 0:
        return None
    azimuth = np.radians(turn + (0.0 if np.isnan(ellipse.rotation) else ellipse.rotation))
    along = np.linspace(-half, half, 2 if plane.crs == plane.layer_crs else segments + 1)
    path = np.column_stack((ellipse.x + along * np.sin(azimuth), ellipse.y + along * np.cos(azimuth)))
    return path_to_layer(plane, path)
