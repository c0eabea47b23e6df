"""What the dock shows: choose a matched layer; its tabs count it, review it and go on from it."""

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ...processing.cartography.counts import count_rows
from ...processing.cartography.earlier_runs import show_chosen
from ...processing.cartography.lost_rows import tell_no_counts
from ...processing.cartography.page.narrowing import is_filtered as is_filtered_itself
from ...processing.cartography.styling import is_styled_by_status
from ...processing.compat import translate
from ...processing.layers.runs import run_of
from ..actions.action_bar import AGAIN, ActionBar
from ..actions.sample_loader import SampleLoader
from ..elements.notice_bar import show_one_of
from ..elements.widgets import make_label, scrolling
from ..overview.overview_tab import OverviewTab
from ..review.review_desk import ReviewDesk
from ..review.review_tab import ReviewTab
from ..review.selection_link import SelectionLink
from ..review.why_controller import WhyController
from ..study.cluster_filter import ClusterFilter
from ..study.map_link import MapLink
from ..study.run_follower import RunFollower, is_matched, is_newer, newest_matched
from ..texts.texts_controller import TextsController
from ..texts.texts_tab import TextsTab
from ..virtual.virtual_controller import VirtualController
from ..virtual.virtual_tab import VirtualTab
from .dock_state import DockState
from .found_judgements import FoundJudgements
from .matches_controller import MatchesController
from .notices import Notices
from .starts import Starts
from .welcome import Welcome


