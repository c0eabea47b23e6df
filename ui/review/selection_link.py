"""Keeps the selected rows of the list and the selected clusters on the map the same."""

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QLineEdit

from ...processing.layers.runs import study_of
from ..elements.tables import selected_rows


class SelectionLink(QObject):
    """Between a table view of a `ClusterModel` and the selection of its layer.

    `current_changed` tells the feature that was selected last, None for none. A list that is filled from another run
    of the same study keeps its selection by the keys of the clusters.
    """

    current_changed = pyqtSignal(object)
    # The rows of the model that are selected.
    rows_changed = pyqtSignal(object)
    # The features that were chosen in the list, and whether any were chosen on the map.
    picked = pyqtSignal(object)
    met = pyqtSignal()

    def __init__(self, view, model, parent=None):
        super().__init__(parent)
        self._view, self._model = view, model
        self._layer = None
        self._busy = False
        # Whether the list is still that of the layer before, and whether that was one of the same study.
        self._is_behind = self._stays = False
        self._kept = None
        view.selectionModel().selectionChanged.connect(self._select_on_map)
        model.modelAboutToBeReset.connect(self._keep)

    def set_layer(self, layer):
        """Follow the selection of another layer, or of none."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._meet)
        both = self._layer is not None and layer is not None
        self._stays = both and study_of(self._layer) == study_of(layer)
        self._is_behind, self._kept = True, None
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._meet)

    def renew(self):
        """Select in the list anew what is selected on the map: the list was filled or sorted."""
        kept, self._kept = self._kept, None
        self._select_in_list()
        if kept is not None and not selected_rows(self._view):
            self._bring_back(*kept)

    def choose(self, keys):
        """Select the clusters with these keys, where they are listed."""
        rows = self._model.rows_of_keys(keys)
        if rows:
            self._select_rows(rows)
            self._select_on_map()

    def _keep(self):
        """Remember what is selected, and what is in sight, before the rows of another run come."""
        if self._is_behind and self._stays:
            keys = [self._model.row_at(row).key for row in selected_rows(self._view)]
            current = self._view.currentIndex().row()
            first = self._model.row_at(current).key if current >= 0 else None
            place = self._view.verticalScrollBar().value()
            self._kept = ({str(key) for key in keys if key is not None}, str(first), place)
        self._is_behind = False

    def _bring_back(self, keys, current, place):
        """Select the clusters that were selected before the run again; the keys go on in the list."""
        rows = self._model.rows_of_keys(keys)
        if not rows:
            return
        self._view.verticalScrollBar().setValue(place)
        self._select_rows(rows)
        at = self._model.rows_of_keys({current} & keys)
        if at:
            index = self._model.index(at[0], 0)
            self._view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._busy = True
        try:
            self._layer.selectByIds([self._model.row_at(row).feature_id for row in rows])
        finally:
            self._busy = False
        self._tell_current()
        focused = QApplication.focusWidget()
        if (
            self._view.isVisible()
            and self.parent().isAncestorOf(focused)
            and not isinstance(focused, QLineEdit)
        ):
            self._view.setFocus()

    def _select_on_map(self, *_):
        if self._busy or self._layer is None or self._is_behind:
            return
        self._busy = True
        try:
            chosen = [self._model.row_at(row).feature_id for row in selected_rows(self._view)]
            self._layer.selectByIds(chosen)
        finally:
            self._busy = False
        self._tell_current()
        self.picked.emit(chosen)

    def _meet(self, *_):
        if not self._busy and not self._is_behind:
            self._select_in_list()
            if self._layer.selectedFeatureCount():
                self.met.emit()

    def _select_in_list(self, *_):
        if self._busy or self._layer is None or self._is_behind:
            return
        self._select_rows(self._model.rows_of(set(self._layer.selectedFeatureIds())))
        self._tell_current()

    def _select_rows(self, rows):
        """Select rows of the list; keys go on from the first of them."""
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._model.index(first, 0), self._model.index(last, 0))
        flags = QItemSelectionModel.SelectionFlag
        self._busy = True
        try:
            if rows and self._view.currentIndex().row() not in rows:
                self._view.selectRow(rows[0])
            self._view.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)
        finally:
            self._busy = False
        if rows:
            self._view.scrollTo(self._model.index(rows[0], 0))

    def _tell_current(self):
        rows = selected_rows(self._view)
        self.rows_changed.emit([self._model.row_at(row) for row in rows])
        current = self._view.selectionModel().currentIndex()
        if rows and current.row() in set(rows):
            self.current_changed.emit(self._model.row_at(current.row()).feature_id)
        else:
            self.current_changed.emit(self._model.row_at(rows[0]).feature_id if rows else None)


def _runs(rows):
    """Return the first and the last row of each run of neighbours: Qt's time grows with the square of their number."""
    starts = [place for place, row in enumerate(rows) if not place or row != rows[place - 1] + 1]
    return [(rows[start], rows[end - 1]) for start, end in zip(starts, [*starts[1:], len(rows)])]
