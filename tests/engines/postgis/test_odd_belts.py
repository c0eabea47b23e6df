"""`matchclusters` on belts in PostGIS that are odd, or cannot be counted or read: a sentence, and nothing written."""

import threading

import pytest
from clusterbelt.processing.analysis.sql.groups import Groups
from clusterbelt.processing.layers.reading.database import Database
from making import Log, match, table
from making_belts import FIELDS, belts, both_ways, clusters, outcome, random_rows
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

BUSY = "SELECT count(*) FROM pg_stat_activity WHERE usename = 'reader' AND state <> 'idle'"
SLOW = (
    "(SELECT b.*, waited(b.row::text, 0.05) AS s FROM belts AS b WHERE waited(b.row::text, 0.05) IS NOT NULL)"
)


def test_odd_names_need_no_care(server):
    name = 'a"b; DROP TABLE x'
    belts(server, name, random_rows(8, unique=True))
    server.sql(
        """ALTER TABLE "a""b; DROP TABLE x" RENAME city TO "城 'c""%s"; """
        """ALTER TABLE "a""b; DROP TABLE x" RENAME product TO "p\\,$1"; """
    )
    both_ways(8, server.layer(name, key="row"), BELT_CITY="城 'c\"%s", BELT_INDUSTRY="p\\,$1")


def test_what_cannot_be_counted_is_read_and_said(server):
    layer = belts(server, "belts", random_rows(9))
    cases = [
        ({"CITY_BY": "distance", "DISTANCE": 100}, layer, "compares the point of every belt"),
        ({"BELT_ID": "real"}, layer, "the field “real” is of type float8"),
        (
            {"BELTS": QgsProcessingFeatureSourceDefinition(layer.id(), True)},
            layer,
            "only some of its rows are used",
        ),
    ]
    server.sql("ALTER TABLE belts ADD real double precision; ")
    layer = server.layer("belts", key="row")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([1, 2, 3])
    cases[2][0]["BELTS"] = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    points = table(
        [(f"POINT({120 + i} 30)", f"c{i}", "杭州", "女装") for i in range(3)],
        ("id", "city", "industry"),
        "Point",
    )
    for given, _, why in cases:
        log = Log()
        match(points, layer, log, **given)
        assert "read row by row: " in log.text() and why in log.text()
        with pytest.raises(QgsProcessingException, match=f"cannot be left to its database: .*{why}"):
            match(points, layer, READ="database", **given)
    QgsProject.instance().removeAllMapLayers()
    with pytest.raises(
        QgsProcessingException, match="cannot be left to its database: it is not stored in PostGIS"
    ):
        match(points, table([("1", "杭州", "女装")], ("id", "city", "product")), READ="database")


@pytest.mark.parametrize("shape", ["geometry(MultiPoint, 4326)", "geometry"])
def test_other_geometries_matter_only_where_a_name_is_ambiguous(server, shape):
    rows = [row for row in random_rows(10) if row[2] not in ("朝阳区", "鼓楼区")]
    belts(server, "shapes", rows)
    server.sql(f"ALTER TABLE shapes ALTER geom TYPE {shape} USING ST_Multi(geom)")
    address = server.layer("belts", key="row").source().replace('"belts"', '"shapes"')
    layer = QgsVectorLayer(f"{address} type=MultiPoint srid=4326", "shapes", "postgres")
    both_ways(10, layer)
    server.sql("UPDATE shapes SET city = '朝阳区', province = NULL WHERE row = 1")
    log = Log()
    match(clusters(10), layer, log, **FIELDS)
    assert (
        "read row by row: some city names are ambiguous, and its geometries are not single points"
        in log.text()
    )


def test_errors_name_the_row_of_the_table(server):
    layer = belts(server, "belts", [(str(n), "甲", "杭州", None, "女装", 2018, n, None) for n in range(1, 9)])
    for change, given, text in (
        ("n = -2 WHERE row = 6", {"BELT_COUNT": "n"}, r"field “n”, row 6: “-2” is not a count"),
        ("year = 12 WHERE row = 5", {"BELT_YEAR": "year"}, r"field “year”, row 5: “12” is not a year"),
    ):
        server.sql(f"UPDATE belts SET {change}")
        for read in ("rows", "database"):
            with pytest.raises(QgsProcessingException, match=text):
                match(clusters(1), layer, READ=read, **given)


