"""The plugin as QGIS loads and unloads it, with an interface and without one."""

import importlib
import subprocess
import sys
from pathlib import Path

import clusterbelt
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

ALGORITHMS = {"weightedellipse", "placecities", "splitshared", "matchclusters", "matchsummary"}


class Interface:
    """As much of QgisInterface as the plugin uses, on a real window."""

    def __init__(self):
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.menu, self.toolbar, self.filters, self.pages = [], [], [], []
        self.bar = QgsMessageBar(self.window)
        self.designed = []

    def mainWindow(self):  # noqa: N802
        return self.window

    def mapCanvas(self):  # noqa: N802
        return self.canvas

    def addDockWidget(self, area, dock):  # noqa: N802
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):  # noqa: N802
        self.window.removeDockWidget(dock)

    def addPluginToMenu(self, name, action):  # noqa: N802
        self.menu.append(action)

    def removePluginMenu(self, name, action):  # noqa: N802
        self.menu.remove(action)

    def addToolBarIcon(self, action):  # noqa: N802
        self.toolbar.append(action)

    def removeToolBarIcon(self, action):  # noqa: N802
        self.toolbar.remove(action)

    def messageBar(self):  # noqa: N802
        return self.bar

    def registerLocatorFilter(self, found):  # noqa: N802
        self.filters.append(found)

    def deregisterLocatorFilter(self, found):  # noqa: N802
        self.filters.remove(found)

    def registerOptionsWidgetFactory(self, factory):  # noqa: N802
        self.pages.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):  # noqa: N802
        self.pages.remove(factory)

    def openLayoutDesigner(self, layout):  # noqa: N802
        self.designed.append(layout)


@pytest.fixture
def without_provider(cluster_belt):
    """Take our provider away for a test, and bring it back."""
    cluster_belt.unload()
    yield
    cluster_belt.initProcessing()


def provider():
    return QgsApplication.processingRegistry().providerById("clusterbelt")


def test_the_provider_offers_the_algorithms(cluster_belt):
    assert {algorithm.name() for algorithm in provider().algorithms()} >= ALGORITHMS
    assert not provider().icon().isNull()


def test_every_algorithm_has_an_icon_of_its_own_that_is_seen_on_any_ground(cluster_belt):
    drawn = {}
    for algorithm in provider().algorithms():
        path = Path(algorithm.svgIconPath())
        assert path.is_file(), algorithm.name()
        if algorithm.groupId() != "models":
            assert path.stem == algorithm.name()
        for ground in ("#ffffff", "#31363b"):
            picture = QImage(16, 16, QImage.Format.Format_RGB32)
            picture.fill(QColor(ground))
            painter = QPainter(picture)
            painter.drawPixmap(0, 0, algorithm.icon().pixmap(16, 16))
            painter.end()
            light = QColor(ground).lightness()
            far = [
                abs(picture.pixelColor(x, y).lightness() - light) > 60 for x in range(16) for y in range(16)
            ]
            assert sum(far) > 16, (algorithm.name(), ground)
        drawn[path] = bytes(path.read_bytes())
    assert len(set(drawn.values())) == len(drawn) > 20


def test_the_provider_loads_and_unloads_twenty_times(without_provider):
    for _ in range(20):
        plugin = clusterbelt.classFactory(None)
        plugin.initProcessing()
        assert provider() is not None
        plugin.unload()
        assert provider() is None


def test_the_whole_plugin_loads_and_unloads_twenty_times(without_provider, qgis_app):
    interface = Interface()
    for _ in range(20):
        plugin = clusterbelt.classFactory(interface)
        plugin.initGui()
        dock = interface.window.findChild(QDockWidget, "ClusterBeltDock")
        assert dock is not None and interface.menu and interface.toolbar and provider() is not None
        assert dock.widget() is None
        interface.menu[0].trigger()
        plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert interface.window.findChild(QDockWidget, "ClusterBeltDock") is None
        assert not interface.menu and not interface.toolbar and provider() is None
        assert not interface.filters and not interface.pages
    interface.window.deleteLater()


def test_the_map_stays_usable_while_a_dialog_is_open(without_provider, qgis_app, monkeypatch):
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from processing.tools import general

    interface = Interface()
    monkeypatch.setattr(general, "iface", interface)
    monkeypatch.setattr(ParametersPanel, "iface", None)
    plugin = clusterbelt.classFactory(interface)
    plugin.initGui()
    button = plugin.dock.workbench.action_bar.buttons["clusterbelt:matchclusters"]
    button.click()
    button.click()
    first, second = interface.window.findChildren(AlgorithmDialog)
    assert first.isVisible() and second.isVisible() and not first.isModal()
    first.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert interface.window.findChildren(AlgorithmDialog) == [second]
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not interface.window.findChildren(AlgorithmDialog)
    interface.window.deleteLater()


