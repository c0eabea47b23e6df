"""`ellipseofsums`: sums by group give the ellipses of the points that they were made of."""

import math

import numpy as np
import pytest
from clusterbelt.processing.compat import make_field
from making import Log, rows_of, run, table
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

UTM = "EPSG:32650"
COUNTED = ("n_in", "share_in")


def scene(seed=0, crs=UTM):
    """Points in three groups, the last without a name, as columns and as a layer."""
    generator = np.random.default_rng(seed)
    p, q = generator.normal(size=(2, 300)) * np.array([[90_000.0], [20_000.0]])
    group = np.arange(300) % 3
    x, y = 500_000 + p + q + 30_000 * group, 4_000_000 + p / 2 - q
    if crs != UTM:
        x, y = 110 + p / 1e5, 30 + q / 1e5
    return x, y, generator.uniform(0.5, 5, 300), group


def layer_of(x, y, w, group, crs=UTM):
    made = QgsVectorLayer(f"Point?crs={crs}", "points", "memory")
    made.dataProvider().addAttributes([make_field("w", "double"), make_field("g", "string")])
    made.updateFields()
    for place, weight, name in zip(zip(x.tolist(), y.tolist()), w.tolist(), group):
        feature = QgsFeature(made.fields())
        feature.setAttributes([weight, ("a", "北", None)[name]])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert made.dataProvider().addFeature(feature)
    return made


def sums_of(x, y, w, group, origin=(0.0, 0.0), turn=0.0, **further):
    """The table that `SELECT g, COUNT(*), SUM(w), …` gives, as texts, with more columns of equal cells."""
    angle, rows = math.radians(turn), []
    for number in sorted(set(group.tolist())):
        u, dx, dy = (column[group == number] for column in (w, x - origin[0], y - origin[1]))
        dx, dy = dx * math.cos(angle) + dy * math.sin(angle), dy * math.cos(angle) - dx * math.sin(angle)
        terms = (u, u * u, u * dx, u * dy, u * dx * dx, u * dx * dy, u * dy * dy)
        numbers = [repr(float(term.sum())) for term in terms]
        frame = [repr(float(value)) for value in (*origin, turn)]
        rows.append([("a", "北", None)[number], str(u.size), *numbers, *frame, *further.values()])
    names = [
        "g",
        "n",
        "sum_w",
        "sum_ww",
        "sum_wx",
        "sum_wy",
        "sum_wxx",
        "sum_wxy",
        "sum_wyy",
        "x0",
        "y0",
        "turn",
    ]
    return table(rows, [*names, *further])


def assert_same(found, expected, tolerance):
    found, expected = rows_of(found), rows_of(expected)
    assert [row["g"] for row in found] == [row["g"] for row in expected] == ["a", "a", "北", "北", None, None]
    for one, other in zip(found, expected):
        for name, value in other.items():
            if name in COUNTED:
                assert one[name] is None
            elif isinstance(value, float):
                assert one[name] == pytest.approx(value, rel=tolerance), name
            else:
                assert one[name] == value, name


@pytest.mark.parametrize(
    "rule", [{"SIZE": "1,2"}, {"SCALING": "confidence", "PERCENT": "50,95", "DIVISOR": "minus_one"}]
)
@pytest.mark.parametrize("frame", [{}, {"origin": (510_000.0, 4_010_000.0), "turn": 26.5}])
def test_sums_give_the_ellipses_of_the_points(rule, frame):
    points = scene()
    expected = run("weightedellipse", INPUT=layer_of(*points), WEIGHT="w", UID="g", **rule)
    log = Log()
    found = run("ellipseofsums", log, INPUT=sums_of(*points, **frame), UID="g", CRS=UTM, **rule)
    assert_same(found["OUTPUT"], expected["OUTPUT"], 1e-9 if frame else 1e-6)
    assert found["ELLIPSES"] == 6 and found["POINTS_USED"] == 300 and "POINTS_SKIPPED" not in found
    assert found["OUTPUT"].crs().authid() == UTM
    shapes = [
        [feature.geometry() for feature in result["OUTPUT"].getFeatures()] for result in (found, expected)
    ]
    for one, other in zip(*shapes):
        assert one.symDifference(other).area() < 1e-5 * other.area()


