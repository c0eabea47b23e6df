"""The panel of the dock that says why a cluster has its status and takes judgements."""

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing.analysis.industries.relation_kinds import RELATIONS
from ..processing.cartography.counts import status_label
from ..processing.compat import translate
from .pairs_model import PairsModel, relation_label
from .tables import height_of_rows, make_table
from .widgets import make_button, make_label

_DECISIONS = ("accept", "reject", "set")
# The pairs are never squeezed to fewer rows than these.
_PAIRS_IN_SIGHT = 3


class WhyPanel(QWidget):
    """The view of a `Why`; emits decision, belt, relation and reason."""

    judgement_made = pyqtSignal(str, str, str, str)
    file_chosen = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.pairs_model = PairsModel(self)
        self._build()
        self.show_why(None)

    def show_why(self, why):
        """Show the reasons of a cluster; None for no cluster."""
        self._why = why
        self.pairs_model.set_pairs(why.pairs if why is not None else ())
        self.pairs_view.setVisible(bool(why is not None and why.pairs))
        self.title.setText("" if why is None else self._title_of(why))
        text = translate("ClusterBelt", "Select a cluster to see why it has its status.")
        self.evidence.setText(text if why is None else why.evidence)
        self.judgements.setText("" if why is None else "\n".join(map(self._words_of, why.judgements)))
        self.judgements.setVisible(bool(self.judgements.text()))
        self._show_what_is_judged()

    def show_file(self, path):
        """Show where judgements go."""
        if path == self.file_widget.filePath():
            return  # Else the cursor would jump while one is typing.
        self.file_widget.blockSignals(True)
        self.file_widget.setFilePath(path)
        self.file_widget.blockSignals(False)

    def _build(self):
        self.title = make_label("why_title", self)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.evidence = make_label("why_evidence", self)
        flags = Qt.TextInteractionFlag
        self.evidence.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.judgements = make_label("why_judgements", self)
        self.target = make_label("why_target", self)
        self._pairs()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.evidence, self.judgements):
            layout.addWidget(widget)
        layout.addWidget(self.pairs_view, 1)
        layout.addWidget(self.target)
        layout.addLayout(self._judging())
        layout.addWidget(self._file())
        layout.addStretch(0)

    def _pairs(self):
        self.pairs_view = make_table(self.pairs_model, "pairs_view", self)
        self.pairs_view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.pairs_view.setMinimumHeight(height_of_rows(self.pairs_view, _PAIRS_IN_SIGHT))
        self.pairs_view.setToolTip(
            translate(
                "ClusterBelt", "Related belts. Select one to judge this pair only; press Esc for all belts"
            )
        )
        escape = QAction(self.pairs_view)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        escape.triggered.connect(self.pairs_view.clearSelection)
        self.pairs_view.addAction(escape)
        header = self.pairs_view.horizontalHeader()
        for section, mode in enumerate(("ResizeToContents", "ResizeToContents", "Stretch")):
            header.setSectionResizeMode(section, getattr(header.ResizeMode, mode))
        self.pairs_view.selectionModel().selectionChanged.connect(self._show_what_is_judged)

    def _judging(self):
        self.note = QLineEdit(self)
        self.note.setObjectName("note")
        self.note.setPlaceholderText(translate("ClusterBelt", "Reason"))
        self.note.setToolTip(translate("ClusterBelt", "Reason for your decision; kept with the judgement"))
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        self.buttons = {}
        for decision, text in zip(
            _DECISIONS,
            (
                translate("ClusterBelt", "Accept"),
                translate("ClusterBelt", "Reject"),
                translate("ClusterBelt", "Set"),
            ),
        ):
            self.buttons[decision] = make_button(decision, text, self)
            row.addWidget(self.buttons[decision])
        self.buttons["accept"].clicked.connect(lambda: self._judge("accept"))
        self.buttons["reject"].clicked.connect(lambda: self._judge("reject"))
        menu = QMenu(self)
        for relation in reversed(RELATIONS):
            action = QAction(relation_label(relation), menu)
            action.setData(relation)
            action.triggered.connect(lambda _=False, chosen=relation: self._judge("set", chosen))
            menu.addAction(action)
        self.buttons["set"].setMenu(menu)
        self.buttons["set"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return row

    def _file(self):
        self.file_widget = QgsFileWidget(self)
        self.file_widget.setObjectName("judgement_file")
        self.file_widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file_widget.setConfirmOverwrite(False)
        self.file_widget.setFilter("GeoPackage (*.gpkg)")
        self.file_widget.setToolTip(
            translate(
                "ClusterBelt",
                "File for the judgements; use it in “Match clusters with belts” as “Your own judgements”",
            )
        )
        self.file_widget.fileChanged.connect(self.file_chosen)
        return self.file_widget

    def _judge(self, decision, relation=""):
        self.judgement_made.emit(decision, self._belt(), relation, self.note.text().strip())

    def _belt(self):
        rows = self.pairs_view.selectionModel().selectedRows()
        pair = self.pairs_model.pair_at(rows[0].row()) if rows else None
        return "" if pair is None or pair.belt is None else str(pair.belt)

    def _show_what_is_judged(self, *_):
        can_judge = self._why is not None and bool(self._why.key)
        belt = self._belt() if can_judge else ""
        if belt:
            target = translate("ClusterBelt", "this cluster and belt {belt}").format(belt=belt)
        else:
            target = translate("ClusterBelt", "this cluster and all belts of its city")
        self.target.setText(translate("ClusterBelt", "Applies to: {target}").format(target=target))
        self.target.setVisible(can_judge)
        tips = {
            "accept": translate("ClusterBelt", "Judge that {target} match, regardless of the rules"),
            "reject": translate(
                "ClusterBelt", "Judge that {target} are not related, regardless of the rules"
            ),
            "set": translate("ClusterBelt", "Judge how {target} are related"),
        }
        for decision, button in self.buttons.items():
            button.setEnabled(can_judge)
            button.setToolTip(tips[decision].format(target=target))

    @staticmethod
    def _title_of(why):
        parts = [why.name, why.city, status_label(why.status) if why.status else ""]
        return " · ".join(part for part in parts if part)

    @staticmethod
    def _words_of(judgement):
        decisions = {
            "accept": translate("ClusterBelt", "accepted"),
            "reject": translate("ClusterBelt", "rejected"),
            "set": translate("ClusterBelt", "set to “{relation}”"),
        }
        words = decisions.get(judgement.decision, judgement.decision)
        words = words.format(relation=relation_label(judgement.relation))
        text = translate("ClusterBelt", "Judged: {words} ({belt}; {reviewer} {date}) {note}")
        belt = judgement.belt_id or translate("ClusterBelt", "all belts")
        return text.format(
            words=words, belt=belt, reviewer=judgement.reviewer, date=judgement.date, note=judgement.note
        ).strip()
