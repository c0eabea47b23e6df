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


class Table:
    """Named columns of one length that keep their types; a DataFrame would make objects of some.

    Parameters
    ----------
    columns : dict of str to array
    """

    def __init__(self, columns):
        self.columns = columns

    @classmethod
    def of(cls, table):
        """Return the columns of a DataFrame, or a table as it is."""
        return (
            table if isinstance(table, cls) else cls({name: column.array for name, column in table.items()})
        )

    def __len__(self):
        return len(next(iter(self.columns.values()), ()))

    def __contains__(self, name):
        return name in self.columns

    def __getitem__(self, name):
        return self.columns[name]


def _column(values):
    if isinstance(values, np.ndarray) and values.dtype != object:
        return values
    return pd.Series(list(values), dtype=object)
