"""Tables in which None stays None, whatever pandas would make of a column of texts."""

import numpy as np
import pandas as pd


def frame_of(columns):
    """Return a DataFrame whose text columns keep Python objects.

    Parameters
    ----------
    columns : dict of str to sequence
        Numeric arrays keep their type; everything else becomes a column of objects.

    Notes
    -----
    From version 3 on pandas turns a list of texts into a type of its own that has NaN for None.
    """
    return pd.DataFrame({name: _column(values) for name, values in columns.items()})


def _column(values):
    if isinstance(values, np.ndarray) and values.dtype != object:
        return values
    return pd.Series(list(values), dtype=object)
