"""Read any source by columns where QGIS itself makes Arrow batches of its features (QGIS 4)."""

from qgis.core import QgsFields, QgsWkbTypes

from ...compat import ArrowIterator, kind_of
from .arrow_memory import BINARY, NUMBERS, TEXT, columns_of, copied, formats_of, length_of
from .batches import join
from .memory import RowIds

_BATCH = 8192


def can_read(source, fields, *, points):
    """Tell whether QGIS makes batches, and whether those of these fields are understood here."""
    if (
        ArrowIterator is None
        or getattr(source, "hides", False)
        # Nobody would hear where the connection fails.
        or getattr(source, "database", None) is not None
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
    if not set(formats_of(schema.cSchemaAddress())) <= {*NUMBERS, TEXT, BINARY}:
        return None
    iterator = ArrowIterator(source.getFeatures(request))
    iterator.setSchema(schema)
    kinds = {name: kind_of(asked.field(name)) for name in fields}
    sizes = []
    found = join(
        _batches(iterator, schema, fields, sizes), kinds, source.featureCount(), feedback, points=points
    )
    return None if found is None else (RowIds(source, sum(sizes)), *found)


def _batches(iterator, schema, fields, sizes):
    while True:
        batch = iterator.nextFeatures(_BATCH)
        if not batch.isValid():
            return
        # The columns are copies: the memory of the batch goes with it.
        columns = columns_of(schema.cSchemaAddress(), batch.cArrayAddress())
        cells = [copied(kind, array) for _, kind, array in columns]
        sizes.append(length_of(batch.cArrayAddress()))
        yield sizes[-1], dict(zip(fields, cells)), cells[-1] if len(cells) > len(fields) else None
