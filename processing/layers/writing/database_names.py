"""Databases and tables by one name each, however their addresses are written: PostgreSQL itself is asked."""

import os

from qgis.core import QgsDataSourceUri, QgsException, QgsProviderRegistry

from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.texts import query
from ...compat import is_null

# Names of this machine, and ports that are meant where none is given.
_HERE = ("", "localhost", "127.0.0.1", "::1")
_PORTS = {"postgres": "5432", "mysql": "3306", "mssql": "1433", "oracle": "1521"}


def names_in_database(provider, address):
    """Return the names of a database, of the table that an address means, and of what is behind that one.

    Behind a table are itself, its parts, its whole, and what a view reads; the names of new tables are as written.
    """
    uri = QgsDataSourceUri(address)
    table = f"{uri.schema()}.{uri.table()}" if uri.schema() else uri.table()
    found = _told_by_server(address, uri) if provider == "postgres" else None
    if found is None:
        host = "localhost" if uri.host().casefold() in _HERE else os.path.normpath(uri.host())
        port = uri.port() or _PORTS.get(provider, "")
        return f"{provider}://{host}:{port}/{uri.database()}?{uri.service()}", table, [table]
    database, own, behind = (None if is_null(cell) else cell for cell in found)
    return f"postgres://{database}", own or table, behind.split() if behind else [table]


def _told_by_server(address, uri):
    """Return database, table and what is behind it as the server knows them; None where it does not answer."""
    parts = uri.table().split(".") if not uri.schema() and '"' not in uri.table() else [uri.table()]
    parts = [part for part in (uri.schema(), *parts) if part]
    relation = "" if uri.table().startswith("(") else ".".join(map(POSTGRESQL.name, parts))
    text = query("tables_behind").substitute(table=POSTGRESQL.text(relation))
    try:
        connection = QgsProviderRegistry.instance().providerMetadata("postgres").createConnection(address, {})
        return connection.executeSql(text)[0]
    except QgsException:
        return None
