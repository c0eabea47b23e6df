"""What reads a source twice finds its rows by their ids: no row gets what belongs to another.

Delimited text leaves out rows without coordinates where geometries are asked for, and the rows
behind such a row carried the city, weight and match of the row before.
"""

import pytest
from fickle_provider import fickle_layer
from making import Log, match, rows_of, run
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

CITIES = (
    *("上海市", "北京市", "深圳市", "苏州市", "杭州市", "南京市"),
    *("成都市", "武汉市", "西安市", "青岛市", "宁波市", "厦门市"),
)
WITHOUT = 4
FIELDS = ("id", "city", "industry", "w")


def values(number):
    return f"c{number}", CITIES[number], "纺织" if number % 2 else "机器人", str(number + 1)


def delimited(tmp_path, kind, name="clusters"):
    lines = ["id,city,industry,w,x,y" if kind == "xy" else "id,city,industry,w,wkt"]
    for number in range(len(CITIES)):
        place = f"{100 + number},{20 + number}" if kind == "xy" else f"POINT ({100 + number} {20 + number})"
        broken = "," if kind == "xy" else "nowhere"
        lines.append(",".join((*values(number), broken if number == WITHOUT else place)))
    path = tmp_path / f"{name}.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    places = "xField=x&yField=y" if kind == "xy" else "wktField=wkt&geomType=Point"
    made = QgsVectorLayer(f"{path.as_uri()}?type=csv&{places}&crs=EPSG:4326", name, "delimitedtext")
    assert made.isValid()
    return made


def fickle(_, __, ___="clusters"):
    rows = [
        (None if number == WITHOUT else f"POINT ({100 + number} {20 + number})", *values(number))
        for number in range(len(CITIES))
    ]
    return fickle_layer(rows, FIELDS)


SOURCES = [(delimited, "xy"), (delimited, "wkt"), (fickle, "fickle")]


@pytest.fixture(params=SOURCES, ids=[kind for _, kind in SOURCES])
def make(request, tmp_path):
    maker, kind = request.param
    return lambda name: maker(tmp_path, kind, name)


@pytest.fixture
def clusters(make):
    return make("clusters")


def assert_whole(rows):
    """Each row is there once, with its own values, city and place."""
    assert sorted(row["id"] for row in rows) == sorted(f"c{number}" for number in range(len(CITIES)))
    for row in rows:
        number = int(row["id"][1:])
        assert (row["city"], row["industry"]) == values(number)[1:3]
        if "cb_city" in row:
            assert row["cb_city"] == row["city"]
        if "cb_weight" in row:
            assert row["cb_weight"] in (number + 1.0, 1.0)


def places_of(layer):
    return {feature["id"]: feature.geometry() for feature in layer.getFeatures()}


@pytest.mark.parametrize("algorithm", ["placecities", "splitshared"])
def test_rows_keep_their_values_where_a_place_is_missing(clusters, algorithm):
    more = {"ID": "id", "WEIGHT": "w"} if algorithm == "splitshared" else {}
    made = run(algorithm, INPUT=clusters, CITY="city", **more)["OUTPUT"]
    assert_whole(rows_of(made))
    if algorithm == "splitshared":
        for number in set(range(len(CITIES))) - {WITHOUT}:
            assert places_of(made)[f"c{number}"].asPoint().x() == 100 + number


@pytest.mark.parametrize("way", ["name", "text", "distance", "polygon"])
def test_matches_are_those_of_the_row(make, way):
    more = {"CLUSTER_WEIGHT": "w", "BELTS_OUT": "memory:", "CITY_BY": way, "DISTANCE": 1000}
    if way == "polygon":
        more.update(CITIES=polygons(), CITIES_FIELD="name")
    result = match(make("clusters"), make("belts"), BELT_INDUSTRY="industry", **more)
    out, belts = (rows_of(result[name]) for name in ("OUTPUT", "BELTS_OUT"))
    for rows in (out, belts):
        assert sorted(row["id"] for row in rows) == sorted(f"c{n}" for n in range(len(CITIES)))
        for row in rows:
            number = int(row["id"][1:])
            assert (row["city"], row["industry"]) == values(number)[1:3]
            lost = way in ("distance", "polygon") and number == WITHOUT
            assert (row["cb_status"] == "matched") != lost, row
    for row in out:
        if row["cb_status"] == "matched":
            assert row["cb_beltid"] == row["id"]
            assert row["cb_citycd"] == row["id"] or way != "polygon"


