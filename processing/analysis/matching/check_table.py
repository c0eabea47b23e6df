"""The texts that a person should look at: what was not understood, or only by its last words.

The table, its codes filled in, is what `industries.user_aliases.read_aliases` takes: the repair loop.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from ..cancelling import stop_if
from ..columns import encode, sum_by
from ..distinct import equal_rows
from ..frames import Table
from ..industries.resolution import KEYWORD, NO_NODE, SPLIT_PART
from ..industries.suggestions import Suggestions
from ..industries.user_aliases import CITY, INDUSTRY
from ..text import as_text, is_missing, normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..arrays import Ints
    from ..cancelling import Poll
    from ..frames import Values
    from ..industries.steps import Resolution
    from ..industries.taxonomy import Taxonomy
    from .industry_sets import IndustrySets

COLUMNS = ("text", "code", "kind", "role", "count", "why", "suggest", "example")
UNRESOLVED = "unresolved"
CLUSTER = "cluster"
BELT = "belt"
BOTH = "both"
# The rows of a table that is read by itself.
ALONE = ""

# A city that was not given cannot be mended by an alias.
_NO_TEXT = "missing"


@dataclass
class _Row:
    """What is collected about one text."""

    texts: set[str] = field(default_factory=set)
    examples: set[str] = field(default_factory=set)
    codes: tuple[int, ...] = ()
    nodes: tuple[int, ...] = ()
    why: str = ""
    candidates: str = ""
    counts: Counter[str] = field(default_factory=Counter)

    def cells(self, kind: str, taxonomy: Taxonomy, suggestions: Suggestions) -> tuple[Any, ...]:
        """Return the cells of `COLUMNS`."""
        text = min(self.texts)
        suggest = self.candidates if kind == CITY else suggestions.write(text, self.codes, self.nodes)
        return (
            text,
            "|".join(taxonomy.codes[node] for node in self.codes) or None,
            kind,
            BOTH if len(self.counts) > 1 else next(iter(self.counts)) or None,
            sum(self.counts.values()),
            self.why,
            suggest or None,
            min(self.examples),
        )


def check_table(
    industries: IndustrySets,
    roles: Sequence[str],
    cities: Mapping[str, Table | Mapping[str, Values]],
    taxonomy: Taxonomy,
    language: str = "en",
    cancelled: Poll = None,
    counts: Mapping[str, Ints] | None = None,
) -> Table:
    """List the unclear texts of clusters and belts, those of most rows first.

    Parameters
    ----------
    industries : IndustrySets
    roles : sequence of str
        Of its columns: `CLUSTER` and `BELT`, or `ALONE`.
    cities : dict of str to Table
        For the roles `CLUSTER` and `BELT` the columns ``text``, ``by`` (a reason of `places.resolving`) and
        ``candidates`` of the rows without a city; optional ``count`` (how many a row stands for).
    taxonomy : Taxonomy
    language : {'en', 'zh'}
        Of the names in ``suggest``.
    cancelled : callable, optional
    counts : dict of str to ndarray of int64, optional
        For roles how many each cell of their column stands for.

    Returns
    -------
    Table
        ``text``; ``code``, empty or, for a keyword, what was taken; ``kind`` (industry, city); ``role``
        (cluster, belt, both; None for `ALONE`); ``count`` of rows; ``why`` (unresolved, no_node, keyword,
        split_part; ambiguous, conflict, unknown); ``suggest``; ``example``, a whole text in which the text stands.
    """
    found: dict[tuple[str, str], _Row] = {}
    _collect_industries(found, industries, roles, counts or {})
    for role, frame in cities.items():
        _collect_cities(found, role, Table.of(frame))
    suggestions = Suggestions(taxonomy, language)
    rows = []
    for number, ((kind, _), row) in enumerate(found.items()):
        if number % 200 == 0:
            stop_if(cancelled)
        rows.append(row.cells(kind, taxonomy, suggestions))
    rows.sort(key=lambda row: (-row[4], row[2], row[0]))
    columns: dict[str, Any] = dict(zip(COLUMNS, zip(*rows))) if rows else dict.fromkeys(COLUMNS, ())
    columns["count"] = np.array(columns["count"], dtype=np.int64)
    return Table.of(columns)


def _collect_industries(
    found: dict[tuple[str, str], _Row],
    industries: IndustrySets,
    roles: Sequence[str],
    given: Mapping[str, Ints],
) -> None:
    size = len(industries.resolutions)
    counts: dict[str, Ints] = {}
    for role, column in zip(roles, industries.columns):
        known = column >= 0
        each = given[role][known] if role in given else np.ones(known.sum(), dtype=np.int64)
        counts[role] = sum_by(column[known], each, size)
    for number, (text, resolution) in enumerate(zip(industries.texts, industries.resolutions)):
        if is_missing(text) or not normalise(text):
            continue
        rows_of = {role: int(numbers[number]) for role, numbers in counts.items() if numbers[number]}
        # Texts of judgements stand in no row.
        if not rows_of:
            continue
        for piece, why, nodes, candidates in _unclear(text, resolution):
            row = found.setdefault((INDUSTRY, normalise(piece)), _Row())
            # A text that stands alone somewhere is more than a piece of another one.
            if row.why in ("", SPLIT_PART):
                row.why, row.codes, row.nodes = why, nodes, candidates
            row.texts.add(as_text(piece))
            row.examples.add(as_text(text))
            row.counts.update(rows_of)


def _unclear(text: str, resolution: Resolution) -> list[tuple[str, str, tuple[int, ...], tuple[int, ...]]]:
    """(text, why, nodes taken, nodes it could mean) of what is unclear in a reading."""
    if resolution.by == KEYWORD:
        return [(text, KEYWORD, resolution.nodes, ())]
    if not resolution.nodes:
        return [(text, resolution.by or UNRESOLVED, (), resolution.candidates)]
    parts: list[tuple[str, str, tuple[int, ...], tuple[int, ...]]]
    parts = [(piece, SPLIT_PART, (), ()) for piece in dict.fromkeys(resolution.rest)]
    parts += [(piece, NO_NODE, (), ()) for piece in dict.fromkeys(resolution.none)]
    return parts + [(piece, KEYWORD, nodes, ()) for piece, nodes in resolution.guessed]


def _collect_cities(found: dict[tuple[str, str], _Row], role: str, frame: Table) -> None:
    columns = [frame[name] for name in ("text", "by", "candidates")]
    number, first = equal_rows(*(encode(column)[0] for column in columns))
    counts = sum_by(number, frame.get("count", 1), len(first)).tolist()
    for row, count in zip(first.tolist(), counts):
        text, by, candidates = (as_text(column[row]) for column in columns)
        if by == _NO_TEXT or not normalise(text) or not count:
            continue
        entry = found.setdefault((CITY, normalise(text)), _Row())
        entry.texts.add(text)
        entry.examples.add(text)
        entry.why, entry.candidates = max((entry.why, entry.candidates), (by, candidates))
        entry.counts[role] += count
