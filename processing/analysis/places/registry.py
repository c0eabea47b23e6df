"""Gazetteers by country: a folder of `FOLDER` is a country; this is the only place that opens one.

A folder holds ``places.csv`` and, optionally, ``aliases.csv`` and ``english.csv``; see resources/README.md.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .gazetteer import Gazetteer
    from .levels import ByProvince

# What opens a gazetteer is imported when one is opened: algorithms ask for `countries` when QGIS starts.

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "gazetteer"
DEFAULT = "cn"
# Module and class of the countries whose names follow rules of their own; in all others equal names are equal places.
RULES = {"cn": ("chinese", "ChineseGazetteer")}


def countries() -> list[str]:
    """The countries that there are gazetteers of, the default one first."""
    found = (path.parent.name for path in FOLDER.glob("*/places.csv"))
    return sorted(found, key=lambda country: (country != DEFAULT, country))


def gazetteer(country: str = DEFAULT, level: str = "prefecture") -> Gazetteer | ByProvince:
    """The gazetteer of a country, read at the first call.

    Parameters
    ----------
    country : str
        One of `countries`.
    level : {'prefecture', 'county', 'province'}
        What is one place: units of analysis (a row of places.csv that is its own parent), counties, provinces.

    Returns
    -------
    Resolver
    """
    from .levels import COUNTY, PROVINCE, ByProvince

    read = _read(FOLDER / country, level == COUNTY)
    return ByProvince(read) if level == PROVINCE else read


def place_names(country: str = DEFAULT) -> frozenset[str]:
    """All names of a country that may open a longer text, normalised."""
    return _read(FOLDER / country, counties=False).place_names()


@lru_cache(maxsize=4)
def province_names(country: str = DEFAULT) -> dict[str, str]:
    """The name of the province by the code of each place of a country, without reading its whole gazetteer."""
    from .index import province_of, read_rows

    rows = read_rows(FOLDER / country / "places.csv")
    names = {province_of(row): row["name"] for row in rows if row["level"] == "province"}
    return {row["code"]: names[province_of(row)] for row in rows if province_of(row) in names}


@lru_cache(maxsize=4)
def names_in(language: str, country: str = DEFAULT) -> dict[str, str]:
    """What readers of a language call each place of a country, by its code; data keep its official name.

    Parameters
    ----------
    language : str
        'zh' for the official names; any other for those in Latin letters.
    country : str
        One of `countries`.
    """
    from .index import read_rows
    from .latin_names import latin_names

    rows = read_rows(FOLDER / country / "places.csv")
    if language == "zh":
        return {row["code"]: row["name"] for row in rows}
    english = FOLDER / country / "english.csv"
    return latin_names(rows, read_rows(english) if english.exists() else [])


@lru_cache(maxsize=4)
def provinces_in(language: str) -> dict[str, str]:
    """What readers of a language call the provinces of all countries, by their official name."""
    from .index import read_rows

    return {
        row["name"]: names_in(language, country)[row["code"]]
        for country in countries()
        for row in read_rows(FOLDER / country / "places.csv")
        if row["level"] == "province"
    }


@lru_cache(maxsize=4)
def _read(folder: Path, counties: bool) -> Gazetteer:
    module, name = RULES.get(folder.name, ("gazetteer", "Gazetteer"))
    rules = getattr(import_module(f".{module}", __package__), name)
    read: Gazetteer = rules.from_folder(folder, counties)
    return read
