"""Pairs of clusters in one city, against a look at all pairs."""

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.industries import taxonomy as industries
from clusterbelt.processing.analysis.industries.relation_kinds import RELATIONS, SAME
from clusterbelt.processing.analysis.industries.relations import relations
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.tables import cluster_relations as module
from clusterbelt.processing.analysis.tables.matched_rows import MatchedRows
from framing import framed

NODES = pd.DataFrame(
    {
        "code": ["A", "A.1", "A.2", "B", "C"],
        "parent": ["", "A", "A", "", ""],
        "name_en": ["a", "a1", "a2", "b", "c"],
    }
)
CHAINS = pd.DataFrame({"upstream": ["A.2"], "downstream": ["B"], "note": ["steel"]})


@pytest.fixture(scope="module")
def taxonomy():
    return industries.load(NODES, CHAINS)


def rows(*cells):
    frame = pd.DataFrame(cells, columns=["class", "cb_citycd", "cb_nodes"], dtype=object)
    return frame.assign(cb_city=frame["cb_citycd"], cb_row=[f"{i}#1" for i in range(len(frame))])


def related(frame, taxonomy, name_field="", **options):
    clusters = MatchedRows(frame, "class", name_field)
    return tables.relate_clusters(clusters, taxonomy, relations(taxonomy), **options)


def test_each_relation_is_named_from_the_first_class(taxonomy):
    found = related(
        rows(("X", "1", "A"), ("Y", "1", "A.1"), ("X", "2", "B"), ("Y", "2", "A.2"), ("Y", "1", "A")),
        taxonomy,
    )
    assert framed(found.pairs)[["a", "b", "rel"]].to_numpy().tolist() == [
        ["0#1", "4#1", "same"],
        ["0#1", "1#1", "b_within_a"],
        ["2#1", "3#1", "near"],
    ]
    assert found.pairs["evid"].tolist() == [
        "both a",
        "a1, part of a",
        "in a chain: a2 → b (steel)",
    ]
    assert found.counts == {"same": 1, "b_within_a": 1, "a_within_b": 0, "near": 1}
    assert found.without_doubles == 4


def test_clusters_of_one_class_or_of_other_cities_are_no_pair(taxonomy):
    found = related(
        rows(("X", "1", "A"), ("X", "1", "A"), ("Y", "2", "A"), ("Y", None, "A"), ("Y", "1", None)), taxonomy
    )
    assert len(found.pairs) == 0 and found.unjudged == 2 and found.without_doubles == 5


def test_groups_are_what_hangs_together(taxonomy):
    frame = rows(("X", "1", "A.2"), ("Y", "1", "B"), ("Z", "1", "B"), ("X", "1", "C"), ("Y", "1", "C"))
    found = related(frame, taxonomy)
    assert found.groups == 2 and found.without_doubles == 3
    assert found.pairs["grp"].tolist() == [1, 2, 1, 1]
    narrow = related(frame, taxonomy, weakest="same")
    assert narrow.groups == 2 and np.isnan(narrow.pairs["grp"]).sum() == 2


def test_a_pair_belongs_to_a_group_only_with_both_its_ends(taxonomy):
    frame = rows(("W", "1", "A.2"), ("X", "1", "B"), ("Y", "1", "B"), ("Z", "1", "A.2"))
    found = related(frame, taxonomy, weakest="same").pairs
    assert [(a, b, g) for a, b, g in zip(found["a"], found["b"], found["grp"]) if g == g] == [
        ("0#1", "3#1", 1),
        ("1#1", "2#1", 2),
    ]
    alone = related(rows(("W", "1", "A.2"), ("X", "1", "B"), ("Y", "1", "B")), taxonomy, weakest="same").pairs
    assert np.array_equal(alone["grp"], [1, np.nan, np.nan], equal_nan=True)


@pytest.mark.parametrize(
    ("weakest", "groups"), [("same", [1]), ("within", [1, 1, 1]), ("near", [1, 1, 1, 1])]
)
def test_a_group_holds_relations_as_close_as_asked_for(taxonomy, weakest, groups):
    frame = rows(("X", "1", "A"), ("Y", "1", "A"), ("Z", "1", "A.2"), ("W", "1", "B"))
    found = related(frame, taxonomy, weakest=weakest).pairs
    assert [g for g in found["grp"] if g == g] == groups


