"""Judgements of people: they go before the rules, survive runs and never vanish silently."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, sample, table
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

FIELDS = (
    "cluster_id", "belt_id", "cluster_industry", "belt_industry", "city", "decision", "relation", "reviewer", "date",
    "note",
)  # fmt: skip


def judgements(*rows):
    return table([[row.get(name) for name in FIELDS] for row in rows], FIELDS)


def clusters():
    rows = [("c1", "杭州", "服装"), ("c2", "杭州", "集成电路"), ("c3", "宁波", "服装")]
    return table(rows, CLUSTER_FIELDS)


def belts():
    rows = [("b1", "杭州", "女装"), ("b2", "杭州", "茶叶"), ("b3", "宁波", "女装"), ("b4", "宁波", "某某某")]
    return table(rows, BELT_FIELDS)


def statuses(*rows, feedback=None, **options):
    result = match(clusters(), belts(), feedback, OVERRIDES=judgements(*rows), **options)
    return {row["id"]: row for row in rows_of(result["OUTPUT"])}


def test_a_rejected_pair_no_longer_matches_and_says_who_decided():
    found = statuses({"cluster_id": "c1", "belt_id": "b1", "decision": "reject", "reviewer": "Li"})
    assert (found["c1"]["cb_status"], found["c1"]["cb_reason"]) == ("unmatched", "none_related")
    assert found["c1"]["cb_decby"] == "manual" and found["c1"]["cb_evid"].endswith(" [manual: Li]")
    assert found["c3"]["cb_status"] == "matched" and found["c3"]["cb_decby"] == "rule"


def test_an_accepted_pair_matches_whatever_the_rules_say():
    found = statuses({"cluster_id": "c2", "belt_id": "b2", "decision": "accept", "reviewer": "Li"})
    row = found["c2"]
    assert (row["cb_status"], row["cb_rel"], row["cb_beltid"], row["cb_decby"]) == (
        "matched",
        "same",
        "b2",
        "manual",
    )
    assert "judged “same industry”" in row["cb_evid"] and "[manual: Li]" in row["cb_evid"]


def test_a_relation_can_be_set_for_two_industries_everywhere_or_in_one_city():
    pair = {"cluster_industry": "服装", "belt_industry": "女装", "decision": "set"}
    found = statuses({**pair, "relation": "belt_upstream"}, {**pair, "city": "宁波市", "relation": "none"})
    assert found["c1"]["cb_rel"] == "belt_upstream" and found["c1"]["cb_status"] == "adjacent"
    assert found["c3"]["cb_status"] == "unmatched"


def test_words_that_no_taxonomy_knows_can_be_judged():
    found = statuses({"cluster_id": "c3", "belt_industry": "某某某", "decision": "accept"})
    assert found["c3"]["cb_nmatch"] == 2


def test_the_most_specific_judgement_wins_and_equal_ones_are_an_error_that_names_both():
    general = {"cluster_industry": "服装", "belt_industry": "女装", "decision": "reject"}
    found = statuses(general, {"cluster_id": "c1", "belt_industry": "女装", "decision": "accept"})
    assert (found["c1"]["cb_status"], found["c3"]["cb_status"]) == ("matched", "unmatched")
    with pytest.raises(QgsProcessingException, match="rows 1 and 2 are equally specific"):
        statuses(general, {**general, "decision": "accept"})


def test_what_fits_nothing_is_said():
    log = Log()
    statuses(
        {"cluster_id": "c9", "belt_id": "b1", "decision": "reject"},
        {"cluster_id": "c1", "belt_id": "b3", "decision": "accept"},
        {"cluster_industry": "服装", "belt_industry": "没有的", "decision": "reject"},
        feedback=log,
    )
    assert "row 1: cluster_id “c9” does not occur" in log.text()
    assert "these rows apply to no cluster and belt in the same city: 2" in log.text()
    assert "row 3: belt_industry “没有的” does not occur" in log.text()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"cluster_id": "c1", "decision": "maybe"},
            "row 1: the decision “maybe” is not one of accept, reject, set",
        ),
        ({"decision": "reject"}, "row 1: no condition is given"),
        ({"cluster_id": "c1", "decision": "set"}, "set does not go with the relation “”"),
        (
            {"cluster_id": "c1", "decision": "reject", "relation": "same"},
            "reject does not go with the relation “same”",
        ),
    ],
)
def test_rows_that_cannot_be_understood_are_errors(row, message):
    with pytest.raises(QgsProcessingException, match=message):
        statuses(row)


def test_pairs_leave_out_the_rejected_and_mark_the_accepted():
    rows = (
        {"cluster_id": "c1", "belt_id": "b1", "decision": "reject"},
        {"cluster_id": "c1", "belt_id": "b2", "decision": "set", "relation": "belt_downstream"},
    )
    result = match(clusters(), belts(), OVERRIDES=judgements(*rows), PAIRS="memory:")
    found = {(row["cluster"], row["belt"]): row["decby"] for row in rows_of(result["PAIRS"])}
    assert found == {("c1#1", "b2"): "manual", ("c3#1", "b3"): "rule"}
    assert result["PAIR_COUNT"] == 2


def test_judgements_are_replayed_on_the_result_of_the_first_run():
    rows = judgements({"cluster_id": "c1", "belt_id": "b1", "decision": "reject", "reviewer": "Li"})
    first = match(clusters(), belts(), OVERRIDES=rows)["OUTPUT"]
    assert rows_of(match(first, belts(), OVERRIDES=rows)["OUTPUT"]) == rows_of(first)


def test_feature_ids_are_refused_unless_they_are_stored(tmp_path):
    rows = judgements({"belt_id": "1", "decision": "reject"})
    with pytest.raises(QgsProcessingException, match="ids of “Belts” are feature ids"):
        match(clusters(), belts(), OVERRIDES=rows, BELT_ID=None)
    path = str(tmp_path / "belts.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(belts(), path, QgsCoordinateTransformContext(), options)
    stored = QgsVectorLayer(path, "belts", "ogr")
    result = match(clusters(), stored, OVERRIDES=rows, BELT_ID=None)
    assert [row["cb_status"] for row in rows_of(result["OUTPUT"])] == ["unmatched", "unmatched", "matched"]


def test_the_sample_without_its_matches_is_unmatched():
    rows = [{"cluster_id": row["id"], "decision": "reject"} for row in rows_of(sample("clusters"))]
    result = match(sample("clusters"), sample("belts"), OVERRIDES=judgements(*rows))
    assert result["MATCHED"] == result["ADJACENT"] == result["PAIR_COUNT"] == 0


def test_an_industry_that_only_a_judgement_names_stands_in_no_row_of_the_texts_to_check():
    judged = judgements(
        {"cluster_industry": "never seen", "belt_industry": "女装", "decision": "set", "relation": "same"}
    )
    checked = rows_of(match(clusters(), belts(), OVERRIDES=judged, CHECK="memory:")["CHECK"])
    assert "某某某" in [row["text"] for row in checked] and "never seen" not in [
        row["text"] for row in checked
    ]


def test_a_table_whose_judgements_were_withdrawn_stands_for_none():
    judged = table([("b1", "reject")], ("belt_id", "decision"))
    assert judged.dataProvider().truncate()
    rows = [rows_of(match(clusters(), belts(), **given)["OUTPUT"]) for given in ({}, {"OVERRIDES": judged})]
    assert rows[0] == rows[1]
