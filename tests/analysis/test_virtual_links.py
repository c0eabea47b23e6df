"""Potential links between cities: golden cases, an oracle of plain loops, what must always hold."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.node_sets import read_node_sets
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.virtual.attraction import Gravity
from clusterbelt.processing.analysis.virtual.block_table import block_table
from clusterbelt.processing.analysis.virtual.flows import balances, flows_between
from clusterbelt.processing.analysis.virtual.link_table import link_table, refuse_too_many
from clusterbelt.processing.analysis.virtual.links import find_links, ties
from clusterbelt.processing.analysis.virtual.needs import find_needs
from clusterbelt.processing.analysis.virtual.units import divide
from links_oracle import oracle
from random_worlds import random_world
from virtual_world import (
    EQUATOR,
    blocks_from,
    near,
    places_of,
    regions_of,
    rows_of,
    same_rows,
    taxonomy_m,
    taxonomy_of,
)


class World:
    """Everything that is worked out for some members."""

    def __init__(
        self,
        demand,
        supply=None,
        points=EQUATOR,
        taxonomy=None,
        regions=None,
        coefficient="supply",
        lift=0,
        unit="city",
        **gravity,
    ):
        supply = demand if supply is None else supply
        self.taxonomy = taxonomy or taxonomy_m()
        used = {place for place, _, _ in [*demand, *supply]}
        self.places = places_of({code: point for code, point in points.items() if code in used})
        self.regions = regions_of(self.places, **(regions or {}))
        self.links = find_links(
            blocks_from(demand, self.places, self.taxonomy),
            blocks_from(supply, self.places, self.taxonomy),
            self.places,
            self.taxonomy,
            find_needs(self.taxonomy, lift),
            Gravity(**gravity),
            coefficient,
        )
        self.ties = ties(self.links)
        self.table, _, _ = link_table(self.links, self.ties, self.regions, self.taxonomy, "en")
        division = divide(self.places, self.regions, unit)
        self.flows, _, _ = flows_between(self.links, self.ties, division, self.taxonomy)
        self.nodes, _ = balances(self.links, self.ties, division)
        self.blocks, _ = block_table(self.links, self.ties, self.regions, self.taxonomy, "en")

    def rows(self, *names):
        return [tuple(row[name] for name in names) for row in rows_of(self.table)]

    @property
    def unmet(self):
        return int((~self.links.served).sum())


@pytest.mark.parametrize(("coefficient", "flow", "unmet"), [("supply", 0.5, 0.0), ("equal", 0.25, 0.5)])
def test_l1_attraction_is_weight_over_distance(coefficient, flow, unmet):
    world = World([("X", "D", 1)], [("Y", "G", 1), ("Z", "G", 3)], coefficient=coefficient)
    assert world.rows("f_id", "share", "rank", "flow") == [
        ("Y:G", near(0.5), 1, near(flow)),
        ("Z:G", near(0.5), 2, near(flow)),
    ]
    assert (world.unmet, len(world.links.block)) == (1, 2)
    assert world.nodes["unmet"].sum() == near(unmet)


def test_l2_needs_are_inherited_and_a_place_serves_itself():
    world = World([("X", "D.O", 2)], [("X", "G", 1), ("Y", "G", 1)])
    assert world.rows("f_id", "share", "flow", "km", "scope") == [
        ("X:G", near(0.735659), near(1.471317), 0.0, "city"),
        ("Y:G", near(0.264341), near(0.528683), near(111.319491), "nation"),
    ]
    assert rows_of(world.nodes)[0]["sh_self"] == near(0.735659)


def test_l3_a_row_of_two_nodes_is_half_of_each_and_far_suppliers_can_be_left_out():
    demand, supply = [("X", "D", 1), ("Z", "T", 1)], [("Y", "G|C", 1)]
    world = World(demand, supply)
    assert world.rows("edge", "t_id", "flow", "km") == [
        ("C>D", "X:D", near(0.5), near(111.319491)),
        ("G>D", "X:D", near(0.5), near(111.319491)),
        ("C>T", "Z:T", near(1.0), near(222.638982)),
    ]
    assert world.unmet == 1
    world = World(demand, supply, max_km=200)
    assert [row[1] for row in world.rows("edge", "t_id")] == ["X:D", "X:D"]
    assert world.unmet == 2


def test_l4_needs_weigh_by_the_supply_of_their_industry():
    world = World([("X", "T", 1)], [("Y", "D.O", 2), ("Z", "D", 1), ("Z", "C", 4)], top=1)
    assert world.rows("f_id", "flow", "km") == [
        ("Z:C", near(0.571429), near(333.958472)),
        ("Y:D.O", near(0.428571), near(111.319491)),
    ]


def test_weights_of_the_chains_go_before_the_coefficient():
    weighted = taxonomy_of({"G": "", "C": "", "D": ""}, ["G>D", "C>D"], weights=[1, 3])
    world = World([("X", "D", 1)], [("Y", "G", 9), ("Y", "C", 1)], taxonomy=weighted, coefficient="equal")
    assert world.rows("edge", "flow") == [("C>D", near(0.75)), ("G>D", near(0.25))]


def test_a_distance_is_met_to_the_metre():
    for most in (111.3195, 111.3194):  # it is 111.319491
        assert len(World([("X", "D", 1)], [("Y", "G", 1)], max_km=most).rows("flow")) == 1
    assert not World([("X", "D", 1)], [("Y", "G", 1)], max_km=111.318).rows("flow")


def test_of_suppliers_that_attract_alike_the_nearest_comes_first():
    # Twice as far and other as heavy, but for less than a billionth.
    points = {"X": 0.0, "Y": 1.0, "Z": 2.0}
    world = World([("X", "D", 1)], [("Y", "G", 1e6), ("Z", "G", 2e6 * (1 + 1e-10))], points=points, top=1)
    assert world.rows("f_id", "share") == [("Y:G", 1.0)]


def test_what_nobody_supplies_is_told_from_what_is_too_far():
    links = World([("X", "D", 1)], [("Y", "G", 1)], max_km=100).links
    node = [links.needs.suppliers[need] for need in links.need]
    assert links.served.tolist() == [False, False] and sorted(links.nobody.tolist()) == [False, True]
    assert [links.serving[number].total > 0 for number in node] == (~links.nobody).tolist()


def test_as_many_links_as_allowed_are_written_and_no_more():
    refuse_too_many(3, 3)
    with pytest.raises(AnalysisError, match="MAX_LINKS = 3"):
        refuse_too_many(4, 3)


def test_suppliers_under_the_node_that_needs_are_no_suppliers():
    kin = taxonomy_of({"A": "", "B": "", "AB": "A|B"}, ["A>B"])
    world = World([("X", "B", 1), ("X", "AB", 1)], [("Y", "AB", 1), ("Z", "A", 1)], taxonomy=kin)
    assert world.rows("f_id", "t_id") == [("Z:A", "X:B")]


def test_industries_without_edges_need_nothing_and_are_named():
    with pytest.raises(AnalysisError, match="C, G"):
        World([("X", "G", 1), ("X", "C", 1)])
    with pytest.raises(AnalysisError, match="CHAINS"):
        find_needs(taxonomy_of({"A": "", "B": ""}, []))


def test_half_filled_weights_of_the_chains_are_refused():
    with pytest.raises(AnalysisError, match="C → D"):
        World(
            [("X", "D", 1)],
            taxonomy=taxonomy_of({"G": "", "C": "", "D": ""}, ["G>D", "C>D"], weights=[1, ""]),
        )


@pytest.mark.parametrize("bad", [{"top": 0}, {"decay": -1}, {"local_km": 0}, {"max_km": -1}])
def test_numbers_out_of_range_are_refused(bad):
    with pytest.raises(AnalysisError):
        Gravity(**bad)


@pytest.mark.parametrize(
    "good", [{"top": 1}, {"decay": 0}, {"decay": 0.5}, {"local_km": 0.5}, {"max_km": 0}, {"max_km": 0.5}]
)
def test_numbers_at_the_end_of_their_range_are_taken(good):
    Gravity(**good)


@pytest.mark.parametrize("seed", range(150))
def test_random_worlds_agree_with_plain_loops(seed):
    world = random_world(seed)
    try:
        found = World(**world)
    except AnalysisError:
        assert oracle(**world) is None
        return
    expected = oracle(**world)
    for name in ("table", "flows", "nodes", "blocks"):
        same_rows(rows_of(getattr(found, name)), expected[name])
    assert found.unmet == expected["unmet"] and len(found.links.block) == expected["needs"]


@pytest.mark.parametrize("seed", range(40))
def test_flows_and_what_is_unmet_are_all_that_is_needed(seed):
    world = random_world(seed)
    try:
        found = World(**world)
    except AnalysisError:
        return
    asked = found.links.asked
    needed = {b: found.links.demand.weight[b] for b, a in zip(found.links.block, asked) if a > 0}
    total = found.table["flow"].sum() + found.nodes["unmet"].sum()
    assert total == pytest.approx(sum(needed.values()))
    assert found.flows["flow"].sum() == pytest.approx(found.table["flow"].sum())
    assert found.nodes["flow_in"].sum() == pytest.approx(found.nodes["flow_out"].sum())
    pairs = {}
    for row in rows_of(found.table):
        key = row["t_id"], row["edge"]
        pairs[key] = pairs.get(key, 0) + row["share"]
    assert all(total == pytest.approx(1) for total in pairs.values())


def same(first, second):
    """Whether two worlds have the same bytes in all tables."""
    for name in ("table", "flows", "nodes", "blocks"):
        one, other = getattr(first, name), getattr(second, name)
        assert list(one.columns) == list(other.columns)
        for column in one.columns:
            a, b = one[column], other[column]
            if a.dtype == object:
                assert a.tolist() == b.tolist(), column
            else:
                assert a.tobytes() == b.tobytes(), column


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_rows_changes_no_byte(seed):
    world = random_world(seed)
    try:
        first = World(**world)
    except AnalysisError:
        return
    random = np.random.default_rng(seed)
    shuffled = dict(world)
    for name in ("demand", "supply"):
        if world[name] is not None:
            shuffled[name] = [world[name][i] for i in random.permutation(len(world[name]))]
    same(first, World(**shuffled))


@pytest.mark.parametrize("seed", range(20))
def test_weights_of_another_unit_change_flows_alike_and_leave_shares(seed):
    factor = (2.0, 2.0**-40, 2.0**40)[seed % 3]
    world = random_world(seed)
    try:
        first = World(**world)
    except AnalysisError:
        return
    other = dict(world)
    for name in ("demand", "supply"):
        if world[name] is not None:
            other[name] = [(place, nodes, factor * weight) for place, nodes, weight in world[name]]
    second = World(**other)
    assert second.table["flow"] / factor == pytest.approx(first.table["flow"])
    assert second.flows["flow"] / factor == pytest.approx(first.flows["flow"])
    assert [row[:2] for row in map(tuple, zip(second.flows["f_unit"], second.flows["t_unit"]))] == [
        row[:2] for row in map(tuple, zip(first.flows["f_unit"], first.flows["t_unit"]))
    ]
    assert second.table["share"] == pytest.approx(first.table["share"])
    assert second.rows("f_id", "t_id", "edge", "rank") == first.rows("f_id", "t_id", "edge", "rank")


@pytest.mark.parametrize("seed", range(20))
def test_a_row_split_into_two_halves_changes_nothing(seed):
    world = random_world(seed)
    try:
        first = World(**world)
    except AnalysisError:
        return
    halves = dict(world)
    halves["demand"] = [(p, n, w / 2) for p, n, w in world["demand"] for _ in range(2)]
    if world["supply"] is None:
        halves["supply"] = world["demand"]
    second = World(**halves)
    assert second.table["flow"] == pytest.approx(first.table["flow"])
    assert second.rows("f_id", "t_id", "edge", "rank") == first.rows("f_id", "t_id", "edge", "rank")


def test_a_unit_is_the_sum_of_its_places():
    world = random_world(3)
    city, group = World(**{**world, "unit": "city"}), World(**{**world, "unit": "group"})
    for name in ("need", "supply", "flow_in", "flow_out", "unmet", "places"):
        assert group.nodes[name].sum() == pytest.approx(city.nodes[name].sum())
    of_place = {code: world["regions"]["groups"].get(code) for code in city.places.codes}
    for row in rows_of(group.nodes):
        members = [r for r in rows_of(city.nodes) if of_place[r["unit"]] == row["unit"]]
        assert row["flow_in"] == pytest.approx(sum(r["flow_in"] for r in members))


def test_places_are_worked_on_in_chunks_with_the_same_result(monkeypatch):
    from clusterbelt.processing.analysis.virtual import attraction

    world = random_world(11)
    whole = World(**world)
    monkeypatch.setattr(attraction, "CHUNK", 2)
    same(whole, World(**world))


def test_the_codes_of_a_cell_count_once_and_gaps_between_them_are_nothing():
    taxonomy = taxonomy_m()
    found = read_node_sets(["G|C", "C|g|C|", "||", None, " D ", "G"], taxonomy)
    sets = [{taxonomy.codes[node] for node in found.sets[at]} if at >= 0 else set() for at in found.of_row]
    assert sets == [{"G", "C"}, {"G", "C"}, set(), set(), {"D"}, {"G"}] and max(map(len, found.sets)) == 2
    with pytest.raises(AnalysisError, match=r"“No\.Such”"):
        read_node_sets(["G|No.Such"], taxonomy)
