"""The names of places for those who read no Chinese: English where there is such a name, else pinyin."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .index import is_latin, province_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    Row = dict[str, str]


def latin_names(places: Sequence[Row], english: Sequence[Row]) -> dict[str, str]:
    """The name of each place in Latin letters, by its code.

    Of two places of one level that are called the same, each bears its province: Suzhou (Jiangsu), Suzhou (Anhui).

    Parameters
    ----------
    places : sequence of dict
        Rows of places.csv.
    english : sequence of dict
        ``code, name``: names that are neither the first alias in Latin letters nor the name itself.

    Returns
    -------
    dict of str to str
        A place without any is called as it calls itself.
    """
    known = {row["code"]: row["name"] for row in english}
    plain = {row["code"]: known.get(row["code"]) or _first_latin(row) for row in places}
    heads = {province_of(row): plain[row["code"]] for row in places if row["level"] == "province"}
    provinces = defaultdict(set)
    for row in places:
        provinces[_kind_of(row), plain[row["code"]]].add(province_of(row))
    return {
        code: f"{name} ({heads[province_of(row)]})"
        if len(provinces[_kind_of(row), name]) > 1 and province_of(row) in heads
        else name
        for row in places
        for code, name in ((row["code"], plain[row["code"]]),)
    }


def _kind_of(row: Row) -> str:
    """Whether a place is listed among cities or among counties: those that a province governs directly are cities."""
    if row["level"] == "province":
        return "province"
    return "city" if row["parent"] == row["code"] else row["level"]


def _first_latin(row: Row) -> str:
    names = [row["name"], *(row.get("aliases") or "").split("|")]
    return next((name for name in names if name and is_latin(name)), row["name"])
