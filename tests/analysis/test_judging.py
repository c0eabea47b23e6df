"""Judgements on few rows with many industries, against all pairs, and which of them concern nothing."""

import random

import matching_oracle as oracle
import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching.judgements import read_judgements
from clusterbelt.processing.analysis.messages import AnalysisError

COLUMNS = ("status", "reason", "beltid", "via", "nmatch", "nadj", "ncity", "nunres", "decby")


def world_of(draw):
    """Five industries: the first two over two others, the third beside them, a chain, and no limits."""
    parents = {"N0": [], "N1": ["N0"], "N2": ["N0"], "N3": [], "N4": ["N3"]}
    world = oracle.World(parents, set(), [("N1", "N4"), ("N3", "N2")])
    texts = [*world.codes, "unheard of", "never seen", ""]
    texts += ["、".join(draw.sample(world.codes, draw.choice((2, 3)))) for _ in range(4)]
    return world, draw.choice((texts, texts, ["unheard of", "never seen", ""]))


def case(seed):
    draw = random.Random(seed)
    world, texts = world_of(draw)
    clusters = [
        {"row": f"{n}#1", "cluster": n, "city": draw.choice("xxy"), "industry": draw.choice(texts)}
        for n in range(draw.choice((1, 2, 3)))
    ]
    belts = [
        {"belt": str(n), "city": draw.choice("xxyz"), "industry": draw.choice(texts)}
        for n in draw.sample(range(10), draw.choice((1, 2, 3, 4)))
    ]
    return world, clusters, belts, [judgement(draw, texts) for _ in range(draw.choice((1, 2, 4, 6)))]


def judgement(draw, texts):
    values = {
        "cluster_id": draw.choice(("0", "0", "1", "7")),
        "belt_id": str(draw.randrange(11)),
        "cluster_industry": draw.choice(texts) or texts[0],
        "belt_industry": draw.choice(texts) or texts[0],
        "city": draw.choice("xyzu"),
    }
    names = draw.choice(
        (("cluster_id",), ("belt_id",), ("cluster_id", "belt_id"), ("cluster_industry", "belt_industry"),
         ("cluster_id", "belt_industry"), ("cluster_industry", "belt_id", "city"), ("belt_industry", "city"))
    )  # fmt: skip
    decision = draw.choice(("accept", "accept", "reject", "set"))
    relation = draw.choice(oracle.RANKS) if decision == "set" else ""
    return {**{name: values[name] for name in names}, "decision": decision, "relation": relation}


def solve(world, clusters, belts, judgements):
    judged = read_judgements(pd.DataFrame(judgements, columns=[*oracle.CONDITIONS, "decision", "relation"]))
    industries = taxonomy.load(*oracle.tables_of(world))
    return matching.match(pd.DataFrame(clusters), pd.DataFrame(belts), industries, judgements=judged)


@pytest.mark.parametrize("seed", range(250))
def test_judgements_on_many_industries_decide_as_for_all_pairs(seed):
    world, clusters, belts, judgements = case(seed)
    nodes = oracle.nodes_of_texts(world)
    try:
        expected = oracle.decide(world, nodes, clusters, belts, judgements)
    except oracle.ConflictError:
        with pytest.raises(AnalysisError, match="equally specific"):
            solve(world, clusters, belts, judgements)
        return
    result = solve(world, clusters, belts, judgements)
    for column in COLUMNS:
        assert result.columns[f"cb_{column}"].tolist() == [answer[column] for answer in expected], column
    found = [told(world, clusters, belts, one) for one in judgements]
    assert list(result.unknown) == [(line, *one) for line, (lost, _) in enumerate(found, 1) for one in lost]
    assert list(result.idle) == [line for line, (lost, used) in enumerate(found, 1) if not lost and not used]


def told(world, clusters, belts, one):
    """The conditions of a judgement that fit nothing in the data, and whether it concerns a pair."""

    def atoms(text):
        return set(oracle.nodes_of_texts(world)[text][0] or [f"“{text}”"])

    there = set().union(*(atoms(row["industry"]) for row in (*clusters, *belts) if row["industry"]))
    known = {
        "cluster_id": {str(row["cluster"]) for row in clusters},
        "belt_id": {row["belt"] for row in belts},
        "city": {row["city"] for row in clusters},
    }
    lost = []
    for name in oracle.CONDITIONS:
        value = one.get(name, "")
        fits = not there.isdisjoint(atoms(value)) if name.endswith("industry") else value in known[name]
        if value and not fits:
            lost.append((name, value))

    def concerns(row, own, industry, others):
        words = not one.get(industry) or (
            row["industry"] and not atoms(one[industry]).isdisjoint(atoms(row["industry"]))
        )
        return words and all(one.get(name) in (None, "", value) for name, value in (own, *others))

    used = any(
        cluster["city"] == belt["city"]
        and concerns(cluster, ("cluster_id", str(cluster["cluster"])), "cluster_industry", [("city", cluster["city"])])
        and concerns(belt, ("belt_id", belt["belt"]), "belt_industry", [])
        for cluster in clusters
        for belt in belts
    )  # fmt: skip
    return lost, used
