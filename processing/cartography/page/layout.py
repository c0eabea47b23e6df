"""A page to print: title, map, legend with counts, table, scale bar, north arrow, source.

The map has a part of the page for itself and everything else stands beside or beneath it, so that nothing covers
the data. No boundary is drawn; a grid of longitude and latitude gives the place.
"""

from datetime import date as calendar_date

from qgis.core import Qgis, QgsLayoutSize, QgsMessageLog, QgsPrintLayout, QgsUnitTypes
from qgis.PyQt.QtCore import Qt

from ...analysis.words import words_of
from ...compat import language_of_user, translate
from .. import fonts
from . import extents
from .atlas import PAGE_NAME, is_on_page, set_up_atlas
from .choices import PageForm, PageTexts
from .exporting import (  # noqa: F401 - made and written in one place
    ExportError,
    export_pdf,
    export_png,
    keep_text,
)
from .fitting import broken
from .items import add_grid, add_inset, add_label, add_map, add_north_arrow, add_scale_bar, look_at
from .legend import Wording, add_legend, legend_texts
from .places import (
    DATE,
    MAP,
    REVIEW,
    SOURCE,
    SUBTITLE,
    TABLE_NOTE,
    TITLE,
    page,
    room_for_table,
    scale_of,
    width_of_foot,
)
from .styles import filtered, in_place, scaled, style_with
from .table import add_table, table_texts, table_that_fits

# The inset is small: its symbols are, too.
_INSET_SYMBOLS = 0.7
# Size in points, on A4, of the texts beneath, and how many lines one may have before it is set smaller.
_FOOT, _MOST_LINES, _MOST_LINES_OF_TITLE = 8, 3, 2
_NO_TEXTS, _A4 = PageTexts(), PageForm()
# What stands between a word such as “Source” and what it introduces.
_COLON = " :："


def build_layout(layers, texts=_NO_TEXTS, form=_A4, *, table=(), language=None, warn=None):
    """Make the page of matched clusters; the layers are drawn as they are styled.

    Parameters
    ----------
    layers : PageLayers
        They belong to its project, to which the layout is not added:
        ``project.layoutManager().addLayout(layout)``. Any of them may be None. Base layers are drawn beneath, as they
        are, and not in the legend.
    texts : PageTexts
    form : PageForm
    table : list of table.ClassRow
        Counts by class; empty for no table. Of more classes than have room the smallest stand as one row.
    language : {'en', 'zh'}, optional
        Of the words of the page; default: the user's.
    warn : callable, optional
        Takes a sentence; default: QGIS's message log.

    Returns
    -------
    QgsPrintLayout
    """
    language = language or language_of_user()
    words = words_of("map", language)
    lines = _lines_of(texts, bool(layers.base), bool(form.atlas), words)
    cells = table_texts(table, language) if table else []
    family, warning = fonts.family_for(
        [*lines.values(), *(text for row in cells for text in row), *legend_texts(layers, language)]
    )
    if warning:
        (warn or _log)(warning)
    family = fonts.with_digits(family)
    foot = _lines_of_foot(lines, family, form)
    parts = {"title": bool(texts.title), "subtitle": bool(lines[SUBTITLE]), "inset": form.inset}
    sheet = page(form.paper, form.orientation, foot=list(foot.values()), **parts)
    if cells:
        room = room_for_table(sheet)
        cells, height = table_that_fits(layers.project, table, language, room, sheet.scale, family)
        sheet = page(form.paper, form.orientation, foot=list(foot.values()), table_height=height, **parts)
    name = texts.name or texts.title or translate("ClusterBelt", "Map")
    layout = _sheet(layers.project, sheet, free_name(layers.project, name))
    map_item = _draw_map(layout, layers, sheet, form, family, words["inset"])
    _write(layout, lines, foot, sheet, family, words["table_note"] if cells else "")
    add_legend(layout, map_item, layers, sheet, family, Wording(language, not form.atlas))
    if cells:
        add_table(layout, cells, sheet, family)
    add_north_arrow(layout, map_item, sheet)
    add_scale_bar(layout, map_item, sheet, family)
    if form.atlas:
        set_up_atlas(layout, layers.clusters, form.atlas, map_item)
    return layout


