"""How virtual clusters look on the map: a cluster in one colour, its kind as the shape, its core large and named."""

from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
)

from ..compat import is_null, symbol_property
from ..layers.reading.listening import layer_features
from .apart import Apart, place_of
from .labels import in_words, label_expression, words_of_field
from .renderers import use
from .symbols import marker
from .virtual_symbols import in_order, thin_line, values_of

_CORE_MM, _MEMBER_MM, _SINGLE_MM = 3.4, 1.8, 0.9
# Clusters without a colour of their own are the ground on which the others stand.
_FURTHER = 0.62
# Kinds of virtual clusters; a layer without the kind has circles alone.
_SHAPES = {"virtual": "circle", "near": "square", "local": "triangle"}


@dataclass
class _Cluster:
    """What the map tells of a cluster.

    Attributes
    ----------
    blocks : int
    core : str
        City and industry; '' where the layer has no core of it.
    span : float or None
    kind : str or None
    place : tuple of float or None
        Of the core.
    """

    blocks: int = 0
    core: str = ""
    span: float = None
    kind: str = None
    place: tuple = None


def style_blocks(layer, wanted):
    """Draw blocks by cluster, the strongest in a colour each; cores that share a city stand side by side."""
    look, words = wanted.look, wanted.words
    coloured, further = _chosen(layer, wanted)
    clusters, categories = _clusters(layer), []
    apart = Apart({number: (clusters[number].place, _CORE_MM) for number in coloured})
    for number, colour in coloured.items():
        shape = _SHAPES.get(clusters[number].kind, "circle")
        symbol = _block_symbol(colour, shape=shape, apart=apart)
        categories.append(QgsRendererCategory(number, symbol, _told(number, clusters[number], words)))
    if further:
        label = words["further"].format(count=len(further))
        categories.append(QgsRendererCategory(further, _block_symbol(look.further, _FURTHER), label))
    categories += _signs(layer, wanted)
    renderer = QgsCategorizedSymbolRenderer("vc_id", categories)
    below = f'if({_among(coloured)}, 0, 2e6) + if("vc_role" = \'core\', 0, 1e6) + "vc_id"'
    in_order(renderer, f"coalesce({below}, 1e9)", False)
    use(layer, renderer)
    _name_cores(layer, coloured, apart)
    return True


def _signs(layer, wanted):
    """Return the entries that explain sizes and shapes, and the category of the blocks in no cluster.

    What explains has numbers that no cluster has: QGIS asks the layer for the rows of all categories.
    """
    found = []
    if "core" in values_of(layer, "vc_role"):
        outlined = marker("circle", "#ffffff", "#4d4d4d", _CORE_MM, 0.2)
        found.append(QgsRendererCategory(0, outlined, wanted.words["role_core"]))
    kinds = values_of(layer, "vc_kind")
    found += [
        QgsRendererCategory(-number, _outlined(shape), wanted.words[f"kind_{kind}"])
        for number, (kind, shape) in enumerate(_SHAPES.items(), 1)
        if kind in kinds
    ]
    if None in values_of(layer, "vc_id"):
        single = marker("circle", wanted.look.single, "#ffffff", _SINGLE_MM, 0.1)
        found.append(QgsRendererCategory(None, single, wanted.words["single"]))
    return found


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
    for row in layer_features(layer, request):
        values = row.attributes()
        if not is_null(values[at]):
            known = span >= 0 and not is_null(values[span])
            reach[int(values[at])] = float(values[span]) if known else 0.0
    least = wanted.min_span or 0.0
    far = [number for number in sorted(reach) if reach[number] >= least]
    coloured = dict(zip(far, wanted.look.clusters))
    return coloured, [number for number in sorted(reach) if number not in coloured]


def _clusters(layer):
    """Return the `_Cluster` of each number."""
    fields, found = layer.fields(), {}
    names, called = (
        ("vc_id", "vc_role", "vc_kind", "vc_span", "city", "industry"),
        words_of_field(layer, "city"),
    )
    at = {name: fields.lookupField(name) for name in names}
    request = QgsFeatureRequest().setSubsetOfAttributes([index for index in at.values() if index >= 0])
    for feature in layer_features(layer, request):
        row = {name: None if i < 0 or is_null(feature[i]) else feature[i] for name, i in at.items()}
        if row["vc_id"] is None:
            continue
        cluster = found.setdefault(int(row["vc_id"]), _Cluster())
        cluster.blocks += 1
        cluster.kind = cluster.kind or row["vc_kind"]
        if row["vc_role"] == "core":
            city = called.get(row["city"], row["city"])
            cluster.core = " · ".join(str(part) for part in (city, row["industry"]) if part)
            cluster.span = row["vc_span"]
            cluster.place = place_of(feature)
    return found


def _told(number, cluster, words):
    """Return what a cluster is called in the legend: city and industry of its core, its blocks, its span."""
    if not cluster.core:
        return str(number)
    key = "cluster" if cluster.span is None else "cluster_span"
    km = f"{float(cluster.span or 0):.0f}"
    return words[key].format(core=cluster.core, blocks=cluster.blocks, km=km)


def _name_cores(layer, coloured, apart):
    """Name the coloured cores; those that share a place on the side on which they stand."""
    told = '"vc_core"'
    if layer.fields().lookupField("industry") >= 0:
        told = f"{in_words(layer, 'city')} || ' · ' || \"industry\""
    label_expression(
        layer,
        f"if(\"vc_role\" = 'core' AND {_among(coloured)}, {told}, '')",
        ("city", "industry"),
        distance=apart.distance(str(_CORE_MM / 2), "vc_id"),
        priority='10 - "vc_id"',
        positions=apart.positions("vc_id"),
        free=True,
    )


def _among(numbers):
    """Return the expression of the rows of some clusters."""
    return f'"vc_id" IN ({", ".join(map(str, numbers))})' if numbers else "false"


def _block_symbol(colour, scale=1.0, shape="circle", apart=None):
    """Return the symbol of blocks; that of a legend has the `shape`, and cores stand `apart` by their offset."""
    symbol = marker(shape, colour, "#ffffff", scale * _MEMBER_MM, 0.2)
    size = f"if(\"vc_role\" = 'core', {scale * _CORE_MM}, {scale * _MEMBER_MM})"
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Size"), QgsProperty.fromExpression(size))
    cases = " ".join(f"WHEN \"vc_kind\" = '{kind}' THEN '{shape}'" for kind, shape in _SHAPES.items())
    drawn = QgsProperty.fromExpression(f"CASE {cases} ELSE '{shape}' END")
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Name"), drawn)
    if apart and apart.offsets:
        aside = QgsProperty.fromExpression(f"if(\"vc_role\" = 'core', {apart.offset('vc_id')}, '0,0')")
        symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Offset"), aside)
    return symbol


def _outlined(shape):
    return marker(shape, "#ffffff", "#4d4d4d", _MEMBER_MM, 0.2)
