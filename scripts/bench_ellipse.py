"""Measure `weightedellipse` against QGIS's own mean centre on the same files, in one run; print a table."""

import statistics
import subprocess
import sys

from bench_measure import measure, own_peak, start_qgis
from bench_ratios import record
from qgis_profile import BUILD, ROOT

DATA = BUILD / "bench"
PAGE = ROOT / "docs" / "bench-ellipse.md"
MILLION = 10**6
FIELDS = {"WEIGHT": "w", "UID": "g"}


def main():
    from qgis.core import QgsFeatureRequest, QgsVectorLayer

    start_qgis()
    DATA.mkdir(parents=True, exist_ok=True)
    gpkg = make_points(MILLION)
    layers = {"GeoPackage": QgsVectorLayer(str(gpkg), "points", "ogr")}
    for name, driver, suffix in (("FlatGeobuf", "FlatGeobuf", "fgb"), ("Shapefile", "ESRI Shapefile", "shp")):
        layers[name] = QgsVectorLayer(str(converted(layers["GeoPackage"], driver, suffix)), "points", "ogr")
    layers["memory layer"] = layers["GeoPackage"].materialize(QgsFeatureRequest())

    lines = [
        "| 10⁶ points, weight and group | time / `native:meancoordinates` | CPU / its CPU | bare read / its time |"
    ]
    lines.append("|---|---|---|---|")
    small = None
    for name, layer in layers.items():
        ours, native, bare = measure(
            lambda layer=layer: run("clusterbelt:weightedellipse", layer),
            lambda layer=layer: run("native:meancoordinates", layer),
            lambda layer=layer: read(layer),
        )
        small = small or ours
        print(f"{name}: {ours}, native {native}, bare {bare}", flush=True)
        record(
            f"`weightedellipse`, 10⁶ points, {name}, CPU",
            "CPU of `native:meancoordinates`",
            ours.cpu / native.cpu,
        )
        lines.append(f"| {name} | {ours / native:.2f} | {ours.cpu / native.cpu:.2f} | {bare / native:.2f} |")

    large = QgsVectorLayer(str(make_points(10 * MILLION)), "points", "ogr")
    (long,) = measure(lambda: run("clusterbelt:weightedellipse", large), rounds=3)
    peak = peak_memory(10 * MILLION) - peak_memory(1000)
    lines += [
        "",
        f"Time a point at 10⁷ is {long / small / 10:.2f} × that at 10⁶; "
        f"peak memory at 10⁷ is {peak / (10 * MILLION):.0f} bytes a point above that of QGIS alone.",
    ]
    lines += others(gpkg, small)
    page = "\n".join(lines) + "\n"
    PAGE.write_text(
        "# `weightedellipse`, measured\n\nMedians of runs in turn, in one process; `make bench` writes this page.\n\n"
        + page,
        encoding="utf-8",
    )
    print("\n" + page)


def make_points(count):
    """A GeoPackage of points about China in metres with a weight and one of 31 groups."""
    import numpy as np
    from osgeo import ogr, osr

    path = DATA / f"points_{count}.gpkg"
    if path.exists():
        return path
    generator = np.random.default_rng(1)
    partial = path.with_suffix(".part.gpkg")
    partial.unlink(missing_ok=True)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(partial))
    plane = osr.SpatialReference()
    plane.ImportFromEPSG(32650)
    layer = data.CreateLayer("points", plane, ogr.wkbPoint, options=["SPATIAL_INDEX=NO"])
    layer.CreateField(ogr.FieldDefn("w", ogr.OFTReal))
    layer.CreateField(ogr.FieldDefn("g", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    definition = layer.GetLayerDefn()
    layer.StartTransaction()
    rows = min(count, MILLION)
    x, y, w = (
        generator.normal(5e5, 3e5, rows),
        generator.normal(3.5e6, 5e5, rows),
        generator.uniform(0.1, 5, rows),
    )
    for number in range(rows):
        feature = ogr.Feature(definition)
        feature.SetField(0, float(w[number]))
        feature.SetField(1, f"province {number % 31}")
        feature.SetField(2, f"point {number}")
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(float(x[number]), float(y[number]))
        feature.SetGeometryDirectly(point)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    while rows < count:
        more = min(rows, count - rows)
        data.ExecuteSQL(
            f"INSERT INTO points (geom, w, g, name) SELECT geom, w, g, name FROM points LIMIT {more}"
        )
        rows += more
    data = None
    partial.rename(path)
    return path


def converted(layer, driver, suffix):
    from qgis.core import QgsVectorFileWriter

    path = DATA / f"points.{suffix}"
    if not path.exists():
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.fileEncoding = driver, "UTF-8"
        options.layerOptions = ["SPATIAL_INDEX=NO"]
        options.attributes = [layer.fields().lookupField(name) for name in ("w", "g")]
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    return path


def run(algorithm, layer):
    from qgis import processing

    processing.run(algorithm, {"INPUT": layer, "OUTPUT": "memory:", **FIELDS})


def read(layer):
    """Read the same columns by the same means, and nothing else."""
    from clusterbelt.processing.algorithms.weighted_ellipse import WeightedEllipse
    from clusterbelt.processing.layers.reading.columns import read_columns
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm, context = WeightedEllipse(), QgsProcessingContext()
    algorithm.initAlgorithm()
    parameters = {"INPUT": layer, "OUTPUT": "memory:", **FIELDS}
    algorithm.prepareAlgorithm(parameters, context, QgsProcessingFeedback())
    source = algorithm.source(parameters, "INPUT", context)
    read_columns(source, list(FIELDS.values()), QgsProcessingFeedback(), points=True)


def peak_memory(count):
    """Peak bytes of a process that runs the algorithm once on so many points."""
    make_points(count)
    command = [sys.executable, __file__, "--peak", str(count)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(finished.stdout.splitlines()[-1])


def print_peak(count):
    from qgis.core import QgsVectorLayer

    start_qgis()
    run("clusterbelt:weightedellipse", QgsVectorLayer(str(make_points(count)), "points", "ogr"))
    print(own_peak())


def others(path, ours):
    """Time of geopandas and pointpats on the same file, unweighted and without groups, where they are installed."""
    python = BUILD / "bench" / "venv" / "bin" / "python"
    if not python.exists():
        return []
    program = (
        "import sys, time, geopandas, numpy, pointpats.centrography as c\n"
        "began = time.perf_counter()\n"
        "shapes = geopandas.read_file(sys.argv[1]).geometry\n"
        "c.ellipse(numpy.column_stack((shapes.x, shapes.y)))\n"
        "print(time.perf_counter() - began)\n"
    )
    seconds = []
    for _ in range(3):
        finished = subprocess.run(
            [str(python), "-c", program, str(path)], capture_output=True, text=True, check=True
        )
        seconds.append(float(finished.stdout.split()[-1]))
    ratio = statistics.median(seconds) / ours
    return [
        "",
        f"geopandas and pointpats on the same GeoPackage, without weight and groups: {ratio:.1f} × our time.",
    ]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print_peak(int(sys.argv[2]))
    else:
        main()