@pytest.mark.parametrize("seed", range(12))
def test_pairs_stand_city_by_city_the_closest_first_then_in_the_order_of_their_rows(taxonomy, seed):
    rng = np.random.default_rng(seed)
    cells = [(c, city, node) for c in "WXYZ" for city in "12" for node in ("A", "A.1", "A.2", "B")]
    frame = rows(*(cells[i] for i in rng.permutation(len(cells))))
    found = related(frame, taxonomy).pairs
    closeness = {"same": 0, "a_within_b": 1, "b_within_a": 1, "near": 2}
    number = {row: i for i, row in enumerate(frame["cb_row"])}
    keys = [
        (city, closeness[rel], number[a], number[b])
        for city, rel, a, b in zip(found["city"], found["rel"], found["a"], found["b"])
    ]
    cities = list(dict.fromkeys(key[0] for key in keys))
    assert keys == sorted(keys, key=lambda key: (cities.index(key[0]), *key[1:])) and len(cities) == 2


def test_all_pairs_are_found_and_no_other(taxonomy):
    rng = np.random.default_rng(5)
    codes = ["A", "A.1", "A.2", "B", "C", "A.1|B", None]
    frame = rows(
        *((rng.choice(list("XYZ")), rng.choice(list("123")), codes[rng.integers(7)]) for _ in range(60))
    )
    nodes_of_all = np.arange(len(taxonomy))
    rank = relations(taxonomy).ranks(nodes_of_all[:, None], nodes_of_all)
    nodes = [
        [taxonomy.code_index[c.lower()] for c in cell.split("|")] if cell else []
        for cell in frame["cb_nodes"]
    ]
    expected = set()
    for i in range(60):
        for j in range(i):
            if frame["class"][i] != frame["class"][j] and frame["cb_citycd"][i] == frame["cb_citycd"][j]:
                best = max((max(rank[a, b], rank[b, a]) for a in nodes[i] for b in nodes[j]), default=0)
                if best:
                    expected.add((frozenset((f"{i}#1", f"{j}#1")), best == RELATIONS.index(SAME)))
    found = related(frame, taxonomy).pairs
    assert {
        (frozenset((a, b)), rel == "same") for a, b, rel in zip(found["a"], found["b"], found["rel"])
    } == expected
    assert len(found) == len(expected)


def test_a_list_can_be_cut_and_too_many_pairs_are_an_error(taxonomy, monkeypatch):
    frame = rows(*(("X", "1", "A") for _ in range(5)), *(("Y", "1", "A") for _ in range(4)))
    found = related(frame, taxonomy, most=3)
    assert len(found.pairs) == 3 and found.counts["same"] == 20 and found.without_doubles == 1
    module._refuse_too_many(10**6)
    with pytest.raises(AnalysisError):
        module._refuse_too_many(10**6 + 1)
    monkeypatch.setattr(module, "MAX_PAIRS", 19)
    with pytest.raises(AnalysisError, match="20 pairs"):
        related(frame, taxonomy)


def test_a_code_that_the_taxonomy_lacks_is_an_error(taxonomy):
    with pytest.raises(AnalysisError, match="“Q”"):
        related(rows(("X", "1", "Q")), taxonomy)


@pytest.mark.parametrize(
    ("a", "b", "language", "evidence"),
    [
        ("A.2", "B", "en", "in a chain: a2 → b (steel)"),
        ("A.2", "B.1", "en", "a2 before b1 in a chain: a2 → b (steel)"),
        ("B.1", "A.2", "zh", "a2在b1的上游：a2 → b（steel）"),
        ("C", "B", "en", "related industries: b – c"),
        ("B.1", "C", "en", "b1 and c, related industries: b – c"),
        ("A", "A.1", "en", "a1, part of a"),
    ],
)
def test_the_evidence_tells_an_edge_of_the_two_from_one_that_they_inherit(a, b, language, evidence):
    nodes = pd.concat([NODES, pd.DataFrame({"code": ["B.1"], "parent": ["B"], "name_en": ["b1"]})])
    tie = pd.DataFrame({"upstream": ["B"], "downstream": ["C"], "kind": ["related"], "note": [""]})
    grown = industries.load(nodes, pd.concat([CHAINS.assign(kind=""), tie]))
    found = related(rows(("X", "1", a), ("Y", "1", b)), grown, language=language).pairs
    assert found["evid"].tolist() == [evidence]
