"""Whatever goes wrong while a table of PostGIS is written, the one that was there is whole; nothing is left beside."""

import sqlite3
import subprocess
import threading
import time
from contextlib import closing, contextmanager

import pytest
from clusterbelt.processing.layers.writing import tables_beside
from clusterbelt.processing.layers.writing.tables_beside import TablesBeside
from making import Log, cancelled_while_written, run
from qgis import processing
from qgis.core import (
    QgsException,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

FIRMS = """
DROP TABLE IF EXISTS firms CASCADE; DROP TABLE IF EXISTS old CASCADE;
CREATE TABLE firms AS SELECT i AS id, '杭州'::text AS city, (i % 9 + 1)::float8 AS w,
ST_SetSRID(ST_MakePoint(500000 + i * 7 % 100, 4000000 + i * 13 % 90), 32650)::geometry(Point, 32650) AS geom
FROM generate_series(1, 500) AS i; ALTER TABLE firms ADD PRIMARY KEY (id);
CREATE TABLE old AS SELECT * FROM firms LIMIT 7; ALTER TABLE old ADD PRIMARY KEY (id);
"""
# What happens to a table that is made.
ODDLY = """
CREATE FUNCTION oddly() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE made text;
BEGIN
  SELECT object_identity INTO made FROM pg_event_trigger_ddl_commands() WHERE object_type = 'table';
  {body}
END $$;
CREATE EVENT TRIGGER oddly ON ddl_command_end WHEN TAG IN ('{tag}') EXECUTE FUNCTION oddly();
"""
TROUBLES = {
    "no room for columns": ("ALTER TABLE", "RAISE EXCEPTION 'no more columns';"),
    "rows that are not kept": (
        "CREATE TABLE",
        "EXECUTE 'CREATE RULE keeps_none AS ON INSERT TO ' || made || ' DO INSTEAD NOTHING';",
    ),
    "a lost connection": (
        "CREATE TABLE",
        "EXECUTE 'CREATE TRIGGER ends BEFORE INSERT ON ' || made || ' FOR EACH ROW WHEN (NEW.id = 300) "
        "EXECUTE FUNCTION ends()';",
    ),
}
ENDS = """
CREATE OR REPLACE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
"""


def address(server, table='"public"."old"', user="owner"):
    return f"postgres:dbname='postgres' host='{server.folder}' port='5432' user='{user}' table={table} (geom)"


def tables(server):
    return server.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ 'clusterbelt'")


def split(server, feedback=None, **parameters):
    given = {"INPUT": server.layer("firms"), "CITY": "city", "OUTPUT": address(server), **parameters}
    return run("splitshared", feedback, **given)


@contextmanager
def oddly(server, tag, body):
    server.sql(ENDS + ODDLY.format(tag=tag, body=body))
    try:
        yield
    finally:
        server.sql("DROP EVENT TRIGGER oddly; DROP FUNCTION oddly")


@pytest.mark.parametrize("trouble", TROUBLES)
def test_the_old_table_is_whole(server, trouble):
    server.sql(FIRMS)
    said = pytest.raises(QgsProcessingException, match=r"“public\.old” cannot be written; .* is unchanged")
    with oddly(server, *TROUBLES[trouble]), said:
        split(server)
    assert server.sql("SELECT COUNT(*), MAX(id) FROM old") == "7|7" and not tables(server)


def test_a_table_takes_the_place_of_the_old_one(server):
    server.sql(
        FIRMS + "DROP ROLE IF EXISTS guest; CREATE ROLE guest; GRANT SELECT ON old TO PUBLIC, guest;"
        "CREATE VIEW other AS SELECT * FROM firms"
    )
    made = split(server)
    assert made["OUTPUT"] == address(server) and made["ROWS"] == 500
    assert QgsVectorLayer(made["OUTPUT"].partition(":")[2], "old", "postgres").featureCount() == 500
    names = "SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'old'::regclass"
    assert server.sql(names) == "old_pkey" and not tables(server)
    assert server.sql("SELECT srid, type FROM geometry_columns WHERE f_table_name = 'old'") == "32650|POINT"
    assert server.sql("SELECT has_table_privilege('guest', 'old', 'SELECT')") == "t"
    assert split(server)["ROWS"] == 500


def test_a_table_is_loaded_where_it_will_be(server):
    server.sql(FIRMS)
    context, project = QgsProcessingContext(), QgsProject()
    definition = QgsProcessingOutputLayerDefinition(address(server), project)
    definition.destinationName = "Clusters by city"
    given = {"INPUT": server.layer("firms"), "CITY": "city", "OUTPUT": definition}
    processing.run("clusterbelt:splitshared", given, context=context)
    ((place, details),) = context.layersToLoadOnCompletion().items()
    assert place == address(server) and (details.name, details.outputName) == ("Clusters by city", "OUTPUT")


def test_a_cancel_while_rows_are_written_is_obeyed(server, monkeypatch):
    server.sql(FIRMS)
    with pytest.raises(QgsProcessingException, match="Cancelled; nothing was written"):
        split(server, cancelled_while_written(monkeypatch, 3))
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)


