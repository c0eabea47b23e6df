"""Reading a matched layer a slice at a time, so that QGIS answers while it is read."""

import time
from typing import Any, NamedTuple, Optional

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..processing.cartography.counts import STATUS_FIELD
from ..processing.compat import is_null

CITY_FIELD, REASON_FIELD = "cb_city", "cb_reason"
_NAME_FIELDS = ("name", "cb_row", "id", "cluster_id")
_SLICE_SECONDS = 0.02


class MatchRow(NamedTuple):
    """What the dock shows of a feature; None for a null or a missing field."""

    feature_id: int
    name: Any
    city: Any
    status: Optional[str]
    reason: Optional[str]
    class_value: Any


class MatchReader(QObject):
    """Reads the rows of a layer; a new start or `stop` drops what was read so far."""

    rows_read = pyqtSignal(list)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows = []
        self._pending = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read_slice)

    def start(self, layer, class_field):
        """Begin to read; `rows_read` tells when all is read."""
        self._rows = []
        self._pending = _rows_of(layer, class_field)
        self._timer.start()

    def stop(self):
        """Read no further."""
        self._timer.stop()
        self._pending = None
        self._rows = []

    def _read_slice(self):
        if self._pending is None:
            return
        end = time.monotonic() + _SLICE_SECONDS
        for row in self._pending:
            self._rows.append(row)
            if time.monotonic() > end:
                return
        rows = self._rows
        self.stop()
        self.rows_read.emit(rows)


def name_field_of(layer):
    """Return the field that names a cluster; '' if there is none."""
    return next((name for name in _NAME_FIELDS if layer.fields().lookupField(name) >= 0), "")


def _rows_of(layer, class_field):
    fields = layer.fields()
    names = (name_field_of(layer), CITY_FIELD, STATUS_FIELD, REASON_FIELD, class_field)
    indices = [fields.lookupField(name) if name else -1 for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted({index for index in indices if index >= 0}))
    for feature in layer.getFeatures(request):
        attributes = feature.attributes()
        attributes.append(None)
        # Most values are text, which is never null: the test of the others costs more than the reading.
        values = [attributes[index] if index < len(attributes) else None for index in indices]
        yield MatchRow(feature.id(), *[v if type(v) is str or not is_null(v) else None for v in values])
