"""Layers of periods: one ramp from the first to the last, and the times by which QGIS's time slider plays them."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDateTimeRange,
    QgsExpression,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayerTemporalProperties,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime
from qgis.PyQt.QtGui import QColor

from ..analysis.distribution.periods import spans_of, step_of
from ..analysis.natural_order import natural_order
from ..compat import is_null, temporal_unit
from . import palette
from .renderers import use
from .symbols import area_symbol, arrow

# Of more, years and dates alone are read.
_MOST_PERIODS = 500


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
    """Tell QGIS from when to when a row holds, by fields of times as the algorithm reads them; names are never shown.

    Parameters
    ----------
    layer : QgsVectorLayer
    first, last : str
        Fields; the same for a single period. A year, a quarter or a plan lasts to its last second.
    """
    if min(layer.fields().lookupField(name) for name in (first, last)) < 0:
        return
    times, spans = layer.temporalProperties(), _spans(layer, (first, last))
    modes = QgsVectorLayerTemporalProperties
    times.setMode(modes.ModeFeatureDateTimeStartAndEndFromExpressions)
    times.setStartExpression(
        _moment(first, "make_datetime({year}, 1, 1, 0, 0, 0)", "to_datetime({day})", spans, 0)
    )
    times.setEndExpression(
        _moment(
            last,
            "make_datetime({year}, 12, 31, 23, 59, 59)",
            "to_datetime({day}) + make_interval(days:=1) - make_interval(seconds:=1)",
            spans,
            1,
        )
    )
    times.setIsActive(True)
    _tell_project([span for span in spans.values() if span])


def _spans(layer, fields):
    """Return from when to when each period lasts, None for no time, by its text."""
    values = {}
    for field in dict.fromkeys(fields):
        for value in layer.uniqueValues(layer.fields().lookupField(field), _MOST_PERIODS):
            if not is_null(value):
                number = int(value) if isinstance(value, float) and value.is_integer() else value
                values[_text(number)] = number if isinstance(number, (int, float)) else _text(number)
    return dict(zip(values, spans_of(list(values.values()))))


def _tell_project(spans):
    """Have a project that has no times yet begin with these: QGIS plays steps of an hour else."""
    settings = QgsProject.instance().timeSettings()
    if not spans or not settings.temporalRange().isInfinite():
        return
    step, unit = step_of(spans)
    settings.setTimeStep(step)
    settings.setTimeStepUnit(temporal_unit(unit))
    begin, end = min(begin for begin, _ in spans), max(end for _, end in spans)
    settings.setTemporalRange(QgsDateTimeRange(QDateTime(begin), QDateTime(end)))


def _moment(field, of_year, of_day, spans, end):
    """Return the expression of the moment at which the period of a row begins (`end` 0) or ends (1)."""
    text = f"to_string({QgsExpression.quotedColumnRef(field)})"
    year = f"to_int(regexp_substr({text}, '([0-9]{{4}})'))"
    is_year = f"regexp_match({text}, '^\\s*[0-9]{{4}}(\\.0*)?\\s*\\D?\\s*$') > 0"
    plain = f"if({is_year}, {of_year.format(year=year)}, try({of_day.format(day=text)}, NULL))"
    cases = "".join(
        f" WHEN {text} = {QgsExpression.quotedString(said)} THEN {_made(span[end])}"
        for said, span in spans.items()
        if span and len(spans) < _MOST_PERIODS
    )
    return f"CASE{cases} ELSE {plain} END" if cases else plain


def _made(moment):
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return f"make_datetime({', '.join(map(str, parts))})"


def _symbol(layer, colour):
    if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry:
        return arrow(colour)
    return area_symbol(layer.geometryType(), palette.Line(colour, "solid"), True)


def _text(value):
    return str(value.toString("yyyy-MM-dd") if hasattr(value, "toString") else value)
