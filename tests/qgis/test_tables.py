"""The tables that a study prints, by the toolbox, on the sample and on small layers made for one question."""

import pytest
from making import BELT_FIELDS, Log, match, rows_of, run, sample, table
from qgis.core import QgsApplication, QgsProcessingException, QgsVectorLayer

ALGORITHMS = ("matchsummary", "citycomposition", "cityoverlap", "clusterrelations", "matchchance")


@pytest.fixture(scope="module")
def matched():
    return match(sample("clusters"), sample("belts"), CLUSTER_PROVINCE="province", BELT_PROVINCE="province")[
        "OUTPUT"
    ]


@pytest.mark.parametrize("name", ALGORITHMS)
def test_every_parameter_is_explained_and_every_field_short(name, matched, tmp_path):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"clusterbelt:{name}")
    assert all(definition.help() for definition in algorithm.parameterDefinitions())


# Summary


def test_three_bases_and_three_parts_make_nine_tables(matched):
    result = run("matchsummary", INPUT=matched, CLASS="class", BASE=["rows", "whole", "weighted"])
    rows = rows_of(result["OUTPUT"])
    assert len(rows) == 9 * 4
    totals = {(row["base"], row["part"], row["class"]): row["total"] for row in rows}
    assert [totals[base, "all", "*"] for base in ("rows", "whole", "weighted")] == pytest.approx(
        [159, 152, 152]
    )
    assert totals["rows", "accompanied", "*"] + totals["rows", "alone", "*"] == 159
    assert result["CLASSES"] == 3 and 0 <= result["P_STATUSES"] <= 1


def test_a_summary_of_a_csv_file_reads_its_weights(matched, tmp_path):
    target = str(tmp_path / "matched.csv")
    match(sample("clusters"), sample("belts"), OUTPUT=target)
    rows = rows_of(
        run("matchsummary", INPUT=QgsVectorLayer(target, "m", "ogr"), CLASS="class", BASE=["weighted"])[
            "OUTPUT"
        ]
    )
    assert rows[3]["total"] == pytest.approx(152)


def test_an_unknown_base_is_refused(matched):
    with pytest.raises(QgsProcessingException, match="“What is counted”"):
        run("matchsummary", INPUT=matched, CLASS="class", BASE=["most"])


# Composition


def test_eight_cities_of_the_sample_have_all_classes_and_24_have_two(matched):
    result = run("citycomposition", INPUT=matched, CLASS="class", CITIES_OUT="memory:")
    assert (result["CITIES"], result["CITIES_SEVERAL"], result["CITIES_ALL"]) == (81, 32, 8)
    rows = {(row["classes"], row["k"]): row for row in rows_of(result["OUTPUT"])}
    assert rows["AM+INN+SEI", 3]["cities"] == 8 and rows["*", 2]["cities"] == 24
    assert rows["*", None]["rows"] == 159 and rows["*", None]["whole"] == 152
    cities = rows_of(result["CITIES_OUT"])
    assert len(cities) == 81 and cities[0]["rows"] == max(row["rows"] for row in cities)


def test_clusters_without_any_city_have_no_composition():
    lost = table([("a#1", None, None, "1", "A")], ("cb_row", "cb_city", "cb_citycd", "cb_weight", "class"))
    with pytest.raises(QgsProcessingException, match="No row has a city"):
        run("citycomposition", INPUT=lost, CLASS="class")


# Overlap


def test_cities_with_clusters_and_with_belts(matched):
    fields = {"BELT_CITY": "city", "BELT_PROVINCE": "province"}
    result = run(
        "cityoverlap",
        INPUT=matched,
        BELTS=sample("belts"),
        UNITS=337,
        CLASS="class",
        CITIES_OUT="memory:",
        **fields,
    )
    rows = {row["measure"]: row for row in rows_of(result["OUTPUT"])}
    assert rows["cluster_cities"]["now"] == result["CLUSTER_CITIES"] == 81
    assert rows["both"]["now"] + rows["without_belts"]["now"] == 81
    assert rows["jaccard"]["now"] == pytest.approx(result["JACCARD"]) and 0 < rows["p"]["now"] < 1
    assert rows["both"]["ever"] is None
    cities = rows_of(result["CITIES_OUT"])
    assert len(cities) == rows["either"]["now"] and cities[0]["kind"] == "clusters_only"
    assert "SEI" in {row["classes"] for row in cities}


def test_years_and_cities_only(matched):
    given = {"INPUT": matched, "BELTS": sample("belts"), "BELT_CITY": "city", "BELT_PROVINCE": "province"}
    whole = run("cityoverlap", BELT_YEAR="year", CITIES_ONLY=True, **given)
    rows = {row["measure"]: row for row in rows_of(whole["OUTPUT"])}
    assert rows["cluster_cities"]["now"] == 79
    assert rows["belt_cities"]["now"] <= rows["belt_cities"]["ever"]
    early = run("cityoverlap", BELT_YEAR="year", AS_OF=1990, **given)
    assert early["BELT_CITIES"] < whole["BELT_CITIES"]


