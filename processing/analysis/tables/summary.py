"""Class × status: counts, rates and how sure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..frames import Table, stacked
from ..intervals import effective_number, equal_rates, wilson
from ..matching import statuses
from ..matching.class_order import ALL_CLASSES
from .counting import ACCOMPANIED, ALL, ROWS, WEIGHTED, entries_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..arrays import Flags
    from ..frames import Columns
    from .counting import Entries

_TEXTS = ("class", "part", "base")


def match_summary(frame: Columns, class_field: str, base: str = ROWS, parts: Sequence[str] = (ALL,)) -> Table:
    """Count the statuses by class, with rates and their intervals.

    Parameters
    ----------
    frame : Table
        Matched clusters, one row per cluster and city; see `counting.entries_of` for its columns.
    class_field : str
        Column of the class; rows without a class form the last class, before the sum.
    base : {'rows', 'whole', 'weighted'}
        What is counted: rows by city, whole clusters with their best status, or weights.
    parts : sequence of {'all', 'accompanied', 'alone'}
        Accompanied is a cluster with one of another class in its city, alone any other: cell by cell the
        two make up the whole.

    Returns
    -------
    Table
        For each part a row per class in the order of first appearance, and ``*`` for all: ``class``,
        ``part``, ``base``, ``total``, the statuses, ``no_belt`` (unmatched where the city has no belt
        now), ``none_rel`` (unmatched though it has), ``before`` (those of `no_belt` whose city had belts in
        earlier years), ``n_eff`` (Kish's number for weights, else the decided entries), the rates
        ``rate_m``, ``rate_a``, ``rate_ma`` and the bounds ``m_low`` … ``ma_high`` in percent. Rates divide
        by what is not unresolved; NaN where there is nothing.

    Raises
    ------
    AnalysisError
        If a column is missing or the base is unknown.
    """
    entries = entries_of(frame, class_field, base)
    number = int if base != WEIGHTED else float
    rows = []
    for part in parts:
        chosen = entries
        if part != ALL:
            chosen = entries.take(entries.accompanied == (part == ACCOMPANIED))
        groups = [(name, chosen.take(chosen.number == i)) for i, name in enumerate(entries.classes)]
        for name, group in [*groups, (ALL_CLASSES, chosen)]:
            rows.append(
                {"class": name, "part": part, "base": base, **_counts(group, number), **_rates(group)}
            )
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return Table.of(
        {name: values if name in _TEXTS else np.array(values) for name, values in columns.items()}
    )


def summaries(frame: Columns, class_field: str, bases: Sequence[str], parts: Sequence[str] = (ALL,)) -> Table:
    """Put the tables of several bases one under the other, with the counts as floating-point numbers."""
    every = stacked([match_summary(frame, class_field, base, parts) for base in bases])
    return Table(
        {name: column.astype(float) if column.dtype.kind == "i" else column for name, column in every.items()}
    )


def equal_classes(summary: Table) -> tuple[tuple[float, int, float], tuple[float, int, float]]:
    """Test whether the classes of a summary have the same rates.

    Parameters
    ----------
    summary : Table
        Rows of one base and part, as `match_summary` gives them.

    Returns
    -------
    matched, statuses : tuple of (statistic, degrees of freedom, p)
        Matched against not matched; the three statuses. See `intervals.equal_rates`.
    """
    classes = summary.take(summary["class"] != ALL_CLASSES)
    counts = np.column_stack([classes[status] for status in statuses.decided()])
    matched = classes[statuses.MATCHED]
    either = np.column_stack([matched, counts.sum(axis=1) - matched])
    return equal_rates(either), equal_rates(counts)


def _counts(group: Entries, number: type[int] | type[float]) -> dict[str, float]:
    def total(chosen: Flags) -> float:
        return number(group.weight[chosen].sum())

    unmatched = group.status == statuses.UNMATCHED
    return {
        "total": total(np.ones(len(group.weight), dtype=bool)),
        **{name: total(group.status == name) for name in statuses.ordered()},
        "no_belt": total(unmatched & group.no_belt),
        "none_rel": total(unmatched & ~group.no_belt),
        "before": total(unmatched & group.before),
    }


def _rates(group: Entries) -> dict[str, float]:
    status = group.status.astype(str)
    decided = np.isin(status, statuses.decided())
    weight = group.weight[decided]
    whole, n_eff = weight.sum(), effective_number(weight, group.count[decided])
    rates: dict[str, float] = {}
    bounds: dict[str, float] = {}
    for name, kinds in statuses.rates().items():
        share = group.weight[np.isin(status, kinds)].sum() / whole if whole else float("nan")
        low, high = wilson(share * n_eff, n_eff)
        rates[f"rate_{name}"] = float(100 * share)
        bounds[f"{name}_low"], bounds[f"{name}_high"] = 100 * float(low), 100 * float(high)
    return {"n_eff": n_eff, **rates, **bounds}
