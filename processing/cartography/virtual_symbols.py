"""What the styles of virtual clusters share: what is wanted, sizes by value, the order of drawing."""

from dataclasses import dataclass

from qgis.core import (
    QgsDataDefinedSizeLegend,
    QgsFeatureRequest,
    QgsLineSymbol,
    QgsProperty,
)

from ..compat import is_null, symbol_property
from ..layers.reading.listening import layer_features
from . import palette

LEAST_MM, LARGEST_MM = 1.2, 5.5


@dataclass(frozen=True)
class Wanted:
    """How a layer shall look.

    Attributes
    ----------
    look : palette.VirtualPalette
    words : dict of str to str
        Of the legend.
    min_span : float or None
        Clusters whose links reach less far, in km, stay grey.
    """

    look: palette.VirtualPalette
    words: dict
    min_span: float = None


def most_of(layer, *fields):
    """Return the largest sum of fields over the rows; 1 where there is none."""
    sums = (
        sum(float(row[name]) for name in fields if isinstance(row[name], (int, float)))
        for row in layer_features(layer)
    )
    return max(sums, default=0.0) or 1.0


def values_of(layer, field):
    """Return the values of a field that occur, None for null; an empty set where the layer lacks it."""
    at = layer.fields().lookupField(field)
    there = layer.uniqueValues(at) if at >= 0 else ()
    return {None if is_null(value) else value for value in there}


def size_by(symbol, expression, most, largest=LARGEST_MM):
    """Let the area of a marker grow with a value, up to `largest` mm at the `most`."""
    size = f"{LEAST_MM} + {largest - LEAST_MM} * sqrt(max(0, {expression}) / {most!r})"
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Size"), QgsProperty.fromExpression(size))


def size_legend(symbol, most, heading, size_of=None, whole=False):
    """Return the entries that explain the sizes of `size_by`, or those that `size_of` gives a value; `whole` for counts."""
    legend = QgsDataDefinedSizeLegend()
    legend.setLegendType(QgsDataDefinedSizeLegend.LegendType.LegendSeparated)
    legend.setTitle(heading)
    legend.setSymbol(symbol.clone())
    size_of = size_of or (lambda value: size_at(value, most))
    shown = shown_of(most, whole)
    sizes = [size_of(value) for value in shown]
    legend.setClasses(
        [QgsDataDefinedSizeLegend.SizeClass(size, f"{value:g}") for size, value in zip(sizes, shown)]
    )
    return legend


def shown_of(most, whole=False):
    """Return the values whose sizes a legend shows; of what is counted whole ones."""
    shown = [rounded(part * most) for part in (1.0, 0.25)]
    return list(dict.fromkeys(float(max(1, round(value))) if whole else value for value in shown))


def size_at(value, most, largest=LARGEST_MM):
    """Return the size in mm that `size_by` gives a value."""
    return LEAST_MM + (largest - LEAST_MM) * (value / most) ** 0.5


def rounded(value):
    """Return a value as a legend says it: to one digit, or two where the first is a 1."""
    if value <= 0:
        return 0.0
    digits = len(f"{value:.15f}".split(".")[0].lstrip("0")) if value >= 1 else 0
    return float(f"{value:.{2 if f'{value:e}'[0] == '1' else 1}g}") if digits < 3 else float(f"{value:.2g}")


def in_order(renderer, expression, ascending):
    """Have the rows drawn in an order, the last on top."""
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(expression, ascending)]))
    renderer.setOrderByEnabled(True)


def thin_line(colour, width=0.4, opacity=0.7):
    """Return a thin line; colour as #rrggbb, width in mm."""
    symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": str(width), "capstyle": "round"})
    symbol.setOpacity(opacity)
    return symbol
