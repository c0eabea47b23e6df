"""The map of a report as a picture: that of the print layout, without its legend."""

import base64

from qgis.core import QgsLayoutExporter
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QImage, QPainter

from ..cartography.page.choices import PageForm
from ..cartography.page.layers import gather
from ..cartography.page.layout import build_layout
from ..cartography.page.places import MAP, SCALE_BAR

# Room for the numbers of the grid, left and below, in mm.
_LEFT, _BELOW, _ELSEWHERE = 8.0, 6.0, 0.8
_DPI = 170


def map_picture(project, clusters, belts, ellipses, *, language, crs=None, warn=None):
    """Draw the map with its scale bar beneath: one picture, so that both are shrunk alike.

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
    QImage
    """
    layers = [
        layer if layer is not None and layer.isSpatial() else None for layer in (clusters, belts, ellipses)
    ]
    page_layers = gather(None, *layers, language=language)
    if project is not None:
        page_layers.project.setTransformContext(project.transformContext())
        page_layers.project.setCrs(project.crs())
        page_layers.project.setEllipsoid(project.ellipsoid())
    layout = build_layout(page_layers, form=PageForm(crs=crs), language=language, warn=warn)
    exporter = QgsLayoutExporter(layout)
    whole = layout.itemById(MAP).sceneBoundingRect().adjusted(-_LEFT, -_ELSEWHERE, _ELSEWHERE, _BELOW)
    scale_bar = layout.itemById(SCALE_BAR).sceneBoundingRect()
    return _stacked(*(_image(exporter, place) for place in (whole, scale_bar)))


def _image(exporter, place):
    size = QSize(round(place.width() / 25.4 * _DPI), round(place.height() / 25.4 * _DPI))
    return exporter.renderRegionToImage(QRectF(place), size, _DPI)


def _stacked(upper, lower):
    """Put one picture beneath another, both beginning at the frame of the map."""
    left = round(_LEFT / 25.4 * _DPI)
    both = QImage(upper.width(), upper.height() + lower.height(), QImage.Format.Format_RGB32)
    both.fill(Qt.GlobalColor.white)
    painter = QPainter(both)
    painter.drawImage(0, 0, upper)
    painter.drawImage(left, upper.height(), lower)
    painter.end()
    return both


def data_uri(image):
    """Return a picture as the data URI of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(bytes(data)).decode("ascii")
