"""The industries of matched rows: each distinct set of nodes once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..columns import encode
from ..fields import CB_NODES
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sparse import spans
from ..text import is_missing, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..arrays import Ints
    from ..frames import Values
    from .taxonomy import Taxonomy

_SEPARATOR = "|"


@dataclass(frozen=True)
class NodeSets:
    """Industries of rows.

    Attributes
    ----------
    sets : tuple of tuple of int
        Positions of nodes in the taxonomy.
    of_row : ndarray of int64, shape (n,)
        Position in `sets`; −1 where the industry is not known.
    """

    sets: tuple[tuple[int, ...], ...]
    of_row: Ints


def read_node_sets(cells: Values, taxonomy: Taxonomy) -> NodeSets:
    """Read a column of node codes (``cb_nodes``).

    Parameters
    ----------
    cells : sequence
        Codes separated by ``|``, each counts once; nothing where the industry is not known.
    taxonomy : Taxonomy

    Returns
    -------
    NodeSets

    Raises
    ------
    AnalysisError
        On a code that the taxonomy does not have.
    """
    text, distinct = encode(cells)
    return number_sets([_nodes(cell, taxonomy) for cell in distinct], text)


def number_sets(found: Sequence[Iterable[int]], of_row: Ints) -> NodeSets:
    """Number the distinct sets among `found`.

    Parameters
    ----------
    found : list of iterable of int
        Nodes of each distinct text; empty where it is not known.
    of_row : ndarray of int64, shape (n,)
        Distinct text of each row; −1 for nothing.

    Returns
    -------
    NodeSets
    """
    sorted_sets = [tuple(sorted(nodes)) for nodes in found]
    sets = tuple(sorted({nodes for nodes in sorted_sets if nodes}))
    position = {nodes: number for number, nodes in enumerate(sets)}
    numbers = np.array([*(position.get(nodes, -1) for nodes in sorted_sets), -1], dtype=np.int64)
    return NodeSets(sets, numbers[of_row])


def _nodes(cell: object, taxonomy: Taxonomy) -> set[int]:
    if is_missing(cell):
        return set()
    codes = [code.strip() for code in str(cell).split(_SEPARATOR) if not is_missing(code)]
    unknown = [code for code in codes if normalise(code) not in taxonomy.code_index]
    if unknown:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "Field {field} has the code “{code}”, which is not in the taxonomy: give as TAXONOMY the one "
                "with which the clusters were matched.",
            ),
            code=unknown[0],
            field=CB_NODES,
        )
    return {taxonomy.code_index[normalise(code)] for code in codes}


def nodes_of(sets: Sequence[Sequence[int]], number: Ints) -> tuple[Ints, Ints]:
    """Return the nodes of each of some sets, and which of these sets each node is of.

    Parameters
    ----------
    sets : sequence of tuple of int
    number : ndarray of int, shape (n,)
        Positions in `sets`.

    Returns
    -------
    row, node : ndarray of int64, shape (k,)
        Position in `number`, and node.
    """
    counts = np.array([len(nodes) for nodes in sets], dtype=np.int64)
    flat = np.array([node for nodes in sets for node in nodes], dtype=np.int64)
    if not len(number):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    row = np.repeat(np.arange(len(number)), counts[number])
    return row, flat[spans((np.cumsum(counts) - counts)[number], counts[number])]
