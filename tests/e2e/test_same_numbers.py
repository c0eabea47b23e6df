"""Toolbox, batch, model, console and qgis_process give the same rows and numbers, each used as people use it."""

import json
import os
import subprocess

from osgeo import ogr

NUMBERS = ("ROWS", "MATCHED", "ADJACENT", "UNMATCHED", "UNRESOLVED", "RATE_MATCHED", "RATE_ADJACENT")
MATCH, STUDY, GRAVITY, VIRTUAL = (
    f"clusterbelt:{name}"
    for name in ("matchclusters", "digitalisationstudy", "gravitycentre", "virtualstudy")
)
# The outputs of the study of virtual clusters.
LINKED = {
    "match:MATCHED": "gpkg", "links:LINKS": "gpkg", "links:FLOWS": "gpkg", "clusters:BLOCKS": "gpkg",
    "clusters:TIES": "gpkg", "clusters:VIRTUAL": "csv", "ellipse:ELLIPSES": "gpkg", "gaps:GAPS": "csv",
    "gaps:CANDIDATES": "gpkg", "gaps:REGIONS": "gpkg", "coupling:COUPLING": "gpkg", "report:REPORT": "html",
}  # fmt: skip
CONSOLE = """
import json, sys
from qgis.core import QgsApplication
sys.path.insert(0, sys.argv[1])
application = QgsApplication([], False)
application.initQgis()
sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
from processing.core.Processing import Processing
Processing.initialize()
import clusterbelt
plugin = clusterbelt.classFactory(None)
plugin.initProcessing()
from qgis import processing
results = processing.run(sys.argv[2], json.loads(sys.argv[3]))
print(json.dumps({key: value for key, value in results.items() if isinstance(value, (int, float))}))
plugin.unload()
"""


def test_all_ways_give_the_same_numbers(desktop, qgis_process, tmp_path):
    sample = qgis_process.folder / "resources" / "sample"
    words = {
        "CLUSTERS": str(sample / "clusters.csv"), "CLUSTER_ID": "id", "CLUSTER_CITY": "city",
        "CLUSTER_PROVINCE": "province", "CLUSTER_INDUSTRY": "industry", "BELTS": str(sample / "belts.csv"),
        "BELT_ID": "id", "BELT_CITY": "city", "BELT_INDUSTRY": "product",
    }  # fmt: skip

    def matched(name):
        return {**words, "OUTPUT": str(tmp_path / f"{name}.gpkg")}

    def study(name):
        outputs = {"match:MATCHED": "gpkg", "match:PAIRS": "csv", "ellipse:ELLIPSES": "gpkg",
                   "summary:SUMMARY": "csv", "report:REPORT": "html"}  # fmt: skip
        made = {
            key: str(tmp_path / f"{name}-{key.split(':')[1]}.{suffix}") for key, suffix in outputs.items()
        }
        return {**words, "CLASS": "class", **made}

    def virtual(name):
        made = {key: str(tmp_path / f"{name}-{key.split(':')[1]}.{suffix}") for key, suffix in LINKED.items()}
        given = {key: value for key, value in words.items() if key != "BELT_ID"}
        return {**given, "CLASS": "class", "FLOWS_BY": "province", **made}

    def by_qgis_process(algorithm, parameters):
        finished = qgis_process("--json", "run", algorithm, *(f"--{k}={v}" for k, v in parameters.items()))
        assert finished.returncode == 0, finished.stdout + finished.stderr
        return json.loads(finished.stdout[finished.stdout.index("{") :])["results"]

    numbers = [by_qgis_process(MATCH, matched("process"))]
    by_qgis_process(STUDY, study("model"))
    by_qgis_process(VIRTUAL, virtual("virtual"))
    numbers.append(in_the_console(qgis_process.folder, matched("console"), tmp_path))
    job = {
        "dialog": [MATCH, matched("toolbox")],
        "batches": [
            [MATCH, [matched("batch-1"), matched("batch-2")]],
            [STUDY, [study("study-1"), study("study-2")]],
            [GRAVITY, [yearbook(tmp_path, number) for number in (1, 2)]],
            [VIRTUAL, [virtual("virtual-1"), virtual("virtual-2")]],
        ],
    }
    (tmp_path / "job.json").write_text(json.dumps(job), encoding="utf-8")
    seen = desktop("use_toolbox.py", tmp_path)
    # The batch dialog of QGIS 3.22 ends with an error of its own after any algorithm that writes HTML.
    assert all("addResult() missing 1 required positional argument" in error for error in seen["errors"]), (
        seen
    )
    numbers.append(seen["numbers"])
    assert all(
        [found[name] for name in NUMBERS] == [numbers[0][name] for name in NUMBERS] for found in numbers
    )

    expected = rows(tmp_path / "process.gpkg")
    assert len(expected) == 159
    for name in (
        "console",
        "toolbox",
        "batch-1",
        "batch-2",
        *(f"{n}-MATCHED" for n in ("model", "study-1", "study-2")),
    ):
        assert rows(tmp_path / f"{name}.gpkg") == expected, name
    for name in ("model", "study-1", "study-2"):
        assert (tmp_path / f"{name}-REPORT.html").stat().st_size > 10_000, name
    for name in ("virtual-1", "virtual-2"):
        for key, suffix in LINKED.items():
            made, same = (tmp_path / f"{run}-{key.split(':')[1]}.{suffix}" for run in (name, "virtual"))
            if suffix == "html":
                assert made.stat().st_size > 10_000, made
            else:
                assert all_rows(made) == all_rows(same) != [], made
    assert rows(tmp_path / "shifts-1.gpkg", "distance") == rows(tmp_path / "shifts-2.gpkg", "distance")
    assert seen["loaded"] == {"Matched clusters": "pointDisplacement"}
    assert all(said.count("correctly executed") == 2 for said in seen["batches"]), seen["batches"]


def in_the_console(folder, parameters, place):
    finished = subprocess.run(
        ["/usr/bin/python3", "-c", CONSOLE, str(folder / "build" / "plugins"), MATCH, json.dumps(parameters)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(place)},
        capture_output=True,
        text=True,
        cwd=place,
    )
    assert "ROWS" in finished.stdout, finished.stdout + finished.stderr
    return json.loads(finished.stdout[finished.stdout.index("{") :].splitlines()[0])


def yearbook(place, number):
    table = place / f"yearbook-{number}.csv"
    cities = ["北京市,10,10", "上海市,10,20", "广州市,10,40", "成都市,10,10"]
    table.write_text("\n".join(["city,gdp2015,gdp2020", *cities, ""]), encoding="utf-8")
    return {
        "TABLE": str(table), "CITY": "city", "VALUES": ["gdp2015", "gdp2020"],
        "shift:SHIFTS": str(place / f"shifts-{number}.gpkg"),
        "shift:ELLIPSES": str(place / f"ellipses-{number}.gpkg"), "shift:PRINT": str(place / f"print-{number}.csv"),
    }  # fmt: skip


def rows(path, *names):
    data = ogr.Open(str(path))
    return [
        tuple(row[name] for name in names or ("cb_row", "cb_status", "cb_reason", "cb_weight", "cb_evid"))
        for row in data.GetLayer()
    ]


def all_rows(path):
    """Every row with its shape."""
    data = ogr.Open(str(path))
    return [row.ExportToJson() for row in data.GetLayer()]
