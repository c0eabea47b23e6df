"""Measure `ellipseofparquet` at 10⁷ and 10⁸ points; part of `bench_engines`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_measure import measure, own_peak, start_qgis
from bench_page import record

MILLION = 10**6
# Highest growth of time from 10⁷ to 10⁸ points, and memory above QGIS at 10⁸.
MOST_TIME = 12
MOST_BYTES = 10**9
_POINTS = """
COPY (SELECT 110 + 4 * sqrt(-2 * ln(1 - random())) * cos(6.283185307179586 * random()) AS lon,
             33 + 3 * sqrt(-2 * ln(1 - random())) * cos(6.283185307179586 * random()) AS lat,
             0.1 + 5 * random() AS w, 'province ' || lpad((i % 31)::text, 2, '0') AS g FROM range({rows}) AS r(i))
TO '{path}'
"""


def keeps_growth():
    """Print time and memory; return whether both are low enough."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        few.mkdir()
        many.mkdir()
        make(few / "0.parquet", 10 * MILLION)
        for number in range(10):
            os.link(few / "0.parquet", many / f"{number}.parquet")
        one, ten = measure(lambda: run(few), lambda: run(many), rounds=1)
        peaks = [peak(folder) for folder in (few, many)]
    growth = ten / one
    what = "`ellipseofparquet`, degrees, 10⁷ and 10⁸ points"
    found = f"{one:.1f} s and {ten:.1f} s: {growth:.1f} ×"
    kept = record(what, found, f"{MOST_TIME} ×", growth <= MOST_TIME)
    found = " and ".join(f"{bytes_ / 1e9:.2f} GB" for bytes_ in peaks)
    what += ", peak memory, QGIS included"
    return record(what, found, "1 GB at 10⁸", peaks[1] <= MOST_BYTES) and kept


def make(path, rows):
    """Write random points as Parquet."""
    import duckdb

    duckdb.execute(_POINTS.format(rows=rows, path=path))


def run(folder):
    from qgis import processing

    given = {"FILES": str(folder), "WEIGHT": "w", "UID": "g", "OUTPUT": "memory:"}
    processing.run("clusterbelt:ellipseofparquet", given)


def peak(folder):
    """Peak bytes of a process that runs the algorithm once."""
    command = [sys.executable, __file__, folder]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(finished.stdout.splitlines()[-1])


if __name__ == "__main__":
    start_qgis()
    run(sys.argv[1])
    print(own_peak())
