"""Statuses, reasons, best belts and counts of clusters, against the rules and against all pairs."""

import dataclasses
import importlib.util
import random
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.cancelling import Cancelled
from clusterbelt.processing.analysis.industries import relations, taxonomy
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching import pairs, statuses, stock
from clusterbelt.processing.analysis.matching.bases import BASES
from clusterbelt.processing.analysis.matching.entries import Neighbours
from clusterbelt.processing.analysis.matching.judgements import read_judgements
from clusterbelt.processing.analysis.matching.rules import Rules
from clusterbelt.processing.analysis.messages import AnalysisError
from framing import framed
from hypothesis import given, settings
from hypothesis import strategies as st

spec = importlib.util.spec_from_file_location("oracle", Path(__file__).with_name("matching_oracle.py"))
oracle = importlib.util.module_from_spec(spec)
spec.loader.exec_module(oracle)

CASES = 500
JUDGEMENT_COLUMNS = [
    "cluster_id",
    "belt_id",
    "cluster_industry",
    "belt_industry",
    "city",
    "decision",
    "relation",
]


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def clusters_of(rows):
    """Clusters from (cluster, city, industry)."""
    frame = pd.DataFrame(rows, columns=["cluster", "city", "industry"])
    return frame.assign(row=[f"{c}#{i}" for i, c in enumerate(frame["cluster"])])


def belts_of(rows):
    """Belts from (belt, city, industry)."""
    return pd.DataFrame(rows, columns=["belt", "city", "industry"])


def one(result):
    (row,) = result.columns.rows()
    return row


def solve(world, clusters, belts, judgements=(), as_of=None, **options):
    clusters = pd.DataFrame(clusters, columns=["row", "cluster", "city", "industry"])
    belts = pd.DataFrame(belts, columns=["belt", "city", "industry", "start", "end"])
    industries = taxonomy.load(*oracle.tables_of(world))
    rules = Rules(world.max_levels, world.max_hops, world.lift, as_of=as_of)
    judged = read_judgements(pd.DataFrame(list(judgements), columns=JUDGEMENT_COLUMNS))
    return matching.match(clusters, belts, industries, rules, judgements=judged, **options)


def test_a_judgement_on_the_only_pair_holds_for_it(bundled):
    """One key and one cell: the smallest numbers by which exceptions are found."""
    clusters = pd.DataFrame([("r", "c", "x", "纺织")], columns=["row", "cluster", "city", "industry"])
    belts = belts_of([("b", "x", "纺织")])
    columns = dict.fromkeys(JUDGEMENT_COLUMNS, "")
    judged = read_judgements(
        pd.DataFrame([{**columns, "cluster_id": "c", "belt_id": "b", "decision": "reject"}])
    )
    plain = matching.match(clusters, belts, bundled, Rules())
    assert one(plain)["cb_status"] == "matched"
    result = matching.match(clusters, belts, bundled, Rules(), judgements=judged)
    assert one(result)["cb_status"] == "unmatched" and result.numbers["PAIR_COUNT"] == 0


def random_case(seed):
    world = oracle.random_world(seed)
    return (world, *oracle.random_rows(seed, world))


# Against all pairs.


COLUMNS = (
    "status", "whole", "reason", "beltid", "basis", "via", "nmatch", "nadj", "ncity", "nunres", "hist", "decby",
)  # fmt: skip
PAIR_COLUMNS = ["cluster", "belt", "rel", "rank", "via_c", "via_b", "levels", "hops", "lift", "basis"]


def check(result, expected, clusters):
    """Compare every column, the numbers and the pairs with what all pairs give."""
    for column in COLUMNS:
        assert result.columns["cb_" + column].tolist() == [answer[column] for answer in expected], column
    assert result.numbers["PAIR_COUNT"] == sum(len(answer["pairs"]) for answer in expected)
    open_ones = [a for a in expected if a["status"] == statuses.UNMATCHED and a["nunres"] > 0]
    assert result.numbers["UNMATCHED_OPEN"] == len(open_ones)
    for status in statuses.ordered():
        assert result.numbers[status.upper()] == sum(answer["status"] == status for answer in expected)
    for top in (0, 1, 3):
        pairs, rows = result.pairs(top=top), []
        for cluster, answer in zip(clusters, expected):
            for rank, pair in enumerate(answer["pairs"][: top or None], start=1):
                _, basis, hops, lift, levels, *_, belt, relation, via, _ = pair
                via = via.split(">") if via else [None, None]
                basis = BASES[basis]
                rows.append((cluster["row"], str(belt), relation, rank, *via, levels, hops, lift, basis))
        assert list(zip(*(pairs[name] for name in PAIR_COLUMNS))) == rows


