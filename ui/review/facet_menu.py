"""A button that opens the keys of a facet with their numbers, to be ticked."""

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QMenu, QToolButton, QWidgetAction

from ...processing.compat import translate
from ..elements.widgets import opens_menu
from .facet_words import facet_label, key_label

_MOST_ROWS = 12
_KEY_ROLE = Qt.ItemDataRole.UserRole


class FacetButton(QToolButton):
    """Shows how many keys are chosen; the list stays open while one ticks.

    Parameters
    ----------
    facet : str
        One of `cluster_filter.FACETS`.
    counts_of : function
        Gets the facet and returns its keys with their numbers of rows.
    """

    chosen_changed = pyqtSignal()

    def __init__(self, facet, counts_of, parent=None):
        super().__init__(parent)
        self._facet, self._counts_of = facet, counts_of
        self._chosen = frozenset()
        self._label, self._tip = facet_label(facet)
        self.setObjectName(f"facet_{facet}")
        font = self.font()
        font.setPointSizeF(0.9 * font.pointSizeF())
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self._tip)
        menu = QMenu(self)
        menu.setAccessibleName(self._tip)
        self.list = QListWidget(menu)
        self.list.setObjectName(f"keys_{facet}")
        self.list.setAccessibleName(self._tip)
        self.list.setToolTip(self._tip)
        self.list.itemChanged.connect(self._take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.list)
        menu.addAction(action)
        self.all_action = menu.addAction(translate("ClusterBelt", "Show all"), lambda: self._choose(()))
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self.show_chosen(())

    @property
    def chosen(self):
        """The keys that are ticked; none for all."""
        return self._chosen

    def show_chosen(self, keys):
        """Show which keys are chosen."""
        self._chosen = frozenset(keys)
        number = len(self._chosen)
        text = translate("ClusterBelt", "{facet} ({number})") if number else "{facet}"
        self.setText(text.format(facet=self._label, number=number))
        opens_menu(self)
        words = ", ".join(sorted(key_label(self._facet, key) for key in self._chosen))
        self.setAccessibleName(f"{self._label}: {words}" if words else self._label)
        font = self.font()
        font.setBold(bool(number))
        self.setFont(font)

    def fill(self):
        """List the keys with their numbers; those chosen stay though nothing has them."""
        counts = dict(self._counts_of(self._facet))
        for key in self._chosen:
            counts.setdefault(key, 0)
        self.list.blockSignals(True)
        self.list.clear()
        for key, number in sorted(counts.items(), key=lambda pair: -pair[1]):
            if number or key in self._chosen:
                self.list.addItem(self._item(key, number))
        self.list.blockSignals(False)
        self.all_action.setEnabled(bool(self._chosen))
        rows = min(max(self.list.count(), 1), _MOST_ROWS)
        height = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height()
        self.list.setMinimumHeight(rows * height + 2 * self.list.frameWidth())
        self.list.setMinimumWidth(self.list.sizeHintForColumn(0) + 3 * self.fontMetrics().height())
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _item(self, key, number):
        text = translate("ClusterBelt", "{words} ({count})")
        item = QListWidgetItem(text.format(words=key_label(self._facet, key), count=number))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if key in self._chosen else Qt.CheckState.Unchecked)
        item.setData(_KEY_ROLE, (key,))
        return item

    def _take(self, *_):
        items = map(self.list.item, range(self.list.count()))
        self._choose(
            [item.data(_KEY_ROLE)[0] for item in items if item.checkState() == Qt.CheckState.Checked]
        )

    def _choose(self, keys):
        self.show_chosen(keys)
        self.chosen_changed.emit()
