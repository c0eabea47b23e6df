"""How links look on the map: curves that taper from the supplier to the customer, the largest on top.

Half of the flow is in colour, the links after it up to four fifths are thin and pale, the others wait in the legend.
"""

from dataclasses import dataclass

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

from ..compat import symbol_property
from ..layers.reading.listening import layer_features
from . import palette
from .flow_shares import least_of_share
from .renderers import use
from .virtual_symbols import in_order, rounded

SHARE_IN_COLOUR, SHARE_AT_FIRST = 0.5, 0.8
# More would be a carpet.
_MOST_IN_COLOUR, _MOST_AT_FIRST = 300, 1500
# So many mm are all coloured lines wide together, at most; where flows are alike, the largest are thinner.
_ALL_WIDE, _LEAST_WIDEST = 100, 0.6
_THIN, _WIDEST, _END, _PALE, _SAMPLE = 0.25, 2.4, 0.08, 0.14, 0.6
_BEND = 0.12
# Two directions bow apart: each bends to its own left. The sample of a legend has no row, and is straight.
_CURVE = (
    "with_variable('a', start_point($geometry), with_variable('z', end_point($geometry), "
    "make_line(@a, project(line_interpolate_point(make_line(@a, @z), distance(@a, @z) / 2), "
    "if($id is null, 0, {bend}) * distance(@a, @z), azimuth(@a, @z) + pi() / 2), @z)))"
)
# No row is so: the entries explain the widths in the legend and draw nothing.
_NEVER = "false"


@dataclass(frozen=True)
class Width:
    """How wide a flow is drawn: that of the `most` is `widest`, in mm; `directed` lines end thin."""

    most: float
    directed: bool = True
    widest: float = _WIDEST


