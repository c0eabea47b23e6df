"""The columns that say how industries were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..fields import CB_NODES, CB_RESBY, CB_WORDS
from ..text import as_text

if TYPE_CHECKING:
    from ..arrays import Objects
    from ..industries.taxonomy import Taxonomy
    from .industry_sets import IndustrySets

SEPARATOR = "|"


def industry_columns(industries: IndustrySets, column: int, taxonomy: Taxonomy) -> dict[str, Objects]:
    """Say what the industries of a column were read as.

    Parameters
    ----------
    industries : IndustrySets
    column : int
        Which of the columns that were read.
    taxonomy : Taxonomy

    Returns
    -------
    dict of str to ndarray of object, shape (rows,)
        ``cb_nodes`` (codes), ``cb_resby`` (the step that found them) and ``cb_words`` (the text that stands for itself,
        because it has no node); None for nothing.
    """
    text = industries.columns[column]
    found = industries.resolutions
    words = [
        as_text(entry) if number >= len(industries.sets) else None
        for entry, number in zip(industries.texts, industries.number.tolist())
    ]
    columns = {
        CB_NODES: [SEPARATOR.join(taxonomy.codes[node] for node in entry.nodes) or None for entry in found],
        CB_RESBY: [entry.by or None for entry in found],
        CB_WORDS: words,
    }
    return {name: np.array([*values, None], dtype=object)[text] for name, values in columns.items()}