@pytest.mark.parametrize("seed", range(CASES))
def test_every_column_equals_what_all_pairs_give(seed):
    world, clusters, belts = random_case(seed)
    expected = oracle.decide(world, oracle.nodes_of_texts(world), clusters, belts)
    check(solve(world, clusters, belts), expected, clusters)


@pytest.mark.parametrize("seed", range(CASES))
def test_judgements_decide_as_they_do_for_all_pairs(seed):
    world, clusters, belts = random_case(seed)
    judgements = oracle.random_judgements(seed, clusters, belts)
    try:
        expected = oracle.decide(world, oracle.nodes_of_texts(world), clusters, belts, judgements)
    except oracle.ConflictError:
        with pytest.raises(AnalysisError, match=r"rows \d+ and \d+ are equally specific"):
            solve(world, clusters, belts, judgements)
        return
    check(solve(world, clusters, belts, judgements), expected, clusters)


@pytest.mark.parametrize("seed", range(0, CASES, 2))
def test_belts_within_a_distance_answer_as_all_pairs_do(seed):
    world, clusters, belts = random_case(seed)
    draw = random.Random(seed)
    places = [draw.choice((None, *range(0, 100, 7))) for _ in (*clusters, *belts)]
    for number, row in enumerate((*clusters, *belts)):
        row["at"], row["number"] = places[number], number

    def near(cluster, belt):
        if cluster["at"] is None:
            return False
        apart = None if belt is None or belt["at"] is None else abs(cluster["at"] - belt["at"]) * 1.4
        return apart if apart is not None and apart <= 30 else None

    judgements = [o for o in oracle.random_judgements(seed, clusters, belts) if not o.get("city")][:1]
    expected = oracle.decide(world, oracle.nodes_of_texts(world), clusters, belts, judgements, near=near)
    pairs = [
        (c["number"], b["number"] - len(clusters), near(c, b))
        for c in clusters
        for b in belts
        if isinstance(near(c, b), float)
    ]
    row, belt, distance = (np.array(column) for column in zip(*pairs)) if pairs else [np.zeros(0, int)] * 3
    placed = np.array([place is not None for place in places], dtype=bool)
    neighbours = Neighbours(row, belt, distance, 30.0, placed[: len(clusters)], placed[len(clusters) :])
    check(solve(world, clusters, belts, judgements, neighbours=neighbours), expected, clusters)


@pytest.mark.parametrize("seed", range(0, CASES, 4))
def test_the_belts_see_the_clusters_that_see_them(seed):
    world, clusters, belts = random_case(seed)
    expected = oracle.decide(world, oracle.nodes_of_texts(world), clusters, belts)
    as_of, seen = oracle.newest(belts), {belt["belt"]: [] for belt in belts}
    for cluster, answer in zip(clusters, expected):
        for pair in answer["pairs"]:
            seen[str(pair[8])].append((pair[0], *pair[2:5], cluster["cluster"]))
    rows = []
    for belt in belts:
        basis = oracle.basis_of(belt, as_of)[0]
        codes, step = oracle.nodes_of_texts(world)[belt["industry"]]
        known = belt["city"] and codes
        by_words = not codes and seen[belt["belt"]]
        last = oracle.basis_of(belt, as_of)[1] if belt.get("start") or belt.get("end") else None
        last = None if basis == 2 else last
        best = min(seen[belt["belt"]], default=None)
        status = "unmatched" if known else "unresolved"
        if best:
            status = oracle.status_of(oracle.RANKS[-best[0]])
        rows.append(
            (
                "|".join(codes) or None,
                "text" if by_words else {10: "code", 60: "split"}.get(step),
                None if codes else belt["industry"] or None,
                None if basis == 2 else status,
                len(seen[belt["belt"]]),
                str(best[-1]) if best else None,
                BASES[basis],
                last,
            )
        )
    found = solve(world, clusters, belts).belts()
    assert [tuple(row.values()) for row in found.rows()] == rows


