"""What is counted at the edges: rows without a class, a city, a count or a known status."""

from math import comb

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.industries import taxonomy as industries
from clusterbelt.processing.analysis.industries.relations import relations
from clusterbelt.processing.analysis.tables import chance as chance_module
from clusterbelt.processing.analysis.tables.counting import (
    cities_of,
    classes_of,
    row_counts,
    unknown_statuses,
)
from clusterbelt.processing.analysis.tables.matched_rows import MatchedRows
from clusterbelt.processing.analysis.tables.overlap_of_cities import hypergeometric_tail
from clusterbelt.processing.analysis.tables.row_industries import ranks_between, read_row_industries
from clusterbelt.processing.analysis.tables.study_tables import study_tables
from framing import framed
from making_belts import belts_of

NODES = pd.DataFrame({"code": ["A", "B"], "parent": ["", ""], "name_en": ["alpha", "beta"]})


def rows(**columns):
    frame = pd.DataFrame(columns, dtype=object)
    return frame.assign(cb_reason=columns.get("cb_reason", "same"))


def totals(frame, part="all", base="rows", column="total"):
    summary = tables.match_summary(frame, "class", base, tables.PARTS)
    return {row["class"]: row[column] for row in summary.rows() if row["part"] == part}


def test_rows_without_a_class_are_a_class_of_their_own_and_the_last():
    frame = rows(
        **{"class": [None, "A", None, "B"], "cb_citycd": ["1", "1", "2", "2"], "cb_status": "matched"}
    )
    number, classes = classes_of(frame, "class")
    assert number.tolist() == [2, 0, 2, 1] and classes == ["A", "B", None]
    assert totals(frame) == {"A": 1, "B": 1, None: 2, "*": 4}
    # One without a class beside one with a class is accompanied, as any other.
    assert totals(frame, "accompanied") == {"A": 1, "B": 1, None: 2, "*": 4}


@pytest.mark.parametrize("codes", [[None, None, "1", "1"], ["", "", "1", "1"]])
def test_rows_of_unknown_city_stand_alone(codes):
    frame = rows(**{"class": ["A", "B", "A", "B"], "cb_citycd": codes, "cb_status": "matched"})
    assert cities_of(frame)[0].tolist() == [-1, -1, 0, 0] and cities_of(frame)[1] == ["1"]
    assert totals(frame, "accompanied")["*"] == 2 == totals(frame, "alone")["*"]


def test_a_whole_cluster_is_accompanied_where_any_of_its_rows_is():
    frame = rows(
        **{"class": list("ABAA"), "cb_citycd": ["1", "1", "2", "3"], "cb_row": ["a#1", "b", "a#2", "c"]},
        cb_status="matched",
        cb_whole="matched",
    )
    assert totals(frame, "accompanied", "whole") == {"A": 1, "B": 1, "*": 2}
    assert totals(frame, "alone", "whole") == {"A": 1, "B": 0, "*": 1}
    assert totals(frame, "accompanied") == {"A": 1, "B": 1, "*": 2}
    assert totals(frame, "alone") == {"A": 2, "B": 0, "*": 2}


def test_without_codes_of_cities_all_rows_stand_alone():
    frame = rows(**{"class": ["A", "B", "A"], "cb_status": "matched"})
    assert cities_of(frame)[0].tolist() == [-1, -1, -1] and cities_of(frame)[1] == []
    assert totals(frame, "accompanied")["*"] == 0 and totals(frame, "alone")["*"] == 3


def test_a_row_without_a_count_is_one_and_counts_are_summed():
    frame = rows(**{"class": "A", "cb_status": ["matched", "adjacent", "matched"], "cb_count": [3, None, 0]})
    assert row_counts(frame).tolist() == [3, 1, 0]
    assert (totals(frame)["*"], totals(frame, column="matched")["*"]) == (4, 3)
    assert totals(frame, column="n_eff")["*"] == 4 and totals(frame, column="m_low")["*"] == pytest.approx(
        100 * tables.wilson(3, 4)[0]
    )


def test_values_in_place_of_a_status_are_counted_and_in_no_total():
    frame = rows(
        **{
            "class": "A",
            "cb_status": ["matched", "Matched", "", None, "Matched", "adjacent"],
            "cb_whole": ["matched", "x", "matched", "matched", "matched", "adjacent"],
        }
    )
    assert unknown_statuses(frame) == {
        ("cb_status", "Matched"): 2,
        ("cb_status", None): 2,
        ("cb_whole", "x"): 1,
    }
    assert totals(frame)["*"] == 2
    assert unknown_statuses(frame.drop(columns="cb_whole")).keys() == {
        ("cb_status", "Matched"),
        ("cb_status", None),
    }


def test_a_whole_cluster_had_belts_before_only_where_no_row_of_it_has_any_now():
    frame = rows(
        **{
            "class": "A",
            "cb_row": ["x#1", "x#2", "y#1", "y#2", "z#1", "z#2"],
            "cb_status": ["unmatched"] * 5 + ["matched"],
            "cb_whole": ["unmatched"] * 4 + ["matched"] * 2,
            "cb_reason": [
                *("belts_only_before", "none_related"),
                *("belts_only_before", "no_belt_in_city"),
                *("belts_only_before", "same"),
            ],
        }
    )
    found = tables.match_summary(frame, "class", "whole").rows()[-1]
    assert [found[name] for name in ("total", "unmatched", "no_belt", "none_rel", "before")] == [
        3,
        2,
        1,
        1,
        1,
    ]