def style_links(layer, wanted, directed=True):
    """Draw links or flows by width, coloured by their scope where they have one.

    Parameters
    ----------
    layer : QgsVectorLayer
        Lines with the field ``flow``.
    wanted : virtual_symbols.Wanted
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
    limits = (SHARE_IN_COLOUR, _MOST_IN_COLOUR), (SHARE_AT_FIRST, _MOST_AT_FIRST)
    least = [least_of_share(flows, *limit) for limit in limits]
    width = Width(max(flows), directed, _widest([flow for flow in flows if flow >= least[0]], directed))
    root = QgsRuleBasedRenderer.Rule(None)
    scopes = scopes_of(layer, least[0])
    for rule in (*_coloured(wanted, least[0], width, scopes, flows), *_others(wanted, least, flows)):
        root.appendChild(rule)
    renderer = QgsRuleBasedRenderer(root)
    in_order(renderer, '"flow"', True)
    layer.setOpacity(0.9)
    use(layer, renderer)
    return True


def _coloured(wanted, least, width, scopes, flows):
    """Yield the rules of the links that are half of the flow, by their `scopes`, and samples of their width."""
    look, words = wanted.look, wanted.words
    said = words["flow"].format(**_part(flows, least))
    if scopes != [""]:
        yield QgsRuleBasedRenderer.Rule(None, 0, 0, _NEVER, f"{said}{words['colon']}")
    for scope in scopes:
        only = f"\"scope\" = '{scope}' AND " if scope else ""
        symbol = flow_symbol(look.scopes[scope], width)
        rule = QgsRuleBasedRenderer.Rule(symbol, 0, 0, f'{only}"flow" >= {least!r}')
        rule.setLabel(words[f"scope_{scope}"] if scope else said)
        yield rule
    for part in (1.0, 0.25):
        flow = rounded(part * width.most)
        label = words["width"].format(flow=f"{flow:g}")
        yield QgsRuleBasedRenderer.Rule(flow_symbol(look.scopes[""], width, flow), 0, 0, _NEVER, label)


def _others(wanted, least, flows):
    """Yield the rules of the pale links, and of those that are not drawn at first."""
    look, words = wanted.look, wanted.words
    half, shown = least
    drawn, coloured = _part(flows, shown), _part(flows, half)
    pale, small = drawn["count"] - coloured["count"], len(flows) - drawn["count"]
    if pale:
        rule = QgsRuleBasedRenderer.Rule(
            pale_symbol(look.pale), 0, 0, f'"flow" >= {shown!r} AND "flow" < {half!r}'
        )
        rule.setLabel(words["pale"].format(count=pale, percent=drawn["percent"]))
        yield rule
    if small:
        rule = QgsRuleBasedRenderer.Rule(pale_symbol(look.pale), 0, 0, f'"flow" < {shown!r}')
        label = words["smaller"].format(count=small, percent=100 - drawn["percent"])
        rule.setLabel(words["hidden"].format(entry=label))
        rule.setActive(False)
        yield rule


def _part(flows, least):
    """Return how many flows are as large, and their percent of all."""
    large = [flow for flow in flows if flow >= least]
    return {"count": len(large), "percent": round(100 * sum(large) / sum(flows))}


def _widest(coloured, directed):
    """Return the width of the largest flow: thinner where many are nearly as large, and where lines do not taper."""
    together = sum(flow / max(coloured) for flow in coloured) * (1 if directed else 2)
    return round(min(_WIDEST, max(_LEAST_WIDEST, _ALL_WIDE / together)), 2)


def flows_of(layer):
    """Return the flows of the rows that have a line."""
    return [flow for flow, _ in _drawn(layer)]


def scopes_of(layer, least):
    """Return the scopes of the lines with at least a flow, in the order of the palette; [''] without scopes."""
    if layer.fields().lookupField("scope") < 0:
        return [""]
    there = {scope for flow, scope in _drawn(layer) if flow >= least}
    return [scope for scope in palette.VIRTUAL.scopes if scope and scope in there]


def _drawn(layer):
    """Yield flow and scope of the rows that have a line and a flow."""
    flow, scope = (layer.fields().lookupField(name) for name in ("flow", "scope"))
    request = QgsFeatureRequest().setSubsetOfAttributes([at for at in (flow, scope) if at >= 0])
    for row in layer_features(layer, request) if flow >= 0 else ():
        values = row.attributes()
        # Files of QGIS have an empty line where a row has none.
        if isinstance(values[flow], (int, float)) and values[flow] > 0 and not row.geometry().isEmpty():
            yield float(values[flow]), values[scope] if scope >= 0 else ""


def flow_symbol(colour, width, flow=None):
    """Return the curve of a flow: its width by the field ``flow``, or that of a given flow."""
    middle = (_THIN + width.widest) / 2
    taper = _taper(colour, middle, _END if width.directed else middle, "#ffffff")
    if flow is not None:
        taper.setArrowStartWidth(_THIN + (width.widest - _THIN) * min(flow / width.most, 1))
        if not width.directed:
            taper.setArrowWidth(taper.arrowStartWidth())
        return _line_of(taper)
    drawn = QgsProperty.fromExpression(
        f'{_THIN} + {round(width.widest - _THIN, 2)} * "flow" / {width.most!r}'
    )
    taper.setDataDefinedProperty(symbol_property("ArrowStartWidth"), drawn)
    if not width.directed:
        taper.setDataDefinedProperty(symbol_property("ArrowWidth"), drawn)
    return _curved(taper)


def pale_symbol(colour):
    """Return the curve of a small flow, thin and of one width; the sample of a legend is wider, to be seen."""
    taper = _taper(colour, _SAMPLE, _SAMPLE, "")
    width = QgsProperty.fromExpression(f"if($id is null, {_SAMPLE}, {_PALE})")
    for name in ("ArrowStartWidth", "ArrowWidth"):
        taper.setDataDefinedProperty(symbol_property(name), width)
    return _curved(taper)


def _taper(colour, start, end, outline):
    taper = QgsArrowSymbolLayer.create(
        {
            "arrow_width": str(end),
            "arrow_start_width": str(start),
            "head_length": "0",
            "head_thickness": "0",
            "is_curved": "1",
            "is_repeated": "0",
        }
    )
    border = {"outline_color": outline, "outline_width": "0.1"} if outline else {"outline_style": "no"}
    taper.setSubSymbol(QgsFillSymbol.createSimple({"color": colour, **border}))
    return taper


def _curved(taper):
    curve = QgsGeometryGeneratorSymbolLayer.create({"geometryModifier": _CURVE.format(bend=_BEND)})
    curve.setSymbolType(QgsSymbol.SymbolType.Line)
    curve.setSubSymbol(_line_of(taper))
    return _line_of(curve)


def _line_of(symbol_layer):
    symbol = QgsLineSymbol()
    symbol.changeSymbolLayer(0, symbol_layer)
    return symbol
