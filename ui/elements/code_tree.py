"""A tree of codes that is searched while one types: industries of a taxonomy, or cities by province."""

import re

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QAbstractItemView, QTreeView, QVBoxLayout, QWidget

from ...processing.compat import translate
from .widgets import name_parts

_CODE_ROLE, _WORDS_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class CodeTree(QWidget):
    """Emits `chosen` where codes are entered by Enter or a double click."""

    chosen = pyqtSignal()
    codes_changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._names = {}
        self.search = QgsFilterLineEdit(self)
        self.search.setObjectName("code_search")
        self.search.setShowClearButton(True)
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(translate("ClusterBelt", "Code, name or alias"))
        tip = translate("ClusterBelt", "Search the codes; Enter takes the one that is marked")
        self.search.setToolTip(tip)
        self.search.setAccessibleName(tip)
        name_parts(self.search)
        self._model = QStandardItemModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterRole(_WORDS_ROLE)
        self._proxy.setRecursiveFilteringEnabled(True)
        self.view = QTreeView(self)
        self.view.setObjectName("code_tree")
        self.view.setModel(self._proxy)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setMinimumHeight(5 * self.view.fontMetrics().height())
        tip = translate(
            "ClusterBelt", "Choose a code, or several with Ctrl; double-click or press Enter to give it"
        )
        self.view.setToolTip(tip)
        self.view.setAccessibleName(tip)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(lambda: self.chosen.emit())
        self.view.activated.connect(lambda *_: self.chosen.emit())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.codes_changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)

    def set_entries(self, entries):
        """Offer other codes.

        Parameters
        ----------
        entries : list of code_lists.CodeEntry
            Parents before their children.
        """
        self._model.clear()
        self._names, items = {}, {}
        for entry in entries:
            item = QStandardItem(f"{entry.name}  {entry.code}")
            item.setData(entry.code, _CODE_ROLE)
            item.setData(entry.words, _WORDS_ROLE)
            items.get(entry.parent, self._model.invisibleRootItem()).appendRow(item)
            items[entry.code] = item
            self._names[entry.code] = entry.name
        self.search.clear()

    @property
    def names(self):
        """The names of the codes that are offered, by code."""
        return self._names

    @property
    def codes(self):
        """The codes that are marked, in the order of the tree."""
        return sorted(index.data(_CODE_ROLE) for index in self.view.selectionModel().selectedRows())

    def show_codes(self, codes):
        """Mark these codes and bring the first of them into sight."""
        selection = self.view.selectionModel()
        selection.clear()
        found = [
            index
            for code in codes
            for index in self._proxy.match(
                self._proxy.index(0, 0), _CODE_ROLE, code, 1,
                Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
            )
        ]  # fmt: skip
        for index in found:
            selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
        if found:
            selection.setCurrentIndex(found[0], selection.SelectionFlag.NoUpdate)
            self.view.scrollTo(found[0])
        else:
            self.view.collapseAll()

    def _filter(self, text):
        wanted = text.strip().lower()
        self._proxy.setFilterRegularExpression(_pattern(wanted))
        if not wanted:
            self.view.collapseAll()
            return
        self.view.expandAll()
        best = min(self._shown(wanted), key=lambda index: _distance(index, wanted), default=None)
        if best is not None:
            flags = self.view.selectionModel().SelectionFlag
            self.view.selectionModel().setCurrentIndex(best, flags.ClearAndSelect | flags.Rows)
            self.view.scrollTo(best, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _shown(self, wanted):
        """Return the indexes that hold the text themselves, not only above one that does."""
        pattern, waiting, found = re.compile(_pattern(wanted)), [self._proxy.index(0, 0)], []
        while waiting:
            index = waiting.pop()
            while index.isValid():
                if pattern.search(index.data(_WORDS_ROLE)):
                    found.append(index)
                waiting.append(self._proxy.index(0, 0, index))
                index = index.sibling(index.row() + 1, 0)
        return found


def _pattern(wanted):
    """Return the pattern of a text; Latin letters begin a word, or a level of a code."""
    plain = re.escape(wanted)
    return rf"(?:^|[\s.]){plain}" if wanted.isascii() and wanted else plain


def _distance(index, wanted):
    """Return how far a code is from a text: its own code is nearest, then a whole word, then a part of one."""
    code, words = index.data(_CODE_ROLE).lower(), index.data(_WORDS_ROLE).split()
    lengths = [len(word) for word in words if wanted in word]
    return code != wanted, min(lengths, default=10**6), len(code)
