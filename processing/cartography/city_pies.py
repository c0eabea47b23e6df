"""Pies by city in place of a carpet of points: how many clusters of each status, and class, a city has.

The pies are a virtual layer over the matched clusters: it follows their rows and filters, and is saved with the project.
"""

import math
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRendererCategory,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..analysis.fields import CB_CITY, CB_CITYCD
from ..analysis.matching import statuses
from ..analysis.words import words_of
from ..compat import kind_of, language_of_user, symbol_property
from ..layers.reading.cell_texts import cell_text_expression
from . import palette
from .apart import offsets_of_circles
from .class_signs import OUTLINE, entries_of_classes, mark_classes, signs_of_classes
from .counts import STATUS_FIELD, classes_in, largest_pile, rows_without_status, status_label
from .renderers import set_renderer
from .symbols import marker, on_grounds

# From so many rows on cities have pies: beyond it, points arranged around them cover the map and take seconds.
MANY_ROWS = 2_000
# And where more than these stand in one place: in a grid they would cover the cities around it.
MANY_IN_ONE = 25
# Single clusters are drawn where the map shows a city or two.
SINGLE_SCALE = 250_000
_PROPERTY = "clusterbelt/pies_of"
_SQL = Path(__file__).resolve().parents[2] / "resources" / "sql" / "city_pies.sql"
_BLANKS = " \t\n\r\u00a0\u3000"
# Of the columns that are ours.
_TYPES = {
    **dict.fromkeys(("id", STATUS_FIELD), "text"),
    **dict.fromkeys(("number", "total"), "int"),
    **dict.fromkeys(("start", "span", "radius", "dx"), "real"),
}
_SMALLEST_MM, _LARGEST_MM, _DOT_MM = 1.1, 5.0, 3.2
# The middle of a sector of `wedge_buffer` is told. Its arc is made of lines, as QGIS takes what is drawn to the reference
# system of the layer and back, where an arc would be one of degrees.
_SECTOR = (
    "with_variable('middle', translate($geometry, \"dx\" + {right}, {down}), "
    'CASE WHEN "span" >= 359.999 THEN buffer(@middle, "radius", 24) '
    'ELSE buffer(wedge_buffer(@middle, "start" + "span" / 2, "span", "radius"), 0) END)'
)
# The size in mm of the map on which pies are set apart, as on a page.
_MAP_MM = (180.0, 150.0)


def is_for_pies(layer):
    """Tell whether a layer of points has so many rows, at all or in one place, that its cities are drawn as pies."""
    return (
        layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        and all(layer.fields().lookupField(name) >= 0 for name in (STATUS_FIELD, CB_CITYCD, CB_CITY))
        and (layer.featureCount() >= MANY_ROWS or largest_pile(layer) > MANY_IN_ONE)
    )


def is_pies(layer):
    """Tell whether a layer holds the pies of another."""
    return bool(layer.customProperty(_PROPERTY, ""))


def pies_of(project, layer):
    """Return the pies of a layer in a project, None where it has none."""
    found = project.mapLayers().values() if project is not None else ()
    return next((pies for pies in found if pies.customProperty(_PROPERTY) == layer.id()), None)


def largest_pie(pies):
    """Return how many clusters the largest of the pies stands for."""
    return int(pies.maximumValue(pies.fields().lookupField("total")) or 0)


def draw_pies(project, layer, counts, *, language=None, look=palette.COLOUR, class_field="", among=()):
    """Add the pies of a layer of clusters to its project, beneath nothing; the clusters themselves show when zoomed in.

    Parameters
    ----------
    project : QgsProject
    layer : QgsVectorLayer
        Matched clusters of the project.
    counts : dict of str to int
        Its rows by status, for the legend.
    language, look, class_field, among
        See `styling.style_matches`.

    Returns
    -------
    QgsVectorLayer or None
        The pies; None where the layer cannot be asked for them.
    """
    remove_pies(project, layer)
    made = make_pies(layer, counts, language=language, look=look, class_field=class_field, among=among)
    if made is not None:
        show_near_only(layer)
        project.addMapLayer(made)
    return made


