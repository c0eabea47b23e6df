"""The table of the belts that are related to a cluster."""

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...processing.analysis.industries.relation_kinds import RELATIONS
from ...processing.analysis.matching import statuses
from ...processing.compat import language_of_user, translate
from ..elements.widgets import plain_tip


def relation_label(relation):
    """Return the words of a relation; one we do not know stands for itself."""
    if relation in RELATIONS:
        return statuses.label(relation, language_of_user())
    return "" if relation is None else str(relation)


class PairsModel(QAbstractTableModel):
    """Pairs of one cluster: belt, relation, who decided, evidence."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._pairs = ()

    def set_pairs(self, pairs):
        """Show these pairs instead."""
        self.beginResetModel()
        self._pairs = tuple(pairs)
        self.endResetModel()

    def pair_at(self, row):
        """Return the pair in a row of the table."""
        return self._pairs[row]

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._pairs)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else 3

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ClusterBelt", "Belt"),
            translate("ClusterBelt", "Relation"),
            translate("ClusterBelt", "Evidence"),
        )[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        pair = self._pairs[index.row()]
        values = (pair.belt, relation_label(pair.relation), pair.evidence)
        value = values[index.column()]
        text = "" if value is None else str(value)
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
