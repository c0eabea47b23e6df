"""The dock “Cluster Belt”: choose a matched layer, read its table, click a cluster to see it on the map."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsDockWidget, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QHeaderView, QLabel, QSplitter, QTableView, QVBoxLayout, QWidget

from ..processing.cartography.styling import is_styled_by_status
from ..processing.compat import translate
from .matches_controller import MatchesController, is_matched
from .status_model import ClusterModel, SummaryModel

CLASS_FIELD = "class"
# The summary is never squeezed to fewer rows than these.
_ROWS_IN_SIGHT = 6


class ClusterBeltDock(QgsDockWidget):
    """The view; what it does is in `MatchesController`.

    Parameters
    ----------
    canvas : QgsMapCanvas
        Where clusters are shown; the layers are those of the current project.
    parent : QWidget, optional
    """

    def __init__(self, canvas, parent=None):
        super().__init__(translate("ClusterBelt", "Cluster Belt"), parent)
        self.setObjectName("ClusterBeltDock")
        self.controller = MatchesController(canvas, self)
        self.summary_model = SummaryModel(self)
        self.cluster_model = ClusterModel(self)
        self._build()
        self.controller.summary_changed.connect(self._show_summary)
        self.controller.clusters_changed.connect(self._show_clusters)
        self.controller.problem_found.connect(self._show_message)
        self._project = QgsProject.instance()
        self._project.layersAdded.connect(self._offer_layers)
        self._project.layersWillBeRemoved.connect(self._leave_layers)
        self._offer_layers()
        self.layer_box.layerChanged.connect(self._choose_layer)
        self.class_box.fieldChanged.connect(self.controller.set_class_field)
        self._choose_layer(self.layer_box.currentLayer())

    def shutdown(self):
        """Disconnect everything; to be called before the dock is deleted."""
        if self._project is None:
            return
        self._project.layersAdded.disconnect(self._offer_layers)
        self._project.layersWillBeRemoved.disconnect(self._leave_layers)
        self._project = None
        self.layer_box.layerChanged.disconnect(self._choose_layer)
        self.class_box.fieldChanged.disconnect(self.controller.set_class_field)
        self.controller.shutdown()

    def _build(self):
        self.layer_box = QgsMapLayerComboBox(self)
        self.layer_box.setObjectName("layer_box")
        self.layer_box.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_box.setAllowEmptyLayer(True)
        self.layer_box.setToolTip(translate("ClusterBelt", "Layers made by “Match clusters with belts”"))
        self.class_box = QgsFieldComboBox(self)
        self.class_box.setObjectName("class_box")
        self.class_box.setAllowEmptyFieldName(True)
        self.message = QLabel(self)
        self.message.setObjectName("message")
        self.message.setWordWrap(True)
        self.summary_view = self._table(self.summary_model, "summary_view")
        self.summary_view.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.cluster_view = self._table(self.cluster_model, "cluster_view")
        self.cluster_view.clicked.connect(self._show_on_map)

        form = QFormLayout()
        form.addRow(translate("ClusterBelt", "Clusters"), self.layer_box)
        form.addRow(translate("ClusterBelt", "Class"), self.class_box)
        tables = QSplitter(Qt.Orientation.Vertical, self)
        tables.addWidget(self.summary_view)
        tables.addWidget(self.cluster_view)
        tables.setStretchFactor(0, 0)
        tables.setStretchFactor(1, 1)
        tables.setChildrenCollapsible(False)
        tables.setSizes([1, 1000])
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addWidget(tables, 1)
        layout.addWidget(QLabel(translate("ClusterBelt", "Click a cluster to see it on the map."), content))
        self.setWidget(content)

    def _table(self, model, name):
        view = QTableView(self)
        view.setObjectName(name)
        view.setModel(model)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setWordWrap(False)
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

    def _offer_layers(self, added=()):
        layers = self._project.mapLayers().values()
        self.layer_box.setExceptedLayerList([layer for layer in layers if not is_matched(layer)])
        # A layer that is drawn by status already, as in a saved project, loses no style by being shown.
        drawn = next((layer for layer in added if is_matched(layer) and is_styled_by_status(layer)), None)
        if self.controller.layer is None and drawn is not None:
            self.layer_box.setLayer(drawn)

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
        self.controller.set_layer(layer, self.class_box.currentField())
        self._show_message("")

    def _show_summary(self, rows):
        self.summary_model.set_rows(rows)
        self.summary_view.resizeColumnsToContents()
        self.summary_view.setMinimumHeight(self._height_of_rows(min(len(rows), _ROWS_IN_SIGHT)))

    def _height_of_rows(self, number):
        view = self.summary_view
        bars = view.horizontalHeader().sizeHint().height() + view.horizontalScrollBar().sizeHint().height()
        return bars + number * view.verticalHeader().defaultSectionSize() + 2 * view.frameWidth()

    def _show_clusters(self, rows):
        self.cluster_view.setSortingEnabled(False)
        self.cluster_model.set_rows(rows)
        self.cluster_view.resizeColumnsToContents()
        header = self.cluster_view.horizontalHeader()
        header.setSectionResizeMode(ClusterModel.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.cluster_view.setSortingEnabled(True)

    def _show_message(self, text):
        if not text and self.controller.layer is None:
            text = translate("ClusterBelt", "Choose a layer made by “Match clusters with belts”.")
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _show_on_map(self, index):
        self.controller.show_on_map(self.cluster_model.row_at(index.row()).feature_id)
