"""The nearest offers outside a region, seen from any of its places that ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..sparse import Pairs, starts, width_of
from .attraction import CHUNK
from .comparing import kth_largest, scaled
from .distances import Distances, metres
from .places import places_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from .places import Places


@dataclass(frozen=True)
class Question:
    """Places that ask, and places that offer what they ask for.

    Attributes
    ----------
    asking : (a,) int64
        Places, by region, then place.
    offering : (o,) int64
        Places in their order.
    weight : (o,) float64
    """

    asking: Ints
    offering: Ints
    weight: Floats


@dataclass(frozen=True)
class Answers:
    """The nearest offers, a row for each question and region that asks.

    Attributes
    ----------
    question, region : (n,) int64
        By question, then region.
    offer : (n, top) int64
        Places that offer, the nearest first; −1 for none.
    asker : (n, top) int64
        The place of the region that is nearest to the offer.
    weight, km : (n, top) float64
    """

    question: Ints
    region: Ints
    offer: Ints
    asker: Ints
    weight: Floats
    km: Floats

    def rows(self, question: Ints, region: Ints) -> Ints:
        """Return the rows of questions and regions; −1 for those without an offer."""
        width = max(width_of(self.region), width_of(region))
        return Pairs(width, self.question * width + self.region).find(question, region)


def find_nearest(
    questions: list[Question],
    region: Ints,
    places: Places,
    top: int,
    max_km: float | None,
    cancelled: Poll = None,
) -> Answers:
    """Find the nearest offers outside the regions that ask.

    Parameters
    ----------
    questions : list of Question
    region : (P,) int64
        Region of each place.
    places : Places
    top : int
    max_km : float or None
    cancelled : callable, optional

    Returns
    -------
    Answers
        By distance in metres, then by weight, then by code.
    """
    distances = Distances.of(places)
    asking = places_in((question.asking for question in questions), len(places))
    offered = places_in((question.offering for question in questions), len(places))
    asking = asking[np.lexsort((asking, region[asking]))]
    parts, position = [], np.zeros(len(places), dtype=np.int64)
    for chunk in _chunks(asking, region):
        table = np.rint(distances.table(chunk, offered) * 1000)
        position[chunk] = np.arange(len(chunk))
        for number, question in enumerate(questions):
            stop_if(cancelled)
            rows = _within(question.asking, region, region[chunk[0]], region[chunk[-1]])
            if not len(rows) or not len(question.offering):
                continue
            near = table[np.ix_(position[rows], np.searchsorted(offered, question.offering))]
            parts.append((number, *_nearest(near, rows, region, question, top, max_km)))
    return _joined(parts, distances, top)


def _chunks(places: Ints, region: Ints) -> Iterator[Ints]:
    """Cut places into runs of whole regions, of up to 512 places where a region is not larger."""
    ends = np.append(np.flatnonzero(np.diff(region[places])) + 1, len(places))
    start = last = 0
    for end in ends:
        if end - start > CHUNK and last > start:
            yield places[start:last]
            start = last
        last = end
    if last > start:
        yield places[start:last]


def _within(asking: Ints, region: Ints, first: int, last: int) -> Ints:
    low, high = np.searchsorted(region[asking], [first, last + 1])
    return asking[low:high]


def _nearest(
    near: Floats, rows: Ints, region: Ints, question: Question, top: int, max_km: float | None
) -> tuple[Ints, Ints, Ints, Floats]:
    """Return region, offer, asker and weight of the nearest offers; `near` in metres, askers by offers."""
    start = starts(region[rows])
    least = np.minimum.reduceat(near, start, axis=0)
    regions = region[rows[start]]
    least[regions[:, None] == region[question.offering][None, :]] = np.inf
    if max_km is not None:
        least[least > metres(max_km)] = np.inf
    bound = -kth_largest(-least, top)
    row, column = np.nonzero((least <= bound[:, None]) & np.isfinite(least))
    weight = question.weight[column]
    largest = np.zeros(len(regions))
    np.maximum.at(largest, row, weight)
    order = np.lexsort((column, -scaled(weight, largest[row]), least[row, column], row))
    row, column = row[order], column[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    kept = rank < top
    row, column, rank = row[kept], column[kept], rank[kept]
    offer, asker = (np.full((len(regions), top), -1, dtype=np.int64) for _ in range(2))
    given = np.full((len(regions), top), np.nan)
    offer[row, rank], given[row, rank] = question.offering[column], question.weight[column]
    asker[row, rank] = rows[start[row]]
    ends = np.append(start[1:], len(rows))
    for one, number, at in zip(*(values[ends[row] - start[row] > 1] for values in (row, rank, column))):
        asker[one, number] = rows[start[one] + np.argmin(near[start[one] : ends[one], at])]
    return regions, offer, asker, given


def _joined(
    parts: list[tuple[int, Ints, Ints, Ints, Floats]],
    distances: Distances,
    top: int,
) -> Answers:
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        empty = np.zeros((0, top))
        return Answers(none, none, empty.astype(np.int64), empty.astype(np.int64), empty, empty)
    question = np.concatenate([np.full(len(part[1]), part[0]) for part in parts])
    regions, offer, asker, weight = (np.concatenate([part[i] for part in parts]) for i in range(1, 5))
    order = np.lexsort((regions, question))
    offer, asker, weight = offer[order], asker[order], weight[order]
    known = offer >= 0
    km = np.full(offer.shape, np.nan)
    km[known] = distances.between(offer[known], asker[known])
    return Answers(question[order], regions[order], offer, asker, weight, km)
