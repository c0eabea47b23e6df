"""A QGIS profile of the repository's own, under build/: the user's profile is never touched."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
PLUGINS = BUILD / "plugins"
PROFILES = BUILD / "qgis"

_SETTINGS = """[PythonPlugins]
clusterbelt=true
"""


def prepare():
    """Make the profile with the plugin switched on.

    Returns
    -------
    dict
        The environment in which QGIS and qgis_process use it.
    """
    settings = PROFILES / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
    PLUGINS.mkdir(parents=True, exist_ok=True)
    plugin = PLUGINS / "clusterbelt"
    if plugin.is_symlink():
        plugin.unlink()
    plugin.symlink_to(ROOT, target_is_directory=True)
    runtime = BUILD / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    return {
        "XDG_RUNTIME_DIR": str(runtime),
        **os.environ,
        "QGIS_PLUGINPATH": str(PLUGINS),
        "QGIS_CUSTOM_CONFIG_PATH": str(PROFILES),
    }


def start(window=False):
    """Start QGIS without a screen, with the plugin and QGIS's own on the path.

    Returns
    -------
    QgsApplication
        To be kept as long as QGIS is used.
    """
    os.environ.update(prepare())
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from qgis.core import QgsApplication

    application = QgsApplication([], window)
    application.initQgis()
    sys.path += [str(PLUGINS), str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins")]
    return application


def program(name):
    """Return the path of a program of QGIS; Debian's qgis_process is a wrapper that fails, its .bin works."""
    found = shutil.which(f"{name}.bin") or shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} was not found: install QGIS.")
    return found
