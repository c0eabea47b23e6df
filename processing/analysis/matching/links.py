"""What joins a cluster with one belt: the nodes, the relation between them, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..industries.resolution import KEYWORD
from ..text import as_text, is_missing
from . import evidence
from .statuses import BASES, HISTORIC, RELATIONS, SAME


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

    @property
    def by_words(self):
        """Whether only the words are equal."""
        return not self.cluster_node


class Links:
    """Links between clusters and belts of a case; each pair of industries is worked out once."""

    def __init__(self, case):
        self._case = case
        self._known = {}
        self._belt_ids = case.belts["belt"].to_numpy()
        self._belt_names = case.belts["name"].to_numpy(object)
        self._city_keys = case.clusters["city"].to_numpy(object)
        self._city_names = case.clusters["city_name"].to_numpy(object)
        self._by_keyword = np.array([found.by == KEYWORD for found in case.industries.resolutions])
        self._places = {}

    def between(self, key, entry):
        """Return the link of a related key and entry."""
        case = self._case
        belt = int(case.entries.belt_of(entry))
        industries = int(case.keys.industry[key]), case.industry_of_belt(belt)
        if industries not in self._known:
            nodes = case.nodes_of(key, belt)
            self._known[industries] = self._by_nodes(*nodes) if nodes else self._by_words(belt)
        return self._known[industries]

    def evidence(self, key, entry, row):
        """Return the sentence about a related entry for a cluster row."""
        case, belt = self._case, int(self._case.entries.belt_of(entry))
        both = [text for text in (case.industries.text[row], case.belt_texts[belt]) if text >= 0]
        return evidence.related(
            self.belt_name(entry),
            self.between(key, entry).why,
            self._together(row, entry),
            self._marks(entry, any(self._by_keyword[text] for text in both)),
            case.language,
        )

    def belt_id(self, entry):
        """Return the identifier of the belt of an entry as text."""
        return as_text(self._belt_ids[self._case.entries.belt_of(entry)])

    def belt_name(self, entry):
        """Return the name of the belt of an entry, its identifier where it has none."""
        name = self._belt_names[self._case.entries.belt_of(entry)]
        return self.belt_id(entry) if is_missing(name) else as_text(name)

    def where(self, row):
        """Say where the belts of a cluster row are: in its city, or within the distance."""
        language = self._case.language
        if self._case.radius is not None:
            return evidence.sentence("within", language, distance=f"{self._case.radius:g}")
        return evidence.sentence("in_city", language, city=self._city(row))

    def _together(self, row, entry):
        language, distance = self._case.language, self._case.entries.distance
        if distance is not None:
            return evidence.sentence("away", language, distance=f"{distance[entry]:.0f}")
        return evidence.sentence("both_in_city", language, city=self._city(row))

    def _marks(self, entry, by_keyword):
        case = self._case
        marks = [evidence.sentence("keyword", case.language)] if by_keyword else []
        if BASES[case.basis_of(entry)] == HISTORIC:
            last = int(case.years.last[case.entries.belt_of(entry)])
            marks.append(evidence.sentence("last", case.language, year=last))
        return "".join(marks)

    def _city(self, row):
        """Return the city of a cluster row as evidence names it."""
        key, name = self._city_keys[row], self._city_names[row]
        if (key, name) not in self._places:
            shown = as_text(key)
            self._places[key, name] = evidence.place(shown if is_missing(name) else as_text(name), shown)
        return self._places[key, name]

    def _by_nodes(self, cluster_node, belt_node):
        case, pair = self._case, (cluster_node, belt_node)
        found = case.relations
        return Link(
            RELATIONS[found.rank[pair]],
            case.taxonomy.codes[cluster_node],
            case.taxonomy.codes[belt_node],
            int(found.levels[pair]),
            int(found.hops[pair]),
            int(found.lift[pair]),
            evidence.why_related(case.taxonomy, found, cluster_node, belt_node, case.language),
        )

    def _by_words(self, belt):
        text = as_text(self._case.belts["industry"].iat[belt])
        return Link(SAME, "", "", 0, 0, 0, evidence.same_words(text, self._case.language))
