"""Reading a matched layer a slice at a time."""

from collections import Counter
from itertools import islice, repeat
from typing import Any, NamedTuple, Optional

from qgis.core import QgsFeatureRequest, QgsProcessingFeedback

from ...processing.analysis.fields import CB_CITY, CB_CITYCD, CB_REASON, CB_RESBY, CB_ROW
from ...processing.analysis.guessing import NAMES, naming_field
from ...processing.cartography.counts import STATUS_FIELD
from ...processing.compat import is_null

CITY_FIELD = CB_CITY
_ROWS_AT_ONCE = 200


class MatchRow(NamedTuple):
    """What the dock shows of a feature; None for a null or a missing field."""

    feature_id: int
    name: Any
    city: Any
    status: Optional[str]
    reason: Optional[str]
    class_value: Any
    key: Any = None
    code: Any = None
    read_by: Any = None


class FieldNames(NamedTuple):
    """The fields of a layer from which the values of a `MatchRow` come, '' for one that it lacks."""

    name: str
    city: str
    status: str
    reason: str
    class_value: str
    key: str
    code: str
    read_by: str

    @classmethod
    def of(cls, layer, class_field):
        """Return the fields of a matched layer that is counted by a field, or by none."""
        names = (name_field_of(layer), CITY_FIELD, STATUS_FIELD, CB_REASON, class_field, CB_ROW)
        names = (*names, CB_CITYCD, CB_RESBY)
        return cls(*(name if name and layer.fields().lookupField(name) >= 0 else "" for name in names))


def read_rows(layer, class_field):
    """Read the rows of a layer; yields nothing now and then, and returns a list of `MatchRow`."""
    rows, pending = [], _rows_of(layer, class_field)
    while True:
        yield
        read = list(islice(pending, _ROWS_AT_ONCE))
        rows.extend(read)
        if len(read) < _ROWS_AT_ONCE:
            return rows


def name_field_of(layer):
    """Return the field that names a cluster; '' if there is none."""
    return naming_field(layer.fields().names()) or _called(layer, (CB_ROW, *NAMES["id"]))


def cluster_of_row(key):
    """Return the id of a cluster, of which a key of its rows is made: 7 of 7#1."""
    return str(key).rpartition("#")[0] or str(key)


def unshared_names(rows):
    """Return what rows are called that have no name but their key, by key: the number is for rows of shared clusters.

    Parameters
    ----------
    rows : list of MatchRow
    """
    if not rows or rows[0].key is None or rows[0].name != rows[0].key:
        return {}
    clusters = [cluster_of_row(row.key) for row in rows]
    number = Counter(clusters)
    return {row.key: cluster for row, cluster in zip(rows, clusters) if number[cluster] == 1}


def class_field_in(layer):
    """Return the field that tells the class of a cluster, known by its name or its end (认定批次); '' if there is none."""
    # Chinese words end names; what ends so in English is often something else.
    ends = tuple(name for name in NAMES["class"] if not name.isascii())
    return _called(layer, NAMES["class"]) or _ending(layer.fields().names(), ends)


def _called(layer, names):
    """Return the field that has one of some names, the first name first, as it is written; '' for none."""
    fields = layer.fields()
    places = (fields.lookupField(name) for name in names)
    return next((fields.at(place).name() for place in places if place >= 0), "")


def _ending(fields, ends):
    return next((name for name in fields if name.casefold().endswith(ends)), "")


def _rows_of(layer, class_field):
    names = FieldNames.of(layer, class_field)
    present = [name for name in dict.fromkeys(names) if name]
    return _by_columns(layer, names, present) or _by_features(layer, names, present)


def _by_columns(layer, names, present):
    """Rows of a plain file, read in one go; None where features must be asked for."""
    from ...processing.analysis.typed_columns import as_objects
    from ...processing.layers.reading import arrow
    from ...processing.layers.reading.sources import plain_file

    file = None if layer.isModified() else plain_file(layer)
    if file is None or not arrow.can_read(file, present):
        return None
    found = arrow.read(file, present, QgsProcessingFeedback(), points=False)
    if found is None:
        return None
    fid, typed, *_ = found
    columns = {name: as_objects(typed[name]).tolist() for name in present}
    return map(MatchRow, fid.tolist(), *(columns.get(name, repeat(None)) for name in names))


def _by_features(layer, names, present):
    fields = layer.fields()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted({fields.lookupField(name) for name in present}))
    indices = [fields.lookupField(name) if name in present else None for name in names]
    for feature in layer.getFeatures(request):
        values = [None if index is None else feature[index] for index in indices]
        # Most values are text, which is never null: the test of the others costs more than the reading.
        yield MatchRow(
            feature.id(), *(value if type(value) is str or not is_null(value) else None for value in values)
        )