def polygons():
    from making import table

    rows = [
        (f"POLYGON (({x} {y}, {x + 0.5} {y}, {x + 0.5} {y + 0.5}, {x} {y + 0.5}, {x} {y}))", f"c{number}")
        for number in range(len(CITIES))
        for x, y in [(99.9 + number, 19.9 + number)]
    ]
    return table(rows, ("name",), kind="Polygon")


def test_ambiguous_names_are_settled_by_the_place_of_their_own_row(tmp_path):
    rows = [
        ("POINT (116.5 39.9)", "a", "朝阳区", "纺织"),
        (None, "b", "北京市", "纺织"),
        ("POINT (125.3 43.8)", "c", "朝阳区", "纺织"),
    ]
    made = fickle_layer(rows, ("id", "city", "industry"))
    out = rows_of(run("splitshared", INPUT=made, CITY="city", ID="id")["OUTPUT"])
    assert {row["id"]: row["cb_city"] for row in out} == {"a": "北京市", "b": "北京市", "c": "长春市"}


def test_rows_without_a_place_are_counted_where_points_are_measured(clusters):
    log = Log()
    result = run("weightedellipse", log, INPUT=clusters, WEIGHT="w")
    assert result["POINTS_USED"] == len(CITIES) - 1
    if clusters.providerType() == "delimitedtext":
        assert result["POINTS_SKIPPED"] == 1 and "no geometry: 1" in log.text()


def test_cities_of_ones_own_keep_their_places():
    rows = [("POINT (1 1)", "a"), (None, "b"), ("POINT (3 3)", "c"), ("POINT (4 4)", "d")]
    cities = fickle_layer(rows, ("name",))
    rows = [("POINT (1 1)", "r1", "a", "纺织"), ("POINT (3 3)", "r2", "c", "纺织")]
    clusters, belts = (fickle_layer(rows, ("id", "city", "industry")) for _ in range(2))
    more = {"CITY_BY": "text", "CITIES": cities, "CITIES_FIELD": "name", "BELT_INDUSTRY": "industry"}
    out = rows_of(match(clusters, belts, **more)["OUTPUT"])
    assert sorted((row["id"], row["cb_city"]) for row in out) == [("r1", "a"), ("r2", "c")]


def test_a_limit_means_the_same_rows_in_each_pass(tmp_path):
    made = delimited(tmp_path, "xy")
    QgsProject.instance().addMapLayer(made, False)
    limited = QgsProcessingFeatureSourceDefinition(made.id(), False, 6)
    out = rows_of(run("splitshared", INPUT=limited, CITY="city", ID="id")["OUTPUT"])
    assert [row["id"] for row in out] == [f"c{number}" for number in range(6)]
    assert [row["cb_city"] for row in out] == list(CITIES[:6])
    QgsProject.instance().removeMapLayer(made.id())


def test_features_are_asked_for_in_one_place():
    """The place where passes are put together by id; what goes around it would join by position again."""
    from pathlib import Path

    floor = Path(__file__).resolve().parents[2] / "processing"
    allowed = {
        "sources.py",  # where all of them come through
        "listening.py",
        "passes.py",
        "source_rows.py",
        "row_points.py",
        "columns.py",
        "arrow_iterator.py",
        "blank_rows.py",
        "study_tables.py",
        "headers.py",  # looks at one row
        "understanding.py",
        "same_rows.py",  # looks at a few rows
    }
    for folder in ("layers", "algorithms"):
        for path in (floor / folder).rglob("*.py"):
            assert path.name in allowed or ".getFeatures(" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("broken", "lost"), [("abc,1", 1), ("1e400,2", 1), ("１０１,30,", 1), (",", 0), (",30", 1), ("101,30", 0)]
)
def test_rows_that_the_provider_cannot_read_at_all_are_counted(tmp_path, broken, lost):
    lines = ["city,x,y", "上海市,121,31", f"北京市,{broken}", "深圳市,114,22"]
    path = tmp_path / "cities.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    uri = f"{path.as_uri()}?type=csv&xField=x&yField=y&crs=EPSG:4326&detectTypes=yes"
    log = Log()
    result = run("placecities", log, INPUT=QgsVectorLayer(uri, "cities", "delimitedtext"), CITY="city")
    said = [line for line in log.lines if "rows of its file are missing" in line]
    assert result["PLACED"] == 3 - lost and len(said) == (lost > 0)
    assert not lost or "cannot read their coordinates (1)" in said[0]
