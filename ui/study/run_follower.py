"""Which layers are matched, which of them is of the newest run, and when a run has brought one into the project."""

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.analysis.fields import CB_CITY, CB_STATUS

_OUTPUT = "OUTPUT"


class RunFollower(QObject):
    """Watches what is added: a layer may be told its run before it is added, or right after."""

    # The matched layer of the newest run of those that were added.
    run_came = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._project = QgsProject.instance()
        self._project.layersAdded.connect(self._look)
        self._awaited = {}

    def shutdown(self):
        """Watch no longer."""
        self._project.layersAdded.disconnect(self._look)
        for layer_id in list(self._awaited):
            self._await_no_longer(layer_id)

    def _look(self, layers):
        matched = [layer for layer in layers if is_matched(layer)]
        for layer in matched:
            if _run_of(layer) is None and layer.id() not in self._awaited:
                self._awaited[layer.id()] = layer.metadataChanged.connect(self._look_again)
        came = [layer for layer in matched if _is_main(layer)]
        if came:
            self.run_came.emit(max(came, key=lambda layer: _run_of(layer).time))

    def _look_again(self):
        layer = self.sender()
        if _run_of(layer) is not None:
            self._await_no_longer(layer.id())
            self._look([layer])

    def _await_no_longer(self, layer_id):
        connection = self._awaited.pop(layer_id)
        if self._project.mapLayer(layer_id) is not None:
            QObject.disconnect(connection)


def is_matched(layer):
    """Tell whether a layer holds the statuses of a match; pies of such a layer do not."""
    if layer is None or not hasattr(layer, "fields") or layer.fields().lookupField(CB_STATUS) < 0:
        return False
    # Before there is such a layer nothing of the maps is needed.
    from ...processing.cartography.city_pies import is_pies

    return not is_pies(layer)


def newest_matched(project):
    """Return the matched layer of the newest run of a project, None where there is none."""
    found = [
        layer
        for layer in project.mapLayers().values()
        if is_matched(layer) and layer.fields().lookupField(CB_CITY) >= 0
    ]

    def age(layer):
        run = _run_of(layer)
        # Of one run the clusters, not the belts.
        return (run.time, run.output == _OUTPUT) if run is not None else ("", False)

    return max(found, key=age, default=None)


def is_newer(layer, shown):
    """Tell whether the run of a layer that came is newer than that of the layer shown; a layer without a run is the oldest.

    Of two runs of one moment the newer is the one that came.
    """
    run, came = _run_of(shown), _run_of(layer)
    return run is None or came.time > run.time or (came.time == run.time and came.id != run.id)


def _is_main(layer):
    run = _run_of(layer)
    return run is not None and run.output == _OUTPUT


def _run_of(layer):
    # Before there is a matched layer nothing of the runs is needed.
    from ...processing.layers.runs import run_of

    return run_of(layer)
