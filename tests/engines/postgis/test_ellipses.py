"""`weightedellipse` on PostGIS: the database adds, and nothing in the result tells."""

import threading

import numpy as np
import pytest
from clusterbelt.processing.analysis.sql.dialects import POSTGRESQL
from clusterbelt.processing.analysis.sql.tables import Table
from clusterbelt.processing.analysis.sql.texts import query
from clusterbelt.processing.layers.distribution import engines
from making import Log, rows_of, run
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

NAMES = ["O'Re\\il", 'a"b', "; DROP TABLE x --", "东北", "100%s", None]
RULES = [
    {"SCALING": "standard_distance", "SIZE": "1,2,3"},
    {"SCALING": "standard_deviation", "SIZE": "2", "DIVISOR": "minus_two"},
    {"SCALING": "confidence", "PERCENT": "95"},
    {"SCALING": "share_inside", "PERCENT": "50,68.27,100"},
]
EXACT = ("g", "status", "n", "n_in", "rule", "measure")


def both_ways(layer, **parameters):
    """Rows and numbers of the result, from the rows and from the database; the log of the latter."""
    found = []
    for read in ("rows", "database"):
        log = Log()
        result = run("weightedellipse", log, INPUT=layer, READ=read, **parameters)
        numbers = {name: result[name] for name in ("ELLIPSES", "POINTS_USED", "POINTS_SKIPPED")}
        found.append(
            (sorted(rows_of(result["OUTPUT"]), key=lambda row: (str(row.get("g")), row["rule"])), numbers)
        )
    (rows, numbers), (summed, numbers_of_sums) = found
    assert numbers == numbers_of_sums
    assert_equal(summed, rows)
    return summed, log.text()


def assert_equal(summed, rows):
    assert len(summed) == len(rows)
    for one, other in zip(summed, rows):
        for name, value in other.items():
            if name in EXACT or value is None or isinstance(value, str):
                assert one[name] == value, name
            elif name in ("rotation", "azimuth"):
                turn = abs(one[name] - value)
                assert min(turn, 180 - turn) < 1e-6
            else:
                assert one[name] == pytest.approx(value, rel=1e-9, abs=1e-9), name


@pytest.fixture(scope="module")
def china(server):
    generator = np.random.default_rng(5)
    group = generator.integers(0, len(NAMES), 3000)
    x = 500_000 + group * 40_000 + generator.normal(0, 30_000, 3000)
    y = 4_000_000 + generator.normal(0, 90_000, 3000)
    weight = generator.uniform(0.1, 9, 3000)
    weight[:4], x[4:7] = (np.nan, np.inf, 0.0, 0.0), np.nan
    return server.points("china", x, y, weight, [NAMES[i] for i in group])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["SCALING"])
def test_the_database_and_the_rows_give_the_same_ellipses(china, rule):
    _, log = both_ways(china, WEIGHT="w", UID="g", **rule)
    assert "summed by its database (rows: 3000)" in log and "Rows skipped, no geometry: 3" in log
    both_ways(china, WEIGHT="w", **rule)
    both_ways(china, **rule)


def test_rows_that_cannot_be_used_are_looked_for_where_there_are_any(server, china, monkeypatch):
    asked, plain = [], engines.bad_rows
    monkeypatch.setattr(engines, "bad_rows", lambda *given: asked.append(given) or plain(*given))
    for condition, times in (("", 1), ("w > 0 AND w < 100 AND geom IS NOT NULL", 0)):
        asked.clear()
        layer = server.layer("china", condition=condition)
        run("weightedellipse", INPUT=layer, WEIGHT="w", UID="g", READ="database")
        assert len(asked) == times


def test_a_layer_in_degrees_is_measured_in_the_same_plane(server):
    generator = np.random.default_rng(6)
    lon, lat = generator.normal(113, 2, 2000), generator.normal(31, 2, 2000)
    layer = server.points(
        "degrees", lon, lat, generator.uniform(1, 5, 2000), [NAMES[i % 3] for i in range(2000)], 4326
    )
    for rule in RULES:
        rows, _ = both_ways(layer, WEIGHT="w", UID="g", **rule)
        assert "+proj=laea" in rows[0]["measure"]


