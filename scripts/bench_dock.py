"""Measure how long the dock takes to open, to filter and to judge 10⁵ clusters; write docs/bench-dock.md."""

import os
from collections import defaultdict, deque

from bench_measure import median, timed
from bench_ratios import record
from qgis_profile import BUILD, ROOT, start

ROUNDS = 5
CLUSTERS = 10**5
PAGE = ROOT / "docs" / "bench-dock.md"
STATUSES = ("matched", "adjacent", "unmatched", "unresolved")


def main():
    application = start(window=True)
    page = measured()
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    application.exitQgis()


def measured():
    """Return the page with the figures."""
    from clusterbelt.ui.dock.workbench import Workbench
    from qgis.core import QgsFeatureRequest, QgsProject
    from qgis.gui import QgsMapCanvas

    layer = clusters()
    QgsProject.instance().addMapLayer(layer)
    canvas = QgsMapCanvas()
    dock, times = Workbench(canvas), defaultdict(list)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for _ in range(ROUNDS):
        times["bare loop"].append(timed(lambda: deque(layer.getFeatures(request), 0)))
        dock.layer_box.setLayer(None)
        dock.review.filter_bar.reset()
        turns = []
        times["opening"].append(timed(lambda turns=turns: open_layer(dock, layer, turns)))
        times["longest wait of the window"].append(max(turns))
        filter_list(dock, times)
        judge_all(dock, times)
    dock.shutdown()
    QgsProject.instance().clear()
    del canvas
    return page_of({name: median(seconds) for name, seconds in times.items()})


def page_of(medians):
    """Return the page of the medians, and record those that are compared."""
    for name in ("opening", "filtering"):
        ratio = medians[name] / medians["bare loop"]
        record(f"the dock with 10⁵ clusters, {name}", "a bare loop over them", ratio, medians[name])
    rows = [
        f"| {name} | {1000 * seconds:.0f} ms | {1000 * seconds.cpu:.0f} ms |"
        for name, seconds in medians.items()
    ]
    lines = [
        "# The dock, measured",
        "",
        f"A GeoPackage of {CLUSTERS:,} clusters, medians of {ROUNDS} rounds; `make bench` writes this page.",
        "",
        "| | on the clock | of the processor |",
        "|---|---:|---:|",
        *rows,
        "",
        "The bare loop asks QGIS for the same features and does nothing with them; on a busy machine all times on "
        f"the clock grow as its does. Here {os.getloadavg()[0]:.0f} jobs shared {os.cpu_count()} cores.",
    ]
    return "\n".join(lines) + "\n"


def open_layer(dock, layer, turns):
    """Choose the layer, and let the window turn until all is counted; `turns` takes how long each turn took."""
    from qgis.PyQt.QtCore import QCoreApplication

    counted = []
    dock.controller.summary_changed.connect(counted.append)
    dock.layer_box.setLayer(layer)
    while not any(counted):
        turns.append(timed(QCoreApplication.processEvents))
    dock.controller.summary_changed.disconnect(counted.append)


def filter_list(dock, times):
    """Filter by status, class and text, in the order of the layer and sorted, and count a facet."""
    from clusterbelt.ui.study.cluster_filter import ClusterFilter
    from qgis.PyQt.QtCore import Qt

    bar = dock.review.filter_bar
    wanted = ClusterFilter({"status": ["matched", "adjacent"], "class": ["class 1"]}, "7")
    for name, section in (("filtering", -1), ("filtering while sorted", 0)):
        bar.reset()
        dock.review.set_order(section, Qt.SortOrder.AscendingOrder)
        times[name].append(timed(lambda: bar.set_filter(wanted)))
    times["counting a facet"].append(timed(bar.facet_buttons["reason"].fill))
    dock.review.set_order(-1, Qt.SortOrder.AscendingOrder)


def judge_all(dock, times):
    """Reject all clusters and take that back, into a file that is new."""
    file = BUILD / "bench" / "judged.gpkg"
    file.unlink(missing_ok=True)
    dock.why_controller.set_file(str(file))
    dock.review.filter_bar.reset()
    for name, button in (("judging all at once", "reject"), ("withdrawing all at once", "withdraw")):
        dock.review.view.selectAll()
        times[name].append(timed(dock.review.why_panel.buttons[button].click))
    # Else the next round would carry the selection of all with it.
    dock.review.view.clearSelection()


def clusters():
    """Return the layer, written once."""
    from qgis.core import (
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsProject,
        QgsVectorFileWriter,
        QgsVectorLayer,
    )

    path = BUILD / "bench" / "dock-judged.gpkg"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fields = "&".join(
            f"field={name}:string"
            for name in ("name", "class", "cb_row", "cb_city", "cb_status", "cb_reason")
        )
        made = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "dock", "memory")
        features = []
        for number in range(CLUSTERS):
            feature = QgsFeature(made.fields())
            status = STATUSES[number % 4]
            feature.setAttributes(
                [f"n{number}", f"class {number % 3}", f"{number}#1", f"city {number % 300}", status, "same"]
            )
            place = QgsPointXY(100 + number % 250 / 10, 20 + number % 190 / 10)
            feature.setGeometry(QgsGeometry.fromPointXY(place))
            features.append(feature)
        made.dataProvider().addFeatures(features)
        options = QgsVectorFileWriter.SaveVectorOptions()
        QgsVectorFileWriter.writeAsVectorFormatV3(
            made, str(path), QgsProject.instance().transformContext(), options
        )
    return QgsVectorLayer(str(path), "dock", "ogr")


if __name__ == "__main__":
    main()
