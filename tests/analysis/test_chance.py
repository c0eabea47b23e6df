"""The permutation test: uniform where chance rules, small where matches were planted."""

import math

import making_belts
import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.cancelling import Cancelled
from clusterbelt.processing.analysis.industries import taxonomy as industries
from clusterbelt.processing.analysis.industries.relations import relations
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.tables import chance as module
from framing import framed

CODES = [f"I{i:02}" for i in range(30)]


@pytest.fixture(scope="module")
def world():
    """Thirty industries, the first ten with one below them, and a chain through some."""
    nodes = pd.DataFrame({"code": [*CODES, *(f"{code}.1" for code in CODES[:10])]})
    nodes["parent"] = [code.split(".")[0] if "." in code else "" for code in nodes["code"]]
    nodes["name_en"] = nodes["code"]
    chains = pd.DataFrame({"upstream": CODES[10:19], "downstream": CODES[11:20]})
    taxonomy = industries.load(nodes, chains)
    return taxonomy, relations(taxonomy)


def clusters_of(rng, rows=300, cities=40):
    return pd.DataFrame(
        {
            "class": rng.choice(["A", "B"], rows),
            "city": rng.choice([f"c{i}" for i in range(cities)], rows),
            "cb_nodes": rng.choice(CODES, rows),
        }
    )


def belts_of(rng, count=200, cities=60):
    return pd.DataFrame(
        {"city": rng.choice([f"c{i}" for i in range(cities)], count), "nodes": rng.choice(CODES, count)}
    )


def chance(world, clusters, belts, *, strata=None, cancelled=None, **test):
    placed = making_belts.belts_of(belts["city"], nodes=belts["nodes"])
    test = tables.ChanceTest(**test)
    return tables.match_chance(clusters, "class", placed, *world, test, strata=strata, cancelled=cancelled)


def row_of(found, name="*", stat="matched"):
    table = framed(found.table)
    return table[(table["class"] == name) & (table["stat"] == stat)].iloc[0]


def distance_from_uniform(values):
    """Kolmogorov's and Smirnov's test against the uniform distribution (asymptotic)."""
    values, count = np.sort(values), len(values)
    steps = np.arange(count + 1) / count
    distance = max((steps[1:] - values).max(), (values - steps[:-1]).max()) * math.sqrt(count)
    return 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * distance**2) for k in range(1, 101))


@pytest.mark.parametrize("null_model", ["cities", "industries"])
def test_p_is_uniform_where_chance_rules(world, null_model):
    values = {"A": [], "*": []}
    for seed in range(200):
        rng = np.random.default_rng(seed)
        found = chance(world, clusters_of(rng), belts_of(rng), null_model=null_model, runs=99, seed=seed)
        for name, collected in values.items():
            collected.append(row_of(found, name)["p"])
    assert all(distance_from_uniform(np.array(collected)) > 0.001 for collected in values.values())


@pytest.mark.parametrize("null_model", ["cities", "industries"])
def test_p_is_small_where_matches_were_planted(world, null_model):
    rng = np.random.default_rng(3)
    belts = belts_of(rng)
    clusters = clusters_of(rng)
    planted = clusters["class"] == "A"
    chosen = belts.iloc[rng.integers(len(belts), size=int(planted.sum()))]
    clusters.loc[planted, ["city", "cb_nodes"]] = chosen.to_numpy()
    found = chance(world, clusters, belts, null_model=null_model, seed=4)
    assert row_of(found, "A")["p"] == 0.001 and row_of(found, "A")["observed"] == planted.sum()
    assert row_of(found, "B")["p"] > 0.02
    assert row_of(found, "A")["p_adj"] == 0.002 and row_of(found, "A")["ratio"] > 3


def test_the_observed_number_is_that_of_all_pairs(world):
    taxonomy, related = world
    rng = np.random.default_rng(8)
    clusters, belts = clusters_of(rng, 80), belts_of(rng)
    clusters.loc[0, "city"] = None
    clusters.loc[1, "cb_nodes"] = None
    matched = both = 0
    for city, code in clusters[["city", "cb_nodes"]].to_numpy()[2:]:
        here = belts.loc[belts["city"] == city, "nodes"]
        node = taxonomy.code_index[code.lower()]
        ranks = [related.ranks(node, taxonomy.code_index[other.lower()]) for other in here]
        matched += max(ranks, default=0) >= 4
        both += max(ranks, default=0) > 0
    found = chance(world, clusters, belts, runs=9)
    assert row_of(found)["observed"] == matched and row_of(found, stat="both")["observed"] == both
    assert row_of(found)["rows"] == 78 and found.left_out == 2