def test_far_apart_groups_fall_back_to_planes_of_their_own(server):
    layer = server.points(
        "far", [126, 127, 128.0, -70, -71, -72], [45, 46, 45.5, -33, -34, -33.2], None, list("aaabbb"), 4326
    )
    log = Log()
    run("weightedellipse", log, INPUT=layer, UID="g")
    assert "read row by row: its groups are too far apart for one plane" in log.text()


def test_names_of_tables_and_groups_need_no_care(server):
    layer = server.points('a"b; DROP TABLE x', [1.0, 2, 4, 8, 1], [3.0, 1, 7, 1, 2], None, ["a'b"] * 5)
    rows, _ = both_ways(layer, UID="g")
    assert rows[0]["g"] == "a'b" and rows[0]["n"] == 5


def test_filters_views_and_queries_are_understood(server, china):
    server.sql("CREATE VIEW seen_china AS SELECT * FROM china WHERE w < 5")
    server.sql("CREATE MATERIALIZED VIEW kept AS SELECT * FROM china")
    filtered = china.clone()
    filtered.setSubsetString("\"g\" = 'O''Re\\il' OR w > 8")
    for layer in (
        filtered,
        server.layer("seen_china"),
        server.layer("kept"),
        server.layer("(SELECT * FROM china WHERE w > 3)"),
    ):
        _, log = both_ways(layer, WEIGHT="w", UID="g")
        assert "summed by its database" in log


def test_the_workers_of_the_server_add_and_do_not_pass_the_rows_on(server, china):
    table = Table(POSTGRESQL, "china", "ST_X(geom)", "ST_Y(geom)", "w", "g")
    text = query("sums").substitute(points=table.points(), x="0", y="0", fence=POSTGRESQL.fence, most="9")
    eager = "SET min_parallel_table_scan_size = 0; SET parallel_setup_cost = 0; ANALYZE china; "
    assert "Partial HashAggregate" in server.sql(f"{eager} EXPLAIN {text}")


@pytest.mark.parametrize(
    "shape, why",
    [("geometry(MultiPoint, 32650)", "not single points"), ("geometry(Polygon, 32650)", "not single points")],
)
def test_other_geometries_are_read_row_by_row(server, shape, why):
    wkt = "MULTIPOINT(0 0, 3 1, 1 2)" if "Multi" in shape else "POLYGON((0 0, 1 0, 1 1, 0 0))"
    server.sql(
        f"DROP TABLE IF EXISTS shapes; CREATE TABLE shapes (id serial PRIMARY KEY, geom {shape});"
        f"INSERT INTO shapes (geom) VALUES ('SRID=32650;{wkt}');"
    )
    log = Log()
    run("weightedellipse", log, INPUT=server.layer("shapes"))
    assert why in log.text()


def test_a_column_of_any_geometry_is_summed_while_it_holds_points_only(server, china):
    server.sql(
        "CREATE TABLE mixed AS SELECT id, w, g, CAST(geom AS geometry(Geometry, 32650)) AS geom FROM china"
    )
    uri = QgsDataSourceUri(china.source())
    uri.setDataSource("public", "mixed", "geom", "", "id")
    uri.setWkbType(QgsWkbTypes.Type.Point)
    log = Log()
    run("weightedellipse", log, INPUT=QgsVectorLayer(uri.uri(False), "mixed", "postgres"), READ="database")
    assert "summed by its database" in log.text()
    server.sql("INSERT INTO mixed VALUES (9999, 1, 'a', 'SRID=32650;LINESTRING(0 0, 9 9)')")
    log = Log()
    run("weightedellipse", log, INPUT=QgsVectorLayer(uri.uri(False), "mixed", "postgres"))
    assert "read row by row: its table holds geometries that it does not show" in log.text()


