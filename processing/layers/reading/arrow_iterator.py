"""Read any source by columns where QGIS itself makes Arrow batches of its features (QGIS 4).

The batches are structures in memory as https://arrow.apache.org/docs/format/CDataInterface.html lays them out.
"""

import ctypes

import numpy as np
from qgis.core import QgsFields, QgsWkbTypes

from ...compat import ArrowIterator, kind_of
from .batches import join
from .memory import RowIds

_BATCH = 8192
_NUMBERS = {b"i": np.int32, b"l": np.int64, b"g": np.float64}
_BYTES = (b"u", b"z")


class _Schema(ctypes.Structure):
    pass


class _Array(ctypes.Structure):
    pass


_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(_Schema))),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(_Array))),
]


def can_read(source, fields, *, points):
    """Tell whether QGIS makes batches, and whether those of these fields are understood here."""
    if (
        ArrowIterator is None
        or getattr(source, "hides", False)
        or (points and QgsWkbTypes.flatType(source.wkbType()) != QgsWkbTypes.Type.Point)
    ):
        return False
    return all(kind_of(source.fields().field(name)) in ("int", "long", "double", "string") for name in fields)


def read(source, fields, request, feedback, *, points):
    """Read what a request asks of a source that `can_read`; None where a geometry is no single point.

    Parameters
    ----------
    source : QgsFeatureSource
    fields : list of str
    request : QgsFeatureRequest
    feedback : QgsProcessingFeedback
    points : bool
        Whether coordinates are wanted.

    Returns
    -------
    fid : memory.RowIds
    columns, x, y
        As `batches.join` gives them.
    """
    fields = list(dict.fromkeys(fields))
    asked = QgsFields()
    for name in fields:
        asked.append(source.fields().field(name))
    schema = ArrowIterator.inferSchema(asked, points)
    formats = _formats(schema)
    if not set(formats) <= {*_NUMBERS, *_BYTES}:
        return None
    iterator = ArrowIterator(source.getFeatures(request))
    iterator.setSchema(schema)
    kinds = {name: kind_of(asked.field(name)) for name in fields}
    sizes = []
    found = join(
        _batches(iterator, formats, fields, sizes), kinds, source.featureCount(), feedback, points=points
    )
    return None if found is None else (RowIds(source, sum(sizes)), *found)


def _batches(iterator, formats, fields, sizes):
    while True:
        batch = iterator.nextFeatures(_BATCH)
        if not batch.isValid():
            return
        array = _Array.from_address(batch.cArrayAddress())
        columns = [_column(array.children[i].contents, kind) for i, kind in enumerate(formats)]
        sizes.append(array.length)
        # The columns are copies: the memory of the batch goes with it.
        yield array.length, dict(zip(fields, columns)), columns[-1] if len(columns) > len(fields) else None


def _formats(schema):
    found = _Schema.from_address(schema.cSchemaAddress())
    return [found.children[i].contents.format for i in range(found.n_children)]


def _column(array, kind):
    """Copy a column out of a batch."""
    start, end = array.offset, array.offset + array.length
    missing = np.zeros(array.length, dtype=bool)
    if array.null_count != 0 and array.buffers[0]:
        bits = np.unpackbits(_buffer(array.buffers[0], np.uint8, -(-end // 8)), bitorder="little")
        missing = bits[start:end] == 0
    if kind in _NUMBERS:
        values = _buffer(array.buffers[1], _NUMBERS[kind], end)[start:]
        return np.ma.MaskedArray(values.copy(), mask=missing)
    ends = _buffer(array.buffers[1], np.int32, end + 1)[start:].tolist()
    data = ctypes.string_at(array.buffers[2], ends[-1]) if ends[-1] else b""
    cells = [data[first:last] for first, last in zip(ends, ends[1:])]
    values = np.array(cells, dtype=bytes if kind == b"u" else object)
    return np.ma.MaskedArray(values, mask=missing)


def _buffer(address, dtype, size):
    if not size:
        return np.zeros(0, dtype=dtype)
    return np.ctypeslib.as_array((np.ctypeslib.as_ctypes_type(dtype) * size).from_address(address))
