"""The page of Cluster Belt in QGIS's options: what all dialogs begin with."""

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import (
    QgsFileWidget,
    QgsOptionsPageWidget,
    QgsProjectionSelectionWidget,
)
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel

from ...processing.algorithms.choice_words import words_of_choice
from ...processing.algorithms.parameters.language import LANGUAGES
from ...processing.analysis.places.registry import countries
from ...processing.compat import translate
from .preferences import preference, set_preference


class OptionsPage(QgsOptionsPageWidget):
    """Language of results, default taxonomy, gazetteer and plane."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.language = _choice("LANGUAGE", LANGUAGES)
        self.country = _choice("COUNTRY", countries())
        self.taxonomy = QgsFileWidget()
        self.taxonomy.setFilePath(preference("TAXONOMY"))
        self.taxonomy.lineEdit().setPlaceholderText(translate("ClusterBelt", "The bundled taxonomy"))
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
        form.addRow(translate("ClusterBelt", "Gazetteer"), self.country)
        form.addRow(translate("ClusterBelt", "Measuring CRS"), self.plane)

    def apply(self):
        """Keep what is shown."""
        set_preference("LANGUAGE", self.language.currentData() if self.language.currentIndex() else "")
        set_preference("COUNTRY", self.country.currentData() if self.country.currentIndex() else "")
        set_preference("TAXONOMY", self.taxonomy.filePath().strip())
        set_preference("MEASURE_CRS", self.plane.crs().authid())


def _choice(name, keys):
    box = QComboBox()
    for key in keys:
        box.addItem(words_of_choice(name, key), key)
    box.setCurrentIndex(max(0, box.findData(preference(name))))
    return box
