"""The list of the texts that a run did not understand, or understood in part."""

from typing import NamedTuple

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...processing.compat import translate
from ..elements.widgets import plain_tip


class UnclearText(NamedTuple):
    """A row of the output CHECK, or a text that has its code already: then with the words of who gave it."""

    text: str
    code: str
    kind: str
    role: str
    count: int
    why: str
    suggest: str
    example: str
    given_by: str = ""


def why_label(why):
    """Return the words of why a text is unclear; one we do not know stands for itself."""
    labels = {
        "unresolved": translate("ClusterBelt", "not recognised"),
        "no_node": translate("ClusterBelt", "names no industry"),
        "keyword": translate("ClusterBelt", "read by a keyword"),
        "split_part": translate("ClusterBelt", "part of a list, not recognised"),
        "ambiguous": translate("ClusterBelt", "several places of this name"),
        "conflict": translate("ClusterBelt", "not in the province given"),
        "unknown": translate("ClusterBelt", "place not known"),
    }
    return labels.get(why, why)


def kind_label(kind, role):
    """Return in words whether a text is a city or an industry, and whose."""
    labels = {
        ("industry", "cluster"): translate("ClusterBelt", "industry of clusters"),
        ("industry", "belt"): translate("ClusterBelt", "industry of belts"),
        ("industry", "both"): translate("ClusterBelt", "industry of clusters and belts"),
        ("city", "cluster"): translate("ClusterBelt", "city of clusters"),
        ("city", "belt"): translate("ClusterBelt", "city of belts"),
        ("city", "both"): translate("ClusterBelt", "city of clusters and belts"),
        ("industry", ""): translate("ClusterBelt", "industry"),
        ("city", ""): translate("ClusterBelt", "city"),
    }
    return labels.get((kind, role), kind)


class TextsModel(QAbstractTableModel):
    """Texts with what they were given.

    Parameters
    ----------
    name_of : function
        Takes the kind of a text and a code, and returns what the code is called.
    """

    TEXT, ROWS, GIVEN, WHY = range(4)

    def __init__(self, name_of, parent=None):
        super().__init__(parent)
        self._name_of, self._rows, self._given = name_of, [], {}

    def set_rows(self, rows):
        """Show these `UnclearText`s instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_given(self, given):
        """Take the codes that texts were given since: texts by (kind, text)."""
        self._given = given
        if self._rows:
            last = self.index(len(self._rows) - 1, self.WHY)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, row):
        """Return the text in a row of the table."""
        return self._rows[row]

    def given_at(self, row):
        """Return the codes that the text in a row was given, '' for none."""
        return self._given.get(self._rows[row][:1] + self._rows[row][2:3], "")

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802
        return 0 if parent.isValid() else self.WHY + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):  # noqa: N802
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("ClusterBelt", "Text"),
            translate("ClusterBelt", "Rows"),
            translate("ClusterBelt", "Means"),
            translate("ClusterBelt", "Why"),
        )[section]

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            given = self.given_at(index.row())
            reason = row.given_by or why_label(row.why)
            why = ", ".join(filter(None, (reason, kind_label(row.kind, row.role))))
            codes = (given or row.code).split("|")
            if role == Qt.ItemDataRole.ToolTipRole:
                means = [f"{self._name_of(row.kind, code)} ({code})" for code in codes if code]
            else:
                means = [self._name_of(row.kind, code) for code in codes if code]
            text = (row.text, str(row.count or ""), " + ".join(means), why)[column]
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.FontRole and column == self.GIVEN and self.given_at(index.row()):
            from qgis.PyQt.QtGui import QFont

            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column == self.ROWS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
