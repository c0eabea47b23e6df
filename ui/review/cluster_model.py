"""The list of the clusters: all rows of a layer, in any order, of which some are shown."""

from itertools import compress

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...processing.analysis.matching import statuses
from ...processing.cartography.counts import status_label
from ...processing.compat import translate
from ...processing.layers.reading.cell_texts import cell_text
from ..elements.status_signs import StatusIcons
from ..elements.widgets import plain_tip
from ..study.match_reader import unshared_names
from .facet_words import reason_label
from .judged_marks import signs_explained


class ClusterModel(QAbstractTableModel):
    """The clusters with city, status and reason; it sorts and filters itself, which is faster than a proxy."""

    NAME, CITY, STATUS, REASON, JUDGED = range(5)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._all, self._kept = [], []
        # The order of all rows, and the rows shown, as numbers of `_all`.
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)
        self._order, self._shown = range(0), []
        self._words, self._marks, self._icons = {}, {}, StatusIcons()
        self._short = 0
        self._city_names, self._row_names = {}, {}

    def set_rows(self, rows, kept=None):
        """Show these rows instead; `kept` tells for each whether it is shown."""
        self.beginResetModel()
        self._all, self._row_names = rows, unshared_names(rows)
        self._kept = [True] * len(rows) if kept is None else kept
        self._put_in_order()
        self.endResetModel()

    def set_city_names(self, names):
        """Call the cities of the next rows by these names, by code."""
        self._city_names = names

    def show_rows(self, kept):
        """Show others of the rows, those for which `kept` is true."""
        self.beginResetModel()
        self._kept = kept
        self._filter()
        self.endResetModel()

    def row_at(self, index):
        """Return what stands in a row of the table."""
        return self._all[self._shown[index]]

    def rows_of(self, feature_ids):
        """Return in which rows of the table these features stand."""
        if not feature_ids:
            return []
        return [place for place, row in enumerate(self._shown) if self._all[row].feature_id in feature_ids]

    def rows_of_keys(self, keys):
        """Return in which rows of the table the clusters with these keys stand, as texts."""
        return [place for place, row in enumerate(self._shown) if str(self._all[row].key) in keys]

    def set_marks(self, marks):
        """Mark the rows that are judged: a `Mark` by key of the row."""
        self._marks = marks
        if self._shown:
            last = self.index(len(self._shown) - 1, self.JUDGED)
            self.dataChanged.emit(self.index(0, self.JUDGED), last)

    def set_short(self, wanted):
        """Show the marks in words (0), or as signs with the reviewer."""
        self._short = wanted

    def is_judged(self, row):
        """Tell whether a row bears a mark."""
        return row.key is not None and str(row.key) in self._marks

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.JUDGED + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and section == self.JUDGED:
            return signs_explained()
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ClusterBelt", "Cluster"),
            translate("ClusterBelt", "City"),
            translate("ClusterBelt", "Status"),
            translate("ClusterBelt", "Reason"),
            translate("ClusterBelt", "Judged"),
        )[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            is_short = column == self.JUDGED and self._short
            return self._short_mark(row) if is_short else self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == Qt.ItemDataRole.DecorationRole and column == self.STATUS:
            return self._icons.of(row.status)
        return None

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        """Sort by a column; statuses from best to worst; a negative column is the order of the layer."""
        if (column, order) == self._sorted_by and column != self.JUDGED:
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        self._put_in_order()
        self.layoutChanged.emit()

    def _put_in_order(self):
        column, order = self._sorted_by
        self._order = range(len(self._all))
        if column >= 0:
            keys = [self._key(row, column) for row in self._all]
            descends = order == Qt.SortOrder.DescendingOrder
            self._order = sorted(self._order, key=keys.__getitem__, reverse=descends)
        self._filter()

    def _filter(self):
        kept = self._kept
        if isinstance(self._order, list):
            kept = [kept[row] for row in self._order]
        self._shown = list(compress(self._order, kept))

    def _text(self, row, column):
        if column in (self.STATUS, self.REASON):
            key = row.status if column == self.STATUS else row.reason
            if (column, key) not in self._words:
                words = status_label(key) if column == self.STATUS else reason_label(key)
                self._words[column, key] = words
            return self._words[column, key]
        if column == self.JUDGED:
            mark = self._mark(row)
            return mark.words if mark is not None else ""
        if column == self.NAME:
            return cell_text(self._row_names.get(row.key, row.name)) or ""
        value = self._city_names.get(row.code, row.city)
        return cell_text(value) or ""

    def _mark(self, row):
        return self._marks.get(str(row.key)) if self._marks else None

    def _short_mark(self, row):
        mark = self._mark(row)
        return mark.short if mark is not None else ""

    def _key(self, row, column):
        if column == self.STATUS:
            known = row.status in statuses.ordered()
            return statuses.ordered().index(row.status) if known else len(statuses.ordered())
        return self._text(row, column)
