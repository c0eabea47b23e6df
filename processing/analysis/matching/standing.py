"""Where clusters and belts stand for the comparison, when the belts were there, and which go first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..columns import encode_together
from ..text import as_text
from .belt_years import BeltYears
from .entries import Entries, inverse, preference
from .reading import BELTS

if TYPE_CHECKING:
    from ..arrays import Flags, Ints
    from ..frames import Table
    from .entries import Neighbours
    from .question import Question
    from .reading import Reading


@dataclass(frozen=True)
class Standing:
    """Clusters and belts by place; a place is a city, or with distances a cluster row.

    Attributes
    ----------
    place : ndarray of int, shape (n,)
        Of each cluster row; −1 where it is unknown.
    places : int
        How many there are.
    entries : Entries
        The belts by place.
    preferred : ndarray of int64, shape (e,)
        Entries in the order in which equally close relations are preferred.
    position : ndarray of int, shape (e,)
        Place of each entry in that order.
    belt_placed : ndarray of bool, shape (m,)
        Whether the place of a belt is known.
    years : BeltYears
    radius : float or None
        Metres within which belts count, where places are no cities.
    count : ndarray of int64, shape (e,), or None
        How many belts each entry stands for; None where each stands for one.
    """

    place: Ints
    places: int
    entries: Entries
    preferred: Ints
    position: Ints
    belt_placed: Flags
    years: BeltYears
    radius: float | None = None
    count: Ints | None = None

    def basis_of(self, entry: int | Ints) -> int | Ints:
        """Return the number of the stock that holds an entry, or an array of entries."""
        return self.years.basis[self.entries.belt_of(entry)]


def stand(
    question: Question, reading: Reading, years: BeltYears, neighbours: Neighbours | None = None
) -> Standing:
    """Put clusters and belts into their places.

    Parameters
    ----------
    question : Question
    reading : Reading
    years : BeltYears
    neighbours : Neighbours, optional
        Which belts are near which rows; then cities say nothing.

    Returns
    -------
    Standing
    """
    clusters, belts = question.clusters, question.belts
    if neighbours is None:
        (place, of_belts), names = encode_together(clusters["city"], belts["city"])
        nameless = [number for number, name in enumerate(names) if not as_text(name)]
        for numbers in (place, of_belts):
            numbers[np.isin(numbers, nameless)] = -1
        places, entries, belt_placed = len(names), Entries(of_belts), of_belts >= 0
    else:
        place = np.where(neighbours.row_placed, np.arange(len(clusters)), -1)
        places, belt_placed = len(clusters), neighbours.belt_placed
        entries = Entries(neighbours.row, neighbours.belt, neighbours.distance)
    preferred = preference(entries, belts["belt"], _ranks(belts, reading.industries.ranks(BELTS), years))
    return Standing(
        place=place,
        places=places,
        entries=entries,
        preferred=preferred,
        position=inverse(preferred),
        belt_placed=belt_placed,
        years=years,
        radius=None if neighbours is None else neighbours.radius,
        count=None if question.belt_count is None else entries.take(question.belt_count),
    )


def _ranks(belts: Table, industry_ranks: Ints, years: BeltYears) -> list[Ints]:
    """Return what decides between equally close belts before distance and identifier."""
    city_ranks = [np.asarray(belts["city_rank"])] if "city_rank" in belts else []
    return [industry_ranks, *city_ranks, *([] if years.as_of is None else [-years.last])]
