"""Keeps the selected rows of the list and the selected clusters on the map the same."""

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QObject, pyqtSignal

from ..elements.tables import selected_rows


class SelectionLink(QObject):
    """Between a table view of a `ClusterModel` and the selection of its layer.

    `current_changed` tells the feature that was selected last, None for none.
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
        view.selectionModel().selectionChanged.connect(self._select_on_map)

    def set_layer(self, layer):
        """Follow the selection of another layer, or of none."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._meet)
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._meet)

    def renew(self):
        """Select in the list anew what is selected on the map: the list was filled or sorted."""
        self._select_in_list()

    def choose(self, keys):
        """Select the clusters with these keys, where they are listed."""
        rows = self._model.rows_of_keys(keys)
        if rows:
            self._select_rows(rows)
            self._select_on_map()

    def _select_on_map(self, *_):
        if self._busy or self._layer is None:
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
        if not self._busy:
            self._select_in_list()
            if self._layer.selectedFeatureCount():
                self.met.emit()

    def _select_in_list(self, *_):
        if self._busy or self._layer is None:
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
