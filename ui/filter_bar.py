"""The row of the dock in which clusters are filtered by status, class and city."""

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ..processing.analysis.matching import statuses
from ..processing.cartography.class_signs import class_label
from ..processing.cartography.counts import status_label
from ..processing.compat import translate
from .cluster_filter import ClusterFilter
from .status_model import status_icon
from .widgets import make_button

_DEBOUNCE_MS = 200


class FilterBar(QWidget):
    """Emits `filter_changed` with a `ClusterFilter`, and where it is to be applied besides the list."""

    filter_changed = pyqtSignal(object)
    map_toggled = pyqtSignal(bool)
    layer_toggled = pyqtSignal(bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._tell)
        self._shown = ClusterFilter()
        self._build()

    @property
    def filter(self):
        """The filter that the widgets show."""
        hidden = tuple(name for name, button in self.status_buttons.items() if not button.isChecked())
        return ClusterFilter(hidden, self.class_box.currentData(), self.city_edit.text().strip())

    def set_filter(self, wanted):
        """Show a filter and tell of it."""
        for name, button in self.status_buttons.items():
            button.setChecked(name not in wanted.hidden)
        index = self.class_box.findData(wanted.class_value)
        if index < 0:
            self._add_class(wanted.class_value)
            index = self.class_box.count() - 1
        self.class_box.setCurrentIndex(index)
        self.city_edit.setText(wanted.city)
        self._tell()

    def reset(self):
        """Keep all, and forget the classes."""
        self.set_filter(ClusterFilter())
        self.set_classes(())

    def set_classes(self, values):
        """Offer these classes; the chosen one stays."""
        chosen = self.class_box.currentData()
        self.class_box.blockSignals(True)
        self.class_box.clear()
        self.class_box.addItem(translate("ClusterBelt", "All classes"), None)
        for value in values:
            self._add_class(value)
        if chosen is not None and self.class_box.findData(chosen) < 0:
            self._add_class(chosen)
        self.class_box.setCurrentIndex(max(self.class_box.findData(chosen), 0))
        self.class_box.blockSignals(False)

    def show_narrowed(self, on_map, in_layer):
        """Show where the filter is applied."""
        for button, checked in ((self.map_button, on_map), (self.layer_button, in_layer)):
            button.blockSignals(True)
            button.setChecked(checked)
            button.blockSignals(False)

    def _build(self):
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._marks())
        layout.addLayout(self._places())

    def _marks(self):
        """Make a button for each status, and the choice of a class."""
        self.status_buttons = {}
        marks = QHBoxLayout()
        side = self.fontMetrics().height()
        tip = translate("ClusterBelt", "Show clusters with the status “{status}”")
        for status in statuses.ordered():
            button = make_button(f"show_{status}", "", self, tip.format(status=status_label(status)))
            button.setIcon(status_icon(status))
            button.setIconSize(QSize(side, side))
            button.setCheckable(True)
            button.setChecked(True)
            button.setAccessibleName(button.toolTip())
            button.toggled.connect(self._debounce.start)
            self.status_buttons[status] = button
            marks.addWidget(button)
        self.class_box = QComboBox(self)
        self.class_box.setObjectName("class_filter")
        self.class_box.setToolTip(translate("ClusterBelt", "Show one class only"))
        self.class_box.addItem(translate("ClusterBelt", "All classes"), None)
        self.class_box.currentIndexChanged.connect(self._debounce.start)
        marks.addWidget(self.class_box, 1)
        return marks

    def _places(self):
        """Make the filter by city, and the switches that say where all of it is applied."""
        self.city_edit = QgsFilterLineEdit(self)
        self.city_edit.setObjectName("city_filter")
        self.city_edit.setShowClearButton(True)
        self.city_edit.setPlaceholderText(translate("ClusterBelt", "City"))
        self.city_edit.setToolTip(
            translate("ClusterBelt", "Show clusters in cities whose name contains this text")
        )
        self.city_edit.textChanged.connect(self._debounce.start)
        self.map_button = make_button(
            "filter_map",
            translate("ClusterBelt", "On the map"),
            self,
            translate(
                "ClusterBelt",
                "Draw only these clusters; the layer itself is not filtered. Press again to draw all",
            ),
        )
        self.layer_button = make_button(
            "filter_layer",
            translate("ClusterBelt", "In the layer"),
            self,
            translate(
                "ClusterBelt",
                "Filter the layer itself, also for algorithms and exports. Press again to remove the filter",
            ),
        )
        second = QHBoxLayout()
        second.addWidget(self.city_edit, 1)
        for button, toggled in ((self.map_button, self.map_toggled), (self.layer_button, self.layer_toggled)):
            button.setCheckable(True)
            button.toggled.connect(toggled)
            second.addWidget(button)
        return second

    def _add_class(self, value):
        self.class_box.addItem(class_label(str(value)), value)

    def _tell(self):
        self._debounce.stop()
        wanted = self.filter
        if wanted != self._shown:
            self._shown = wanted
            self.filter_changed.emit(wanted)
