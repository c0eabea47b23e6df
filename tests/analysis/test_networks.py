"""Networks of membership: golden cases, an oracle of plain loops, what must always hold."""

import itertools
import math
import statistics

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.relations import relations
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.networks import pairing
from clusterbelt.processing.analysis.networks.brokerage import find_bridges, group_links
from clusterbelt.processing.analysis.networks.co_members import flow_table
from clusterbelt.processing.analysis.networks.cores import Cores, find_cores
from clusterbelt.processing.analysis.networks.crossing import crossing_table, find_crossing
from clusterbelt.processing.analysis.networks.group_table import group_table, spokes
from clusterbelt.processing.analysis.networks.kinship import relations_of_members
from clusterbelt.processing.analysis.networks.member_table import member_table, mode_table
from clusterbelt.processing.analysis.networks.memberships import (
    Memberships,
    distinct,
    modes_of_groups,
    node_sets_of_members,
)
from clusterbelt.processing.analysis.virtual.units import divide
from test_virtual_links import ancestors_of
from virtual_world import EQUATOR, km_between, places_of, plain, regions_of, rows_of, same_rows, taxonomy_of

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
        cores, crossing, bridges = (
            find_cores(found, places),
            find_crossing(found, self.taxonomy),
            find_bridges(found),
        )
        kinship = relations_of_members(found, relations(self.taxonomy, lift=lift))
        groups, order = group_table(
            found, cores, places, known, kinship, crossing.across(len(found.groups)), "en"
        )
        division = divide(places, known, unit)
        self.groups = rows_of(groups)
        self.spokes = rows_of(spokes(found, cores, places, order)[0])
        self.flows = rows_of(flow_table(found, places, division)[0])
        self.members = rows_of(member_table(found, places, bridges.bridge, order))
        self.links = rows_of(group_links(found, bridges))
        self.industries = rows_of(crossing_table(crossing, self.taxonomy, "en"))
        self.modes = rows_of(mode_table(found, groups, order))


def near(value):
    return pytest.approx(value, abs=1e-6)


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


def test_a_group_of_one_member_has_no_ties():
    with np.errstate(all="raise"):  # what is divided by no co-members is not divided at all
        world = World([row("G", "a", "X")])
    assert (world.groups[0]["members"], world.groups[0]["mean_km"], world.flows) == (1, 0.0, [])


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


class Facts:
    """Groups and members by plain loops."""

    def __init__(self, rows, parents, regions, unit, points):
        self.place, self.nodes, self.groups, self.core, modes = {}, {}, {}, set(), {}
        for group, member, place, nodes, role, mode in rows:
            self.place[member] = min(self.place.get(member, place), place)
            self.nodes.setdefault(member, set()).update(n for n in nodes.split("|") if n)
            self.groups.setdefault(group, set()).add(member)
            if role:
                self.core.add((group, member))
            if mode:
                modes.setdefault(group, []).append(mode)
        self.mode = {g: min(m, key=lambda x: (-m.count(x), x)) for g, m in modes.items()}
        above = ancestors_of(parents)
        self.roots = {
            m: sorted({r for n in nodes for r in {n, *above[n]} if not parents[r]})
            for m, nodes in self.nodes.items()
        }
        self.of = {m: sorted(g for g in self.groups if m in self.groups[g]) for m in self.place}
        self.unit_of = {
            "city": lambda c: c,
            "province": regions["provinces"].get,
            "group": regions["groups"].get,
        }[unit]
        self.name_of = {
            "city": lambda u: f"city {u}",
            "province": lambda u: f"province {u}",
            "group": lambda u: u,
        }[unit]
        self.regions, self.points = regions, points

    def km(self, a, b):
        return km_between(self.points[a], self.points[b])

    def cores(self, group):
        members = self.groups[group]
        leaders = [self.place[m] for m in members if (group, m) in self.core]
        counted = leaders or [self.place[m] for m in members]
        order = sorted(set(counted), key=lambda p: (-counted.count(p), p))
        return (order, "role") if leaders else (order[:1], "largest")

    def nearest(self, group, place):
        return min(self.cores(group)[0], key=lambda c: (round(1000 * self.km(c, place)), c))

    def order(self):
        return sorted(self.groups, key=lambda g: (-len(self.groups[g]), g))


