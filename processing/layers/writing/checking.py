"""Read back what was written: no row is lost in silence, and what a format changes is said."""

from collections import Counter
from itertools import count
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsProcessingException

from ...compat import is_null, kind_of, translate
from .replacing import little_room, not_written

# They keep every value as it is, so that rows are counted only; the first knows how many it holds.
_COUNTED = ("GPKG",)
_EXACT = (*_COUNTED, "FlatGeobuf")
# What formats put in front of the fields.
_ADDED = ("gml_id",)
_NUMBERS = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
# What a field of each kind is in a file that keeps its type.
_TYPES = {
    **dict.fromkeys(("int", "long", "double", "bool"), _NUMBERS),
    "date": (ogr.OFTDate, ogr.OFTDateTime),
    "time": (ogr.OFTTime,),
    "datetime": (ogr.OFTDateTime,),
}
# Lists and binary data.
_COMPOUND = ("binary", "")
_MOMENTS = ("date", "time", "datetime")
_MOMENT_TYPES = (ogr.OFTDate, ogr.OFTTime, ogr.OFTDateTime)
_PRECISION = 1e-12
# Seconds.
_INSTANT = 5e-4
# Rows that are read before the user is asked whether to stop.
_AT_ONCE = 1000


class Written:
    """The rows of one output, to be compared with what its file holds.

    Parameters
    ----------
    output : str
        Name of the output.
    driver : str
        OGR's name of the format.
    fields : QgsFields
    stop_if_cancelled : callable
        Asked now and then while rows are read.
    """

    def __init__(self, output, driver, fields, stop_if_cancelled):
        self._output, self._driver, self._stop_if_cancelled = output, driver, stop_if_cancelled
        self._fields = [(field.name(), kind_of(field)) for field in fields]
        # A temporary layer, or a database, is not read again.
        self._rows = [] if driver and driver not in _EXACT else None
        self.count = self._places = 0
        # How many cells of each date and time are filled, where rows come back in another order.
        self._filled = Counter()

    def add(self, columns, geometries):
        """Note rows: the cells of each field, and a geometry or None for each row."""
        self.count += len(geometries)
        if self._rows is not None:
            self._rows += zip(*columns)
            self._places += sum(geometry is not None and not geometry.isEmpty() for geometry in geometries)
        elif self._driver and self._driver not in _COUNTED:
            for column, (name, kind) in zip(columns, self._fields):
                if kind in _MOMENTS:
                    self._filled[name] += sum(not is_null(cell) for cell in column)

    def compare(self, path, table, shown):
        """Compare with the data set at a path.

        Parameters
        ----------
        path, table : str
            '' for the only table.
        shown : str
            What messages call the file.

        Returns
        -------
        list of str
            What the format has changed, a sentence a kind.

        Raises
        ------
        QgsProcessingException
            Where rows or fields are lost, or the file cannot be read again.
        """
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            data = _open(path)
            layer = data and (data.GetLayerByName(table) if table else data.GetLayer(0))
            if layer is None:
                raise self._useless(shown, translate("ClusterBelt", "the written file cannot be read"))
            found, changes = self._differences(layer, shown)
            if found != self.count:
                lost = translate("ClusterBelt", "rows are missing: it holds only {found} of {count}")
                more = translate("ClusterBelt", "read again, it has other rows: {found} in place of {count}")
                reason = lost if found < self.count else more
                raise self._useless(shown, reason.format(found=max(found, 0), count=self.count))
            return changes
        finally:
            gdal.PopErrorHandler()

    def _useless(self, shown, reason):
        if little_room(shown):
            return not_written(self._output, shown, reason)
        return QgsProcessingException(
            translate(
                "ClusterBelt",
                "{output}: the format of “{file}” ({format}) cannot hold these rows: {reason}. Nothing was written; "
                "choose a GeoPackage (.gpkg).",
            ).format(output=self._output, file=Path(shown).name, format=self._driver, reason=reason)
        )

    def _differences(self, layer, shown):
        """Return the number of rows of a layer, and what is not as it was written, in words."""
        definition = layer.GetLayerDefn()
        found = [definition.GetFieldDefn(i) for i in range(definition.GetFieldCount())]
        columns = self._columns_among([field.GetName() for field in found], shown)
        types, names = [], []
        lost = [name for (name, _), column in zip(self._fields, columns) if column is None]
        for (name, kind), column in zip(self._fields, columns):
            if column is None:
                continue
            if kind in _TYPES and found[column].GetType() not in _TYPES[kind]:
                types.append(name)
            if found[column].GetName().lower() != name.lower():
                names.append(f"{name} → {found[column].GetName()}")
        if self._driver in _COUNTED:
            return layer.GetFeatureCount(), _listed(names, types, lost, 0)
        if self._rows is None:
            rows, moments = self._lost_moments(layer, columns)
            return rows, [*_counted({"moments": moments}), *_listed(names, types, lost, 0)]
        changed, places = self._changed_cells(layer, columns)
        rows = sum(1 for _ in self._features_of(layer))
        return rows, [*_counted(changed), *_listed(names, types, lost, self._places - places)]

    def _columns_among(self, names, shown):
        """Which column of the file each field is: that of its name, or by its place; None for lost lists and binary data."""
        places = {name.lower(): column for column, name in reversed(list(enumerate(names)))}
        missing = [(name, kind) for name, kind in self._fields if name.lower() not in places]
        if all(kind in _COMPOUND for _, kind in missing):
            return [places.get(name.lower()) for name, _ in self._fields]
        by_place = [name.lower() not in _ADDED for name, _ in self._fields]
        rest = [column for column, name in enumerate(names) if name.lower() not in _ADDED]
        if len(rest) == sum(by_place):
            rest = iter(rest)
            return [
                next(rest) if moved else places[name.lower()]
                for (name, _), moved in zip(self._fields, by_place)
            ]
        reason = translate("ClusterBelt", "it loses the fields {fields}").format(
            fields=", ".join(f"“{name}”" for name, _ in missing)
        )
        raise self._useless(shown, reason)

    def _features_of(self, layer):
        layer.ResetReading()
        for number in count():
            if number % _AT_ONCE == 0:
                self._stop_if_cancelled()
            feature = layer.GetNextFeature()
            if feature is None:
                return
            yield feature

    def _lost_moments(self, layer, columns):
        """Count the rows of a layer, and the dates and times of each field that it has lost."""
        found, filled = 0, Counter()
        moments = [(name, column) for (name, _), column in zip(self._fields, columns) if name in self._filled]
        for feature in self._features_of(layer):
            found += 1
            for name, column in moments:
                filled[name] += feature.IsFieldSetAndNotNull(column)
        return found, self._filled - filled

    def _changed_cells(self, layer, columns):
        """Count the cells of each field that differ: texts, numbers, moments, empty ones that are 0; and the places."""
        texts, numbers, moments, zeros, places = Counter(), Counter(), Counter(), Counter(), 0
        for row, feature in zip(self._rows, self._features_of(layer)):
            shape = feature.GetGeometryRef()
            places += shape is not None and not shape.IsEmpty()
            for value, (name, kind), column in zip(row, self._fields, columns):
                if kind == "string":
                    texts[name] += not _is_text_of(value, feature, column)
                elif kind in ("int", "long", "double"):
                    wrong = not _is_number_of(value, feature, column)
                    (zeros if wrong and is_null(value) else numbers)[name] += wrong
                elif kind in _MOMENTS:
                    moments[name] += not _is_moment_of(value, kind, feature, column)
        return {"texts": +texts, "numbers": +numbers, "moments": +moments, "zeros": +zeros}, places