@pytest.mark.parametrize(
    "name", ["new", "产业集群" * 5 + "ab", "n" * 63, 'a "quote" and $$', "it's", "Capitals.and.dots"]
)
def test_names_of_every_kind(server, name):
    server.sql(FIRMS)
    quoted = '"' + name.replace('"', '""') + '"'
    server.sql(f"DROP TABLE IF EXISTS {quoted}")
    written = '"public"."' + name.replace('"', '\\"') + '"'
    for _ in range(2):
        split(server, OUTPUT=address(server, written))
        assert server.sql(f"SELECT COUNT(*) FROM {quoted}") == "500" and not tables(server)
    pkey = server.sql(
        "SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = "
        f"to_regclass('{quoted.replace(chr(39), 2 * chr(39))}')"
    )
    assert pkey.endswith("_pkey") and name.startswith(pkey[:-5])
    server.sql(f"DROP TABLE {quoted}")


@pytest.mark.parametrize("column", ["city", "w", "CB_WEIGHT", "id"])
def test_a_field_that_is_called_like_the_column_of_geometries_is_kept_and_said(server, column):
    server.sql(FIRMS)
    log, field = Log(), column.lower()
    split(server, log, OUTPUT=address(server).replace("(geom)", f"({column})"))
    assert f"Fields with changed names: {field} → {field}_2." in log.text()
    assert server.sql(f'SELECT COUNT({field}_2), COUNT(ST_X("{column}")) FROM old') == "500|500"


def test_a_table_without_schema(server):
    server.sql(FIRMS)
    split(server, OUTPUT=address(server, '"old"'))
    assert server.sql("SELECT COUNT(*) FROM old") == "500" and not tables(server)


def test_a_table_that_a_view_reads_stays(server):
    server.sql(FIRMS + "CREATE VIEW reads_it AS SELECT * FROM old")
    with pytest.raises(
        QgsProcessingException, match=r"unchanged: .*depend on it \(view reads_it depends on table"
    ):
        split(server)
    assert server.sql("SELECT COUNT(*) FROM reads_it") == "7" and not tables(server)


def test_a_table_of_somebody_else_stays(server):
    server.sql(FIRMS + "DROP ROLE IF EXISTS writer; CREATE ROLE writer LOGIN SUPERUSER")
    server.sql("ALTER ROLE writer NOSUPERUSER; GRANT CREATE ON SCHEMA public TO writer")
    try:
        with pytest.raises(QgsProcessingException, match="unchanged: must be owner of table old"):
            split(server, OUTPUT=address(server, user="writer"))
    finally:
        server.sql("DROP OWNED BY writer; DROP ROLE writer")
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)


def test_a_table_that_is_in_use_stays(server):
    server.sql(FIRMS)
    with server.locked("old"), pytest.raises(QgsProcessingException, match=r"unchanged: .*lock timeout"):
        split(server)
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)


def test_a_cancel_while_a_table_is_waited_for_is_obeyed(server):
    server.sql(FIRMS)
    log = Log()
    with server.locked("old"):
        threading.Timer(0.8, log.cancel).start()
        begin = time.monotonic()
        with pytest.raises(QgsProcessingException, match="Cancelled; nothing was written"):
            split(server, log)
        assert time.monotonic() - begin < 3
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)


