"""Tables that are replaced meanwhile, show a part of their rows, or hold odd types: as the rows, or one sentence."""

import random
import subprocess

import pytest
from making import Log, match, rows_of, run
from making_belts import FIELDS, belts, both_ways, clusters, literal, outcome, random_rows
from qgis.core import QgsDataSourceUri, QgsProcessingException, QgsVectorLayer, QgsWkbTypes
from test_ellipses import both_ways as ellipses_both_ways
from test_periods import both_ways as shifts_both_ways
from test_trouble import spoil

REPLACED = {
    "emptied": "TRUNCATE town",
    "rewritten": "ALTER TABLE town ALTER w TYPE numeric USING w + 1",
    "swapped": "ALTER TABLE town RENAME TO old_town; ALTER TABLE other_town RENAME TO town",
    "dropped": "DROP TABLE town",
}


def make_towns(server):
    server.sql("DROP TABLE IF EXISTS town, other_town, old_town CASCADE")
    draw = random.Random(4)
    for table in ("town", "other_town"):
        x, y = [[draw.uniform(0, 9e5) for _ in range(90)] for _ in "xy"]
        server.points(table, x, y, [1.0 + i % 3 for i in range(90)], ["ab"[i % 2] for i in range(90)])


@pytest.mark.parametrize("change", REPLACED)
@pytest.mark.parametrize("number", [2, 6, 7])
def test_a_table_that_is_replaced_while_it_is_summed_is_a_sentence(server, monkeypatch, change, number):
    make_towns(server)
    layer = server.layer("town")
    spoil(monkeypatch, lambda done: server.sql(REPLACED[change]) if done == number else None)
    with pytest.raises(QgsProcessingException, match=r"^Layer “town” was changed while it was being read"):
        run("weightedellipse", INPUT=layer, WEIGHT="w", UID="g", READ="database")
    assert server.open_transactions() == 0


def test_a_table_of_belts_that_is_replaced_while_it_is_counted_is_a_sentence(server, monkeypatch):
    layer = belts(server, "belts", random_rows(2))
    spoil(monkeypatch, lambda done: server.sql("ALTER TABLE belts ALTER n TYPE text") if done == 5 else None)
    with pytest.raises(QgsProcessingException, match="“belts” was changed while it was being read"):
        match(clusters(2), layer, READ="database", **FIELDS)
    assert server.open_transactions() == 0


def test_a_server_that_ends_idle_transactions_lets_long_runs_end(server):
    make_towns(server)
    server.sql("CREATE ROLE brisk LOGIN; GRANT pg_read_all_data TO brisk")
    server.sql("ALTER ROLE brisk SET idle_in_transaction_session_timeout = '100ms'")
    slow = "(SELECT *, waited(id::text, 0.003) AS s FROM town WHERE waited(id::text, 0.003) IS NOT NULL)"
    assert run("weightedellipse", INPUT=server.layer(slow, user="brisk"), READ="database")["ELLIPSES"] == 1


def of_kind(server, table, kind, srid, key):
    uri = QgsDataSourceUri(server.layer("spatial_ref_sys", None, "srid").source())
    uri.setDataSource("public", table, "geom", "", key)
    uri.setWkbType(kind)
    uri.setSrid(srid)
    layer = QgsVectorLayer(uri.uri(False), table, "postgres")
    assert layer.isValid()
    return layer


@pytest.mark.parametrize("column", ["geometry", "geometry(Point)"])
def test_rows_that_a_layer_does_not_show_do_not_count(server, column):
    belts(server, "belts", random_rows(6))
    other = "ST_Buffer(geom, 1)" if column == "geometry" else "ST_SetSRID(geom, 32650)"
    server.sql(
        f"DROP TABLE IF EXISTS partly; CREATE TABLE partly AS SELECT * FROM belts; "
        f"ALTER TABLE partly ALTER geom TYPE {column}; ALTER TABLE partly ADD PRIMARY KEY (row);"
        f"UPDATE partly SET geom = {other} WHERE row % 3 = 0"
    )
    layer = of_kind(server, "partly", QgsWkbTypes.Type.Point, "4326", "row")
    for algorithm in (lambda **given: match(clusters(6), layer, **FIELDS, **given), ellipse_of(layer)):
        log = Log()
        found = [algorithm(READ="rows"), algorithm(READ="auto", feedback=log)]
        assert numbers(found[0]) == numbers(found[1])
        assert "read row by row: its table holds geometries that it does not show" in log.text()


