"""What the maps of the report are drawn from, and how it comes into the thread in which the report is written."""

from dataclasses import dataclass, replace

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QThread

from ..analysis.fields import CB_STATUS
from ..cartography.counts import classes_beside, classes_in
from ..cartography.page.extents import map_crs
from ..cartography.page.layers import dress_copies
from .map_picture import draw_map, map_frame


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
    classes : frozenset of str
        Of clusters and ellipses, whose colours are the same in all pictures.
    frame : map_picture.MapFrame or None
        Of the map in print; None where the clusters have no places.
    picture : QImage or None
        The map in print, once it is drawn.
    """

    layers: list
    crs: object
    transform_context: object
    class_field: str = ""
    classes: frozenset = frozenset()
    frame: object = None
    picture: object = None


def make_scene(layers, context, *, crs, class_field):
    """Make the frame of the map in print and copy the layers.

    In the main thread: there live layouts, and the layers of a project. The copies belong to no thread.

    Parameters
    ----------
    layers : list of QgsVectorLayer or None
        Clusters, belts, ellipses.
    context : QgsProcessingContext
    crs : QgsCoordinateReferenceSystem or None
        Of the maps; chosen here if None.
    class_field : str
    """
    clusters, project, frame = layers[0], context.project() or QgsProject(), None
    spatial = _spatial(layers)
    crs = crs or map_crs(spatial, project)
    if clusters in spatial and clusters.fields().lookupField(CB_STATUS) >= 0:
        frame = map_frame(project, spatial, crs)
    copies = [None if layer is None else layer.clone() for layer in layers]
    for copy in copies:
        if copy is not None:
            copy.moveToThread(None)
    return Scene(copies, crs, context.transformContext(), class_field, _classes(layers, class_field), frame)


def take_over(scene, language, is_cancelled):
    """Have the copies belong to the thread that works, and draw the map in print there.

    Parameters
    ----------
    scene : Scene
    language : {'en', 'zh'}
    is_cancelled : callable

    Returns
    -------
    Scene
    """
    for layer in scene.layers:
        if layer is not None:
            layer.moveToThread(QThread.currentThread())
    if scene.frame is None:
        return scene
    clusters, belts, ellipses = (layer if layer in _spatial(scene.layers) else None for layer in scene.layers)
    drawn = dress_copies(clusters, belts, ellipses, language=language, among=scene.classes)
    return replace(scene, picture=draw_map(scene.frame, drawn, is_cancelled))


def _classes(layers, class_field):
    clusters, _, ellipses = layers
    beside = set() if ellipses is None else classes_beside(ellipses, clusters)
    return frozenset(beside.union(classes_in(clusters, class_field)))


def _spatial(layers):
    return [layer for layer in layers if layer is not None and layer.isSpatial()]
