"""Real and virtual agglomeration by plain loops, as the specification says it; slow and simple."""

import math

from clusterbelt.processing.analysis.virtual.coupling import GRADES
from links_oracle import blocks
from random_worlds import ancestors_of
from virtual_world import km_between

Z95 = 1.959963984540054


def mean_of(points):
    """The mean point of ((longitude, latitude), weight) on the globe; that of one place is the place."""
    if len({point for point, _ in points}) == 1:
        return points[0][0]
    x = y = z = 0.0
    for (lon, lat), w in points:
        a, b = math.radians(lon), math.radians(lat)
        x, y, z = (
            x + w * math.cos(b) * math.cos(a),
            y + w * math.cos(b) * math.sin(a),
            z + w * math.sin(b),
        )
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def oracle(
    offline, online, points, parents, regions, unit, by, threshold, normalise, max_off, max_on, alpha, model
):
    """Both tables by plain loops."""
    above = ancestors_of(parents)
    unit_of = {"city": lambda c: c, "province": regions["provinces"].get, "group": regions["groups"].get}[
        unit
    ]
    name_of = {"city": lambda u: f"city {u}", "province": lambda u: f"province {u}", "group": lambda u: u}[
        unit
    ]

    def industries(node):
        if by == "none":
            return [None]
        if by == "node":
            return [node]
        return sorted(n for n in {node, *above[node]} if not parents[n])

    layers = []
    for rows in (offline, online):
        found = {}
        for (place, node), w in blocks(rows).items():
            for industry in industries(node):
                key = unit_of(place), industry
                found[key] = found.get(key, 0.0) + w / len(industries(node))
        layers.append(found)
    off, on = layers
    cells = sorted({*off, *on}, key=lambda c: (c[0] is None, c[0] or "", c[1] or ""))

    def of(layer, region=..., industry=...):
        return sum(w for (r, i), w in layer.items() if region in (..., r) and industry in (..., i))

    total = {r: of(off, r) + of(on, r) for r, _ in cells}
    cells.sort(key=lambda c: -round(1e9 * total[c[0]] / max(total.values())))
    rows = []
    for region, industry in cells:
        row = {"region": region, "name": None if region is None else name_of(region), "industry": industry,
               "ind_name": None if industry is None else f"industry {industry}"}  # fmt: skip
        high, u, sure = [], [], []
        for name, layer, most in (("off", off, max_off), ("on", on, max_on)):
            x = layer.get((region, industry), 0.0)
            row[name] = x
            lq = low = top = None
            if by != "none" and of(layer, region) and of(layer, ..., industry):
                expected = of(layer, ..., industry) / of(layer)
                n, p = of(layer, region), x / of(layer, region)
                lq = p / expected
                middle, spread = (
                    p + Z95**2 / 2 / n,
                    Z95 * math.sqrt(max(p * (1 - p), 0) / n + Z95**2 / 4 / n**2),
                )
                low = 0.0 if x == 0 else (middle - spread) / (1 + Z95**2 / n) / expected
                top = 1 / expected if math.isclose(p, 1) else (middle + spread) / (1 + Z95**2 / n) / expected
            row.update({f"lq_{name}": lq, f"{name}_low": low, f"{name}_high": top})
            high.append(x > 0 if by == "none" else lq is not None and lq >= threshold - 1e-9)
            sure.append(None if low is None else low >= threshold - 1e-9 or top < threshold - 1e-9)
            peers = [layer.get(c, 0.0) for c in cells if c[1] == industry]
            largest, least = most or max(peers), min(peers)
            if normalise == "max":
                u.append(x / largest if largest else 0.0)
            else:
                u.append((x - least) / (largest - least) if largest > least else float(x > 0))
        row["class"] = {(1, 1): "both", (1, 0): "real", (0, 1): "virtual", (0, 0): "none"}[
            tuple(map(int, high))
        ]
        row["sure"] = None if None in sure else float(all(sure))
        row["u_off"], row["u_on"] = u
        a, b = u
        some = a + b > 0
        row["tilt"] = (b - a) / (a + b) if some else None
        row["c"] = 2 * math.sqrt(a * b) / (a + b) if some else None
        row["c_mod"] = math.sqrt((1 - abs(b - a)) * min(a, b) / max(a, b)) if some else None
        row["t"] = alpha * a + (1 - alpha) * b
        row["d"] = math.sqrt(row["c"] * row["t"]) if some else None
        row["d_mod"] = math.sqrt(row["c_mod"] * row["t"]) if some else None
        graded = row["d_mod" if model == "modified" else "d"]
        if row["off"] == 0 or row["on"] == 0:
            row["grade"] = "absent"
        else:
            row["grade"] = None if graded is None else next(
                g for i, g in enumerate(GRADES, 1) if graded <= i / 10 + 1e-9
            )  # fmt: skip
        tilt = row["tilt"]
        row["lag"] = (
            None
            if tilt is None
            else "even"
            if abs(tilt) <= 0.05 + 1e-9
            else "online"
            if tilt < 0
            else "offline"
        )
        row["rate_m"] = None
        rows.append(row)
    regions_there = {r for r, _ in cells}
    used = sorted({place for place, *_ in [*offline, *online]})
    at = {r: mean_of([(points[p], 1.0) for p in used if unit_of(p) == r]) for r in regions_there}

    def centre(layer, industry):
        return mean_of([(at[r], w) for (r, i), w in layer.items() if i == industry])

    table = []
    for industry in sorted({i for _, i in cells}, key=lambda i: i or ""):
        o, n = of(off, ..., industry), of(on, ..., industry)
        s = {r: off.get((r, industry), 0.0) / o if o else None for r in regions_there}
        q = {r: on.get((r, industry), 0.0) / n if n else None for r in regions_there}
        x = {r: (of(off, r) / of(off) + of(on, r) / of(on)) / 2 for r in regions_there}
        rest = 1 - sum(v * v for v in x.values())
        both = bool(o and n)
        gamma = None
        if by != "none" and both and rest > 1e-12:
            gamma = sum((s[r] - x[r]) * (q[r] - x[r]) for r in regions_there) / rest
        table.append(
            {
                "industry": industry, "ind_name": None if industry is None else f"industry {industry}",
                "off": o, "on": n,
                "n_off": sum((r, industry) in off for r in regions_there),
                "n_on": sum((r, industry) in on for r in regions_there),
                "hhi_off": sum(v * v for v in s.values()) if o else None,
                "hhi_on": sum(v * v for v in q.values()) if n else None,
                "overlap": sum(min(s[r], q[r]) for r in regions_there) if both else None, "gamma": gamma,
                "centre_km": km_between(*(centre(layer, industry) for layer in layers)) if both else None,
                "both": sum(row["class"] == "both" and row["industry"] == industry for row in rows),
            }
        )  # fmt: skip
    return rows, table
