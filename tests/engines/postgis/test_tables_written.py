"""Outputs in a database that is read: an input is never written over, however its table is called."""

import pytest
from making import run
from qgis.core import QgsProcessingException

FIRMS = """
DROP TABLE IF EXISTS written; CREATE TABLE written AS SELECT i AS id, '杭州'::text AS city, (i % 9 + 1)::float8 AS w,
ST_SetSRID(ST_MakePoint(500000 + i * 7 % 100, 4000000 + i * 13 % 90), 32650)::geometry(Point, 32650) AS geom
FROM generate_series(1, 50) AS i; ALTER TABLE written ADD PRIMARY KEY (id);
"""
SPELLINGS = (
    'postgres:{at} table="public"."written" (geom)',
    'postgres://{at} table="public"."written" (geom)',
    'postgis:{at} table="written" (geom)',
    "postgis:{at} table=written (geom)",
    "postgres:{at} table=public.written (geom)",
    "postgres:dbname='postgres' host='{host}/' user='owner' table=\"public\".\"written\" (geom)",
    'POSTGRES:dbname=postgres host={host} user=owner table="written" (geom)',
)


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("algorithm", ["weightedellipse", "splitshared"])
def test_a_table_that_is_read_is_not_written(server, spelling, algorithm):
    server.sql(FIRMS)
    at = f"dbname='postgres' host='{server.folder}' port='5432' user='owner'"
    output = spelling.format(at=at, host=server.folder)
    given = {"weightedellipse": {"WEIGHT": "w"}, "splitshared": {"CITY": "city"}}[algorithm]
    with pytest.raises(QgsProcessingException, match="is also an input"):
        run(algorithm, INPUT=server.layer("written", user="owner"), OUTPUT=output, **given)
    assert server.sql("SELECT COUNT(*), MIN(w) FROM written") == "50|1"


@pytest.mark.parametrize("address", ["service='mine'", "dbname='postgres' user='owner'"])
def test_a_server_is_known_without_its_host(server, tmp_path, monkeypatch, address):
    server.sql(FIRMS)
    monkeypatch.setenv("PGSERVICEFILE", str(tmp_path / "services"))
    (tmp_path / "services").write_text(f"[mine]\nhost={server.folder}\ndbname=postgres\nuser=owner\n")
    monkeypatch.setenv("PGHOST", str(server.folder))
    with pytest.raises(QgsProcessingException, match="is also an input"):
        output = f'postgres:{address} table="public"."written" (geom)'
        run("weightedellipse", INPUT=server.layer("written", user="owner"), OUTPUT=output)


@pytest.mark.parametrize(
    ("read", "written"), [("whole", "part"), ("part", "whole"), ("seen", "whole"), ("seen", "part")]
)
def test_parts_of_a_table_and_what_a_view_reads_are_not_written(server, read, written):
    server.sql(
        "DROP TABLE IF EXISTS whole CASCADE;"
        "CREATE TABLE whole (id int, geom geometry(Point, 32650)) PARTITION BY RANGE (id);"
        "CREATE TABLE part PARTITION OF whole FOR VALUES FROM (0) TO (99); CREATE VIEW seen AS SELECT * FROM whole;"
        "INSERT INTO whole SELECT i, ST_SetSRID(ST_MakePoint(i, i % 7), 32650) FROM generate_series(1, 50) AS i;"
    )
    output = f"postgres:dbname='postgres' host='{server.folder}' user='owner' table=\"public\".\"{written}\" (geom)"
    with pytest.raises(QgsProcessingException, match="is also an input"):
        run("weightedellipse", INPUT=server.layer(read), OUTPUT=output)
    assert server.sql("SELECT COUNT(*) FROM whole") == "50"


@pytest.mark.parametrize("name", ["m" * 63, "产" * 21])
def test_a_name_that_would_be_cut_is_refused(server, name):
    server.sql(FIRMS + f"DROP TABLE IF EXISTS {name}; CREATE TABLE {name} (id int);")
    at = f"postgres:dbname='postgres' host='{server.folder}' port='5432' user='owner'"
    for place in (f'"public"."{name}m" (geom)', f'"{name}m"."made" (geom)', f'"public"."made" ({name}m)'):
        with pytest.raises(QgsProcessingException, match=f"“{name}m” is longer than the 63 bytes"):
            run("weightedellipse", INPUT=server.layer("written", user="owner"), OUTPUT=f"{at} table={place}")
    assert server.sql(f"SELECT COUNT(*) FROM {name}") == "0"
    server.sql(f"DROP TABLE {name}")


def test_two_outputs_are_not_one_table(server):
    server.sql(FIRMS + "DROP TABLE IF EXISTS made;")
    at = f"postgres:dbname='postgres' host='{server.folder}' port='5432' user='owner'"
    with pytest.raises(QgsProcessingException, match="would be written to the same"):
        run(
            "weightedellipse",
            INPUT=server.layer("written", user="owner"),
            OUTPUT=f'{at} table="made" (geom)',
            CENTERS=f'{at} table="public"."made" (geom)',
        )
