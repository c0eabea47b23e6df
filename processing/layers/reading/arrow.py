"""Read columns of a plain file through OGR's Arrow stream: no feature object is made."""

import numpy as np
from osgeo import gdal, gdal_array, ogr

from ...analysis.typed_columns import Integers
from .arrow_memory import columns_of, copied, is_wide
from .batches import join
from .pieces import Pieces

# Text has a fixed width within a batch: one long value costs its length for each row of the batch.
_BATCH = 8192
_KINDS = {ogr.OFTInteger: "int", ogr.OFTInteger64: "long", ogr.OFTReal: "double", ogr.OFTString: "string"}


def can_read(file, fields):
    """Tell whether the stream gives these fields of a file exactly as QGIS does (GDAL 3.6 or later)."""
    with _Opened(file) as layer:
        return layer is not None and all(_is_plain(layer, name) for name in fields)


def read(file, fields, feedback, *, points, identifiers=()):
    """Read fields and coordinates of a file that `can_read`; None where a geometry is no single point.

    Parameters
    ----------
    file : sources.PlainFile
    fields : list of str
    feedback : QgsProcessingFeedback
    points : bool
        Whether coordinates are wanted.
    identifiers : collection of str
        Fields of texts that are mostly different.

    Returns
    -------
    fid : (N,) int64
    columns, x, y
        As `batches.join` gives them.
    """
    with _Opened(file) as layer:
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        layer.SetIgnoredFields(
            [name for name in names if name not in fields] + ([] if points else ["OGR_GEOMETRY"])
        )
        layer.SetAttributeFilter(file.filter or None)
        kinds = {
            name: _KINDS[definition.GetFieldDefn(names.index(name)).GetType()]
            for name in fields
            if name in names
        }
        kinds.update((name, "identifier") for name in identifiers if kinds.get(name) == "string")
        fids = Pieces(np.zeros(0, dtype=np.int64))
        try:
            found = join(
                _batches(layer, fids, points), kinds, layer.GetFeatureCount(), feedback, points=points
            )
        except (SystemError, RuntimeError):
            # GDAL 3.10 fails at rows of FlatGeobuf that have no geometry, and at the broken part of a file.
            return None
    if found is None:
        return None
    fid, (columns, x, y) = fids.joined(), found
    # QGIS shows the ids of a GeoPackage as a field, too.
    columns.update((name, _whole_numbers(fid)) for name in fields if name not in names)
    return fid, columns, x, y


def _whole_numbers(values):
    return Integers(values, np.zeros(len(values), dtype=bool))


def _batches(layer, fids, points):
    """Give the batches of a layer, and add the ids of their features to `fids`."""
    fid_column, geometry = _own_columns(layer)
    stream = layer.GetArrowStream(["INCLUDE_FID=YES", f"MAX_FEATURES_IN_BATCH={_BATCH}"])
    schema = stream.GetSchema()
    while (batch := _next_batch(stream, schema)) is not None:
        fid = np.array(batch[fid_column], dtype=np.int64)
        if not fid.size:
            # A FlatGeobuf without rows gives such batches for ever.
            return
        fids.append(fid)
        yield fid.size, batch, batch[geometry] if points else None


def _next_batch(stream, schema):
    """Return the next batch as arrays by name, None at the end.

    GDAL gives all texts of a batch the width of the widest: with one of a megabyte they would not fit into memory,
    so such a batch is copied text by text.
    """
    batch = stream.GetNextRecordBatch()
    if batch is None:
        return None
    columns = columns_of(schema._getPtr(), batch._getPtr())
    if any(is_wide(kind, array) for _, kind, array in columns):
        return {name: copied(kind, array) for name, kind, array in columns}
    # As `GetArrowStreamAsNumPy` does, which hides the widths.
    arrays = gdal_array._RecordBatchAsNumpy(batch._getPtr(), schema._getPtr(), batch)
    return {
        name: np.ma.masked_array(one["data"], one["mask"]) if isinstance(one, dict) else one
        for name, one in arrays.items()
    }


class _Opened:
    """The OGR layer of a file while it is read; None where this GDAL has no such stream."""

    def __init__(self, file):
        self._file, self._data = file, None

    def __enter__(self):
        if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
            return None
        # UTF-8 is asked for, because QGIS decodes Shapefiles by itself.
        options = ["ENCODING=UTF-8"] if self._file.path.lower().endswith((".shp", ".dbf")) else []
        try:
            self._data = gdal.OpenEx(self._file.path, gdal.OF_VECTOR, open_options=options)
        except RuntimeError:
            # Others in this process may have asked GDAL for exceptions.
            return None
        if self._data is None:
            return None
        return self._data.GetLayerByName(self._file.layer) if self._file.layer else self._data.GetLayer(0)

    def __exit__(self, *error):
        self._data = None


def _own_columns(layer):
    """Names of the columns of ids and of geometries in the stream."""
    return layer.GetFIDColumn() or "OGC_FID", layer.GetGeometryColumn() or "wkb_geometry"


def _is_plain(layer, name):
    """Whether a field has a plain type, and a name that leads to no other column of the stream."""
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
    alike = [other for other in (*names, *_own_columns(layer)) if other.lower() == name.lower()]
    if len(alike) > 1:
        return False
    if name not in names:
        return name == layer.GetFIDColumn()
    field = definition.GetFieldDefn(names.index(name))
    return field.GetType() in _KINDS and field.GetSubType() == ogr.OFSTNone
