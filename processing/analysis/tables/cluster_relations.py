"""Which clusters of different classes in one city do the same, belong to one another, or are neighbours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from ..cancelling import stop_if
from ..columns import sum_by
from ..fields import CB_CITY, CB_CITYCD, CB_NODES, CB_ROW, table
from ..frames import Table
from ..industries.explaining import explain
from ..industries.node_sets import read_node_sets
from ..industries.relation_kinds import BELT_WITHIN, CLUSTER_WITHIN, RELATIONS, SAME
from ..industries.relation_sentences import relation_sentence
from ..industries.relations import rank_of_cost
from ..industries.set_costs import SetCosts
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..typed_columns import as_objects
from .counting import cities_of, classes_of, require, row_counts
from .rows import table_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..arrays import Ints
    from ..cancelling import Poll
    from ..industries.relations import Relations
    from ..industries.taxonomy import Taxonomy
    from .matched_rows import MatchedRows

SAME_RELATION, B_WITHIN_A, A_WITHIN_B, NEAR = PAIR_RELATIONS = ("same", "b_within_a", "a_within_b", "near")
WEAKEST = ("same", "within", "near")
MAX_PAIRS = 10**6

# How close the pairs are whose relation is at least so strong.
_CLOSENESS = {"same": 3, "within": 2, "near": 1}


@dataclass(frozen=True)
class ClusterRelations:
    """Pairs of clusters of different classes in one city.

    Attributes
    ----------
    pairs : Table
        ``city``, ``citycd``, ``a``, ``b`` (names of rows), ``class_a``, ``class_b``, ``name_a``, ``name_b``,
        ``rel``, ``grp`` (NaN for pairs that join no group), ``evid``; by city in the order of the
        rows, the closest pairs first.
    counts : dict of str to int
        All pairs by relation, whether listed or not.
    groups : int
        Groups of clusters that are connected by relations of at least the weakest one chosen.
    without_doubles : int
        Rows, of those that do the same in one city only one counted.
    unjudged : int
        Rows whose city or industry is not known.
    """

    pairs: Table
    counts: dict[str, int]
    groups: int
    without_doubles: int
    unjudged: int


def relate_clusters(
    clusters: MatchedRows,
    taxonomy: Taxonomy,
    relations: Relations,
    *,
    weakest: str = "near",
    language: str = "en",
    most: int | None = None,
    cancelled: Poll = None,
) -> ClusterRelations:
    """Relate the clusters of different classes in each city, every pair once.

    Parameters
    ----------
    clusters : MatchedRows
        With ``cb_citycd``, ``cb_city``, ``cb_row``, ``cb_nodes``. In a pair the class that appears first is `a`.
    taxonomy : Taxonomy
        With which the clusters were matched.
    relations : Relations
        Of the nodes of `taxonomy`.
    weakest : {'near', 'within', 'same'}
        The weakest relation over which clusters form a group.
    language : {'en', 'zh'}
        Of the evidence.
    most : int, optional
        List no more than so many pairs. Default: all, and an error beyond `MAX_PAIRS`.
    cancelled : callable, optional

    Returns
    -------
    ClusterRelations

    Raises
    ------
    AnalysisError
        If a column is missing, or there are too many pairs.
    """
    clusters = replace(clusters, frame=Table.of(clusters.frame))
    require(clusters.frame, (clusters.class_field, CB_CITYCD, CB_CITY, CB_ROW, CB_NODES))
    if weakest not in WEAKEST:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "LEVEL is “{level}”: give one of {known}."),
            level=weakest,
            known=", ".join(WEAKEST),
        )
    kinds = _kinds(clusters.frame, clusters.class_field, taxonomy)
    costs = SetCosts(relations, kinds.sets, kinds.sets)
    related = _related(kinds, costs, cancelled)
    counts, stands_for = _counts(kinds, related), row_counts(clusters.frame)
    if most is None:
        _refuse_too_many(sum(len(kinds.rows[one]) * len(kinds.rows[other]) for one, other, _ in related))
    group_of, groups = _groups(kinds, related, _CLOSENESS[weakest])
    doubles, _ = _groups(kinds, related, _CLOSENESS["same"])
    listed = _listed(kinds, related, MAX_PAIRS if most is None else most)
    rows = _rows(clusters, listed, group_of, _Explaining(taxonomy, relations, costs, kinds, language))
    return ClusterRelations(
        pairs=table_of_rows(rows, table("relations").keys, table("relations").types),
        counts=counts,
        groups=groups,
        without_doubles=int(stands_for.sum()) - _superfluous(kinds, doubles),
        unjudged=int(stands_for[kinds.of_row < 0].sum()),
    )


def _counts(kinds: _Kinds, related: list[tuple[int, int, str]]) -> dict[str, int]:
    counts = dict.fromkeys(PAIR_RELATIONS, 0)
    for one, other, rel in related:
        counts[rel] += kinds.size(one) * kinds.size(other)
    return counts


def _refuse_too_many(total: int) -> None:
    if total > MAX_PAIRS:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "There are {total} pairs, more than {most}: choose fewer rows or cities."
            ),
            total=total,
            most=MAX_PAIRS,
        )


@dataclass(frozen=True)
class _Kinds:
    """Rows of one city, class and industry are of one kind; kinds are numbered city by city.

    `start` has the first kind of each city and an end; `class_number` orders the classes of a city; `rows` the rows of
    each kind, `sizes` how many clusters they stand for.
    """

    of_row: Ints
    class_number: Ints
    node_set: Ints
    start: Ints
    rows: Sequence[Ints]
    sizes: Ints
    sets: tuple[tuple[int, ...], ...]

    def size(self, kind: int) -> int:
        return int(self.sizes[kind])


def _kinds(frame: Table, class_field: str, taxonomy: Taxonomy) -> _Kinds:
    city, codes = cities_of(frame)
    number, classes = classes_of(frame, class_field)
    industries = read_node_sets(frame[CB_NODES], taxonomy)
    known = np.flatnonzero((city >= 0) & (industries.of_row >= 0))
    width = len(industries.sets)
    code = (city[known] * len(classes) + number[known]) * width + industries.of_row[known]
    distinct, kind = np.unique(code, return_inverse=True)
    of_row = np.full(len(frame), -1, dtype=np.int64)
    of_row[known] = kind
    order = np.argsort(kind, kind="stable")
    rows = np.split(known[order], np.cumsum(np.bincount(kind, minlength=len(distinct)))[:-1])
    return _Kinds(
        of_row=of_row,
        class_number=distinct // width,
        node_set=distinct % width,
        start=np.searchsorted(distinct, np.arange(len(codes) + 1) * len(classes) * width),
        rows=list(rows) if len(distinct) else [],
        sizes=sum_by(kind, row_counts(frame)[known], len(distinct)),
        sets=industries.sets,
    )


def _related(kinds: _Kinds, costs: SetCosts, cancelled: Poll) -> list[tuple[int, int, str]]:
    """List the related kinds of each city: (a, b, relation), the closest first, then in their order."""
    related = []
    for begin, end in zip(kinds.start[:-1], kinds.start[1:]):
        stop_if(cancelled)
        sets, classes = kinds.node_set[begin:end], kinds.class_number[begin:end]
        ranks = rank_of_cost(costs.at(sets[:, None], sets))
        one, other = np.nonzero((ranks > 0) & (classes[:, None] < classes[None, :]))
        found = [(begin + i, begin + j, _relation(ranks[i, j])) for i, j in zip(one, other)]
        found.sort(key=lambda pair: (-_closeness(pair[2]), kinds.rows[pair[0]][0], kinds.rows[pair[1]][0]))
        related.extend(found)
    return related


def _relation(rank: int) -> str:
    name = RELATIONS[rank]
    return {SAME: SAME_RELATION, BELT_WITHIN: B_WITHIN_A, CLUSTER_WITHIN: A_WITHIN_B}.get(name, NEAR)


def _closeness(rel: str) -> int:
    return _CLOSENESS.get(rel, _CLOSENESS["within"])


def _groups(kinds: _Kinds, related: list[tuple[int, int, str]], least: int) -> tuple[dict[int, int], int]:
    """Join kinds over relations of at least some closeness; number the groups by their first pair."""
    above = list(range(len(kinds.rows)))

    def top(kind: int) -> int:
        while above[kind] != kind:
            above[kind] = above[above[kind]]
            kind = above[kind]
        return kind

    joined = [(one, other) for one, other, rel in related if _closeness(rel) >= least]
    for one, other in joined:
        one, other = top(one), top(other)
        above[max(one, other)] = min(one, other)
    numbers: dict[int, int] = {}
    for one, _ in joined:
        numbers.setdefault(top(one), len(numbers) + 1)
    return {kind: numbers[top(kind)] for pair in joined for kind in pair}, len(numbers)


def _superfluous(kinds: _Kinds, group_of: dict[int, int]) -> int:
    """Count the rows beyond the first of each group."""
    sizes: dict[int, int] = {}
    for kind, group in group_of.items():
        sizes[group] = sizes.get(group, 0) + kinds.size(kind)
    return sum(size - 1 for size in sizes.values())


def _listed(
    kinds: _Kinds, related: list[tuple[int, int, str]], most: int
) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield (row of a, row of b, kind of a, kind of b, relation), at most so many."""
    left = most
    for one, other, rel in related:
        for a, b in product(kinds.rows[one], kinds.rows[other]):
            if left <= 0:
                return
            left -= 1
            yield a, b, one, other, rel