@pytest.mark.parametrize("seed", range(0, CASES, 10))
def test_small_chunks_change_nothing(seed, monkeypatch):
    world, clusters, belts = random_case(seed)
    whole = solve(world, clusters, belts)
    for module in (stock, pairs):
        monkeypatch.setattr(module, "MOST_CELLS", 1)
    chunked = solve(world, clusters, belts)
    pd.testing.assert_frame_equal(framed(chunked.columns), framed(whole.columns))
    pd.testing.assert_frame_equal(framed(chunked.pairs()), framed(whole.pairs()))


def test_the_random_cases_reach_every_reason_and_every_kind_of_chain():
    reasons, chains = set(), set()
    for seed in range(CASES):
        world, clusters, belts = random_case(seed)
        for answer in oracle.decide(world, oracle.nodes_of_texts(world), clusters, belts):
            reasons.add(answer["reason"])
            chains |= {pair[2:4] for pair in answer["pairs"]}
    assert reasons == set(statuses.reasons())
    assert {(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)} <= chains


def test_the_random_judgements_agree_conflict_decide_and_take_away():
    counts = dict.fromkeys(("conflict", "manual", "manual pair", "unmatched"), 0)
    for seed in range(CASES):
        world, clusters, belts = random_case(seed)
        judgements = oracle.random_judgements(seed, clusters, belts)
        try:
            answers = oracle.decide(world, oracle.nodes_of_texts(world), clusters, belts, judgements)
        except oracle.ConflictError:
            counts["conflict"] += 1
            continue
        for answer in answers:
            by_hand = answer["decby"] == "manual"
            counts["manual"] += by_hand
            counts["unmatched"] += by_hand and answer["status"] == "unmatched"
            counts["manual pair"] += any(pair[-1] for pair in answer["pairs"])
    assert counts["conflict"] < CASES / 5 and min(counts.values()) > 20, counts


# Properties.

seeds = st.integers(min_value=10_000, max_value=10**9)
relaxed = settings(max_examples=60, deadline=None)


@relaxed
@given(seed=seeds, data=st.data())
def test_the_order_of_the_rows_does_not_matter(seed, data):
    world, clusters, belts = random_case(seed)
    before = framed(solve(world, clusters, belts).columns)
    order = data.draw(st.permutations(range(len(clusters))))
    world.codes = data.draw(st.permutations(world.codes))
    world.edges = data.draw(st.permutations(world.edges))
    after = solve(world, [clusters[i] for i in order], data.draw(st.permutations(belts))).columns
    pd.testing.assert_frame_equal(framed(after), before.iloc[order].reset_index(drop=True))


@relaxed
@given(seed=seeds)
def test_a_belt_that_stands_twice_changes_counts_only(seed):
    world, clusters, belts = random_case(seed)
    before = framed(solve(world, clusters, belts).columns)
    after = framed(solve(world, clusters, belts + [dict(belt) for belt in belts]).columns)
    counts = ["cb_nmatch", "cb_nadj", "cb_ncity", "cb_nunres"]
    assert (after[counts] == 2 * before[counts]).all(axis=None)
    kept = before.columns.difference([*counts, "cb_evid"])
    pd.testing.assert_frame_equal(after[kept], before[kept])


@relaxed
@given(seed=seeds, data=st.data())
def test_another_belt_never_makes_a_relation_weaker(seed, data):
    world, clusters, belts = random_case(seed)
    new = {
        "belt": "999",
        "city": data.draw(st.sampled_from("abcd")),
        "industry": data.draw(st.sampled_from(world.codes)),
    }
    before, after = (solve(world, clusters, b).columns["cb_rel"] for b in (belts, [*belts, new]))
    rank = {name: place for place, name in enumerate(oracle.RANKS)}
    assert all(rank[a or "none"] >= rank[b or "none"] for a, b in zip(after, before))


