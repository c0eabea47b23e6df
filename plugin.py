"""What QGIS loads: registers the provider, the dock and the translation, and takes them back."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .processing.algorithms.base import ClusterBeltAlgorithm
from .processing.compat import translate, user_locale
from .processing.provider import ICON, ClusterBeltProvider

TRANSLATIONS = Path(__file__).parent / "resources" / "i18n"


class ClusterBeltPlugin:
    """The plugin; in qgis_process there is no `iface` and only `initProcessing` is called."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.dock = None
        self.action = self.sample_action = None
        self._dialogs = set()
        self.translator = _install_translator()

    def initProcessing(self):  # noqa: N802
        self.provider = ClusterBeltProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):  # noqa: N802
        from .ui.dock import ClusterBeltDock

        self.initProcessing()
        ClusterBeltAlgorithm.make_dialog = staticmethod(_make_dialog)
        window = self.iface.mainWindow()
        self.dock = ClusterBeltDock(self.iface.mapCanvas(), window, open_algorithm=self._open_algorithm)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.action = QAction(QIcon(str(ICON)), "Cluster Belt", window)
        self.action.setObjectName("ClusterBeltDockAction")
        self.action.setCheckable(True)
        self.dock.setToggleVisibilityAction(self.action)
        self.iface.addPluginToMenu("Cluster Belt", self.action)
        self.sample_action = QAction(translate("ClusterBelt", "Load sample study"), window)
        self.sample_action.setObjectName("ClusterBeltSampleAction")
        self.sample_action.triggered.connect(self.dock.load_sample)
        self.iface.addPluginToMenu("Cluster Belt", self.sample_action)
        self.iface.addToolBarIcon(self.action)

    def unload(self):
        ClusterBeltAlgorithm.make_dialog = None
        for dialog in self._dialogs:
            dialog.deleteLater()
        if self.dock is not None:
            self.iface.removePluginMenu("Cluster Belt", self.action)
            self.iface.removePluginMenu("Cluster Belt", self.sample_action)
            self.iface.removeToolBarIcon(self.action)
            self.iface.removeDockWidget(self.dock)
            self.dock.shutdown()
            self.dock.deleteLater()
            self.action.deleteLater()
            self.sample_action.deleteLater()
            self.dock = self.action = self.sample_action = None
        if self.provider is not None:
            self.provider.withdraw_functions()
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _open_algorithm(self, algorithm, parameters):
        """Open the dialog of an algorithm beside the map, which stays in use."""
        from qgis import processing

        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        # While it is open Python must hold it, or it loses its Python side.
        self._dialogs.add(dialog)
        dialog.destroyed.connect(lambda: self._dialogs.discard(dialog))
        dialog.show()


def _make_dialog(algorithm, parent):
    from .ui.guided_dialog import make_dialog

    return make_dialog(algorithm, parent)


def _install_translator():
    """Install the translation of the user's language, if there is one."""
    locale = user_locale()
    name = "zh_CN" if locale.startswith("zh") else locale[:2]
    translator = QTranslator()
    if not translator.load(str(TRANSLATIONS / f"clusterbelt_{name}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
