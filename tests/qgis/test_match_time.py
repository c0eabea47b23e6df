"""Belts of several years: current and historic status side by side."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, sample, table
from qgis.core import QgsProcessingException

YEARLY = (*BELT_FIELDS, "year")


def clusters(*cities):
    return table([(f"c{i}", city, "服装") for i, city in enumerate(cities)], CLUSTER_FIELDS)


def test_earlier_belts_count_in_the_historic_status_only():
    belts = table(
        [("b1", "杭州", "女装", "2016"), ("b2", "杭州", "茶叶", "2018"), ("b3", "宁波", "女装", "2015")],
        YEARLY,
    )
    result = match(clusters("杭州", "宁波", "温州"), belts, BELT_YEAR="year")
    found = {row["id"]: row for row in rows_of(result["OUTPUT"])}
    assert [(row["cb_status"], row["cb_reason"], row["cb_hist"]) for row in found.values()] == [
        ("unmatched", "none_related", "matched"),
        ("unmatched", "belts_only_before", "matched"),
        ("unmatched", "no_belt_in_city", "unmatched"),
    ]
    assert [row["cb_basis"] for row in found.values()] == ["historic", "historic", None]
    assert (
        found["c1"]["cb_beltid"] == "b3"
        and "2018" in found["c1"]["cb_evid"]
        and "2015" in found["c1"]["cb_evid"]
    )
    assert found["c0"]["cb_ncity"] == 1 and result["MATCHED"] == 0


def test_the_year_asked_for_decides_what_is_current():
    belts = table([("b1", "杭州", "女装", "2016"), ("b2", "杭州", "女装", "2018")], YEARLY)
    log = Log()
    found = rows_of(match(clusters("杭州"), belts, log, BELT_YEAR="year", AS_OF=2016)["OUTPUT"])[0]
    assert (found["cb_beltid"], found["cb_basis"], found["cb_ncity"]) == ("b1", "current", 1)
    assert "Belts from after 2016, which are ignored: 1" in log.text()


def test_spans_of_years_hold_from_their_first_to_their_last():
    fields = (*BELT_FIELDS, "from", "to")
    rows = [("b1", "杭州", "女装", "2010", "2017"), ("b2", "宁波", "女装", "2012", None)]
    options = {"BELT_START": "from", "BELT_END": "to", "AS_OF": 2018}
    found = rows_of(match(clusters("杭州", "宁波"), table(rows, fields), **options)["OUTPUT"])
    assert [row["cb_status"] for row in found] == ["unmatched", "matched"]
    assert "last in 2017" in found[0]["cb_evid"]
    with pytest.raises(QgsProcessingException, match="ends in 2009 before it begins in 2010"):
        match(clusters("杭州"), table([("b1", "杭州", "女装", "2010", "2009")], fields), **options)


def test_belts_without_a_year_are_current_and_counted():
    log = Log()
    belts = table([("b1", "杭州", "女装", None), ("b2", "杭州", "女装", "2018年")], YEARLY)
    found = rows_of(match(clusters("杭州"), belts, log, BELT_YEAR="year")["OUTPUT"])[0]
    assert found["cb_nmatch"] == 2 and "Belts without a year, which count as current: 1" in log.text()


def test_what_is_no_year_is_an_error_that_names_the_cell():
    belts = table([("b1", "杭州", "女装", "soon")], YEARLY)
    with pytest.raises(QgsProcessingException, match=r"“table”, field “year”, row 1: “soon” is not a year"):
        match(clusters("杭州"), belts, BELT_YEAR="year")
    with pytest.raises(QgsProcessingException, match="Choose either “Year of the belt”"):
        match(clusters("杭州"), belts, BELT_YEAR="year", BELT_START="year")


def test_pairs_name_their_basis_and_the_number_is_known_first():
    belts = table([("b1", "杭州", "服装", "2016"), ("b2", "杭州", "女装", "2018")], YEARLY)
    result = match(clusters("杭州"), belts, BELT_YEAR="year", PAIRS="memory:")
    assert [(row["belt"], row["basis"], row["rel"]) for row in rows_of(result["PAIRS"])] == [
        ("b1", "historic", "same"),
        ("b2", "current", "belt_within"),
    ]
    assert result["PAIR_COUNT"] == 2 and rows_of(result["OUTPUT"])[0]["cb_beltid"] == "b2"


def test_the_years_of_the_sample_can_be_used():
    result = match(sample("clusters"), sample("belts"), BELT_YEAR="year")
    rows = rows_of(result["OUTPUT"])
    order = ("matched", "adjacent", "unmatched", "unresolved")
    both = [(row["cb_status"], row["cb_hist"]) for row in rows if row["cb_status"] != "unresolved"]
    assert all(order.index(hist) <= order.index(now) for now, hist in both if hist != "unresolved")
