"""Measure the algorithms of virtual clusters against QGIS's join of the two layers by the city; print a table."""

import statistics
import subprocess
import sys
import time

import numpy as np
from bench_measure import own_peak, start_qgis
from bench_points import cities, draw_cities, write_points
from bench_ratios import record
from qgis_profile import BUILD, ROOT

DATA = BUILD / "bench"
PAGE = ROOT / "docs" / "bench-virtual.md"
ROUNDS = 3
CLUSTERS, BELTS = 10**5, 10**6
MEMBERSHIPS, GROUPS = 10**6, 10**4


def main():
    start_qgis()
    DATA.mkdir(parents=True, exist_ok=True)
    times = {name: [] for name in jobs()}
    for number in range(ROUNDS):
        for name, (algorithm, parameters) in jobs().items():
            taken, _ = run(algorithm, parameters)
            times[name].append(taken)
            print(f"{number + 1}/{ROUNDS} {name}: {taken:.2f} s", file=sys.stderr, flush=True)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    join, *_ = medians.values()
    for name, taken in list(medians.items())[1:]:
        record(name, "`native:joinattributestable` on the city", taken / join)
    page = "\n\n".join([table(medians), *networks(), *memory()])
    print(page)
    PAGE.write_text(
        "# Virtual clusters, measured\n\nRuns in turn, in one process, in seconds of computing; `make bench` writes this "
        f"page. Members are spread over {len(cities())} cities by a law of ranks, and evenly over the industries.\n\n"
        "Asked are at most 1 × the join for `chainlinks` and `realvirtual`, 1.3 × for `chaingaps`, 1 s and 30 µs a link for "
        "`virtualclusters`, 15 s for `clusternetworks`, and 200 MiB above reading; by node `realvirtual` writes a row for "
        "each of some 140,000 blocks.\n\n"
        f"{page}\n",
        encoding="utf-8",
    )


def jobs():
    """Algorithms and their parameters, by name."""
    clusters, belts = layer("clusters", CLUSTERS), layer("belts", BELTS)
    return {
        "`native:joinattributestable` on the city": (
            "native:joinattributestable",
            {"INPUT": clusters, "FIELD": "cb_citycd", "INPUT_2": belts, "FIELD_2": "cb_citycd", "METHOD": 1,
             "OUTPUT": target("join")},
        ),
        "`clusterbelt:chainlinks`, FLOWS and NODES": (
            "clusterbelt:chainlinks",
            {"INPUT": clusters, "SUPPLIERS": belts, "OUTPUT": None, "FLOWS": target("flows"), "NODES": target("nodes")},
        ),
        "`clusterbelt:chaingaps`": (
            "clusterbelt:chaingaps",
            {"INPUT": clusters, "SUPPLIERS": belts, "OUTPUT": target("gaps"), "REGIONS_OUT": target("regions")},
        ),
        "`clusterbelt:realvirtual`": (
            "clusterbelt:realvirtual",
            {"INPUT": clusters, "ONLINE": belts, "OUTPUT": target("integration")},
        ),
        "`clusterbelt:realvirtual` by node": (
            "clusterbelt:realvirtual",
            {"INPUT": clusters, "ONLINE": belts, "INDUSTRY_BY": "node", "OUTPUT": target("integration")},
        ),
    }  # fmt: skip


def networks():
    """Sentences about what reads links and memberships."""
    taken, made = run(
        "clusterbelt:chainlinks",
        {
            "INPUT": layer("clusters", CLUSTERS),
            "SUPPLIERS": layer("belts", BELTS),
            "TOP": 1,
            "OUTPUT": target("links"),
            "BLOCKS": target("blocks"),
        },
    )
    links = made["LINK_COUNT"]
    yield f"`chainlinks` with TOP 1 writes {links} links between {made['BLOCK_COUNT']} blocks in {taken:.1f} s."
    taken, _ = run(
        "clusterbelt:virtualclusters",
        {
            "LINKS": opened("links"),
            "BLOCKS": opened("blocks"),
            "OUTPUT": target("vc"),
            "TABLE": target("table"),
        },
    )
    yield f"`virtualclusters` on the {links} links: {taken:.1f} s (1 s + 30 µs a link: {1 + 3e-5 * links:.1f} s)."
    taken, _ = run(
        "clusterbelt:clusternetworks",
        {
            "INPUT": layer("memberships", MEMBERSHIPS),
            "MEMBER": "member",
            "GROUP": "grp",
            "OUTPUT": target("groups"),
            "FLOWS": target("ties"),
            "MODES": target("modes"),
        },
    )
    yield f"`clusternetworks`, {MEMBERSHIPS} memberships in {GROUPS} groups, FLOWS and MODES: {taken:.1f} s."


