"""How the tables of the dock look."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHeaderView, QStyle, QTableView

# So narrow a column can be made, in pixels: Qt would keep room for a heading. Of what is read, in heights of a line.
_LEAST_SECTION, _LEAST_READ = 4, 2


def make_table(model, name, parent, kind=QTableView):
    """Return a table view in small type, a line per row."""
    view = kind(parent)
    view.setObjectName(name)
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    font = view.font()
    font.setPointSizeF(0.9 * font.pointSizeF())
    view.setFont(font)
    view.horizontalHeader().setFont(font)
    view.setAlternatingRowColors(True)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 6)
    # Measuring every row of a long list would take seconds.
    view.horizontalHeader().setResizeContentsPrecision(50)
    return view


def height_of_rows(view, number):
    """Return how high a table is that shows a number of rows."""
    bars = view.horizontalHeader().sizeHint().height() + view.horizontalScrollBar().sizeHint().height()
    return bars + number * view.verticalHeader().defaultSectionSize() + 2 * view.frameWidth()


def selected_rows(view):
    """Return the numbers of the rows that are selected, as they were chosen; Qt asks for every cell of each."""
    parts = view.selectionModel().selection()
    return list(dict.fromkeys(row for part in parts for row in range(part.top(), part.bottom() + 1)))


class FittingTable(QTableView):
    """A table as wide as its place: one column takes what the others leave."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._taking = None
        self._least = 0
        self._giving = ()
        self._shorten, self._words = None, {}
        self.horizontalHeader().setMinimumSectionSize(_LEAST_SECTION)
        self.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.fit())

    def set_fit(self, taking, least, giving=(), shorten=None, words=None):
        """Say how the columns share the width.

        Parameters
        ----------
        taking : int
            The column that takes what is left.
        least : float
            Its least width, in heights of a line.
        giving : sequence of int
            The columns that give way down to their headings where the least is not left, one after the other; that
            which takes may be among them. What is missing even then, they give of their headings.
        shorten : function of int, optional
            Has the model show all it has (0), short headings and texts before anything else gives way (1), and the
            least where even that does not fit (2).
        words : dict of int to str, optional
            Columns, and a word that is never cut in them, beside a sign where there is one.
        """
        self._taking, self._least, self._giving, self._shorten = taking, least, giving, shorten
        self._words = words or {}

    def fit(self):
        """Share the width anew: the table was filled, or has another width."""
        if self._taking is None or self.model() is None:
            return
        header, taking = self.horizontalHeader(), self._taking
        room, least = self.viewport().width(), round(self._least * self.fontMetrics().height())
        for short in range(3 if self._shorten else 1):
            if self._shorten:
                self._shorten(short)
            headings = self._headings()
            widths = [
                0 if self.isColumnHidden(column) else max(self.sizeHintForColumn(column), width)
                for column, width in enumerate(headings)
            ]
            left = room - sum(widths) + widths[taking]
            if left >= (headings[taking] if short else least):
                break
        for column in self._giving:
            if column == taking:
                least = headings[taking]
                continue
            if self.isColumnHidden(column):
                continue
            given = max(0, min(least - left, widths[column] - headings[column]))
            widths[column] -= given
            left += given
        for column in self._giving:
            if column != taking and left < least:
                given = min(least - left, widths[column])
                # Of a column that narrow nothing is read; tips tell it.
                is_lost = widths[column] - given < self.fontMetrics().height() * _LEAST_READ
                given = widths[column] if is_lost else given
                widths[column] -= given
                left += given
        widths[taking] = max(left, least)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        self.viewport().update()

    def _headings(self):
        """Return the least widths: of headings, of which only that by which rows are sorted needs place for its arrow."""
        header = self.horizontalHeader()
        is_shown, by = header.isSortIndicatorShown(), header.sortIndicatorSection()
        with_arrow = header.sectionSizeHint(by) if is_shown and 0 <= by < header.count() else 0
        header.setSortIndicatorShown(False)
        widths = [header.sectionSizeHint(section) for section in range(header.count())]
        header.setSortIndicatorShown(is_shown)
        if with_arrow:
            widths[by] = with_arrow
        for column, word in self._words.items():
            widths[column] = max(widths[column], self._width_of(word, column))
        return widths

    def _width_of(self, word, column):
        """Return how wide a cell of a column is that shows a word, as Qt's delegate places it and its sign."""
        style, metric = self.style(), QStyle.PixelMetric
        margin = style.pixelMetric(metric.PM_FocusFrameHMargin, None, self) + 1
        sign = 0
        if self.model().index(0, column).data(Qt.ItemDataRole.DecorationRole) is not None:
            sign = style.pixelMetric(metric.PM_SmallIconSize, None, self) + 2 * margin
        # The last is the line of the grid.
        return sign + self.fontMetrics().horizontalAdvance(word) + 2 * margin + 1

    def keyPressEvent(self, event):  # noqa: N802
        """Begin with the row where the cursor stands, the first one: Qt would pass it over."""
        is_arrow = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if is_arrow and not self.selectionModel().hasSelection() and self.model().rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event):  # noqa: N802
        super().resizeEvent(event)
        self.fit()