def test_sums_made_in_an_equal_area_plane_are_drawn_in_degrees():
    lon, lat, w, group = scene(crs="EPSG:4326")
    layer = layer_of(lon, lat, w, group, "EPSG:4326")
    expected = run("weightedellipse", INPUT=layer, WEIGHT="w", UID="g", SIZE="1,2")["OUTPUT"]
    measure = rows_of(expected)[0]["measure"]
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

    way = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsCoordinateReferenceSystem.fromProj(measure),
        QgsCoordinateTransformContext(),
    )
    places = [way.transform(QgsPointXY(*place)) for place in zip(lon.tolist(), lat.tolist())]
    x, y = np.array([(place.x(), place.y()) for place in places]).T
    found = run("ellipseofsums", INPUT=sums_of(x, y, w, group, measure=measure), UID="g", SIZE="1,2")[
        "OUTPUT"
    ]
    assert_same(found, expected, 1e-9)


def test_sizes_that_were_counted_are_kept():
    x, y, w, group = scene()
    counted = sums_of(
        x, y, w, np.zeros_like(group), rule="68 share_inside", scale="1.5", n_in="200", w_in="400"
    )
    (row,) = rows_of(run("ellipseofsums", INPUT=counted, UID="g", CRS=UTM, SIZE="9")["OUTPUT"])
    assert (row["rule"], row["scale"], row["n_in"]) == ("68 share_inside", 1.5, 200)
    assert row["share_in"] == pytest.approx(400 / w.sum())
    assert row["share_exp"] == pytest.approx(1 - math.exp(-(1.5**2) / 2), abs=0.01)


def test_few_exact_digits_are_said():
    generator = np.random.default_rng(1)
    x, y = 500_000 + generator.normal(0, 10, 99), 4_000_000 + generator.normal(0, 5, 99)
    for origin, said in (((0.0, 0.0), True), ((500_000.0, 4_000_000.0), False)):
        log = Log()
        run(
            "ellipseofsums",
            log,
            INPUT=sums_of(x, y, np.ones(99), np.zeros(99, int), origin),
            UID="g",
            CRS=UTM,
        )
        assert ("few exact digits" in log.text()) is said


@pytest.mark.parametrize(
    "asked, cells, said",
    [
        ({"UID": ""}, {}, "row 2: the group None has a row already"),
        ({"CRS": "EPSG:4326"}, {}, "Sums of degrees give no ellipse"),
        ({"SCALING": "share_inside"}, {}, "the points themselves are needed"),
        ({}, {"measure": "+proj=nothing"}, "measure “.proj=nothing” is not a projected coordinate"),
        ({}, {"sum_wxx": "1"}, "row 1: these cannot be the sums of points"),
        ({}, {"n": "-"}, "no row has sums of points"),
        ({}, {"sum_w": "much"}, "“much” is not a number"),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence(asked, cells, said):
    made = sums_of(*scene(), **{name: text for name, text in cells.items() if name == "measure"})
    for name in set(cells) - {"measure"}:
        index = made.fields().lookupField(name)
        ids = [feature.id() for feature in made.getFeatures()]
        assert made.dataProvider().changeAttributeValues({fid: {index: cells[name]} for fid in ids})
    with pytest.raises(QgsProcessingException, match=said):
        run("ellipseofsums", **{"INPUT": made, "UID": "g", "CRS": UTM, **asked})


def test_a_table_of_something_else_is_a_sentence():
    with pytest.raises(QgsProcessingException, match="is not a table of sums: it has no field sum_w, sum_ww"):
        run("ellipseofsums", INPUT=table([["3"]], ["n"]), CRS=UTM)
