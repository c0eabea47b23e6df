"""Tables that are summed up already: a row stands for several clusters or belts."""

import pytest
from making import Log, match, rows_of, run, table
from qgis.core import QgsProcessingException

CLUSTERS = ("id", "city", "industry", "class", "n")
BELTS = ("id", "city", "product", "year", "n")
COUNTED = {"CLUSTER_COUNT": "n", "BELT_COUNT": "n", "BELT_YEAR": "year"}


def clusters():
    rows = [
        ("c1", "杭州", "女装", "A", "3"),
        ("c2", "杭州", "某某某", "B", "2"),
        ("c3", "温州;宁波", "茶叶", "A", "1"),
    ]
    return table(rows, CLUSTERS)


def belts():
    rows = [
        ("b1", "杭州", "女装", "2018", "4"),
        ("b2", "杭州", "面料", "2018", "10"),
        ("b3", "杭州", "鬼画符", "2018", "5"),
        ("b4", "宁波", "茶叶", "2016", "7"),
        ("b5", "温州", "茶叶", "2018", "0"),
        ("b6", "温州", "女装", "2018", None),
    ]
    return table(rows, BELTS)


def one_by_one(layer, fields):
    rows = []
    for row in rows_of(layer):
        rows += [(f"{row['id']}.{turn}", *list(row.values())[1:]) for turn in range(int(row["n"] or 0))]
    return table(rows, fields)


@pytest.fixture(scope="module")
def both():
    outputs = dict.fromkeys(("PAIRS", "BELTS_OUT", "CHECK"), "memory:")
    counted = match(clusters(), belts(), **COUNTED, **outputs)
    every = one_by_one(clusters(), CLUSTERS), one_by_one(belts(), BELTS)
    return counted, match(*every, BELT_YEAR="year", **outputs)


def test_numbers_and_columns_follow_the_counts(both):
    counted, single = both
    numbers = {
        name: value for name, value in counted.items() if name.isupper() and not hasattr(value, "fields")
    }
    assert numbers == {name: single[name] for name in numbers} and numbers["ROWS"] == 7
    rows = {row["cb_row"]: row for row in rows_of(counted["OUTPUT"])}
    first = rows["c1#1"]
    assert [first[n] for n in ("cb_count", "cb_weight", "cb_nmatch", "cb_nadj", "cb_ncity", "cb_nunres")] == [
        3, 3.0, 4, 10, 19, 5,
    ]  # fmt: skip
    assert "7 belts" in rows["c3#1"]["cb_evid"] and rows["c3#2"]["cb_reason"] == "no_belt_in_city"
    assert [(row["text"], row["count"]) for row in rows_of(counted["CHECK"])] == [
        (row["text"], row["count"]) for row in rows_of(single["CHECK"])
    ]
    pairs = rows_of(counted["PAIRS"])
    assert (
        sum(row["clusters"] * row["belts"] for row in pairs)
        == counted["PAIR_COUNT"]
        == len(rows_of(single["PAIRS"]))
    )


def test_belts_say_how_many_they_are(both):
    rows = {row["id"]: row for row in rows_of(both[0]["BELTS_OUT"])}
    assert [rows[name]["cb_count"] for name in ("b1", "b5", "b6")] == [4, 0, 0]
    assert rows["b1"]["cb_nclus"] == 3 and rows["b5"]["cb_status"] is None


def test_tables_follow_the_counts(both):
    found = []
    for result in both:
        given = {"INPUT": result["OUTPUT"], "CLASS": "class"}
        with_belts = {**given, "BELTS": result["BELTS_OUT"]}
        found.append(
            [
                rows_of(run("matchsummary", BASE=["rows", "whole", "weighted"], **given)["OUTPUT"]),
                rows_of(run("citycomposition", **given)["OUTPUT"]),
                rows_of(run("cityoverlap", CITIES_OUT="memory:", **with_belts)["CITIES_OUT"]),
                rows_of(run("matchchance", RUNS=9, NULL_MODEL="industries", **with_belts)["OUTPUT"]),
            ]
        )
    for counted, single in zip(*found):
        assert counted == single


def test_raw_belts_follow_the_counts_in_tables(both):
    given = {"INPUT": both[0]["OUTPUT"], "BELT_CITY": "city", "BELT_YEAR": "year", "CITIES_OUT": "memory:"}
    raw = run("cityoverlap", BELTS=belts(), BELT_COUNT="n", **given)
    read = run("cityoverlap", INPUT=both[0]["OUTPUT"], BELTS=both[0]["BELTS_OUT"], CITIES_OUT="memory:")
    assert rows_of(raw["CITIES_OUT"]) == rows_of(read["CITIES_OUT"])


def test_a_second_run_counts_what_the_first_one_wrote(both):
    again = match(both[0]["OUTPUT"], both[0]["BELTS_OUT"], BELT_YEAR="year")
    assert (again["ROWS"], again["PAIR_COUNT"]) == (both[0]["ROWS"], both[0]["PAIR_COUNT"])


def test_without_counts_nothing_speaks_of_them():
    result = match(clusters(), belts(), PAIRS="memory:", BELTS_OUT="memory:")
    for name in ("OUTPUT", "PAIRS", "BELTS_OUT"):
        assert not {"cb_count", "clusters", "belts"} & set(result[name].fields().names())


def test_rows_that_stand_for_none_are_named_and_wrong_counts_refused():
    log = Log()
    match(clusters(), belts(), log, **COUNTED)
    assert "represent nothing (“n” empty or 0): 2 (5, 6)" in log.text()
    wrong = table([("b1", "杭州", "女装", "2018", "1.5")], BELTS)
    with pytest.raises(QgsProcessingException, match=r"field “n”, row 1: “1.5” is not a count"):
        match(clusters(), wrong, **COUNTED)
