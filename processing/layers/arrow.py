"""Read columns of a plain file through OGR's Arrow stream: no feature object is made."""

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

from .feedback import stop_if_cancelled
from .texts import TextColumn

# Text has a fixed width within a batch: one long value costs its length for each row of the batch.
_BATCH = 8192
_NUMBERS = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
_COORDINATES_AT, _COORDINATES_END = 5, 21
_POINT = 1


def can_read(file, fields):
    """Tell whether the stream gives these fields of a file exactly as QGIS does (GDAL 3.6 or later)."""
    with _Opened(file) as layer:
        return layer is not None and all(_is_plain(layer, name) for name in fields)


def read(file, fields, feedback, *, points):
    """Read fields and coordinates of a file that `can_read`; None where a geometry is no single point.

    Parameters
    ----------
    file : sources.PlainFile
    fields : list of str
    feedback : QgsProcessingFeedback
    points : bool
        Whether coordinates are wanted.

    Returns
    -------
    fid : (N,) int64
    columns : dict of str to array
        float64 with NaN for null, pandas Int64, or Categorical in the order of first appearance.
    x, y : (N,) float64 or None
    """
    with _Opened(file) as layer:
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        fid_column, geometry = _own_columns(layer)
        layer.SetIgnoredFields(
            [name for name in names if name not in fields] + ([] if points else ["OGR_GEOMETRY"])
        )
        layer.SetAttributeFilter(file.filter or None)
        collectors = {name: _collector(definition, name) for name in fields}
        total = max(layer.GetFeatureCount(), 1)
        fids, points_read, count = [], [], 0
        stream = layer.GetArrowStreamAsNumPy(options=["INCLUDE_FID=YES", f"MAX_FEATURES_IN_BATCH={_BATCH}"])
        for batch in stream:
            stop_if_cancelled(feedback)
            fids.append(np.array(batch[fid_column], dtype=np.int64))
            for name, collector in collectors.items():
                collector.add(batch[name])
            if points:
                points_read.append(_coordinates(batch[geometry]))
                if points_read[-1] is None:
                    return None
            count += fids[-1].size
            feedback.setProgress(100.0 * count / total)
    columns = {}
    for name, collector in collectors.items():
        stop_if_cancelled(feedback)
        columns[name] = collector.finish()
    fid = _joined(fids, np.int64)
    stop_if_cancelled(feedback)
    if not points:
        return fid, columns, None, None
    x = _joined([part[0] for part in points_read], float)
    y = _joined([part[1] for part in points_read], float)
    return fid, columns, x, y


class _Opened:
    """The OGR layer of a file while it is read; None where this GDAL has no such stream."""

    def __init__(self, file):
        self._file = file

    def __enter__(self):
        if not hasattr(ogr.Layer, "GetArrowStreamAsNumPy"):
            return None
        # UTF-8 is asked for, because QGIS decodes Shapefiles by itself.
        options = ["ENCODING=UTF-8"] if self._file.path.lower().endswith((".shp", ".dbf")) else []
        self._data = gdal.OpenEx(self._file.path, gdal.OF_VECTOR, open_options=options)
        if self._data is None:
            return None
        return self._data.GetLayerByName(self._file.layer) if self._file.layer else self._data.GetLayer(0)

    def __exit__(self, *error):
        self._data = None


class _Floats:
    def __init__(self):
        self._parts = []

    def add(self, values):
        self._parts.append(np.ma.filled(values.astype(float), np.nan))

    def finish(self):
        return _joined(self._parts, float)


class _Integers:
    def __init__(self):
        self._parts, self._masks = [], []

    def add(self, values):
        self._parts.append(np.ma.getdata(values).astype(np.int64))
        self._masks.append(np.ma.getmaskarray(values))

    def finish(self):
        return pd.arrays.IntegerArray(_joined(self._parts, np.int64), _joined(self._masks, bool))


def _collector(definition, name):
    kind = definition.GetFieldDefn(definition.GetFieldIndex(name)).GetType()
    if kind == ogr.OFTString:
        return TextColumn()
    return _Floats() if kind == ogr.OFTReal else _Integers()


def _own_columns(layer):
    """Names of the columns of ids and of geometries in the stream."""
    return layer.GetFIDColumn() or "OGC_FID", layer.GetGeometryColumn() or "wkb_geometry"


def _is_plain(layer, name):
    """Whether a field has a plain type, and a name that leads to no other column of the stream."""
    definition = layer.GetLayerDefn()
    names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
    alike = [other for other in (*names, *_own_columns(layer)) if other.lower() == name.lower()]
    if name not in names or len(alike) > 1:
        return False
    field = definition.GetFieldDefn(names.index(name))
    return field.GetType() in (*_NUMBERS, ogr.OFTString) and field.GetSubType() == ogr.OFSTNone


def _coordinates(wkb):
    """(2, n) coordinates of points in well-known binary, NaN where there is none; None for other geometries."""
    values, known = np.ma.getdata(wkb), ~np.ma.getmaskarray(wkb)
    found = np.full((values.size, 2), np.nan)
    if known.any():
        raw = values[known].tolist()
        widths = set(map(len, raw))
        if min(widths) < _COORDINATES_END:
            return None
        if len(widths) > 1:
            # Formats do not enforce Z and M.
            raw = [geometry[:_COORDINATES_END] for geometry in raw]
        rows = np.frombuffer(b"".join(raw), dtype=np.uint8).reshape(len(raw), -1)
        kinds = rows[:, 1:_COORDINATES_AT].copy().view("<u4")
        if not (np.mod(kinds & 0x7FFFFFFF, 1000) == _POINT).all():
            return None
        found[known] = rows[:, _COORDINATES_AT:_COORDINATES_END].copy().view("<f8")
    return found.T


def _joined(parts, dtype):
    return np.concatenate(parts) if parts else np.zeros(0, dtype=dtype)
