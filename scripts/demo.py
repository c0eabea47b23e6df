"""Run the main job on the sample data: place, split, match, draw the ellipses, print the map.

Everything that users do in the toolbox is done by the real qgis_process; the project and the map are
made by the code that the dock uses. `scripts/demo.py zh` does the maps of virtual clusters and the report in Chinese.
"""

import csv
import json
import os
import subprocess
import sys
import time

import qgis_profile
from qgis_profile import BUILD, PLUGINS, ROOT

DEMO = ROOT / "demo"
WORK = BUILD / "demo"
SAMPLE = ROOT / "resources" / "sample"
GEOPACKAGE = DEMO / "clusterbelt.gpkg"
PROJECT = DEMO / "clusterbelt.qgz"
REPORT = DEMO / "report.html"
ALBERS = "PROJ:+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
LANGUAGE = "zh" if sys.argv[1:2] == ["zh"] else "en"
TITLES = {
    "en": "National industrial clusters and online industrial belts of China",
    "zh": "中国国家级产业集群与线上产业带",
}
SOURCES = {
    "en": "Sample lists of Cluster Belt, partly unchecked (see resources/sample); places: cpca (MIT). No boundaries drawn.",
    "zh": "数据：Cluster Belt 示例清单，部分未经核对（见 resources/sample）；地点：cpca (MIT)。未绘制任何边界。",
}
TITLE, SOURCE = TITLES[LANGUAGE], SOURCES[LANGUAGE]


def main():
    environment = qgis_profile.prepare()
    DEMO.mkdir(exist_ok=True)
    WORK.mkdir(parents=True, exist_ok=True)
    for old in (*DEMO.glob("clusterbelt.gpkg*"), *WORK.glob("*")):
        old.unlink()

    step("Placing the belts by city")
    placed = run(
        environment,
        "clusterbelt:placecities",
        INPUT=SAMPLE / "belts.csv",
        CITY="city",
        PROVINCE="province",
        YEAR="year",
        OUTPUT=table("belts"),
    )
    done(f"{placed['PLACED']} belts, {placed['UNPLACED']} without a place")

    step("Splitting shared clusters by city")
    split = run(
        environment,
        "clusterbelt:splitshared",
        INPUT=SAMPLE / "clusters.csv",
        ID="id",
        CITY="city",
        PROVINCE="province",
        OUTPUT=WORK / "split.gpkg",
    )
    done(f"{split['CLUSTERS']} clusters in {split['ROWS']} rows")

    step("Matching clusters with belts")
    matched = run(
        environment,
        "clusterbelt:matchclusters",
        CLUSTERS=WORK / "split.gpkg",
        CLUSTER_ID="id",
        CLUSTER_CITY="city",
        CLUSTER_INDUSTRY="industry",
        BELTS=layer("belts"),
        BELT_ID="id",
        BELT_CITY="cb_citycd",
        BELT_INDUSTRY="product",
        BELT_YEAR="year",
        OUTPUT=table("clusters"),
        PAIRS=f"ogr:dbname='{GEOPACKAGE}' table=\"pairs\"",
    )
    done(f"{matched['PAIR_COUNT']} pairs of a cluster and a related belt")

    step("Drawing the weighted ellipses")
    points = WORK / "points.gpkg"
    run(
        environment,
        "native:mergevectorlayers",
        LAYERS=(layer("clusters"), layer("belts")),
        OUTPUT=WORK / "merged.gpkg",
    )
    run(
        environment,
        "native:fieldcalculator",
        INPUT=WORK / "merged.gpkg",
        FIELD_NAME="class",
        FIELD_TYPE=2,
        FORMULA="coalesce(class, 'belts')",
        OUTPUT=WORK / "classes.gpkg",
    )
    run(
        environment,
        "native:fieldcalculator",
        INPUT=WORK / "classes.gpkg",
        FIELD_NAME="cb_weight",
        FIELD_TYPE=0,
        FORMULA="coalesce(cb_weight, 1)",
        OUTPUT=points,
    )
    drawn = run(
        environment,
        "clusterbelt:weightedellipse",
        INPUT=points,
        UID="class",
        WEIGHT="cb_weight",
        MEASURE_CRS=ALBERS,
        OUTPUT=table("ellipses"),
        CENTERS=table("centers"),
    )
    done(f"{drawn['ELLIPSES']} ellipses of {drawn['POINTS_USED']} points")

    step("Counting by class and status")
    summary = WORK / "summary.csv"
    run(environment, "clusterbelt:matchsummary", INPUT=layer("clusters"), CLASS="class", OUTPUT=summary)
    done("")

    link(environment)

    step("Writing the report")
    run(
        environment,
        "clusterbelt:matchreport",
        INPUT=layer("clusters"),
        CLASS="class",
        NAME="name",
        BELTS=layer("belts"),
        BELT_CITY="cb_citycd",
        BELT_INDUSTRY="product",
        BELT_YEAR="year",
        ELLIPSES=layer("ellipses"),
        VC_TABLE=layer("virtual_table"),
        FLOWS=layer("group_flows"),
        GAPS=layer("gap_regions"),
        COUPLING=layer("coupling"),
        TITLE=TITLE,
        SOURCE=SOURCE,
        LANGUAGE=LANGUAGE,
        OUTPUT=REPORT,
    )
    done("")

    step("Printing the maps")
    os.environ.update(environment)
    print_map()
    done("")

    print()
    print_summary(summary)
    print()
    for path, what in (
        (
            GEOPACKAGE,
            "layers clusters, belts, ellipses, links, virtual clusters, gaps, coupling, table pairs",
        ),
        (PROJECT, "project with styles and layout"),
        (DEMO / "map.png", "map"),
        (DEMO / "map.pdf", "map to print"),
        (DEMO / "links.png", "potential chain links between cities"),
        (DEMO / "virtual-clusters.png", "virtual clusters"),
        (DEMO / "far-clusters.png", "those that reach far, however small"),
        (DEMO / "gaps.png", "where the needs of the chains are met"),
        (DEMO / "coupling.png", "real and virtual agglomeration"),
        (REPORT, "report with all tables: open it in a browser"),
    ):
        print(f"{path.relative_to(ROOT)}  {what}")


