"""The gaps by plain loops, as the specification says them; slow and simple."""

from decimal import ROUND_HALF_UP, Decimal

from links_oracle import blocks
from virtual_world import km_between

SCOPES = ("province", "group", "nation")


class Facts:
    """What both directions look at."""

    def __init__(self, demand, supply, points, taxonomy, regions, lift, unit):
        self.codes, self.edges, self.taxonomy, self.lift = taxonomy.codes, taxonomy.edges, taxonomy, lift
        self.demand, self.supply = blocks(demand), blocks(demand if supply is None else supply)
        self.places = sorted({p for p, _ in [*self.demand, *self.supply]})
        self.provinces, self.groups = regions["provinces"], regions["groups"]
        self.unit, self.points = unit, points
        self.region = {"city": lambda c: c, "province": self.provinces.get, "group": self.groups.get}[unit]
        self.name = {
            "city": lambda u: f"city {u}",
            "province": lambda u: f"province {u}",
            "group": lambda u: u,
        }[unit]
        self.regions = sorted({self.region(p) for p in self.places}, key=lambda u: (u is None, u or ""))

    def kin(self, a, b):
        return self.taxonomy.levels[a, b] >= 0 or self.taxonomy.levels[b, a] >= 0

    def ends(self, node):
        levels = self.taxonomy.levels
        return [
            n
            for n in range(len(self.codes))
            if not self.taxonomy.too_broad[n] and (levels[n, node] >= 0 or 0 < levels[node, n] <= self.lift)
        ]

    def weight(self, side, nodes, region=...):
        """By place."""
        found = {}
        for (place, node), w in side.items():
            if self.codes.index(node) in nodes and (region is ... or self.region(place) == region):
                found[place] = found.get(place, 0.0) + w
        return found

    def km(self, a, b):
        return km_between(self.points[a], self.points[b])

    def scope(self, a, b):
        if a == b:
            return "city"
        if self.provinces.get(a) is not None and self.provinces.get(a) == self.provinces.get(b):
            return "province"
        if self.groups.get(a) is not None and self.groups.get(a) == self.groups.get(b):
            return "group"
        return "nation"

    def closes(self, askers, offers, region):
        wide = {"city": SCOPES, "province": SCOPES[1:], "group": SCOPES[2:]}[self.unit]
        for scope in wide:
            same = {"province": self.provinces, "group": self.groups}.get(scope)
            for a in askers:
                for b in offers:
                    if self.region(b) != region and (
                        same is None or (same.get(a) is not None and same.get(a) == same.get(b))
                    ):
                        return scope
        return "none"

    def nearest(self, askers, offers, region, top, max_km):
        """(offer, asker) of the nearest offers."""
        found = []
        for offer in offers:
            if self.region(offer) != region:
                asker = min(askers, key=lambda a: (round(1000 * self.km(a, offer)), a))
                metres = round(1000 * self.km(asker, offer))
                if max_km is None or metres <= round(1000 * max_km):
                    found.append((metres, -round(1e9 * offers[offer] / max(offers.values())), offer, asker))
        return [(offer, asker) for _, _, offer, asker in sorted(found)[:top]]


def oracle(
    demand, supply, points, taxonomy, regions, coefficient, lift, unit, top, max_km, direction, min_n, targets
):
    """Tables as lists of dicts and the figures; None where nothing is needed."""
    if not taxonomy.edges:
        return None
    facts = Facts(demand, supply, points, taxonomy, regions, lift, unit)
    aimed = range(len(facts.codes)) if targets is None else targets
    rows, means = [], {}
    if direction != "downstream":
        rows, means, any_need = needs(facts, coefficient, aimed, top, max_km, min_n)
        if not any_need and targets is None:
            return None
    if direction != "upstream":
        rows += extensions(facts, aimed, top, max_km)
    need_of = {r: sum(w for w, _, _ in means.get(r, {}).values()) for r in facts.regions}
    largest = max(need_of.values())
    position = {
        r: i
        for i, r in enumerate(
            sorted(
                facts.regions,
                key=lambda r: (-round(1e9 * need_of[r] / largest) if largest else 0, r is None, r or ""),
            )
        )
    }
    rows.sort(key=lambda row: (position[row["_region"]], facts.codes.index(row["node"]), row["_edge"]))
    return {
        "table": [{k: v for k, v in row.items() if not k.startswith("_")} for row in rows],
        "candidates": [candidate for row in rows for candidate in row["_candidates"]],
        "regions": region_rows(facts, rows, means),
        "complete": overall(means, 1),
        "met": overall(means, 2),
    }


