"""The fourth tab: virtual clusters by their span; one that is chosen is selected on the map with its links."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QLabel, QSpinBox, QTableView, QVBoxLayout

from ...processing.compat import translate
from ..elements.tables import FittingTable, height_of_rows, make_table
from ..elements.widgets import Page, make_label, plain_tip
from .virtual_controller import is_blocks
from .virtual_model import VirtualModel

_CORE_WIDTH, _ROWS_IN_SIGHT = 8, 3
_MOST_KM = 99_999
# Cities of a cluster that are told at once; the tool tip has them all.
_MOST_TOLD = 12


class VirtualTab(Page):
    """Emits `chosen` with the `ListedCluster` that is selected, or None, and `zoom_asked`."""

    chosen = pyqtSignal(object)
    zoom_asked = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._clusters = []
        self.model = VirtualModel(self)
        self.layer_box = QgsMapLayerComboBox(self)
        self.layer_box.setObjectName("blocks_box")
        self.layer_box.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_box.setAllowEmptyLayer(True)
        tip = translate("ClusterBelt", "Blocks made by “Virtual clusters”")
        self.layer_box.setToolTip(tip)
        self.layer_box.setAccessibleName(tip)
        self.empty = make_label("virtual_empty", self)
        self.empty.setText(
            translate(
                "ClusterBelt",
                "Choose blocks made by “Virtual clusters”; its input are the links of "
                "“Chain links between cities”.",
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.layer_box)
        layout.addWidget(self.empty)
        layout.addLayout(self._spans())
        layout.addWidget(self._table(), 1)
        self.members = make_label("virtual_members", self)
        layout.addWidget(self.members)
        self.show_clusters([])

    def serve(self, controller):
        """Show what a `VirtualController` has found, and have it do what is asked."""
        self.layer_box.layerChanged.connect(controller.set_layer)
        self.chosen.connect(controller.select)
        self.zoom_asked.connect(controller.zoom)
        controller.clusters_changed.connect(self.show_clusters)
        controller.cluster_met.connect(self.show_chosen)

    def offer_layers(self, added=()):
        """Offer the layers of blocks of the project, and list one that was added; tell whether there are any."""
        layers = list(QgsProject.instance().mapLayers().values())
        self.layer_box.setExceptedLayerList([layer for layer in layers if not is_blocks(layer)])
        came = next(filter(is_blocks, added), None)
        if came is not None:
            self.layer_box.setLayer(came)
        return any(map(is_blocks, layers))

    def show_clusters(self, clusters):
        """List clusters within the spans that are asked for."""
        self._clusters = clusters
        self.empty.setVisible(not clusters)
        self._list()

    def show_chosen(self, number):
        """Mark a cluster in the list, without telling of it."""
        row = self.model.row_of(number)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.view.clearSelection()
        if row >= 0:
            self.view.selectRow(row)
            self.view.scrollTo(self.model.index(row, 0))
        selection.blockSignals(False)
        self.view.viewport().update()
        self._say_members()

    def _spans(self):
        row = QHBoxLayout()
        self.least, self.most = (QSpinBox(self) for _ in range(2))
        texts = (
            ("span_from", translate("ClusterBelt", "Least span of the clusters that are listed")),
            ("span_to", translate("ClusterBelt", "Greatest span of the clusters that are listed")),
        )
        for box, (name, tip) in zip((self.least, self.most), texts):
            box.setObjectName(name)
            box.setRange(0, _MOST_KM)
            box.setSingleStep(100)
            box.setSuffix(" km")
            box.setToolTip(tip)
            box.setAccessibleName(tip)
            box.valueChanged.connect(lambda *_: self._list())
        self.most.setSpecialValueText(translate("ClusterBelt", "no limit"))
        label = QLabel(translate("ClusterBelt", "&Span"), self)
        label.setBuddy(self.least)
        self.shown_label = QLabel(self)
        self.shown_label.setObjectName("virtual_shown")
        for widget in (label, self.least, QLabel("–", self), self.most):
            row.addWidget(widget)
        row.addWidget(self.shown_label, 1, Qt.AlignmentFlag.AlignRight)
        return row

    def _table(self):
        self.view = make_table(self.model, "virtual_view", self, FittingTable)
        self.view.set_fit(VirtualModel.CORE, _CORE_WIDTH, giving=(VirtualModel.KIND, VirtualModel.FLOW))
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.view.setMinimumHeight(height_of_rows(self.view, _ROWS_IN_SIGHT))
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        tip = translate(
            "ClusterBelt", "A click selects blocks and links on the map; double-click or Enter to zoom"
        )
        self.view.setToolTip(tip)
        self.view.setAccessibleName(translate("ClusterBelt", "Virtual clusters"))
        self.view.setAccessibleDescription(tip)
        self.view.selectionModel().selectionChanged.connect(self._tell)
        self.view.doubleClicked.connect(lambda *_: self.zoom_asked.emit())
        enter = QAction(translate("ClusterBelt", "Zoom to the cluster"), self.view)
        enter.setShortcuts([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
        enter.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        enter.triggered.connect(lambda: self.zoom_asked.emit())
        self.view.addAction(enter)
        return self.view

    def _list(self):
        least, most = self.least.value(), self.most.value() or float("inf")
        kept = [cluster for cluster in self._clusters if least <= (cluster.span_km or 0) <= most]
        self.model.set_rows(kept)
        header = self.view.horizontalHeader()
        self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self.view.fit()
        text = translate("ClusterBelt", "{shown} of {all}")
        self.shown_label.setText(text.format(shown=len(kept), all=len(self._clusters)))
        self._say_members()

    @property
    def _current(self):
        rows = self.view.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def _tell(self, *_):
        self._say_members()
        self.chosen.emit(self._current)

    def _say_members(self):
        cluster = self._current
        texts = [] if cluster is None else list(map(_in_words, cluster.told))
        between = translate("ClusterBelt", "; ")
        self.members.setText(between.join(texts[:_MOST_TOLD]) + (" …" if len(texts) > _MOST_TOLD else ""))
        self.members.setToolTip(plain_tip(between.join(texts)))
        self.members.setVisible(cluster is not None)


def _in_words(place):
    """Return a city with its industries."""
    city, industries = place
    if not industries:
        return city
    between = translate("ClusterBelt", ", ")
    return translate("ClusterBelt", "{city}: {industries}").format(
        city=city, industries=between.join(industries)
    )
