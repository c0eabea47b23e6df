"""Belts are read once: tables count what the matching counts, from its output and from the layer that it was given."""

import random

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, run, sample, table
from qgis.core import QgsProcessingException, QgsVectorLayer

FIELDS = {"BELT_CITY": "city", "BELT_INDUSTRY": "product"}


def clusters_of(*rows):
    return table([(f"c{number}", *row) for number, row in enumerate(rows)], CLUSTER_FIELDS)


def counted(matched, belts, feedback=None, **options):
    """Matched and adjacent rows that the test observes, and the cities with belts and with both."""
    given = {"INPUT": matched, "CLASS": "id", "BELTS": belts, **options}
    chance = rows_of(run("matchchance", feedback, RUNS=1, **given)["OUTPUT"])
    observed = {row["stat"]: row["observed"] for row in chance if row["class"] == "*"}
    for name in ("BELT_INDUSTRY", "BELT_SCHEME"):
        given.pop(name, None)
    overlap = run("cityoverlap", feedback, **given)
    return observed["matched"], observed["adjacent"], overlap["BELT_CITIES"], overlap["BOTH"]


def both_ways(clusters, belts, **options):
    """What the tables count of the output of the matching, and of the layer that it was given."""
    result = match(clusters, belts, BELTS_OUT="memory:", **options)
    again = {name: value for name, value in options.items() if name != "CLUSTER_SCHEME"}
    return (
        result,
        counted(result["OUTPUT"], result["BELTS_OUT"]),
        counted(result["OUTPUT"], belts, **FIELDS, **again),
    )


def test_a_city_that_an_alias_names_counts_everywhere():
    aliases = table([("滨海新城", "120000", "city")], ("text", "code", "kind"))
    clusters = clusters_of(("天津", "服装"), ("杭州", "服装"))
    belts = table([("b1", "滨海新城", "女装"), ("b2", "杭州", "女装")], BELT_FIELDS)
    result, written, read = both_ways(clusters, belts, ALIASES=aliases)
    assert result["MATCHED"] == 2
    assert written == read == (2, 0, 2, 2)


def test_a_city_alias_needs_no_industry_of_the_taxonomy():
    aliases = table(
        [("滨海新城", "120000", "city"), ("高端轴系", "OWN.CODE", "industry")], ("text", "code", "kind")
    )
    matched = table([("a#1", "天津市", "120000")], ("cb_row", "cb_city", "cb_citycd"))
    belts = table([("b1", "滨海新城", "女装")], BELT_FIELDS)
    assert run("cityoverlap", INPUT=matched, BELTS=belts, BELT_CITY="city", ALIASES=aliases)["BOTH"] == 1


def test_names_of_several_cities_are_settled_by_their_points_everywhere():
    clusters = table([("Point (116.5 39.9)", "c1", "北京", "服装")], CLUSTER_FIELDS, "Point")
    belts = table(
        [("Point (116.5 39.9)", "b1", "朝阳区", "女装"), ("Point (125.3 43.9)", "b2", "朝阳区", "女装")],
        BELT_FIELDS,
        "Point",
    )
    result, written, read = both_ways(clusters, belts)
    assert result["MATCHED"] == 1
    assert written == read == (1, 0, 2, 1)


@pytest.mark.parametrize("open_end", ["9999", "2201", "9999-12-31"])
def test_a_year_beyond_the_next_one_is_none_everywhere(open_end):
    log = Log()
    fields = (*BELT_FIELDS, "year")
    rows = [("b1", "杭州", "女装", open_end), ("b2", "宁波", "女装", "2018"), ("b3", "温州", "女装", "2015")]
    clusters, belts = clusters_of(("杭州", "服装"), ("宁波", "服装"), ("温州", "服装")), table(rows, fields)
    result = match(clusters, belts, log, BELT_YEAR="year", BELTS_OUT="memory:")
    assert [row["cb_basis"] for row in rows_of(result["BELTS_OUT"])] == ["current", "current", "historic"]
    assert result["MATCHED"] == 2 and "counts as no year: 1 (1)" in log.text()
    said = Log()
    written = counted(result["OUTPUT"], result["BELTS_OUT"])
    read = counted(result["OUTPUT"], belts, said, BELT_YEAR="year", **FIELDS)
    assert written == read == (2, 0, 2, 2) and said.text().count("counts as no year: 1 (1)") == 2
    overlap = rows_of(run("cityoverlap", INPUT=result["OUTPUT"], BELTS=result["BELTS_OUT"])["OUTPUT"])
    assert {row["measure"]: row["ever"] for row in overlap}["belt_cities"] == 3