@relaxed
@given(seed=seeds)
def test_a_city_that_loses_its_belts_has_none_and_the_others_stay_as_they_are(seed):
    world, clusters, belts = random_case(seed)
    rest = [belt for belt in belts if belt["city"] != "a"]
    before, after = (framed(solve(world, clusters, b, as_of=2018).columns) for b in (belts, rest))
    here = pd.Series([cluster["city"] == "a" for cluster in clusters], dtype=bool)
    known = here & before["cb_nodes"].notna()
    assert (after.loc[known, "cb_reason"] == "no_belt_in_city").all()
    kept = before.columns.difference(["cb_whole"])
    pd.testing.assert_frame_equal(after.loc[~here, kept], before.loc[~here, kept])


@relaxed
@given(seed=seeds)
def test_a_belt_of_the_parent_industry_keeps_a_match_with_the_child(seed):
    world, clusters, belts = random_case(seed)
    world.broad, world.max_levels = set(), None
    raised = [
        {**belt, "industry": (world.parents.get(belt["industry"]) or [belt["industry"]])[0]} for belt in belts
    ]
    before, after = (framed(solve(world, clusters, b).columns) for b in (belts, raised))
    related = before["cb_rel"].isin(["same", "cluster_within"])
    words = before["cb_nodes"].isna()
    assert (after.loc[related & ~words, "cb_status"] == "matched").all()


@relaxed
@given(seed=seeds)
def test_exchanging_clusters_and_belts_turns_the_relations_round(seed):
    world = oracle.random_world(seed)
    industries = taxonomy.load(*oracle.tables_of(world))
    nodes = np.arange(len(industries))
    rank = relations.relations(industries, world.max_levels, world.max_hops, 0).ranks(nodes[:, None], nodes)
    turned = {6: 6, 5: 4, 4: 5, 3: 2, 2: 3, 1: 1, 0: 0}
    for c in range(len(industries)):
        for b in range(len(industries)):
            ways = {rank[c, b], rank[b, c]}
            # An industry can lie up and down the chain of another; then it counts as upstream both ways.
            assert rank[b, c] == turned[rank[c, b]] or ways == {3}


@relaxed
@given(seed=seeds)
def test_the_numbers_are_sums_of_the_rows_and_the_rates_sum_to_all(seed):
    result = solve(*random_case(seed))
    numbers = result.numbers
    statuses = ("MATCHED", "ADJACENT", "UNMATCHED", "UNRESOLVED")
    assert numbers["ROWS"] == sum(numbers[name] for name in statuses) == len(result.columns)
    decided = numbers["ROWS"] - numbers["UNRESOLVED"]
    if decided:
        rest = 100 * numbers["UNMATCHED"] / decided
        assert numbers["RATE_MATCHED"] + numbers["RATE_ADJACENT"] + rest == pytest.approx(100)
    else:
        assert numbers["RATE_MATCHED"] is None


@relaxed
@given(seed=seeds)
def test_a_cluster_in_an_unknown_city_is_never_unmatched(seed):
    world, clusters, belts = random_case(seed)
    lost = [{**cluster, "city": None} for cluster in clusters]
    columns = solve(world, lost, belts).columns
    assert set(columns["cb_status"]) == {"unresolved"}
    assert set(columns["cb_reason"]) == {"city_unresolved"}


# The rules, one by one, on the bundled taxonomy.


@pytest.mark.parametrize(
    ("cluster", "belt", "relation"),
    [
        ("集成电路", "半导体", "same"),
        ("纺织服装", "女装", "belt_within"),
        ("新能源汽车", "汽车", "cluster_within"),
        ("服装", "面料", "belt_upstream"),
        ("面料", "服装", "belt_downstream"),
        ("女装", "男装", "none_related"),
        ("高端装备制造", "机器人", "none_related"),
        ("高端装备制造", "机械", "same"),
        ("節能環保", "节能环保", "same"),
    ],
)
def test_the_industries_of_cluster_and_belt_decide_the_reason(bundled, cluster, belt, relation):
    result = matching.match(clusters_of([("C", "x", cluster)]), belts_of([("B", "x", belt)]), bundled)
    assert one(result)["cb_reason"] == relation