class Workbench(QWidget):
    """The view; what it does is in the controllers.

    Parameters
    ----------
    canvas : QgsMapCanvas
        Where clusters are shown; the layers are those of the current project.
    parent : QWidget, optional
    open_algorithm : function of (id, parameters, again=False), optional
        Opens the dialog of an algorithm; `again` where the parameters are those of a whole run.
    make_page : function of (id, layer), optional
        Makes the report or the layout of a layer without a dialog.
    repeat_run : function of (id, parameters, id of the run before), optional
        Runs an algorithm again without a dialog.
    """

    def __init__(self, canvas, parent=None, open_algorithm=None, make_page=None, repeat_run=None):
        super().__init__(parent)
        self.setObjectName("ClusterBeltWorkbench")
        self._canvas = canvas
        self.controller = MatchesController(canvas, self)
        self.why_controller = WhyController(self)
        self.texts_controller = TextsController(lambda: self.why_controller.file, self)
        self.virtual_controller = VirtualController(canvas, self)
        self._all, self._has_blocks = 0, False
        self._build()
        self.starts = Starts(self, open_algorithm, make_page, repeat_run)
        self.selection = SelectionLink(self.review.view, self.review.model, self)
        self.map_link = MapLink(canvas, self)
        self._connect()
        self._desk = ReviewDesk(self, self._show_message)
        self._desk.marked.connect(self.remind)
        self._project = QgsProject.instance()
        self._project.layersAdded.connect(self._offer_layers)
        self._project.layersWillBeRemoved.connect(self._leave_layers)
        self._project.layersRemoved.connect(self._look_what_is_left)
        self._offer_layers()
        self.layer_box.layerChanged.connect(self._choose_layer)
        self.overview.class_box.fieldChanged.connect(self.controller.set_class_field)
        self._choose_layer(self.layer_box.currentLayer())
        self._state = DockState(self)
        self._follower = RunFollower(self)
        self._follower.run_came.connect(self._follow)
        self._begin()

    def _begin(self):
        """Show what the project was saved with, or what its newest run made: both may have come before the dock."""
        restored = self._state.restore()
        newest = newest_matched(self._project)
        if not restored and run_of(newest) is not None:
            self.layer_box.setLayer(newest)

    def shutdown(self):
        """Disconnect everything; to be called before it is deleted."""
        if self._project is None:
            return
        self._state.shutdown()
        self._follower.shutdown()
        self.sample_loader.stop()
        self._project.layersAdded.disconnect(self._offer_layers)
        self._project.layersWillBeRemoved.disconnect(self._leave_layers)
        self._project.layersRemoved.disconnect(self._look_what_is_left)
        self._project = None
        self.layer_box.layerChanged.disconnect(self._choose_layer)
        self.overview.class_box.fieldChanged.disconnect(self.controller.set_class_field)
        self.selection.set_layer(None)
        self.controller.shutdown()
        self.virtual_controller.shutdown()
        self.map_link.shutdown()
        self._canvas = None

    def _build(self):
        """Make the widgets; the Tab key goes to them in the order in which they are made."""
        head = self._head()
        self.message = make_label("message", self)
        self.notices, self.found = Notices(self), FoundJudgements(self)
        self.welcome = Welcome(self)
        self.sample_loader = SampleLoader(self)
        self.overview = OverviewTab(self)
        self.review = ReviewTab(self.controller.counts, self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(translate("ClusterBelt", "Pages of the dock"))
        self.tabs.addTab(scrolling(self.overview), translate("ClusterBelt", "Overview"))
        self.tabs.addTab(scrolling(self.review, self.review.view), translate("ClusterBelt", "Review"))
        self.texts = TextsTab(self.texts_controller.entries, self.texts_controller.name_of, self)
        self.tabs.addTab(scrolling(self.texts), translate("ClusterBelt", "Texts"))
        self.virtual = VirtualTab(self)
        self.tabs.addTab(scrolling(self.virtual), translate("ClusterBelt", "Virtual"))
        self.stack = QStackedWidget(self)
        self.stack.addWidget(scrolling(self.welcome))
        self.stack.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.action_bar)
        reminders = self.notices
        notices = (
            *(reminders.gone, reminders.unplaced, *self.found.notices),
            *(reminders.older, reminders.temporary),
        )
        for widget in (self.message, *notices):
            layout.addWidget(widget)
        show_one_of(notices)
        layout.addWidget(self.stack, 1)

    def _head(self):
        """Make what chooses the layer, and what can be done with it."""
        self.layer_box = QgsMapLayerComboBox(self)
        self.layer_box.setObjectName("layer_box")
        self.layer_box.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_box.setAllowEmptyLayer(True)
        tip = translate("ClusterBelt", "Layers made by “Match clusters with belts”")
        self.layer_box.setToolTip(tip)
        self.layer_box.setAccessibleName(tip)
        # By the user: what comes with a run or a project is as visible as it is.
        self.layer_box.activated.connect(self._show_chosen)
        self.action_bar = ActionBar(self)
        row = QHBoxLayout()
        row.addWidget(self.layer_box, 1)
        row.addWidget(self.action_bar.buttons[AGAIN])
        return row

    def _connect(self):
        controller, why, review = self.controller, self.why_controller, self.review
        bar = review.filter_bar
        controller.counting_began.connect(self.overview.wait)
        controller.layer_changed.connect(review.wait)
        controller.summary_changed.connect(self.overview.show_rows)
        controller.summary_changed.connect(self.starts.get_ready)
        controller.cities_named.connect(review.model.set_city_names)
        controller.rows_changed.connect(self._show_rows)
        controller.kept_changed.connect(self._show_kept)
        controller.narrowed.connect(bar.show_narrowed)
        controller.problem_found.connect(self._show_message)
        bar.filter_changed.connect(controller.set_filter)
        bar.map_toggled.connect(controller.hide_rest)
        bar.layer_toggled.connect(controller.filter_layer)
        self.overview.asked.connect(self._list)
        self.selection.current_changed.connect(why.set_cluster)
        self.selection.picked.connect(self.map_link.show)
        self.selection.met.connect(self._show_review)
        why.why_changed.connect(review.why_panel.show_why)
        why.why_changed.connect(self.map_link.show_belts)
        why.file_changed.connect(review.why_panel.show_file)
        review.why_panel.file_chosen.connect(why.set_file)
        review.zoom_asked.connect(self._show_on_map)
        review.model.layoutChanged.connect(self.selection.renew)
        self._connect_texts()
        self.virtual.serve(self.virtual_controller)
        self.notices.again_asked.connect(lambda: self.starts.make(AGAIN))
        self.notices.places_asked.connect(lambda: self.starts.open(AGAIN))
        self.notices.saved.connect(self._after_saving)
        self.found.taken.connect(self.why_controller.set_file)
        self.found.told.connect(self._show_message)
        self.action_bar.asked.connect(self.starts.open)
        self.action_bar.made_at_once.connect(self.starts.make)
        self.welcome.asked.connect(self.starts.open)
        self.welcome.sample_asked.connect(self.sample_loader.load)
        self.sample_loader.told.connect(self._tell_of_sample)

    def _connect_texts(self):
        controller, tab = self.texts_controller, self.texts
        controller.texts_changed.connect(tab.show_texts)
        controller.given_changed.connect(tab.show_given)
        controller.told.connect(self._show_message)
        controller.given_changed.connect(self.remind)
        tab.given.connect(self._give)
        tab.list_asked.connect(self.starts.list_texts)
        self.tabs.currentChanged.connect(lambda *_: controller.look())
        self.why_controller.file_changed.connect(lambda *_: controller.look())

    def _give(self, row, codes):
        if self.texts_controller.give(row, codes):
            self.why_controller.keep_file()
            if codes:
                self.texts.go_on()

    def _offer_layers(self, added=()):
        layers = self._project.mapLayers().values()
        tell_no_counts(layers)
        self.layer_box.setExceptedLayerList([layer for layer in layers if not is_matched(layer)])
        # A layer that is drawn by status already, as in a saved project, loses no style by being shown.
        drawn = next((layer for layer in added if is_matched(layer) and is_styled_by_status(layer)), None)
        if self.controller.layer is None and drawn is not None:
            self.layer_box.setLayer(drawn)
        self._has_blocks = self.virtual.offer_layers(added)
        self.notices.look_for_temporary()
        if self.texts.isVisible():
            self.texts_controller.look_soon()
        self._show_tabs()

    def _show_tabs(self):
        """Show the tabs where there is something for them, else how to begin."""
        has_matched = self.controller.layer is not None
        self.stack.setCurrentIndex(int(has_matched or self._has_blocks))
        if self._has_blocks and not has_matched:
            self.tabs.setCurrentIndex(self.tabs.count() - 1)

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
        blocks = self.virtual_controller.layer
        if blocks is not None and blocks.id() in layer_ids:
            self.virtual.layer_box.setLayer(None)

    def _look_what_is_left(self, *_):
        self._offer_layers()
        if self.controller.layer is None:
            self._begin()

    def _choose_layer(self, layer):
        if layer is not None and layer is self.controller.layer:
            return
        layer = layer if is_matched(layer) else None
        self._show_message("")
        self.overview.set_layer(layer)
        self._all = 0
        self.selection.set_layer(layer)
        self.map_link.set_layer(layer)
        self.why_controller.set_layer(layer)
        self.texts_controller.set_layer(layer)
        self.controller.set_layer(layer, self.overview.class_box.currentField())
        self.action_bar.set_matched(layer is not None, run_of(layer))
        self._show_tabs()

    def _show_chosen(self, *_):
        layer = self.controller.layer
        if layer is not None:
            show_chosen(self._project, layer)

    def _list(self, wanted):
        """List the clusters that a filter keeps."""
        self.review.filter_bar.set_filter(wanted)
        self.tabs.setCurrentIndex(1)

    def _show_review(self):
        """Go to the list from the overview: a cluster was selected on the map."""
        if self.tabs.currentIndex() == 0:
            self.tabs.setCurrentIndex(1)

    def _show_rows(self, rows, kept):
        self.review.show_rows(rows, kept)
        self._show_number()
        self.selection.renew()

    def _show_kept(self, kept):
        self.review.show_kept(kept)
        self._show_number()
        self.selection.renew()

    def _show_number(self):
        layer = self.controller.layer
        if layer is None:
            self._all = 0
        elif self.review.filter_bar.filter == ClusterFilter():
            self._all = self.review.model.rowCount()
        else:
            # A layer that is filtered itself no longer knows how many it has without the filter.
            counted = count_rows(layer)
            self._all = max(self._all, counted) if is_filtered_itself(layer) else counted
        self.review.show_number(self._all if layer is not None else None)

    def _show_message(self, text):
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _tell_of_sample(self, text):
        self.welcome.sample_button.setEnabled(not self.sample_loader.is_loading)
        self._show_message(text)

    def _after_saving(self, text):
        # Features have other ids in the file.
        self.controller.refresh()
        self.virtual_controller.look()
        self._show_message(text)

    def remind(self, *_):
        """Say what was said since the run of the layer that is shown."""
        layer, why = self.controller.layer, self.why_controller
        self.notices.look_at(layer, why.file)
        self.found.look(layer, why.files, self.controller.knows)

    def _show_on_map(self, feature_id):
        # From an empty extent, as in a project that was never drawn, no canvas finds its way to a point.
        if self._canvas is not None and self._canvas.extent().isEmpty():
            self._canvas.zoomToFullExtent()
        self.controller.show_on_map(feature_id)