def test_a_year_that_is_asked_for_is_one():
    fields = (*BELT_FIELDS, "year")
    rows = [("b1", "杭州", "女装", "2201"), ("b2", "宁波", "女装", "2018")]
    clusters, belts = clusters_of(("杭州", "服装"), ("宁波", "服装")), table(rows, fields)
    result = match(clusters, belts, BELT_YEAR="year", AS_OF=2201, BELTS_OUT="memory:")
    assert [row["cb_basis"] for row in rows_of(result["BELTS_OUT"])] == ["current", "historic"]
    given = {"BELT_YEAR": "year", "AS_OF": 2201, **FIELDS}
    assert counted(result["OUTPUT"], result["BELTS_OUT"]) == counted(result["OUTPUT"], belts, **given)


def test_spans_of_years_end_where_a_registry_says_never():
    fields = (*BELT_FIELDS, "from", "to")
    rows = [("b1", "杭州", "女装", "2010", "9999"), ("b2", "宁波", "女装", "2012", "2015")]
    clusters, belts = clusters_of(("杭州", "服装"), ("宁波", "服装")), table(rows, fields)
    options = {"BELT_START": "from", "BELT_END": "to", "AS_OF": 2018}
    result, written, read = both_ways(clusters, belts, **options)
    assert result["MATCHED"] == 1 and written == read == (1, 0, 1, 1)


@pytest.mark.parametrize("scheme", ["gbt", "GB/T 4754", "GB/T 4754-2017"])
def test_a_scheme_is_understood_everywhere(scheme):
    clusters = clusters_of(("杭州", "茶叶"), ("宁波", "集成电路"))
    belts = table([("b1", "杭州", "1530"), ("b2", "宁波", "C3973")], BELT_FIELDS)
    result, written, read = both_ways(clusters, belts, BELT_SCHEME=scheme)
    assert result["MATCHED"] == 2 and written == read == (2, 0, 2, 2)


def test_a_scheme_that_is_none_is_refused_everywhere():
    clusters, belts = clusters_of(("杭州", "茶叶")), table([("b1", "杭州", "茶叶")], BELT_FIELDS)
    matched = match(clusters, belts)["OUTPUT"]
    for algorithm in ("matchchance", "matchreport"):
        with pytest.raises(QgsProcessingException, match="“Classification of the belt codes” is “国标”"):
            run(algorithm, INPUT=matched, CLASS="id", BELTS=belts, BELT_SCHEME="国标", **FIELDS)


def test_equal_words_are_the_same_industry_everywhere():
    clusters = clusters_of(("杭州", "某某某"), ("宁波", "某某某"), ("温州", "鬼画符"))
    belts = table([("b1", "杭州", "某某某"), ("b2", "宁波", "女装")], BELT_FIELDS)
    result, written, read = both_ways(clusters, belts)
    assert result["MATCHED"] == 1 and written == read == (1, 0, 2, 2)


def test_cities_of_ones_own_and_polygons_are_those_of_the_matching():
    square = "Polygon (({0} 0, {0} 1, {1} 1, {1} 0, {0} 0))"
    cities = table([(square.format(0, 1), "West"), (square.format(1, 2), "East")], ("name",), "Polygon")
    clusters = table([("Point (0.5 0.5)", "c1", None, "服装")], CLUSTER_FIELDS, "Point")
    belts = table(
        [("Point (0.2 0.5)", "b1", None, "女装"), ("Point (1.2 0.5)", "b2", None, "女装")],
        BELT_FIELDS,
        "Point",
    )
    options = {"CITY_BY": "polygon", "CITIES": cities, "CITIES_FIELD": "name"}
    result, written, read = both_ways(clusters, belts, **options)
    assert result["MATCHED"] == 1 and written == read == (1, 0, 2, 1)


def test_what_the_matching_wrote_needs_no_field_and_says_what_is_not_looked_at(tmp_path):
    result = match(
        sample("clusters"), sample("belts"), BELTS_OUT=str(tmp_path / "belts.csv"), BELT_YEAR="year"
    )
    belts = QgsVectorLayer(str(tmp_path / "belts.csv"), "belts", "ogr")
    log = Log()
    given = {"INPUT": result["OUTPUT"], "BELTS": belts}
    plain = run("cityoverlap", **given)
    again = run("cityoverlap", log, BELT_CITY="city", BELT_YEAR="year", AS_OF=1990, **given)
    assert rows_of(plain["OUTPUT"]) == rows_of(again["OUTPUT"])
    assert (
        "these parameters are ignored: “City of the belt”, “Year of the belt”, “Year of the current belts”"
        in log.text()
    )
    raw = {"BELTS": sample("belts"), "BELT_CITY": "city", "BELT_YEAR": "year"}
    read = run("cityoverlap", CITIES_OUT="memory:", **{**given, **raw})
    written = run("cityoverlap", CITIES_OUT="memory:", **given)
    for name in ("OUTPUT", "CITIES_OUT"):
        assert rows_of(read[name]) == rows_of(written[name])


