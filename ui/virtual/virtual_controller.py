"""Lists the virtual clusters of a layer of blocks, and selects one with its blocks and links on the map."""

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.algorithms.saying import missing_libraries
from ...processing.layers.runs import layers_of_run, run_of
from ..study.city_names import city_words_of

_FIELDS = ("vc_id", "vc_role", "vc_tie", "vc_share")
# More features than these would flash for seconds.
_MOST_FLASHED = 500


def is_blocks(layer):
    """Tell whether a layer is the output of `virtualclusters`."""
    return isinstance(layer, QgsVectorLayer) and all(
        layer.fields().lookupField(name) >= 0 for name in _FIELDS
    )


class VirtualController(QObject):
    """Knows the blocks that are listed; keeps the cluster of the list and that of the map the same."""

    clusters_changed = pyqtSignal(list)
    # The number of the cluster whose block was selected on the map.
    cluster_met = pyqtSignal(int)

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas, self._layer, self._busy = canvas, None, False

    @property
    def layer(self):
        """The layer of blocks that is listed, or None."""
        return self._layer

    def set_layer(self, layer):
        """List the clusters of another layer, or of none."""
        if self._layer is not None:
            self._layer.selectionChanged.disconnect(self._meet)
            self._layer.willBeDeleted.disconnect(self._forget)
        self._layer = layer if is_blocks(layer) else None
        if self._layer is not None:
            self._layer.selectionChanged.connect(self._meet)
            self._layer.willBeDeleted.connect(self._forget)
        self.look()

    def look(self):
        """Read the clusters again."""
        if self._layer is None or missing_libraries():
            self.clusters_changed.emit([])
            return
        from ...processing.layers.virtual.cluster_list import list_clusters

        at = self._layer.fields().lookupField("citycd")
        codes = [str(code) for code in self._layer.uniqueValues(at)] if at >= 0 else []
        called = city_words_of(self._layer, codes)
        self.clusters_changed.emit(list_clusters(self._layer, self._identity(), called))

    def select(self, cluster):
        """Select the blocks and the links of a cluster, bring them into sight and let them flash; None for none."""
        from ...processing.layers.virtual.cluster_list import rows_of_cluster

        if self._layer is None:
            return
        self._busy = True
        try:
            for layer in self._companions():
                expression = "" if cluster is None else rows_of_cluster(layer, cluster)
                layer.selectByExpression(expression or "FALSE")
        finally:
            self._busy = False
        if cluster is not None:
            self._show()

    def zoom(self):
        """Zoom to the blocks that are selected."""
        if self._canvas is not None and self._layer is not None and self._layer.selectedFeatureCount():
            self._canvas.zoomToSelected(self._layer)

    def shutdown(self):
        """Let go of layer and canvas."""
        self.set_layer(None)
        self._canvas = None

    def _show(self):
        if self._canvas is None:
            return
        transform = self._canvas.mapSettings().layerExtentToOutputExtent(
            self._layer, self._layer.boundingBoxOfSelected()
        )
        if not self._canvas.extent().contains(transform):
            self.zoom()
        for layer in self._companions():
            ids = layer.selectedFeatureIds()
            if layer.isSpatial() and ids:
                self._canvas.flashFeatureIds(layer, ids[:_MOST_FLASHED])

    def _companions(self):
        """Return the blocks, and the layers of their run and of its links that have rows of clusters."""
        run, project = run_of(self._layer), QgsProject.instance()
        others = project.mapLayers().values()
        if run is not None:
            given = run.parameters.get("LINKS")
            links = project.mapLayer(given.get("layer", "")) if isinstance(given, dict) else None
            others = [*layers_of_run(project, run.id).values(), links]
        return [
            layer
            for layer in dict.fromkeys((self._layer, *others))
            if layer is self._layer or _holds_rows(layer)
        ]

    def _identity(self):
        run = run_of(self._layer)
        return (run.parameters.get("BLOCK_ID") if run is not None else "") or "id"

    def _meet(self, *_):
        if self._busy:
            return
        chosen = next(self._layer.getSelectedFeatures(), None)
        number = chosen["vc_id"] if chosen is not None else None
        if isinstance(number, int):
            self.cluster_met.emit(number)

    def _forget(self):
        self._layer = None
        self.look()


def _holds_rows(layer):
    """Tell whether a layer has rows of virtual clusters on the map: ties, links, or rows with their cluster."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial():
        return False
    if layer.fields().lookupField("vc_id") >= 0:
        return True
    is_line = layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry
    return is_line and all(layer.fields().lookupField(name) >= 0 for name in ("f_id", "t_id"))
