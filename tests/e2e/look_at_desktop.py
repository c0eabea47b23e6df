"""Runs inside QGIS Desktop: waits for the dock, clicks a cluster, takes a picture, writes what it saw, leaves."""

import json
import os
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QTableView
from qgis.utils import iface, plugins

OUT = Path(os.environ["CLUSTERBELT_LOOK"])
window = iface.mainWindow()


def dock():
    return window.findChild(QDockWidget, "ClusterBeltDock")


def prepare():
    window.resize(1500, 950)
    for other in window.findChildren(QDockWidget):
        if other is not dock():
            other.hide()
    dock().setUserVisible(True)
    window.resizeDocks([dock()], [520], Qt.Orientation.Horizontal)
    iface.mapCanvas().zoomToFullExtent()
    iface.mapCanvas().waitWhileRendering()
    QTimer.singleShot(1500, look)


def look():
    iface.mapCanvas().waitWhileRendering()
    window.grab().save(str(OUT / "desktop.png"))
    clusters = dock().findChild(QTableView, "cluster_view")
    summary = dock().findChild(QTableView, "summary_view")
    seen = {
        "plugin": "clusterbelt" in plugins,
        "dock_visible": dock().isVisible(),
        "clusters": clusters.model().rowCount(),
        "summary": summary.model().rowCount(),
        "layers": sorted(layer.name() for layer in QgsProject.instance().mapLayers().values()),
        "extent_before": iface.mapCanvas().extent().width(),
    }
    clusters.doubleClicked.emit(clusters.model().index(0, 0))
    QTimer.singleShot(1000, lambda: finish(seen))


def finish(seen):
    iface.mapCanvas().waitWhileRendering()
    window.grab().save(str(OUT / "zoomed.png"))
    seen["extent_after"] = iface.mapCanvas().extent().width()
    (OUT / "seen.json").write_text(json.dumps(seen), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    iface.newProject(False)
    QTimer.singleShot(500, iface.actionExit().trigger)
    QTimer.singleShot(8000, lambda: os._exit(3))


QTimer.singleShot(2500, prepare)
QTimer.singleShot(60000, lambda: os._exit(4))
