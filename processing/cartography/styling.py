"""How results look on the map: clusters by status, belts beneath, ellipses by class, centres."""

from math import ceil, sqrt

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsPointDisplacementRenderer,
    QgsProject,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsUnitTypes,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..analysis.matching import statuses
from ..analysis.matching.class_order import in_order
from ..compat import translate
from ..layers.reading.cell_texts import cell_text_expression
from . import palette
from .city_pies import is_for_pies, pies_of
from .class_signs import class_label, entries_of_classes, mark_classes, signs_of_classes
from .counts import (
    STATUS_FIELD,
    classes_in,
    count_values,
    is_own_label,
    largest_pile,
    rows_without_status,
    status_label,
    values_by_text,
)
from .renderers import use
from .symbols import area_symbol, arrow, marker, on_grounds, sign_symbol

# Clusters nearer to each other than this on paper form one group, so that their symbols do not overlap: twice the size
# of a symbol, as those of one city stand in a grid. Of the ink of the sample on a page 0.3 % is hidden, with 1.8 mm 6 %.
GROUP_DISTANCE_MM = 4.0
# Where more than nine stand in the largest grid it reaches farther, but no farther than this. Of twice the sample 6 % is
# hidden with 4 mm and 0.3 % with 8, of three times the sample 9 % and 2 %, and no less with 10.
_SMALL_GRID, _PITCH_MM, _BESIDE_GRID_MM, _FARTHEST_MM = 3, 2.5, 3.0, 8.0
# How broad a map is that shows all, by which the largest grid is told.
_MAP_MM = 180


def style_matches(
    layer,
    counts=None,
    language=None,
    look=palette.COLOUR,
    class_field="",
    class_as="outline",
    among=(),
):
    """Draw clusters by status; those of one city stand around it, so that all are seen.

    Parameters
    ----------
    layer : QgsVectorLayer
        Points, lines or polygons; a layer without geometry is left alone.
    counts : dict of str to int, optional
        Rows by status; counted here if not given.
    language : {'en', 'zh'}, optional
        Language of the labels; default: the user's.
    look : palette.Palette
        Colours, or greys for journals.
    class_field : str
        A field that is shown as well, beside the status; '' for none.
    class_as : {'outline', 'symbol'}
        Whether the colour of the outline or the shape of the symbol tells the class.
    among : iterable of str
        Classes of what is drawn beside them.

    Returns
    -------
    bool
        Whether the layer was styled: False without the field of statuses or without geometry.
    """
    if not _can_be_styled(layer) or layer.fields().lookupField(STATUS_FIELD) < 0:
        return False
    if counts is None:
        counts = count_values(layer, STATUS_FIELD)
    kind = layer.geometryType()
    categories = [
        QgsRendererCategory(
            status, sign_symbol(kind, look.sign(status)), status_label(status, counts, language)
        )
        for status in statuses.ordered()
    ]
    if rows_without_status(counts):
        symbol = sign_symbol(kind, look.no_status)
        categories.append(QgsRendererCategory(None, symbol, status_label(None, counts, language)))
    if class_field and layer.fields().lookupField(class_field) >= 0:
        signs = signs_of_classes(classes_in(layer, class_field), class_as, look, among)
        told = cell_text_expression(layer, class_field)
        marked = mark_classes([category.symbol() for category in categories], told, signs, class_as)
        for category, symbol in zip(categories, marked):
            category.setSymbol(symbol)
        categories.extend(entries_of_classes(kind, signs, class_as, language))
    renderer = QgsCategorizedSymbolRenderer(STATUS_FIELD, on_grounds(categories))
    if _is_single_point(layer):
        reach = GROUP_DISTANCE_MM / _MAP_MM
        renderer = _displaced(renderer, 0 if is_for_pies(layer) else largest_pile(layer, reach))
    use(layer, renderer)
    return True


def check_matched(layer):
    """Return why a layer cannot be drawn by status; '' if it can."""
    if _can_be_styled(layer) and layer.fields().lookupField(STATUS_FIELD) >= 0:
        return ""
    return translate(
        "ClusterBelt",
        "Layer “{layer}” cannot be drawn by status: it needs geometries and the field {field}. Choose "
        "the output of “Match clusters with belts”.",
    ).format(layer=layer.name(), field=STATUS_FIELD)


def status_symbol(status):
    """Return the marker of a status, or of none, for tables and lists."""
    return sign_symbol(QgsWkbTypes.GeometryType.PointGeometry, palette.COLOUR.sign(status))


def is_styled_by_status(layer):
    """Return whether the layer is drawn by status already, by us or by the user."""
    renderer = renderer_by_status(layer)
    return renderer is not None and renderer.classAttribute().strip('"').lower() == STATUS_FIELD


def update_counts(layer, counts, language=None):
    """Bring the numbers in the legend up to date and leave symbols, and labels of the user's own, as they are.

    So it is done with the pies of the layer.

    Parameters
    ----------
    layer : QgsVectorLayer
    counts : dict of str to int
        Rows by status; none where legends shall tell no numbers.
    language : {'en', 'zh'}, optional
    """
    for drawn in (layer, pies_of(QgsProject.instance(), layer)):
        if drawn is not None and is_styled_by_status(drawn):
            _label_anew(drawn, counts, language)


