"""What the plugin puts into QGIS's window: each part is a class that is made with the plugin and has `remove`.

A new part is a class here and a name in `PARTS`; it finds the window in `plugin.iface` and what was made before it in
`plugin.dock` and `plugin.open_algorithm`. QGIS waits while parts are made: what is only needed once a person asks for
it is imported here, inside the functions, and nowhere else.
"""

from qgis.core import QgsInterval, QgsProject
from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..processing.algorithms.base import ClusterBeltAlgorithm
from ..processing.compat import translate
from ..processing.provider import ICON
from .dock.dock import ClusterBeltDock
from .locator import ClusterLocator
from .study.run_follower import RunFollower, newest_matched

_MENU = "Cluster Belt"


class DialogsPart:
    """The dialogs of the algorithms: guided, and opened beside the map, which stays in use."""

    def __init__(self, plugin):
        ClusterBeltAlgorithm.make_dialog = staticmethod(self._make)
        self._dialogs = set()
        plugin.open_algorithm = self.open

    @staticmethod
    def _make(algorithm, parent):
        from .dialogs.guided_dialog import make_dialog

        return make_dialog(algorithm, parent)

    def open(self, algorithm, parameters, again=False):
        """Open the dialog of an algorithm, filled in; `again` with all parameters of a run: none is guessed."""
        from qgis import processing

        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        if again and hasattr(dialog, "guide"):
            dialog.guide.keep()
        # While it is open Python must hold it, or it loses its Python side.
        self._dialogs.add(dialog)
        dialog.destroyed.connect(lambda: self._dialogs.discard(dialog))
        dialog.show()

    def remove(self):
        ClusterBeltAlgorithm.make_dialog = None
        for dialog in self._dialogs:
            dialog.deleteLater()


class PagesPart:
    """The report and the layout in one click, with what is told in the message bar."""

    def __init__(self, plugin):
        self._plugin, self._pages = plugin, None
        plugin.make_page, plugin.repeat_run = self.make, self.repeat
        self._follower = RunFollower(plugin.iface.mainWindow())
        # In the next turn: QGIS's own words on the end of a task come before, not upon them, and the layer is in the tree.
        self._follower.run_came.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        # Runs that come with a project that is opened are older than that: they are not told, and its view is its own.
        self._begin_anew()
        QgsProject.instance().cleared.connect(self._begin_anew)

    def _begin_anew(self):
        # As the time of a run is written.
        self._since = QDateTime.currentDateTime().toString(Qt.DateFormat.ISODateWithMs)

    def make(self, algorithm, layer):
        """Make the report or the layout of a matched layer."""
        self._made().make(algorithm, layer)

    def repeat(self, algorithm, parameters, former=""):
        """Run an algorithm again in the background; see `Pages.repeat`."""
        self._made().repeat(algorithm, parameters, former)

    def _tell(self, layer):
        # The layer, or the plugin, may be gone since.
        if self._follower is None or layer not in QgsProject.instance().mapLayers().values():
            return
        from ..processing.cartography.earlier_runs import show_alone
        from ..processing.layers.runs import run_of
        from .study.first_sight import bring_into_sight

        if run_of(layer).time >= self._since:
            show_alone(QgsProject.instance(), layer)
            self._made().tell_of_run(layer)
            bring_into_sight(self._plugin.iface.mapCanvas(), layer)

    def _made(self):
        if self._pages is None:
            from .actions.pages import Pages

            self._pages = Pages(self._plugin)
        return self._pages

    def remove(self):
        QgsProject.instance().cleared.disconnect(self._begin_anew)
        self._follower.shutdown()
        self._follower = None
        if self._pages is not None:
            self._pages.stop()


class DockPart:
    """The dock on the right."""

    def __init__(self, plugin):
        self._plugin, self._iface = plugin, plugin.iface
        self._dock = ClusterBeltDock(self._make, self._iface.mainWindow())
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        plugin.dock = self._dock

    def _make(self, dock):
        from .dock.workbench import Workbench

        plugin = self._plugin
        return Workbench(
            self._iface.mapCanvas(),
            dock,
            open_algorithm=plugin.open_algorithm,
            make_page=plugin.make_page,
            repeat_run=plugin.repeat_run,
        )

    def remove(self):
        self._iface.removeDockWidget(self._dock)
        self._dock.shutdown()
        self._dock.deleteLater()


class MenuPart:
    """The entries of the menu, and the button that shows the dock."""

    def __init__(self, plugin):
        self._iface = plugin.iface
        window = self._iface.mainWindow()
        self._show = QAction(QIcon(str(ICON)), _MENU, window)
        self._show.setObjectName("ClusterBeltDockAction")
        self._show.setCheckable(True)
        plugin.dock.setToggleVisibilityAction(self._show)
        self._sample = QAction(translate("ClusterBelt", "Load sample study"), window)
        self._sample.setObjectName("ClusterBeltSampleAction")
        self._sample.triggered.connect(plugin.dock.load_sample)
        for action in (self._show, self._sample):
            self._iface.addPluginToMenu(_MENU, action)
        self._iface.addToolBarIcon(self._show)

    def remove(self):
        self._iface.removeToolBarIcon(self._show)
        for action in (self._show, self._sample):
            self._iface.removePluginMenu(_MENU, action)
            action.deleteLater()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page of QGIS's options when they are opened."""

    def __init__(self, message_bar=None):
        super().__init__(_MENU, QIcon(str(ICON)))
        self._message_bar = message_bar

    def createWidget(self, parent):  # noqa: N802
        from .dialogs.options_page import OptionsPage

        return OptionsPage(parent, self._message_bar)


class OptionsPart:
    """The page in QGIS's options."""

    def __init__(self, plugin):
        self._iface, self._factory = plugin.iface, OptionsFactory(plugin.iface.messageBar())
        self._iface.registerOptionsWidgetFactory(self._factory)

    def remove(self):
        self._iface.unregisterOptionsWidgetFactory(self._factory)


class LocatorPart:
    """The filter in the locator of the window."""

    def __init__(self, plugin):
        self._plugin, self._iface = plugin, plugin.iface
        self._filter = ClusterLocator(self._layer, self._show)
        self._iface.registerLocatorFilter(self._filter)

    def _layer(self):
        shown = self._plugin.dock.layer if self._plugin.dock is not None else None
        return shown or newest_matched(QgsProject.instance())

    def _show(self, layer, feature_id):
        canvas = self._iface.mapCanvas()
        layer.selectByIds([feature_id])
        canvas.zoomToFeatureIds(layer, [feature_id])
        canvas.flashFeatureIds(layer, [feature_id])

    def remove(self):
        self._iface.deregisterLocatorFilter(self._filter)


class TimePart:
    """Has the time slider begin with the steps of the project, which QGIS reads from a project's file only."""

    def __init__(self, plugin):
        self._canvas = plugin.iface.mapCanvas()
        self._settings = QgsProject.instance().timeSettings()
        self._settings.temporalRangeChanged.connect(self._follow)

    def _follow(self):
        slider = self._canvas.temporalController()
        if slider is not None and hasattr(slider, "setFrameDuration") and self._settings.timeStep() > 0:
            slider.setFrameDuration(QgsInterval(self._settings.timeStep(), self._settings.timeStepUnit()))

    def remove(self):
        self._settings.temporalRangeChanged.disconnect(self._follow)


# In the order in which they are made; they go in the other.
PARTS = (DialogsPart, PagesPart, DockPart, MenuPart, OptionsPart, LocatorPart, TimePart)
