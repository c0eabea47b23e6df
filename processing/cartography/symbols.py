"""Symbols of the palette: markers, lines and areas as QGIS draws them."""

from qgis.core import (
    QgsArrowSymbolLayer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsSimpleMarkerSymbolLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..compat import symbol_property
from . import palette

# Of the light ground of a sign: beyond the largest of the signs, within the line of a legend.
_GROUND_MM = 1.3
# Where QGIS shows what a symbol is like, there is no row.
_IS_SHOWN_ALONE = "$id IS NULL"


def sign_symbol(geometry_type, sign):
    """Return the symbol of a sign for points, lines or polygons."""
    if geometry_type == QgsWkbTypes.GeometryType.PointGeometry:
        return marker(sign.shape, sign.colour, sign.outline, sign.size, 0.2)
    return area_symbol(geometry_type, palette.Line(sign.colour, "solid"), True)


def marker(shape, colour, outline, size, width):
    """Return a marker; colours as #rrggbb, size and width of the outline in mm."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "color": colour,
            "outline_color": outline,
            "outline_style": "solid" if width else "no",
            "outline_width": str(width),
            "size": str(size),
        }
    )


def on_grounds(categories):
    """Return categories with the white ground of paper in the layer tree: on a dark one black and hollow are inverse.

    Markers alone have it. On the map they are as they were, and so are their sizes, by which points are set apart.
    """
    for category in categories:
        symbol = category.symbol().clone()
        if isinstance(symbol, QgsMarkerSymbol):
            symbol.insertSymbolLayer(0, _ground(symbol))
            category.setSymbol(symbol)
    return categories


def _ground(symbol):
    # What lies beyond the sign is a wide outline, which is no part of the size of a symbol.
    edge = {"outline_color": "#ffffff", "outline_width": str(_GROUND_MM), "joinstyle": "miter"}
    square = {"name": "square", "color": "#ffffff", "size": str(symbol.size()), **edge}
    ground = QgsSimpleMarkerSymbolLayer.create(square)
    ground.setDataDefinedProperty(
        symbol_property("LayerEnabled"), QgsProperty.fromExpression(_IS_SHOWN_ALONE)
    )
    # The colour of the symbol is that of its sign.
    ground.setLocked(True)
    return ground


def area_symbol(geometry_type, line, filled):
    """Return an outline in the line of a class, with a light fill if `filled`; a marker for points."""
    if geometry_type == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple(
            {"line_color": line.colour, "line_style": line.pattern, "line_width": "0.6"}
        )
    if geometry_type == QgsWkbTypes.GeometryType.PointGeometry:
        return marker("circle", line.colour, "#ffffff", 2.0, 0.2)
    fill = QColor(line.colour)
    return QgsFillSymbol.createSimple(
        {
            "color": f"{fill.red()},{fill.green()},{fill.blue()},12",
            "style": "solid" if filled else "no",
            "outline_color": line.colour,
            "outline_style": line.pattern,
            "outline_width": "0.6",
        }
    )


def arrow(colour):
    """Return a thin straight arrow along a line; colour as #rrggbb."""
    shaft = QgsArrowSymbolLayer.create(
        {
            "arrow_width": "0.5",
            "arrow_start_width": "0.5",
            "head_length": "2.2",
            "head_thickness": "1.1",
            "is_curved": "0",
            "is_repeated": "0",
        }
    )
    shaft.setSubSymbol(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}))
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, shaft)
    return symbol
