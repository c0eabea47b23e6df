"""`centershift` on PostGIS: the database adds by group and period, and nothing in the result tells."""

import numpy as np
import pytest
from making import Log, rows_of, run
from qgis.core import QgsProcessingException
from test_ellipses import NAMES, RULES, assert_equal

OUTPUTS = ("OUTPUT", "ELLIPSES", "TABLE")


def both_ways(layer, **parameters):
    """The log of the database, whose layers equal those from the rows."""
    found = []
    for read in ("rows", "database"):
        log = Log()
        made = dict.fromkeys(OUTPUTS, "memory:")
        result = run("centershift", log, INPUT=layer, READ=read, **made, **parameters)
        found.append((result, log.text()))
    (rows, said_of_rows), (summed, said) = found
    assert summed["PERIODS"] == rows["PERIODS"]
    assert summed["TOTAL_SHIFT"] == pytest.approx(rows["TOTAL_SHIFT"], rel=1e-9)
    for name in OUTPUTS:
        one, other = (sorted(rows_of(result[name]), key=_place) for result in (summed, rows))
        assert [list(row) for row in one] == [list(row) for row in other]
        assert_equal(one, other)
    return said, said_of_rows


def _place(row):
    labels = list(row.values())[:2]
    return *map(str, labels), row.get("rule", "")


@pytest.fixture(scope="module")
def firms(server):
    """A long table of six groups in five years, with columns of time of many types, and a wide one."""
    generator = np.random.default_rng(7)
    count = 3000
    group = generator.integers(0, len(NAMES), count)
    year = generator.integers(2010, 2015, count)
    x = 500_000 + group * 20_000 + (year - 2010) * 5_000 + generator.normal(0, 30_000, count)
    y = 4_000_000 + (year - 2010) * 7_000 * (1 + group) + generator.normal(0, 60_000, count)
    weight = generator.uniform(0.1, 9, count)
    weight[:4], x[4:7] = (np.nan, np.inf, 0.0, 0.0), np.nan
    server.points("firms", x, y, weight, [NAMES[i] for i in group])
    years = ",".join(map(str, year))
    server.sql(
        "ALTER TABLE firms ADD year int, ADD named text, ADD day date, ADD stamp timestamp, ADD exact numeric(8, 2), "
        "ADD v_2010 float, ADD v_2011 int, ADD v_2012 numeric;"
        f"WITH y AS (SELECT * FROM unnest(ARRAY[{years}]) WITH ORDINALITY AS u(year, id)) "
        "UPDATE firms SET year = y.year, named = CASE WHEN firms.id % 2 = 0 THEN y.year || '年' ELSE y.year::text END, "
        "day = make_date(y.year, 3, 1), stamp = make_timestamp(y.year, 3, 1, 13, 30, 0), exact = y.year, "
        "v_2010 = firms.w, v_2011 = firms.id % 7, v_2012 = CASE WHEN firms.id % 3 = 0 THEN 2.5 END "
        "FROM y WHERE y.id = firms.id;"
        "UPDATE firms SET named = CASE WHEN id % 2 = 0 THEN '—' END, year = NULL WHERE id BETWEEN 10 AND 14;"
    )
    return server.layer("firms")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["SCALING"])
def test_the_database_and_the_rows_give_the_same_paths(firms, rule):
    said, of_rows = both_ways(firms, TIME="year", WEIGHT="w", UID="g", **rule)
    assert "is summed by its database (rows: 3000)" in said
    for line in ("Rows skipped, no geometry: 3 (5, 6, 7)", "Rows skipped, no period: 5 (10, 11, 12, 13, 14)"):
        assert line in said and line in of_rows
    assert "Rows skipped, weight zero: 2 (3, 4)" in said


@pytest.mark.parametrize("time", ["year", "named", "day", "stamp", "exact"])
def test_times_of_any_type_are_read_as_those_of_rows(firms, time):
    both_ways(firms, TIME=time)
    both_ways(firms, TIME=time, UID="g", WEIGHT="v_2010")


