"""Workbooks of Excel 97–2003 (.xls), made byte by byte: one sheet of texts and numbers."""

import struct

_SECTOR = 512
# A stream below this size would be kept among small ones.
_LEAST = 4096
_END, _FREE, _TABLE, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_BOF, _EOF, _CODEPAGE, _BOUNDSHEET, _SST = 0x0809, 0x000A, 0x0042, 0x0085, 0x00FC
_DIMENSION, _NUMBER, _LABELSST = 0x0200, 0x0203, 0x00FD


def write_xls(path, rows):
    """Write rows of texts, numbers and None (an empty cell)."""
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    path.write_bytes(_compound(_workbook(rows, texts)))


def _workbook(rows, texts):
    sheet = _record(_BOF, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0x07CC, 0, 6))
    width = max(map(len, rows), default=0)
    sheet += _record(_DIMENSION, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if isinstance(cell, str):
                sheet += _record(_LABELSST, struct.pack("<HHHI", y, x, 0, texts.index(cell)))
            elif cell is not None:
                sheet += _record(_NUMBER, struct.pack("<HHHd", y, x, 0, cell))
    sheet += _record(_EOF)
    cells = sum(isinstance(cell, str) for row in rows for cell in row)
    strings = struct.pack("<II", cells, len(texts))
    strings += b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    before = _record(_BOF, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0x07CC, 0, 6))
    before += _record(_CODEPAGE, struct.pack("<H", 1200))
    name = b"Sheet1"
    after = _record(_SST, strings) + _record(_EOF)
    start = len(before) + 4 + 8 + len(name) + len(after)
    bound = struct.pack("<IHBB", start, 0, len(name), 0) + name
    return before + _record(_BOUNDSHEET, bound) + after + sheet


def _record(kind, data=b""):
    return struct.pack("<HH", kind, len(data)) + data


def _compound(stream):
    """Return a compound file: table of sectors, directory, and one stream called Workbook."""
    stream = stream.ljust(_LEAST, b"\0")
    count = -(-len(stream) // _SECTOR)
    stream = stream.ljust(count * _SECTOR, b"\0")
    assert count + 2 <= _SECTOR // 4
    table = [_TABLE, _END, *range(3, count + 2), _END]
    table += [_FREE] * (_SECTOR // 4 - len(table))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHH6x", 0x003E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _NONE, 2, len(stream))
    directory = entries + _entry("", 0, _NONE, 0, 0) * 2
    return header + struct.pack(f"<{_SECTOR // 4}I", *table) + directory + stream


def _entry(name, kind, child, start, size):
    text = (name + "\0").encode("utf-16-le") if name else b""
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB", len(text), kind, 1)
        + struct.pack("<III", _NONE, _NONE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
