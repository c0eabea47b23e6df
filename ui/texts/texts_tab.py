"""The third tab: texts that were not understood, what they could mean, and what they are given."""

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QCheckBox, QHBoxLayout, QSplitter, QTableView, QVBoxLayout, QWidget

from ...processing.compat import translate
from ..elements.code_tree import CodeTree
from ..elements.flow_layout import FlowLayout
from ..elements.tables import FittingTable, height_of_rows, make_table
from ..elements.widgets import Page, make_button, make_label
from .texts_model import TextsModel

_MOST_SUGGESTIONS = 5
_TEXT_WIDTH, _ROWS_IN_SIGHT = 8, 3
GIVE, WITHDRAW = "G", "W"


class TextsTab(Page):
    """Emits `given` with the `UnclearText` and its codes, none to withdraw them, and `list_asked` where none are listed.

    Parameters
    ----------
    entries_of : function
        Gets a kind of texts and returns the codes on offer.
    name_of : function
        Gets a kind of texts and a code, and returns what the code is called.
    """

    given = pyqtSignal(object, list)
    list_asked = pyqtSignal()

    def __init__(self, entries_of, name_of, parent=None):
        super().__init__(parent)
        self._entries_of, self._kind, self._rows = entries_of, None, []
        self.model = TextsModel(name_of, self)
        self.empty = make_label("texts_empty", self)
        self.list_button = make_button(
            "list_texts",
            translate("ClusterBelt", "List them"),
            self,
            translate("ClusterBelt", "Run the matching again with this table"),
        )
        self.list_button.clicked.connect(lambda: self.list_asked.emit())
        self.open_box = QCheckBox(translate("ClusterBelt", "Only those that mean nothing yet"), self)
        self.open_box.setObjectName("texts_open")
        self.open_box.setToolTip(
            translate("ClusterBelt", "Hide texts that were read by a keyword or were given a code")
        )
        self.open_box.toggled.connect(self._list)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self._table())
        splitter.addWidget(self._choice())
        splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.empty, 1)
        head.addWidget(self.list_button)
        layout.addLayout(head)
        layout.addWidget(self.open_box)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._buttons())
        self.show_texts(None)

    def show_texts(self, rows, before=()):
        """List texts, None where the run has written none, and below them those that were given a code before."""
        text = translate("ClusterBelt", "The run did not list the texts that it did not understand.")
        if rows is not None:
            text = translate("ClusterBelt", "All texts were understood.")
        self.empty.setText(text)
        self.empty.setVisible(not rows)
        self.list_button.setVisible(rows is None)
        self._rows = [*(rows or ()), *before]
        # The codes on offer may be those of another run.
        self._kind = None
        self.tree.set_entries([])
        self._list()

    def show_given(self, given):
        """Show what texts were given."""
        self.model.set_given(given)
        self._show_chosen()

    @property
    def chosen(self):
        """The text that is chosen, or None."""
        place = self._place()
        return self.model.row_at(place) if place >= 0 else None

    def _place(self):
        rows = self.view.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _list(self, *_):
        self.model.set_rows(self._rows)
        if self.open_box.isChecked():
            kept = [
                row
                for number, row in enumerate(self._rows)
                if not row.code and not self.model.given_at(number)
            ]
            self.model.set_rows(kept)
        self.view.fit()
        self._show_chosen()

    def _table(self):
        self.view = make_table(self.model, "texts_view", self, FittingTable)
        self.view.set_fit(TextsModel.TEXT, _TEXT_WIDTH, giving=(TextsModel.WHY, TextsModel.GIVEN))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setMinimumHeight(height_of_rows(self.view, _ROWS_IN_SIGHT))
        self.view.setAccessibleName(translate("ClusterBelt", "Texts that were not understood"))
        self.view.setToolTip(
            translate(
                "ClusterBelt", "Texts that were not understood or only in part, those of most rows first"
            )
        )
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        return self.view

    def _choice(self):
        chosen = QWidget(self)
        self.example = make_label("texts_example", chosen)
        self.suggestions = QWidget(chosen)
        FlowLayout(parent=self.suggestions)
        self.tree = CodeTree(chosen)
        self.tree.chosen.connect(self._give)
        self.tree.codes_changed.connect(self._enable)
        layout = QVBoxLayout(chosen)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget, stretch in ((self.example, 0), (self.suggestions, 0), (self.tree, 1)):
            layout.addWidget(widget, stretch)
        return chosen

    def _buttons(self):
        tip = translate("ClusterBelt", "Let the text mean the codes that are marked in the tree")
        self.give_button = make_button(
            "give", translate("ClusterBelt", "This is what it means"), self, f"{tip} ({GIVE})"
        )
        tip = translate("ClusterBelt", "Take back what the text was given")
        self.withdraw_button = make_button(
            "withdraw_text", translate("ClusterBelt", "Withdraw"), self, f"{tip} ({WITHDRAW})"
        )
        self.give_button.clicked.connect(self._give)
        self.withdraw_button.clicked.connect(self._withdraw)
        for button, key in ((self.give_button, GIVE), (self.withdraw_button, WITHDRAW)):
            action = QAction(button.text(), self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(button.click)
            self.view.addAction(action)
            self.tree.view.addAction(action)
        row = QHBoxLayout()
        row.addWidget(self.give_button)
        row.addWidget(self.withdraw_button)
        row.addStretch(1)
        return row

    def _show_chosen(self, *_):
        row = self.chosen
        text = translate("ClusterBelt", "Choose a text, then what it means.")
        if row is not None:
            self._offer(row.kind)
            text = translate("ClusterBelt", "“{text}” as in “{example}”")
            text = (
                text.format(text=row.text, example=row.example)
                if row.example != row.text
                else f"“{row.text}”"
            )
        self.example.setText(text)
        self._suggest(row)
        if row is not None:
            given = self.model.given_at(self._place()) or row.code
            self.tree.show_codes(given.split("|") if given else self._suggested(row)[:1])
        self._enable()

    def _offer(self, kind):
        if kind != self._kind:
            self._kind = kind
            self.tree.set_entries(self._entries_of(kind))
        elif self.tree.search.text():
            self.tree.search.clear()

    def _suggested(self, row):
        """Return the codes among the words of the suggestions."""
        pieces = row.suggest.replace(";", ",").split(",")
        found = [next((word for word in piece.split() if word in self.tree.names), "") for piece in pieces]
        return list(dict.fromkeys(filter(None, found)))[:_MOST_SUGGESTIONS]

    def _suggest(self, row):
        layout = self.suggestions.layout()
        while layout.count():
            layout.takeAt(0).widget().deleteLater()
        for code in self._suggested(row) if row is not None else ():
            tip = translate("ClusterBelt", "Let the text mean {code}").format(code=code)
            button = make_button(f"suggest_{code}", self.tree.names[code], self.suggestions, tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _=False, chosen=code: self._tell([chosen]))
            layout.addWidget(button)
        self.suggestions.setVisible(layout.count() > 0)

    def _enable(self):
        row = self.chosen
        self.give_button.setEnabled(row is not None and bool(self.tree.codes))
        given = row is not None and self.model.given_at(self._place())
        self.withdraw_button.setEnabled(bool(given))

    def _give(self):
        if self.give_button.isEnabled():
            self._tell(self.tree.codes)

    def _withdraw(self):
        self._tell([])

    def _tell(self, codes):
        if self.chosen is not None:
            self.given.emit(self.chosen, codes)

    def go_on(self):
        """Choose the next text; after the last one all stays as it is."""
        row = self._place() + 1
        if row < self.model.rowCount():
            self.view.selectRow(row)
