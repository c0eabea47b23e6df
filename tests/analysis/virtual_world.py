"""Small worlds of places, industries and chains for the tests of virtual clusters."""

import math

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy as taxonomies
from clusterbelt.processing.analysis.virtual.blocks import blocks_of
from clusterbelt.processing.analysis.virtual.places import Places
from clusterbelt.processing.analysis.virtual.units import Regions

EQUATOR = {"X": 0.0, "Y": 1.0, "Z": 3.0}


def near(value):
    """A number as the golden cases print it."""
    return pytest.approx(value, abs=1e-6)


def taxonomy_of(parents, edges, broad=(), weights=None):
    """A taxonomy from {code: 'PARENT|PARENT'} and edges such as 'A>B', or 'A~B' without direction."""
    nodes = pd.DataFrame(
        {
            "code": list(parents),
            "parent": list(parents.values()),
            "name_en": [f"industry {code}" for code in parents],
            "name_zh": [f"产业{code}" for code in parents],
            "too_broad": ["1" if code in broad else "" for code in parents],
        }
    )
    ends = [edge.replace("~", ">").split(">") for edge in edges]
    chains = pd.DataFrame(ends, columns=["upstream", "downstream"])
    chains["kind"] = ["related" if "~" in edge else "supply" for edge in edges]
    if weights is not None:
        chains["weight"] = [str(weight) for weight in weights]
    return taxonomies.load(nodes, chains)


def taxonomy_m():
    """The taxonomy of the golden cases."""
    parents = {"G": "", "C": "", "D": "", "D.O": "D", "T": ""}
    return taxonomy_of(parents, ["G>D", "C>D", "C>T", "D>T"])


def places_of(points):
    """Places from {code: longitude} on the equator, or {code: (longitude, latitude)}."""
    codes = sorted(points)
    xy = [points[code] if isinstance(points[code], tuple) else (points[code], 0.0) for code in codes]
    x, y = np.array(xy, dtype=float).reshape(-1, 2).T
    return Places(tuple(codes), tuple(f"city {code}" for code in codes), x, y, np.zeros(len(codes), bool))


def blocks_from(rows, places, taxonomy):
    """Blocks of rows (place, 'NODE|NODE', weight)."""
    sets = sorted(
        {tuple(sorted(taxonomy.code_index[n.casefold()] for n in nodes.split("|"))) for _, nodes, _ in rows}
    )
    number = {nodes: i for i, nodes in enumerate(sets)}
    return blocks_of(
        np.array([places.codes.index(place) for place, _, _ in rows]),
        np.array(
            [
                number[tuple(sorted(taxonomy.code_index[n.casefold()] for n in nodes.split("|")))]
                for _, nodes, _ in rows
            ]
        ),
        np.array([weight for _, _, weight in rows], dtype=float),
        tuple(sets),
    )


def regions_of(places, provinces=None, groups=None):
    """Regions from {code: province} and {code: group}."""
    provinces, groups = provinces or {}, groups or {}
    return Regions(
        np.array([provinces.get(code) for code in places.codes], dtype=object),
        np.array([groups.get(code) for code in places.codes], dtype=object),
        {province: f"province {province}" for province in provinces.values()},
    )


def rows_of(table):
    """The rows of a Table as dicts; None for NaN."""
    names = list(table.columns)
    assert len({len(table[name]) for name in names}) <= 1
    return [
        {name: plain(value) for name, value in zip(names, row)}
        for row in zip(*(list(table[name]) for name in names))
    ]


def plain(value):
    """A cell as Python has it; None for NaN."""
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and math.isnan(value) else value


def km_between(first, second):
    """Lambert's formula, written out for two points (longitude, latitude in degrees)."""
    axis, flattening = 6378.137, 1 / 298.257223563
    (lon1, lat1), (lon2, lat2) = ([math.radians(v) for v in point] for point in (first, second))
    b1, b2 = (math.atan((1 - flattening) * math.tan(lat)) for lat in (lat1, lat2))
    h = math.sin((b2 - b1) / 2) ** 2 + math.cos(b1) * math.cos(b2) * math.sin((lon2 - lon1) / 2) ** 2
    s = 2 * math.asin(min(1.0, math.sqrt(h)))
    if s == 0:
        return 0.0
    p, q = (b1 + b2) / 2, (b2 - b1) / 2
    x = (s - math.sin(s)) * math.sin(p) ** 2 * math.cos(q) ** 2 / math.cos(s / 2) ** 2
    y = (s + math.sin(s)) * math.cos(p) ** 2 * math.sin(q) ** 2 / math.sin(s / 2) ** 2
    return axis * (s - flattening / 2 * (x + y))


def same_rows(rows, others):
    """Check that rows are equal; numbers within a billionth."""
    assert len(rows) == len(others)
    for number, (row, other) in enumerate(zip(rows, others)):
        assert row.keys() == other.keys()
        for name, value in row.items():
            told = f"row {number}, {name}: {value!r}, expected {other[name]!r}; {row}"
            if isinstance(value, float) and isinstance(other[name], (int, float)):
                assert math.isclose(value, other[name], rel_tol=1e-9, abs_tol=1e-9), told
            else:
                assert value == other[name], told
