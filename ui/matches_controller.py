"""What the dock does: reads the chosen layer, has it styled and counted, and shows a cluster on the map."""

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..processing.analysis.matching import statuses
from ..processing.analysis.messages import AnalysisError
from ..processing.cartography import styling
from ..processing.cartography.counts import STATUS_FIELD
from ..processing.compat import translate
from .match_reader import MatchReader

_DEBOUNCE_MS = 300
# More classes than this are no classes but names, and nobody reads the table.
_MOST_CLASSES = 100
_CLASS = "class"


def is_matched(layer):
    """Return whether a layer holds the statuses of a match."""
    return layer is not None and hasattr(layer, "fields") and layer.fields().lookupField(STATUS_FIELD) >= 0


class MatchesController(QObject):
    """Stands between a matched layer, the canvas and the view; knows no widget."""

    summary_changed = pyqtSignal(list)
    clusters_changed = pyqtSignal(list)
    problem_found = pyqtSignal(str)

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._layer = None
        self._class_field = ""
        self._reader = MatchReader(self)
        self._reader.rows_read.connect(self._show_rows)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.refresh)

    @property
    def layer(self):
        """The layer that is shown, or None."""
        return self._layer

    def set_layer(self, layer, class_field=""):
        """Show a matched layer; None, or a layer without statuses, empties the tables."""
        self._release()
        self._class_field = class_field
        if not is_matched(layer):
            self.summary_changed.emit([])
            self.clusters_changed.emit([])
            return
        self._layer = layer
        for signal in self._edit_signals(layer):
            signal.connect(self._debounce.start)
        layer.willBeDeleted.connect(self._forget)
        self.refresh()

    def set_class_field(self, class_field):
        """Count by another field; an empty one counts all together."""
        if class_field != self._class_field:
            self._class_field = class_field
            self.refresh()

    def refresh(self):
        """Read the layer again; feature edits come here, too, once they pause."""
        self._debounce.stop()
        if self._layer is not None:
            self._reader.start(self._layer, self._class_field)

    def show_on_map(self, feature_id):
        """Zoom to a cluster and let it flash."""
        if self._layer is None or self._canvas is None:
            return
        feature = self._layer.getFeature(feature_id)
        if not feature.isValid() or feature.geometry().isNull() or feature.geometry().isEmpty():
            self.problem_found.emit(translate("ClusterBelt", "This cluster has no place on the map."))
            return
        self._canvas.zoomToFeatureIds(self._layer, [feature_id])
        self._canvas.flashFeatureIds(self._layer, [feature_id])

    def shutdown(self):
        """Let go of the layer and the canvas and stop all timers."""
        self._release()
        self._canvas = None

    def _release(self):
        self._debounce.stop()
        self._reader.stop()
        if self._layer is None:
            return
        layer, self._layer = self._layer, None
        for signal in self._edit_signals(layer):
            signal.disconnect(self._debounce.start)
        layer.willBeDeleted.disconnect(self._forget)

    def _forget(self):
        self.set_layer(None)

    @staticmethod
    def _edit_signals(layer):
        return (layer.layerModified, layer.dataChanged, layer.editingStopped, layer.subsetStringChanged)

    def _show_rows(self, rows):
        self.problem_found.emit("")
        self._style(rows)
        self.clusters_changed.emit(rows)
        try:
            self.summary_changed.emit(self._summary(rows))
        except AnalysisError as error:
            text = QCoreApplication.translate("ClusterBelt", error.template).format(**error.values)
            self._report(text)
        except ImportError as error:
            self._report(
                translate(
                    "ClusterBelt",
                    "The table needs the Python package “{name}”: install it where QGIS finds its Python.",
                ).format(name=error.name)
            )

    def _report(self, text):
        self.summary_changed.emit([])
        self.problem_found.emit(text)

    def _style(self, rows):
        counts = {}
        for row in rows:
            counts[row.status] = counts.get(row.status, 0) + 1
        update = styling.update_counts if styling.is_styled_by_status(self._layer) else styling.style_matches
        try:
            update(self._layer, counts=counts)
        except ImportError:
            update(self._layer, counts={})

    def _summary(self, rows):
        if not rows:
            return []
        import pandas as pd

        from ..processing.analysis.tables import match_summary

        classes = [None if row.class_value is None else str(row.class_value) for row in rows]
        number = len(set(classes))
        if number > _MOST_CLASSES:
            self.problem_found.emit(
                translate(
                    "ClusterBelt",
                    "The field “{field}” has {number} values; choose one with fewer for the classes.",
                ).format(field=self._class_field, number=number)
            )
            classes = [None] * len(rows)
        frame = pd.DataFrame(
            {
                _CLASS: pd.Series(classes, dtype=object),
                "cb_status": pd.Series([row.status for row in rows], dtype=object),
                "cb_reason": pd.Series([row.reason for row in rows], dtype=object),
            }
        )
        table = match_summary(frame, _CLASS).to_dict("records")
        if number > _MOST_CLASSES or not self._class_field:
            table = table[-1:]
        return [_texts(row) for row in table]


def _texts(row):
    """Return a row of the summary as it is printed: counts, with rates where there are any."""
    return [
        _class_text(row["class"]),
        _with_rate(row[statuses.MATCHED], row["rate_m"]),
        _with_rate(row[statuses.ADJACENT], row["rate_a"]),
        str(row[statuses.UNMATCHED]),
        str(row[statuses.UNRESOLVED]),
        str(row["total"]),
    ]


def _class_text(value):
    if value == "*":
        return translate("ClusterBelt", "All")
    return translate("ClusterBelt", "No class") if value is None else styling.class_label(value)


def _with_rate(count, rate):
    from ..processing.analysis.tables import half_up

    if rate != rate:
        return str(count)
    return translate("ClusterBelt", "{count} ({rate} %)").format(count=count, rate=half_up(rate))
