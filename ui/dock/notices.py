"""What the dock reminds of: rows that are gone, clusters without a place, newer judgements, layers that would be lost."""

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProject
from qgis.PyQt.QtCore import QDir, QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from ...processing.compat import translate
from ...processing.layers.matching.alias_table import aliases_of
from ...processing.layers.matching.judgement_table import judgements_by_cluster
from ...processing.layers.runs import is_gone, run_of
from ...processing.layers.writing.saving import SavingError, save_layers, temporary_layers
from ..actions.action_bar import MATCH
from ..elements.notice_bar import NoticeBar
from ..review.judged_marks import is_pending


class Notices(QObject):
    """The notices of a dock; `again_asked` is for the run once more, `places_asked` for it in its dialog."""

    again_asked = pyqtSignal()
    places_asked = pyqtSignal()
    saved = pyqtSignal(str)

    def __init__(self, parent):
        super().__init__(parent)
        again = translate("ClusterBelt", "Run again")
        self.gone = NoticeBar(
            "gone_notice", again, translate("ClusterBelt", "Run the matching again as it was"), parent
        )
        self.older = NoticeBar(
            "again_notice",
            again,
            translate("ClusterBelt", "Run the matching again with what you said since"),
            parent,
        )
        self.unplaced = NoticeBar(
            "give_cities",
            translate("ClusterBelt", "Give …"),
            translate("ClusterBelt", "Open the matching with the parameters of this run"),
            parent,
        )
        self.temporary = NoticeBar(
            "save_temporary",
            translate("ClusterBelt", "Save …"),
            translate("ClusterBelt", "Save the temporary layers to one GeoPackage; their styles stay"),
            parent,
        )
        self.unplaced.asked.connect(self.places_asked)
        for notice in (self.gone, self.older):
            notice.asked.connect(self.again_asked)
        self.temporary.asked.connect(self.save)

    def look_at(self, layer, file):
        """Say how much was said since the run of a matched layer, and that nothing of it is there, or on the map."""
        run, number = run_of(layer), 0
        if run is not None and file:
            judged = [one for found in judgements_by_cluster(file).values() for one in found]
            number = sum(is_pending(one.date, run, "OVERRIDES") for one in judged)
            number += sum(is_pending(one.date, run, "ALIASES") for one in aliases_of(file).values())
        is_lost = layer is not None and is_gone(layer)
        text = translate("ClusterBelt", "The rows of this run were temporary and are gone.")
        self.gone.say(text if is_lost else "")
        text = translate("ClusterBelt", "Judgements and texts newer than the layer: {number}.")
        self.older.say(text.format(number=number) if number else "")
        text = translate(
            "ClusterBelt", "No cluster has a place on the map: give a layer with points as “{parameter}”."
        )
        parameter = translate("ClusterBelt", "Your own cities")
        is_blank = run is not None and run.algorithm == MATCH and _has_no_place(layer)
        self.unplaced.say(text.format(parameter=parameter) if is_blank else "")

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


def _has_no_place(layer):
    """Tell whether a layer has rows and no geometry; one that has a point at the origin only is asked for its rows."""
    if layer.featureCount() == 0 or (layer.isSpatial() and not layer.extent().isNull()):
        return False
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    return all(feature.geometry().isEmpty() for feature in layer.getFeatures(request))
