"""Fit rows to what a format can hold: names that it keeps for itself, types that it has not, texts that are too long."""

from collections import Counter

from qgis.core import QgsField, QgsFields, QgsJsonUtils

from ...compat import is_compound, is_null, kind_of, make_field, qt_moment, translate

# Bytes of a text in a .dbf or .dat file.
_LONGEST = {"ESRI Shapefile": 254, "MapInfo File": 254}
_MOMENTS = ("date", "time", "datetime")
# A column that is called like SQLite's numbers of the rows hides them, and GDAL then finds neither.
_RESERVED = {"SQLite": ("ogc_fid", "geometry", "rowid", "_rowid_", "oid")}
# Formats in which QGIS makes a time without date a text, and loses it or its thousandths.
_WITHOUT_TIMES = ("FlatGeobuf", "GPKG")


def free_name(name, taken):
    """Return the name, or name_2, name_3 … the first that is not taken (all in lower case)."""
    if name.lower() not in taken:
        return name
    number = 2
    while f"{name}_{number}".lower() in taken:
        number += 1
    return f"{name}_{number}"


class Fitting:
    """Fits the rows of one output.

    Parameters
    ----------
    fields : QgsFields
    driver : str
        OGR's name of the format.
    simple : bool
        Whether fields of lists become texts and fields of binary data are left out.
    geometry : str, optional
        The column of the geometries in a table of PostgreSQL, which no field is called like.

    Attributes
    ----------
    fields : QgsFields
        Those that are written.
    """

    def __init__(self, fields, driver, *, simple, geometry=""):
        self.fields, self._left_out, self._as_text, self._renamed = QgsFields(), [], [], []
        self._cells, self._cut, self._times = [], Counter(), []
        self._longest = _LONGEST.get(driver)
        taken, reserved = (
            {name.lower() for name in fields.names()},
            _RESERVED.get(driver, (geometry.lower(),)),
        )
        for index, field in enumerate(fields):
            field = self._typed(QgsField(field)) if simple and is_compound(field) else QgsField(field)
            if field is None:
                continue
            if field.name().lower() in reserved:
                field.setName(free_name(field.name(), taken))
                self._renamed.append(f"{fields.at(index).name()} → {field.name()}")
            if kind_of(field) == "time" and driver in _WITHOUT_TIMES:
                self._times.append(len(self._cells))
                field = _text_field(field)
            self._cells.append(index)
            self.fields.append(field)
        self._texts = [i for i, field in enumerate(self.fields) if kind_of(field) == "string"]
        self._moments = [i for i, field in enumerate(self.fields) if kind_of(field) in _MOMENTS]
        self._numbers = [i for i, field in enumerate(self.fields) if kind_of(field) == "double"]
        self._changes = bool(self._as_text or self._left_out)

    def columns(self, columns):
        """Return columns of cells, lists, as they are written."""
        if self._changes:
            columns = [
                list(map(_in_json, columns[i])) if field.name() in self._as_text else columns[i]
                for i, field in zip(self._cells, self.fields)
            ]
        for i in self._times:
            columns[i] = list(map(_clock, columns[i]))
        for i in self._moments:
            columns[i] = list(map(qt_moment, columns[i]))
        for i in self._numbers:
            columns[i] = list(map(_finite, columns[i]))
        if self._longest:
            for i in self._texts:
                columns[i] = [self._short(text, self.fields.at(i).name()) for text in columns[i]]
        return columns

    def changes(self):
        """Return what was changed, a sentence a kind."""
        said = [
            translate(
                "ClusterBelt", "Field “{field}”: texts cut to the {bytes} bytes of the format: {count}."
            ).format(field=name, count=count, bytes=self._longest)
            for name, count in self._cut.items()
        ]
        for names, text in (
            (self._left_out, translate("ClusterBelt", "Fields of binary data, left out: {fields}.")),
            (self._as_text, translate("ClusterBelt", "Fields of lists, written as texts: {fields}.")),
            (
                [self.fields.at(i).name() for i in self._times],
                translate("ClusterBelt", "Fields of times of day, written as texts: {fields}."),
            ),
            (self._renamed, translate("ClusterBelt", "Fields with changed names: {fields}.")),
        ):
            if names:
                said.append(text.format(fields=", ".join(names)))
        return said

    def _typed(self, field):
        if kind_of(field) == "binary":
            self._left_out.append(field.name())
            return None
        self._as_text.append(field.name())
        return _text_field(field)

    def _short(self, text, name):
        """Cut a text to whole characters."""
        if not isinstance(text, str) or len(text) * 4 <= self._longest:
            return text
        whole = text.encode("utf-8", "replace")
        if len(whole) <= self._longest:
            return text
        self._cut[name] += 1
        return whole[: self._longest].decode("utf-8", "ignore")


def _text_field(field):
    text = make_field(field.name(), "string")
    text.setAlias(field.alias())
    return text


def _clock(value):
    """A time of day as text, with thousandths of a second where it has some."""
    time = qt_moment(value)
    if is_null(time) or not time.isValid():
        return None
    return time.toString("HH:mm:ss.zzz" if time.msec() else "HH:mm:ss")


def _finite(number):
    """Return a number; None for NaN and infinite ones, which formats keep in ways that no program reads alike."""
    return None if number.__class__ is float and number - number != 0.0 else number


def _in_json(value):
    return None if is_null(value) else QgsJsonUtils.encodeValue(value)
