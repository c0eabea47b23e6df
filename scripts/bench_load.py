"""Measure how long QGIS waits for the plugin when it starts, against its own Processing plugin."""

import os
import statistics
import subprocess
import sys
import time
from types import SimpleNamespace

import qgis_profile
from bench_ratios import record

ROUNDS = 7


def main():
    seconds = {name: [] for name in ("clusterbelt", "processing")}
    # Compiled once, as where the plugin is installed: the first round is not counted.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(qgis_profile.BUILD / "bench" / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for number in range(ROUNDS + 1):
        for name, taken in seconds.items():
            command = [sys.executable, __file__, name]
            said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
            if number:
                taken.append(float(said.splitlines()[-1]))
    ours, native = (statistics.median(seconds[name]) for name in ("clusterbelt", "processing"))
    print(f"load: {ours * 1000:.0f} ms of CPU, Processing {native * 1000:.0f} ms")
    record("load of the plugin", "load of QGIS's Processing plugin", ours / native)


class Window(SimpleNamespace):
    """QGIS's interface to its window, which takes all and does nothing."""

    def __getattr__(self, name):
        return lambda *given: None


def load(name):
    """Print the CPU seconds that a plugin takes to load, with its window."""
    os.environ.update(qgis_profile.prepare())
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    sys.path += [str(qgis_profile.PLUGINS), QgsApplication.pkgDataPath() + "/python/plugins"]
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtWidgets import QMainWindow

    window, canvas = QMainWindow(), QgsMapCanvas()
    iface = Window(mainWindow=lambda: window, mapCanvas=lambda: canvas)
    if name == "clusterbelt":
        import processing  # noqa: F401 - it is there before us
    began = time.process_time()
    plugin = __import__(name).classFactory(iface)
    # Our window registers the algorithms itself.
    plugin.initGui() if name == "clusterbelt" else plugin.initProcessing()
    print(time.process_time() - began)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    load(sys.argv[1]) if sys.argv[1:] else main()