def test_geographies_are_points_in_degrees(server):
    generator = np.random.default_rng(6)
    lon, lat = generator.normal(113, 2, 300), generator.normal(31, 2, 300)
    server.points("degrees_of_geographies", lon, lat, None, None, 4326)
    server.sql(
        "CREATE TABLE geographies AS SELECT id, w, geom::geography AS geom FROM degrees_of_geographies"
    )
    both_ways(server.layer("geographies"), WEIGHT="w")


def test_selected_rows_and_edited_layers_are_read_row_by_row(server, china):
    chosen = china.clone()
    QgsProject.instance().addMapLayer(chosen)
    chosen.selectByIds([10, 11, 12, 13])
    log = Log()
    run("weightedellipse", log, INPUT=QgsProcessingFeatureSourceDefinition(chosen.id(), True))
    assert "only some of its rows are used" in log.text()
    edited = server.layer("china", user="owner")
    assert edited.startEditing()
    log = Log()
    run("weightedellipse", log, INPUT=edited)
    assert "it is being edited" in log.text()
    edited.rollBack()
    QgsProject.instance().removeAllMapLayers()


def test_a_weight_of_text_is_read_row_by_row_and_can_be_asked_for_in_vain(server, china):
    server.sql("CREATE TABLE texts AS SELECT id, w::text AS w, geom FROM china WHERE w > 0")
    layer = server.layer("texts")
    log = Log()
    run("weightedellipse", log, INPUT=layer, WEIGHT="w")
    assert "the field “w” is of type text" in log.text()
    with pytest.raises(QgsProcessingException, match="cannot be left to its database"):
        run("weightedellipse", INPUT=layer, WEIGHT="w", READ="database")


def test_a_negative_weight_is_named_as_when_rows_are_read(server):
    layer = server.points("negative", [0.0, 1, 2, 3], [1.0, 2, 5, 1], [1.0, -2.5, 1, -3])
    messages = []
    for read in ("rows", "database"):
        with pytest.raises(QgsProcessingException) as raised:
            run("weightedellipse", INPUT=layer, WEIGHT="w", READ=read)
        messages.append(str(raised.value))
    assert messages[0] == messages[1] and "row 2" in messages[0] and "-2.5" in messages[0]


@pytest.mark.parametrize("weight", [0.0, None])
def test_a_table_without_a_usable_row_is_a_sentence(server, weight):
    layer = server.points("nothing", [0.0, 1], [1.0, 2], [weight, weight])
    with pytest.raises(
        QgsProcessingException, match=r"no point to measure: .*\(rows: 2, with a geometry: 2\)"
    ):
        run("weightedellipse", INPUT=layer, WEIGHT="w", READ="database")


def test_a_role_that_may_only_read_is_enough_and_nothing_stays_open(server, china):
    run("weightedellipse", INPUT=china, WEIGHT="w", UID="g", READ="database")
    assert server.open_transactions() == 0
    assert server.sql("SELECT count(*) FROM pg_class WHERE relpersistence = 't'") == "0"


def test_what_the_database_says_is_a_sentence(server, china):
    server.sql(
        "DROP TABLE IF EXISTS secret; CREATE TABLE secret AS SELECT * FROM china; ALTER TABLE secret ADD PRIMARY KEY (id);"
    )
    layer = server.layer("secret")
    server.sql("ALTER TABLE secret DROP COLUMN w")
    with pytest.raises(QgsProcessingException, match="The database stopped reading"):
        run("weightedellipse", INPUT=layer, WEIGHT="w")
    assert run("weightedellipse", INPUT=china, WEIGHT="w", READ="database")["ELLIPSES"] == 1


def test_a_cancel_stops_the_statement(server, china):
    log = Log()
    with server.locked("china"):
        threading.Timer(1.0, log.cancel).start()
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            run("weightedellipse", log, INPUT=china, READ="database")
    assert server.open_transactions() == 0
    assert run("weightedellipse", INPUT=china, READ="database")["ELLIPSES"] == 1
