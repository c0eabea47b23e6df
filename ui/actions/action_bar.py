"""The buttons of the dock: pages and the run again are made at once, the others open a dialog with the layers filled in."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ...processing.compat import translate
from ..elements.flow_layout import FlowLayout
from ..elements.widgets import make_button, plain_tip

MATCH, STYLE, ELLIPSES, LAYOUT, REPORT = (
    "clusterbelt:matchclusters",
    "clusterbelt:stylematches",
    "clusterbelt:weightedellipse",
    "clusterbelt:matchlayout",
    "clusterbelt:matchreport",
)
_MENU_KEY = "Alt+Down"
# No algorithm of its own: the run that made the layer, once more.
AGAIN = "again"
# What is made at once; the dialog waits behind an arrow.
AT_ONCE = (LAYOUT, REPORT, AGAIN)


class ActionBar(QWidget):
    """Emits the id of an algorithm; knows which of them need a matched layer and which are there."""

    # For its dialog, and for what is made without one.
    asked = pyqtSignal(str)
    made_at_once = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        layout = FlowLayout(parent=self)
        self.buttons = {}
        for algorithm, text, tip in _actions():
            button = make_button(algorithm.split(":")[-1], text, self)
            button.setProperty("tip", tip)
            wish = self.made_at_once if algorithm in AT_ONCE else self.asked
            button.clicked.connect(lambda _=False, chosen=algorithm, wish=wish: wish.emit(chosen))
            self.buttons[algorithm] = button
            if algorithm != AGAIN:  # It stands beside the layer that it is about.
                layout.addWidget(button)
        for algorithm in AT_ONCE:
            self._offer_dialog(algorithm)
        self.set_matched(False)

    def _offer_dialog(self, algorithm):
        """Give a button an arrow, behind which its dialog waits."""
        button, menu = self.buttons[algorithm], QMenu(self)
        menu.addAction(translate("ClusterBelt", "With options …")).triggered.connect(
            lambda *_: self.asked.emit(algorithm)
        )
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        down = QAction(button)
        down.setShortcut(QKeySequence(_MENU_KEY))
        down.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        down.triggered.connect(lambda *_: button.showMenu())
        button.addAction(down)

    def set_matched(self, there, run=None):
        """Enable what works with a matched layer, made by a `Run` or not, or only what works without one."""
        registry = QgsApplication.processingRegistry()
        for algorithm, button in self.buttons.items():
            if algorithm == AGAIN:
                self._offer_again(button, run)
                continue
            known = registry.algorithmById(algorithm) is not None
            button.setEnabled(known and (there or algorithm == MATCH))
            tip = button.property("tip")
            if not known:
                tip = translate("ClusterBelt", "{tip} (the algorithm {algorithm} is not available)").format(
                    tip=tip, algorithm=algorithm
                )
            elif not there and algorithm != MATCH:
                tip = translate("ClusterBelt", "{tip} (choose a matched layer first)").format(tip=tip)
            button.setToolTip(tip)
            button.setAccessibleName(tip)

    @staticmethod
    def _offer_again(button, run):
        known = run is not None and QgsApplication.processingRegistry().algorithmById(run.algorithm)
        button.setEnabled(bool(known))
        if known:
            tip = translate(
                "ClusterBelt",
                "Run “{name}” of {time} again with the same parameters and your judgements; its arrow opens the dialog",
            ).format(name=known.displayName(), time=run.time[:19].replace("T", " "))
        else:
            tip = translate("ClusterBelt", "The layer does not tell which run made it")
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(tip)


def _actions():
    """Return algorithm, text and tip of each button."""
    return (
        (
            MATCH,
            translate("ClusterBelt", "Match …"),
            translate("ClusterBelt", "Match clusters with belts"),
        ),
        (AGAIN, translate("ClusterBelt", "Run again"), ""),
        (
            STYLE,
            translate("ClusterBelt", "Style …"),
            translate("ClusterBelt", "Style by status and class, in colour or grey, with labels"),
        ),
        (
            ELLIPSES,
            translate("ClusterBelt", "Ellipses …"),
            translate("ClusterBelt", "Draw the weighted standard deviational ellipse of each class"),
        ),
        (
            LAYOUT,
            translate("ClusterBelt", "Layout"),
            translate("ClusterBelt", "Make a print layout with legend and table; its arrow opens the dialog"),
        ),
        (
            REPORT,
            translate("ClusterBelt", "Report"),
            translate(
                "ClusterBelt", "Write a report with tables, map and charts; its arrow opens the dialog"
            ),
        ),
    )
