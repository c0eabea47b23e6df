"""The part of the review that says why a cluster has its status and takes judgements."""

from dataclasses import replace

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QFrame, QScrollArea, QTableView, QVBoxLayout, QWidget

from ...processing.cartography.counts import status_label
from ...processing.compat import translate
from ..elements.tables import height_of_rows, make_table
from ..elements.widgets import make_label, name_parts
from ..study.study_files import is_in_profile
from .judged_marks import judgement_line
from .judging_bar import Judged, JudgingBar
from .pairs_model import PairsModel

# The pairs are never squeezed to fewer rows than these.
_PAIRS_IN_SIGHT = 3


class WhyPanel(QObject):
    """The view of a `Why` in two parts: `details`, which scroll, and the `judging_bar`, always in sight."""

    file_chosen = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.pairs_model = PairsModel(self)
        self._judged, self._can_undo, self._why = Judged(), False, None
        self._build()
        self.show_why(None)

    def show_why(self, why):
        """Show the reasons of a cluster; None for no cluster."""
        is_another = why is None or self._why is None or why.key != self._why.key
        self._why = why
        self.pairs_model.set_pairs(why.pairs if why is not None else ())
        self.pairs_view.setVisible(bool(why is not None and why.pairs))
        self.title.setText("" if why is None else self._title_of(why))
        self.title.setVisible(why is not None)
        text = translate("ClusterBelt", "Select a cluster to see why it has its status.")
        self.evidence.setText(text if why is None else why.evidence)
        self.judgements.setText("" if why is None else "\n".join(map(judgement_line, why.judgements)))
        self.judgements.setVisible(bool(self.judgements.text()))
        if is_another:
            self.details.verticalScrollBar().setValue(0)
        self._show_what_is_judged()

    def show_judged(self, judged, can_undo):
        """Tell what is selected, and whether there is something to undo."""
        self._judged, self._can_undo = judged, can_undo
        self._show_what_is_judged()

    def show_file(self, path):
        """Show where judgements go, and say so where that is not with layer or project."""
        self.in_profile.setVisible(is_in_profile(path))
        if path == self.file_widget.filePath():
            return  # Else the cursor would jump while one is typing.
        self.file_widget.blockSignals(True)
        self.file_widget.setFilePath(path)
        self.file_widget.blockSignals(False)

    def _build(self):
        inner = QWidget()
        self.title = make_label("why_title", inner)
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.evidence = make_label("why_evidence", inner)
        flags = Qt.TextInteractionFlag
        self.evidence.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.judgements = make_label("why_judgements", inner)
        self._pairs(inner)
        self.judging_bar = JudgingBar(self.parent())
        self.target, self.note, self.buttons = (
            self.judging_bar.target,
            self.judging_bar.note,
            self.judging_bar.buttons,
        )
        self.judging_bar.add_keys_to(self.pairs_view)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.evidence, self.judgements):
            layout.addWidget(widget)
        layout.addWidget(self.pairs_view, 1)
        layout.addWidget(self._file(inner))
        layout.addWidget(self.in_profile)
        layout.addStretch(0)
        self.details = QScrollArea(self.parent())
        self.details.setObjectName("why_details")
        self.details.setWidgetResizable(True)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.details.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.details.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.details.setWidget(inner)

    def _pairs(self, parent):
        self.pairs_view = make_table(self.pairs_model, "pairs_view", parent)
        self.pairs_view.setAccessibleName(translate("ClusterBelt", "Related belts"))
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

    def _file(self, parent):
        self.file_widget = QgsFileWidget(parent)
        self.file_widget.setObjectName("judgement_file")
        self.file_widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file_widget.setConfirmOverwrite(False)
        self.file_widget.setFilter("GeoPackage (*.gpkg)")
        self.file_widget.lineEdit().setAccessibleName(translate("ClusterBelt", "File for the judgements"))
        self.file_widget.setToolTip(
            translate(
                "ClusterBelt",
                "File for the judgements; use it in “Match clusters with belts” as “Your own judgements”",
            )
        )
        name_parts(self.file_widget, translate("ClusterBelt", "Choose the file for the judgements"))
        self.file_widget.fileChanged.connect(self.file_chosen)
        self.in_profile = make_label("file_in_profile", parent)
        self.in_profile.setText(
            translate(
                "ClusterBelt",
                "This file lies in your QGIS profile: it stays on this computer and is not saved with layers or project.",
            )
        )
        self.in_profile.hide()
        return self.file_widget

    def pair(self):
        """Return the pair of the belt that is judged; None for all belts."""
        rows = self.pairs_view.selectionModel().selectedRows() if self._judged.number == 1 else ()
        pair = self.pairs_model.pair_at(rows[0].row()) if rows else None
        return None if pair is None or pair.belt is None else pair

    def belt(self):
        """Return the id of the belt that is judged; '' for all belts."""
        pair = self.pair()
        return "" if pair is None else str(pair.belt)

    def _show_what_is_judged(self, *_):
        self.judging_bar.show_judged(replace(self._judged, belt=self.belt()), self._can_undo)

    @staticmethod
    def _title_of(why):
        parts = [why.name, why.city, status_label(why.status) if why.status else ""]
        return " · ".join(part for part in parts if part)
