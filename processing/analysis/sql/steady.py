"""Whether a relation of PostgreSQL gives the same rows to every statement of one moment: its plan tells."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from .dialects import POSTGRESQL
from .texts import behind_from, query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .texts import Run

# Parts of a plan that give rows of a sample, the first ones in whatever order rows come, or their numbers in it.
_BY_CHANCE = {"Sample Scan", "Limit", "Unique", "WindowAgg"}
_CALLED = re.compile(r'("(?:[^"]|"")+"|[^\W\d][\w$]*)\(')
_IN_ORDER = re.compile(r"_agg$")


def is_steady(run: Run, relation: str, condition: str) -> bool:
    """Tell whether rows stay the same from statement to statement, as far as the server itself can know.

    Parameters
    ----------
    run : callable
        Takes a query, returns its rows.
    relation, condition : str
        A table, a view, or a query in brackets; '' for no condition.
    """
    places = {"relation": behind_from(relation), "condition": condition or "TRUE"}
    plan = run(query("plan").substitute(places))[0][0]
    plan = json.loads(plan) if isinstance(plan, str) else plan
    called: set[str] = set()
    for name, value in _told(plan):
        if name == "Node Type" and value in _BY_CHANCE:
            return False
        called |= {_plain(found) for found in _CALLED.findall(value)}
    if any(map(_IN_ORDER.search, called)):
        return False
    names = ", ".join(map(POSTGRESQL.text, sorted(called)))
    return not called or not run(query("volatile").substitute(names=names))


def _told(plan: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts of a plan, each with its name."""
    if isinstance(plan, dict):
        for key, value in plan.items():
            yield from _told(value, key)
    elif isinstance(plan, list):
        for value in plan:
            yield from _told(value, name)
    elif isinstance(plan, str):
        yield name, plan


def _plain(name: str) -> str:
    return name[1:-1].replace('""', '"') if name.startswith('"') else name