def test_a_report_takes_the_belts_of_the_matching_as_they_are(tmp_path):
    result = match(sample("clusters"), sample("belts"), BELTS_OUT="memory:")
    pages = []
    for belts, fields in ((result["BELTS_OUT"], {}), (sample("belts"), FIELDS)):
        folder = tmp_path / str(len(pages))
        run(
            "matchreport",
            INPUT=result["OUTPUT"],
            CLASS="class",
            BELTS=belts,
            RUNS=9,
            TABLES_FOLDER=str(folder),
            OUTPUT=str(tmp_path / "report.html"),
            **fields,
        )
        pages.append({file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())})
    assert pages[0] == pages[1] and "chance_cities.csv" in pages[0]


@pytest.mark.parametrize("algorithm", ["cityoverlap", "matchchance"])
def test_other_layers_need_their_fields(algorithm):
    result = match(sample("clusters"), sample("belts"))
    with pytest.raises(QgsProcessingException, match="“City of the belt” is empty: choose the field, or use"):
        run(algorithm, INPUT=result["OUTPUT"], CLASS="class", BELTS=sample("belts"))
    if algorithm == "matchchance":
        with pytest.raises(QgsProcessingException, match="“Industry of the belt” is empty"):
            run(algorithm, INPUT=result["OUTPUT"], CLASS="class", BELTS=sample("belts"), BELT_CITY="city")


def test_a_basis_that_is_none_names_its_row():
    belts = table([("330100", None, "yesterday")], ("cb_citycd", "cb_nodes", "cb_basis"))
    matched = table([("a#1", "杭州市", "330100")], ("cb_row", "cb_city", "cb_citycd"))
    with pytest.raises(
        QgsProcessingException, match="field “cb_basis”, row 1: “yesterday” is not one of current"
    ):
        run("cityoverlap", INPUT=matched, BELTS=belts)


# Random cases against pairs formed one by one.

CITIES = {
    "杭州": "330100", "浙江省宁波市": "330200", "Wenzhou": "330300", "滨海新城": "120000", "朝阳区": None,
    "Atlantis": None, "": None,
}  # fmt: skip
INDUSTRIES = ("女装", "服装", "面料", "茶叶", "3973", "集成电路", "某某某", "鬼画符", "女装、茶叶", "")
BEIJING = "Point (116.5 39.9)"


def random_rows(draw, count):
    rows = []
    for number in range(count):
        city = draw.choice(list(CITIES))
        at = BEIJING if draw.random() < 0.5 else None
        code = "110000" if city == "朝阳区" and at else CITIES[city]
        year = draw.choice((None, "2016", "2018", "9999"))
        rows.append(((at, str(number), city or None, draw.choice(INDUSTRIES) or None, year), code, year))
    return rows


@pytest.mark.parametrize("seed", range(12))
def test_random_belts_count_the_same_in_the_matching_and_in_the_tables(seed):
    draw = random.Random(seed)
    clusters, belts = random_rows(draw, 12), random_rows(draw, 30)
    fields = ("id", "city", "industry", "year")
    aliases = table([("滨海新城", "120000", "city")], ("text", "code", "kind"))
    layers = [table([row[0] for row in rows], fields, "Point") for rows in (clusters, belts)]
    options = {
        "ALIASES": aliases,
        "BELT_YEAR": "year",
        "BELT_SCHEME": "GB/T 4754",
        "CLUSTER_SCHEME": "gbt",
        "BELT_INDUSTRY": "industry",
    }
    result = match(*layers, BELTS_OUT="memory:", **options)
    years = [int(year) for _, _, year in belts if year and int(year) < 2100]
    newest = max(years)
    here = {code for _, code, _ in clusters if code}
    now = {code for _, code, year in belts if code and (not year or int(year) >= newest)}
    ever = {code for _, code, _ in belts if code}
    statuses = [row["cb_status"] for row in rows_of(result["OUTPUT"])]
    expected = (statuses.count("matched"), statuses.count("adjacent"), len(now), len(now & here))
    assert counted(result["OUTPUT"], result["BELTS_OUT"]) == expected
    del options["CLUSTER_SCHEME"]
    assert counted(result["OUTPUT"], layers[1], BELT_CITY="city", **options) == expected
    overlap = rows_of(run("cityoverlap", INPUT=result["OUTPUT"], BELTS=result["BELTS_OUT"])["OUTPUT"])
    assert {row["measure"]: row["ever"] for row in overlap}["belt_cities"] == len(ever)
