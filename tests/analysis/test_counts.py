"""Rows that stand for several clusters or belts count as those would, one by one."""

import random

import matching_oracle as oracle
import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.columns import parse_counts
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.relations import relations
from clusterbelt.processing.analysis.matching.check_table import BELT, CLUSTER, check_table
from clusterbelt.processing.analysis.matching.match import match
from clusterbelt.processing.analysis.matching.rules import Rules
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.tables.matched_rows import MatchedRows
from framing import framed
from making_belts import belts_of
from test_matching import random_case

STATUSES = ("matched", "adjacent", "unmatched", "unresolved")
REASONS = {"matched": "same", "adjacent": "belt_upstream", "unresolved": "industry_unresolved"}
CODES = ("A", "B", "C", "D")


@pytest.fixture(scope="module")
def industries():
    nodes = pd.DataFrame({"code": CODES, "parent": ["", "A", "", ""], "name_en": [f"n{c}" for c in CODES]})
    made = taxonomy.load(nodes, pd.DataFrame({"upstream": ["C"], "downstream": ["D"]}))
    return made, relations(made)


def random_rows(seed, count=30):
    """Matched clusters with counts, some of them shared by two cities."""
    rng = np.random.default_rng(seed)
    rows = []
    for number in range(count):
        clusters, shared = int(rng.integers(1, 5)), int(rng.integers(1, 3))
        whole = rng.choice(STATUSES)
        for k in range(1, shared + 1):
            status = whole if k == 1 else rng.choice(STATUSES[STATUSES.index(whole) :])
            reasons = ("no_belt_in_city", "none_related", "belts_only_before")
            reason = REASONS.get(status) or rng.choice(reasons)
            city = rng.choice(["a", "b", "c", "d", None])
            rows.append(
                {
                    "cb_row": f"{number}#{k}",
                    "cb_status": status,
                    "cb_whole": whole,
                    "cb_reason": reason,
                    "cb_citycd": city,
                    "cb_city": city,
                    "cb_nodes": rng.choice([*CODES, None]),
                    "cb_weight": float(rng.integers(1, 4)) * clusters / shared,
                    "cb_count": clusters,
                    "cls": "xyz"[number % 3],
                    "cb_evid": None,
                }
            )
    return pd.DataFrame(rows).astype({"cb_citycd": object, "cb_city": object})


def one_by_one(frame):
    """The same with a row for every cluster."""
    every = frame.loc[frame.index.repeat(frame["cb_count"])].copy()
    turn = every.groupby(level=0).cumcount()
    every["cb_row"] = [
        f"{row.split('#')[0]}.{number}#{row.split('#')[1]}" for row, number in zip(every["cb_row"], turn)
    ]
    every["cb_weight"] /= every["cb_count"]
    return every.drop(columns="cb_count").reset_index(drop=True)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("base", tables.BASES)
def test_summaries_count_clusters_not_rows(seed, base):
    frame = random_rows(seed)
    counted, single = (
        tables.match_summary(rows, "cls", base, tables.PARTS) for rows in (frame, one_by_one(frame))
    )
    pd.testing.assert_frame_equal(framed(counted), framed(single))


@pytest.mark.parametrize("seed", range(12))
def test_compositions_count_clusters_not_rows(seed):
    frame = random_rows(seed)
    for counted, single in zip(
        tables.city_composition(frame, "cls"), tables.city_composition(one_by_one(frame), "cls")
    ):
        pd.testing.assert_frame_equal(framed(counted), framed(single))


@pytest.mark.parametrize("seed", range(12))
def test_relations_count_pairs_of_clusters(seed, industries):
    frame = random_rows(seed)
    counted, single = (
        tables.relate_clusters(MatchedRows(rows, "cls"), *industries) for rows in (frame, one_by_one(frame))
    )
    assert counted.counts == single.counts and counted.groups == single.groups
    assert counted.without_doubles == single.without_doubles and counted.unjudged == single.unjudged
    assert len(single.pairs) == sum(counted.counts.values()) >= len(counted.pairs)


def belts(seed, count=40):
    rng = np.random.default_rng(seed)
    city, nodes = rng.choice(["a", "b", "e", None], count), rng.choice([*CODES, None], count)
    return city, nodes, rng.choice([2017.0, 2018.0, np.nan], count), rng.integers(0, 4, count)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("null_model", ["cities", "industries"])
def test_chance_deals_clusters_and_belts_not_rows(seed, null_model, industries):
    frame, (city, nodes, year, count) = random_rows(seed), belts(seed)
    frame["city"] = frame["cb_citycd"]
    counted = belts_of(city, nodes=nodes, year=year, count=count)
    single = belts_of(np.repeat(city, count), nodes=np.repeat(nodes, count), year=np.repeat(year, count))
    test = tables.ChanceTest(null_model=null_model, runs=20)
    found = [
        tables.match_chance(rows, "cls", given, *industries, test)
        for rows, given in ((frame, counted), (one_by_one(frame), single))
    ]
    pd.testing.assert_frame_equal(framed(found[0].table), framed(found[1].table))
    assert found[0].left_out == found[1].left_out and found[0].differing == found[1].differing


