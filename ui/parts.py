"""What the plugin puts into QGIS's window: each part is a class that is made with the plugin and has `remove`.

A new part is a file of its own and a name in `PARTS`; it finds the window in `plugin.iface` and what was made
before it in `plugin.dock` and `plugin.open_algorithm`.
"""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..processing.algorithms.base import ClusterBeltAlgorithm
from ..processing.compat import translate
from ..processing.provider import ICON
from .after_run import AfterRunPart
from .dock import ClusterBeltDock
from .guided_dialog import make_dialog
from .locator import LocatorPart
from .options_page import OptionsPart

_MENU = "Cluster Belt"


class DialogsPart:
    """The dialogs of the algorithms: guided, and opened beside the map, which stays in use."""

    def __init__(self, plugin):
        ClusterBeltAlgorithm.make_dialog = staticmethod(make_dialog)
        self._dialogs = set()
        plugin.open_algorithm = self.open

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


class DockPart:
    """The dock on the right."""

    def __init__(self, plugin):
        self._iface = plugin.iface
        window = self._iface.mainWindow()
        self._dock = ClusterBeltDock(self._iface.mapCanvas(), window, open_algorithm=plugin.open_algorithm)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        plugin.dock = self._dock

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


# In the order in which they are made; they go in the other.
PARTS = (DialogsPart, DockPart, MenuPart, OptionsPart, LocatorPart, AfterRunPart)