def ellipse_of(layer):
    return lambda feedback=None, **given: run("weightedellipse", feedback, INPUT=layer, **given)


def numbers(result):
    return {name: value for name, value in result.items() if isinstance(value, (int, float))}


def test_belts_of_geographies_are_places_too(server):
    belts(server, "belts", random_rows(7))
    server.sql("DROP TABLE IF EXISTS round; CREATE TABLE round AS SELECT * FROM belts")
    server.sql(
        "ALTER TABLE round ALTER geom TYPE geography(Point, 4326); ALTER TABLE round ADD PRIMARY KEY (row)"
    )
    log = both_ways(7, server.layer("round", key="row"))
    assert "settled by the nearest" in log


def test_a_database_of_another_encoding_is_read_row_by_row(server):
    server.sql("CREATE DATABASE cn ENCODING 'EUC_CN' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    rows = [row for row in random_rows(8) if row[4] not in (None, "")]
    values = ", ".join(f"({', '.join(map(literal, row[:-1]))})" for row in rows)
    made = (
        "SET client_encoding = 'UTF8'; CREATE TABLE b (row serial PRIMARY KEY, id text, name text, city text, "
        "province text, product text, year int, n int); "
        f"INSERT INTO b (id, name, city, province, product, year, n) VALUES {values}; CREATE EXTENSION postgis; "
        "ALTER TABLE b ADD geom geometry(Point, 32650); UPDATE b SET geom = ST_SetSRID(ST_Point(row, row % 7), 32650)"
    )
    command = [argument if argument != "postgres" else "cn" for argument in server.psql("owner")]
    subprocess.run([*command, "-f", "-"], input=made, text=True, check=True)
    address = server.layer("spatial_ref_sys", None, "srid").source()
    uri = QgsDataSourceUri(address.replace("dbname='postgres'", "dbname='cn'"))
    uri.setDataSource("public", "b", None, "", "row")
    layer = QgsVectorLayer(uri.uri(False), "b", "postgres")
    log = Log()
    found = [match(clusters(8), layer, log, READ=read, **FIELDS) for read in ("rows", "auto")]
    assert outcome(found[0]) == outcome(found[1])
    assert "read row by row: its database is not in UTF-8 but in EUC_CN" in log.text()
    uri.setDataSource("public", "b", "geom", "", "row")
    uri.setWkbType(QgsWkbTypes.Type.Point)
    uri.setSrid("32650")
    layer = QgsVectorLayer(uri.uri(False), "b", "postgres")
    for group, how in (("city", "not in UTF-8 but in EUC_CN"), ("n", "is summed by its database")):
        log = Log()
        run("weightedellipse", log, INPUT=layer, UID=group)
        assert how in log.text()


ODD = """
DROP TYPE IF EXISTS town_name CASCADE;
CREATE TYPE town_name AS ENUM ('杭州', '温州', '宁波', '某某', '朝阳区', '鼓楼区', '杭州市', ' 温州');
DROP TABLE IF EXISTS all_types;
CREATE TABLE all_types AS SELECT b.*, city::town_name AS enum, (city || '  ')::char(12) AS padded,
    (city || '  ')::varchar(9) AS blanks,
    md5(row::text)::uuid AS uuid, 9007199254740992 + row AS big, make_date(year % 3000, 5, 6) AS day,
    make_timestamp(year % 3000, 1, 1, 0, 0, 0) AS moment, make_timestamptz(year % 3000, 1, 1, 0, 0, 0, 'UTC') AS zoned,
    to_jsonb(city) AS json, ARRAY[city] AS list, year::numeric(9, 1) AS decimal, n::numeric(9, 2) AS n_decimal, -n AS below,
    CASE row WHEN 7 THEN 'NaN'::numeric WHEN 8 THEN 'Infinity' WHEN 9 THEN '-Infinity' ELSE n END AS n_none,
    n + 0.5 AS n_half, n > 0 AS yes, row::oid AS oid_of, n::real / 3 AS real FROM belts AS b;
ALTER TABLE all_types ADD PRIMARY KEY (row);
ALTER TABLE all_types ADD made text GENERATED ALWAYS AS (id || '!') STORED;
"""
BELTS = {
    "BELT_CITY": ["enum", "padded", "blanks", "json", "list", "yes"],
    "BELT_ID": ["uuid", "big", "made", "padded", "decimal", "enum"],
    "BELT_NAME": ["uuid", "big", "day", "real"],
    "BELT_YEAR": ["day", "moment", "zoned", "decimal", "json"],
    "BELT_COUNT": ["n_decimal", "below", "n_none", "n_half", "day"],
    "BELT_INDUSTRY": ["enum", "real", "decimal"],
}


@pytest.mark.parametrize("parameter, column", [(name, one) for name in BELTS for one in BELTS[name]])
def test_columns_of_all_types_give_what_the_rows_give(server, odd, parameter, column):
    given = {**FIELDS, parameter: column, "CHECK": "memory:"}

    def found(read):
        try:
            return outcome(match(clusters(11), odd, READ=read, **given), "CHECK")
        except QgsProcessingException as error:
            return str(error)

    assert found("auto") == found("rows")


@pytest.fixture(scope="module")
def odd(server):
    belts(server, "belts", random_rows(11))
    server.sql(ODD)
    return server.layer("all_types", key="row")


@pytest.mark.parametrize("weight", ["n_decimal", "real", "oid_of"])
def test_weights_of_all_types_weigh(odd, weight):
    log = Log()
    found = [
        numbers(run("weightedellipse", log, INPUT=odd, WEIGHT=weight, READ=read)) for read in ("rows", "auto")
    ]
    assert found[0] == found[1]
    assert ("read row by row: the field “oid_of” is of type oid" in log.text()) == (weight == "oid_of")


@pytest.mark.parametrize("group", ["enum", "padded", "blanks", "uuid", "big", "yes"])
def test_groups_of_all_types_part(server, odd, group):
    query = f"(SELECT row, geom, {group} AS g FROM all_types)"
    ellipses_both_ways(server.layer(query, key="row"), UID="g")


def test_groups_of_nothing_but_blanks_are_the_group_of_none(server):
    """In rows and in both questions to the database; one that is not in UTF-8 does not know all blanks."""
    names = ["a", "", None, "  ", "\x1f\x0b", "\u3000\xa0", "a ", " a", "\u200b"]
    draw = random.Random(5)
    x, y = [[draw.uniform(0, 9e5) for _ in range(90)] for _ in "xy"]
    layer = server.points("nameless", x, y, None, [names[i % 9] for i in range(90)])
    server.sql("ALTER TABLE nameless ADD t int; UPDATE nameless SET t = id % 4")
    for algorithm, more in (("weightedellipse", {}), ("centershift", {"TIME": "t"})):
        for read in ("rows", "database"):
            rows = rows_of(
                run(algorithm, INPUT=server.layer("nameless"), UID="g", READ=read, **more)["OUTPUT"]
            )
            assert {row["g"] for row in rows} == {"a", "a ", " a", "\u200b", None}
            assert sum(row["n"] for row in rows if row["g"] is None) == 50 if not more else len(rows) == 15
    ellipses_both_ways(layer, UID="g")


def test_texts_are_told_apart_as_they_are_read(server):
    """Marks of the byte order in front of a text are no part of it; every other sign nobody sees is."""
    names = [
        "\ufeffa",
        "a",
        "\ufeff",
        "",
        "\ufeff\ufeffa",
        "a\ufeff",
        "\u200ba",
        "a\xad",
        "é",
        "e\u0301",
        "\ufeff b ",
    ]
    draw = random.Random(8)
    x, y = [[draw.uniform(0, 9e5) for _ in range(132)] for _ in "xy"]
    server.points("unseen", x, y, None, [names[i % 11] for i in range(132)])
    marked = "CASE WHEN id % 3 = 0 THEN E'\\uFEFF' ELSE '' END || (2010 + id % 4)"
    server.sql(f"ALTER TABLE unseen ADD t text; UPDATE unseen SET t = {marked}")
    layer = server.layer("unseen")
    summed, _ = ellipses_both_ways(layer, UID="g")
    assert {row["g"]: row["n"] for row in summed if row["n"] != 12} == {"a": 36, None: 24}
    shifts_both_ways(layer, TIME="t", UID="g")


def test_belts_are_told_apart_as_they_are_read(server):
    rows = [
        (*("\ufeff" + cell if at % 4 == 1 and isinstance(cell, str) else cell for cell in row[:-1]), row[-1])
        for at, row in enumerate(random_rows(21))
    ]
    both_ways(21, belts(server, "marked", rows))


def test_weights_of_single_precision_are_the_decimals_that_are_read(server):
    draw = random.Random(9)
    x, y = [[draw.uniform(0, 9e5) for _ in range(40)] for _ in "xy"]
    server.points("single", x, y, [draw.choice([0.1, 1e-3, 123.457]) for _ in range(40)])
    server.sql("ALTER TABLE single ALTER w TYPE real, ADD t int; UPDATE single SET t = id % 4")
    layer = server.layer("single")
    ellipses_both_ways(layer, WEIGHT="w")
    shifts_both_ways(layer, TIME="t", WEIGHT="w")


@pytest.fixture
def huge(server):
    """Decimals beyond floating point numbers, and texts beyond what is read of them."""
    draw = random.Random(6)
    x, y = [[draw.uniform(0, 9e5) for _ in range(90)] for _ in "xy"]
    long = "a" * 10_000
    server.points("huge", x, y, [1.0 + i % 3 for i in range(90)], [long + "bc"[i % 2] for i in range(90)])
    server.sql(
        "ALTER TABLE huge ALTER w TYPE numeric, ADD t int, ADD v_2010 numeric, ADD wide_2011 numeric(400, 10),"
        "ADD v_2012 numeric;"
        "UPDATE huge SET t = id % 4, v_2010 = w, v_2012 = w, wide_2011 = w; UPDATE huge SET w = 'NaN' WHERE id = 4;"
        "UPDATE huge SET w = 1e400, wide_2011 = 1e380, v_2012 = 1e400 WHERE id = 5;"
        "UPDATE huge SET w = 1e-400 WHERE id IN (6, 7);"
        "UPDATE huge SET w = -1e400 WHERE id = 8; UPDATE huge SET w = 'Infinity' WHERE id = 9"
    )
    return server.layer("huge")


@pytest.mark.parametrize("weight", ["w", "wide_2011"])
def test_decimals_beyond_floating_point_numbers_are_left_out_as_by_rows(huge, weight):
    logs = []
    for read in ("rows", "database"):
        log = Log()
        run("weightedellipse", log, INPUT=huge, WEIGHT=weight, READ=read)
        logs.append({line for line in log.lines if "skipped" in line})
    assert logs[0] == logs[1] and logs[0]
    ellipses_both_ways(huge, WEIGHT=weight)
    shifts_both_ways(huge, TIME="t", WEIGHT=weight)
    shifts_both_ways(huge, VALUES=["v_2010", "wide_2011", "v_2012"])


def test_groups_of_long_texts_are_read_as_rows_which_are_cut(huge):
    for algorithm, more in (("weightedellipse", {}), ("centershift", {"TIME": "t"})):
        log = Log()
        found = rows_of(run(algorithm, log, INPUT=huge, UID="g", **more)["OUTPUT"])
        assert {len(row["g"]) for row in found} == {10_000}
        assert "is read row by row: its groups are texts of more than 10000 letters" in log.text()
