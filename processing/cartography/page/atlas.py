"""A page for each value of a field: each shows the rows of its value, near enough to see them."""

import json

from qgis.core import (
    QgsExpression,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutObject,
    QgsProperty,
)

from ...layers.reading.cell_texts import cell_text, cell_text_expression
from ...layers.reading.listening import layer_features
from . import extents
from .items import LONGEST

# What the name of the page is called in expressions of QGIS.
PAGE_NAME = f"[% if(length(@atlas_pagename) > {LONGEST}, left(@atlas_pagename, {LONGEST - 1}) || '…', @atlas_pagename) %]"
_NONE = "–"
_BOXES = "clusterbelt_boxes"
# A page whose rows take more of the whole than this shows the whole, so that pages can be compared.
_ALMOST_ALL = 0.5


def set_up_atlas(layout, layer, field, map_item):
    """Make the layout an atlas of the values of a field.

    Parameters
    ----------
    layout : QgsPrintLayout
    layer : QgsVectorLayer
        The clusters.
    field : str
        Any field of them, such as class or province.
    map_item : QgsLayoutItemMap
        Looks at all rows.

    Returns
    -------
    int
        Number of pages.
    """
    first, boxes = _values_of(layer, field, map_item.crs(), layout.project())
    atlas = layout.atlas()
    atlas.setCoverageLayer(layer)
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression(f"$id IN ({', '.join(map(str, first.values())) or -1})")
    atlas.setSortFeatures(True)
    atlas.setSortExpression(QgsExpression.quotedColumnRef(field))
    atlas.setPageNameExpression(_page_of(layer, field))
    atlas.setEnabled(True)
    _look_closer(layout, map_item, boxes)
    return len(first)


def is_on_page(layer, field):
    """Return an expression: whether a row belongs to the page, or there are no pages at the moment."""
    return f"(coalesce(@atlas_pagename, '') = '' OR @atlas_pagename = {_page_of(layer, field)})"


def _values_of(layer, field, crs, project):
    """Return the first row and the extent, in `crs`, of each value."""
    first, boxes = {}, {}
    index = layer.fields().lookupField(field)
    request = QgsFeatureRequest().setSubsetOfAttributes([index])
    request.setDestinationCrs(crs, project.transformContext())
    for feature in layer_features(layer, request):
        value = feature.attribute(index)
        name = cell_text(value) or _NONE
        first.setdefault(name, feature.id())
        if not feature.geometry().isEmpty():
            box = feature.geometry().boundingBox()
            boxes.setdefault(name, box).combineExtentWith(box)
    return first, boxes


def _look_closer(layout, map_item, boxes):
    whole = map_item.extent()
    ratio = whole.width() / whole.height()
    looks = {}
    for name, box in boxes.items():
        if max(box.width() / whole.width(), box.height() / whole.height()) > _ALMOST_ALL:
            continue
        near = extents.around(box, map_item.crs(), ratio)
        sides = [near.xMinimum(), near.yMinimum(), near.xMaximum(), near.yMaximum()]
        looks[name] = [*sides, extents.step_for(near, map_item.crs(), layout.project())]
    QgsExpressionContextUtils.setLayoutVariable(layout, _BOXES, json.dumps(looks, ensure_ascii=False))
    keys = QgsLayoutObject.DataDefinedProperty
    properties = map_item.dataDefinedProperties()
    sides = (whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum())
    for index, key in enumerate((keys.MapXMin, keys.MapYMin, keys.MapXMax, keys.MapYMax)):
        properties.setProperty(key, _of_page(index, sides[index]))
    map_item.setDataDefinedProperties(properties)
    for grid in map_item.grids().asList():
        properties = grid.dataDefinedProperties()
        for key, step in (
            (keys.MapGridIntervalX, grid.intervalX()),
            (keys.MapGridIntervalY, grid.intervalY()),
        ):
            properties.setProperty(key, _of_page(len(sides), step))
        grid.setDataDefinedProperties(properties)
    map_item.refreshDataDefinedProperty()


def _of_page(index, otherwise):
    """Return a number of what the page looks at, or what holds for pages that look at the whole."""
    look = f"map_get(from_json(@{_BOXES}), coalesce(@atlas_pagename, ''))"
    return QgsProperty.fromExpression(f"coalesce(array_get({look}, {index}), {otherwise!r})")


def _page_of(layer, field):
    return f"coalesce({cell_text_expression(layer, field)}, '{_NONE}')"
