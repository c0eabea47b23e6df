"""The dock “Cluster Belt”: choose a matched layer, read its table, filter, look why, judge, go on."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsDockWidget, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..processing.cartography.counts import count_rows
from ..processing.cartography.page.narrowing import is_filtered as is_filtered_itself
from ..processing.cartography.styling import is_styled_by_status
from ..processing.compat import translate
from ..processing.layers.judgement_table import open_table
from ..processing.layers.runs import run_of
from .action_bar import AGAIN, ActionBar
from .cluster_filter import ClusterFilter
from .dock_state import DockState
from .filter_bar import FilterBar
from .matches_controller import MatchesController, is_matched
from .presets import parameters_again_for, parameters_for
from .review_desk import ReviewDesk
from .run_follower import RunFollower, is_newer
from .sample_loader import SampleLoader
from .selection_link import SelectionLink
from .share_bar import ShareBar
from .status_model import ClusterModel, SummaryModel
from .tables import FittingTable, height_of_rows, make_table
from .why_controller import WhyController
from .why_panel import WhyPanel
from .widgets import make_button, make_label

CLASS_FIELD = "class"
# The summary is never squeezed to fewer rows than these.
_ROWS_IN_SIGHT = 6
# The least widths of the bars and of the names of clusters, in heights of a line.
_BAR_WIDTH, _NAME_WIDTH = 5, 10


class ClusterBeltDock(QgsDockWidget):
    """The view; what it does is in the controllers.

    Parameters
    ----------
    canvas : QgsMapCanvas
        Where clusters are shown; the layers are those of the current project.
    parent : QWidget, optional
    open_algorithm : function of (id, parameters), optional
        Opens the dialog of an algorithm.
    """

    def __init__(self, canvas, parent=None, open_algorithm=None):
        super().__init__(translate("ClusterBelt", "Cluster Belt"), parent)
        self.setObjectName("ClusterBeltDock")
        self._canvas = canvas
        self._open_algorithm = open_algorithm
        self.controller = MatchesController(canvas, self)
        self.why_controller = WhyController(self)
        self.summary_model = SummaryModel(self)
        self.cluster_model = ClusterModel(self)
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        self._all = 0
        self._build()
        self.selection = SelectionLink(self.cluster_view, self.cluster_model, self)
        self._connect()
        self._desk = ReviewDesk(self, self._show_message)
        self._project = QgsProject.instance()
        self._project.layersAdded.connect(self._offer_layers)
        self._project.layersWillBeRemoved.connect(self._leave_layers)
        self._offer_layers()
        self.layer_box.layerChanged.connect(self._choose_layer)
        self.class_box.fieldChanged.connect(self.controller.set_class_field)
        self._choose_layer(self.layer_box.currentLayer())
        self._state = DockState(self)
        self._follower = RunFollower(self)
        self._follower.run_came.connect(self._follow)

    def shutdown(self):
        """Disconnect everything; to be called before the dock is deleted."""
        if self._project is None:
            return
        self._state.shutdown()
        self._follower.shutdown()
        self.sample_loader.stop()
        self._project.layersAdded.disconnect(self._offer_layers)
        self._project.layersWillBeRemoved.disconnect(self._leave_layers)
        self._project = None
        self.layer_box.layerChanged.disconnect(self._choose_layer)
        self.class_box.fieldChanged.disconnect(self.controller.set_class_field)
        self.selection.set_layer(None)
        self.controller.shutdown()
        self._canvas = None

    def set_order(self, section, order):
        """Sort the list of clusters by a column; -1 for the order of the layer."""
        self._order = (section, order)
        self.cluster_view.horizontalHeader().setSortIndicator(section, order)

    def _build(self):
        """Make the widgets; the Tab key goes to them in the order in which they are made."""
        self.action_bar = ActionBar(self)
        form = self._chosen()
        self.message = make_label("message", self)
        tip = translate("ClusterBelt", "Match the clusters and belts of the sample and draw their ellipses")
        text = translate("ClusterBelt", "Load sample study")
        self.sample_button = make_button("load_sample", text, self, tip)
        self.sample_loader = SampleLoader(self)
        self._summary()
        listed = self._list()
        self.why_panel = WhyPanel(self)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        for stretch, widget in enumerate((self.summary_view, listed, self.why_panel)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(stretch, min(stretch, 1))
        self.splitter.setCollapsible(0, False)
        self.splitter.setCollapsible(1, False)
        self.splitter.setSizes([1, 600, 400])
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.addLayout(form)
        layout.addWidget(self.action_bar)
        layout.addWidget(self.message)
        layout.addWidget(self.sample_button)
        layout.addWidget(self.splitter, 1)
        self.setWidget(content)

    def _chosen(self):
        """Make what chooses layer and class."""
        self.layer_box = QgsMapLayerComboBox(self)
        self.layer_box.setObjectName("layer_box")
        self.layer_box.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_box.setAllowEmptyLayer(True)
        self.layer_box.setToolTip(translate("ClusterBelt", "Layers made by “Match clusters with belts”"))
        self.class_box = QgsFieldComboBox(self)
        self.class_box.setObjectName("class_box")
        self.class_box.setAllowEmptyFieldName(True)
        self.class_box.setToolTip(translate("ClusterBelt", "The field by which clusters are counted"))
        form = QFormLayout()
        row = QHBoxLayout()
        row.addWidget(self.layer_box, 1)
        row.addWidget(self.action_bar.buttons[AGAIN])
        label = QLabel(translate("ClusterBelt", "&Clusters"), self)
        label.setBuddy(self.layer_box)
        form.addRow(label, row)
        form.addRow(translate("ClusterBelt", "C&lass"), self.class_box)
        return form

    def _summary(self):
        """Make the table of the classes."""
        self.summary_view = make_table(self.summary_model, "summary_view", self, FittingTable)
        self.summary_view.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.summary_view.setItemDelegateForColumn(SummaryModel.bar_section(), ShareBar(self))
        self.summary_view.setToolTip(
            translate("ClusterBelt", "Clusters by class and status; rates do not count the unresolved")
        )
        # Total and bar stand in front, where they are seen however narrow the dock is.
        for place, section in enumerate((SummaryModel.total_section(), SummaryModel.bar_section()), 1):
            header = self.summary_view.horizontalHeader()
            header.moveSection(header.visualIndex(section), place)
        self.summary_view.set_fit(
            SummaryModel.bar_section(), _BAR_WIDTH, shorten=self.summary_model.set_short
        )

    def _list(self):
        """Make the list of the clusters and what filters it."""
        self.filter_bar = FilterBar(self)
        self.shown_label = QLabel(self)
        self.shown_label.setObjectName("shown")
        clear = translate("ClusterBelt", "Clear the filter of the list")
        self.show_all_button = make_button("show_all", translate("ClusterBelt", "Show all"), self, clear)
        self.cluster_view = make_table(self.cluster_model, "cluster_view", self, FittingTable)
        self.cluster_view.set_fit(ClusterModel.NAME, _NAME_WIDTH, giving=ClusterModel.REASON)
        self.cluster_view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.cluster_view.setToolTip(
            translate("ClusterBelt", "Double-click or press Enter to zoom to the cluster")
        )
        shown = QHBoxLayout()
        shown.addWidget(self.shown_label, 1)
        shown.addWidget(self.show_all_button)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter_bar)
        column.addLayout(shown)
        column.addWidget(self.cluster_view, 1)
        return listed

    def _connect(self):
        controller, why = self.controller, self.why_controller
        controller.summary_changed.connect(self._show_summary)
        controller.clusters_changed.connect(self._show_clusters)
        controller.classes_changed.connect(self.filter_bar.set_classes)
        controller.narrowed.connect(self.filter_bar.show_narrowed)
        controller.problem_found.connect(self._show_message)
        self.filter_bar.filter_changed.connect(controller.set_filter)
        self.filter_bar.map_toggled.connect(controller.hide_rest)
        self.filter_bar.layer_toggled.connect(controller.filter_layer)
        self.selection.current_changed.connect(why.set_cluster)
        why.why_changed.connect(self.why_panel.show_why)
        why.why_changed.connect(self._give_room)
        why.file_changed.connect(self.why_panel.show_file)
        self.why_panel.file_chosen.connect(why.set_file)
        self.show_all_button.clicked.connect(lambda: self.filter_bar.set_filter(ClusterFilter()))
        self.action_bar.asked.connect(self._open)
        self.sample_button.clicked.connect(self.sample_loader.load)
        self.sample_loader.told.connect(self._tell_of_sample)
        self.cluster_view.doubleClicked.connect(self._show_on_map)
        self.cluster_view.horizontalHeader().sortIndicatorChanged.connect(self._keep_order)
        self.cluster_model.layoutChanged.connect(self.selection.renew)
        enter = QAction(translate("ClusterBelt", "Zoom to the cluster"), self.cluster_view)
        enter.setShortcuts([QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter)])
        enter.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        enter.triggered.connect(lambda: self._show_on_map(self.cluster_view.currentIndex()))
        self.cluster_view.addAction(enter)
        self.cluster_view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _offer_layers(self, added=()):
        layers = self._project.mapLayers().values()
        self.layer_box.setExceptedLayerList([layer for layer in layers if not is_matched(layer)])
        # A layer that is drawn by status already, as in a saved project, loses no style by being shown.
        drawn = next((layer for layer in added if is_matched(layer) and is_styled_by_status(layer)), None)
        if self.controller.layer is None and drawn is not None:
            self.layer_box.setLayer(drawn)

    def _follow(self, layer):
        """Show what a run has made, unless what is shown is newer."""
        if self._project is not None and is_newer(layer, self.controller.layer):
            self._offer_layers()
            self.layer_box.setLayer(layer)

    def _leave_layers(self, layer_ids):
        # Otherwise the box would go on to the next layer, which nobody chose.
        layer = self.controller.layer
        if layer is not None and layer.id() in layer_ids:
            self.layer_box.setLayer(None)
            self._choose_layer(None)

    def _choose_layer(self, layer):
        if layer is not None and layer is self.controller.layer:
            return
        layer = layer if is_matched(layer) else None
        self.class_box.blockSignals(True)
        self.class_box.setLayer(layer)
        self.class_box.setField(CLASS_FIELD if layer is not None else "")
        self.class_box.blockSignals(False)
        self._all = 0
        self.selection.set_layer(layer)
        self.why_controller.set_layer(layer)
        self.controller.set_layer(layer, self.class_box.currentField())
        self.action_bar.set_matched(layer is not None, run_of(layer))
        self.filter_bar.setEnabled(layer is not None)
        self._show_message("")

    def _show_summary(self, rows):
        self.summary_view.setSortingEnabled(False)
        self.summary_model.set_rows(rows)
        self.summary_view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.summary_view.setSortingEnabled(True)
        self.summary_view.fit()
        self.summary_view.setMinimumHeight(height_of_rows(self.summary_view, min(len(rows), _ROWS_IN_SIGHT)))

    def _show_clusters(self, rows):
        section, order = self._order
        self.cluster_view.setSortingEnabled(False)
        self.cluster_model.set_rows(rows)
        self.cluster_view.horizontalHeader().setSortIndicator(section, order)
        self.cluster_view.setSortingEnabled(True)
        self.cluster_view.fit()
        self._show_number(len(rows))
        self._desk.mark()
        self.selection.renew()

    def _show_number(self, shown):
        layer = self.controller.layer
        is_filtered = self.filter_bar.filter != ClusterFilter()
        self.shown_label.setVisible(layer is not None)
        self.show_all_button.setVisible(layer is not None and is_filtered)
        if layer is None:
            self._all = 0
            return
        # A layer that is filtered itself no longer knows how many it has without the filter.
        counted = shown if not is_filtered else count_rows(layer)
        self._all = max(self._all, counted) if is_filtered_itself(layer) else counted
        text = translate("ClusterBelt", "{shown} of {all} clusters")
        self.shown_label.setText(text.format(shown=shown, all=self._all))

    def _give_room(self, *_):
        """Give the reasons the height that their wrapped words need, at the cost of the list."""
        panel, sizes = self.why_panel, self.splitter.sizes()
        lacking = panel.layout().minimumHeightForWidth(panel.width()) - sizes[2]
        if sizes[2] and lacking > 0:
            self.splitter.setSizes([sizes[0], sizes[1] - lacking, sizes[2] + lacking])
            current = self.cluster_view.currentIndex()
            if self.cluster_view.selectionModel().isSelected(current):
                self.cluster_view.scrollTo(current)

    def _keep_order(self, section, order):
        if self.cluster_view.isSortingEnabled():
            self._order = (section, order)

    def _show_message(self, text):
        if not text and self.controller.layer is None:
            text = translate(
                "ClusterBelt",
                "Choose a layer made by “Match clusters with belts”, or press “Match …” to create one.",
            )
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.sample_button.setVisible(self.controller.layer is None)

    def load_sample(self, *_):
        """Load the sample study, in sight."""
        self.show()
        self.sample_loader.load()

    def _tell_of_sample(self, text):
        self.sample_button.setEnabled(not self.sample_loader.is_loading)
        self._show_message(text)

    def _show_on_map(self, index):
        if index.isValid():
            # From an empty extent, as in a project that was never drawn, no canvas finds its way to a point.
            if self._canvas is not None and self._canvas.extent().isEmpty():
                self._canvas.zoomToFullExtent()
            self.controller.show_on_map(self.cluster_model.row_at(index.row()).feature_id)

    def _open(self, algorithm):
        if self._open_algorithm is None:
            return
        table = open_table(self.why_controller.file)
        judgements, layer = "" if table is None else table.source(), self.controller.layer
        if algorithm == AGAIN:
            self._open_algorithm(*parameters_again_for(run_of(layer), judgements))
        else:
            class_field = self.class_box.currentField()
            self._open_algorithm(algorithm, parameters_for(algorithm, layer, class_field, judgements))
