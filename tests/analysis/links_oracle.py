"""The links by plain loops, as the specification says them; slow and simple."""

import math

from virtual_world import km_between


def oracle(demand, supply, points, taxonomy, regions, coefficient, lift, unit, top, decay, local_km, max_km):
    """All four tables as lists of dicts; None where nothing is needed."""
    supply = demand if supply is None else supply
    codes, edges = taxonomy.codes, taxonomy.edges
    need_w, supply_w = blocks(demand), blocks(supply)
    used = sorted({place for place, _ in [*need_w, *supply_w]})
    km = {(a, b): km_between(points[a], points[b]) for a in used for b in used}
    kin = {
        (a, b): taxonomy.levels[a, b] >= 0 or taxonomy.levels[b, a] >= 0
        for a in range(len(codes))
        for b in range(len(codes))
    }

    def ends(node):
        found = []
        for other in range(len(codes)):
            below = taxonomy.levels[other, node]
            above = taxonomy.levels[node, other]
            if not taxonomy.too_broad[other] and (below >= 0 or 0 < above <= lift):
                found.append(other)
        return found

    def needs_of(v):
        found = []
        for number, edge in enumerate(edges):
            if v in ends(edge.downstream):
                serving = [u for u in ends(edge.upstream) if not kin[u, v]]
                if serving:
                    found.append((number, serving))
        return found

    weighted = any(edge.weight for edge in edges)
    rows, unmet_of, count, unmet, near, needs_count = [], {}, 0, 0, {}, {}
    for (place, v), w in sorted(need_w.items(), key=lambda item: (item[0][0], index(codes, item[0][1]))):
        node = index(codes, v)
        needs = needs_of(node)
        raw = []
        for number, serving in needs:
            total = sum(x for (p, n), x in supply_w.items() if index(codes, n) in serving)
            raw.append(float(edges[number].weight) if weighted else 1.0 if coefficient == "equal" else total)
        for (number, serving), a in zip(needs, raw):
            alpha = a / sum(raw) if sum(raw) > 0 else 0.0
            count += 1
            needs_count[place, v] = needs_count.get((place, v), 0) + 1
            offers = {}
            for (p, n), x in supply_w.items():
                if index(codes, n) in serving:
                    offers.setdefault(p, {})[n] = x
            allowed = {}
            for p, given in offers.items():
                d = km[p, place]
                if max_km is None or round(d * 1000) <= round(max_km * 1000):
                    allowed[p] = sum(given.values()) / max(d, local_km) ** decay
            if not allowed:
                unmet += 1
                unmet_of[place, v] = unmet_of.get((place, v), 0.0) + w * alpha
                continue
            closest = min(km[p, place] for p in allowed)
            near[place, v] = min(near.get((place, v), math.inf), closest)
            largest = max(allowed.values())
            order = sorted(
                allowed, key=lambda p: (-round(1e9 * allowed[p] / largest), round(1000 * km[p, place]), p)
            )
            chosen = order[:top]
            whole = sum(allowed[p] for p in chosen)
            for rank, p in enumerate(chosen, 1):
                for n, x in sorted(offers[p].items(), key=lambda item: index(codes, item[0])):
                    share = allowed[p] / whole * x / sum(offers[p].values())
                    flow = w * alpha * share
                    if w * alpha > 0:
                        rows.append((place, v, number, rank, p, n, share, flow, km[p, place]))
    if not count:
        return None
    rows.sort(key=lambda r: (r[0], index(codes, r[1]), r[2], r[3], index(codes, r[5])))
    provinces, groups = regions["provinces"], regions["groups"]

    def scope(a, b):
        if a == b:
            return "city"
        if provinces.get(a) is not None and provinces.get(a) == provinces.get(b):
            return "province"
        if groups.get(a) is not None and groups.get(a) == groups.get(b):
            return "group"
        return "nation"

    def edge_text(number):
        return f"{codes[edges[number].upstream]}>{codes[edges[number].downstream]}"

    table = [
        {
            "f_id": f"{p}:{n}", "f_citycd": p, "f_city": f"city {p}", "f_node": n, "f_ind": f"industry {n}",
            "t_id": f"{place}:{v}", "t_citycd": place, "t_city": f"city {place}", "t_node": v, "t_ind": f"industry {v}",
            "edge": edge_text(number), "note": None, "km": d, "share": share, "rank": rank, "flow": flow,
            "scope": scope(p, place),
        }
        for place, v, number, rank, p, n, share, flow, d in rows
    ]  # fmt: skip
    unit_of = {"city": lambda c: c, "province": provinces.get, "group": groups.get}[unit]
    name_of = {"city": lambda u: f"city {u}", "province": lambda u: f"province {u}", "group": lambda u: u}[
        unit
    ]
    return {
        "table": table,
        "flows": flow_rows(rows, unit_of, name_of, edge_text),
        "nodes": node_rows(rows, used, need_w, supply_w, unmet_of, unit_of, name_of),
        "blocks": block_rows(rows, need_w, supply_w, unmet_of, near, needs_count, codes, provinces, groups),
        "unmet": unmet,
        "needs": count,
    }


def index(codes, code):
    return codes.index(code)


