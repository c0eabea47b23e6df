"""Read a table of PostGIS as groups of rows that have some fields in common, with their numbers."""

from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.groups import Groups
from ...analysis.typed_columns import Texts
from ...compat import kind_of, translate
from .columns import Columns, columns_of
from .database import changed, text_of

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
        why = why or database.why_not_of(*((name, ()) for name in self.by if _has_zone(database, name)))
        if not why and not self.identity and _key_kind(database) != "int":
            return translate(
                "ClusterBelt", "no field of ids was chosen, and its key is not a field of 32-bit integers"
            )
        return why

    def why_not_by(self, database, run):
        """Return why a database that answers cannot group its table so, as a part of a sentence; '' where it can."""
        return database.why_not_texts(run) or database.why_not_whole(run)

    def groups(self, database):
        """Return the question to a database."""
        key = _key_kind(database) in ("int", "long")
        return Groups(
            database.relation,
            database.condition,
            tuple(_column(database, name) for name in self.by),
            text_of(self.identity) if self.identity else None,
            POSTGRESQL.name(database.key) if key else None,
            text_of(self.name) if self.name else None,
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
    found = groups.ask(run)
    made, order = _read(source, grouping, found, feedback)
    which = np.zeros(len(found), dtype=bool) if apart is None else apart(made)
    if not which.any():
        return made
    texts = {found.columns[0][at] for at in order[which].tolist()}
    asked = np.array([text in texts for text in found.columns[0]], dtype=bool)
    point = [f"ST_{axis}({source.database.point})" for axis in "XY"]
    only = f"{groups.columns[0]} IN ({', '.join(map(POSTGRESQL.text, sorted(texts)))})"
    single = groups.ask(run, only, point)
    if sum(single.count) != sum(found.take(np.flatnonzero(asked).tolist()).count):
        raise changed(source.sourceName())
    others = found.take(np.flatnonzero(~asked).tolist())
    nowhere = [None] * len(others)
    return _read(source, grouping, single + others.with_columns(nowhere, nowhere), feedback)[0]


def _read(source, grouping, answer, feedback):
    """Put the answer of a database into columns, in the order of the rows that stand for the groups.

    Returns
    -------
    GroupRows
    order : ndarray of int64
        The positions of its entries in the answer.
    """
    common = len(grouping.by)
    cells = {**dict(zip(grouping.by, answer.columns))}
    for field, column in ((grouping.name, answer.name), (grouping.identity, answer.identity)):
        if field:
            cells.setdefault(field, column)
    values = {name: _as_field(source.fields().field(name), column) for name, column in cells.items()}
    keyed = None not in answer.key
    fid = np.array(answer.key, dtype=np.int64) if keyed else np.array(answer.identity, dtype=object)
    order = np.argsort(fid, kind="stable") if keyed else _order_of_values(answer)
    found = columns_of(source, fid, values, feedback)
    typed = {
        name: column.in_order(order) if isinstance(column, Texts) else column[order]
        for name, column in found.typed.items()
    }
    places = (_coordinates(axis)[order] for axis in answer.columns[common:] or [[None] * len(answer)] * 2)
    count = np.array(answer.count, dtype=np.int64)[order]
    return GroupRows(Columns(fid[order], typed), count, *places), order


def _order_of_values(answer):
    texts = list(map(str, zip(map(str, answer.identity), *answer.columns)))
    return np.array(sorted(range(len(answer)), key=texts.__getitem__), dtype=np.int64)


def _coordinates(axis):
    return np.array([np.nan if one is None else one for one in axis], dtype=float)


def _has_zone(database, name):
    return database.fields.field(name).typeName() == "timestamptz"


def _key_kind(database):
    return kind_of(database.fields.field(database.key)) if database.key else ""


def _as_field(field, cells):
    """Return cells as QGIS gives them for a field, from what JSON has made of them."""
    make = {"date": _date, "datetime": _moment, "int": int, "long": int, "double": _number}.get(
        kind_of(field)
    )
    return cells if make is None else [None if cell is None else make(cell) for cell in cells]


def _date(text):
    return QDate.fromString(text, Qt.DateFormat.ISODate)


def _moment(text):
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)


def _number(value):
    """Return a number; infinite ones are nothing to QGIS."""
    number = float(value)
    return None if np.isinf(number) else number


def _column(database, name):
    return text_of(name) if kind_of(database.fields.field(name)) == "string" else POSTGRESQL.name(name)
