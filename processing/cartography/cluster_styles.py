"""How virtual clusters look on the map: a cluster in one colour, its kind as the shape, its core large and named."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
)

from ..compat import is_null, symbol_property
from .labels import label_expression
from .symbols import marker
from .virtual_symbols import in_order, thin_line, use

_CORE_MM, _MEMBER_MM, _SINGLE_MM = 3.4, 1.8, 0.9
# Clusters without a colour of their own are the ground on which the others stand.
_FURTHER = 0.62
# Kinds of virtual clusters; a layer without the kind has circles alone.
_SHAPES = {"virtual": "circle", "near": "square", "local": "triangle"}


def style_blocks(layer, wanted):
    """Draw blocks by cluster, the strongest in a colour each."""
    look, words = wanted.look, wanted.words
    coloured, further = _chosen(layer, wanted)
    told, categories = _cores(layer, words), []
    for number, colour in coloured.items():
        categories.append(QgsRendererCategory(number, _block_symbol(colour), told.get(number, str(number))))
    if further:
        label = words["further"].format(count=len(further))
        categories.append(QgsRendererCategory(further, _block_symbol(look.further, _FURTHER), label))
    outlined = marker("circle", "#ffffff", "#4d4d4d", _CORE_MM, 0.2)
    categories.append(QgsRendererCategory("role: core", outlined, words["role_core"]))
    categories += [
        QgsRendererCategory(f"kind: {kind}", _outlined(shape), words[f"kind_{kind}"])
        for kind, shape in _SHAPES.items()
    ]
    single = marker("circle", look.single, "#ffffff", _SINGLE_MM, 0.1)
    categories.append(QgsRendererCategory(None, single, words["single"]))
    renderer = QgsCategorizedSymbolRenderer("vc_id", categories)
    below = f'if({_among(coloured)}, 0, 2e6) + if("vc_role" = \'core\', 0, 1e6) + "vc_id"'
    in_order(renderer, f"coalesce({below}, 1e9)", False)
    use(layer, renderer)
    _name_cores(layer, coloured)
    return True


def style_ties(layer, wanted):
    """Draw the ties to the cores in the colours of their clusters, those of the others as thin lines below."""
    coloured, _ = _chosen(layer, wanted)
    symbol = thin_line(wanted.look.further)
    line = symbol.symbolLayer(0)
    if coloured:
        cases = " ".join(f"WHEN \"vc_id\" = {number} THEN '{colour}'" for number, colour in coloured.items())
        colours = QgsProperty.fromExpression(f"CASE {cases} ELSE '{wanted.look.further_tie}' END")
        line.setDataDefinedProperty(symbol_property("StrokeColor"), colours)
        width = QgsProperty.fromExpression(f"if({_among(coloured)}, 0.5, 0.18)")
        line.setDataDefinedProperty(symbol_property("StrokeWidth"), width)
    renderer = QgsSingleSymbolRenderer(symbol)
    in_order(renderer, f'if({_among(coloured)}, 0, 1e6) + "vc_id"', False)
    use(layer, renderer)
    return True


def _chosen(layer, wanted):
    """Return the colour of the strongest clusters that reach far enough, by number, and the numbers of the others."""
    at, span = (layer.fields().lookupField(name) for name in ("vc_id", "vc_span"))
    reach = {}
    request = QgsFeatureRequest().setSubsetOfAttributes([index for index in (at, span) if index >= 0])
    for row in layer.getFeatures(request):
        values = row.attributes()
        if not is_null(values[at]):
            known = span >= 0 and not is_null(values[span])
            reach[int(values[at])] = float(values[span]) if known else 0.0
    least = wanted.min_span or 0.0
    far = [number for number in sorted(reach) if reach[number] >= least]
    coloured = dict(zip(far, wanted.look.clusters))
    return coloured, [number for number in sorted(reach) if number not in coloured]


def _cores(layer, words):
    """Return what each cluster is called in the legend: city and industry of its core, its blocks, its span."""
    fields = layer.fields()
    at = {name: fields.lookupField(name) for name in ("vc_id", "vc_role", "city", "industry", "vc_span")}
    if at["vc_role"] < 0:
        return {}
    names, blocks = {}, {}
    for feature in layer.getFeatures(
        QgsFeatureRequest().setSubsetOfAttributes([i for i in at.values() if i >= 0])
    ):
        row = {name: None if i < 0 or is_null(feature[i]) else feature[i] for name, i in at.items()}
        if row["vc_id"] is None:
            continue
        number = int(row["vc_id"])
        blocks[number] = blocks.get(number, 0) + 1
        if row["vc_role"] == "core":
            names[number] = (
                " · ".join(str(row[name]) for name in ("city", "industry") if row[name]),
                row["vc_span"],
            )
    return {
        number: words["cluster" if span is None else "cluster_span"].format(
            core=core, blocks=blocks[number], km=0 if span is None else f"{float(span):.0f}"
        )
        for number, (core, span) in names.items()
    }


def _name_cores(layer, coloured):
    told = '"city" || \' · \' || "industry"' if layer.fields().lookupField("industry") >= 0 else '"vc_core"'
    label_expression(
        layer,
        f"if(\"vc_role\" = 'core' AND {_among(coloured)}, {told}, '')",
        ("city", "industry"),
        distance=str(_CORE_MM / 2 + 0.3),
        priority='10 - "vc_id"',
        free=True,
    )


def _among(numbers):
    """Return the expression of the rows of some clusters."""
    return f'"vc_id" IN ({", ".join(map(str, numbers))})' if numbers else "false"


def _block_symbol(colour, scale=1.0):
    symbol = marker("circle", colour, "#ffffff", scale * _MEMBER_MM, 0.2)
    size = f"if(\"vc_role\" = 'core', {scale * _CORE_MM}, {scale * _MEMBER_MM})"
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Size"), QgsProperty.fromExpression(size))
    cases = " ".join(f"WHEN \"vc_kind\" = '{kind}' THEN '{shape}'" for kind, shape in _SHAPES.items())
    shape = QgsProperty.fromExpression(f"CASE {cases} ELSE 'circle' END")
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Name"), shape)
    return symbol


def _outlined(shape):
    return marker(shape, "#ffffff", "#4d4d4d", _MEMBER_MM, 0.2)
