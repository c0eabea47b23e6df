"""The tables of the dock: classes by status, and the clusters."""

from qgis.core import QgsRenderContext, QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPainter, QPixmap

from ..processing.analysis.matching import statuses
from ..processing.cartography.counts import status_label
from ..processing.cartography.styling import status_symbol
from ..processing.compat import language_of_user, translate
from .share_bar import COUNTS_ROLE, TILE
from .widgets import plain_tip

# Pixels of the signs, for screens of one to three times the usual density; the symbols are in millimetres.
_ICON_SIDES = (16, 32, 48)
_PIXELS_PER_MM = 96 / 25.4


def status_icon(status):
    """Return the sign that the map draws for a status, on a light tile that no theme and no selection tints."""
    icon = QIcon()
    for side in _ICON_SIDES:
        picture = _on_tile(status_symbol(status), side)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(picture, mode)
    return icon


def _on_tile(symbol, side):
    context = QgsRenderContext()
    context.setFlag(QgsRenderContext.Flag.Antialiasing, True)
    context.setScaleFactor(_PIXELS_PER_MM * side / _ICON_SIDES[0])
    sign = QgsSymbolLayerUtils.symbolPreviewPixmap(symbol, QSize(side, side), 0, context)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(TILE)
    edge = side / _ICON_SIDES[0]
    tile = QRectF(picture.rect()).adjusted(edge, edge, -edge, -edge)
    painter.drawRoundedRect(tile, 2 * edge, 2 * edge)
    painter.drawPixmap(0, 0, sign)
    painter.end()
    return picture


def reason_label(reason):
    """Return the words of a reason; one we do not know stands for itself."""
    if reason in statuses.reasons():
        return statuses.label(reason, language_of_user())
    return "" if reason is None else str(reason)


class _TableModel(QAbstractTableModel):
    """Rows that never change in place: they are given anew as a whole."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows = []
        self._icons = {}

    def icon(self, status):
        """Return the sign of a status, drawn once."""
        if status not in self._icons:
            self._icons[status] = status_icon(status)
        return self._icons[status]

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


class SummaryModel(_TableModel):
    """Classes by status and a bar of them: the texts come ready, the sum stays below whatever is sorted."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._is_short = False

    @staticmethod
    def total_section():
        """Return the column of the totals."""
        return len(statuses.ordered()) + 1

    @classmethod
    def bar_section(cls):
        """Return the column of the bars."""
        return cls.total_section() + 1

    def set_short(self, wanted):
        """Head the statuses with their signs only, or with their words as well."""
        if wanted != self._is_short:
            self._is_short = wanted
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 1, len(statuses.ordered()))

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.bar_section() + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        is_status = 1 <= section <= len(statuses.ordered())
        if role == Qt.ItemDataRole.DisplayRole:
            if is_status:
                return "" if self._is_short else status_label(statuses.ordered()[section - 1])
            if section == self.bar_section():
                return translate("ClusterBelt", "Shares")
            return translate("ClusterBelt", "Class") if section == 0 else translate("ClusterBelt", "Total")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if is_status:
                return status_label(statuses.ordered()[section - 1])
            if section == self.bar_section():
                return translate("ClusterBelt", "Shares of the statuses in each class")
        if role == Qt.ItemDataRole.DecorationRole and is_status:
            return self.icon(statuses.ordered()[section - 1])
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
            return row.texts[index.column()]
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
            return row.texts[0]
        if 1 <= column <= len(statuses.ordered()):
            return row.counts[statuses.ordered()[column - 1]]
        total = sum(row.counts.values())
        return (
            total if column < self.bar_section() else row.counts[statuses.MATCHED] / total if total else 0.0
        )


class ClusterModel(_TableModel):
    """The clusters with city, status and reason; sorts itself, which is faster than a proxy."""

    NAME, CITY, STATUS, REASON, JUDGED = range(5)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._words = {}
        self._marks = {}

    def set_marks(self, marks):
        """Mark the rows that are judged: texts by key of the row."""
        self._marks = marks
        if self._rows:
            last = self.index(len(self._rows) - 1, self.JUDGED)
            self.dataChanged.emit(self.index(0, self.JUDGED), last)

    def is_judged(self, row):
        """Tell whether a row bears a mark."""
        return row.key is not None and str(row.key) in self._marks

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.JUDGED + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
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
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == Qt.ItemDataRole.DecorationRole and column == self.STATUS:
            return self.icon(row.status)
        return None

    def rows_of(self, feature_ids):
        """Return in which rows of the table these features stand."""
        if not feature_ids:
            return []
        return [number for number, row in enumerate(self._rows) if row.feature_id in feature_ids]

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        """Sort by a column; statuses from best to worst; a negative column leaves the order of the layer."""
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=lambda row: self._key(row, column), reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()

    def _text(self, row, column):
        if column in (self.STATUS, self.REASON):
            key = row.status if column == self.STATUS else row.reason
            if (column, key) not in self._words:
                words = status_label(key) if column == self.STATUS else reason_label(key)
                self._words[column, key] = words
            return self._words[column, key]
        if column == self.JUDGED:
            return self._marks.get(str(row.key), "") if self._marks else ""
        value = row.name if column == self.NAME else row.city
        return "" if value is None else str(value)

    def _key(self, row, column):
        if column == self.STATUS:
            known = row.status in statuses.ordered()
            return statuses.ordered().index(row.status) if known else len(statuses.ordered())
        return self._text(row, column)
