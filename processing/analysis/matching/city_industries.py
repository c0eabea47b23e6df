"""The distinct questions of the clusters: which place, which industry, and whether one cluster alone asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..sparse import width_of

if TYPE_CHECKING:
    from ..arrays import Array, Flags, Ints
    from .belt_index import Coding


@dataclass(frozen=True)
class CityIndustries:
    """What the clusters ask for; entries are *keys*, arrays have the shape (keys,) unless said otherwise.

    Attributes
    ----------
    of_row : ndarray of int64, shape (n,)
        Key of each cluster row; −1 where its place is unknown.
    place, industry : ndarray of int64
    resolved : ndarray of bool
        Whether the industry is a set of nodes; otherwise only equal words count.
    """

    of_row: Ints
    place: Ints
    industry: Ints
    resolved: Flags

    def __len__(self) -> int:
        return len(self.place)

    def spread(self, values: Array, missing: str | int | None) -> Array:
        """Return a value for each row from one for each key; `missing` where the place is unknown."""
        column = np.full(len(self.of_row), missing, dtype=values.dtype)
        known = self.of_row >= 0
        column[known] = values[self.of_row[known]]
        return column


def group_clusters(place: Ints, industry: Ints, tag: Ints, coding: Coding) -> CityIndustries:
    """Find the distinct keys.

    Parameters
    ----------
    place, industry, tag : ndarray of int64, shape (n,)
        −1 for an unknown place, and for an industry that says nothing; a tag above 0 sets the rows of single clusters
        apart.
    coding : Coding
        Of the belts; its tags are not those of the clusters.

    Returns
    -------
    CityIndustries
    """
    known = np.flatnonzero(place >= 0)
    width, tags = coding.industries + 1, width_of(tag)
    asked = (place[known] * width + industry[known] + 1) * tags + tag[known]
    codes, inverse = np.unique(asked, return_inverse=True)
    of_row = np.full(len(place), -1, dtype=np.int64)
    of_row[known] = inverse
    key_industry = codes // tags % width - 1
    return CityIndustries(
        of_row=of_row,
        place=codes // (tags * width),
        industry=key_industry,
        resolved=(key_industry >= 0) & (key_industry < coding.sets),
    )
