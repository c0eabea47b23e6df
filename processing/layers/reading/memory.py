"""Read a temporary layer by columns: QGIS writes it as FlatGeobuf into memory, the Arrow stream reads that."""

from functools import cached_property
from uuid import uuid4

import numpy as np
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorFileWriterTask

from ...compat import translate
from ..feedback import stop_if_cancelled
from . import arrow
from .passes import features_of
from .sources import PlainFile


class RowIds:
    """Feature ids that are read when one is asked for, which is seldom; only of sources that keep their order."""

    def __init__(self, source, size):
        self._source, self.size = source, size

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        if isinstance(index, np.ndarray) and index.dtype == bool and not index.any():
            return np.zeros(0, dtype=np.int64)
        return self._all[index]

    def __array__(self, dtype=None, copy=None):
        return self._all if dtype is None else self._all.astype(dtype)

    @cached_property
    def _all(self):
        fids = np.array([feature.id() for feature in features_of(self._source)], dtype=np.int64)
        if fids.size != self.size:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "Layer “{layer}” changed while it was being read. Run the algorithm again."
                ).format(layer=self._source.sourceName())
            )
        return fids


class MemoryExport(QgsVectorFileWriterTask):
    """Prepared where layers may be touched, run where the algorithm runs; stops when its feedback is cancelled.

    Parameters
    ----------
    layer : QgsVectorLayer
        A memory layer for which `sources.can_be_exported` holds.
    fields : list of str
        The fields that will be asked for.
    """

    def __init__(self, layer, fields):
        self._path = f"/vsimem/{uuid4().hex}.fgb"
        self.fields = tuple(fields)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "FlatGeobuf"
        options.layerOptions = ["SPATIAL_INDEX=NO"]
        options.attributes = [layer.fields().lookupField(name) for name in fields]
        options.skipAttributeCreation = not fields
        super().__init__(layer, self._path, options)

    def read(self, source, fields, feedback, *, points):
        """Read columns as `arrow.read` does; None where features are lost on the way, as those without geometry."""
        file = PlainFile(self._path, "", "")
        feedback.canceled.connect(self.cancel)
        try:
            written = self.run()
            stop_if_cancelled(feedback)
            if not written or not arrow.can_read(file, fields):
                return None
            found = arrow.read(file, fields, feedback, points=points)
            if found is None or found[0].size != source.featureCount():
                return None
            fid, typed, x, y = found
            return RowIds(source, fid.size), typed, x, y
        finally:
            feedback.canceled.disconnect(self.cancel)
            gdal.Unlink(self._path)