def test_no_city_no_industry_no_belt_and_unknown_belts_are_told_apart(bundled):
    clusters = clusters_of(
        [
            ("nowhere", None, "集成电路"),
            ("blank", "", "集成电路"),
            ("strange", "x", "呜呜呜"),
            ("empty", "x", None),
            ("lonely", "y", "集成电路"),
            ("unclear", "z", "集成电路"),
            ("far", "x", "集成电路"),
        ]
    )
    belts = belts_of([("1", "x", "女装"), ("2", "z", "哈哈哈"), ("3", "z", None)])
    columns = matching.match(clusters, belts, bundled).columns
    assert columns["cb_reason"].tolist() == [
        "city_unresolved",
        "city_unresolved",
        "industry_unresolved",
        "industry_unresolved",
        "no_belt_in_city",
        "belts_unresolved",
        "none_related",
    ]
    assert columns["cb_status"].tolist() == ["unresolved"] * 4 + ["unmatched", "unresolved", "unmatched"]
    assert columns["cb_rel"].tolist() == [None] * 4 + ["none", None, "none"]


def test_two_unknown_industries_in_the_same_words_are_the_same_by_text(bundled):
    result = matching.match(
        clusters_of([("C", "x", " 呜呜「甲」 ")]),
        belts_of([("B", "x", "呜呜「甲」。"), ("D", "x", "哈哈")]),
        bundled,
    )
    row = one(result)
    assert (row["cb_status"], row["cb_rel"], row["cb_resby"]) == ("matched", "same", "text")
    assert (row["cb_beltid"], row["cb_nmatch"], row["cb_nunres"]) == ("B", 1, 2)
    assert row["cb_nodes"] is None and row["cb_via"] is None
    assert [tuple(row[name] for name in ("belt", "rel", "via_c")) for row in result.pairs().rows()] == [
        ("B", "same", None)
    ]


def test_equal_words_in_another_city_do_not_match(bundled):
    result = matching.match(clusters_of([("C", "x", "呜呜")]), belts_of([("B", "y", "呜呜")]), bundled)
    assert one(result)["cb_reason"] == "industry_unresolved"


def test_a_belt_with_several_industries_counts_once(bundled):
    result = matching.match(
        clusters_of([("C", "x", "女装、男装")]), belts_of([("B", "x", "女装、男装、服装")]), bundled
    )
    assert (one(result)["cb_nmatch"], one(result)["cb_nodes"]) == (1, "TEX.APP.W|TEX.APP.M")


def test_a_surer_text_goes_before_a_smaller_identifier(bundled):
    belts = belts_of([("1", "x", "住宅家具"), ("2", "x", "家具")])
    result = matching.match(clusters_of([("C", "x", "家具")]), belts, bundled)
    assert one(result)["cb_beltid"] == "2"


@pytest.mark.parametrize(
    ("identifiers", "first"),
    [
        (["10", "9"], "9"),
        ([10, 9], "9"),
        (["1a", "10", "2"], "2"),
        (["b", "a", "B"], "B"),
        (["B10", "B9"], "B10"),
        (["x" * 80, "w" * 90], "w" * 90),
        ([None, "z"], "z"),
        (["010", "9"], "9"),
    ],
)
def test_of_equal_belts_the_first_identifier_in_natural_order_is_the_best(bundled, identifiers, first):
    belts = belts_of([(identifier, "x", "家具") for identifier in identifiers])
    assert one(matching.match(clusters_of([("C", "x", "家具")]), belts, bundled))["cb_beltid"] == first


def test_a_shared_cluster_has_as_a_whole_the_best_status_of_its_rows(bundled):
    clusters = clusters_of([("C", "x", "女装"), ("C", None, "女装"), ("C", "y", "女装"), ("D", "y", "女装")])
    columns = matching.match(clusters, belts_of([("B", "x", "面料")]), bundled).columns
    assert columns["cb_status"].tolist() == ["adjacent", "unresolved", "unmatched", "unmatched"]
    assert columns["cb_whole"].tolist() == ["adjacent", "adjacent", "adjacent", "unmatched"]


