"""How the tables of the dock look."""

from qgis.PyQt.QtWidgets import QHeaderView, QTableView


def make_table(model, name, parent):
    """Return a table view in small type, a line a row."""
    view = QTableView(parent)
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
