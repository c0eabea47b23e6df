"""Every output and every field of it, written once: in the tables of `resources/fields`.

Layers get their fields, aliases, formats and titles from here, the documentation its pages, the help its lists.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

# The keys that are written into layers of the user.
# All keys of the outputs of a matching begin so.
PREFIX = "cb_"
CB_ROW = "cb_row"
CB_CITY = "cb_city"
CB_CITYCD = "cb_citycd"
CB_CITYBY = "cb_cityby"
CB_SHARED = "cb_shared"
CB_WEIGHT = "cb_weight"
CB_NODES = "cb_nodes"
CB_RESBY = "cb_resby"
CB_STATUS = "cb_status"
CB_WHOLE = "cb_whole"
CB_REASON = "cb_reason"
CB_REL = "cb_rel"
CB_BELTID = "cb_beltid"
CB_BELT = "cb_belt"
CB_VIA = "cb_via"
CB_NMATCH = "cb_nmatch"
CB_NADJ = "cb_nadj"
CB_NCITY = "cb_ncity"
CB_NUNRES = "cb_nunres"
CB_HIST = "cb_hist"
CB_BASIS = "cb_basis"
CB_DECBY = "cb_decby"
CB_EVID = "cb_evid"
CB_NCLUS = "cb_nclus"
CB_CLUSID = "cb_clusid"
CB_WORDS = "cb_words"
CB_LAST = "cb_last"
CB_COUNT = "cb_count"

# Kinds of values.
TEXT, INT, LONG, DOUBLE = KINDS = ("string", "int", "long", "double")
_NUMPY = {INT: "int64", LONG: "int64", DOUBLE: "float64"}

_FOLDER = Path(__file__).parents[2] / "resources" / "fields"


class Field(NamedTuple):
    """A field of an output.

    Attributes
    ----------
    key : str
        Its name in the layer, at most ten characters, never translated.
    kind : str
        One of `KINDS`; '' where it is that of a field of the input.
    digits : int or None
        Decimals with which tables show it; None for as many as it has.
    alias : Words
        What tables and forms of QGIS call it.
    meaning : Words
        What it says, with its unit.
    """

    key: str
    kind: str
    digits: int | None
    alias: Words
    meaning: Words

    def explained(self, language: str) -> str:
        """Return its key, its name and what it says, in a language."""
        between, behind = ("：", "；") if language == "zh" else (" – ", ": ")
        return f"{self.key}{between}{self.alias.say(language)}{behind}{self.meaning.say(language)}"


class Table(NamedTuple):
    """What an output adds to the fields of its input, in its order.

    Attributes
    ----------
    name : str
        By which styles and documentation know it.
    algorithms : tuple of str
        Which algorithms make it; empty for the table that the dock writes.
    output : str
        Which parameter of theirs.
    title : Words
        What the layer is called.
    """

    name: str
    algorithms: tuple[str, ...]
    output: str
    title: Words

    @property
    def fields(self) -> tuple[Field, ...]:
        """Fields of a kind of their own, in their order."""
        return tuple(field for field in _fields()[self.name] if field.kind)

    @property
    def labels(self) -> tuple[Field, ...]:
        """Fields before them whose kind is that of a field of the input."""
        return tuple(field for field in _fields()[self.name] if not field.kind)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the fields, in their order."""
        return tuple(field.key for field in self.fields)

    @property
    def types(self) -> dict[str, str]:
        """Numpy types of the numbers, by key."""
        return {field.key: _NUMPY[field.kind] for field in self.fields if field.kind in _NUMPY}

    def find(self, name: str) -> Field | None:
        """Return the field of a name, whatever its capitals; None where there is none."""
        return next((field for field in (*self.fields, *self.labels) if field.key == name.lower()), None)


def table(name: str) -> Table:
    """Return the table of a name; a KeyError where there is none."""
    return tables()[name]


def table_of(algorithm: str, output: str) -> Table | None:
    """Return what an output of an algorithm holds; None where it is not a table of ours."""
    return next((t for t in tables().values() if algorithm in t.algorithms and t.output == output), None)


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """Return all tables by name."""
    return {
        row["table"]: Table(
            row["table"],
            tuple(row["algorithms"].split()),
            row["output"],
            Words(row["title_en"], row["title_zh"]),
        )
        for row in _rows("outputs.csv")
    }


@lru_cache(maxsize=1)
def _fields() -> dict[str, list[Field]]:
    """Return the fields of each table: algorithms name their outputs when QGIS starts, and ask for no fields."""
    fields: dict[str, list[Field]] = {}
    for row in _rows("fields.csv"):
        field = _field(row)
        for name in row["tables"].split():
            fields.setdefault(name, []).append(field)
    return fields


def _field(row: dict[str, str]) -> Field:
    return Field(
        row["key"],
        row["kind"],
        int(row["digits"]) if row["digits"] else None,
        Words(row["alias_en"], row["alias_zh"]),
        Words(row["meaning_en"], row["meaning_zh"]),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with open(_FOLDER / name, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
