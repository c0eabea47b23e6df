"""Rules of the matching that hang by one row each."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.relation_kinds import NONE, RELATIONS
from clusterbelt.processing.analysis.matching import evidence
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching.belt_years import belt_years, parse_years
from clusterbelt.processing.analysis.matching.entries import Entries, preference
from clusterbelt.processing.analysis.matching.judgements import Judgement, read_judgements
from clusterbelt.processing.analysis.matching.rules import Rules
from clusterbelt.processing.analysis.messages import AnalysisError

CONDITIONS = ("cluster_id", "belt_id", "cluster_industry", "belt_industry", "city")


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def matched(bundled, clusters, belts, *judged, belt_columns=("belt", "city", "industry"), **rules):
    clusters = pd.DataFrame(
        [(f"{c[0]}#1", *c) for c in clusters], columns=["row", "cluster", "city", "industry"]
    )
    belts = pd.DataFrame(belts, columns=list(belt_columns))
    judgements = read_judgements(
        pd.DataFrame(list(judged), columns=[*CONDITIONS, "decision", "reviewer"]).fillna("")
    )
    return matching.match(clusters, belts, bundled, Rules(**rules), judgements=judgements)


def test_who_decided_is_told_where_the_first_belt_is_the_best(bundled):
    """The only entry has the number 0, and no belt of earlier years answers for it."""
    accepted = {"cluster_id": "c", "belt_id": "b", "decision": "accept"}
    (row,) = matched(bundled, [("c", "x", "船舶")], [("b", "x", "女装")], accepted).columns.rows()
    assert (row["cb_status"], row["cb_beltid"], row["cb_decby"]) == ("matched", "b", "manual")
    (row,) = matched(bundled, [("c", "x", "女装")], [("b", "x", "女装")]).columns.rows()
    assert (row["cb_status"], row["cb_beltid"], row["cb_decby"]) == ("matched", "b", "rule")
    assert row["cb_evid"] == "b: Women's wear = Women's wear; both in x"


def test_an_id_that_is_judged_leaves_other_rows_to_the_rules(bundled):
    rejected = {"cluster_id": "c", "decision": "reject"}
    clusters = [("c", "x", "女装"), ("d", "x", "女装")]
    result = matched(bundled, clusters, [("b", "x", "女装")], rejected)
    assert list(result.columns["cb_status"]) == ["unmatched", "matched"]


def test_of_two_pairs_of_industries_that_are_equally_close_the_one_without_a_judgement_decides(bundled):
    for judged in ("女装", "船舶"):
        accepted = {"cluster_industry": judged, "belt_industry": judged, "decision": "accept"}
        (row,) = matched(
            bundled, [("c", "x", "女装、船舶")], [("b", "x", "女装、船舶")], accepted
        ).columns.rows()
        assert (row["cb_status"], row["cb_decby"]) == ("matched", "rule")


def test_who_took_the_last_relation_away_is_named_and_not_who_rejected_none(bundled):
    judged = [
        {"cluster_industry": industry, "belt_industry": "女装", "decision": "reject", "reviewer": name}
        for industry, name in (("船舶", "Zhao"), ("女装", "Li"))
    ]
    (row,) = matched(bundled, [("c", "x", "女装、船舶")], [("b", "x", "女装")], *judged).columns.rows()
    assert (row["cb_status"], row["cb_decby"]) == ("unmatched", "manual")
    assert "Li" in row["cb_evid"] and "Zhao" not in row["cb_evid"]


def test_an_industry_that_only_a_judgement_spells_so_is_read(bundled):
    judged = {"cluster_industry": "Women's wear", "belt_industry": "女裝", "decision": "reject"}
    (row,) = matched(bundled, [("c", "x", "女装")], [("b", "x", "女装")], judged).columns.rows()
    assert row["cb_status"] == "unmatched"


def test_judgements_that_concern_no_pair_are_told_and_no_others(bundled):
    judged = (
        {"cluster_industry": "女装", "belt_industry": "女装", "decision": "reject"},
        {"cluster_industry": "女装", "belt_industry": "女装", "city": "y", "decision": "accept"},
        {"cluster_id": "nobody", "decision": "reject"},
    )
    clusters = [("c", "x", "女装"), ("d", "y", "船舶")]
    result = matched(bundled, clusters, [("b", "x", "女装")], *judged)
    assert list(result.idle) == [2]
    assert [line for line, _, _ in result.unknown] == [3]


def test_the_more_specific_judgement_has_the_greater_weight():
    def weight(*names):
        filled = {name: "x" if name in names else "" for name in CONDITIONS}
        return Judgement(line=1, relation=None, reviewer="", **filled).weight

    assert weight() < weight("city") < weight("cluster_industry") < weight("cluster_industry", "city")
    assert weight("cluster_industry", "city") < weight("cluster_industry", "belt_industry")
    both = weight("cluster_industry", "belt_industry")
    assert both == weight("cluster_id") == weight("belt_id")
    assert both < weight("cluster_id", "belt_industry") == weight("belt_id", "cluster_industry")
    assert weight("cluster_id", "belt_industry", "city") < weight("cluster_id", "belt_id")


def test_the_reviewer_is_named_where_one_is_known():
    assert "Li" in evidence.manual("Li", "en")
    assert "{" not in evidence.manual("", "en") and evidence.manual("", "en") != evidence.manual("Li", "en")


def test_the_newest_year_may_be_the_next_one_and_none_beyond():
    following = date.today().year + 1
    start = np.array([2000.0, following, following + 1])
    found = belt_years(start, start)
    assert found.as_of == following and found.beyond.tolist() == [2]
    assert [round(year) for year in found.last_known()[:2]] == [2000, following] and found.missing[2]


@pytest.mark.parametrize(("text", "year"), [("20150131", 2015), ("2015-01-31", 2015), ("2015", 2015)])
def test_the_year_of_a_date_without_hyphens_is_read(text, year):
    assert parse_years([text, None], [1, 2], "f", "l").tolist()[0] == year


def test_of_two_ranks_the_first_goes_before_whatever_the_second():
    entries = Entries(np.zeros(2, dtype=np.int64))
    assert preference(entries, ["a", "b"], [np.array([1, 0]), np.array([0, 5])]).tolist() == [1, 0]


def test_words_are_told_to_have_decided_only_where_they_did(bundled):
    clusters = [
        ("a", "x", "unheard of"),
        ("b", None, "unheard of"),
        ("c", "y", "unheard of"),
        ("d", "x", "女装"),
    ]
    belts = [("1", "x", "unheard of"), ("2", "x", "女装"), ("3", "x", "never seen")]
    result = matched(bundled, clusters, belts)
    assert result.columns["cb_resby"].tolist() == ["text", None, None, "name"]
    assert result.belts()["cb_resby"].tolist() == ["text", "name", None]


def test_clusters_without_an_identifier_share_their_status_with_nobody(bundled):
    clusters = [("a", "y", "女装"), (None, "y", "女装"), (None, "x", "女装"), (None, "y", "女装")]
    whole = matched(bundled, clusters, [("1", "x", "女装")]).columns["cb_whole"].tolist()
    assert whole == ["unmatched", "unmatched", "matched", "unmatched"]


def test_where_nothing_is_related_there_are_no_pairs(bundled):
    assert len(matched(bundled, [("c", "x", "船舶")], [("b", "x", "女装")]).pairs()) == 0
    assert len(matched(bundled, [("c", None, "船舶")], [("b", "x", "女装")]).pairs()) == 0


def test_the_evidence_of_a_pair_does_not_hang_by_the_other_pairs(bundled):
    belts = [("1", "x", "女装"), ("2", "x", "纺织"), ("3", "x", "服装"), ("4", "x", "染料")]
    clusters = [("c", "x", "纺织"), ("d", "x", "女装")]
    together = matched(bundled, clusters, belts).pairs()
    told = {(c, b): said for c, b, said in zip(together["cluster"], together["belt"], together["evid"])}
    assert len(told) > 4 and len(set(told.values())) == len(told)
    for (cluster, belt), said in told.items():
        own = [c for c in clusters if cluster.startswith(c[0])], [b for b in belts if b[0] == belt]
        assert matched(bundled, *own).pairs()["evid"].tolist() == [said]


def test_a_keyword_of_either_side_is_marked_in_the_evidence(bundled):
    sure, guessed = "女装", "花样女装"
    marks = {
        (c, b): evidence.sentence("keyword", "en")
        in matched(bundled, [("c", "x", c)], [("b", "x", b)]).columns["cb_evid"][0]
        for c in (sure, guessed)
        for b in (sure, guessed)
    }
    by = {text: matched(bundled, [("c", "x", text)], []).columns["cb_resby"][0] for text in (sure, guessed)}
    assert by == {sure: "name", guessed: "keyword"}
    assert marks == {(c, b): guessed in (c, b) for c, b in marks}


def test_a_judgement_on_a_belt_of_earlier_years_decides_no_status_of_today(bundled):
    accepted = {"cluster_id": "c", "belt_id": "b", "decision": "accept"}
    belts = [("b", "x", "女装", 2010), ("d", "y", "女装", 2015)]
    columns = ("belt", "city", "industry", "year")
    (row,) = matched(bundled, [("c", "x", "船舶")], belts, accepted, belt_columns=columns).columns.rows()
    assert (row["cb_status"], row["cb_hist"], row["cb_beltid"]) == ("unmatched", "matched", "b")
    assert (row["cb_reason"], row["cb_decby"]) == ("belts_only_before", "rule")
    assert row["cb_evid"].startswith("no belt in x in 2015") and "b: " in row["cb_evid"]


@pytest.mark.parametrize(("own", "near"), [("女装", "男装"), ("男装", "女装")])
def test_a_belt_that_was_rejected_is_not_told_as_the_nearest(bundled, own, near):
    rejected = {"cluster_id": "c", "belt_id": "woven", "decision": "reject"}
    for belts in (["woven", "other"], ["other", "woven"]):
        rows = [(name, "x", {"woven": own, "other": near}[name]) for name in belts]
        (row,) = matched(bundled, [("c", "x", own)], rows, rejected).columns.rows()
        assert row["cb_status"] == "unmatched" and "other" in row["cb_evid"] and "woven" not in row["cb_evid"]


def test_a_judgement_on_a_belt_that_is_not_there_holds_for_no_other(bundled):
    judged = [
        {"cluster_id": "c", "belt_id": "nobody", "decision": "reject"},
        {"cluster_id": "c", "belt_id": "b", "decision": "accept", "reviewer": "Li"},
    ]
    for some in (judged[:1], judged):
        result = matched(bundled, [("c", "x", "女装")], [("a", "x", "女装"), ("b", "x", "女装")], *some)
        assert (result.columns["cb_status"][0], result.columns["cb_nmatch"][0]) == ("matched", 2)
        assert [line for line, _, _ in result.unknown] == [1]


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
