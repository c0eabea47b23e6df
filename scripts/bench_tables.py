"""Measure the tables of 10⁵ matched clusters against QGIS's own statistics by category on the same layer, by CPU."""

import statistics
import sys
import time

import bench_matching
from bench_measure import start_qgis
from bench_ratios import record

ROUNDS = 3
NATIVE = "qgis:statisticsbycategories"


def main():
    from qgis import processing

    start_qgis()
    bench_matching.DATA.mkdir(parents=True, exist_ok=True)
    matched, belts = (str(bench_matching.DATA / f"tables-{name}.gpkg") for name in ("matched", "belts"))
    parameters = bench_matching.matching(bench_matching.CLUSTERS, "id")
    processing.run("clusterbelt:matchclusters", {**parameters, "OUTPUT": matched, "BELTS_OUT": belts})
    jobs = {
        NATIVE: {"CATEGORIES_FIELD_NAME": ["cb_status", "cb_reason"], "VALUES_FIELD_NAME": "cb_weight"},
        "clusterbelt:matchsummary": {"CLASS": "cb_reason"},
        "clusterbelt:citycomposition": {"CLASS": "cb_reason"},
        "clusterbelt:cityoverlap": {"BELTS": belts},
        "clusterbelt:matchchance": {"CLASS": "cb_reason", "BELTS": belts, "RUNS": 99},
    }
    taken = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, parameters in jobs.items():
            began = time.process_time()
            processing.run(name, {"INPUT": matched, **parameters, "OUTPUT": "memory:"})
            taken[name].append(time.process_time() - began)
            print(f"{name}: {taken[name][-1]:.2f} s of CPU", file=sys.stderr, flush=True)
    base = statistics.median(taken[NATIVE])
    for name, seconds in taken.items():
        if name != NATIVE:
            record(f"`{name}`, 10⁵ clusters", f"`{NATIVE}`", statistics.median(seconds) / base)


if __name__ == "__main__":
    main()