def test_no_rows_are_no_clusters():
    frame = rows(**{"class": [], "cb_row": [], "cb_status": [], "cb_whole": []})
    found = tables.match_summary(frame, "class", "whole")
    assert found["class"].tolist() == ["*"] and found["total"].tolist() == [0]


def test_sets_of_classes_stand_by_their_number_then_by_their_rows_then_by_name():
    cells = [
        ("1", "B"),
        ("2", "B"),
        ("3", "A"),
        ("4", "D"),
        ("4", "C"),
        ("5", "C"),
        ("5", "E"),
        ("5", "E"),
        ("6", "C"),
    ]
    frame = pd.DataFrame(
        {
            "class": [name for _, name in cells],
            "cb_citycd": [city for city, _ in cells],
            "cb_city": [f"city {city}" for city, _ in cells],
            "cb_row": [f"{i}#1" for i in range(len(cells))],
            "cb_weight": 1.0,
        }
    )
    sets, cities = map(framed, tables.city_composition(frame, "class"))
    assert sets["classes"].tolist() == ["C+E", "C+D", "B", "A", "C", "*", "*", "*"]
    assert sets["k"].fillna(0).tolist() == [2, 2, 1, 1, 1, 2, 1, 0]
    assert sets["rows"].tolist() == [3, 2, 2, 1, 1, 5, 4, 9]
    assert sets["city_list"].tolist()[2] == "city 1, city 2" and sets["share"].iloc[0] == pytest.approx(3 / 9)
    assert cities["citycd"].tolist() == ["5", "4", "1", "2", "3", "6"]


@pytest.mark.parametrize("units", [1, 5, 8])
def test_the_tail_of_the_hypergeometric_distribution_is_that_of_all_sets(units):
    for first in range(units + 1):
        for second in range(units + 1):
            for common in range(min(first, second) + 1):
                ways = [comb(first, k) * comb(units - first, second - k) for k in range(common, second + 1)]
                expected = sum(ways) / comb(units, second)
                assert hypergeometric_tail(common, first, second, units) == pytest.approx(expected, abs=1e-12)


@pytest.fixture(scope="module")
def taxonomy():
    return industries.load(NODES, pd.DataFrame({"upstream": ["A"], "downstream": ["B"]}))


def test_words_stand_after_the_sets_and_equal_words_are_the_same(taxonomy):
    clusters = read_row_industries(
        ["A", None, None, None, "A|B"], ["", "呜呜", "Foo ", None, "foo"], taxonomy
    )
    belts = read_row_industries([None, "A", None], ["foo", "foo", "bar"], taxonomy)
    assert clusters.words == ("foo", "呜呜") and clusters.of_row.tolist() == [0, 3, 2, -1, 1]
    assert clusters.are_words().tolist() == [False, False, True, True]
    assert belts.of_row.tolist() == [2, 0, 1] and belts.words == ("bar", "foo")
    ranks = ranks_between(belts, clusters, relations(taxonomy))
    assert (ranks > 0).tolist() == [[True, True, False, False], [False] * 4, [False, False, True, False]]


def test_rows_whose_words_no_belt_has_are_left_out_of_the_test_of_chance(taxonomy):
    frame = pd.DataFrame(
        {
            "class": "x",
            "city": ["c1", "c2", "c1", "c2"],
            "cb_nodes": ["A", None, None, None],
            "cb_words": [None, "foo", "other", None],
        }
    )
    belts = belts_of(["c1", "c2"], nodes=["B", None], words=[None, "foo"])
    found = chance_module.match_chance(
        frame, "class", belts, taxonomy, relations(taxonomy), tables.ChanceTest(runs=3)
    )
    (both,) = (row for row in found.table.rows() if (row["class"], row["stat"]) == ("*", "both"))
    assert found.left_out == 2 and both["rows"] == 2 and both["observed"] == 2


@pytest.mark.parametrize("cells", [1, 7, 20])
def test_runs_in_batches_are_the_same_runs(taxonomy, monkeypatch, cells):
    rng = np.random.default_rng(4)
    frame = pd.DataFrame(
        {"class": "x", "city": rng.choice(list("abcd"), 6), "cb_nodes": rng.choice(["A", "B"], 6)}
    )
    belts = belts_of(["a", "b"], nodes=["A", "B"])

    def found():
        test = tables.ChanceTest(runs=11, seed=2)
        found = chance_module.match_chance(frame, "class", belts, taxonomy, relations(taxonomy), test)
        return framed(found.table)

    whole = found()
    monkeypatch.setattr(chance_module, "_CELLS", cells)
    pd.testing.assert_frame_equal(found(), whole)


