"""The tests here run in one QGIS; their helpers, such as `making`, are imported by their name."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from running_qgis import cluster_belt  # noqa: F401


@pytest.fixture(autouse=True)
def no_studies():
    """The profile outlives a test; what one study left there is nothing to the next."""
    from qgis.core import QgsApplication, QgsSettings

    shutil.rmtree(Path(QgsApplication.qgisSettingsDirPath()) / "clusterbelt", ignore_errors=True)
    QgsSettings().remove("clusterbelt/studies")


@pytest.fixture
def project():
    """The project that is open, empty before and after."""
    from qgis.core import QgsProject

    opened = QgsProject.instance()
    opened.clear()
    yield opened
    opened.clear()


@pytest.fixture
def canvas(qtbot):
    """A canvas that remembers what was shown on it."""
    from dock_scene import RecordingCanvas

    made = RecordingCanvas()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened():
    """The algorithms whose dialogs the dock has opened, with their parameters."""
    return []


@pytest.fixture
def dock(qtbot, project, canvas, opened):
    """The dock in an empty project."""
    from clusterbelt.ui.dock.workbench import Workbench

    made = Workbench(canvas, open_algorithm=lambda *words, **_: opened.append(words))
    qtbot.addWidget(made)
    made.canvas = canvas
    yield made
    made.shutdown()


@pytest.fixture(autouse=True)
def no_stand_in(monkeypatch):
    """Newer QGIS hands the tree of layers of its window on, which the stand-in for a window has not."""
    monkeypatch.setattr("processing.gui.Postprocessing.iface", None, raising=False)


@pytest.fixture
def window(qtbot, monkeypatch):
    """A window over the dialogs of Processing."""
    from qgis.PyQt.QtWidgets import QWidget

    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)  # a stand-in that is no window
    made = QWidget()
    qtbot.addWidget(made)
    return made
