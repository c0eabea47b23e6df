"""Cities by their set of classes."""

import pandas as pd
import pytest
import study
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.rounding import half_up
from framing import framed


def composition_of(frame):
    sets, cities = map(framed, tables.city_composition(frame, "class"))
    return (
        {(row["classes"], row["k"]): row for row in sets.to_dict("records") if row["k"] == row["k"]},
        sets,
        cities,
    )


def test_eight_cities_have_all_classes_and_24_have_two():
    sets, table, cities = composition_of(study.clusters())
    assert sets["AM+INN+SEI", 3]["cities"] == 8
    assert (sets["*", 2]["cities"], sets["*", 1]["cities"]) == (24, 49)
    assert len(cities) == 81 == table.iloc[-1]["cities"]
    assert [sets["*", k]["rows"] for k in (3, 2, 1)] == [40, 67, 52]
    assert [sets["*", k]["whole"] for k in (3, 2, 1)] == [36, 64, 52]
    assert [half_up(100 * sets["*", k]["share_wh"]) for k in (3, 2)] == ["23.7", "42.1"]


def test_36_and_64_of_159_are_not_what_the_study_prints():
    sets, _, _ = composition_of(study.clusters_as_the_composition_is_printed())
    assert [sets["*", k]["rows"] for k in (3, 2)] == [36, 64]
    assert [half_up(100 * sets["*", k]["share"]) for k in (3, 2)] == ["22.6", "40.3"]
    assert sets["*", 3]["by_class"] == "AM 11, INN 11, SEI 14"
    assert sets["*", 2]["by_class"] == "AM 14, INN 21, SEI 29"


def test_the_32_cities_hold_all_32_rows_of_the_advanced_class_and_not_25():
    sets, _, _ = composition_of(study.clusters())
    counts = [dict(part.split() for part in sets["*", k]["by_class"].split(", ")) for k in (3, 2)]
    assert sum(int(count["AM"]) for count in counts) == 32


@pytest.fixture
def small():
    return pd.DataFrame(
        {
            "class": ["B", "A", "A", None, "A"],
            "cb_city": ["x", "x", "y", "y", None],
            "cb_citycd": ["2", "2", "1", "1", None],
            "cb_row": ["b#1", "a#1", "a#2", "c#1", "d#1"],
            "cb_weight": [1, 0.5, 0.5, None, 1],
            "cb_status": ["matched", "adjacent", "unmatched", "unmatched", "unresolved"],
        }
    )


def test_a_shared_cluster_is_whole_once_in_the_sum(small):
    _, table, cities = composition_of(small)
    assert table["classes"].tolist() == ["?+A", "A+B", "*", "*"]
    last = table.iloc[-1]
    assert (last["rows"], last["whole"], last["weight"], last["cities"]) == (4, 3, 2, 2)
    assert last["share"] == pytest.approx(4 / 5) and last["share_wt"] == pytest.approx(2 / 3)
    assert cities["city"].tolist() == ["y", "x"]
    assert cities[["matched", "adjacent", "unmatched"]].to_numpy().tolist() == [[0, 0, 2], [1, 1, 0]]


def test_clusters_of_unknown_city_alone_give_empty_tables(small):
    sets, cities = tables.city_composition(small.iloc[-1:], "class")
    assert len(cities) == 0 and sets["cities"].tolist() == [0]
