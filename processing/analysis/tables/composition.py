"""Which classes the cities have: how many cities of each set of classes, and what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ..columns import sum_by
from ..distinct import equal_rows, number_values, rows_by_number
from ..fields import CB_CITY, CB_CITYCD, CB_ROW, CB_STATUS, CB_WEIGHT, table
from ..frames import Table
from ..matching import statuses
from ..matching.class_order import ALL_CLASSES
from ..typed_columns import as_objects
from .counting import cities_of, classes_of, clusters_of, require, row_counts
from .rows import table_of_rows

if TYPE_CHECKING:
    from ..arrays import Ints, Objects
    from ..frames import Columns

# Stands for rows without a class in the name of a set.
NO_CLASS = "?"


def city_composition(given: Columns, class_field: str) -> tuple[Table, Table]:
    """Count the cities by their set of classes.

    Parameters
    ----------
    given : Table
        Matched clusters, one row per cluster and city: ``cb_citycd``, ``cb_city``, ``cb_row``,
        ``cb_weight``; with ``cb_status`` the cities get their statuses.
    class_field : str

    Returns
    -------
    sets : Table
        A row per set, those of most classes first, then ``*`` for all sets of k classes and at last ``*`` for
        all cities (k is NaN): ``classes`` (such as ``AM+INN+SEI``), ``k``, ``cities``, ``rows``, ``whole``
        (whole clusters with a row there), ``weight``, the shares of all rows, clusters and weights
        ``share``, ``share_wh`` and ``share_wt`` (fractions), ``by_class`` (rows of each class) and
        ``city_list``, the city with most rows first. Rows whose city is not known are left out.
    cities : Table
        A row per city, most rows first: ``city``, ``citycd``, ``classes``, ``k``, ``rows``, ``whole``,
        ``weight``, ``by_class`` and the number of rows of each status.

    Raises
    ------
    AnalysisError
        If a column is missing.
    """
    frame = Table.of(given)
    require(frame, (class_field, CB_CITYCD, CB_CITY, CB_ROW, CB_WEIGHT))
    number, classes = classes_of(frame, class_field)
    labels = np.array([NO_CLASS if name is None else str(name) for name in classes], dtype=object)
    city, codes = cities_of(frame)
    rows = Table(
        {
            "city": city,
            "class": labels[number] if len(labels) else labels,
            "cluster": clusters_of(frame),
            "weight": np.asarray(frame[CB_WEIGHT], dtype=float),
            "count": row_counts(frame),
        }
    )
    everything = _amounts(rows)
    rows = rows.take(city >= 0)
    names = _first(as_objects(frame[CB_CITY]), city, len(codes))
    cities = _cities(rows, codes, names)
    if CB_STATUS in frame:
        status, found = as_objects(frame[CB_STATUS]), {}
        for name in statuses.ordered():
            chosen = (status == name) & (city >= 0)
            counts = sum_by(city[chosen], row_counts(frame)[chosen], len(codes))
            found[name] = counts[cities["number"]]
        cities = cities.with_columns(**found)
    sets = _sets(rows, cities, everything)
    return sets, cities.only(name for name in cities if name != "number")


def _cities(rows: Table, codes: list[str], names: list[str]) -> Table:
    """One row per city, most rows first, then by code."""
    found: list[dict[str, Any]] = [
        {
            "number": number,
            "city": names[number],
            "citycd": codes[number],
            **_set_of(group),
            **_amounts(group),
            "by_class": _by_class(group),
        }
        for number, group in enumerate(map(rows.take, rows_by_number(rows["city"], len(codes))))
    ]
    found.sort(key=lambda row: (-row["rows"], str(row["citycd"])))
    columns = table("composition_cities")
    keys = ("number", *(key for key in columns.keys if key not in statuses.ordered()))
    return table_of_rows(found, keys, {"number": "int64", **columns.types})


def _sets(rows: Table, cities: Table, everything: dict[str, float]) -> Table:
    number, sets = number_values(cities["classes"])
    found: list[dict[str, Any]] = []
    for classes, group in zip(sets, map(cities.take, rows_by_number(number, len(sets)))):
        found.append({"classes": classes, "k": int(group["k"][0]), **_row(rows, group, everything)})
    found.sort(key=lambda row: (-row["k"], -row["rows"], row["classes"]))
    for k in sorted(set(cities["k"].tolist()), reverse=True):
        group = cities.take(cities["k"] == k)
        found.append({"classes": ALL_CLASSES, "k": int(k), **_row(rows, group, everything)})
    found.append({"classes": ALL_CLASSES, "k": None, **_row(rows, cities, everything)})
    return table_of_rows(found, table("composition").keys, table("composition").types)


def _row(rows: Table, cities: Table, everything: dict[str, float]) -> dict[str, float | str]:
    """Count what is in some cities."""
    inside = rows.take(np.isin(rows["city"], cities["number"]))
    amounts = _amounts(inside)
    shares = {
        share: amounts[name] / everything[name] if everything[name] else float("nan")
        for share, name in (("share", "rows"), ("share_wh", "whole"), ("share_wt", "weight"))
    }
    names = ", ".join(str(name) for name in cities["city"])
    return {"cities": len(cities), **amounts, **shares, "by_class": _by_class(inside), "city_list": names}


def _amounts(rows: Table) -> dict[str, float]:
    return {
        "rows": int(rows["count"].sum()),
        "whole": int(rows["count"][equal_rows(rows["cluster"])[1]].sum()),
        "weight": float(np.nansum(rows["weight"])),
    }


def _set_of(rows: Table) -> dict[str, int | str]:
    classes = sorted(set(rows["class"]))
    return {"classes": "+".join(classes), "k": len(classes)}


def _by_class(rows: Table) -> str:
    number, classes = number_values(rows["class"])
    counts = zip(classes, sum_by(number, rows["count"], len(classes)).tolist())
    return ", ".join(f"{name} {count}" for name, count in sorted(counts))


def _first(values: Objects, group: Ints, count: int) -> list[str]:
    """Return the first value of each group."""
    first = np.full(count + 1, len(values), dtype=np.int64)
    np.minimum.at(first, group, np.arange(len(values)))
    return [values[i] for i in first[:count]]
