"""A page to print: title, map, legend with counts, table, scale bar, north arrow, source.

The map has a part of the page for itself and everything else stands beside or beneath it, so that nothing covers
the data. No boundary is drawn; a grid of longitude and latitude gives the place.
"""

from datetime import date as calendar_date

from qgis.core import Qgis, QgsLayoutSize, QgsMessageLog, QgsPrintLayout, QgsUnitTypes
from qgis.PyQt.QtCore import Qt

from ...compat import language_of_user, translate
from . import extents, fonts
from . import texts as page_texts
from .atlas import PAGE_NAME, is_on_page, set_up_atlas
from .exporting import ExportError, export_pdf, export_png  # noqa: F401 - made and written in one place
from .items import add_grid, add_inset, add_label, add_map, add_north_arrow, add_scale_bar, look_at, room_for
from .legend import add_legend, legend_texts
from .places import (
    DATE,
    MAP,
    REVIEW,
    SOURCE,
    SUBTITLE,
    TABLE_NOTE,
    TITLE,
    page,
    scale_of,
    width_of_foot,
)
from .styles import filtered, in_place, scaled, style_with
from .table import add_table, height_of_table, table_texts

# The inset is small: its symbols are, too.
_INSET_SYMBOLS = 0.7
# Size in points, on A4, of the texts beneath, and how many lines one may have before it is set smaller.
_FOOT, _MOST_LINES = 8, 3


