"""How the tables of virtual clusters look on the map, each by the fields that it has."""

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
    QgsFeatureRequest,
    QgsLinearlyInterpolatedDiagramRenderer,
    QgsLineSymbol,
    QgsNullSymbolRenderer,
    QgsPieDiagram,
    QgsProperty,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor

from ..analysis.words import words_of
from ..compat import is_null, language_of_user, symbol_property
from . import palette
from .flow_lines import style_links
from .labels import label_expression
from .symbols import marker

_LARGEST_MM = 7.0
_CORE_MM, _MEMBER_MM, _SINGLE_MM = 3.4, 1.9, 1.0
# Kinds of virtual clusters; a layer without the kind has circles alone.
_SHAPES = {"virtual": "circle", "near": "square", "local": "triangle"}
_MET = {
    "here": '"needs" - "gaps"',
    "province": '"by_prov"',
    "group": '"by_group"',
    "nation": '"by_nation"',
    "nobody": '"nobody"',
}


def style_virtual(layer, look=palette.VIRTUAL, language=None):
    """Style an output of the algorithms of virtual clusters by what its fields say it is.

    Parameters
    ----------
    layer : QgsVectorLayer
    look : palette.VirtualPalette
    language : {'en', 'zh'}, optional
        Language of the legend; default: the user's.

    Returns
    -------
    bool
        Whether the layer was styled: False for a table without geometry and for one that is none of these outputs.
    """
    if layer is None or not layer.isValid():
        return False
    names = {name.lower() for name in layer.fields().names()}
    words = words_of("virtual", language or language_of_user())
    for geometry, needed, style in _STYLES:
        if layer.geometryType() == geometry and needed <= names:
            styled = style(layer, look, words, language)
            layer.triggerRepaint()
            return styled
    return False


def _links(layer, look, words, language):
    return style_links(layer, look, language)


def _undirected(layer, look, words, language):
    return style_links(layer, look, language, directed=False)


def _nodes(layer, look, words, language):
    symbol = marker("circle", look.node, "#ffffff", 2.0, 0.2)
    symbol.setOpacity(0.8)
    _size_by(symbol, '"flow_in" + "flow_out"', _most(layer, "flow_in", "flow_out"))
    _set(layer, QgsSingleSymbolRenderer(symbol))
    label_expression(layer, '"name"', ("name",))
    return True


def _clusters_of(layer):
    """Return the clusters of a layer in their order: the numbers are by strength."""
    at = layer.fields().lookupField("vc_id")
    return sorted(int(value) for value in layer.uniqueValues(at) if not is_null(value))


def _named_clusters(layer):
    """Return what each cluster is called: city and industry of its core."""
    fields = layer.fields()
    if fields.lookupField("vc_role") < 0:
        return {}
    told = [fields.lookupField(name) for name in ("city", "industry")]
    names = {}
    request = QgsFeatureRequest().setFilterExpression("\"vc_role\" = 'core'")
    for row in layer.getFeatures(request):
        texts = [str(row[at]) for at in told if at >= 0 and not is_null(row[at])]
        names[int(row["vc_id"])] = " · ".join(texts)
    return names


def _blocks(layer, look, words, language):
    names, categories = _named_clusters(layer), []
    numbers = _clusters_of(layer)
    for place, number in enumerate(numbers[: len(look.clusters)]):
        symbol = _block_symbol(look.clusters[place])
        categories.append(QgsRendererCategory(number, symbol, names.get(number, str(number))))
    further = numbers[len(look.clusters) :]
    if further:
        label = words["further"].format(count=len(further))
        categories.append(QgsRendererCategory(further, _block_symbol(look.further), label))
    categories += [
        QgsRendererCategory(f"kind: {kind}", _outlined(shape), words[f"kind_{kind}"])
        for kind, shape in _SHAPES.items()
    ]
    single = marker("circle", look.single, "#ffffff", _SINGLE_MM, 0.1)
    categories.append(QgsRendererCategory(None, single, words["single"]))
    renderer = QgsCategorizedSymbolRenderer("vc_id", categories)
    _order(renderer, 'coalesce(if("vc_role" = \'core\', 0, 1e6) + "vc_id", 1e9)', False)
    _set(layer, renderer)
    first = max(numbers[: len(look.clusters)], default=0)
    city = '"city" || \' · \' || "industry"' if layer.fields().lookupField("industry") >= 0 else '"vc_core"'
    label_expression(
        layer,
        f"if(\"vc_role\" = 'core' AND \"vc_id\" <= {first}, {city}, '')",
        ("city", "industry"),
        priority='10 - "vc_id"',
    )
    return True


def _block_symbol(colour):
    symbol = marker("circle", colour, "#ffffff", _MEMBER_MM, 0.2)
    size = f"if(\"vc_role\" = 'core', {_CORE_MM}, {_MEMBER_MM})"
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Size"), QgsProperty.fromExpression(size))
    cases = " ".join(f"WHEN \"vc_kind\" = '{kind}' THEN '{shape}'" for kind, shape in _SHAPES.items())
    shape = QgsProperty.fromExpression(f"CASE {cases} ELSE 'circle' END")
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Name"), shape)
    return symbol


def _outlined(shape):
    return marker(shape, "#ffffff", "#4d4d4d", _MEMBER_MM, 0.2)


def _ties(layer, look, words, language):
    numbers = _clusters_of(layer)
    symbol = _thin(look.further)
    cases = " ".join(
        f"WHEN \"vc_id\" = {number} THEN '{colour}'" for number, colour in zip(numbers, look.clusters)
    )
    if cases:
        colours = QgsProperty.fromExpression(f"CASE {cases} ELSE '{look.further}' END")
        symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("StrokeColor"), colours)
    renderer = QgsSingleSymbolRenderer(symbol)
    _order(renderer, '"vc_id"', False)
    _set(layer, renderer)
    return True


