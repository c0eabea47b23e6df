"""The rules of matching written out pair by pair, slowly and without arrays, and random cases for them."""

import random

import pandas as pd

RANKS = ("none", "related", "belt_downstream", "belt_upstream", "cluster_within", "belt_within", "same")
ORDER = ("matched", "adjacent", "unmatched", "unresolved")


class World:
    """A small taxonomy as plain dictionaries, with the limits of the relations."""

    def __init__(self, parents, broad, edges, max_levels=None, max_hops=1, lift=0):
        self.parents, self.broad, self.edges, self.ties = parents, broad, edges, []
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

    def hop(self, source, target, lift_source, lift_target, edges=None):
        """Cheapest (lift, levels) of a single edge from source down to target."""
        found = []
        for up, down in self.edges if edges is None else edges:
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
        if down:
            return ("belt_downstream", *down)
        both_ways = [*self.ties, *(tie[::-1] for tie in self.ties)]
        tie = self.hop(cluster, belt, self.lift, self.lift, both_ways)
        return ("related", 1, *tie) if tie else ("none", 0, 0, 0)


class ConflictError(Exception):
    """Two judgements on one pair contradict each other."""


CONDITIONS = ("cluster_id", "belt_id", "cluster_industry", "belt_industry", "city")


def weight(judgement):
    """How much a judgement says about its pairs: ids before industries, then the city."""
    said = {name: bool(judgement.get(name)) for name in CONDITIONS}
    cluster = 2 if said["cluster_id"] else int(said["cluster_industry"])
    belt = 2 if said["belt_id"] else int(said["belt_industry"])
    return 2 * (cluster + belt) + said["city"]


def outcome(judgement):
    relation = "none" if judgement["decision"] == "reject" else judgement.get("relation") or None
    return "set" if judgement["decision"] == "set" or relation else "accept", relation


def check_judgements(judgements):
    for first in judgements:
        for second in judgements:
            if all((first.get(c) or "") == (second.get(c) or "") for c in CONDITIONS) and outcome(
                first
            ) != outcome(second):
                raise ConflictError


def judged(judgements, cluster, belt, c, b, meanings):
    """The judgement on two nodes (or words) of a cluster and a belt, None where there is none."""
    fitting = []
    for judgement in judgements:
        ids = (("cluster_id", str(cluster["cluster"])), ("belt_id", belt["belt"]), ("city", cluster["city"]))
        if any(judgement.get(name) and judgement[name] != value for name, value in ids):
            continue
        both = (("cluster_industry", c), ("belt_industry", b))
        if any(judgement.get(name) and atom not in meanings(judgement[name]) for name, atom in both):
            continue
        fitting.append((weight(judgement), judgement))
    strongest = [o for w, o in fitting if w == max(w for w, _ in fitting)]
    if len({outcome(o) for o in strongest}) > 1:
        raise ConflictError
    return strongest[0] if strongest else None


def rule(world, c, b):
    """(−rank, hops, lift, levels) of two nodes, or of two words."""
    if c in world.parents and b in world.parents:
        name, *cost = world.relation(c, b)
        return (-RANKS.index(name), *cost)
    return (-6 if c == b and c is not None else 0, 0, 0, 0)


def link(world, nodes, cluster, belt, judgements=()):
    """(−rank, hops, lift, levels, cluster node, belt node, manual) of a cluster and a belt; is it rejected."""

    def meanings(text):
        return nodes[text][0] or [f"“{text}”" if text else None]

    found, accepted, before = [], [], []
    for c in meanings(cluster["industry"]):
        for b in meanings(belt["industry"]):
            cost = rule(world, c, b)
            before.append(cost)
            said = judged(judgements, cluster, belt, c, b, meanings)
            if said is None:
                found.append((cost, c or "", b or "", False))
            elif outcome(said)[0] == "accept":
                if cost[0] <= -4:
                    found.append((cost, c or "", b or "", True))
                else:
                    accepted.append(((-6, 0, 0, 0), c or "", b or "", True))
            else:
                rank = RANKS.index(outcome(said)[1])
                stated = cost if -cost[0] == rank else (-rank, int(rank in (1, 2, 3)), 0, 0)
                found.append((stated, c or "", b or "", True))
    order = [entry for entry in found if entry[0][0] <= -4] or accepted or found
    cost, c, b, manual = min(order, key=lambda entry: (entry[0], entry[3], entry[1], entry[2]))
    if c not in world.parents or b not in world.parents:
        c = b = ""
    return (*cost, c, b, manual), min(before)[0] < 0 and cost[0] == 0


