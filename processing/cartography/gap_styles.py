"""How gaps in chains look on the map: regions as pies of where their needs are met, candidates as dashed lines."""

from collections import Counter

from qgis.core import (
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsLinearlyInterpolatedDiagramRenderer,
    QgsLineSymbol,
    QgsNullSymbolRenderer,
    QgsPieDiagram,
    QgsRuleBasedRenderer,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor

from ..layers.reading.listening import layer_features
from .labels import label_expression, short_name
from .renderers import use
from .symbols import marker
from .virtual_symbols import in_order, most_of, size_legend, values_of

_LEAST_MM, _LARGEST_MM = 2.2, 8.0
_MOST_LINES = 500
# A shorter line has no room for its length between the pies at its ends.
_LEAST_LINE_MM = 18
_MET = {
    "here": '"needs" - "gaps"',
    "province": '"by_prov"',
    "group": '"by_group"',
    "nation": '"by_nation"',
    "nobody": '"nobody"',
}


def style_gaps(layer, wanted):
    """Draw regions as pies; their area grows with the needs."""
    most = most_of(layer, "needs")
    met = _met_of(layer)
    settings = QgsDiagramSettings()
    settings.categoryAttributes = [_MET[key] for key in met]
    settings.categoryColors = [QColor(wanted.look.met[key]) for key in met]
    settings.categoryLabels = [wanted.words[f"met_{key}"] for key in met]
    settings.penColor, settings.penWidth = QColor("#4d4d4d"), 0.1
    settings.sizeType = settings.lineSizeUnit = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.minimumSize, settings.opacity = _LEAST_MM, 0.9
    settings.scaleByArea = True
    diagrams = QgsLinearlyInterpolatedDiagramRenderer()
    diagrams.setDiagram(QgsPieDiagram())
    diagrams.setDiagramSettings(settings)
    diagrams.setClassificationField("needs")
    diagrams.setLowerValue(0)
    diagrams.setLowerSize(QSizeF(0, 0))
    diagrams.setUpperValue(most)
    diagrams.setUpperSize(QSizeF(_LARGEST_MM, _LARGEST_MM))
    diagrams.setAttributeLegend(True)
    diagrams.setDataDefinedSizeLegend(_sizes(most, wanted))
    place = QgsDiagramLayerSettings()
    # Names keep clear of the pies, and where they cannot, they stand on them.
    place.setIsObstacle(True)
    place.setZIndex(-1)
    place.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    place.setShowAllDiagrams(True)
    layer.setDiagramRenderer(diagrams)
    layer.setDiagramLayerSettings(place)
    use(layer, QgsNullSymbolRenderer())
    radius = f'0.5 + max({_LEAST_MM / 2}, {_LARGEST_MM / 2} * sqrt("needs" / {most!r}))'
    priority = f'10 * sqrt("needs" / {most!r})'
    label_expression(
        layer,
        short_name(layer, "name", wanted.words["no_unit"]),
        ("name",),
        distance=radius,
        priority=priority,
    )
    return True


def _met_of(layer):
    """Return where needs are met in any region; everywhere in a layer without regions."""
    met = {key: QgsExpression(told) for key, told in _MET.items()}
    context = QgsExpressionContext()
    context.setFields(layer.fields())
    found = set()
    for row in layer_features(layer):
        context.setFeature(row)
        found.update(key for key, told in met.items() if (told.evaluate(context) or 0) > 0)
    return [key for key in _MET if key in found or not found]


def _sizes(most, wanted):
    """Return the entries that explain the sizes of the pies; QGIS takes values here, and sizes them as it draws."""
    symbol = marker("circle", "#ffffff", "#4d4d4d", _LARGEST_MM, 0.15)
    return size_legend(symbol, most, wanted.words["size_needs"], lambda value: value, whole=True)


def style_candidates(layer, wanted):
    """Draw the nearest candidate of each gap as a dashed line, coloured by what holds both ends; the others wait.

    Where there are too many to tell apart, the farther ones wait as well.
    """
    look, words, drawn = wanted.look, wanted.words, 0
    root, counts = QgsRuleBasedRenderer.Rule(None), _nearest_by_scope(layer)
    for scope, colour in look.scopes.items():
        if scope in counts:
            rule = QgsRuleBasedRenderer.Rule(_dashed(colour), 0, 0, f'"rank" = 1 AND "scope" = \'{scope}\'')
            label = words["candidate"].format(scope=words[f"scope_{scope}"], count=counts[scope])
            drawn += counts[scope]
            _append(root, rule, label, drawn <= _MOST_LINES, words)
    if any(isinstance(rank, int) and rank > 1 for rank in values_of(layer, "rank")):
        later = QgsRuleBasedRenderer.Rule(_dashed(look.further), 0, 0, '"rank" > 1')
        _append(root, later, words["candidates_later"], False, words)
    renderer = QgsRuleBasedRenderer(root)
    in_order(renderer, '"km"', False)
    use(layer, renderer)
    label_expression(
        layer,
        "if(\"rank\" = 1, format_number(\"km\", 0) || ' km', '')",
        ("f_city",),
        priority='10 - "km" / 300',
        least_mm=_LEAST_LINE_MM,
    )
    return True


def _append(root, rule, label, active, words):
    """Append a rule; one that is not drawn at first says so."""
    rule.setLabel(label if active else words["hidden"].format(entry=label))
    rule.setActive(active)
    root.appendChild(rule)


def _nearest_by_scope(layer):
    request = QgsFeatureRequest().setFilterExpression('"rank" = 1')
    return Counter(row["scope"] for row in layer_features(layer, request))


def _dashed(colour):
    symbol = QgsLineSymbol.createSimple(
        {
            "line_color": colour,
            "line_width": "0.35",
            "customdash": "1.8;1.2",
            "use_custom_dash": "1",
            "capstyle": "flat",
        }
    )
    symbol.setOpacity(0.85)
    return symbol
