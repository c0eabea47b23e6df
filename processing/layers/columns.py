"""Read a source into columns: through the Arrow stream where that is right, else feature by feature."""

import re
from functools import cached_property

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsProcessingException, QgsWkbTypes

from ..compat import is_null, kind_of, translate
from . import arrow
from .feedback import stop_if_cancelled

_CHECK_EVERY = 4096


class Columns:
    """Columns of a source; an entry is a row, or a point where coordinates were read.

    Attributes
    ----------
    fid : (N,) int64
        Feature id; that of the row for each point of a multipoint.
    typed : dict of str to (N,) array
        float64 with NaN for null, pandas Int64, Categorical for texts in the order of first appearance;
        objects with None for null in fields of other types.
    x, y : (N,) float64 or None
        Coordinates, NaN for rows without geometry; None where none were asked for.
    share : (N,) float64 or None
        1/parts for the parts of multipoints; None where each row is one point.
    """

    def __init__(self, fid, typed, x=None, y=None, share=None):
        self.fid, self.typed, self.x, self.y, self.share = fid, typed, x, y, share

    @cached_property
    def values(self):
        """The columns as objects, None for null."""
        return {name: as_objects(column) for name, column in self.typed.items()}

    def by_part(self, weight):
        """Return the weight of each point: that of its row, divided by the parts of a multipoint."""
        return weight if self.share is None else weight * self.share


def read_columns(source, fields, feedback, *, points=False):
    """Read fields, and with `points` the coordinates, of a source.

    Multipoints give an entry a part, lines and polygons their centroid. Both ways of reading give the same.

    Parameters
    ----------
    source : sources.Source or QgsFeatureSource
    fields : list of str
        Names; empty ones are passed over.
    feedback : QgsProcessingFeedback
    points : bool

    Returns
    -------
    Columns

    Raises
    ------
    QgsProcessingException
        On cancel, and where the header of a spreadsheet was taken for its first row.
    """
    names = [source.fields().at(source.fields().lookupField(name)).name() for name in fields if name]
    _refuse_lost_header(source)
    file = getattr(source, "file", None)
    if file is not None and arrow.can_read(file, names):
        feedback.pushInfo(
            translate("ClusterBelt", "Layer “{layer}” is read by columns.").format(layer=source.sourceName())
        )
        fid, typed, x, y = arrow.read(file, names, feedback, points=points)
        share = None
    else:
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "Layer “{layer}” is read feature by feature; a GeoPackage without edits is faster.",
            ).format(layer=source.sourceName())
        )
        fid, typed, x, y, share = _read_features(source, names, feedback, points)
    stop_if_cancelled(feedback)
    return Columns(fid, {asked: typed[name] for asked, name in zip(filter(None, fields), names)}, x, y, share)


def as_objects(column):
    """Return a typed column as objects, None for null."""
    if isinstance(column, np.ndarray) and column.dtype == object:
        return column
    objects = np.asarray(column, dtype=object)
    missing = np.asarray(pd.isna(column))
    if missing.any():
        objects[missing] = None
    return objects


def _read_features(source, names, feedback, points):
    indexes = [source.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setSubsetOfAttributes(indexes)
    if not points:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    is_point = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
    parts_of = _one_point if is_point and not QgsWkbTypes.isMultiType(source.wkbType()) else _parts(is_point)
    total = max(source.featureCount(), 1)
    fids, places, counts, columns = [], [], [], [[] for _ in names]
    for position, feature in enumerate(source.getFeatures(request)):
        if position % _CHECK_EVERY == 0:
            stop_if_cancelled(feedback)
            feedback.setProgress(100.0 * position / total)
        fids.append(feature.id())
        for column, index in zip(columns, indexes):
            column.append(feature[index])
        if points:
            found = parts_of(feature.geometry())
            places.extend(found)
            counts.append(len(found))
    fid = np.array(fids, dtype=np.int64)
    typed = {
        name: _typed(column, kind_of(source.fields().at(index)))
        for name, column, index in zip(names, columns, indexes)
    }
    if not points:
        return fid, typed, None, None, None
    places = np.array(places, dtype=float).reshape(-1, 2)
    counts = np.array(counts, dtype=np.int64)
    share = None
    if (counts > 1).any():
        row = np.repeat(np.arange(fid.size), counts)
        fid, typed = fid[row], {name: column[row] for name, column in typed.items()}
        share = 1.0 / counts[row]
    return fid, typed, places[:, 0].copy(), places[:, 1].copy(), share


def _one_point(geometry):
    if geometry.isEmpty():
        return ((np.nan, np.nan),)
    point = geometry.asPoint()
    return ((point.x(), point.y()),)


def _parts(is_point):
    def parts(geometry):
        if geometry.isEmpty():
            return ((np.nan, np.nan),)
        if not is_point:
            geometry = geometry.centroid()
        if geometry.isMultipart():
            return [(point.x(), point.y()) for point in geometry.asMultiPoint()]
        return _one_point(geometry)

    return parts


def _typed(values, kind):
    """The column of a field as the Arrow stream gives it."""
    if kind == "string":
        codes, texts = pd.factorize(np.array([None if is_null(v) else v for v in values], dtype=object))
        return pd.Categorical.from_codes(codes, categories=pd.Index(texts, dtype=object))
    objects = np.empty(len(values), dtype=object)
    objects[:] = values
    missing = np.array([is_null(value) for value in values], dtype=bool)
    if kind == "double":
        objects[missing] = np.nan
        return objects.astype(float)
    if kind in ("int", "long"):
        objects[missing] = 0
        return pd.arrays.IntegerArray(objects.astype(np.int64), missing)
    objects[missing] = None
    return objects


def _refuse_lost_header(source):
    names = source.fields().names()
    if not names or not all(re.fullmatch(r"Field\d+", name) for name in names):
        return
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(1)
    for first in source.getFeatures(request):
        if all(isinstance(value, str) for value in first.attributes() if not is_null(value)):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”: the names of the fields stand in its first row, and the fields are called "
                    "Field1, Field2 …. Save the sheet as CSV (UTF-8), or put a number into one of its columns, "
                    "and add it again.",
                ).format(layer=source.sourceName())
            )