def _open(path):
    try:
        return gdal.OpenEx(path, gdal.OF_VECTOR)
    except RuntimeError:
        return None


def _is_text_of(value, feature, column):
    return ("" if is_null(value) else str(value)) == (feature.GetFieldAsString(column) or "")


def _is_number_of(value, feature, column):
    """Whether a number came back as itself, up to what fifteen digits leave away."""
    if is_null(value) or value != value:
        return not feature.IsFieldSetAndNotNull(column) or feature.GetFieldAsString(column) in ("", "nan")
    if not feature.IsFieldSetAndNotNull(column):
        return False
    if isinstance(value, int) and feature.GetFieldDefnRef(column).GetType() != ogr.OFTReal:
        return feature.GetFieldAsString(column) == str(value)
    found = feature.GetFieldAsDouble(column)
    return found == value or (isinstance(value, float) and abs(found - value) <= _PRECISION * abs(value))


def _is_moment_of(value, kind, feature, column):
    """Whether a date or time came back as itself; of one that has become a text, whether there is any."""
    if is_null(value) or not value.isValid():
        return feature.GetFieldAsString(column) == ""
    if feature.GetFieldDefnRef(column).GetType() not in _MOMENT_TYPES:
        return feature.GetFieldAsString(column) != ""
    *found, seconds, _ = feature.GetFieldAsDateTime(column)
    day, time = (value.date(), value.time()) if kind == "datetime" else (value, value)
    parts = [] if kind == "time" else [(day.year(), day.month(), day.day()) == tuple(found[:3])]
    if kind != "date":
        parts.append((time.hour(), time.minute()) == tuple(found[3:]))
        parts.append(abs(time.second() + time.msec() / 1000 - seconds) < _INSTANT)
    return all(parts)


def _counted(changed):
    kinds = {
        "texts": translate("ClusterBelt", "Field “{field}”: texts that have changed: {count}."),
        "numbers": translate("ClusterBelt", "Field “{field}”: numbers that are rounded: {count}."),
        "moments": translate("ClusterBelt", "Field “{field}”: dates or times that have changed: {count}."),
        "zeros": translate("ClusterBelt", "Field “{field}”: empty cells that have become 0: {count}."),
    }
    return [
        text.format(field=name, count=count)
        for kind, text in kinds.items()
        for name, count in changed.get(kind, {}).items()
    ]


def _listed(names, types, lost, places):
    said = []
    if names:
        text = translate("ClusterBelt", "Fields with changed names: {fields}.")
        said.append(text.format(fields=", ".join(names)))
    if types:
        text = translate("ClusterBelt", "Fields that lose their type: {fields}.")
        said.append(text.format(fields=", ".join(types)))
    if lost:
        said.append(
            translate("ClusterBelt", "Fields that are lost: {fields}.").format(fields=", ".join(lost))
        )
    if places > 0:
        said.append(translate("ClusterBelt", "Geometries that are lost: {count}.").format(count=places))
    return said
