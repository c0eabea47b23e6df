"""The page of Cluster Belt in QGIS's options: what all dialogs begin with."""

from html import escape

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import (
    QgsFileWidget,
    QgsOptionsPageWidget,
    QgsProjectionSelectionWidget,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel

from ...processing.algorithms.choice_words import words_of_choice
from ...processing.algorithms.parameters.language import LANGUAGES
from ...processing.analysis.places.registry import countries
from ...processing.compat import translate
from ..elements.widgets import make_label, name_parts
from ..study.preferences import preference, set_preference
from .own_taxonomy import why_no_taxonomy

_DEBOUNCE_MS = 400


class OptionsPage(QgsOptionsPageWidget):
    """Language of results, default taxonomy, gazetteer and plane."""

    def __init__(self, parent=None, message_bar=None):
        super().__init__(parent)
        self._message_bar = message_bar
        self.language = _choice("LANGUAGE", LANGUAGES)
        self.country = _choice("COUNTRY", countries())
        self._make_taxonomy()
        self.plane = QgsProjectionSelectionWidget()
        self.plane.setNotSetText(translate("ClusterBelt", "Chosen for the data"))
        self.plane.setOptionVisible(QgsProjectionSelectionWidget.CrsOption.CrsNotSet, True)
        self.plane.setCrs(QgsCoordinateReferenceSystem(preference("MEASURE_CRS")))
        form = QFormLayout(self)
        note = QLabel(
            translate(
                "ClusterBelt", "The dialogs of Cluster Belt begin with these; scripts and models do not."
            )
        )
        note.setWordWrap(True)
        form.setContentsMargins(9, 9, 9, 9)
        form.addRow(note)
        form.addRow(translate("ClusterBelt", "Language of results"), self.language)
        form.addRow(translate("ClusterBelt", "Your own taxonomy"), self.taxonomy)
        form.addRow("", self.problem)
        form.addRow(translate("ClusterBelt", "Gazetteer"), self.country)
        words = translate("ClusterBelt", "Measuring CRS")
        form.addRow(words, self.plane)
        name_parts(self.plane, words)
        for box in self.plane.findChildren(QComboBox):
            box.setAccessibleName(words)

    def apply(self):
        """Keep what is shown; a taxonomy that cannot be read is not, and the message bar says why."""
        set_preference("LANGUAGE", self.language.currentData() if self.language.currentIndex() else "")
        set_preference("COUNTRY", self.country.currentData() if self.country.currentIndex() else "")
        set_preference("MEASURE_CRS", self.plane.crs().authid())
        path = self._path()
        why = why_no_taxonomy(path) if path and path != preference("TAXONOMY") else ""
        if not why:
            set_preference("TAXONOMY", path)
        elif self._message_bar is not None:
            text = translate("ClusterBelt", "Your own taxonomy stays as it was. {reason}")
            self._message_bar.pushWarning("Cluster Belt", escape(text.format(reason=why)))

    def _make_taxonomy(self):
        """Make the box of the file, and the line beneath it that says why it is none."""
        self.taxonomy = QgsFileWidget()
        self.taxonomy.setFilePath(preference("TAXONOMY"))
        words = translate("ClusterBelt", "Your own taxonomy")
        self.taxonomy.lineEdit().setAccessibleName(words)
        name_parts(self.taxonomy, words)
        self.taxonomy.lineEdit().setPlaceholderText(translate("ClusterBelt", "The bundled taxonomy"))
        self.problem = make_label("taxonomy_problem", self)
        self.problem.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self.check)
        self.taxonomy.fileChanged.connect(lambda *_: self._timer.start())
        # Once the page is there: the first reading of a session takes a second or two.
        self._timer.start()

    def check(self):
        """Say why the file that is chosen cannot be the taxonomy."""
        why = why_no_taxonomy(self._path()) if self._path() else ""
        self.problem.setText(why)
        self.problem.setVisible(bool(why))

    def _path(self):
        return self.taxonomy.filePath().strip().strip('"')


def _choice(name, keys):
    box = QComboBox()
    for key in keys:
        box.addItem(words_of_choice(name, key), key)
    box.setCurrentIndex(max(0, box.findData(preference(name))))
    return box
