"""The job for a cluster gives the ellipses of the points themselves, whichever engine adds."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution.ellipse_sizes import ellipses_with, measure
from clusterbelt.processing.analysis.distribution.given_sums import FRAME, SIZES, SUMS, GivenSums

sys.path.append(str(Path(__file__).resolve().parents[3] / "scripts"))

from spark_sums import fields, summed

RULE = {"scaling": "standard_distance", "values": [1.0, 2.0]}
NAMES = (
    "status",
    "n",
    "weight",
    "n_eff",
    "x",
    "y",
    "major",
    "minor",
    "rotation",
    "rule",
    "scale",
    "n_in",
    "share_in",
)


def points(crs="plane"):
    generator = np.random.default_rng(4)
    x, y, w = generator.normal(5e5, 1e5, 200), generator.normal(4e6, 1e-2, 200), generator.uniform(1, 5, 200)
    if crs == "degrees":
        x, y = 110 + (x - 5e5) / 1e5, 30 + (y - 4e6) * 10
    return x, y, w, np.arange(200) % 2


def drawn(rows):
    """The ellipses that QGIS draws of the table of the job."""
    columns = {name: [row[1 + number] for row in rows] for number, name in enumerate(fields())}
    of_groups = {name: np.array(columns[name][::2]) for name in (*SUMS, *FRAME)}
    sums = GivenSums.of(of_groups)
    assert not sums.far.any()
    sizes = [sums.sizes({name: np.array(columns[name][i::2], dtype=float) for name in SIZES}) for i in (0, 1)]
    return ellipses_with(sums.moments, columns["rule"][:2], sizes)


def assert_same(found, expected, tolerance=0.0):
    for one, other in zip(found, expected):
        for name in NAMES:
            wanted = getattr(other, name)
            assert getattr(one, name) == (
                wanted if isinstance(wanted, str) else pytest.approx(wanted, rel=1e-9, abs=tolerance)
            ), name


def test_the_table_of_the_job_holds_the_ellipses_of_the_points(engine):
    x, y, w, group = points()
    rows = summed(engine.run, engine.table(x, y, w, ["ab"[i] for i in group]), **RULE)
    assert [row[0] for row in rows] == ["a", "a", "b", "b"] and {row[-1] for row in rows} == {""}
    assert_same(drawn(rows), measure(x, y, w, group, **RULE))


def test_degrees_are_summed_in_an_equal_area_plane_that_the_table_names(engine):
    from pyproj import Transformer

    lon, lat, w, group = points("degrees")
    rows = summed(engine.run, engine.table(lon, lat, w, ["ab"[i] for i in group]), degrees=True, **RULE)
    (plane,) = {row[-1] for row in rows}
    x, y = Transformer.from_crs("+proj=longlat +datum=WGS84 +no_defs", plane, always_xy=True).transform(
        lon, lat
    )
    assert_same(drawn(rows), measure(x, y, w, group, **RULE), 1e-6)


def test_spark_submit_writes_the_table(duck, tmp_path):
    x, y, w, group = points()
    duck.table(x, y, w, ["ab"[i] for i in group])
    duck.run(f"COPY points TO '{tmp_path}/points.parquet'")
    columns = ["--x", "x", "--y", "y", "--weight", "w", "--group", "g", "--values", "1", "2"]
    files = ["--input", tmp_path / "points.parquet", "--output", tmp_path / "sums.csv"]
    settings = [
        "spark.ui.enabled=false",
        "spark.sql.shuffle.partitions=1",
        "spark.sql.adaptive.enabled=false",
    ]
    options = ["--master", "local[1]", *(word for setting in settings for word in ("--conf", setting))]
    submit = [Path(sys.executable).parent / "spark-submit", *options]
    script = Path(__file__).resolve().parents[3] / "scripts" / "spark_sums.py"
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    done = subprocess.run(
        [*submit, script, *columns, *files], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    with open(tmp_path / "sums.csv", encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["g", *fields()]
    rule = head.index("rule")
    rows = [
        [cell if i in (0, rule, len(head) - 1) else float(cell) for i, cell in enumerate(row)] for row in rows
    ]
    assert [row[0] for row in rows] == ["a", "a", "b", "b"]
    assert_same(drawn(rows), measure(x, y, w, group, **RULE))


def test_what_cannot_be_summed_stops_the_job(engine):
    table = engine.table(
        np.array([0.0, 1, -70, 3]), np.array([0.0, 1, 5, 2]), np.array([1.0, -2.0, 1.0, 1.0]), list("aabb")
    )
    with pytest.raises(ValueError, match="1 rows have a negative weight"):
        summed(engine.run, table, **RULE)
    far = engine.table(np.array([0.0, 1, -70, -71]), np.array([0.0, 1, 5, 2]), np.ones(4), list("aabb"))
    with pytest.raises(ValueError, match="too far apart for one plane"):
        summed(engine.run, far, degrees=True, **RULE)
