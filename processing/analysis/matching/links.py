"""What joins a cluster with one belt: the nodes, the relation between them, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..industries.resolution import KEYWORD
from ..text import as_text, is_missing
from . import evidence
from .statuses import RELATIONS, SAME


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


class Links:
    """Links between clusters and belts of a case; each pair of industries is worked out once."""

    def __init__(self, case):
        self._case = case
        self._known = {}
        self._belt_ids = case.belts["belt"].to_numpy(object)
        self._belt_names = case.belts["name"].to_numpy(object)
        self._city_keys = case.clusters["city"].to_numpy(object)
        self._city_names = case.clusters["city_name"].to_numpy(object)
        self._by_keyword = np.array([found.by == KEYWORD for found in case.industries.resolutions])
        self._cities = {}

    def between(self, key, belt):
        """Return the link of a related key and belt row."""
        case = self._case
        industries = int(case.keys.industry[key]), int(case.belt_industry[belt])
        if industries not in self._known:
            nodes = case.nodes_of(key, belt)
            self._known[industries] = self._by_nodes(*nodes) if nodes else self._by_words(belt)
        return self._known[industries]

    def evidence(self, key, belt, row):
        """Return the sentence about a related belt for a cluster row."""
        case = self._case
        texts = case.industries.text
        both = [text for text in (texts[row], texts[len(case.clusters) + belt]) if text >= 0]
        return evidence.related(
            self.belt_name(belt),
            self.between(key, belt).why,
            self.city(row),
            any(self._by_keyword[text] for text in both),
            case.language,
        )

    def belt_id(self, belt):
        """Return the identifier of a belt row as text."""
        return as_text(self._belt_ids[belt])

    def belt_name(self, belt):
        """Return the name of a belt row, its identifier where it has none."""
        name = self._belt_names[belt]
        return self.belt_id(belt) if is_missing(name) else as_text(name)

    def city(self, row):
        """Return the city of a cluster row as evidence names it."""
        key, name = self._city_keys[row], self._city_names[row]
        if (key, name) not in self._cities:
            shown = as_text(key)
            self._cities[key, name] = evidence.place(shown if is_missing(name) else as_text(name), shown)
        return self._cities[key, name]

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
