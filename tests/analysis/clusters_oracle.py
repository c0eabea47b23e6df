"""Virtual clusters by plain loops, as the specification says them; slow and simple."""

import math

from virtual_world import km_between


def ties_of(world):
    ties = {block: {} for block in world["ids"]}
    for a, b, flow, _ in world["links"]:
        ties[a][b] = ties[a].get(b, 0.0) + flow
        ties[b][a] = ties[b].get(a, 0.0) + flow
    return ties


def whole(value, largest):
    return round(1e9 * value / largest) if largest else 0


def dominant_oracle(world, max_f):
    """{block: (core, parent, f)} by plain loops."""
    ties = ties_of(world)
    s = {block: sum(sorted(ties[block].values())) for block in ties}
    order = sorted(ties, key=lambda b: (-whole(s[b], max(s.values())), b))
    found = {}
    for block in order:
        partners = ties[block]
        found[block] = (block, None, 0.0)
        if partners:
            p = min(partners, key=lambda q: (-whole(partners[q], max(partners.values())), order.index(q)))
            if order.index(p) < order.index(block):
                f = found[p][2] + 1 - math.log(partners[p] / s[block])
                if max_f is None or f <= max_f + 1e-9:
                    found[block] = (found[p][0], p, f)
    return found, s, order


def louvain_oracle(world, resolution):
    """{block: core} by plain loops over a dense table."""
    ids = sorted(world["ids"])
    ties = ties_of(world)
    x = [[ties[a].get(b, 0.0) for b in ids] for a in ids]
    groups = [[i] for i in range(len(ids))]
    total = sum(map(sum, x))
    if not total:
        return {block: block for block in ids}
    while True:
        tie = [[sum(x[i][j] for i in a for j in b) for b in groups] for a in groups]
        s = [sum(row) for row in tie]
        home = list(range(len(groups)))
        moved = True
        while moved:
            moved = False
            for i in range(len(groups)):
                if not any(tie[i][j] for j in range(len(groups)) if j != i):
                    continue
                gains = {}
                for c in {home[i]} | {home[j] for j in range(len(groups)) if j != i and tie[i][j]}:
                    others = [j for j in range(len(groups)) if home[j] == c and j != i]
                    gain = (
                        sum(tie[i][j] for j in others) / s[i] - resolution * sum(s[j] for j in others) / total
                    )
                    gains[c] = round(1e9 * gain)
                best = min(gains, key=lambda c: (-gains[c], c != home[i], c))
                if best != home[i]:
                    home[i], moved = best, True
        merged = [
            [b for i in range(len(groups)) if home[i] == c for b in groups[i]] for c in sorted(set(home))
        ]
        if len(merged) == len(groups):
            break
        groups = merged
    parts = []
    for group in groups:
        left = set(group)
        while left:
            part, front = set(), [min(left)]
            while front:
                one = front.pop()
                if one not in part:
                    part.add(one)
                    front += [j for j in left if x[one][j]]
            parts.append(part)
            left -= part
    strength = {i: sum(sorted(ties[ids[i]].values())) for i in range(len(ids))}
    largest = max(strength.values())
    core = {}
    for part in parts:
        strongest = min(part, key=lambda i: (-whole(strength[i], largest), ids[i]))
        core.update({ids[i]: ids[strongest] for i in part})
    return core


def crossing(within, city, regions):
    """The share of the flow within a cluster that crosses a border."""
    crossed = [
        flow
        for a, b, flow, _ in within
        if city[a] != city[b]
        and (regions is None or regions.get(city[a]) is None or regions.get(city[a]) != regions.get(city[b]))
    ]
    return sum(crossed) / sum(link[2] for link in within) if within else None


def by_strength(members, s, key, show):
    """The list of what the members have, that of the most ties first."""
    sums = {}
    for b in members:
        sums.setdefault(key[b], []).append(s[b])
    sums = {k: sum(sorted(v)) for k, v in sums.items()}
    return ", ".join(
        show.format(k) for k in sorted(sums, key=lambda k: (-whole(sums[k], max(sums.values())), k))
    )


def pair_km(world):
    """The distance of two blocks: that of the links between them, else of their points."""
    pair = {}
    for a, b, flow, km in world["links"]:
        if km is not None:
            entry = pair.setdefault(frozenset((a, b)), [0.0, 0.0])
            entry[0] += flow
            entry[1] += flow * km

    def km_of(a, b):
        found = pair.get(frozenset((a, b)))
        return found[1] / found[0] if found else km_between(world["points"][a], world["points"][b])

    return km_of


