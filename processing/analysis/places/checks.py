"""Refuse a table of places that no gazetteer can be made of."""

from __future__ import annotations

from ..messages import QT_TRANSLATE_NOOP, AnalysisError

COLUMNS = ("code", "name", "level", "parent", "lon", "lat")
_NUMBERS = ("lon", "lat", "valid_from", "valid_to")


def check_places(places: list[dict[str, str]]) -> None:
    """Refuse rows of places.csv that contradict each other or cannot be read.

    Parameters
    ----------
    places : list of dict

    Raises
    ------
    AnalysisError
        A missing column; a code that occurs twice; an unknown parent; a position or year that is not a number.
    """
    missing = [name for name in COLUMNS if places and name not in places[0]]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "places.csv of the gazetteer lacks the columns {columns}."),
            columns=", ".join(missing),
        )
    rows: dict[str, int] = {}
    for number, row in enumerate(places, 1):
        if rows.setdefault(row["code"], number) != number:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "places.csv of the gazetteer, row {row}: row {other} has the code “{code}” as well.",
                ),
                row=number,
                other=rows[row["code"]],
                code=row["code"],
            )
    for number, row in enumerate(places, 1):
        _check_row(number, row, rows)


def _check_row(number: int, row: dict[str, str], codes: dict[str, int]) -> None:
    if row["parent"] and row["parent"] not in codes:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "places.csv of the gazetteer, row {row}: the parent “{parent}” is not the code of any row.",
            ),
            row=number,
            parent=row["parent"],
        )
    for column in _NUMBERS:
        if row.get(column) and not _is_number(row[column]):
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "places.csv of the gazetteer, row {row}: {column} is “{value}”, which is not a number.",
                ),
                row=number,
                column=column,
                value=row[column],
            )


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False
