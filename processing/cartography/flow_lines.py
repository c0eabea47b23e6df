"""How links look on the map: curves that taper from the supplier to the customer, the largest on top.

Only the largest links, which together make up most of the flow, are drawn at first; the others wait in the legend.
"""

from qgis.core import (
    QgsArrowSymbolLayer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsSymbol,
)

from ..analysis.words import words_of
from ..compat import language_of_user, symbol_property
from . import palette
from .flow_shares import least_of_share

SHARE_AT_FIRST = 0.8
_THIN, _WIDEST, _END = 0.15, 2.4, 0.08
_BEND = 0.12
# Two directions bow apart: each bends to its own left.
_CURVE = (
    "with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), "
    "make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), "
    "{bend} * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"
)
# No row is so: the entries explain the widths in the legend and draw nothing.
_NEVER = "false"


def style_links(layer, look=palette.VIRTUAL, language=None, directed=True):
    """Draw links or flows by width, coloured by their scope where they have one.

    Parameters
    ----------
    layer : QgsVectorLayer
        Lines with the field ``flow``.
    look : palette.VirtualPalette
    language : {'en', 'zh'}, optional
        Language of the legend; default: the user's.
    directed : bool
        Whether a line is wide at its first end and thin at its last.

    Returns
    -------
    bool
        Whether the layer was styled: False where no line has a flow.
    """
    flows = flows_of(layer)
    if not flows:
        return False
    words = words_of("virtual", language or language_of_user())
    least, most = least_of_share(flows, SHARE_AT_FIRST), max(flows)
    by_scope = layer.fields().lookupField("scope") >= 0
    root = QgsRuleBasedRenderer.Rule(None)
    for scope, colour in look.scopes.items():
        if bool(scope) != by_scope:
            continue
        only = f"\"scope\" = '{scope}' AND " if by_scope else ""
        symbol = flow_symbol(colour, most, directed)
        rule = QgsRuleBasedRenderer.Rule(symbol, 0, 0, f'{only}"flow" >= {least!r}')
        rule.setLabel(words[f"scope_{scope}"] if by_scope else words["flow"])
        root.appendChild(rule)
    colour = look.scopes[""]
    for part in (1.0, 0.25):
        sample = flow_symbol(colour, most, directed, part * most)
        rule = QgsRuleBasedRenderer.Rule(
            sample, 0, 0, _NEVER, words["width"].format(flow=f"{part * most:.3g}")
        )
        root.appendChild(rule)
    smaller = QgsRuleBasedRenderer.Rule(
        flow_symbol(look.further, most, directed), 0, 0, f'"flow" < {least!r}'
    )
    count = sum(flow < least for flow in flows)
    smaller.setLabel(words["smaller"].format(count=count, percent=f"{100 - 100 * SHARE_AT_FIRST:g}"))
    smaller.setActive(False)
    if count:
        root.appendChild(smaller)
    renderer = QgsRuleBasedRenderer(root)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"flow"', True)]))
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    layer.setOpacity(0.75)
    layer.emitStyleChanged()
    return True


def flows_of(layer):
    """Return the flows of the rows that have a line."""
    at = layer.fields().lookupField("flow")
    if at < 0:
        return []
    request = QgsFeatureRequest().setSubsetOfAttributes([at])
    rows = ((row.hasGeometry(), row.attributes()[at]) for row in layer.getFeatures(request))
    return [float(flow) for there, flow in rows if there and isinstance(flow, (int, float)) and flow > 0]


def flow_symbol(colour, most, directed=True, flow=None):
    """Return the curve of a flow: its width by the field ``flow``, or that of a given flow, of the `most`."""
    taper = QgsArrowSymbolLayer.create(
        {
            "arrow_width": str(_END),
            "arrow_start_width": str(_WIDEST),
            "head_length": "0",
            "head_thickness": "0",
            "is_curved": "1",
            "is_repeated": "0",
        }
    )
    taper.setSubSymbol(
        QgsFillSymbol.createSimple({"color": colour, "outline_color": "#ffffff", "outline_width": "0.08"})
    )
    if flow is None:
        width = QgsProperty.fromExpression(f'{_THIN} + {_WIDEST - _THIN} * "flow" / {most!r}')
        taper.setDataDefinedProperty(symbol_property("ArrowStartWidth"), width)
        if not directed:
            taper.setDataDefinedProperty(symbol_property("ArrowWidth"), width)
    else:
        taper.setArrowStartWidth(_THIN + (_WIDEST - _THIN) * flow / most)
        if not directed:
            taper.setArrowWidth(taper.arrowStartWidth())
    line = QgsLineSymbol()
    line.changeSymbolLayer(0, taper)
    if flow is not None:
        return line
    curve = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": _CURVE.format(bend=_BEND)})
    curve.setSymbolType(QgsSymbol.SymbolType.Line)
    curve.setSubSymbol(line)
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, curve)
    return symbol
