"""The queries, as they stand in resources/sql."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

# How queries are run: takes one, returns its rows.
Run = Callable[[str], Sequence[Sequence[Any]]]

_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "sql"


@cache
def query(name: str) -> Template:
    """Return a query with ``$places`` to fill in.

    Parameters
    ----------
    name : str
        Of the file, without its ending.

    Returns
    -------
    string.Template
    """
    return Template((_FOLDER / f"{name}.sql").read_text(encoding="utf-8").strip())


def behind_from(relation: str) -> str:
    """Return what stands behind FROM; a query has a name, a table keeps its own, which a condition may mention.

    Behind a table WHERE must not be followed by a bracket alone: Spark takes it for a name with columns.
    """
    return f"{relation} AS t" if relation.startswith("(") else relation
