"""Start QGIS (through pytest-qgis), its Processing framework and our provider, once for all tests here."""

import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication

# Helpers of these tests, such as `making`, are imported by their name.
sys.path.append(str(Path(__file__).parent))


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
