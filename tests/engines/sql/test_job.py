"""The job for a cluster gives the ellipses of the points themselves, whichever engine adds."""

import sys
from pathlib import Path

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution.ellipse_sizes import measure

sys.path.append(str(Path(__file__).resolve().parents[3] / "scripts"))

from spark_ellipses import FIELDS, ellipses

RULE = {"scaling": "standard_distance", "values": [1.0, 2.0]}


def test_the_table_of_the_job_holds_the_ellipses_of_the_points(engine):
    generator = np.random.default_rng(4)
    x, y, w = generator.normal(5e5, 1e5, 200), generator.normal(4e6, 1e4, 200), generator.uniform(1, 5, 200)
    group = np.arange(200) % 2
    rows = ellipses(engine.run, engine.table(x, y, w, ["ab"[i] for i in group]), **RULE)
    expected = measure(x, y, w, group, **RULE)
    assert [row[0] for row in rows] == ["a", "a", "b", "b"]
    for row, other in zip(rows, expected):
        for name, value in zip(FIELDS, row[1:]):
            wanted = getattr(other, name)
            assert value == (wanted if isinstance(wanted, str) else pytest.approx(wanted, rel=1e-9)), name


def test_a_negative_weight_stops_the_job(engine):
    table = engine.table(
        np.arange(4.0), np.array([0.0, 1, 5, 2]), np.array([1.0, -2.0, 1.0, 1.0]), [None] * 4
    )
    with pytest.raises(ValueError, match="1 rows have a negative weight"):
        ellipses(engine.run, table, **RULE)
