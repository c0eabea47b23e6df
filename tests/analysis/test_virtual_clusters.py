"""Virtual clusters: golden cases, oracles of plain loops, what must always hold."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.virtual.agglomeration import by_dominant_tie
from clusterbelt.processing.analysis.virtual.cluster_table import cluster_table
from clusterbelt.processing.analysis.virtual.clusters import Cities, block_columns, form_clusters, spokes
from clusterbelt.processing.analysis.virtual.communities import by_community, modularity
from clusterbelt.processing.analysis.virtual.network import Network, in_order
from clusters_oracle import dominant_oracle, figures_oracle, louvain_oracle, overall_oracle, pair_km, ties_of
from virtual_world import near, plain, rows_of


def network_of(links, ids=()):
    """A network of links (from, to, flow[, km])."""
    names = sorted({*ids, *(link[0] for link in links), *(link[1] for link in links)})
    source, target = (np.array([names.index(link[end]) for link in links], dtype=np.int64) for end in (0, 1))
    flow = np.array([link[2] for link in links], dtype=float)
    km = np.array(
        [link[3] if len(link) > 3 and link[3] is not None else np.nan for link in links], dtype=float
    )
    return in_order(Network(tuple(names), source, target, flow, km))


def cities_of(network, of_id=None, provinces=None, groups=None):
    """The cities of blocks: {id: city}, {city: province}, {city: group}."""
    named = [(of_id or {}).get(block, block) for block in network.ids]
    codes = sorted(set(named))

    def numbers(regions):
        values = sorted({value for value in (regions or {}).values() if value})
        return np.array(
            [values.index(regions[c]) if (regions or {}).get(c) else -1 for c in codes], dtype=np.int64
        )

    number = np.array([codes.index(name) for name in named], dtype=np.int64)
    return Cities(
        number, tuple(codes), tuple(f"city {c}" for c in codes), numbers(provinces), numbers(groups)
    )


V1 = [("a", "b", 6), ("c", "b", 3), ("c", "d", 1), ("d", "e", 2), ("a", "e", 1)]


def grouped(links, max_f=3, **sizes):
    network = network_of(links)
    clusters = form_clusters(network, by_dominant_tie(network, max_f), cities_of(network), **sizes)
    nowhere = np.full(len(network), np.nan)
    columns = block_columns(network, clusters, nowhere, nowhere)
    return {
        block: tuple(plain(columns[n][i]) for n in ("vc_core", "vc_role", "vc_f"))
        for i, block in enumerate(network.ids)
    }


def test_v1_blocks_join_the_stronger_partner_of_their_greatest_tie():
    assert grouped(V1) == {
        "a": ("b", "member", near(1.154151)),
        "b": ("b", "core", 0.0),
        "c": ("b", "member", near(1.287682)),
        "d": ("d", "core", 0.0),
        "e": ("d", "member", near(1.405465)),
    }
    single = (None, "single", None)
    assert grouped(V1, 1.2) == {
        "a": ("b", "member", near(1.154151)),
        "b": ("b", "core", 0.0),
        "c": single,
        "d": single,
        "e": single,
    }


def test_v1_clusters_of_far_links_are_virtual():
    km = {"ab": 50, "cb": 150, "cd": 10, "de": 400, "ae": 10}
    network = network_of([(*link, km[link[0] + link[1]]) for link in V1])
    cities = cities_of(network)
    figures = cluster_table(
        network, form_clusters(network, by_dominant_tie(network, 3), cities), cities, None
    )
    assert figures.share_inside == near(11 / 13)
    rows = rows_of(figures.table)
    assert [(row["core"], row["npi"], row["kind"]) for row in rows] == [
        ("b", near(1 / 3), "near"),
        ("d", 1.0, "virtual"),
    ]
    assert [(row["max_km"], row["mean_km"]) for row in rows] == [(150.0, near(250 / 3)), (400.0, 400.0)]


def test_v2_a_chain_of_ties_is_as_long_as_its_steps():
    links = [("p", "q", 4), ("q", "r", 5), ("r", "s", 10)]
    assert grouped(links) == {
        "p": ("r", "member", near(2.587787)),
        "q": ("r", "member", near(1.587787)),
        "r": ("r", "core", 0.0),
        "s": ("r", "member", 1.0),
    }
    assert grouped(links, 2)["p"] == (None, "single", None)


def test_v3_equal_ties_go_to_the_earlier_block():
    assert grouped([("u", "v", 1), ("v", "w", 1), ("u", "w", 1)]) == {
        "u": ("u", "core", 0.0),
        "v": ("u", "member", near(1.693147)),
        "w": ("u", "member", near(1.693147)),
    }


def test_a_block_at_the_limit_still_joins():
    # All its ties go to the core: its functional distance is 1.
    assert grouped([("a", "b", 1)], max_f=1)["b"] == ("a", "member", 1.0)


@pytest.mark.parametrize("sizes", [{"min_blocks": 0}, {"min_cities": 0}])
def test_clusters_of_nothing_are_none(sizes):
    network = network_of(V1, ["lonely"])
    found = [
        form_clusters(network, by_dominant_tie(network), cities_of(network), **least)
        for least in (sizes, dict.fromkeys(sizes, 1))
    ]
    assert found[0].core.tolist() == found[1].core.tolist()


def test_no_limit_is_nystuen_and_dacey():
    assert grouped(V1, None)["e"] == ("d", "member", near(1.405465))
    chain = [(f"n{i}", f"n{i + 1}", 2.0 + i) for i in range(30)]
    assert {core for core, _, _ in grouped(chain, None).values()} == {"n29"}


def test_clusters_of_one_city_are_local_whatever_the_distance():
    network = network_of([("a", "b", 1, 500)])
    cities = cities_of(network, {"a": "X", "b": "X"})
    clusters = form_clusters(network, by_dominant_tie(network), cities)
    assert rows_of(cluster_table(network, clusters, cities, None).table)[0]["kind"] == "local"
    assert len(form_clusters(network, by_dominant_tie(network), cities, min_cities=2)) == 0


def test_a_wider_radius_leaves_less_that_is_far():
    network = network_of([("a", "b", 1, 50), ("b", "c", 2, 150), ("c", "d", 4, 350)])
    cities = cities_of(network)
    clusters = form_clusters(network, by_dominant_tie(network), cities)
    npi = [cluster_table(network, clusters, cities, None, radius).npi for radius in (0, 50, 100, 150, 400)]
    assert npi == sorted(npi, reverse=True) and npi[0] == 1 and npi[-1] == 0
    assert npi[1] == near(6 / 7) and npi[3] == near(4 / 7)


def random_network(seed):
    random = np.random.default_rng(seed)
    size = int(random.integers(2, 13))
    ids = [f"b{i:02d}" for i in random.permutation(size)]
    links = []
    for _ in range(int(random.integers(1, 4 * size))):
        a, b = random.choice(size, 2, replace=False)
        flow = (
            float(random.choice([1, 1, 2, 3, 0.5]))
            if random.random() < 0.5
            else float(random.uniform(0.1, 5))
        )
        km = None if random.random() < 0.1 else float(random.integers(0, 400))
        links.append((ids[a], ids[b], flow, km))
    cities = {block: f"c{random.integers(0, size)}" for block in ids}
    provinces = {f"c{i}": f"p{i % 3}" for i in range(size) if i % 5}
    groups = {f"c{i}": f"g{i % 2}" for i in range(size) if i % 3}
    points = {block: (float(random.uniform(80, 130)), float(random.uniform(20, 50))) for block in ids}
    industries = {block: f"i{random.integers(0, 4)}" for block in ids}
    return {
        "links": links,
        "ids": ids,
        "cities": cities,
        "provinces": provinces,
        "groups": groups,
        "points": points,
        "industries": industries,
    }


@pytest.mark.parametrize("seed", range(120))
def test_dominant_ties_agree_with_plain_loops(seed):
    world = random_network(seed)
    network = network_of(world["links"], world["ids"])
    max_f = [None, 1.5, 3.0][seed % 3]
    grouping = by_dominant_tie(network, max_f)
    expected, _, _ = dominant_oracle(world, max_f)
    for number, block in enumerate(network.ids):
        parent = grouping.parent[number]
        found = (
            network.ids[grouping.core[number]],
            None if parent < 0 else network.ids[parent],
            grouping.f[number],
        )
        core, above, f = expected[block]
        assert found == (core, above, pytest.approx(f, abs=1e-9))


@pytest.mark.parametrize("seed", range(120))
def test_communities_agree_with_plain_loops(seed):
    world = random_network(seed)
    network = network_of(world["links"], world["ids"])
    resolution = [1.0, 0.5, 2.0][seed % 3]
    grouping = by_community(network, resolution)
    assert {block: network.ids[core] for block, core in zip(network.ids, grouping.core)} == louvain_oracle(
        world, resolution
    )


@pytest.mark.parametrize("seed", range(90))
def test_figures_of_blocks_and_clusters_agree_with_plain_loops(seed):
    world = random_network(seed)
    network = network_of(world["links"], world["ids"])
    cities = cities_of(network, world["cities"], world["provinces"], world["groups"])
    x, y = np.array([world["points"][b] for b in network.ids]).T
    industries = np.array([world["industries"][b] for b in network.ids], dtype=object)
    grouping = by_community(network) if seed % 2 else by_dominant_tie(network, 3)
    clusters = form_clusters(network, grouping, cities, *((1, 1), (2, 1), (2, 2))[seed % 3])
    s = {b: sum(sorted(t.values())) for b, t in ties_of(world).items()}
    core_of = {b: network.ids[c] for b, c in zip(network.ids, grouping.core)}
    parent_of = {b: None if p < 0 else network.ids[p] for b, p in zip(network.ids, grouping.parent)}
    f_of = {b: plain(f) for b, f in zip(network.ids, grouping.f)}
    blocks, rows, vc = figures_oracle(
        world, core_of, parent_of, f_of, s, *((1, 1), (2, 1), (2, 2))[seed % 3], 100
    )
    columns = block_columns(network, clusters, x, y)
    for number, block in enumerate(network.ids):
        found = {name: plain(column[number]) for name, column in columns.items()}
        assert found == pytest.approx(blocks[block], rel=1e-9, abs=1e-6)
    figures = cluster_table(network, clusters, cities, industries)
    assert len(rows) == len(clusters)
    for row, expected in zip(rows_of(figures.table), rows):
        assert row == pytest.approx(expected, rel=1e-9, abs=1e-9)
    columns, _, _ = spokes(network, clusters, x, y)
    ties = ties_of(world)
    found = sorted((n, b, parent_of[b]) for b, n in vc.items() if parent_of[b])
    assert list(zip(columns["vc_id"].tolist(), columns["from_id"], columns["to_id"])) == found
    assert columns["flow"] == pytest.approx([ties[b].get(p, 0.0) for _, b, p in found])
    assert [plain(f) for f in columns["f"]] == pytest.approx([f_of[b] for _, b, _ in found])
    km = pair_km(world)
    assert columns["km"] == pytest.approx([km(b, p) for _, b, p in found], rel=1e-9, abs=1e-6)
    overall = overall_oracle(world, vc, 100)
    assert [plain(v) for v in (figures.share_inside, figures.npi)] == pytest.approx(overall)
    label = np.where(clusters.cluster >= 0, clusters.cluster, len(clusters) + np.arange(len(network)))
    total = sum(s.values())
    expected = sum(
        (ties[a].get(b, 0.0) / total - s[a] * s[b] / total**2)
        for a in world["ids"] for b in world["ids"] if a == b or (vc.get(a) is not None and vc.get(a) == vc.get(b))
    )  # fmt: skip
    assert modularity(network, label) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_links_changes_no_byte(seed):
    world = random_network(seed)
    links = [world["links"][i] for i in np.random.default_rng(seed).permutation(len(world["links"]))]
    for group in (by_dominant_tie, by_community):
        results = []
        for rows in (world["links"], links):
            network = network_of(rows, world["ids"])
            cities = cities_of(network, world["cities"], world["provinces"], world["groups"])
            clusters = form_clusters(network, group(network), cities)
            table = cluster_table(network, clusters, cities, None).table
            results.append((clusters.cluster.tobytes(), clusters.f.tobytes(), repr(rows_of(table))))
        assert results[0] == results[1]


def test_communities_hang_together():
    for seed in range(60):
        world = random_network(seed)
        network = network_of(world["links"], world["ids"])
        grouping, ties = by_community(network), ties_of(world)
        for core in set(grouping.core.tolist()):
            members = {network.ids[i] for i in np.flatnonzero(grouping.core == core)}
            reached, front = set(), [network.ids[core]]
            while front:
                one = front.pop()
                reached.add(one)
                front += [q for q in ties[one] if q in members and q not in reached]
            assert reached == members


@pytest.mark.parametrize(
    ("inner", "km", "kind", "npi"),
    [(1, None, None, None), (4, None, "near", 0), (1, 500, "virtual", 0.75), (1, 5, "near", 0)],
)
def test_a_kind_is_not_told_from_the_few_links_whose_distance_is_known(inner, km, kind, npi):
    # a and b lie in one city, c in another.
    network = network_of([("a", "b", inner), ("a", "c", 3, km)])
    cities = cities_of(network, {"a": "X", "b": "X", "c": "Y"})
    clusters = form_clusters(network, by_dominant_tie(network), cities)
    figures = cluster_table(network, clusters, cities, None)
    (row,) = rows_of(figures.table)
    assert (row["kind"], row["npi"], plain(figures.npi)) == (kind, npi, npi)


def test_half_of_the_flow_that_goes_far_is_enough_whatever_the_other_half_does():
    network = network_of([("a", "b", 2, 500), ("b", "c", 1, 5), ("c", "d", 1, None)])
    cities = cities_of(network)
    clusters = form_clusters(network, by_dominant_tie(network, None), cities)
    (row,) = rows_of(cluster_table(network, clusters, cities, None).table)
    assert (row["kind"], row["npi"]) == ("virtual", near(2 / 3))
