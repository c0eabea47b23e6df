"""Which suppliers a place is drawn to: the heaviest and nearest, by a gravity model with few partners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from .comparing import TOLERANCE, kth_largest, scaled
from .distances import Distances, metres
from .places import places_in

if TYPE_CHECKING:
    from ..arrays import Floats, Ints
    from ..cancelling import Poll
    from .places import Places
    from .suppliers import Serving

CHUNK = 512


@dataclass(frozen=True)
class Gravity:
    """How places are drawn to suppliers.

    Attributes
    ----------
    top : int
        Places that serve a need, at most.
    decay : float
        Power of the distance by which attraction falls.
    local_km : float
        Distance within a place, and the least that counts.
    max_km : float or None
        Suppliers farther away are out.
    """

    top: int = 3
    decay: float = 1.0
    local_km: float = 40.0
    max_km: float | None = None

    def __post_init__(self) -> None:
        least = {"TOP": (self.top, 1), "DECAY": (self.decay, 0)}
        if self.max_km is not None:
            least["MAX_KM"] = self.max_km, 0
        for name, (value, bound) in least.items():
            if not value >= bound:
                raise AnalysisError(
                    QT_TRANSLATE_NOOP("ClusterBelt", "{name} is {value}, but must be {least} or more."),
                    name=name,
                    value=value,
                    least=bound,
                )
        if not self.local_km > 0:
            raise AnalysisError(
                QT_TRANSLATE_NOOP("ClusterBelt", "LOCAL_KM is {value}, but must be greater than 0."),
                value=self.local_km,
            )


@dataclass(frozen=True)
class Partners:
    """The partners of places, a row for each set of suppliers and place that asks it.

    Attributes
    ----------
    start : (sets + 1,) int64
        First row of each set; its rows are in the order of `wanted[set]`.
    wanted : list of ndarray
        Places that ask each set, in their order.
    place : (rows, top) int32
        Position of the partners in `Serving.place` of the set, the strongest first; −1 for none.
    share : (rows, top) float64
        Sums to 1 in rows with a partner.
    nearest_km : (rows,) float64
        Distance of the nearest supplier; NaN for none.
    """

    start: Ints
    wanted: list[Ints]
    place: Ints
    share: Floats
    nearest_km: Floats

    def rows(self, number: int, places: Ints) -> Ints:
        """Return the rows of some places in a set."""
        rows: Ints = self.start[number] + np.searchsorted(self.wanted[number], places)
        return rows


def find_partners(
    serving: list[Serving], wanted: list[Ints], places: Places, gravity: Gravity, cancelled: Poll = None
) -> Partners:
    """Find the partners of all places that need something.

    Parameters
    ----------
    serving : list of Serving
    wanted : list of (k,) int64
        For each of them the places that ask it, in their order.
    places : Places
    gravity : Gravity
    cancelled : callable, optional

    Returns
    -------
    Partners

    Notes
    -----
    Works on 512 places at a time; a partner is ranked by its attraction S/d^β, then by distance, then by code.
    """
    start = np.concatenate([[0], np.cumsum([len(asking) for asking in wanted])]).astype(np.int64)
    place = np.full((start[-1], gravity.top), -1, dtype=np.int32)
    share = np.zeros((start[-1], gravity.top))
    nearest = np.full(start[-1], np.nan)
    asking = places_in(wanted, len(places))
    offered = places_in((one.place for one in serving), len(places))
    columns = [np.searchsorted(offered, one.place) for one in serving]
    distances = Distances.of(places)
    for first in range(0, len(asking), CHUNK):
        chunk = asking[first : first + CHUNK]
        km = distances.table(chunk, offered)
        for number, one in enumerate(serving):
            stop_if(cancelled)
            low, high = np.searchsorted(wanted[number], [chunk[0], chunk[-1] + 1])
            if low == high or not len(one.place):
                continue
            rows = np.searchsorted(chunk, wanted[number][low:high])
            found = _best(km[np.ix_(rows, columns[number])], one.weight, gravity)
            to = slice(start[number] + low, start[number] + high)
            place[to], share[to], nearest[to] = found
    return Partners(start, wanted, place, share, nearest)


def _best(km: Floats, weight: Floats, gravity: Gravity) -> tuple[Ints, Floats, Floats]:
    """Return partners, shares and the nearest distance of places (rows) among suppliers (columns)."""
    felt = np.maximum(km, gravity.local_km)
    # Measured by the nearest supplier, no power of a distance runs out of the range of numbers.
    felt = np.divide(felt.min(axis=1, keepdims=True), felt, out=felt)
    attraction = weight * (felt if gravity.decay == 1 else felt**gravity.decay)
    if gravity.max_km is not None:
        out = metres(km) > metres(gravity.max_km)
        attraction[out] = -1.0
        km = np.where(out, np.inf, km)
    largest = attraction.max(axis=1)
    least = np.maximum(kth_largest(attraction, gravity.top) - 2 * TOLERANCE * largest, 0.0)
    row, column = np.nonzero(attraction >= least[:, None])
    strength = attraction[row, column]
    order = np.lexsort((column, metres(km[row, column]), -scaled(strength, largest[row]), row))
    row, column, strength = row[order], column[order], strength[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row)
    kept = rank < gravity.top
    partner = np.full((len(km), gravity.top), -1, dtype=np.int32)
    share = np.zeros((len(km), gravity.top))
    partner[row[kept], rank[kept]] = column[kept]
    share[row[kept], rank[kept]] = strength[kept]
    total = share.sum(axis=1, keepdims=True)
    nearest = km.min(axis=1)
    return (
        partner,
        np.divide(share, total, out=share, where=total > 0),
        np.where(np.isfinite(nearest), nearest, np.nan),
    )
