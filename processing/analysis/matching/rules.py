"""The choices of a match that do not come from the data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rules:
    """How far relations reach, how texts are read, and which year counts.

    Attributes
    ----------
    max_levels : int or None
    max_hops, lift : int
        See `industries.relations.relations`.
    keywords : bool
        Whether a label that only ends the text of an industry may count.
    as_of : int or None
        Year of the current belts; None: the newest in the data.
    """

    max_levels: int | None = None
    max_hops: int = 1
    lift: int = 0
    keywords: bool = True
    as_of: int | None = None
