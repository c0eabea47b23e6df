"""From the matching to the tables: what is written of belts, taken as read, gives the counts of the matching."""

from dataclasses import replace

import matching_oracle as oracle
import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.fields import CB_LAST, CB_NODES, CB_WORDS
from clusterbelt.processing.analysis.matching.bases import BASES
from clusterbelt.processing.analysis.matching.belt_years import years_of
from clusterbelt.processing.analysis.matching.industry_columns import industry_columns
from clusterbelt.processing.analysis.matching.industry_sets import read_industries
from clusterbelt.processing.analysis.matching.placed_belts import PlacedBelts, city_keys, placed
from framing import framed
from making_belts import belts_of
from test_matching import random_case, solve

CASES = 120


def solved(seed):
    """A random case, some of its years open ends of registries, and its match."""
    world, clusters, belts = random_case(seed)
    way = "span" if any(belt.get("start") != belt.get("end") for belt in belts) else "year"
    for number, belt in enumerate(belts):
        if (seed + number) % 7 == 0:
            belt["end"] = 9999 if number % 2 else 2201
            belt["start"] = belt["end"] if way == "year" else belt.get("start")
    return world, clusters, belts, solve(world, clusters, belts)


def as_read(matches, belts):
    """The belts as a table reads them from what the matching writes."""
    written = matches.belts()
    return PlacedBelts(
        city=city_keys(np.array([belt["city"] for belt in belts], dtype=object)),
        city_name=np.array([belt["city"] for belt in belts], dtype=object),
        nodes=written[CB_NODES],
        words=written[CB_WORDS],
        basis=np.array([BASES.index(basis) for basis in written["cb_basis"]], dtype=np.int8),
        last=written[CB_LAST].astype(float),
        as_of=matches.years.as_of,
        count=np.ones(len(belts), dtype=np.int64),
    )


def read_again(belts, taxonomy):
    """The belts as a table reads them from the layer that the matching was given."""
    columns = {name: np.array([belt.get(name) for belt in belts], dtype=object) for name in belts[0]}
    found = read_industries([columns["industry"]], taxonomy)
    industries = industry_columns(found, 0, taxonomy)
    return placed(columns["city"], columns["city"], industries, years_of(columns))


def frame_of(clusters, matches):
    columns = framed(matches.columns.only(("cb_nodes", "cb_words", "cb_status")))
    frame = pd.concat([pd.DataFrame(clusters), columns], axis=1)
    return frame.assign(cls=[str(number % 2) for number in range(len(frame))], name=frame["city"])


@pytest.mark.parametrize("seed", range(CASES))
def test_chance_and_overlap_count_what_all_pairs_give(seed):
    world, clusters, belts, matches = solved(seed)
    taxonomy = matches.case.question.taxonomy
    if not belts:
        return
    plain = [
        {**belt, **{name: None for name in ("start", "end") if (belt.get(name) or 0) > 2100}}
        for belt in belts
    ]
    expected = oracle.decide(world, oracle.nodes_of_texts(world), clusters, plain)
    assert matches.columns["cb_status"].tolist() == [answer["status"] for answer in expected]
    written, read = as_read(matches, belts), read_again(belts, taxonomy)
    for one, other in zip(vars(written).values(), vars(read).values()):
        np.testing.assert_array_equal(one, other)

    frame = frame_of(clusters, matches)
    statuses = frame["cb_status"].tolist()
    related = matches.case.question.relations
    if any(
        cluster["city"] and status in ("matched", "adjacent") for cluster, status in zip(clusters, statuses)
    ):
        chance = tables.match_chance(frame, "cls", written, taxonomy, related, tables.ChanceTest(runs=3))
        every = framed(chance.table.take(chance.table["class"] == "*")).set_index("stat")["observed"]
        assert every.loc[["matched", "adjacent"]].tolist() == [
            statuses.count("matched"),
            statuses.count("adjacent"),
        ]
        assert chance.differing == 0

    as_of = oracle.newest(plain)
    bases = [oracle.basis_of(belt, as_of)[0] for belt in plain]
    now, ever = (
        {belt["city"] for belt, basis in zip(plain, bases) if belt["city"] and basis <= most}
        for most in (0, 1)
    )
    measures = framed(tables.compare_cities(frame, written)[0]).set_index("measure")
    with_clusters = {cluster["city"] for cluster in clusters if cluster["city"]}
    counts = measures.loc[["cluster_cities", "belt_cities", "both"]]
    assert counts["now"].tolist() == [len(with_clusters), len(now), len(now & with_clusters)]
    if as_of is not None:
        assert counts["ever"].tolist() == [len(with_clusters), len(ever), len(ever & with_clusters)]


def test_words_that_a_belt_shares_count_and_others_are_left_out(some_taxonomy):
    frame = pd.DataFrame(
        {
            "city": ["a", "a", "b", "b"],
            "cls": "x",
            "cb_nodes": ["I", None, None, None],
            "cb_words": [None, "Silk ", "silk", "hats"],
        }
    )
    belts = belts_of(["a", "a"], nodes=["I", None], words=[None, "SILK"])
    found = tables.match_chance(frame, "cls", belts, *some_taxonomy, tables.ChanceTest(runs=9))
    row = framed(found.table).set_index(["class", "stat"]).loc[("*", "matched")]
    assert (row["rows"], row["observed"], found.left_out) == (3, 2, 1)


def test_unread_texts_are_counted_as_they_are_written():
    belts = belts_of(["a"] * 5, nodes=[None] * 5, words=["felt", "Hats", "silk", "silk", None])
    assert list(belts.unread().items()) == [("silk", 2), ("Hats", 1), ("felt", 1)]


def test_keys_are_compared_as_text_whatever_the_type_of_their_column():
    belts = belts_of([440100, "330100", None])
    assert belts.city.tolist() == ["440100", "330100", None]
    assert belts.keys_of([440100.0, "440100", None, "-"]).tolist() == ["440100", "440100", None, None]


def test_capitals_and_blanks_of_keys_count_but_where_texts_are_compared():
    belts = belts_of(["Aix", "aix"])
    assert belts.city.tolist() == ["Aix", "aix"] == belts.keys_of(["Aix", "aix"]).tolist()
    by_text = replace(belts, by_text=True)
    assert by_text.keys_of([" Aix", "AIX", "Arles"]).tolist() == ["aix", "aix", "arles"]


@pytest.fixture
def some_taxonomy():
    from clusterbelt.processing.analysis.industries import taxonomy
    from clusterbelt.processing.analysis.industries.relations import relations

    made = taxonomy.load(pd.DataFrame({"code": ["I"], "name_en": ["Industry"]}))
    return made, relations(made)
