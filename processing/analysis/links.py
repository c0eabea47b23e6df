"""What joins a cluster with one belt: the nodes, the relation between them, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from . import evidence
from .industries import KEYWORD
from .statuses import RELATIONS, SAME
from .text import as_text, is_missing


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
        resolutions = case.cluster_resolution(row), case.belt_resolution(belt)
        return evidence.related(
            self.belt_name(belt),
            self.between(key, belt).why,
            self.city(row),
            any(found.by == KEYWORD for found in resolutions),
            case.language,
        )

    def belt_id(self, belt):
        """Return the identifier of a belt row as text."""
        return as_text(self._case.belts["belt"].iat[belt])

    def belt_name(self, belt):
        """Return the name of a belt row, its identifier where it has none."""
        name = self._case.belts["name"].iat[belt]
        return self.belt_id(belt) if is_missing(name) else as_text(name)

    def city(self, row):
        """Return the city of a cluster row as evidence names it."""
        clusters = self._case.clusters
        key = as_text(clusters["city"].iat[row])
        name = clusters["city_name"].iat[row]
        return evidence.place(key if is_missing(name) else as_text(name), key)

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
