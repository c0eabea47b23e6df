"""The buttons of the dock: each opens the dialog of an algorithm with the layers filled in."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from ..processing.compat import translate
from .widgets import make_button

MATCH, STYLE, ELLIPSES, LAYOUT, REPORT = (
    "clusterbelt:matchclusters",
    "clusterbelt:stylematches",
    "clusterbelt:weightedellipse",
    "clusterbelt:matchlayout",
    "clusterbelt:matchreport",
)


class ActionBar(QWidget):
    """Emits the id of an algorithm; knows which of them need a matched layer and which are there."""

    asked = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.buttons = {}
        for algorithm, text, tip in _actions():
            button = make_button(algorithm.split(":")[1], text, self)
            button.setProperty("tip", tip)
            button.clicked.connect(lambda _=False, chosen=algorithm: self.asked.emit(chosen))
            self.buttons[algorithm] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self.set_matched(False)

    def set_matched(self, there):
        """Enable what works with a matched layer, or only what works without one."""
        registry = QgsApplication.processingRegistry()
        for algorithm, button in self.buttons.items():
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


def _actions():
    """Return algorithm, text and tip of each button."""
    return (
        (
            MATCH,
            translate("ClusterBelt", "Match …"),
            translate("ClusterBelt", "Match clusters with belts"),
        ),
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
            translate("ClusterBelt", "Layout …"),
            translate("ClusterBelt", "Create a print layout with legend and table"),
        ),
        (
            REPORT,
            translate("ClusterBelt", "Report …"),
            translate("ClusterBelt", "Write a report with tables, map and charts"),
        ),
    )
