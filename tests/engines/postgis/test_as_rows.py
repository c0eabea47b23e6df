"""What users write in filters, and collations of columns: the database gives what the rows give."""

import numpy as np
import pytest
from making import Log, match, run, table
from test_ellipses import both_ways as ellipses
from test_periods import both_ways as shifts

FILTERS = (
    "shops.w > 3",
    '"public"."shops"."w" > 3',
    "EXISTS (SELECT 1 FROM others AS o WHERE o.id = shops.id)",
)
NAMES = ("a", "A", "é", "e\u0301", "b", None)


@pytest.fixture(scope="module")
def shops(server):
    draw = np.random.default_rng(5)
    x, y = 500_000 + draw.normal(0, 30_000, 600), 4_000_000 + draw.normal(0, 60_000, 600)
    server.points("shops", x, y, draw.uniform(1, 9, 600), [NAMES[i % 6] for i in range(600)])
    server.sql(
        """CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
        ALTER TABLE shops ALTER g TYPE text COLLATE careless, ADD year int, ADD named text COLLATE careless,
        ADD numbered_row int, ADD t int, ADD product text COLLATE careless;
        UPDATE shops SET year = 2010 + id / 121, named = (ARRAY['a', 'A', 'B', 'b', 'c'])[1 + id / 121],
        product = (ARRAY['女装', 'Toys', 'toys'])[1 + id % 3];
        CREATE TABLE others AS SELECT id FROM shops WHERE id % 2 = 0;
        CREATE TABLE keyless AS SELECT w, g, year, numbered_row, geom FROM shops;
        UPDATE keyless SET w = NULL WHERE year = 2011 AND w > 8; UPDATE keyless SET year = NULL WHERE w < 2"""
    )
    return server.layer("shops")


@pytest.mark.parametrize("condition", FILTERS)
@pytest.mark.parametrize("table", ["shops", "(SELECT * FROM shops)"])
def test_a_filter_may_name_its_table(server, shops, condition, table):
    if table != "shops":
        condition = "w > 3"
    layer = server.layer(table, condition=condition)
    ellipses(layer, WEIGHT="w", UID="g")
    shifts(layer, WEIGHT="w", TIME="year", UID="g")


@pytest.mark.parametrize("condition", FILTERS)
def test_a_filter_of_belts_may_name_their_table(server, shops, condition):
    clusters = table([("c1", "杭州", "女装"), ("c2", "温州", "茶叶")], ("id", "city", "industry"))
    fields = {"BELT_ID": "id", "BELT_CITY": "g", "BELT_INDUSTRY": "product"}
    found = [
        match(clusters, server.layer("shops", condition=condition), READ=read, **fields)
        for read in ("rows", "database")
    ]
    assert found[0]["PAIR_COUNT"] == found[1]["PAIR_COUNT"]


def test_texts_are_apart_whatever_their_collation_takes_for_equal(shops):
    assert len(ellipses(shops, WEIGHT="w", UID="g")[0]) == 6
    shifts(shops, WEIGHT="w", TIME="named")
    shifts(shops, WEIGHT="w", TIME="year", UID="g")


def test_a_table_without_a_key_may_have_columns_of_any_name(server, shops):
    layer = server.layer("keyless", key="", condition="keyless.w > 1.5 OR w IS NULL")
    for read in ("rows", "database"):
        log = Log()
        run("centershift", log, INPUT=layer, TIME="year", WEIGHT="w", READ=read)
        assert "Rows skipped, no period" in log.text()


def test_the_log_says_where_the_database_measured(shops):
    said, said_of_rows = shifts(shops, WEIGHT="w", TIME="year")
    measured = [line for line in said_of_rows.splitlines() if line.startswith("Measured in")]
    assert measured
    assert measured == [line for line in said.splitlines() if line.startswith("Measured in")]


STEADY = {
    "shops": "",
    "(SELECT s.*, (SELECT count(*) FROM others) AS n FROM shops AS s)": "id IN (SELECT id FROM others)",
    "(WITH s AS (SELECT * FROM shops) SELECT s.* FROM s JOIN others USING (id) UNION ALL SELECT * FROM s WHERE id < 0)": "",
    "looked_at": "abs(w) > 2 AND ST_X(geom) > 0",
}
UNSTEADY = {
    "(SELECT * FROM shops ORDER BY random() LIMIT 100)": "",
    "(SELECT * FROM shops TABLESAMPLE BERNOULLI (50))": "",
    "(SELECT * FROM shops LIMIT 50)": "",
    "(SELECT DISTINCT ON (year) * FROM shops)": "",
    "(SELECT *, row_number() OVER () AS number FROM shops)": "",
    "drawn": "",
    "shops": "random() < 0.5",
    "looked_at": "(SELECT random()) < 2",
    "others_looked_at": 'public."Odd name"(id) > 0',
}


@pytest.fixture
def views(server, shops):
    server.sql(
        """CREATE OR REPLACE VIEW looked_at AS SELECT * FROM shops;
        CREATE OR REPLACE VIEW others_looked_at AS SELECT * FROM shops;
        CREATE OR REPLACE VIEW drawn AS SELECT * FROM shops WHERE random() < 0.9;
        CREATE OR REPLACE FUNCTION "Odd name"(i integer) RETURNS integer LANGUAGE plpgsql AS
        $$ BEGIN RETURN i; END $$"""
    )


@pytest.mark.parametrize("relation", STEADY)
def test_queries_and_views_that_give_the_same_rows_are_summed(server, views, relation):
    layer = server.layer(relation, condition=STEADY[relation])
    assert run("weightedellipse", INPUT=layer, READ="database")["ELLIPSES"] == 1


@pytest.mark.parametrize("relation", UNSTEADY)
def test_what_each_statement_could_see_otherwise_is_read_once(server, views, relation):
    log = Log()
    found = run("weightedellipse", log, INPUT=server.layer(relation, condition=UNSTEADY[relation]))
    assert found["ELLIPSES"] == 1
    assert "is read row by row: each statement could see other rows" in log.text()


def test_belts_of_a_sample_are_read_once(server, views):
    clusters = table([("c1", "杭州", "女装")], ("id", "city", "industry"))
    log = Log()
    fields = {"BELT_ID": "id", "BELT_CITY": "g", "BELT_INDUSTRY": "product"}
    match(clusters, server.layer("shops", condition="random() < 0.5"), log, **fields)
    assert "each statement could see other rows" in log.text()
