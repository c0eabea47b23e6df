"""The items of a page: map, grid, labels, north arrow, scale bar; each has the id of its place."""

import re

from qgis.core import (
    QgsBasicNumericFormat,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPathResolver,
    QgsSymbolLayerUtils,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...compat import fit_width, set_label_font
from .. import fonts
from . import extents
from .fitting import fitted
from .places import INSET, INSET_NAME, MAP, NORTH_ARROW, SCALE_BAR

INK = "#222222"
_PALE = "#c9c9c9"
# As many decimals as the number has.
_DEGREES = (
    "to_string(round(abs(@grid_number), 2)) || '°' || CASE WHEN @grid_number = 0 THEN '' "
    "WHEN @grid_axis = 'x' THEN if(@grid_number > 0, 'E', 'W') ELSE if(@grid_number > 0, 'N', 'S') END"
)
# What QGIS evaluates in texts begins so.
EXPRESSION = "[%"
_EXPRESSIONS = re.compile(r"\[%.*?%\]", re.DOTALL)
# Room for what it will give.
LONGEST = 30
_EXPECTED = LONGEST * "国"


def place_item(item, item_id, place):
    """Give an item its id, and put it at a rectangle in mm."""
    item.setId(item_id)
    item.attemptMove(QgsLayoutPoint(place.x(), place.y(), QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    size = QgsLayoutSize(place.width(), place.height(), QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    item.attemptResize(size)


def add_map(layout, layers, crs, item_id=MAP):
    """Add a framed map of layers that stay, whatever is shown in the project."""
    item = QgsLayoutItemMap(layout)
    item.setId(item_id)
    layout.addLayoutItem(item)
    item.setCrs(crs)
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor("#808080"))
    item.setBackgroundColor(QColor("#ffffff"))
    return item


def look_at(item, place, extent, layers, project):
    """Give the map its place and then its extent: a resize of an empty extent makes it not-a-number."""
    item.attemptSetSceneRect(place)
    item.setExtent(extents.map_extent(extent, layers, item.crs(), project, place.width() / place.height()))


def add_inset(layout, main, layers, page, name, family):
    """Add the frame of the South China Sea Islands, at a scale of its own, with its name above."""
    item = add_map(layout, layers, main.crs(), INSET)
    place = page.places[INSET]
    item.attemptSetSceneRect(place)
    extent = extents.south_china_sea(main.crs(), layout.project(), place.width() / place.height())
    item.setExtent(extent)
    size = fonts.font(family, 7 * page.scale)
    add_label(layout, INSET_NAME, name, page.places[INSET_NAME], size, Qt.AlignmentFlag.AlignHCenter)
    return item


def add_grid(item, family, project, scale=1.0):
    """Draw meridians and parallels with their degrees on the left and at the bottom."""
    step = extents.step_for(item.extent(), item.crs(), project)
    if step is None:
        return
    grid = QgsLayoutItemMapGrid("grid", item)
    grid.setCrs(extents.crs_from("EPSG:4326"))
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setGridLineColor(QColor(_PALE))
    grid.setGridLineWidth(0.12)
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.CustomFormat)
    grid.setAnnotationExpression(_DEGREES)
    grid.setAnnotationTextFormat(fonts.text_format(family, 7 * scale, "#666666"))
    grid.setAnnotationFrameDistance(scale)
    modes, sides = QgsLayoutItemMapGrid.DisplayMode, QgsLayoutItemMapGrid.BorderSide
    for side, mode in (
        (sides.Left, modes.LatitudeOnly),
        (sides.Bottom, modes.LongitudeOnly),
        (sides.Right, modes.HideAll),
        (sides.Top, modes.HideAll),
    ):
        grid.setAnnotationDisplay(mode, side)
    item.grids().addGrid(grid)


def add_label(layout, item_id, text, place, font, alignment, lines=1):
    """Add a text in at most so many lines, set smaller where it would not fit; nothing for an empty text.

    A text with an expression is not broken: QGIS says what it is when it is printed.
    """
    if not text:
        return
    item = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(item)
    item.setHAlign(alignment)
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    printed, smaller = fitted(_EXPRESSIONS.sub(_EXPECTED, text), font, place, lines)
    item.setText(text if EXPRESSION in text else printed)
    set_label_font(item, smaller, QColor(INK))
    place_item(item, item_id, place)


def add_north_arrow(layout, map_item, page):
    """Add an arrow to the true north of the map."""
    item = QgsLayoutItemPicture(layout)
    layout.addLayoutItem(item)
    item.setPicturePath(
        QgsSymbolLayerUtils.svgSymbolNameToPath("arrows/NorthArrow_02.svg", QgsPathResolver())
    )
    item.setSvgFillColor(QColor(INK))
    item.setSvgStrokeColor(QColor(INK))
    item.setLinkedMap(map_item)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    item.setReferencePoint(QgsLayoutItem.ReferencePoint.UpperLeft)
    place_item(item, NORTH_ARROW, page.places[NORTH_ARROW])


def add_scale_bar(layout, map_item, page, family):
    """Add a scale bar in km."""
    item = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(item)
    item.setStyle("Single Box")
    item.setLinkedMap(map_item)
    item.setTextFormat(fonts.text_format(family, 8 * page.scale, INK))
    item.setHeight(1.6 * page.scale)
    item.setLabelBarSpace(2 * page.scale)
    item.setBoxContentSpace(page.scale)
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setUnitLabel("km")
    plain = QgsBasicNumericFormat()
    # A comma is no sign of thousands in Chinese print.
    plain.setShowThousandsSeparator(False)
    item.setNumericFormat(plain)
    item.setNumberOfSegmentsLeft(0)
    item.setNumberOfSegments(2)
    # Round numbers at any scale, as on the pages of an atlas.
    item.setSegmentSizeMode(fit_width())
    # The last number with its unit reaches beyond the bar.
    longest = min(46 * page.scale, page.places[SCALE_BAR].width() - 14 * page.scale)
    item.setMinimumBarWidth(longest * 0.4)
    item.setMaximumBarWidth(longest)
    place_item(item, SCALE_BAR, page.places[SCALE_BAR])
    item.update()
