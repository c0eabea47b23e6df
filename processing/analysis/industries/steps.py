"""The steps by which a text can be understood, the surest first, and what a reading is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

CODE = "code"
SCHEME = "scheme"
NAME = "name"
ALIAS = "alias"
SUFFIX = "suffix"
SPLIT = "split"
SPLIT_PART = "split_part"
KEYWORD = "keyword"
TEXT = "text"

# A text that is understood and names no industry of the taxonomy, such as a service.
NO_NODE = "no_node"

# In the order in which they are tried; a rank is ten times the step plus the levels a code was cut by.
STEPS = (CODE, SCHEME, NAME, ALIAS, SUFFIX, SPLIT, SPLIT_PART, KEYWORD, TEXT)
RANK = {step: 10 * number for number, step in enumerate(STEPS, start=1)}
UNRESOLVED_RANK = 10 * (len(STEPS) + 1)


@dataclass(frozen=True)
class Resolution:
    """What a text was understood as.

    Attributes
    ----------
    nodes : tuple of int
        Positions in the taxonomy, in the order of the text; () where nothing was found.
    by : str
        The step that found them (one of `STEPS`); `NO_NODE` where the text is known to name no industry of
        the taxonomy, '' where it was not understood.
    rank : int
        Smaller is surer; grows with the step and with every level that a code lost.
    rest : tuple of str
        Pieces of a list that were not understood.
    guessed : tuple of (str, tuple of int)
        Pieces of a list that were understood by their last words alone, and what they were taken for.
    candidates : tuple of int
        Nodes that the text could mean where it was not understood, or that disagree.
    none : tuple of str
        Pieces of a list that are known to name no industry of the taxonomy.
    """

    nodes: tuple[int, ...] = ()
    by: str = ""
    rank: int = UNRESOLVED_RANK
    rest: tuple[str, ...] = ()
    guessed: tuple[tuple[str, tuple[int, ...]], ...] = ()
    candidates: tuple[int, ...] = ()
    none: tuple[str, ...] = ()


def found(nodes: Sequence[int], step: str, **more: Any) -> Resolution:
    """Return the reading of a step: `NO_NODE` where it has no nodes."""
    if not nodes:
        return Resolution(by=NO_NODE, **more)
    return Resolution(tuple(dict.fromkeys(nodes)), step, RANK[step], **more)
