"""Ellipses from the sums of an engine equal those from the points themselves."""

import math

import numpy as np
import pytest
from clusterbelt.processing.analysis.distribution.bad_rows import BadRows, bad_rows, first_rows
from clusterbelt.processing.analysis.distribution.ellipse_sizes import ellipses_of
from clusterbelt.processing.analysis.distribution.middles import middles_of
from clusterbelt.processing.analysis.distribution.sql_sums import SqlSums
from clusterbelt.processing.analysis.distribution.sums import PointSums
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.sql.dialects import SPARK
from clusterbelt.processing.analysis.sql.tables import EqualArea

WGS84 = 6_378_137.0, 0.0066943799901413165
NAMES = ["O'Re\\il", 'a"b', "; DROP TABLE x --", "东北", None, "%s", ""]
RULES = [
    {"scaling": "standard_distance", "values": [1, 2, 3]},
    {"scaling": "standard_deviation", "values": [2, 1], "divisor": "minus_one"},
    {"scaling": "confidence", "values": [95], "divisor": "minus_two"},
    {"scaling": "share_inside", "values": [50, 68.27, 100]},
]
EXACT = ("group", "status", "n", "rule", "n_in")


def in_order(groups, group):
    """The groups of points as an engine lists them: by value, nothing last."""
    order = sorted(set(group.tolist()), key=lambda i: (groups[i] is None, groups[i] == "", groups[i] or ""))
    place = {old: new for new, old in enumerate(order)}
    return np.array([place[i] for i in group.tolist()]), [groups[i] for i in order]


def assert_equal(found, expected, spread):
    """Compare ellipses; `spread` is the extent of each group."""
    assert len(found) == len(expected)
    for one, other in zip(found, expected):
        for name in EXACT:
            assert getattr(one, name) == getattr(other, name), (other, name)
        for name in ("weight", "n_eff", "share_in", "share_expected"):
            assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-9, abs=1e-12, nan_ok=True)
        for name in ("x", "y", "major", "minor"):
            assert getattr(one, name) == pytest.approx(
                getattr(other, name), rel=1e-9, abs=1e-9 * spread[other.group], nan_ok=True
            ), name
        if other.status == "ellipse" and other.major > other.minor * (1 + 1e-5):
            turn = abs(one.rotation - other.rotation)
            assert min(turn, 180 - turn) < 1e-6


def compare(engine, x, y, w=None, group=None, names=None, rules=RULES):
    def run(query):
        rows = engine.run(query)
        # Groups and sizes, never points.
        assert len(rows) <= 4 * len(values)
        return rows

    names = names or [None]
    group = np.zeros(len(x), dtype=int) if group is None else group
    codes, values = in_order(names, np.asarray(group))
    points = PointSums(x, y, w, codes)
    sums = SqlSums(run, engine.table(x, y, w, [names[i] for i in group]))
    assert sums.groups == values
    extents = [max(np.ptp(x[codes == i]), np.ptp(y[codes == i]), 1e-300) for i in range(len(values))]
    for rule in rules:
        assert_equal(ellipses_of(sums, **rule), ellipses_of(points, **rule), extents)


def test_the_golden_vectors(engine, golden):
    names = sorted(golden)
    x, y = (np.concatenate([golden[name][i] for name in names]) for i in (0, 1))
    lengths = [len(golden[name][0]) for name in names]
    w = np.concatenate(
        [np.ones(len(golden[name][0])) if golden[name][2] is None else golden[name][2] for name in names]
    )
    compare(engine, x, y, w, np.repeat(np.arange(len(names)), lengths), names, RULES[::3])


def test_no_digits_are_lost_far_from_the_origin(engine):
    generator = np.random.default_rng(3)
    names, x, y = [], [], []
    for spread in (10.0, 1e3, 1e5, 1e6):
        for ratio in (0.5, 1e-3, 1e-6):
            p, q = generator.normal(size=(2, 100)) * spread * np.array([[1.0], [ratio]])
            far = 560_000.0 * len(names)
            names.append(f"{spread:g} m, {ratio:g}")
            x.append(500_000 + far + p * math.cos(0.7) - q * math.sin(0.7))
            y.append(4_000_000 - far / 2 + p * math.sin(0.7) + q * math.cos(0.7))
    group = np.repeat(np.arange(len(names)), 100)
    compare(engine, np.concatenate(x), np.concatenate(y), generator.uniform(0.1, 9, group.size), group, names)


