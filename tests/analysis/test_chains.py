"""The table of chains: kinds of edges, and their weights."""

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.chains import RELATED, SUPPLY
from clusterbelt.processing.analysis.industries.edge_weights import edge_weights
from clusterbelt.processing.analysis.industries.taxonomy_error import TaxonomyError


def load(*edges, columns=("upstream", "downstream", "kind", "weight")):
    nodes = pd.DataFrame({"code": [*"ABC", "A1"], "parent": ["", "", "", "A"], "name_en": list("abcd")})
    return taxonomy.load(nodes, pd.DataFrame(edges, columns=list(columns)))


def edges_of(built):
    return [(built.codes[edge.upstream], built.codes[edge.downstream], edge.kind) for edge in built.edges]


def test_an_edge_is_one_of_supply_unless_its_row_says_otherwise():
    built = load(("A", "B", "", ""), ("B", "C", "Supply ", ""), ("C", "A", "RELATED", ""))
    assert edges_of(built) == [("A", "B", SUPPLY), ("B", "C", SUPPLY), ("C", "A", RELATED)]


def test_relatedness_runs_in_no_circle():
    rows = [
        ("A", "B", "related", ""),
        ("B", "A", "related", ""),
        ("B", "C", "related", ""),
        ("C", "A", "related", ""),
    ]
    assert len(load(*rows).edges) == 4


def test_supply_still_runs_in_no_circle_where_others_are_related():
    with pytest.raises(TaxonomyError, match="cycle: A → B → A"):
        load(
            ("A", "B", "", ""), ("B", "A", "supply", ""), ("A", "C", "related", ""), ("C", "A", "related", "")
        )


def test_two_industries_may_be_related_and_supply_each_other():
    assert len(load(("A", "B", "related", ""), ("A", "B", "supply", "")).edges) == 2


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("A", "B", "related", ""), ("a", "b", "Related", "")], "occurs in two rows"),
        ([("A", "A1", "related", "")], "with its ancestor"),
        ([("A", "B", "skill", "")], "A → B has the kind “skill”, but must have one of supply, related"),
        ([("A", "X", "related", "")], "unknown nodes: X"),
        ([("A", "", "", "")], "unknown nodes"),
        ([("", "A", "", "")], "unknown nodes"),
    ],
)
def test_what_is_no_edge_is_refused_whatever_its_kind(rows, words):
    with pytest.raises(TaxonomyError, match=words):
        load(*rows)


def test_weights_are_numbers_in_the_order_of_the_edges():
    built = load(("B", "C", "", "2"), ("A", "B", "", 0.25), ("A", "C", "related", "１"))
    assert edge_weights(built).tolist() == [0.25, 1.0, 2.0]


def test_without_weights_there_are_none():
    assert edge_weights(load(("A", "B"), columns=("upstream", "downstream"))) is None
    assert edge_weights(load(("A", "B", "", ""), ("B", "C", "", None))) is None


def test_weights_that_are_missing_or_not_above_zero_are_listed():
    built = load(
        ("A", "B", "", "1"),
        ("A", "C", "", "0"),
        ("B", "C", "", ""),
        ("A1", "C", "", "-2"),
        ("A1", "B", "", "inf"),
    )
    with pytest.raises(TaxonomyError) as refused:
        edge_weights(built)
    listed = [problem.values["up"] + problem.values["down"] for problem in refused.value.problems]
    assert listed == ["AC", "A1B", "A1C", "BC"]


def test_a_faulty_weight_does_not_keep_the_chains_from_use():
    assert len(load(("A", "B", "", "much")).edges) == 1


def test_a_note_is_read_in_the_other_language_where_there_is_none():
    rows = ("A", "B", "glass", ""), ("A", "C", "steel", "钢"), ("B", "C", "", "玻璃")
    built = load(*rows, columns=("upstream", "downstream", "note", "note_zh"))
    assert [edge.note("zh") for edge in built.edges] == ["glass", "钢", "玻璃"]
    assert [edge.note("en") for edge in built.edges] == ["glass", "steel", "玻璃"]
