"""What is chosen in the review is seen on the map: the cluster flashes, its belts are selected and flash with it."""

from qgis.core import QgsExpression, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...processing.layers.runs import layers_of_run, run_of

# More features than these would flash for seconds.
_MOST_FLASHED = 100


class MapLink(QObject):
    """Between the clusters that are chosen in the list and the canvas.

    Parameters
    ----------
    canvas : QgsMapCanvas
    """

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas, self._layer, self._belts = canvas, None, ""

    def set_layer(self, layer):
        """Show the clusters of another matched layer, or of none."""
        self._leave_belts()
        self._layer = layer

    def shutdown(self):
        """Let go of layer and canvas."""
        self._layer = self._canvas = None

    def show_belts(self, why):
        """Select the belts that are related to a cluster; None for no cluster."""
        self._leave_belts()
        belts, field = belts_of(self._layer)
        keys = [str(pair.belt) for pair in why.pairs if pair.belt is not None] if why is not None else []
        if belts is None or not keys:
            return
        if field:
            values = ", ".join(map(QgsExpression.quotedString, keys))
            belts.selectByExpression(f"to_string({QgsExpression.quotedColumnRef(field)}) IN ({values})")
        else:
            belts.selectByIds([int(key) for key in keys if key.isdigit()])
        self._belts = belts.id()

    def show(self, feature_ids):
        """Bring clusters into sight where they are not, and let them flash with their belts."""
        if self._canvas is None or self._layer is None or not self._layer.isSpatial():
            return
        if len(feature_ids) > _MOST_FLASHED:
            return
        # QGIS complains of those that have no place.
        feature_ids = _placed(self._layer, feature_ids)
        if not feature_ids:
            return
        if not self._canvas.extent().isEmpty():
            self._canvas.panToFeatureIds(self._layer, feature_ids, False)
        belts = QgsProject.instance().mapLayer(self._belts)
        if belts is not None and belts.isSpatial() and belts.selectedFeatureCount():
            self._canvas.flashFeatureIds(belts, belts.selectedFeatureIds()[:_MOST_FLASHED])
        self._canvas.flashFeatureIds(self._layer, feature_ids)

    def _leave_belts(self):
        """Take back the selection of the belts that was made here."""
        belts = QgsProject.instance().mapLayer(self._belts)
        if belts is not None:
            belts.removeSelection()
        self._belts = ""


def _placed(layer, feature_ids):
    request = QgsFeatureRequest(feature_ids).setNoAttributes()
    return [feature.id() for feature in layer.getFeatures(request) if not feature.geometry().isEmpty()]


def belts_of(matched):
    """Return the layer of belts of the run that made a matched layer, and its field of ids ('' for the feature id).

    The layer is None where it is not in the project: the belts that the run wrote come before those that it read.
    """
    run, project = run_of(matched), QgsProject.instance()
    if run is None:
        return None, ""
    given = run.parameters.get("BELTS")
    given = given.get("features", given) if isinstance(given, dict) else given
    read = project.mapLayer(given.get("layer", "")) if isinstance(given, dict) else None
    belts = layers_of_run(project, run.id).get("BELTS_OUT") or read
    field = run.parameters.get("BELT_ID") or ""
    if not isinstance(belts, QgsVectorLayer) or (field and belts.fields().lookupField(field) < 0):
        return None, ""
    return belts, field