def test_statuses_that_differ_from_the_relations_are_counted(taxonomy):
    frame = pd.DataFrame({"class": "x", "city": ["a"] * 6, "cb_nodes": ["A"] * 6})
    frame["cb_status"] = ["matched", "adjacent", "unmatched", "unresolved", None, "odd"]
    belts = belts_of(["a"], nodes=["A"])
    found = chance_module.match_chance(
        frame, "class", belts, taxonomy, relations(taxonomy), tables.ChanceTest(runs=1)
    )
    assert found.differing == 3
    bare = chance_module.match_chance(
        frame.drop(columns="cb_status"),
        "class",
        belts,
        taxonomy,
        relations(taxonomy),
        tables.ChanceTest(runs=1),
    )
    assert bare.differing == 0


def test_the_tables_of_a_study_hold_what_the_layer_has(taxonomy):
    frame = pd.DataFrame(
        {
            "kind": ["b", "a", "b", "a", "b"],
            "name": list("vwxyz"),
            "city": ["1", "1", "2", "2", None],
            "cb_city": ["one", "one", "two", "two", None],
            "cb_citycd": ["1", "1", "2", "2", None],
            "cb_row": ["1", "2", "3", "4", "5"],
            "cb_nodes": ["A", "B", "A", None, None],
            "cb_status": ["unmatched", "matched", "matched", "unresolved", "unresolved"],
            "cb_reason": ["none_related", "same", "same", "industry_unresolved", "industry_unresolved"],
            "cb_weight": [1.0, 2.0, 1.0, 1.0, 1.0],
            "cb_count": [1, 1, 1, 1, 4],
            "cb_evid": [None, "e", "e", "呜呜", "哈哈"],
        },
        dtype=object,
    )
    found = study_tables(MatchedRows(frame, "kind", "name"), taxonomy, relations(taxonomy), most=4)
    summary = framed(found.summary)
    assert summary[["base", "part"]].drop_duplicates().to_numpy().tolist() == [
        *(["rows", part] for part in tables.PARTS),
        ["weighted", "all"],
    ]
    assert not summary[["base", "part", "class"]].duplicated().any()
    assert summary["total"].dtype == float
    assert found.clusters["name"].tolist() == ["w", "y", "x", "v"]
    assert found.clusters["status"].tolist() == ["matched", "unresolved", "matched", "unmatched"]
    assert framed(found.unresolved)[["evid", "rows", "first"]].to_numpy().tolist() == [
        ["哈哈", 4, "5"],
        ["呜呜", 1, "4"],
    ]
    assert (
        len(found.sets) and len(found.relations.pairs) == 1 and found.overlap is None and found.chances == ()
    )
    nowhere = study_tables(
        MatchedRows(frame.assign(city=None), "kind", "name"), taxonomy, relations(taxonomy)
    )
    assert nowhere.sets is None and nowhere.relations is None and len(nowhere.clusters) == 5
    bare = MatchedRows(frame.drop(columns="cb_evid"), "kind", "name")
    unresolved = study_tables(bare, taxonomy, relations(taxonomy)).unresolved
    assert framed(unresolved)[["evid", "rows"]].to_numpy().tolist() == [[None, 5]]
    for nodes, models in ((None, []), (["A", "B"], ["cities", "industries"])):
        belts = belts_of(["1", "3"], nodes=nodes)
        asked = study_tables(
            MatchedRows(frame, "kind", "name"),
            taxonomy,
            relations(taxonomy),
            belts=belts,
            test=tables.ChanceTest(runs=2),
        )
        assert [one.table["null_model"][0] for one in asked.chances] == models
        assert asked.overlap["now"].tolist()[:3] == [2, 2, 1]
    assert asked.by_class
    of_all = study_tables(
        MatchedRows(frame, "", "name"),
        taxonomy,
        relations(taxonomy),
        belts=belts,
        test=tables.ChanceTest(runs=2),
    )
    assert not of_all.by_class and of_all.sets is None and of_all.relations is None
    summary = framed(of_all.summary)
    assert summary[["base", "part"]].to_numpy().tolist() == [["rows", "all"], ["weighted", "all"]]
    assert summary["total"].tolist() == [8, 6]
    named = [of_all.summary, *(one.table for one in of_all.chances)]
    assert {name for table in named for name in table["class"]} == {tables.ALL_CLASSES}


def test_words_that_say_nothing_are_no_industry(taxonomy):
    words = np.array([" ", None, "Silk", "silk", "hats", "silk"], dtype=object)
    read = read_row_industries([None, None, None, None, None, "B"], words, taxonomy)
    assert (read.words, read.of_row.tolist()) == (("hats", "silk"), [-1, -1, 2, 2, 1, 0])


def test_industries_that_are_only_related_are_near(taxonomy):
    chains = pd.DataFrame({"upstream": ["A"], "downstream": ["B"], "kind": ["related"]})
    related = industries.load(NODES, chains)
    frame = pd.DataFrame({"class": ["x", "y"], "cb_citycd": "1", "cb_city": "one", "cb_nodes": ["A", "B"]})
    clusters = MatchedRows(frame.assign(cb_row=["1", "2"]), "class", "")
    assert tables.relate_clusters(clusters, related, relations(related)).pairs["rel"].tolist() == ["near"]
