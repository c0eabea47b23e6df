"""Tables as data frames, whose ways of choosing and comparing rows the tests use."""

import numpy as np
import pandas as pd


def framed(table):
    """The data frame of a table; None stays None."""
    columns = {name: np.asarray(column) for name, column in table.items()}
    return pd.DataFrame({name: pd.Series(column, dtype=column.dtype) for name, column in columns.items()})
