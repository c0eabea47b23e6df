"""Belts in Parquet, counted by the line of DuckDB that the docs give."""

import re
from pathlib import Path

import duckdb
from making import match, rows_of, table
from making_belts import NUMBERS, clusters, random_rows
from qgis.core import QgsVectorLayer

DOCS = Path(__file__).resolve().parents[3] / "docs" / "engines.md"
OF_THE_ROW = ("cb_beltid",)


def test_the_line_of_the_docs_gives_the_match_of_the_rows(tmp_path):
    (line,) = re.findall(r"^    (COPY .*;)$", DOCS.read_text(encoding="utf-8"), re.M)
    rows = [
        (city, product, year)
        for _, _, city, _, product, year, _, _ in random_rows(5, count=900)
        if city and product
    ]
    (tmp_path / "belts").mkdir()
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE t (city VARCHAR, industry VARCHAR, year INTEGER)")
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        for part, which in (("1", "LIMIT 500"), ("2", "OFFSET 500")):
            connection.execute(f"COPY (SELECT * FROM t {which}) TO '{tmp_path}/belts/{part}.parquet'")
        connection.execute(line.replace("'belts", f"'{tmp_path}/belts"))
    counted = QgsVectorLayer(str(tmp_path / "belts.csv"), "belts", "ogr")
    assert counted.featureCount() < len(set(rows)) + 1 < len(rows)
    given = {"BELT_ID": None, "BELT_INDUSTRY": "industry", "BELT_YEAR": "year", "AS_OF": 2017}
    texts = table(
        [(city, product, "" if year is None else str(year)) for city, product, year in rows],
        ("city", "industry", "year"),
    )
    found, expected = (match(clusters(5), belts, **given) for belts in (counted, texts))
    assert {name: found[name] for name in NUMBERS} == {name: expected[name] for name in NUMBERS}
    assert found["MATCHED"] and found["UNMATCHED"]
    assert _without_ids(found) == _without_ids(expected)


def _without_ids(result):
    rows = rows_of(result["OUTPUT"])
    return [{name: cell for name, cell in row.items() if name not in OF_THE_ROW} for row in rows]