def needs(facts, coefficient, aimed, top, max_km, min_n):
    rows, means, any_need = [], {}, False
    weighted = any(edge.weight for edge in facts.edges)
    for v in range(len(facts.codes)):
        asking = facts.weight(facts.demand, [v])
        wanted = []
        for number, edge in enumerate(facts.edges):
            serving = [u for u in facts.ends(edge.upstream) if not facts.kin(u, v)]
            if v in facts.ends(edge.downstream) and serving:
                wanted.append((number, serving, facts.weight(facts.supply, serving)))
        any_need = any_need or bool(wanted and asking)
        if v not in aimed or not asking:
            continue
        raw = [
            float(facts.edges[n].weight)
            if weighted
            else 1.0
            if coefficient == "equal"
            else sum(offers.values())
            for n, _, offers in wanted
        ]
        for region in facts.regions:
            here = {p: w for p, w in asking.items() if facts.region(p) == region}
            if not here or not wanted:
                continue
            present, met = [], 0.0
            for (number, _, offers), a in zip(wanted, raw):
                alpha = a / sum(raw) if sum(raw) else 0.0
                own = sum(w for p, w in offers.items() if facts.region(p) == region)
                need, whole = sum(here.values()), sum(offers.values())
                cilq = own / whole / (need / sum(asking.values())) if whole else None
                if own == 0:
                    status = "gap"
                elif own < min_n - 1e-9:
                    status = "present"
                else:
                    status = "weak" if cilq < 1 - 1e-9 else "strong"
                present.append(own > 0)
                met += alpha * min(1, cilq or 0)
                is_open = status in ("gap", "weak")
                near = facts.nearest(here, offers, region, top, max_km) if is_open else []
                rows.append(
                    row_of(
                        facts, region, v, number, status, need, own, cilq, alpha,
                        facts.closes(here, offers, region) if is_open else None,
                        [(offer, asker, offers[offer], offers[offer]) for offer, asker in near],
                    )
                )  # fmt: skip
            means.setdefault(region, {})[v] = (sum(here.values()), sum(present) / len(present), met)
    return rows, means, any_need


def extensions(facts, aimed, top, max_km):
    rows = []
    for number, edge in enumerate(facts.edges):
        serving = [u for u in facts.ends(edge.upstream) if not facts.kin(u, edge.downstream)]
        if edge.downstream not in aimed or not facts.ends(edge.downstream):
            continue
        customers = facts.weight(facts.demand, facts.ends(edge.downstream))
        for region in facts.regions:
            own = facts.weight(facts.supply, serving, region)
            if own and not any(facts.region(p) == region for p in customers):
                near = facts.nearest(own, customers, region, top, max_km)
                rows.append(
                    row_of(
                        facts, region, edge.downstream, number, "extend", 0.0, sum(own.values()), None, None, None,
                        [(offer, asker, customers[offer], own[asker]) for offer, asker in near],
                    )
                )  # fmt: skip
    return rows


def row_of(facts, region, node, number, status, need, own, cilq, alpha, closes, near):
    edge, codes = facts.edges[number], facts.codes
    km = [facts.km(offer, asker) for offer, asker, _, _ in near]
    text = [
        f"city {offer} {Decimal(str(d)).quantize(Decimal(1), ROUND_HALF_UP)} km"
        for (offer, *_), d in zip(near, km)
    ]
    both = {
        "region": region, "name": None if region is None else facts.name(region), "node": codes[node],
        "industry": f"industry {codes[node]}", "edge": f"{codes[edge.upstream]}>{codes[edge.downstream]}", "note": None,
        "status": status,
    }  # fmt: skip
    candidates = []
    for rank, ((offer, asker, _, supply), d) in enumerate(zip(near, km), 1):
        f, t = (asker, offer) if status == "extend" else (offer, asker)
        candidates.append(
            {
                **both, "rank": rank, "f_citycd": f, "f_city": f"city {f}", "f_w": supply, "t_citycd": t,
                "t_city": f"city {t}", "km": d, "scope": facts.scope(f, t),
            }
        )  # fmt: skip
    return {
        **both, "input": codes[edge.upstream], "in_name": f"industry {codes[edge.upstream]}", "need": need, "supply": own,
        "cilq": cilq, "coef": alpha, "closes": closes, "near_cd": near[0][0] if near else None,
        "near": f"city {near[0][0]}" if near else None, "near_km": km[0] if near else None,
        "near_w": near[0][2] if near else None, "cands": "; ".join(text) or None,
        "_region": region, "_edge": number, "_candidates": candidates,
    }  # fmt: skip


def region_rows(facts, rows, means):
    found = []
    for region in dict.fromkeys(row["_region"] for row in rows):
        own = [row for row in rows if row["_region"] == region]
        gaps = [row["closes"] for row in own if row["status"] == "gap"]
        counts = {
            s: sum(row["status"] == s for row in own) for s in ("strong", "weak", "present", "gap", "extend")
        }
        values = means.get(region, {}).values()
        need = sum(w for w, _, _ in values)
        found.append(
            {
                "region": region, "name": None if region is None else facts.name(region), "need": need,
                "needs": len(own) - counts["extend"], "strong": counts["strong"], "weak": counts["weak"],
                "present": counts["present"], "gaps": counts["gap"], "nobody": gaps.count("none"),
                "extend": counts["extend"], "by_prov": gaps.count("province"), "by_group": gaps.count("group"),
                "by_nation": gaps.count("nation"),
                "complete": sum(w * c for w, c, _ in values) / need if need else None,
                "met": sum(w * m for w, _, m in values) / need if need else None,
            }
        )  # fmt: skip
    return found


def overall(means, which):
    values = [value for of_region in means.values() for value in of_region.values()]
    need = sum(value[0] for value in values)
    return sum(value[0] * value[which] for value in values) / need if need else None
