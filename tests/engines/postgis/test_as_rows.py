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
