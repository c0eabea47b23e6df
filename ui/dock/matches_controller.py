"""What the dock does: reads the chosen layer, has it styled and counted, and shows a cluster on the map."""

from collections import Counter

from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ...processing.algorithms.saying import missing_libraries
from ...processing.analysis.messages import AnalysisError
from ...processing.cartography import styling
from ...processing.cartography.page import narrowing
from ...processing.compat import translate
from ...processing.layers.matching.city_names import country_of
from ..overview.summary_rows import MOST_CLASSES, summarise
from ..review.cluster_table import ClusterTable
from ..study.city_names import city_names_of, searched_names_of
from ..study.cluster_filter import CLASS, ClusterFilter
from ..study.filter_languages import QGIS, language_of_filters
from ..study.match_reader import FieldNames, read_rows
from ..study.run_follower import is_matched
from .turns import Turns

_DEBOUNCE_MS = 300


class MatchesController(QObject):
    """Stands between a matched layer, the canvas and the view; knows no widget."""

    summary_changed = pyqtSignal(list)
    # What was counted is of another layer or class, and so is what was listed of another layer.
    counting_began = pyqtSignal()
    layer_changed = pyqtSignal()
    # Before the rows are told: they can be given the judgements on them.
    table_read = pyqtSignal()
    # What cities are called, by code; before the rows.
    cities_named = pyqtSignal(object)
    # All rows of the layer, and for each whether the filter keeps it; the second also alone.
    # As objects: Qt would copy a list, an item at a time.
    rows_changed = pyqtSignal(object, object)
    kept_changed = pyqtSignal(object)
    # Whether the filter is applied to the map, and to the layer.
    narrowed = pyqtSignal(bool, bool)
    problem_found = pyqtSignal(str)

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._layer = None
        self._class_field = ""
        self._filter = ClusterFilter()
        self._table = None
        self._on_map = self._in_layer = self._complained = self._is_counting = False
        self._turns = Turns(self)
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
        self._widen()
        self._release()
        self._class_field = class_field
        self._table = None
        # A saved project may come with its filter on.
        self._on_map = is_matched(layer) and narrowing.is_partly_hidden(layer)
        self._in_layer = is_matched(layer) and narrowing.is_filtered(layer)
        self.narrowed.emit(self._on_map, self._in_layer)
        if not is_matched(layer):
            self.summary_changed.emit([])
            self.rows_changed.emit([], [])
            return
        self._layer = layer
        for signal in self._edit_signals(layer):
            signal.connect(self._debounce.start)
        layer.willBeDeleted.connect(self._forget)
        self.layer_changed.emit()
        self._count_anew()

    def set_class_field(self, class_field):
        """Count by another field; an empty one counts all together."""
        if class_field != self._class_field:
            self._class_field = class_field
            if self._layer is not None:
                self._count_anew()

    def _count_anew(self):
        if self._complained:
            self._complain("")  # It was on what was counted before.
        self._is_counting = True
        self.counting_began.emit()
        self.refresh()

    def counts(self, facet):
        """Return the keys of a facet with their numbers of rows under the other choices of the filter."""
        is_behind = self._table is None or (self._is_counting and facet == CLASS)
        return [] if is_behind else self._table.counts(facet, self._filter)

    def knows(self, key):
        """Tell whether the layer has a row with this key, as a text."""
        return self._table is not None and self._table.knows(key)

    def set_judged(self, states):
        """Take which rows are judged: states by key of the row."""
        if self._table is not None:
            self._table.set_judged(states)

    def refresh(self):
        """Read the layer again; feature edits come here, too, once they pause."""
        self._debounce.stop()
        missing = missing_libraries()
        if self._layer is not None and missing:
            self._report(missing)
        elif self._layer is not None:
            self._turns.start(self._read())

    def show_on_map(self, feature_id):
        """Zoom to a cluster and let it flash."""
        if self._layer is None or self._canvas is None:
            return
        feature = self._layer.getFeature(feature_id)
        if not feature.isValid() or feature.geometry().isNull() or feature.geometry().isEmpty():
            self._complain(translate("ClusterBelt", "This cluster has no location on the map."))
            return
        self._canvas.zoomToFeatureIds(self._layer, [feature_id])
        self._canvas.flashFeatureIds(self._layer, [feature_id])

    def shutdown(self):
        """Let go of the layer and the canvas and stop all timers."""
        self._widen()
        self._release()
        self._canvas = None

    def _release(self):
        self._debounce.stop()
        self._turns.stop()
        if self._layer is None:
            return
        layer, self._layer = self._layer, None
        for signal in self._edit_signals(layer):
            signal.disconnect(self._debounce.start)
        layer.willBeDeleted.disconnect(self._forget)

    def _forget(self):
        self._release()
        self.set_layer(None)

    def _widen(self):
        """Leave a layer as it was before its rows were hidden or filtered."""
        if self._layer is not None:
            narrowing.show_rest(self._layer)
            narrowing.clear_filter(self._layer)

    @staticmethod
    def _edit_signals(layer):
        return (layer.layerModified, layer.dataChanged, layer.editingStopped, layer.subsetStringChanged)

    def set_filter(self, wanted):
        """List other clusters; where the filter is applied to the map or the layer, there as well."""
        self._filter = wanted
        if self._table is None:
            return  # It is applied once the layer is read.
        if self._on_map:
            self.hide_rest(True)
        if self._in_layer:
            self.filter_layer(True)
        else:
            self._list()

    def hide_rest(self, wanted):
        """Draw the filtered clusters only, or all again."""
        self._on_map = wanted
        if self._layer is None:
            return
        expression = self._expression()
        if wanted and expression:
            narrowing.hide_rest(self._layer, expression)
        else:
            narrowing.show_rest(self._layer)

    def filter_layer(self, wanted):
        """Filter the layer itself, or take the filter back."""
        self._in_layer = wanted
        if self._layer is None:
            return
        expression = self._expression(language_of_filters(self._layer))
        worked = narrowing.clear_filter(self._layer)
        if worked and wanted and expression:
            worked = narrowing.set_filter(self._layer, expression)
        if worked:
            self.refresh()
        else:
            # To read the layer again would wipe the message.
            self._list()
            self._in_layer = narrowing.is_filtered(self._layer)
            self.narrowed.emit(self._on_map, self._in_layer)
            self._complain(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” cannot be filtered now: stop editing it, or save it as a GeoPackage.",
                ).format(layer=self._layer.name())
            )

    def _read(self):
        """Read, list, draw and count the layer; yields where the window may turn."""
        fields = FieldNames.of(self._layer, self._class_field)
        rows = yield from read_rows(self._layer, self._class_field)
        names = city_names_of(self._layer)
        table = ClusterTable(rows, fields, country_of(self._layer), searched_names_of(self._layer))
        yield from table.fill()
        if self._complained:
            self._complain("")  # Words of others stay.
        # In one turn: the rows that are listed are those of the table.
        self._table, self._is_counting = table, False
        self.cities_named.emit(names)
        self.table_read.emit()
        self.rows_changed.emit(rows, table.shown(self._filter))
        yield
        self._style(rows)
        yield
        self._count(rows)

    def _count(self, rows):
        try:
            summary, number = summarise(rows, bool(self._class_field))
            self.summary_changed.emit(summary)
        except AnalysisError as error:
            text = QCoreApplication.translate("ClusterBelt", error.template).format(**error.values)
            self._report(text)
        else:
            if number > MOST_CLASSES:
                self._complain(
                    translate(
                        "ClusterBelt",
                        "The field “{field}” has {number} distinct values; choose a class field with fewer.",
                    ).format(field=self._class_field, number=number)
                )

    def _list(self):
        if self._table is not None:
            self.kept_changed.emit(self._table.shown(self._filter))

    def _expression(self, spoken=QGIS):
        return "" if self._table is None else self._table.expression(self._filter, spoken)

    def _complain(self, text):
        self._complained = bool(text)
        self.problem_found.emit(text)

    def _report(self, text):
        self.summary_changed.emit([])
        self._complain(text)

    def _style(self, rows):
        """Draw the layer by status; its legend counts the whole layer, also while our filter narrows it."""
        layer, filtered = self._layer, narrowing.is_filtered(self._layer)
        hidden = narrowing.is_partly_hidden(layer)
        if filtered and (hidden or styling.is_styled_by_status(layer)):
            return
        narrowing.show_rest(layer)
        counts = {} if filtered else Counter(row.status for row in rows)
        update = styling.update_counts if styling.is_styled_by_status(layer) else styling.style_matches
        update(layer, counts=counts)
        if hidden:
            self.hide_rest(True)
