"""What the tables count: rows by city, whole clusters or weights; by class; accompanied or alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..distinct import equal_rows, number_values
from ..fields import CB_CITYCD, CB_COUNT, CB_REASON, CB_ROW, CB_STATUS, CB_WEIGHT, CB_WHOLE
from ..frames import Table
from ..matching import statuses
from ..matching.class_order import ALL_CLASSES
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import is_missing
from ..typed_columns import as_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..arrays import Flags, Floats, Ints, Objects
    from ..frames import Columns

ALL, ACCOMPANIED, ALONE = PARTS = ("all", "accompanied", "alone")
ROWS, WHOLE, WEIGHTED = BASES = ("rows", "whole", "weighted")

_COLUMNS = {
    ROWS: (CB_STATUS, CB_REASON),
    WHOLE: (CB_STATUS, CB_REASON, CB_ROW, CB_WHOLE),
    WEIGHTED: (CB_STATUS, CB_REASON, CB_WEIGHT),
}


@dataclass(frozen=True)
class Entries:
    """What is counted, one entry per row or whole cluster; arrays have the shape (entries,).

    Attributes
    ----------
    number : ndarray of int64
        Position of the class in `classes`.
    classes : list
        By first appearance; None, for entries without a class, last.
    status : ndarray of object
    no_belt, before : ndarray of bool
        Unmatched in a city without belts; those of them whose city had belts in earlier years.
    weight : ndarray of float64
        The count but for the base `weighted`.
    accompanied : ndarray of bool
        Whether a cluster of another class is in the same city.
    count : ndarray of int64
        How many rows, or whole clusters, an entry stands for.
    """

    number: Ints
    classes: list[str | None]
    status: Objects
    no_belt: Flags
    before: Flags
    weight: Floats
    accompanied: Flags
    count: Ints

    def take(self, chosen: Flags) -> Entries:
        """Return the chosen entries."""
        arrays: dict[str, Any]
        arrays = {name: value[chosen] for name, value in vars(self).items() if name != "classes"}
        return replace(self, **arrays)


def entries_of(frame: Columns, class_field: str, base: str) -> Entries:
    """Return what `base` counts.

    Parameters
    ----------
    frame : Table
        Matched clusters, one row per cluster and city: ``cb_status`` and ``cb_reason``; ``cb_row`` and
        ``cb_whole`` for whole clusters, ``cb_weight`` for weights; ``cb_citycd``, without which nothing
        counts as accompanied.
    class_field : str
    base : {'rows', 'whole', 'weighted'}

    Returns
    -------
    Entries
        Rows without one of the statuses are left out; `unknown_statuses` names them.

    Raises
    ------
    AnalysisError
        If a column is missing or the base is unknown.
    """
    if base not in BASES:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "BASE is “{base}”: give one of {known}."),
            base=base,
            known=", ".join(BASES),
        )
    frame = Table.of(frame)
    require(frame, (class_field, *_COLUMNS[base]))
    number, classes = classes_of(frame, class_field)
    reason = as_objects(frame[CB_REASON])
    before = reason == statuses.BELTS_ONLY_BEFORE
    count = row_counts(frame)
    entries = Entries(
        number=number,
        classes=classes,
        status=as_objects(frame[CB_STATUS]),
        no_belt=before | (reason == statuses.NO_BELT_IN_CITY),
        before=before,
        weight=count.astype(float),
        accompanied=is_accompanied(frame, number),
        count=count,
    )
    if base == WHOLE:
        entries = _whole(frame, entries)
    elif base == WEIGHTED:
        entries = _weighted(frame, entries)
    return entries.take(_is_status(entries.status))


def row_counts(frame: Table) -> Ints:
    """Return how many clusters each row stands for (``cb_count``): ndarray of int64, 1 without the column."""
    if CB_COUNT not in frame:
        return np.ones(len(frame), dtype=np.int64)
    counts: Ints = np.nan_to_num(np.asarray(frame[CB_COUNT], dtype=float), nan=1).astype(np.int64)
    return counts


def unknown_statuses(frame: Table) -> dict[tuple[str, str | None], int]:
    """Count the values that stand in place of a status: no total counts their rows.

    Parameters
    ----------
    frame : Table
        Matched clusters; ``cb_status`` and ``cb_whole`` are looked at where they are there.

    Returns
    -------
    dict of (str, str or None) to int
        Field and value → rows; None where the cell is empty.
    """
    found: dict[tuple[str, str | None], int] = {}
    for field in (CB_STATUS, CB_WHOLE):
        values = as_objects(frame[field]) if field in frame else np.zeros(0, dtype=object)
        for value in values[~_is_status(values)]:
            key = field, None if is_missing(value) else str(value)
            found[key] = found.get(key, 0) + 1
    return found


def require(frame: Table, columns: Sequence[str]) -> None:
    """Raise an `AnalysisError` that names the columns which are missing."""
    missing = [column for column in columns if column not in frame]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The column {missing} is missing: give the output of “Match clusters with belts”.",
            ),
            missing=", ".join(missing),
        )


def classes_of(frame: Table, class_field: str) -> tuple[Ints, list[str | None]]:
    """Number the classes by first appearance, rows without a class last.

    Returns
    -------
    number : ndarray of int64, shape (n,)
    classes : list
        One that is called like the sum of all classes stands in quotes.
    """
    number, names = number_values(as_objects(frame[class_field]))
    classes = [f"“{name}”" if name == ALL_CLASSES else name for name in names]
    if (number < 0).any():
        number = np.where(number < 0, len(classes), number)
        classes.append(None)
    return number, classes


def cities_of(frame: Table) -> tuple[Ints, list[str]]:
    """Number the cities by first appearance; −1 where the city is not known.

    Returns
    -------
    city : ndarray of int64, shape (n,)
    codes : list
        ``cb_citycd`` of each.
    """
    if CB_CITYCD not in frame:
        return np.full(len(frame), -1, dtype=np.int64), []
    values = as_objects(frame[CB_CITYCD])
    values = np.where(values == "", np.array(None), values)
    city, codes = number_values(values)
    return city, list(codes)


def clusters_of(frame: Table) -> Ints:
    """Number the whole clusters: the rows of one have the same ``cb_row`` before ``#``.

    Returns
    -------
    ndarray of int64, shape (n,)
    """
    names = [str(value).rpartition("#")[0] or str(value) for value in frame[CB_ROW]]
    return number_values(np.array(names, dtype=object))[0]


def is_accompanied(frame: Table, number: Ints) -> Flags:
    """Tell which rows stand in a city with another class, too; a row whose city is not known never does."""
    city, codes = cities_of(frame)
    once = city[equal_rows(city, number)[1]]
    classes = np.bincount(once[once >= 0], minlength=len(codes) + 1)
    return (city >= 0) & (classes[city] > 1)


def _is_status(values: Objects) -> Flags:
    known = frozenset(statuses.ordered())
    return np.array([value in known for value in values], dtype=bool)


def _whole(frame: Table, entries: Entries) -> Entries:
    """One entry a cluster: its best status; no belt where no unmatched row of it has one."""
    cluster = clusters_of(frame)
    count = int(cluster.max(initial=-1)) + 1
    first = np.full(count, len(cluster), dtype=np.int64)
    np.minimum.at(first, cluster, np.arange(len(cluster)))
    status = as_objects(frame[CB_WHOLE])[first]
    with_belts = np.zeros(count, dtype=bool)
    with_belts[cluster[(entries.status == statuses.UNMATCHED) & ~entries.no_belt]] = True
    before, accompanied = np.zeros(count, dtype=bool), np.zeros(count, dtype=bool)
    before[cluster[entries.before]] = True
    accompanied[cluster[entries.accompanied]] = True
    no_belt = (status == statuses.UNMATCHED) & ~with_belts
    return Entries(
        number=entries.number[first],
        classes=entries.classes,
        status=status,
        no_belt=no_belt,
        before=no_belt & before,
        weight=entries.weight[first],
        accompanied=accompanied,
        count=entries.count[first],
    )


def _weighted(frame: Table, entries: Entries) -> Entries:
    weight = np.asarray(frame[CB_WEIGHT], dtype=float)
    known = np.isfinite(weight)
    return replace(entries, weight=weight).take(known)
