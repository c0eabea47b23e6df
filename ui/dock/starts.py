"""What the buttons of the dock start: dialogs, pages of the layer that is shown, and its run again."""

from qgis.core import QgsProcessing
from qgis.PyQt.QtCore import QObject

from ...processing.layers.runs import run_of
from ..actions.action_bar import AGAIN, MATCH
from ..actions.presets import parameters_again_for, parameters_for, written_tables
from ..actions.readiness import get_ready

_TEXTS = "CHECK"


class Starts(QObject):
    """Knows the layer, the class and the tables that people wrote, and hands them over with what is started.

    Parameters
    ----------
    workbench : Workbench
        With its controllers and tabs; its parameters `open_algorithm`, `make_page` and `repeat_run` are ours.
    """

    def __init__(self, workbench, open_algorithm, make_page, repeat_run):
        super().__init__(workbench)
        self._controller, self._why = workbench.controller, workbench.why_controller
        self._overview = workbench.overview
        self._open_algorithm, self._make_page, self._repeat_run = open_algorithm, make_page, repeat_run

    @property
    def _is_in_window(self):
        return self._make_page is not None and self._repeat_run is not None

    def get_ready(self, rows):
        """Have the pages found ready that may be asked for next, in a window that makes them."""
        if rows and self._make_page is not None:
            get_ready()

    def make(self, algorithm):
        """Make a page of the layer that is shown, or repeat its run; without a window for it, in the dialog."""
        if not self._is_in_window:
            self.open(algorithm)
        elif algorithm == AGAIN:
            self._repeat()
        else:
            self._make_page(algorithm, self._controller.layer)

    def open(self, algorithm):
        """Open the dialog of an algorithm, or that of the run again, filled in."""
        if self._open_algorithm is None:
            return
        if algorithm == AGAIN:
            self._open_again()
        else:
            layer, class_field = self._controller.layer, self._overview.class_box.currentField()
            written = written_tables(self._why.file)
            self._open_algorithm(algorithm, parameters_for(algorithm, layer, class_field, written))

    def list_texts(self):
        """Repeat the run with the texts to check; a layer that tells no run of the matching is matched in its dialog."""
        run = run_of(self._controller.layer)
        if run is None or run.algorithm != MATCH:
            self.open(MATCH)
        elif self._is_in_window:
            self._repeat(_TEXTS)
        elif self._open_algorithm is not None:
            self._open_again(_TEXTS)

    def _repeat(self, *outputs):
        self._repeat_run(*self._again(outputs), run_of(self._controller.layer).id)

    def _open_again(self, *outputs):
        self._open_algorithm(*self._again(outputs), again=True)

    def _again(self, outputs):
        """Return the algorithm of the run that made the layer, and the parameters to repeat it with more outputs."""
        written = written_tables(self._why.file)
        algorithm, parameters = parameters_again_for(run_of(self._controller.layer), written)
        return algorithm, {**parameters, **dict.fromkeys(outputs, QgsProcessing.TEMPORARY_OUTPUT)}
