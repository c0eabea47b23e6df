"""Start QGIS (through pytest-qgis), its Processing framework and our provider, once for all tests here."""

import gc
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType

import pytest
from qgis.core import QgsApplication


@pytest.fixture(scope="session", autouse=True)
def cluster_belt(qgis_app):
    """The plugin as qgis_process loads it: without an interface."""
    plugins = Path(QgsApplication.pkgDataPath()) / "python" / "plugins"
    if str(plugins) not in sys.path:
        sys.path.append(str(plugins))
    from processing.core.Processing import Processing

    Processing.initialize()
    import clusterbelt

    plugin = clusterbelt.classFactory(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
    _let_go_of_layers()


def _let_go_of_layers():
    """Empty the frames that QGIS holds on to, before it closes the files of the layers in them.

    What an algorithm raises passes through C++, which keeps the exception, its frames and their layers for ever;
    a layer that is deleted after QGIS crashes.
    """
    for frame in [thing for thing in gc.get_objects() if isinstance(thing, FrameType)]:
        with suppress(RuntimeError):  # frames that are running
            frame.clear()
    gc.collect()