def test_clusters_without_an_identifier_stand_alone(bundled):
    clusters = clusters_of([(None, "x", "女装"), (None, "y", "女装")])
    columns = matching.match(clusters, belts_of([("B", "x", "女装")]), bundled).columns
    assert columns["cb_whole"].tolist() == ["matched", "unmatched"]


def test_unmatched_clusters_beside_unknown_belts_are_counted_as_open(bundled):
    belts = belts_of([("1", "x", "女装"), ("2", "x", "哈哈哈"), ("3", "y", "女装"), ("4", None, "女装")])
    result = matching.match(clusters_of([("C", "x", "集成电路"), ("D", "y", "集成电路")]), belts, bundled)
    assert (result.numbers["UNMATCHED"], result.numbers["UNMATCHED_OPEN"]) == (2, 1)
    assert (result.belts_without_city, result.belts_without_industry) == (1, 1)


def test_switching_keywords_off_leaves_their_texts_unresolved(bundled):
    clusters, belts = clusters_of([("C", "x", "住宅家具")]), belts_of([("B", "x", "家具")])
    assert one(matching.match(clusters, belts, bundled))["cb_resby"] == "keyword"
    without = one(matching.match(clusters, belts, bundled, Rules(keywords=False)))
    assert (without["cb_reason"], without["cb_resby"]) == ("industry_unresolved", None)


def test_while_there_are_no_years_the_status_with_history_is_the_status(bundled):
    columns = matching.match(clusters_of([("C", "x", "女装")]), belts_of([]), bundled).columns
    assert columns["cb_hist"].tolist() == columns["cb_status"].tolist()
    assert set(columns["cb_decby"]) == {"rule"}


def test_nothing_at_all_gives_empty_columns_and_no_rate(bundled):
    result = matching.match(clusters_of([]), belts_of([]), bundled)
    assert len(result.columns) == 0 and "cb_evid" in result.columns
    assert (result.numbers["ROWS"], result.numbers["RATE_MATCHED"]) == (0, None)
    assert len(result.pairs()) == 0


def test_column_names_are_short_enough_for_a_shapefile(bundled):
    columns = matching.match(clusters_of([]), belts_of([]), bundled).columns
    assert all(len(name) <= 10 for name in columns)


def test_too_many_pairs_stop_with_their_number_and_the_mend(bundled):
    clusters = clusters_of([(i, "x", "女装") for i in range(10)])
    result = matching.match(clusters, belts_of([(i, "x", "女装") for i in range(11)]), bundled)
    with pytest.raises(AnalysisError, match=r"110 pairs.*MAX_PAIRS = 109.*TOP"):
        result.pairs(max_pairs=109)
    assert len(result.pairs(max_pairs=110)) == 110
    assert len(result.pairs(top=2, max_pairs=20)) == 20
    with pytest.raises(AnalysisError, match="20 pairs"):
        result.pairs(top=2, max_pairs=19)


def test_missing_columns_and_unknown_languages_are_named(bundled):
    with pytest.raises(AnalysisError, match="industry"):
        matching.match(clusters_of([]).drop(columns="industry"), belts_of([]), bundled)
    with pytest.raises(AnalysisError, match="fr"):
        matching.match(clusters_of([]), belts_of([]), bundled, language="fr")


def test_a_cancel_stops_the_work(bundled):
    clusters, belts = clusters_of([("C", "x", "女装")]), belts_of([("B", "x", "女装")])
    with pytest.raises(Cancelled):
        matching.match(clusters, belts, bundled, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        matching.match(clusters, belts, bundled).pairs(cancelled=lambda: True)


def test_the_inputs_stay_as_they_were_and_results_cannot_be_reassigned(bundled):
    clusters, belts = clusters_of([("C", "x", "女装")]), belts_of([("B", "x", "女装")])
    kept = clusters.copy(), belts.copy()
    result = matching.match(clusters, belts, bundled)
    pd.testing.assert_frame_equal(clusters, kept[0])
    pd.testing.assert_frame_equal(belts, kept[1])
    with pytest.raises(dataclasses.FrozenInstanceError):
        result.numbers = {}
