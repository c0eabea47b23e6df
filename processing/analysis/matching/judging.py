"""Judgements joined with the data: whom each concerns, and what it makes of a cluster and a belt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..industries.relation_kinds import RELATIONS
from ..industries.relations import NO_RELATION_COST, SAME_COST, cost_of_relation, rank_of_cost
from ..text import as_text, normalise
from . import statuses
from .judgements import CONDITIONS, refuse_conflict
from .reading import BELT_CONDITIONS, CLUSTER_CONDITIONS

if TYPE_CHECKING:
    from typing import Optional

    from .judgements import Judgement

    # Nodes of a cluster and of a belt that a judgement names; None for any.
    _Atoms = tuple[Optional[tuple[int, ...]], Optional[tuple[int, ...]]]
    # Cost, whether a person stated it, the two nodes, and the judgement.
    _Weighed = tuple[int, bool, int, int, Optional[Judgement]]
    from ..arrays import Ints
    from ..frames import Table
    from .belt_index import BeltIndex
    from .city_industries import CityIndustries
    from .judgements import Judgement
    from .question import Question
    from .reading import Reading

_NOTHING = -1


@dataclass(frozen=True)
class Verdict:
    """What holds between a cluster and a belt that some judgement concerns.

    Attributes
    ----------
    cost : int
    relation : str
    atoms : tuple of (int, int)
        Node of the cluster and of the belt; beyond the taxonomy, or negative, where words are no node.
    judgement : Judgement or None
        The judgement that decided; None where a rule did.
    rejected_by : Judgement or None
        The judgement without which the two would be related.
    """

    cost: int
    relation: str
    atoms: tuple[int, int]
    judgement: Judgement | None
    rejected_by: Judgement | None


class Judging:
    """The judgements of a run, joined with its clusters and belts.

    Parameters
    ----------
    judgements : tuple of Judgement
    question : Question
    reading : Reading

    Attributes
    ----------
    cluster_tags, belt_tags : ndarray of int64
        Above 0 for rows that an id names: these rows are looked at one by one.
    unknown : list of (int, str, str)
        Line, column and value of the conditions that fit nothing in the data.
    """

    def __init__(self, judgements: tuple[Judgement, ...], question: Question, reading: Reading) -> None:
        self.judgements = judgements
        self._relations, self._reading, self._industries = question.relations, reading, reading.industries
        clusters, belts = question.clusters, question.belts
        self._rows, self.cluster_tags = _tagged_rows(clusters, {o.cluster_id for o in judgements} - {""})
        self._tags, self.belt_tags = _tagged_belts(belts, {o.belt_id for o in judgements} - {""})
        self._cities: dict[str, set[int]] = (
            _rows_of_cities(clusters) if any(o.city for o in judgements) else {}
        )
        self._used: set[int] = set()
        self._verdicts: dict[object, Verdict] = {}
        self.unknown: list[tuple[int, str, str]] = []
        if judgements:
            self._join()

    def _join(self) -> None:
        self._atoms = self._read_atoms()
        self._industries_with: dict[int, list[int]] = defaultdict(list)
        for industry in range(self._industries.count):
            for atom in self.atoms_of(industry):
                self._industries_with[atom].append(industry)
        present = {
            *np.unique(self._reading.of_clusters).tolist(),
            *np.unique(self._reading.of_belts).tolist(),
        }
        self.unknown = [found for o in self.judgements for found in self._unknown_of(o, present)]

    @property
    def idle(self) -> list[int]:
        """Lines that concern no pair in the data, besides those with unknown conditions."""
        told = self._used | {line for line, _, _ in self.unknown}
        return [o.line for o in self.judgements if o.line not in told]

    def atoms_of(self, industry: int) -> tuple[int, ...]:
        """Return the nodes of an industry; one number of its own for words that are no node."""
        if 0 <= industry < len(self._industries.sets):
            return self._industries.sets[industry]
        known = 0 <= industry < self._industries.count
        return (len(self._relations) + industry,) if known else (_NOTHING,)

    def keys_of(self, judgement: Judgement, keys: CityIndustries) -> Ints:
        """Return the keys that a judgement concerns."""
        fits = np.ones(len(keys), dtype=bool)
        for rows in (
            self._rows.get(judgement.cluster_id, ()) if judgement.cluster_id else None,
            self._cities.get(normalise(judgement.city), ()) if judgement.city else None,
        ):
            if rows is not None:
                named = np.zeros(len(keys) + 1, dtype=bool)
                named[keys.of_row[list(rows)]] = True
                fits &= named[:-1]
        if judgement.cluster_industry:
            fits &= np.isin(keys.industry, self._having(judgement, 0))
        return np.flatnonzero(fits)

    def cells_of(self, judgement: Judgement, index: BeltIndex) -> Ints:
        """Return the cells of belts that a judgement concerns."""
        fits = np.ones(len(index.code), dtype=bool)
        if judgement.belt_id:
            fits &= index.coding.tag_of(index.code) == self._tags.get(judgement.belt_id, -1)
        if judgement.belt_industry:
            fits &= np.isin(index.industry, self._having(judgement, 1))
        return np.flatnonzero(fits)

    def verdict(
        self, cluster_industry: int, belt_industry: int, judgements: tuple[Judgement, ...]
    ) -> Verdict:
        """Weigh the judgements that concern a cluster and a belt.

        Parameters
        ----------
        cluster_industry, belt_industry : int
        judgements : tuple of Judgement

        Returns
        -------
        Verdict
        """
        facts = cluster_industry, belt_industry, tuple(o.line for o in judgements)
        if facts not in self._verdicts:
            self._verdicts[facts] = self._weigh(cluster_industry, belt_industry, judgements)
        self._used.update(facts[2])
        return self._verdicts[facts]

    def _weigh(self, cluster_industry: int, belt_industry: int, judgements: tuple[Judgement, ...]) -> Verdict:
        found: list[_Weighed] = []
        accepted: list[_Weighed] = []
        rejecting: list[Judgement] = []
        for c in self.atoms_of(cluster_industry):
            for b in self.atoms_of(belt_industry):
                cost, judgement = self._rule(c, b), self._strongest(judgements, c, b)
                if judgement is None:
                    found.append((cost, False, c, b, None))
                    continue
                stated = _stated(judgement.relation, cost)
                if stated is None:
                    accepted.append((SAME_COST, True, c, b, judgement))
                    continue
                found.append((stated, True, c, b, judgement))
                if stated == NO_RELATION_COST > cost:
                    rejecting.append(judgement)
        matching = [entry for entry in found if _is_match(rank_of_cost(entry[0]))]
        best = min(matching or accepted or found, key=lambda entry: entry[:4])
        cost, _, c, b, judgement = best
        unrelated = cost == NO_RELATION_COST
        first = min(rejecting, key=lambda o: o.line, default=None) if unrelated else None
        return Verdict(int(cost), RELATIONS[int(rank_of_cost(cost))], (c, b), judgement, first)

    def _strongest(self, judgements: tuple[Judgement, ...], c: int, b: int) -> Judgement | None:
        fitting = [o for o in judgements if self._fits(o, 0, c) and self._fits(o, 1, b)]
        if not fitting:
            return None
        weight = max(o.weight for o in fitting)
        first, *others = (o for o in fitting if o.weight == weight)
        for other in others:
            refuse_conflict(first, other)
        return first

    def _fits(self, judgement: Judgement, side: int, atom: int) -> bool:
        atoms = self._atoms[judgement.line][side]
        return atoms is None or atom in atoms

    def _rule(self, c: int, b: int) -> int:
        size = len(self._relations)
        if 0 <= c < size and 0 <= b < size:
            return int(self._relations.costs(c, b))
        return SAME_COST if c == b >= size else NO_RELATION_COST

    def _read_atoms(self) -> dict[int, _Atoms]:
        conditions = (CLUSTER_CONDITIONS, BELT_CONDITIONS)
        pairs = zip(*(self._industries.industry(column).tolist() for column in conditions))
        return {
            o.line: (
                self.atoms_of(cluster) if o.cluster_industry else None,
                self.atoms_of(belt) if o.belt_industry else None,
            )
            for o, (cluster, belt) in zip(self.judgements, pairs)
        }

    def _having(self, judgement: Judgement, side: int) -> list[int]:
        atoms = self._atoms[judgement.line][side] or ()
        return sorted({i for atom in atoms for i in self._industries_with[atom]})

    def _unknown_of(self, judgement: Judgement, present: set[int]) -> list[tuple[int, str, str]]:
        known = {
            "cluster_id": judgement.cluster_id in self._rows,
            "belt_id": judgement.belt_id in self._tags,
            "city": normalise(judgement.city) in self._cities,
        }
        for side, name in enumerate(("cluster_industry", "belt_industry")):
            known[name] = not getattr(judgement, name) or bool(present & set(self._having(judgement, side)))
        values = {name: getattr(judgement, name) for name in CONDITIONS}
        return [(judgement.line, name, value) for name, value in values.items() if value and not known[name]]


def _stated(relation: str | None, cost: int) -> int | None:
    """Return the cost that a judgement gives two nodes; None for an acceptance of what the rules do not match."""
    rank = int(rank_of_cost(cost))
    if relation is None:
        return cost if _is_match(rank) else None
    return cost if relation == RELATIONS[rank] else cost_of_relation(relation)


def _is_match(rank: int) -> bool:
    return statuses.of_rank()[rank] == statuses.MATCHED


def _tagged_rows(clusters: Table, named: set[str]) -> tuple[dict[str, list[int]], Ints]:
    """Return the rows of each cluster or row that is named, and a tag for each such row."""
    rows: dict[str, list[int]] = defaultdict(list)
    tagged = np.zeros(len(clusters), dtype=bool)
    if named:
        for row, names in enumerate(zip(map(as_text, clusters["cluster"]), map(as_text, clusters["row"]))):
            for name in dict.fromkeys(names):
                if name in named:
                    rows[name].append(row)
                    tagged[row] = True
    return rows, np.where(tagged, np.cumsum(tagged), 0)


def _tagged_belts(belts: Table, named: set[str]) -> tuple[dict[str, int], Ints]:
    tags = np.zeros(len(belts), dtype=np.int64)
    numbers = {name: number for number, name in enumerate(sorted(named), start=1)}
    if named:
        tags[:] = [numbers.get(as_text(value), 0) for value in belts["belt"]]
    present = set(np.unique(tags).tolist())
    return {name: number for name, number in numbers.items() if number in present}, tags


def _rows_of_cities(clusters: Table) -> dict[str, set[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for name in ("city", "city_name"):
        for row, value in enumerate(clusters[name]):
            rows[normalise(value)].add(row)
    return rows
