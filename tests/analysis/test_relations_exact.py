"""Relations of all pairs of random industries agree with plain loops."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.relations import cost_of_relation, relations
from clusterbelt.processing.analysis.messages import AnalysisError
from random_worlds import ancestors_of
from relations_oracle import Facts, steps_up
from virtual_world import taxonomy_of


def random_taxonomy(random):
    """Four to ten nodes under one another, joined by edges of both kinds."""
    codes = [f"N{i}" for i in range(random.integers(4, 11))]
    parents = dict.fromkeys(codes, "")
    for i in range(1, len(codes)):
        above = random.permutation(i)[: random.choice([0, 0, 1, 1, 2])]
        parents[codes[i]] = "|".join(codes[j] for j in sorted(above))
    ancestors, order = ancestors_of(parents), random.permutation(codes).tolist()
    edges = set()
    for _ in range(2 * len(codes)):
        a, b = sorted(random.choice(codes, 2, replace=False).tolist(), key=order.index)
        if b not in ancestors[a] and a not in ancestors[b]:
            edges.add(f"{a}{'~' if random.random() < 0.25 else '>'}{b}")
    broad = [code for code in codes if random.random() < 0.15]
    return taxonomy_of(parents, sorted(edges), broad) if edges else random_taxonomy(random)


@pytest.mark.parametrize("seed", range(120))
def test_all_pairs_are_related_as_plain_loops_say(seed):
    random = np.random.default_rng(seed)
    taxonomy = random_taxonomy(random)
    max_levels = [None, None, 0, 1, 2][random.integers(5)]
    limits = max_levels, int(random.integers(1, 3)), int(random.integers(0, 4))
    found, facts = relations(taxonomy, *limits), Facts(taxonomy, *limits)
    expected = {(c, b): facts.relation(c, b) for c in facts.nodes for b in facts.nodes}
    assert {pair: tuple(found.of(*pair)) for pair in expected} == expected
    related = [pair for pair, one in expected.items() if one[0] != "none"]
    assert list(zip(found.pairs.rows.tolist(), found.pairs.columns.tolist())) == related


@pytest.mark.parametrize("seed", range(20))
def test_levels_are_those_of_the_shortest_way_up(seed):
    taxonomy = random_taxonomy(np.random.default_rng(seed))
    nodes = range(len(taxonomy))
    for node in nodes:
        up = steps_up(taxonomy.parents, node)
        assert [taxonomy.levels[node, other] for other in nodes] == [up.get(other, -1) for other in nodes]
        assert {*taxonomy.ancestors(node)} == {*up} - {node}
        assert [up[other] for other in taxonomy.ancestors(node)] == sorted(up.values())[1:]
        for other in nodes:
            way = taxonomy.path(node, other)
            assert len(way) == up.get(other, -1) + 1
            assert way[:1] + way[-1:] == ((node, other) if way else ())
            assert all(p in taxonomy.parents[n] for n, p in zip(way, way[1:]))


def test_a_stated_relation_costs_what_one_between_the_ends_themselves_does():
    taxonomy = taxonomy_of({"A": "", "A1": "A", "B": "", "C": "", "D": ""}, ["A>B", "A~C"])
    found = relations(taxonomy)
    pairs = {
        "belt_downstream": (0, 2),
        "belt_upstream": (2, 0),
        "related": (0, 3),
        "same": (4, 4),
        "none": (2, 3),
    }
    assert {name: cost_of_relation(name) for name in pairs} == {
        name: found.costs(*pair) for name, pair in pairs.items()
    }
    # The stated one has no levels between, which are the last of the cost.
    for name, pair in (("belt_within", (0, 1)), ("cluster_within", (1, 0))):
        assert cost_of_relation(name) == found.costs(*pair) - 1


def test_ends_are_raised_by_a_hundred_levels_at_most():
    taxonomy = taxonomy_of({"A": "", "B": ""}, ["A>B"])
    assert relations(taxonomy, lift=100).of(0, 1).name == "belt_downstream"
    with pytest.raises(AnalysisError, match="LIFT"):
        relations(taxonomy, lift=101)
