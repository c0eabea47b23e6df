"""Where everything stands on a page, in mm: nothing covers the map, whatever the paper."""

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF

TITLE, SUBTITLE, MAP, INSET, LEGEND, TABLE = "title", "subtitle", "map", "inset", "legend", "table"
TABLE_NOTE, INSET_NAME = "table_note", "inset_name"
SCALE_BAR, NORTH_ARROW, SOURCE, REVIEW, DATE = "scale_bar", "north_arrow", "source", "review_no", "date"

_SHEETS = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
# Figures of a journal by the width of its column and of its page.
_FIGURES = {
    "8cm": {"landscape": (80.0, 140.0), "portrait": (80.0, 140.0)},
    "17cm": {"landscape": (170.0, 128.0), "portrait": (170.0, 200.0)},
}
_FIGURE_SCALES = {"8cm": 0.52, "17cm": 0.72}
PAPERS = (*_SHEETS, *_FIGURES)
ORIENTATIONS = ("landscape", "portrait")
# Narrower sheets have the table under the legend, not beside it.
_ROOM_FOR_A_TABLE = 190.0
TABLE_WIDTH = 74.0
# The least heights: of a legend above a table, of a map above one, and of what stands beneath a table in the strip.
_LEAST_LEGEND, _LEAST_MAP, _BENEATH_A_TABLE = 30.0, 80.0, 19.0
_INSET_RATIO = 0.76
_LINE = 5.5


@dataclass(frozen=True)
class Page:
    """A page and its places.

    Attributes
    ----------
    width, height : float
        In mm.
    scale : float
        Size of texts and symbols, 1 on A4.
    places : dict of str to QRectF
        Only of what stands on the page.
    """

    width: float
    height: float
    scale: float
    places: dict


def scale_of(paper):
    """Return the size of texts and symbols on a paper, 1 on A4."""
    return _FIGURE_SCALES.get(paper) or _SHEETS[paper][0] / _SHEETS["A4"][0]


def width_of_foot(paper, orientation):
    """Return the width in mm on the paper of the texts beneath."""
    return _foot_width(_size(paper, orientation)[0] / scale_of(paper)) * scale_of(paper)


def page(paper, orientation, *, title=False, subtitle=False, foot=(1,), inset=False, table_height=0.0):
    """Lay out a page.

    Parameters
    ----------
    paper : {'A4', 'A3', '17cm', '8cm'}
        The last two are figures of a journal by their width.
    orientation : {'landscape', 'portrait'}
    title, subtitle, inset : bool
        What is on it.
    foot : sequence of int
        Lines of the texts beneath: source, approval number.
    table_height : float
        Of the table with its header, in mm on the paper; 0 for no table.
    """
    width, height = _size(paper, orientation)
    # Everything is placed on a sheet of the measure of A4 and then scaled.
    scale = scale_of(paper)
    sheet = _Sheet(width / scale, height / scale, title, subtitle, foot)
    places = (sheet.beside if width > height else sheet.beneath)(inset, table_height / scale)
    scaled = {
        name: QRectF(r.x() * scale, r.y() * scale, r.width() * scale, r.height() * scale)
        for name, r in places.items()
    }
    return Page(width, height, scale, scaled)


def room_for_table(bare):
    """Return how high a table may be, in mm on the paper, on a page that is laid out without one."""
    legend, shown = (bare.places[name].height() / bare.scale for name in (LEGEND, MAP))
    if bare.width > bare.height:
        room = legend - _LEAST_LEGEND - 10
    elif bare.width / bare.scale < _ROOM_FOR_A_TABLE:
        room = shown - _LEAST_MAP - 8
    else:
        room = legend - _BENEATH_A_TABLE - 5.5
    return room * bare.scale


def _size(paper, orientation):
    if paper in _FIGURES:
        return _FIGURES[paper][orientation]
    width, height = _SHEETS[paper]
    return (width, height) if orientation == "landscape" else (height, width)


def _foot_width(width):
    return width - 60


class _Sheet:
    """Places of a sheet in units of A4."""

    def __init__(self, width, height, title, subtitle, foot):
        self.width, self.height = width, height
        self.places = {}
        self.top = 8.0
        if title:
            self._add(TITLE, 10, self.top - 1, width - 20, 11)
            self.top += 13
        if subtitle:
            self._add(SUBTITLE, 10, self.top - 2, width - 20, 6)
            self.top += 6
        top = height - 4.5 - _LINE * sum(foot)
        self.bottom = top - 7.0
        for name, lines in zip((SOURCE, REVIEW), foot):
            self._add(name, 10, top, _foot_width(width), _LINE * lines - 0.2)
            top += _LINE * lines
        self._add(DATE, width - 48, height - 10.0, 38, 6)

    def beside(self, inset, table_height):
        """The map on the left, the rest in a column on its right."""
        column = TABLE_WIDTH if table_height or inset else 58.0
        left = self.width - 10 - column
        self._add(MAP, 17, self.top, left - 5 - 17, self.bottom - self.top)
        wide = 0.0
        foot = self.bottom - 38
        if inset:
            height = 46.0
            wide = height * _INSET_RATIO + 4
            foot = self.bottom - height - 5.5
            self._add(INSET, self.width - 6 - wide, self.bottom - height, wide - 4, height)
            self._add(INSET_NAME, self.width - 6 - wide, foot, wide - 4, 5.5)
            foot -= 2.5
        self._add(SCALE_BAR, left, self.bottom - 12, column - wide, 12)
        self._add(NORTH_ARROW, left, self.bottom - 34, 14, 18)
        if table_height:
            self._add(TABLE_NOTE, left, foot - 5, column, 5)
            self._add(TABLE, left, foot - 5 - table_height, column, table_height)
            foot -= table_height + 10
        self._add(LEGEND, left, self.top, column, foot - self.top - 2)
        return self.places

    def beneath(self, inset, table_height):
        """The map on top, the rest in a strip beneath it."""
        strip = 78.0
        narrow = self.width < _ROOM_FOR_A_TABLE
        if narrow and table_height:
            self._add(TABLE, 10, self.bottom - table_height - 5, TABLE_WIDTH, table_height)
            self._add(TABLE_NOTE, 10, self.bottom - 5, TABLE_WIDTH, 5)
            self.bottom -= table_height + 8
        top = self.bottom - strip
        self._add(MAP, 17, self.top, self.width - 27, top - 8 - self.top)
        right = self.width - 10.0
        if inset:
            height = 50.0
            wide = height * _INSET_RATIO
            self._add(INSET_NAME, right - wide, top, wide, 4.5)
            self._add(INSET, right - wide, top + 4.5, wide, height)
            right -= wide + 4
        self._add(NORTH_ARROW, self.width - 24, self.bottom - 19, 14, 18)
        self._add(SCALE_BAR, self.width - 88, self.bottom - 12, 54, 12)
        if table_height and not narrow:
            self._add(TABLE, right - TABLE_WIDTH, top, TABLE_WIDTH, table_height)
            self._add(TABLE_NOTE, right - TABLE_WIDTH, top + table_height + 0.5, TABLE_WIDTH, 5)
            right -= TABLE_WIDTH + 4
        self._add(LEGEND, 10, top, min(right, self.width - 90) - 10, strip)
        return self.places

    def _add(self, name, x, y, width, height):
        self.places[name] = QRectF(x, y, width, height)
