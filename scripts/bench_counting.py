"""Measure the reading of belts in PostGIS: counted by the database against row by row; part of `bench_engines`."""

import subprocess
import sys

import bench_matching
from bench_measure import measure, own_peak, start_qgis
from bench_page import record

MILLION = 10**6
ROUNDS = 2
# Highest ratio of the times of reading, and of memory, that is accepted.
MOST_TIME = 0.1
# Of all industries, and of so few that there are half as many groups.
FEW_INDUSTRIES = 150
TABLES = {"belts": "all industries", "few_industries": f"{FEW_INDUSTRIES} industries"}
MOST_BYTES = 10**9
_BELTS = """
CREATE TABLE {name} (row serial PRIMARY KEY, id text, city text, industry text);
INSERT INTO {name} (id, city, industry)
SELECT 'B' || lpad(i::text, 8, '0'), c.names[floor(exp(random() * ln({cities})))::int],
       n.names[floor(exp(random() * ln({industries})))::int]
FROM generate_series(1, {rows}) AS i, (SELECT {city_names} AS names) AS c, (SELECT {industry_names} AS names) AS n;
VACUUM ANALYZE {name};
"""
_FIELDS = {"BELT_ID": "id", "BELT_CITY": "city", "BELT_INDUSTRY": "industry"}


def keeps_counting(server):
    """Print times and memory, and whether columns and numbers are equal; return whether all is as it has to be."""
    make(server, "belts", MILLION)
    make(server, "few_industries", MILLION, FEW_INDUSTRIES)
    make(server, "many_belts", 10 * MILLION)
    return all([*map(keeps_time, [server] * 2, TABLES), keeps_results(server), keeps_memory(server)])


def make(server, name, rows, industries=None):
    """Make a table of random belts; of so many industries, or all."""
    cities, names = bench_matching.names()
    industries = names[:industries]
    lists = [f"ARRAY[{', '.join(map(_text, names))}]" for names in (cities, industries)]
    counts = {"cities": len(cities), "industries": len(industries)}
    server.sql(_BELTS.format(name=name, rows=rows, city_names=lists[0], industry_names=lists[1], **counts))


def keeps_time(server, table):
    """Print the times of reading the belts alone; return whether their ratio is low enough."""
    layer = server.layer(table, None, "row")
    counted, rows, plain = measure(
        lambda: read(layer, "database"),
        lambda: read(layer, "rows"),
        lambda: read_plainly(layer),
        rounds=ROUNDS,
    )
    groups = len(read(layer, "database").count)
    found = (
        f"{groups} groups: {counted} to {rows} row by row: {counted / rows:.3f} ×, CPU {counted.cpu / rows.cpu:.3f} ×; "
        f"to {plain} of a bare loop: {counted / plain:.3f} ×, CPU {counted.cpu / plain.cpu:.3f} ×"
    )
    what = f"reading 10⁶ belts from PostGIS, {TABLES[table]}"
    return record(what, found, MOST_TIME, counted <= MOST_TIME * rows)


def read_plainly(layer):
    """Read the fields of a layer of belts in a loop over its features, and keep the values."""
    from qgis.core import QgsFeatureRequest

    names = list(_FIELDS.values())
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(names, layer.fields())
    return [[feature[name] for name in names] for feature in layer.getFeatures(request)]


def read(layer, way):
    """Read a layer of belts as the matching does, without looking at them."""
    from clusterbelt.processing.layers.matching.belt_rows import Reading, read_entries
    from clusterbelt.processing.layers.matching.belts import BeltFields
    from clusterbelt.processing.layers.matching.city_ways import by_text
    from clusterbelt.processing.layers.reading.database_layers import database_of
    from clusterbelt.processing.layers.reading.sources import Source
    from qgis.core import QgsCoordinateTransformContext, QgsProcessingFeedback

    source = Source(layer, database=database_of(layer, True))
    cities = by_text("text", None, {}, QgsCoordinateTransformContext())
    fields = BeltFields(city="city", industry="industry", id="id")
    return read_entries(source, fields, cities, Reading(way), QgsProcessingFeedback())


def keeps_results(server):
    """Print whether a match by groups gives the columns and numbers of one by rows; return it."""
    from qgis.core import QgsVectorLayer

    found = []
    for way in ("database", "rows"):
        result = matched(server.layer("belts", None, "row"), way)
        numbers = {name: value for name, value in result.items() if not isinstance(value, str)}
        layer = QgsVectorLayer(result["OUTPUT"], "matched", "ogr")
        found.append((numbers, [feature.attributes() for feature in layer.getFeatures()]))
    equal = found[0] == found[1] and len(found[0][1]) == bench_matching.CLUSTERS
    found = "equal" if equal else "different"
    return record(
        "10⁵ clusters × 10⁶ belts: columns and numbers of groups and of rows", found, "equal", equal
    )


def keeps_memory(server):
    """Print the peak memory of a match with 10⁷ belts; return whether it is low enough."""
    bench_matching.made("clusters", bench_matching.CLUSTERS)
    command = [sys.executable, __file__, server.layer("many_belts", None, "row").source()]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    peak = int(finished.stdout.splitlines()[-1])
    found = f"{peak / 1e9:.2f} GB"
    what = "10⁵ clusters × 10⁷ belts in PostGIS, peak memory, QGIS included"
    return record(what, found, f"{MOST_BYTES / 1e9:.0f} GB", peak <= MOST_BYTES)


def matched(belts, way):
    """Match the clusters with belts."""
    from qgis import processing

    given = {**bench_matching.of_clusters(), **_FIELDS, "BELTS": belts, "READ": way}
    return processing.run("clusterbelt:matchclusters", {**given, "OUTPUT": bench_matching.target()})


def print_peak(address):
    from qgis.core import QgsVectorLayer

    start_qgis()
    matched(QgsVectorLayer(address, "belts", "postgres"), "database")
    print(own_peak())


def _text(text):
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    print_peak(sys.argv[1])
