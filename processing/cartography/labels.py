"""Names beside the symbols; where two would touch, one is left out."""

from qgis.core import (
    QgsExpression,
    QgsLabelLineSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsTextBufferSettings,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from . import fonts
from .class_field import group_fields_of
from .counts import count_values, values_by_text

_POINTS = 6.5
_IN_WORDS = "ValueMap"
# Enough to know whether the names need a Chinese font.
_MOST_TEXTS = 500
# The number of a rule such as `2 standard_distance` or `95 confidence`: × 2, 95 %.
_SIZE = (
    "if(\"rule\" ~ 'confidence|share_inside', regexp_substr(\"rule\", '^(\\\\S+)') || ' %', "
    "'× ' || regexp_substr(\"rule\", '^(\\\\S+)'))"
)
_PLACEMENTS = {
    QgsWkbTypes.GeometryType.PointGeometry: QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint,
    QgsWkbTypes.GeometryType.LineGeometry: QgsPalLayerSettings.Placement.Line,
    QgsWkbTypes.GeometryType.PolygonGeometry: QgsPalLayerSettings.Placement.PerimeterCurved,
}


def label_layer(layer, field):
    """Label the rows of a layer by a field; '' takes the labels away. Returns whether there are labels."""
    if not field or layer.fields().lookupField(field) < 0:
        layer.setLabelsEnabled(False)
        return False
    words = words_of_field(layer, field)
    _label(layer, in_words(layer, field), list(words.values()) if words else _texts(layer, field))
    return True


def words_of_field(layer, field):
    """Return the words in which a layer shows the values of a field, by value; none where it shows the values."""
    setup = layer.editorWidgetSetup(layer.fields().lookupField(field))
    if setup.type() != _IN_WORDS:
        return {}
    return {value: words for entry in setup.config()["map"] for words, value in entry.items()}


def in_words(layer, field):
    """Return the expression of a field as the layer shows it."""
    column = QgsExpression.quotedColumnRef(field)
    # Null would be shown as a text.
    return (
        f"if({column} IS NULL, NULL, represent_value({column}))" if words_of_field(layer, field) else column
    )


def label_expression(
    layer, expression, fields, distance="", priority="", positions="", free=False, least_mm=0
):
    """Label the rows of a layer by an expression.

    Parameters
    ----------
    layer : QgsVectorLayer
    expression : str
    fields : iterable of str
        Those whose texts it shows.
    distance, priority, positions : str
        Expressions: of the distance from the point in mm, of the rank from 0 to 10, the highest first, of the sides of
        the point that are tried (``R,TL``); '' for alike.
    free : bool
        Whether labels may cover the symbols of the layer.
    least_mm : float
        Shorter lines have no label, and those that lie on each other have one.
    """
    there = [name for name in fields if layer.fields().lookupField(name) >= 0]
    told = {"LabelDistance": distance, "Priority": priority, "PredefinedPositionOrder": positions}
    _label(
        layer,
        expression,
        [text for name in there for text in _texts(layer, name)],
        given=told,
        free=free,
        least_mm=least_mm,
    )


def short_name(layer, field, nameless=""):
    """Return the expression of the name of a city without 市: shorter names leave more of them room.

    Parameters
    ----------
    layer : QgsVectorLayer
    field : str
    nameless : str
        What stands where there is no name.
    """
    name = f"coalesce({in_words(layer, field)}, {QgsExpression.quotedString(nameless)})"
    return f"regexp_replace({name}, '^(..+)市$', '\\\\1')"


def label_ellipses(layer):
    """Label ellipses or centres by group and period, and by their size where there are several.

    Returns
    -------
    bool
        Whether there are labels: one ellipse of all points needs none.
    """
    fields = group_fields_of(layer)
    told = [QgsExpression.quotedColumnRef(name) for name in fields]
    if layer.fields().lookupField("rule") >= 0 and len(count_values(layer, "rule")) > 1:
        told.append(_SIZE)
    if not told:
        return label_layer(layer, "")
    _label(
        layer, _joined(told, " "), [text for name in fields for text in _texts(layer, name)], coloured=True
    )
    return True


def label_paths(layer):
    """Label the paths of centres by their periods."""
    fields = [name for name in ("from_time", "to_time") if layer.fields().lookupField(name) >= 0]
    if fields:
        columns = [QgsExpression.quotedColumnRef(name) for name in fields]
        _label(layer, _joined(columns, "–"), [text for name in fields for text in _texts(layer, name)])


def _joined(expressions, separator):
    """Return the expression that joins what is known of its parts."""
    return (
        f"array_to_string(array_filter(array({', '.join(expressions)}), @element is not null), '{separator}')"
    )


def _texts(layer, field):
    return [text for text in values_by_text(layer, field) if text is not None]


def _label(layer, expression, texts, coloured=False, given=None, free=False, least_mm=0):
    family, _ = fonts.family_for(texts[:_MOST_TEXTS])
    text_format = fonts.text_format(family, _POINTS, "#333333")
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.6)
    buffer.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    buffer.setColor(QColor("#ffffff"))
    text_format.setBuffer(buffer)
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression = expression, True
    settings.placement = _PLACEMENTS[layer.geometryType()]
    settings.dist = 1.2
    settings.setFormat(text_format)
    if least_mm:
        _thin(settings, least_mm)
    if free:
        obstacles = settings.obstacleSettings()
        obstacles.setIsObstacle(False)
        settings.setObstacleSettings(obstacles)
    if coloured:
        solid = QgsProperty.fromExpression("set_color_part(@symbol_color, 'alpha', 255)")
        settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.Color, solid)
    for name, told in (given or {}).items():
        if told:
            key = getattr(QgsPalLayerSettings.Property, name)
            settings.dataDefinedProperties().setProperty(key, QgsProperty.fromExpression(told))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _thin(settings, least_mm):
    """Label lines from a length on, and those that lie on each other once: at one place for all, the others find no room."""
    thinning = settings.thinningSettings()
    thinning.setMinimumFeatureSize(least_mm)
    settings.setThinningSettings(thinning)
    along = settings.lineSettings()
    along.setAnchorType(QgsLabelLineSettings.AnchorType.Strict)
    settings.setLineSettings(along)
