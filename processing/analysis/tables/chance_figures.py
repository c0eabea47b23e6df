"""Figures of a permutation test: what was observed against the runs, by status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..matching import statuses
from ..matching.class_order import ALL_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..arrays import Ints

# The statistic of all statuses that come from a relation.
BOTH = "both"


def statistics(observed: Ints, drawn: Ints) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the statistics of one class."""
    names = (*statuses.by_relation(), BOTH)
    values, columns = [*observed, observed.sum()], [*drawn.T, drawn.sum(axis=1)]
    for stat, value, runs in zip(names, values, columns):
        mean, sd = float(runs.mean()), float(runs.std())
        above, below = (
            (1 + np.count_nonzero(side)) / (1 + len(runs)) for side in (runs >= value, runs <= value)
        )
        low, high = np.percentile(runs, [2.5, 97.5])
        yield (
            stat,
            {
                "observed": int(value),
                "expected": mean,
                "sd": sd,
                "ratio": value / mean if mean else float("nan"),
                "z": (value - mean) / sd if sd else float("nan"),
                "p": above,
                "p_two": min(1.0, 2 * min(above, below)),
                "low": low,
                "high": high,
            },
        )


def rates(row: dict[str, float], total: int) -> dict[str, float]:
    """Return the observed and the expected number as percentages of so many rows."""
    parts = {"rate_obs": row["observed"], "rate_exp": row["expected"]}
    return {name: 100 * part / total if total else float("nan") for name, part in parts.items()}


def adjust(rows: list[dict[str, Any]]) -> None:
    """Add `p_adj`: for all classes together `p` itself."""
    for row in rows:
        row["p_adj"] = row["p"]
    for stat in dict.fromkeys(row["stat"] for row in rows):
        found = sorted(
            (row for row in rows if row["stat"] == stat and row["class"] != ALL_CLASSES),
            key=lambda row: -row["p"],
        )
        least_yet = 1.0
        for rank, row in zip(range(len(found), 0, -1), found):
            least_yet = min(least_yet, row["p"] * len(found) / rank)
            row["p_adj"] = least_yet
