"""Chain edges: which industry feeds into which, and which are related without a direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..text import normalise
from .table_cells import cells

if TYPE_CHECKING:
    from .table_cells import Columns

SUPPLY, RELATED = KINDS = ("supply", "related")


@dataclass(frozen=True)
class Edge:
    """An edge between two industries (positions of nodes).

    Attributes
    ----------
    upstream, downstream : int
        What the first makes goes into the second; an edge of the kind `RELATED` has no direction.
    note_en, note_zh : str
    kind : {'supply', 'related'}
    weight : str
        As it was written, '' for nothing; `edge_weights.edge_weights` reads it.
    """

    upstream: int
    downstream: int
    note_en: str = ""
    note_zh: str = ""
    kind: str = SUPPLY
    weight: str = ""

    def note(self, language: str) -> str:
        """Return the note, that of the other language where there is none."""
        notes = (self.note_zh, self.note_en) if language == "zh" else (self.note_en, self.note_zh)
        return notes[0] or notes[1]


class EdgeRow(NamedTuple):
    """A row of the table of chains; the ends are codes."""

    upstream: str
    downstream: str
    note_en: str
    note_zh: str
    kind: str
    weight: str


def edge_rows(table: Columns) -> list[EdgeRow]:
    """Return the rows of a table of chains that name an end, as texts; an empty kind is `SUPPLY`."""
    names = ("upstream", "downstream", "note", "note_zh", "kind", "weight")
    rows = map(EdgeRow._make, zip(*(cells(table, name) for name in names)))
    return [
        row._replace(kind=normalise(row.kind) or SUPPLY) for row in rows if row.upstream or row.downstream
    ]


def build_edges(rows: list[EdgeRow], position: dict[str, int]) -> tuple[Edge, ...]:
    """Return the edges of checked rows in the order of their ends.

    Parameters
    ----------
    rows : list of EdgeRow
    position : dict of str to int
        Normalised code → node.

    Returns
    -------
    tuple of Edge
    """
    edges = [Edge(position[normalise(row[0])], position[normalise(row[1])], *row[2:]) for row in rows]
    return tuple(sorted(edges, key=lambda e: (e.upstream, e.downstream, KINDS.index(e.kind))))
