"""The gazetteer's files read into look-up tables: which names stand for which places, and when."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, normalise
from .checks import check_places

if TYPE_CHECKING:
    from collections.abc import Iterable

    # Units by the names and codes that stand for them.
    Entries = dict[str, list["Entry"]]
    from pathlib import Path

KINDS = ("name", "county", "zone", "brand", "code", "province", "word")

_BLANK = re.compile(r"[\s·・]")
# Unicode's classes of combining marks: points of Hebrew and Arabic, which are seldom written, and accents.
_FIRST_POINT, _LAST_POINT, _FIRST_ACCENT = 10, 36, 200
_CHARACTER = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Entry:
    """One place that a text can stand for, and the years in which it does.

    Attributes
    ----------
    code : str
        Code of the unit of analysis.
    city : str
        Code of the city that the place belongs to; where counties are units, too, it differs from `code`.
    province : str
        Key of the province that the place lies in.
    by : str
        How the text leads there: ``name``, ``alias``, ``county``, ``zone`` or ``code``.
    first, last : int or None
        First and last year; None is open.
    """

    code: str
    city: str
    province: str
    by: str
    first: int | None = None
    last: int | None = None

    def holds(self, year: int | None) -> bool:
        """Whether the entry holds in `year`; None is today."""
        if year is None:
            return self.last is None
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True)
class Unit:
    """A unit: code, name, key of its province, longitude and latitude in degrees (NaN where unknown)."""

    code: str
    name: str
    province: str
    lon: float
    lat: float


@dataclass
class Index:
    """Look-up tables by `key`.

    Attributes
    ----------
    units : dict of str to Unit
        Units of analysis by code.
    names, counties, stems, zones, codes : dict of str to list of Entry
        Units by name and alias, counties by their full names, counties by short names, development zones and
        towns, codes of all units.
    provinces : dict of str to set of str
        Keys of the provinces that a text names.
    heads : dict of str to Unit
        Provinces by their key.
    words : set of str
        Names that are common words as well: they count alone, but do not open a longer text.
    brands : set of str
        Zones whose name parks elsewhere carry as well: behind a city they are no second place.
    """

    units: dict[str, Unit] = field(default_factory=dict)
    names: Entries = field(default_factory=lambda: defaultdict(list))
    counties: Entries = field(default_factory=lambda: defaultdict(list))
    stems: Entries = field(default_factory=lambda: defaultdict(list))
    zones: Entries = field(default_factory=lambda: defaultdict(list))
    codes: Entries = field(default_factory=lambda: defaultdict(list))
    provinces: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    heads: dict[str, Unit] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    brands: set[str] = field(default_factory=set)


def key(text: str) -> str:
    """The text as the tables are keyed: normalised, without blanks; Latin letters without marks and signs."""
    return key_of(normalise(text))


def key_of(text: str) -> str:
    """`key` of a text that is normalised."""
    if _CHARACTER.search(text):
        return _BLANK.sub("", text)
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if letter.isalnum() or _is_spelling(letter))


def _is_spelling(letter: str) -> bool:
    """Whether a sign is part of how a word is spelt (vowels of Indian scripts, voicing of kana), no accent to pass over."""
    is_mark = unicodedata.category(letter) in ("Mn", "Mc")
    place = unicodedata.combining(letter)
    return is_mark and not (_FIRST_POINT <= place <= _LAST_POINT or place >= _FIRST_ACCENT)


def is_latin(text: str) -> bool:
    """Whether the text has no Chinese character."""
    return not _CHARACTER.search(text)


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file in UTF-8 (with or without a byte order mark) as dicts of text."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def build_index(
    places: list[dict[str, str]], aliases: Iterable[dict[str, str]], counties: bool = False
) -> Index:
    """Look-up tables of the rows of places.csv and of the files of aliases.

    Parameters
    ----------
    places : list of dict
        ``code, name, aliases, level, parent, lon, lat, valid_from, valid_to``; a row whose parent is itself is
        a unit of analysis.  Where there is a column ``province`` it holds the code of the province; without it
        the first two digits of a code tell the province.
    aliases : iterable of dict
        ``text, code, kind, valid_from, valid_to``; kind is one of `KINDS`, the code that of any place (of a
        province for ``province``, none for ``word``).
    counties : bool
        Whether counties are units of their own, rather than parts of their prefecture.

    Returns
    -------
    Index

    Raises
    ------
    AnalysisError
        Places that contradict each other (`checks.check_places`); an alias of an unknown kind or of a code that is
        not there.
    """
    check_places(places)
    index, placed = Index(), {row["code"]: row for row in places}
    for row in places:
        _add_place(index, row, counties)
    for row in aliases:
        _add_alias(index, row, placed, counties)
    return index


def province_of(row: dict[str, str]) -> str:
    """Key of the province of a row of places.csv: its column ``province``, else the head of its code."""
    return row["code"][:2] if row.get("province") is None else row["province"] or row["code"]


def _years(row: dict[str, str]) -> tuple[int | None, int | None]:
    first, last = (
        int(float(row[column])) if row.get(column) else None for column in ("valid_from", "valid_to")
    )
    return first, last


def _entry(row: dict[str, str], by: str, years: tuple[int | None, int | None], counties: bool) -> Entry:
    """The entry of a place; a county is a unit of its own where `counties` says so."""
    unit = row["code"] if counties and row["level"] == "county" else row["parent"]
    return Entry(unit, row["parent"], province_of(row), by, *years)


def _add_place(index: Index, row: dict[str, str], counties: bool) -> None:
    code, level, years = row["code"], row["level"], _years(row)
    short = [alias for alias in (row.get("aliases") or "").split("|") if alias]
    if level == "province":
        for text in [row["name"], *short]:
            index.provinces[key(text)].add(province_of(row))
        index.heads[province_of(row)] = _unit(row)
    if not row["parent"]:
        return
    index.codes[code_text(code)].append(_entry(row, "code", years, counties))
    if row["parent"] == code or (counties and level == "county"):
        index.units[code] = _unit(row)
    if level == "county" and row["parent"] != code:
        index.counties[key(row["name"])].append(_entry(row, "county", years, counties))
        for alias in short:
            index.stems[key(alias)].append(_entry(row, "county", years, counties))
        return
    index.names[key(row["name"])].append(_entry(row, "name", years, counties))
    for alias in short:
        index.names[key(alias)].append(_entry(row, "alias", years, counties))


def _unit(row: dict[str, str]) -> Unit:
    position = (float(row[column]) if row[column] else float("nan") for column in ("lon", "lat"))
    return Unit(row["code"], row["name"], province_of(row), *position)


def _add_alias(index: Index, row: dict[str, str], placed: dict[str, dict[str, str]], counties: bool) -> None:
    code, kind, text = row.get("code", ""), row.get("kind", ""), row["text"]
    if kind == "word":
        index.words.add(key(text))
        return
    place = placed.get(code)
    if kind not in KINDS or place is None or (place["level"] == "province") < (kind == "province"):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The alias {text} has the kind {kind} and the code {code}: the kind must be one of {kinds}, the code "
                "that of a place in the gazetteer.",
            ),
            text=text,
            kind=kind,
            code=code,
            kinds=", ".join(KINDS),
        )
    if kind == "province":
        index.provinces[key(text)].add(province_of(place))
        return
    if kind == "brand":
        index.brands.add(key(text))
        kind = "zone"
    entry = _entry(place, "alias" if kind == "name" else kind, _years(row), counties)
    if kind == "code":
        index.codes[code_text(text)].append(entry)
        return
    {"name": index.names, "county": index.counties, "zone": index.zones}[kind][key(text)].append(entry)
