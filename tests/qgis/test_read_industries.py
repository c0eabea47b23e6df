"""The algorithm that reads the industries of any table."""

from pathlib import Path

from making import Log, rows_of, run, table


def read(rows, fields=("name", "industry"), feedback=None, **parameters):
    return run("readindustries", feedback, INPUT=table(rows, fields), INDUSTRY="industry", **parameters)


def test_rows_get_their_industries_and_keep_all_else():
    result = read(
        [("a", "集成电路"), ("b", "半导体、玻璃"), ("c", "天外来物"), ("d", None)],
        LANGUAGE="en",
        CHECK="memory:",
    )
    rows = rows_of(result["OUTPUT"])
    assert [row["name"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["cb_nodes"] for row in rows] == ["IT.CHIP", "IT.CHIP|MAT.NONM.GLASS", None, None]
    assert [row["cb_resby"] for row in rows] == ["name", "split", None, None]
    assert rows[0]["cb_ind"] == "Integrated circuits"
    assert (result["READ"], result["UNREAD"]) == (2, 2)
    assert [(row["text"], row["why"]) for row in rows_of(result["CHECK"])] == [("天外来物", "unresolved")]


def test_rows_without_an_industry_are_counted_in_the_log():
    log = Log()
    read([("a", "天外来物"), ("b", "集成电路")], feedback=log)
    assert "Rows whose industry was not recognised: 1 (1)" in log.text()


def test_it_reads_as_the_matching_does():
    texts = ["集成电路", "汽车玻璃", "国家级新型显示产业集群", "C3973", "软件和信息服务", "不知何物"]
    rows = [(f"{i}", "深圳", text) for i, text in enumerate(texts)]
    fields = ["id", "city", "industry"]
    belts = {
        "BELTS": table([("b", "深圳", "集成电路")], fields),
        "BELT_CITY": "city",
        "BELT_INDUSTRY": "industry",
    }
    clusters = {"CLUSTERS": table(rows, fields), "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry"}
    matched = rows_of(run("matchclusters", **clusters, **belts, CLUSTER_SCHEME="gbt")["OUTPUT"])
    mine = rows_of(read(rows, fields, SCHEME="gbt")["OUTPUT"])
    for field in ("cb_nodes", "cb_resby"):
        assert [row[field] for row in mine[:-1]] == [row[field] for row in matched[:-1]]
        assert mine[-1][field] is None and not matched[-1]["cb_nodes"]


def test_an_unknown_classification_is_said_with_those_that_are_known():
    log = Log()
    assert read([("a", "2611")], feedback=log, SCHEME="isc")["UNREAD"] == 1
    assert (
        "“Classification of the codes”: the taxonomy knows no codes of “isc”, which therefore stay unread."
        in log.text()
    )
    known = log.text().split("It knows those of: ")[1].split(".")[0].split(", ")
    assert {"gbt", "nace", "naics"} <= set(known)
    for scheme in known:
        quiet = Log()
        read([("a", "2611")], feedback=quiet, SCHEME=scheme)
        assert "the taxonomy" not in quiet.text(), scheme


def test_a_taxonomy_without_codes_says_where_they_belong_and_one_of_codes_is_taken_for_them():
    log, named = Log(), table([("FOO", "foo")], ["code", "name_en"])
    read([("a", "26")], feedback=log, SCHEME="isic", TAXONOMY=named)
    assert "List them in its column aliases, such as isic:26." in log.text()
    log, coded = Log(), table([("26", "electronics")], ["code", "name_en"])
    assert read([("a", "2611")], feedback=log, SCHEME="isic", TAXONOMY=coded)["READ"] == 1
    assert "its own codes are read as those of “isic”" in log.text()


def test_points_stay_where_they_are():
    layer = table([("Point(1 2)", "集成电路"), (None, "玻璃")], ["industry"], "Point")
    made = run("readindustries", INPUT=layer, INDUSTRY="industry")["OUTPUT"]
    assert [f.geometry().asWkt() if f.hasGeometry() else "" for f in made.getFeatures()] == [
        "Point (1 2)",
        "",
    ]
    assert made.crs().authid() == "EPSG:4326"


def test_aliases_and_a_taxonomy_of_ones_own_are_understood():
    taxonomy = table([("X", "widgets"), ("Y", "gadgets")], ["code", "name_en"])
    aliases = table([("thing", "X|Y")], ["text", "code"])
    made = read([("a", "thing"), ("b", "Widgets")], TAXONOMY=taxonomy, ALIASES=aliases)
    assert [row["cb_nodes"] for row in rows_of(made["OUTPUT"])] == ["X|Y", "X"]


def test_clusters_of_another_country_are_read_or_said_to_have_no_node():
    """What docs/another-country.md tells."""
    path = Path(__file__).resolve().parents[2] / "docs" / "data" / "us_strong_clusters_2016.csv"
    found = run("readindustries", INPUT=str(path), INDUSTRY="cluster", CHECK="memory:")
    assert (found["READ"], found["UNREAD"]) == (390, 122)
    rows = rows_of(found["CHECK"])
    assert {row["why"] for row in rows} == {"no_node"} and len(rows) == 14