def build_layout(
    project,
    clusters,
    belts=None,
    ellipses=None,
    centers=None,
    *,
    title="",
    subtitle="",
    source="",
    review_no="",
    name=None,
    extent=None,
    crs=None,
    base_layers=(),
    date=None,
    paper="A4",
    orientation="landscape",
    inset=False,
    table=(),
    atlas="",
    language=None,
    warn=None,
):
    """Make the page of matched clusters; the layers are drawn as they are styled.

    Parameters
    ----------
    project : QgsProject
        The layers belong to it. The layout is not added to it: ``project.layoutManager().addLayout(layout)``.
    clusters, belts, ellipses, centers : QgsVectorLayer, optional
        Any of them may be None.
    title, subtitle, source, review_no : str
        Texts; an empty one leaves its line out. `review_no` is the approval number of the base map.
    name : str, optional
        Name of the layout; default: the title. A name that the project has already gets a number.
    extent : QgsRectangle, optional
        In the CRS of the map; default: all data with a margin, in China at least to the south of Hainan.
    crs : QgsCoordinateReferenceSystem or str, optional
        Default: Albers where all data lie in China, else the CRS of the project.
    base_layers : iterable of QgsMapLayer
        Drawn beneath, as they are, and not in the legend.
    date : str, optional
        Printed date; default: today's.
    paper : {'A4', 'A3', '17cm', '8cm'}
    orientation : {'landscape', 'portrait'}
    inset : bool
        Whether a frame shows the South China Sea Islands.
    table : list of page_table.ClassRow
        Counts by class; empty for no table.
    atlas : str
        Field of the clusters: one page a value; '' for one page.
    language : {'en', 'zh'}, optional
        Of the words of the page; default: the user's.
    warn : callable, optional
        Takes a sentence; default: QGIS's message log.

    Returns
    -------
    QgsPrintLayout
    """
    language = language or language_of_user()
    say = page_texts.speaker(language)
    crs = extents.crs_from(crs) if isinstance(crs, str) else crs
    layers = [
        layer for layer in (clusters, centers, ellipses, belts) if layer is not None and layer.isSpatial()
    ]
    if atlas:
        subtitle = f"{subtitle} · {PAGE_NAME}" if subtitle else PAGE_NAME
    source = say(page_texts.SOURCE).format(source=source) if source else ""
    review = page_texts.REVIEW if base_layers else page_texts.REVIEW_ALONE
    review = say(review).format(number=review_no) if review_no else ""
    date = date or calendar_date.today().isoformat()
    cells = table_texts(table, say, language) if table else []
    texts = [title, subtitle, source, review, date, *(text for row in cells for text in row)]
    texts += legend_texts(clusters, belts, ellipses, centers, say, language)
    family, warning = fonts.family_for(texts)
    if warning:
        (warn or _log)(warning)

    scale = scale_of(paper)
    room = width_of_foot(paper, orientation)
    foot = {
        item_id: _lines(text, family, _FOOT * scale, room)
        for item_id, text in ((SOURCE, source), (REVIEW, review))
        if text or item_id == SOURCE
    }
    sheet = page(
        paper,
        orientation,
        title=bool(title),
        subtitle=bool(subtitle),
        foot=list(foot.values()),
        inset=inset,
        table_height=height_of_table(project, cells, scale, family) if cells else 0.0,
    )
    layout = _sheet(project, sheet, free_name(project, name or title or translate("ClusterBelt", "Map")))
    map_item = add_map(layout, [*layers, *base_layers], crs or extents.map_crs(layers, project))
    look_at(map_item, sheet.places[MAP], extent, layers, project)
    # A3 shows more, not larger symbols.
    smaller = [scaled(sheet.scale)] if sheet.scale < 1 else []
    _restyle(map_item, layers, lambda layer: [*smaller, *_rows_of_page(layer, atlas)])
    add_grid(map_item, family, project, sheet.scale)
    if inset:
        small = add_inset(layout, map_item, [*layers, *base_layers], sheet, say(page_texts.INSET), family)
        tiny = scaled(_INSET_SYMBOLS * min(sheet.scale, 1.0))
        _restyle(small, layers, lambda layer: [in_place, tiny, *_rows_of_page(layer, atlas)])
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignHCenter
    for item_id, text, size, alignment in (
        (TITLE, title, 18, middle),
        (SUBTITLE, subtitle, 11, middle),
        (SOURCE, source, _FOOT, left),
        (REVIEW, review, _FOOT, left),
        (DATE, date, 8, right),
        (TABLE_NOTE, say(page_texts.TABLE_NOTE) if cells else "", 6.3, left),
    ):
        font = fonts.font(family, size * sheet.scale, bold=item_id == TITLE)
        if text:
            add_label(layout, item_id, text, sheet.places[item_id], font, alignment, foot.get(item_id, 1))
    add_legend(
        layout,
        map_item,
        (clusters, centers, ellipses, belts),
        sheet,
        family,
        say=say,
        language=language,
        with_counts=not atlas,
    )
    if cells:
        add_table(layout, cells, sheet, family)
    add_north_arrow(layout, map_item, sheet)
    add_scale_bar(layout, map_item, sheet, family)
    if atlas:
        set_up_atlas(layout, clusters, atlas, map_item)
    return layout


def free_name(project, name):
    """Return the name, or the name with the first number that no layout of the project has."""
    manager = project.layoutManager()
    free, number = name, 2
    while manager.layoutByName(free) is not None:
        free, number = f"{name} {number}", number + 1
    return free


def _lines(text, family, size, room):
    """Return how many lines a text takes."""
    width = fonts.width_of(text, family, size)
    return next((count for count in range(1, _MOST_LINES) if width <= room_for(room, count)), _MOST_LINES)


def _rows_of_page(layer, atlas):
    """Return the change of style that leaves to a page of the atlas its own rows."""
    return [filtered(is_on_page(atlas))] if atlas and layer.fields().lookupField(atlas) >= 0 else []


def _restyle(map_item, layers, changes_of):
    changes = {layer: changes_of(layer) for layer in layers if layer.renderer() is not None}
    overrides = {layer.id(): style_with(layer, *found) for layer, found in changes.items() if found}
    if overrides:
        map_item.setLayerStyleOverrides(overrides)
        map_item.setKeepLayerStyles(True)


def _sheet(project, sheet, name):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    size = QgsLayoutSize(sheet.width, sheet.height, QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    layout.pageCollection().page(0).setPageSize(size)
    return layout


def _log(text):
    QgsMessageLog.logMessage(text, "Cluster Belt", Qgis.MessageLevel.Warning)
