"""Build a column of texts batch by batch: each distinct text is decoded once."""

import numpy as np

from ...analysis.distinct import equal_rows, number_values
from ...analysis.identifiers import Identifiers, words_of
from ...analysis.text import BYTE_ORDER_MARK
from ...analysis.typed_columns import Texts
from .pieces import Pieces

_WIDEST = 64
# Characters of a text that are read: no name, industry or id is longer, and what looks into texts takes its time.
LONGEST = 10_000


class TextColumn:
    """Collects batches of UTF-8 and gives `Texts` in the order of first appearance.

    The texts of a batch have a fixed width, or are objects where that would take too much memory (GDAL 3.8).
    """

    def __init__(self):
        self._codes, self._distinct = Pieces(np.zeros(0, dtype=np.int32)), [np.zeros(0, dtype="S1")]
        self._size = 0

    def add(self, values):
        """Add a batch; masked entries are null."""
        texts, missing = np.ma.getdata(values), np.ma.getmaskarray(values)
        codes, first = _factorise_known(texts, missing) if missing.any() else _factorise(texts)
        self._codes.append(np.where(missing, -1, codes + self._size).astype(np.int32))
        self._distinct.append(texts[first])
        self._size += len(first)

    def finish(self):
        """Return the column."""
        numbers, distinct = _merged(self._distinct)
        codes = np.append(numbers, -1).astype(np.int32)[self._codes.joined()]
        return Texts(codes, distinct)


class IdentifierColumn:
    """Collects batches of texts that are mostly different, and gives `Identifiers` where it can.

    Where a text is null, long or not ASCII it gives what a `TextColumn` does.
    """

    def __init__(self):
        self._parts, self._texts = Pieces(np.zeros(0, dtype="S1")), None

    def add(self, values):
        """Add a batch; masked entries are null."""
        if self._texts is None and not _is_plain(values):
            self._texts = TextColumn()
            self._texts.add(self._parts.joined())
        if self._texts is None:
            self._parts.append(np.ma.getdata(values))
        else:
            self._texts.add(values)

    def finish(self):
        """Return the column."""
        if self._texts is not None:
            return self._texts.finish()
        return Identifiers(self._parts.joined())


def mended(column):
    """Return `Texts` without texts that nothing can be done with, and which entries have changed.

    Texts longer than `LONGEST` are cut; halves of characters and null characters, which no file and no page can
    hold, are left out. Marks of the byte order in front, which QGIS drops from every file, are no change.
    """
    texts, joined = column.distinct.tolist(), "".join(column.distinct)
    is_marked = BYTE_ORDER_MARK in joined
    if max(map(len, texts), default=0) <= LONGEST and _is_whole(joined) and not is_marked:
        return column, np.zeros(len(column), dtype=bool)
    if is_marked:
        texts = [text.lstrip(BYTE_ORDER_MARK) for text in texts]
    whole = [_whole(text[:LONGEST]) for text in texts]
    changed = np.array([one != other for one, other in zip(whole, texts)], dtype=bool)
    kept = Texts.of(whole)
    codes = np.append(kept.codes, -1)[column.codes]
    return Texts(codes, kept.distinct), np.append(changed, False)[column.codes]


def _whole(text):
    return text if _is_whole(text) else text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")


def _is_whole(text):
    if "\0" in text:
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_plain(values):
    texts = np.ma.getdata(values)
    if np.ma.is_masked(values) or texts.dtype == object or texts.dtype.itemsize > _WIDEST:
        return False
    return not (np.ascontiguousarray(texts).view(np.uint8) & 0x80).any()


def _merged(parts):
    """Number the texts of all batches by first appearance, and decode the distinct ones."""
    if any(part.dtype == object or part.dtype.itemsize > _WIDEST for part in parts):
        return number_values(np.array([text for part in parts for text in _decoded(part)], dtype=object))
    texts = np.concatenate(parts)
    numbers, first = _factorise(texts)
    texts = texts[first]
    if not (texts.view(np.uint8) & 0x80).any():
        return numbers, texts.astype(str).astype(object)
    # What is no UTF-8 may become equal when it is decoded.
    again, distinct = number_values(np.array(_decoded(texts), dtype=object))
    return again[numbers], distinct


def _decoded(texts):
    return [text if isinstance(text, str) else text.decode("utf-8", "replace") for text in texts.tolist()]


def _factorise_known(texts, missing):
    """Codes and first positions among the entries that are not null; null gets code 0."""
    known = np.flatnonzero(~missing)
    codes = np.zeros(texts.size, dtype=np.int64)
    inner, first = _factorise(texts[known])
    codes[known] = inner
    return codes, known[first]


def _factorise(texts):
    """Number equal texts by first appearance.

    Up to 64 bytes they are compared as machine words, which is several times faster than as objects.

    Returns
    -------
    codes : (n,) int64
    first : (k,) int64
        Position of the first entry of each code.
    """
    if texts.dtype == object or texts.dtype.itemsize > _WIDEST:
        return equal_rows(number_values(texts)[0])
    return equal_rows(*words_of(texts))
