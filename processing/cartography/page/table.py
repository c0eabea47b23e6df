"""The table by class that stands on a page."""

from dataclasses import dataclass

from qgis.core import (
    QgsFeatureRequest,
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsPrintLayout,
    QgsTableCell,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ...analysis.fields import CB_REASON, CB_STATUS
from ...analysis.matching import statuses
from ...analysis.matching.class_order import ALL_CLASSES, place_of
from ...analysis.rounding import half_up
from ...analysis.words import words_of
from ...compat import is_null
from ...layers.reading.cell_texts import cell_text
from ...layers.reading.listening import layer_features
from .. import fonts
from ..class_signs import class_label
from .fitting import broken, cut, width_for_words
from .items import INK
from .places import TABLE, TABLE_WIDTH

# The size of letters in points on A4, and the least share of the width that the classes have.
_SIZE, _FIRST_SHARE = 6.6, 0.14
# How much smaller letters are set so that a class may keep its longest word whole.
_SMALLEST_SHARE = 0.6
# The room beside the texts of a cell, and between two columns, in mm on A4; how many lines the name of a class has.
_MARGIN, _APART, _MOST_LINES = 0.55, 0.6, 3
_ALL_PARTS = "all"
# The least height of a row on A4, and how it grows until all rows are seen, in mm.
_ROW, _GROWTH = 4.1, 0.1


@dataclass(frozen=True)
class ClassRow:
    """Counts of a class: name (None for none, ``*`` for all), counts and rates by status; of how many classes."""

    name: str
    counts: dict
    rates: dict
    classes: int = 1


def rows_of_clusters(layer, field):
    """Count matched clusters by a class field."""
    from ...analysis.frames import Table
    from ...analysis.tables import match_summary
    from ...layers.matching.matched import refuse_unmatched

    names = (field, CB_STATUS, CB_REASON)
    refuse_unmatched(layer, names)
    indexes = [layer.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indexes)
    columns = {name: [] for name in names}
    for feature in layer_features(layer, request):
        for column, index in zip(columns.values(), indexes):
            value = feature.attribute(index)
            column.append(cell_text(value))
    return [
        _row(record)
        for record in match_summary(Table.of(columns), field).rows()
        if record["part"] == _ALL_PARTS
    ]


def rows_of_source(source):
    """Return the rows of a source with a table made by `clusterbelt:matchsummary`: its first base, classes as a whole."""
    names = source.fields().names()
    records = [dict(zip(names, feature.attributes())) for feature in source.getFeatures()]
    whole = [record for record in records if record.get("part") in (None, _ALL_PARTS)]
    return [_row(record) for record in whole if record.get("base") == whole[0].get("base")]


def is_summary(layer):
    """Tell whether a layer has the columns of `clusterbelt:matchsummary`."""
    return all(layer.fields().lookupField(name) >= 0 for name in ("class", *statuses.ordered(), "rate_m"))


def table_texts(rows, language):
    """Return the cells of the table, the header first."""
    words = words_of("map", language)
    header = [words["class"], words["total"]]
    header += [statuses.label(status, language) for status in statuses.ordered()]
    return [header, *([_name(row, language), *_numbers(row)] for row in _ordered(rows))]


def table_that_fits(project, rows, language, room, scale, family):
    """Return the cells of the table and its height in mm; the smallest classes stand as one row if need be.

    Parameters
    ----------
    project : QgsProject
    rows : list of ClassRow
    language : str
    room : float
        How high it may be, in mm.
    scale : float
        Of the page.
    family : str
        Of the font.
    """
    # More have no room, however short their names; two rows are the header and the sum.
    most = min(len(rows), max(int(room / (_ROW * scale)) - 2, 1))
    while True:
        cells = table_texts(_with_the_largest(rows, most), language)
        height = _height(project, cells, scale, family)
        if height <= room or most <= 1:
            return cells, height
        most = max(1, min(most - 1, int(most * room / height)))


def _height(project, cells, scale, family):
    """Return the height in mm that shows all rows of the table: fonts of one size differ in it."""
    layout = QgsPrintLayout(project)
    row = _ROW * scale
    frame = _table(layout, cells, QRectF(0, 0, TABLE_WIDTH * scale, row * len(cells)), scale, family)
    # What does not fit would go on in a second frame, which makes the whole higher than the first.
    while frame.multiFrame().totalSize().height() > frame.rect().height() + 0.01:
        row += _GROWTH * scale
        frame.attemptSetSceneRect(QRectF(0, 0, TABLE_WIDTH * scale, row * len(cells)))
        frame.multiFrame().recalculateFrameSizes()
    # A little more, as the resolution of the file moves the heights of letters a little.
    return (row + _GROWTH * scale) * len(cells)


def add_table(layout, cells, page, family):
    """Add the table; `cells` from `table_texts`."""
    return _table(layout, cells, page.places[TABLE], page.scale, family)


def _table(layout, cells, place, scale, family):
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    # A header of its own would not be aligned as its column.
    table.setIncludeTableHeader(False)
    margin = _MARGIN * scale
    widths, size = _columns(cells, place.width() - 2 * margin * len(cells[0]), scale, family)
    font = fonts.font(family, size)
    rows = [["\n".join(cut(broken(name, font, widths[0]), _MOST_LINES)), *rest] for name, *rest in cells]
    table.setTableContents([[_cell(text, index) for index, text in enumerate(row)] for row in rows])
    table.setCellMargin(margin)
    table.setColumnWidths(widths)
    table.setContentTextFormat(fonts.text_format(family, size, INK))
    table.setGridStrokeWidth(0.15)
    table.setGridColor(QColor("#b0b0b0"))
    table.setVerticalGrid(False)
    frame = QgsLayoutFrame(layout, table)
    frame.attemptSetSceneRect(QRectF(place))
    frame.setId(TABLE)
    table.addFrame(frame)
    return frame


def _columns(cells, width, scale, family):
    """Return the widths of the columns in mm, and the size of letters in points that fits them.

    The numbers and the longest word of a class have what they need, if need be in smaller letters, the classes the rest;
    what they leave is shared.
    """
    font, apart = fonts.font(family, _SIZE * scale), _APART * scale
    first, *others = _widths(cells, font)
    others = [other + apart for other in others]
    room = width * (1 - _FIRST_SHARE)
    word = max(width_for_words(row[0], font) for row in cells)
    with_words = (width - apart) / (word + sum(others))
    smaller = min(1.0, room / sum(others), max(with_words, _SMALLEST_SHARE))
    others = [other * smaller for other in others]
    first = min(first * smaller + apart, width - sum(others))
    spare = (width - first - sum(others)) / len(others)
    return [first, *(other + spare for other in others)], _SIZE * scale * smaller


def _widths(cells, font):
    return [max(fonts.width_of(text, font) for text in column) for column in zip(*cells)]


def _row(record):
    def number(name):
        value = record.get(name)
        return None if is_null(value) or value != value else float(value)

    name = record["class"]
    counts = {status: int(number(status) or 0) for status in statuses.ordered()}
    rates = {status: number(f"rate_{rate}") for rate, (status,) in statuses.rated().items()}
    return ClassRow(cell_text(name), counts, rates)


def _with_the_largest(rows, most):
    """Return so many rows of classes: the largest, and one of all others; and that of the sum."""
    classes = sorted((row for row in rows if row.name != ALL_CLASSES), key=_total, reverse=True)
    if len(classes) <= most:
        return rows
    largest, others = classes[: most - 1], classes[most - 1 :]
    counts = {status: sum(row.counts[status] for row in others) for status in statuses.ordered()}
    decided = sum(counts[status] for status in statuses.decided())
    rates = {
        status: 100 * counts[status] / decided if decided else None
        for status in {status for row in others for status, rate in row.rates.items() if rate is not None}
    }
    sums = [row for row in rows if row.name == ALL_CLASSES]
    return [*largest, ClassRow(None, counts, rates, len(others)), *sums]


def _ordered(rows):
    """Put the classes in the order of the legend, then rows without one, then the others and the sum."""
    return sorted(
        rows, key=lambda row: (*place_of(row.name), row.classes) if row.classes > 1 else place_of(row.name)
    )


def _total(row):
    return sum(row.counts.values())


def _name(row, language):
    if row.classes > 1:
        return words_of("map", language)["other_classes"].format(count=row.classes)
    return words_of("map", language)["all"] if row.name == ALL_CLASSES else class_label(row.name, language)


def _numbers(row):
    yield str(_total(row))
    for status in statuses.ordered():
        rate = row.rates.get(status)
        yield str(row.counts[status]) + ("" if rate is None else f" ({half_up(rate)})")


def _cell(text, index):
    cell = QgsTableCell(text)
    alignment = Qt.AlignmentFlag.AlignLeft if index == 0 else Qt.AlignmentFlag.AlignRight
    cell.setHorizontalAlignment(alignment)
    return cell