def _coupling(layer, look, words, language):
    most = _most(layer, "off", "on")
    categories = []
    for key, colour in look.coupling.items():
        symbol = marker("circle", colour, "#4d4d4d", 2.4, 0.15)
        symbol.setOpacity(0.85)
        _size_by(symbol, 'coalesce("off", 0) + coalesce("on", 0)', most, 5.0)
        categories.append(QgsRendererCategory(key, symbol, words[f"coupling_{key}"]))
    renderer = QgsCategorizedSymbolRenderer("class", categories)
    _order(renderer, 'coalesce("off", 0) + coalesce("on", 0)', False)
    _set(layer, renderer)
    label_expression(layer, "if(\"class\" = 'none', '', \"name\")", ("name",))
    return True


def _gaps(layer, look, words, language):
    settings = QgsDiagramSettings()
    settings.categoryAttributes = list(_MET.values())
    settings.categoryColors = [QColor(look.met[key]) for key in _MET]
    settings.categoryLabels = [words[f"met_{key}"] for key in _MET]
    settings.penColor, settings.penWidth = QColor("#4d4d4d"), 0.1
    settings.sizeType = settings.lineSizeUnit = QgsUnitTypes.RenderUnit.RenderMillimeters
    settings.minimumSize, settings.opacity = 1.5, 0.9
    settings.scaleByArea = True
    diagrams = QgsLinearlyInterpolatedDiagramRenderer()
    diagrams.setDiagram(QgsPieDiagram())
    diagrams.setDiagramSettings(settings)
    diagrams.setClassificationField("needs")
    diagrams.setLowerValue(0)
    diagrams.setLowerSize(QSizeF(0, 0))
    diagrams.setUpperValue(_most(layer, "needs"))
    diagrams.setUpperSize(QSizeF(_LARGEST_MM, _LARGEST_MM))
    diagrams.setAttributeLegend(True)
    place = QgsDiagramLayerSettings()
    place.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    place.setShowAllDiagrams(True)
    layer.setDiagramRenderer(diagrams)
    layer.setDiagramLayerSettings(place)
    _set(layer, QgsNullSymbolRenderer())
    radius = f'0.4 + {_LARGEST_MM / 2} * sqrt("needs" / {_most(layer, "needs")!r})'
    label_expression(layer, '"name"', ("name",), distance=radius)
    return True


def _groups(layer, look, words, language):
    most, renderer = _most(layer, "members"), _by_mode(layer, look, words, _star)
    for index, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        _size_by(symbol, '"members"', most)
        renderer.updateCategorySymbol(index, symbol)
    _order(renderer, '"members"', False)
    _set(layer, renderer)
    label_expression(layer, '"grp"', ("grp",))
    return True


def _group_ties(layer, look, words, language):
    _set(layer, _by_mode(layer, look, words, _thin))
    return True


def _by_mode(layer, look, words, symbol_of):
    there = layer.uniqueValues(layer.fields().lookupField("mode"))
    values = sorted(str(value) for value in there if not is_null(value) and value != "")
    free = [colour for key, colour in look.modes.items() if key and key not in values]
    categories = []
    for value in values:
        colour = look.modes.get(value) or (free.pop(0) if free else look.further)
        categories.append(QgsRendererCategory(value, symbol_of(colour), words.get(f"mode_{value}", value)))
    if len(there) > len(values):
        categories.append(QgsRendererCategory(None, symbol_of(look.modes[""]), words["mode_"]))
    return QgsCategorizedSymbolRenderer("mode", categories)


def _star(colour):
    return marker("star", colour, "#ffffff", 3.2, 0.2)


def _thin(colour, width=0.4):
    symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": str(width)})
    symbol.setOpacity(0.7)
    return symbol


def _size_by(symbol, expression, most, largest=_LARGEST_MM):
    size = f"1.2 + {largest - 1.2} * sqrt(max(0, {expression}) / {most!r})"
    symbol.symbolLayer(0).setDataDefinedProperty(symbol_property("Size"), QgsProperty.fromExpression(size))


def _most(layer, *fields):
    """Return the largest sum of fields over the rows; 1 where there is none."""
    sums = (
        sum(float(row[name]) for name in fields if isinstance(row[name], (int, float)))
        for row in layer.getFeatures()
    )
    return max(sums, default=0.0) or 1.0


def _order(renderer, expression, ascending):
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(expression, ascending)]))
    renderer.setOrderByEnabled(True)


def _set(layer, renderer):
    layer.setRenderer(renderer)
    layer.emitStyleChanged()


_POINT, _LINE = QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.LineGeometry
_STYLES = (
    (_LINE, {"vc_id", "from_id", "to_id"}, _ties),
    (_LINE, {"grp", "mode", "share"}, _group_ties),
    (_LINE, {"f_unit", "t_unit", "flow", "grps"}, _undirected),
    (_LINE, {"f_unit", "t_unit", "flow"}, _links),
    (_LINE, {"f_id", "t_id", "flow", "scope"}, _links),
    (_POINT, {"vc_id", "vc_role"}, _blocks),
    (_POINT, {"flow_in", "flow_out", "name", "self"}, _nodes),
    (_POINT, {"needs", "by_prov", "nobody"}, _gaps),
    (_POINT, {"class", "off", "on", "tilt"}, _coupling),
    (_POINT, {"grp", "mode", "members"}, _groups),
)
