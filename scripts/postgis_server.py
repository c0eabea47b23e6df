"""A PostgreSQL server with PostGIS in a temporary folder and on a socket in it, for tests and measurements."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path


class Server:
    """The server, from its making to `stop`; `sql` runs statements as its owner, the role ``reader`` may only read.

    Parameters
    ----------
    options : str
        Further options of the server's program.
    """

    def __init__(self, options=""):
        self.programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.folder = Path(tempfile.mkdtemp(prefix="cb-postgis-"))
        if os.getuid() == 0:
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.folder.chmod(0o755)
        self.data = self.folder / "data"
        self._as_postgres("initdb", "--no-sync", "--auth=trust", "--username=owner", "-D", self.data)
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_parallel_workers_per_gather=2 {options}"
        self._as_postgres("pg_ctl", "-w", "-D", self.data, "-o", options, "-l", self.folder / "log", "start")
        self.sql("CREATE EXTENSION postgis; CREATE ROLE reader LOGIN; GRANT pg_read_all_data TO reader;")

    def stop(self):
        """Stop the server and remove its folder."""
        self._as_postgres("pg_ctl", "-m", "immediate", "-D", self.data, "stop")
        shutil.rmtree(self.folder)

    def sql(self, statements, user="owner"):
        """Run statements; return what they print."""
        command = [*self.psql(user), "-v", "ON_ERROR_STOP=1", "-f", "-"]
        done = subprocess.run(command, input=statements, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def psql(self, user):
        """Return the command that opens a session."""
        return [self.programs / "psql", "-h", self.folder, "-U", user, "-d", "postgres", "-qAt"]

    def layer(self, table, geometry="geom", key="id", condition="", user="reader"):
        """Return a layer of a table; of a query where it begins with a bracket."""
        from qgis.core import QgsDataSourceUri, QgsVectorLayer

        uri = QgsDataSourceUri()
        uri.setConnection(str(self.folder), "5432", "postgres", user, "")
        uri.setDataSource("" if table.startswith("(") else "public", table, geometry, condition, key)
        layer = QgsVectorLayer(uri.uri(False), table[:20], "postgres")
        assert layer.isValid(), layer.error().message()
        return layer

    def _as_postgres(self, program, *arguments):
        """Run a program of the server as the user that may; root may not."""
        user = {"user": "postgres"} if os.getuid() == 0 else {}
        command = [self.programs / program, *arguments]
        subprocess.run(command, check=True, capture_output=True, text=True, cwd="/", **user)
