"""Pairs of what belongs together, made and summed a million at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..sparse import chunks, spans, starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..arrays import Array, Floats, Ints
    from ..cancelling import Poll

CHUNK = 10**6


def pairs_within(owner: Ints, cancelled: Poll = None) -> Iterator[tuple[Ints, Ints]]:
    """Yield the pairs of entries of each owner, in parts of about a million.

    Parameters
    ----------
    owner : (n,) int
        Of each entry, ascending.
    cancelled : callable, optional

    Yields
    ------
    first, second : (k,) int64
        Positions of entries of one owner, first ≤ second.
    """
    every = np.arange(len(owner))
    counts = np.searchsorted(owner, owner, side="right") - every
    for part in chunks(counts, CHUNK):
        stop_if(cancelled)
        yield np.repeat(every[part], counts[part]), spans(every[part], counts[part])


class KeySums:
    """Sums of several columns by key, kept small while parts are added.

    Parameters
    ----------
    columns : int
    """

    def __init__(self, columns: int) -> None:
        self._parts: list[tuple[Array, ...]] = []
        self._columns, self._waiting = columns, 0

    def add(self, keys: Ints, *values: Floats) -> None:
        """Add (k,) int64 keys and the values of each."""
        found = _summed(keys, values)
        self._parts.append(found)
        self._waiting += len(found[0])
        if self._waiting > 4 * CHUNK:
            self._merge()

    def result(self) -> tuple[Array, ...]:
        """Return the keys in their order, and the sums of each column."""
        self._merge()
        if not self._parts:
            return (np.zeros(0, dtype=np.int64), *(np.zeros(0) for _ in range(self._columns)))
        return self._parts[0]

    def _merge(self) -> None:
        if len(self._parts) > 1:
            keys, *values = (np.concatenate(column) for column in zip(*self._parts))
            self._parts = [_summed(keys, values)]
        self._waiting = 0


def _summed(keys: Ints, values: Sequence[Floats]) -> tuple[Array, ...]:
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = starts(keys)
    if not len(first):
        return (keys, *(np.zeros(0) for _ in values))
    return (keys[first], *(np.add.reduceat(value[order], first) for value in values))
