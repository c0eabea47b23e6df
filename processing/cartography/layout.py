"""A page to print: title, map, legend with counts, scale bar, north arrow and source line.

The page is A4 landscape. The map has the left of it for itself and everything else stands beside it, so that
nothing covers the data. No boundary is drawn; a grid of longitude and latitude gives the place.
"""

from datetime import date as calendar_date

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMessageLog,
    QgsPathResolver,
    QgsPrintLayout,
    QgsSymbolLayerUtils,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..compat import translate
from . import extents, fonts
from .legend import add_legend, legend_texts

TITLE, MAP, LEGEND = "title", "map", "legend"
SCALE_BAR, NORTH_ARROW, SOURCE, DATE = "scale_bar", "north_arrow", "source", "date"

# Places on the page in mm: left, top, width, height.
_PLACES = {
    TITLE: QRectF(10, 7, 277, 11),
    MAP: QRectF(17, 21, 207, 172),
    LEGEND: QRectF(229, 21, 58, 125),
    NORTH_ARROW: QRectF(229, 153, 14, 18),
    SCALE_BAR: QRectF(229, 180, 58, 13),
    SOURCE: QRectF(10, 200, 215, 6),
    DATE: QRectF(229, 200, 58, 6),
}
_INK = "#222222"
_PALE = "#c9c9c9"
_SMALLEST_FONT = 6


class ExportError(Exception):
    """A page could not be written."""


def build_layout(
    project,
    clusters,
    belts=None,
    ellipses=None,
    centers=None,
    *,
    title="",
    source="",
    name=None,
    extent=None,
    crs=None,
    base_layers=(),
    date=None,
    warn=None,
):
    """Make the page of matched clusters; the layers are drawn as they are styled.

    Parameters
    ----------
    project : QgsProject
        The layers belong to it. The layout is not added to it: ``project.layoutManager().addLayout(layout)``.
    clusters, belts, ellipses, centers : QgsVectorLayer, optional
        Any of them may be None.
    title, source : str
        Texts; an empty source leaves its line out.
    name : str, optional
        Name of the layout; default: the title.
    extent : QgsRectangle, optional
        In the CRS of the map; default: all data with a margin, in China at least to the south of Hainan.
    crs : QgsCoordinateReferenceSystem or str, optional
        Default: Albers where all data lie in China, else the CRS of the project.
    base_layers : iterable of QgsMapLayer
        Drawn beneath, as they are, and not in the legend.
    date : str, optional
        Printed date; default: today's.
    warn : callable, optional
        Takes a sentence; default: QGIS's message log.

    Returns
    -------
    QgsPrintLayout
    """
    layers = [
        layer for layer in (clusters, centers, ellipses, belts) if layer is not None and layer.isSpatial()
    ]
    source = translate("ClusterBelt", "Source: {source}").format(source=source) if source else ""
    date = date or calendar_date.today().isoformat()
    family, warning = fonts.family_for(
        [title, source, date, *legend_texts(clusters, belts, ellipses, centers)]
    )
    if warning:
        (warn or _log)(warning)
    if isinstance(crs, str):
        crs = extents.crs_from(crs)

    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name or title or translate("ClusterBelt", "Clusters and belts"))
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)

    map_item = _add_map(layout, [*layers, *base_layers], crs or extents.map_crs(layers, project))
    _look_at(map_item, extent, layers, project)
    _add_grid(map_item, family, project)
    _add_label(layout, TITLE, title, fonts.font(family, 18, bold=True), Qt.AlignmentFlag.AlignHCenter)
    legend = add_legend(layout, map_item, (clusters, centers, ellipses, belts), family)
    _place(legend, LEGEND)
    _add_north_arrow(layout, map_item)
    _add_scale_bar(layout, map_item, family)
    _add_label(layout, SOURCE, source, fonts.font(family, 8), Qt.AlignmentFlag.AlignLeft)
    _add_label(layout, DATE, date, fonts.font(family, 8), Qt.AlignmentFlag.AlignRight)
    return layout


def export_pdf(layout, path, dpi=300):
    """Write the page as a PDF; raises `ExportError`."""
    _check_file(path)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    result = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise ExportError(
            translate("ClusterBelt", "The page could not be written to “{path}”.").format(path=path)
        )


