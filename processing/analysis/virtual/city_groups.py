"""City groups: which group each city counts in, from the bundled table or one of the user's own."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, is_missing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BUNDLED = Path(__file__).resolve().parents[3] / "resources" / "regions" / "citygroups.csv"

# How the bundled table marks rows that no list confirms.
FROM_MEMORY = "memory"


@dataclass(frozen=True)
class CityGroups:
    """Groups of cities.

    Attributes
    ----------
    of_code : dict of str to str
        Code of a city → the group that it counts in (rank 1).
    others : tuple of (str, str)
        Codes and groups of other ranks, which do not count.
    unconfirmed : frozenset of str
        Codes whose row is from memory (column ``evidence``).
    """

    of_code: dict[str, str]
    others: tuple[tuple[str, str], ...] = ()
    unconfirmed: frozenset[str] = frozenset()


def bundled_groups() -> CityGroups:
    """Return the 19 city groups of China's 14th five-year plan that come with the plugin."""
    with open(BUNDLED, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return read_groups({name: [row[name] for row in rows] for name in rows[0]})


def read_groups(columns: Mapping[str, Sequence[object]]) -> CityGroups:
    """Read a table of groups.

    Parameters
    ----------
    columns : dict of str to sequence
        ``code``, ``group``; optional ``rank`` (1, also where empty, counts) and ``evidence``.

    Returns
    -------
    CityGroups

    Raises
    ------
    AnalysisError
        If a column is missing, or a code counts in two groups: it lists those.
    """
    missing = [name for name in ("code", "group") if name not in columns]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "The REGIONS table has no column {missing}: add it, or rename a column."
            ),
            missing=", ".join(missing),
        )
    size = len(columns["code"])
    ranks, evidence = (columns.get(name, [None] * size) for name in ("rank", "evidence"))
    of_code: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    unconfirmed: set[str] = set()
    twice: dict[str, list[str]] = {}
    for cell, name, rank, source in zip(columns["code"], columns["group"], ranks, evidence):
        if is_missing(cell) or is_missing(name):
            continue
        code, group = code_text(cell), str(name).strip()
        if not is_missing(rank) and code_text(rank) != "1":
            others.append((code, group))
            continue
        if of_code.get(code, group) != group:
            twice.setdefault(code, [of_code[code]]).append(group)
        of_code[code] = group
        if source == FROM_MEMORY:
            unconfirmed.add(code)
    if twice:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "REGIONS: these codes have two groups of rank 1: {codes}. Give all but one of the groups "
                "rank 2.",
            ),
            codes="; ".join(f"{code} ({', '.join(groups)})" for code, groups in sorted(twice.items())),
        )
    return CityGroups(of_code, tuple(others), frozenset(unconfirmed))