def blocks(rows):
    found = {}
    for place, nodes, weight in rows:
        parts = nodes.split("|")
        for node in parts:
            found[place, node] = found.get((place, node), 0.0) + weight / len(parts)
    return found


def last_none(code):
    return (code is None, code or "")


def flow_rows(rows, unit_of, name_of, edge_text):
    found = {}
    for place, _v, number, _rank, p, _n, _share, flow, d in rows:
        entry = found.setdefault(
            (unit_of(p), unit_of(place)), {"flow": 0.0, "links": 0, "edges": {}, "km": 0.0}
        )
        entry["flow"] += flow
        entry["links"] += 1
        entry["edges"][number] = entry["edges"].get(number, 0.0) + flow
        entry["km"] += flow * d
    tops = {}
    for (f, t), entry in found.items():
        tops[f == t] = max(tops.get(f == t, 0.0), entry["flow"])
    order = sorted(
        found,
        key=lambda pair: (
            pair[0] == pair[1],
            -round(1e9 * found[pair]["flow"] / tops[pair[0] == pair[1]]),
            last_none(pair[0]),
            last_none(pair[1]),
        ),
    )
    between = sum(entry["flow"] for (f, t), entry in found.items() if f != t)
    result, so_far = [], 0.0
    for rank, (f, t) in enumerate(order, 1):
        entry = found[f, t]
        back = found[t, f]["flow"] if (t, f) in found else 0.0
        largest = max(entry["edges"].values())
        main = min(entry["edges"], key=lambda e: (-round(1e9 * entry["edges"][e] / largest), e))
        inside = f == t
        so_far += 0.0 if inside else entry["flow"]
        result.append(
            {
                "f_unit": f, "f_name": None if f is None else name_of(f), "t_unit": t,
                "t_name": None if t is None else name_of(t), "flow": entry["flow"], "back": back,
                "net": entry["flow"] - back, "links": entry["links"], "edges": len(entry["edges"]),
                "main": edge_text(main), "km": entry["km"] / entry["flow"],
                "rank": None if inside else rank, "cum": None if inside else so_far / between,
            }
        )  # fmt: skip
    return result


def node_rows(rows, used, need_w, supply_w, unmet_of, unit_of, name_of):
    units = sorted({unit_of(c) for c in used}, key=last_none)
    found = []
    for unit in units:
        into = [r for r in rows if unit_of(r[0]) == unit]
        out = [r for r in rows if unit_of(r[4]) == unit]
        own = sum(r[7] for r in into if unit_of(r[4]) == unit)
        flow_in, flow_out = sum(r[7] for r in into), sum(r[7] for r in out)
        found.append(
            {
                "unit": unit, "name": None if unit is None else name_of(unit),
                "places": sum(unit_of(c) == unit for c in used),
                "need": sum(w for (c, _), w in need_w.items() if unit_of(c) == unit),
                "supply": sum(w for (c, _), w in supply_w.items() if unit_of(c) == unit),
                "flow_in": flow_in, "flow_out": flow_out, "self": own,
                "sh_self": own / flow_in if flow_in else None, "sh_home": own / flow_out if flow_out else None,
                "in_n": len({unit_of(r[4]) for r in into} - {unit}), "out_n": len({unit_of(r[0]) for r in out} - {unit}),
                "in_km": sum(r[7] * r[8] for r in into) / flow_in if flow_in else None,
                "out_km": sum(r[7] * r[8] for r in out) / flow_out if flow_out else None,
                "unmet": sum(w for (c, _), w in unmet_of.items() if unit_of(c) == unit),
            }
        )  # fmt: skip
    others = [max(row["flow_in"] + row["flow_out"] - 2 * row["self"], 0.0) for row in found]
    largest = max(others)
    order = sorted(range(len(found)), key=lambda i: -round(1e9 * others[i] / largest) if largest else 0)
    result, so_far = [], 0.0
    for rank, i in enumerate(order, 1):
        so_far += others[i]
        result.append({**found[i], "rank": rank, "cum": so_far / sum(others) if sum(others) else None})
    return result


def block_rows(rows, need_w, supply_w, unmet_of, near, needs_count, codes, provinces, groups):
    found = []
    for place, v in sorted({*need_w, *supply_w}, key=lambda b: (b[0], codes.index(b[1]))):
        into = [r for r in rows if (r[0], r[1]) == (place, v)]
        flow_in = sum(r[7] for r in into)
        found.append(
            {
                "id": f"{place}:{v}", "citycd": place, "city": f"city {place}", "node": v, "industry": f"industry {v}",
                "province": provinces.get(place), "grp": groups.get(place), "need": need_w.get((place, v), 0.0),
                "supply": supply_w.get((place, v), 0.0), "flow_in": flow_in,
                "flow_out": sum(r[7] for r in rows if (r[4], r[5]) == (place, v)),
                "needs": needs_count.get((place, v), 0), "unmet": unmet_of.get((place, v), 0.0),
                "sh_local": sum(r[7] for r in into if r[4] == place) / flow_in if flow_in else None,
                "in_km": sum(r[7] * r[8] for r in into) / flow_in if flow_in else None,
                "near_km": near.get((place, v)),
            }
        )  # fmt: skip
    return found
