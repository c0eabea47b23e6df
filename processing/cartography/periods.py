"""Layers of periods: one ramp from the first to the last, and the times by which QGIS's time slider plays them."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsRendererCategory,
    QgsVectorLayerTemporalProperties,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..analysis.natural_order import natural_order
from ..compat import is_null
from . import palette
from .renderers import use
from .symbols import area_symbol, arrow


def style_periods(layer, field):
    """Draw ellipses or paths in the order of their periods, from pale to dark; returns whether the layer was styled."""
    index = layer.fields().lookupField(field)
    if index < 0:
        return False
    values = [value for value in layer.uniqueValues(index) if not is_null(value)]
    texts = [_text(value) for value in values]
    ordered = [values[place] for place in natural_order(texts)]
    categories = [
        QgsRendererCategory(value, _symbol(layer, colour), _text(value))
        for value, colour in zip(ordered, ramp(len(ordered)))
    ]
    use(layer, QgsCategorizedSymbolRenderer(layer.fields().at(index).name(), categories))
    return True


def ramp(count):
    """Return colours as #rrggbb for periods in their order, evenly between the ends of the palette's ramp."""
    first, last = (QColor(colour) for colour in palette.PERIODS)
    colours = []
    for place in range(count):
        share = place / (count - 1) if count > 1 else 1.0
        mixed = (round(a + (b - a) * share) for a, b in zip(first.getRgb()[:3], last.getRgb()[:3]))
        colours.append(QColor(*mixed).name())
    return colours


def set_times(layer, first, last):
    """Tell QGIS from when to when a row holds, by fields of years, dates or texts of them; others are never shown.

    Parameters
    ----------
    layer : QgsVectorLayer
    first, last : str
        Fields; the same for a single period. A year lasts to its last second, and a date to that of its day.
    """
    if min(layer.fields().lookupField(name) for name in (first, last)) < 0:
        return
    times = layer.temporalProperties()
    modes = QgsVectorLayerTemporalProperties
    times.setMode(modes.ModeFeatureDateTimeStartAndEndFromExpressions)
    times.setStartExpression(_moment(first, "make_datetime({year}, 1, 1, 0, 0, 0)", "to_datetime({day})"))
    times.setEndExpression(
        _moment(
            last,
            "make_datetime({year}, 12, 31, 23, 59, 59)",
            "to_datetime({day}) + make_interval(days:=1) - make_interval(seconds:=1)",
        )
    )
    times.setIsActive(True)


def _moment(field, of_year, of_day):
    text = f"to_string({QgsExpression.quotedColumnRef(field)})"
    year = f"to_int(regexp_substr({text}, '([0-9]{{4}})'))"
    is_year = f"regexp_match({text}, '^\\\\s*[0-9]{{4}}(\\\\.0*)?\\\\s*\\\\D?\\\\s*$') > 0"
    return f"if({is_year}, {of_year.format(year=year)}, try({of_day.format(day=text)}, NULL))"


def _symbol(layer, colour):
    if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry:
        return arrow(colour)
    return area_symbol(layer.geometryType(), palette.Line(colour, "solid"), True)


def _text(value):
    return str(value.toString("yyyy-MM-dd") if hasattr(value, "toString") else value)
