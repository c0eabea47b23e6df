"""What the dock reminds of: judgements that are newer than the layer, and layers that would be lost."""

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QDir, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from ...processing.compat import translate
from ...processing.layers.matching.alias_table import aliases_of
from ...processing.layers.matching.judgement_table import judgements_by_cluster
from ...processing.layers.runs import run_of
from ...processing.layers.writing.saving import SavingError, save_layers, temporary_layers
from ..elements.notice_bar import NoticeBar
from ..review.judged_marks import is_pending


class Notices(QObject):
    """The two notices of a dock; `again_asked` is for the run once more."""

    again_asked = pyqtSignal()
    saved = pyqtSignal(str)

    def __init__(self, parent):
        super().__init__(parent)
        self.older = NoticeBar(
            "again_notice",
            translate("ClusterBelt", "Run again"),
            translate("ClusterBelt", "Run the matching again with what you said since"),
            parent,
        )
        self.temporary = NoticeBar(
            "save_temporary",
            translate("ClusterBelt", "Save …"),
            translate("ClusterBelt", "Save the temporary layers to one GeoPackage; their styles stay"),
            parent,
        )
        self.older.asked.connect(self.again_asked)
        self.temporary.asked.connect(self.save)

    def look_at(self, layer, file):
        """Say how much was said since the run of a matched layer."""
        run, number = run_of(layer), 0
        if run is not None and file:
            judged = [one for found in judgements_by_cluster(file).values() for one in found]
            number = sum(is_pending(one.date, run, "OVERRIDES") for one in judged)
            number += sum(is_pending(one.date, run, "ALIASES") for one in aliases_of(file).values())
        text = translate("ClusterBelt", "Judgements and texts newer than the layer: {number}.")
        self.older.say(text.format(number=number) if number else "")

    def look_for_temporary(self):
        """Say how many layers would be lost."""
        number = len(temporary_layers(QgsProject.instance()))
        text = translate("ClusterBelt", "Temporary layers: {number}.")
        self.temporary.say(text.format(number=number) if number else "")

    def save(self):
        """Ask for a file, and save the temporary layers."""
        project = QgsProject.instance()
        folder = project.absolutePath() or QDir.homePath()
        title = translate("ClusterBelt", "Save temporary layers")
        # An existing file is added to, so that there is nothing to confirm.
        path, _ = QFileDialog.getSaveFileName(
            self.parent(),
            title,
            str(Path(folder) / f"{project.baseName() or 'layers'}.gpkg"),
            "GeoPackage (*.gpkg)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.save_to(path if path.lower().endswith(".gpkg") else f"{path}.gpkg")

    def save_to(self, path):
        """Save the temporary layers to a GeoPackage, and say how that went."""
        layers = temporary_layers(QgsProject.instance())
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            save_layers(layers, path)
        except SavingError as error:
            self.saved.emit(str(error))
            return
        finally:
            QApplication.restoreOverrideCursor()
        QgsProject.instance().setDirty(True)
        self.look_for_temporary()
        text = translate("ClusterBelt", "Layers saved to {file}: {number}.")
        self.saved.emit(text.format(number=len(layers), file=Path(path).name))
