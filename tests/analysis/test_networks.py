"""Networks of membership: golden cases, an oracle of plain loops, what must always hold."""

import dataclasses
import itertools
import math

import numpy as np
import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.networks import pairing
from clusterbelt.processing.analysis.networks.co_members import flow_table
from clusterbelt.processing.analysis.networks.cores import Cores
from clusterbelt.processing.analysis.networks.memberships import (
    Memberships,
    distinct,
    modes_of_groups,
    node_sets_of_members,
)
from clusterbelt.processing.analysis.networks.survey import Survey
from clusterbelt.processing.analysis.virtual.units import divide
from networks_oracle import oracle
from random_worlds import ancestors_of
from virtual_world import EQUATOR, near, places_of, plain, regions_of, rows_of, same_rows, taxonomy_of

TREE = {"IT": "", "BIO": ""}


def memberships_of(rows, places, taxonomy):
    """Memberships of rows (group, member, place, nodes, role, mode)."""
    groups, members = (tuple(sorted({row[i] for row in rows})) for i in (0, 1))
    modes = sorted({row[5] for row in rows if row[5]})
    group = np.array([groups.index(row[0]) for row in rows])
    member = np.array([members.index(row[1]) for row in rows])
    cells = [tuple(sorted(taxonomy.code_index[n.casefold()] for n in row[3].split("|") if n)) for row in rows]
    sets = tuple(sorted({cell for cell in cells if cell}))
    node_set, sets = node_sets_of_members(
        member, np.array([sets.index(cell) if cell else -1 for cell in cells]), sets, len(members)
    )
    place = np.full(len(members), len(places))
    np.minimum.at(place, member, [places.codes.index(row[2]) for row in rows])
    mode = modes_of_groups(
        group, np.array([modes.index(row[5]) if row[5] else -1 for row in rows]), len(groups), modes
    )
    pairs = distinct(group, member, np.array([bool(row[4]) for row in rows]), len(members))
    matched = np.array([m.startswith("m") for m in members])
    return Memberships(
        *pairs, groups, members, mode, place, node_set, sets, matched, np.ones(len(members), dtype=bool)
    )


class World:
    """All tables of some memberships."""

    def __init__(self, rows, points=EQUATOR, taxonomy=None, regions=None, unit="city", lift=0):
        self.taxonomy = taxonomy or taxonomy_of(TREE, [])
        places = places_of(
            {code: point for code, point in points.items() if code in {row[2] for row in rows}}
        )
        known = regions_of(places, **(regions or {}))
        found = memberships_of(rows, places, self.taxonomy)
        survey = Survey(found, places, known, self.taxonomy, lift)
        self.survey, self.numbers = survey, survey.numbers
        self.groups, self.spokes = rows_of(survey.groups()[0]), rows_of(survey.spokes()[0])
        self.flows = rows_of(survey.flows(divide(places, known, unit))[0])
        self.members, self.links = rows_of(survey.members()), rows_of(survey.links())
        self.industries, self.modes = rows_of(survey.industries()), rows_of(survey.modes())


def row(group, member, place, nodes="", role="", mode=""):
    return (group, member, place, nodes, role, mode)


N1 = [row("G1", "a", "X"), row("G1", "b", "X"), row("G1", "c", "Y"), row("G2", "c", "Y"), row("G2", "d", "Z")]


def test_n1_ties_are_shared_among_the_members_of_a_group():
    world = World(N1)
    assert [(r["f_unit"], r["t_unit"], r["flow"], r["rank"]) for r in world.flows] == [
        ("X", "Y", 1.0, 1),
        ("Y", "Z", 1.0, 2),
        ("X", "X", 0.5, None),
    ]
    assert [(r["a"], r["b"], r["shared"], r["jaccard"]) for r in world.links] == [("G1", "G2", 1, 0.25)]
    assert {r["member"]: r["bridge"] for r in world.members} == {"a": 0, "b": 0, "c": 1, "d": 0}
    first, second = world.groups
    assert (first["core"], first["core_by"], first["sh_out"]) == ("X", "largest", near(1 / 3))
    assert [first[k] for k in ("mean_km", "max_km", "hhi", "eff")] == list(
        map(near, (37.106497, 111.319491, 0.555556, 1.8))
    )
    assert (second["core"], second["mean_km"]) == ("Y", near(111.319491))
    assert world.numbers == {
        "GROUP_COUNT": 2, "MEMBER_COUNT": 4, "BRIDGE_COUNT": 1, "SHARE_OUT": 0.4, "MEAN_KM": near(3 * 111.319491 / 5),
    }  # fmt: skip


def test_as_many_lines_as_are_asked_for_are_drawn_and_no_more():
    survey = World([*N1, row("G1", "e", "Z")]).survey
    assert len(survey.spokes(3)[0]["km"]) == 3
    with pytest.raises(AnalysisError, match="3 lines"):
        survey.spokes(2)


