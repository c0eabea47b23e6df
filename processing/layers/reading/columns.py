"""Read a source into columns: through the Arrow stream where that is right, else feature by feature."""

from functools import cached_property

import numpy as np
from qgis.core import QgsProcessingException, QgsWkbTypes
from qgis.PyQt.QtCore import QByteArray

from ...analysis.sql.tables import FIRST_NO_COORDINATE
from ...analysis.typed_columns import Integers, Texts, as_objects
from ...compat import is_compound, is_null, kind_of, python_moment, translate
from ..feedback import stop_if_cancelled, warn_of_rows
from . import arrow, arrow_iterator
from .encodings import refuse_unreadable
from .headers import refuse_lost_header
from .passes import features_of, request_for
from .shapes import whole
from .sources import has_points_or_nothing
from .texts import LONGEST, mended

_COMPOUND = (list, dict, QByteArray)


class Columns:
    """Columns of a source; an entry is a row, or a point where coordinates were read.

    Attributes
    ----------
    fid : (N,) int64 or memory.RowIds
        Feature id; that of the row for each point of a multipoint.
    typed : dict of str to (N,) array
        float64 with NaN for null, `Integers`, `Texts` in the order of first appearance;
        objects with None for null in fields of other types; Identifiers where they were asked for and possible.
    x, y : (N,) float64 or None
        Coordinates, NaN for rows without a place; None where none were asked for.
    share : (N,) float64 or None
        1/parts for the parts of multipoints; None where each row is one point.
    """

    def __init__(self, fid, typed, x=None, y=None, share=None):
        self.fid, self.typed, self.x, self.y, self.share = fid, typed, x, y, share

    @cached_property
    def values(self):
        """The columns as objects, None for null."""
        return {name: as_objects(column) for name, column in self.typed.items()}

    def take(self, rows):
        """Return the entries of some rows, by their positions or as a mask."""
        typed = {name: column[rows] for name, column in self.typed.items()}
        places = (None if found is None else found[rows] for found in (self.x, self.y, self.share))
        return Columns(self.fid[rows], typed, *places)

    def by_part(self, weight):
        """Return the weight of each point: that of its row, divided by the parts of a multipoint."""
        return weight if self.share is None else weight * self.share


def read_columns(source, fields, feedback, *, points=False, identifiers=()):
    """Read fields, and with `points` the coordinates, of a source.

    Multipoints give an entry a part, lines and polygons their centroid; invalid ones have no place and are named
    in the log. Both ways of reading give the same.

    Parameters
    ----------
    source : sources.Source or QgsFeatureSource
    fields : list of str
        Names; empty ones are passed over.
    feedback : QgsProcessingFeedback
    points : bool
    identifiers : collection of str
        Fields of texts that are mostly different.

    Returns
    -------
    Columns

    Raises
    ------
    QgsProcessingException
        On cancel, where the header of a spreadsheet was taken for its first row, and where texts were read in
        the wrong encoding.
    """
    names = [source.fields().at(source.fields().lookupField(name)).name() for name in fields if name]
    refuse_lost_header(source)
    read = _read_by_columns(source, names, feedback, points, identifiers)
    if read is None:
        said = translate(
            "ClusterBelt",
            "Layer “{layer}” is read feature by feature; a GeoPackage without pending edits would be faster.",
        )
        read = _read_features(source, names, feedback, points)
    else:
        said = translate("ClusterBelt", "Layer “{layer}” is read by columns.")
    feedback.pushInfo(said.format(layer=source.sourceName()))
    fid, typed, x, y, share = read
    _warn_of_damage(source, fid, feedback)
    if points:
        nowhere = ~((np.abs(x) < FIRST_NO_COORDINATE) & (np.abs(y) < FIRST_NO_COORDINATE))
        _warn_of_far(source, fid, nowhere & ~np.isnan(x) & ~np.isnan(y), feedback)
        x[nowhere] = y[nowhere] = np.nan
    _check(source, fid, typed, feedback)
    return Columns(fid, {asked: typed[name] for asked, name in zip(filter(None, fields), names)}, x, y, share)


