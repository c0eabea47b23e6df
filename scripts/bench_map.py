"""Measure how long a map of 10⁵ clusters takes to draw: as pies by city, against points arranged around their cities."""

import random
import time

from bench_measure import measure
from bench_ratios import record
from qgis.core import (
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
from qgis_profile import BUILD, start

_URI = "Point?crs=EPSG:4326" + "".join(
    f"&field={name}:string" for name in ("cb_citycd", "cb_city", "class", "cb_status")
)
ROWS, CITIES = 100_000, 80
_STATUSES = ("matched", "adjacent", "unmatched", "unresolved")


def main():
    application = start(window=True)
    from clusterbelt.processing.cartography import city_pies, styling
    from clusterbelt.processing.cartography.counts import count_values

    project = QgsProject.instance()
    layer = clusters(project)
    project.addMapLayer(layer)
    began = time.perf_counter()
    pies = city_pies.draw_pies(project, layer, count_values(layer, "cb_status"), class_field="class")
    print(f"pies made in {time.perf_counter() - began:.2f} s")
    as_pies = drawn(pies)
    city_pies.remove_pies(project, layer)
    styling.style_matches(layer, class_field="class")
    as_points = drawn(layer)
    print(f"pies drawn in {as_pies}, points in {as_points}; what is asked is under 1.5 s")
    against = "CPU of points around their cities"
    record("map of 10⁵ clusters, a pie for each city, CPU", against, as_pies.cpu / as_points.cpu, as_pies)
    application.exitQgis()


def clusters(project):
    """Return a GeoPackage layer of clusters of three classes; large cities have most."""
    chance = random.Random(1)
    places = [QgsPointXY(105 + 15 * chance.random(), 22 + 18 * chance.random()) for _ in range(CITIES)]
    memory, features = QgsVectorLayer(_URI, "clusters", "memory"), []
    for _ in range(ROWS):
        city = int(CITIES * chance.random() ** 2)
        feature = QgsFeature(memory.fields())
        feature.setAttributes(
            [str(city), f"c{city}", chance.choice(("AM", "INN", "SEI")), chance.choice(_STATUSES)]
        )
        feature.setGeometry(QgsGeometry.fromPointXY(places[city]))
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    path = str(BUILD / "bench_map.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, project.transformContext(), options)
    return QgsVectorLayer(path, "clusters", "ogr")


def drawn(layer):
    """Return the `Seconds` in which a layer is drawn, median of some rounds."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(1200, 900))

    def draw():
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()

    return measure(draw, rounds=3)[0]


if __name__ == "__main__":
    main()
