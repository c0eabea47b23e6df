"""Real and virtual agglomeration: golden cases, an oracle of plain loops, what must always hold."""

import math
import statistics

import numpy as np
import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.virtual.coupling import GRADES, couple, grade, lagging
from clusterbelt.processing.analysis.virtual.integration import Scale, cells_of, take_together
from clusterbelt.processing.analysis.virtual.integration_tables import integrate, matched_rates
from clusterbelt.processing.analysis.virtual.units import divide
from integration_oracle import oracle
from virtual_world import (
    blocks_from,
    km_between,
    near,
    places_of,
    regions_of,
    rows_of,
    same_rows,
    taxonomy_of,
)


class World:
    """Both tables of some members."""

    def __init__(
        self,
        offline,
        online,
        points,
        taxonomy=None,
        regions=None,
        unit="city",
        by="none",
        tallies=None,
        **scale,
    ):
        taxonomy = taxonomy or taxonomy_of({"A": "", "B": ""}, [])
        used = {place for place, _, _ in [*offline, *online]}
        places = places_of({code: point for code, point in points.items() if code in used})
        division = divide(places, regions_of(places, **(regions or {})), unit)
        industries = take_together(taxonomy, by)
        both = (blocks_from(rows, places, taxonomy) for rows in (offline, online))
        cells = cells_of(*both, division, industries)
        rates = None
        if tallies is not None:
            place = np.array([places.codes.index(p) for p, _, _, _ in tallies])
            nodes = [tuple(taxonomy.code_index[n.casefold()] for n in t[1].split("|")) for t in tallies]
            counts = (np.array([t[i] for t in tallies]) for i in (2, 3))
            rates = matched_rates(cells, division, industries, (place, nodes, *counts))
        self.found = integrate(cells, Scale(**scale), division, False, industries, taxonomy, "en", rates)
        self.rows = rows_of(self.found.table)
        self.industries = rows_of(self.found.industries)

    def row(self, region, industry=None):
        return next(row for row in self.rows if (row["region"], row["industry"]) == (region, industry))


POINTS = {"P": 0.0, "Q": 1.0, "R": 2.0, "S": 3.0}


OFF = [("P", "A", 4), ("Q", "A", 1), ("S", "A", 3)]


ON = [("P", "A", 1), ("Q", "A", 1), ("R", "A", 2)]


def test_r1_coupling_has_its_direction_beside_it():
    world = World(OFF, ON, POINTS)
    p = world.row("P")
    assert (p["u_off"], p["u_on"], p["tilt"], p["lag"]) == (1, 0.5, near(-1 / 3), "online")
    assert (p["c"], p["c_mod"], p["t"], p["d"], p["d_mod"]) == tuple(
        map(near, (0.942809, 0.5, 0.75, 0.840896, 0.612372))
    )
    assert (p["class"], p["grade"]) == ("both", "good")
    q = world.row("Q")
    assert [q[k] for k in ("tilt", "c", "c_mod", "t", "d", "d_mod")] == list(
        map(near, (0.333333, 0.942809, 0.612372, 0.375, 0.594604, 0.479207))
    )
    r, s = world.row("R"), world.row("S")
    assert (r["class"], r["tilt"], r["c"], r["d"], r["grade"]) == ("virtual", 1, 0, 0, "absent")
    assert (s["class"], s["tilt"], s["grade"]) == ("real", -1, "absent")
    assert [row["region"] for row in world.rows] == ["P", "S", "Q", "R"]


def test_r2_a_fixed_maximum_makes_runs_comparable():
    p = World(OFF, ON, POINTS, max_on=4).row("P")
    assert (p["u_off"], p["u_on"], p["tilt"], p["c"], p["d"]) == (
        1,
        0.25,
        near(-0.6),
        near(0.8),
        near(0.707107),
    )
    with pytest.raises(AnalysisError, match=r"city P.*4.*MAX_OFF"):
        World(OFF, ON, POINTS, max_off=3)


def test_r3_industries_are_compared_by_location_quotients():
    offline = [("P", "A", 3), ("P", "B", 1), ("Q", "A", 1), ("Q", "B", 3)]
    online = [("P", "A", 1), ("P", "B", 1), ("Q", "B", 2)]
    world = World(offline, online, POINTS, by="node")
    assert [(r["region"], r["industry"], r["lq_off"], r["lq_on"], r["class"]) for r in world.rows] == [
        ("P", "A", near(1.5), near(2), "both"),
        ("P", "B", near(0.5), near(2 / 3), "none"),
        ("Q", "A", near(0.5), 0, "none"),
        ("Q", "B", near(1.5), near(4 / 3), "both"),
    ]
    p = world.row("P", "A")
    assert (p["off_low"], p["off_high"]) == (near(0.601284), near(1.908825))
    assert [(r["gamma"], r["overlap"]) for r in world.industries] == [
        (near(0.5), near(0.75)),
        (near(1 / 6), near(11 / 12)),
    ]


