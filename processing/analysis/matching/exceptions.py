"""The pairs of keys and cells for which a judgement takes the place of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import spans

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from ..arrays import Flags, Ints
    from .belt_index import BeltIndex
    from .city_industries import CityIndustries
    from .judgements import Judgement
    from .judging import Judging, Verdict


@dataclass(frozen=True)
class Exceptions:
    """Verdicts by key and cell.

    Attributes
    ----------
    cells : int
        Number of cells of the index.
    code : ndarray of int64, shape (x,)
        key × cells + cell, ascending.
    cost : ndarray of int64, shape (x,)
    verdicts : tuple of Verdict
    rejected : dict of int to Judgement
        For keys that have lost a relation, the first judgement that took one.
    """

    cells: int
    code: Ints
    cost: Ints
    verdicts: tuple[Verdict, ...]
    rejected: dict[int, Judgement]

    def __len__(self) -> int:
        return len(self.code)

    def keys(self) -> Ints:
        """Return the keys with an exception."""
        keys: Ints = np.unique(self.code // self.cells)
        return keys

    def find(self, key: ArrayLike, cell: ArrayLike) -> tuple[Ints, Flags]:
        """Return the places in `code` of pairs of keys and cells, and which of them are exceptions."""
        asked = np.asarray(key) * self.cells + np.asarray(cell)
        place = np.minimum(np.searchsorted(self.code, asked), len(self.code) - 1)
        return place, self.code[place] == asked

    def verdict(self, key: int, cell: int) -> Verdict | None:
        """Return the verdict on a key and a cell, None where the rules hold."""
        place, found = self.find(np.int64(key), np.int64(cell))
        return self.verdicts[int(place)] if found else None


def exceptions_of(judging: Judging, index: BeltIndex, keys: CityIndustries) -> Exceptions:
    """Weigh the judgements for all keys and cells that they concern.

    Parameters
    ----------
    judging : Judging
    index : BeltIndex
    keys : CityIndustries

    Returns
    -------
    Exceptions
    """
    concerned: dict[int, list[Judgement]] = {}
    cell_place = index.coding.place_of(index.code)
    for judgement in judging.judgements:
        asked, cells = judging.keys_of(judgement, keys), judging.cells_of(judgement, index)
        places = cell_place[cells]
        start = np.searchsorted(places, keys.place[asked])
        length = np.searchsorted(places, keys.place[asked], side="right") - start
        pairs = np.repeat(asked, length) * len(index.code) + cells[spans(start, length)]
        for pair in pairs.tolist():
            concerned.setdefault(pair, []).append(judgement)
    code = np.array(sorted(concerned), dtype=np.int64)
    key, cell = np.divmod(code, len(index.code))
    verdicts = tuple(
        judging.verdict(cluster, belt, tuple(concerned[pair]))
        for cluster, belt, pair in zip(
            keys.industry[key].tolist(), index.industry[cell].tolist(), code.tolist()
        )
    )
    rejected: dict[int, Judgement] = {}
    for number, verdict in zip(key.tolist(), verdicts):
        if verdict.rejected_by is not None:
            earlier = rejected.get(number, verdict.rejected_by)
            rejected[number] = min(earlier, verdict.rejected_by, key=lambda judgement: judgement.line)
    cost = np.array([verdict.cost for verdict in verdicts], dtype=np.int64)
    return Exceptions(len(index.code), code, cost, verdicts, rejected)
