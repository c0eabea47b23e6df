"""Tables made of rows, whose columns have the same type whatever is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any


def table_of_rows(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], kinds: Mapping[str, str]
) -> Table:
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
