"""What is being read is never overwritten, nor one output by another."""

import pytest
from making import rows_of, run, table
from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer


@pytest.fixture
def cities(tmp_path):
    made = table([("1", "深圳市"), ("2", "苏州市")], ("id", "city"))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "cities"
    path = str(tmp_path / "cities.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
    return path


@pytest.mark.parametrize("algorithm", ["placecities", "splitshared"])
@pytest.mark.parametrize("read", ["{path}", "{path}|layername=cities"])
@pytest.mark.parametrize("written", ["{path}", "ogr:dbname='{path}' table=\"cities\" (geom)"])
def test_a_file_that_is_read_is_not_overwritten(cities, algorithm, read, written):
    with pytest.raises(QgsProcessingException, match=r"OUTPUT: .* is also an input and would be overwritten"):
        run(algorithm, INPUT=read.format(path=cities), CITY="city", OUTPUT=written.format(path=cities))
    assert [row["city"] for row in rows_of(QgsVectorLayer(cities, "cities", "ogr"))] == ["深圳市", "苏州市"]


def test_a_geopackage_that_is_read_takes_another_table(cities):
    run(
        "placecities",
        INPUT=cities + "|layername=cities",
        CITY="city",
        OUTPUT=f"ogr:dbname='{cities}' table=\"placed\" (geom)",
    )
    for name in ("cities", "placed"):
        assert QgsVectorLayer(f"{cities}|layername={name}", name, "ogr").featureCount() == 2


def test_two_outputs_do_not_go_to_one_file(tmp_path):
    path = str(tmp_path / "both.gpkg")
    made = table([("POINT (1 1)",), ("POINT (2 4)",), ("POINT (5 2)",)], (), kind="Point")
    with pytest.raises(QgsProcessingException, match="OUTPUT and CENTERS would be written to the same file"):
        run("weightedellipse", INPUT=made, OUTPUT=path, CENTERS=path)
    run("weightedellipse", INPUT=made, OUTPUT="memory:", CENTERS="memory:")
