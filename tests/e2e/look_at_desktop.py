"""Runs inside QGIS Desktop: looks at the dock, zooms, filters, makes a layout, takes pictures, writes what it saw."""

import json
import os
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QLabel, QTableView, QToolButton
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
    row = next(
        row for row in range(clusters.model().rowCount()) if clusters.model().row_at(row).status == "matched"
    )
    clusters.selectRow(row)
    clusters.doubleClicked.emit(clusters.model().index(row, 0))
    QTimer.singleShot(1000, lambda: look_closer(seen))


def look_closer(seen):
    iface.mapCanvas().waitWhileRendering()
    window.grab().save(str(OUT / "zoomed.png"))
    seen["extent_after"] = iface.mapCanvas().extent().width()
    clusters = dock().findChild(QTableView, "cluster_view")
    seen["pairs"] = dock().findChild(QTableView, "pairs_view").model().rowCount()
    seen["why"] = dock().findChild(QLabel, "why_evidence").text()
    for status in ("unmatched", "unresolved"):
        dock().findChild(QToolButton, f"show_{status}").click()
    dock().findChild(QToolButton, "filter_map").click()
    iface.mapCanvas().zoomToFullExtent()
    QTimer.singleShot(1500, lambda: look_filtered(seen, clusters))


def look_filtered(seen, clusters):
    iface.mapCanvas().waitWhileRendering()
    window.grab().save(str(OUT / "filtered.png"))
    seen["filtered"] = clusters.model().rowCount()
    dock().findChild(QToolButton, "filter_map").click()
    dock().findChild(QToolButton, "matchlayout").click()
    seen["layouts"] = [layout.name() for layout in QgsProject.instance().layoutManager().layouts()]
    finish(seen)


def finish(seen):
    (OUT / "seen.json").write_text(json.dumps(seen), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    iface.newProject(False)
    QTimer.singleShot(500, iface.actionExit().trigger)
    QTimer.singleShot(8000, lambda: os._exit(3))


QTimer.singleShot(2500, prepare)
QTimer.singleShot(1_200_000, lambda: os._exit(4))
