"""The rules of matching written out pair by pair, slowly and without arrays, and random cases for them."""

import random

import pandas as pd

RANKS = ("none", "belt_downstream", "belt_upstream", "cluster_within", "belt_within", "same")
ORDER = ("matched", "adjacent", "unmatched", "unresolved")


class World:
    """A small taxonomy as plain dictionaries, with the limits of the relations."""

    def __init__(self, parents, broad, edges, max_levels=None, max_hops=1, lift=0):
        self.parents, self.broad, self.edges = parents, broad, edges
        self.max_levels, self.max_hops, self.lift = max_levels, max_hops, lift
        self.codes = sorted(parents)

    def up(self, low, high):
        """Levels from `low` up to `high`, None where it does not lie under it."""
        if low == high:
            return 0
        ways = [self.up(parent, high) for parent in self.parents[low]]
        return min((way + 1 for way in ways if way is not None), default=None)

    def kin(self, a, b):
        return self.up(a, b) is not None or self.up(b, a) is not None

    def end(self, node, edge_end, lift):
        """(lift, levels) at which an edge with this end holds at `node`, None where it does not."""
        inherited, raised = self.up(node, edge_end), self.up(edge_end, node)
        if inherited is not None:
            return 0, inherited
        return (raised, 0) if raised is not None and raised <= lift else None

    def hop(self, source, target, lift_source, lift_target):
        """Cheapest (lift, levels) of a single edge from source down to target."""
        found = []
        for up, down in self.edges:
            first, last = self.end(source, up, lift_source), self.end(target, down, lift_target)
            if first and last and not self.kin(source, target):
                found.append((first[0] + last[0], first[1] + last[1]))
        return min(found, default=None)

    def chain(self, source, target):
        """Cheapest (hops, lift, levels) downstream from source to target."""
        if self.kin(source, target):
            return None
        found = []
        direct = self.hop(source, target, self.lift, self.lift)
        if direct:
            found.append((1, *direct))
        if self.max_hops == 2:
            for middle in self.codes:
                first = self.hop(source, middle, self.lift, 0)
                second = self.hop(middle, target, 0, self.lift) if first else None
                if second:
                    found.append((2, first[0] + second[0], first[1] + second[1]))
        return min(found, default=None)

    def relation(self, cluster, belt):
        """(relation, hops, lift, levels) of a cluster node and a belt node."""
        if cluster == belt:
            return "same", 0, 0, 0
        if cluster in self.broad or belt in self.broad:
            return "none", 0, 0, 0
        for name, low, high in (("belt_within", belt, cluster), ("cluster_within", cluster, belt)):
            levels = self.up(low, high)
            if levels is not None and (self.max_levels is None or levels <= self.max_levels):
                return name, 0, 0, levels
        up, down = self.chain(belt, cluster), self.chain(cluster, belt)
        if up and (not down or up[:2] <= down[:2]):
            return ("belt_upstream", *up)
        return ("belt_downstream", *down) if down else ("none", 0, 0, 0)


def link(world, cluster_nodes, cluster_text, belt_nodes, belt_text):
    """Best (−rank, hops, lift, levels, cluster node, belt node) of a cluster and a belt."""
    if not cluster_nodes:
        equal = not belt_nodes and cluster_text and cluster_text == belt_text
        return (-5 if equal else 0, 0, 0, 0, "", "")
    found = []
    for c in cluster_nodes:
        for b in belt_nodes:
            name, *cost = world.relation(c, b)
            found.append((-RANKS.index(name), *cost, c, b))
    return min(found, default=(0, 0, 0, 0, "", ""))


