"""A PostgreSQL server with PostGIS for the tests here, and tables of points in it."""

import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[3]
sys.path += [str(ROOT / name) for name in ("tests/qgis", "tests", "scripts")]
sys.path.append(str(Path(__file__).parent))

from postgis_server import Server  # noqa: E402
from running_qgis import cluster_belt  # noqa: F401, E402


class PointServer(Server):
    """A server that tables of points are loaded into."""

    def points(self, table, x, y, w=None, g=None, srid=32650):
        """Make a table of points; None and NaN in x stand for no geometry."""
        quoted = '"' + table.replace('"', '""') + '"'
        self.sql(
            f"DROP TABLE IF EXISTS {quoted} CASCADE;"
            f"CREATE TABLE {quoted} (id serial PRIMARY KEY, w double precision, g text, geom geometry(Point, {srid}));"
        )
        weights = np.ones(len(x)) if w is None else w
        groups = [None] * len(x) if g is None else g
        lines = [
            "\t".join((_number(weight), _text(group), _point(a, b, srid)))
            for a, b, weight, group in zip(x, y, weights, groups)
        ]
        self.sql(f"COPY {quoted} (w, g, geom) FROM stdin;\n" + "\n".join(lines) + "\n\\.\n")
        return self.layer(table)


def _number(value):
    return "\\N" if value is None else repr(float(value)).replace("inf", "Infinity").replace("nan", "NaN")


def _text(value):
    return "\\N" if value is None else value.replace("\\", "\\\\").replace("\t", "\\t")


def _point(x, y, srid):
    return "\\N" if x is None or x != x else f"SRID={srid};POINT({float(x)!r} {float(y)!r})"


@pytest.fixture(scope="session")
def server():
    running = PointServer()
    yield running
    running.stop()
