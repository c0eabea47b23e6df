"""The first tab: how many clusters of each class have which status; a click lists those of a cell."""

from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QTableView, QVBoxLayout

from ...processing.analysis.matching import statuses
from ...processing.compat import translate
from ..elements.share_bar import ShareBar
from ..elements.tables import FittingTable, height_of_rows, make_table
from ..elements.widgets import Page
from ..study.cluster_filter import CLASS, STATUS, ClusterFilter
from ..study.match_reader import class_field_in
from .summary_model import SummaryModel

# The summary is never squeezed to fewer rows than these.
_ROWS_IN_SIGHT = 6
# The least width of the bars, in heights of a line.
_BAR_WIDTH = 5


class OverviewTab(Page):
    """Emits `asked` with the `ClusterFilter` of a cell that was clicked or entered."""

    asked = pyqtSignal(object)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.class_box = QgsFieldComboBox(self)
        self.class_box.setObjectName("class_box")
        self.class_box.setAllowEmptyFieldName(True)
        tip = translate("ClusterBelt", "The field by which clusters are counted")
        self.class_box.setToolTip(tip)
        self.class_box.setAccessibleName(tip)
        label = QLabel(translate("ClusterBelt", "C&lass"), self)
        label.setBuddy(self.class_box)
        form = QFormLayout()
        form.addRow(label, self.class_box)
        self.model = SummaryModel(self)
        self._table()
        self.hint = QLabel(self)
        self.hint.setObjectName("overview_hint")
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.hint)

    def set_layer(self, layer):
        """Offer the fields of a matched layer, or of none."""
        self.class_box.blockSignals(True)
        self.class_box.setLayer(layer)
        self.class_box.setField(class_field_in(layer) if layer is not None else "")
        self.class_box.blockSignals(False)

    def wait(self):
        """Show no numbers: those that were shown are of another class or layer."""
        self.model.set_rows([])
        self.hint.setText(translate("ClusterBelt", "Counting …"))
        self.hint.show()

    def show_rows(self, rows):
        """Show the counts by class."""
        self.view.setSortingEnabled(False)
        self.model.set_rows(rows)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.setSortingEnabled(True)
        self.view.fit()
        self.view.setMinimumHeight(height_of_rows(self.view, min(len(rows), _ROWS_IN_SIGHT)))
        self.hint.setText(translate("ClusterBelt", "Click a number to list its clusters."))
        self.hint.setVisible(bool(rows))

    def ask(self, index):
        """Ask for the clusters of a cell: of its class, and of its status where it stands for one."""
        if not index.isValid():
            return
        row, section = self.model.row_at(index.row()), index.column()
        chosen = {} if row.is_sum else {CLASS: row.keys}
        if 1 <= section <= len(statuses.ordered()):
            chosen[STATUS] = (statuses.ordered()[section - 1],)
        self.asked.emit(ClusterFilter(chosen))

    def _table(self):
        self.view = make_table(self.model, "summary_view", self, FittingTable)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.view.setItemDelegateForColumn(SummaryModel.bar_section(), ShareBar(self))
        tip = translate("ClusterBelt", "Clusters by class and status; rates do not count the unresolved")
        self.view.setToolTip(tip)
        self.view.setAccessibleName(tip)
        # Total and bar stand in front, where they are seen however narrow the dock is.
        header = self.view.horizontalHeader()
        for place, section in enumerate((SummaryModel.total_section(), SummaryModel.bar_section()), 1):
            header.moveSection(header.visualIndex(section), place)
        bar = SummaryModel.bar_section()
        self.view.set_fit(bar, _BAR_WIDTH, giving=(bar, 0), shorten=self.model.set_short)
        self.view.clicked.connect(self.ask)
        self.view.activated.connect(self.ask)
