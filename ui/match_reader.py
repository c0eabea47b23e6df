"""Reading a matched layer a slice at a time, so that QGIS answers while it is read."""

import time
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..processing.cartography.counts import STATUS_FIELD
from ..processing.compat import is_null

CITY_FIELD, REASON_FIELD = "cb_city", "cb_reason"
_NAME_FIELDS = ("name", "cb_row", "id", "cluster_id")
_SLICE_SECONDS = 0.02


@dataclass(frozen=True)
class MatchRow:
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


def _rows_of(layer, class_field):
    fields = layer.fields()
    name_field = next((name for name in _NAME_FIELDS if fields.lookupField(name) >= 0), "")
    indices = [
        fields.lookupField(name) if name else -1
        for name in (name_field, CITY_FIELD, STATUS_FIELD, REASON_FIELD, class_field)
    ]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted({index for index in indices if index >= 0}))
    for feature in layer.getFeatures(request):
        attributes = feature.attributes()
        values = [attributes[index] if 0 <= index < len(attributes) else None for index in indices]
        yield MatchRow(feature.id(), *(None if is_null(value) else value for value in values))
