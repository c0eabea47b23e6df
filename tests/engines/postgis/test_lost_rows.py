"""A connection that fails while rows are read one by one: QGIS gives fewer rows, we none at all."""

from types import SimpleNamespace

import pytest
from clusterbelt.processing.cartography import virtual_symbols
from clusterbelt.processing.cartography.page import atlas
from clusterbelt.processing.layers.reading import listening
from clusterbelt.processing.report import ellipses, web_map
from making import Log, run, table
from qgis.core import (
    QgsCoordinateTransform,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
)

LOST = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'"
CITIES = {"CITY": "city"}
MATCH = {
    "CLUSTER_ID": "id",
    "CLUSTER_CITY": "city",
    "CLUSTER_INDUSTRY": "industry",
    "BELT_ID": "id",
    "BELT_CITY": "city",
    "BELT_INDUSTRY": "product",
    "READ": "rows",
}
RUNS = [
    ("weightedellipse", "INPUT", {"WEIGHT": "w", "UID": "city", "READ": "rows"}),
    ("centershift", "INPUT", {"WEIGHT": "w", "TIME": "y", "READ": "rows"}),
    ("splitshared", "INPUT", {"ID": "id", **CITIES}),
    ("placecities", "INPUT", CITIES),
    ("matchclusters", "BELTS", MATCH),
]


@pytest.fixture(scope="module")
def many(server):
    server.sql(
        """CREATE TABLE many AS SELECT i AS id, (ARRAY['杭州', '温州'])[1 + i % 2] AS city, '女装'::text AS product,
        (i % 9 + 1)::float8 AS w, 2010 + i % 5 AS y,
        ST_SetSRID(ST_MakePoint(i % 97, i % 89), 32650)::geometry(Point, 32650) AS geom
        FROM generate_series(1, 10000) AS i; ALTER TABLE many ADD PRIMARY KEY (id);
        CREATE TABLE none_at_all (LIKE many INCLUDING ALL)"""
    )
    return server.layer("many")


def asked(algorithm, layer, name, parameters):
    if algorithm == "matchclusters":
        clusters = table([("c1", "杭州", "女装"), ("c2", "温州", "茶叶")], ("id", "city", "industry"))
        parameters = {"CLUSTERS": clusters, **parameters}
    return {name: layer, **parameters}


def lost_after(server, monkeypatch, number):
    """Lose the connection after so many rows, once."""
    plain, left = listening._once, [number]

    def once(source, request, **options):
        rows = plain(source, request, **options)
        while True:
            try:
                row = next(rows)
            except StopIteration as end:
                return end.value
            left[0] -= 1
            if left[0] == 0:
                server.sql(LOST)
            yield row

    monkeypatch.setattr(listening, "_once", once)


@pytest.mark.parametrize("algorithm, name, parameters", RUNS)
@pytest.mark.parametrize("part", [False, True])
def test_rows_that_were_lost_are_a_sentence(
    server, many, monkeypatch, tmp_path, algorithm, name, parameters, part
):
    lost_after(server, monkeypatch, 5000)
    layer = QgsProcessingFeatureSourceDefinition(many.id(), featureLimit=9000) if part else many
    if part:
        QgsProject.instance().addMapLayer(many, False)
    try:
        with pytest.raises(QgsProcessingException, match=r"^The database stopped reading layer “many”: "):
            run(
                algorithm,
                OUTPUT=str(tmp_path / "out.gpkg"),
                **asked(algorithm, layer, name, parameters),
            )
    finally:
        if part:
            QgsProject.instance().takeMapLayer(many)
    assert not list(tmp_path.iterdir())


def test_an_error_in_the_middle_is_a_sentence(server, many):
    server.sql("CREATE VIEW broken AS SELECT id, 1 / (id - 7000) AS w, geom FROM many")
    with pytest.raises(QgsProcessingException, match="stopped reading layer “broken”: division by zero"):
        run("weightedellipse", INPUT=server.layer("broken"), WEIGHT="w", READ="rows")


def test_layers_that_are_drawn_and_printed_are_read_by_the_same_reader(server, many):
    server.sql(
        "CREATE VIEW in_colour AS SELECT id, CASE WHEN 1 / (id - 7000) > 1 THEN 'b' ELSE 'a' END AS class, w, geom FROM many"
    )
    plane = SimpleNamespace(transform_of=lambda layer: QgsCoordinateTransform())
    layer, lost = (
        server.layer("in_colour"),
        {"match": "stopped reading layer “in_colour”: division by zero"},
    )
    for read in (
        lambda: ellipses._in_order(layer, "class"),
        lambda: atlas._values_of(layer, "class", layer.crs(), QgsProject.instance()),
        lambda: list(web_map._points(layer, ["class"], plane)),
        lambda: virtual_symbols.most_of(layer, "w"),
    ):
        with pytest.raises(QgsProcessingException, **lost):
            read()


def test_a_refused_connection_is_named(server, many):
    server.sql("CREATE ROLE outcast LOGIN; GRANT pg_read_all_data TO outcast")
    layer = server.layer("many", user="outcast")
    server.sql("ALTER ROLE outcast NOLOGIN;" + LOST.replace("reader", "outcast"))
    with pytest.raises(QgsProcessingException, match=r"stopped reading layer “many”: role .* not permitted"):
        run("weightedellipse", INPUT=layer, WEIGHT="w", READ="rows")


@pytest.mark.parametrize("name, ellipses", [("many", 1), ("none_at_all", 0)])
def test_a_connection_that_was_lost_before_is_made_anew(server, many, name, ellipses):
    layer = server.layer(name)
    server.sql(LOST)
    if ellipses:
        assert run("weightedellipse", INPUT=layer, READ="rows")["POINTS_USED"] == 10000
    else:
        with pytest.raises(QgsProcessingException, match="no point to measure"):
            run("weightedellipse", INPUT=layer, READ="rows")


def test_notices_of_a_server_are_no_failure(server, many):
    server.sql(
        """CREATE FUNCTION loud(i integer) RETURNS integer LANGUAGE plpgsql AS
        $$ BEGIN IF i % 5000 = 0 THEN RAISE WARNING 'look: %', i; END IF; RETURN i; END $$;
        CREATE VIEW loudly AS SELECT loud(id) AS id, geom FROM many"""
    )
    log = Log()
    assert run("weightedellipse", log, INPUT=server.layer("loudly"), READ="rows")["POINTS_USED"] == 10000
