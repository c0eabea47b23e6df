"""The rows of the review in which clusters are filtered: a text, the statuses, the other facets."""

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSize, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ...processing.analysis.matching import statuses
from ...processing.cartography.counts import status_label
from ...processing.compat import translate
from ..elements.flow_layout import FlowLayout
from ..elements.status_signs import status_icon
from ..elements.widgets import make_button, name_parts
from ..study.cluster_filter import FACETS, STATUS, ClusterFilter
from .facet_menu import FacetButton

_DEBOUNCE_MS = 200
# Ctrl+F is QGIS's filter of a layer.
SEARCH_KEY = "/"


class FilterBar(QWidget):
    """Emits `filter_changed` with a `ClusterFilter`, and where it is to be applied besides the list.

    Parameters
    ----------
    counts_of : function
        Gets a facet and returns its keys with their numbers of rows.
    """

    filter_changed = pyqtSignal(object)
    map_toggled = pyqtSignal(bool)
    layer_toggled = pyqtSignal(bool)

    def __init__(self, counts_of, parent=None):
        super().__init__(parent)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(_DEBOUNCE_MS)
        self._debounce.timeout.connect(self._tell)
        self._shown = ClusterFilter()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._search())
        layout.addLayout(self._facets(counts_of))
        self._switches()

    @property
    def filter(self):
        """The filter that the widgets show."""
        chosen = {facet: button.chosen for facet, button in self.facet_buttons.items()}
        ticked = [name for name, button in self.status_buttons.items() if button.isChecked()]
        chosen[STATUS] = ticked if len(ticked) < len(self.status_buttons) else ()
        return ClusterFilter(chosen, self.search.text().strip())

    def set_filter(self, wanted):
        """Show a filter and tell of it."""
        statuses_kept = wanted.chosen.get(STATUS)
        for name, button in self.status_buttons.items():
            button.setChecked(not statuses_kept or name in statuses_kept)
        for facet, button in self.facet_buttons.items():
            button.show_chosen(wanted.chosen.get(facet, ()))
        self.search.setText(wanted.text)
        self._tell()

    def reset(self):
        """Show all: the project is another."""
        self.set_filter(ClusterFilter())

    def show_narrowed(self, on_map, in_layer):
        """Show where the filter is applied."""
        for button, checked in ((self.map_button, on_map), (self.layer_button, in_layer)):
            button.blockSignals(True)
            button.setChecked(checked)
            button.blockSignals(False)

    def _search(self):
        """Make the search, and a button for each status."""
        self.search = QgsFilterLineEdit(self)
        self.search.setObjectName("search")
        self.search.setShowClearButton(True)
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(translate("ClusterBelt", "Cluster or city"))
        tip = translate("ClusterBelt", "Show clusters whose name or city contains this text")
        self.search.setToolTip(f"{tip} ({SEARCH_KEY})")
        self.search.setAccessibleName(tip)
        name_parts(self.search)
        self.search.textChanged.connect(self._debounce.start)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.search, 1)
        self.status_buttons = {}
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
            row.addWidget(button)
        return row

    def _facets(self, counts_of):
        def counts_now(facet):
            self._tell()  # What was ticked just now counts.
            return counts_of(facet)

        row = FlowLayout()
        self.facet_buttons = {}
        for facet in FACETS:
            if facet != STATUS:
                button = FacetButton(facet, counts_now, self)
                button.chosen_changed.connect(self._debounce.start)
                self.facet_buttons[facet] = button
                row.addWidget(button)
        return row

    def _switches(self):
        """Make the switches that say where the filter is applied; they stand where the list is counted."""
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
        for button, toggled in ((self.map_button, self.map_toggled), (self.layer_button, self.layer_toggled)):
            button.setCheckable(True)
            button.toggled.connect(toggled)

    def _tell(self):
        self._debounce.stop()
        wanted = self.filter
        if wanted != self._shown:
            self._shown = wanted
            self.filter_changed.emit(wanted)
