"""The signs of the statuses as icons of the dock."""

from functools import cache

from qgis.core import QgsRenderContext, QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QIcon, QPainter, QPixmap

from ...processing.cartography.styling import status_symbol
from .share_bar import TILE

# Pixels of the signs, for screens of one to three times the usual density; the symbols are in millimetres.
_ICON_SIDES = (16, 32, 48)
_PIXELS_PER_MM = 96 / 25.4


@cache
def status_icon(status):
    """Return the sign that the map draws for a status, on a light tile that no theme and no selection tints."""
    icon = QIcon()
    for side in _ICON_SIDES:
        picture = _on_tile(status_symbol(status), side)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(picture, mode)
    return icon


def _on_tile(symbol, side):
    context = QgsRenderContext()
    context.setFlag(QgsRenderContext.Flag.Antialiasing, True)
    context.setScaleFactor(_PIXELS_PER_MM * side / _ICON_SIDES[0])
    sign = QgsSymbolLayerUtils.symbolPreviewPixmap(symbol, QSize(side, side), 0, context)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(TILE)
    edge = side / _ICON_SIDES[0]
    tile = QRectF(picture.rect()).adjusted(edge, edge, -edge, -edge)
    painter.drawRoundedRect(tile, 2 * edge, 2 * edge)
    painter.drawPixmap(0, 0, sign)
    painter.end()
    return picture


class StatusIcons:
    """Signs of statuses, each drawn once; they end with the widget that holds them."""

    def __init__(self):
        self._icons = {}

    def of(self, status):
        """Return the sign of a status."""
        if status not in self._icons:
            self._icons[status] = status_icon(status)
        return self._icons[status]
