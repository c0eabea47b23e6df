"""The list of virtual clusters."""

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...processing.analysis.words import words_of
from ...processing.compat import language_of_user, translate
from ..elements.widgets import plain_tip


def kind_label(kind):
    """Return the words of a kind of virtual clusters; one we do not know stands for itself."""
    return words_of("virtual", language_of_user()).get(f"kind_{kind}", kind)


class VirtualModel(QAbstractTableModel):
    """Clusters with core, kind, numbers of members and cities, span and flow; sorts itself."""

    CORE, MEMBERS, CITIES, SPAN, FLOW, KIND = range(6)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows = []

    def set_rows(self, rows):
        """Show these `ListedCluster`s instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, row):
        """Return the cluster in a row of the table."""
        return self._rows[row]

    def row_of(self, number):
        """Return the row in which a cluster stands, −1 where it is not listed."""
        return next((row for row, cluster in enumerate(self._rows) if cluster.number == number), -1)

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.KIND + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ClusterBelt", "Core"),
            translate("ClusterBelt", "Blocks"),
            translate("ClusterBelt", "Cities"),
            translate("ClusterBelt", "Span, km"),
            translate("ClusterBelt", "Flow"),
            translate("ClusterBelt", "Kind"),
        )[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == Qt.ItemDataRole.TextAlignmentRole and self.MEMBERS <= column <= self.FLOW:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        """Sort by a column; a negative one is the order of the layer: most ties first."""
        self.layoutAboutToBeChanged.emit()
        descends = order == Qt.SortOrder.DescendingOrder
        self._rows.sort(key=lambda row: row.number)
        if column >= 0:
            self._rows.sort(key=lambda row: self._key(row, column), reverse=descends)
        self.layoutChanged.emit()

    def _text(self, row, column):
        span = "" if row.span_km is None else f"{row.span_km:.0f}"
        return (
            row.core,
            str(len(row.members)),
            str(len(row.cities)),
            span,
            f"{row.flow:.4g}",
            kind_label(row.kind),
        )[column]

    def _key(self, row, column):
        span = -1.0 if row.span_km is None else row.span_km
        return (row.core, len(row.members), len(row.cities), span, row.flow, row.kind)[column]