def test_a_field_a_year_is_summed_in_one_scan(firms):
    fields = ["v_2012", "v_2010", "v_2011"]
    said, of_rows = both_ways(firms, VALUES=fields, UID="g", SCALING="share_inside", PERCENT="50,90")
    for line in of_rows.splitlines():
        if line.startswith(("Left out of", "Rows skipped")):
            assert line.partition("(")[0] in said
    assert "Left out of 2012, value empty or infinite" in said
    both_ways(firms, VALUES=fields)


def test_degrees_are_measured_in_one_plane(server):
    generator = np.random.default_rng(8)
    lon, lat = generator.normal(113, 2, 900), generator.normal(31, 2, 900)
    server.points(
        "stations", lon, lat, generator.uniform(1, 5, 900), [NAMES[i % 3] for i in range(900)], 4326
    )
    server.sql("ALTER TABLE stations ADD t int; UPDATE stations SET t = 2010 + 5 * (id % 4)")
    both_ways(server.layer("stations"), TIME="t", WEIGHT="w", UID="g")


def test_filters_and_columns_of_any_name_are_understood(server, firms):
    server.sql(
        """DROP TABLE IF EXISTS odd;
        CREATE TABLE odd AS SELECT id, w AS value, g AS "s.g ' %", year AS period, id AS code, geom FROM firms;
        ALTER TABLE odd ADD PRIMARY KEY (id)"""
    )
    layer = server.layer("odd")
    layer.setSubsetString('"value" > 2 OR "period" = 2011')
    both_ways(layer, TIME="period", WEIGHT="value", UID="s.g ' %")
    query = server.layer("(SELECT * FROM firms WHERE w > 3)")
    both_ways(query, TIME="year", UID="g")


def test_groups_without_points_are_named_in_each_period(server):
    layer = server.points(
        "thin", [0.0, 1, 2, 3, 5, 6], [1.0, 0, 3, 1, 2, 2], [1, 1, 1, 1, 0, 0], list("aaaabb")
    )
    server.sql("ALTER TABLE thin ADD t int; UPDATE thin SET t = 2010 + id % 2")
    said, of_rows = both_ways(server.layer("thin"), TIME="t", WEIGHT="w", UID="g")
    assert "Periods left out, no point to measure: 2 (b in 2010, b in 2011)" in said
    assert layer.featureCount() == 6 and "b in 2010, b in 2011" in of_rows


@pytest.mark.parametrize(
    "asked, why",
    [
        ({"WEIGHT": "g"}, "the field “g” is of type text"),
        ({"MEASURE_CRS": "EPSG:3857"}, "is not that of the layer"),
    ],
)
def test_what_the_database_cannot_do_is_read_row_by_row(server, firms, asked, why):
    server.sql(
        "DROP TABLE IF EXISTS numbers;"
        "CREATE TABLE numbers AS SELECT id, geom, year, '1.5'::text AS g FROM firms WHERE year IS NOT NULL"
    )
    layer, log = server.layer("numbers"), Log()
    assert run("centershift", log, INPUT=layer, TIME="year", **asked)["PERIODS"] == 5
    assert why in log.text()
    with pytest.raises(QgsProcessingException, match=f"cannot be left to its database: .*{why}"):
        run("centershift", INPUT=layer, TIME="year", READ="database", **asked)


def test_errors_are_those_of_reading_rows(server, firms):
    server.sql(
        "CREATE TABLE wrong AS SELECT id, CASE WHEN id = 77 THEN -1 ELSE 1 END AS v_2010, 1 AS v_2011, "
        "CASE WHEN id = 78 THEN '2015/03' ELSE 'soon' END AS t, 0.0 AS w, geom FROM firms"
    )
    layer = server.layer("wrong")
    for asked in ({"VALUES": ["v_2010", "v_2011"]}, {"TIME": "t"}, {"TIME": "v_2011", "WEIGHT": "w"}):
        said = []
        for read in ("rows", "database"):
            with pytest.raises(QgsProcessingException) as raised:
                run("centershift", INPUT=layer, READ=read, **asked)
            said.append(str(raised.value))
        assert said[0] == said[1]
    assert server.open_transactions() == 0