class _Explaining:
    """Words the relation of two kinds; each pair of industries once."""

    def __init__(
        self, taxonomy: Taxonomy, relations: Relations, costs: SetCosts, kinds: _Kinds, language: str
    ) -> None:
        self._given = taxonomy, relations, costs, kinds, language
        self._known: dict[tuple[int, int], str] = {}

    def __call__(self, one: int, other: int) -> str:
        taxonomy, relations, costs, kinds, language = self._given
        key = int(kinds.node_set[one]), int(kinds.node_set[other])
        if key not in self._known:
            nodes = costs.best_nodes(*key)
            self._known[key] = relation_sentence(
                explain(taxonomy, relations, *nodes, language), "relation", language
            )
        return self._known[key]


def _rows(
    clusters: MatchedRows,
    listed: Iterable[tuple[int, int, int, int, str]],
    group_of: dict[int, int],
    told: _Explaining,
) -> list[dict[str, Any]]:
    frame, class_field, name_field = clusters.frame, clusters.class_field, clusters.name_field
    columns = [CB_CITY, CB_CITYCD, CB_ROW, class_field, *([name_field] if name_field else [])]
    values = {name: as_objects(frame[name]) for name in columns}
    names = values[name_field] if name_field else [None] * len(frame)
    rows = []
    for a, b, one, other, rel in listed:
        group = group_of.get(one)
        rows.append(
            {
                "city": values[CB_CITY][a],
                "citycd": values[CB_CITYCD][a],
                "a": values[CB_ROW][a],
                "b": values[CB_ROW][b],
                "class_a": values[class_field][a],
                "class_b": values[class_field][b],
                "name_a": names[a],
                "name_b": names[b],
                "rel": rel,
                "grp": group if group is not None and group == group_of.get(other) else None,
                "evid": told(one, other),
            }
        )
    return rows
