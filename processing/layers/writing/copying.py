"""Write rows that keep the fields of a source and get new ones."""

from itertools import islice

import numpy as np

from ...analysis.distinct import nulls
from ...compat import is_null
from ..reading.source_rows import rows_of
from .sinks import AT_ONCE, Sink, kept_fields

# Types whose values QGIS takes as they are.
_PLAIN = {str, int, bool, type(None)}


def write_rows(output, source, fids, added, rows, wkb_type, crs, geometry, feedback):
    """Write one output, a row for each of `rows`.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    source : sources.Source
        Read a second time; the rows are found by their ids.
    fids : sequence of int
        Ids of the source rows in the order of the first reading.
    added : QgsFields
        New fields; they replace fields of the source of the same name.
    rows : (sequence of int, list of list)
        Position of each source row in `fids`, not decreasing, and the cells of each of `added`.
    wkb_type, crs
        Of the output.
    geometry : function of (number of the row, QgsGeometry or None)
        Returns its geometry or None; given that of the source row.
    feedback : QgsProcessingFeedback

    Returns
    -------
    dict
        The output.
    """
    positions, columns = rows
    kept, fields = kept_fields(source.fields(), added)
    given = _at(positions, rows_of(source, fids, kept, feedback))
    sink = Sink(*output, fields, wkb_type, crs)
    for start in range(0, len(positions), AT_ONCE):
        part = list(islice(given, AT_ONCE))
        own = zip(*(attributes for attributes, _ in part))
        new = (column[start : start + AT_ONCE] for column in columns)
        geometries = [geometry(number, shape) for number, (_, shape) in enumerate(part, start)]
        sink.write_columns([*map(list, own), *new], geometries)
    return sink.results()


def _at(positions, given):
    """Yield the rows at some positions, which do not decrease."""
    given = enumerate(given)
    position, row = next(given, (-1, None))
    for wanted in positions:
        while position < wanted:
            position, row = next(given)
        yield row


def plain(column):
    """Return a column as QGIS takes it: a list of Python values, None for null and NaN."""
    values = np.asarray(column)
    if values.dtype == object:
        cells = values.tolist()
        if set(map(type, cells)) <= _PLAIN:
            return cells
    if values.dtype.kind in "OfM":
        missing = nulls(values)
        if missing.any():
            values = values.astype(object)
            values[missing] = None
    return values.tolist()


def nullable(value):
    """Values of numpy as QGIS takes them: NaN and NULL become None."""
    if value is None or is_null(value) or value != value:
        return None
    return value.item() if hasattr(value, "item") else value


def finite(value):
    """As `nullable`; infinite numbers become None, too."""
    return None if value in (np.inf, -np.inf) else nullable(value)