def test_every_algorithm_is_named_tagged_and_explained(cluster_belt):
    for algorithm in provider().algorithms():
        assert algorithm.displayName() and algorithm.shortDescription() and algorithm.group()
        assert len(algorithm.tags()) > 3
        assert algorithm.shortHelpString(), algorithm.name()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), f"{algorithm.name()} {parameter.name()}"


@pytest.mark.parametrize("fault", [ModuleNotFoundError, ImportError, RuntimeError, AttributeError])
def test_a_missing_or_broken_library_is_said_by_every_algorithm(cluster_belt, monkeypatch, fault):
    found = importlib.import_module

    def import_module(name, *rest):
        if name == "numpy":
            raise fault("numpy.dtype size changed")
        return found(name, *rest)

    monkeypatch.setattr(importlib, "import_module", import_module)
    for algorithm in ALGORITHMS:
        algorithm = provider().algorithm(algorithm).create()
        allowed, why = algorithm.canExecute()
        assert not allowed and "needs numpy" in why
        assert algorithm.checkParameterValues({}, QgsProcessingContext()) == (False, why)
        with pytest.raises(QgsProcessingException, match="needs numpy"):
            algorithm.prepareAlgorithm({}, QgsProcessingContext(), QgsProcessingFeedback())


def test_the_dock_is_made_when_it_is_first_seen(without_provider, qgis_app, qtbot):
    interface = Interface()
    plugin = clusterbelt.classFactory(interface)
    plugin.initGui()
    assert plugin.dock.widget() is None
    interface.window.show()
    qtbot.waitUntil(lambda: plugin.dock.widget() is not None)
    assert plugin.dock.widget().isVisible()
    plugin.unload()
    interface.window.deleteLater()


def test_models_are_read_once_qgis_runs(without_provider, qgis_app, qtbot):
    plugin = clusterbelt.classFactory(Interface())
    plugin.initGui()
    model = provider().algorithm("virtualstudy")
    assert not model.parameterDefinitions() and len(model.create().parameterDefinitions()) > 10
    qtbot.waitUntil(lambda: bool(model.destinationParameterDefinitions()))
    plugin.unload()
    QCoreApplication.processEvents()


def test_a_plugin_that_is_gone_before_qgis_runs_reads_nothing(without_provider, qgis_app):
    plugin = clusterbelt.classFactory(Interface())
    plugin.initGui()
    plugin.unload()
    QCoreApplication.processEvents()
    assert provider() is None


def test_what_waits_for_a_person_is_not_imported_as_qgis_starts():
    """Else QGIS would wait for it: modules of the window are imported by `ui.parts` when they are asked for."""
    script = (
        "import sys; sys.path[:0] = [sys.argv[1]]; import conftest; from qgis.core import QgsApplication;"
        "app = QgsApplication([], True); app.initQgis(); import clusterbelt.ui.parts;"
        "print(*(name[12:] for name in sys.modules if name.startswith('clusterbelt.')));"
        "sys.stdout.flush(); import os; os._exit(0)"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parents[1])]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = set(found.stdout.splitlines()[-1].split())
    later = {"ui.workbench", "ui.matches_controller", "ui.pages", "ui.guided_dialog", "ui.options_page"}
    later |= {
        "processing.layers.reading.sources",
        "processing.layers.writing.staging",
        "processing.analysis.text",
    }
    assert "ui.parts" in imported and not imported & later
    assert not any(name.startswith(("processing.cartography", "processing.report")) for name in imported)


def test_numpy_is_not_imported_as_qgis_starts():
    script = (
        "import sys; sys.path[:0] = [sys.argv[1]]; import conftest; from qgis.core import QgsApplication;"
        "app = QgsApplication([], False); app.initQgis(); own = set(sys.modules); import clusterbelt;"
        "plugin = clusterbelt.classFactory(None); plugin.initProcessing();"
        "print([name for name in ('numpy', 'pandas') if name in sys.modules and name not in own]);"
        "sys.stdout.flush();"  # QGIS 3.44 imports numpy by itself
        "import os; os._exit(0)"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parents[1])]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.splitlines()[-1] == "[]"
