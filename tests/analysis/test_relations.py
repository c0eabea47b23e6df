"""How industries stand to one another."""

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import sparse
from clusterbelt.processing.analysis.industries import chain_ways, near_miss, relations, set_costs, taxonomy
from clusterbelt.processing.analysis.industries.node_sets import number_sets
from clusterbelt.processing.analysis.industries.relation_kinds import RELATIONS
from clusterbelt.processing.analysis.messages import AnalysisError


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def build(parents, edges=(), broad=()):
    """A taxonomy from {code: 'PARENT|PARENT'} and edges such as 'A>B'."""
    table = pd.DataFrame(
        {
            "code": list(parents),
            "parent": list(parents.values()),
            "name_en": [f"industry {code}" for code in parents],
            "too_broad": ["1" if code in broad else "" for code in parents],
        }
    )
    return taxonomy.load(
        table, pd.DataFrame([edge.split(">") for edge in edges], columns=["upstream", "downstream"])
    )


def relation(built, cluster, belt, **limits):
    """(relation, levels, hops, lift) of two codes."""
    found = relations.relations(built, **limits)
    return found.of(built.code_index[cluster.casefold()], built.code_index[belt.casefold()])[:4]


def matrix(found):
    """The ranks of all pairs of nodes."""
    nodes = np.arange(len(found))
    return found.ranks(nodes[:, None], nodes)


FAMILY = {"A": "", "A1": "A", "A11": "A1", "A2": "A", "B": "", "B1": "B", "B11": "B1", "C": "", "D": ""}


def test_belonging_holds_over_any_number_of_levels():
    built = build(FAMILY)
    assert relation(built, "A", "A11") == ("belt_within", 2, 0, 0)
    assert relation(built, "A11", "A") == ("cluster_within", 2, 0, 0)
    assert relation(built, "A", "A") == ("same", 0, 0, 0)


def test_belonging_can_be_limited_and_the_rest_is_no_relation():
    built = build(FAMILY)
    assert relation(built, "A", "A11", max_levels=1)[0] == "none"
    assert relation(built, "A", "A1", max_levels=1)[0] == "belt_within"
    assert relation(built, "A", "A1", max_levels=0)[0] == "none"


def test_two_industries_under_one_ancestor_are_not_related():
    assert relation(build(FAMILY), "A1", "A2")[0] == "none"


def test_an_industry_that_is_too_broad_is_related_to_itself_alone():
    built = build(FAMILY, ["A>B"], broad="A")
    assert relation(built, "A", "A1")[0] == relation(built, "A1", "A")[0] == "none"
    assert relation(built, "A", "B")[0] == "none"
    assert relation(built, "A", "A")[0] == "same"
    assert relation(built, "A1", "B")[0] == "belt_downstream"
    assert relation(built, "A1", "A11")[0] == "belt_within"


def test_of_several_ways_up_the_shortest_counts():
    built = build({"A": "", "B": "A", "C": "B", "D": "C|A"})
    assert relation(built, "A", "D") == ("belt_within", 1, 0, 0)


def test_an_edge_holds_for_what_lies_under_its_ends():
    built = build(FAMILY, ["A>B"])
    assert relation(built, "B", "A") == ("belt_upstream", 0, 1, 0)
    assert relation(built, "A", "B") == ("belt_downstream", 0, 1, 0)
    assert relation(built, "B11", "A1") == ("belt_upstream", 3, 1, 0)


def test_an_edge_does_not_hold_above_its_ends_unless_it_may_be_lifted():
    built = build(FAMILY, ["A11>B11"])
    assert relation(built, "B11", "A1")[0] == "none"
    assert relation(built, "B11", "A1", lift=1) == ("belt_upstream", 0, 1, 1)
    assert relation(built, "B1", "A1", lift=1) == ("belt_upstream", 0, 1, 2)
    assert relation(built, "B11", "A", lift=1)[0] == "none"
    assert relation(built, "B11", "A", lift=2) == ("belt_upstream", 0, 1, 2)


def test_a_lifted_end_does_not_come_down_again():
    built = build(FAMILY, ["A1>B"])
    assert relation(built, "B", "A", lift=1)[0] == "belt_upstream"
    assert relation(built, "B", "A2", lift=1)[0] == "none"


def test_kin_are_never_joined_by_a_chain():
    built = build({"A": "", "X": "", "AX": "A|X", "B": ""}, ["A>X"])
    assert relation(built, "AX", "A")[0] == "cluster_within"
    assert relation(built, "AX", "A", max_levels=0)[0] == "none"
    assert relation(built, "X", "A")[0] == "belt_upstream"


