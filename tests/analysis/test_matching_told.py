"""Rules of the matching that hang by one row each: words, limits, judgements that are told, rows that stand for none."""

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.relation_kinds import NONE, RELATIONS
from clusterbelt.processing.analysis.matching import evidence
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching.entries import Neighbours
from clusterbelt.processing.analysis.matching.judgements import read_judgements
from clusterbelt.processing.analysis.messages import AnalysisError
from test_matching_exact import matched


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def test_a_belt_that_is_no_more_than_related_knows_its_cluster_and_its_status():
    nodes = pd.DataFrame({"code": ["A", "B"], "name_en": ["a", "b"]})
    tie = pd.DataFrame({"upstream": ["A"], "downstream": ["B"], "kind": ["related"]})
    result = matched(taxonomy.load(nodes, tie), [("c", "x", "a")], [("1", "x", "b"), ("2", "y", "b")])
    rows = result.belts().rows()
    assert [(row["cb_status"], row["cb_clusid"], row["cb_nclus"]) for row in rows] == [
        ("adjacent", "c", 1),
        ("unmatched", None, 0),
    ]
    (row,) = result.columns.rows()
    assert (row["cb_status"], row["cb_reason"], row["cb_hist"]) == ("adjacent", "related", "adjacent")


def test_rows_that_stand_for_no_cluster_are_no_belts_cluster_and_no_pair(bundled):
    clusters = pd.DataFrame({"cluster": ["a", "b"], "city": "x", "industry": "女装", "count": [0, 2]})
    belts = pd.DataFrame({"belt": ["1"], "city": ["x"], "industry": ["女装"]})
    result = matching.match(clusters.assign(row=clusters["cluster"]), belts, bundled)
    (row,) = result.belts().rows()
    assert (row["cb_clusid"], row["cb_nclus"], row["cb_status"]) == ("b", 2, "matched")
    assert list(result.pairs()["cluster"]) == ["b"]


@pytest.mark.parametrize("relation", ["", *RELATIONS])
@pytest.mark.parametrize(
    ("decision", "known"),
    [("accept", {"", *RELATIONS} - {NONE}), ("reject", {"", NONE}), ("set", set(RELATIONS))],
)
def test_a_decision_goes_with_its_relations_and_the_refusal_names_them(decision, known, relation):
    row = pd.DataFrame([{"cluster_id": "c", "decision": decision, "relation": relation}])
    if relation in known:
        (read,) = read_judgements(row)
        assert read.relation == (NONE if decision == "reject" else relation or None)
        return
    with pytest.raises(AnalysisError) as refused:
        read_judgements(row)
    named = str(refused.value).rpartition("use one of ")[2].rstrip(".").split(", ")
    assert {name.replace("–", "") for name in named} == known


def test_words_alone_are_judged_as_nodes_are(bundled):
    """No text of the run has a node, so that the first words have the least number there is."""
    clusters, belts = [("c", "x", "unheard of")], [("b", "x", "unheard of")]
    accepted, rejected = ({"cluster_id": "c", "belt_id": "b", "decision": d} for d in ("accept", "reject"))
    (row,) = matched(bundled, clusters, belts, accepted).columns.rows()
    assert (row["cb_status"], row["cb_decby"]) == ("matched", "manual")
    assert evidence.same_words("unheard of", "en") in row["cb_evid"]
    (row,) = matched(bundled, clusters, belts, rejected).columns.rows()
    assert (row["cb_status"], row["cb_decby"]) == ("unresolved", "manual")


@pytest.mark.parametrize(("own", "other"), [("女装", "船舶"), ("船舶", "女装")])
def test_an_acceptance_counts_where_the_rules_match_no_pair_of_industries(bundled, own, other):
    accepted = {"cluster_industry": own, "belt_industry": other, "decision": "accept"}
    (row,) = matched(bundled, [("c", "x", own)], [("b", "x", f"{own}、{other}")], accepted).columns.rows()
    assert (row["cb_status"], row["cb_decby"]) == ("matched", "rule")
    (row,) = matched(bundled, [("c", "x", f"{own}、家具")], [("b", "x", other)], accepted).columns.rows()
    assert (row["cb_status"], row["cb_decby"]) == ("matched", "manual")


def test_what_a_person_says_of_words_is_no_reading_of_them(bundled):
    for decision in ({"decision": "accept"}, {"decision": "set", "relation": "related"}):
        judged = read_judgements(pd.DataFrame([{"cluster_id": "c", "belt_id": "b", **decision}]))
        clusters = pd.DataFrame({"row": ["c"], "cluster": ["c"], "city": ["x"], "industry": ["unheard of"]})
        for other in ("女装", "unheard of", "never seen"):
            belts = pd.DataFrame({"belt": ["b"], "city": ["x"], "industry": [other]})
            (row,) = matching.match(clusters, belts, bundled, judgements=judged).columns.rows()
            assert (row["cb_beltid"], row["cb_decby"]) == ("b", "manual")
            assert (row["cb_resby"], row["cb_via"]) == (None, None)


