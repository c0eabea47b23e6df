"""After a run: a message with its numbers, from which the report and the layout are made and opened."""

from html import escape

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QElapsedTimer, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QProgressDialog, QPushButton

from ..processing.analysis.guessing import NAMES
from ..processing.analysis.matching import statuses
from ..processing.cartography.counts import STATUS_FIELD, count_values
from ..processing.compat import language_of_user, translate
from .action_bar import LAYOUT, REPORT
from .preferences import preference
from .presets import parameters_for
from .run_follower import RunFollower

_EVENTS_MS = 50


class LiveFeedback(QgsProcessingFeedback):
    """Keeps the window alive while an algorithm works in its thread: whoever asks whether to stop lets it draw."""

    def __init__(self, title, parent):
        super().__init__(False)
        self._clock = QElapsedTimer()
        self._clock.start()
        self.dialog = QProgressDialog(title, translate("ClusterBelt", "Cancel"), 0, 0, parent)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setMinimumDuration(300)
        self.dialog.canceled.connect(self.cancel)
        self.progressChanged.connect(self._progress)

    def isCanceled(self):  # noqa: N802
        if self._clock.elapsed() > _EVENTS_MS:
            QCoreApplication.processEvents()
            self._clock.restart()
        return super().isCanceled()

    def _progress(self, percent):
        self.dialog.setMaximum(100)
        self.dialog.setValue(min(99, round(percent)))


class AfterRunPart:
    """The message after each run whose matched layer comes into the project."""

    def __init__(self, plugin):
        self._plugin, self._iface = plugin, plugin.iface
        self._follower = RunFollower(self._iface.mainWindow())
        self._follower.run_came.connect(self._tell)

    def remove(self):
        self._follower.shutdown()

    def _tell(self, layer):
        bar = self._iface.messageBar()
        message = bar.createMessage("Cluster Belt", escape(numbers_of(layer)))
        layer_id = layer.id()
        for text, open_it in (
            (translate("ClusterBelt", "Open report"), self.open_report),
            (translate("ClusterBelt", "Open layout"), self.open_layout),
        ):
            button = QPushButton(text, message)
            button.clicked.connect(lambda *_, act=open_it: act(layer_id))
            message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Success, 0)

    def open_report(self, layer_id):
        """Write the report of a matched layer and open it in the browser."""
        path = QgsProcessingUtils.generateTempFilename("report.html")
        results = self._run(
            REPORT, layer_id, {"OUTPUT": path}, translate("ClusterBelt", "Writing the report …")
        )
        if results:
            QDesktopServices.openUrl(QUrl.fromLocalFile(results["OUTPUT"]))

    def open_layout(self, layer_id):
        """Make the layout of a matched layer and open it in its designer."""
        results = self._run(LAYOUT, layer_id, {}, translate("ClusterBelt", "Making the layout …"))
        layout = results and QgsProject.instance().layoutManager().layoutByName(results["LAYOUT"])
        if layout:
            self._iface.openLayoutDesigner(layout)

    def _run(self, algorithm, layer_id, more, title):
        from qgis import processing

        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is None:
            return None
        parameters = {**parameters_for(algorithm, layer, self._class_field(layer)), **more}
        if algorithm == REPORT and "CLASS" not in parameters:
            self._plugin.open_algorithm(REPORT, parameters)
            return None
        if preference("LANGUAGE"):
            parameters["LANGUAGE"] = preference("LANGUAGE")
        feedback, context = LiveFeedback(title, self._iface.mainWindow()), QgsProcessingContext()
        context.setProject(QgsProject.instance())
        try:
            return processing.run(algorithm, parameters, context=context, feedback=feedback)
        except Exception as error:  # what an algorithm says is a sentence for the user
            if not feedback.isCanceled():
                bar = self._iface.messageBar()
                bar.pushMessage("Cluster Belt", escape(str(error)), Qgis.MessageLevel.Warning, 0)
            return None
        finally:
            feedback.dialog.reset()
            feedback.dialog.deleteLater()

    def _class_field(self, layer):
        dock = self._plugin.dock
        chosen = dock.overview.class_box.currentField() if dock is not None else ""
        found = (name for name in (chosen, *NAMES["class"]) if name and layer.fields().lookupField(name) >= 0)
        return next(found, "")


def numbers_of(layer):
    """Return the numbers of the statuses of a layer as a sentence."""
    counts, language = count_values(layer, STATUS_FIELD), language_of_user()
    decided = sum(counts.get(status, 0) for status in statuses.decided())
    parts = []
    for status in statuses.decided():
        count = counts.get(status, 0)
        share = f" ({100 * count / decided:.1f} %)" if decided else ""
        parts.append(f"{statuses.label(status, language)} {count}{share}")
    return f"{layer.name()}: {', '.join(parts)}"