def test_chains_do_not_run_on_unless_two_hops_are_allowed():
    built = build(FAMILY, ["A>B", "B>C", "C>D"])
    assert relation(built, "C", "A")[0] == "none"
    assert relation(built, "C", "A", max_hops=2) == ("belt_upstream", 0, 2, 0)
    assert relation(built, "D", "A", max_hops=2)[0] == "none"


def test_a_chain_never_turns():
    built = build(FAMILY, ["A>B", "C>B", "A>D"])
    assert relation(built, "A", "C", max_hops=2)[0] == "none"
    assert relation(built, "B", "D", max_hops=2)[0] == "none"


def test_the_second_hop_may_start_from_what_lies_under_the_first_end_but_not_above():
    assert relation(build(FAMILY, ["A>B", "B1>C"]), "C", "A", max_hops=2)[:1] == ("belt_upstream",)
    assert relation(build(FAMILY, ["A>B1", "B>C"]), "C", "A", max_hops=2)[:1] == ("belt_upstream",)
    siblings = build({**FAMILY, "B2": "B"}, ["A>B1", "B2>C"])
    assert relation(siblings, "C", "A", max_hops=2, lift=1)[0] == "none"


def test_one_hop_goes_before_two_and_less_lift_before_more():
    built = build(FAMILY, ["A>B", "A>C", "C>B"])
    assert relation(built, "B", "A", max_hops=2)[2] == 1
    built = build(FAMILY, ["A1>B", "A>B"])
    assert relation(built, "B", "A", lift=1) == ("belt_upstream", 0, 1, 0)


def test_between_up_and_down_the_smaller_lift_wins_and_then_up():
    built = build(FAMILY, ["A1>B", "B1>A"])
    assert relation(built, "A", "B", lift=1) == ("belt_upstream", 0, 1, 1)
    assert relation(built, "B", "A", lift=1) == ("belt_upstream", 0, 1, 1)
    assert relation(built, "A", "B1", lift=1) == ("belt_upstream", 0, 1, 0)
    assert relation(built, "B1", "A", lift=1) == ("belt_downstream", 0, 1, 0)


def test_the_edge_that_was_used_is_named():
    built = build(FAMILY, ["A>B", "A1>B1"])
    found = relations.relations(built)
    (number,) = found.of(built.code_index["b11"], built.code_index["a11"]).edges
    edge = built.edges[number]
    assert (built.codes[edge.upstream], built.codes[edge.downstream]) == ("A1", "B1")
    assert found.second_edge.max() == -1
    rank = relations.rank_of_cost(found.cost)
    assert (found.first_edge >= 0).tolist() == np.isin(rank, (2, 3)).tolist()


@pytest.mark.parametrize("limits", [{"max_hops": 0}, {"max_hops": 3}, {"lift": -1}, {"max_levels": -1}])
def test_limits_out_of_range_are_refused(limits):
    with pytest.raises(AnalysisError, match=next(iter(limits)).upper()):
        relations.relations(build(FAMILY), **limits)


# The bundled chains.


@pytest.mark.parametrize("limits", [{}, {"max_levels": 1}])
def test_the_bundled_relations_are_the_same_seen_from_both_sides(bundled, limits):
    rank = matrix(relations.relations(bundled, **limits))
    turned = np.array([0, 1, 3, 2, 5, 4, 6])
    assert (turned[rank] == rank.T).all()
    assert (np.diag(rank) == 6).all()


def test_lifting_and_more_hops_only_add_relations(bundled):
    plain = matrix(relations.relations(bundled))
    for limits in ({"lift": 1}, {"max_hops": 2}, {"lift": 2, "max_hops": 2}):
        wider = matrix(relations.relations(bundled, **limits))
        assert (wider[plain > 0] > 0).all()
        assert (wider[plain > 3] == plain[plain > 3]).all()
        assert (wider > 0).sum() > (plain > 0).sum()


def test_few_ordered_pairs_are_related(bundled):
    rank = matrix(relations.relations(bundled))
    pairs = len(bundled) * (len(bundled) - 1)
    assert np.isin(rank, (2, 3)).sum() / pairs == pytest.approx(0.0777, abs=0.001)
    assert np.isin(rank, (4, 5)).sum() / pairs == pytest.approx(0.005, abs=0.0005)


