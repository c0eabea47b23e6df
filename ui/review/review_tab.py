"""The second tab: the list of the clusters with what filters it, why one has its status, and judging."""

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QLabel, QScrollArea, QSplitter, QTableView, QVBoxLayout

from ...processing.analysis.matching import statuses
from ...processing.cartography.counts import status_label
from ...processing.compat import translate
from ..elements.flow_layout import FlowLayout
from ..elements.tables import FittingTable, height_of_rows, make_table
from ..elements.widgets import Page, make_button
from ..study.cluster_filter import ClusterFilter
from .cluster_model import ClusterModel
from .filter_bar import SEARCH_KEY, FilterBar
from .why_panel import WhyPanel

# The least width of the names of clusters, in heights of a line, and the least rows of the list in sight.
_NAME_WIDTH, _ROWS_IN_SIGHT = 8, 3
# So much of a city is always read.
_CITY_KEPT = "Suzhou"
# What is shortened where the dock is narrow, the first one first, and never a status; marks have shorter words for that.
_GIVING = (ClusterModel.REASON, ClusterModel.CITY, ClusterModel.NAME)


class ReviewTab(Page):
    """The view; `zoom_asked` tells the feature that is to be shown on the map.

    Parameters
    ----------
    counts_of : function
        Gets a facet and returns its keys with their numbers of rows.
    """

    zoom_asked = pyqtSignal(object)

    def __init__(self, counts_of, parent=None):
        super().__init__(parent)
        self._total = 0
        self.filter_bar = FilterBar(counts_of, self)
        self.model = ClusterModel(self)
        counted, listed = self._counted(), self._list()
        self.why_panel = WhyPanel(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(listed)
        self.splitter.addWidget(self.why_panel.details)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([600, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.filter_bar)
        layout.addLayout(counted)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.why_panel.judging_bar)
        self._actions()

    def set_order(self, section, order):
        """Sort the list by a column; -1 for the order of the layer."""
        self.view.horizontalHeader().setSortIndicator(section, order)

    def show_rows(self, rows, kept):
        """List the rows of a layer; `kept` tells for each whether it is shown."""
        self._total = len(rows)
        self.model.set_rows(rows, kept)
        self.view.fit()

    def wait(self):
        """Count nothing: what is listed is still of another layer."""
        self.shown_label.setText("…")

    def show_kept(self, kept):
        """List others of the rows."""
        self.model.show_rows(kept)

    def show_number(self, total):
        """Say how many of how many clusters are listed; None for no layer."""
        is_filtered = self.filter_bar.filter != ClusterFilter()
        self.shown_label.setText("")
        self.show_all_button.setVisible(total is not None and is_filtered)
        if total is not None:
            text = translate("ClusterBelt", "{shown} of {all}")
            self.shown_label.setText(text.format(shown=self.model.rowCount(), all=total))

    def _list(self):
        self.view = make_table(self.model, "cluster_view", self, FittingTable)
        status = max(map(status_label, statuses.ordered()), key=len)
        words = {ClusterModel.STATUS: status, ClusterModel.CITY: _CITY_KEPT}
        self.view.set_fit(
            ClusterModel.NAME, _NAME_WIDTH, giving=_GIVING, shorten=self.model.set_short, words=words
        )
        self.view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.view.setMinimumHeight(height_of_rows(self.view, _ROWS_IN_SIGHT))
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        tip = translate("ClusterBelt", "Double-click or press Enter to zoom to the cluster")
        self.view.setToolTip(tip)
        self.view.setAccessibleName(translate("ClusterBelt", "Clusters"))
        self.view.setAccessibleDescription(tip)
        self.view.doubleClicked.connect(self._ask_to_zoom)
        return self.view

    def _counted(self):
        """Make the row that counts what is listed, and says where else the filter is applied."""
        self.shown_label = QLabel(self)
        self.shown_label.setObjectName("shown")
        clear = translate("ClusterBelt", "Clear the filter of the list")
        self.show_all_button = make_button("show_all", translate("ClusterBelt", "Show all"), self, clear)
        self.show_all_button.clicked.connect(lambda: self.filter_bar.set_filter(ClusterFilter()))
        self.shown_label.setMinimumHeight(self.show_all_button.sizeHint().height())
        row = FlowLayout()
        for widget in (
            self.shown_label,
            self.filter_bar.map_button,
            self.filter_bar.layer_button,
            self.show_all_button,
        ):
            row.addWidget(widget)
        return row

    def _actions(self):
        enter = QAction(translate("ClusterBelt", "Zoom to the cluster"), self.view)
        enter.setShortcuts([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
        enter.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        enter.triggered.connect(lambda: self._ask_to_zoom(self.view.currentIndex()))
        self.view.addAction(enter)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        find = QAction(self.filter_bar.search.toolTip(), self)
        find.setShortcut(QKeySequence(SEARCH_KEY))
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self._find)
        self.addAction(find)
        self.why_panel.judging_bar.add_keys_to(self.view)

    def _find(self):
        """Go to the search, and bring it into sight: a low dock may have scrolled past it."""
        self.filter_bar.search.setFocus()
        place = self.parentWidget().parentWidget() if self.parentWidget() is not None else None
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(self.filter_bar.search)

    def _ask_to_zoom(self, index):
        if index.isValid():
            self.zoom_asked.emit(self.model.row_at(index.row()).feature_id)
