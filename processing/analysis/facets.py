"""Facets of a list: which rows have which keys, and how many there are of each under the choices in the others."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .arrays import Flags, Ints


class Facets:
    """Columns of keys.

    Parameters
    ----------
    columns : dict of str to sequence
        By facet a hashable key for each row, None for none; all of one length.
    texts : sequence of str, optional
        See `set_texts`.
    """

    def __init__(self, columns: Mapping[str, Sequence[Hashable]], texts: Sequence[str] = ()) -> None:
        self._keys: dict[str, list[Hashable]] = {}
        self._codes: dict[str, Ints] = {}
        self._texts = texts
        self._rows = len(next(iter(columns.values()), ()))
        for facet, column in columns.items():
            self.set_column(facet, column)

    def set_column(self, facet: str, column: Sequence[Hashable]) -> None:
        """Take other keys for a facet."""
        places = {key: place for place, key in enumerate(dict.fromkeys(column))}
        self._codes[facet] = np.fromiter(map(places.__getitem__, column), np.int64, len(column))
        self._keys[facet] = list(places)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Take what is searched in each row, case-folded."""
        self._texts = texts

    def rows_with(
        self, chosen: Mapping[str, Collection[Hashable]], without: str = "", text: str = ""
    ) -> Flags:
        """Return which rows have, in each facet, one of the keys that are chosen in it, and hold a text.

        Parameters
        ----------
        chosen : dict of str to collection
            Keys by facet; none chosen keeps all. Unknown facets and keys fit no row.
        without : str
            A facet that is left out.
        text : str
            In any case of letters; '' for any.

        Returns
        -------
        (rows,) bool
        """
        kept = np.ones(self._rows, dtype=bool)
        if text:
            folded = text.casefold()
            kept &= np.fromiter((folded in known for known in self._texts), bool, self._rows)
        for facet, keys in chosen.items():
            if facet == without or not keys:
                continue
            if facet not in self._codes:
                return np.zeros(self._rows, dtype=bool)
            fits = np.array([key in keys for key in self._keys[facet]], dtype=bool)
            kept &= fits[self._codes[facet]]
        return kept

    def counts(self, facet: str, kept: Flags) -> list[tuple[Hashable, int]]:
        """Return the keys of a facet with their numbers of rows among those kept, by first appearance.

        Parameters
        ----------
        facet : str
        kept : (rows,) bool

        Returns
        -------
        list of (key, int)
        """
        numbers = np.bincount(self._codes[facet][kept], minlength=len(self._keys[facet]))
        return list(zip(self._keys[facet], numbers.tolist()))
