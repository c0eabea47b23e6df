"""Belts as they were read and placed: what the matching writes of each, and what tables ask of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..columns import encode, sum_by
from ..fields import CB_NODES, CB_WORDS
from ..text import as_text, is_missing, normalise
from .bases import BASES, CURRENT, HISTORIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..arrays import Flags, Floats, Ints, Objects
    from ..frames import Values
    from .belt_years import BeltYears


@dataclass(frozen=True)
class PlacedBelts:
    """Belts with the key of their city, their industry and their basis; arrays have the shape (m,).

    Attributes
    ----------
    city, city_name : ndarray of object
        Key by which cities are compared (``cb_citycd``) and name; None where the city is not known.
    nodes, words : ndarray of object or None
        Codes of the industry (``cb_nodes``), or the text that stands for itself (``cb_words``); None where nobody
        asked for the industries.
    basis : ndarray of int8
        Position in `bases.BASES`.
    last : ndarray of float
        Last year up to that of the current belts in which the belt was there; NaN where that is not known.
    as_of : int or None
        Year of the current belts; None where it is not known.
    count : ndarray of int64
        How many belts an entry stands for.
    by_text : bool
        Whether equal texts are equal cities, whatever their capitals.
    """

    city: Objects
    city_name: Objects
    nodes: Objects | None
    words: Objects | None
    basis: Ints
    last: Floats
    as_of: int | None
    count: Ints
    by_text: bool = False

    @property
    def current(self) -> Flags:
        """Which belts are current: ndarray of bool."""
        current: Flags = self.basis == BASES.index(CURRENT)
        return current

    @property
    def earlier(self) -> Flags:
        """Which belts are of earlier years only: ndarray of bool."""
        earlier: Flags = self.basis == BASES.index(HISTORIC)
        return earlier

    def take(self, rows: Flags | Ints) -> PlacedBelts:
        """Return the same of some rows: ndarray of bool, or of positions."""
        arrays: dict[str, Any] = {
            name: value[rows] for name, value in vars(self).items() if isinstance(value, np.ndarray)
        }
        return replace(self, **arrays)

    def each(self) -> PlacedBelts:
        """Return the same with an entry for every belt."""
        every = self.take(np.repeat(np.arange(len(self.count)), self.count))
        return replace(every, count=np.ones(len(every.city), dtype=np.int64))

    def keys_of(self, codes: Values) -> Objects:
        """Return the keys of other rows (their ``cb_citycd``) as those of the belts are written.

        Returns
        -------
        ndarray of object
            None where the city is not known.
        """
        return city_keys(codes, self.by_text)

    def unread(self) -> dict[str, int]:
        """Count the texts of industries that no node was found for, those of most belts first.

        Returns
        -------
        dict of str to int
        """
        which, texts = encode(() if self.words is None else self.words)
        known = which >= 0
        counts = sum_by(which[known], self.count[known], len(texts)).tolist()
        return dict(sorted(zip(texts.tolist(), counts), key=lambda found: (-found[1], found[0])))


def city_keys(codes: Values, by_text: bool = False) -> Objects:
    """Return the keys by which cities are compared, None where there is none."""
    write = normalise if by_text else as_text
    which, distinct = encode(codes)
    keys = [None if is_missing(code) else write(code) for code in distinct]
    return np.array([*keys, None], dtype=object)[which]


def placed(
    keys: Objects,
    names: Objects,
    industries: Mapping[str, Objects] | None,
    years: BeltYears,
    count: Ints | None = None,
    by_text: bool = False,
) -> PlacedBelts:
    """Put together what was read of belts.

    Parameters
    ----------
    keys, names : ndarray of object, shape (m,)
        Of their cities.
    industries : dict of str to ndarray, or None
        See `industry_columns.industry_columns`.
    years : BeltYears
    count : ndarray of int64, optional
        1 by default.
    by_text : bool
        See `PlacedBelts`; rows that stand for no belt are left out.

    Returns
    -------
    PlacedBelts
    """
    industries = industries or {}
    belts = PlacedBelts(
        city=city_keys(keys),
        city_name=names,
        nodes=industries.get(CB_NODES),
        words=industries.get(CB_WORDS),
        basis=years.basis,
        last=years.last_known(),
        as_of=years.as_of,
        count=np.ones(len(keys), dtype=np.int64) if count is None else count,
        by_text=by_text,
    )
    return belts if count is None else belts.take(count > 0)