def _label_anew(layer, counts, language):
    renderer = layer.renderer().clone()
    inner = renderer.embeddedRenderer() if embeds(renderer) else renderer
    changed = False
    for index, category in enumerate(inner.categories()):
        status = category.value()
        label = status_label(status, counts, language)
        if is_own_label(category.label(), status) and category.label() != label:
            changed = inner.updateCategoryLabel(index, label) or changed
    if changed:
        if embeds(renderer):
            renderer.setEmbeddedRenderer(inner.clone())
        use(layer, renderer)


def style_belts(layer, look=palette.COLOUR):
    """Draw belts as small dots that stay beneath the clusters; returns whether the layer was styled."""
    if not _can_be_styled(layer):
        return False
    symbol = sign_symbol(layer.geometryType(), look.belt)
    symbol.setOpacity(0.45)
    use(layer, QgsSingleSymbolRenderer(symbol))
    return True


def style_ellipses(layer, field="class", look=palette.COLOUR, language=None, among=()):
    """Draw ellipses by class: a line of the class's colour and pattern, with a light fill.

    Without the field all are drawn alike; `among` are the classes of what is drawn beside them. Returns whether the
    layer was styled.
    """
    return _style_by_class(
        layer, field, lambda line: area_symbol(layer.geometryType(), line, True), look, language, among
    )


def style_axes(layer, field="class", look=palette.COLOUR, language=None, among=()):
    """Draw the axes of ellipses as thin lines in their colours; returns whether the layer was styled."""

    def symbol(line):
        drawn = area_symbol(layer.geometryType(), line, False)
        if layer.geometryType() == QgsWkbTypes.GeometryType.LineGeometry:
            drawn.setWidth(0.3)
        return drawn

    return _style_by_class(layer, field, symbol, look, language, among)


def style_centers(layer, field="class", look=palette.COLOUR, language=None, among=()):
    """Draw mean centres as crosses in the colours of the ellipses; returns whether the layer was styled."""

    def symbol(line):
        if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
            return marker("cross_fill", line.colour, "#ffffff", 3.2, 0.2)
        return area_symbol(layer.geometryType(), line, False)

    return _style_by_class(layer, field, symbol, look, language, among)


def style_paths(layer, field=""):
    """Draw the paths of centres as arrows in the colours of their groups; returns whether the layer was styled."""
    return _style_by_class(layer, field, lambda line: arrow(line.colour), palette.COLOUR, None)


def _style_by_class(layer, field, symbol_of, look, language, among=()):
    if not _can_be_styled(layer):
        return False
    if layer.fields().lookupField(field) < 0:
        use(layer, QgsSingleSymbolRenderer(symbol_of(look.further_lines[0])))
        return True
    values = values_by_text(layer, field)
    texts = in_order(text for text in values if text is not None)
    lines = palette.lines_of_classes(texts, look, among)
    categories = [
        # Values that are read alike, such as one with a blank at its end, are one class.
        QgsRendererCategory(
            values[text][0] if len(values[text]) == 1 else values[text],
            symbol_of(line),
            class_label(text, language),
        )
        for text, line in lines.items()
    ]
    if None in values:
        symbol = symbol_of(look.no_class)
        categories.append(QgsRendererCategory(None, symbol, class_label(None, language)))
    use(layer, QgsCategorizedSymbolRenderer(field, categories))
    return True


def _can_be_styled(layer):
    drawn = (
        QgsWkbTypes.GeometryType.PointGeometry,
        QgsWkbTypes.GeometryType.LineGeometry,
        QgsWkbTypes.GeometryType.PolygonGeometry,
    )
    return layer is not None and layer.isValid() and layer.geometryType() in drawn


def _is_single_point(layer):
    # Inside a displacement renderer multipoints lose their symbols.
    is_point = layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    return is_point and not QgsWkbTypes.isMultiType(layer.wkbType())


def embeds(renderer):
    """Tell whether a renderer moves or gathers points and has another one draw them."""
    return renderer is not None and renderer.type() in ("pointDisplacement", "pointCluster")


def renderer_by_status(layer):
    """Return the categorized renderer of a layer, also where it stands in a displacement; else None."""
    renderer = layer.renderer() if layer is not None else None
    if embeds(renderer):
        renderer = renderer.embeddedRenderer()
    return renderer if renderer is not None and renderer.type() == "categorizedSymbol" else None


def group_distance(number):
    """Return how near clusters stand that form one group, in mm on paper, where the largest has so many."""
    side = ceil(sqrt(number))
    if side <= _SMALL_GRID:
        return GROUP_DISTANCE_MM
    return min(_PITCH_MM * (side - 1) / 2 + _BESIDE_GRID_MM, _FARTHEST_MM)


def _displaced(renderer, number):
    displaced = QgsPointDisplacementRenderer()
    displaced.setEmbeddedRenderer(renderer)
    displaced.setPlacement(QgsPointDisplacementRenderer.Placement.Grid)
    displaced.setTolerance(group_distance(number))
    displaced.setToleranceUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    displaced.setCircleWidth(0.1)
    displaced.setCircleColor(QColor("#b0b0b0"))
    displaced.setCircleRadiusAddition(0)
    displaced.setCenterSymbol(marker("circle", "#808080", "#808080", 0.5, 0))
    return displaced
