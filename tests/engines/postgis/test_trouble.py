"""What goes wrong between us and a database: one sentence, nothing half written, no transaction left open."""

import threading
import time
from contextlib import contextmanager

import numpy as np
import pytest
from clusterbelt.processing.analysis.cancelling import Cancelled
from clusterbelt.processing.analysis.distribution import sql_sums
from clusterbelt.processing.layers.distribution import engines
from clusterbelt.processing.layers.reading.database import Database
from clusterbelt.processing.layers.reading.listening import answered
from making import Log, rows_of, run
from qgis.core import QgsProcessingException, QgsVectorLayer
from test_ellipses import NAMES, both_ways


@pytest.fixture(scope="module")
def towns(server):
    generator = np.random.default_rng(11)
    x, y = 500_000 + generator.normal(0, 30_000, 900), 4_000_000 + generator.normal(0, 60_000, 900)
    return server.points("towns", x, y, generator.uniform(1, 5, 900), [NAMES[i % 6] for i in range(900)])


@pytest.fixture(autouse=True)
def nothing_left_open(server):
    yield
    assert server.open_transactions() == 0


@contextmanager
def written_file(tmp_path):
    """A file of ellipses, which must stay as it is."""
    layer = QgsVectorLayer("Point?crs=EPSG:32650", "points", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    for wkt in ("Point (0 0)", "Point (3 1)", "Point (1 4)"):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.dataProvider().addFeature(feature)
    path = tmp_path / "ellipses.gpkg"
    run("weightedellipse", INPUT=layer, OUTPUT=str(path))
    before = path.read_bytes()
    yield str(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def fails(layer, said, **parameters):
    with pytest.raises(QgsProcessingException, match=said) as raised:
        run("weightedellipse", INPUT=layer, WEIGHT="w", UID="g", **parameters)
    assert "\n" not in str(raised.value) and "SELECT" not in str(raised.value)


LOST = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'"


def test_a_query_whose_connection_is_lost_is_asked_again_by_qgis(server, towns):
    def lose():
        server.sql(f"{LOST} AND state = 'active'")
        time.sleep(0.5)
        server.unlock()

    with server.locked("towns"):
        timer = threading.Timer(1.0, lose)
        timer.start()
        found = run("weightedellipse", INPUT=towns, UID="g", READ="database")
        timer.join()
    assert sorted(row["n"] for row in rows_of(found["OUTPUT"])) == [150] * 6


def test_lost_connections_are_a_sentence_and_the_next_run_works(server, towns, tmp_path, monkeypatch):
    with written_file(tmp_path) as path, monkeypatch.context() as patch:
        # Also that of the transaction which keeps the snapshot.
        spoil(patch, lambda number: server.sql(LOST) if number == 2 else None)
        fails(
            towns, "^The connection to the database was lost while layer “towns” was being read", OUTPUT=path
        )
    assert len(rows_of(run("weightedellipse", INPUT=towns, UID="g", READ="database")["OUTPUT"])) == 6


def spoil(patch, between):
    """Have something done after each query; it gets its number."""
    plain, number = Database.runner, [0]

    def runner(self, feedback, snapshot=""):
        query = plain(self, feedback, snapshot)

        def run_and_spoil(text):
            rows = query(text)
            number[0] += 1
            between(number[0])
            return rows

        return run_and_spoil

    patch.setattr(Database, "runner", runner)


def test_rights_columns_and_tables_that_went_are_sentences(server, towns, tmp_path):
    server.sql(
        "CREATE ROLE visitor LOGIN; CREATE VIEW shown AS SELECT * FROM towns; GRANT SELECT ON shown TO visitor;"
        "GRANT SELECT ON geometry_columns, spatial_ref_sys TO visitor;"
        "CREATE TABLE passing AS SELECT * FROM towns; ALTER TABLE passing ADD PRIMARY KEY (id)"
    )
    shown, passing = server.layer("shown", user="visitor"), server.layer("passing")
    with written_file(tmp_path) as path:
        server.sql("REVOKE SELECT ON shown FROM visitor")
        fails(shown, "stopped reading layer “shown”: permission denied for view shown", OUTPUT=path)
        server.sql("ALTER TABLE passing DROP COLUMN w")
        fails(passing, 'stopped reading layer “passing”: column "w" does not exist', OUTPUT=path)
        server.sql("DROP TABLE passing")
        fails(
            passing, 'stopped reading layer “passing”: relation "public.passing" does not exist', OUTPUT=path
        )


def test_a_statement_that_takes_too_long_for_the_server_is_a_sentence(server, towns):
    server.sql("CREATE ROLE hurried LOGIN; GRANT pg_read_all_data TO hurried")
    server.sql("ALTER ROLE hurried SET statement_timeout = '1s'")
    layer = server.layer("towns", user="hurried")
    with server.locked("towns"):
        fails(layer, "canceling statement due to statement timeout", READ="database")
    assert run("weightedellipse", INPUT=layer, READ="database")["ELLIPSES"] == 1


def test_a_table_written_to_meanwhile_is_summed_as_it_was(server, towns, monkeypatch):
    expected = rows_of(run("weightedellipse", INPUT=towns, WEIGHT="w", UID="g", READ="rows")["OUTPUT"])
    server.sql("CREATE TABLE busy AS SELECT * FROM towns; ALTER TABLE busy ADD PRIMARY KEY (id)")
    layer = server.layer("busy")
    more = "INSERT INTO busy SELECT id + (SELECT max(id) FROM busy), w * 9, 'new ' || id % 7, geom FROM busy;"
    with monkeypatch.context() as patch:
        spoil(
            patch,
            lambda number: server.sql(more + "DELETE FROM busy WHERE id % 5 = 0") if 1 < number < 6 else None,
        )
        rule = {"SCALING": "share_inside", "PERCENT": "50"}
        log = Log()
        found = run("weightedellipse", log, INPUT=layer, WEIGHT="w", UID="g", READ="database", **rule)
    rows = {row["g"]: row for row in rows_of(found["OUTPUT"])}
    assert "keeps no snapshot" not in log.text()
    assert {name: row["n"] for name, row in rows.items()} == {row["g"]: row["n"] for row in expected}
    assert sum(row["n"] for row in rows.values()) == found["POINTS_USED"] == 900


def test_without_a_snapshot_a_change_between_queries_is_said(server, towns, monkeypatch):
    server.sql("CREATE TABLE restless AS SELECT * FROM towns; ALTER TABLE restless ADD PRIMARY KEY (id)")
    layer = server.layer("restless")
    monkeypatch.setattr(Database, "_snapshot", lambda *arguments: None)
    spoil(
        monkeypatch,
        lambda number: server.sql("DELETE FROM restless WHERE id % 9 = 0") if number == 5 else None,
    )
    log = Log()
    with pytest.raises(QgsProcessingException, match="changed while it was summed: 900 rows became 800"):
        run("weightedellipse", log, INPUT=layer, READ="database")
    assert "keeps no snapshot" in log.text()


def test_more_groups_than_can_be_named_are_read_row_by_row(server, towns, monkeypatch):
    server.sql(
        "CREATE TABLE crowd AS SELECT i AS id, i AS g, 1 AS w, ST_SetSRID(ST_MakePoint(i, i % 7), 32650) AS geom "
        "FROM generate_series(1, 100001) AS i; ALTER TABLE crowd ADD PRIMARY KEY (id)"
    )
    fails(
        server.layer("crowd"),
        "cannot be left to its database: it has more than 100000 groups",
        READ="database",
    )
    for module in (sql_sums, engines):
        monkeypatch.setattr(module, "MOST_GROUPS", 5)
    log = Log()
    assert run("weightedellipse", log, INPUT=towns, UID="g")["ELLIPSES"] == 6
    assert "read row by row: it has more than 5 groups" in log.text()


def test_frames_are_asked_for_in_parts(towns, monkeypatch):
    monkeypatch.setattr(sql_sums, "_FRAMES", 2)
    both_ways(towns, WEIGHT="w", UID="g", SCALING="share_inside", PERCENT="50")


def test_columns_of_any_name_are_understood(server, towns):
    server.sql(
        """CREATE TABLE "O'Re\\il; %s" AS SELECT id AS "k'%", w AS "w""x\\", g, geom AS "东 'g" FROM towns;
        ALTER TABLE "O'Re\\il; %s" ADD PRIMARY KEY ("k'%")"""
    )
    layer = server.layer("O'Re\\il; %s", geometry="东 'g", key="k'%")
    layer.setSubsetString('"g" LIKE \'%\' OR "g" IS NULL')
    both_ways(layer, WEIGHT='w"x\\', UID="g")


def test_a_cancel_stops_the_taking_over_of_an_answer():
    log, taken = Log(), []

    class Answer:
        def hasNextRow(self):  # noqa: N802
            return True

        def nextRow(self):  # noqa: N802
            taken.append(None)
            if len(taken) == 1500:
                log.cancel()
            return [1, None]

    with pytest.raises(Cancelled):
        answered(Answer(), log)
    assert len(taken) == 2000


@pytest.mark.parametrize("weights", ["1e-150 * w", "1e150 * w"])
def test_weights_that_cannot_be_squared_are_read_row_by_row(server, towns, weights):
    server.sql(f"DROP TABLE IF EXISTS odd; CREATE TABLE odd AS SELECT id, {weights} AS w, geom FROM towns")
    log = Log()
    assert run("weightedellipse", log, INPUT=server.layer("odd"), WEIGHT="w")["ELLIPSES"] == 1
    assert "its weights are too large or too small to be squared" in log.text()


def test_groups_without_a_usable_row_are_named_as_when_rows_are_read(server):
    w, g = [1, 1, 2, 0, None, None], ["a", "a", "a", "b", None, None]
    layer = server.points("gaps", [0.0, 1, 2, 3, 4, None], [1.0, 3, 2, 2, 2, 2], w, g)
    logs = []
    for read in ("rows", "database"):
        log = Log()
        run("weightedellipse", log, INPUT=layer, WEIGHT="w", UID="g", READ=read)
        logs.append({line for line in log.lines if "skipped" in line or "left out" in line})
    assert logs[0] == logs[1] and len(logs[0]) == 4
