"""Cells of the tables that describe industries, as text."""

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, is_missing


def require_columns(table, name, needed, one_of=()):
    """Raise where a table lacks a column that it needs, or all of those of which it needs one."""
    missing = [column for column in needed if column not in table.columns]
    if one_of and not any(column in table.columns for column in one_of):
        missing.append(" / ".join(one_of))
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "The {table} table has no column {missing}: add it, or rename a column."
            ),
            table=name,
            missing=", ".join(missing),
        )


def cells(table, column):
    """Return a column as texts, '' for what says nothing or is not there."""
    if column not in table.columns:
        return [""] * len(table)
    return ["" if is_missing(value) else as_text(value) for value in table[column]]


def entries(cell):
    """Return the entries of a cell that are separated by ``|``."""
    return [entry.strip() for entry in cell.replace("｜", "|").split("|") if entry.strip()]