def test_a_closer_relation_costs_less(bundled):
    found = relations.relations(bundled, lift=2, max_hops=2)
    order = np.argsort(found.cost)
    pairs = zip(found.pairs.rows[order].tolist(), found.pairs.columns[order].tolist())
    related = [found.of(*pair) for pair in pairs]
    keys = [(-RELATIONS.index(one.name), one.hops, one.lift, one.levels) for one in related]
    assert keys == sorted(keys)


# The nearest miss.


def test_the_common_ancestor_is_the_one_over_which_the_way_is_shortest():
    built = build(FAMILY)
    nodes = np.arange(len(built))
    near = near_miss.NearMiss(built.levels, tuple((node,) for node in nodes.tolist()))
    distance, at = near.at(nodes[:, None], nodes), built.code_index
    assert distance[at["a11"], at["a2"]] == 3
    assert near.over(at["a11"], at["a2"]) == (at["a2"], at["a"])
    assert distance[at["a11"], at["a1"]] == 1
    assert distance[at["a"], at["b"]] == near_miss.APART
    assert near.over(at["a"], at["b"]) is None
    assert (distance == distance.T).all()


# Relatedness.


def with_ties(*ties, edges=()):
    rows = [(*edge.split(">"), "") for edge in edges] + [(*tie.split("-"), "related") for tie in ties]
    table = pd.DataFrame(
        {
            "code": list(FAMILY),
            "parent": list(FAMILY.values()),
            "name_en": [f"industry {code}" for code in FAMILY],
        }
    )
    return taxonomy.load(table, pd.DataFrame(rows, columns=["upstream", "downstream", "kind"]))


def test_industries_of_the_same_nodes_have_one_number():
    found = number_sets([[], [2, 1], [0], [1, 2]], np.array([0, 1, 2, 3, -1]))
    assert found.sets == ((0,), (1, 2)) and found.of_row.tolist() == [-1, 1, 0, 1, -1]


def test_the_least_way_of_each_pair_is_kept():
    ways = chain_ways.Ways(*np.array([[7, 5, 7, 5, 6, 5], [3, 2, 1, 2, 9, 4], [0, 8, 1, 3, 4, 5], [-1] * 6]))
    found = ways.first_of_each(ways.first_edge, ways.cost)
    assert [column.tolist() for column in found[:3]] == [[5, 6, 7], [2, 9, 1], [3, 4, 1]]
    assert len(ways.take(np.zeros(0, dtype=int)).first_of_each().key) == 0


def test_the_ways_of_a_row_are_counted_before_they_are_worked_out():
    built = build({"A": "", "B": "", "C": "", "D": "", "E": "D"}, ("A>B", "B>C", "C>D"))
    # One hop down and up, and two: of A to B, C; of B to C, A, D, E; of C to D, E, B, A; of D and E to C, B.
    assert chain_ways.ChainWays(built, 2, 0).work().tolist() == [2, 4, 4, 2, 2]
    assert chain_ways.ChainWays(built, 1, 0).work().tolist() == [1, 2, 3, 1, 1]


def test_related_industries_are_so_from_both_sides_and_for_what_lies_under_them():
    built = with_ties("A-B")
    for cluster, belt in (("A", "B"), ("B", "A")):
        assert relation(built, cluster, belt) == ("related", 0, 1, 0)
    assert relation(built, "A11", "B1") == relation(built, "B1", "A11") == ("related", 3, 1, 0)
    assert relation(built, "A1", "A2")[0] == "none"


def test_supply_goes_before_relatedness_whichever_is_nearer():
    built = with_ties("A11-B11", edges=["A>B"])
    assert relation(built, "A11", "B11") == ("belt_downstream", 4, 1, 0)


def test_relatedness_is_not_passed_on_over_a_second_edge():
    built = with_ties("A-B", "B-C", edges=["C>D"])
    assert relation(built, "A", "C", max_hops=2)[0] == "none"
    assert relation(built, "B", "D", max_hops=2)[0] == "none"


def test_relatedness_can_be_lifted():
    built = with_ties("A1-C")
    assert relation(built, "A", "C")[0] == "none"
    assert relation(built, "A", "C", lift=1) == relation(built, "C", "A", lift=1) == ("related", 0, 1, 1)


# Many industries.


