"""Invalid geometries never end QGIS; where a geometry matters, such rows are left out, counted and named.

The runs are in a process of their own, because the fault ended the process.
"""

import struct

import pytest
from apart import run_apart
from osgeo import ogr, osr

NAN, INF = float("nan"), float("inf")
CHECKS = {"none": 0, "skip": 1, "stop": 2}


def _wkb(kind, *rings):
    """Well-known binary of a line or polygon; OGR's text knows no numbers that are none."""
    cells = b"".join(
        struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *p) for p in ring) for ring in rings
    )
    return struct.pack("<BI", 1, kind) + (struct.pack("<I", len(rings)) if kind == 3 else b"") + cells


PLACES = ((0, 0), (4, 1), (9, 7))
SOUND = [
    f"POLYGON (({i} {j}, {i + 1} {j}, {i + 1} {j + 1}, {i} {j + 1}, {i} {j}))"
    for i, j in ((0, 0), (4, 1), (9, 7))
]
BAD_POLYGONS = {
    "bow tie": "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
    "ring of one point": "POLYGON ((1 1))",
    "ring of three points": "POLYGON ((0 0, 1 1, 0 0))",
    "hole outside": "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (10 10, 11 10, 11 11, 10 10))",
    "empty": "POLYGON EMPTY",
    "overlapping parts": "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 5 1, 5 5, 1 5, 1 1)))",
    "not a number": _wkb(3, [(0, 0), (NAN, 4), (4, 4), (0, 0)]),
    "infinite": _wkb(3, [(0, 0), (INF, 4), (4, 4), (0, 0)]),
    "huge": "POLYGON ((0 0, 1e300 0, 1e300 1e300, 0 0))",
}
# QGIS 3.44 cannot load a file with infinite and with huge coordinates.
TOGETHER = {name: place for name, place in BAD_POLYGONS.items() if name != "huge"}
HOLLOW = {
    "empty part": "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), EMPTY)",
    "empty part first": "MULTIPOLYGON (EMPTY, ((0 0, 4 0, 4 4, 0 4, 0 0)))",
    "empty hole": "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), EMPTY)",
}
BAD_LINES = {
    "one point": "LINESTRING (1 1)",
    "the same point twice": "LINESTRING (1 1, 1 1)",
    "empty": "LINESTRING EMPTY",
    "not a number": _wkb(2, [(0, 0), (NAN, 1)]),
}
BAD_POINTS = {
    "empty": "POINT EMPTY",
    "infinite": struct.pack("<BIdd", 1, 1, INF, 1),
    "not a number": struct.pack("<BIdd", 1, 1, 1, NAN),
}
EPSG = 32650


