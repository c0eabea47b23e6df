"""Read a table of PostGIS as groups of rows that have some fields in common, with their numbers."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.groups import Groups, number_of_key
from ...compat import is_null, kind_of, translate
from .columns import columns_of

_COMMON = ("int", "long", "double", "string", "bool", "date", "datetime")
_NAMES = ("int", "long", "string")


@dataclass(frozen=True)
class Grouping:
    """How rows are grouped.

    Attributes
    ----------
    by : tuple of str
        Fields that the rows of a group have in common.
    identity, name : str
        Fields of which each group gets the value of its first row, in the natural order of `identity`, then of the
        key; '' for none.
    alone : tuple of str
        Texts of `identity`, or of the key where it is '', whose rows make groups of their own.
    """

    by: tuple
    identity: str = ""
    name: str = ""
    alone: tuple = ()

    def why_not(self, database):
        """Return why a database cannot group its table so, as a part of a sentence; '' where it can."""
        if database.rows_because:
            return database.rows_because
        common = [(name, _COMMON) for name in self.by]
        why = database.why_not_of(*common, (self.identity, _NAMES), (self.name, _NAMES))
        if not why and not self.identity and _key_kind(database) != "int":
            return translate("ClusterBelt", "BELT_ID is empty, and its key is not a field of 32-bit integers")
        return why

    def groups(self, database):
        """Return the question to a database."""
        key = _key_kind(database) in ("int", "long")
        return Groups(
            database.relation,
            database.condition,
            tuple(_column(database, name) for name in self.by),
            _text(self.identity) if self.identity else None,
            POSTGRESQL.name(database.key) if key else None,
            _text(self.name) if self.name else None,
            self.alone,
        )


@dataclass(frozen=True)
class GroupRows:
    """Groups of rows.

    Attributes
    ----------
    columns : columns.Columns
        An entry for each group; `fid` is the key of its first row, or its id in a table without a key.
    count : ndarray of int64
        How many rows each stands for.
    x, y : ndarray of float
        Where all rows of a group lie; NaN where that was not asked for.
    """

    columns: object
    count: np.ndarray
    x: np.ndarray
    y: np.ndarray


def read_groups(source, grouping, run, feedback, apart=None):
    """Read the table behind a source as groups.

    Parameters
    ----------
    source : sources.Source
        With a database.
    grouping : Grouping
    run : callable
        From `Database.runner`.
    feedback : QgsProcessingFeedback
    apart : function of GroupRows, optional
        Returns which of the groups are to be told apart by their points: ndarray of bool. Of these texts in the first
        field of the grouping, every point becomes a group.

    Returns
    -------
    GroupRows

    Raises
    ------
    QgsProcessingException
        What the database says, and where the table has changed between two questions.
    """
    groups = grouping.groups(source.database)
    rows = [[*row[:-4], np.nan, np.nan, *row[-4:]] for row in run(groups.query())]
    found = _read(source, grouping, groups, rows, feedback)
    which = np.zeros(len(rows), dtype=bool) if apart is None else apart(found)
    if not which.any():
        return found
    texts = {rows[at][0] for at in np.flatnonzero(which).tolist()}
    asked = [row[0] in texts for row in rows]
    only = f"{groups.columns[0]} IN ({', '.join(map(POSTGRESQL.literal, sorted(texts)))})"
    point = [f"ST_{axis}({POSTGRESQL.name(source.database.geometry)})" for axis in "XY"]
    single = run(groups.query(only, point))
    if sum(row[-4] for row in single) != sum(row[-4] for row, one in zip(rows, asked) if one):
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "Layer “{layer}” was changed while it was being read. Run the algorithm again."
            ).format(layer=source.sourceName())
        )
    rows = [row for row, one in zip(rows, asked) if not one] + single
    return _read(source, grouping, groups, rows, feedback)


def _read(source, grouping, groups, rows, feedback):
    """Put rows of the database into columns, in the order of the rows that stand for the groups."""
    order = -2 if groups.key else -3
    rows.sort(key=lambda row: ("" if row[order] is None else row[order], *map(str, row)))
    *common, x, y, count, identity, key, name = list(zip(*rows)) or [()] * (len(grouping.by) + 6)
    values = dict(zip(grouping.by, common))
    for field, cells in ((grouping.name, name), (grouping.identity, identity)):
        if field:
            values.setdefault(field, _as_field(source.fields(), field, cells))
    fid = (
        np.array([number_of_key(one) for one in key], dtype=np.int64)
        if groups.key
        else np.array(identity, object)
    )
    columns = columns_of(source, fid, values, feedback)
    places = [np.array([np.nan if is_null(one) else one for one in axis], dtype=float) for axis in (x, y)]
    return GroupRows(columns, np.array(count, dtype=np.int64), *places)


def _key_kind(database):
    return kind_of(database.fields.field(database.key)) if database.key else ""


def _as_field(fields, name, cells):
    """Return cells that came as texts in the type of their field."""
    if kind_of(fields.field(name)) == "string":
        return cells
    return [None if cell is None else int(cell) for cell in cells]


def _column(database, name):
    return _text(name) if kind_of(database.fields.field(name)) == "string" else POSTGRESQL.name(name)


def _text(name):
    return f'CAST({POSTGRESQL.name(name)} AS text) COLLATE "C"'
