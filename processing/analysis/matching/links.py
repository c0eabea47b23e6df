"""What joins a cluster with one belt: the nodes, the relation between them, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..columns import Cells
from ..industries.explaining import explain
from ..industries.relation_kinds import ALONG_EDGES, SAME
from ..industries.relation_sentences import relation_sentence
from ..industries.resolution import KEYWORD
from ..text import as_text, is_missing
from ..typed_columns import as_objects
from . import evidence, statuses
from .bases import BASES, HISTORIC, MANUAL, RULE

if TYPE_CHECKING:
    from .case import Case
    from .judgements import Judgement
    from .judging import Verdict


@dataclass(frozen=True)
class Link:
    """One relation; the codes are '' where only the words are equal."""

    relation: str
    cluster_node: str
    belt_node: str
    levels: int
    hops: int
    lift: int
    why: str
    by_words: bool = False
    judgement: Judgement | None = None

    @property
    def decided_by(self) -> str:
        """Whether the rules or a person decided."""
        return RULE if self.judgement is None else MANUAL


class Links:
    """Links between clusters and belts of a case; each pair of industries is worked out once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[tuple[int, int], Link] = {}
        self._judged: dict[int, Link] = {}
        self._belt_ids, self._belt_names = (
            Cells(case.question.belts["belt"]),
            Cells(case.question.belts["name"]),
        )
        self._belt_industries = Cells(case.question.belts["industry"])
        self._names: dict[int, str] = {}
        self._city_keys = as_objects(case.question.clusters["city"])
        self._city_names = as_objects(case.question.clusters["city_name"])
        found = case.reading.industries.resolutions
        # The last one stands for no text.
        by_keyword = np.array([*(one.by == KEYWORD or bool(one.guessed) for one in found), False])
        self._cluster_by_keyword = by_keyword[case.reading.cluster_texts]
        self._belt_by_keyword = by_keyword[case.reading.belt_texts]
        self._in_cities: dict[tuple[str, object, object], str] = {}

    def between(self, key: int, entry: int) -> Link:
        """Return the link of a related key and entry."""
        case = self._case
        verdict = case.verdict(key, entry)
        if verdict is not None:
            if id(verdict) not in self._judged:
                self._judged[id(verdict)] = self._by_verdict(
                    verdict, int(case.standing.entries.belt_of(entry))
                )
            return self._judged[id(verdict)]
        industries = int(case.findings.keys.industry[key]), case.industry_of(entry)
        if industries not in self._known:
            nodes = case.nodes_of(key, entry)
            belt = int(case.standing.entries.belt_of(entry))
            self._known[industries] = self._by_nodes(*nodes) if nodes else self._by_words(belt)
        return self._known[industries]

    def evidence(self, link: Link, entry: int, row: int) -> str:
        """Return the sentence about the link of a cluster row with an entry."""
        belt = self._case.standing.entries.belt_of(entry)
        by_keyword = bool(self._cluster_by_keyword[row] or self._belt_by_keyword[belt])
        return evidence.related(
            self.belt_name(entry),
            link.why,
            self._together(row, entry),
            self._marks(entry, by_keyword, link.judgement),
            self._case.question.language,
        )

    def belt_id(self, entry: int) -> str:
        """Return the identifier of the belt of an entry as text."""
        return as_text(self._belt_ids[int(self._case.standing.entries.belt_of(entry))])

    def belt_name(self, entry: int) -> str:
        """Return the name of the belt of an entry, its identifier where it has none."""
        if entry not in self._names:
            name = self._belt_names[int(self._case.standing.entries.belt_of(entry))]
            self._names[entry] = self.belt_id(entry) if is_missing(name) else as_text(name)
        return self._names[entry]

    def where(self, row: int) -> str:
        """Say where the belts of a cluster row are: in its city, or within the distance."""
        language = self._case.question.language
        if self._case.standing.radius is not None:
            return evidence.sentence("within", language, distance=f"{self._case.standing.radius:g}")
        return self._in_city("in_city", row)

    def _together(self, row: int, entry: int) -> str:
        distance = self._case.standing.entries.distance
        if distance is not None:
            return evidence.sentence("away", self._case.question.language, distance=f"{distance[entry]:.0f}")
        return self._in_city("both_in_city", row)

    def _marks(self, entry: int, by_keyword: bool, judgement: Judgement | None) -> str:
        case = self._case
        marks = [evidence.sentence("keyword", case.question.language)] if by_keyword else []
        if BASES[case.standing.basis_of(entry)] == HISTORIC:
            last = int(case.standing.years.last[case.standing.entries.belt_of(entry)])
            marks.append(evidence.sentence("last", case.question.language, year=last))
        if judgement is not None:
            marks.append(evidence.manual(judgement.reviewer, case.question.language))
        return "".join(marks)

    def _in_city(self, template: str, row: int) -> str:
        """Fill a template with the city of a cluster row, as evidence names it."""
        key, name = self._city_keys[row], self._city_names[row]
        known = template, key, name
        if known not in self._in_cities:
            shown = as_text(key)
            city = evidence.place(shown if is_missing(name) else as_text(name), shown)
            self._in_cities[known] = evidence.sentence(template, self._case.question.language, city=city)
        return self._in_cities[known]

    def _by_nodes(self, cluster_node: int, belt_node: int) -> Link:
        case = self._case
        explained = explain(
            case.question.taxonomy, case.question.relations, cluster_node, belt_node, case.question.language
        )
        found = explained.relation
        return Link(
            found.name,
            case.question.taxonomy.codes[cluster_node],
            case.question.taxonomy.codes[belt_node],
            found.levels,
            found.hops,
            found.lift,
            relation_sentence(explained, "evidence", case.question.language),
        )

    def _by_words(self, belt: int) -> Link:
        text = as_text(self._belt_industries[belt])
        return Link(
            SAME, "", "", 0, 0, 0, evidence.same_words(text, self._case.question.language), by_words=True
        )

    def _by_verdict(self, verdict: Verdict, belt: int) -> Link:
        """Return the link of a judgement: in the words of the rules where they say the same."""
        case, (c, b) = self._case, verdict.atoms
        size = len(case.question.taxonomy)
        are_nodes = 0 <= c < size and 0 <= b < size
        by_rule = are_nodes and case.question.relations.of(c, b).name == verdict.relation
        if by_rule:
            link = self._by_nodes(c, b)
        elif c == b >= size and verdict.relation == SAME:
            # Words have no second industry that a rule could decide for.
            link = replace(self._by_words(belt), by_words=False)
        else:
            why = evidence.judged(
                statuses.label(verdict.relation, case.question.language), case.question.language
            )
            hops = int(verdict.relation in ALONG_EDGES)
            up, down = (case.question.taxonomy.codes[node] if are_nodes else "" for node in (c, b))
            link = Link(verdict.relation, up, down, 0, hops, 0, why)
        return replace(link, judgement=verdict.judgement)
