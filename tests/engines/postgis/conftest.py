"""A PostgreSQL server with PostGIS for the tests here, and tables of points in it."""

import subprocess
import sys
import time
from contextlib import contextmanager
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

    @contextmanager
    def locked(self, table):
        """Keep a table from being read."""
        command = f"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(600);"
        holder = subprocess.Popen([*self.psql("owner"), "-c", command])
        try:
            held = (
                "SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = "
            )
            while self.sql(f"{held} '{table}'::regclass") == "0":
                time.sleep(0.05)
            yield
        finally:
            self.unlock()
            holder.wait()

    def unlock(self):
        """Let locked tables be read again."""
        pids = (
            "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()"
        )
        self.sql(f"SELECT pg_terminate_backend(pid) FROM ({pids}) AS holders")

    def open_transactions(self):
        """Number of connections of the plugin that work, or have a transaction open."""
        return int(
            self.sql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'reader' AND state <> 'idle'")
        )


def _number(value):
    return "\\N" if value is None else repr(float(value)).replace("inf", "Infinity").replace("nan", "NaN")


def _text(value):
    return "\\N" if value is None else value.replace("\\", "\\\\").replace("\t", "\\t")


def _point(x, y, srid):
    return "\\N" if x is None or x != x else f"SRID={srid};POINT({float(x)!r} {float(y)!r})"


@pytest.fixture(scope="session")
def server():
    running = PointServer()
    # What takes its time, and is no reason to read rows.
    running.sql(
        "CREATE FUNCTION waited(value text, seconds float) RETURNS text STABLE LANGUAGE plpgsql AS "
        "$$ BEGIN PERFORM pg_sleep(seconds); RETURN value; END $$"
    )
    yield running
    running.stop()
