"""Tables made of rows, whose columns have the same type whatever is in them."""

import numpy as np

from ..frames import Table


def table_of_rows(rows, columns, kinds):
    """Return a table of dictionaries.

    Parameters
    ----------
    rows : list of dict
    columns : sequence of str
        Which entries, in their order.
    kinds : dict of str to str
        Numpy type of the numeric columns, None becoming NaN; the others hold Python objects.

    Returns
    -------
    Table
    """
    values = {name: [row[name] for row in rows] for name in columns}
    return Table.of(
        {
            name: np.array(column, dtype=kinds[name]) if name in kinds else column
            for name, column in values.items()
        }
    )
