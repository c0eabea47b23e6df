"""Parquet files as tables that DuckDB sums for us: a file, a folder of files, or a pattern."""

import os
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillRunning
from dataclasses import dataclass
from glob import glob

from qgis.core import QgsProcessingException

from ...analysis.cancelling import Cancelled
from ...analysis.sql.dialects import DUCKDB
from ...analysis.sql.tables import Table
from ...analysis.sql.texts import query
from ...compat import translate
from ..feedback import stop_if_cancelled, warn_of_rows
from .given_files import reason_against

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
_ENDING = ".parquet"
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
    """

    path: str
    relation: str
    run: object
    columns: dict
    within: dict

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
        return Table(
            DUCKDB,
            self.relation,
            f"CAST({self._column(x)} AS {real})",
            f"CAST({self._column(y)} AS {real})",
            self._column(weight) if weight else None,
            self._column(group) if group else None,
            has_texts=bool(group) and self.kind_of(group) == "string",
        )

    def spelt(self, name):
        """Return a column as the files spell it; capitals make no difference, where one column alone is meant."""
        alike = [column for column in self.columns if column.casefold() == name.casefold()]
        return alike[0] if len(alike) == 1 and name not in self.columns else name

    def kind_of(self, group):
        """Return the kind of the field that holds a group, as `compat.make_field` takes it."""
        return _GROUPS[self.columns[group]]

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
        A file, a folder, or a pattern with * and ?. Of a folder all .parquet files beneath it, but for those of an
        engine's own: in other folders than of partitions (``year=2020``), or with names, that begin with _ or a dot.
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
    if os.path.isdir(path):
        files = _files_beneath(path, feedback)
    elif "://" not in path:
        files = files_meant(path)
    _refuse_without_files(path, files)
    relation = _relation(files if os.path.isdir(path) else [path])
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
    return Parquet(path, relation, run, columns, within)


def files_meant(path):
    """Return the file of a path, or the files of a pattern."""
    return [path] if os.path.isfile(path) else glob(path, recursive=True)


def belongs(file, folder):
    """Tell whether a file is one of those that a folder stands for."""
    file, folder = os.path.realpath(file), os.path.realpath(folder)
    within = file.startswith(folder + os.sep) and file.endswith(_ENDING) and os.path.isfile(file)
    return within and not any(map(_is_engines, os.path.relpath(file, folder).split(os.sep)))


def _files_beneath(folder, feedback):
    """Return the files of a folder, and name what in it is an engine's own: unfinished, deleted or a copy."""
    files, left_out = [], []
    for place, folders, names in os.walk(folder):
        stop_if_cancelled(feedback)
        names = [name for name in names if name.endswith(_ENDING)]
        files += [os.path.join(place, name) for name in names if not _is_engines(name)]
        own = [name for name in (*folders, *names) if _is_engines(name)]
        left_out += [os.path.relpath(os.path.join(place, name), folder) for name in own]
        folders[:] = [name for name in folders if not _is_engines(name)]
    reason = translate(
        "ClusterBelt",
        "“{path}”: files and folders whose names begin with _ or a dot are not read, as engines hold it",
    )
    warn_of_rows(feedback, reason.format(path=folder), sorted(left_out))
    return sorted(files)


def _is_engines(name):
    return name.startswith(".") or (name.startswith("_") and "=" not in name)


def _refuse_without_files(path, files):
    """Raise where no file is meant, or one that DuckDB need not open; what lies on a server is left to DuckDB."""
    if "://" in path:
        return
    if not files:
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "There is no Parquet file “{path}”. A folder needs files that end in .parquet."
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


def _relation(paths):
    # Else every file would be read in the types of the first, and halves become whole numbers without a word.
    return f"read_parquet([{', '.join(map(DUCKDB.text, paths))}], union_by_name = true)"


def _plain(text):
    """A message of DuckDB's of damaged bytes, without these."""
    return "".join(sign for sign in text if sign.isprintable()).strip(" :")