def test_outputs_are_replaced_together_or_not_at_all(server, tmp_path):
    server.sql(FIRMS)
    path = tmp_path / "centers.gpkg"
    points = server.layer("firms")
    run("weightedellipse", INPUT=points, CENTERS=str(path))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(QgsProcessingException, match="locked by another program"):
            run("weightedellipse", INPUT=points, OUTPUT=address(server), CENTERS=str(path))
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)
    both = {"OUTPUT": address(server), "CENTERS": address(server, '"public"."middle"')}
    run("weightedellipse", INPUT=points, **both)
    assert server.sql("SELECT (SELECT COUNT(*) FROM old), (SELECT COUNT(*) FROM middle)") == "1|1"
    server.sql("DROP TABLE middle")


def test_tables_of_killed_runs_are_removed(server):
    killed, living = f"clusterbelt_{'0' * 16}", f"clusterbelt_{'1' * 16}"
    server.sql(
        FIRMS
        + f"CREATE TABLE {killed} (id int); CREATE TABLE {living} (id int); CREATE TABLE clusterbelt_mine ()"
    )
    log, held = Log(), f"SELECT pg_advisory_lock(hashtext('{living}')), pg_sleep(600)"
    holder = subprocess.Popen([*server.psql("owner"), "-c", held])
    try:
        while server.sql("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory'") == "0":
            time.sleep(0.05)
        split(server, log)
    finally:
        server.unlock()
        holder.wait()
    assert tables(server).splitlines() == [living, "clusterbelt_mine"] and killed in log.text()
    server.sql(f"DROP TABLE {living}, clusterbelt_mine")


LOST = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'owner' AND pid <> pg_backend_pid()"


@pytest.mark.parametrize("step", ["exchange", "commit"])
def test_a_connection_that_is_lost_before_the_end_is_no_success(server, tmp_path, monkeypatch, step):
    server.sql(FIRMS)
    known, path = getattr(TablesBeside, step), tmp_path / "centers.gpkg"

    def lost(self):
        server.sql(LOST)
        known(self)

    monkeypatch.setattr(TablesBeside, step, lost)
    with pytest.raises(QgsProcessingException, match="is unchanged: the connection to the database was lost"):
        run("weightedellipse", INPUT=server.layer("firms"), OUTPUT=address(server), CENTERS=str(path))
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server) and not path.exists()


def test_a_connection_that_is_lost_after_the_end_is_no_failure(server, monkeypatch):
    server.sql(FIRMS)
    known = TablesBeside._is_done
    monkeypatch.setattr(TablesBeside, "_is_done", lambda self: [server.sql(LOST), known(self)][1])
    assert split(server)["ROWS"] == 500
    assert server.sql("SELECT COUNT(*) FROM old") == "500" and not tables(server)


def test_a_server_that_is_gone_at_the_end_leaves_the_outcome_open_and_is_said(server, monkeypatch):
    server.sql(FIRMS)
    known = TablesBeside.commit

    def gone(self, text):
        raise QgsException("no server")

    def commit(self):
        monkeypatch.setattr(TablesBeside, "_ask", gone)
        known(self)

    monkeypatch.setattr(tables_beside, "PATIENCE", 0.2)
    monkeypatch.setattr(TablesBeside, "commit", commit)
    with pytest.raises(
        QgsProcessingException, match=r"“public\.old” was replaced, and the database does not answer"
    ):
        split(server)


def test_what_was_written_before_a_database_failed_is_said(server, tmp_path, monkeypatch):
    server.sql(FIRMS)
    path, points = tmp_path / "there.gpkg", server.layer("firms")
    run("weightedellipse", INPUT=points, OUTPUT=str(path))
    known = TablesBeside.commit
    monkeypatch.setattr(TablesBeside, "commit", lambda self: [server.sql(LOST), known(self)])
    added = f"ogr:dbname='{path}' table=\"more\" (geom)"
    with pytest.raises(
        QgsProcessingException, match=r"was lost\. Written before that, .*: “Mean centres”\.$"
    ):
        run("weightedellipse", INPUT=points, OUTPUT=address(server), CENTERS=added)
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)


