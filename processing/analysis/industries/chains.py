"""Chain edges: which industry feeds into which, and which are related without a direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import normalise
from .table_cells import cells
from .taxonomy_error import TaxonomyError

if TYPE_CHECKING:
    from ..arrays import Floats
    from .table_cells import Columns
    from .taxonomy import Taxonomy

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
        As it was written, '' for nothing; `edge_weights` reads it.
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


def edge_weights(taxonomy: Taxonomy) -> Floats | None:
    """Return the weights of the edges of a taxonomy.

    Parameters
    ----------
    taxonomy : Taxonomy

    Returns
    -------
    ndarray of float64, shape (edges,), or None
        None where no edge has a weight.

    Raises
    ------
    TaxonomyError
        If some edges have a weight, and others none or one that is not a number above 0: it lists those.
    """
    edges = taxonomy.edges
    if not any(edge.weight for edge in edges):
        return None
    weights = np.array([_number(edge.weight) for edge in edges])
    faulty = np.flatnonzero(~(np.isfinite(weights) & (weights > 0)))
    if len(faulty):
        raise TaxonomyError([_no_weight(taxonomy, edges[number]) for number in faulty])
    return weights


def _number(text: str) -> float:
    try:
        return float(normalise(text))
    except ValueError:
        return float("nan")


def _no_weight(taxonomy: Taxonomy, edge: Edge) -> AnalysisError:
    return AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "The chain edge {up} → {down} has the weight “{weight}”: give every edge a weight above 0, or "
            "none.",
        ),
        up=taxonomy.codes[edge.upstream],
        down=taxonomy.codes[edge.downstream],
        weight=edge.weight,
    )
