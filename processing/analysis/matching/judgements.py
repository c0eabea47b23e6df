"""Judgements of people on clusters and belts, which go before the rules: read, checked and weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..frames import Table
from ..industries.relation_kinds import NONE, RELATIONS
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, is_missing, normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..frames import Values

CONDITIONS = ("cluster_id", "belt_id", "cluster_industry", "belt_industry", "city")
ACCEPT = "accept"
REJECT = "reject"
SET = "set"
DECISIONS = (ACCEPT, REJECT, SET)


@dataclass(frozen=True)
class Judgement:
    """One judgement; an empty condition fits everything.

    Attributes
    ----------
    line : int
        Row of the table, from 1.
    cluster_id, belt_id, cluster_industry, belt_industry, city : str
        Conditions.
    relation : str or None
        The relation that holds; None accepts the pair as it is: as the rules relate it if they match it,
        else as the same.
    reviewer : str
    """

    line: int
    cluster_id: str
    belt_id: str
    cluster_industry: str
    belt_industry: str
    city: str
    relation: str | None
    reviewer: str

    @property
    def weight(self) -> int:
        """The most specific judgement has the greatest: ids go before industries, then a city counts."""
        cluster = 2 if self.cluster_id else int(bool(self.cluster_industry))
        belt = 2 if self.belt_id else int(bool(self.belt_industry))
        return 2 * (cluster + belt) + bool(self.city)


def read_judgements(table: Table | Mapping[str, Values]) -> tuple[Judgement, ...]:
    """Read the table of judgements.

    Parameters
    ----------
    table : Table or DataFrame
        ``decision`` (accept, reject, set) and any of ``cluster_id``, ``belt_id``, ``cluster_industry``,
        ``belt_industry``, ``city``, ``relation``, ``reviewer``; further columns are for people. Rows without
        a decision and a condition are passed over.

    Returns
    -------
    tuple of Judgement

    Raises
    ------
    AnalysisError
        If there is no decision column, a row is not understood, or two rows contradict each other.
    """
    table = Table.of(table)
    columns = {str(name).strip().lower(): name for name in table}
    if "decision" not in columns:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "OVERRIDES has no column “decision”. Its columns are {columns}, decision, relation, "
                "reviewer, date, note.",
            ),
            columns=", ".join(CONDITIONS),
        )
    names = (*CONDITIONS, "decision", "relation", "reviewer")
    cells = zip(*(table[columns[name]] if name in columns else [None] * len(table) for name in names))
    judgements = []
    for line, row in enumerate(cells, start=1):
        values = {name: _cell(name, value) for name, value in zip(names, row)}
        if any(values[name] for name in (*CONDITIONS, "decision")):
            judgements.append(_judgement(line, values))
    _refuse_contradictions(judgements)
    return tuple(judgements)


def refuse_conflict(first: Judgement, second: Judgement) -> None:
    """Raise if two judgements of equal weight decide differently."""
    if first.relation != second.relation:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "OVERRIDES: rows {first} and {second} are equally specific and decide differently on the "
                "same pair. Remove one of them, or make one more specific by ids or a city.",
            ),
            first=min(first.line, second.line),
            second=max(first.line, second.line),
        )


def _cell(name: str, value: object) -> str:
    """Return the text of a cell; the relation “none” is a word, elsewhere it says nothing."""
    return "" if name != "relation" and is_missing(value) else as_text(value)


def _judgement(line: int, values: dict[str, str]) -> Judgement:
    decision, relation = normalise(values.pop("decision")), normalise(values.pop("relation"))
    if decision not in DECISIONS:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "OVERRIDES, row {line}: the decision “{decision}” is not one of {known}."
            ),
            line=line,
            decision=decision,
            known=", ".join(DECISIONS),
        )
    if not any(values[name] for name in CONDITIONS):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "OVERRIDES, row {line}: no condition is given; fill in at least one of {columns}.",
            ),
            line=line,
            columns=", ".join(CONDITIONS),
        )
    allowed = {ACCEPT: ("", *RELATIONS[1:]), REJECT: ("", NONE), SET: RELATIONS}[decision]
    if relation not in allowed:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "OVERRIDES, row {line}: the decision {decision} does not go with the relation "
                "“{relation}”; use one of {known}.",
            ),
            line=line,
            decision=decision,
            relation=relation,
            known=", ".join(name or "–" for name in allowed),
        )
    return Judgement(line=line, relation=NONE if decision == REJECT else relation or None, **values)


def _refuse_contradictions(judgements: list[Judgement]) -> None:
    known: dict[tuple[str, ...], Judgement] = {}
    for judgement in judgements:
        conditions = tuple(normalise(getattr(judgement, name)) for name in CONDITIONS)
        refuse_conflict(known.setdefault(conditions, judgement), judgement)