def test_an_empty_table_and_one_that_cannot_be_read_are_sentences(server, tmp_path):
    target = tmp_path / "kept.gpkg"
    belts(server, "empty", [])
    layer = server.layer("empty", key="row")
    with pytest.raises(QgsProcessingException, match="“empty” has no rows"):
        match(clusters(1), layer, READ="database", OUTPUT=str(target))
    belts(server, "gone", random_rows(1))
    layer = server.layer("gone", key="row")
    server.sql("ALTER TABLE gone DROP COLUMN product")
    with pytest.raises(QgsProcessingException, match=r"The database stopped reading .*product"):
        match(clusters(1), layer, OUTPUT=str(target))
    server.sql("DROP TABLE IF EXISTS secret CASCADE; CREATE TABLE secret AS SELECT * FROM belts; ALTER TABLE secret ADD "
               "PRIMARY KEY (row);")  # fmt: skip
    server.sql(
        "CREATE ROLE shut_out LOGIN; GRANT SELECT ON secret TO shut_out; GRANT SELECT ON spatial_ref_sys TO shut_out;"
    )
    layer = server.layer("secret", key="row", user="shut_out")
    server.sql("REVOKE SELECT ON secret FROM shut_out")
    with pytest.raises(QgsProcessingException, match=r"The database stopped reading .*permission denied"):
        match(clusters(1), layer, OUTPUT=str(target))
    assert not target.exists()


def test_a_lost_connection_and_a_time_out_are_sentences_and_the_next_run_works(server):
    belts(server, "belts", random_rows(2))
    slow = server.layer(SLOW, key="row")
    kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'"
    done = threading.Event()

    def kill_again():
        # QGIS tries a second time.
        while not done.wait(1.0):
            server.sql(f"{kill} AND state = 'active'")

    killer = threading.Thread(target=kill_again)
    killer.start()
    with pytest.raises(QgsProcessingException, match="The database stopped reading"):
        match(clusters(2), slow, READ="database")
    done.set()
    killer.join()
    server.sql(f"ALTER ROLE reader SET statement_timeout = '500ms'; {kill}")
    with pytest.raises(QgsProcessingException, match="The database stopped reading"):
        match(clusters(2), slow, READ="database")
    server.sql(f"ALTER ROLE reader RESET statement_timeout; {kill}")
    match(clusters(2), server.layer("belts", key="row"), READ="database")
    assert server.sql(BUSY) == "0"


def test_a_cancel_stops_the_statement(server):
    belts(server, "belts", random_rows(2))
    slow = server.layer(SLOW, key="row")
    log = Log()
    threading.Timer(1.0, log.cancel).start()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        match(clusters(2), slow, log, READ="database")
    assert server.sql(BUSY) == "0"


@pytest.mark.parametrize("keeps_snapshots", [True, False])
def test_a_table_that_changes_between_two_questions_is_as_it_was_or_a_sentence(
    server, monkeypatch, keeps_snapshots
):
    layer = belts(server, "belts", random_rows(2))
    expected = outcome(match(clusters(2), layer, READ="rows", **FIELDS))
    asked = Groups.query

    def query(self, only="TRUE", further=()):
        if further:
            server.sql("DELETE FROM belts WHERE city = '朝阳区' AND row < 60")
        return asked(self, only, further)

    monkeypatch.setattr(Groups, "query", query)
    if keeps_snapshots:
        assert outcome(match(clusters(2), layer, READ="database", **FIELDS)) == expected
        return
    monkeypatch.setattr(Database, "_snapshot", lambda *arguments: None)
    with pytest.raises(QgsProcessingException, match="“belts” was changed while it was being read"):
        match(clusters(2), layer, READ="database", **FIELDS)