def test_coupling_reaches_one_and_is_what_the_tilt_leaves():
    random = np.random.default_rng(1)
    off, on = random.random((2, 500))
    found = couple(off, on)
    assert found["c"] ** 2 + found["tilt"] ** 2 == pytest.approx(1)
    assert found["d"] == pytest.approx((off * on) ** 0.25)
    assert couple(off, off)["c"] == pytest.approx(1) and couple(off, off)["c_mod"] == pytest.approx(1)
    nothing = couple(np.zeros(1), np.zeros(1))
    assert all(math.isnan(nothing[name][0]) for name in ("tilt", "c", "c_mod", "d", "d_mod"))


def test_grades_go_by_tenths_and_include_their_upper_bound():
    values = np.array([0, 0.05, 0.1, 0.1 + 1e-12, 0.11, 0.2, 0.95, 1.0, np.nan, 0.5])
    found = grade(values, np.array([False] * 9 + [True]))
    assert found.tolist() == ["extreme"] * 4 + ["severe", "severe", "quality", "quality", None, "absent"]
    assert len(GRADES) == 10
    assert lagging(np.array([-0.05, 0.05, 0.06, -0.06, np.nan])).tolist() == [
        "even",
        "even",
        "offline",
        "online",
        None,
    ]


def test_the_least_region_is_nothing_by_min_and_max_and_that_is_counted():
    world = World(OFF, ON, POINTS, normalise="minmax")
    assert world.row("P")["u_off"] == 1 and world.row("Q")["u_off"] == near(0.25)
    assert World(OFF[:2], ON[:2], POINTS, normalise="minmax").found.zeroed == 1
    same = World([("P", "A", 2), ("Q", "A", 2)], [("P", "A", 1), ("Q", "A", 1)], POINTS, normalise="minmax")
    assert [row["u_off"] for row in same.rows] == [1, 1]


def test_given_values_must_be_fractions():
    world = World([("P", "A", 0.25)], [("P", "A", 1)], POINTS, normalise="given")
    assert (world.row("P")["u_off"], world.row("P")["u_on"]) == (0.25, 1)
    with pytest.raises(AnalysisError, match="city P"):
        World([("P", "A", 1.5)], [("P", "A", 1)], POINTS, normalise="given")
    with pytest.raises(AnalysisError):
        Scale(alpha=1.5)


def test_a_node_of_two_roots_is_half_of_each():
    taxonomy = taxonomy_of({"A": "", "B": "", "AB": "A|B"}, [])
    world = World([("P", "AB", 4)], [("P", "A", 1)], POINTS, taxonomy=taxonomy, by="root")
    assert [(r["industry"], r["off"], r["on"]) for r in world.rows] == [("A", 2, 1), ("B", 2, 0)]


def test_rates_count_rows_once_in_each_of_their_industries():
    taxonomy = taxonomy_of({"A": "", "A1": "A", "A2": "A", "B": ""}, [])
    tallies = [("P", "A1|A2", 1, 1), ("P", "B", 0, 1), ("P", "A1", 0, 1), ("P", "A2|B", 0, 0)]
    offline = [(p, n, 1) for p, n, _, _ in tallies]
    world = World(offline, [("Q", "B", 1)], POINTS, taxonomy=taxonomy, by="root", tallies=tallies)
    assert [(r["region"], r["industry"], r["rate_m"]) for r in world.rows] == [
        ("P", "A", 50),
        ("P", "B", 0),
        ("Q", "B", None),
    ]
    whole = World(offline, [("Q", "B", 1)], POINTS, taxonomy=taxonomy, tallies=tallies)
    assert [r["rate_m"] for r in whole.rows] == [near(100 / 3), None]


