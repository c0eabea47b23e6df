"""The layers of a page, in the project they come from or, for files, in one made for the page."""

from dataclasses import dataclass, field

from qgis.core import QgsProject

from .. import city_pies, styling
from ..class_field import class_field_of
from ..counts import classes_beside, count_values


@dataclass
class PageLayers:
    """Layers of a page and their project.

    Attributes
    ----------
    project : QgsProject
    clusters, belts, ellipses, centers : QgsVectorLayer or None
    base : list of QgsMapLayer
    pies : QgsVectorLayer or None
        What stands for very many clusters.
    lasting : bool
        Whether the project is the user's, so that a layout can stay in it.
    """

    project: QgsProject
    clusters: object
    belts: object = None
    ellipses: object = None
    centers: object = None
    base: list = field(default_factory=list)
    pies: object = None
    lasting: bool = True

    def drawn(self):
        """Return those that there are, in the order of the map: the uppermost first."""
        layers = (self.pies, self.clusters, self.centers, self.ellipses, self.belts)
        return [layer for layer in layers if layer is not None]


def gather(project, clusters, belts=None, ellipses=None, centers=None, base=(), language=None):
    """Return the layers for a page.

    Layers of the project are taken as they are. If one is not of it, all are copied into a project that
    lives as long as the page, and the copies of those that are files are drawn in our styles.

    Parameters
    ----------
    project : QgsProject or None
    clusters, belts, ellipses, centers : QgsVectorLayer, optional
    base : list of QgsMapLayer
    language : {'en', 'zh'}, optional
    """
    layers = [layer for layer in (clusters, belts, ellipses, centers, *base) if layer is not None]
    known = set() if project is None else set(project.mapLayers())
    if layers and all(layer.id() in known for layer in layers):
        pies = None if clusters is None else city_pies.pies_of(project, clusters)
        return PageLayers(project, clusters, belts, ellipses, centers, list(base), pies)
    own = QgsProject()
    if project is not None:
        own.setCrs(project.crs())
        own.setTransformContext(project.transformContext())
    copies = {layer.id(): layer.clone() for layer in layers}
    own.addMapLayers(list(copies.values()))
    found = [None if layer is None else copies[layer.id()] for layer in (clusters, belts, ellipses, centers)]
    new = [
        None if layer is None or layer.id() in known else copies[layer.id()]
        for layer in (clusters, belts, ellipses, centers)
    ]
    _dress(new, found, language)
    pies = _pies(project, clusters, found[0], language)
    if pies is not None:
        own.addMapLayer(pies)
    return PageLayers(own, *found, [copies[layer.id()] for layer in base], pies, lasting=False)


def dress_copies(clusters, belts, ellipses, language=None, among=()):
    """Draw layers of no project in our styles.

    Parameters
    ----------
    clusters, belts, ellipses : QgsVectorLayer or None
        Of the thread that calls.
    language : {'en', 'zh'}, optional
    among : iterable of str
        Classes that are drawn elsewhere in the same colours.

    Returns
    -------
    list of QgsVectorLayer
        What is to be drawn, the uppermost first.
    """
    layers = [clusters, belts, ellipses, None]
    _dress(layers, layers, language, among)
    pies = _pies(None, clusters, clusters, language)
    return PageLayers(None, clusters, belts, ellipses, pies=pies).drawn()


def _dress(new, found, language, among=()):
    """Style those of the clusters, belts, ellipses and centres that are new, in the colours of all that is found."""
    if new[0] is not None:
        styling.style_matches(new[0], language=language)
    if new[1] is not None:
        styling.style_belts(new[1])
    among = {*among}.union(*(classes_beside(layer, found[0]) for layer in found[2:] if layer is not None))
    if new[2] is not None:
        styling.style_ellipses(new[2], class_field_of(new[2]), among=among)
    if new[3] is not None:
        styling.style_centers(new[3], class_field_of(new[3]), among=among)


def _pies(project, clusters, copy, language):
    """Return the pies of very many clusters, those of a project only where they have pies there."""
    if clusters is None or not city_pies.is_for_pies(clusters):
        return None
    is_styled = project is not None and project.mapLayer(clusters.id()) is not None
    if is_styled and city_pies.pies_of(project, clusters) is None:
        return None
    pies = city_pies.make_pies(clusters, count_values(clusters, city_pies.STATUS_FIELD), language=language)
    if pies is not None:
        city_pies.show_near_only(copy)
    return pies
