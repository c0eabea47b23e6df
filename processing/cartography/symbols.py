"""Symbols of the palette: markers, lines and areas as QGIS draws them."""

from qgis.core import QgsArrowSymbolLayer, QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol, QgsWkbTypes
from qgis.PyQt.QtGui import QColor

from . import palette


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