def link(environment):
    """Write the chain links between cities and the virtual clusters that they tie."""
    step("Linking the chains and forming virtual clusters")
    read, merged, members = WORK / "read.gpkg", WORK / "both.gpkg", WORK / "members.gpkg"
    run(environment, "clusterbelt:readindustries", INPUT=layer("belts"), INDUSTRY="product", OUTPUT=read)
    run(environment, "native:mergevectorlayers", LAYERS=(layer("clusters"), read), OUTPUT=merged)
    # A row without a weight would be left out.
    run(
        environment,
        "native:fieldcalculator",
        INPUT=merged,
        FIELD_NAME="cb_weight",
        FIELD_TYPE=0,
        FORMULA="coalesce(cb_weight, 1)",
        OUTPUT=members,
    )
    links = run(
        environment,
        "clusterbelt:chainlinks",
        INPUT=members,
        LANGUAGE=LANGUAGE,
        OUTPUT=table("links"),
        FLOWS=table("link_flows"),
        NODES=table("link_nodes"),
        BLOCKS=WORK / "blocks.gpkg",
    )
    formed = run(
        environment,
        "clusterbelt:virtualclusters",
        LINKS=layer("links"),
        BLOCKS=WORK / "blocks.gpkg",
        OUTPUT=table("virtual_clusters"),
        SPOKES=table("virtual_ties"),
        TABLE=f"ogr:dbname='{GEOPACKAGE}' table=\"virtual_table\"",
    )
    done(f"{links['LINK_COUNT']} potential links, {formed['VIRTUAL']} virtual clusters")

    step("Looking for gaps, comparing clusters with belts")
    run(
        environment,
        "clusterbelt:chainlinks",
        INPUT=members,
        UNIT="group",
        OUTPUT=WORK / "group_links.gpkg",
        FLOWS=table("group_flows"),
    )
    gaps = run(
        environment,
        "clusterbelt:chaingaps",
        INPUT=members,
        LANGUAGE=LANGUAGE,
        OUTPUT=f"ogr:dbname='{GEOPACKAGE}' table=\"gaps\"",
        CANDIDATES=table("gap_candidates"),
        REGIONS_OUT=table("gap_regions"),
    )
    coupled = run(
        environment,
        "clusterbelt:realvirtual",
        INPUT=layer("clusters"),
        ONLINE=read,
        LANGUAGE=LANGUAGE,
        OUTPUT=table("coupling"),
    )
    done(f"{gaps['GAPS']} gaps, {coupled['BOTH']} of {coupled['REGION_COUNT']} cities have both")


def table(name):
    """A layer of the GeoPackage to write."""
    return f"ogr:dbname='{GEOPACKAGE}' table=\"{name}\" (geom)"


def layer(name):
    """A layer of the GeoPackage to read."""
    return f"{GEOPACKAGE}|layername={name}"


def step(text):
    print(f"{text} … ", end="", flush=True)
    step.began = time.monotonic()


def done(text):
    print(f"{text + ', ' if text else ''}{time.monotonic() - step.began:.1f} s", flush=True)


def run(environment, algorithm, **parameters):
    """Run one algorithm with qgis_process and return its outputs."""
    words = [
        f"--{name}={one}"
        for name, value in parameters.items()
        for one in (value if isinstance(value, tuple) else (value,))
    ]
    command = [qgis_profile.program("qgis_process"), "--json", "run", algorithm, *words]
    finished = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
    start = finished.stdout.find("{")
    if finished.returncode or start < 0:
        sys.exit(f"\n{' '.join(command)}\n{finished.stdout}{finished.stderr}")
    return json.loads(finished.stdout[start:])["results"]


def print_map():
    """Style the layers, save the project and export its print layout."""
    from qgis.core import QgsApplication

    sys.path.insert(0, str(PLUGINS))
    application = QgsApplication([], False)
    application.initQgis()
    from demo_map import make_map
    from demo_virtual import make_virtual_maps

    # The words of this map are English.
    make_map(GEOPACKAGE, PROJECT, DEMO, title=TITLES["en"], source=SOURCES["en"])
    make_virtual_maps(GEOPACKAGE, PROJECT, DEMO, SOURCE, LANGUAGE)
    application.exitQgis()


def print_summary(path):
    """Print class × status with counts and rates."""
    from clusterbelt.processing.analysis.rounding import half_up

    with open(path, encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["part"] == "all"]
    print(f"{'class':8}{'rows':>6}{'matched':>17}{'adjacent':>17}{'unmatched':>11}{'unresolved':>12}")
    for row in rows:
        name = "all" if row["class"] == "*" else row["class"]
        cells = [
            f"{row[status]} ({half_up(float(row[rate]))} %)"
            for status, rate in (("matched", "rate_m"), ("adjacent", "rate_a"))
        ]
        print(
            f"{name:8}{row['total']:>6}{cells[0]:>17}{cells[1]:>17}{row['unmatched']:>11}{row['unresolved']:>12}"
        )


if __name__ == "__main__":
    main()
