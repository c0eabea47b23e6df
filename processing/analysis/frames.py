"""Tables: named columns of one length that keep their types."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Union

import numpy as np

if TYPE_CHECKING:
    from .arrays import Array
    from .identifiers import Identifiers
    from .typed_columns import Integers, Texts

    # What a column of a table is.
    Column = Union[Array, Texts, Integers, Identifiers]
    # What can be read as a column.
    Values = Union[Column, Sequence[Any]]
    # A table, or a dict of its columns.
    Columns = Union["Table", Mapping[str, Values]]


class Table:
    """Named columns of one length.

    Parameters
    ----------
    columns : dict of str to array
        Arrays of numpy or `Texts`, `Integers`, `Identifiers`; in arrays of objects None stands for nothing.
    """

    def __init__(self, columns: dict[str, Any]) -> None:
        self.columns = columns

    @classmethod
    def of(cls, table: Any) -> Table:
        """Return a table as it is, or that of a dict of columns; lists become arrays of objects.

        A DataFrame is taken as well, its nulls as None.
        """
        return table if isinstance(table, cls) else cls({name: _array(one) for name, one in table.items()})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __contains__(self, name: str) -> bool:
        return name in self.columns

    def __getitem__(self, name: str) -> Any:
        return self.columns[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Return a column, or what stands for one that is not there."""
        return self.columns.get(name, default)

    def items(self) -> ItemsView[str, Any]:
        """Return the names with their columns."""
        return self.columns.items()

    def take(self, rows: Any) -> Table:
        """Return some rows, given by a slice, their positions or an array of bool."""
        return Table({name: column[rows] for name, column in self.columns.items()})

    def only(self, names: Iterable[str]) -> Table:
        """Return some columns, in the order of the names."""
        return Table({name: self.columns[name] for name in names})

    def with_columns(self, **columns: Any) -> Table:
        """Return the table with more columns; they replace those of the same name."""
        return Table({**self.columns, **Table.of(columns).columns})

    def rows(self) -> list[dict[str, Any]]:
        """Return the rows as dicts of Python values."""
        cells = zip(*(np.asarray(column).tolist() for column in self.columns.values()))
        return [dict(zip(self.columns, row)) for row in cells]


def stacked(tables: Sequence[Table]) -> Table:
    """Return tables of the same columns, one under the other."""
    return Table({name: np.concatenate([table[name] for table in tables]) for name in tables[0]})


def _array(values: Any) -> Any:
    if hasattr(values, "isna"):
        # Newer pandas makes NaN of the nulls of its own types, and doubles of whole numbers beside them.
        own = hasattr(values.dtype, "na_value") and values.isna().any()
        found = np.array(values, dtype=object) if own else np.array(values)
        if found.dtype == object:
            found[np.asarray(values.isna())] = None
        return found
    if hasattr(values, "__array__"):
        return values
    values = list(values)
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
