"""Matching and counting, on the sample and on small layers made for one question."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, run, sample, table
from qgis.core import (
    QgsProcessingException,
    QgsVectorLayer,
)


def test_each_status_is_reached_and_explained():
    clusters = table(
        [
            ("same", "杭州市", "集成电路"),
            ("within", "宁波市", "服装"),
            ("chain", "深圳市", "集成电路"),
            ("none", "厦门市", "集成电路"),
            ("empty", "拉萨市", "集成电路"),
            ("where", "朝阳区", "集成电路"),
            ("what", "杭州市", "某某某"),
        ],
        CLUSTER_FIELDS,
    )
    belts = table(
        [("b1", "杭州", "半导体"), ("b2", "宁波", "女装"), ("b3", "深圳", "家电"), ("b4", "厦门", "茶叶")],
        BELT_FIELDS,
    )
    result = match(clusters, belts)
    found = {row["id"]: (row["cb_status"], row["cb_reason"]) for row in rows_of(result["OUTPUT"])}
    assert found == {
        "same": ("matched", "same"),
        "within": ("matched", "belt_within"),
        "chain": ("adjacent", "belt_downstream"),
        "none": ("unmatched", "none_related"),
        "empty": ("unmatched", "no_belt_in_city"),
        "where": ("unresolved", "city_unresolved"),
        "what": ("unresolved", "industry_unresolved"),
    }
    numbers = {
        name: result[name]
        for name in ("ROWS", "MATCHED", "ADJACENT", "UNMATCHED", "UNRESOLVED", "PAIR_COUNT")
    }
    assert numbers == {
        "ROWS": 7,
        "MATCHED": 2,
        "ADJACENT": 1,
        "UNMATCHED": 2,
        "UNRESOLVED": 2,
        "PAIR_COUNT": 3,
    }
    assert result["RATE_MATCHED"] == pytest.approx(40) and result["RATE_ADJACENT"] == pytest.approx(20)
    evidence = {row["id"]: row["cb_evid"] for row in rows_of(result["OUTPUT"])}
    assert "杭州市" in evidence["same"] and "北京市 110000" in evidence["where"]


def test_the_fields_of_the_clusters_stay_and_those_of_the_contract_follow():
    names = (
        match(table([("a", "杭州", "服装")], CLUSTER_FIELDS), table([("b", "杭州", "女装")], BELT_FIELDS))[
            "OUTPUT"
        ]
        .fields()
        .names()
    )
    assert names == [
        "id", "city", "industry", "cb_row", "cb_city", "cb_citycd", "cb_shared", "cb_weight", "cb_nodes", "cb_resby",
        "cb_status", "cb_whole", "cb_reason", "cb_rel", "cb_beltid", "cb_belt", "cb_via", "cb_nmatch", "cb_nadj",
        "cb_ncity", "cb_nunres", "cb_hist", "cb_basis", "cb_decby", "cb_evid",
        "cb_words",
    ]  # fmt: skip
    assert all(len(name) <= 10 for name in names)


def test_pairs_are_written_on_request_the_best_first():
    clusters = table([("a", "杭州市", "服装")], CLUSTER_FIELDS)
    belts = table([("b1", "杭州", "面料"), ("b2", "杭州", "服装"), ("b3", "杭州", "女装")], BELT_FIELDS)
    pairs = rows_of(match(clusters, belts, PAIRS="memory:")["PAIRS"])
    assert [(row["belt"], row["rank"], row["rel"], row["rel_rank"]) for row in pairs] == [
        ("b2", 1, "same", 6),
        ("b3", 2, "belt_within", 5),
        ("b1", 3, "belt_upstream", 3),
    ]
    assert len(rows_of(match(clusters, belts, PAIRS="memory:", TOP=1)["PAIRS"])) == 1
    with pytest.raises(QgsProcessingException, match="3 pairs, more than “Maximum number of pairs” = 2"):
        match(clusters, belts, PAIRS="memory:", MAX_PAIRS=2)


def test_related_industries_are_adjacent_from_both_sides_and_weaker_than_the_chain():
    industries = table([("A", "alpha"), ("B", "beta"), ("C", "gamma")], ("code", "name_en"))
    chains = [("A", "B", "related", ""), ("B", "A", "related", "skills"), ("C", "B", "", "")]
    rules = {
        "TAXONOMY": industries,
        "CHAINS": table(chains, ("upstream", "downstream", "kind", "note")),
    }
    clusters = table([("1", "杭州市", "A"), ("2", "杭州市", "B")], CLUSTER_FIELDS)
    belts = table([("a", "杭州", "A"), ("b", "杭州", "B"), ("c", "杭州", "C")], BELT_FIELDS)
    made = match(clusters, belts, PAIRS="memory:", BELTS_OUT="memory:", **rules)
    found = [(row["cluster"], row["belt"], row["rel"], row["rel_rank"]) for row in rows_of(made["PAIRS"])]
    assert found == [
        ("1#1", "a", "same", 6),
        ("1#1", "b", "related", 1),
        ("2#1", "b", "same", 6),
        ("2#1", "c", "belt_upstream", 3),
        ("2#1", "a", "related", 1),
    ]
    alone = rows_of(
        match(
            table([("1", "杭州市", "A")], CLUSTER_FIELDS), table([("b", "杭州", "B")], BELT_FIELDS), **rules
        )["OUTPUT"]
    )
    assert [(row["cb_status"], row["cb_reason"], row["cb_rel"]) for row in alone] == [
        ("adjacent", "related", "related")
    ]
    assert alone[0]["cb_evid"] == "B: beta and alpha are related: alpha – beta; both in 杭州市 [330100]"


def test_split_and_unsplit_clusters_give_the_same_statuses():
    split = run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")["OUTPUT"]
    options = {"CLUSTER_PROVINCE": "province", "BELT_PROVINCE": "province"}
    direct, chained = (
        rows_of(match(made, sample("belts"), **options)["OUTPUT"]) for made in (sample("clusters"), split)
    )
    assert direct == chained and len(direct) == 159


def test_a_second_run_replaces_the_columns_of_the_first():
    clusters = table([("a", "杭州市;宁波市", "服装")], CLUSTER_FIELDS)
    belts = table([("b", "杭州", "女装")], BELT_FIELDS)
    first = match(clusters, belts)["OUTPUT"]
    second = match(first, belts)["OUTPUT"]
    assert rows_of(second) == rows_of(first)
    assert {row["cb_whole"] for row in rows_of(second)} == {"matched"}


def test_a_taxonomy_of_ones_own_replaces_the_bundled_one():
    nodes = table([("X", None, "Bikes"), ("X.1", "X", "Saddles")], ("code", "parent", "name_en"))
    clusters, belts = (
        table([("a", "杭州", "Bikes")], CLUSTER_FIELDS),
        table([("b", "杭州", "Saddles")], BELT_FIELDS),
    )
    assert rows_of(match(clusters, belts, TAXONOMY=nodes)["OUTPUT"])[0]["cb_rel"] == "belt_within"
    broken = table([("X", "Y", "Bikes")], ("code", "parent", "name_en"))
    with pytest.raises(QgsProcessingException, match="Y"):
        match(clusters, belts, TAXONOMY=broken)


def test_codes_can_be_required():
    clusters = table([("a", "330100", "服装"), ("c", "杭州市", "服装")], CLUSTER_FIELDS)
    found = rows_of(match(clusters, table([("b", "3301", "女装")], BELT_FIELDS), CITY_BY="code")["OUTPUT"])
    assert [row["cb_status"] for row in found] == ["matched", "unresolved"]


def test_the_evidence_is_written_in_chinese_on_request():
    clusters, belts = (
        table([("a", "杭州", "服装")], CLUSTER_FIELDS),
        table([("b", "拉萨", "女装")], BELT_FIELDS),
    )
    english, chinese = (
        rows_of(match(clusters, belts, LANGUAGE=name)["OUTPUT"])[0]["cb_evid"] for name in ("en", "zh")
    )
    assert "no belt" in english and "没有" in chinese


def test_the_order_of_the_rows_does_not_matter():
    clusters, belts = rows_of(sample("clusters")), rows_of(sample("belts"))
    result = []
    for step in (1, -1):
        made = table(
            [[row[n] for n in ("id", "city", "industry")] for row in clusters[::step]], CLUSTER_FIELDS
        )
        others = table([[row[n] for n in ("id", "city", "product")] for row in belts[::step]], BELT_FIELDS)
        rows = rows_of(match(made, others)["OUTPUT"])
        result.append(sorted(rows, key=lambda row: row["cb_row"]))
    assert result[0] == result[1]


def test_an_empty_layer_is_an_error():
    one = table([("a", "杭州", "服装")], CLUSTER_FIELDS)
    with pytest.raises(QgsProcessingException, match="no rows"):
        match(one, table([], BELT_FIELDS))
    with pytest.raises(QgsProcessingException, match="no rows"):
        match(table([], CLUSTER_FIELDS), table([("b", "杭州", "女装")], BELT_FIELDS))


def test_a_field_that_is_not_there_is_an_error_that_lists_those_that_are():
    with pytest.raises(QgsProcessingException, match=r"“town”.*“id”, “city”, “industry”"):
        match(table([("a", "杭州", "服装")], CLUSTER_FIELDS), sample("belts"), CLUSTER_CITY="town")


def test_what_is_not_known_is_said():
    log = Log()
    clusters = table([("a", "杭州", "集成电路")], CLUSTER_FIELDS)
    belts = table([("b1", "杭州", "某某某"), ("b2", "杭州", "茶叶"), ("b3", "Atlantis", "茶叶")], BELT_FIELDS)
    result = match(clusters, belts, log)
    assert result["UNMATCHED_OPEN"] == 1
    assert "city was not recognised: 1; whose industry was not: 1" in log.text()


def test_results_survive_a_geopackage(tmp_path):
    target = str(tmp_path / "matched.gpkg")
    stored = match(sample("clusters"), sample("belts"), OUTPUT=target)
    written = rows_of(QgsVectorLayer(stored["OUTPUT"], "matched", "ogr"))
    direct = rows_of(match(sample("clusters"), sample("belts"))["OUTPUT"])
    assert [{name: row[name] for name in direct[0]} for row in written] == direct
    again = match(
        QgsVectorLayer(target, "matched", "ogr"), sample("belts"), OUTPUT=str(tmp_path / "again.gpkg")
    )
    assert again["ROWS"] == 159


def test_the_summary_counts_by_class_and_over_all():
    matched = match(sample("clusters"), sample("belts"))
    summary = rows_of(run("matchsummary", INPUT=matched["OUTPUT"], CLASS="class")["OUTPUT"])[:4]
    assert [row["class"] for row in summary] == ["SEI", "AM", "INN", "*"]
    assert [row["total"] for row in summary] == [66, 32, 61, 159]
    total = summary[-1]
    assert total["matched"] == matched["MATCHED"] and total["adjacent"] == matched["ADJACENT"]
    assert total["rate_m"] == pytest.approx(matched["RATE_MATCHED"])
    assert total["m_low"] < total["rate_m"] < total["m_high"]
    assert (total["part"], total["base"]) == ("all", "rows")


def test_the_summary_refuses_a_layer_that_was_not_matched():
    with pytest.raises(QgsProcessingException, match="cb_status, cb_reason"):
        run("matchsummary", INPUT=sample("clusters"), CLASS="class")


def test_the_ellipse_of_the_advanced_clusters_is_that_of_the_study():
    split = run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")["OUTPUT"]
    split.setSubsetString("\"class\" = 'AM'")
    albers = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
    made = run("weightedellipse", INPUT=split, WEIGHT="cb_weight", MEASURE_CRS=albers)["OUTPUT"]
    box = next(made.getFeatures()).geometry().boundingBox()
    assert box.yMaximum() == pytest.approx(35.5, abs=0.3)
    assert box.xMinimum() == pytest.approx(109.3, abs=0.3)
    assert box.yMinimum() == pytest.approx(23.5, abs=0.3)
    assert next(made.getFeatures())["rotation"] == pytest.approx(37, abs=1)


@pytest.mark.parametrize("name", ["placecities", "splitshared", "matchclusters", "matchsummary"])
def test_every_parameter_is_explained(name):
    from qgis.core import QgsApplication

    algorithm = QgsApplication.processingRegistry().algorithmById(f"clusterbelt:{name}")
    assert all(definition.help() for definition in algorithm.parameterDefinitions())


def test_names_that_a_geopackage_would_refuse_are_numbered(tmp_path):
    fields = ("id", "city", "geom", "Name", "name", "name_2", "fid")
    made = table([("c1", "杭州", "POINT", "a", "b", "c", "7")], fields)
    path = str(tmp_path / "split.gpkg")
    run("splitshared", INPUT=made, ID="id", CITY="city", OUTPUT=path)
    row = next(QgsVectorLayer(path, "split", "ogr").getFeatures())
    kept = {"geom_2": "POINT", "Name": "a", "name_3": "b", "name_2": "c", "fid_2": "7"}
    assert {name: row[name] for name in kept} == kept
