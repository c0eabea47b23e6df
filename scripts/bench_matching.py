"""Measure `matchclusters` against QGIS's join by the city alone, on the same files in one run; print a table."""

import subprocess
import sys
import time

import numpy as np
from bench_measure import median, own_peak, start_qgis, timed
from bench_points import cities, draw_cities, write_points
from bench_ratios import record
from qgis_profile import BUILD, ROOT

DATA = BUILD / "bench"
PAGE = ROOT / "docs" / "bench-matching.md"
ROUNDS = 5
CLUSTERS = 10**5
BELTS = 10**6
LARGE = 10**7


def main():
    from qgis import processing

    start_qgis()
    clusters, belts = layer("clusters", CLUSTERS), layer("belts", BELTS)
    jobs = {
        "`native:joinattributestable` on the city": (
            "native:joinattributestable",
            {"INPUT": clusters, "FIELD": "city", "INPUT_2": belts, "FIELD_2": "city", "METHOD": 1},
        ),
        "`clusterbelt:matchclusters`": ("clusterbelt:matchclusters", matching(BELTS, "id")),
    }
    times = {name: [] for name in jobs}
    for number in range(ROUNDS):
        for name, (algorithm, parameters) in jobs.items():
            given = {**parameters, "OUTPUT": target()}
            times[name].append(
                timed(lambda algorithm=algorithm, given=given: processing.run(algorithm, given))
            )
            print(f"{number + 1}/{ROUNDS} {name}: {times[name][-1]}", file=sys.stderr, flush=True)
    medians = {name: median(taken) for name, taken in times.items()}
    join, ours = medians.values()
    record("`matchclusters`, 10⁵ × 10⁶", "`native:joinattributestable` on the city", ours / join)
    record("`matchclusters`, 10⁵ × 10⁶, CPU", "CPU of the same join", ours.cpu / join.cpu)
    page = table(medians)
    page += "\n\n" + "\n".join(large())
    print(page)
    PAGE.write_text(
        "# `matchclusters`, measured\n\nRuns in turn, in one process; `make bench` writes this page. "
        f"Most of the time goes into writing {CLUSTERS} rows of 27 fields.\n\n{page}\n",
        encoding="utf-8",
    )


def layer(kind, size):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(str(made(kind, size)), kind, "ogr")


def of_clusters():
    """The parameters of a run that concern the clusters."""
    return {
        "CLUSTERS": layer("clusters", CLUSTERS),
        "CLUSTER_ID": "id",
        "CLUSTER_CITY": "city",
        "CLUSTER_INDUSTRY": "industry",
    }


def matching(belts, identity):
    """The parameters of a run; `identity` is the field with the ids of the belts, '' for none."""
    return {
        **of_clusters(),
        "BELTS": layer("belts", belts),
        "BELT_ID": identity,
        "BELT_CITY": "city",
        "BELT_INDUSTRY": "industry",
    }


def target():
    """A GeoPackage that is not there."""
    for old in DATA.glob("written.gpkg*"):
        old.unlink()
    return str(DATA / "written.gpkg")


def large():
    """Sentences about runs on more belts, each in a process of its own."""
    few, many = [alone(size, "") for size in (BELTS, LARGE)]
    named = alone(LARGE, "id")
    return [
        f"{LARGE} belts, peak memory of the whole process, QGIS included: {many[1] / 1e9:.2f} GB; with a field of "
        f"{LARGE} different texts as BELT_ID {named[1] / 1e9:.2f} GB.",
        f"{LARGE} belts take {many[0] / few[0]:.1f} × the time of {BELTS}, clusters and writing included.",
    ]


def alone(size, identity):
    """Seconds and peak bytes of a process that matches once."""
    made("belts", size)
    command = [sys.executable, __file__, "--alone", str(size), identity]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(word) for word in finished.stdout.splitlines()[-1].split()]


def print_alone(size, identity):
    from qgis import processing

    start_qgis()
    start = time.perf_counter()
    processing.run("clusterbelt:matchclusters", {**matching(size, identity), "OUTPUT": target()})
    print(time.perf_counter() - start, own_peak())


def table(medians):
    """A Markdown table of times as multiples of the first."""
    base = next(iter(medians.values()))
    head = f"| 10^5 clusters × 10^6 belts, GeoPackage | s (median of {ROUNDS}) | ratio | CPU s | ratio |"
    rows = [
        f"| {name} | {taken:.2f} | {taken / base:.2f} | {taken.cpu:.2f} | {taken.cpu / base.cpu:.2f} |"
        for name, taken in medians.items()
    ]
    return "\n".join([head, "|---|---:|---:|---:|---:|", *rows])


def names():
    """Names of cities and of industries."""
    return [city["name"] for city in cities()], industries()


def industries():
    from clusterbelt.processing.analysis.industries import taxonomy

    nodes = taxonomy.read()
    return [nodes.name(node, "zh") for node in range(len(nodes))]


def made(kind, size):
    """A GeoPackage of random points with id, city and industry, written once."""
    path = DATA / f"{kind}-{size}.gpkg"
    if path.exists():
        return path
    draw = np.random.default_rng(size)
    places, names = cities(), industries()
    city, industry = draw_cities(draw, len(places), size), draw.integers(0, len(names), size)
    rows = (
        (places[at], (f"{kind[0].upper()}{number:07d}", places[at]["name"], names[of]))
        for number, (at, of) in enumerate(zip(city, industry))
    )
    write_points(path, kind, ("id", "city", "industry"), rows)
    return path


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        print_alone(int(sys.argv[2]), sys.argv[3])
    else:
        main()
