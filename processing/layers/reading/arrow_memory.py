"""Arrow batches in memory, as https://arrow.apache.org/docs/format/CDataInterface.html lays them out."""

import ctypes

import numpy as np

NUMBERS = {b"i": np.int32, b"l": np.int64, b"g": np.float64}
TEXT, BINARY = b"u", b"z"
# Bytes of a text up to which all texts of a batch have the width of its widest.
WIDE = 4096


class Schema(ctypes.Structure):
    """What the columns of a batch are."""


class Array(ctypes.Structure):
    """A batch, or a column of one."""


Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
]
Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))),
]


def columns_of(schema_address, array_address):
    """Return the columns of a batch as (name, format, `Array`)."""
    schema, array = Schema.from_address(schema_address), Array.from_address(array_address)
    return [
        (
            schema.children[i].contents.name.decode("utf-8"),
            schema.children[i].contents.format,
            array.children[i].contents,
        )
        for i in range(schema.n_children)
    ]


def formats_of(schema_address):
    """Return the formats of the columns."""
    schema = Schema.from_address(schema_address)
    return [schema.children[i].contents.format for i in range(schema.n_children)]


def length_of(array_address):
    """Return the rows of a batch."""
    return Array.from_address(array_address).length


def is_wide(kind, array):
    """Tell whether a column has a text for which all others of its batch would get too wide."""
    if kind != TEXT or not array.length:
        return False
    return bool(np.diff(_ends(array)).max() > WIDE)


def copied(kind, array):
    """Copy a column out of a batch; texts are bytes, of one width unless one of them is wide."""
    start, end = array.offset, array.offset + array.length
    missing = np.zeros(array.length, dtype=bool)
    if array.null_count != 0 and array.buffers[0]:
        bits = np.unpackbits(_buffer(array.buffers[0], np.uint8, -(-end // 8)), bitorder="little")
        missing = bits[start:end] == 0
    if kind in NUMBERS:
        values = _buffer(array.buffers[1], NUMBERS[kind], end)[start:]
        return np.ma.MaskedArray(values.copy(), mask=missing)
    wide, ends = is_wide(kind, array), _ends(array).tolist()
    data = ctypes.string_at(array.buffers[2], ends[-1]) if ends[-1] else b""
    cells = [data[first:last] for first, last in zip(ends, ends[1:])]
    values = np.array(cells, dtype=bytes if kind == TEXT and not wide else object)
    return np.ma.MaskedArray(values, mask=missing)


def _ends(array):
    """Where the texts of a column begin and end."""
    return _buffer(array.buffers[1], np.int32, array.offset + array.length + 1)[array.offset :]


def _buffer(address, dtype, size):
    if not size:
        return np.zeros(0, dtype=dtype)
    return np.ctypeslib.as_array((np.ctypeslib.as_ctypes_type(dtype) * size).from_address(address))