def test_the_level_of_the_cities_is_that_of_the_matching():
    clusters = table([("a#1", "浙江省", "330000")], ("cb_row", "cb_city", "cb_citycd"))
    belts = table([("1", "杭州市", "silk"), ("2", "宁波市", "hats")], BELT_FIELDS)
    given = {"INPUT": clusters, "BELTS": belts, "BELT_CITY": "city"}
    assert run("cityoverlap", CITY_LEVEL="province", **given)["BOTH"] == 1
    assert run("cityoverlap", **given)["BOTH"] == 0


def test_cities_of_other_countries_are_compared_as_text():
    clusters = table([("a#1", "Lyon", "lyon"), ("b#1", "Nice", "nice")], ("cb_row", "cb_city", "cb_citycd"))
    belts = table([("1", "LYON ", "silk"), ("2", "Paris", "hats")], BELT_FIELDS)
    result = run("cityoverlap", INPUT=clusters, BELTS=belts, BELT_CITY="city", CITY_BY="text")
    assert (result["CLUSTER_CITIES"], result["BELT_CITIES"], result["BOTH"]) == (2, 2, 1)


def test_a_year_that_is_none_is_an_error_that_names_the_row(matched):
    belts = table([("1", "杭州", "soon")], ("id", "city", "year"))
    with pytest.raises(QgsProcessingException, match="“year”, row 1: “soon”"):
        run("cityoverlap", Log(), INPUT=matched, BELTS=belts, BELT_CITY="city", BELT_YEAR="year")


# Relations of clusters


def test_the_pairs_of_the_study_are_found_in_the_sample(matched):
    result = run("clusterrelations", INPUT=matched, CLASS="class", NAME="name", LANGUAGE="en")
    rows = rows_of(result["OUTPUT"])
    same = sorted(row["city"] for row in rows if row["rel"] == "same")
    study = ["上海市"] * 2 + ["深圳市"] * 2
    study += ["广州市", "杭州市", "南京市", "青岛市", "苏州市", "常州市", "株洲市", "东莞市"]
    assert same == sorted(study)
    within = {row["city"] for row in rows if "within" in row["rel"]}
    assert within == {
        "长沙市",
        "大连市",
        "宁波市",
        "苏州市",
        "无锡市",
        "徐州市",
        "烟台市",
        "通化市",
        "合肥市",
    }
    assert (result["SAME"], result["WITHIN"], result["WITHOUT_DOUBLES"]) == (12, 9, 147)
    hefei = [row for row in rows if row["city"] == "合肥市"]
    assert len({row["grp"] for row in hefei}) == 1 and hefei[0]["rel"] == "b_within_a"
    assert "part of" in hefei[0]["evid"] and hefei[0]["name_a"]
    assert len({(row["a"], row["b"]) for row in rows}) == len(rows) == result["PAIR_COUNT"]


def test_groups_can_be_narrower(matched):
    groups = [
        run("clusterrelations", INPUT=matched, CLASS="class", LEVEL=level)
        for level in ("near", "within", "same")
    ]
    assert groups[0]["PAIR_COUNT"] == groups[2]["PAIR_COUNT"]
    assert {row["grp"] is None for row in rows_of(groups[2]["OUTPUT"]) if row["rel"] != "same"} == {True}


def test_relations_with_another_taxonomy_than_the_matching_are_refused(matched):
    nodes = table([("X", None, "Bikes")], ("code", "parent", "name_en"))
    with pytest.raises(QgsProcessingException, match="give as “Your own taxonomy” the one with which"):
        run("clusterrelations", INPUT=matched, CLASS="class", TAXONOMY=nodes)


# Chance


BELTS = {"BELT_CITY": "city", "BELT_PROVINCE": "province", "BELT_INDUSTRY": "product"}


def test_the_test_observes_what_the_matching_counted(matched):
    statuses = [row["cb_status"] for row in rows_of(matched)]
    log = Log()
    result = run("matchchance", log, INPUT=matched, CLASS="class", BELTS=sample("belts"), RUNS=99, **BELTS)
    rows = {(row["class"], row["stat"]): row for row in rows_of(result["OUTPUT"])}
    assert rows["*", "matched"]["observed"] == statuses.count("matched")
    assert rows["*", "adjacent"]["observed"] == statuses.count("adjacent")
    assert (
        sum(rows[name, "both"]["observed"] for name in ("SEI", "AM", "INN")) == rows["*", "both"]["observed"]
    )
    assert result["P_MATCHED"] == rows["*", "matched"]["p"] and 0.01 <= result["P_BOTH"] <= 1
    assert "status in the layer" not in log.text()


def test_both_null_models_and_their_options(matched):
    given = {"INPUT": matched, "CLASS": "class", "BELTS": sample("belts"), "RUNS": 50, **BELTS}
    whole = run("matchchance", NULL_MODEL="industries", **given)
    inside = run("matchchance", WITH_BELTS=True, STRATA="class", **given)
    assert rows_of(whole["OUTPUT"])[0]["null_model"] == "industries"
    assert inside["ROWS"] < whole["ROWS"]
    assert rows_of(run("matchchance", NULL_MODEL="industries", **given)["OUTPUT"]) == rows_of(whole["OUTPUT"])


def test_other_rules_than_in_the_matching_are_noticed(matched):
    log = Log()
    run("matchchance", log, INPUT=matched, CLASS="class", BELTS=sample("belts"), RUNS=1, LIFT=1, **BELTS)
    assert "status in the layer" in log.text()
