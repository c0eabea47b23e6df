"""The clusters of a study that comes are brought into sight: the map may show another part of the world."""

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsReferencedRectangle,
)

from ...processing.layers.runs import run_of, study_of

# Room around the clusters, as a share of their extent: the message bar lies on the map. Around a single one, in units
# of the layer.
_AROUND, _AROUND_ONE = 0.12, 0.5


def bring_into_sight(canvas, layer):
    """Zoom to the clusters of a run where some are out of sight; never where the run before was of the same study.

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
    if extent.isNull() or _is_in_sight(canvas, layer):
        return
    grown = extent.buffered(_AROUND * max(extent.width(), extent.height()) or _AROUND_ONE)
    canvas.setReferencedExtent(QgsReferencedRectangle(grown, layer.crs()))
    canvas.refresh()


def _is_first(project, layer):
    """Tell whether the run before, of those that have layers in the project, was of another study, or there was none."""
    run = run_of(layer)
    made = ((run_of(other), other) for other in project.mapLayers().values())
    before = [
        (one.time, study_of(other))
        for one, other in made
        if one is not None and one.id != run.id and one.algorithm == run.algorithm
    ]
    return not before or max(before)[1] != study_of(layer)


def _is_in_sight(canvas, layer):
    """Tell whether the canvas shows all clusters; no where its extent means nothing to the layer."""
    settings = canvas.mapSettings()
    there = QgsCoordinateTransform(
        settings.destinationCrs(), layer.crs(), QgsProject.instance().transformContext()
    )
    try:
        return there.transformBoundingBox(settings.visibleExtent()).contains(layer.extent())
    except QgsCsException:
        return False