def test_the_expected_number_is_the_mean_over_all_cities(world):
    rng = np.random.default_rng(9)
    clusters, belts = clusters_of(rng, 40, 10), belts_of(rng, 60, 10)
    found = row_of(chance(world, clusters, belts, runs=4000))
    singles = [
        row_of(chance(world, clusters.assign(city=city), belts, runs=1))["observed"]
        for city in clusters["city"]
    ]
    assert found["expected"] == pytest.approx(np.mean(singles), abs=4 * found["sd"] / math.sqrt(4000))
    assert found["low"] <= found["expected"] <= found["high"]


def test_a_seed_gives_the_same_numbers_and_another_one_others(world):
    rng = np.random.default_rng(1)
    clusters, belts = clusters_of(rng), belts_of(rng)
    for null_model in ("cities", "industries"):
        one, same, other = (
            chance(world, clusters, belts, null_model=null_model, runs=50, seed=seed).table
            for seed in (5, 5, 6)
        )
        pd.testing.assert_frame_equal(framed(one), framed(same))
        assert not np.allclose(one["expected"], other["expected"])


def test_rows_of_cities_without_belts_can_be_left_out(world):
    rng = np.random.default_rng(2)
    clusters = clusters_of(rng)
    belts = belts_of(rng)
    belts = belts[belts["city"].isin([f"c{i}" for i in range(20)])].reset_index(drop=True)
    whole, inside = (chance(world, clusters, belts, with_belts_only=only, seed=1) for only in (False, True))
    assert inside.left_out == (~clusters["city"].isin(belts["city"])).sum() > 0
    assert row_of(whole)["observed"] == row_of(inside)["observed"]
    assert row_of(inside)["rate_exp"] > row_of(whole)["rate_exp"]


def test_cities_are_dealt_within_strata(world):
    rng = np.random.default_rng(2)
    clusters, belts = clusters_of(rng), belts_of(rng)
    alone = chance(world, clusters, belts, strata=np.arange(len(clusters)), runs=20).table
    assert (alone["sd"] == 0).all() and (alone["p"] == 1).all()


def test_a_layer_that_says_otherwise_is_noticed(world):
    rng = np.random.default_rng(2)
    clusters, belts = clusters_of(rng), belts_of(rng)
    assert chance(world, clusters.assign(cb_status="matched"), belts, runs=1).differing > 0


def test_what_cannot_be_tested_is_an_error(world):
    rng = np.random.default_rng(2)
    clusters, belts = clusters_of(rng), belts_of(rng)
    for options in ({"null_model": "x"}, {"runs": 0}, {"seed": -1}):
        with pytest.raises(AnalysisError):
            chance(world, clusters, belts, **options)
    with pytest.raises(AnalysisError, match="No row can be tested"):
        chance(world, clusters.assign(city=None), belts)
    with pytest.raises(Cancelled):
        chance(world, clusters, belts, cancelled=lambda: True)


def test_the_smallest_seed_is_0_and_the_fewest_runs_are_1():
    assert (tables.ChanceTest(seed=0).seed, tables.ChanceTest(runs=1).runs) == (0, 1)
    for wrong in ({"seed": -1}, {"runs": 0}):
        with pytest.raises(AnalysisError):
            tables.ChanceTest(**wrong)


@pytest.mark.parametrize("runs", [20, 21])
def test_how_many_runs_are_dealt_at_a_time_changes_nothing(world, monkeypatch, runs):
    rng = np.random.default_rng(6)
    clusters, belts = clusters_of(rng, rows=30), belts_of(rng)
    whole = framed(chance(world, clusters, belts, runs=runs).table)
    monkeypatch.setattr(module, "_CELLS", 30 * 7)
    pd.testing.assert_frame_equal(framed(chance(world, clusters, belts, runs=runs).table), whole)


def test_without_statuses_no_row_differs(world):
    rng = np.random.default_rng(7)
    assert chance(world, clusters_of(rng), belts_of(rng), runs=1).differing == 0


def test_industries_are_dealt_among_the_belts_of_known_cities_alone(world):
    clusters = pd.DataFrame(
        {"class": "A", "city": ["a", "b", "a", "b"], "cb_nodes": ["I20", "I20", "I29", "I29"]}
    )
    belts = pd.DataFrame({"city": ["a", "b", "b", None], "nodes": ["I20", "I21", "I22", "I29"]})
    found = row_of(chance(world, clusters, belts, null_model="industries", runs=200))
    assert (found["observed"], found["low"], found["high"]) == (1, 1, 1)
    table = chance(world, clusters[:1], belts, null_model="industries", runs=200)
    assert 0.2 < row_of(table)["expected"] < 0.5 and row_of(table)["sd"] > 0
