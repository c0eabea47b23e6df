"""The buttons with which the selected clusters are judged, their keys, and the reason."""

from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from ...processing.analysis.industries.relation_kinds import RELATIONS
from ...processing.compat import translate
from ..elements.flow_layout import FlowLayout
from ..elements.widgets import make_button, make_label, opens_menu, plain_tip
from .judging import WITHDRAW
from .pairs_model import relation_label

UNDO, NOTE = "undo", "note"
KEYS = {"accept": "A", "reject": "R", "set": "S", WITHDRAW: "W", UNDO: "U", NOTE: "N"}


@dataclass(frozen=True)
class Judged:
    """What would be judged: how many clusters, how many of them have no belts, how many are judged already.

    `belt` is the id of the only belt; '' for all belts.
    """

    number: int = 0
    without_belts: int = 0
    judged: int = 0
    belt: str = ""


class JudgingBar(QWidget):
    """Emits what is decided: decision and relation; `refused` says why a key does nothing now."""

    decided = pyqtSignal(str, str)
    undo_asked = pyqtSignal()
    refused = pyqtSignal(str)
    # The reason is written: back to the list.
    left = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._refusals = {}
        self.target = make_label("why_target", self)
        self.note = QLineEdit(self)
        self.note.setObjectName("note")
        self.note.setPlaceholderText(translate("ClusterBelt", "Reason"))
        tip = translate("ClusterBelt", "Reason for your decision; kept with the judgement")
        self.note.setToolTip(f"{tip} ({KEYS[NOTE]})")
        self.note.setAccessibleName(tip)
        self._leave_by_key()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.target)
        layout.addWidget(self.note)
        layout.addLayout(self._buttons())

    def add_keys_to(self, *views):
        """Let the keys work in these views."""
        for name, key in KEYS.items():
            button = self.buttons.get(name)
            action = QAction(self.note.placeholderText() if button is None else button.text(), self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, chosen=name: self._press(chosen))
            for view in views:
                view.addAction(action)

    def show_judged(self, judged, can_undo):
        """Say what would be judged, and enable what can be done."""
        target = self._target(judged)
        self.target.setText(translate("ClusterBelt", "Applies to: {target}").format(target=target))
        self.target.setVisible(judged.number > 0)
        self._refusals = self._why_not(judged, can_undo)
        for name, tip in self._tips(target).items():
            why_not = self._refusals.get(name, "") if judged.number or name == UNDO else ""
            self.buttons[name].setEnabled(name not in self._refusals)
            self.buttons[name].setToolTip(plain_tip(f"{why_not or tip} ({KEYS[name]})"))

    def _leave_by_key(self):
        self.note.returnPressed.connect(self.left)
        escape = QAction(self.note)
        escape.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        escape.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        escape.triggered.connect(self.left)
        self.note.addAction(escape)

    def _buttons(self):
        row = FlowLayout()
        self.buttons = {}
        for name, text in (
            ("accept", translate("ClusterBelt", "Accept")),
            ("reject", translate("ClusterBelt", "Reject")),
            ("set", translate("ClusterBelt", "Set")),
            (WITHDRAW, translate("ClusterBelt", "Withdraw")),
            (UNDO, translate("ClusterBelt", "Undo")),
        ):
            self.buttons[name] = make_button(name, text, self)
            row.addWidget(self.buttons[name])
        for name in ("accept", "reject", WITHDRAW):
            self.buttons[name].clicked.connect(lambda _=False, chosen=name: self.decided.emit(chosen, ""))
        self.buttons[UNDO].clicked.connect(lambda: self.undo_asked.emit())
        menu = QMenu(self)
        for relation in reversed(RELATIONS):
            action = QAction(relation_label(relation), menu)
            action.setData(relation)
            action.triggered.connect(lambda _=False, chosen=relation: self.decided.emit("set", chosen))
            menu.addAction(action)
        self.buttons["set"].setMenu(menu)
        opens_menu(self.buttons["set"])
        self.buttons["set"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return row

    def _press(self, name):
        if name == NOTE:
            self.note.setFocus()
        elif not self.buttons[name].isEnabled():
            self.refused.emit(self._refusals[name])
        elif name == "set":
            self.buttons[name].showMenu()
        else:
            self.buttons[name].click()

    @staticmethod
    def _target(judged):
        if judged.number > 1:
            text = translate("ClusterBelt", "{number} clusters and all belts of their cities")
            return text.format(number=judged.number)
        if judged.belt:
            return translate("ClusterBelt", "this cluster and belt {belt}").format(belt=judged.belt)
        return translate("ClusterBelt", "this cluster and all belts of its city")

    @staticmethod
    def _tips(target):
        """Return by button what it does."""
        tips = {
            "accept": translate("ClusterBelt", "Judge that {target} match, regardless of the rules"),
            "reject": translate(
                "ClusterBelt", "Judge that {target} are not related, regardless of the rules"
            ),
            "set": translate("ClusterBelt", "Judge how {target} are related"),
            WITHDRAW: translate("ClusterBelt", "Withdraw the judgements on {target}"),
            UNDO: translate("ClusterBelt", "Undo the last judgement"),
        }
        return {name: tip.format(target=target) for name, tip in tips.items()}

    @staticmethod
    def _why_not(judged, can_undo):
        """Return by button that cannot be pressed why it cannot."""
        refusals = {} if can_undo else {UNDO: translate("ClusterBelt", "There is no judgement to undo")}
        if not judged.number:
            text = translate("ClusterBelt", "Select the clusters that are to be judged")
            return {**dict.fromkeys(("accept", "reject", "set", WITHDRAW), text), **refusals}
        if judged.without_belts == judged.number:
            text = translate("ClusterBelt", "There are no belts in the city with which it could match")
            refusals["accept"] = refusals["set"] = text
        if not judged.judged:
            refusals[WITHDRAW] = translate("ClusterBelt", "There is no judgement to withdraw")
        return refusals