def memory():
    """A sentence about the memory of links, measured in processes of their own."""
    read, linked = alone("read"), alone("links")
    yield (
        f"Peak memory of the whole process: {linked / 1e6:.0f} MB with the links of the {BELTS} belts, {read / 1e6:.0f} MB "
        f"for reading both layers alone: {(linked - read) / 2**20:.0f} MiB more."
    )


def run(algorithm, parameters):
    from qgis import processing

    for value in parameters.values():
        if isinstance(value, str) and value.startswith(str(DATA / "written")):
            for old in DATA.glob(f"{value.rsplit('/', 1)[1]}*"):
                old.unlink()
    # Seconds of computing, so that what else the machine does does not count.
    start = time.process_time()
    result = processing.run(algorithm, parameters)
    return time.process_time() - start, result


def alone(what):
    """Peak bytes of a process that reads, or reads and links, once."""
    command = [sys.executable, __file__, "--alone", what]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1])


def print_alone(what):
    start_qgis()
    if what == "links":
        algorithm, parameters = jobs()["`clusterbelt:chainlinks`, FLOWS and NODES"]
        run(algorithm, parameters)
    else:
        read_only()
    print(own_peak())


def read_only():
    """Read both layers as the links do."""
    from clusterbelt.processing.layers.reading import columns, sources
    from qgis.core import QgsProcessingFeedback

    held = []
    for kind, size in (("clusters", CLUSTERS), ("belts", BELTS)):
        made_layer = layer(kind, size)
        source = sources.Source(made_layer, file=sources.plain_file(made_layer))
        held.append(
            columns.read_columns(source, ["cb_nodes", "cb_citycd", "cb_city"], QgsProcessingFeedback())
        )
    return held


def layer(kind, size):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(str(made(kind, size)), kind, "ogr")


def opened(name):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(target(name), name, "ogr")


def target(name):
    return str(DATA / f"written-{name}.gpkg")


def table(medians):
    """A Markdown table of times as multiples of the first."""
    base = next(iter(medians.values()))
    head = f"| 10^5 clusters × 10^6 belts, GeoPackage | s (median of {ROUNDS}) | ratio |"
    rows = [f"| {name} | {taken:.2f} | {taken / base:.2f} |" for name, taken in medians.items()]
    return "\n".join([head, "|---|---:|---:|", *rows])


def made(kind, size):
    """A GeoPackage of random members, written once; memberships name a member and a group as well."""
    path = DATA / f"members-{kind}-{size}.gpkg"
    if path.exists():
        return path
    from clusterbelt.processing.analysis.industries import taxonomy

    draw, places = np.random.default_rng(size), cities()
    nodes = [code for code, broad in zip(taxonomy.read().codes, taxonomy.read().too_broad) if not broad]
    city = draw_cities(draw, len(places), size)
    node = draw.integers(0, len(nodes), size)
    member, group = draw.integers(0, size // 2, size), draw.integers(0, GROUPS, size)
    if kind == "memberships":
        city, node = city[member], node[member]
    rows = (
        (
            places[at],
            (f"R{number:07d}", places[at]["code"], places[at]["name"], nodes[of], f"M{whose}", f"G{which}"),
        )
        for number, (at, of, whose, which) in enumerate(zip(city, node, member, group))
    )
    write_points(path, kind, ("id", "cb_citycd", "cb_city", "cb_nodes", "member", "grp"), rows)
    return path


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        print_alone(sys.argv[2])
    else:
        main()