def basis_of(belt, as_of):
    """0 current, 1 historic, 2 later, and the last year up to `as_of`."""
    start, end = belt.get("start"), belt.get("end")
    if as_of is None or (start is None and end is None):
        return 0, as_of or 0
    basis = 2 if start is not None and start > as_of else 1 if end is not None and end < as_of else 0
    return basis, as_of if end is None else min(end, as_of)


def newest(belts):
    """The newest year in the belts, None where there is none."""
    return max((y for belt in belts for y in (belt.get("start"), belt.get("end")) if y), default=None)


def decide(world, nodes, clusters, belts, judgements=(), as_of=None, near=None):
    """Status and counts of every cluster row, from all pairs.

    `nodes` maps a text to (codes, step rank); clusters and belts are lists of dictionaries; `near` gives the
    distance of a cluster row and a belt, None where they are apart, False where the cluster has no place.
    """
    check_judgements(judgements)
    as_of = newest(belts) if as_of is None else as_of
    answers = [_decide_one(world, nodes, cluster, belts, judgements, as_of, near) for cluster in clusters]
    for cluster, answer in zip(clusters, answers):
        rows = [a["status"] for c, a in zip(clusters, answers) if c["cluster"] == cluster["cluster"]]
        answer["whole"] = min(rows, key=ORDER.index)
    return answers


def _decide_one(world, nodes, cluster, belts, judgements, as_of, near):
    answer = {"pairs": [], "rel": None, "beltid": None, "via": None, "basis": None, "decby": "rule"}
    answer.update(dict.fromkeys(("nmatch", "nadj", "ncity", "nunres"), 0))
    lost = near(cluster, None) is False if near else cluster["city"] is None
    if lost:
        return {**answer, "reason": "city_unresolved", "status": "unresolved", "hist": "unresolved"}
    codes = nodes[cluster["industry"]][0]
    there = ([], [])
    rejected = False
    for belt in belts:
        metres = near(cluster, belt) if near else 0
        if metres is None or (not near and belt["city"] != cluster["city"]):
            continue
        basis, last = basis_of(belt, as_of)
        if basis == 2:
            continue
        (*cost, c, b, manual), changed = link(world, nodes, cluster, belt, judgements)
        rejected |= changed and basis == 0
        belt_codes, step = nodes[belt["industry"]]
        there[basis].append(bool(belt_codes))
        if cost[0]:
            via = f"{c}>{b}" if c else None
            order = (cost[0], basis, *cost[1:], step, -last, round(metres), int(belt["belt"]))
            answer["pairs"].append((*order, RANKS[-cost[0]], via, manual))
    answer["pairs"].sort()
    now = [pair for pair in answer["pairs"] if pair[1] == 0]
    answer["nmatch"] = sum(status_of(pair[9]) == "matched" for pair in now)
    answer["nadj"] = len(now) - answer["nmatch"]
    answer["ncity"], answer["nunres"] = len(there[0]), there[0].count(False)
    answer["reason"] = _reason(codes, now, there[0], there[1])
    answer["status"] = status_of(answer["reason"])
    answer["hist"] = status_of(_reason(codes, answer["pairs"], there[0] + there[1], []))
    if answer["pairs"]:
        best = (now or answer["pairs"])[0]
        answer["beltid"], answer["via"], answer["basis"] = (
            str(best[8]),
            best[10],
            ["current", "historic"][best[1]],
        )
    if now:
        answer["rel"] = now[0][9]
    if now[0][11] if now else rejected:
        answer["decby"] = "manual"
    return answer


def _reason(codes, pairs, there, before):
    if pairs:
        return pairs[0][9]
    if not codes:
        return "industry_unresolved"
    if not there:
        return "belts_only_before" if before else "no_belt_in_city"
    return "none_related" if any(there) else "belts_unresolved"


def status_of(reason):
    if reason in ("same", "belt_within", "cluster_within"):
        return "matched"
    if reason in ("belt_upstream", "belt_downstream", "related"):
        return "adjacent"
    return "unmatched" if reason in ("none_related", "no_belt_in_city", "belts_only_before") else "unresolved"


