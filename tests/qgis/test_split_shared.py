"""Splitting shared clusters by city, on the sample and on small tables made for one question."""

import pytest
from clusterbelt.processing.analysis.places.resolving import Resolver
from making import Log, rows_of, run, sample, table
from qgis.core import (
    QgsProcessingException,
)


def test_the_sample_has_159_rows_that_weigh_152_in_81_places():
    result = run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")
    rows = rows_of(result["OUTPUT"])
    assert (result["ROWS"], result["CLUSTERS"]) == (159, 152)
    assert sum(row["cb_weight"] for row in rows) == pytest.approx(152)
    assert len({row["cb_citycd"] for row in rows}) == 81 and all(row["cb_citycd"] for row in rows)
    assert [row["cb_row"] for row in rows if row["id"] == "AM-05"] == ["AM-05#1", "AM-05#2", "AM-05#3"]
    assert not any(f.geometry().isNull() for f in result["OUTPUT"].getFeatures())


def test_a_split_layer_is_not_split_again():
    once = run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")["OUTPUT"]
    again = run("splitshared", INPUT=once, ID="id", CITY="city")
    assert (again["ROWS"], again["CLUSTERS"]) == (159, 152)
    assert rows_of(again["OUTPUT"]) == rows_of(once)


def test_a_split_table_is_understood_as_text_and_without_its_cities():
    made = table(
        [("1#1", "2", "０.5", "深圳市", "1"), ("1#2", "2", "0.5", "广州市", "1")],
        ("CB_ROW", "cb_shared", "cb_weight", "city", "id"),
    )
    rows = rows_of(run("splitshared", INPUT=made, ID="id", CITY="city")["OUTPUT"])
    assert [(row["cb_city"], row["cb_shared"], row["cb_weight"]) for row in rows] == [
        ("深圳市", 2, 0.5),
        ("广州市", 2, 0.5),
    ]


def test_a_split_table_whose_numbers_are_none_is_refused():
    made = table([("1#1", "1", "half", "深圳市", "1")], ("cb_row", "cb_shared", "cb_weight", "city", "id"))
    with pytest.raises(QgsProcessingException, match="“cb_weight”, row 1: “half” is not a number"):
        run("splitshared", INPUT=made, ID="id", CITY="city")


@pytest.mark.parametrize("algorithm", ["placecities", "splitshared"])
def test_a_cancel_while_cities_are_looked_up_writes_nothing(algorithm, tmp_path, monkeypatch):
    log = Log()
    look_up = Resolver.resolve_all

    def cancelled(*given, **named):
        log.cancel()
        return look_up(*given, **named)

    monkeypatch.setattr(Resolver, "resolve_all", cancelled)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            algorithm,
            log,
            INPUT=table([("深圳市",)], ("city",)),
            CITY="city",
            OUTPUT=str(tmp_path / "out.gpkg"),
        )
    assert not (tmp_path / "out.gpkg").exists()


def test_only_shared_clusters_move_to_their_city():
    rows = [
        ("Point (120.0 30.0)", "A", "杭州市"),
        ("Point (121.0 31.0)", "B", "上海市;苏州市"),
        (None, "C", "北京市"),
    ]
    made = run("splitshared", INPUT=table(rows, ("id", "city"), "Point"), ID="id", CITY="city")["OUTPUT"]
    where = {f["cb_row"]: f.geometry().asPoint() for f in made.getFeatures()}
    assert where["A#1"].x() == 120.0
    assert where["B#1"].x() != 121.0 and where["B#2"].x() != where["B#1"].x()
    assert where["C#1"].x() == pytest.approx(116.4, abs=0.2)


def test_the_same_cluster_twice_in_a_city_is_an_error_that_names_both_rows():
    rows = [("A", "杭州市"), ("A", "浙江省杭州市")]
    with pytest.raises(
        QgsProcessingException, match="“table”: the cluster A occurs twice in 杭州市, in rows 1 and 2"
    ):
        run("splitshared", INPUT=table(rows, ("id", "city")), ID="id", CITY="city")


def test_the_weight_of_a_cluster_is_shared_by_its_rows():
    rows = [("A", "杭州市、宁波市", "3"), ("B", "北京市", None)]
    log = Log()
    result = run("splitshared", log, INPUT=table(rows, ("id", "city", "w")), ID="id", CITY="city", WEIGHT="w")
    assert [row["cb_weight"] for row in rows_of(result["OUTPUT"])] == [1.5, 1.5, None]
    assert "without a weight" in log.text()
