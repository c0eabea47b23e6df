"""A PostgreSQL server with PostGIS, in a temporary folder and on a socket in it, for the tests here."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsDataSourceUri, QgsVectorLayer

sys.path += [str(Path(__file__).parents[i] / name) for i, name in ((2, "qgis"), (2, ""), (0, ""))]

from running_qgis import cluster_belt  # noqa: F401

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]


def as_postgres(*command):
    """Run a command as the user that may run a server; root may not."""
    user = {"user": "postgres"} if os.getuid() == 0 else {}
    subprocess.run(command, check=True, capture_output=True, text=True, cwd="/", **user)


class Server:
    """The server; `sql` runs statements as its owner."""

    def __init__(self, folder):
        self.folder, self.data = folder, folder / "data"
        as_postgres(PROGRAMS / "initdb", "--no-sync", "--auth=trust", "--username=owner", "-D", self.data)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_parallel_workers_per_gather=2"
        as_postgres(PROGRAMS / "pg_ctl", "-w", "-D", self.data, "-o", options, "-l", folder / "log", "start")
        self.sql("CREATE EXTENSION postgis; CREATE ROLE reader LOGIN; GRANT pg_read_all_data TO reader;")

    def stop(self):
        as_postgres(PROGRAMS / "pg_ctl", "-m", "immediate", "-D", self.data, "stop")

    def sql(self, statements, user="owner"):
        """Run statements; return what they print."""
        done = subprocess.run(
            [PROGRAMS / "psql", "-h", self.folder, "-U", user, "-d", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", "-"],
            input=statements, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def layer(self, table, geometry="geom", key="id", condition="", user="reader"):
        """Return a layer of a table; of a query where it begins with a bracket."""
        uri = QgsDataSourceUri()
        uri.setConnection(str(self.folder), "5432", "postgres", user, "")
        uri.setDataSource("" if table.startswith("(") else "public", table, geometry, condition, key)
        layer = QgsVectorLayer(uri.uri(False), table[:20], "postgres")
        assert layer.isValid(), layer.error().message()
        return layer

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
    folder = Path(tempfile.mkdtemp(prefix="cb-postgis-"))
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    folder.chmod(0o755)
    running = Server(folder)
    yield running
    running.stop()
    shutil.rmtree(folder)
