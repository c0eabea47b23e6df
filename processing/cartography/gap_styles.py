"""How gaps in chains look on the map: regions as pies of where their needs are met, candidates as dashed lines."""

from collections import Counter

from qgis.core import (
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
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

from .labels import label_expression
from .virtual_symbols import in_order, most_of, use

_LEAST_MM, _LARGEST_MM = 2.2, 8.0
_MOST_LINES = 500
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
    settings = QgsDiagramSettings()
    settings.categoryAttributes = list(_MET.values())
    settings.categoryColors = [QColor(wanted.look.met[key]) for key in _MET]
    settings.categoryLabels = [wanted.words[f"met_{key}"] for key in _MET]
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
    place = QgsDiagramLayerSettings()
    place.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    place.setShowAllDiagrams(True)
    layer.setDiagramRenderer(diagrams)
    layer.setDiagramLayerSettings(place)
    use(layer, QgsNullSymbolRenderer())
    radius = f'0.5 + max({_LEAST_MM / 2}, {_LARGEST_MM / 2} * sqrt("needs" / {most!r}))'
    priority = f'10 * sqrt("needs" / {most!r})'
    label_expression(layer, '"name"', ("name",), distance=radius, priority=priority)
    return True


def style_candidates(layer, wanted):
    """Draw the nearest candidate of each gap as a dashed line, coloured by what holds both ends; the others wait.

    Where there are too many to tell apart, the farther ones wait as well.
    """
    look, words, drawn = wanted.look, wanted.words, 0
    root, counts = QgsRuleBasedRenderer.Rule(None), _nearest_by_scope(layer)
    for scope, colour in look.scopes.items():
        if scope:
            rule = QgsRuleBasedRenderer.Rule(_dashed(colour), 0, 0, f'"rank" = 1 AND "scope" = \'{scope}\'')
            rule.setLabel(
                words["candidate"].format(scope=words[f"scope_{scope}"], count=counts.get(scope, 0))
            )
            drawn += counts.get(scope, 0)
            rule.setActive(drawn <= _MOST_LINES)
            root.appendChild(rule)
    later = QgsRuleBasedRenderer.Rule(_dashed(look.further), 0, 0, '"rank" > 1')
    later.setLabel(words["candidates_later"])
    later.setActive(False)
    root.appendChild(later)
    renderer = QgsRuleBasedRenderer(root)
    in_order(renderer, '"km"', False)
    use(layer, renderer)
    label_expression(
        layer,
        "if(\"rank\" = 1, \"f_city\" || ' ' || format_number(\"km\", 0) || ' km', '')",
        ("f_city",),
        priority='10 - "km" / 300',
    )
    return True


def _nearest_by_scope(layer):
    request = QgsFeatureRequest().setFilterExpression('"rank" = 1')
    return Counter(row["scope"] for row in layer.getFeatures(request))


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
