"""Frames made of rows, whose columns have the same type whatever is in them."""

import numpy as np

from ..frames import frame_of


def frame_of_rows(rows, columns, kinds):
    """Return a frame of dictionaries.

    Parameters
    ----------
    rows : list of dict
    columns : sequence of str
        Which entries, in their order.
    kinds : dict of str to str
        Numpy type of the numeric columns, None becoming NaN; the others hold Python objects.

    Returns
    -------
    DataFrame
    """
    values = {name: [row[name] for row in rows] for name in columns}
    return frame_of(
        {
            name: np.array(column, dtype=kinds[name]) if name in kinds else column
            for name, column in values.items()
        }
    )
