"""A small bar in a table: the statuses of a class as parts of a line."""

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyledItemDelegate

from ...processing.analysis.matching import statuses
from ...processing.cartography.palette import COLOUR

# What signs stand on, so that black, white and hollow mean the same in dark themes.
TILE = QColor("#f7f7f7")
_FRAME = QColor("#4d4d4d")
# The role under which a model gives the counts by status.
COUNTS_ROLE = Qt.ItemDataRole.UserRole + 1


class ShareBar(QStyledItemDelegate):
    """Paints counts by status in the colours of the map; the unresolved stay hollow."""

    def paint(self, painter, option, index):
        super().paint(painter, option, index)
        counts = index.data(COUNTS_ROLE)
        total = sum(counts.values()) if counts else 0
        if not total:
            return
        height = round(0.55 * option.fontMetrics.height())
        box = QRectF(option.rect).adjusted(5, 0, -5, 0)
        left, top = box.left(), round(box.center().y() - height / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(TILE)
        painter.drawRoundedRect(QRectF(box.left() - 3, top - 3, box.width() + 6, height + 6), 3, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for status in statuses.ordered():
            width = box.width() * counts[status] / total
            painter.fillRect(QRectF(left, top, width, height), QColor(COLOUR.sign(status).colour))
            left += width
        # A frame, so that white parts are seen as hollow.
        painter.setPen(QPen(_FRAME, 0))
        painter.drawRect(QRectF(box.left(), top, box.width(), height))
        painter.restore()

    def sizeHint(self, option, index):  # noqa: N802
        size = super().sizeHint(option, index)
        size.setWidth(5 * option.fontMetrics.height())
        return size
