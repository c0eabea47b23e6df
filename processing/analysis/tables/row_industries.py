"""The industries of matched rows and of belts: sets of nodes, and words that stand for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..columns import encode
from ..industries.node_sets import read_node_sets
from ..industries.relations import SAME_COST, rank_of_cost
from ..industries.set_costs import SetCosts
from ..text import normalise

if TYPE_CHECKING:
    from ..arrays import Flags, Ints, Objects
    from ..frames import Values
    from ..industries.relations import Relations
    from ..industries.taxonomy import Taxonomy


@dataclass(frozen=True)
class RowIndustries:
    """Industries of rows, each distinct one once.

    Attributes
    ----------
    sets : tuple of tuple of int
        Positions of nodes in the taxonomy.
    words : tuple of str
        Normalised texts that have no node.
    of_row : ndarray of int64, shape (n,)
        Position in `sets`, from there on in `words`; −1 where nothing is known.
    """

    sets: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]
    of_row: Ints

    def __len__(self) -> int:
        return len(self.sets) + len(self.words)

    def are_words(self) -> Flags:
        """Which industries are words: ndarray of bool, shape (len,)."""
        return np.arange(len(self)) >= len(self.sets)


def read_row_industries(nodes: Values, words: Objects | None, taxonomy: Taxonomy) -> RowIndustries:
    """Read the industries of rows.

    Parameters
    ----------
    nodes, words : sequence of str or None, shape (n,)
        ``cb_nodes`` and ``cb_words``; the latter may be None as a whole.
    taxonomy : Taxonomy

    Raises
    ------
    AnalysisError
        On a code that the taxonomy does not have.
    """
    read = read_node_sets(nodes, taxonomy)
    of_row = read.of_row.copy()
    if words is None:
        return RowIndustries(read.sets, (), of_row)
    which, texts = encode(words)
    plain = [normalise(text) for text in texts]
    known = tuple(sorted(set(plain) - {""}))
    place = {text: len(read.sets) + number for number, text in enumerate(known)}
    number = np.array([*(place.get(text, -1) for text in plain), -1], dtype=np.int64)[which]
    return RowIndustries(read.sets, known, np.where(of_row < 0, number, of_row))


def ranks_between(belts: RowIndustries, clusters: RowIndustries, relations: Relations) -> Ints:
    """Return the rank of the relation between any two industries.

    Parameters
    ----------
    belts, clusters : RowIndustries
    relations : Relations

    Returns
    -------
    ndarray of int, shape (belts, clusters)
        Equal words are the same industry; words and nodes have nothing in common.
    """
    ranks = np.zeros((len(belts), len(clusters)), dtype=np.int64)
    ranks[: len(belts.sets), : len(clusters.sets)] = rank_of_cost(
        SetCosts(relations, clusters.sets, belts.sets).all()
    ).T
    equal = np.array(belts.words, dtype=object)[:, None] == np.array(clusters.words, dtype=object)[None, :]
    ranks[len(belts.sets) :, len(clusters.sets) :][equal] = rank_of_cost(SAME_COST)
    return ranks
