"""Placing tables by city, on the sample and on small tables made for one question."""

import pytest
from making import Log, rows_of, run, sample, table
from qgis.core import (
    QgsProcessingException,
)


def test_every_belt_of_the_sample_gets_the_point_of_its_city():
    result = run("placecities", INPUT=sample("belts"), CITY="city", PROVINCE="province", YEAR="year")
    assert (result["PLACED"], result["UNPLACED"]) == (504, 0)
    hangzhou = next(f for f in result["OUTPUT"].getFeatures() if f["city"] == "杭州市")
    assert hangzhou["cb_citycd"] == "330100" and hangzhou["cb_cityby"] == "name"
    assert hangzhou.geometry().asPoint().x() == pytest.approx(120.2, abs=0.3)
    assert result["OUTPUT"].crs().authid() == "EPSG:4326"


def test_a_place_that_could_be_several_stays_without_geometry_and_is_named():
    log = Log()
    rows = [("朝阳区", None), ("朝阳区", "北京"), ("Atlantis", None), (None, None)]
    result = run(
        "placecities", log, INPUT=table(rows, ("where", "province")), CITY="where", PROVINCE="province"
    )
    assert (result["PLACED"], result["UNPLACED"]) == (1, 3)
    places = [f.geometry().isNull() for f in result["OUTPUT"].getFeatures()]
    assert places == [True, False, True, True]
    assert "“朝阳区” could be 北京市 110000, 长春市 220100" in log.text()
    assert "“Atlantis” is not in the list of cities" in log.text() and "Rows without a city" in log.text()


def test_the_year_decides_where_a_merged_city_lies():
    rows = [("莱芜市", "2018"), ("莱芜市", "2020")]
    result = run("placecities", INPUT=table(rows, ("city", "year")), CITY="city", YEAR="year")
    assert [row["cb_citycd"] for row in rows_of(result["OUTPUT"])] == ["371200", "370100"]


@pytest.mark.parametrize("year", ["last year", "19", "nineteen"])
def test_a_year_that_cannot_be_read_is_refused_and_named(year):
    rows = [("莱芜市", "2018"), ("莱芜市", "-"), ("莱芜市", year)]
    with pytest.raises(QgsProcessingException, match=f"field “year”, row 3: “{year}” is not a year"):
        run("placecities", INPUT=table(rows, ("city", "year")), CITY="city", YEAR="year")


def test_a_row_of_several_cities_is_counted_and_told_to_be_split():
    log = Log()
    belts = table([("江苏省苏州市、无锡市",), ("苏州和无锡",), ("苏州市、昆山市",)], ("city",))
    result = run("placecities", log, INPUT=belts, CITY="city")
    assert (result["PLACED"], result["UNPLACED"]) == (1, 2)
    assert (
        "names several cities (苏州市 320500, 无锡市 320200" in log.text()
        and "“Split shared clusters by city”" in log.text()
    )


def test_a_table_in_gbk_is_refused_with_the_mend(tmp_path):
    path = tmp_path / "cities.csv"
    path.write_text("id,city\n1,深圳市\n2,朝阳区\n", encoding="gbk")
    with pytest.raises(QgsProcessingException, match=r"“city”.*wrong encoding.*GBK"):
        run("placecities", INPUT=str(path), CITY="city")


def test_cities_of_ones_own_serve_any_country():
    own = table([("Point (2.35 48.86)", "Paris"), ("Point (4.83 45.76)", "Lyon")], ("name",), "Point")
    belts = table([("paris ",), ("Nice",)], ("town",))
    result = run("placecities", INPUT=belts, CITY="town", CITIES=own, CITIES_FIELD="name")
    assert (result["PLACED"], result["UNPLACED"]) == (1, 1)
    with pytest.raises(QgsProcessingException, match="“Name field of your own cities” is empty"):
        run("placecities", INPUT=belts, CITY="town", CITIES=own)


def test_a_sheet_whose_header_became_a_row_is_refused_with_the_mend():
    sheet = table([("city", "product"), ("杭州市", "女装")], ("Field1", "Field2"))
    with pytest.raises(QgsProcessingException, match="field names are in its first row"):
        run("placecities", INPUT=sheet, CITY="Field1")
