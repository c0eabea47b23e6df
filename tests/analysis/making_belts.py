"""Belts as tables take them, from plain columns."""

import numpy as np
from clusterbelt.processing.analysis.fields import CB_NODES, CB_WORDS
from clusterbelt.processing.analysis.matching.belt_years import years_of
from clusterbelt.processing.analysis.matching.placed_belts import placed


def belts_of(city, *, name=None, nodes=None, words=None, year=None, as_of=None, count=None):
    """The belts of some cities; the names of cities are their keys unless given."""
    column = {} if year is None else {"year": np.asarray(year, dtype=float)}
    years = years_of({"belt": np.arange(len(city)), **column}, as_of)
    read = None
    if nodes is not None:
        nothing = [None] * len(city)
        pairs = ((CB_NODES, nodes), (CB_WORDS, nothing if words is None else words))
        read = {key: np.array(list(values), dtype=object) for key, values in pairs}
    keys = np.array(list(city), dtype=object)
    return placed(keys, keys if name is None else np.array(list(name), dtype=object), read, years, count)
