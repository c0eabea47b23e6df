"""Relations of industries by plain loops over all pairs, nodes and edges; slow and simple."""


class Facts:
    """A taxonomy and the limits of its relations."""

    def __init__(self, taxonomy, max_levels, max_hops, lift):
        self.taxonomy, self.nodes, self.lift = taxonomy, range(len(taxonomy)), lift
        self.max_levels = len(taxonomy) if max_levels is None else max_levels
        self.up = [steps_up(taxonomy.parents, node) for node in self.nodes]
        self.supply = self.hop("supply", lift, lift)
        self.ties = self.hop("related", lift, lift)
        self.further = self.two_hops() if max_hops == 2 else {}

    def kin(self, a, b):
        return a in self.up[b] or b in self.up[a]

    def ends(self, end, lift):
        """{node: (lift, levels)} of those for which an end holds."""
        raised = {n: (steps, 0) for n, steps in self.up[end].items() if 0 < steps <= lift}
        return {**raised, **{n: (0, self.up[n][end]) for n in self.nodes if end in self.up[n]}}

    def hop(self, kind, lift_up, lift_down):
        """{(upstream, downstream): (lift, levels, edge)}."""
        found = {}
        for number, edge in enumerate(self.taxonomy.edges):
            if edge.kind != kind:
                continue
            for a, (lift_a, levels_a) in self.ends(edge.upstream, lift_up).items():
                for b, (lift_b, levels_b) in self.ends(edge.downstream, lift_down).items():
                    if not self.kin(a, b):
                        way = lift_a + lift_b, levels_a + levels_b, number
                        found[a, b] = min(way, found.get((a, b), way))
        return found

    def two_hops(self):
        """{(upstream, downstream): (lift, levels, middle, first edge, second edge)}; the middle is not raised."""
        first, second = self.hop("supply", self.lift, 0), self.hop("supply", 0, self.lift)
        found = {}
        for (a, m), one in first.items():
            for (n, b), other in second.items():
                if m == n and not self.kin(a, b):
                    way = one[0] + other[0], one[1] + other[1], m, one[2], other[2]
                    found[a, b] = min(way, found.get((a, b), way))
        return found

    def relation(self, cluster, belt):
        """(name, levels, hops, lift, edges)."""
        if cluster == belt:
            return "same", 0, 0, 0, ()
        if self.taxonomy.too_broad[cluster] or self.taxonomy.too_broad[belt]:
            return "none", 0, 0, 0, ()
        for name, below, above in (("cluster_within", cluster, belt), ("belt_within", belt, cluster)):
            if above in self.up[below] and self.up[below][above] <= self.max_levels:
                return name, self.up[below][above], 0, 0, ()
        return self.along_edges(cluster, belt)

    def along_edges(self, cluster, belt):
        ways = []
        ends = ("belt_upstream", (belt, cluster)), ("belt_downstream", (cluster, belt))
        for turn, (name, pair) in enumerate(ends):
            if pair in self.supply:
                lift, levels, edge = self.supply[pair]
                ways.append((1, lift, turn, name, levels, (edge,)))
            if pair in self.further:
                lift, levels, _, *edges = self.further[pair]
                ways.append((2, lift, turn, name, levels, tuple(edges)))
        if ways:
            hops, lift, _, name, levels, edges = min(ways)
            return name, levels, hops, lift, edges
        ties = [self.ties[pair] for _, pair in ends if pair in self.ties]
        if not ties:
            return "none", 0, 0, 0, ()
        lift, levels, edge = min(ties)
        return "related", levels, 1, lift, (edge,)


def steps_up(parents, node):
    """{ancestor: levels} of a node, itself included."""
    found, front, steps = {}, [node], 0
    while front:
        for above in front:
            found.setdefault(above, steps)
        front = [p for above in front for p in parents[above] if p not in found]
        steps += 1
    return found