def overall_oracle(world, vc, radius):
    """The share of all flow that stays inside clusters, and how much of it goes far."""
    city = world["cities"]
    within = [link for link in world["links"] if vc.get(link[0]) and vc.get(link[0]) == vc.get(link[1])]
    counted = sum(flow for a, b, flow, km in within if km is not None or city[a] == city[b])
    far = sum(flow for a, b, flow, km in within if km is not None and km > radius and city[a] != city[b])
    whole = sum(link[2] for link in world["links"])
    flow = sum(link[2] for link in within)
    return [flow / whole, non_proximity(far, counted, flow)]


def non_proximity(far, counted, flow):
    """How much of what flows goes far; unknown distances may be near or far, and where that decides, it is unknown."""
    kinds = {2 * (far + unknown) >= flow * (1 - 1e-9) for unknown in (0, flow - counted)}
    return far / counted if counted and len(kinds) == 1 else None


def figures_oracle(world, core_of, parent_of, f_of, s, min_blocks, min_cities, radius):
    """Blocks and clusters by plain loops."""
    ids, ties = sorted(world["ids"]), ties_of(world)
    groups = {}
    for block in ids:
        if s[block] > 0:
            groups.setdefault(core_of[block], []).append(block)
    city = world["cities"]
    kept = [c for c, m in groups.items() if len(m) >= min_blocks and len({city[b] for b in m}) >= min_cities]
    sums = {c: sum(sorted(s[b] for b in groups[c])) for c in kept}
    kept.sort(key=lambda c: (-whole(sums[c], max(sums.values())), c))
    vc = {b: n for n, c in enumerate(kept, 1) for b in groups[c]}
    km_of, blocks = pair_km(world), {}
    for b in ids:
        inside = b in vc
        core = core_of[b] if inside else None
        blocks[b] = {
            "vc_id": vc.get(b), "vc_role": "single" if not inside else "core" if core == b else "member",
            "vc_core": core, "vc_parent": parent_of[b] if inside else None, "vc_f": f_of[b] if inside else None,
            "vc_km": km_of(b, core) if inside and core != b else 0.0 if inside else None, "vc_tie": s[b],
            "vc_share": sum(x for q, x in ties[b].items() if vc.get(q) == vc[b]) / s[b] if inside else None,
        }  # fmt: skip
    rows = []
    for n, c in enumerate(kept, 1):
        members = groups[c]
        within = [link for link in world["links"] if vc.get(link[0]) == n == vc.get(link[1])]
        touching = [link for link in world["links"] if n in (vc.get(link[0]), vc.get(link[1]))]
        flow = sum(link[2] for link in within)
        known = [link for link in within if link[3] is not None]
        measured = sum(link[2] for link in known)
        near_or_far = [link for link in within if link[3] is not None or city[link[0]] == city[link[1]]]
        far = sum(link[2] for link in known if link[3] > radius and city[link[0]] != city[link[1]])
        counted = sum(link[2] for link in near_or_far)
        npi = non_proximity(far, counted, flow)
        cities = {city[b] for b in members}
        f = [f_of[b] for b in members if b != c]

        rows.append(
            {
                "vc_id": n, "core": c, "core_city": f"city {city[c]}", "core_ind": world["industries"][c],
                "kind": "local" if len(cities) == 1 else None if npi is None else "virtual" if npi >= 0.5 - 1e-9 else "near",
                "blocks": len(members), "cities": len(cities),
                "groups": len({world["groups"].get(k) for k in cities} - {None}),
                "industries": len({world["industries"][b] for b in members}), "flow": flow,
                "inside": flow / sum(link[2] for link in touching) if touching else None,
                "mean_km": sum(link[2] * link[3] for link in known) / measured if measured else None,
                "max_km": max((link[3] for link in known), default=None),
                "mean_f": None if not f or f[0] is None else sum(f) / len(f), "npi": npi,
                "sh_city": crossing(within, city, None),
                "sh_prov": crossing(within, city, world["provinces"]),
                "sh_group": crossing(within, city, world["groups"]),
                "city_list": by_strength(members, s, city, "city {}"),
                "ind_list": by_strength(members, s, world["industries"], "{}"),
            }
        )  # fmt: skip
    return blocks, rows, vc
