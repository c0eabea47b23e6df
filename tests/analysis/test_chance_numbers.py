"""Every number of the chance table, from the dealt statuses themselves."""

import making_belts
import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.industries import taxonomy as industries
from clusterbelt.processing.analysis.industries.relations import relations
from framing import framed

RUNS, SEED = 19, 5
# An industry with one below it, one that supplies it, and one apart: same, belt_within, belt_upstream, none.
NODES = pd.DataFrame(
    {
        "code": ["A", "A.1", "B", "C"],
        "parent": ["", "A", "", ""],
        "name_en": ["alpha", "alpha one", "beta", "c"],
    }
)
CHAINS = pd.DataFrame({"upstream": ["B"], "downstream": ["A"]})
CLUSTERS = pd.DataFrame(
    {
        "class": ["x", "y", "x", "y", "x", "x", "y", "x"],
        "city": ["c0", "c1", "c0", "c2", "c1", "c3", "c3", "c2"],
        "cb_nodes": ["A", "B", "A", "B", "A", "B", "C", "C"],
    }
)
BELTS = pd.DataFrame(
    {"city": ["c0", "c1", "c2", "c2", "c3", "c9"], "nodes": ["A.1", "B", "B", "A", "C", "A"]}
)
# Statuses by industry of the cluster and of the belt.
RESULT = {("A", "A"): "matched", ("A", "A.1"): "matched", ("A", "B"): "adjacent", ("B", "B"): "matched"}
RESULT |= {("B", "A"): "adjacent", ("B", "A.1"): "adjacent", ("C", "C"): "matched"}


def statuses_of(cities):
    """The best status of each cluster in its city."""
    found = []
    for city, node in zip(cities, CLUSTERS["cb_nodes"]):
        here = {RESULT.get((node, belt)) for belt in BELTS.loc[BELTS["city"] == city, "nodes"]}
        found.append("matched" if "matched" in here else "adjacent" if "adjacent" in here else None)
    return np.array(found, dtype=object)


@pytest.fixture(scope="module")
def dealt():
    """Statuses of the runs: cities dealt as the test says it deals them, from the seed."""
    number, names = pd.factorize(CLUSTERS["city"])
    cities = np.random.default_rng(SEED).permuted(np.tile(number, (RUNS, 1)), axis=1)
    return [statuses_of(names[row]) for row in cities]


@pytest.fixture(scope="module")
def table():
    taxonomy = industries.load(NODES, CHAINS)
    belts = making_belts.belts_of(BELTS["city"], nodes=BELTS["nodes"])
    test = tables.ChanceTest(runs=RUNS, seed=SEED)
    return framed(tables.match_chance(CLUSTERS, "class", belts, taxonomy, relations(taxonomy), test).table)


def counts(status, name, stat):
    chosen = np.ones(len(CLUSTERS), dtype=bool) if name == "*" else (CLUSTERS["class"] == name).to_numpy()
    wanted = {"matched", "adjacent"} if stat == "both" else {stat}
    return sum(value in wanted for value in status[chosen])


def benjamini_hochberg(values):
    """Adjusted p-values, by their definition: the least of p·m/rank over all that are not smaller."""
    ranks = {p: sum(other <= p for other in values) for p in values}
    return [
        min(1.0, min(other * len(values) / ranks[other] for other in values if other >= p)) for p in values
    ]


@pytest.mark.parametrize("stat", ["matched", "adjacent", "both"])
@pytest.mark.parametrize("name", ["x", "y", "*"])
def test_every_number_of_a_row_follows_from_the_dealt_statuses(table, dealt, name, stat):
    row = table[(table["class"] == name) & (table["stat"] == stat)].iloc[0]
    observed = counts(statuses_of(CLUSTERS["city"]), name, stat)
    runs = np.array([counts(status, name, stat) for status in dealt])
    rows = {"x": 5, "y": 3, "*": 8}[name]
    above, below = sum(runs >= observed), sum(runs <= observed)
    assert runs.std() > 0
    assert (row["rows"], row["observed"]) == (rows, observed)
    expected = {
        "expected": sum(runs) / RUNS,
        "sd": (sum((runs - sum(runs) / RUNS) ** 2) / RUNS) ** 0.5,
        "ratio": observed / (sum(runs) / RUNS),
        "z": (observed - sum(runs) / RUNS) / runs.std(),
        "p": (1 + above) / (1 + RUNS),
        "p_two": min(1.0, 2 * min((1 + above) / (1 + RUNS), (1 + below) / (1 + RUNS))),
        "low": np.quantile(runs, 0.025),
        "high": np.quantile(runs, 0.975),
        "rate_obs": 100 * observed / rows,
        "rate_exp": 100 * sum(runs) / RUNS / rows,
    }
    for key, value in expected.items():
        assert row[key] == pytest.approx(value, abs=1e-12), key
    assert (row["null_model"], row["runs"], row["seed"]) == ("cities", RUNS, SEED)


def test_both_sides_of_chance_occur_here(table):
    """More and fewer than expected, so that a wrong sign or side is seen."""
    assert (table["z"] > 0).any() and (table["z"] < 0).any()
    assert (table["p_two"] < 1).any() and (table["p_two"] != table["p"]).any()


@pytest.mark.parametrize("stat", ["matched", "adjacent", "both"])
def test_p_is_adjusted_over_the_classes_and_not_over_their_sum(table, stat):
    chosen = table[table["stat"] == stat].set_index("class")
    by_class = benjamini_hochberg([chosen.loc[name, "p"] for name in ("x", "y")])
    assert chosen.loc[["x", "y"], "p_adj"].tolist() == pytest.approx(by_class)
    assert chosen.loc["*", "p_adj"] == chosen.loc["*", "p"]


def test_a_statistic_without_spread_has_no_z_and_one_without_expectation_no_ratio():
    taxonomy = industries.load(NODES, CHAINS)
    belts = making_belts.belts_of(["c9"], nodes=["A"])
    found = tables.match_chance(
        CLUSTERS, "class", belts, taxonomy, relations(taxonomy), tables.ChanceTest(runs=3)
    )
    table = framed(found.table)
    assert table[["z", "ratio"]].isna().all(axis=None)
    assert (table[["expected", "sd", "rate_exp", "rate_obs", "low", "high"]] == 0).all(axis=None)
    assert (table[["p", "p_two", "p_adj"]] == 1).all(axis=None)


def test_cities_are_dealt_among_the_rows_of_a_stratum_and_of_no_other():
    taxonomy = industries.load(NODES, CHAINS)
    clusters = pd.DataFrame({"class": list("xyzx"), "city": ["c0", "c9", "c9", "c9"], "cb_nodes": "A"})
    test = tables.ChanceTest(runs=40, seed=SEED)
    found = tables.match_chance(
        clusters,
        "class",
        making_belts.belts_of(["c0"], nodes=["A"]),
        taxonomy,
        relations(taxonomy),
        test,
        strata=["s", "s", "t", "t"],
    )
    matched = framed(found.table).query("stat == 'matched'").set_index("class")
    assert matched["observed"].tolist() == [1, 0, 0, 1]
    assert (matched.loc[["x", "y"], "sd"] > 0.3).all() and (matched.loc[["z", "*"], "sd"] == 0).all()
    assert matched.loc["x", "expected"] + matched.loc["y", "expected"] == pytest.approx(1)
