"""Gaps in chains: golden cases, an oracle of plain loops, what must always hold."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.virtual import nearest
from clusterbelt.processing.analysis.virtual.gap_search import Reach, Scene, search_gaps
from clusterbelt.processing.analysis.virtual.gap_tables import candidate_table, gap_table, region_table
from clusterbelt.processing.analysis.virtual.gaps import Rule
from gaps_oracle import oracle
from random_worlds import random_world
from virtual_world import (
    EQUATOR,
    blocks_from,
    near,
    places_of,
    plain,
    regions_of,
    rows_of,
    same_rows,
    taxonomy_m,
)


class World:
    """Everything that is found for some members."""

    def __init__(
        self,
        demand,
        supply=None,
        points=EQUATOR,
        taxonomy=None,
        regions=None,
        unit="city",
        coefficient="supply",
        lift=0,
        top=3,
        max_km=None,
        **rule,
    ):
        supply = demand if supply is None else supply
        taxonomy = taxonomy or taxonomy_m()
        used = {place for place, _, _ in [*demand, *supply]}
        places = places_of({code: point for code, point in points.items() if code in used})
        known = regions_of(places, **(regions or {}))
        scene = Scene(
            blocks_from(demand, places, taxonomy), blocks_from(supply, places, taxonomy), places, known, unit
        )
        self.found = search_gaps(
            scene, taxonomy, Rule(**rule), coefficient=coefficient, lift=lift, reach=Reach(top, max_km)
        )
        gaps, division = self.found.gaps, scene.division
        self.table = gap_table(gaps, self.found.nearest, division, places, taxonomy, "en")
        self.candidates, _, _ = candidate_table(
            gaps, self.found.nearest, self.found.supply, division, places, known, taxonomy, "en"
        )
        self.regions, _ = region_table(gaps, self.found.figures, division)

    def rows(self, *names):
        return [tuple(row[name] for name in names) for row in rows_of(self.table)]


DEMAND = [("X", "D", 2), ("Y", "D", 1), ("Z", "D", 1)]
SUPPLY = [("X", "G", 1), ("Z", "G", 3)]


def test_g1_a_region_is_judged_by_its_share_of_supply_over_its_share_of_demand():
    world = World(DEMAND, SUPPLY, min_n=0)
    assert world.rows("region", "edge", "status", "cilq", "closes") == [
        ("X", "C>D", "gap", None, "none"),
        ("X", "G>D", "weak", near(0.5), "nation"),
        ("Y", "C>D", "gap", None, "none"),
        ("Y", "G>D", "gap", 0.0, "nation"),
        ("Z", "C>D", "gap", None, "none"),
        ("Z", "G>D", "strong", near(3), None),
    ]
    assert world.rows("near_cd", "near_km", "cands")[3] == (
        "X",
        near(111.319491),
        "city X 111 km; city Z 223 km",
    )
    assert [(r["region"], r["complete"]) for r in rows_of(world.regions)] == [
        ("X", 0.5),
        ("Y", 0.0),
        ("Z", 0.5),
    ]
    assert world.found.complete == (near(0.375), near(0.5))
    assert [r["met"] for r in rows_of(world.regions)] == [0.5, 0.0, 1.0]
    equal = World(DEMAND, SUPPLY, min_n=0, coefficient="equal")
    assert [r["met"] for r in rows_of(equal.regions)] == [0.25, 0.0, 0.5] and equal.found.complete[1] == near(
        0.25
    )


@pytest.mark.parametrize(("max_km", "cands"), [(111.3194, 1), (111.3195, 1), (111.318, 0), (None, 2)])
def test_an_offer_is_reached_to_the_metre(max_km, cands):
    # X is 111.319491 km from Y, Z twice as far.
    world = World(DEMAND, SUPPLY, min_n=0, max_km=max_km)
    (shown,) = (row[2] for row in world.rows("region", "edge", "cands") if row[:2] == ("Y", "G>D"))
    assert len([city for city in (shown or "").split("; ") if city]) == cands


def test_of_offers_as_near_as_each_other_the_heavier_comes_first_and_no_more_than_asked_for():
    points = {"W": -1.0, "X": 0.0, "Y": 1.0}
    supply = [("W", "G", 1), ("Y", "G", 3)]
    for top, expected in ((1, "city Y 111 km"), (3, "city Y 111 km; city W 111 km")):
        world = World([("X", "D", 1)], supply, points=points, min_n=0, top=top)
        assert [row[1] for row in world.rows("edge", "cands") if row[0] == "G>D"] == [expected]


def test_the_nearest_offer_is_that_of_any_place_that_asks():
    # X and Y are one region, and Y, the last of the two, is nearer to Z.
    groups = {"groups": {"X": "east", "Y": "east"}}
    world = World(DEMAND[:2], [("Z", "G", 1)], regions=groups, unit="group", min_n=0)
    found = [row for row in world.rows("edge", "near_km", "cands") if row[0] == "G>D"]
    assert found == [("G>D", near(222.638982), "city Z 223 km")]


def test_g2_too_few_suppliers_are_present_but_not_judged():
    world = World(DEMAND, SUPPLY, min_n=3)
    assert [row for row in world.rows("region", "edge", "status") if row[1] == "G>D"] == [
        ("X", "G>D", "present"),
        ("Y", "G>D", "gap"),
        ("Z", "G>D", "strong"),
    ]


def test_g3_a_city_group_meets_what_its_cities_lack():
    world = World(DEMAND, SUPPLY, unit="group", regions={"groups": dict.fromkeys("XYZ", "A")})
    assert world.rows("region", "edge", "status", "cilq", "closes") == [
        ("A", "C>D", "gap", None, "none"),
        ("A", "G>D", "strong", near(1), None),
    ]


def test_a_region_that_delivers_without_a_customer_can_extend_its_chain():
    world = World(DEMAND, [("Y", "C", 2), ("Z", "C", 1)], direction="downstream")
    assert world.rows(
        "region", "node", "edge", "status", "supply", "near_cd", "near_w", "closes", "coef"
    ) == [
        ("Y", "T", "C>T", "extend", 2.0, None, None, None, None),
        ("Z", "T", "C>T", "extend", 1.0, None, None, None, None),
    ]
    world = World([("X", "D.O", 2)], [("Y", "G", 2)], direction="both")
    assert world.rows("region", "node", "status", "near_cd", "near_w")[-1] == ("Y", "D", "extend", "X", 2.0)
    assert (
        rows_of(world.candidates)[-1]["f_city"] == "city Y"
        and rows_of(world.candidates)[-1]["t_city"] == "city X"
    )


def test_needs_can_be_narrowed_to_an_industry():
    taxonomy = taxonomy_m()
    target = frozenset({taxonomy.code_index["t"]})
    world = World([*DEMAND, ("X", "T", 1)], SUPPLY, targets=target)
    assert {row[0] for row in world.rows("node")} == {"T"}
    assert len(World(DEMAND, SUPPLY, targets=target).table) == 0


def test_members_without_needs_are_an_error_that_names_their_industries():
    with pytest.raises(AnalysisError, match="G"):
        World([("X", "G", 1)])


def gap_world(seed):
    world, random = random_world(seed), np.random.default_rng(1000 + seed)
    for name in ("decay", "local_km"):
        del world[name]
    codes = len(world["taxonomy"])
    world["direction"] = str(random.choice(["upstream", "downstream", "both"]))
    world["min_n"] = float(random.choice([0, 1, 2]))
    world["targets"] = frozenset(random.choice(codes, 2).tolist()) if random.random() < 0.3 else None
    return world


@pytest.mark.parametrize("seed", range(150))
def test_random_worlds_agree_with_plain_loops(seed):
    world = gap_world(seed)
    try:
        found = World(**world)
    except AnalysisError:
        assert oracle(**world) is None
        return
    expected = oracle(**world)
    for name in ("table", "candidates", "regions"):
        same_rows(rows_of(getattr(found, name)), expected[name])
    assert [plain(value) for value in found.found.complete] == pytest.approx(
        [expected["complete"], expected["met"]]
    )


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_rows_changes_nothing(seed):
    world = gap_world(seed)
    random = np.random.default_rng(seed)
    shuffled = {**world, "demand": [world["demand"][i] for i in random.permutation(len(world["demand"]))]}
    try:
        first = World(**world)
    except AnalysisError:
        return
    second = World(**shuffled)
    for name in ("table", "candidates", "regions"):
        assert repr(rows_of(getattr(first, name))) == repr(rows_of(getattr(second, name)))


@pytest.mark.parametrize("seed", range(20))
def test_one_more_supplier_never_makes_a_region_less_complete(seed):
    world = {**gap_world(seed), "direction": "upstream"}
    supply = world["supply"] or world["demand"]
    random = np.random.default_rng(seed)
    more = [
        *supply,
        (str(random.choice(list(world["points"]))), str(random.choice(world["taxonomy"].codes)), 1.0),
    ]
    try:
        before, after = World(**{**world, "supply": supply}), World(**{**world, "supply": more})
    except AnalysisError:
        return
    complete = {row["region"]: row["complete"] for row in rows_of(after.regions)}
    for row in rows_of(before.regions):
        assert complete[row["region"]] >= row["complete"] - 1e-12


@pytest.mark.parametrize(("unit", "chunk"), [("city", 2), ("group", 2), ("group", 1)])
def test_regions_are_worked_on_in_chunks_with_the_same_result(monkeypatch, unit, chunk):
    for seed in range(12):
        world = {**gap_world(seed), "unit": unit}
        try:
            whole = World(**world)
        except AnalysisError:
            continue
        with monkeypatch.context() as patch:
            patch.setattr(nearest, "CHUNK", chunk)
            parts = World(**world)
        assert repr(rows_of(whole.candidates)) == repr(rows_of(parts.candidates))


@pytest.mark.parametrize("seed", range(20))
def test_a_region_needs_and_has_what_its_places_do(seed):
    world = {**gap_world(seed), "direction": "upstream"}
    try:
        city, group = (World(**{**world, "unit": unit}) for unit in ("city", "group"))
    except AnalysisError:
        return
    groups = world["regions"]["groups"]
    for row in rows_of(group.regions):
        parts = [r for r in rows_of(city.regions) if groups.get(r["region"]) == row["region"]]
        assert row["need"] == near(sum(r["need"] for r in parts))
    sums = {}
    for row in rows_of(city.table):
        key = groups.get(row["region"]), row["node"], row["edge"]
        sums[key] = sums.get(key, 0.0) + row["need"]
    assert {(r["region"], r["node"], r["edge"]): near(r["need"]) for r in rows_of(group.table)} == sums
