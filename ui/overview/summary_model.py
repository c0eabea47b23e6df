"""The table of the overview: classes by status."""

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...processing.analysis.matching import statuses
from ...processing.analysis.matching.class_order import natural_key
from ...processing.cartography.counts import status_label
from ...processing.compat import translate
from ..elements.share_bar import COUNTS_ROLE
from ..elements.status_signs import StatusIcons
from ..elements.widgets import plain_tip


class SummaryModel(QAbstractTableModel):
    """Classes by status and a bar of them: the texts come ready, the sum stays below whatever is sorted."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows = []
        self._short = 0
        self._icons = StatusIcons()

    def set_rows(self, rows):
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index):
        """Return what stands in a row of the table."""
        return self._rows[index]

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    @staticmethod
    def total_section():
        """Return the column of the totals."""
        return len(statuses.ordered()) + 1

    @classmethod
    def bar_section(cls):
        """Return the column of the bars."""
        return cls.total_section() + 1

    def set_short(self, wanted):
        """Head the statuses with their words (0) or with their signs only (1), and show numbers without rates (2)."""
        if wanted != self._short:
            self._short = wanted
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(statuses.ordered()))

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.bar_section() + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        is_status = 1 <= section <= len(statuses.ordered())
        if role == Qt.ItemDataRole.DisplayRole:
            if is_status:
                return "" if self._short else status_label(statuses.ordered()[section - 1])
            if section == self.bar_section():
                return translate("ClusterBelt", "Shares")
            return translate("ClusterBelt", "Class") if section == 0 else translate("ClusterBelt", "Total")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if is_status:
                return status_label(statuses.ordered()[section - 1])
            if section == self.bar_section():
                return translate("ClusterBelt", "Shares of the statuses in each class")
        if role == Qt.ItemDataRole.DecorationRole and is_status:
            return self._icons.of(statuses.ordered()[section - 1])
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole or (
            role == Qt.ItemDataRole.AccessibleTextRole and index.column() == self.bar_section()
        ):
            numbers = self._numbers(row)
            return plain_tip(numbers) if role == Qt.ItemDataRole.ToolTipRole else numbers
        if index.column() == self.bar_section():
            return row.counts if role == COUNTS_ROLE else None
        if role == Qt.ItemDataRole.DisplayRole:
            is_number = self._short > 1 and 1 <= index.column() <= len(statuses.ordered())
            return str(self._key(row, index.column())) if is_number else row.texts[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 0:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        """Sort the classes by name or number; a negative column leaves the order of the layer."""
        if column < 0 or not self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        sums = [row for row in self._rows if row.is_sum]
        classes = [row for row in self._rows if not row.is_sum]
        classes.sort(key=lambda row: self._key(row, column), reverse=order == Qt.SortOrder.DescendingOrder)
        self._rows = classes + sums
        self.layoutChanged.emit()

    def _numbers(self, row):
        title = translate("ClusterBelt", "{words} ({count})")
        lines = [title.format(words=row.texts[0], count=row.texts[self.total_section()])]
        return "\n".join(lines + [status_label(status, row.counts) for status in statuses.ordered()])

    def _key(self, row, column):
        if column == 0:
            return natural_key(row.texts[0])
        if 1 <= column <= len(statuses.ordered()):
            return row.counts[statuses.ordered()[column - 1]]
        total = sum(row.counts.values())
        return (
            total if column < self.bar_section() else row.counts[statuses.MATCHED] / total if total else 0.0
        )
