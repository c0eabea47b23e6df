"""What the empty dock says: how to begin, with the sample or with one's own tables."""

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout

from ...processing.compat import translate
from ..actions.action_bar import MATCH
from ..elements.widgets import Page, make_button, make_label


class Welcome(Page):
    """Emits `sample_asked`, and `asked` with the id of an algorithm."""

    sample_asked = pyqtSignal()
    asked = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.text = make_label("welcome", self)
        self.text.setText(
            translate(
                "ClusterBelt",
                "How far have industrial clusters gone online? Match a table of clusters with one of online belts, "
                "each row with a city and an industry.",
            )
        )
        tip = translate("ClusterBelt", "Match the clusters and belts of the sample and draw their ellipses")
        self.sample_button = make_button(
            "load_sample", translate("ClusterBelt", "Load sample study"), self, tip
        )
        self.sample_button.clicked.connect(lambda: self.sample_asked.emit())
        tip = translate("ClusterBelt", "Match clusters with belts")
        self.own_button = make_button(
            "match_own", translate("ClusterBelt", "Match my own tables …"), self, tip
        )
        self.own_button.clicked.connect(lambda: self.asked.emit(MATCH))
        self.steps = make_label("welcome_steps", self)
        self.steps.setText("\n".join(f"{number}. {step}" for number, step in enumerate(_steps(), 1)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        for widget in (self.text, self.sample_button, self.own_button, self.steps):
            layout.addWidget(widget)
        layout.addStretch(1)


def _steps():
    """Return what comes next, a sentence a step."""
    return (
        translate("ClusterBelt", "Load the sample study, or match your own tables."),
        translate("ClusterBelt", "Overview: counts and rates by class; click a number to list its clusters."),
        translate("ClusterBelt", "Review: see why a cluster has its status, and judge it."),
        translate("ClusterBelt", "Texts: say what industry or city a text means that was not understood."),
        translate("ClusterBelt", "Run again: your judgements and texts enter the numbers."),
        translate("ClusterBelt", "Report and Layout: the pages to hand on."),
    )