def large(size, seed=1):
    """A taxonomy of three levels with as many edges as nodes, every fifth of them without direction."""
    rng = np.random.default_rng(seed)
    codes = [f"N{i:05}" for i in range(size)]
    roots, middles = size // 100, size // 10
    parent = [
        "" if i < roots else codes[i % roots] if i < middles else codes[roots + i % (middles - roots)]
        for i in range(size)
    ]
    nodes = pd.DataFrame({"code": codes, "parent": parent, "name_en": codes})
    ends = np.sort(rng.integers(0, size, (4 * size, 2)), axis=1)
    root = [
        i if i < roots else (i % roots if i < middles else (roots + i % (middles - roots)) % roots)
        for i in range(size)
    ]
    pairs = dict.fromkeys((u, d) for u, d in ends.tolist() if root[u] != root[d])
    rows = [(codes[u], codes[d], "related" if n % 5 == 0 else "") for n, (u, d) in enumerate([*pairs][:size])]
    return taxonomy.load(nodes, pd.DataFrame(rows, columns=["upstream", "downstream", "kind"]))


def peak_of(built):
    """The greatest memory that numpy and Python take while all relations are found, in bytes."""
    tracemalloc.start()
    relations.relations(built)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_rows_can_be_worked_out_one_by_one(monkeypatch):
    built = large(300)
    whole = relations.relations(built, lift=1, max_hops=2)
    for module in (relations, chain_ways, sparse):
        monkeypatch.setattr(module, "MOST_AT_ONCE", 1)
    one_by_one = relations.relations(built, lift=1, max_hops=2)
    for name in ("cost", "first_edge", "second_edge"):
        assert (getattr(one_by_one, name) == getattr(whole, name)).all()
    assert (one_by_one.pairs.key == whole.pairs.key).all()


def test_industries_that_are_nearly_all_related_take_memory_by_their_pairs():
    rng = np.random.default_rng(4)
    codes = [f"N{i:04}" for i in range(1000)]
    nodes = {code: codes[i % 20] if i >= 20 else "" for i, code in enumerate(codes)}
    ends = [(u, d) for u in range(20) for d in range(u + 1, 20) if rng.random() < 0.9]
    built = build(nodes, [f"{codes[u]}>{codes[d]}" for u, d in ends])
    assert peak_of(built) < 60 * len(relations.relations(built).pairs) + 40 * 2**20


def test_ten_times_the_industries_take_little_more_than_ten_times_the_memory():
    assert peak_of(large(5000)) < 12 * peak_of(large(500))


def test_costs_of_industries_are_the_same_from_a_table_and_by_search(monkeypatch):
    built = large(300)
    related, rng = relations.relations(built, lift=1, max_hops=2), np.random.default_rng(2)
    sets = tuple(tuple(sorted(rng.choice(300, rng.integers(1, 4), False).tolist())) for _ in range(80))
    table = set_costs.SetCosts(related, sets, sets[:50])
    monkeypatch.setattr(set_costs, "_SMALL", 0)
    searched = set_costs.SetCosts(related, sets, sets[:50])
    slowly = [[min(related.costs(c, b) for c in one for b in other) for other in sets[:50]] for one in sets]
    assert (table.all() == searched.all()).all() and table.all().tolist() == np.array(slowly).tolist()
    for row, column in rng.integers(0, 50, (40, 2)).tolist():
        nodes = table.best_nodes(row, column)
        assert related.costs(*nodes) == table.at(row, column)


def test_the_nearest_miss_of_industries_is_that_of_their_nodes():
    built, rng = large(300), np.random.default_rng(3)
    sets = tuple(tuple(sorted(rng.choice(300, rng.integers(1, 4), False).tolist())) for _ in range(40))
    near = near_miss.NearMiss(built.levels, sets)
    one, other = rng.integers(0, 40, (2, 60))
    ways = {node: dict(zip(*(column.tolist() for column in built.levels.above(node)))) for node in range(300)}

    def distance(a, b):
        return min(
            (ways[a][up] + ways[b][up] for up in ways[a].keys() & ways[b].keys()), default=near_miss.APART
        )

    slowly = [min(distance(a, b) for a in sets[i] for b in sets[j]) for i, j in zip(one, other)]
    assert near.at(one, other).tolist() == slowly
    for i, j in zip(one.tolist(), other.tolist()):
        over = [
            (ways[a][up] + ways[b][up], a, b, up)
            for a in sets[i]
            for b in sets[j]
            for up in ways[a].keys() & ways[b].keys()
        ]
        assert near.over(i, j) == (min(over)[2:] if over else None)
