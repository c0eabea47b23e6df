"""Measure what engines count for us against QGIS reading the rows: all of `MEASURES`, or those that are named."""

import subprocess
import sys

from bench_counting import keeps_counting
from bench_measure import measure, own_peak, start_qgis
from bench_page import record
from bench_parquet import keeps_growth
from postgis_server import Server

MILLION = 10**6
ROUNDS = 2
GROUPS = 31
# Highest ratio to `native:meancoordinates` on the same layer that is accepted.
JOBS = (
    ("projected", {}, 0.12),
    ("projected", {"SCALING": "share_inside", "PERCENT": "68.27"}, 0.35),
    ("degrees", {}, 0.3),
)
MOST_MEGABYTES = 100
_POINTS = """
CREATE TABLE {name} (id bigint, w double precision, g text, geom geometry(Point, {srid}));
INSERT INTO {name} SELECT i, 0.1 + 5 * random(), 'province ' || lpad((i % {groups})::text, 2, '0'),
    ST_SetSRID(ST_MakePoint({x} + {spread} * r * cos(a), {y} + {spread} * r * sin(a)), {srid})
FROM (SELECT i, sqrt(-2 * ln(1 - random())) AS r, 2 * pi() * random() AS a
      FROM generate_series(1, {rows}) AS i OFFSET 0) AS s;
ALTER TABLE {name} ADD PRIMARY KEY (id); VACUUM ANALYZE {name};
"""


def main():
    start_qgis()
    asked = sys.argv[1:] or MEASURES
    server = Server("-c shared_buffers=512MB -c max_wal_size=4GB")
    try:
        kept = [all([*MEASURES[name](server)]) for name in asked]
    finally:
        server.stop()
    return 0 if all(kept) else 1


def make(server, name, rows, srid, x, y, spread):
    server.sql(_POINTS.format(name=name, rows=rows, srid=srid, x=x, y=y, spread=spread, groups=GROUPS))


def keeps_times(server):
    """Yield whether the time of each rule is low enough."""
    make(server, "projected", MILLION, 32650, 5e5, 3.5e6, 3e5)
    make(server, "degrees", MILLION, 4326, 110, 33, 4)
    for table, rule, most in JOBS:
        layer = server.layer(table)
        ours, native = measure(
            lambda layer=layer, rule=rule: run("clusterbelt:weightedellipse", layer, READ="database", **rule),
            lambda layer=layer: run("native:meancoordinates", layer),
            rounds=ROUNDS,
        )
        name = " ".join([f"`weightedellipse`, PostGIS, 10⁶ points {table}", *rule.values()])
        found = f"{ours} to {native}: {ours / native:.3f} × `native:meancoordinates`"
        yield record(name, found, most, ours <= most * native)


def keeps_memory(server):
    """Yield whether the peak memory at 10⁷ rows is low enough above that at 10³."""
    make(server, "large", 10 * MILLION, 32650, 5e5, 3.5e6, 3e5)
    make(server, "small", 1000, 32650, 5e5, 3.5e6, 3e5)
    large, small = (peak_memory(server, table) for table in ("large", "small"))
    more = (large - small) / 2**20
    found = f"{more:.0f} MB above QGIS"
    yield record(
        "`weightedellipse`, PostGIS, 10⁷ points, peak memory",
        found,
        MOST_MEGABYTES,
        more <= MOST_MEGABYTES,
    )


def peak_memory(server, table):
    """Peak bytes of a process that runs the algorithm once on a table."""
    command = [sys.executable, __file__, "--peak", server.layer(table).source()]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(finished.stdout.splitlines()[-1])


def print_peak(address):
    from qgis.core import QgsVectorLayer

    start_qgis()
    run("clusterbelt:weightedellipse", QgsVectorLayer(address, "points", "postgres"), READ="database")
    print(own_peak())


def run(algorithm, layer, **parameters):
    from qgis import processing

    fields = {"WEIGHT": "w", "UID": "g"}
    processing.run(algorithm, {"INPUT": layer, "OUTPUT": "memory:", **fields, **parameters})


MEASURES = {
    "times": keeps_times,
    "memory": keeps_memory,
    "belts": lambda server: [keeps_counting(server)],
    "parquet": lambda server: [keeps_growth()],
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print_peak(sys.argv[2])
    else:
        sys.exit(main())