def oracle(rows, points, parents, edges, lift, unit, regions):
    """All tables as lists of dicts."""
    facts = Facts(rows, parents, regions, unit, points)
    taxonomy = taxonomy_of(parents, edges)
    found = relations(taxonomy, lift=lift)
    groups = [group_row(facts, taxonomy, found, g) for g in facts.order()]
    return {
        "groups": groups,
        "spokes": spoke_rows(facts),
        "flows": flow_rows(facts),
        "members": member_rows(facts),
        "links": link_rows(facts),
        "industries": industry_rows(facts),
        "modes": mode_rows(facts, groups),
    }


def kind_of(taxonomy, found, nodes, others):
    taken = {"same": 0, "belt_within": 1, "cluster_within": 1}
    taken |= dict.fromkeys(("belt_upstream", "belt_downstream", "related"), 2)
    ranks = [
        taken.get(found.of(taxonomy.code_index[a.casefold()], taxonomy.code_index[b.casefold()]).name, 3)
        for a in nodes for b in others
    ]  # fmt: skip
    return min(ranks)


def group_row(facts, taxonomy, found, group):
    members = facts.groups[group]
    cores, by = facts.cores(group)
    n = len(members)
    where = {m: facts.place[m] for m in members}
    km = {m: facts.km(facts.nearest(group, where[m]), where[m]) for m in members}
    counts = [list(where.values()).count(p) for p in set(where.values())]
    leaders = [m for m in members if (group, m) in facts.core]
    led = set().union(*(facts.nodes[m] for m in leaders)) if leaders else set()
    others = [m for m in members if (group, m) not in facts.core and facts.nodes[m]]
    kinds = [kind_of(taxonomy, found, facts.nodes[m], led) for m in others] if led else []
    shares = [kinds.count(i) / len(kinds) if kinds else None for i in range(4)]
    ties = crossing(facts, group)
    whole = sum(ties.values())
    mode = facts.mode.get(group)
    hint = None
    if mode is None and kinds:
        if shares[2] >= 0.5 - 1e-9:
            hint = "supply_chain"
        elif shares[0] + shares[1] >= 0.5 - 1e-9:
            hint = "standard"
        elif shares[3] >= 0.5 - 1e-9:
            hint = "cross"

    def outside(region):
        home = {region.get(c) for c in cores} - {None}
        return sum(where[m] not in cores and region.get(where[m]) not in home for m in members) / n

    return {
        "grp": group, "mode": mode, "hint_mode": hint, "members": n, "cities": len(set(where.values())),
        "groups": len({facts.regions["groups"].get(p) for p in where.values()} - {None}), "core": "|".join(cores),
        "core_by": by, "sh_out": sum(where[m] not in cores for m in members) / n,
        "sh_prov": outside(facts.regions["provinces"]), "sh_group": outside(facts.regions["groups"]),
        "mean_km": sum(km.values()) / n, "max_km": max(km.values()), "hhi": sum((c / n) ** 2 for c in counts),
        "eff": 1 / sum((c / n) ** 2 for c in counts), "industries": len(set().union(*(facts.nodes[m] for m in members))),
        "sh_same": shares[0], "sh_kin": shares[1], "sh_chain": shares[2], "sh_other": shares[3],
        "sh_cross": sum(v for (a, b), v in ties.items() if a != b) / whole if whole else None,
        "bridges": sum(len(facts.of[m]) > 1 for m in members), "rate_m": 100 * sum(m[0] == "m" for m in members) / n,
    }  # fmt: skip


def crossing(facts, group):
    """Ties by pairs of roots, member by member."""
    found = {}
    members = sorted(facts.groups[group])
    for a, b in itertools.combinations(members, 2):
        for x in facts.roots[a]:
            for y in facts.roots[b]:
                key = min(x, y), max(x, y)
                part = 1 / len(facts.roots[a]) / len(facts.roots[b]) / (len(members) - 1)
                found[key] = found.get(key, 0.0) + part
    return found


def spoke_rows(facts):
    found = []
    for group in facts.order():
        cores, _ = facts.cores(group)
        where = [facts.place[m] for m in facts.groups[group]]
        for place in sorted(set(where) - set(cores)):
            core = facts.nearest(group, place)
            found.append(
                {
                    "grp": group, "mode": facts.mode.get(group), "f_city": f"city {core}", "t_city": f"city {place}",
                    "members": where.count(place), "share": where.count(place) / len(where), "km": facts.km(core, place),
                    "f_citycd": core, "t_citycd": place,
                }
            )  # fmt: skip
    return found


