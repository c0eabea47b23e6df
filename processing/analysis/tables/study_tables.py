"""All tables of a study at once, for a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..distinct import nulls
from ..fields import CB_BELT, CB_CITY, CB_EVID, CB_REASON, CB_ROW, CB_STATUS, CB_WEIGHT, CB_WHOLE
from ..frames import Table, stacked
from ..matching import statuses
from ..matching.class_order import ALL_CLASSES, place_of
from ..typed_columns import as_objects
from .chance import NULL_MODELS, Chance, ChanceTest, NothingToTestError, match_chance
from .cluster_relations import ClusterRelations, relate_clusters
from .composition import city_composition
from .counting import BASES, PARTS, classes_of, row_counts
from .overlap_of_cities import compare_cities
from .rows import table_of_rows
from .summary import equal_classes, match_summary, summaries

if TYPE_CHECKING:
    from ..cancelling import Poll
    from ..industries.relations import Relations
    from ..industries.taxonomy import Taxonomy
    from ..matching.placed_belts import PlacedBelts
    from .matched_rows import MatchedRows

# A report lists no more than so many rows of each kind; it says so where there are more.
MOST_LISTED = 300
_BY_DEFAULT = ChanceTest()


@dataclass(frozen=True)
class StudyTables:
    """Tables of one layer of matched clusters; None where something needed was not given.

    Attributes
    ----------
    summary : Table
        All parts by rows, and all classes by whole clusters and weights, where the layer has them.
    tests : tuple
        See `summary.equal_classes`.
    sets, cities : Table
        See `composition.city_composition`.
    relations : ClusterRelations
    overlap, overlap_cities : Table
        See `overlap_of_cities.compare_cities`.
    as_of : int or None
        Year of the current belts.
    chances : tuple of Chance
        By null model.
    clusters : Table
        The first rows: ``row``, ``name``, ``class``, ``city``, ``status``, ``reason``, ``belt``, ``evid``.
    unresolved : Table
        ``reason``, ``evid``, ``rows``, ``first``: texts that did not resolve, those of most rows first.
    by_class : bool
        Whether there are classes; without them there are neither sets nor relations.
    """

    summary: Table
    tests: tuple[Any, ...]
    sets: Table | None = None
    cities: Table | None = None
    relations: ClusterRelations | None = None
    overlap: Table | None = None
    overlap_cities: Table | None = None
    as_of: int | None = None
    chances: tuple[Chance, ...] = ()
    clusters: Table | None = None
    unresolved: Table | None = None
    by_class: bool = True


def study_tables(
    clusters: MatchedRows,
    taxonomy: Taxonomy,
    relations: Relations,
    *,
    belts: PlacedBelts | None = None,
    units: int | None = None,
    test: ChanceTest = _BY_DEFAULT,
    language: str = "en",
    most: int = MOST_LISTED,
    cancelled: Poll = None,
) -> StudyTables:
    """Work out the tables.

    Parameters
    ----------
    clusters : MatchedRows
        With ``city``, the key that the belts are compared by.
    taxonomy, relations
        Of the matching.
    belts : matching.placed_belts.PlacedBelts, optional
        Their industries are asked for where they have been read.
    units, test
        See `compare_cities` and `match_chance`; all null models are tested.
    language : {'en', 'zh'}
    most : int
        How many pairs and clusters to list.
    cancelled : callable, optional

    Returns
    -------
    StudyTables
    """
    frame, class_field = Table.of(clusters.frame), clusters.class_field
    by_class = bool(class_field)
    if not by_class:
        # The one class that all are in; its rows are those of all.
        frame = frame.with_columns(**{class_field: np.full(len(frame), None, dtype=object)})
    clusters = replace(clusters, frame=frame)
    tables = _of_statuses(clusters, most)
    if not nulls(as_objects(frame["city"])).all():
        if by_class:
            tables["sets"], tables["cities"] = city_composition(frame, class_field)
            tables["relations"] = relate_clusters(
                clusters, taxonomy, relations, language=language, most=most, cancelled=cancelled
            )
        if belts is not None:
            tables.update(_with_belts(frame, class_field, belts, units))
            if belts.nodes is not None:
                tables["chances"] = _chances(
                    clusters, belts, taxonomy, relations, test=test, cancelled=cancelled
                )
    if not by_class:
        tables["summary"] = _of_all(tables["summary"])
        tables["chances"] = tuple(
            replace(chance, table=_of_all(chance.table)) for chance in tables.get("chances", ())
        )
    return StudyTables(**tables, by_class=by_class)


def _chances(
    clusters: MatchedRows,
    belts: PlacedBelts,
    taxonomy: Taxonomy,
    relations: Relations,
    *,
    test: ChanceTest,
    cancelled: Poll,
) -> tuple[Chance, ...]:
    """Return the tests of all null models; none for a study of which nothing was understood, which has its other tables."""
    tests = [replace(test, null_model=null_model) for null_model in NULL_MODELS]
    frame, class_field = Table.of(clusters.frame), clusters.class_field
    try:
        return tuple(
            match_chance(frame, class_field, belts, taxonomy, relations, one, cancelled=cancelled)
            for one in tests
        )
    except NothingToTestError:
        return ()


def _of_all(table: Table) -> Table:
    """Return the rows of all classes: those that stand by themselves are the same ones."""
    return table.take(table["class"] == ALL_CLASSES)


def _of_statuses(clusters: MatchedRows, most: int) -> dict[str, Any]:
    frame, class_field = clusters.frame, clusters.class_field
    bases = [base for base, need in zip(BASES, (CB_STATUS, CB_WHOLE, CB_WEIGHT)) if need in frame]
    parts = [summaries(frame, class_field, bases[:1], PARTS if class_field else PARTS[:1])]
    parts += [summaries(frame, class_field, [base]) for base in bases[1:]]
    return {
        "summary": stacked(parts),
        "tests": equal_classes(match_summary(frame, class_field)),
        "clusters": _clusters(frame, class_field, clusters.name_field, most),
        "unresolved": _unresolved(frame),
    }


def _with_belts(frame: Table, class_field: str, belts: PlacedBelts, units: int | None) -> dict[str, Any]:
    clusters = frame.with_columns(**{"name": frame[CB_CITY], "class": frame[class_field]})
    overlap, cities = compare_cities(clusters, belts, units)
    return {"overlap": overlap, "overlap_cities": cities, "as_of": belts.as_of}


def _clusters(frame: Table, class_field: str, name_field: str, most: int) -> Table:
    """The first rows in the order of classes, statuses and the layer."""
    order = {name: i for i, name in enumerate(statuses.ordered())}
    place = [order.get(name, len(order)) for name in as_objects(frame[CB_STATUS])]
    number, classes = classes_of(frame, class_field)
    of_class = sorted(range(len(classes)), key=lambda one: place_of(classes[one]))
    chosen = frame.take(np.lexsort((np.array(place), np.argsort(of_class)[number]))[:most])
    columns = {
        "row": CB_ROW,
        "name": name_field,
        "class": class_field,
        "city": CB_CITY,
        "status": CB_STATUS,
        "reason": CB_REASON,
        "belt": CB_BELT,
        "evid": CB_EVID,
    }
    rows = [{key: row.get(name) for key, name in columns.items()} for row in chosen.rows()]
    return table_of_rows(rows, tuple(columns), {})


def _unresolved(frame: Table) -> Table:
    lost = frame.take(as_objects(frame[CB_STATUS]) == statuses.UNRESOLVED)
    evidence = lost[CB_EVID] if CB_EVID in lost else [None] * len(lost)
    found: dict[object, dict[str, Any]] = {}
    for reason, text, row, count in zip(lost[CB_REASON], evidence, lost[CB_ROW], row_counts(lost).tolist()):
        entry = found.setdefault((reason, text), {"reason": reason, "evid": text, "rows": 0, "first": row})
        entry["rows"] += count
    rows = sorted(found.values(), key=lambda entry: -entry["rows"])
    return table_of_rows(rows, ("reason", "evid", "rows", "first"), {"rows": "int64"})
