"""Tables that describe industries: columns of a frame or of a CSV file, their cells as text."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, is_missing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Columns(Protocol):
        """A table by columns: a dict of lists, or a `Table`."""

        def __contains__(self, name: str, /) -> bool: ...

        def __iter__(self) -> Iterator[str]: ...

        def __getitem__(self, name: str, /) -> Any: ...


FOLDER = Path(__file__).resolve().parents[3] / "resources" / "taxonomy"


def read_rows(path: Path, *columns: str) -> list[tuple[str, ...]]:
    """Read two or more columns of a CSV file (UTF-8, with or without BOM), a tuple of texts a row."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return list(map(itemgetter(*map(header.index, columns)), rows))


def read_table(path: Path) -> dict[str, list[str]]:
    """Read a CSV file (UTF-8, with or without BOM) into a list of texts a column."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return {name: [row[i] if i < len(row) else "" for row in rows] for i, name in enumerate(header)}


def require_columns(table: Columns, name: str, needed: Sequence[str], one_of: Sequence[str] = ()) -> None:
    """Raise where a table lacks a column that it needs, or all of those of which it needs one."""
    missing = [column for column in needed if column not in table]
    if one_of and not any(column in table for column in one_of):
        missing.append(" / ".join(one_of))
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "The {table} table has no column {missing}: add it, or rename a column."
            ),
            table=name,
            missing=", ".join(missing),
        )


def cells(table: Columns, column: str) -> list[str]:
    """Return a column as texts, '' for what says nothing or is not there.

    Parameters
    ----------
    table : DataFrame or dict of str to sequence
    """
    if column not in table:
        return [""] * len(next((table[name] for name in table), ()))
    return ["" if is_missing(value) else as_text(value) for value in table[column]]


def entries(cell: str) -> list[str]:
    """Return the entries of a cell that are separated by ``|``."""
    return [entry.strip() for entry in cell.replace("｜", "|").split("|") if entry.strip()]