def flow_rows(facts):
    found = {}
    for group, members in facts.groups.items():
        for a, b in itertools.combinations(sorted(members), 2):
            units = sorted(
                (facts.unit_of(facts.place[m]) for m in (a, b)), key=lambda u: (u is None, u or "")
            )
            entry = found.setdefault(tuple(units), [0.0, set(), 0.0])
            entry[0] += 1 / (len(members) - 1)
            entry[1].add(group)
            entry[2] += facts.km(facts.place[a], facts.place[b]) / (len(members) - 1)
    tops = {
        inside: max((v[0] for k, v in found.items() if (k[0] == k[1]) == inside), default=1)
        for inside in (0, 1)
    }
    order = sorted(
        found,
        key=lambda k: (
            k[0] == k[1],
            -round(1e9 * found[k][0] / tops[k[0] == k[1]]),
            *((u is None, u or "") for u in k),
        ),
    )
    total, so_far, rows = sum(v[0] for k, v in found.items() if k[0] != k[1]), 0.0, []
    for rank, key in enumerate(order, 1):
        (a, b), (flow, groups, km) = key, found[key]
        so_far += flow if a != b else 0
        rows.append(
            {
                "f_unit": a, "f_name": None if a is None else facts.name_of(a), "t_unit": b,
                "t_name": None if b is None else facts.name_of(b), "flow": flow, "grps": len(groups), "km": km / flow,
                "rank": rank if a != b else None, "cum": so_far / total if a != b else None,
            }
        )  # fmt: skip
    return rows


def bridge_of(facts, member):
    return sum(
        1 / len(facts.groups[a] & facts.groups[b]) for a, b in itertools.combinations(facts.of[member], 2)
    )


def member_rows(facts):
    order = facts.order()
    modes = {m: sorted({facts.mode[g] for g in facts.of[m] if g in facts.mode}) for m in facts.place}
    found = [
        {
            "member": m, "citycd": place, "city": f"city {place}", "n_groups": len(facts.of[m]),
            "grp_list": "|".join(facts.of[m]), "modes": "|".join(modes[m]) or None,
            "bridge": bridge_of(facts, m), "role": "core" if any((g, m) in facts.core for g in facts.of[m]) else None,
        }
        for m, place in facts.place.items()
    ]  # fmt: skip
    return sorted(
        found, key=lambda r: (min(order.index(g) for g in facts.of[r["member"]]), r["citycd"], r["member"])
    )


def link_rows(facts):
    found = []
    for a, b in itertools.combinations(sorted(facts.groups), 2):
        shared = len(facts.groups[a] & facts.groups[b])
        if shared:
            found.append(
                {
                    "a": a, "b": b, "mode_a": facts.mode.get(a), "mode_b": facts.mode.get(b), "shared": shared,
                    "jaccard": shared / len(facts.groups[a] | facts.groups[b]),
                }
            )  # fmt: skip
    return sorted(found, key=lambda r: -r["shared"])


def industry_rows(facts):
    sums, groups = {}, {}
    for group in facts.groups:
        for key, value in crossing(facts, group).items():
            sums[key] = sums.get(key, 0.0) + value
            groups.setdefault(key, set()).add(group)
    whole = sum(sums.values())
    order = sorted(sums, key=lambda k: (-round(1e9 * sums[k] / max(sums.values())), k))
    return [
        {
            "ind_a": a, "ind_b": b, "name_a": f"industry {a}", "name_b": f"industry {b}", "flow": sums[a, b],
            "grps": len(groups[a, b]), "share": sums[a, b] / whole,
        }
        for a, b in order
    ]  # fmt: skip


def mode_rows(facts, groups):
    found = []
    for mode in sorted({row["mode"] for row in groups}, key=lambda m: (m is None, m or "")):
        own = [row for row in groups if row["mode"] == mode]
        members = set().union(*(facts.groups[row["grp"]] for row in own))
        entry = {"mode": mode, "grps": len(own)}
        for name in ("members", "cities", "mean_km", "sh_out", "sh_group", "eff"):
            entry[name] = float(statistics.median(row[name] for row in own))
        found.append({**entry, "bridges": sum(len(facts.of[m]) > 1 for m in members)})
    return found


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


def test_too_many_lines_are_refused_with_their_number():
    places = places_of(EQUATOR)
    found = memberships_of(N1, places, taxonomy_of(TREE, []))
    with pytest.raises(AnalysisError, match=r"3 lines.*MAX_LINES"):
        flow_table(found, places, divide(places, regions_of(places), "city"), most=2)


def test_plain_cells_have_no_nan():
    assert plain(np.float64(math.nan)) is None