def random_world(seed):
    random = np.random.default_rng(seed)
    codes = [f"N{i}" for i in range(int(random.integers(1, 6)))]
    parents = {}
    for i, code in enumerate(codes):
        above = random.permutation(i)[: random.integers(0, 3)] if i else []
        parents[code] = "|".join(codes[j] for j in sorted(above))
    points = {
        f"P{i}": (float(random.uniform(75, 130)), float(random.uniform(20, 50)))
        for i in range(int(random.integers(1, 8)))
    }

    def members():
        rows = []
        for _ in range(int(random.integers(1, 20))):
            nodes = random.choice(codes, 1 + (len(codes) > 1 and random.random() < 0.3), replace=False)
            rows.append(
                (str(random.choice(list(points))), "|".join(nodes), float(random.choice([1, 2, 0.5])))
            )
        return rows

    return {
        "offline": members(), "online": members(), "points": points, "parents": parents,
        "regions": {
            "provinces": {code: f"p{i % 3}" for i, code in enumerate(points)},
            "groups": {code: f"g{i % 2}" for i, code in enumerate(points) if i % 4},
        },
        "unit": str(random.choice(["city", "province", "group"])),
        "by": str(random.choice(["none", "root", "node"])),
        "threshold": float(random.choice([0.5, 1, 1.5])),
        "normalise": str(random.choice(["max", "minmax"])),
        "max_off": 100.0 if random.random() < 0.2 else None,
        "max_on": 90.0 if random.random() < 0.2 else None,
        "alpha": float(random.choice([0, 0.3, 0.5, 1])),
        "model": str(random.choice(["traditional", "modified"])),
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(120))
def test_random_worlds_agree_with_plain_loops(seed):
    world = random_world(seed)
    rows, table = oracle(**world)
    parents = world.pop("parents")
    found = World(**world, taxonomy=taxonomy_of(parents, []))
    same_rows(found.rows, rows)
    same_rows(found.industries, table)
    both = [row for row in rows if row["off"] > 0 and row["on"] > 0 and row["c"] is not None]
    assert found.found.zeroed == sum(row["d"] == 0 for row in both)
    middle = statistics.median(row["c"] for row in both) if both else None
    assert math.isnan(found.found.median_c) if middle is None else found.found.median_c == near(middle)


def test_centres_lie_where_the_weight_is():
    world = World([("P", "A", 1), ("Q", "A", 1)], [("Q", "A", 5)], POINTS)
    assert world.industries[0]["centre_km"] == near(km_between((0.5, 0), (1, 0)))


@pytest.mark.parametrize("seed", range(10))
def test_the_order_of_rows_changes_no_byte(seed):
    world = random_world(seed)
    taxonomy = taxonomy_of(world.pop("parents"), [])
    random = np.random.default_rng(seed)
    shuffled = {**world, "offline": [world["offline"][i] for i in random.permutation(len(world["offline"]))]}
    first, second = World(**world, taxonomy=taxonomy), World(**shuffled, taxonomy=taxonomy)
    assert repr(first.rows) == repr(second.rows) and repr(first.industries) == repr(second.industries)


def test_an_industry_agglomerates_with_itself():
    for seed in range(20):
        world = random_world(seed)
        taxonomy = taxonomy_of(world.pop("parents"), [])
        same = World(**{**world, "online": world["offline"], "by": "node"}, taxonomy=taxonomy)
        assert all(row["gamma"] is None or row["gamma"] >= -1e-12 for row in same.industries)
        assert all(row["overlap"] == near(1) for row in same.industries)


@pytest.mark.parametrize("seed", range(30))
def test_values_that_are_given_are_taken_as_they_are(seed):
    world = {**random_world(seed), "normalise": "given", "max_off": None, "max_on": None}
    for side in ("offline", "online"):
        world[side] = [(place, nodes, weight / 100) for place, nodes, weight in world[side]]
    taxonomy = taxonomy_of(world.pop("parents"), [])
    rows = World(**world, taxonomy=taxonomy).rows
    assert all((row["u_off"], row["u_on"]) == (row["off"], row["on"]) for row in rows)
    assert all(
        row["t"] == near(world["alpha"] * row["off"] + (1 - world["alpha"]) * row["on"]) for row in rows
    )


@pytest.mark.parametrize("seed", range(20))
def test_a_region_is_the_sum_of_its_places(seed):
    world = {**random_world(seed), "by": "node"}
    taxonomy = taxonomy_of(world.pop("parents"), [])
    city, group = (World(**{**world, "unit": unit}, taxonomy=taxonomy).rows for unit in ("city", "group"))
    groups = world["regions"]["groups"]
    for row in group:
        parts = [
            r for r in city if (groups.get(r["region"]), r["industry"]) == (row["region"], row["industry"])
        ]
        assert (row["off"], row["on"]) == (
            near(sum(r["off"] for r in parts)),
            near(sum(r["on"] for r in parts)),
        )
