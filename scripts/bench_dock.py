"""Measure how long the dock takes to open and to filter 10⁵ clusters; write docs/bench-dock.md."""

import statistics
import time

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
    from clusterbelt.ui.study.cluster_filter import ClusterFilter
    from qgis.core import QgsFeatureRequest, QgsProject
    from qgis.gui import QgsMapCanvas
    from qgis.PyQt.QtCore import QCoreApplication, Qt

    layer = clusters()
    QgsProject.instance().addMapLayer(layer)
    canvas = QgsMapCanvas()
    dock, counted = Workbench(canvas), []
    dock.controller.summary_changed.connect(counted.append)
    names = (
        "opening",
        "filtering",
        "filtering while sorted",
        "counting a facet",
        "longest wait of the window",
    )
    times = {name: [] for name in (*names, "bare loop")}
    wanted = ClusterFilter({"status": ["matched", "adjacent"], "class": ["class 1"]}, "7")
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _feature in layer.getFeatures(request):
            pass
        times["bare loop"].append(time.perf_counter() - began)
        dock.layer_box.setLayer(None)
        dock.review.filter_bar.set_filter(ClusterFilter())
        counted.clear()
        began, longest = time.perf_counter(), 0.0
        dock.layer_box.setLayer(layer)
        while not counted:
            turn = time.perf_counter()
            QCoreApplication.processEvents()
            longest = max(longest, time.perf_counter() - turn)
        times["opening"].append(time.perf_counter() - began)
        times["longest wait of the window"].append(longest)
        for name, section in (("filtering", -1), ("filtering while sorted", 0)):
            dock.review.filter_bar.set_filter(ClusterFilter())
            dock.review.set_order(section, Qt.SortOrder.AscendingOrder)
            times[name].append(taken(lambda: dock.review.filter_bar.set_filter(wanted)))
        times["counting a facet"].append(taken(dock.review.filter_bar.facet_buttons["reason"].fill))
        dock.review.set_order(-1, Qt.SortOrder.AscendingOrder)
    dock.shutdown()
    QgsProject.instance().clear()
    del canvas
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    for name in ("opening", "filtering"):
        record(
            f"the dock with 10⁵ clusters, {name}",
            "a bare loop over them",
            medians[name] / medians["bare loop"],
        )
    rows = [f"| {name} | {seconds:.2f} s |" for name, seconds in medians.items()]
    lines = [
        "# The dock, measured",
        "",
        f"A GeoPackage of {CLUSTERS:,} clusters, medians of {ROUNDS} rounds; `make bench` writes this page.",
        "",
        "| | time |",
        "|---|---|",
        *rows,
        "",
        "The bare loop asks QGIS for the same features and does nothing with them; on a busy machine all times "
        "grow as its does.",
    ]
    return "\n".join(lines) + "\n"


def taken(work):
    """Return how many seconds some work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


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

    path = BUILD / "bench" / "dock.gpkg"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fields = "&".join(
            f"field={name}:string" for name in ("name", "class", "cb_city", "cb_status", "cb_reason")
        )
        made = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", "dock", "memory")
        features = []
        for number in range(CLUSTERS):
            feature = QgsFeature(made.fields())
            status = STATUSES[number % 4]
            feature.setAttributes(
                [f"n{number}", f"class {number % 3}", f"city {number % 300}", status, "same"]
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