def columns_of(source, fid, values, feedback):
    """Return the columns of values that came from the database of a source; see `read_columns`.

    Parameters
    ----------
    source : sources.Source
    fid : ndarray, shape (N,)
        What names an entry in a message.
    values : dict of str to sequence
        By name of the field.
    feedback : QgsProcessingFeedback
    """
    typed = {name: _typed(cells, kind_of(source.fields().field(name))) for name, cells in values.items()}
    _check(source, fid, typed, feedback)
    return Columns(fid, typed)


def _check(source, fid, typed, feedback):
    _refuse_compounds(source, typed)
    _refuse_far_dates(source, fid, typed)
    _mend_texts(source, fid, typed, feedback)
    for column in typed.values():
        # No number that can be computed or written; as if it were not there.
        if isinstance(column, np.ndarray) and column.dtype == float and np.isinf(column).any():
            column[np.isinf(column)] = np.nan
    refuse_unreadable(source, typed)
    stop_if_cancelled(feedback)


def read_table(source, feedback):
    """Read every field of a source that holds plain values, in the order of its fields; see `read_columns`."""
    names = [field.name() for field in source.fields() if not is_compound(field)]
    return read_columns(source, names, feedback)


def _read_by_columns(source, names, feedback, points, identifiers):
    """Read through the Arrow stream; None where that is not possible."""
    if points and source.wkbType() == QgsWkbTypes.Type.NoGeometry:
        # A table has no column of places to be asked for.
        read = _read_by_columns(source, names, feedback, False, identifiers)
        if read is None:
            return None
        fid, typed, *_ = read
        return fid, typed, np.full(len(fid), np.nan), np.full(len(fid), np.nan), None
    file, export = getattr(source, "file", None), getattr(source, "export", None)
    found = None
    # Of lines and polygons the fields alone are read so: their places are worked out by QGIS.
    if file is not None and (not points or has_points_or_nothing(source)) and arrow.can_read(file, names):
        found = arrow.read(file, names, feedback, points=points, identifiers=identifiers)
    elif arrow_iterator.can_read(source, names, points=points):
        request = request_for(_indexes(source, names), geometry=points)
        found = arrow_iterator.read(source, names, request, feedback, points=points)
    elif export is not None and set(names) <= set(export.fields):
        found = export.read(source, names, feedback, points=points)
    return None if found is None else (*found, None)


def _indexes(source, names):
    return [source.fields().lookupField(name) for name in names]


def _read_features(source, names, feedback, points):
    if points and QgsWkbTypes.flatType(source.wkbType()) == QgsWkbTypes.Type.Point:
        try:
            return _read_rows(source, names, feedback, points, _single_points)
        except _NoSinglePoint:
            pass
    return _read_rows(source, names, feedback, points, _parts)


def _read_rows(source, names, feedback, points, add_places):
    indexes = _indexes(source, names)
    fids, xs, ys, counts, invalid, columns = [], [], [], [], [], [[] for _ in names]
    fields = [(column.append, index) for column, index in zip(columns, indexes)]
    for feature in features_of(source, indexes, geometry=points, feedback=feedback):
        fids.append(feature.id())
        for append, index in fields:
            append(feature[index])
        if points and add_places(feature.geometry(), xs, ys, counts):
            invalid.append(feature.id())
    _warn_of_invalid(source, invalid, feedback)
    fid = np.array(fids, dtype=np.int64)
    typed = {
        name: _typed(column, kind_of(source.fields().at(index)))
        for name, column, index in zip(names, columns, indexes)
    }
    if not points:
        return fid, typed, None, None, None
    share = None
    if counts:
        counts = np.array(counts, dtype=np.int64)
        row = np.repeat(np.arange(fid.size), counts)
        fid, typed = fid[row], {name: column[row] for name, column in typed.items()}
        share = 1.0 / counts[row]
    return fid, typed, np.array(xs), np.array(ys), share


class _NoSinglePoint(Exception):  # noqa: N818
    """A layer of points holds another geometry; formats do not enforce the type of a layer."""


def _single_points(geometry, xs, ys, counts):
    """Add the coordinates of a point: numbers only, because a list of a million objects slows Python down."""
    try:
        point = geometry.asPoint()
    except ValueError:
        xs.append(np.nan)
        ys.append(np.nan)
        return
    except TypeError:
        raise _NoSinglePoint from None
    xs.append(point.x())
    ys.append(point.y())


