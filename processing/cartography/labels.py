"""Names beside the symbols; where two would touch, one is left out."""

from qgis.core import (
    QgsPalLayerSettings,
    QgsTextBufferSettings,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from . import fonts
from .counts import count_values

_POINTS = 6.5
# Enough to know whether the names need a Chinese font.
_MOST_TEXTS = 500


def label_layer(layer, field):
    """Label the rows of a layer by a field; '' takes the labels away. Returns whether there are labels."""
    if not field or layer.fields().lookupField(field) < 0:
        layer.setLabelsEnabled(False)
        return False
    texts = [str(value) for value in count_values(layer, field) if value is not None]
    family, _ = fonts.family_for(texts[:_MOST_TEXTS])
    text_format = fonts.text_format(family, _POINTS, "#333333")
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.6)
    buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    buffer.setColor(QColor("#ffffff"))
    text_format.setBuffer(buffer)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = 1.2
    settings.setFormat(text_format)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return True
