"""The rule of status: one table, from which all else follows."""

import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.relation_kinds import NONE, RELATED, RELATIONS, turned
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.analysis.tables.counting import unknown_statuses
from making_belts import belts_of

# The rule as the study states it: which relation leads to which status, the strongest first.
RULE = [
    ("same", "matched"),
    ("belt_within", "matched"),
    ("cluster_within", "matched"),
    ("belt_upstream", "adjacent"),
    ("belt_downstream", "adjacent"),
    ("related", "adjacent"),
]
AKIN = "akin"


@pytest.fixture
def fifth(monkeypatch):
    """A fifth status: belts upstream are no longer adjacent but akin."""
    matched, adjacent, *others = statuses.TABLE
    upstream = adjacent.reasons["belt_upstream"]
    reasons = {name: words for name, words in adjacent.reasons.items() if name != "belt_upstream"}
    akin = statuses.Status(AKIN, ("Akin", "近缘"), "green", True, "k", {"belt_upstream": upstream})
    monkeypatch.setattr(statuses, "TABLE", (matched, akin, adjacent._replace(reasons=reasons), *others))


def rows_of(*pairs):
    """Matched clusters of two classes in one city each, from (status, reason)."""
    frame = pd.DataFrame(pairs, columns=["cb_status", "cb_reason"])
    number = frame.index
    return frame.assign(
        cb_whole=frame["cb_status"],
        cb_weight=0.5,
        cb_row=[f"{i}#1" for i in number],
        cb_citycd=[str(i // 3) for i in number],
        cb_city=[f"city {i // 3}" for i in number],
        cls=["AB"[i % 2] for i in number],
    )


def world():
    """Clusters (one a status) with belts, and their taxonomy."""
    nodes = pd.DataFrame({"code": ["UP", "MID", "DOWN", "FAR"], "name_en": ["up", "mid", "down", "far"]})
    edges = pd.DataFrame({"upstream": ["UP", "MID"], "downstream": ["MID", "DOWN"]})
    cities = ["a", "b", "c", "d", "e"]
    clusters = pd.DataFrame(
        {"row": cities, "cluster": cities, "city": cities, "industry": ["MID"] * 4 + ["?"]}
    )
    belts = pd.DataFrame({"belt": range(4), "city": cities[:4], "industry": ["MID", "UP", "DOWN", "FAR"]})
    return clusters, belts, taxonomy.load(nodes, edges)


def test_the_status_of_each_relation_is_that_of_the_study():
    assert [(relation, statuses.of_rank()[rank]) for rank, relation in enumerate(RELATIONS)][:0:-1] == RULE
    assert RELATIONS[0] == NONE and statuses.of_rank()[0] is None
    assert [statuses.of_reason(relation) for relation, _ in RULE] == [status for _, status in RULE]


def test_a_stronger_relation_never_has_a_worse_status():
    place = [statuses.ordered().index(status) for status in statuses.of_rank()[1:]]
    assert place == sorted(place, reverse=True)


def test_rates_divide_by_what_is_decided():
    assert statuses.decided() == ("matched", "adjacent", "unmatched")
    assert statuses.rates() == {"m": ("matched",), "a": ("adjacent",), "ma": ("matched", "adjacent")}


def test_every_reason_leads_to_one_status_and_every_relation_has_one():
    every = [reason for status in statuses.TABLE for reason in status.reasons]
    assert len(every) == len(set(every)) and set(RELATIONS[1:]) <= set(every)


def test_a_reason_says_its_relation():
    assert [statuses.relation_of(reason) for reason in ("same", "none_related", "city_unresolved")] == [
        "same",
        "none",
        None,
    ]


def test_exchanging_cluster_and_belt_twice_changes_nothing():
    assert [turned(turned(relation)) for relation in RELATIONS] == list(RELATIONS)
    assert turned("belt_within") == "cluster_within" and turned(RELATED) == RELATED


def test_colours_of_statuses_differ():
    colours = [statuses.colour(status) for status in statuses.ordered()]
    assert len(set(colours)) == len(colours) and statuses.colour("?") is None


# A fifth status.


def test_a_fifth_status_is_found_counted_and_numbered(fifth):
    found = matching.match(*world())
    assert found.columns["cb_status"].tolist() == ["matched", AKIN, "adjacent", "unmatched", "unresolved"]
    numbers = found.numbers
    assert sum(numbers[status.upper()] for status in statuses.ordered()) == numbers["ROWS"] == 5
    assert numbers["RATE_AKIN"] == numbers["RATE_MATCHED"] == numbers["RATE_ADJACENT"] == 25
    assert numbers["PAIR_COUNT"] == 3
    assert found.columns["cb_nadj"].tolist() == [0, 0, 1, 0, 0]
    assert found.belts()["cb_status"].tolist() == ["matched", AKIN, "adjacent", "unmatched"]


def test_a_fifth_status_stands_in_every_sum_rate_and_bound(fifth):
    frame = rows_of(
        ("matched", "same"),
        (AKIN, "belt_upstream"),
        (AKIN, "belt_upstream"),
        ("adjacent", "belt_downstream"),
        ("unmatched", "none_related"),
        ("unresolved", "city_unresolved"),
    )
    for base in tables.BASES:
        for row in tables.match_summary(frame, "cls", base, tables.PARTS).rows():
            assert row["total"] == sum(row[status] for status in statuses.ordered())
            decided = row["total"] - row["unresolved"]
            if decided:
                assert row["rate_k"] == pytest.approx(100 * row[AKIN] / decided)
                some = row["matched"] + row[AKIN] + row["adjacent"]
                assert row["rate_ma"] == pytest.approx(100 * some / decided)
                assert row["k_low"] <= row["rate_k"] <= row["k_high"]
    assert tables.city_composition(frame, "cls")[1][AKIN].sum() == 2
    matched, every = tables.equal_classes(tables.match_summary(frame, "cls"))
    assert (matched[1], every[1]) == (1, 3)


def test_a_fifth_status_that_is_not_decided_leaves_the_rates(fifth, monkeypatch):
    undecided = tuple(s._replace(is_decided=s.is_decided and s.key != AKIN) for s in statuses.TABLE)
    monkeypatch.setattr(statuses, "TABLE", undecided)
    numbers = matching.match(*world()).numbers
    assert numbers["RATE_MATCHED"] == pytest.approx(100 / 3)


def test_chance_counts_a_fifth_status(fifth):
    clusters, belts, industries = world()
    matches = matching.match(clusters, belts, industries)
    columns, related = matches.columns, matches.case.question.relations
    frame = clusters.assign(cls="A", cb_nodes=columns["cb_nodes"], cb_status=columns["cb_status"])
    placed = belts_of(belts["city"], nodes=belts["industry"])
    found = tables.match_chance(frame, "cls", placed, industries, related, tables.ChanceTest(runs=5))
    observed = {row["stat"]: row["observed"] for row in found.table.rows()}
    assert observed == {"matched": 1, AKIN: 1, "adjacent": 1, "both": 3}
    assert found.differing == 0


# Values that are none of the statuses.


def test_an_unknown_status_counts_in_no_total_and_is_named():
    frame = rows_of(
        ("matched", "same"), ("nearly", None), (None, None), ("unmatched", "none_related"), ("nearly", None)
    )
    for base in tables.BASES:
        every = tables.match_summary(frame, "cls", base).rows()[-1]
        assert every["total"] == (1 if base == "weighted" else 2)
        assert every["rate_m"] == 50
    assert unknown_statuses(frame) == {
        ("cb_status", "nearly"): 2,
        ("cb_status", None): 1,
        ("cb_whole", "nearly"): 2,
        ("cb_whole", None): 1,
    }
    assert unknown_statuses(rows_of(("matched", "same"))) == {}
