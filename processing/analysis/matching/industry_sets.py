"""Texts of industries as numbers: every distinct set of nodes once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..columns import encode_together
from ..industries.resolution import UNRESOLVED_RANK, Reader, place_names
from ..text import is_missing, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..arrays import Ints
    from ..cancelling import Poll
    from ..frames import Values
    from ..industries.steps import Resolution
    from ..industries.taxonomy import Taxonomy


@dataclass(frozen=True)
class IndustrySets:
    """The distinct industries of some columns together.

    Attributes
    ----------
    columns : tuple of ndarray of int, one per column that was read
        For each cell the position of its distinct text; −1 for nothing.
    texts : tuple
        The distinct texts as they were read.
    resolutions : tuple of Resolution
        One for each distinct text.
    number : ndarray of int64
        For each distinct text, its industry: below `len(sets)` a set of nodes, from there on an
        unresolved text (equal after normalising), −1 for one that says nothing.
    sets : tuple of tuple of int
        The distinct sets of nodes, in ascending order.
    count : int
        Sets and unresolved texts together.
    """

    columns: tuple[Ints, ...]
    texts: tuple[str, ...]
    resolutions: tuple[Resolution, ...]
    number: Ints
    sets: tuple[tuple[int, ...], ...]
    count: int

    def industry(self, column: int) -> Ints:
        """Return the industry of every cell of a column (its position), −1 for nothing."""
        return _take(self.number, self.columns[column], -1)

    def ranks(self, column: int) -> Ints:
        """Return the rank of the resolution of every cell of a column."""
        ranks = np.array([found.rank for found in self.resolutions], dtype=np.int64)
        return _take(ranks, self.columns[column], UNRESOLVED_RANK)


def read_industries(
    columns: Sequence[Values],
    taxonomy: Taxonomy,
    places: Iterable[str] = (),
    keywords: bool = True,
    cancelled: Poll = None,
) -> IndustrySets:
    """Resolve the distinct texts and number what they mean.

    Parameters
    ----------
    columns : list of array_like
        Texts.
    taxonomy : Taxonomy
    places : iterable of str
    keywords : bool
    cancelled : callable, optional

    Returns
    -------
    IndustrySets
    """
    codes, distinct = encode_together(*columns)
    reader = Reader(taxonomy, place_names(places), keywords)
    resolutions = []
    for number, entry in enumerate(distinct):
        if number % 1000 == 0:
            stop_if(cancelled)
        resolutions.append(reader.read(entry))
    node_sets = [tuple(sorted(found.nodes)) for found in resolutions]
    sets = tuple(sorted({nodes for nodes in node_sets if nodes}))
    numbers: dict[object, int] = {nodes: number for number, nodes in enumerate(sets)}
    for entry, nodes in zip(distinct, node_sets):
        if not nodes and not is_missing(entry) and normalise(entry):
            numbers.setdefault(normalise(entry), len(numbers))
    industry = np.array(
        [
            numbers[nodes] if nodes else numbers.get(normalise(entry), -1)
            for entry, nodes in zip(distinct, node_sets)
        ],
        dtype=np.int64,
    )
    return IndustrySets(codes, tuple(distinct), tuple(resolutions), industry, sets, len(numbers))


def _take(values: Ints, index: Ints, missing: int) -> Ints:
    """Return ``values[index]``, and `missing` where the index is negative."""
    taken = np.full(len(index), missing, dtype=np.int32)
    known = index >= 0
    taken[known] = values[index[known]]
    return taken