def test_points_lines_circles_and_groups_of_any_name(engine):
    shapes = [
        [(5.0, 7.0)],
        [(5e5, 4e6)] * 4,
        [(1.0, 1.0), (1.0, 2.0), (1.0, 9.0)],
        [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (7.0, 7.0)],
        [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)],
        [(0.0, 0.0), (3.0, 1.0), (1.0, 4.0)],
        [(i % 10, i // 10) for i in range(100)],
    ]
    x, y = np.array([point for shape in shapes for point in shape], dtype=float).T
    group = np.repeat(np.arange(len(shapes)), [len(shape) for shape in shapes])
    compare(engine, x, y, None, group, NAMES, RULES[:1] + RULES[3:])


def test_random_worlds(engine):
    for seed in range(engine.worlds):
        one_random_world(engine, seed)


def one_random_world(engine, seed):
    generator = np.random.default_rng(seed)
    size = int(generator.integers(4, 300))
    x = generator.normal(generator.uniform(-1e6, 1e6), 10 ** generator.uniform(0, 6), size)
    y = generator.normal(generator.uniform(-1e6, 5e6), 10 ** generator.uniform(0, 6), size)
    ties = generator.integers(0, size, size // 3)
    x[ties], y[ties] = x[0], y[0]
    names = ["a", "b", None, "北"]
    compare(engine, x, y, generator.uniform(0.01, 5, size), generator.integers(0, 4, size), names)


def test_rows_without_place_or_weight_are_left_out_and_named(engine):
    x = np.array([0.0, 1.0, np.nan, 3.0, np.inf, 5.0, 2.0, 4.0, 1e30])
    y = np.array([0.0, 2.0, 1.0, 1.0, 1.0, 9.0, 2.0, -np.inf, 3.0])
    w = np.array([1.0, 2.0, 1.0, np.nan, 1.0, 0.0, np.inf, 1.0, 1.0])
    table = engine.table(x, y, w, ["a", "a", "a", "b", "b", "c", "a", "a", None])
    sums = SqlSums(engine.run, table)
    assert sums.moments.n.tolist() == [2] and sums.moments.weight.tolist() == [3.0]
    assert bad_rows(engine.run, table) == BadRows(
        9, placeless=4, weightless=2, zero=1, negative=0, least=1, most=2
    )
    assert sums.rows == 9 and sums.empty == ["b", "c", None]
    if engine.dialect is not SPARK:  # the rows of a cluster have no numbers
        named = [number for number, _ in first_rows(engine.run, table, "placeless", 2)]
        assert len(named) == 2 and set(named) < {3, 5, 8, 9}


def test_nothing_to_measure_is_a_sentence(engine):
    table = engine.table(np.array([np.nan, 1.0]), np.array([1.0, 1.0]), np.array([1.0, 0.0]), [None] * 2)
    with pytest.raises(AnalysisError, match="no point"):
        SqlSums(engine.run, table)


def test_degrees_are_measured_in_the_equal_area_plane(engine):
    from pyproj import Transformer

    generator = np.random.default_rng(8)
    lon, lat = generator.uniform(75, 130, 500), generator.uniform(18, 52, 500)
    for figure, proj in ((WGS84, "+ellps=WGS84"), ((6_371_000.0, 0.0), "+R=6371000")):
        plane = EqualArea(104.5, 35.25, *figure)
        there = f"+proj=laea +lat_0=35.25 +lon_0=104.5 {proj} +units=m +no_defs"
        x, y = Transformer.from_crs(f"+proj=longlat {proj} +no_defs", there, always_xy=True).transform(
            lon, lat
        )
        sums = SqlSums(engine.run, engine.table(lon, lat, None, [None] * 500).on(plane))
        assert_equal(ellipses_of(sums, **RULES[3]), ellipses_of(PointSums(x, y), **RULES[3]), [1e6])


def test_the_middle_of_degrees_is_safe_at_the_antimeridian(engine):
    table = engine.table(np.array([179.0, -179.0]), np.array([10.0, 10.0]), None, [None] * 2)
    ((east, north, up),) = middles_of(engine.run, table)
    assert (
        east < -1.9
        and north == pytest.approx(0.0, abs=1e-12)
        and up == pytest.approx(2 * math.sin(math.radians(10)))
    )


def test_a_text_of_nothing_but_blanks_is_null(engine):
    texts = [
        "",
        " ",
        "\x1f\x0b\u2003",
        "\u3000\xa0",
        "\x85",
        None,
        "a",
        " a",
        "浙",
        "\u200b",
        "\u3001",
        "😀",
        "~\x7f",
        "é",
    ]
    x = np.zeros(len(texts))
    engine.table(x, x, None, texts)
    name = engine.dialect.name("g")
    found = {row[0] for row in engine.run(f"SELECT {engine.dialect.not_blank(name)} AS a FROM points")}
    assert found == {text if text and text.strip() else None for text in texts}
