"""The gazetteer's files read into look-up tables: which names stand for which places, and when."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, normalise

KINDS = ("name", "county", "zone", "code", "province")

_CHARACTER = re.compile("[\u3400-\u9fff]")
_LATIN_TAIL = re.compile(r"[ ,]+(city|shi|municipality|prefecture|league|county|province|sar)$")


@dataclass(frozen=True)
class Entry:
    """One place that a text can stand for, and the years in which it does.

    Attributes
    ----------
    code : str
        Code of the unit of analysis.
    province : str
        Key of the province that the place lies in.
    by : str
        How the text leads there: ``name``, ``alias``, ``county``, ``zone`` or ``code``.
    first, last : int or None
        First and last year; None is open.
    """

    code: str
    province: str
    by: str
    first: int | None = None
    last: int | None = None

    @property
    def dated(self) -> bool:
        """Whether the entry holds for some years only."""
        return self.first is not None or self.last is not None

    def holds(self, year: int | None) -> bool:
        """Whether the entry holds in `year`; None is today."""
        if year is None:
            return self.last is None
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True)
class Unit:
    """A unit of analysis: code, name, key of its province, longitude and latitude in degrees (NaN where unknown)."""

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
        By code.
    names, counties, stems, zones, codes : dict of str to list of Entry
        Units by name and alias, counties by their full names, counties by short names, development zones,
        codes of all units.
    provinces : dict of str to set of str
        Keys of the provinces that a text names.
    heads : dict of str to Unit
        Provinces by their key.
    openings : set of str
        Keys that may open a longer text.
    """

    units: dict = field(default_factory=dict)
    names: dict = field(default_factory=lambda: defaultdict(list))
    counties: dict = field(default_factory=lambda: defaultdict(list))
    stems: dict = field(default_factory=lambda: defaultdict(list))
    zones: dict = field(default_factory=lambda: defaultdict(list))
    codes: dict = field(default_factory=lambda: defaultdict(list))
    provinces: dict = field(default_factory=lambda: defaultdict(set))
    heads: dict = field(default_factory=dict)
    openings: set = field(default_factory=set)


def key(text) -> str:
    """The text as the tables are keyed: normalised, without blanks; Latin letters without marks and signs."""
    text = normalise(text)
    if _CHARACTER.search(text):
        return re.sub(r"[\s·・]", "", text)
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if letter.isalnum())


def is_latin(text) -> bool:
    """Whether the text has no Chinese character."""
    return not _CHARACTER.search(text)


def without_latin_tail(text: str) -> str:
    """'Suzhou' for 'Suzhou City'; other texts as they are (normalised)."""
    return _LATIN_TAIL.sub("", normalise(text))


def read_rows(path) -> list[dict]:
    """The rows of a CSV file in UTF-8 (with or without a byte order mark) as dicts of text."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def build_index(places, aliases, counties=False) -> Index:
    """Look-up tables of the rows of places.csv and aliases.csv.

    Parameters
    ----------
    places : iterable of dict
        ``code, name, aliases, level, parent, lon, lat, valid_from, valid_to``; a row whose parent is itself is
        a unit of analysis.  Where there is a column ``province`` it holds the code of the province; without it
        the first two digits of a code tell the province.
    counties : bool
        Whether counties are units of their own, rather than parts of their prefecture.
    aliases : iterable of dict
        ``text, code, kind, valid_from, valid_to``; kind is one of `KINDS`.

    Returns
    -------
    Index

    Raises
    ------
    AnalysisError
        An alias of an unknown kind or of a code that is not there.
    """
    index = Index()
    for row in places:
        _add_place(index, row, counties)
    for row in aliases:
        _add_alias(index, row)
    index.openings.update(index.names, index.counties, index.zones)
    index.openings.update(text for text in index.provinces if len(text) > 1)
    index.openings = {text for text in index.openings if not is_latin(text)}
    return index


def _years(row):
    return tuple(
        int(float(row[column])) if row.get(column) else None for column in ("valid_from", "valid_to")
    )


def _add_place(index, row, counties):
    code, parent, level, province = row["code"], row["parent"], row["level"], province_of(row)
    years = _years(row)
    short = [alias for alias in (row.get("aliases") or "").split("|") if alias]
    if level == "province":
        for text in [row["name"], *short]:
            index.provinces[key(text)].add(province)
        index.heads[province] = _unit(row)
    if not parent:
        return
    unit = code if counties and level == "county" else parent
    index.codes[code_text(code)].append(Entry(unit, province, "code", *years))
    if unit == code:
        index.units[code] = _unit(row)
    if level == "county" and parent != code:
        index.counties[key(row["name"])].append(Entry(unit, province, "county", *years))
        for alias in short:
            index.stems[key(alias)].append(Entry(unit, province, "county", *years))
        if row["name"].endswith("市"):
            index.openings.update(key(alias) for alias in short)
        return
    index.names[key(row["name"])].append(Entry(parent, province, "name", *years))
    for alias in short:
        index.names[key(alias)].append(Entry(parent, province, "alias", *years))


def province_of(row) -> str:
    """Key of the province of a row of places.csv: its column ``province``, else the head of its code."""
    return row["code"][:2] if row.get("province") is None else row["province"] or row["code"]


def _unit(row):
    position = (float(row[column]) if row[column] else float("nan") for column in ("lon", "lat"))
    return Unit(row["code"], row["name"], province_of(row), *position)


def _add_alias(index, row):
    code, kind = row["code"], row["kind"]
    if kind == "province" and code in (head.code for head in index.heads.values()):
        index.provinces[key(row["text"])].update(k for k, head in index.heads.items() if head.code == code)
        return
    if kind not in KINDS or code not in index.units:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The alias {text} has the kind {kind} and the code {code}: the "
                              "kinds are {kinds}, the code must be that of a city in the gazetteer."),
            text=row["text"], kind=kind, code=code, kinds=", ".join(KINDS),
        )  # fmt: skip
    province = index.units[code].province
    if kind == "code":
        index.codes[code_text(row["text"])].append(Entry(code, province, "code", *_years(row)))
        return
    table = {"name": index.names, "county": index.counties, "zone": index.zones}[kind]
    table[key(row["text"])].append(Entry(code, province, "alias" if kind == "name" else kind, *_years(row)))
