"""What is made in one click: report and layout of a matched layer, its run again, and what the message bar says of them."""

from html import escape
from math import ceil
from pathlib import Path
from shutil import copyfile

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QDir, QObject, Qt, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QProgressBar, QPushButton, QTextBrowser

from ...processing.compat import language_of_user, translate
from ...processing.layers.runs import filtered_otherwise, layers_of_run, run_of
from ..elements.widgets import plain_tip
from ..study.match_reader import class_field_in
from .action_bar import LAYOUT, REPORT
from .background_run import Steps, to_project
from .layouts import layout_of
from .presets import parameters_of_page
from .readiness import get_ready
from .run_numbers import numbers_of, why_undecided

_TITLE = "Cluster Belt"
# What a message bar holds beside its text and our buttons, in heights of a line: signs, gaps, and how many more there are.
_BESIDE = 11
# Lines are broken between words: so much of a line is filled.
_FILLED, _MOST_LINES = 0.75, 4


class Pages(QObject):
    """Makes the report and the run again in the background, the layout at once, for a layout lives with the window.

    Parameters
    ----------
    plugin : ClusterBeltPlugin
        With `iface`, `dock` and `open_algorithm`.
    """

    def __init__(self, plugin):
        super().__init__(plugin.iface.mainWindow())
        self._plugin, self._iface, self._bar = plugin, plugin.iface, plugin.iface.messageBar()
        self._run = self._message = self._progress = self._tell_end = None
        self._bar.widgetRemoved.connect(self._forget_message)
        # The layer whose numbers the message tells, and the run that is being repeated.
        self._told, self._former = "", None
        QgsProject.instance().layersWillBeRemoved.connect(self._leave)

    @property
    def is_writing(self):
        """Whether something is being made in the background."""
        return self._run is not None

    def stop(self):
        """Write no further, and say nothing more."""
        self._bar.widgetRemoved.disconnect(self._forget_message)
        QgsProject.instance().layersWillBeRemoved.disconnect(self._leave)
        if self.is_writing:
            self._run.finished.disconnect(self._end)
            self._run.cancel()
            self._run = None
        self.deleteLater()

    def tell_of_run(self, layer):
        """Say the numbers of a run that has brought its layer, and offer its pages."""
        get_ready()
        layer_id, former, self._former = layer.id(), self._former, None
        undecided = why_undecided(layer)
        if undecided:
            self._say(undecided, level=Qgis.MessageLevel.Warning)
            self._told = layer_id
            return
        self._say(
            numbers_of(layer) + _filters_changed(former, run_of(layer)),
            (translate("ClusterBelt", "Open report"), lambda: self._make_of(REPORT, layer_id)),
            (translate("ClusterBelt", "Open layout"), lambda: self._make_of(LAYOUT, layer_id)),
        )
        self._told = layer_id

    def _leave(self, layer_ids):
        """Take back the numbers of a layer that goes: there would be nothing to open."""
        if self._told in layer_ids and self._message is not None:
            self._bar.popWidget(self._message)

    def make(self, algorithm, layer, opens=False):
        """Make a page of a matched layer, by class where one is known, and open the report if asked."""
        parameters = parameters_of_page(algorithm, layer, self._class_field(layer))
        if algorithm == LAYOUT:
            self._make_layout(parameters)
        elif not self.is_writing:
            self._write_report(parameters, opens)

    def _make_of(self, algorithm, layer_id):
        # The layer may be gone since the message came.
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            self.make(algorithm, layer, opens=True)

    def repeat(self, algorithm, parameters, former=""):
        """Run an algorithm again in the background, or open its dialog where a parameter is missing: a layer may be gone.

        `former` is the id of the run before, with whose filters those of the new one are compared.
        """
        if self.is_writing:
            return
        made, context = (
            QgsApplication.processingRegistry().createAlgorithmById(algorithm),
            QgsProcessingContext(),
        )
        context.setProject(QgsProject.instance())
        if not made.checkParameterValues(parameters, context)[0]:
            self._plugin.open_algorithm(algorithm, parameters, again=True)
            return
        # A file that was written before stays: the layers are new ones.
        outputs = (definition.name() for definition in made.destinationParameterDefinitions())
        parameters = {**parameters, **{name: to_project() for name in outputs if parameters.get(name)}}
        layers = layers_of_run(QgsProject.instance(), former).values()
        self._former = next(map(run_of, layers), None)
        self._start(f"{made.displayName()} …", algorithm, parameters, self._end_again)

    def _write_report(self, parameters, opens):
        path = QgsProcessingUtils.generateTempFilename("report.html")
        name = translate("ClusterBelt", "Writing the report …")
        self._start(name, REPORT, {**parameters, "OUTPUT": path}, lambda run: self._end_report(run, opens))

    def _start(self, name, algorithm, parameters, tell_end):
        """Begin a run; the message bar shows how far it is, and cancels it."""
        self._run, self._tell_end = Steps([(name, algorithm, lambda _: parameters)], self), tell_end
        # In the next turn: QGIS's own words on the end of a task come before, not upon them.
        self._run.finished.connect(self._end, Qt.ConnectionType.QueuedConnection)
        cancel = translate("ClusterBelt", "Cancel")
        self._progress = self._say(name, (cancel, self._run.cancel), level=Qgis.MessageLevel.Info)
        bar = QProgressBar(self._progress)
        bar.setMaximumWidth(160)
        bar.setAccessibleName(name)
        self._progress.layout().addWidget(bar)
        self._run.progressed.connect(bar.setValue)
        self._run.start()

    def _end(self, worked, why):
        run, self._run = self._run, None
        if not worked or run.is_cancelled:
            self._former = None
        if not worked and not run.is_cancelled:
            self._say(why, level=Qgis.MessageLevel.Warning)
        else:
            self._tell_end(run)
        run.deleteLater()

    def _end_report(self, run, opens):
        if run.is_cancelled:
            self._say(translate("ClusterBelt", "No report was written."), level=Qgis.MessageLevel.Info)
            return
        path = next(iter(run.outputs.values()))["OUTPUT"]
        self._say(
            translate("ClusterBelt", "The report is written."),
            (translate("ClusterBelt", "Open"), lambda: open_file(path)),
            (translate("ClusterBelt", "Save as …"), lambda: self._save(path)),
        )
        if opens:
            open_file(path)

    def _end_again(self, run):
        """Say that nothing has changed; of a run that worked its layer has told already."""
        if run.is_cancelled:
            self._say(translate("ClusterBelt", "The run was cancelled."), level=Qgis.MessageLevel.Info)
            return
        if self._message is self._progress:
            self._bar.popWidget(self._message)

    def _save(self, path):
        title = translate("ClusterBelt", "Save the report")
        start = str(Path(QgsProject.instance().absolutePath() or QDir.homePath()) / "report.html")
        chosen, _ = QFileDialog.getSaveFileName(self._iface.mainWindow(), title, start, "HTML (*.html)")
        if not chosen:
            return
        try:
            copyfile(path, chosen)
        except OSError as error:
            text = translate("ClusterBelt", "The report cannot be written to “{path}”: {reason}.")
            text = text.format(path=chosen, reason=error.strerror or error)
            self._say(text, level=Qgis.MessageLevel.Warning)

    def _make_layout(self, parameters):
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            name = layout_of(parameters).name()
        except Exception as error:  # what an algorithm says is a sentence for the user
            QApplication.restoreOverrideCursor()
            self._say(str(error), level=Qgis.MessageLevel.Warning)
        else:
            # In the next turn: to open its window takes QGIS as long as the page took.
            QTimer.singleShot(0, lambda: self._open_layout(name))

    def _open_layout(self, name):
        try:
            layout = QgsProject.instance().layoutManager().layoutByName(name)
            if layout is not None:
                self._iface.openLayoutDesigner(layout)
        finally:
            QApplication.restoreOverrideCursor()

    def _say(self, text, *buttons, level=Qgis.MessageLevel.Success):
        """Put a message with buttons into the bar, in place of the one before, and return it."""
        if self._message is not None:
            self._bar.popWidget(self._message)
        made = [QPushButton(words) for words, _ in buttons]
        # What the bar shows is HTML; names of layers are not.
        message = self._bar.createMessage(_TITLE, escape(text))
        message.setToolTip(plain_tip(text))
        for button, (_, act) in zip(made, buttons):
            button.clicked.connect(lambda *_, act=act: act())
            message.layout().addWidget(button)
        self._message = self._bar.pushWidget(message, level, 0)
        self._make_room(message, self._lines(f"{_TITLE}: {text}", made))
        return self._message

    def _lines(self, text, buttons):
        """Return how many lines a text fills in the bar beside some buttons, as a part of one where it leaves room."""
        taken = sum(button.sizeHint().width() for button in buttons)
        # A bar that was never shown has no width of its own yet.
        metrics, width = self._bar.fontMetrics(), self._bar.parentWidget().width()
        return metrics.horizontalAdvance(text) / max(1, width - taken - _BESIDE * metrics.height())

    def _make_room(self, message, lines):
        """Let the bar be as high as a text needs that one line does not hold: else it would cut the second one."""
        browser = message.findChild(QTextBrowser)
        if lines > 1 and browser is not None:
            number = min(ceil(lines / _FILLED), _MOST_LINES)
            # A line more for frame and margins.
            browser.setFixedHeight((number + 1) * browser.fontMetrics().lineSpacing())

    def _forget_message(self, item):
        if item is self._message:
            self._message, self._told = None, ""

    def _class_field(self, layer):
        """Return the field of the classes: that of the dock if it shows the layer, else one known by its name."""
        workbench = self._plugin.dock.widget() if self._plugin.dock is not None else None
        is_shown = workbench is not None and workbench.controller.layer is layer
        chosen = workbench.overview.class_box.currentField() if is_shown else ""
        return chosen or class_field_in(layer)


def _filters_changed(former, run):
    """Return what to add on layers that a run read with another filter than the one it repeats; '' for none."""
    layers = filtered_otherwise(former, run) if former is not None and run is not None else []
    stop = "。" if language_of_user() == "zh" else ". "
    text = translate(
        "ClusterBelt", "The filter has changed since the run before, and this run follows it: {layers}."
    )
    names = (QgsProject.instance().mapLayer(layer).name() for layer in layers)
    return stop + text.format(layers=translate("ClusterBelt", ", ").join(names)) if layers else ""


def open_file(path):
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
