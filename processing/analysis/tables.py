"""The tables that a study prints from matched clusters."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd

from .matching.statuses import ADJACENT, MATCHED, NO_BELT_IN_CITY, UNMATCHED, UNRESOLVED
from .messages import QT_TRANSLATE_NOOP, AnalysisError

ALL_CLASSES = "*"
ALL = "all"
ROWS = "rows"
BASES = (ROWS,)

# Two-sided 95 % of the normal distribution.
_Z95 = 1.959963984540054


def match_summary(frame, class_field, base=ROWS):
    """Count the statuses by class, with rates and their intervals.

    Parameters
    ----------
    frame : DataFrame
        Matched clusters with ``cb_status`` and ``cb_reason``, one row per cluster and city.
    class_field : str
        Column of the class; rows without a class form the last class, before the sum.
    base : {'rows'}
        What is counted.

    Returns
    -------
    DataFrame
        A row per class in the order of first appearance, and ``*`` for all: ``class``, ``part``,
        ``base``, ``total``, ``matched``, ``adjacent``, ``unmatched``, ``unresolved``, ``no_belt``, the
        rates ``rate_m``, ``rate_a``, ``rate_ma`` and the bounds ``m_low`` … ``ma_high`` in percent. The
        rates divide by the rows that are not unresolved; NaN where there are none.

    Raises
    ------
    AnalysisError
        If a column is missing or the base is unknown.
    """
    _check(frame, class_field, base)
    number, names = pd.factorize(frame[class_field].to_numpy(object))
    groups = [(name, number == i) for i, name in enumerate(names)]
    if (number < 0).any():
        groups.append((None, number < 0))
    groups.append((ALL_CLASSES, np.ones(len(frame), dtype=bool)))
    status, reason = frame["cb_status"].to_numpy(object), frame["cb_reason"].to_numpy(object)
    rows = [
        {"class": name, "part": ALL, "base": base, **_counts(status[rows], reason[rows])}
        for name, rows in groups
    ]
    table = pd.DataFrame([{**row, **_rates(row)} for row in rows])
    table["class"] = pd.Series([row["class"] for row in rows], dtype=object)
    return table


def wilson(count, total, z=_Z95):
    """Return Wilson's interval of a share.

    Parameters
    ----------
    count, total : float
        Hits and trials.
    z : float
        Quantile of the normal distribution; default: 95 %, two-sided.

    Returns
    -------
    low, high : float
        Fractions; NaN where `total` is 0.

    Notes
    -----
    E. B. Wilson (1927), Journal of the American Statistical Association 22, 209–212.
    """
    if not total:
        return float("nan"), float("nan")
    share, spread = count / total, z * z / total
    middle = share + spread / 2
    half = z * np.sqrt(share * (1 - share) / total + spread / (4 * total))
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (0.0 if count == 0 else float(low)), (1.0 if count == total else float(high))


def half_up(value, digits=1):
    """Round for print: 56.25 becomes 56.3, where Python's own rounding gives 56.2.

    Parameters
    ----------
    value : float or Decimal
        Finite.
    digits : int
        Places after the point.

    Returns
    -------
    str
    """
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return str(rounded if rounded else abs(rounded))


def _check(frame, class_field, base):
    missing = [column for column in (class_field, "cb_status", "cb_reason") if column not in frame]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The column {missing} is missing: give the output of “Match clusters with belts”.",
            ),
            missing=", ".join(missing),
        )
    if base not in BASES:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "BASE is “{base}”: give one of {known}."),
            base=base,
            known=", ".join(BASES),
        )


def _counts(status, reason):
    counts = {name: int((status == name).sum()) for name in (MATCHED, ADJACENT, UNMATCHED, UNRESOLVED)}
    return {"total": len(status), **counts, "no_belt": int((reason == NO_BELT_IN_CITY).sum())}


def _rates(row):
    decided = row[MATCHED] + row[ADJACENT] + row[UNMATCHED]
    counts = {"m": row[MATCHED], "a": row[ADJACENT], "ma": row[MATCHED] + row[ADJACENT]}
    rates = {
        f"rate_{name}": 100 * count / decided if decided else float("nan") for name, count in counts.items()
    }
    for name, count in counts.items():
        low, high = wilson(count, decided)
        rates[f"{name}_low"], rates[f"{name}_high"] = 100 * low, 100 * high
    return rates
