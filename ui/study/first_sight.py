"""The first clusters of a study are brought into sight: other layers of the project may show another part of the world."""

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsProject,
    QgsReferencedRectangle,
)

from ...processing.layers.runs import run_of, study_of

# Room around the clusters, as a share of their extent, and around a single one, in units of the layer.
_AROUND, _AROUND_ONE = 0.05, 0.5


def bring_into_sight(canvas, layer):
    """Zoom to the clusters of a run where the larger part of them is out of sight; never from the second run on.

    Parameters
    ----------
    canvas : QgsMapCanvas
    layer : QgsVectorLayer
        Matched, of the run that has just come.
    """
    project = QgsProject.instance()
    # A project that was just opened shows what it was saved with.
    if not project.isDirty() or not layer.isSpatial() or not _is_first(project, layer):
        return
    extent = layer.extent()
    if extent.isNull() or 2 * _in_sight(canvas, layer) >= layer.featureCount():
        return
    grown = extent.buffered(_AROUND * max(extent.width(), extent.height()) or _AROUND_ONE)
    canvas.setReferencedExtent(QgsReferencedRectangle(grown, layer.crs()))
    canvas.refresh()


def _is_first(project, layer):
    """Tell whether no other run of the study has its clusters in the project."""
    run, study = run_of(layer), study_of(layer)
    others = (
        other for other in project.mapLayers().values() if other is not layer and run_of(other) is not None
    )
    return not any(run_of(other).id != run.id and study_of(other) == study for other in others)


def _in_sight(canvas, layer):
    """Return how many clusters the canvas shows; 0 where its extent means nothing to the layer."""
    settings = canvas.mapSettings()
    there = QgsCoordinateTransform(
        settings.destinationCrs(), layer.crs(), QgsProject.instance().transformContext()
    )
    try:
        seen = there.transformBoundingBox(settings.visibleExtent())
    except QgsCsException:
        return 0
    request = QgsFeatureRequest(seen).setSubsetOfAttributes([])
    return sum(1 for _ in layer.getFeatures(request))