def export_png(layout, path, dpi=300):
    """Write the page as a PNG; raises `ExportError`."""
    _check_file(path)
    # exportToImage would try to georeference the picture, which GDAL cannot do in a PNG and says so.
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
    if image.isNull():
        text = translate("ClusterBelt", "The page is too large for the memory: “{path}”. Ask for fewer dpi.")
        raise ExportError(text.format(path=path))
    if not image.save(str(path), "PNG"):
        raise ExportError(
            translate("ClusterBelt", "The page could not be written to “{path}”.").format(path=path)
        )


def _check_file(path):
    """Find out before the work whether the file can be written: the PDF writer does not say."""
    try:
        with open(path, "ab"):
            pass
    except OSError as error:
        text = translate(
            "ClusterBelt",
            "The file “{path}” cannot be written. Is the folder there, or the file open in another program?",
        )
        raise ExportError(text.format(path=path)) from error


def _log(text):
    QgsMessageLog.logMessage(text, "Cluster Belt", Qgis.MessageLevel.Warning)


def _place(item, item_id):
    place = _PLACES[item_id]
    item.setId(item_id)
    item.attemptMove(QgsLayoutPoint(place.x(), place.y(), QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    item.attemptResize(
        QgsLayoutSize(place.width(), place.height(), QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    )


def _add_map(layout, layers, crs):
    item = QgsLayoutItemMap(layout)
    item.setId(MAP)
    layout.addLayoutItem(item)
    item.setCrs(crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor("#808080"))
    return item


def _look_at(item, extent, layers, project):
    """Give the map its place and then its extent: a resize of an empty extent makes it not-a-number."""
    place = _PLACES[MAP]
    item.attemptSetSceneRect(place)
    item.setExtent(extents.map_extent(extent, layers, item.crs(), project, place.width() / place.height()))


def _add_grid(item, family, project):
    box = extents.geographic_box(item.extent(), item.crs(), project)
    if box is None:
        return
    step = extents.step_of_grid(min(box.width(), box.height()))
    grid = QgsLayoutItemMapGrid("grid", item)
    grid.setCrs(extents.crs_from("EPSG:4326"))
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setGridLineColor(QColor(_PALE))
    grid.setGridLineWidth(0.12)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DecimalWithSuffix)
    grid.setAnnotationPrecision(0 if step >= 1 else 2)
    grid.setAnnotationTextFormat(fonts.text_format(family, 7, "#666666"))
    grid.setAnnotationFrameDistance(1)
    modes, sides = QgsLayoutItemMapGrid.DisplayMode, QgsLayoutItemMapGrid.BorderSide
    for side, mode in (
        (sides.Left, modes.LatitudeOnly),
        (sides.Bottom, modes.LongitudeOnly),
        (sides.Right, modes.HideAll),
        (sides.Top, modes.HideAll),
    ):
        grid.setAnnotationDisplay(mode, side)
    item.grids().addGrid(grid)


def _add_label(layout, item_id, text, font, alignment):
    if not text:
        return
    item = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(item)
    item.setText(text)
    item.setFontColor(QColor(_INK))
    item.setHAlign(alignment)
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    item.setFont(font)
    while item.sizeForText().width() > _PLACES[item_id].width() and font.pointSizeF() > _SMALLEST_FONT:
        font.setPointSizeF(font.pointSizeF() - 0.5)
        item.setFont(font)
    _place(item, item_id)


def _add_north_arrow(layout, map_item):
    item = QgsLayoutItemPicture(layout)
    layout.addLayoutItem(item)
    item.setPicturePath(
        QgsSymbolLayerUtils.svgSymbolNameToPath("arrows/NorthArrow_02.svg", QgsPathResolver())
    )
    item.setSvgFillColor(QColor(_INK))
    item.setSvgStrokeColor(QColor(_INK))
    item.setLinkedMap(map_item)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    item.setReferencePoint(QgsLayoutItem.ReferencePoint.UpperLeft)
    _place(item, NORTH_ARROW)


def _add_scale_bar(layout, map_item, family):
    item = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(item)
    item.setStyle("Single Box")
    item.setLinkedMap(map_item)
    _place(item, SCALE_BAR)
    item.setTextFormat(fonts.text_format(family, 8, _INK))
    item.setHeight(1.6)
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegmentsLeft(0)
    item.setNumberOfSegments(2)
    item.applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setNumberOfSegmentsLeft(0)
    item.setNumberOfSegments(2)