def decide(world, nodes, clusters, belts):
    """Status and counts of every cluster row, from all pairs.

    `nodes` maps a text to (codes, step rank); clusters and belts are lists of dictionaries.
    """
    answers = []
    for cluster in clusters:
        answer = {
            "pairs": [],
            "rel": None,
            "beltid": None,
            "via": None,
            "nmatch": 0,
            "nadj": 0,
            "ncity": 0,
            "nunres": 0,
        }
        answers.append(answer)
        if cluster["city"] is None:
            answer["reason"] = "city_unresolved"
            continue
        codes = nodes[cluster["industry"]][0]
        there = [belt for belt in belts if belt["city"] == cluster["city"]]
        answer["ncity"] = len(there)
        answer["nunres"] = sum(not nodes[belt["industry"]][0] for belt in there)
        for belt in there:
            belt_codes, step = nodes[belt["industry"]]
            *cost, c, b = link(world, codes, cluster["industry"], belt_codes, belt["industry"])
            if cost[0]:
                via = f"{c}>{b}" if c else None
                answer["pairs"].append((*cost, step, int(belt["belt"]), RANKS[-cost[0]], via))
        answer["pairs"].sort()
        answer["nmatch"] = sum(pair[0] <= -3 for pair in answer["pairs"])
        answer["nadj"] = len(answer["pairs"]) - answer["nmatch"]
        if answer["pairs"]:
            belt, answer["rel"], answer["via"] = answer["pairs"][0][-3:]
            answer["beltid"] = str(belt)
            answer["reason"] = answer["rel"]
        elif not codes:
            answer["reason"] = "industry_unresolved"
        elif not there:
            answer["reason"] = "no_belt_in_city"
        elif answer["nunres"] == len(there):
            answer["reason"] = "belts_unresolved"
        else:
            answer["reason"] = "none_related"
    for answer in answers:
        answer["status"] = status_of(answer["reason"])
    for cluster, answer in zip(clusters, answers):
        rows = [a["status"] for c, a in zip(clusters, answers) if c["cluster"] == cluster["cluster"]]
        answer["whole"] = min(rows, key=ORDER.index)
    return answers


def status_of(reason):
    if reason in ("same", "belt_within", "cluster_within"):
        return "matched"
    if reason in ("belt_upstream", "belt_downstream"):
        return "adjacent"
    return "unmatched" if reason in ("none_related", "no_belt_in_city") else "unresolved"


def random_world(seed):
    """A taxonomy of up to ten nodes with several parents, broad nodes and chains, and limits."""
    draw = random.Random(seed)
    codes = [f"N{i}" for i in range(draw.randint(2, 10))]
    parents = {
        code: draw.sample(codes[:i], min(i, draw.choice((0, 1, 1, 1, 2)))) for i, code in enumerate(codes)
    }
    broad = {code for code in codes if draw.random() < 0.12}
    world = World(parents, broad, [])
    rank = {code: place for place, code in enumerate(draw.sample(codes, len(codes)))}
    pairs = [(u, d) for u in codes for d in codes if rank[u] < rank[d] and not world.kin(u, d)]
    world.edges = draw.sample(pairs, min(len(pairs), draw.randint(0, 5)))
    world.max_levels = draw.choice((None, None, 1, 2))
    world.max_hops, world.lift = draw.choice((1, 2)), draw.choice((0, 1, 2))
    return world


def random_rows(seed, world):
    """Clusters, some of them shared, and belts, with unknown cities, lists and unknown industries."""
    draw = random.Random(seed)
    texts = [*world.codes, "unheard of", "never seen", ""]
    texts += ["、".join(draw.sample(world.codes, min(2, len(world.codes)))) for _ in range(3)]
    cities = ("a", "b", "c", "d", None)
    belts = [
        {"belt": str(number), "city": draw.choice(cities[1:]), "industry": draw.choice(texts)}
        for number in draw.sample(range(100), draw.randint(0, 14))
    ]
    clusters = []
    for number in range(draw.randint(1, 6)):
        industry = draw.choice(texts)
        for k, city in enumerate(draw.sample(cities, draw.choice((1, 1, 2, 3))), start=1):
            clusters.append({"row": f"{number}#{k}", "cluster": number, "city": city, "industry": industry})
    return clusters, belts


def nodes_of_texts(world):
    """What each text of `random_rows` means: its codes and the rank of the step that finds them."""

    class Nodes(dict):
        def __missing__(self, text):
            codes = [code for code in text.split("、") if code in world.parents]
            return codes, (90 if not codes else 60 if "、" in text else 10)

    return Nodes()


def tables_of(world):
    """The taxonomy and its chains as the tables that `taxonomy.load` takes."""
    nodes = pd.DataFrame(
        {
            "code": world.codes,
            "parent": ["|".join(world.parents[code]) for code in world.codes],
            "name_en": [f"industry {code}" for code in world.codes],
            "too_broad": ["1" if code in world.broad else "" for code in world.codes],
        }
    )
    return nodes, pd.DataFrame(world.edges, columns=["upstream", "downstream"])
