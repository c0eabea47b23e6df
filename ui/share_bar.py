"""A small bar in a table: the statuses of a class as parts of a line."""

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPen
from qgis.PyQt.QtWidgets import QStyledItemDelegate

from ..processing.analysis.matching import statuses
from ..processing.cartography.palette import STATUS_SIGNS

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
        height = 0.55 * option.fontMetrics.height()
        box = QRectF(option.rect).adjusted(3, 0, -3, 0)
        left, top = box.left(), box.center().y() - height / 2
        painter.save()
        for status in statuses.STATUSES:
            width = box.width() * counts[status] / total
            painter.fillRect(QRectF(left, top, width, height), QColor(STATUS_SIGNS[status].colour))
            left += width
        # A frame, so that black and white parts are seen on dark and light themes.
        painter.setPen(QPen(QColor("#808080"), 0))
        painter.drawRect(QRectF(box.left(), top, box.width(), height))
        painter.restore()

    def sizeHint(self, option, index):  # noqa: N802
        size = super().sizeHint(option, index)
        size.setWidth(6 * option.fontMetrics.height())
        return size
