"""Rules of the matching that hang by one row each."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.matching import evidence
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching.belt_years import belt_years, parse_years
from clusterbelt.processing.analysis.matching.entries import Entries, preference
from clusterbelt.processing.analysis.matching.judgements import Judgement, read_judgements
from clusterbelt.processing.analysis.matching.rules import Rules

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
