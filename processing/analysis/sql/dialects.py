"""How the engines differ in what we write for them: names, texts, numbers, and what keeps a subquery whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..text import BYTE_ORDER_MARK

# What Python strips from the ends of a text.
BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())


@dataclass(frozen=True)
class Dialect:
    """One engine's way of writing.

    Attributes
    ----------
    quote : str
        The mark around names; inside a name it is doubled.
    real : str
        The type of 64-bit floating point numbers.
    letters : str
        The type of texts.
    fence : str
        Ends a subquery that the planner must not copy into the places where it is used.
    backslash : str
        What opens a text that holds a backslash, in which it is doubled; '' where it stands for itself.
    apostrophe : str
        How an apostrophe is written inside a text.
    arrays : dict
        The engine's names of Python's types, where arrays of these are read at once; of 20,000 rows of values that are
        written one by one the server does not stop reading for a second.
    before, without : str
        Statements that go in front of a query in the same call, so that they end with it: first those that begin
        the transaction, then those that switch off what slows it down.
    """

    quote: str
    real: str
    letters: str = "text"
    fence: str = ""
    backslash: str = ""
    apostrophe: str = "''"
    arrays: dict[type, str] = field(default_factory=dict)
    before: str = ""
    without: str = ""

    def name(self, name: str) -> str:
        """Return a name of a column or a table."""
        return self.quote + name.replace(self.quote, 2 * self.quote) + self.quote

    def literal(self, value: str | float | None) -> str:
        """Return a value of a column as it stands in a query: NULL, text, bool, int or float."""
        if value is None:
            return "NULL"
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, str):
            return self.text(value)
        return self.number(value)

    def relation(self, columns: Sequence[Sequence[Any]]) -> str:
        """Return a relation of some columns, each of values of one type; None for nothing."""
        if self.arrays:
            return f"UNNEST({', '.join(map(self._array, columns))})"
        rows = (", ".join(map(self.literal, row)) for row in zip(*columns))
        return f"(VALUES {', '.join(f'({row})' for row in rows)})"

    def _array(self, values: Sequence[Any]) -> str:
        kind = next((type(value) for value in values if value is not None), str)
        written: Iterable[str] = map(repr if kind is float else str, values)
        if kind is str:
            written = (
                "NULL" if value is None else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
                for value in values
            )
        return f"CAST({self.text('{' + ','.join(written) + '}')} AS {self.arrays[kind]}[])"

    def text(self, text: str) -> str:
        """Return a text."""
        if self.backslash and "\\" in text:
            return self.backslash + "'" + text.replace("\\", "\\\\").replace("'", self.apostrophe) + "'"
        return "'" + text.replace("'", self.apostrophe) + "'"

    def as_read(self, text: str) -> str:
        """Return a column of texts as rows are read: without marks of the byte order in front."""
        mark = self.text(BYTE_ORDER_MARK)
        return f"CASE WHEN ASCII({text}) = {ord(BYTE_ORDER_MARK)} THEN TRIM(LEADING {mark} FROM {text}) ELSE {text} END"

    def not_blank(self, column: str) -> str:
        """Return a column in which a text of nothing but blanks is NULL."""
        text = f"CAST({column} AS {self.letters})"
        # Of most texts the first letter tells, which takes a third of the time.
        letter = f"ASCII({text}) BETWEEN 33 AND 132 OR ASCII({text}) > {ord(BLANKS[-1])}"
        blank = f"TRIM(LEADING {self.text(BLANKS)} FROM {text}) = ''"
        return f"CASE WHEN {letter} THEN {column} WHEN {blank} THEN NULL ELSE {column} END"

    def number(self, number: float) -> str:
        """Return a number, to its last digit."""
        if isinstance(number, int):
            return f"({number})"
        return f"CAST({self.text(repr(float(number)))} AS {self.real})"


POSTGRESQL = Dialect(
    quote='"',
    real="DOUBLE PRECISION",
    # Of the type of offsets: a 0 of another type is taken for a limit, and what is above it runs in one process.
    fence="OFFSET bigint '0'",
    backslash="E",
    arrays={str: "text", int: "bigint", float: "DOUBLE PRECISION", bool: "boolean"},
    # One string is one transaction: what is set ends with it, and nothing can be written.
    before="SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; ",
    # Sorting of groups, because the planner takes a group of an expression for as many groups as there are rows;
    # compiling (from 11 on), because the cost of a sort that cannot be avoided then seems to be worth it. Some 10⁵
    # groups of texts fit into 64 MB, where they would go through files.
    without="SELECT set_config(name, 'off', TRUE) FROM pg_settings WHERE name IN ('enable_sort', 'jit'); "
    "SELECT set_config(name, GREATEST(setting::bigint, 65536) || 'kB', TRUE) FROM pg_settings WHERE name = 'work_mem'; ",
)
DUCKDB = Dialect(quote='"', real="DOUBLE")
SPARK = Dialect(quote="`", real="DOUBLE", letters="STRING", backslash=" ", apostrophe="\\'")