def make_pies(layer, counts, *, language=None, look=palette.COLOUR, class_field="", among=()):
    """Return the pies of a layer, of the open project or of a file, as a layer of no project; see `draw_pies`."""
    classes = class_field if layer.fields().lookupField(class_field) >= 0 else ""
    made = QgsVectorLayer(_definition(layer, classes).toString(), "", "virtual")
    if not made.isValid():
        return None
    words = words_of("map", language or language_of_user())
    made.setName(words["city_pies"].format(layer=layer.name()))
    made.setCustomProperty(_PROPERTY, layer.id())
    if not layer.extent().isNull():
        # Else all pies are made once more to find it, while the window waits.
        made.setExtent(layer.extent())
    signs = {}
    if classes:
        signs = signs_of_classes(classes_in(made, classes), OUTLINE, look, among)
    _call_cities_alike(layer, made)
    sector = _sector_apart(made, layer.extent(), layer.crs().isGeographic())
    set_renderer(made, _renderer(made, counts, signs, classes, language, look, sector))
    return made


def _sector_apart(pies, extent, is_geographic):
    """Return the expression of a sector: pies that would hide each other on a map of all stand side by side."""
    circles = {}
    is_finite = math.isfinite(extent.width() + extent.height())
    narrower = math.cos(math.radians(extent.center().y())) if is_geographic and is_finite else 1.0
    width, height = extent.width() * narrower, extent.height()
    if is_finite and max(width, height) > 0:
        scale = min(mm / side for mm, side in zip(_MAP_MM, (width, height)) if side > 0)
        for row in pies.getFeatures():
            x, y, half = circles.get(row[CB_CITYCD], (0, 0, 0.0))
            if not row.geometry().isEmpty():
                point = row.geometry().asPoint()
                x, y = point.x() * narrower * scale, -point.y() * scale
                # Pies of a city stand in a row around it.
                circles[row[CB_CITYCD]] = (x, y, max(half, abs(row["dx"]) + row["radius"]))
    offsets = offsets_of_circles(circles)
    right, down = (_cases({key: offset[i] for key, offset in offsets.items()}) for i in range(2))
    return _SECTOR.format(right=right, down=down)


def _cases(values):
    cases = "".join(
        f" WHEN {QgsExpression.createFieldEqualityExpression(CB_CITYCD, key)} THEN {value}"
        for key, value in values.items()
    )
    return f"CASE{cases} ELSE 0 END" if cases else "0"


def _call_cities_alike(layer, pies):
    """Have tables and labels of pies call cities as those of the clusters do."""
    setup = layer.editorWidgetSetup(layer.fields().lookupField(CB_CITY))
    pies.setEditorWidgetSetup(pies.fields().lookupField(CB_CITY), setup)


def show_near_only(layer):
    """Show the clusters of a layer where the map shows a city or two."""
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(SINGLE_SCALE)


def remove_pies(project, layer):
    """Take the pies of a layer away, and show its clusters at all scales again."""
    former = pies_of(project, layer)
    if former is not None:
        layer.setScaleBasedVisibility(False)
        project.removeMapLayer(former.id())


def _definition(layer, class_field):
    """The virtual layer: columns as the layer spells them, and its points in its own reference system."""
    names = {
        name: layer.fields().at(layer.fields().lookupField(name)).name() for name in (CB_CITYCD, CB_CITY)
    }
    quoted = {name: _quoted(own) for name, own in names.items()}
    orders = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(statuses.ordered()))
    definition, table = QgsVirtualLayerDefinition(), layer.id()
    if not _is_open(layer):
        # Virtual layers know the layers of the open project, and those that can be opened again.
        table = "clusters"
        opened = _written(layer) if layer.providerType() == "memory" else layer
        definition.addSource(table, opened.source(), opened.providerType(), opened.dataProvider().encoding())
    srid = layer.crs().postgisSrid()
    definition.setQuery(
        _SQL.read_text(encoding="utf-8")
        .split("\n", 2)[2]
        .format(
            layer=_quoted(table),
            code=quoted[CB_CITYCD],
            city=quoted[CB_CITY],
            status=_quoted(STATUS_FIELD),
            **{"class": _written_in(class_field) if class_field else "NULL"},
            class_name=_quoted(class_field or "class"),
            orders=orders,
            smallest=_SMALLEST_MM,
            largest=_LARGEST_MM,
            types=_told_types(layer, [*names.values(), class_field or "class"], srid),
        )
    )
    definition.setGeometryField("geometry")
    definition.setGeometryWkbType(QgsWkbTypes.Type.Point)
    definition.setGeometrySrid(srid)
    return definition


