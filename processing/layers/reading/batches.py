"""Join the batches of an Arrow stream into columns, and ask for cancel between them."""

import numpy as np

from ...analysis.typed_columns import Integers
from ..feedback import stop_if_cancelled
from .pieces import Pieces
from .points_wkb import coordinates
from .texts import IdentifierColumn, TextColumn


def join(batches, kinds, total, feedback, *, points):
    """Join batches.

    Parameters
    ----------
    batches : iterable of (int, dict of str to (n,) array, (n,) array of bytes or None)
        Rows, fields and points in well-known binary of each batch; what is masked is null.
    kinds : dict of str to str
        The fields: int, long, double, string or identifier.
    total : int
        Rows that are expected.
    feedback : QgsProcessingFeedback
    points : bool
        Whether coordinates are wanted.

    Returns
    -------
    columns : dict of str to array
        float64 with NaN for null, `Integers`, `Texts` in the order of first appearance, or Identifiers.
    x, y : (N,) float64 or None
    None where a geometry is no single point.
    """
    collectors = {name: _COLLECTORS[kind]() for name, kind in kinds.items()}
    places, count = Pieces(np.zeros((2, 0))), 0
    for size, values, wkb in batches:
        stop_if_cancelled(feedback)
        for name, collector in collectors.items():
            collector.add(values[name])
        if points:
            found = coordinates(wkb)
            if found is None:
                return None
            places.append(found)
        count += size
        feedback.setProgress(100.0 * count / max(total, 1))
    columns = {}
    for name, collector in collectors.items():
        stop_if_cancelled(feedback)
        columns[name] = collector.finish()
    stop_if_cancelled(feedback)
    x, y = places.joined() if points else (None, None)
    return columns, x, y


class _Floats:
    def __init__(self):
        self._parts = Pieces(np.zeros(0))

    def add(self, values):
        self._parts.append(np.ma.filled(values.astype(float), np.nan))

    def finish(self):
        return self._parts.joined()


class _Integers:
    def __init__(self):
        self._parts, self._masks = Pieces(np.zeros(0, dtype=np.int64)), Pieces(np.zeros(0, dtype=bool))

    def add(self, values):
        self._parts.append(np.ma.getdata(values).astype(np.int64))
        self._masks.append(np.ma.getmaskarray(values))

    def finish(self):
        return Integers(self._parts.joined(), self._masks.joined())


_COLLECTORS = {
    "int": _Integers,
    "long": _Integers,
    "double": _Floats,
    "string": TextColumn,
    "identifier": IdentifierColumn,
}
