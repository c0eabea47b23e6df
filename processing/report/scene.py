"""What the maps of the report are drawn from, and how it comes into the thread in which the report is written."""

from dataclasses import dataclass

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QThread

from ..analysis.fields import CB_STATUS
from ..cartography.page.extents import map_crs
from .map_picture import map_picture


@dataclass(frozen=True)
class Scene:
    """Copies of the layers, and the map in print.

    Attributes
    ----------
    layers : list of QgsVectorLayer or None
        Clusters, belts, ellipses.
    crs : QgsCoordinateReferenceSystem
        Of the maps.
    transform_context : QgsCoordinateTransformContext
    class_field : str
        Of the clusters, for the map for the screen.
    picture : QImage or None
        The map in print; None where the clusters have no places.
    """

    layers: list
    crs: object
    transform_context: object
    class_field: str = ""
    picture: object = None


def make_scene(layers, context, *, crs, class_field, language, warn):
    """Draw the map in print and copy the layers.

    In the main thread: there live layouts, and the layers of a project. The copies belong to no thread.

    Parameters
    ----------
    layers : list of QgsVectorLayer or None
        Clusters, belts, ellipses.
    context : QgsProcessingContext
    crs : QgsCoordinateReferenceSystem or None
        Of the maps; chosen here if None.
    class_field : str
    language : {'en', 'zh'}
    warn : callable
    """
    clusters, project, picture = layers[0], context.project(), None
    spatial = [layer for layer in layers if layer is not None and layer.isSpatial()]
    crs = crs or map_crs(spatial, project or QgsProject())
    if clusters in spatial and clusters.fields().lookupField(CB_STATUS) >= 0:
        picture = map_picture(project, *layers, language=language, crs=crs, warn=warn)
    copies = [None if layer is None else layer.clone() for layer in layers]
    for copy in copies:
        if copy is not None:
            copy.moveToThread(None)
    return Scene(copies, crs, context.transformContext(), class_field, picture)


def take_over(scene):
    """Have the copies belong to the thread that works."""
    for layer in scene.layers:
        if layer is not None:
            layer.moveToThread(QThread.currentThread())