def _written_in(column):
    """Return SQL for what is written in a column, null for blanks: QGIS's own trim would take as long as all the rest."""
    return f"CASE WHEN {_quoted(column)} GLOB '*[^{_BLANKS}]*' THEN {_quoted(column)} END"


def _told_types(layer, columns, srid):
    """Return the types of the pies as a virtual layer takes them from the comments of its query: of plain names only.

    Columns that are not told are looked at, for which all pies are made once: those of numbers, and of Chinese names.
    """
    fields = layer.fields()
    texts = [
        name for name in columns if name not in fields.names() or kind_of(fields.field(name)) == "string"
    ]
    types = {**_TYPES, **dict.fromkeys(texts, "text"), "geometry": f"point:{srid}"}
    plain = {name: kind for name, kind in types.items() if name.isascii() and name.isidentifier()}
    return ", ".join(f"{name} /*:{kind}*/" for name, kind in plain.items())


def _written(layer):
    """Return a layer of memory as one of a file that lasts as long as QGIS runs."""
    path = QgsProcessingUtils.generateTempFilename("clusters.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, QgsCoordinateTransformContext(), options)
    return QgsVectorLayer(path, "clusters", "ogr")


def _is_open(layer):
    project = QgsProject.instance()
    # The open project is of the main thread, and so are its layers.
    return layer.thread() == project.thread() and project.mapLayer(layer.id()) is not None


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def _renderer(layer, counts, signs, class_field, language, look, sector):
    keys = [*statuses.ordered(), *([None] if rows_without_status(counts) else [])]
    told = [look.sign(key) if key else look.no_status for key in keys]
    fills = [_fill(sign) for sign in told]
    if signs:
        fills = mark_classes(fills, cell_text_expression(layer, class_field), signs, OUTLINE)
    categories = [
        QgsRendererCategory(key, _sector(fill, sign, sector), status_label(key, counts, language))
        for key, fill, sign in zip(keys, fills, told)
    ]
    if signs:
        point = QgsWkbTypes.GeometryType.PointGeometry
        categories.extend(entries_of_classes(point, signs, OUTLINE, language))
    renderer = QgsCategorizedSymbolRenderer(STATUS_FIELD, on_grounds(categories))
    # Small pies above large ones, so that none is hidden; the sectors of a pie together.
    order = QgsFeatureRequest.OrderBy(
        [QgsFeatureRequest.OrderByClause(f'"{name}"', name != "radius") for name in ("radius", "id")]
    )
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    return renderer


def _fill(sign):
    """The fill of a sector: in its colours on the map, nothing where QGIS shows what a symbol is like, without a row."""
    colour = ",".join(map(str, QColor(sign.colour).getRgb()[:3]))
    symbol = QgsFillSymbol.createSimple(
        {
            "color": f"{colour},0",
            "outline_color": sign.outline,
            "outline_width": "0.15",
            "outline_style": "no",
        }
    )
    # In the colour that the user may have given to the symbol.
    for name, value in (
        ("FillColor", "set_color_part(@symbol_color, 'alpha', 255)"),
        ("StrokeStyle", "'solid'"),
    ):
        drawn = QgsProperty.fromExpression(f'CASE WHEN "radius" IS NOT NULL THEN {value} END')
        symbol.symbolLayer(0).setDataDefinedProperty(symbol_property(name), drawn)
    return symbol


def _sector(fill, sign, expression):
    """A marker that draws a sector of a pie, in mm on paper; a dot in the legend.

    Of what a generator draws a legend would make a swatch as large as it can.
    """
    generator = QgsGeometryGeneratorSymbolLayer.create(
        {"SymbolType": "Fill", "geometryModifier": expression, "units": "MM"}
    )
    generator.setSubSymbol(fill)
    symbol = marker("circle", sign.colour, sign.outline, _DOT_MM, 0.15)
    dot = symbol.symbolLayer(0)
    dot.setDataDefinedProperty(
        symbol_property("LayerEnabled"), QgsProperty.fromExpression('"radius" IS NULL')
    )
    symbol.appendSymbolLayer(generator)
    return symbol