@pytest.mark.parametrize("seed", range(6))
def test_overlaps_count_clusters_and_belts_not_rows(seed):
    frame, (city, _, year, count) = random_rows(seed), belts(seed)
    frame = frame.assign(city=frame["cb_citycd"], name=frame["cb_city"])
    counted = belts_of(city, year=year, count=count)
    single = belts_of(np.repeat(city, count), year=np.repeat(year, count))
    pairs = zip(tables.compare_cities(frame, counted), tables.compare_cities(one_by_one(frame), single))
    for one, other in pairs:
        pd.testing.assert_frame_equal(framed(one), framed(other))


def test_counts_are_whole_numbers_and_nothing_is_none():
    assert parse_counts(np.array(["3", "2.0", None, "-", "0"], dtype=object), range(5), "n", "t").tolist() == [
        3, 2, 0, 0, 0,
    ]  # fmt: skip
    for wrong in ("-1", "1.5", "many"):
        with pytest.raises(AnalysisError, match="field “n”, row 7"):
            parse_counts(np.array([wrong], dtype=object), [7], "n", "t")


# The matching: a case whose rows stand for several, against the same with a row for each.


def split_case(seed):
    """A random case with counts, and the same one by one; ids grow with the rows, so that the best stay the best."""
    draw = random.Random(seed)
    world, clusters, belts = random_case(seed)
    ids = sorted({cluster["cluster"] for cluster in clusters})
    by_id = {identity: draw.choice((0, 1, 2, 3)) for identity in ids}
    of_belts = [draw.choice((0, 1, 2, 5)) for _ in belts]
    counts = [by_id[cluster["cluster"]] for cluster in clusters], of_belts
    every = [
        {**cluster, "cluster": cluster["cluster"] * 10 + turn, "row": f"{cluster['row']}/{turn}"}
        for cluster, count in zip(clusters, counts[0])
        for turn in range(count)
    ]
    each = [
        {**belt, "belt": str(int(belt["belt"]) * 10 + turn)}
        for belt, count in zip(belts, counts[1])
        for turn in range(count)
    ]
    clusters = [{**cluster, "cluster": cluster["cluster"] * 10} for cluster in clusters]
    belts = [{**belt, "belt": str(int(belt["belt"]) * 10)} for belt in belts]
    return world, (clusters, belts, counts), (every, each)


def matched(world, clusters, belts, counts=None):
    frames = (
        pd.DataFrame(clusters, columns=["row", "cluster", "city", "industry"]),
        pd.DataFrame(belts, columns=["belt", "city", "industry", "start", "end"]),
    )
    if counts:
        frames = tuple(frame.assign(count=count) for frame, count in zip(frames, counts))
    rules = Rules(world.max_levels, world.max_hops, world.lift)
    return match(*frames, taxonomy.load(*oracle.tables_of(world)), rules)


@pytest.mark.parametrize("seed", range(200))
def test_a_match_counts_clusters_and_belts_not_rows(seed):
    world, (clusters, belts, counts), (every, each) = split_case(seed)
    found, single = matched(world, clusters, belts, counts), matched(world, every, each)
    repeated = found.columns.take(np.repeat(np.arange(len(clusters)), counts[0]))
    # A shared cluster takes the best status of its own rows, which are those of one cluster here and there.
    pd.testing.assert_frame_equal(framed(repeated), framed(single.columns))
    assert found.numbers == single.numbers
    assert found.belts_without_city == single.belts_without_city
    assert found.belts_without_industry == single.belts_without_industry
    seen, alone = found.belts(), single.belts()
    kept = np.repeat(np.arange(len(belts)), counts[1])
    pd.testing.assert_frame_equal(framed(seen.take(kept)), framed(alone))
    assert set(seen["cb_status"][np.array(counts[1]) == 0]) <= {None}
    pairs, whole = found.pairs(), single.pairs()
    assert (pairs["clusters"] * pairs["belts"]).sum() == len(whole) == found.numbers["PAIR_COUNT"]
    assert len(found.pairs(top=1)) <= len(pairs)


@pytest.mark.parametrize("seed", range(20))
def test_texts_to_check_count_clusters_and_belts_not_rows(seed):
    world, (clusters, belts, counts), (every, each) = split_case(seed)
    found, single = matched(world, clusters, belts, counts), matched(world, every, each)
    roles = CLUSTER, BELT
    given = dict(zip(roles, map(np.array, counts)))
    texts = [
        check_table(m.case.reading.industries, roles, {}, m.case.question.taxonomy, counts=count)
        for m, count in ((found, given), (single, None))
    ]
    pd.testing.assert_frame_equal(*map(framed, texts))