def test_n2_a_leading_member_makes_the_core():
    world = World([*N1[:4], row("G2", "d", "Z", role="核心")])
    second = world.groups[1]
    assert (second["core"], second["core_by"], second["mean_km"]) == ("Z", "role", near(111.319491))
    assert [(r["grp"], r["f_city"], r["t_city"], r["members"]) for r in world.spokes] == [
        ("G1", "city X", "city Y", 1),
        ("G2", "city Z", "city Y", 1),
    ]


def test_n3_ties_cross_industries():
    nodes = {"a": "IT", "b": "IT", "c": "BIO", "d": "IT"}
    world = World([row(g, m, p, nodes[m]) for g, m, p, *_ in N1])
    assert [(r["ind_a"], r["ind_b"], r["flow"]) for r in world.industries] == [
        ("BIO", "IT", 2.0),
        ("IT", "IT", 0.5),
    ]
    assert [r["sh_cross"] for r in world.groups] == [near(2 / 3), 1.0]


@pytest.mark.filterwarnings("error")
def test_a_group_of_one_member_has_no_ties():
    with np.errstate(all="raise"):  # what is divided by no co-members is not divided at all
        world = World([row("G", "a", "X")])
        two = World([row("G", "a", "X", "IT|BIO")])
    assert (world.groups[0]["members"], world.groups[0]["mean_km"], world.flows) == (1, 0.0, [])
    assert (two.groups[0]["sh_cross"], two.industries) == (None, [])


def test_ties_stand_by_their_strength_where_none_lies_within_a_unit():
    world = World(
        [row("G1", "a", "X"), row("G1", "b", "Y"), *(row(g, m, m) for g in ("G2", "G3") for m in "YZ")]
    )
    assert [(r["f_unit"], r["t_unit"], r["flow"]) for r in world.flows] == [("Y", "Z", 2.0), ("X", "Y", 1.0)]


def test_of_core_places_that_of_the_most_core_members_is_the_first():
    rows = [row("G", "a", "X", role="core"), *(row("G", m, "Y", role="core") for m in "bc")]
    assert World(rows).groups[0]["core"] == "Y|X"


def test_the_first_core_place_of_each_group_is_that_of_the_most_members():
    none = np.zeros(0, dtype=np.int64)
    for groups in ([0, 0, 1], [1, 1, 2]):
        cores = Cores(np.array(groups), np.array([7, 5, 6]), none, none, none, none, none, none)
        assert cores.first.tolist() == [7, 6]


def test_sums_of_nothing_have_all_their_columns():
    for columns in (1, 2, 3):
        keys, *values = pairing.KeySums(columns).result()
        assert len(keys) == 0 and [len(column) for column in values] == [0] * columns


def test_members_count_once_and_stand_at_the_lesser_code():
    world = World([row("G", "a", "Y"), row("G", "a", "X"), row("G", "b", "X")])
    assert world.groups[0]["members"] == 2 and world.groups[0]["cities"] == 1


def test_a_mode_is_that_of_most_rows_then_the_first_in_text_order():
    rows = [row("G", "a", "X", mode="park"), row("G", "b", "X", mode="alliance"), row("H", "a", "X")]
    assert {r["grp"]: r["mode"] for r in World(rows).groups} == {"G": "alliance", "H": None}
    assert [r["mode"] for r in World([*rows, row("G", "c", "X", mode="park")]).modes] == ["park", None]


def test_members_are_linked_by_every_edge_of_the_chains_with_a_direction_or_without():
    taxonomy = taxonomy_of(dict.fromkeys("ABCD", ""), ["A>B", "C~A"])
    rows = [row("G", "core", "X", "A", "core"), *(row("G", node, "X", node) for node in "BCD")]
    (found,) = World(rows, taxonomy=taxonomy).groups
    assert [found[f"sh_{kind}"] for kind in ("same", "kin", "chain", "other")] == [
        0,
        0,
        near(2 / 3),
        near(1 / 3),
    ]


def test_a_group_without_a_mode_gets_a_hint():
    taxonomy = taxonomy_of({"A": "", "B": "", "C": "", "A1": "A", "B1": "B"}, ["A>B"])

    def hints(*nodes, mode=""):
        rows = [
            row("G", "core", "X", "B", "core", mode),
            *(row("G", f"x{i}", "Y", n) for i, n in enumerate(nodes)),
        ]
        found = World(rows, taxonomy=taxonomy).groups[0]
        return found["hint_mode"], found["hint"]

    assert hints("A", "A1", "C")[0] == "supply_chain" and "67 %" in hints("A", "A1", "C")[1]
    assert hints("B", "B", "C")[0] == "standard"
    assert hints("B", "B1", "C")[0] == "standard" and "67 %" in hints("B", "B1", "C")[1]
    assert hints("C", "C", "B")[0] == "cross"
    assert "50 %" in hints("A", "C")[1] and hints("A", "C", "B")[0] is None
    assert hints("A", mode="platform") == (None, None)