def random_world(seed):
    """A taxonomy of up to twelve nodes with several parents, broad nodes and chains, and limits."""
    draw = random.Random(seed)
    codes = [f"N{i}" for i in range(draw.randint(3, 12))]
    parents = {
        code: draw.sample(codes[:i], min(i, draw.choice((0, 1, 1, 1, 2)))) for i, code in enumerate(codes)
    }
    broad = {code for code in codes if draw.random() < 0.12}
    world = World(parents, broad, [])
    rank = {code: place for place, code in enumerate(draw.sample(codes, len(codes)))}
    pairs = [(u, d) for u in codes for d in codes if rank[u] < rank[d] and not world.kin(u, d)]
    world.edges = draw.sample(pairs, min(len(pairs), draw.randint(0, 9)))
    draw_ties = random.Random(seed + 0.5)
    pairs = [(u, d) for u in codes for d in codes if not world.kin(u, d)]
    world.ties = draw_ties.sample(pairs, min(len(pairs), draw_ties.choice((0, 0, 1, 3))))
    world.max_levels = draw.choice((None, None, 1, 2))
    world.max_hops, world.lift = draw.choice((1, 2)), draw.choice((0, 1, 2, 2))
    return world


def random_rows(seed, world):
    """Clusters, some of them shared, and belts, with unknown cities, lists and unknown industries."""
    draw = random.Random(seed)
    texts = [*world.codes, "unheard of", "never seen", ""]
    texts += ["、".join(draw.sample(world.codes, min(2, len(world.codes)))) for _ in range(3)]
    cities = ("a", "b", "c", "d", None)
    belts = [
        {"belt": str(number), "city": draw.choice(cities[1:]), "industry": draw.choice(texts)}
        for number in draw.sample(range(100), draw.randint(0, 20))
    ]
    _give_years(draw, belts)
    clusters = []
    for number in range(draw.randint(1, 6)):
        industry = draw.choice(texts)
        for k, city in enumerate(draw.sample(cities, draw.choice((1, 1, 2, 3))), start=1):
            clusters.append({"row": f"{number}#{k}", "cluster": number, "city": city, "industry": industry})
    return clusters, belts


def _give_years(draw, belts):
    """No years, one year a belt, or spans of years with open ends."""
    way = draw.choice(("none", "year", "span"))
    for belt in belts:
        start = draw.choice((None, *range(2015, 2020)))
        if way == "year":
            belt["start"] = belt["end"] = start
        elif way == "span":
            belt["start"] = start
            belt["end"] = draw.choice((None, *range(start or 2015, 2021)))


def random_judgements(seed, clusters, belts):
    """Judgements on ids, industries and cities, most of which concern something."""
    draw = random.Random(seed)
    judgements = []
    for _ in range(draw.choice((0, 1, 2, 3, 5))):
        if not belts:
            break
        cluster, belt = draw.choice(clusters), draw.choice(belts)
        if draw.random() < 0.7:
            belt = draw.choice([b for b in belts if b["city"] == cluster["city"]] or belts)
        names = draw.choice(
            (
                ("cluster_id", "belt_id"),
                ("cluster_id", "belt_industry"),
                ("cluster_industry", "belt_industry", "city"),
                ("cluster_industry", "belt_industry"),
                ("cluster_industry", "belt_industry"),
                ("cluster_id",),
                ("cluster_industry", "belt_id"),
            )
        )
        values = {
            "cluster_id": str(cluster["cluster"]),
            "belt_id": belt["belt"],
            "cluster_industry": cluster["industry"],
            "belt_industry": belt["industry"],
            "city": cluster["city"],
        }
        decision = draw.choice(("accept", "reject", "set", "set"))
        relation = draw.choice(RANKS) if decision == "set" else ""
        judgements.append({**{n: values[n] for n in names}, "decision": decision, "relation": relation})
    return [o for o in judgements if any(o.get(name) for name in CONDITIONS)]


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
    chains = [(*edge, "") for edge in world.edges] + [(*tie, "related") for tie in world.ties]
    return nodes, pd.DataFrame(chains, columns=["upstream", "downstream", "kind"])
