"""Texts with the readings that are right, and how many of them a taxonomy reads so.

A list has the columns ``kind``, ``text``, ``under`` and ``must``.  ``under``: codes that are allowed, separated
by ``|``; ``CODE`` is the node or any under it, ``=CODE`` the node alone, ``-`` leaving the text unread.  ``must``:
codes of which each must be hit, by the node or one under it.  The lists were written when the taxonomy had 142
nodes; a node that came later counts as those of the 142 that are nearest above it.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clusterbelt.processing.analysis.industries.resolution import resolve_all
from clusterbelt.processing.analysis.places import registry

DATA = Path(__file__).resolve().parents[1] / "data"
RIGHT, UNREAD, PARTLY, WRONG = "right", "unread", "partly", "wrong"


@dataclass(frozen=True)
class Judged:
    """One text: its kind, what was read and how that is judged."""

    kind: str
    text: str
    codes: tuple
    by: str
    verdict: str
    readable: bool


def read_list(name):
    """The rows of ``tests/data/names_<name>.csv``."""
    with open(DATA / f"names_{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def judge(rows, taxonomy):
    """Read every text and compare with its labels."""
    found = resolve_all([row["text"] for row in rows], taxonomy, registry.place_names())
    return [_judged(row, found[row["text"]], taxonomy) for row in rows]


def measures(judged):
    """Precision of what is read, recall of what can be read, and the counts of the verdicts."""
    counts = Counter(row.verdict for row in judged)
    read = [row for row in judged if row.codes]
    wanted = [row for row in judged if row.readable]
    precision = sum(row.verdict != WRONG for row in read) / len(read) if read else 1.0
    recall = sum(row.verdict == RIGHT for row in wanted) / len(wanted) if wanted else 1.0
    return precision, recall, counts


def _judged(row, found, taxonomy):
    codes = tuple(taxonomy.codes[node] for node in found.nodes)
    allowed = row["under"].split("|")
    if not codes:
        verdict = RIGHT if "-" in allowed else UNREAD
    elif not all(_is_allowed(node, allowed, taxonomy) for node in found.nodes):
        verdict = WRONG
    elif not all(_is_hit(must, found.nodes, taxonomy) for must in filter(None, row["must"].split("|"))):
        verdict = PARTLY
    else:
        verdict = RIGHT
    return Judged(row["kind"], row["text"], codes, found.by, verdict, row["under"] != "-")


def _is_allowed(node, allowed, taxonomy):
    for entry in allowed:
        if entry.startswith("="):
            if entry[1:] in _old_names(node, taxonomy):
                return True
        elif entry != "-" and _lies_under(node, entry, taxonomy):
            return True
    return False


def _is_hit(code, nodes, taxonomy):
    return any(_lies_under(node, code, taxonomy) for node in nodes)


def _lies_under(node, code, taxonomy):
    return taxonomy.levels[node, taxonomy.code_index[code.lower()]] >= 0


def _old_names(node, taxonomy):
    """The codes of the first taxonomy that are the node or nearest above it."""
    if taxonomy.codes[node] in _first_codes():
        return {taxonomy.codes[node]}
    return set().union(*(_old_names(parent, taxonomy) for parent in taxonomy.parents[node]))


@lru_cache(maxsize=1)
def _first_codes():
    return frozenset((DATA / "names_first_codes.txt").read_text(encoding="ascii").split())
