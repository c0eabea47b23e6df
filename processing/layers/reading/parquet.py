"""Parquet files as tables that DuckDB sums for us: a file, a folder of files, or a pattern."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass

from qgis.core import QgsProcessingException

from ...analysis.cancelling import Cancelled
from ...analysis.sql.dialects import DUCKDB
from ...analysis.sql.tables import Table
from ...analysis.sql.texts import query
from ...compat import translate
from ..feedback import warn_of_rows
from .given_files import reason_against
from .parquet_folders import files_beneath, files_meant

_WAIT = 0.1
_NUMBERS = (
    "TINYINT",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "UTINYINT",
    "USMALLINT",
    "UINTEGER",
    "UBIGINT",
    "HUGEINT",
    "FLOAT",
    "DOUBLE",
    "DECIMAL",
)
_GROUPS = {
    "VARCHAR": "string",
    "BOOLEAN": "bool",
    "TINYINT": "int",
    "SMALLINT": "int",
    "UTINYINT": "int",
    "USMALLINT": "int",
    "UINTEGER": "long",
    "INTEGER": "int",
    "BIGINT": "long",
}
# Without the columns that the names of folders give.
_AS_WRITTEN = "hive_partitioning = false"
_SIGN = re.compile(r"[*?[]")
_FOLDER = re.compile(r"([^/\\]+)=[^/\\]*[/\\]")
# Columns of coordinates by their usual names, and the boxes that GeoParquet keeps beside its geometries.
_USUAL = (("x", "y"), ("lon", "lat"), ("lng", "lat"), ("longitude", "latitude"), ("bbox.xmin", "bbox.ymin"))


@dataclass(frozen=True)
class Parquet:
    """Files of one table.

    Attributes
    ----------
    path : str
        As it was given.
    relation : str
        What stands behind FROM.
    run : callable
        Takes a query, returns its rows.
    columns : dict of str to str
        DuckDB's types by column, those within a structure as ``bbox.xmin``.
    within : dict of str to tuple of str
        Structure and part of those within one.
    files : list of str
        As far as they are known: the path itself for what lies on a server.
    """

    path: str
    relation: str
    run: object
    columns: dict
    within: dict
    files: list

    def table(self, x, y, weight, group):
        """Return the table of weighted points; '' for no weight, and for one group."""
        if bool(x) != bool(y):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "X and Y go together: choose both columns, or none for those of the usual names.",
                )
            )
        x, y = (x, y) if x else self._coordinates()
        real = DUCKDB.real
        for name in filter(None, (x, y, weight)):
            self._check(name, _NUMBERS)
        if group:
            self._check(group, _GROUPS)
        self._refuse_other_values(*filter(None, (x, y, weight, group)))
        return Table(
            DUCKDB,
            self.relation,
            f"CAST({self._column(x)} AS {real})",
            f"CAST({self._column(y)} AS {real})",
            self._column(weight) if weight else None,
            self._group(group) if group else None,
            has_texts=bool(group) and self.kind_of(group) == "string",
        )

    def say_without(self, group, feedback):
        """Say which files have no column of groups: their rows are in the group of none."""
        if not group or len(self.files) < 2:
            return
        column = self.within.get(group, (group,))[0]
        places = {"column": DUCKDB.text(column), "files": _listed(self.files)}
        named = {name for (name,) in self.run(query("files_with").substitute(places))}
        # Of a folder's name it is a column of all files.
        if named:
            reason = translate(
                "ClusterBelt", "Files without the column “{column}”, rows in the group of none"
            )
            left = [os.path.basename(file) for file in self.files if file not in named]
            warn_of_rows(feedback, reason.format(column=column), left)

    def spelt(self, name):
        """Return a column as the files spell it; capitals make no difference, where one column alone is meant."""
        alike = [column for column in self.columns if column.casefold() == name.casefold()]
        return alike[0] if len(alike) == 1 and name not in self.columns else name

    def kind_of(self, group):
        """Return the kind of the field that holds a group, as `compat.make_field` takes it."""
        return _GROUPS[self.columns[group]]

    def _refuse_other_values(self, *columns):
        """Raise where folders (``year=2020``) have other values of a column that is used than the files in them."""
        keys, used = (
            {tuple(_FOLDER.findall(file)) for file in self.files},
            {name.casefold() for name in columns},
        )
        # Folders of different keys give no columns.
        for key in keys.pop() if len(keys) == 1 else ():
            relation = _relation(self.files, _AS_WRITTEN)
            own = key.casefold() in used and self.run(
                query("described").substitute(columns="*", relation=relation)
            )
            column = next((name for name, *_ in own or () if name.casefold() == key.casefold()), None)
            if column is None:
                continue
            places = {
                "column": DUCKDB.name(column),
                "pattern": DUCKDB.text(rf"[/\\]{re.escape(key)}=([^/\\]*)[/\\]"),
                "relation": _relation(self.files, f"{_AS_WRITTEN}, filename = true"),
            }
            ((count,),) = self.run(query("other_values").substitute(places))
            if count:
                raise QgsProcessingException(
                    translate(
                        "ClusterBelt",
                        "“{path}”: of the column “{column}” the files hold other values than the names of their "
                        "folders (rows: {count}). Rename the folders, or choose another column.",
                    ).format(path=self.path, column=column, count=count)
                )

    def _group(self, name):
        column = self._column(name)
        return DUCKDB.as_read(column) if self.kind_of(name) == "string" else column

    def _column(self, name):
        """Return a column as it stands in a query; a dot may belong to its name."""
        return ".".join(map(DUCKDB.name, self.within.get(name, (name,))))

    def _coordinates(self):
        for x, y in (map(self.spelt, names) for names in _USUAL):
            if {x, y} <= self.columns.keys():
                return x, y
        raise QgsProcessingException(
            translate("ClusterBelt", "“{path}”: choose the x and y columns. It has: {columns}.").format(
                path=self.path, columns=", ".join(self.columns)
            )
        )

    def _check(self, name, types):
        type_ = self.columns.get(name, "").partition("(")[0]
        if not type_:
            raise QgsProcessingException(
                translate("ClusterBelt", "“{path}” has no column “{column}”. It has: {columns}.").format(
                    path=self.path, column=name, columns=", ".join(self.columns)
                )
            )
        if type_ not in types:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "“{path}”: the column “{column}” has the type {type}, which cannot be used here.",
                ).format(path=self.path, column=name, type=type_)
            )


def open_parquet(path, feedback):
    """Open Parquet files.

    Parameters
    ----------
    path : str
        A file, a folder (see `files_beneath`), or a pattern with * and ?.
    feedback : QgsProcessingFeedback

    Returns
    -------
    Parquet

    Raises
    ------
    QgsProcessingException
        Where DuckDB is missing, or there is nothing to read.
    """
    try:
        import duckdb
    except ImportError:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Parquet files need the Python package duckdb: run “python -m pip install duckdb” in the "
                "OSGeo4W Shell or the Python environment of QGIS, or load the file into PostGIS.",
            )
        ) from None
    files = [path]
    if "://" not in path:
        files = [
            file
            for found in files_meant(path)
            for file in (files_beneath(found, feedback) if os.path.isdir(found) else [found])
        ]
    _refuse_without_files(path, files)
    relation = _relation(files)
    run = _runner(duckdb, duckdb.connect(), path, feedback)

    def described(columns):
        return run(query("described").substitute(columns=columns, relation=relation))

    columns = {name: type_ for name, type_, *_ in described("*")}
    within = {}
    for name in [name for name, type_ in columns.items() if type_.startswith("STRUCT(")]:
        for part, kind, *_ in described(f"{DUCKDB.name(name)}.*"):
            key = f"{name}.{part}"
            if key not in columns:
                columns[key], within[key] = kind, (name, part)
    return Parquet(path, relation, run, columns, within, files)


def _refuse_without_files(path, files):
    """Raise where no file is meant, or one that DuckDB need not open; what lies on a server is left to DuckDB."""
    if "://" in path:
        return
    if not files:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "There is no Parquet file “{path}”. A folder needs files that end in .parquet, .parq or .pq, "
                "or have no ending.",
            ).format(path=path)
        )
    for file in files:
        reason = reason_against(file)
        if reason:
            raise QgsProcessingException(
                translate("ClusterBelt", "“{path}” cannot be read: {reason}").format(
                    path=file, reason=reason + "."
                )
            )


def _runner(duckdb, connection, path, feedback):
    def run(text):
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(lambda: connection.execute(text).fetchall())
            try:
                while True:
                    try:
                        return asked.result(timeout=_WAIT)
                    except StillRunning:
                        if feedback.isCanceled():
                            connection.interrupt()
            except duckdb.InterruptException:
                raise Cancelled from None
            except duckdb.Error as error:
                raise QgsProcessingException(
                    translate("ClusterBelt", "“{path}” cannot be read: {reason}").format(
                        path=path, reason=_plain(str(error).splitlines()[0])
                    )
                ) from None

    return run


def _relation(paths, further=""):
    # Else every file would be read in the types of the first, and halves become whole numbers without a word.
    options = ", ".join(filter(None, ("union_by_name = true", further)))
    return f"read_parquet([{_listed(paths)}], {options})"


def _listed(paths):
    """Return paths of files; DuckDB takes signs in them for patterns, and on a server they are."""
    names = (path if "://" in path else _SIGN.sub(r"[\g<0>]", path) for path in paths)
    return ", ".join(map(DUCKDB.text, names))


def _plain(text):
    """A message of DuckDB's of damaged bytes, without these."""
    return "".join(sign for sign in text if sign.isprintable()).strip(" :")