def geopackage(path, places, kind=ogr.wkbUnknown):
    """A layer of these places, in well-known text or binary, with a city, an id, a weight and a time."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("rows", reference, kind)
    for name in ("id", "city", "name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("year", ogr.OFTInteger))
    for number, place in enumerate(places):
        row = ogr.Feature(layer.GetLayerDefn())
        row["id"], row["city"], row["name"], row["year"] = (
            f"c{number}",
            "深圳市",
            f"n{number}",
            2010 + number % 2,
        )
        make = ogr.CreateGeometryFromWkt if isinstance(place, str) else ogr.CreateGeometryFromWkb
        row.SetGeometry(make(place))
        layer.CreateFeature(row)
    file = layer = None
    return str(path)


def cases_of(path, check):
    given = {
        "weightedellipse": {},
        "centershift": {"TIME": "year"},
        "placecities": {"CITY": "city"},
        "splitshared": {"CITY": "city", "ID": "id"},
    }
    return [
        {
            "algorithm": name,
            "parameters": {"INPUT": path, "OUTPUT": "memory:", **more},
            "check": CHECKS[check],
        }
        for name, more in given.items()
    ]


@pytest.mark.parametrize("check", CHECKS)
def test_every_kind_of_bad_geometry_is_skipped_counted_and_named(tmp_path, check):
    cases, bad = [], {}
    kinds = {
        "polygons": (SOUND, {**BAD_POLYGONS, **HOLLOW}),
        "lines": ([f"LINESTRING ({i} {j}, {i + 1} {j})" for i, j in PLACES], BAD_LINES),
        "points": ([f"POINT ({i} {j})" for i, j in PLACES], BAD_POINTS),
    }
    for kind, (sound, wrong) in kinds.items():
        for number, (name, place) in enumerate(wrong.items()):
            path = geopackage(tmp_path / f"{kind}{number}.gpkg", [*sound[:2], place, *sound[2:]])
            bad[len(cases) // 4] = name
            cases += cases_of(path, check)
    answers = run_apart(*cases)
    for number, name in bad.items():
        ellipse, shift, placed, split = answers[4 * number : 4 * number + 4]
        assert not any("traceback" in answer for answer in (ellipse, shift, placed, split)), name
        skipped = 0 if name.startswith("empty ") else 1
        assert ellipse["outputs"]["POINTS_SKIPPED"] == skipped, (name, ellipse)
        assert ellipse["outputs"]["POINTS_USED"] == 4 - skipped
        assert any("(3)" in line for line in ellipse["log"]) == bool(skipped), (name, ellipse["log"])
        assert shift["outputs"]["PERIODS"] == 2
        for answer in (placed, split):
            rows = answer["outputs"]["OUTPUT"]
            assert [row["id"] for row in rows] == ["c0", "c1", "c2", "c3"]
            assert {row["cb_city"] for row in rows} == {"深圳市"}


def test_the_rows_that_are_left_are_measured_as_if_they_were_alone(tmp_path):
    alone = geopackage(tmp_path / "alone.gpkg", SOUND)
    mixed = geopackage(tmp_path / "mixed.gpkg", [*SOUND[:2], *TOGETHER.values(), *SOUND[2:]])
    (one, *_), (other, *_) = (run_apart(*cases_of(path, "stop")[:1]) for path in (alone, mixed))
    expected, found = (answer["outputs"]["OUTPUT"][0] for answer in (one, other))
    assert {**expected, "fid": 0} == {**found, "fid": 0}
    assert other["outputs"]["POINTS_SKIPPED"] == len(TOGETHER)


def test_bad_polygons_are_compared_where_they_can_be_repaired_and_named_where_not(tmp_path):
    boxes = ["POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))", "POLYGON ((1 0, 3 0, 3 2, 1 2, 1 0))"]
    wrong = {**BAD_POLYGONS, **HOLLOW}
    cases = [
        {
            "algorithm": "compareellipses",
            "parameters": {
                "INPUT": geopackage(tmp_path / f"{number}.gpkg", [*boxes, place]),
                "UID": "name",
                "OUTPUT": "memory:",
            },
        }
        for number, place in enumerate(wrong.values())
    ]
    repairable = {"bow tie": 2.0, "hole outside": 16.0, "overlapping parts": 23.0}
    areas = {**repairable, **dict.fromkeys(HOLLOW, 16.0)}
    for (name, _), answer in zip(wrong.items(), run_apart(*cases)):
        pairs = {(row["a"], row["b"]): row for row in answer["outputs"]["OUTPUT"]}
        assert pairs["n0", "n1"]["overlap"] == pytest.approx(2)
        assert len(pairs) == (3 if name in areas else 1), name
        if name in areas:
            assert pairs["n0", "n2"]["area_b"] == pytest.approx(areas[name]), name
        named = any("(n2)" in line for line in answer["log"])
        assert named == (name not in HOLLOW), (name, answer["log"])


@pytest.mark.parametrize("check", CHECKS)
def test_cities_that_are_bad_polygons_take_no_row_with_them(tmp_path, check):
    cities = geopackage(
        tmp_path / "cities.gpkg", [*SOUND, *TOGETHER.values(), *HOLLOW.values()], ogr.wkbMultiPolygon
    )
    places = ["POINT (0.5 0.5)", "POINT (4.5 1.5)", "POINT EMPTY", "POINT (50 50)"]
    points, belts = (geopackage(tmp_path / f"{name}.gpkg", places) for name in ("points", "belts"))
    parameters = {
        **{"CLUSTERS": points, "CLUSTER_ID": "id", "CLUSTER_INDUSTRY": "name", "CITY_BY": "polygon"},
        **{"BELTS": belts, "BELT_INDUSTRY": "name", "CITIES": cities, "CITIES_FIELD": "name"},
        **{"OUTPUT": "memory:", "BELTS_OUT": "memory:"},
    }
    (answer,) = run_apart({"algorithm": "matchclusters", "parameters": parameters, "check": CHECKS[check]})
    rows = answer["outputs"]["OUTPUT"]
    assert [row["id"] for row in rows] == ["c0", "c1", "c2", "c3"]
    assert [row["cb_citycd"] for row in rows] == ["n0", "n1", None, None]