def _parts(geometry, xs, ys, counts):
    """Add the parts of a multipoint, or the centroid of a line or polygon, and how many they are.

    Returns
    -------
    bool
        Whether there is a geometry, but an invalid one.
    """
    shape = whole(geometry)
    found = [] if shape is None else _places(shape)
    xs += [point.x() for point in found] or [np.nan]
    ys += [point.y() for point in found] or [np.nan]
    counts.append(max(len(found), 1))
    return not found and not geometry.isEmpty()


def _places(shape):
    if shape.type() == QgsWkbTypes.GeometryType.PointGeometry:
        return shape.asMultiPoint() if shape.isMultipart() else [shape.asPoint()]
    centroid = shape.centroid() if shape.isGeosValid() else None
    return [] if centroid is None or centroid.isEmpty() else [centroid.asPoint()]


def _typed(values, kind):
    """The column of a field as the Arrow stream gives it."""
    if kind == "string":
        texts = [value if value.__class__ is str else None for value in values]
        return Texts.of(texts)
    if kind == "double":
        return np.array(
            [value if value.__class__ is float else _number(value) for value in values], dtype=float
        )
    if kind in ("int", "long"):
        missing = np.array([value.__class__ is not int for value in values], dtype=bool)
        return Integers(
            np.array([value if value.__class__ is int else 0 for value in values], dtype=np.int64), missing
        )
    objects = np.empty(len(values), dtype=object)
    objects[:] = [None if is_null(value) else python_moment(value) for value in values]
    return objects


def _warn_of_far(source, fid, far, feedback):
    if far.any():
        reason = translate(
            "ClusterBelt",
            "Layer “{layer}”: rows with coordinates of 1e30 or more, treated as having no geometry",
        )
        warn_of_rows(feedback, reason.format(layer=source.sourceName()), fid[far])


def _warn_of_damage(source, fid, feedback):
    """Say where a file gives fewer rows than it announces: drivers end at a broken page without a word."""
    announced = getattr(source, "announced", 0)
    # Entries of one row, such as the parts of a multipoint, follow each other.
    found = len(fid) and 1 + int(np.count_nonzero(np.diff(fid)))
    if found < announced:
        text = translate(
            "ClusterBelt",
            "Layer “{layer}”: the file is damaged. Rows that can be read: {found} of {announced}. Repair it, or use a "
            "copy that is whole.",
        )
        feedback.pushWarning(text.format(layer=source.sourceName(), found=found, announced=announced))


def _warn_of_invalid(source, fids, feedback):
    reason = translate(
        "ClusterBelt", "Layer “{layer}”: invalid geometries, treated as missing; repair them first"
    )
    warn_of_rows(feedback, reason.format(layer=source.sourceName()), fids)


def _number(value):
    return np.nan if is_null(value) else float(value)


def _mend_texts(source, fid, typed, feedback):
    """Cut texts that are no names any more, leave out halves of characters, and name the rows."""
    for name, column in typed.items():
        if isinstance(column, Texts):
            typed[name], changed = mended(column)
            reason = translate(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”: texts longer than {count} characters, or with half a character, are "
                "read without the rest",
            )
            reason = reason.format(layer=source.sourceName(), field=name, count=LONGEST)
            warn_of_rows(feedback, reason, np.unique(fid[changed]))


def _refuse_compounds(source, typed):
    for name, column in typed.items():
        plain = not isinstance(column, np.ndarray) or column.dtype != object
        if not plain and any(isinstance(value, _COMPOUND) for value in column):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”, field “{field}” holds lists or binary data. Choose another field, or "
                    "convert it to text with the field calculator.",
                ).format(layer=source.sourceName(), field=name)
            )


def _refuse_far_dates(source, fid, typed):
    for name, column in typed.items():
        if kind_of(source.fields().field(name)) not in ("date", "datetime"):
            continue
        far = next((row for row, value in enumerate(column) if isinstance(value, str)), None)
        if far is not None:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”, field “{field}”, row {row}: the date {date} lies outside the years 1 to 9999. "
                    "Correct the cell or choose another field.",
                ).format(layer=source.sourceName(), field=name, row=fid[far], date=column[far])
            )