@pytest.mark.parametrize(("industry", "other"), [("a", "b"), ("b", "a")])
def test_a_judgement_on_nodes_names_them_and_says_in_the_words_of_the_rules_what_they_say(industry, other):
    """One of the two is the first node of all."""
    small = taxonomy.load(pd.DataFrame({"code": ["A", "B"], "name_en": ["a", "b"]}))
    judged = {"cluster_id": "c", "belt_id": "1", "decision": "accept", "reviewer": "Li"}
    for text, why in ((industry, f"{industry} = {industry}"), (other, "same industry")):
        (row,) = matched(small, [("c", "x", industry)], [("1", "x", text)], judged).columns.rows()
        assert row["cb_via"] == f"{industry.upper()}>{text.upper()}"
        assert why in row["cb_evid"] and "Li" in row["cb_evid"]
        (plain,) = matched(small, [("c", "x", text)], [("1", "x", text)]).columns.rows()
        assert f"{text} = {text}" in plain["cb_evid"]


def test_rows_without_a_city_are_no_pairs_of_the_limit(bundled):
    clusters = [("c", "x", "女装"), ("d", None, "女装"), ("e", "x", "女装")]
    result = matched(bundled, clusters, [("1", "x", "女装"), ("2", "x", "女装")])
    assert len(result.pairs(max_pairs=4)) == 4


def test_a_belt_with_a_node_and_without_a_cluster_is_unmatched(bundled):
    belts = [("1", "x", "女装"), ("2", "x", "unheard of"), ("3", None, "女装")]
    result = matched(bundled, [("c", "y", "女装")], belts)
    assert result.belts()["cb_status"].tolist() == ["unmatched", "unresolved", "unresolved"]
    assert result.belts_without_industry == 1


def test_equal_words_count_all_belts_beside_one_that_is_judged_for_another_cluster(bundled):
    judged = {"cluster_id": "c", "belt_id": "b", "decision": "reject"}
    clusters = [("c", "x", "女装"), ("d", "x", "unheard of")]
    belts = [("a", "x", "unheard of"), ("b", "x", "unheard of"), ("e", "x", "never seen")]
    rows = matched(bundled, clusters, belts, judged).columns.rows()
    assert [(row["cb_nmatch"], row["cb_beltid"]) for row in rows] == [(0, None), (2, "a")]


def test_the_belts_of_a_city_that_are_not_related_are_those_of_today(bundled):
    belts = [("1", "x", "女装", 2015), ("2", "x", "unheard of", 2015), ("3", "x", "女装", 2010)]
    columns = ("belt", "city", "industry", "year")
    (row,) = matched(bundled, [("c", "x", "船舶")], belts, belt_columns=columns).columns.rows()
    assert row["cb_reason"] == "none_related"
    assert evidence.counted("belt", 2, "en") in row["cb_evid"]
    assert evidence.sentence("open", "en", count=1) in row["cb_evid"]


def test_belts_of_other_cities_are_not_told_where_none_here_has_an_ancestor_in_common(bundled):
    belts = [("1", "y", "男装"), ("2", "y", "男装"), ("3", "x", "船舶")]
    (row,) = matched(bundled, [("c", "x", "女装")], belts).columns.rows()
    assert row["cb_reason"] == "none_related"
    assert evidence.sentence("no_ancestor", "en") in row["cb_evid"]


def test_pairs_of_words_and_of_judgements_are_no_levels_apart(bundled):
    judged = pd.DataFrame([{"cluster_id": "c", "belt_id": str(n)} for n in range(3)])
    judged = judged.assign(decision="set", relation=["same", "belt_upstream", "related"])
    clusters = pd.DataFrame(
        {"row": ["c", "d"], "cluster": ["c", "d"], "city": "x", "industry": ["女装", "呜呜"]}
    )
    belts = pd.DataFrame({"belt": list("0123"), "city": "x", "industry": ["船舶", "船舶", "船舶", "呜呜"]})
    pairs = matching.match(clusters, belts, bundled, judgements=read_judgements(judged)).pairs()
    found = zip(*(pairs[name] for name in ("belt", "rel", "levels", "hops", "lift")))
    assert list(found) == [
        ("0", "same", 0, 0, 0),
        ("1", "belt_upstream", 0, 1, 0),
        ("2", "related", 0, 1, 0),
        ("3", "same", 0, 0, 0),
    ]


def test_a_cluster_without_a_position_has_no_belts_near(bundled):
    clusters = pd.DataFrame(
        {"row": ["a", "b", "c"], "cluster": ["a", "b", "c"], "city": None, "industry": "女装"}
    )
    belts = pd.DataFrame({"belt": ["1"], "city": [None], "industry": ["女装"]})
    near = Neighbours(
        np.array([0, 1]),
        np.array([0, 0]),
        np.array([5.0, 7.0]),
        30.0,
        np.array([True, True, False]),
        np.array([True]),
    )
    columns = matching.match(clusters, belts, bundled, neighbours=near).columns
    assert columns["cb_status"].tolist() == ["matched", "matched", "unresolved"]
    assert columns["cb_beltid"].tolist() == ["1", "1", None]


def test_blank_cities_are_no_city_and_none_of_the_others(bundled):
    clusters, belts = (
        [("c", "", "女装"), ("d", "x", "女装"), ("e", "y", "女装")],
        [("1", "x", "女装"), ("2", "y", "女装")],
    )
    for some in (belts, belts[::-1]):
        columns = matched(bundled, clusters, [("3", "", "女装"), *some]).columns
        assert columns["cb_reason"].tolist() == ["city_unresolved", "same", "same"]
        assert columns["cb_nmatch"].tolist() == [0, 1, 1]