def _lines_of(texts, with_base, is_atlas, words):
    """Return what the page prints, by the item that prints it; '' for what it does not."""
    subtitle = texts.subtitle
    if is_atlas:
        subtitle = f"{subtitle} · {PAGE_NAME}" if subtitle else PAGE_NAME
    review = words["review" if with_base else "review_alone"]
    return {
        TITLE: texts.title,
        SUBTITLE: subtitle,
        SOURCE: _introduced(words["source"], source=texts.source),
        REVIEW: _introduced(review, number=texts.review_no),
        DATE: texts.date or calendar_date.today().isoformat(),
    }


def _introduced(template, **given):
    """Return a text behind its word, which people may have written themselves; '' for no text."""
    word = template.partition("{")[0].rstrip(_COLON)
    given = {name: text.removeprefix(word).lstrip(_COLON) for name, text in given.items()}
    return template.format(**given) if all(given.values()) else ""


def _lines_of_foot(lines, family, form):
    """Return how many lines each text beneath takes."""
    size, room = _FOOT * scale_of(form.paper), width_of_foot(form.paper, form.orientation)
    return {
        item_id: _count_lines(lines[item_id], family, size, room)
        for item_id in (SOURCE, REVIEW)
        if lines[item_id] or item_id == SOURCE
    }


def _draw_map(layout, layers, sheet, form, family, inset_title):
    """Add the map, its grid, and the inset where one is wanted; returns the map."""
    crs = extents.crs_from(form.crs) if isinstance(form.crs, str) else form.crs
    spatial = [layer for layer in layers.drawn() if layer.isSpatial()]
    everything = [*spatial, *layers.base]
    map_item = add_map(layout, everything, crs or extents.map_crs(spatial, layers.project))
    look_at(map_item, sheet.places[MAP], form.extent, spatial, layers.project)
    # A3 shows more, not larger symbols.
    smaller = [scaled(sheet.scale)] if sheet.scale < 1 else []
    _restyle(map_item, spatial, lambda layer: [*smaller, *_rows_of_page(layer, form.atlas)])
    add_grid(map_item, family, layers.project, sheet.scale)
    if form.inset:
        small = add_inset(layout, map_item, everything, sheet, inset_title, family)
        tiny = scaled(_INSET_SYMBOLS * min(sheet.scale, 1.0))
        _restyle(small, spatial, lambda layer: [in_place, tiny, *_rows_of_page(layer, form.atlas)])
    return map_item


def _write(layout, lines, foot, sheet, family, table_note):
    """Add the texts."""
    lines_of = {TITLE: _MOST_LINES_OF_TITLE, **foot}
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    middle = Qt.AlignmentFlag.AlignHCenter
    for item_id, text, size, alignment in (
        (TITLE, lines[TITLE], 18, middle),
        (SUBTITLE, lines[SUBTITLE], 11, middle),
        (SOURCE, lines[SOURCE], _FOOT, left),
        (REVIEW, lines[REVIEW], _FOOT, left),
        (DATE, lines[DATE], 8, right),
        (TABLE_NOTE, table_note, 6.3, left),
    ):
        font = fonts.font(family, size * sheet.scale, bold=item_id == TITLE)
        if text:
            add_label(layout, item_id, text, sheet.places[item_id], font, alignment, lines_of.get(item_id, 1))


def free_name(project, name):
    """Return the name, or the name with the first number that no layout of the project has."""
    manager = project.layoutManager()
    free, number = name, 2
    while manager.layoutByName(free) is not None:
        free, number = f"{name} {number}", number + 1
    return free


def _count_lines(text, family, size, room):
    """Return how many lines a text takes."""
    return min(len(broken(text, fonts.font(family, size), room)), _MOST_LINES)


def _rows_of_page(layer, atlas):
    """Return the change of style that leaves to a page of the atlas its own rows."""
    return [filtered(is_on_page(layer, atlas))] if atlas and layer.fields().lookupField(atlas) >= 0 else []


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
    keep_text(layout)
    size = QgsLayoutSize(sheet.width, sheet.height, QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    layout.pageCollection().page(0).setPageSize(size)
    return layout


def _log(text):
    QgsMessageLog.logMessage(text, "Cluster Belt", Qgis.MessageLevel.Warning)
