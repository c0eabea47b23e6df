"""Rows of a table in PostgreSQL as groups: how many they are, and which row of them comes first."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, TypeVar

from .dialects import BLANKS, POSTGRESQL
from .texts import Run, behind_from, query

Cell = TypeVar("Cell")

# Groups in one row of the answer.
_MOST = 65_536
# Digits of texts that are compared as numbers; letters of a key in hexadecimals, where the first bit is turned so that
# numbers below zero come first; and what stands for no text, behind all others.
_DIGITS = 18
_KEY = 16
_NO_TEXT = "CHR(1114111)"
_NOTHING = "CAST(NULL AS text)"
_SIGN = "CAST('-9223372036854775808' AS bigint)"


@dataclass(frozen=True)
class Groups:
    """Rows that have some columns in common; the columns are expressions.

    Attributes
    ----------
    relation, condition : str
        What stands behind FROM and WHERE; '' for no condition.
    columns : tuple of str
        What the rows of a group have in common.
    identity : str or None
        Text; the row of a group with the first one in natural order stands for the group.
    key : str or None
        Whole number of a row, which decides between equal texts.
    name : str or None
        Text to be had of that row.
    alone : tuple of str
        Texts of the identity, without blanks around them, that make a group of their own; of the key where there is no
        identity.
    """

    relation: str
    condition: str
    columns: tuple[str, ...]
    identity: str | None = None
    key: str | None = None
    name: str | None = None
    alone: tuple[str, ...] = ()

    def ask(self, run: Run, only: str = "TRUE", further: Sequence[str] = ()) -> Answer:
        """Ask the database.

        Parameters
        ----------
        run : callable
            Takes a query, returns its rows.
        only : str
            A condition on the rows.
        further : sequence of str
            More columns that rows have to have in common.

        Returns
        -------
        Answer
        """
        rows = run(self.query(only, further))
        width = len(self.columns) + len(further) + 4
        cells = [list(chain.from_iterable(json.loads(row[at]) for row in rows)) for at in range(width)]
        return Answer(cells[:-4], *cells[-4:])

    def query(self, only: str = "TRUE", further: Sequence[str] = ()) -> str:
        """Return the query; of each column all cells in JSON, some at a time, because single cells take ten times longer."""
        columns = (*self.columns, *further)
        names = [f"c{number}" for number in range(len(columns))]
        read = [f"{column} AS {name}" for column, name in zip(columns, names)]
        ride = {"i": self.identity, "k": self.key, "m": self.name}
        read += [f"{column} AS {name}" for name, column in ride.items() if column is not None]
        alone = ["a"] if self.alone else []
        if alone:
            read.append(f"{self._alone()} AS a")
        return query("groups").substitute(
            found=", ".join(f"CAST(JSON_AGG({name}) AS text)" for name in [*names, "n", *self._parts()]),
            most=_MOST,
            columns=", ".join(read),
            groups=", ".join(names + alone),
            first=self._first(),
            relation=behind_from(self.relation),
            condition=self.condition or "TRUE",
            only=only,
            fence=POSTGRESQL.fence,
        )

    def _first(self) -> str:
        """Return what is least in the row that stands for a group: natural order, 16 letters of the key, name."""
        identity = _NO_TEXT if self.identity is None else natural("i")
        key = "''" if self.key is None else f"ENCODE(INT8SEND(CAST(k AS bigint) # {_SIGN}), 'hex')"
        first = f"""({identity} || E'\\001' || {key}) COLLATE "C\""""
        return first if self.name is None else f"ARRAY[{first}, m]"

    def _parts(self) -> tuple[str, str, str]:
        """Return identity, key and name from what was least."""
        first = "f" if self.name is None else "f[1]"
        rest = 1 + (0 if self.key is None else _KEY)
        before = {"CHR(1)": 1 + _DIGITS, "CHR(2)": 1, "'０'": 1}
        behind = "".join(f"WHEN {mark} THEN {letters} " for mark, letters in before.items())
        skipped = f"CASE LEFT({first}, 1) {behind}ELSE 0 END"
        identity = (
            f"CASE WHEN LEFT({first}, 1) <> {_NO_TEXT} "
            f"THEN SUBSTR({first}, 1 + {skipped}, LENGTH({first}) - {rest} - {skipped}) END"
        )
        key = f"CAST(CAST('x' || RIGHT({first}, {_KEY}) AS bit(64)) AS bigint) # {_SIGN}"
        return identity, _NOTHING if self.key is None else key, _NOTHING if self.name is None else "f[2]"

    def _alone(self) -> str:
        text = f"CAST({self.key} AS text)" if self.identity is None else self.identity
        stripped = f"BTRIM({text}, {POSTGRESQL.text(BLANKS)})"
        return f"CASE WHEN {stripped} IN ({', '.join(map(POSTGRESQL.text, self.alone))}) THEN {stripped} END"


@dataclass(frozen=True)
class Answer:
    """Groups; lists with an entry for each.

    Attributes
    ----------
    columns : list of list
        What the rows of a group have in common.
    count : list of int
        How many rows there are.
    identity, key, name : list
        Of the row that stands for the group: text, whole number, text; None where nothing was
        asked for.
    """

    columns: list[list[Any]]
    count: list[int]
    identity: list[str | None]
    key: list[int | None]
    name: list[str | None]

    def __len__(self) -> int:
        return len(self.count)

    def __add__(self, other: Answer) -> Answer:
        pairs = zip(self.columns, other.columns)
        return Answer(
            [mine + others for mine, others in pairs],
            self.count + other.count,
            self.identity + other.identity,
            self.key + other.key,
            self.name + other.name,
        )

    def with_columns(self, *columns: list[Any]) -> Answer:
        """Return the groups with more columns."""
        return replace(self, columns=[*self.columns, *columns])

    def take(self, rows: Sequence[int]) -> Answer:
        """Return the groups at some positions, in their order."""
        return Answer(
            [_taken(column, rows) for column in self.columns],
            _taken(self.count, rows),
            _taken(self.identity, rows),
            _taken(self.key, rows),
            _taken(self.name, rows),
        )


def _taken(cells: Sequence[Cell], rows: Sequence[int]) -> list[Cell]:
    return list(map(cells.__getitem__, rows))


def natural(text: str) -> str:
    """Return an expression that sorts by code points as `natural_order` does, for a column of texts.

    What begins with most letters stands for itself: building a text for each row takes a third of the time.
    """
    return query("natural").substitute(text=text)