WHOLE = "DROP TABLE IF EXISTS whole CASCADE;"
PARTED = "CREATE TABLE whole (id int, city text) PARTITION BY RANGE (id);"
PROTECTED = {
    "a partition": (
        WHOLE
        + "DROP TABLE old;"
        + PARTED
        + "CREATE TABLE old PARTITION OF whole FOR VALUES FROM (0) TO (100);"
        "INSERT INTO whole SELECT i FROM generate_series(1, 7) AS i",
        "it is a part of the table whole, which would lose",
    ),
    "a child": (
        WHOLE + "CREATE TABLE whole AS SELECT * FROM old LIMIT 0; ALTER TABLE old INHERIT whole",
        "it is a part of the table whole, which would lose",
    ),
    "a table of partitions": (
        WHOLE + "DROP TABLE old;" + PARTED + "ALTER TABLE whole RENAME TO old;"
        "CREATE TABLE whole PARTITION OF old FOR VALUES FROM (0) TO (100);"
        "INSERT INTO old SELECT i FROM generate_series(1, 7) AS i",
        r"tables that are parts of it would be lost with it \(whole\)",
    ),
    "a table whose rows are hidden": ("ALTER TABLE old ENABLE ROW LEVEL SECURITY", "row-level security"),
}


@pytest.mark.parametrize("kind", PROTECTED)
def test_a_table_that_others_or_rights_rest_on_stays(server, kind):
    made, said = PROTECTED[kind]
    server.sql(FIRMS + made)
    with pytest.raises(QgsProcessingException, match=f"unchanged: {said}"):
        split(server)
    assert server.sql("SELECT COUNT(*) FROM old") == "7" and not tables(server)
    server.sql("DROP TABLE IF EXISTS whole CASCADE")


def test_rights_owner_and_comments_are_those_of_the_old_table(server):
    server.sql(
        FIRMS + "DROP ROLE IF EXISTS team, looker, member; CREATE ROLE team; CREATE ROLE looker;"
        "CREATE ROLE member LOGIN IN ROLE team; GRANT CREATE ON SCHEMA public TO team; ALTER TABLE old OWNER TO team;"
        "ALTER DEFAULT PRIVILEGES FOR ROLE member GRANT SELECT ON TABLES TO PUBLIC;"
        "GRANT SELECT (city) ON old TO looker; COMMENT ON TABLE old IS 'it''s mine'; COMMENT ON COLUMN old.city IS '市'"
    )
    try:
        assert split(server, OUTPUT=address(server, user="member"))["ROWS"] == 500
        rights = "has_column_privilege('looker', 'old', 'city', 'SELECT'), has_table_privilege('looker', 'old', 'SELECT')"
        assert server.sql(f"SELECT {rights}") == "t|f"
        assert server.sql("SELECT relowner::regrole FROM pg_class WHERE oid = 'old'::regclass") == "team"
        said = "SELECT obj_description('old'::regclass), col_description('old'::regclass, attnum) FROM pg_attribute "
        assert server.sql(said + "WHERE attrelid = 'old'::regclass AND attname = 'city'") == "it's mine|市"
    finally:
        server.sql("DROP TABLE old; DROP OWNED BY team, looker, member; DROP ROLE team, looker, member")


def test_what_the_new_table_will_not_have_is_said(server):
    server.sql(
        FIRMS + "CREATE INDEX by_city ON old (city); ALTER TABLE old ADD CONSTRAINT weighs CHECK (w > 0)"
    )
    log = Log()
    split(server, log)
    assert (
        "will not have these of the one that it replaces: indexes (by_city), checks (weighs)." in log.text()
    )
    log = Log()
    split(server, log)
    assert "will not have" not in log.text()


@pytest.mark.parametrize("level", ["serializable", "repeatable read"])
def test_transactions_that_see_no_new_tables_by_default(server, level):
    server.sql(FIRMS + f"ALTER ROLE owner SET default_transaction_isolation = '{level}'")
    try:
        assert split(server)["ROWS"] == 500
    finally:
        server.sql("ALTER ROLE owner RESET default_transaction_isolation")
    assert server.sql("SELECT COUNT(*) FROM old") == "500"


def test_why_a_table_cannot_be_made_is_said_once(server):
    server.sql(FIRMS)
    with pytest.raises(QgsProcessingException) as said:
        split(server, OUTPUT=address(server, '"nowhere"."old"'))
    assert str(said.value).count("cannot be written") == 1