def random_world(seed):
    random = np.random.default_rng(seed)
    codes = [f"N{i}" for i in range(int(random.integers(2, 7)))]
    parents = {}
    for i, code in enumerate(codes):
        above = random.permutation(i)[: random.integers(0, 3)] if i else []
        parents[code] = "|".join(codes[j] for j in sorted(above))
    above = ancestors_of(parents)
    edges = {
        f"{a}>{b}"
        for a, b in itertools.combinations(codes, 2)
        if a not in above[b] and b not in above[a] and random.random() < 0.3
    }
    points = {
        f"P{i}": (float(random.uniform(75, 130)), float(random.uniform(20, 50)))
        for i in range(int(random.integers(1, 7)))
    }
    members = [f"{random.choice(['m', 'u'])}{i:02d}" for i in range(int(random.integers(1, 15)))]
    rows = []
    for _ in range(int(random.integers(1, 40))):
        nodes = random.choice(codes, int(random.integers(0, 3)), replace=False)
        rows.append(
            row(
                f"G{random.integers(0, 6)}", str(random.choice(members)), str(random.choice(list(points))), "|".join(nodes),
                "core" if random.random() < 0.2 else "", str(random.choice(["", "park", "platform"])),
            )
        )  # fmt: skip
    return {
        "rows": rows, "points": points, "parents": parents, "edges": sorted(edges), "lift": int(random.integers(0, 2)),
        "unit": str(random.choice(["city", "province", "group"])),
        "regions": {
            "provinces": {code: f"p{i % 3}" for i, code in enumerate(points)},
            "groups": {code: f"g{i % 2}" for i, code in enumerate(points) if i % 4},
        },
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_random_worlds_agree_with_plain_loops(seed):
    world = random_world(seed)
    expected = oracle(**world)
    taxonomy = taxonomy_of(world.pop("parents"), world.pop("edges"))
    found = World(**world, taxonomy=taxonomy)
    for name, rows in expected.items():
        given = getattr(found, name)
        if name == "groups":
            assert [r.pop("hint") is None for r in given] == [r["hint_mode"] is None for r in rows]
        same_rows(given, rows)


@pytest.mark.parametrize("seed", range(30))
def test_all_ties_are_half_of_all_members_with_company(seed):
    world = random_world(seed)
    parents, edges = world.pop("parents"), world.pop("edges")
    found = World(**world, taxonomy=taxonomy_of(parents, edges))
    assert sum(r["flow"] for r in found.flows) == pytest.approx(
        sum(r["members"] / 2 for r in found.groups if r["members"] > 1)
    )
    assert sum(r["bridge"] for r in found.members) == pytest.approx(len(found.links))


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_rows_changes_nothing_and_chunks_neither(seed, monkeypatch):
    world = random_world(seed)
    taxonomy = taxonomy_of(world.pop("parents"), world.pop("edges"))
    first = World(**world, taxonomy=taxonomy)
    rows = [world["rows"][i] for i in np.random.default_rng(seed).permutation(len(world["rows"]))]
    second = World(**{**world, "rows": rows}, taxonomy=taxonomy)
    assert vars(first).keys() == vars(second).keys()
    for name in ("groups", "spokes", "flows", "members", "links", "industries", "modes"):
        assert repr(getattr(first, name)) == repr(getattr(second, name))
    monkeypatch.setattr(pairing, "CHUNK", 3)
    third = World(**world, taxonomy=taxonomy)
    same_rows(third.flows, first.flows)
    same_rows(third.links, first.links)


@pytest.mark.parametrize("seed", range(20))
def test_the_ties_of_a_unit_are_those_of_its_places(seed):
    world = random_world(seed)
    taxonomy = taxonomy_of(world.pop("parents"), world.pop("edges"))
    city, group = (World(**{**world, "unit": unit}, taxonomy=taxonomy).flows for unit in ("city", "group"))
    groups, sums = world["regions"]["groups"], {}
    for row in city:
        pair = frozenset(groups.get(row[end]) for end in ("f_unit", "t_unit"))
        sums[pair] = sums.get(pair, 0.0) + row["flow"]
    assert {frozenset((r["f_unit"], r["t_unit"])): near(r["flow"]) for r in group} == sums


def test_a_member_without_a_group_stands_in_no_table():
    survey = World(N1).survey
    known = survey.memberships
    more = {name: np.append(getattr(known, name), value) for name, value in (("place", 0), ("node_set", -1))}
    resolved = np.append(known.resolved, True)
    known = dataclasses.replace(
        known, members=(*known.members, "z"), matched=resolved, resolved=resolved, **more
    )
    assert dataclasses.replace(survey, memberships=known).members()["member"].tolist() == ["a", "b", "c", "d"]


def test_too_many_lines_are_refused_with_their_number():
    places = places_of(EQUATOR)
    found = memberships_of(N1, places, taxonomy_of(TREE, []))
    with pytest.raises(AnalysisError, match=r"3 lines.*MAX_LINES"):
        flow_table(found, places, divide(places, regions_of(places), "city"), most=2)


def test_plain_cells_have_no_nan():
    assert plain(np.float64(math.nan)) is None
