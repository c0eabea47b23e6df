"""The map of a report as a picture: that of the print layout, without its legend."""

import base64

from qgis.core import QgsLayoutExporter
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize

from .layout import build_layout
from .page_layers import gather
from .page_places import MAP, NORTH_ARROW, SCALE_BAR

# Room for the numbers of the grid, left and below, in mm.
_LEFT, _BELOW, _ELSEWHERE = 8.0, 6.0, 0.8
_DPI = 170


def map_pictures(project, clusters, belts, ellipses, *, language, crs=None, warn=None):
    """Draw the map.

    Parameters
    ----------
    project : QgsProject or None
        Whose transforms and CRS count.
    clusters, belts, ellipses : QgsVectorLayer or None
        Copies of them are drawn in our styles.
    language : {'en', 'zh'}
    crs : QgsCoordinateReferenceSystem, optional
    warn : callable, optional

    Returns
    -------
    dict of str to str
        ``map``, ``scale_bar`` and ``north_arrow`` as data URIs of PNG files.
    """
    layers = [
        layer if layer is not None and layer.isSpatial() else None for layer in (clusters, belts, ellipses)
    ]
    page_layers = gather(None, *layers, language=language)
    if project is not None:
        page_layers.project.setTransformContext(project.transformContext())
        page_layers.project.setCrs(project.crs())
        page_layers.project.setEllipsoid(project.ellipsoid())
    layout = build_layout(
        page_layers.project,
        page_layers.clusters,
        page_layers.belts,
        page_layers.ellipses,
        crs=crs,
        language=language,
        warn=warn,
    )
    exporter = QgsLayoutExporter(layout)
    places = {name: layout.itemById(name).sceneBoundingRect() for name in (MAP, SCALE_BAR, NORTH_ARROW)}
    places[MAP] = places[MAP].adjusted(-_LEFT, -_ELSEWHERE, _ELSEWHERE, _BELOW)
    return {name: _picture(exporter, place) for name, place in places.items()}


def _picture(exporter, place):
    size = QSize(round(place.width() / 25.4 * _DPI), round(place.height() / 25.4 * _DPI))
    image = exporter.renderRegionToImage(QRectF(place), size, _DPI)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(bytes(data)).decode("ascii")
