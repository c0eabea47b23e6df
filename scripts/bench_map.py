"""Print how long a map of many clusters takes to draw: as pies by city, and as points arranged around their cities.

Run with the Python of QGIS: `/usr/bin/python3 scripts/bench_map.py [ROWS] [CITIES]`.
"""

import os
import random
import sys
import time

import qgis_profile
from qgis_profile import PLUGINS

os.environ.update(qgis_profile.prepare())
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(PLUGINS))

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

_URI = "Point?crs=EPSG:4326" + "".join(
    f"&field={name}:string" for name in ("cb_citycd", "cb_city", "class", "cb_status")
)
_STATUSES = ("matched", "adjacent", "unmatched", "unresolved")


def main(rows=100_000, cities=80):
    application = QgsApplication([], True)
    application.initQgis()
    from clusterbelt.processing.cartography import city_pies, styling
    from clusterbelt.processing.cartography.counts import count_values

    project = QgsProject.instance()
    layer = clusters(rows, cities, project)
    project.addMapLayer(layer)
    started = time.perf_counter()
    pies = city_pies.draw_pies(project, layer, count_values(layer, "cb_status"), class_field="class")
    print(f"{rows} rows in {cities} cities: pies made in {time.perf_counter() - started:.2f} s")
    print("pies drawn in {:.2f} s ({:.2f} s of a processor)".format(*drawn(pies)))
    city_pies.remove_pies(project, layer)
    styling.style_matches(layer, class_field="class")
    print("points drawn in {:.2f} s ({:.2f} s of a processor)".format(*drawn(layer)))
    application.exitQgis()


def clusters(rows, cities, project):
    """Return a GeoPackage layer of clusters of three classes; large cities have most."""
    chance = random.Random(1)
    places = [QgsPointXY(105 + 15 * chance.random(), 22 + 18 * chance.random()) for _ in range(cities)]
    memory, features = QgsVectorLayer(_URI, "clusters", "memory"), []
    for _ in range(rows):
        city = int(cities * chance.random() ** 2)
        feature = QgsFeature(memory.fields())
        feature.setAttributes(
            [str(city), f"c{city}", chance.choice(("AM", "INN", "SEI")), chance.choice(_STATUSES)]
        )
        feature.setGeometry(QgsGeometry.fromPointXY(places[city]))
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    path = str(qgis_profile.BUILD / "bench_map.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, project.transformContext(), options)
    return QgsVectorLayer(path, "clusters", "ogr")


def drawn(layer):
    """Return the seconds in which a layer is drawn, and those that processors spend on it, the best of three."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(1200, 900))
    best = spent = float("inf")
    for _ in range(3):
        started, before = time.perf_counter(), time.process_time()
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        best = min(best, time.perf_counter() - started)
        spent = min(spent, time.process_time() - before)
    return best, spent


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
