"""Members, chains, regions and limits of virtual clusters at random, for what must hold of all of them."""

import numpy as np
from virtual_world import (
    taxonomy_of,
)


def random_world(seed):
    """Random members, chains, regions and limits."""
    random = np.random.default_rng(seed)
    count = int(random.integers(3, 9))
    codes = [f"N{i}" for i in range(count)]
    parents = dict.fromkeys(codes, "")
    for i in range(1, count):
        above = random.permutation(i)[: random.integers(0, 3)]
        parents[codes[i]] = "|".join(codes[j] for j in sorted(above))
    order = random.permutation(count)
    edges = set()
    ancestors = ancestors_of(parents)
    for _ in range(2 * count):
        a, b = sorted(random.choice(count, 2, replace=False), key=lambda i: order[i])
        a, b = codes[a], codes[b]
        if b not in ancestors[a] and a not in ancestors[b]:
            edges.add(f"{a}>{b}")
    edges = sorted(edges)
    points = {
        f"P{i}": (float(random.uniform(75, 130)), float(random.uniform(20, 50)))
        for i in range(int(random.integers(1, 9)))
    }

    def members():
        rows = []
        for _ in range(int(random.integers(2, 25))):
            nodes = random.choice(codes, int(random.integers(1, 3)), replace=False)
            rows.append(
                (str(random.choice(list(points))), "|".join(nodes), float(random.choice([1, 1, 2, 0.5, 0.1])))
            )
        return rows

    weights = [float(w) for w in random.uniform(0.1, 2, len(edges))] if random.random() < 0.3 else None
    taxonomy = taxonomy_of(parents, edges, [c for c in codes if random.random() < 0.1], weights)
    return {
        "demand": members(),
        "supply": members() if random.random() < 0.7 else None,
        "points": points,
        "taxonomy": taxonomy,
        "coefficient": str(random.choice(["supply", "equal"])),
        "lift": int(random.integers(0, 2)),
        "unit": str(random.choice(["city", "province", "group"])),
        "top": int(random.integers(1, 11)),
        "decay": float(random.choice([0, 0.5, 1, 2])),
        "local_km": float(random.choice([1, 40, 500])),
        "max_km": float(random.choice([300, 1000])) if random.random() < 0.3 else None,
        "regions": {
            "provinces": {code: f"p{i % 3}" for i, code in enumerate(points)},
            "groups": {code: f"g{i % 2}" for i, code in enumerate(points) if i % 4},
        },
    }


def ancestors_of(parents):
    found = {}

    def above(code):
        if code not in found:
            direct = [p for p in parents[code].split("|") if p]
            found[code] = set(direct).union(*(above(p) for p in direct)) if direct else set()
        return found[code]

    for code in parents:
        above(code)
    return found
