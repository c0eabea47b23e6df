"""`matchclusters` on belts in PostGIS: the database counts them, and nothing in the result tells."""

from collections import Counter
from pathlib import Path

import pytest
from making import Log, match, rows_of, run, table
from making_belts import FIELDS, belts, both_ways, clusters, outcome, random_rows


@pytest.mark.parametrize("seed", range(8))
def test_the_database_and_the_rows_give_the_same_match(server, seed):
    layer = belts(server, "belts", random_rows(seed))
    log = both_ways(seed, layer)
    assert "counted by its database (rows: 120" in log
    both_ways(seed, layer, BELT_COUNT="n", AS_OF=2017)
    both_ways(seed, layer, BELT_YEAR=None, CITY_BY="text", LANGUAGE="zh")


@pytest.mark.parametrize("seed", range(4))
def test_judged_ids_keep_belts_of_their_own(server, seed):
    layer = belts(server, "belts", random_rows(seed))
    judged = table(
        [
            ("set", "same", "c1", "b2", ""),
            ("reject", "", "", "12", ""),
            ("accept", "", "c3", "７", ""),
            ("set", "belt_within", "", "", "茶叶"),
        ],
        ("decision", "relation", "cluster_id", "belt_id", "belt_industry"),
    )
    both_ways(seed, layer, OVERRIDES=judged)
    both_ways(seed, layer, OVERRIDES=judged, BELT_ID=None)


def test_pairs_and_belts_are_rows_unless_groups_are_asked_for(server):
    layer = belts(server, "belts", random_rows(3, unique=True))
    outputs = {"PAIRS": "memory:", "BELTS_OUT": "memory:", **FIELDS}
    log = Log()
    rows = match(clusters(3), layer, log, **outputs)
    assert "read row by row: “Pairs of clusters and belts”, “Matched belts” list single belts" in log.text()
    assert "cb_count" not in rows["BELTS_OUT"].fields().names() and rows["BELTS_OUT"].featureCount() == 120
    groups = match(clusters(3), layer, READ="database", **outputs)
    assert outcome(groups) == outcome(rows)
    assert totals(groups["PAIRS"], ("cluster", "rel", "via_c", "via_b", "basis"), "belts") == totals(
        rows["PAIRS"], ("cluster", "rel", "via_c", "via_b", "basis")
    )
    same = (
        "city",
        "province",
        "product",
        "year",
        "cb_citycd",
        "cb_nodes",
        "cb_status",
        "cb_nclus",
        "cb_clusid",
    )
    assert totals(groups["BELTS_OUT"], same, "cb_count") == totals(rows["BELTS_OUT"], same)
    assert groups["BELTS_OUT"].fields().field("year").typeName() == "integer"
    given = {"INPUT": groups["OUTPUT"], "CLASS": "industry", "RUNS": 9}
    chances = [
        rows_of(run("matchchance", BELTS=found["BELTS_OUT"], **given)["OUTPUT"]) for found in (groups, rows)
    ]
    assert chances[0] == chances[1]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "algorithm, given",
    [
        ("cityoverlap", {"CITIES_OUT": "memory:"}),
        ("matchchance", {"CLASS": "industry", "RUNS": 19, "BELT_INDUSTRY": "product"}),
        (
            "matchreport",
            {
                "CLASS": "industry",
                "RUNS": 19,
                "BELT_INDUSTRY": "product",
                "OUTPUT": "TEMPORARY_OUTPUT",
                "TABLES_FOLDER": "TEMPORARY_OUTPUT",
            },
        ),
    ],
)
def test_tables_are_those_of_the_rows(server, seed, algorithm, given):
    layer = belts(server, "belts", random_rows(seed))
    matched = match(clusters(seed), layer, **FIELDS)["OUTPUT"]
    found = []
    for way in ("rows", "database", "auto"):
        log = Log()
        fields = {"BELT_CITY": "city", "BELT_PROVINCE": "province", "BELT_YEAR": "year", "BELT_COUNT": "n"}
        result = run(algorithm, log, INPUT=matched, BELTS=layer, READ=way, **fields, **given)
        assert ("counted by its database (rows: 120" in log.text()) == (way != "rows")
        found.append({name: told(value) for name, value in result.items()})
    assert found[0] == found[1] == found[2]


def told(value):
    """What an output says: a number, the rows of a table, the files of a folder; a page, dated, is left out."""
    if isinstance(value, str):
        folder = Path(value)
        return {file.name: file.read_bytes() for file in folder.iterdir()} if folder.is_dir() else None
    return value if isinstance(value, (int, float)) or value is None else rows_of(value)


def totals(layer, fields, count=None):
    """How many belts have each combination of values."""
    found = Counter()
    for row in rows_of(layer):
        found[tuple(row[name] for name in fields)] += row[count] if count else 1
    return found


def test_without_a_field_of_ids_the_key_names_the_belts(server):
    layer = belts(server, "belts", random_rows(5))
    both_ways(5, layer, BELT_ID=None, BELT_COUNT="n")
    both_ways(5, belts(server, "plain", random_rows(5), geometry=False), BELT_ID=None, BELT_NAME=None)
    both_ways(5, layer, BELT_ID="row", BELT_NAME="year", BELT_YEAR=None)


@pytest.mark.parametrize("kind", ["date", "timestamp", "text", "numeric(6,2)", "double precision", "bigint"])
def test_years_of_every_kind_are_understood(server, kind):
    layer = belts(server, "belts", random_rows(6))
    made = {"date": "(year || '-12-31')::date", "timestamp": "(year || '-12-31 23:59')::timestamp",
            }.get(kind, f"year::{kind}")  # fmt: skip
    server.sql(
        f"UPDATE belts SET year = 2019 WHERE year > 9000; ALTER TABLE belts ALTER year TYPE {kind} USING {made};"
        "ALTER TABLE belts ADD until int; UPDATE belts SET until = 2019 WHERE row % 3 = 0;"
    )
    layer = server.layer("belts", key="row")
    both_ways(6, layer)
    both_ways(6, layer, BELT_YEAR=None, BELT_START="year", BELT_END="until", AS_OF=2018)


def test_other_keys_tables_and_filters_are_understood(server):
    rows = random_rows(7, unique=True)
    belts(server, "belts", rows)
    server.sql(
        "DROP TABLE IF EXISTS keyless, wide CASCADE; CREATE TABLE keyless AS SELECT * FROM belts ORDER BY id;"
        "CREATE TABLE wide AS SELECT * FROM belts; ALTER TABLE wide ALTER row TYPE bigint USING row + 9000000000;"
        "ALTER TABLE wide ADD PRIMARY KEY (row); CREATE VIEW seen AS SELECT * FROM belts WHERE year < 2018;"
        "CREATE TABLE pairs AS SELECT * FROM belts; ALTER TABLE pairs ADD PRIMARY KEY (row, id);"
    )
    for name, key in (
        ("keyless", ""),
        ("wide", "row"),
        ("seen", "row"),
        ("pairs", ""),
        ("(SELECT * FROM belts)", "row"),
    ):
        both_ways(7, server.layer(name, key=key))
    filtered = server.layer("belts", key="row")
    filtered.setSubsetString("\"product\" <> 'O''Re\\il' OR year = 2017")
    both_ways(7, filtered)
    for name in ("keyless", "wide"):
        log = Log()
        match(clusters(7), server.layer(name, key="row" if name == "wide" else ""), log, BELT_ID=None)
        assert (
            "read row by row: no field of ids was chosen, and its key is not a field of 32-bit integers"
            in log.text()
        )
