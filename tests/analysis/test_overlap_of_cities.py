"""Cities with clusters and cities with belts, against the study."""

import numpy as np
import pandas as pd
import pytest
import study
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.rounding import half_up
from clusterbelt.processing.analysis.tables.overlap_of_cities import hypergeometric_tail
from framing import framed
from making_belts import belts_of


def tables_of(cities_only):
    clusters = pd.DataFrame({"city": study.clusters()["cb_citycd"], "name": study.clusters()["cb_city"]})
    belts = study.belts()
    if cities_only:
        clusters = clusters[clusters["name"].str.endswith("市")]
        belts = belts[belts["city"].str.endswith("市")]
    return clusters, belts_of(belts["city"], year=belts["year"])


@pytest.fixture(scope="module")
def measures():
    table, _ = tables.compare_cities(*tables_of(cities_only=True), units=337)
    return framed(table).set_index("measure")


def test_the_cities_of_the_study_come_out(measures):
    names = ["cluster_cities", "belt_cities", "both", "without_belts", "either"]
    assert measures.loc[names, "now"].tolist() == [79, 158, 63, 16, 174]
    assert measures.loc[names, "ever"].tolist() == [79, 167, 72, 7, 174]


def test_the_shares_of_the_study_come_out_to_the_digit(measures):
    printed = [
        half_up(100 * measures.loc[n, when]) for when in ("now", "ever") for n in ("share_cl", "share_belt")
    ]
    assert printed == ["79.7", "39.9", "91.1", "43.1"]
    assert [half_up(measures.loc["jaccard", when], 3) for when in ("now", "ever")] == [
        "0.362",
        "0.414",
    ]


def test_chance_would_give_37_cities(measures):
    assert half_up(measures.loc["expected", "now"], 0) == "37"
    assert 1e-12 < measures.loc["p", "now"] < 1e-10


def test_with_prefectures_and_leagues_there_are_163_and_81_units():
    table, cities = map(framed, tables.compare_cities(*tables_of(cities_only=False)))
    now = table.set_index("measure")["now"]
    assert (now["cluster_cities"], now["belt_cities"]) == (81, 163)
    assert np.isnan(now["p"])
    without = cities[cities["kind"] == "clusters_only"]
    assert len(without) == 18
    assert set(without.loc[without["last_year"].notna(), "city"]) == set(study.WITH_EARLIER_BELTS)


def test_belts_without_a_year_are_current_and_later_ones_do_not_count():
    clusters = pd.DataFrame({"city": ["a", "b", None], "name": ["A", "B", None]})
    belts = belts_of(["a", "b", "c", None], year=[np.nan, 2022.0, 2019.0, 2020.0], as_of=2020)
    table, cities = tables.compare_cities(clusters, belts)
    measures = framed(table).set_index("measure")
    assert measures.loc[["belt_cities", "both"], "now"].tolist() == [1, 1]
    assert measures.loc[["belt_cities", "both"], "ever"].tolist() == [2, 1]
    assert cities["citycd"].tolist() == ["b", "a", "c"] and cities["kind"].tolist()[0] == "clusters_only"


def test_without_years_there_is_no_ever():
    clusters = pd.DataFrame({"city": ["a"], "name": ["A"]})
    table, _ = tables.compare_cities(clusters, belts_of(["a"]))
    assert table["now"].tolist()[:3] == [1, 1, 1] and np.isnan(table["ever"]).all()


def test_the_tail_of_the_hypergeometric_distribution():
    assert hypergeometric_tail(0, 3, 4, 10) == pytest.approx(1)
    assert hypergeometric_tail(3, 3, 4, 10) == pytest.approx(4 / 120)
    assert hypergeometric_tail(2, 3, 4, 10) == pytest.approx((4 + 36) / 120)


def test_no_sum_of_probabilities_is_more_than_1():
    """The terms of this one add up to a little more."""
    assert hypergeometric_tail(0, 1, 52, 58) == 1.0


def test_chance_needs_no_more_units_than_there_are_cities():
    clusters, belts = pd.DataFrame({"city": ["a", "b"], "name": ["A", "B"]}), belts_of(["b", "c"])
    three, two = (
        framed(tables.compare_cities(clusters, belts, units)[0]).set_index("measure")["now"]
        for units in (3, 2)
    )
    assert three["expected"] == pytest.approx(4 / 3) and three["p"] == pytest.approx(1)
    assert np.isnan(two["expected"]) and np.isnan(two["p"])


def test_cities_stand_by_kind_then_by_clusters_then_by_code_with_their_classes():
    clusters = pd.DataFrame(
        {
            "city": ["d", "c", "b", "b", "a", "f", "f"],
            "name": list("DCBBAFF"),
            "class": ["X", np.nan, "Y", "X", None, "X", "X"],
        }
    )
    _, cities = tables.compare_cities(clusters, belts_of(["a", "b", "z", "y"]))
    assert list(zip(cities["citycd"], cities["kind"], cities["clusters"], cities["classes"])) == [
        ("f", "clusters_only", 2, "X"),
        ("c", "clusters_only", 1, None),
        ("d", "clusters_only", 1, "X"),
        ("b", "both", 2, "X+Y"),
        ("a", "both", 1, None),
        ("y", "belts_only", 0, None),
        ("z", "belts_only", 0, None),
    ]
