"""Run algorithms one after the other in the background and add what they make to the project; the window stays alive."""

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.cartography.layer_order import put_in_order

# What a task works with must live as long as it does, even where nobody waits for it any more.
_HELD = set()


class Steps(QObject):
    """A chain of runs; each takes what the ones before it made.

    Parameters
    ----------
    steps : list of (str, str, function)
        Name of the step, id of the algorithm, and a function that gets the outputs so far by name of step and
        returns the parameters.
    parent : QObject
    """

    step_began = pyqtSignal(str, int)
    # Of the step that runs, in percent.
    progressed = pyqtSignal(int)
    # Whether all went well, and the message of the one that did not.
    finished = pyqtSignal(bool, str)

    def __init__(self, steps, parent=None):
        super().__init__(parent)
        self._steps, self.outputs = list(steps), {}
        self._number, self._running = 0, None
        self.is_cancelled = False

    def start(self):
        """Begin the next step, or end."""
        if self._number == len(self._steps):
            self.finished.emit(True, "")
            return
        name, algorithm_id, parameters_of = self._steps[self._number]
        self.step_began.emit(name, self._number)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        feedback, context = QgsProcessingFeedback(False), QgsProcessingContext()
        context.setProject(QgsProject.instance())
        context.setFeedback(feedback)
        parameters = parameters_of(self.outputs)
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        self._running = task, algorithm, context, feedback, parameters
        if task.isCanceled():
            # Parameters that are refused cancel a task as it is made: it would never tell that it has ended.
            self._go_on(False, {})
            return
        feedback.progressChanged.connect(self._tell_progress)
        held = (algorithm, context, feedback)
        _HELD.add(held)
        task.executed.connect(lambda *_: _HELD.discard(held))
        task.executed.connect(self._go_on)
        QgsApplication.taskManager().addTask(task)

    def cancel(self):
        """Stop the step that runs; nothing of it is kept."""
        self.is_cancelled = True
        if self._running is not None:
            self._running[3].cancel()

    def _tell_progress(self, percent):
        self.progressed.emit(round(percent))

    def _go_on(self, worked, results):
        _, _, context, feedback, _ = self._running
        if not worked:
            self._running = None
            lines = feedback.textLog().strip().splitlines()
            self.finished.emit(False, lines[-1] if lines else self._steps[self._number][0])
            return
        loaded = load_results(context, feedback)
        self.outputs[self._steps[self._number][0]] = {**results, **loaded}
        self._running = None
        self._number += 1
        self.start()


def to_project(name=""):
    """Return the destination of a temporary layer that is added to the project, under a name where one is given."""
    definition = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    if name:
        definition.destinationName = name
    return definition


def load_results(context, feedback):
    """Add the layers of a run to the project, named and styled as the toolbox does; return them by output."""
    loaded = {}
    for place, details in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(place, context, True)
        if layer is None:
            continue
        details.setOutputLayerName(layer)
        layer = context.takeResultLayer(layer.id()) or layer
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, feedback)
        details.project.addMapLayer(layer)
        put_in_order(details.project, layer)
        loaded[details.outputName] = layer
    return loaded
